/** Excel.Table. */
import { area as areaOf, columnCount, intersect, rowCount, type Area } from "../workbook/area";
import { loseTable, renameTable, withoutTable } from "../calc/shift-formula";
import type { Table } from "../workbook/features";
import { withoutArea } from "../workbook/areas";
import type { Sheet } from "../workbook/sheet";
import { bodyOf, placeNamed } from "./address";
import { flagFrom, textFrom } from "./arguments";
import type { Arguments } from "./arguments";
import { autoFilterClass } from "./auto-filter";
import { standing } from "./cells";
import { declareClass, method, navigation, scalar, type ClassPart, type HostObject, type ObjectClass, type Owned, type Scalar } from "./definition";
import { eventMethods, tableEvents } from "./event-registration";
import { filterTable, reapplyTable } from "./filter-places";
import { rangeClass } from "./range";
import { accessDenied, invalidArgument, invalidOperation, itemAlreadyExists, itemNotFound } from "./refusal";
import type { Session } from "./session";
import { tableSortClass } from "./sort";
import { putIn, takeOut } from "./structure-edit";
import { tableColumnsClass } from "./table-columns";
import { lengthen, readHeaders, replaceTable } from "./table-edit";
import { isNameTaken, nameProblem } from "./table-names";
import { tableRowsClass } from "./table-rows";
import { worksheetClass } from "./worksheet";

export interface TableSelf extends Owned { readonly session: Session; readonly sheet: Sheet; readonly id: number }

/** The table as it stands. @throws Refusal ItemNotFound when it is gone */
export function tableOf({ session, sheet, id }: TableSelf): Table {
  const table = session.workbook.sheetById(sheet.id) === sheet ? sheet.get("tables").find((candidate) => candidate.id === id) : undefined;
  if (table === undefined) throw itemNotFound();
  return table;
}

/** A table can be changed only where the sheet is not protected. @throws Refusal AccessDenied */
export function changeTable(self: TableSelf, how: (table: Table) => Table): void {
  const table = tableOf(self);
  if (self.sheet.get("protection") !== null) throw accessDenied();
  replaceTable(self.sheet, how(table));
}

export const rangeOf = (self: TableSelf, area: Area): HostObject => rangeClass.of(self.session.range(self.sheet, area));

function flag(since: string, key: "bandedRows" | "bandedColumns" | "firstColumn" | "lastColumn" | "filterButton"): Scalar<TableSelf, boolean> {
  return scalar<TableSelf, boolean>(since, (self) => tableOf(self)[key], (self, value) => {
    const wanted = flagFrom(value);
    changeTable(self, (table) => ({ ...table, [key]: wanted }));
  });
}

function rename(self: TableSelf, value: unknown): void {
  const name = textFrom(value);
  const before = tableOf(self).name;
  const problem = nameProblem(name);
  if (problem !== null) throw invalidArgument(problem);
  if (name.toLowerCase() !== before.toLowerCase() && isNameTaken(self.session.workbook, name)) throw itemAlreadyExists();
  changeTable(self, (table) => ({ ...table, name }));
  if (name !== before) renameTable(self.session.workbook, before, name);
}

/** Rules of the last body row went on over the row put in under it; totals are not under them. */
function withoutRules(sheet: Sheet, row: Area): void {
  const cut = <R extends { readonly areas: readonly Area[] }>(rules: readonly R[]): readonly R[] =>
    (rules.some((rule) => rule.areas.some((one) => intersect(one, row) !== null)) ? rules.map((rule) => ({ ...rule, areas: rule.areas.flatMap((one) => withoutArea(one, row)) })) : rules);
  sheet.set("validations", cut(sheet.get("validations")));
  sheet.set("conditionalFormats", cut(sheet.get("conditionalFormats")));
}

/** Shows or hides the row of totals under the body. */
function showTotals(self: TableSelf, value: unknown): void {
  const wanted = flagFrom(value);
  const table = tableOf(self);
  if (wanted === table.totalsRow) return;
  if (self.sheet.get("protection") !== null) throw accessDenied();
  if (wanted) {
    const under = { ...table.area, top: table.area.bottom + 1, bottom: table.area.bottom + 1 };
    putIn(self.sheet, under, "down");
    replaceTable(self.sheet, { ...tableOf(self), totalsRow: true, area: { ...table.area, bottom: under.bottom } });
    withoutRules(self.sheet, under);
    self.sheet.write({ ...under, right: under.left }, "api", "content", (cell) => ({ ...cell, value: "Total" }));
    return;
  }
  const totals = { ...table.area, top: table.area.bottom };
  replaceTable(self.sheet, { ...table, totalsRow: false, area: { ...table.area, bottom: table.area.bottom - 1 } });
  takeOut(self.sheet, totals, "up");
}

function showHeaders(self: TableSelf, value: unknown): void {
  const wanted = flagFrom(value);
  const table = tableOf(self);
  if (wanted === table.headerRow) return;
  if (self.sheet.get("protection") !== null) throw accessDenied();
  if (!wanted) {
    self.sheet.write({ ...table.area, bottom: table.area.top }, "api", "content", (cell) => ({ ...cell, value: null, formula: null, array: null }));
    replaceTable(self.sheet, { ...table, headerRow: false, filterButton: false, area: { ...table.area, top: table.area.top + 1 } });
    return;
  }
  const header = areaOf(table.area.top - 1, table.area.left, 1, columnCount(table.area));
  if (header.top < 0) throw invalidOperation();
  self.sheet.write(header, "api", "content", (cell, _row, column) => ({ ...cell, value: table.columns[column - header.left]?.name ?? null, formula: null, array: null }));
  replaceTable(self.sheet, { ...table, headerRow: true, area: { ...table.area, top: header.top } });
}

