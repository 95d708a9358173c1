/** Where a cell shows on the grid, and how far to scroll so that it does. */
import type { Area } from "../workbook/area";
import type { GridPicture } from "./grid-picture";
import { scrollToShow, shownAt, type Window } from "./hit";
import { positionOf } from "./layout";
import type { Place } from "./moves";
import type { Box } from "./paint-cell";

/** The cell's box, or that of the merged cells it belongs to, in pixels of the grid. */
export function boxOf(picture: GridPicture, window: Window, place: Place): Box {
  const merge: Area = picture.mergeAt(place.row, place.column) ?? { top: place.row, left: place.column, bottom: place.row, right: place.column };
  const { columns, rows } = picture.layout;
  const [left, top] = [positionOf(columns, merge.left), positionOf(rows, merge.top)];
  const [right, bottom] = [positionOf(columns, merge.right), positionOf(rows, merge.bottom)];
  return {
    x: window.headingWidth + shownAt(columns, left, window.scrollLeft),
    y: window.headingHeight + shownAt(rows, top, window.scrollTop),
    width: (columns.starts[right + 1] ?? 0) - (columns.starts[left] ?? 0),
    height: (rows.starts[bottom + 1] ?? 0) - (rows.starts[top] ?? 0),
  };
}

/** The scroll position at which the cell is wholly in sight. @param room - pixels in sight, headings included */
export function scrollFor(picture: GridPicture, window: Window, room: { readonly width: number; readonly height: number }, place: Place): { readonly left: number; readonly top: number } {
  const { columns, rows } = picture.layout;
  return {
    left: scrollToShow(columns, positionOf(columns, place.column), window.scrollLeft, room.width - window.headingWidth),
    top: scrollToShow(rows, positionOf(rows, place.row), window.scrollTop, room.height - window.headingHeight),
  };
}
