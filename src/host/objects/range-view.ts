/** Excel.RangeView: the rows and columns of a range that are shown. */
import { translateFormulaToR1C1 } from "@borgar/fx";
import { displayText } from "../calc/number-format";
import { cellName } from "../workbook/area";
import type { Cell } from "../workbook/sheet";
import { addressOf } from "./address";
import { cellsIn, enterBlock, isWholeColumns, isWholeRows, MOST_CELLS_READ, standing, styleAt } from "./cells";
import { declareClass, method, navigation, scalar, type HostObject, type ObjectClass, type Owned, type Scalar } from "./definition";
import { shown } from "./entered";
import { rangeClass } from "./range";
import { invalidArgument, itemNotFound, rangeExceedsLimit } from "./refusal";
import type { RangeHold, Session } from "./session";
import { wordForType } from "./value-types";

/** `row` is the place of the one row it is about; null for the whole view. */
interface ViewSelf extends Owned { readonly session: Session; readonly range: RangeHold; readonly row: number | null }

interface Lines { readonly rows: readonly number[]; readonly columns: readonly number[] }

function linesOf({ range, row }: ViewSelf): Lines {
  const { sheet, area } = standing(range);
  if (isWholeColumns(area) || isWholeRows(area) || cellsIn(area) > MOST_CELLS_READ) throw rangeExceedsLimit();
  const rows = shownBetween(sheet.get("rows"), area.top, area.bottom);
  const columns = shownBetween(sheet.get("columns"), area.left, area.right);
  if (row === null) return { rows, columns };
  const one = rows[row];
  if (one === undefined) throw itemNotFound();
  return { rows: [one], columns };
}

function shownBetween(formats: ReadonlyMap<number, { readonly hidden: boolean }>, first: number, last: number): readonly number[] {
  const lines: number[] = [];
  for (let line = first; line <= last; line++) if (formats.get(line)?.hidden !== true) lines.push(line);
  return lines;
}

function cells<T>(self: ViewSelf, read: (cell: Cell, row: number, column: number) => T): T[][] {
  const { sheet } = self.range;
  const { rows, columns } = linesOf(self);
  self.session.settle();
  return rows.map((row) => columns.map((column) => read(sheet.cell(row, column), row, column)));
}

/** Written to the cells that show, in their order. */
function setValues(self: ViewSelf, input: unknown): void {
  const { rows, columns } = linesOf(self);
  const whole: readonly unknown[] = Array.isArray(input) ? input : rows.map(() => columns.map(() => input));
  if (whole.length !== rows.length || whole.some((line) => !Array.isArray(line) || line.length !== columns.length)) throw invalidArgument();
  rows.forEach((row, index) => {
    const line: unknown = whole[index];
    columns.forEach((column, place) => {
      const value: unknown = Array.isArray(line) ? line[place] : null;
      if (value !== null) enterBlock(self.session.range(self.range.sheet, { top: row, bottom: row, left: column, right: column }), value);
    });
  });
}

const formulas = (since: string): Scalar<ViewSelf, unknown[][]> =>
  scalar<ViewSelf, unknown[][]>(since, (self) => cells(self, (cell) => (cell.formula === null ? shown(cell.value) : `=${cell.formula}`)), setValues);

function viewRange(self: ViewSelf): HostObject {
  const { area } = standing(self.range);
  const row = self.row === null ? null : linesOf(self).rows[0] ?? area.top;
  return rangeClass.of(self.session.range(self.range.sheet, row === null ? area : { ...area, top: row, bottom: row }));
}

export const rangeViewClass: ObjectClass<ViewSelf> = declareClass<Excel.RangeView, ViewSelf>("RangeView", {}, {
  scalars: {
    cellAddresses: scalar("1.3", (self) => cells(self, (_cell, row, column) => addressOf(self.range.sheet, { top: row, bottom: row, left: column, right: column }))),
    columnCount: scalar("1.3", (self) => linesOf(self).columns.length),
    rowCount: scalar("1.3", (self) => linesOf(self).rows.length),
    index: scalar("1.3", (self) => self.row ?? 0),
    values: scalar("1.3", (self) => cells(self, (cell) => shown(cell.value)), setValues),
    formulas: formulas("1.3"), formulasLocal: formulas("1.3"),
    formulasR1C1: scalar("1.3", (self) => cells(self, (cell, row, column) => (cell.formula === null ? shown(cell.value) : translateFormulaToR1C1(`=${cell.formula}`, cellName(row, column))))),
    numberFormat: scalar("1.3", (self) => cells(self, (_cell, row, column) => styleAt(self.range.sheet, row, column).numberFormat)),
    text: scalar("1.3", (self) => cells(self, (cell, row, column) => displayText(cell.value, styleAt(self.range.sheet, row, column).numberFormat, self.session.workbook.date1904).text)),
    // The enum is only a type here; its members are these very words.
    valueTypes: scalar("1.3", (self) => cells(self, (cell) => wordForType(cell.value) as Excel.RangeValueType)),
  },
  navigations: { rows: navigation("1.3", (self) => rowsClass.of(self)) },
  methods: { getRange: method("1.3", viewRange) },
});

function rowAt(self: ViewSelf, row: number): HostObject {
  if (row < 0 || row >= linesOf(self).rows.length) throw itemNotFound();
  return rangeViewClass.of({ ...self, row });
}

const rowsClass: ObjectClass<ViewSelf> = declareClass<Excel.RangeViewCollection, ViewSelf>(
  "RangeViewCollection",
  { items: (self) => linesOf(self).rows.map((_row, index) => rangeViewClass.of({ ...self, row: index })), item: (self, args) => rowAt(self, args.whole(0)) },
  { methods: { getCount: method("1.4", (self) => linesOf(self).rows.length), getItemAt: method("1.3", (self, args) => rowAt(self, args.whole(0))) } },
);
