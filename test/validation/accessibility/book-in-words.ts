/** Workbooks for stories about accessibility, written as rows of cells. What is not said is as it should be. */
import type { Rectangle } from "../../../src/blueprint/types";
import type { CellLook, LookedBook, LookedCell, LookedSheet, LookedTable } from "../../../src/validation/accessibility/looked";

type Value = string | number | boolean;
export const plainLook: CellLook = { fill: "#FFFFFF", colour: "#000000", size: 11, bold: false, fits: false };

export interface SheetInWords extends Partial<Omit<LookedSheet, "used" | "cells" | "looks" | "widths" | "tables">> {
  /** From A1 unless `from` says otherwise; "" is a blank cell, a text that begins with "=" what a formula shows. */
  readonly rows?: readonly (readonly Value[])[];
  readonly from?: { readonly row: number; readonly column: number };
  readonly look?: (row: number, column: number) => Partial<CellLook>;
  /** Points, one for all columns. */
  readonly width?: number;
  readonly tables?: readonly (Partial<LookedTable> & { readonly area: Rectangle })[];
}

export function sheetInWords({ rows = staff, from = { row: 0, column: 0 }, look = () => ({}), width = 120, tables = rows === staff ? [staffTable] : [], ...rest }: SheetInWords = {}): LookedSheet {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const cells = rows.map((row) => Array.from({ length: columns }, (_, along) => cellOf(row[along] ?? "")));
  return {
    tab: "Staff", isProtected: false, used: rows.length === 0 ? null : { top: from.row, left: from.column, rows: rows.length, columns }, cells,
    looks: cells.map((row, down) => row.map((_, along) => ({ ...plainLook, ...look(from.row + down, from.column + along) }))), widths: Array.from({ length: columns }, () => width),
    merged: [], hiddenRows: [], hiddenColumns: [], charts: [], filter: "none", isFrozen: false, spills: false, headFoot: [], ...rest,
    tables: tables.map((table) => ({ name: "Staff_by_grade", hasHeader: true, hasTotals: false, filterButtons: false, isFiltered: false, ...table })),
  };
}

/** An honest sheet: a title, a line about it, a table. */
export const staff: readonly (readonly Value[])[] = [["Staff by grade at 31 March 2009", "", ""], ["Source: payroll", "", ""], ["Grade", "Headcount", "Vacancies"], ["Band 8", 12, 1], ["Band 9", 3, 0]];
export const staffTable = { area: { top: 2, left: 0, rows: 3, columns: 3 } } as const;

export function bookInWords(sheets: readonly (SheetInWords | undefined)[] = [{}], rest: Partial<Omit<LookedBook, "sheets">> = {}): LookedBook {
  return { file: "Staff.xlsx", title: "Staff by grade", opensAt: { tab: sheets[0]?.tab ?? "Staff", cell: "A1" }, hiddenTabs: [], firstTab: sheets[0]?.tab ?? "Staff", takenNames: [], sheets: sheets.map(sheetInWords), ...rest };
}

function cellOf(value: Value): LookedCell {
  if (value === "") return { text: "", kind: "blank", isFormula: false };
  if (typeof value === "number") return { text: String(value), kind: "number", isFormula: false };
  if (typeof value === "boolean") return { text: String(value).toUpperCase(), kind: "logical", isFormula: false };
  return value.startsWith("=") ? { text: value.slice(1), kind: "text", isFormula: true } : { text: value, kind: "text", isFormula: false };
}
