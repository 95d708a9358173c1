/** References that follow the cells they mean when cells are put in or taken out. */
import type { RangeA1 } from "@borgar/fx";
import { MAX_COLUMNS, MAX_ROWS } from "../workbook/area";
import type { Cause } from "../workbook/change";
import { shiftArea } from "../workbook/shift-area";
import type { Workbook } from "../workbook/workbook";
import { isVertical, type CellShift } from "./cell-shift";
import { respellAll, type FormulaPlace } from "./every-formula";
import { isCells, rewriteFormula, withRange } from "./rewrite-formula";

/** Every formula of the workbook but the sheet's own rules, which `moveFeatures` rewrites while it moves them. */
export function moveReferences(workbook: Workbook, shift: CellShift, cause: Cause): void {
  const onSheet = new Map<string, string>();
  const mentions = shift.sheet.name.toLowerCase();
  respellAll(workbook, (formula, place) => {
    // Most formulas elsewhere never name this sheet, and many here are copies of each other.
    if (place.sheet !== shift.sheet && !formula.toLowerCase().replaceAll("''", "'").includes(mentions)) return formula;
    if (place.isName || place.sheet !== shift.sheet) return shiftReferences(formula, shift, place);
    let shifted = onSheet.get(formula);
    if (shifted === undefined) onSheet.set(formula, (shifted = mayReach(formula, shift) ? shiftReferences(formula, shift, place) : formula));
    return shifted;
  }, cause, shift.sheet);
}

const CELL_ROWS = /[A-Za-z]\$?(\d{1,7})/g;
const WHOLE_ROWS = /\d\s*:\s*\$?\d/;

/** A quick look, right when it says no: whether some number in the text could be a row at or after the block. */
function mayReach(formula: string, shift: CellShift): boolean {
  if (!isVertical(shift)) return true;
  if (WHOLE_ROWS.test(formula)) return true;
  for (const [, row] of formula.matchAll(CELL_ROWS)) if (Number(row) > shift.block.top) return true;
  return false;
}

/** @param place - where the formula stands, before the movement */
export function shiftReferences(formula: string, shift: CellShift, place: FormulaPlace): string {
  return rewriteFormula(formula, (token) => (isCells(token)
    ? withRange(token.value, (range, context) => (means(context, shift, place) && isMovable(range, shift, place) ? shiftedRange(range, shift) : range))
    : null));
}

function means(context: readonly string[], { sheet }: CellShift, place: FormulaPlace): boolean {
  if (context.length === 0) return place.sheet === sheet;
  return context.length === 1 && context[0]?.toLowerCase() === sheet.name.toLowerCase();
}

/** In a name, what no `$` fixes counts from the cell that uses the name, and so means no cell of its own. */
function isMovable(range: RangeA1, shift: CellShift, place: FormulaPlace): boolean {
  if (!place.isName) return true;
  return isVertical(shift) ? range.$top === true && range.$bottom === true : range.$left === true && range.$right === true;
}

function shiftedRange(range: RangeA1, shift: CellShift): RangeA1 | null {
  const area = { top: range.top ?? 0, left: range.left ?? 0, bottom: range.bottom ?? MAX_ROWS - 1, right: range.right ?? MAX_COLUMNS - 1 };
  // Whole columns stay whole when rows come or go, and whole rows when columns do.
  if (isVertical(shift) ? area.top === 0 && area.bottom === MAX_ROWS - 1 : area.left === 0 && area.right === MAX_COLUMNS - 1) return range;
  const moved = shiftArea(area, shift.block, shift.direction);
  if (moved === null) return null;
  if (moved.top === area.top && moved.bottom === area.bottom && moved.left === area.left && moved.right === area.right) return range;
  return isVertical(shift) ? { ...range, top: moved.top, bottom: moved.bottom } : { ...range, left: moved.left, right: moved.right };
}
