/** Rectangles taken apart. */
import { intersect, type Area } from "../workbook/area";

/** What is left of a rectangle when another is cut out of it: none to four rectangles. */
export function withoutArea(area: Area, cut: Area): readonly Area[] {
  const shared = intersect(area, cut);
  if (shared === null) return [area];
  const left: Area[] = [];
  if (shared.top > area.top) left.push({ ...area, bottom: shared.top - 1 });
  if (shared.bottom < area.bottom) left.push({ ...area, top: shared.bottom + 1 });
  const middle = { ...area, top: shared.top, bottom: shared.bottom };
  if (shared.left > area.left) left.push({ ...middle, right: shared.left - 1 });
  if (shared.right < area.right) left.push({ ...middle, left: shared.right + 1 });
  return left;
}

export const sameArea = (a: Area, b: Area): boolean => a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;

/** Whether an area lies whole within another. */
export const within = (inner: Area, outer: Area): boolean =>
  inner.top >= outer.top && inner.left >= outer.left && inner.bottom <= outer.bottom && inner.right <= outer.right;
