/** Rectangles of cells, zero-based and inclusive, and their A1 names. */

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A rectangle on a sheet; rows and columns count from 0, both ends inclusive. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function area(top: number, left: number, rows = 1, columns = 1): Area {
  return { top, left, bottom: top + rows - 1, right: left + columns - 1 };
}

export const rowCount = (a: Area): number => a.bottom - a.top + 1;
export const columnCount = (a: Area): number => a.right - a.left + 1;
export const contains = (a: Area, row: number, column: number): boolean =>
  row >= a.top && row <= a.bottom && column >= a.left && column <= a.right;

export function intersect(a: Area, b: Area): Area | null {
  const top = Math.max(a.top, b.top);
  const left = Math.max(a.left, b.left);
  const bottom = Math.min(a.bottom, b.bottom);
  const right = Math.min(a.right, b.right);
  return top <= bottom && left <= right ? { top, left, bottom, right } : null;
}

/** @example columnName(27) // => "AB" */
export function columnName(column: number): string {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** @example columnIndex("AB") // => 27 */
export function columnIndex(name: string): number {
  let n = 0;
  for (const letter of name.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

export const cellName = (row: number, column: number): string => columnName(column) + String(row + 1);

/** The A1 name without a sheet; whole columns and rows in Excel's short form. @example areaName(area(0, 0, 2, 2)) // => "A1:B2" */
export function areaName(a: Area): string {
  if (a.top === 0 && a.bottom === MAX_ROWS - 1) return `${columnName(a.left)}:${columnName(a.right)}`;
  if (a.left === 0 && a.right === MAX_COLUMNS - 1) return `${a.top + 1}:${a.bottom + 1}`;
  const first = cellName(a.top, a.left);
  const last = cellName(a.bottom, a.right);
  return first === last ? first : `${first}:${last}`;
}

const CELLS = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?$/;
const COLUMNS = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const ROWS = /^\$?([0-9]{1,7}):\$?([0-9]{1,7})$/;

/** Reads "B2", "A1:C3", "A:C" or "2:5" (no sheet name); null when it is none of these or off the sheet. */
export function parseArea(text: string): Area | null {
  const cells = CELLS.exec(text);
  if (cells) {
    const [, c1 = "", r1 = "", c2 = c1, r2 = r1] = cells;
    return ordered(Number(r1) - 1, columnIndex(c1), Number(r2) - 1, columnIndex(c2));
  }
  const columns = COLUMNS.exec(text);
  if (columns) return ordered(0, columnIndex(columns[1] ?? ""), MAX_ROWS - 1, columnIndex(columns[2] ?? ""));
  const rows = ROWS.exec(text);
  if (rows) return ordered(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1);
  return null;
}

function ordered(r1: number, c1: number, r2: number, c2: number): Area | null {
  const a = { top: Math.min(r1, r2), left: Math.min(c1, c2), bottom: Math.max(r1, r2), right: Math.max(c1, c2) };
  return a.top < 0 || a.left < 0 || a.bottom >= MAX_ROWS || a.right >= MAX_COLUMNS ? null : a;
}
