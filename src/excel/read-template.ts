/** What stands on our sheets today, wherever tables and names have moved to. Read in one go; nothing is judged here. */
import { returnHeader, thresholdEntries } from "../blueprint/sheets/cover";
import { sheetDefinitions } from "../blueprint/definitions";
import type { SheetId } from "../blueprint/types";
import { queueRuleCheck, type RulesLost } from "./entry-rules";
import type { Found } from "./identity";
import { ExcelProblem } from "./problem";

export type CellReading = string | number | boolean;

/** A table as it stands. `top` and `left` are its header's, from 0. */
export interface TableReading {
  readonly name: string;
  readonly top: number;
  readonly left: number;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellReading[])[];
  /** Entry columns that have lost Excel's rule for what may be entered. */
  readonly ruleLost: RulesLost;
}

export interface TemplateReading {
  /** By our own spelling of the table's name. */
  readonly tables: ReadonlyMap<string, TableReading>;
  /** The Cover's cells by our own spelling of their names; "" where blank. */
  readonly cover: ReadonlyMap<string, CellReading>;
  /** Names of the charts on each of our sheets. */
  readonly charts: ReadonlyMap<SheetId, readonly string[]>;
}

/** One sync. */
export async function readTemplate(context: Excel.RequestContext, found: Found): Promise<TemplateReading> {
  const coverNames = [...returnHeader, ...thresholdEntries].map((entry) => entry.name);
  const tables = sheetDefinitions.flatMap((sheet) => sheet.tables).flatMap((ours) => {
    const name = found.naming.names.get(ours);
    if (name === undefined) return [];
    const table = context.workbook.tables.getItem(name);
    return [{ ours, name, range: table.getRange().load("values,rowIndex,columnIndex"), ruleLost: queueRuleCheck(ours, table) }];
  });
  const cells = coverNames.flatMap((ours) => {
    const name = found.naming.names.get(ours);
    return name === undefined ? [] : [{ ours, range: context.workbook.names.getItem(name).getRangeOrNullObject().load("values") }];
  });
  for (const { worksheet } of found.sheets) worksheet.charts.load("items/name");
  await context.sync();
  return {
    tables: new Map(tables.map(({ ours, name, range, ruleLost }) => [ours, tableFrom(name, range, ruleLost())])),
    cover: new Map(cells.map(({ ours, range }) => [ours, range.isNullObject ? "" : cellFrom(range.values[0]?.[0])])),
    charts: new Map(found.sheets.map(({ id, worksheet }) => [id, worksheet.charts.items.map((chart) => chart.name)])),
  };
}

function tableFrom(name: string, range: Excel.Range, ruleLost: RulesLost): TableReading {
  // Excel gives nothing for millions of cells.
  const values: readonly (readonly unknown[])[] | null = range.values;
  if (values === null) throw new ExcelProblem("too-big", "reading the workbook");
  const [headers = [], ...rows] = values.map((row) => row.map(cellFrom));
  return { name, top: range.rowIndex, left: range.columnIndex, headers: headers.map(String), rows, ruleLost };
}

function cellFrom(value: unknown): CellReading {
  return typeof value === "number" || typeof value === "boolean" ? value : String(value ?? "");
}

/** A column's cells from top to bottom; none where the header is gone. */
export function columnIn(table: TableReading | undefined, header: string): readonly CellReading[] {
  const index = table?.headers.indexOf(header) ?? -1;
  return table === undefined || index < 0 ? [] : table.rows.map((row) => row[index] ?? "");
}
