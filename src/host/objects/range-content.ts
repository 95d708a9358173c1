/** What is in a range's cells: values, formulas, the text they show, number formats. */
import { translateFormulaToA1, translateFormulaToR1C1 } from "@borgar/fx";
import { displayText } from "../calc/number-format";
import type { Cell } from "../workbook/sheet";
import type { CellStyle } from "../workbook/style";
import { cellName, columnCount, rowCount } from "../workbook/area";
import { assertAllowed, cellsIn, enterBlock, isWholeColumns, isWholeRows, MOST_CELLS_READ, MOST_CELLS_WRITTEN, restyle, standing, styleAt, valueAt } from "./cells";
import { method, scalar, type ClassPart } from "./definition";
import { shown } from "./entered";
import { cellsExceedLimit, invalidArgument } from "./refusal";
import type { RangeHold } from "./session";
import { enteredUnder } from "./table-growth";
import { wordForType } from "./value-types";

/** Every cell of the range, row by row; null where Excel gives none: whole rows and columns, and more than 5,000,000 cells. */
function cellsOf<T>(range: RangeHold, read: (cell: Cell, row: number, column: number) => T): T[][] | null {
  const { sheet, area } = standing(range);
  if (isWholeColumns(area) || isWholeRows(area) || cellsIn(area) > MOST_CELLS_READ) return null;
  const rows: T[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const line: T[] = [];
    for (let column = area.left; column <= area.right; column++) line.push(read(sheet.cell(row, column), row, column));
    rows.push(line);
  }
  return rows;
}

function values(range: RangeHold): unknown[][] | null {
  range.session.settle();
  return cellsOf(range, (cell) => shown(cell.value));
}

function formulas(range: RangeHold): unknown[][] | null {
  return cellsOf(range, (cell) => (cell.formula === null ? shown(cell.value) : `=${cell.formula}`));
}

function texts(range: RangeHold): string[][] | null {
  range.session.settle();
  const { date1904 } = range.session.workbook;
  return cellsOf(range, (cell, row, column) => displayText(cell.value, styleAt(range.sheet, row, column).numberFormat, date1904).text);
}

function types(range: RangeHold): Excel.RangeValueType[][] | null {
  range.session.settle();
  // The enum is only a type here; its members are these very words.
  return cellsOf(range, (cell) => wordForType(cell.value) as Excel.RangeValueType);
}

function setContent(range: RangeHold, input: unknown): void {
  enterBlock(range, input);
  enteredUnder(range);
}

/** In the user's own region, which decides the order of dates. */
function setLocalContent(range: RangeHold, input: unknown): void {
  enterBlock(range, input, "api", "day-first");
  enteredUnder(range);
}

/** Each formula counts from its own cell. @throws Refusal InvalidArgument */
function setRelativeFormulas(range: RangeHold, input: unknown): void {
  const { area } = standing(range);
  const at = valueAt(range, input);
  const entry = (row: number, column: number): unknown => {
    const value = at(row, column);
    return typeof value === "string" && value.startsWith("=") ? translateFormulaToA1(value, cellName(row, column)) : value;
  };
  if (cellsIn(area) > MOST_CELLS_WRITTEN) throw cellsExceedLimit();
  setContent(range, Array.from({ length: rowCount(area) }, (_row, down) => Array.from({ length: columnCount(area) }, (_cell, right) => entry(area.top + down, area.left + right))));
}

function setNumberFormats(range: RangeHold, input: unknown): void {
  const { sheet, area } = standing(range);
  assertAllowed(sheet, "allowFormatCells");
  // One format in brackets is for every cell, as in Microsoft's own samples.
  const only: unknown = Array.isArray(input) && input.length === 1 && Array.isArray(input[0]) && input[0].length === 1 ? input[0][0] : undefined;
  if (typeof only === "string") return setNumberFormats(range, only);
  const at = valueAt(range, input);
  const format = (value: unknown): string => {
    if (typeof value !== "string") throw invalidArgument();
    return value === "" ? "General" : value;
  };
  const withFormat = (value: unknown) => (style: CellStyle): CellStyle => (value === null ? style : { ...style, numberFormat: format(value) });
  if (!Array.isArray(input)) return restyle(sheet, area, withFormat(input));
  for (let row = area.top; row <= area.bottom; row++) {
    // Neighbours mostly share a format: one write for each run of equal ones.
    for (let from = area.left; from <= area.right; ) {
      let to = from;
      while (to < area.right && at(row, to + 1) === at(row, from)) to += 1;
      restyle(sheet, { top: row, bottom: row, left: from, right: to }, withFormat(at(row, from)));
      from = to + 1;
    }
  }
}

function relativeFormulas(range: RangeHold): unknown[][] | null {
  return cellsOf(range, (cell, row, column) => (cell.formula === null ? shown(cell.value) : translateFormulaToR1C1(`=${cell.formula}`, cellName(row, column))));
}

const numberFormats = (range: RangeHold): string[][] | null => cellsOf(range, (_cell, row, column) => styleAt(range.sheet, row, column).numberFormat);

export const rangeContent: ClassPart<Excel.Range, RangeHold> = {
  scalars: {
    values: scalar("1.1", values, setContent),
    formulas: scalar("1.1", formulas, setContent),
    formulasLocal: scalar("1.1", formulas, setLocalContent),
    formulasR1C1: scalar("1.2", relativeFormulas, setRelativeFormulas),
    text: scalar("1.1", texts),
    valueTypes: scalar("1.1", types),
    numberFormat: scalar("1.1", numberFormats, setNumberFormats),
    numberFormatLocal: scalar("1.7", numberFormats, setNumberFormats, "assumed"),
    hasSpill: scalar("1.12", (range) => {
      const spills = (cellsOf(range, (cell) => cell.array?.kind === "dynamic" && cellsIn(cell.array.area) > 1) ?? [[false]]).flat();
      return spills.every(Boolean) ? true : spills.some(Boolean) ? null : false;
    }),
  },
  methods: {
    calculate: method("1.6", (range) => range.session.calculate(false)),
  },
};
