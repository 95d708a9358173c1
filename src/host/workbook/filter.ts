/** Filters of a table or of a sheet, as data: which rows they let through is worked out in calc/filter-rows.ts. */
import type { Area } from "./area";
import type { Sheet } from "./sheet";

/** A date, or all dates of a year, month and so on: [2026], [2026, 4], [2026, 4, 30, 9]. */
export type DateGroup = readonly number[];

/** How a period is asked for, in Excel's words for files: "thisMonth", "aboveAverage", "Q1", "M4". */
export type FilterPeriod = string;

export type FilterCriterion =
  /** Cells that show one of the texts, or are blank, or lie in one of the dates. */
  | { readonly kind: "values"; readonly texts: readonly string[]; readonly blanks: boolean; readonly dates: readonly DateGroup[] }
  /** One or two conditions as COUNTIF takes them: ">50", "=North*". */
  | { readonly kind: "custom"; readonly tests: readonly string[]; readonly both: boolean }
  | { readonly kind: "top"; readonly count: number; readonly percent: boolean; readonly bottom: boolean }
  | { readonly kind: "dynamic"; readonly period: FilterPeriod }
  | { readonly kind: "colour"; readonly of: "cell" | "font"; readonly colour: string | null }
  /** A kind that the model does not work with: the file's rows stay as they are. */
  | { readonly kind: "carried"; readonly what: string };

/** @typeParam column - counted from the filter's first column, or in a table the column's id */
export interface ColumnFilter { readonly column: number; readonly criterion: FilterCriterion }

/** A sheet's own filter, over a header row and the rows under it. */
export interface SheetFilter { readonly area: Area; readonly columns: readonly ColumnFilter[] }

/** How a list was sorted last, to do it again. Columns count from the list's first. */
export interface SortKey {
  readonly column: number;
  readonly ascending: boolean;
  readonly on: "Value" | "CellColor" | "FontColor";
  readonly colour: string | null;
}
export interface SortState { readonly keys: readonly SortKey[]; readonly matchCase: boolean; readonly byStroke: boolean }

/** The rows under each filter that is set, as SUBTOTAL and Go To Special see them. */
export function filteredBodies(sheet: Sheet): readonly Area[] {
  const bodies: Area[] = [];
  const own = sheet.get("autoFilter");
  if (own !== null && own.columns.length > 0 && own.area.bottom > own.area.top) bodies.push({ ...own.area, top: own.area.top + 1 });
  for (const table of sheet.get("tables")) {
    if ((table.filters ?? []).length > 0) bodies.push({ ...table.area, top: table.area.top + (table.headerRow ? 1 : 0), bottom: table.area.bottom - (table.totalsRow ? 1 : 0) });
  }
  return bodies;
}
