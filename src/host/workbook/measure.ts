/**
 * How wide a column and how high a row is: the characters of Excel's width box, the points of Office.js, the pixels of a screen.
 * Widths follow the default font of new workbooks (Calibri 11: seven pixels to a digit, five of padding).
 */
import type { Sheet } from "./sheet";

const DIGIT_PIXELS = 7;
const PADDING_PIXELS = 5;
export const POINTS_PER_PIXEL = 0.75;

/** Whole pixels at 100%. @param characters - as the width box shows them @example columnPixels(8.43) // => 64 */
export function columnPixels(characters: number): number {
  return characters < 1
    ? Math.round(characters * (DIGIT_PIXELS + PADDING_PIXELS))
    : Math.round(characters * DIGIT_PIXELS) + PADDING_PIXELS;
}

/** Characters as the width box shows them, to two places. @example columnCharacters(64) // => 8.43 */
export function columnCharacters(pixels: number): number {
  const all = DIGIT_PIXELS + PADDING_PIXELS;
  const characters = pixels <= all ? pixels / all : (pixels - PADDING_PIXELS) / DIGIT_PIXELS;
  return Math.round(characters * 100) / 100;
}

/** Points; 0 where the column is hidden. */
export function columnPoints(sheet: Sheet, column: number): number {
  const format = sheet.get("columns").get(column);
  if (format?.hidden === true) return 0;
  return columnPixels(format?.width ?? sheet.get("standardWidth")) * POINTS_PER_PIXEL;
}

/** Points; 0 where the row is hidden. */
export function rowPoints(sheet: Sheet, row: number): number {
  const format = sheet.get("rows").get(row);
  if (format?.hidden === true) return 0;
  return format?.height ?? sheet.get("standardHeight");
}

/** Points from the sheet's left edge to the column's. */
export function leftOf(sheet: Sheet, column: number): number {
  const standard = columnPixels(sheet.get("standardWidth")) * POINTS_PER_PIXEL;
  let left = column * standard;
  for (const special of sheet.get("columns").keys()) if (special < column) left += columnPoints(sheet, special) - standard;
  return left;
}

/** Points from the sheet's top edge to the row's. */
export function topOf(sheet: Sheet, row: number): number {
  const standard = sheet.get("standardHeight");
  let top = row * standard;
  for (const special of sheet.get("rows").keys()) if (special < row) top += rowPoints(sheet, special) - standard;
  return top;
}

/** The column under a place, and how many points into it the place lies. */
export function columnAt(sheet: Sheet, points: number): { readonly column: number; readonly into: number } {
  let rest = Math.max(0, points);
  for (let column = 0; column < 16_383; column++) {
    const width = columnPoints(sheet, column);
    if (rest < width) return { column, into: rest };
    rest -= width;
  }
  return { column: 16_383, into: 0 };
}

/** The row under a place, and how many points into it the place lies. */
export function rowAt(sheet: Sheet, points: number): { readonly row: number; readonly into: number } {
  let rest = Math.max(0, points);
  for (let row = 0; row < 1_048_575; row++) {
    const height = rowPoints(sheet, row);
    if (rest < height) return { row, into: rest };
    rest -= height;
  }
  return { row: 1_048_575, into: 0 };
}
