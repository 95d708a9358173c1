/** A workbook file as the audit sees it, read without an add-in in between. */
import { readFileSync } from "node:fs";
import { openXlsx } from "../../../src/host/file/open-xlsx";
import type { Sheet } from "../../../src/host/workbook/sheet";
import { CellError } from "../../../src/host/workbook/values";
import type { Workbook } from "../../../src/host/workbook/workbook";
import type { AuditBook, AuditSheet, Lines } from "../../../src/validation/audit/audit-book";
import { blankCell, type Cell } from "../../../src/validation/book";

export function openedBook(file: string): AuditBook {
  const { workbook } = openXlsx(readFileSync(file), file);
  return { sheets: workbook.sheets.map((sheet) => sheetOf(workbook, sheet)), goesRound: false };
}

function sheetOf(workbook: Workbook, sheet: Sheet): AuditSheet {
  const area = sheet.usedArea() ?? { top: 0, left: 0, bottom: -1, right: -1 };
  const line = (first: number, last: number): readonly number[] => Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const rows = line(area.top, area.bottom).map((row) => line(area.left, area.right).map((column): Cell => {
    const { value, formula, style } = sheet.cell(row, column);
    if (value === null && formula === null) return blankCell;
    const kind = value === null ? "blank" : value instanceof CellError ? "error" : typeof value === "number" ? "number" : typeof value === "boolean" ? "logical" : "text";
    return { kind, value: value === null ? "" : value instanceof CellError ? String(value.code) : value, numberFormat: workbook.styles.at(style).numberFormat, formula: formula === null ? null : `=${formula}` };
  }));
  return {
    tab: sheet.name, identity: null, visibility: ({ Visible: "visible", Hidden: "hidden", VeryHidden: "very-hidden" } as const)[sheet.get("visibility")], top: area.top, left: area.left, rows,
    hiddenRows: hiddenIn(line(area.top, area.bottom), (row) => sheet.get("rows").get(row)?.hidden === true), hiddenColumns: hiddenIn(line(area.left, area.right), (column) => sheet.get("columns").get(column)?.hidden === true),
    merged: sheet.get("merges"), tables: sheet.get("tables").map(({ name, area: where, headerRow, totalsRow }) => ({ name, area: where, hasHeaders: headerRow, hasTotals: totalsRow })),
  };
}

const hiddenIn = (lines: readonly number[], isHidden: (line: number) => boolean): readonly Lines[] => lines.filter(isHidden).map((line) => ({ from: line, to: line }));
