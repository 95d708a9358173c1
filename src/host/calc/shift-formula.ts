/** What happens to formulas when they are copied, and when a sheet, table or column they name gets another name or goes. */
import type { RangeA1, ReferenceStruct, Token } from "@borgar/fx";
import { areaName, cellName, columnName, MAX_COLUMNS, MAX_ROWS } from "../workbook/area";
import type { Cause } from "../workbook/change";
import type { Table } from "../workbook/features";
import type { Sheet } from "../workbook/sheet";
import type { Workbook } from "../workbook/workbook";
import { mapped, respellAll, type FormulaPlace } from "./every-formula";
import { bodyRows, spanOf } from "./resolve";
import { isCells, isName, isTableReference, quotedSheet, rewriteFormula, withRange, withTableParts } from "./rewrite-formula";

/**
 * The formula as it reads when its cell is copied so many rows down and columns to the right: what `$` does not fix moves along.
 * A reference that would leave the sheet becomes `#REF!`.
 * @example moveFormula("A1*$B$1", 1, 0) // => "A2*$B$1"
 */
export function moveFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return rewriteFormula(formula, (token) => (isCells(token) ? withRange(token.value, (range) => movedRange(range, rows, columns)) : null));
}

function movedRange(range: RangeA1, rows: number, columns: number): RangeA1 | null {
  const top = along(range.top, range.$top, rows, MAX_ROWS);
  const bottom = along(range.bottom, range.$bottom, rows, MAX_ROWS);
  const left = along(range.left, range.$left, columns, MAX_COLUMNS);
  const right = along(range.right, range.$right, columns, MAX_COLUMNS);
  if (top === "off" || bottom === "off" || left === "off" || right === "off") return null;
  if (top === range.top && bottom === range.bottom && left === range.left && right === range.right) return range;
  return { ...range, top: top ?? null, bottom: bottom ?? null, left: left ?? null, right: right ?? null };
}

function along(place: number | null | undefined, fixed: boolean | null | undefined, by: number, size: number): number | null | undefined | "off" {
  if (place === null || place === undefined || fixed === true) return place;
  const moved = place + by;
  return moved < 0 || moved >= size ? "off" : moved;
}

/** The formula with one sheet's name replaced by another, wherever it stands before "!". */
export function formulaForRenamedSheet(formula: string, before: string, after: string): string {
  const lower = before.toLowerCase();
  // Quotes are doubled inside a quoted name; most formulas name no sheet at all and need no reading.
  if (!formula.includes("!") || !formula.toLowerCase().replaceAll("''", "'").includes(lower)) return formula;
  return rewriteFormula(formula, (token) => {
    if (token.type === "context" || token.type === "context_quote") return unquoted(token.value).toLowerCase() === lower ? quotedSheet(after) : null;
    return isCells(token) || isName(token) ? sheetReplaced(token.value, lower, after) : null;
  });
}

const unquoted = (text: string): string => (text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text);

function sheetReplaced(text: string, lower: string, after: string): string {
  const end = text.lastIndexOf("!");
  const context = end < 0 ? "" : unquoted(text.slice(0, end));
  if (context.includes("[")) return text;
  // "Jan:Mar" names the first and the last of a row of sheets; no single sheet's name has a colon.
  const names = context.split(":");
  if (!names.some((name) => name.toLowerCase() === lower)) return text;
  return quotedSheet(names.map((name) => (name.toLowerCase() === lower ? after : name)).join(":")) + text.slice(end);
}

/** After a sheet was renamed: every formula, name, rule, chart and link inside the workbook follows. */
export function renameSheet(workbook: Workbook, before: string, after: string, cause: Cause = "api"): void {
  respellAll(workbook, (formula) => formulaForRenamedSheet(formula, before, after), cause);
  for (const sheet of workbook.sheets) {
    sheet.set("hyperlinks", mapped(sheet.get("hyperlinks"), (link) => {
      const place = link.place === null ? null : sheetReplaced(link.place, before.toLowerCase(), after);
      return place === link.place ? link : { ...link, place };
    }), cause);
  }
}

/**
 * Before a sheet is deleted: whatever means its cells or its tables becomes `#REF!`. A row of sheets ("Jan:Mar") that loses one
 * of its ends goes on to the nearest that stays.
 */
