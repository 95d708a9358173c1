/** Columns' widths and rows' heights by hand: dragged, or fitted to what they hold. */
import { assertAllowed } from "../objects/cells";
import { columnCharacters } from "../workbook/measure";
import type { ColumnFormat, RowFormat, Sheet } from "../workbook/sheet";
import type { GridPicture } from "./grid-picture";
import { PIXELS_PER_POINT } from "./layout";

const LEAST = 4;
const PLAIN = { hidden: false, style: 0 } as const;

/** @param pixels - on the screen, at the sheet's zoom; 0 or less hides the columns @throws Refusal AccessDenied */
export function setColumnWidths(sheet: Sheet, columns: readonly number[], pixels: number): void {
  const all = pixels / (sheet.get("zoom") / 100);
  changeColumns(sheet, columns, (before) => (all < LEAST ? { ...before, hidden: true } : { ...before, hidden: false, width: columnCharacters(all) }));
}

/** @param pixels - on the screen, at the sheet's zoom; 0 or less hides the rows @throws Refusal AccessDenied */
export function setRowHeights(sheet: Sheet, rows: readonly number[], pixels: number): void {
  const all = pixels / (sheet.get("zoom") / 100);
  changeRows(sheet, rows, (before) => (all < LEAST ? { ...before, hidden: true } : { ...before, hidden: false, height: Math.round((all / PIXELS_PER_POINT) * 4) / 4 }));
}

/** As wide as the widest text of each; empty columns stay as they are. Wrapped and merged cells do not count. @throws Refusal AccessDenied */
export function fitColumns(picture: GridPicture, columns: readonly number[]): void {
  const widest = new Map<number, number>();
  const wanted = new Set(columns);
  for (const [row, column, cell] of picture.sheet.entries()) {
    if (!wanted.has(column) || cell.value === null || picture.mergeAt(row, column) !== null) continue;
    const look = picture.look(row, column);
    if (!look.wrap) widest.set(column, Math.max(widest.get(column) ?? 0, picture.textWidth(look) + (look.filterButton === null ? 0 : 20)));
  }
  const zoom = picture.sheet.get("zoom") / 100;
  changeColumns(picture.sheet, [...widest.keys()], (before, column) => ({ ...before, hidden: false, width: columnCharacters((Math.ceil(widest.get(column) ?? 0) + 3) / zoom) }));
}

/** Rows without a height of their own again: as high as what they hold needs. @throws Refusal AccessDenied */
export function fitRows(sheet: Sheet, rows: readonly number[]): void {
  changeRows(sheet, rows, (before) => ({ ...before, height: null }));
}

function changeColumns(sheet: Sheet, columns: readonly number[], change: (before: ColumnFormat, column: number) => ColumnFormat): void {
  assertAllowed(sheet, "allowFormatColumns");
  const formats = sheet.get("columns");
  sheet.set("columns", new Map([...formats, ...columns.map((column) => [column, change(formats.get(column) ?? { ...PLAIN, width: null }, column)] as const)]), "typed");
}

function changeRows(sheet: Sheet, rows: readonly number[], change: (before: RowFormat) => RowFormat): void {
  assertAllowed(sheet, "allowFormatRows");
  const formats = sheet.get("rows");
  sheet.set("rows", new Map([...formats, ...rows.map((row) => [row, change(formats.get(row) ?? { ...PLAIN, height: null })] as const)]), "typed");
}
