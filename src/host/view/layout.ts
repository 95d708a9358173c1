/** A sheet laid out on a screen: which rows and columns show, and at which pixel. Hidden ones are left out; frozen ones come first. */
import { MAX_COLUMNS, MAX_ROWS } from "../workbook/area";
import { columnAt, columnPixels, rowAt } from "../workbook/measure";
import type { Frame } from "../workbook/chart";
import type { Sheet } from "../workbook/sheet";

/** One direction of a sheet: the lines that show, in order, with their pixels. */
export interface Lines {
  /** The sheet's index of each line that shows. */
  readonly shown: readonly number[];
  /** Pixels of each line that shows. */
  readonly sizes: readonly number[];
  /** Pixels from the first line that shows to the start of each, and one more entry for the end. */
  readonly starts: readonly number[];
  /** How many of the lines that show are frozen. */
  readonly frozen: number;
}

export interface Layout {
  readonly columns: Lines;
  readonly rows: Lines;
  readonly zoom: number;
}

/** How far the grid reaches: beyond what is used, and further as a person goes further. */
export interface Reach { readonly rows: number; readonly columns: number }

export const PIXELS_PER_POINT = 96 / 72;
const SPARE_ROWS = 60;
const SPARE_COLUMNS = 10;
const LEAST_ROWS = 100;
const LEAST_COLUMNS = 26;

/**
 * The layout at the sheet's own zoom.
 * @param autoHeight - points that a row without a set height needs for what it holds, or null for the standard
 */
export function layOut(sheet: Sheet, reach: Reach, autoHeight: (row: number) => number | null): Layout {
  const zoom = sheet.get("zoom") / 100;
  const frozen = sheet.get("frozen");
  const columnFormats = sheet.get("columns");
  const rowFormats = sheet.get("rows");
  const standardWidth = sheet.get("standardWidth");
  const standardHeight = sheet.get("standardHeight");
  const columns = lines(Math.min(MAX_COLUMNS, Math.max(reach.columns, LEAST_COLUMNS)), frozen.columns, (column) => {
    const format = columnFormats.get(column);
    return format?.hidden === true ? 0 : Math.round(columnPixels(format?.width ?? standardWidth) * zoom);
  });
  const rows = lines(Math.min(MAX_ROWS, Math.max(reach.rows, LEAST_ROWS)), frozen.rows, (row) => {
    const format = rowFormats.get(row);
    if (format?.hidden === true) return 0;
    return Math.round((format?.height ?? autoHeight(row) ?? standardHeight) * PIXELS_PER_POINT * zoom);
  });
  return { columns, rows, zoom };
}

function lines(count: number, frozenUpTo: number, sizeOf: (index: number) => number): Lines {
  const shown: number[] = [];
  const sizes: number[] = [];
  const starts: number[] = [0];
  let frozen = 0;
  let at = 0;
  for (let index = 0; index < count; index++) {
    const size = sizeOf(index);
    if (size <= 0) continue;
    if (index < frozenUpTo) frozen++;
    shown.push(index);
    sizes.push(size);
    starts.push((at += size));
  }
  return { shown, sizes, starts, frozen };
}

/** Rows and columns that the sheet's cells and charts reach to, and some beyond. */
export function farthest(sheet: Sheet): Reach {
  const extent = sheet.extent;
  let rows = extent === null ? 0 : extent.bottom + 1;
  let columns = extent === null ? 0 : extent.right + 1;
  for (const { frame } of sheet.get("charts")) {
    rows = Math.max(rows, rowAt(sheet, frame.top + frame.height).row + 1);
    columns = Math.max(columns, columnAt(sheet, frame.left + frame.width).column + 1);
  }
  return { rows: rows + SPARE_ROWS, columns: columns + SPARE_COLUMNS };
}

/** The position among the lines that show: the line itself, or the next one that shows when it is hidden. */
export function positionOf(lines: Lines, index: number): number {
  return Math.min(firstFrom(lines, index), Math.max(0, lines.shown.length - 1));
}

/** Pixels from the first line that shows to the start of a line; for a hidden line, to the next that shows. */
export function startOf(lines: Lines, index: number): number {
  return lines.starts[firstFrom(lines, index)] ?? 0;
}

/** How many of the lines that show come before an index of the sheet. */
function firstFrom(lines: Lines, index: number): number {
  let low = 0;
  let high = lines.shown.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines.shown[middle] ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A rectangle on the laid-out sheet, in pixels from its first cell that shows. */
export interface PixelFrame { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/**
 * Where a chart lies on the screen. It hangs on cells, so it moves and stretches with rows that grew to fit their text and shrinks over hidden ones.
 * @param frame - points on the sheet, as the workbook keeps it
 */
export function framePixels(sheet: Sheet, layout: Layout, frame: Frame): PixelFrame {
  const x = (points: number): number => {
    const { column, into } = columnAt(sheet, points);
    return startOf(layout.columns, column) + into * PIXELS_PER_POINT * layout.zoom;
  };
  const y = (points: number): number => {
    const { row, into } = rowAt(sheet, points);
    return startOf(layout.rows, row) + into * PIXELS_PER_POINT * layout.zoom;
  };
  const left = x(frame.left);
  const top = y(frame.top);
  return { left, top, width: x(frame.left + frame.width) - left, height: y(frame.top + frame.height) - top };
}
