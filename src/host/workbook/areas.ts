/** Rectangles taken apart. */
import { intersect, type Area } from "./area";

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

/** What is left of rectangles when others are cut out of them. */
export const withoutAreas = (areas: readonly Area[], cuts: readonly Area[]): readonly Area[] =>
  cuts.reduce<readonly Area[]>((rest, cut) => rest.flatMap((area) => withoutArea(area, cut)), areas);

export const sameArea = (a: Area, b: Area): boolean => a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;

/** Whether an area lies whole within another. */
export const within = (inner: Area, outer: Area): boolean =>
  inner.top >= outer.top && inner.left >= outer.left && inner.bottom <= outer.bottom && inner.right <= outer.right;

/** Fewer rectangles over the same cells: neighbours that share a whole edge become one. The first stays first. */
export function joined(areas: readonly Area[]): readonly Area[] {
  const list = [...areas];
  for (let i = 0; i < list.length; ) {
    const partner = list.findIndex((other, j) => j > i && list[i] !== undefined && fits(list[i] as Area, other));
    if (partner < 0) {
      i += 1;
      continue;
    }
    const [other] = list.splice(partner, 1);
    const one = list[i];
    if (one !== undefined && other !== undefined) list[i] = { top: Math.min(one.top, other.top), left: Math.min(one.left, other.left), bottom: Math.max(one.bottom, other.bottom), right: Math.max(one.right, other.right) };
    i = 0;
  }
  return list;
}

function fits(a: Area, b: Area): boolean {
  const sideBySide = a.top === b.top && a.bottom === b.bottom && (a.right + 1 === b.left || b.right + 1 === a.left);
  const stacked = a.left === b.left && a.right === b.right && (a.bottom + 1 === b.top || b.bottom + 1 === a.top);
  return sideBySide || stacked;
}
