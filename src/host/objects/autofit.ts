/**
 * Fitting columns and rows to their text. Excel measures letters; the host counts them, with an average width for proportional
 * fonts, so a fitted column is near Excel's and not the same.
 */
import { displayText } from "../calc/number-format";
import { columnPixels } from "../workbook/measure";
import type { ColumnFormat, RowFormat, Sheet } from "../workbook/sheet";
import { assertAllowed, styleAt } from "./cells";
import type { RangeHold } from "./session";

const WIDEST = 255;
const DEFAULT_SIZE = 11;
/** Space that Excel leaves beside the text, in characters. */
const SPACE = 0.71;
const BOLD = 1.08;

/** Characters of the default font that the cell's text takes. */
function charactersOf(sheet: Sheet, row: number, column: number): number {
  const style = styleAt(sheet, row, column);
  const { text } = displayText(sheet.cell(row, column).value, style.numberFormat, sheet.workbook.date1904);
  const longest = Math.max(...text.split("\n").map((line) => line.length));
  return (longest * style.font.size * (style.font.bold ? BOLD : 1)) / DEFAULT_SIZE + style.indent;
}

export function autofitColumns(range: RangeHold): void {
  const { sheet, area } = range;
  assertAllowed(sheet, "allowFormatColumns");
  range.session.settle();
  const widest = new Map<number, number>();
  for (const [row, column, cell] of sheet.entries()) {
    if (row < area.top || row > area.bottom || column < area.left || column > area.right || cell.value === null || styleAt(sheet, row, column).wrap) continue;
    widest.set(column, Math.max(widest.get(column) ?? 0, charactersOf(sheet, row, column)));
  }
  const columns = new Map<number, ColumnFormat>(sheet.get("columns"));
  for (const [column, characters] of widest) {
    columns.set(column, { hidden: false, style: 0, ...columns.get(column), width: Math.min(WIDEST, Math.round((characters + SPACE) * 100) / 100) });
  }
  sheet.set("columns", columns);
}

export function autofitRows(range: RangeHold): void {
  const { sheet, area } = range;
  assertAllowed(sheet, "allowFormatRows");
  range.session.settle();
  const highest = new Map<number, number>();
  for (const [row, column, cell] of sheet.entries()) {
    if (row < area.top || row > area.bottom || cell.value === null) continue;
    const style = styleAt(sheet, row, column);
    const line = (sheet.get("standardHeight") * style.font.size) / DEFAULT_SIZE;
    highest.set(row, Math.max(highest.get(row) ?? sheet.get("standardHeight"), line * (style.wrap ? linesOf(sheet, row, column) : 1)));
  }
  const rows = new Map<number, RowFormat>(sheet.get("rows"));
  for (const [row, height] of highest) rows.set(row, { hidden: false, style: 0, ...rows.get(row), height: Math.round(height * 4) / 4 });
  sheet.set("rows", rows);
}

/** Lines that a wrapped cell's text takes in its column. */
function linesOf(sheet: Sheet, row: number, column: number): number {
  const style = styleAt(sheet, row, column);
  const { text } = displayText(sheet.cell(row, column).value, style.numberFormat, sheet.workbook.date1904);
  const width = sheet.get("columns").get(column)?.width ?? sheet.get("standardWidth");
  const room = columnPixels(width) / (7 * (style.font.size / DEFAULT_SIZE) * (style.font.bold ? BOLD : 1));
  return text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / Math.max(1, room))), 0);
}
