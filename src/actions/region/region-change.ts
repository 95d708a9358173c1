/** What a region's workbook is to hold after returns were gathered. */
import { changedTable, keptTable, setAsideTable, sharedTable } from "../../blueprint/region/region-lists";
import { consolidatedProfileTable, consolidatedTable } from "../../blueprint/region/consolidated";
import { registerTable } from "../../blueprint/region/register";
import { returnedProfileTable, returnedTable } from "../../blueprint/region/returned";
import { serialOfDate } from "../../domain/period";
import { structureNamed } from "../../domain/structures";
import type { RegionChange, TableChange } from "../../excel/region/change-region";
import type { RegionReading } from "../../excel/region/read-region";
import { codeOf } from "../../returns/collect/choose";
import type { Collecting } from "../../returns/collect/collection";
import type { Expected } from "../../returns/collect/collection";
import { changedRows, consolidatedProfileRows, consolidatedRows, returnedProfileRows, returnedRows, sharedRows, type Rows } from "./figure-rows";
import type { Gathered } from "./gathering";
import { queryRows } from "./kept-queries";
import { keptRows } from "./kept-returns";
import { registerRows } from "./register-list";
import { setAsideRows } from "./set-aside-files";

/** @param listed - organisations to be added to the register */
export async function regionChange(reading: RegionReading, { collection, consolidation, returns, queries }: Gathered, listed: readonly Expected[], rest: () => Promise<void>): Promise<RegionChange> {
  const whole = (table: string, rows: Rows): TableChange => ({ table, rows: rows.map((holds) => ({ holds, from: 0 })) });
  const { collecting, register, included, changes } = collection;
  const digests = new Map(included.map((each) => [codeOf(each), each.document.digest]));
  const standing = reading.tables.get(registerTable.name)?.rows ?? [];
  const hasChanges = changes.length > 0 || reading.tables.has(changedTable.name);
  return {
    named: namedFor(collecting, reading), show: "consolidated", footer: { organisation: collecting.region.name, period: collecting.period },
    // The returns come first: should Excel refuse half way, all the rest can be made from them.
    tables: [
      whole(keptTable.name, [...(await keptRows(returns, rest)), ...(await queryRows(queries))]),
      { table: registerTable.name, rows: registerRows(standing, { lines: register, findings: consolidation.findings, digests, asAt: collecting.asAt, listed }) },
      whole(setAsideTable.name, setAsideRows(collection)), whole(sharedTable.name, sharedRows(consolidation)), ...(hasChanges ? [whole(changedTable.name, changedRows(collection))] : []),
      whole(returnedTable.name, returnedRows(collection, consolidation)), whole(returnedProfileTable.name, returnedProfileRows(collection, consolidation)),
      whole(consolidatedTable.name, consolidatedRows(consolidation)), whole(consolidatedProfileTable.name, consolidatedProfileRows(consolidation)),
    ],
  };
}

/** Cells of the register that do not say it already. */
function namedFor({ region, structure, period, asAt, due }: Collecting, { named }: RegionReading): RegionChange["named"] {
  const wanted: readonly (readonly [string, string | number])[] = [
    ["nmRegionCode", region.code], ["nmRegionName", region.name], ["nmRegionStructure", structureNamed(structure)?.name ?? structure], ["nmRegionPeriod", period], ["nmRegionAsAt", serialOfDate(asAt)],
    ...(due === null ? [] : [["nmRegionDue", serialOfDate(due)] as const]),
  ];
  return new Map(wanted.filter(([name, value]) => value !== "" && named.get(name) !== value));
}
