/** VDB: declining depreciation over any span of an asset's life, by default going over to straight lines where those are more. */
import { cellError, type CellValue } from "../../workbook/values";
import { define, logical, number, omissible, optional, type FunctionSpec } from "../function-spec";
import { tidyNumber } from "../coerce";

/** What one period takes off by the declining balance, never below the salvage value. */
function declining(cost: number, salvage: number, life: number, period: number, factor: number): number {
  const rate = Math.min(1, factor / life);
  const before = rate >= 1 ? (period === 1 ? cost : 0) : cost * (1 - rate) ** (period - 1);
  const after = cost * (1 - rate) ** period;
  return Math.max(0, after < salvage ? before - salvage : before - after);
}

/** Without going over: the parts of the periods at the ends count by how much of them lies within. */
function declined(cost: number, salvage: number, life: number, start: number, end: number, factor: number): number {
  let total = 0;
  for (let period = Math.floor(start) + 1; period <= Math.ceil(end); period++) {
    const share = Math.min(period, end) - Math.max(period - 1, start);
    total += declining(cost, salvage, life, period, factor) * share;
  }
  return total;
}

/** Each period takes the declining part, or what is left in equal parts over the rest of the life, whichever is more. */
function switched(cost: number, salvage: number, life: number, start: number, end: number, factor: number): number {
  let book = cost;
  let total = 0;
  for (let period = 1; period <= Math.ceil(end); period++) {
    const part = Math.max(declining(book, salvage, life, 1, factor), Math.max(0, (book - salvage) / Math.max(life - period + 1, 1)));
    total += part * Math.max(0, Math.min(period, end) - Math.max(period - 1, start));
    book -= part;
  }
  return total;
}

export const depreciationSpan: readonly FunctionSpec[] = [
  define("VDB", [number, number, number, number, number, optional(number, 2), omissible(logical, false)], ([cost, salvage, life, start, end, factor, stays], scope): CellValue => {
    if (cost < 0 || salvage < 0 || life <= 0 || start < 0 || end < start || end > life || factor <= 0) return cellError("#NUM!");
    scope.cells.spend(life);
    if (cost < salvage) return 0;
    return tidyNumber((stays ? declined : switched)(cost, salvage, life, start, end, factor));
  }),
];
