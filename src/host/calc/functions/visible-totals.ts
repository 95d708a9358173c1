/** SUBTOTAL and AGGREGATE: totals that leave out other totals, hidden rows or errors. */
import { filteredBodies } from "../../workbook/filter";
import { cellError, isError, type CellValue } from "../../workbook/values";
import { toNumber, tidyNumber } from "../coerce";
import { arrayRange, define, integer, range, repeated, type FunctionSpec } from "../function-spec";
import { Matrix, Reference, References, singleOf, type Operand, type Scope } from "../operand";
import { countFilled, countNumbers, kth, largest, smallest } from "./aggregates";
import { ascending, listed, meanOf, numbersOf, sumOf } from "./arguments";
import { deviation, median, mode, quantile, quantileWithin, variance } from "./statistics";

interface Leaving { readonly hidden: boolean; readonly filtered: boolean; readonly errors: boolean; readonly totals: boolean }

const TOTAL = /\b(?:SUBTOTAL|AGGREGATE)\(/i;

/** The values of a reference that count. Arrays have no rows to hide and are taken as they are. */
function counted(operand: Operand, leaving: Leaving, scope: Scope): Operand {
  if (operand instanceof References) return Matrix.down(operand.list.flatMap((one) => [...kept(one, leaving, scope)]));
  if (!(operand instanceof Reference)) return operand;
  return Matrix.down(kept(operand, leaving, scope));
}

function kept(reference: Reference, { hidden, filtered, totals }: Leaving, scope: Scope): readonly CellValue[] {
  const { sheet, area: { top, left } } = reference;
  const values = scope.cells.matrixOf(reference);
  const rows = sheet.get("rows");
  const bodies = filtered && !hidden ? filteredBodies(sheet) : [];
  const isOut = (row: number): boolean => rows.get(row)?.hidden === true && (hidden || bodies.some((body) => row >= body.top && row <= body.bottom));
  return values.values.filter((_, i) => {
    const row = top + Math.floor(i / values.columns);
    if (isOut(row)) return false;
    const { formula } = sheet.cell(row, left + (i % values.columns));
    return !totals || formula === null || !TOTAL.test(formula);
  });
}

const works: readonly ((numbers: readonly number[]) => CellValue)[] = [
  meanOf, () => 0, () => 0, largest, smallest, (n) => (n.length === 0 ? 0 : n.reduce((a, b) => a * b, 1)),
  (n) => deviation(n, false), (n) => deviation(n, true), sumOf, (n) => variance(n, false), (n) => variance(n, true), median, mode,
];

function total(which: number, operands: readonly Operand[], leaving: Leaving, scope: Scope): CellValue {
  const given = operands.map((operand) => counted(operand, leaving, scope));
  if (which === 2) return countNumbers(given, scope);
  if (which === 3) return countFilled(leaving.errors ? given.map(withoutErrors) : given, scope);
  const numbers = numbersOf(given, scope, { skipErrors: leaving.errors });
  if (isError(numbers)) return numbers;
  const result = works[which - 1]?.(numbers) ?? cellError("#VALUE!");
  return typeof result === "number" ? tidyNumber(result) : result;
}

const withoutErrors = (operand: Operand): Operand => (operand instanceof Matrix ? Matrix.down(operand.values.filter((value) => !isError(value))) : operand);

function aggregate(which: number, options: number, operands: readonly Operand[], scope: Scope): CellValue {
  if (which < 1 || which > 19 || options < 0 || options > 7) return cellError("#VALUE!");
  const leaving = { totals: options < 4, hidden: options % 2 === 1, filtered: false, errors: [2, 3, 6, 7].includes(options) };
  if (which <= 13) return total(which, operands, leaving, scope);
  const [from, place] = operands;
  const k = toNumber(singleOf(place, scope));
  if (isError(k)) return k;
  const given = numbersOf([counted(from, leaving, scope)], scope, { skipErrors: leaving.errors });
  if (isError(given)) return given;
  const numbers = ascending(given);
  switch (which) {
    case 14: return kth(numbers, numbers.length + 1 - Math.ceil(k));
    case 15: return kth(numbers, k);
    case 16: return quantile(numbers, k);
    case 17: return quantile(numbers, Math.trunc(k) / 4);
    case 18: return quantileWithin(numbers, k);
    default: return quantileWithin(numbers, Math.trunc(k) / 4);
  }
}

export const visibleTotals: readonly FunctionSpec[] = [
  define("SUBTOTAL", [integer, repeated([range])], ([code, groups], scope) => {
    const which = code > 100 ? code - 100 : code;
    if (which < 1 || which > 11) return cellError("#VALUE!");
    // Rows that a filter hides never count, rows that a person hid only by the codes over 100.
    return total(which, listed(groups), { hidden: code > 100, filtered: true, errors: false, totals: true }, scope);
  }, { placeBound: true }),
  define("AGGREGATE", [integer, integer, repeated([arrayRange])], ([which, options, groups], scope) => aggregate(which, options, listed(groups), scope), { placeBound: true }),
];
