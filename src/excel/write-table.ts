/** Queues one table: cells first and the table over them, then its columns' formulas and looks. Nothing here syncs. */
import { areaName } from "../blueprint/place";
import { styles, type StyleName } from "../blueprint/theme";
import type { ColumnBlueprint, Rectangle, TableBlueprint } from "../blueprint/types";
import { follow, nameOf, type Naming } from "./naming";
import { asSent } from "./write-cells";
import { queueBlockLine, queueNumberFormat, queueRowLines, queueStyle } from "./write-style";

const bodyOf = (table: TableBlueprint, from = 0, columns = table.columns.length): Rectangle =>
  ({ top: table.top + 1, left: table.left + from, rows: table.rows.length, columns });

/** Headers, entries and the table itself; formulas wait until every table they name is there. */
export function queueTable(sheet: Excel.Worksheet, table: TableBlueprint, naming: Naming): void {
  const header = sheet.getRange(areaName({ top: table.top, left: table.left, rows: 1, columns: table.columns.length }));
  header.formulas = [table.columns.map((column) => column.header)];
  queueNumberFormats(sheet, table);
  queueEntries(sheet, table, naming);
  const added = sheet.tables.add(areaName({ top: table.top, left: table.left, rows: table.rows.length + 1, columns: table.columns.length }), true);
  added.name = nameOf(naming, table.name);
  added.style = "TableStyleLight1";
  added.showBandedRows = false;
  added.showFilterButton = false;
}

/** Number formats come before what is written: text stays text only in a text cell. */
export function queueNumberFormats(sheet: Excel.Worksheet, table: TableBlueprint): void {
  for (const { style, from, to } of runsOf(table.columns, (column) => column.style)) queueNumberFormat(sheet.getRange(areaName(bodyOf(table, from, to - from))), style);
}

/** What the entry and written columns hold, neighbours in one go. */
export function queueEntries(sheet: Excel.Worksheet, table: TableBlueprint, naming: Naming): void {
  for (const { from, to } of runsOf(table.columns, (column) => String(column.holds.kind === "formula")).filter((run) => run.key === "false")) {
    const rows = table.rows.map((row) => row.slice(from, to));
    if (rows.every((row) => row.every((holds) => holds === null))) continue;
    sheet.getRange(areaName(bodyOf(table, from, to - from))).formulas = rows.map((row) =>
      row.map((holds, index) => asSent(holds, naming, isTextCell(table.columns[from + index]))));
  }
}

/** One formula for each column that is worked out. */
export function queueFormulas(sheet: Excel.Worksheet, table: TableBlueprint, naming: Naming): void {
  table.columns.forEach((column, index) => {
    if (column.holds.kind !== "formula") return;
    // One formula is applied to the whole column; Office's types only know the grid form.
    (sheet.getRange(areaName(bodyOf(table, index, 1))) as { formulas: unknown }).formulas = follow(column.holds.formula, naming);
  });
}

export function queueTableLook(sheet: Excel.Worksheet, table: TableBlueprint): void {
  const header = { top: table.top, left: table.left, rows: 1, columns: table.columns.length };
  queueStyle(sheet.getRange(areaName(header)), "header");
  for (const { key, from, to } of runsOf(table.columns, (column) => styles[column.style].align)) {
    if (key === "Right" || key === "Center") sheet.getRange(areaName({ ...header, left: table.left + from, columns: to - from })).format.horizontalAlignment = key;
  }
  for (const { key, from, to } of runsOf(table.columns, ({ style }) => (styles[style].align === "Right" ? String(styles[style].indent) : "0"))) {
    if (key !== "0") sheet.getRange(areaName({ ...header, left: table.left + from, columns: to - from })).format.indentLevel = Number(key);
  }
  for (const { style, from, to } of runsOf(table.columns, (column) => column.style)) {
    const range = sheet.getRange(areaName(bodyOf(table, from, to - from)));
    queueNumberFormat(range, style);
    queueStyle(range, style);
  }
  for (const { key, from, to } of runsOf(table.columns, (column) => styles[column.style].border)) {
    if (key === "row") queueRowLines(sheet.getRange(areaName(bodyOf(table, from, to - from))));
  }
  table.columns.forEach((column, index) => {
    const whole = sheet.getRange(areaName({ ...bodyOf(table, index, 1), top: table.top, rows: table.rows.length + 1 }));
    if (column.startsBlock === true) queueBlockLine(sheet.getRange(areaName(bodyOf(table, index, 1))));
    if (index > 0 && isWords(column)) whole.format.indentLevel = 1;
  });
}

interface Run { readonly key: string; readonly style: StyleName; readonly from: number; readonly to: number }

/** Neighbouring columns that share something, so that they are written in one go. */
function runsOf(columns: readonly ColumnBlueprint[], keyOf: (column: ColumnBlueprint) => string): readonly Run[] {
  const runs: Run[] = [];
  columns.forEach((column, index) => {
    const key = keyOf(column);
    const last = runs[runs.length - 1];
    if (last?.key === key) runs[runs.length - 1] = { ...last, to: index + 1 };
    else runs.push({ key, style: column.style, from: index, to: index + 1 });
  });
  return runs;
}

/** Text that stands beside a column of numbers needs a little room. */
const isWords = ({ style }: ColumnBlueprint): boolean => styles[style].wrap && styles[style].align !== "Right";

export const isTextCell = (column: ColumnBlueprint | undefined): boolean => column !== undefined && styles[column.style].numberFormat === "@";
