/** What a region sends back to an organisation: what it asks, from what it found and from its own questions; or that the return is accepted. */
import type { IsoDate } from "../../domain/period";
import { nameKey } from "../../domain/taxonomy";
import { HEADER_TABLE } from "../../validation/language/figures";
import { keyInWords } from "../collect/changes";
import { codeOf } from "../collect/choose";
import type { Collection } from "../collect/collection";
import type { Consolidation, RegionFinding } from "../consolidate/consolidation";
import { digestOf } from "../digest";
import type { ReadReturn } from "../file/arrival";
import { QUERY_FORMAT, type Query, type QueryFile } from "./query-file";

export const QUERY_FORMAT_VERSION = "1.0";

/** Who asks and when, and what. */
export interface Asked {
  readonly by: string;
  readonly on: IsoDate;
  /** A person's own questions. */
  readonly own?: readonly Omit<Query, "id" | "code">[];
  /** Query files that were made before: what is asked again keeps its number, and no number is used for something else. */
  readonly before?: readonly QueryFile[];
}

/**
 * Asks about every finding of the organisation that is to be put right, or to be explained and is not; notes are not asked about.
 * @throws RangeError where no return of the organisation counts
 */
export function queriesFor(code: string, collection: Collection, { findings }: Consolidation, asked: Asked): QueryFile {
  const from = countingReturn(code, collection);
  const open = findings.filter((each) => each.organisation === codeOf(from) && each.severity !== "note" && each.explained === "");
  const wanted = [...open.map((each): Omit<Query, "id"> => ({ about: aboutIn(from, each), code: each.code, says: each.says, asks: asksOf(each) })), ...(asked.own ?? []).map(({ about, says, asks }) => ({ about, code: "", says, asks }))];
  return sealed(from, collection, asked, "queried", numbered(wanted, from, asked.before ?? []));
}

/** @throws RangeError where no return of the organisation counts */
export const acceptance = (code: string, collection: Collection, asked: Pick<Asked, "by" | "on">): QueryFile => sealed(countingReturn(code, collection), collection, asked, "accepted", []);

/** What the organisation is asked where the rule's remedy tells the region to ask: by code. */
export const askedOfOrganisations: Readonly<Record<string, string>> = {
  W23: "Send figures of the same day as the others, or explain why they cannot be had.", W47: "Check both figures, and send them again or explain them.",
  E90: "Agree on the number with the other organisation, and send the return again.", W91: "Agree with the other organisation on what is shared; declare it or take it out in the next return, or explain.",
  E92: "Count openings in the unit that the others use, and send the return again.",
};

const asksOf = ({ code, fix }: RegionFinding): string => (fix.startsWith("Ask ") ? askedOfOrganisations[code] ?? "Check it, and send the return again or explain." : fix);

function countingReturn(code: string, { included }: Collection): ReadReturn {
  const from = included.find((each) => codeOf(each) === code.trim().toUpperCase());
  if (from === undefined) throw new RangeError(`No return of ${code} counts here, so there is none to ask about or to accept.`);
  return from;
}

/** By the words of the return's own row, so that the organisation's workbook finds it however the region spells it; null for the return as a whole. */
function aboutIn({ document }: ReadReturn, { table, key, measure }: RegionFinding): Query["about"] {
  if (table === HEADER_TABLE) return { table, key: {}, measure };
  const row = (document.tables[table] ?? []).find((each) => nameKey(keyInWords(each)) === nameKey(key));
  return row === undefined ? null : { table, key: row.key, measure };
}

function numbered(wanted: readonly Omit<Query, "id">[], from: ReadReturn, before: readonly QueryFile[]): readonly Query[] {
  const { period, sequence } = from.document.header;
  const start = `${codeOf(from)}-${period}-${sequence}-`;
  const known = before.flatMap(({ queries }) => queries).filter(({ id }) => id.startsWith(start));
  const used = new Set<string>();
  let last = Math.max(0, ...known.map(({ id }) => Number(id.slice(start.length)) || 0));
  return wanted.map((query) => {
    const again = known.find((each) => !used.has(each.id) && sameQuestion(each, query));
    if (again === undefined) last += 1;
    const id = again?.id ?? `${start}${String(last).padStart(2, "0")}`;
    used.add(id);
    return { id, ...query };
  });
}

/** A rule asks the same of the same cell, whatever the other organisations have by now; a person's question is the same in the same words. */
const sameQuestion = (one: Omit<Query, "id">, other: Omit<Query, "id">): boolean => one.code === other.code && digestOf(one.about) === digestOf(other.about) && (one.code !== "" || one.says === other.says);

function sealed(from: ReadReturn, { collecting: { region } }: Collection, { by, on }: Pick<Asked, "by" | "on">, decision: QueryFile["decision"], queries: readonly Query[]): QueryFile {
  const { header, digest } = from.document;
  const file = {
    format: QUERY_FORMAT, formatVersion: QUERY_FORMAT_VERSION, region: { code: region.code, name: region.name }, organisation: { code: codeOf(from), name: header.organisation.name },
    period: header.period, sequence: header.sequence, returnDigest: digest, madeOn: on, by, decision, queries,
  } as const;
  return { ...file, digest: digestOf(file) };
}

/** The file as it is written. */
export const queryFileText = (file: QueryFile): string => `${JSON.stringify(file, null, 2)}\n`;

/** @example queryFileName(file) // => "queries-RBS-2009-10-1.json" */
export const queryFileName = ({ decision, organisation, period, sequence }: QueryFile): string => `${decision === "accepted" ? "accepted" : "queries"}-${organisation.code}-${period.replace(/\//g, "-")}-${sequence}.json`;
