/** Enter and Tab inside a selection of many cells: the active cell walks through it and starts again at the end. */
import type { Sheet } from "../workbook/sheet";
import { selectPlace, type Place, type Selection } from "./moves";

export type Direction = "down" | "up" | "left" | "right";

/** The selection with its next active cell, or null for a selection of one cell (or one merge), where the keys go to the neighbour. */
export function nextWithin(sheet: Sheet, selection: Selection, direction: Direction): Selection | null {
  const { area, active } = selection;
  const alone = selectPlace(sheet, active).area;
  if (alone.top === area.top && alone.left === area.left && alone.bottom === area.bottom && alone.right === area.right) return null;
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  const down = active.row - area.top;
  const across = active.column - area.left;
  const byColumn = direction === "down" || direction === "up";
  const step = direction === "down" || direction === "right" ? 1 : -1;
  const count = rows * columns;
  const at = ((byColumn ? across * rows + down : down * columns + across) + step + count) % count;
  const place: Place = byColumn
    ? { row: area.top + (at % rows), column: area.left + Math.floor(at / rows) }
    : { row: area.top + Math.floor(at / columns), column: area.left + (at % columns) };
  return { ...selection, active: place };
}
