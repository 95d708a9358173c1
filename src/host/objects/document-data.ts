/** Cells as the Common API reads and writes them: as text, as a matrix, or as a table with its headers. */
import { displayText } from "../calc/number-format";
import { columnCount, intersect, MAX_COLUMNS, MAX_ROWS, rowCount, type Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import { bodyOf, type Place } from "./address";
import { enterBlock, styleAt } from "./cells";
import { shown } from "./entered";
import type { Session } from "./session";
import { enteredUnder } from "./table-growth";

export interface Wish {
  readonly coercion: "text" | "matrix" | "table";
  /** As the cells show it, and not the values behind. */
  readonly formatted: boolean;
}

/** The values of cells in the form that was asked for. A table's headers are those of the table that the cells lie in, else none. */
export function cellsAs(session: Session, { sheet, area }: Place, { coercion, formatted }: Wish): unknown {
  session.settle();
  const text = (row: number, column: number): string => displayText(sheet.cell(row, column).value, styleAt(sheet, row, column).numberFormat, sheet.workbook.date1904).text;
  const value = formatted ? text : (row: number, column: number): unknown => shown(sheet.cell(row, column).value);
  switch (coercion) {
    case "text": return rows(area, text).map((line) => line.join("\t")).join("\n");
    case "matrix": return rows(area, value);
    case "table": {
      const table = sheet.tableAt(area.top, area.left);
      const body = table === null ? area : intersect(area, bodyOf(table));
      const header = table === null || !table.headerRow ? null : rows({ ...area, top: table.area.top, bottom: table.area.top }, value);
      return { Headers: header, Rows: body === null ? [] : rows(body, value) };
    }
  }
}

function rows<T>(area: Area, read: (row: number, column: number) => T): T[][] {
  return Array.from({ length: rowCount(area) }, (_row, r) => Array.from({ length: columnCount(area) }, (_column, c) => read(area.top + r, area.left + c)));
}

/** The selected cells as far as anything is in them; whole columns would be a million rows of nothing. */
export function selectedPlace({ workbook }: Session): Place {
  const { active: sheet, selection } = workbook;
  if (rowCount(selection) < MAX_ROWS && columnCount(selection) < MAX_COLUMNS) return { sheet, area: selection };
  const used = sheet.extent === null ? null : intersect(selection, sheet.extent);
  return { sheet, area: used ?? { ...selection, bottom: selection.top, right: selection.left } };
}

/** Rows of values, all of one length; null for anything else. */
export function matrixFrom(value: unknown): readonly (readonly unknown[])[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const lines: readonly unknown[] = value;
  const [first] = lines;
  if (!Array.isArray(first) || first.length === 0) return null;
  return lines.every((line) => Array.isArray(line) && line.length === first.length) ? lines.map((line) => line as readonly unknown[]) : null;
}

/** Enters a block of values at a cell, as a program does. @throws Refusal as `Range.values` does, where protection or a value stands against it */
export function enterAt(session: Session, sheet: Sheet, top: number, left: number, values: readonly (readonly unknown[])[]): void {
  const area = { top, left, bottom: top + values.length - 1, right: left + (values[0]?.length ?? 1) - 1 };
  const range = session.range(sheet, area);
  enterBlock(range, values);
  enteredUnder(range);
}
