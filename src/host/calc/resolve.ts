/** From the text of a reference in a formula to the cells it means: A1, table references, other sheets. */
import { parseA1Ref, parseStructRef } from "@borgar/fx";
import { MAX_COLUMNS, MAX_ROWS, type Area } from "../workbook/area";
import type { Table } from "../workbook/features";
import type { Sheet } from "../workbook/sheet";
import type { Workbook } from "../workbook/workbook";
import { cellError, type CellError } from "../workbook/values";
import { linkedCells, Unsupported } from "./linked";
import { Reference, References } from "./operand";

/** The cell a formula stands in. A name's relative references count from A1, so they move by `down` and `right` to the cell that uses it. */
export interface Home {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly down: number;
  readonly right: number;
}

/** Several references come of several sheets at once. */
export type Resolved = Reference | References | CellError | Unsupported;

/** @param text - "B2", "$A$1:C3", "A:C", "'My sheet'!A1", "Jan:Mar!A1" */
export function resolveRange(text: string, home: Home): Resolved {
  const parsed = parseA1Ref(text);
  if (!parsed || !("range" in parsed)) return cellError("#REF!");
  const { top, left, bottom, right, $top, $left, $bottom, $right } = parsed.range;
  const down = (place: number | null | undefined, fixed: boolean | null | undefined, whole: number): number | null => shifted(place, fixed, home.down, whole, MAX_ROWS);
  const across = (place: number | null | undefined, fixed: boolean | null | undefined, whole: number): number | null => shifted(place, fixed, home.right, whole, MAX_COLUMNS);
  const t = down(top, $top, 0);
  const b = down(bottom, $bottom, MAX_ROWS - 1);
  const l = across(left, $left, 0);
  const r = across(right, $right, MAX_COLUMNS - 1);
  if (t === null || b === null || l === null || r === null) return cellError("#REF!");
  const area = { top: Math.min(t, b), bottom: Math.max(t, b), left: Math.min(l, r), right: Math.max(l, r) };
  const context = parsed.context ?? [];
  if (context.length > 1) return linkedCells(home.sheet.workbook, context, area);
  const sheets = sheetsFor(context, home);
  if (sheets instanceof Unsupported) return sheets;
  const [first, ...others] = sheets.map((sheet) => new Reference(sheet, area));
  if (first === undefined) return cellError("#REF!");
  return others.length === 0 && !isSpan(context) ? first : new References([first, ...others]);
}

/** Excel wraps a relative reference of a name or rule round the sheet's edge. */
function shifted(place: number | null | undefined, fixed: boolean | null | undefined, by: number, whole: number, size: number): number | null {
  if (place === null || place === undefined) return whole;
  if (place >= size) return null;
  return fixed ? place : (((place + by) % size) + size) % size;
}

const isSpan = (context: readonly string[]): boolean => context.length === 1 && (context[0] ?? "").includes(":");

/** The sheets before "!"; none when there is no such sheet. */
function sheetsFor(context: readonly string[], home: Home): readonly Sheet[] | Unsupported {
  if (context.length === 0) return [home.sheet];
  const name = context[0] ?? "";
  const { workbook } = home.sheet;
  if (isSpan(context)) return spanOf(workbook, name);
  const sheet = workbook.sheetByName(name);
  if (sheet !== null) return [sheet];
  return /^\d+$|\.xl/i.test(name) ? new Unsupported("it refers to another workbook") : [];
}

/** The sheets from one tab to another, whichever comes first. @param name - "Jan:Mar" */
export function spanOf(workbook: Workbook, name: string): readonly Sheet[] {
  const [first, last] = name.split(":").map((end) => workbook.sheetByName(end));
  if (!first || !last) return [];
  const places = [workbook.sheets.indexOf(first), workbook.sheets.indexOf(last)];
  return workbook.sheets.slice(Math.min(...places), Math.max(...places) + 1);
}

/** @param text - "Posts[Demand]", "[@[Ready now]]", "Posts[[#Headers],[Post]:[Zone]]" */
export function resolveTable(text: string, home: Home): Resolved {
  const parsed = parseStructRef(text);
  if (!parsed) return cellError("#REF!");
  const found = parsed.table ? home.sheet.workbook.tableByName(parsed.table) : tableAround(home);
  if (!found) return cellError("#REF!");
  const { sheet, table } = found;
  const columns = columnSpan(table, parsed.columns ?? []);
  const rows = rowSpan(table, parsed.sections ?? [], home);
  if (columns === null) return cellError("#REF!");
  if (!("top" in rows)) return rows;
  return new Reference(sheet, { ...rows, ...columns });
}

function tableAround(home: Home): { readonly sheet: Sheet; readonly table: Table } | null {
  const table = home.sheet.tableAt(home.row, home.column);
  return table ? { sheet: home.sheet, table } : null;
}

function columnSpan(table: Table, named: readonly string[]): { readonly left: number; readonly right: number } | null {
  if (named.length === 0) return { left: table.area.left, right: table.area.right };
  const places = named.map((name) => table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase()));
  if (places.some((place) => place < 0)) return null;
  return { left: table.area.left + Math.min(...places), right: table.area.left + Math.max(...places) };
}

/** The rows between a table's header row and its totals row. */
export function bodyRows(table: Table): { readonly top: number; readonly bottom: number } {
  return { top: table.area.top + (table.headerRow ? 1 : 0), bottom: table.area.bottom - (table.totalsRow ? 1 : 0) };
}

function rowSpan(table: Table, sections: readonly string[], home: Home): { readonly top: number; readonly bottom: number } | CellError {
  const body = bodyRows(table);
  const wants = new Set(sections.map((section) => section.toLowerCase()));
  if (wants.has("this row")) {
    return home.row >= body.top && home.row <= body.bottom ? { top: home.row, bottom: home.row } : cellError("#VALUE!");
  }
  if (wants.size === 0) return body;
  if (wants.has("all")) return { top: table.area.top, bottom: table.area.bottom };
  if (wants.has("headers") && !table.headerRow) return cellError("#REF!");
  if (wants.has("totals") && !table.totalsRow) return wants.has("data") ? body : cellError("#REF!");
  const top = wants.has("headers") ? table.area.top : wants.has("data") ? body.top : table.area.bottom;
  const bottom = wants.has("totals") ? table.area.bottom : wants.has("data") ? body.bottom : table.area.top;
  return { top, bottom };
}

/** The data of a table named without brackets. */
export function tableBody(found: { readonly sheet: Sheet; readonly table: Table }): Reference {
  return new Reference(found.sheet, { ...bodyRows(found.table), left: found.table.area.left, right: found.table.area.right });
}

/**
 * The one cell of a range that stands in line with the formula's cell, as Excel before dynamic arrays took it and `@` still does.
 * @returns #VALUE! when nothing is in line
 */
export function inLine(of: Reference, row: number, column: number): Reference | CellError {
  const { top, left, bottom, right } = of.area;
  if (of.isOneCell) return of;
  const at = (r: number, c: number): Reference => new Reference(of.sheet, { top: r, left: c, bottom: r, right: c });
  if (left === right && row >= top && row <= bottom) return at(row, left);
  if (top === bottom && column >= left && column <= right) return at(top, column);
  return cellError("#VALUE!");
}

export const sameArea = (a: Area | null, b: Area | null): boolean =>
  a === b || (a !== null && b !== null && a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right);
