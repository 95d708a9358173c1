/** Excel.TableRowCollection and Excel.TableRow: the rows of a table's body, by place. */
import { area as areaOf, columnCount, intersect, MAX_ROWS, rowCount, type Area } from "../workbook/area";
import { bodyOf } from "./address";
import type { Arguments } from "./arguments";
import { enterBlock } from "./cells";
import { declareClass, method, scalar, type HostObject, type ObjectClass } from "./definition";
import { shown } from "./entered";
import { accessDenied, invalidArgument, itemNotFound, wrongSize } from "./refusal";
import { putIn, takeOut } from "./structure-edit";
import { rangeOf, tableOf, type TableSelf } from "./table";
import { copyLook, fillCalculated, lengthen, replaceTable } from "./table-edit";
import { enteredUnder } from "./table-growth";

interface TableRowSelf extends TableSelf { readonly row: number }

/** The row's cells. @throws Refusal ItemNotFound past the last row */
function cellsOf(self: TableRowSelf): Area {
  const body = bodyOf(tableOf(self));
  if (self.row < 0 || self.row >= rowCount(body)) throw itemNotFound();
  return { ...body, top: body.top + self.row, bottom: body.top + self.row };
}

function values(self: TableRowSelf): unknown[][] {
  self.session.settle();
  const { top, left, right } = cellsOf(self);
  return [Array.from({ length: right - left + 1 }, (_value, column) => shown(self.sheet.cell(top, left + column).value))];
}

const rowClass: ObjectClass<TableRowSelf> = declareClass<Excel.TableRow, TableRowSelf>("TableRow", {}, {
  scalars: {
    index: scalar("1.1", (self) => { cellsOf(self); return self.row; }),
    values: scalar("1.1", values, (self, input) => enterBlock(self.session.range(self.sheet, cellsOf(self)), input)),
  },
  methods: {
    getRange: method("1.1", (self) => rangeOf(self, cellsOf(self))),
    delete: method("1.1", (self) => removeRows(self, self.row, 1)),
  },
});

/** A table keeps one row: the last one is emptied instead. */
function removeRows(self: TableSelf, from: number, count: number): void {
  const table = tableOf(self);
  const body = bodyOf(table);
  if (self.sheet.get("protection") !== null) throw accessDenied();
  if (from < 0 || count < 1 || from + count > rowCount(body)) throw itemNotFound();
  const rows = areaOf(body.top + from, body.left, count, columnCount(body));
  if (count < rowCount(body)) return takeOut(self.sheet, rows, "up");
  self.sheet.write(rows, "api", "content", (cell) => ({ ...cell, value: null, formula: null, array: null }));
  if (count > 1) takeOut(self.sheet, { ...rows, top: rows.top + 1 }, "up");
  replaceTable(self.sheet, { ...tableOf(self), awaitsRow: true });
}

/** Rows of values from what `add` takes: rows, or one value for every cell of one row. */
function rowsFrom(input: unknown, width: number): readonly unknown[] {
  if (input === undefined || input === null) return [Array.from({ length: width }, () => null)];
  if (!Array.isArray(input)) return [Array.from({ length: width }, () => input)];
  const rows: readonly unknown[] = input;
  if (rows.length === 0 || rows.some((row) => !Array.isArray(row) || row.length !== width)) throw wrongSize();
  return rows;
}

/** A table that was made of its headers alone has one blank row, which waits for the first entry. */
function isWaiting(self: TableSelf): boolean {
  const body = bodyOf(tableOf(self));
  if (tableOf(self).awaitsRow !== true || rowCount(body) !== 1) return false;
  for (let column = body.left; column <= body.right; column++) {
    const { value, formula } = self.sheet.cell(body.top, column);
    if (value !== null || formula !== null) return false;
  }
  return true;
}

/** The first row added takes the blank row's place; the others come under it. */
function fillWaiting(self: TableSelf, rows: readonly unknown[]): HostObject {
  const body = bodyOf(tableOf(self));
  replaceTable(self.sheet, { ...tableOf(self), awaitsRow: false });
  if (rows.length > 1) insertRows(self, 1, rows.slice(1));
  const range = self.session.range(self.sheet, body);
  enterBlock(range, rows.slice(0, 1));
  enteredUnder(range);
  return rowClass.of({ ...self, row: 0 });
}

