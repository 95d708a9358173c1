/** Rows, columns and cells put in and taken out by hand, and rows and columns hidden and shown. */
import { assertAllowed, isWholeColumns, isWholeRows } from "../objects/cells";
import { accessDenied } from "../objects/refusal";
import { putIn, takeOut } from "../objects/structure-edit";
import type { Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";

export type Lines = "rows" | "columns";

/** Whole columns where the area is that, whole rows where it is that; cells move down, or right where the block is higher than wide, as Excel's first choice is. @throws Refusal */
export function insertAt(sheet: Sheet, area: Area): void {
  assertStructure(sheet, area, "Insert");
  putIn(sheet, area, movesAcross(area) ? "right" : "down", "typed");
}

/** @throws Refusal where protection forbids it, or a table, merged cells or an array would be torn */
export function deleteAt(sheet: Sheet, area: Area): void {
  assertStructure(sheet, area, "Delete");
  takeOut(sheet, area, movesAcross(area) ? "left" : "up", "typed");
}

function movesAcross(area: Area): boolean {
  if (isWholeColumns(area)) return true;
  return !isWholeRows(area) && area.bottom - area.top > area.right - area.left;
}

function assertStructure(sheet: Sheet, area: Area, what: "Insert" | "Delete"): void {
  if (sheet.get("protection") === null) return;
  if (isWholeRows(area)) assertAllowed(sheet, `allow${what}Rows`);
  else if (isWholeColumns(area)) assertAllowed(sheet, `allow${what}Columns`);
  else throw accessDenied();
}

/**
 * Hides or shows the lines that the areas cross. Showing reaches over the hidden lines in between.
 * @throws Refusal AccessDenied where the sheet's protection does not allow it
 */
export function hideLines(sheet: Sheet, areas: readonly Area[], lines: Lines, hidden: boolean): void {
  assertAllowed(sheet, lines === "rows" ? "allowFormatRows" : "allowFormatColumns");
  if (lines === "rows") {
    const rows = new Map(sheet.get("rows"));
    for (const row of crossed(areas, "rows", hidden ? null : rows)) rows.set(row, { height: null, style: 0, ...rows.get(row), hidden });
    return sheet.set("rows", rows, "typed");
  }
  const columns = new Map(sheet.get("columns"));
  for (const column of crossed(areas, "columns", hidden ? null : columns)) columns.set(column, { width: null, style: 0, ...columns.get(column), hidden });
  sheet.set("columns", columns, "typed");
}

/** @param known - where only lines with a format of their own are of interest, as when they are shown again */
function crossed(areas: readonly Area[], lines: Lines, known: ReadonlyMap<number, unknown> | null): readonly number[] {
  return areas.flatMap(({ top, bottom, left, right }) => {
    const [first, last] = lines === "rows" ? [top, bottom] : [left, right];
    return known === null ? Array.from({ length: last - first + 1 }, (_line, at) => first + at) : [...known.keys()].filter((line) => line >= first && line <= last);
  });
}