export function loseSheet(workbook: Workbook, sheet: Sheet, cause: Cause = "api"): void {
  for (const table of sheet.get("tables")) loseTable(workbook, table, cause);
  const lower = sheet.name.toLowerCase();
  respellAll(workbook, (formula, place) => {
    if (place.sheet === sheet || !formula.includes("!")) return formula;
    return rewriteFormula(formula, (token) => {
      if (!isCells(token) && !isName(token)) return null;
      const end = token.value.lastIndexOf("!");
      if (end < 0) return null;
      const named = unquoted(token.value.slice(0, end));
      if (named.includes(":")) return withoutEnd(token.value, workbook, sheet);
      return named.toLowerCase() === lower ? "#REF!" : null;
    });
  }, cause);
}

/** "Jan:Mar!A1" when Jan or Mar is no end any more. @returns null where it is none */
function withoutEnd(text: string, workbook: Workbook, gone: Sheet): string | null {
  const end = text.lastIndexOf("!");
  const named = unquoted(text.slice(0, end));
  const row = spanOf(workbook, named);
  if (row[0] !== gone && row[row.length - 1] !== gone) return null;
  const left = row.filter((sheet) => sheet !== gone);
  const [first, last] = [left[0], left[left.length - 1]];
  if (first === undefined || last === undefined) return "#REF!";
  return quotedSheet(`${first.name}:${last.name}`) + text.slice(end);
}

/**
 * Moves a sheet among the tabs. A row of sheets ("Jan:Mar") that it is an end of reaches to its new place; where that would turn the
 * row round, the next sheet becomes the end.
 */
export function moveSheet(workbook: Workbook, sheet: Sheet, position: number, cause: Cause = "api"): void {
  const before = workbook.sheets.indexOf(sheet);
  const after = workbook.sheets.filter((other) => other !== sheet);
  after.splice(position, 0, sheet);
  respellAll(workbook, (formula) => {
    if (!formula.includes(":") || !formula.includes("!")) return formula;
    return rewriteFormula(formula, (token) => {
      const end = token.value.lastIndexOf("!");
      if (!isCells(token) || end < 0 || !unquoted(token.value.slice(0, end)).includes(":")) return null;
      const row = spanOf(workbook, unquoted(token.value.slice(0, end)));
      const other = row[0] === sheet ? row[row.length - 1] : row[0];
      if (other === undefined || other === sheet) return null;
      const isTurned = (before < workbook.sheets.indexOf(other)) !== (after.indexOf(sheet) < after.indexOf(other));
      return isTurned ? withoutEnd(token.value, workbook, sheet) : null;
    });
  }, cause);
  workbook.moveSheet(sheet, position, cause);
}

/** After a table was renamed. */
export function renameTable(workbook: Workbook, before: string, after: string, cause: Cause = "api"): void {
  const lower = before.toLowerCase();
  respellAll(workbook, (formula) => {
    if (!formula.toLowerCase().includes(lower)) return formula;
    return rewriteFormula(formula, (token) => {
      if (isName(token)) return token.value.toLowerCase() === lower ? after : null;
      if (!isTableReference(token)) return null;
      return withTableParts(token.value, (reference) => (reference.table?.toLowerCase() === lower ? { ...reference, table: after } : reference));
    });
  }, cause);
}

/** Whether a table reference means this table: by name, or without a name from a cell inside it. */
function means(table: string, named: string | undefined, place: FormulaPlace): boolean {
  if (named !== undefined && named !== "") return named.toLowerCase() === table.toLowerCase();
  return place.sheet?.tableAt(place.row, place.column)?.name.toLowerCase() === table.toLowerCase();
}

/** Changes every reference to a table in the workbook; null makes it `#REF!`. */
function respellTableReferences(workbook: Workbook, change: (reference: ReferenceStruct, place: FormulaPlace) => ReferenceStruct | null, cause: Cause): void {
  respellAll(workbook, (formula, place) => {
    if (!formula.includes("[")) return formula;
    return rewriteFormula(formula, (token) => (isTableReference(token) ? withTableParts(token.value, (reference) => change(reference, place)) : null));
  }, cause);
}

/** After a column of a table was renamed. */
export function renameTableColumn(workbook: Workbook, table: string, before: string, after: string, cause: Cause = "api"): void {
  const lower = before.toLowerCase();
  respellTableReferences(workbook, (reference, place) => {
    const { columns = [] } = reference;
    if (!columns.some((name) => name.toLowerCase() === lower) || !means(table, reference.table, place)) return reference;
    return { ...reference, columns: columns.map((name) => (name.toLowerCase() === lower ? after : name)) };
  }, cause);
}

