/** From the workbook as it stands, and files that came now, to what is collected and what it comes to. */
import { keptTable, setAsideTable } from "../../blueprint/region/region-lists";
import { registerTable } from "../../blueprint/region/register";
import type { RegionReading } from "../../excel/region/read-region";
import { collect } from "../../returns/collect/collect";
import type { Collection } from "../../returns/collect/collection";
import { lastReturns, withLastReturns } from "../../returns/collect/last-returns";
import { consolidate } from "../../returns/consolidate/consolidate";
import type { Consolidation } from "../../returns/consolidate/consolidation";
import type { Decision } from "../../returns/collect/register";
import type { QueryFile } from "../../returns/queries/query-file";
import type { Arrival, ReadReturn } from "../../returns/file/arrival";
import { today } from "../clock";
import { rulesKept, type RulesInUse } from "../rules-in-use";
import { collectingFor, type RegionGiven } from "./collecting-for";
import { keptQueries } from "./kept-queries";
import { keptReturns } from "./kept-returns";
import { decisionsIn } from "./register-list";
import { stillSetAside } from "./set-aside-files";

/** Tables that have to be read to gather. */
export const GATHERED_FROM: readonly string[] = [registerTable.name, setAsideTable.name, keptTable.name];

export interface Gathered {
  readonly collection: Collection;
  readonly consolidation: Consolidation;
  /** Every return that could be read, whether or not it counts: what the workbook is to keep. */
  readonly returns: readonly ReadReturn[];
  /** Every query file that was made, in the order of making. */
  readonly queries: readonly QueryFile[];
  readonly rules: RulesInUse;
}

/**
 * @param came - files that were read now; they are joined with what the workbook keeps
 * @param rest - lets others have their turn
 */
export async function gather(reading: RegionReading, given: RegionGiven, came: readonly Arrival[], rest: () => Promise<void>): Promise<Gathered> {
  const rows = (table: string): readonly (readonly unknown[])[] => reading.tables.get(table)?.rows ?? [];
  const kept = await keptReturns(rows(keptTable.name), rest);
  const queries = await keptQueries(rows(keptTable.name));
  const arrivals = inOneOrder([...stillSetAside(rows(setAsideTable.name), new Set(came.map(({ file }) => file))), ...queries.spoilt, ...kept, ...came]);
  const collecting = collectingFor(given, reading, arrivals, today());
  const collection = withLastReturns(collect(arrivals, collecting, decisionsOf(arrivals, rows(registerTable.name), queries.files)), arrivals);
  const last = lastReturns(arrivals, collecting);
  await rest();
  const rules = await rulesKept(reading.found.keptPack, collecting.period);
  return { collection, consolidation: consolidate(collection, rules.pack, { lastOf: (code) => last.get(code)?.document ?? null, asked: queries.files }), queries: queries.files, returns: arrivals.flatMap((each) => (each.kind === "read" ? [each] : [])), rules };
}

/** What the register says of a return counts; of others, the query file that was made last. */
function decisionsOf(arrivals: readonly Arrival[], register: readonly (readonly unknown[])[], queries: readonly QueryFile[]): readonly Decision[] {
  const digests = arrivals.flatMap((each) => (each.kind === "read" ? [each.document.digest] : []));
  const noted = decisionsIn(register).flatMap(({ decision, digestStart }): readonly Decision[] => { const returnDigest = digests.find((digest) => digest.startsWith(digestStart)); return returnDigest === undefined ? [] : [{ decision, returnDigest }]; });
  const made = [...new Map(queries.map(({ decision, returnDigest }) => [returnDigest, { decision, returnDigest }])).values()];
  return [...noted, ...made.filter(({ returnDigest }) => !noted.some((each) => each.returnDigest === returnDigest))];
}

/** The same file twice, kept and chosen again, is one. */
function inOneOrder(arrivals: readonly Arrival[]): readonly Arrival[] {
  const once = new Map(arrivals.map((each) => [each.kind === "read" ? `${each.file}\n${each.document.digest}` : `${each.file}\n${each.code}\n${each.says}`, each]));
  return [...once].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
}
