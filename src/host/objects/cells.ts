/** Cells under a range: the style a cell shows with, what protection allows, and writing blocks of content. */
import { columnCount, contains, intersect, MAX_COLUMNS, MAX_ROWS, rowCount, type Area } from "../workbook/area";
import type { Cause } from "../workbook/change";
import type { Cell, Sheet } from "../workbook/sheet";
import type { CellStyle } from "../workbook/style";
import { entered } from "./entered";
import type { DateOrder } from "./read-entry";
import { accessDenied, cellsExceedLimit, invalidReference, itemNotFound, wrongSize } from "./refusal";
import type { RangeHold } from "./session";

/** Excel gives null instead of cells for more than this many. */
export const MOST_CELLS_READ = 5_000_000;
export const MOST_CELLS_WRITTEN = 33_554_000;

/** The range, if its cells are still there. @throws Refusal ItemNotFound when its sheet is gone, InvalidReference when its cells are */
export function standing(range: RangeHold): RangeHold {
  if (range.session.workbook.sheetById(range.sheet.id) !== range.sheet) throw itemNotFound();
  if (range.lost) throw invalidReference();
  return range;
}

export const isWholeColumns = (area: Area): boolean => area.top === 0 && area.bottom === MAX_ROWS - 1;
export const isWholeRows = (area: Area): boolean => area.left === 0 && area.right === MAX_COLUMNS - 1;
export const cellsIn = (area: Area): number => rowCount(area) * columnCount(area);

/** The style number a cell shows with: its own, else its row's, else its column's. */
export function styleNumber(sheet: Sheet, row: number, column: number): number {
  const stored = sheet.stored(row, column);
  if (stored !== null) return stored.style;
  return sheet.get("rows").get(row)?.style || sheet.get("columns").get(column)?.style || 0;
}

export const styleAt = (sheet: Sheet, row: number, column: number): CellStyle => sheet.workbook.styles.at(styleNumber(sheet, row, column));

/** @throws Refusal AccessDenied where the sheet is protected and a cell of the area is locked */
export function assertUnlocked(sheet: Sheet, area: Area): void {
  if (sheet.get("protection") === null) return;
  for (const style of stylesIn(sheet, area)) if (style.locked) throw accessDenied();
}

/** @param option - the protection option that would allow it, by Office.js's name @throws Refusal AccessDenied */
export function assertAllowed(sheet: Sheet, option: string): void {
  const protection = sheet.get("protection");
  if (protection !== null && protection.options[option] !== true) throw accessDenied();
}

/** Every style that a cell of the area shows with, each once. Quick for whole columns too. */
export function stylesIn(sheet: Sheet, area: Area): readonly CellStyle[] {
  const numbers = new Set<number>();
  if (cellsIn(area) <= sheet.storedCount + 10_000) {
    for (let row = area.top; row <= area.bottom; row++) for (let column = area.left; column <= area.right; column++) numbers.add(styleNumber(sheet, row, column));
  } else {
    let stored = 0;
    for (const [row, column, cell] of sheet.entries()) {
      if (!contains(area, row, column)) continue;
      stored += 1;
      numbers.add(cell.style);
    }
    if (stored < cellsIn(area)) for (const number of stylesOfBlanks(sheet, area)) numbers.add(number);
  }
  return [...numbers].map((number) => sheet.workbook.styles.at(number));
}

function stylesOfBlanks(sheet: Sheet, area: Area): readonly number[] {
  const numbers: number[] = [];
  let columns = 0;
  for (const [column, format] of sheet.get("columns")) if (column >= area.left && column <= area.right) { numbers.push(format.style); columns += 1; }
  for (const [row, format] of sheet.get("rows")) if (row >= area.top && row <= area.bottom && format.style !== 0) numbers.push(format.style);
  if (columns < columnCount(area)) numbers.push(0);
  return numbers;
}

/** Changes the style of every cell in the area; whole columns and rows through their formats as well. */
export function restyle(sheet: Sheet, area: Area, change: (style: CellStyle) => CellStyle, cause: Cause = "api"): void {
  const { styles } = sheet.workbook;
  const changed = new Map<number, number>();
  const restyled = (number: number): number => {
    let to = changed.get(number);
    if (to === undefined) changed.set(number, (to = styles.intern(change(styles.at(number)))));
    return to;
  };
  if (isWholeColumns(area) || isWholeRows(area)) restyleLines(sheet, area, restyled, cause);
  const within = isWholeColumns(area) || isWholeRows(area) ? (sheet.extent === null ? null : intersect(area, sheet.extent)) : area;
  if (within === null) return;
  const whole = within !== area;
  sheet.write(within, cause, "style", (cell, row, column) => {
    if (whole && sheet.stored(row, column) === null) return cell;
    const style = restyled(styleNumber(sheet, row, column));
    return style === cell.style && sheet.stored(row, column) !== null ? cell : { ...cell, style };
  });
}

function restyleLines(sheet: Sheet, area: Area, restyled: (number: number) => number, cause: Cause): void {
  if (isWholeColumns(area)) {
    const columns = new Map(sheet.get("columns"));
    for (let column = area.left; column <= area.right; column++) {
      const format = columns.get(column) ?? { width: null, hidden: false, style: 0 };
      columns.set(column, { ...format, style: restyled(format.style) });
    }
    sheet.set("columns", columns, cause);
    return;
  }
  const rows = new Map(sheet.get("rows"));
  for (let row = area.top; row <= area.bottom; row++) {
    const format = rows.get(row) ?? { height: null, hidden: false, style: 0 };
    rows.set(row, { ...format, style: restyled(format.style) });
  }
  sheet.set("rows", rows, cause);
}

/** What a request sets a block to: a value for every cell, or rows of values of the block's size. @throws Refusal InvalidArgument */
export function valueAt(range: RangeHold, input: unknown): (row: number, column: number) => unknown {
  const { area } = range;
  if (!Array.isArray(input)) return () => input;
  const rows: readonly unknown[] = input;
  if (rows.length !== rowCount(area)) throw wrongSize();
  for (const row of rows) if (!Array.isArray(row) || row.length !== columnCount(area)) throw wrongSize();
  return (row, column) => {
    const line: unknown = rows[row - area.top];
    return Array.isArray(line) ? line[column - area.left] : null;
  };
}

/**
 * Enters values and formulas into a block as Excel takes them from a program. null leaves a cell alone.
 * @param order - how dates are written; the user's own order only where a program asks for it
 * @throws Refusal
 */
export function enterBlock(range: RangeHold, input: unknown, cause: Cause = "api", order: DateOrder = "month-first"): void {
  const { sheet, area } = standing(range);
  if (cellsIn(area) > MOST_CELLS_WRITTEN) throw cellsExceedLimit();
  const at = valueAt(range, input);
  assertUnlocked(sheet, area);
  const dates = range.session.dates(order);
  // Parsed before anything is written, so that a wrong value in the last cell leaves the first as it was.
  const width = columnCount(area);
  const planned: (Cell | undefined)[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const value = at(row, column);
      if (value === null || value === undefined) continue;
      planned[(row - area.top) * width + column - area.left] = entered(styleNumber(sheet, row, column), value, sheet.workbook, dates);
    }
  }
  range.session.noteBefore(sheet, area.top, area.left);
  sheet.write(area, cause, "content", (cell, row, column) => planned[(row - area.top) * width + column - area.left] ?? cell);
}
