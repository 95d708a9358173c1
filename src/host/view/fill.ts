/** Filling cells from their neighbours: Ctrl+D, Ctrl+R and the handle at a selection's corner, with series of numbers, days, dates and counted words. */
import { isDateFormat } from "numfmt";
import { moveFormula } from "../calc/shift-formula";
import { assertUnlocked, styleNumber } from "../objects/cells";
import { seriesOf } from "../objects/fill-series";
import type { Session } from "../objects/session";
import { typedBeside } from "../objects/table-growth";
import { area as areaOf, columnCount, rowCount, type Area } from "../workbook/area";
import type { Cell, Sheet } from "../workbook/sheet";
import type { CellValue } from "../workbook/values";

/**
 * Fills a larger area from the cells it holds already. A line of two or more numbers goes on as a series, and so do dates, days, months
 * and words that end in a number; a single number is repeated. Formulas count from where they come to stand.
 *
 * @param source - lies in `target`, at one of its edges
 * @param asSeries - false repeats the cells, as Ctrl+D does
 * @throws Refusal AccessDenied where a cell is locked on a protected sheet
 */
export function fill(session: Session, sheet: Sheet, source: Area, target: Area, asSeries: boolean): void {
  const isDown = target.top !== source.top || target.bottom !== source.bottom;
  const isBack = target.top < source.top || target.left < source.left;
  const added: Area = isDown
    ? { ...target, top: isBack ? target.top : source.bottom + 1, bottom: isBack ? source.top - 1 : target.bottom }
    : { ...target, left: isBack ? target.left : source.right + 1, right: isBack ? source.left - 1 : target.right };
  if (rowCount(added) < 1 || columnCount(added) < 1) return;
  assertUnlocked(sheet, added);
  const size = isDown ? rowCount(source) : columnCount(source);
  const lines = new Map<number, Line>();
  const lineAt = (index: number): Line => {
    let line = lines.get(index);
    if (line === undefined) lines.set(index, (line = readLine(sheet, source, isDown, index, asSeries)));
    return line;
  };
  sheet.write(added, "filled", "both", (old, row, column) => {
    const line = lineAt(isDown ? column : row);
    const at = isDown ? row - source.top : column - source.left;
    const from = line.cells[mod(at, size)];
    if (from === undefined) return old;
    if (from.formula === null) return { ...from, value: line.valueAt(at), array: null };
    const away = at - mod(at, size);
    return { ...from, value: null, formula: moveFormula(from.formula, isDown ? away : 0, isDown ? 0 : away), array: null, state: "live" };
  });
  typedBeside(sheet, added, "filled");
  session.settle();
}

interface Line {
  readonly cells: readonly Cell[];
  /** What comes at a place of the line, counted from its first cell. */
  readonly valueAt: (at: number) => CellValue;
}

function readLine(sheet: Sheet, source: Area, isDown: boolean, index: number, asSeries: boolean): Line {
  const { styles, date1904 } = sheet.workbook;
  const size = isDown ? rowCount(source) : columnCount(source);
  const cells = Array.from({ length: size }, (_cell, at): Cell => {
    const [row, column] = isDown ? [source.top + at, index] : [index, source.left + at];
    return { ...sheet.cell(row, column), style: styleNumber(sheet, row, column) };
  });
  const seeds = cells.map(({ value, formula, style }) => ({ value, isFormula: formula !== null, isDate: isDateFormat(styles.at(style).numberFormat) }));
  const series = asSeries ? seriesOf(seeds, "FillDefault", date1904) : null;
  return { cells, valueAt: (at) => (series === null ? cells[mod(at, size)]?.value ?? null : series(at < 0 ? at : at - size + 1)) };
}

/** Puts what one cell holds into every cell of an area that may lie anywhere; formats stay. @throws Refusal AccessDenied */
export function repeat(session: Session, sheet: Sheet, from: { readonly row: number; readonly column: number }, target: Area): void {
  assertUnlocked(sheet, target);
  const { value, formula } = sheet.cell(from.row, from.column);
  sheet.write(target, "typed", "content", (old, row, column) => (row === from.row && column === from.column ? old : {
    ...old, style: styleNumber(sheet, row, column), value: formula === null ? value : null, formula: formula === null ? null : moveFormula(formula, row - from.row, column - from.column), array: null, state: "live",
  }));
  typedBeside(sheet, target, "typed");
  session.settle();
}

const mod = (at: number, size: number): number => ((at % size) + size) % size;

/** The area that a dragged handle fills: the selection drawn out along the longer way, down, up, right or left. */
export function filledBy(source: Area, row: number, column: number): Area {
  const down = row > source.bottom ? row - source.bottom : row < source.top ? row - source.top : 0;
  const across = column > source.right ? column - source.right : column < source.left ? column - source.left : 0;
  if (Math.abs(down) >= Math.abs(across)) return down >= 0 ? { ...source, bottom: source.bottom + down } : { ...source, top: source.top + down };
  return across >= 0 ? { ...source, right: source.right + across } : { ...source, left: source.left + across };
}

/** As far down as the column beside the selection is filled, for a double click on the handle; the selection itself where there is none. */
export function filledBeside(sheet: Sheet, source: Area): Area {
  for (const column of [source.left - 1, source.right + 1]) {
    if (column < 0 || sheet.cell(source.bottom + 1, column).value === null) continue;
    let bottom = source.bottom;
    while (sheet.cell(bottom + 1, column).value !== null) bottom++;
    return { ...areaOf(source.top, source.left), bottom, right: source.right };
  }
  return source;
}