function add(self: TableSelf, args: Arguments): HostObject {
  const table = tableOf(self);
  const { sheet } = self;
  if (sheet.get("protection") !== null) throw accessDenied();
  const body = bodyOf(table);
  const rows = rowsFrom(args.raw(1), table.columns.length);
  const asked = args.wholeOr(0, -1);
  if (asked < -1 || asked > rowCount(body)) throw invalidArgument();
  if (asked < 1 && isWaiting(self)) return fillWaiting(self, rows);
  const index = asked === -1 ? rowCount(body) : asked;
  if (index === rowCount(body) && !args.flagOr(2, true) && !table.totalsRow && isFreeUnder(self, rows.length)) return appendRows(self, rows);
  return insertRows(self, index, rows);
}

/** Whether so many rows under the table hold nothing, so that it can grow over them without moving what stands below. */
function isFreeUnder(self: TableSelf, count: number): boolean {
  const { area } = tableOf(self);
  const under = areaOf(area.bottom + 1, area.left, count, columnCount(area));
  if (under.bottom >= MAX_ROWS || self.sheet.get("tables").some((other) => intersect(other.area, under) !== null)) return false;
  for (let row = under.top; row <= under.bottom; row++) {
    for (let column = under.left; column <= under.right; column++) {
      const { value, formula } = self.sheet.cell(row, column);
      if (value !== null || formula !== null) return false;
    }
  }
  return true;
}

function appendRows(self: TableSelf, rows: readonly unknown[]): HostObject {
  const body = bodyOf(tableOf(self));
  lengthen(self.sheet, tableOf(self), rows.length, "api");
  const range = self.session.range(self.sheet, areaOf(body.bottom + 1, body.left, rows.length, columnCount(body)));
  if (self.session.faults.has("table-rows-lost")) self.session.noteAddedRows(tableOf(self).id, range);
  enterBlock(range, rows);
  return rowClass.of({ ...self, row: rowCount(body) });
}

function insertRows(self: TableSelf, index: number, rows: readonly unknown[]): HostObject {
  const table = tableOf(self);
  const { sheet, session } = self;
  const body = bodyOf(table);
  const added = areaOf(body.top + index, body.left, rows.length, columnCount(body));
  putIn(sheet, added, "down");
  // Without a header row, cells put in at the table's top push it down; a row of its own belongs to it.
  if (index === 0 && !table.headerRow) replaceTable(sheet, { ...tableOf(self), area: { ...tableOf(self).area, top: added.top } });
  if (index === rowCount(body) && !table.totalsRow) lengthen(sheet, tableOf(self), rows.length, "api");
  else {
    copyLook(sheet, index === 0 ? added.bottom + 1 : added.top - 1, added, "api");
    fillCalculated(sheet, tableOf(self), added, "api");
  }
  const range = session.range(sheet, added);
  if (session.faults.has("table-rows-lost")) session.noteAddedRows(table.id, range);
  enterBlock(range, rows);
  enteredUnder(range);
  return rowClass.of({ ...self, row: index });
}

const count = (self: TableSelf): number => rowCount(bodyOf(tableOf(self)));

function at(self: TableSelf, row: number): HostObject {
  if (row < 0 || row >= count(self)) throw itemNotFound();
  return rowClass.of({ ...self, row });
}

export const tableRowsClass: ObjectClass<TableSelf> = declareClass<Excel.TableRowCollection, TableSelf>(
  "TableRowCollection",
  { items: (self) => Array.from({ length: count(self) }, (_value, row) => rowClass.of({ ...self, row })), item: (self, args) => at(self, args.whole(0)) },
  {
    scalars: { count: scalar("1.1", count) },
    methods: {
      add: method("1.1", add),
      getCount: method("1.4", count),
      getItemAt: method("1.1", (self, args) => at(self, args.whole(0))),
    },
  },
);
