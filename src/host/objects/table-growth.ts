/** What Excel does by itself after cells in or beside a table are written: headers, calculated columns, and growing. */
import { columnCount, intersect, rowCount, type Area } from "../workbook/area";
import type { Cause } from "../workbook/change";
import type { Table } from "../workbook/features";
import type { Sheet } from "../workbook/sheet";
import { renameTableColumn } from "../calc/shift-formula";
import { bodyOf } from "./address";
import type { RangeHold } from "./session";
import { isFree, lengthen, readHeaders, replaceTable, widen } from "./table-edit";

/** After a program wrote a range: Excel lets the table above grow down over it, and keeps headers and calculated columns right. */
export function enteredUnder({ sheet, area }: Pick<RangeHold, "sheet" | "area">, cause: Cause = "api"): void {
  keepTablesRight(sheet, area, cause);
  for (const table of sheet.get("tables")) if (isRightBelow(sheet, table, area)) lengthen(sheet, table, rowCount(area), cause);
}

/** After a person typed or pasted: as above, and a table also takes in the column right of it. */
export function typedBeside(sheet: Sheet, area: Area, cause: Cause): void {
  enteredUnder({ sheet, area }, cause);
  for (const table of sheet.get("tables")) {
    const beside = { ...table.area, left: table.area.right + 1, right: table.area.right + 1 };
    const touches = columnCount(area) === 1 && area.left === beside.left && area.top >= table.area.top && area.bottom <= table.area.bottom;
    if (touches && hasContent(sheet, area) && isFree(sheet, beside, table) && !holdsOther(sheet, beside, area)) widen(sheet, table, cause);
  }
}

function isRightBelow(sheet: Sheet, table: Table, area: Area): boolean {
  if (table.totalsRow || area.top !== table.area.bottom + 1 || area.left < table.area.left || area.right > table.area.right) return false;
  const rows = { ...area, left: table.area.left, right: table.area.right };
  return hasContent(sheet, area) && isFree(sheet, rows, table) && !holdsOther(sheet, rows, area);
}

function hasContent(sheet: Sheet, area: Area): boolean { return holdsOther(sheet, area, null); }

/** Whether an area has content outside a part of it. */
function holdsOther(sheet: Sheet, area: Area, except: Area | null): boolean {
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      if (except !== null && row >= except.top && row <= except.bottom && column >= except.left && column <= except.right) continue;
      const cell = sheet.cell(row, column);
      if (cell.value !== null || cell.formula !== null) return true;
    }
  }
  return false;
}

function keepTablesRight(sheet: Sheet, area: Area, cause: Cause): void {
  for (const table of sheet.get("tables")) {
    if (intersect(table.area, area) === null) continue;
    const header = { ...table.area, bottom: table.area.top };
    if (table.headerRow && intersect(header, area) !== null) keepHeaders(sheet, table, header, cause);
    const current = sheet.get("tables").find((other) => other.id === table.id);
    if (current !== undefined) keepFormulas(sheet, current, area, cause);
  }
}

function keepHeaders(sheet: Sheet, table: Table, header: Area, cause: Cause): void {
  const columns = readHeaders(sheet, header, table.columns, cause);
  const renamed = columns.flatMap((column, index) => {
    const before = table.columns[index]?.name;
    return before === undefined || before === column.name ? [] : [{ before, after: column.name }];
  });
  if (renamed.length === 0) return;
  replaceTable(sheet, { ...table, columns }, cause);
  for (const { before, after } of renamed) renameTableColumn(sheet.workbook, table.name, before, after);
}

/** A column whose body was written whole is a calculated column when every cell has the same formula. */
function keepFormulas(sheet: Sheet, table: Table, area: Area, cause: Cause): void {
  const body = bodyOf(table);
  if (area.top > body.top || area.bottom < body.bottom) return;
  const columns = table.columns.map((column, index) => {
    const left = table.area.left + index;
    if (left < area.left || left > area.right) return column;
    const first = sheet.cell(body.top, left).formula;
    for (let row = body.top + 1; row <= body.bottom; row++) if (sheet.cell(row, left).formula !== first) return { ...column, formula: null };
    return column.formula === first ? column : { ...column, formula: first };
  });
  if (columns.some((column, index) => column !== table.columns[index])) replaceTable(sheet, { ...table, columns }, cause);
}
