/** Small workbooks for the tests of calculation, written as rows. */
import type { Area } from "../../../src/host/workbook/area";
import type { Table } from "../../../src/host/workbook/features";
import { blankCell, type Sheet } from "../../../src/host/workbook/sheet";
import { isError, type CellValue } from "../../../src/host/workbook/values";
import { Workbook } from "../../../src/host/workbook/workbook";
import type { Given, Scalar } from "./formula-cases";

/** A workbook with these sheets. Text that starts with "=" is a formula too. */
export function bookOf(sheets: Readonly<Record<string, readonly (readonly Given[])[]>>): Workbook {
  const workbook = new Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addSheet(name);
    rows.forEach((row, r) => row.forEach((given, c) => sheet.put(r, c, { ...blankCell, ...contentOf(given) })));
  }
  return workbook;
}

function contentOf(given: Given): { readonly value: CellValue; readonly formula: string | null } {
  if (given !== null && typeof given === "object") return { value: null, formula: given.formula };
  return typeof given === "string" && given.startsWith("=") ? { value: null, formula: given.slice(1) } : { value: given, formula: null };
}

/** Puts a table over cells whose first row has the headers. */
export function tableOver(sheet: Sheet, name: string, where: Area): void {
  const columns = Array.from({ length: where.right - where.left + 1 }, (_, i) => ({
    id: i + 1, name: String(sheet.cell(where.top, where.left + i).value), formula: null, totalsFunction: null, totalsLabel: null,
  }));
  const table: Table = {
    id: sheet.get("tables").length + 1, name, area: where, headerRow: true, totalsRow: false, columns, style: null, bandedRows: true, bandedColumns: false,
    firstColumn: false, lastColumn: false, filterButton: true, altText: { title: "", description: "" },
  };
  sheet.set("tables", [...sheet.get("tables"), table]);
}

/** Enters values and formulas as a person would, from a cell on. */
export function enter(sheet: Sheet, top: number, left: number, rows: readonly (readonly Given[])[]): void {
  const where = { top, left, bottom: top + rows.length - 1, right: left + (rows[0]?.length ?? 1) - 1 };
  sheet.write(where, "typed", "content", (cell, row, column) => ({ ...cell, array: null, state: "live", ...contentOf(rows[row - top]?.[column - left] ?? null) }));
}

/** The values of a block, errors by their code. */
export function valuesOf(sheet: Sheet, top: number, left: number, rows: number, columns: number): Scalar[][] {
  return Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_none, c) => {
    const { value } = sheet.cell(top + r, left + c);
    return isError(value) ? value.code : value;
  }));
}
