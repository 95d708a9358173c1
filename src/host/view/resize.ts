/** A column's width and a row's height by hand: dragged, or fitted to what they hold. */
import { columnCharacters } from "../workbook/measure";
import type { Sheet } from "../workbook/sheet";
import type { GridPicture } from "./grid-picture";
import { PIXELS_PER_POINT } from "./layout";

const LEAST = 4;

/** @param pixels - on the screen, at the sheet's zoom; 0 or less hides the column */
export function setColumnWidth(sheet: Sheet, column: number, pixels: number): void {
  const all = pixels / (sheet.get("zoom") / 100);
  const before = sheet.get("columns").get(column) ?? { width: null, hidden: false, style: 0 };
  const format = all < LEAST ? { ...before, hidden: true } : { ...before, hidden: false, width: columnCharacters(all) };
  sheet.set("columns", new Map([...sheet.get("columns"), [column, format]]), "typed");
}

export function setRowHeight(sheet: Sheet, row: number, pixels: number): void {
  const all = pixels / (sheet.get("zoom") / 100);
  const before = sheet.get("rows").get(row) ?? { height: null, hidden: false, style: 0 };
  const format = all < LEAST ? { ...before, hidden: true } : { ...before, hidden: false, height: Math.round((all / PIXELS_PER_POINT) * 4) / 4 };
  sheet.set("rows", new Map([...sheet.get("rows"), [row, format]]), "typed");
}

/** Pixels that the widest text of a column takes; null for an empty column. Wrapped and merged cells do not count. */
export function fittingWidth(picture: GridPicture, column: number): number | null {
  let widest = 0;
  for (const [row, at, cell] of picture.sheet.entries()) {
    if (at !== column || cell.value === null || picture.mergeAt(row, column) !== null) continue;
    const look = picture.look(row, column);
    if (!look.wrap) widest = Math.max(widest, picture.textWidth(look) + (look.hasFilterButton ? 20 : 0));
  }
  return widest === 0 ? null : Math.ceil(widest) + 3;
}
