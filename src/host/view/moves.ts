/** Where the active cell goes: arrow keys over what shows, Ctrl+arrow to the edge of a block, Home, End and pages, and the same with Shift to extend. */
import { MAX_COLUMNS, MAX_ROWS, type Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import { positionOf, type Layout, type Lines } from "./layout";
import { mergeAt } from "./merge-index";

export interface Place { readonly row: number; readonly column: number }

/** A selection: the area, the cell that typing goes to, and the corner that Shift+arrow moves. `others` were selected before with Ctrl held down. */
export interface Selection { readonly area: Area; readonly active: Place; readonly moving: Place; readonly others?: readonly Area[] }

/** Every area of a selection, the first selected first. */
export const areasOf = ({ area, others }: Selection): readonly Area[] => (others === undefined ? [area] : [...others, area]);

export type Move =
  | { readonly kind: "step"; readonly rows: number; readonly columns: number }
  | { readonly kind: "edge"; readonly rows: -1 | 0 | 1; readonly columns: -1 | 0 | 1 }
  | { readonly kind: "page"; readonly pages: number; readonly rowsInPage: number }
  | { readonly kind: "page-across"; readonly pages: number; readonly columnsInPage: number }
  | { readonly kind: "row-start" }
  | { readonly kind: "first-cell" }
  | { readonly kind: "last-cell" };

/** The selection of one cell, or of the merged cells it belongs to. */
export function selectPlace(sheet: Sheet, place: Place): Selection {
  const merge = mergeAt(sheet, place.row, place.column);
  const active = merge === null ? place : { row: merge.top, column: merge.left };
  return { area: merge ?? { top: place.row, left: place.column, bottom: place.row, right: place.column }, active, moving: active };
}

/** The area between two cells, grown until it cuts no merged cells. */
export function selectBetween(sheet: Sheet, active: Place, moving: Place): Selection {
  let area: Area = { top: Math.min(active.row, moving.row), left: Math.min(active.column, moving.column), bottom: Math.max(active.row, moving.row), right: Math.max(active.column, moving.column) };
  for (let grew = true; grew; ) {
    grew = false;
    for (const merge of sheet.get("merges")) {
      const touches = merge.top <= area.bottom && merge.bottom >= area.top && merge.left <= area.right && merge.right >= area.left;
      const next = { top: Math.min(area.top, merge.top), left: Math.min(area.left, merge.left), bottom: Math.max(area.bottom, merge.bottom), right: Math.max(area.right, merge.right) };
      if (!touches || (next.top === area.top && next.left === area.left && next.bottom === area.bottom && next.right === area.right)) continue;
      area = next;
      grew = true;
    }
  }
  return { area, active, moving };
}

/** The selection after a move; with `extend` the active cell stays and the area reaches to the new place. */
export function moved(sheet: Sheet, layout: Layout, from: Selection, move: Move, extend: boolean): Selection {
  const start = extend ? from.moving : leaving(sheet, from.active, move);
  const place = target(sheet, layout, start, move);
  return extend ? selectBetween(sheet, from.active, place) : selectPlace(sheet, place);
}

/** The cell of a merge that a step leaves from, so that one step leaves the whole of it. */
function leaving(sheet: Sheet, active: Place, move: Move): Place {
  const merge = mergeAt(sheet, active.row, active.column);
  if (merge === null || move.kind !== "step") return active;
  return { row: move.rows > 0 ? merge.bottom : active.row, column: move.columns > 0 ? merge.right : active.column };
}

function target(sheet: Sheet, layout: Layout, from: Place, move: Move): Place {
  switch (move.kind) {
    case "step": return { row: along(layout.rows, from.row, move.rows), column: along(layout.columns, from.column, move.columns) };
    case "page": return { row: along(layout.rows, from.row, move.pages * move.rowsInPage), column: from.column };
    case "page-across": return { row: from.row, column: along(layout.columns, from.column, move.pages * move.columnsInPage) };
    case "row-start": return { row: from.row, column: layout.columns.shown[layout.columns.frozen] ?? 0 };
    case "first-cell": return { row: layout.rows.shown[layout.rows.frozen] ?? 0, column: layout.columns.shown[layout.columns.frozen] ?? 0 };
    case "last-cell": {
      const used = sheet.usedArea();
      return used === null ? { row: 0, column: 0 } : { row: used.bottom, column: used.right };
    }
    case "edge": return edge(sheet, layout, from, move.rows, move.columns);
  }
}

function along(lines: Lines, index: number, steps: number): number {
  const last = lines.shown.length - 1;
  return lines.shown[Math.max(0, Math.min(last, positionOf(lines, index) + steps))] ?? index;
}

/** The last filled cell of the block one stands in, else the next filled cell, else the end of the sheet. */
function edge(sheet: Sheet, layout: Layout, from: Place, rows: -1 | 0 | 1, columns: -1 | 0 | 1): Place {
  const isDown = rows !== 0;
  const lines = isDown ? layout.rows : layout.columns;
  const step = rows + columns;
  const placeAt = (index: number): Place => (isDown ? { row: index, column: from.column } : { row: from.row, column: index });
  const isFilled = (at: number): boolean => {
    const { row, column } = placeAt(lines.shown[at] ?? -1);
    return sheet.cell(row, column).value !== null;
  };
  const isThere = (at: number): boolean => at >= 0 && at < lines.shown.length;
  let at = positionOf(lines, isDown ? from.row : from.column);
  const runsInBlock = isFilled(at) && isThere(at + step) && isFilled(at + step);
  while (isThere(at + step)) {
    if (runsInBlock && !isFilled(at + step)) return placeAt(lines.shown[at] ?? 0);
    at += step;
    if (!runsInBlock && isFilled(at)) return placeAt(lines.shown[at] ?? 0);
  }
  // Beyond what is laid out nothing is filled.
  return placeAt(step > 0 ? lastShown(sheet, isDown) : lines.shown[at] ?? 0);
}

/** The last line of the sheet that is not hidden. */
function lastShown(sheet: Sheet, isDown: boolean): number {
  const formats = isDown ? sheet.get("rows") : sheet.get("columns");
  let last = (isDown ? MAX_ROWS : MAX_COLUMNS) - 1;
  while (last > 0 && formats.get(last)?.hidden === true) last--;
  return last;
}
