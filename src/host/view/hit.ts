/** What lies under a point of the grid: a heading, the edge between two headings, or a cell. */
import type { Layout, Lines } from "./layout";

/** Pixels of the headings, and how far the part that is not frozen has been scrolled. */
export interface Window {
  readonly headingWidth: number;
  readonly headingHeight: number;
  readonly scrollLeft: number;
  readonly scrollTop: number;
}

export type Hit =
  | { readonly kind: "corner" }
  | { readonly kind: "column-heading" | "column-edge"; readonly column: number }
  | { readonly kind: "row-heading" | "row-edge"; readonly row: number }
  | { readonly kind: "cell"; readonly row: number; readonly column: number };

/** How near to the line between two headings a point takes hold of it. */
const GRIP = 4;

/** @param x, y - pixels from the grid's top left corner, headings included */
export function hitAt(layout: Layout, window: Window, x: number, y: number): Hit {
  const inColumns = x - window.headingWidth;
  const inRows = y - window.headingHeight;
  if (inColumns < 0 && inRows < 0) return { kind: "corner" };
  if (inRows < 0) {
    const edge = edgeNear(layout.columns, inColumns, window.scrollLeft);
    return edge === null ? { kind: "column-heading", column: lineAt(layout.columns, inColumns, window.scrollLeft) } : { kind: "column-edge", column: edge };
  }
  if (inColumns < 0) {
    const edge = edgeNear(layout.rows, inRows, window.scrollTop);
    return edge === null ? { kind: "row-heading", row: lineAt(layout.rows, inRows, window.scrollTop) } : { kind: "row-edge", row: edge };
  }
  return { kind: "cell", row: lineAt(layout.rows, inRows, window.scrollTop), column: lineAt(layout.columns, inColumns, window.scrollLeft) };
}

/** Pixels that the frozen lines take. */
export const frozenPixels = (lines: Lines): number => lines.starts[lines.frozen] ?? 0;

/** The sheet's index of the line at a pixel; the last one for points past the end, the first for points before. */
export function lineAt(lines: Lines, at: number, scrolled: number): number {
  return lines.shown[positionAt(lines, onSheet(lines, at, scrolled))] ?? 0;
}

/** Where a line's start shows, in pixels from the first one's place; it may lie outside what is in sight. */
export function shownAt(lines: Lines, position: number, scrolled: number): number {
  return (lines.starts[position] ?? 0) - (position < lines.frozen ? 0 : scrolled);
}

function edgeNear(lines: Lines, at: number, scrolled: number): number | null {
  const sheetAt = onSheet(lines, at, scrolled);
  const position = positionAt(lines, sheetAt);
  const nearEnd = Math.abs((lines.starts[position + 1] ?? Infinity) - sheetAt) <= GRIP;
  if (nearEnd) return lines.shown[position] ?? null;
  const nearStart = position > 0 && Math.abs((lines.starts[position] ?? Infinity) - sheetAt) <= GRIP;
  return nearStart ? lines.shown[position - 1] ?? null : null;
}

function onSheet(lines: Lines, at: number, scrolled: number): number {
  return at < frozenPixels(lines) ? at : at + scrolled;
}

function positionAt(lines: Lines, pixel: number): number {
  let low = 0;
  let high = lines.shown.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines.starts[middle] ?? 0) <= pixel) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** How far to scroll so that a line is wholly in sight; what is scrolled already when it is. */
export function scrollToShow(lines: Lines, position: number, scrolled: number, room: number): number {
  if (position < lines.frozen) return scrolled;
  const start = lines.starts[position] ?? 0;
  const end = lines.starts[position + 1] ?? start;
  const frozen = frozenPixels(lines);
  if (start - scrolled < frozen) return start - frozen;
  return end - scrolled > room ? Math.min(end - room, start - frozen) : scrolled;
}

/** The sheet's index of the last line in sight, when what is in sight ends at a pixel. */
export const positionAtEnd = (lines: Lines, pixel: number): number => lines.shown[positionAt(lines, pixel)] ?? 0;
