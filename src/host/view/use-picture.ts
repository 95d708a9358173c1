/** The active sheet as a picture, made anew when something on it may look different; it reaches beyond what is used as a person goes further. */
import { useMemo, useRef } from "react";
import { MAX_COLUMNS, MAX_ROWS } from "../workbook/area";
import type { HighlightsOf } from "../calc/highlight";
import { canvasMeasure } from "./fonts";
import { GridPicture } from "./grid-picture";
import type { Hand } from "./hand";
import type { Reach } from "./layout";

const BEYOND_ROWS = 60;
const BEYOND_COLUMNS = 8;

/** @param scrolledTo - the last row and column in sight */
export function usePicture(hand: Hand, highlightsOf: HighlightsOf, scrolledTo: Reach): GridPicture {
  const measure = useMemo(() => canvasMeasure(document), []);
  const reaches = useRef(new Map<string, Reach>());
  const { sheet, selection } = hand;
  const before = reaches.current.get(sheet.id) ?? { rows: 0, columns: 0 };
  // Whole columns and rows reach to the sheet's end and need no more of it shown.
  const down = Math.max(selection.active.row, selection.moving.row === MAX_ROWS - 1 ? 0 : selection.moving.row, scrolledTo.rows);
  const across = Math.max(selection.active.column, selection.moving.column === MAX_COLUMNS - 1 ? 0 : selection.moving.column, scrolledTo.columns);
  const reach = { rows: grown(before.rows, down, BEYOND_ROWS, MAX_ROWS), columns: grown(before.columns, across, BEYOND_COLUMNS, MAX_COLUMNS) };
  reaches.current.set(sheet.id, reach);
  const { content } = hand;
  return useMemo(() => new GridPicture(sheet, measure, highlightsOf, { rows: reach.rows, columns: reach.columns }),
    // A change of content is told by its number: the sheet object stays the same.
    [sheet, measure, highlightsOf, content, reach.rows, reach.columns]);
}

/** Grows in steps, so that the grid is not laid out anew for each row. */
const grown = (before: number, needed: number, step: number, most: number): number =>
  needed + step / 2 <= before ? before : Math.min(most, Math.ceil((needed + step) / step) * step);
