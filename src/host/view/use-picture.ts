/** The active sheet as a picture, made anew when something on it may look different; it reaches beyond what is used as a person goes further. */
import { useEffect, useMemo, useRef } from "react";
import { MAX_COLUMNS, MAX_ROWS } from "../workbook/area";
import type { HighlightsOf } from "../calc/highlight";
import { canvasMeasure } from "./fonts";
import { GridPicture } from "./grid-picture";
import type { Hand } from "./hand";
import { farthest, layOut, type Layout, type Reach } from "./layout";
import { RowHeights } from "./row-heights";

const BEYOND_ROWS = 60;
const BEYOND_COLUMNS = 8;

/** @param scrolledTo - the last row and column in sight */
export function usePicture(hand: Hand, highlightsOf: HighlightsOf, scrolledTo: Reach): GridPicture {
  const measure = useMemo(() => canvasMeasure(document), []);
  const rowHeights = useMemo(() => new RowHeights(hand.session.workbook, measure), [hand, measure]);
  useEffect(() => () => rowHeights.close(), [rowHeights]);
  const { sheet, content } = hand;
  const reach = useReach(hand, scrolledTo);
  const heights = rowHeights.of(sheet);
  const used = useMemo(() => farthest(sheet), [sheet, content]);
  // Laying out a long sheet takes its time, and most changes leave it as it was.
  const layout = useMemo((): Layout => layOut(sheet, { rows: Math.max(reach.rows, used.rows), columns: Math.max(reach.columns, used.columns) }, (row) => heights.get(row) ?? null), [
    sheet, heights, reach.rows, reach.columns, used.rows, used.columns, sheet.get("columns"), sheet.get("rows"), sheet.get("zoom"), sheet.get("frozen"), sheet.get("standardWidth"), sheet.get("standardHeight"),
  ]);
  return useMemo(() => new GridPicture(sheet, measure, highlightsOf, layout),
    // A change of content is told by its number: the sheet object stays the same.
    [sheet, measure, highlightsOf, content, layout]);
}

function useReach({ sheet, selection }: Hand, scrolledTo: Reach): Reach {
  const reaches = useRef(new Map<string, Reach>());
  const before = reaches.current.get(sheet.id) ?? { rows: 0, columns: 0 };
  // Whole columns and rows reach to the sheet's end and need no more of it shown.
  const isAll = { rows: selection.area.top === 0 && selection.area.bottom === MAX_ROWS - 1, columns: selection.area.left === 0 && selection.area.right === MAX_COLUMNS - 1 };
  const down = Math.max(selection.active.row, isAll.rows ? 0 : selection.moving.row, scrolledTo.rows);
  const across = Math.max(selection.active.column, isAll.columns ? 0 : selection.moving.column, scrolledTo.columns);
  const reach = { rows: reachFor(before.rows, down, BEYOND_ROWS, MAX_ROWS), columns: reachFor(before.columns, across, BEYOND_COLUMNS, MAX_COLUMNS) };
  reaches.current.set(sheet.id, reach);
  return reach;
}

/** Grows in steps, so that the grid is not laid out anew for each row; comes back once a person has come back from far away. */
function reachFor(before: number, needed: number, step: number, most: number): number {
  const isEnough = needed + step / 2 <= before || before === most;
  const isFarTooMuch = before > 4 * (needed + step) && before > 2_000;
  return isEnough && !isFarTooMuch ? before : Math.min(most, Math.ceil((needed + step) / step) * step);
}