const properties: ClassPart<Excel.Table, TableSelf> = {
  scalars: {
    id: scalar("1.1", (self) => String(tableOf(self).id)),
    legacyId: scalar("1.8", (self) => String(tableOf(self).id), undefined, "assumed"),
    name: scalar("1.1", (self) => tableOf(self).name, rename),
    style: scalar("1.1", (self) => tableOf(self).style ?? "", (self, value) => { const style = textFrom(value); changeTable(self, (table) => ({ ...table, style: style === "" ? null : style })); }),
    showHeaders: scalar("1.1", (self) => tableOf(self).headerRow, showHeaders),
    showTotals: scalar("1.1", (self) => tableOf(self).totalsRow, showTotals),
    showBandedRows: flag("1.3", "bandedRows"),
    showBandedColumns: flag("1.3", "bandedColumns"),
    showFilterButton: flag("1.3", "filterButton"),
    highlightFirstColumn: flag("1.3", "firstColumn"),
    highlightLastColumn: flag("1.3", "lastColumn"),
  },
  navigations: {
    autoFilter: navigation("1.9", (self) => autoFilterClass.of(self)),
    columns: navigation("1.1", (self) => tableColumnsClass.of(self)),
    rows: navigation("1.1", (self) => tableRowsClass.of(self)),
    sort: navigation("1.2", (self) => tableSortClass.of(self)),
    worksheet: navigation("1.2", (self) => worksheetClass.of(self)),
  },
};

/** @throws Refusal InvalidArgument unless the new area keeps the header where it is and overlaps no other table */
function resize(self: TableSelf, args: Arguments): void {
  const table = tableOf(self);
  const { sheet } = self;
  if (sheet.get("protection") !== null) throw accessDenied();
  const range = args.object(0, rangeClass);
  const place = range === null ? placeNamed(self.session, args.text(0), sheet) : standing(range);
  if (place === null || place.sheet !== sheet) throw invalidArgument();
  const { area } = place;
  const least = 1 + (table.headerRow ? 1 : 0) + (table.totalsRow ? 1 : 0);
  const overlapsOther = sheet.get("tables").some((other) => other.id !== table.id && intersect(other.area, area) !== null);
  if (area.top !== table.area.top || intersect(area, table.area) === null || overlapsOther || rowCount(area) < least) throw invalidArgument();
  if (area.left === table.area.left && area.right === table.area.right && area.bottom > table.area.bottom && !table.totalsRow) {
    lengthen(sheet, table, area.bottom - table.area.bottom, "api");
    return;
  }
  const from = area.left - table.area.left;
  const kept = from >= 0 ? table.columns.slice(from, from + columnCount(area)) : [];
  const columns = table.headerRow ? readHeaders(sheet, { ...area, bottom: area.top }, kept, "api") : kept;
  replaceTable(sheet, { ...table, area, columns });
}

function remove(self: TableSelf): void {
  const table = tableOf(self);
  const { sheet } = self;
  if (sheet.get("protection") !== null) throw accessDenied();
  loseTable(self.session.workbook, table);
  sheet.set("tables", sheet.get("tables").filter((other) => other.id !== table.id));
  sheet.write(table.area, "api", "content", (cell) => ({ ...cell, value: null, formula: null, array: null, state: "live" }));
}

/** The cells stay; formulas that name the table or its columns name their cells instead. */
function convert(self: TableSelf): HostObject {
  const table = tableOf(self);
  const { sheet } = self;
  if (sheet.get("protection") !== null) throw accessDenied();
  withoutTable(self.session.workbook, sheet, table);
  sheet.set("tables", sheet.get("tables").filter((other) => other.id !== table.id));
  return rangeOf(self, table.area);
}

const methods: ClassPart<Excel.Table, TableSelf> = {
  methods: {
    getRange: method("1.1", (self) => rangeOf(self, tableOf(self).area)),
    getDataBodyRange: method("1.1", (self) => rangeOf(self, bodyOf(tableOf(self)))),
    getHeaderRowRange: method("1.1", (self) => {
      const { area, headerRow } = tableOf(self);
      if (!headerRow) throw itemNotFound();
      return rangeOf(self, { ...area, bottom: area.top });
    }),
    getTotalRowRange: method("1.1", (self) => {
      const { area, totalsRow } = tableOf(self);
      if (!totalsRow) throw itemNotFound();
      return rangeOf(self, { ...area, top: area.bottom });
    }),
    resize: method("1.13", resize),
    delete: method("1.1", remove),
    convertToRange: method("1.2", convert),
    clearFilters: method("1.2", (self) => filterTable(self.session, self.sheet, tableOf(self), null, null)),
    reapplyFilters: method("1.2", (self) => reapplyTable(self.session, self.sheet, tableOf(self))),
  },
  wire: eventMethods(tableEvents, (self: TableSelf) => String(self.id)),
};

export const tableClass: ObjectClass<TableSelf> = declareClass<Excel.Table, TableSelf>("Table", { identity: ({ id }) => ({ Id: id }) }, properties, methods);
