/** Queues lines of the record on Sign-off, with what stands above it, and the head on the Cover. Nothing here syncs. */
import { areaName } from "../blueprint/place";
import { logTable, signOffSheet, type RecordTop, type RecordWriting } from "../blueprint/sheets/sign-off";
import type { SheetBlueprint, TableBlueprint } from "../blueprint/types";
import type { BookTable } from "../validation/book";
import type { Naming } from "./naming";
import { asSent } from "./write-cells";
import { queueFormulas, queueTableLook } from "./write-table";
import { queueHeights } from "./write-rows";

/** The sheet as it is made with its first lines. */
export const recordSheet = ({ lines, top }: RecordWriting): SheetBlueprint => signOffSheet(lines, top);

/** Lines go below those that stand, and never over them. @param filled - rows of the table that hold a line */
export function queueLines(context: Excel.RequestContext, table: BookTable, filled: number, { lines, top }: RecordWriting, naming: Naming): void {
  const sheet = context.workbook.worksheets.getItem(table.tab);
  const wanted = filled + lines.length;
  if (wanted > table.rows.length) context.workbook.tables.getItem(table.name).rows.add(undefined, Array.from({ length: wanted - table.rows.length }, () => table.headers.map(() => "")));
  const blueprint: TableBlueprint = { ...logTable, top: table.top, left: table.left, rows: Array.from({ length: wanted }, () => logTable.columns.map(() => null)) };
  // Text cells first: what looks like a number or a day stays as it was written.
  queueTableLook(sheet, blueprint);
  queueFormulas(sheet, blueprint, naming);
  logTable.columns.forEach(({ holds }, index) => {
    if (holds.kind === "formula" || lines.length === 0) return;
    sheet.getRange(areaName({ top: table.top + 1 + filled, left: table.left + index, rows: lines.length, columns: 1 })).formulas = lines.map((line) => [asSent(line[index] ?? null, naming, true)]);
  });
  queueHeights(sheet, table.top + 1 + filled, lines, logTable);
  queueTop(context, top, naming);
}

function queueTop(context: Excel.RequestContext, top: RecordTop, naming: Naming): void {
  for (const [ours, cells] of top) {
    const actual = naming.names.get(ours);
    if (actual === undefined) continue;
    context.workbook.names.getItem(actual).getRange().formulas = cells.map((text) => [text === "" ? "" : asSent(text.startsWith("=") ? { formula: text } : { text }, naming, true)]);
  }
}

/** The record is written by the add-in only. Without a password, since it is against slips: what was changed shows by its hashes. Protecting also empties Excel's list of what can be undone, so that no line is undone by accident. */
export function queueGuard(sheet: Excel.Worksheet): void {
  sheet.protection.protect({ allowFormatColumns: true, allowFormatRows: true, allowAutoFilter: false, selectionMode: "Normal" });
}

