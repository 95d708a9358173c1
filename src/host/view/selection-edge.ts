/** The edge of the selection under the mouse: its border, by which cells are moved, and the handle at its corner, which fills. */
import { isWholeColumns, isWholeRows } from "../objects/cells";
import type { Area } from "../workbook/area";
import type { GridPicture } from "./grid-picture";
import { frozenPixels, type Window } from "./hit";
import type { Box } from "./paint-cell";
import { boxOf } from "./sheet-box";

/** Half the side of the handle in pixels, and how near to the border counts. */
const HANDLE = 5;
const NEAR = 3;

/** An area on the grid in pixels; it may reach out of sight. */
export function boxOfArea(picture: GridPicture, window: Window, area: Area): Box {
  const first = boxOf(picture, window, { row: area.top, column: area.left });
  const last = boxOf(picture, window, { row: area.bottom, column: area.right });
  return { x: first.x, y: first.y, width: last.x + last.width - first.x, height: last.y + last.height - first.y };
}

/** @param x, y - pixels of the grid */
export function selectionEdgeAt(picture: GridPicture, window: Window, area: Area, x: number, y: number): "handle" | "border" | null {
  if (isWholeColumns(area) || isWholeRows(area)) return null;
  const { x: left, y: top, width, height } = boxOfArea(picture, window, area);
  const [right, bottom] = [left + width, top + height];
  const { columns, rows, } = picture.layout;
  // What is scrolled under the frozen part or the headings cannot be taken hold of there.
  const isHidden = (area.right >= (columns.shown[columns.frozen] ?? 0) && right < window.headingWidth + frozenPixels(columns)) || (area.bottom >= (rows.shown[rows.frozen] ?? 0) && bottom < window.headingHeight + frozenPixels(rows));
  if (isHidden || x < window.headingWidth || y < window.headingHeight) return null;
  if (Math.abs(x - right) <= HANDLE && Math.abs(y - bottom) <= HANDLE) return "handle";
  const isAlong = x >= left - NEAR && x <= right + NEAR && y >= top - NEAR && y <= bottom + NEAR;
  const isOnEdge = Math.abs(x - left) <= NEAR || Math.abs(x - right) <= NEAR || Math.abs(y - top) <= NEAR || Math.abs(y - bottom) <= NEAR;
  return isAlong && isOnEdge ? "border" : null;
}
