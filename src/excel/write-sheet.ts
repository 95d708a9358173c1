/** Queues whole sheets, in the order that Excel needs: tables before names, names before the formulas that use them. Nothing here syncs. */
import { a1, areaName, columnLetters } from "../blueprint/place";
import type { SheetBlueprint, WorkbookBlueprint } from "../blueprint/types";
import { IDENTITY_NAME, identityFormula } from "./identity";
import { nameOf, tabOf, type Naming } from "./naming";
import { queueCells, queueLinks } from "./write-cells";
import { queueChart } from "./write-chart";
import { queuePrint, type Footer } from "./write-print";
import { queueHighlights, queueValidation } from "./write-rules";
import { pointsOfCharacters, queueGround } from "./write-style";
import { queueFormulas, queueTable, queueTableLook } from "./write-table";

/** Adds every sheet of a blueprint after the sheets that are there. @param naming - free tabs and names for all of them */
export function queueNewSheets(context: Excel.RequestContext, { sheets }: WorkbookBlueprint, naming: Naming, footer: Footer): void {
  const added = sheets.map((blueprint) => ({ blueprint, sheet: queueEmptySheet(context, blueprint, naming) }));
  for (const { blueprint, sheet } of added) for (const table of blueprint.tables) queueTable(sheet, table, naming);
  for (const { blueprint, sheet } of added) queueNames(context, sheet, blueprint, naming);
  for (const { blueprint, sheet } of added) queueWorkings(sheet, blueprint, naming);
  for (const { blueprint, sheet } of added) {
    queueLinks(sheet, blueprint.cells, naming);
    queueRules(sheet, blueprint, naming);
    for (const chart of blueprint.charts) queueChart(context, sheet, chart, naming);
    queuePrint(sheet, blueprint, footer);
  }
}

function queueEmptySheet(context: Excel.RequestContext, blueprint: SheetBlueprint, naming: Naming): Excel.Worksheet {
  const sheet = context.workbook.worksheets.add(tabOf(naming, blueprint.id));
  queueGround(sheet.getRange(areaName(extentOf(blueprint))));
  sheet.names.add(IDENTITY_NAME, identityFormula(blueprint.id)).visible = false;
  sheet.showGridlines = false;
  blueprint.columnWidths.forEach((width, column) => {
    sheet.getRange(`${columnLetters(column)}:${columnLetters(column)}`).format.columnWidth = pointsOfCharacters(width);
  });
  return sheet;
}

function queueNames(context: Excel.RequestContext, sheet: Excel.Worksheet, blueprint: SheetBlueprint, naming: Naming): void {
  for (const { name, row, column, rows = 1, says } of blueprint.names) {
    context.workbook.names.add(nameOf(naming, name), sheet.getRange(areaName({ top: row, left: column, rows, columns: 1 })), says);
  }
}

/** Cells, columns that are worked out, and looks. Also for a sheet that is being made again. */
export function queueWorkings(sheet: Excel.Worksheet, blueprint: SheetBlueprint, naming: Naming): void {
  queueCells(sheet, blueprint.cells, naming);
  for (const table of blueprint.tables) {
    queueFormulas(sheet, table, naming);
    queueTableLook(sheet, table);
    queueRowHeights(sheet, table);
  }
  for (const { first, last, points } of heightRuns(blueprint.rowHeights)) sheet.getRange(`${first + 1}:${last + 1}`).format.rowHeight = points;
}

/** Rows under each other that have one height, set in one go. */
function heightRuns(heights: SheetBlueprint["rowHeights"]): readonly { readonly first: number; readonly last: number; readonly points: number }[] {
  const runs: { first: number; last: number; points: number }[] = [];
  for (const [row, points] of Object.entries(heights).map(([key, value]) => [Number(key), value] as const).sort(([one], [other]) => one - other)) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run.last === row - 1 && run.points === points) run.last = row;
    else runs.push({ first: row, last: row, points });
  }
  return runs;
}

/** Rows whose text wraps grow to hold it; Excel does this by itself only for what is typed. Rows that are only worked out keep one height. */
function queueRowHeights(sheet: Excel.Worksheet, { top, rows, columns }: SheetBlueprint["tables"][number]): void {
  const { format } = sheet.getRange(`${top + 2}:${top + 1 + rows.length}`);
  if (rows.some((row) => row.some((holds) => holds !== null && "text" in holds && holds.text.length > LONG_TEXT))) format.autofitRows();
  else if (columns.every((column) => column.holds.kind !== "entry")) format.rowHeight = ROW_HEIGHT;
}

/** Characters that may need a second line. */
const LONG_TEXT = 30;
/** Points: room around one line. */
const ROW_HEIGHT = 18;

export function queueRules(sheet: Excel.Worksheet, blueprint: SheetBlueprint, naming: Naming): void {
  for (const validation of blueprint.validations) queueValidation(sheet, validation);
  queueHighlights(sheet, blueprint.highlights, naming);
}

/** From A1 to the last cell that anything is put into. */
export function extentOf({ cells, tables }: SheetBlueprint): { readonly top: 0; readonly left: 0; readonly rows: number; readonly columns: number } {
  const rows = Math.max(1, ...cells.map((cell) => cell.row + 1), ...tables.map((table) => table.top + 1 + table.rows.length));
  const columns = Math.max(1, ...cells.map((cell) => cell.column + 1), ...tables.map((table) => table.left + table.columns.length));
  return { top: 0, left: 0, rows, columns };
}

/** The cell that a sheet opens on. */
export const FIRST_CELL = a1(0, 0);
