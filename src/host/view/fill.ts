/** Filling cells from their neighbours: Ctrl+D, Ctrl+R and the handle at a selection's corner, with series of numbers, days, dates and counted words. */
import { moveFormula } from "../calc/shift-formula";
import { assertUnlocked, styleNumber } from "../objects/cells";
import { fillOut } from "../objects/fill-out";
import type { Session } from "../objects/session";
import { typedBeside } from "../objects/table-growth";
import type { Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";

/**
 * Fills a larger area from the cells it holds already. A line of two or more numbers goes on as a series, and so do dates, days, months
 * and words that end in a number; a single number is repeated. Formulas count from where they come to stand.
 *
 * @param source - lies in `target`, at one of its edges
 * @param asSeries - false repeats the cells, as Ctrl+D does
 * @throws Refusal AccessDenied where a cell is locked on a protected sheet
 */
export function fill(session: Session, sheet: Sheet, source: Area, target: Area, asSeries: boolean): void {
  const added = fillOut(sheet, { source, target, fill: asSeries ? "FillDefault" : "FillCopy" }, "filled");
  if (added === null) return;
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

/** The area that a dragged handle fills: the selection drawn out along the longer way, down, up, right or left. */
export function filledBy(source: Area, row: number, column: number): Area {
  const down = row > source.bottom ? row - source.bottom : row < source.top ? row - source.top : 0;
  const across = column > source.right ? column - source.right : column < source.left ? column - source.left : 0;
  if (Math.abs(down) >= Math.abs(across)) return down >= 0 ? { ...source, bottom: source.bottom + down } : { ...source, top: source.top + down };
  return across >= 0 ? { ...source, right: source.right + across } : { ...source, left: source.left + across };
}
