/** Zero-based rows and columns as Excel writes them. */
import type { Rectangle } from "./types";

/** @example columnLetters(27) // => "AB" */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** @example columnIndex("AB") // => 27 */
export const columnIndex = (letters: string): number => [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The first cell that a reference names, fixed or not; null where it names none. @example cellIn("$B$6:B9") // => { row: 5, column: 1 } */
export function cellIn(reference: string): { readonly row: number; readonly column: number } | null {
  const [, letters, row] = /^\$?([A-Za-z]+)\$?(\d+)/.exec(reference) ?? [];
  return letters === undefined || row === undefined ? null : { row: Number(row) - 1, column: columnIndex(letters) };
}

/** @example a1(2, 1) // => "B3" */
export const a1 = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** @example areaName({ top: 0, left: 0, rows: 2, columns: 2 }) // => "A1:B2" */
export function areaName({ top, left, rows, columns }: Rectangle): string {
  return rows === 1 && columns === 1 ? a1(top, left) : `${a1(top, left)}:${a1(top + rows - 1, left + columns - 1)}`;
}
