/** Single cells put together into as few rectangles as it takes, so that a request to Excel stays small. */
import type { Rectangle } from "../../blueprint/types";

interface Place { readonly row: number; readonly column: number }

/** @param places - row by row, as cells are read @returns rectangles that hold just these cells */
export function areasOf(places: readonly Place[]): readonly Rectangle[] {
  const runs: Rectangle[] = [];
  for (const { row, column } of places) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.top === row && last.left + last.columns === column) runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
    else runs.push({ top: row, left: column, rows: 1, columns: 1 });
  }
  const open = new Map<string, number>();
  const areas: Rectangle[] = [];
  for (const run of runs) {
    const key = `${run.left} ${run.columns}`;
    const above = open.get(key);
    const area = above === undefined ? undefined : areas[above];
    if (above !== undefined && area !== undefined && area.top + area.rows === run.top) areas[above] = { ...area, rows: area.rows + 1 };
    else { open.set(key, areas.length); areas.push(run); }
  }
  return areas;
}
