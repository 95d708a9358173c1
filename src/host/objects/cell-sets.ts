/** Cells picked one by one put together into rectangles, and which cells Go To Special picks. */
import { intersect, type Area } from "../workbook/area";
import { withoutArea } from "../workbook/areas";
import type { Cell, Sheet } from "../workbook/sheet";
import { isError, type CellValue } from "../workbook/values";
import { isWholeColumns, isWholeRows } from "./cells";
import { rangeExceedsLimit } from "./refusal";

/** A sweep over more cells than this is refused: no sheet of that size comes from a person. */
const MOST_CELLS_SWEPT = 20_000_000;

/** The rectangles over every cell of an area that is picked, from the top: runs in a row, and equal runs below one another as one. */
export function pick(area: Area, isPicked: (row: number, column: number) => boolean): readonly Area[] {
  if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > MOST_CELLS_SWEPT) throw rangeExceedsLimit();
  const done: Area[] = [];
  let open: Area[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const grown: Area[] = [];
    for (let column = area.left; column <= area.right; column++) {
      if (!isPicked(row, column)) continue;
      const left = column;
      while (column < area.right && isPicked(row, column + 1)) column += 1;
      const above = open.find((one) => one.left === left && one.right === column);
      grown.push(above === undefined ? { top: row, bottom: row, left, right: column } : { ...above, bottom: row });
    }
    done.push(...open.filter((one) => !grown.some((other) => other.top === one.top && other.left === one.left && other.right === one.right)));
    open = grown;
  }
  return [...done, ...open].sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Whole rows and columns as far as the sheet is used; null where nothing of the area is. */
export function usedPart(sheet: Sheet, area: Area): Area | null {
  const used = sheet.usedArea();
  if (used === null) return null;
  return isWholeColumns(area) || isWholeRows(area) ? intersect(area, used) : area;
}

export const CELL_KINDS = ["ConditionalFormats", "DataValidations", "Blanks", "Constants", "Formulas", "SameConditionalFormat", "SameDataValidation", "Visible"] as const;
export type CellKind = (typeof CELL_KINDS)[number];
export const VALUE_KINDS = [
  "All", "Errors", "ErrorsLogical", "ErrorsNumbers", "ErrorsText", "ErrorsLogicalNumber", "ErrorsLogicalText", "ErrorsNumberText", "Logical", "LogicalNumbers", "LogicalText",
  "LogicalNumbersText", "Numbers", "NumbersText", "Text",
] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** The word says which kinds: "ErrorsLogicalNumber" is errors, truth values and numbers. */
function isOfKind(value: CellValue, kind: ValueKind): boolean {
  if (kind === "All") return true;
  const part = isError(value) ? "Error" : typeof value === "boolean" ? "Logical" : typeof value === "number" ? "Number" : "Text";
  return kind.includes(part);
}

/** The cells of a kind in an area, as rectangles; empty for none. */
export function specialCells(sheet: Sheet, area: Area, kind: CellKind, values: ValueKind): readonly Area[] {
  switch (kind) {
    case "Visible": return visible(sheet, area);
    case "ConditionalFormats": return within(area, sheet.get("conditionalFormats").flatMap(({ areas }) => areas));
    case "DataValidations": return within(area, sheet.get("validations").flatMap(({ areas }) => areas));
    case "SameConditionalFormat": return within(area, sheet.get("conditionalFormats").filter(({ areas }) => coversFirst(areas, area)).flatMap(({ areas }) => areas));
    case "SameDataValidation": return within(area, sheet.get("validations").filter(({ areas }) => coversFirst(areas, area)).flatMap(({ areas }) => areas));
  }
  const used = sheet.usedArea();
  const swept = used === null ? null : intersect(area, used);
  if (swept === null) return [];
  const isSpilled = spilledIn(sheet);
  return pick(swept, (row, column) => {
    const cell = sheet.cell(row, column);
    return isCell(cell, kind, isSpilled(row, column)) && (kind === "Blanks" || isOfKind(cell.value, values));
  });
}

function isCell(cell: Cell, kind: "Blanks" | "Constants" | "Formulas", spilled: boolean): boolean {
  if (kind === "Blanks") return cell.value === null && cell.formula === null;
  if (kind === "Formulas") return cell.formula !== null || (spilled && cell.value !== null);
  return cell.formula === null && cell.value !== null && !spilled;
}

/** Cells that an array formula elsewhere fills hold no constant. */
export function spilledIn(sheet: Sheet): (row: number, column: number) => boolean {
  const reaches: Area[] = [];
  for (const [, , cell] of sheet.entries()) if (cell.array !== null && cell.array.area.bottom - cell.array.area.top + cell.array.area.right - cell.array.area.left > 0) reaches.push(cell.array.area);
  return (row, column) => reaches.some((area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
}

/** Parts of an area, each cell once. */
function within(area: Area, parts: readonly Area[]): readonly Area[] {
  const found: Area[] = [];
  for (const part of parts) {
    const shared = intersect(part, area);
    if (shared === null) continue;
    found.push(...found.reduce<readonly Area[]>((rest, known) => rest.flatMap((piece) => withoutArea(piece, known)), [shared]));
  }
  return found.sort((a, b) => a.top - b.top || a.left - b.left);
}

const coversFirst = (areas: readonly Area[], { top, left }: Area): boolean => areas.some((one) => intersect(one, { top, left, bottom: top, right: left }) !== null);

/** Runs of rows that show, in runs of columns that show. */
function visible(sheet: Sheet, area: Area): readonly Area[] {
  const rows = runs(sheet.get("rows"), area.top, area.bottom);
  const columns = runs(sheet.get("columns"), area.left, area.right);
  return rows.flatMap(([top, bottom]) => columns.map(([left, right]) => ({ top, bottom, left, right })));
}

function runs(formats: ReadonlyMap<number, { readonly hidden: boolean }>, first: number, last: number): readonly (readonly [number, number])[] {
  const hidden = [...formats].filter(([line, format]) => format.hidden && line >= first && line <= last).map(([line]) => line).sort((a, b) => a - b);
  const found: [number, number][] = [];
  let from = first;
  for (const line of [...hidden, last + 1]) {
    if (line > from) found.push([from, line - 1]);
    from = line + 1;
  }
  return found;
}
