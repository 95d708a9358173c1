/** Determinants and inverses, sums over pairs, and power series. */
import { cellError, isError, type CellError, type CellValue } from "../../workbook/values";
import { tidyNumber } from "../coerce";
import { arrayMatrix, define, number, range, type FunctionSpec } from "../function-spec";
import { Matrix, type Scope } from "../operand";
import { numbersOf } from "./arguments";

const bad = cellError("#VALUE!");

/** The rows of a square of numbers; blanks and text are #VALUE!. */
function squareOf(of: Matrix, scope: Scope): number[][] | CellError {
  const failed = of.values.find(isError);
  if (isError(failed)) return failed;
  if (of.rows !== of.columns || of.values.some((value) => typeof value !== "number")) return bad;
  scope.cells.spend(of.rows ** 3);
  return of.toRows().map((row) => row.map(Number));
}

interface Eliminated { readonly determinant: number; readonly right: readonly (readonly number[])[] }

/** Elimination with the largest number of each column as its pivot. @param right - what is carried along, for an inverse */
function eliminated(rows: number[][], right: number[][]): Eliminated {
  const size = rows.length;
  let determinant = 1;
  for (let at = 0; at < size; at++) {
    let pivot = at;
    for (let row = at + 1; row < size; row++) if (Math.abs(rows[row]?.[at] ?? 0) > Math.abs(rows[pivot]?.[at] ?? 0)) pivot = row;
    swap(rows, at, pivot);
    swap(right, at, pivot);
    const lead = rows[at]?.[at] ?? 0;
    determinant *= pivot === at ? lead : -lead;
    if (lead === 0) return { determinant: 0, right };
    for (let row = 0; row < size; row++) {
      const factor = row === at ? 0 : (rows[row]?.[at] ?? 0) / lead;
      if (factor === 0) continue;
      subtract(rows[row] ?? [], rows[at] ?? [], factor);
      subtract(right[row] ?? [], right[at] ?? [], factor);
    }
  }
  return { determinant, right: right.map((row, i) => row.map((value) => value / (rows[i]?.[i] ?? 1))) };
}

function swap(rows: number[][], a: number, b: number): void {
  const [first, second] = [rows[a], rows[b]];
  if (first !== undefined && second !== undefined) [rows[a], rows[b]] = [second, first];
}

function subtract(from: number[], row: readonly number[], factor: number): void {
  for (let i = 0; i < from.length; i++) from[i] = (from[i] ?? 0) - factor * (row[i] ?? 0);
}

function inverse(of: Matrix, scope: Scope): Matrix | CellError {
  const rows = squareOf(of, scope);
  if (isError(rows)) return rows;
  const { determinant, right } = eliminated(rows, rows.map((_, r) => rows.map((__, c) => (r === c ? 1 : 0))));
  return determinant === 0 || !Number.isFinite(determinant) ? cellError("#NUM!") : Matrix.of(right);
}

/** A pair in which either is no number is left out; lists of different lengths are #N/A. */
function overPairs(name: string, work: (x: number, y: number) => number): FunctionSpec {
  return define(name, [arrayMatrix, arrayMatrix], ([xs, ys]): CellValue => {
    if (xs.rows * xs.columns !== ys.rows * ys.columns) return cellError("#N/A");
    let sum = 0;
    for (let i = 0; i < xs.values.length; i++) {
      const [x, y] = [xs.values[i] ?? null, ys.values[i] ?? null];
      if (isError(x)) return x;
      if (isError(y)) return y;
      if (typeof x === "number" && typeof y === "number") sum += work(x, y);
    }
    return tidyNumber(sum);
  });
}

export const matrices: readonly FunctionSpec[] = [
  define("MDETERM", [arrayMatrix], ([of], scope) => {
    const rows = squareOf(of, scope);
    return isError(rows) ? rows : tidyNumber(eliminated(rows, rows.map(() => [])).determinant);
  }),
  define("MINVERSE", [arrayMatrix], ([of], scope) => inverse(of, scope), { givesMany: true }),
  overPairs("SUMX2MY2", (x, y) => x * x - y * y), overPairs("SUMX2PY2", (x, y) => x * x + y * y), overPairs("SUMXMY2", (x, y) => (x - y) ** 2),
  define("SERIESSUM", [number, number, number, range], ([x, first, step, given], scope) => {
    const factors = numbersOf([given], scope);
    if (isError(factors)) return factors;
    return tidyNumber(factors.reduce((sum, factor, i) => sum + factor * x ** (first + i * step), 0));
  }),
];
