/** Where a rectangle is after cells were put in ("down", "right") or taken out ("up", "left") elsewhere on its sheet. */
import { MAX_COLUMNS, MAX_ROWS, type Area } from "./area";

export type Direction = "down" | "up" | "right" | "left";

/**
 * The moved or resized rectangle; null when it was taken out whole.
 * A rectangle that the block only meets in part, across the direction of movement, stays where it is, as in Excel.
 */
export function shiftArea(area: Area, block: Area, direction: Direction): Area | null {
  if (direction === "down" || direction === "up") {
    if (area.left < block.left || area.right > block.right) return area;
    const moved = shiftSpan(area.top, area.bottom, block.top, block.bottom, direction === "down", MAX_ROWS - 1);
    return moved === null ? null : { ...area, top: moved.first, bottom: moved.last };
  }
  if (area.top < block.top || area.bottom > block.bottom) return area;
  const moved = shiftSpan(area.left, area.right, block.left, block.right, direction === "right", MAX_COLUMNS - 1);
  return moved === null ? null : { ...area, left: moved.first, right: moved.last };
}

function shiftSpan(first: number, last: number, from: number, to: number, insert: boolean, end: number): { readonly first: number; readonly last: number } | null {
  const by = to - from + 1;
  if (insert) {
    if (from > last) return { first, last };
    const movedFirst = from <= first ? first + by : first;
    return movedFirst > end ? null : { first: movedFirst, last: Math.min(last + by, end) };
  }
  if (from > last) return { first, last };
  if (from <= first && to >= last) return null;
  const taken = (place: number): number => Math.max(0, Math.min(to, place - 1) - from + 1);
  return { first: first - taken(first), last: last - taken(last + 1) };
}
