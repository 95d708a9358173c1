/** A formula copied into cells that are turned round: down becomes across. */
import type { RangeA1 } from "@borgar/fx";
import { isCells, rewriteFormula, withRange } from "./rewrite-formula";

interface Turn { readonly fromRow: number; readonly fromColumn: number; readonly toRow: number; readonly toColumn: number }

/**
 * What lay so many columns left of the cell lies as many rows above it now; what `$` fixes stays.
 *
 * @returns null where a reference is fixed in one direction only, or reaches over whole rows or columns
 * @example transposeFormula("SUM(A1:D1)", { fromRow: 0, fromColumn: 4, toRow: 10, toColumn: 6 }) // => "SUM(G7:G10)"
 */
export function transposeFormula(formula: string, turn: Turn): string | null {
  let possible = true;
  const turned = rewriteFormula(formula, (token) => (isCells(token) ? withRange(token.value, (range) => {
    const { top, left } = range;
    const { bottom = top, right = left } = range;
    if (typeof top !== "number" || typeof left !== "number" || typeof bottom !== "number" || typeof right !== "number") {
      possible = false;
      return range;
    }
    const fixed = [range.$top, range.$left, range.$bottom ?? range.$top, range.$right ?? range.$left].map((mark) => mark === true);
    if (fixed.every(Boolean)) return range;
    if (fixed.some(Boolean)) possible = false;
    return turnedRange(range, { top, left, bottom, right }, turn);
  }) : null));
  return possible ? turned : null;
}

/** null off the sheet, which is a reference to nothing. */
function turnedRange(range: RangeA1, { top, left, bottom, right }: { top: number; left: number; bottom: number; right: number }, { fromRow, fromColumn, toRow, toColumn }: Turn): RangeA1 | null {
  const now = { top: toRow + left - fromColumn, bottom: toRow + right - fromColumn, left: toColumn + top - fromRow, right: toColumn + bottom - fromRow };
  return now.top < 0 || now.left < 0 ? null : { ...range, ...now };
}
