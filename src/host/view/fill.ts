/** Filling cells from their neighbours: Ctrl+D, Ctrl+R and the handle at a selection's corner, with series of numbers, days, dates and counted words. */
import { moveFormula } from "../calc/shift-formula";
import { assertUnlocked, styleNumber } from "../objects/cells";
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
  const lines = new Map<number, { readonly cells: readonly Cell[]; readonly valueAt: (at: number) => CellValue }>();
  const lineAt = (index: number): { readonly cells: readonly Cell[]; readonly valueAt: (at: number) => CellValue } => {
    let line = lines.get(index);
    if (line === undefined) {
      const cells = Array.from({ length: size }, (_cell, at) => {
        const [row, column] = isDown ? [source.top + at, index] : [index, source.left + at];
        return { ...sheet.cell(row, column), style: styleNumber(sheet, row, column) };
      });
      lines.set(index, (line = { cells, valueAt: asSeries ? seriesOf(cells, (style) => isDateFormat(sheet.workbook.styles.at(style).numberFormat)) : (at) => cells[mod(at, size)]?.value ?? null }));
    }
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
const isDateFormat = (format: string): boolean => /[dy]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ""));

const LISTS: readonly (readonly string[])[] = [
  ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
];

/** What comes at each place of a line, counted from its first cell; before it for places below 0. */
export function seriesOf(cells: readonly Cell[], isDate: (style: number) => boolean): (at: number) => CellValue {
  const values = cells.map(({ value, formula }) => (formula === null ? value : null));
  const repeated = (at: number): CellValue => values[mod(at, values.length)] ?? null;
  const numbers = values.filter((value): value is number => typeof value === "number");
  if (numbers.length === values.length && numbers.length > 0) return ofNumbers(numbers, isDate(cells[0]?.style ?? 0)) ?? repeated;
  const words = values.filter((value): value is string => typeof value === "string" && value !== "");
  if (words.length !== values.length) return repeated;
  return ofList(words) ?? ofCounted(words) ?? repeated;
}

/** Along the straight line through the numbers; one number alone goes on only when it is a date. */
function ofNumbers(numbers: readonly number[], isDate: boolean): ((at: number) => number) | null {
  const [first = 0] = numbers;
  if (numbers.length === 1) return isDate ? (at) => first + at : null;
  const middle = (numbers.length - 1) / 2;
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const slope = numbers.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0) / numbers.reduce((sum, _value, at) => sum + (at - middle) ** 2, 0);
  return (at) => Number((mean + slope * (at - middle)).toPrecision(14));
}

function ofList(words: readonly string[]): ((at: number) => string) | null {
  const [first = ""] = words;
  for (const list of LISTS) {
    const places = words.map((word) => list.findIndex((entry) => entry.toLowerCase() === word.toLowerCase()));
    const start = places[0] ?? -1;
    const step = places.length > 1 ? mod((places[1] ?? 0) - start, list.length) : 1;
    if (start < 0 || !places.every((place, at) => place === mod(start + at * step, list.length))) continue;
    const spell = first === first.toUpperCase() && first.length > 1 ? (word: string) => word.toUpperCase() : first === first.toLowerCase() ? (word: string) => word.toLowerCase() : (word: string) => word;
    return (at) => spell(list[mod(start + at * step, list.length)] ?? "");
  }
  return null;
}

/** "Post 1" goes on as "Post 2"; leading noughts keep their width. */
function ofCounted(words: readonly string[]): ((at: number) => string) | null {
  const parts = words.map((word) => /^(.*?)(\d{1,15})$/.exec(word));
  const stems = new Set(parts.map((part) => part?.[1]));
  const [first] = parts;
  if (first === undefined || first === null || stems.size > 1) return null;
  const line = ofNumbers(parts.map((part) => Number(part?.[2] ?? 0)), true);
  const width = (first[2] ?? "").startsWith("0") ? (first[2] ?? "").length : 0;
  return (at) => `${first[1] ?? ""}${String(Math.abs(Math.round(line?.(at) ?? 0))).padStart(width, "0")}`;
}

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
