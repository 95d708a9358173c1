/** Changes to tables that keep their rules: one name to a column, headers that are text, calculated columns that fill themselves. */
import { area as areaOf, columnCount, intersect, MAX_ROWS, type Area } from "../workbook/area";
import type { Cause } from "../workbook/change";
import type { Table, TableColumn } from "../workbook/features";
import type { Cell, Sheet } from "../workbook/sheet";
import { bodyOf } from "./address";
import { styleNumber } from "./cells";

/** Puts a changed table in its place. */
export function replaceTable(sheet: Sheet, table: Table, cause: Cause = "api"): void {
  sheet.set("tables", sheet.get("tables").map((other) => (other.id === table.id ? table : other)), cause);
}

/** A name that no other column has: "Post", then "Post2", "Post3". */
function uniqueName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted.toLowerCase())) return wanted;
  for (let n = 2; ; n++) if (!taken.has(`${wanted}${n}`.toLowerCase())) return `${wanted}${n}`;
}

function freeColumnName(index: number, taken: ReadonlySet<string>): string {
  for (let n = index + 1; ; n++) if (!taken.has(`column${n}`)) return `Column${n}`;
}

/**
 * The columns that header cells name. Blank headers become "Column1" and so on, repeated ones get a number, and the cells are
 * rewritten to say so: a table's headers are text.
 *
 * @param known - columns to keep by place, so that a renamed one keeps its id and formula
 */
export function readHeaders(sheet: Sheet, header: Area, known: readonly TableColumn[], cause: Cause): readonly TableColumn[] {
  const taken = new Set<string>();
  let nextId = Math.max(0, ...known.map((column) => column.id)) + 1;
  const columns: TableColumn[] = [];
  for (let column = header.left; column <= header.right; column++) {
    const { value } = sheet.cell(header.top, column);
    const text = value === null || value === "" ? "" : String(value);
    const name = text === "" ? freeColumnName(columns.length, taken) : uniqueName(text, taken);
    taken.add(name.toLowerCase());
    const before = known[columns.length];
    columns.push(before === undefined ? { id: nextId++, name, formula: null, totalsFunction: null, totalsLabel: null } : { ...before, name });
  }
  const differs = columns.some((column, index) => {
    const cell = sheet.cell(header.top, header.left + index);
    return cell.value !== column.name || cell.formula !== null;
  });
  if (differs) {
    sheet.write(header, cause, "content", (cell, row, column) => {
      const name = columns[column - header.left]?.name ?? "";
      return cell.value === name && cell.formula === null ? cell : { ...cell, style: styleNumber(sheet, row, column), value: name, formula: null, array: null };
    });
  }
  return columns;
}

/** Fills calculated columns in body rows whose cell there is empty. */
export function fillCalculated(sheet: Sheet, table: Table, rows: Area, cause: Cause): void {
  table.columns.forEach((column, index) => {
    if (column.formula === null) return;
    const left = table.area.left + index;
    const style = styleNumber(sheet, bodyOf(table).top, left);
    sheet.write({ ...rows, left, right: left }, cause, "both", (cell) =>
      (cell.value !== null || cell.formula !== null ? cell : { ...cell, value: null, formula: column.formula, array: null, style: cell.style === 0 ? style : cell.style }));
  });
}

/** New rows look like the row above them. */
export function copyLook(sheet: Sheet, from: number, rows: Area, cause: Cause): void {
  sheet.write(rows, cause, "style", (cell, _row, column) => (cell.style === 0 ? withStyle(cell, styleNumber(sheet, from, column)) : cell));
}
const withStyle = (cell: Cell, style: number): Cell => (style === 0 ? cell : { ...cell, style });

/** Validation and conditional formats that cover a whole column of the body go on over the new rows. */
function extendRules(sheet: Sheet, body: Area, rows: Area, cause: Cause): void {
  const longer = (areas: readonly Area[]): readonly Area[] => areas.map((one) =>
    (one.left >= body.left && one.right <= body.right && one.top <= body.top && one.bottom === body.bottom ? { ...one, bottom: rows.bottom } : one));
  const validations = sheet.get("validations").map((rule) => ({ ...rule, areas: longer(rule.areas) }));
  const formats = sheet.get("conditionalFormats").map((format) => ({ ...format, areas: longer(format.areas) }));
  if (changedAreas(sheet.get("validations"), validations)) sheet.set("validations", validations, cause);
  if (changedAreas(sheet.get("conditionalFormats"), formats)) sheet.set("conditionalFormats", formats, cause);
}
function changedAreas(before: readonly { readonly areas: readonly Area[] }[], after: readonly { readonly areas: readonly Area[] }[]): boolean {
  return before.some((rule, index) => rule.areas.some((area, place) => after[index]?.areas[place] !== area));
}

/** Makes the table as many rows longer, over cells that are there already. */
export function lengthen(sheet: Sheet, table: Table, rows: number, cause: Cause): Table {
  const body = bodyOf(table);
  const added = areaOf(table.area.bottom + 1, table.area.left, rows, columnCount(table.area));
  const longer: Table = { ...table, area: { ...table.area, bottom: table.area.bottom + rows } };
  replaceTable(sheet, longer, cause);
  copyLook(sheet, body.bottom, added, cause);
  extendRules(sheet, body, added, cause);
  fillCalculated(sheet, longer, added, cause);
  return longer;
}

/** Makes the table a column wider, over cells that are there already. */
export function widen(sheet: Sheet, table: Table, cause: Cause): Table {
  const area = { ...table.area, right: table.area.right + 1 };
  const columns = table.headerRow ? readHeaders(sheet, { ...area, bottom: area.top }, table.columns, cause) : [...table.columns, unnamed(table)];
  const wider: Table = { ...table, area, columns };
  replaceTable(sheet, wider, cause);
  return wider;
}

export function unnamed(table: Table): TableColumn {
  const taken = new Set(table.columns.map((column) => column.name.toLowerCase()));
  return { id: Math.max(0, ...table.columns.map((column) => column.id)) + 1, name: freeColumnName(table.columns.length, taken), formula: null, totalsFunction: null, totalsLabel: null };
}

export function isFree(sheet: Sheet, area: Area, except: Table): boolean {
  return area.bottom < MAX_ROWS && !sheet.get("tables").some((other) => other.id !== except.id && intersect(other.area, area) !== null);
}
