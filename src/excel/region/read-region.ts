/** Reads a region's sheets: single cells, and the tables that are asked for by name. What came in is read in blocks, since it may be large. */
import { regionDefinitions, regionTables } from "../../blueprint/region/region-sheets";
import { returnHeader } from "../../blueprint/sheets/cover";
import type { RegionSheetId } from "../../blueprint/types";
import { sheetOf, type Found } from "../identity";
import { readInBlocks } from "../read-blocks";
import type { CellReading } from "../read-template";

export interface RegionTable {
  readonly sheet: RegionSheetId;
  readonly tab: string;
  /** As it is called in this workbook. */
  readonly name: string;
  /** Its header's place, from 0. */
  readonly top: number;
  readonly left: number;
  readonly headers: readonly string[];
  readonly rowCount: number;
  /** None where its cells were not asked for. */
  readonly rows: readonly (readonly CellReading[])[];
}

export interface RegionReading {
  readonly found: Found;
  /** Single cells of the register and of the Cover, by our own spelling; "" where blank, not there where the cell is not. */
  readonly named: ReadonlyMap<string, CellReading>;
  /** By our own spelling of the table's name. */
  readonly tables: ReadonlyMap<string, RegionTable>;
}

/** Two syncs, and more where there are many returns. @param wanted - tables whose rows are asked for, by our own spelling */
export async function readRegion(context: Excel.RequestContext, found: Found, wanted: ReadonlySet<string>): Promise<RegionReading> {
  const asked = [...regionTables.keys()].flatMap((ours) => askTable(context, found, ours));
  const cells = namesIn(found).map(({ ours, actual }) => ({ ours, range: context.workbook.names.getItem(actual).getRangeOrNullObject().load("values") }));
  await context.sync();
  const tables = asked.filter(({ range }) => !range.isNullObject);
  const rows = await readInBlocks(context, tables.map(({ ours, range }) => ({ range, rows: wanted.has(ours) ? range.rowCount : 1, columns: range.columnCount })), ["values"]);
  return {
    found,
    named: new Map(cells.flatMap(({ ours, range }) => (range.isNullObject ? [] : [[ours, cellFrom(range.values[0]?.[0])] as const]))),
    tables: new Map(tables.map(({ ours, sheet, tab, name, range }, index): readonly [string, RegionTable] => {
      const [headers = [], ...held] = rows[index]?.values ?? [];
      return [ours, { sheet, tab, name, top: range.rowIndex, left: range.columnIndex, headers: headers.map(String), rowCount: range.rowCount - 1, rows: held.map((row) => row.map(cellFrom)) }];
    })),
  };
}

const namesIn = ({ naming, regionNaming }: Found): readonly { readonly ours: string; readonly actual: string }[] => [
  ...returnHeader.flatMap(({ name: ours }) => { const actual = naming.names.get(ours); return actual === undefined ? [] : [{ ours, actual }]; }),
  ...[...regionNaming.names].flatMap(([ours, actual]) => (ours.startsWith("nm") ? [{ ours, actual }] : [])),
];

function askTable(context: Excel.RequestContext, found: Found, ours: string): readonly { readonly ours: string; readonly sheet: RegionSheetId; readonly tab: string; readonly name: string; readonly range: Excel.Range }[] {
  const definition = regionDefinitions.find(({ tables }) => tables.includes(ours));
  const name = found.regionNaming.names.get(ours);
  const sheet = definition === undefined ? undefined : sheetOf(found, definition.id);
  if (definition === undefined || name === undefined || sheet === undefined) return [];
  return [{ ours, sheet: definition.id, tab: sheet.tab, name, range: context.workbook.tables.getItem(name).getRange().load("rowIndex,columnIndex,rowCount,columnCount") }];
}

const cellFrom = (value: unknown): CellReading => (typeof value === "number" || typeof value === "boolean" ? value : String(value ?? ""));