/**
 * Before columns of a table are deleted: a reference to one becomes `#REF!`; one from column to column ends at the nearest that stays.
 * @param gone - the names of the columns
 */
export function withoutTableColumns(workbook: Workbook, table: Table, gone: ReadonlySet<string>, cause: Cause = "api"): void {
  const isGone = (name: string | undefined): boolean => gone.has((name ?? "").toLowerCase());
  respellTableReferences(workbook, (reference, place) => {
    const { columns = [] } = reference;
    if (!columns.some(isGone) || !means(table.name, reference.table, place)) return reference;
    const places = columns.map((name) => table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase()));
    const stay = table.columns.slice(Math.min(...places), Math.max(...places) + 1).filter((column) => !isGone(column.name.toLowerCase()));
    const ends = [...new Set([stay[0], stay.at(-1)])].flatMap((column) => (column === undefined ? [] : [column.name]));
    return ends.length === 0 ? null : { ...reference, columns: ends };
  }, cause);
}

/** Before a table is deleted with its cells: whatever names it becomes `#REF!`. */
export function loseTable(workbook: Workbook, table: Table, cause: Cause = "api"): void {
  replaceTableReferences(workbook, table, () => "#REF!", cause);
}

/** Before a table becomes a plain range: whatever names it names its cells instead, as Excel's Convert to Range leaves them. */
export function withoutTable(workbook: Workbook, sheet: Sheet, table: Table, cause: Cause = "api"): void {
  const prefix = `${quotedSheet(sheet.name)}!`;
  replaceTableReferences(workbook, table, (token, place) => {
    const cells = isName(token) ? bodyName(table) : cellsOf(token.value, table, place);
    return cells === null ? "#REF!" : prefix + cells;
  }, cause);
}

function replaceTableReferences(workbook: Workbook, table: Table, replacement: (token: Token, place: FormulaPlace) => string, cause: Cause): void {
  const lower = table.name.toLowerCase();
  respellAll(workbook, (formula, place) => {
    if (!formula.includes("[") && !formula.toLowerCase().includes(lower)) return formula;
    return rewriteFormula(formula, (token) => {
      if (isName(token)) return token.value.toLowerCase() === lower ? replacement(token, place) : null;
      if (!isTableReference(token)) return null;
      let isMeant = false;
      withTableParts(token.value, (reference) => {
        isMeant = means(table.name, reference.table, place);
        return reference;
      });
      return isMeant ? replacement(token, place) : null;
    });
  }, cause);
}

const fixed = (name: string): string => name.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");

const bodyName = (table: Table): string => fixed(areaName({ ...table.area, ...bodyRows(table) }));

/** The cells that a reference to the table means; in its own row only the column is fixed. */
function cellsOf(text: string, table: Table, place: FormulaPlace): string | null {
  let cells: string | null = null;
  withTableParts(text, (reference) => {
    const places = (reference.columns ?? []).map((name) => table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase()));
    if (places.some((column) => column < 0)) return reference;
    const left = table.area.left + (places.length === 0 ? 0 : Math.min(...places));
    const right = places.length === 0 ? table.area.right : table.area.left + Math.max(...places);
    const wants = new Set((reference.sections ?? []).map((section) => section.toLowerCase()));
    if (wants.has("this row")) {
      const first = `$${cellName(place.row, left)}`;
      cells = left === right ? first : `${first}:$${columnName(right)}${place.row + 1}`;
      return reference;
    }
    const rows = rowsOf(table, wants);
    if (rows !== null) cells = fixed(areaName({ ...rows, left, right }));
    return reference;
  });
  return cells;
}

function rowsOf(table: Table, wants: ReadonlySet<string>): { readonly top: number; readonly bottom: number } | null {
  const body = bodyRows(table);
  if (wants.size === 0) return body;
  if (wants.has("all")) return { top: table.area.top, bottom: table.area.bottom };
  if (wants.has("headers") && !table.headerRow) return null;
  if (wants.has("totals") && !table.totalsRow) return wants.has("data") ? body : null;
  const top = wants.has("headers") ? table.area.top : wants.has("data") ? body.top : table.area.bottom;
  const bottom = wants.has("totals") ? table.area.bottom : wants.has("data") ? body.bottom : table.area.top;
  return { top, bottom };
}

