/** Excel.TableColumnCollection and Excel.TableColumn. */
import { renameTableColumn } from "../calc/shift-formula";
import type { Area } from "../workbook/area";
import type { TableColumn } from "../workbook/features";
import { bodyOf } from "./address";
import { textFrom, type Arguments } from "./arguments";
import { filterClass } from "./auto-filter";
import { enterBlock } from "./cells";
import { declareClass, method, navigation, scalar, type HostObject, type ObjectClass } from "./definition";
import { shown } from "./entered";
import { accessDenied, invalidArgument, itemAlreadyExists, itemNotFound } from "./refusal";
import { putIn, takeOut } from "./structure-edit";
import { changeTable, rangeOf, tableOf, type TableSelf } from "./table";
import { replaceTable, unnamed } from "./table-edit";
import { enteredUnder } from "./table-growth";

export interface TableColumnSelf extends TableSelf { readonly column: number }

/** The column and its place. @throws Refusal ItemNotFound when it is gone */
function columnOf(self: TableColumnSelf): { readonly column: TableColumn; readonly index: number } {
  const { columns } = tableOf(self);
  const index = columns.findIndex((candidate) => candidate.id === self.column);
  const column = columns[index];
  if (column === undefined) throw itemNotFound();
  return { column, index };
}

function strip(self: TableColumnSelf, of: Area): Area {
  const left = tableOf(self).area.left + columnOf(self).index;
  return { ...of, left, right: left };
}

function rename(self: TableColumnSelf, value: unknown): void {
  const name = textFrom(value);
  const { column } = columnOf(self);
  const table = tableOf(self);
  if (name === "" || name.length > 255) throw invalidArgument();
  if (table.columns.some((other) => other.id !== column.id && other.name.toLowerCase() === name.toLowerCase())) throw itemAlreadyExists();
  const header = strip(self, { ...table.area, bottom: table.area.top });
  changeTable(self, (before) => ({ ...before, columns: before.columns.map((other) => (other.id === column.id ? { ...other, name } : other)) }));
  if (table.headerRow) self.sheet.write(header, "api", "content", (cell) => ({ ...cell, value: name, formula: null, array: null }));
  if (name !== column.name) renameTableColumn(self.session.workbook, table.name, column.name, name);
}

function values(self: TableColumnSelf): unknown[][] {
  self.session.settle();
  const { top, bottom, left } = strip(self, tableOf(self).area);
  return Array.from({ length: bottom - top + 1 }, (_value, row) => [shown(self.sheet.cell(top + row, left).value)]);
}

function setValues(self: TableColumnSelf, input: unknown): void {
  const range = self.session.range(self.sheet, strip(self, tableOf(self).area));
  enterBlock(range, input);
  enteredUnder(range);
}

const columnClass: ObjectClass<TableColumnSelf> = declareClass<Excel.TableColumn, TableColumnSelf>("TableColumn", { identity: ({ column }) => ({ Id: column }) }, {
  scalars: {
    id: scalar("1.1", (self) => columnOf(self).column.id),
    index: scalar("1.1", (self) => columnOf(self).index),
    name: scalar("1.1", (self) => columnOf(self).column.name, rename),
    values: scalar("1.1", values, setValues),
  },
  navigations: { filter: navigation("1.2", (self) => filterClass.of(self)) },
  methods: {
    getDataBodyRange: method("1.1", (self) => rangeOf(self, strip(self, bodyOf(tableOf(self))))),
    getHeaderRowRange: method("1.1", (self) => rangeOf(self, strip(self, { ...tableOf(self).area, bottom: tableOf(self).area.top }))),
    getRange: method("1.1", (self) => rangeOf(self, strip(self, tableOf(self).area))),
    getTotalRowRange: method("1.1", (self) => {
      const { totalsRow, area } = tableOf(self);
      if (!totalsRow) throw itemNotFound();
      return rangeOf(self, strip(self, { ...area, top: area.bottom }));
    }),
    delete: method("1.1", remove),
  },
});

function remove(self: TableColumnSelf): void {
  const table = tableOf(self);
  if (self.sheet.get("protection") !== null) throw accessDenied();
  if (table.columns.length === 1) throw invalidArgument();
  takeOut(self.sheet, strip(self, table.area), "left");
}

/** By name, without regard to case, or by id. */
function byKey(self: TableSelf, key: unknown): HostObject | null {
  const { columns } = tableOf(self);
  const found = typeof key === "number" ? columns.find(({ id }) => id === key) : columns.find(({ name }) => name.toLowerCase() === String(key).toLowerCase());
  return found === undefined ? null : columnClass.of({ ...self, column: found.id });
}
function existing(self: TableSelf, key: unknown): HostObject {
  const column = byKey(self, key);
  if (column === null) throw itemNotFound();
  return column;
}

function add(self: TableSelf, args: Arguments): HostObject {
  const table = tableOf(self);
  const { sheet, session } = self;
  if (sheet.get("protection") !== null) throw accessDenied();
  const asked = args.wholeOr(0, -1);
  if (asked < -1 || asked > table.columns.length) throw invalidArgument();
  const index = asked === -1 ? table.columns.length : asked;
  const name = args.has(2) ? args.text(2) : null;
  if (name !== null && table.columns.some((column) => column.name.toLowerCase() === name.toLowerCase())) throw itemAlreadyExists();
  const left = table.area.left + index;
  const strip: Area = { ...table.area, left, right: left };
  putIn(sheet, strip, "right");
  // Put in between, the column is there already under a name of its own; at either end the table is yet to reach over it.
  const now = tableOf(self).columns;
  const others = now.length > table.columns.length ? now.filter((_column, place) => place !== index) : now;
  const made: TableColumn = { ...unnamed({ ...table, columns: others }), ...(name === null ? {} : { name }) };
  replaceTable(sheet, { ...table, area: { ...table.area, right: table.area.right + 1 }, columns: [...others.slice(0, index), made, ...others.slice(index)] });
  if (table.headerRow) sheet.write({ ...strip, bottom: strip.top }, "api", "content", (cell) => ({ ...cell, value: made.name }));
  if (args.has(1)) {
    const range = session.range(sheet, strip);
    enterBlock(range, args.raw(1));
    enteredUnder(range);
  }
  return columnClass.of({ ...self, column: made.id });
}

export const tableColumnsClass: ObjectClass<TableSelf> = declareClass<Excel.TableColumnCollection, TableSelf>(
  "TableColumnCollection",
  { items: (self) => tableOf(self).columns.map(({ id }) => columnClass.of({ ...self, column: id })), item: (self, args) => existing(self, args.raw(0)) },
  {
    scalars: { count: scalar("1.1", (self) => tableOf(self).columns.length) },
    methods: {
      add: method("1.1", add),
      getCount: method("1.4", (self) => tableOf(self).columns.length),
      getItem: method("1.1", (self, args) => existing(self, args.raw(0))),
      getItemAt: method("1.1", (self, args) => {
        const column = tableOf(self).columns[args.whole(0)];
        if (column === undefined) throw itemNotFound();
        return columnClass.of({ ...self, column: column.id });
      }),
      getItemOrNullObject: method("1.4", (self, args) => byKey(self, args.raw(0))),
    },
  },
);
