/** The operators of a formula on single values, and the rule by which a single-value function runs over whole arrays. */
import { cellError, isError, type CellError, type CellValue } from "../workbook/values";
import { compareValues, LONGEST_TEXT, tidyNumber, toNumber, toText } from "./coerce";
import { holds } from "./criteria";
import { Matrix } from "./operand";

type Binary = (a: CellValue, b: CellValue) => CellValue;

function arithmetic(work: (a: number, b: number) => number | CellError): Binary {
  return (left, right) => {
    const a = toNumber(left);
    if (isError(a)) return a;
    const b = toNumber(right);
    if (isError(b)) return b;
    const result = work(a, b);
    return isError(result) ? result : tidyNumber(result);
  };
}

/** A sum that is only binary dust beside its parts counts as nothing: 0.3-0.2-0.1 is 0. */
const withoutDust = (part: number, sum: number): number => (Math.abs(sum) < Math.abs(part) * 4e-15 ? 0 : sum);

function comparison(operator: "=" | "<>" | "<" | ">" | "<=" | ">="): Binary {
  return (a, b) => {
    if (isError(a)) return a;
    if (isError(b)) return b;
    return holds(operator, compareValues(a, b));
  };
}

function power(base: number, exponent: number): number | CellError {
  if (base === 0 && exponent === 0) return cellError("#NUM!");
  if (base === 0 && exponent < 0) return cellError("#DIV/0!");
  return base ** exponent;
}

function join(a: CellValue, b: CellValue): CellValue {
  const left = toText(a);
  if (isError(left)) return left;
  const right = toText(b);
  if (isError(right)) return right;
  return left.length + right.length > LONGEST_TEXT ? cellError("#VALUE!") : left + right;
}

export const binaryOperators: ReadonlyMap<string, Binary> = new Map([
  ["+", arithmetic((a, b) => withoutDust(a, a + b))],
  ["-", arithmetic((a, b) => withoutDust(a, a - b))],
  ["*", arithmetic((a, b) => a * b)],
  ["/", arithmetic((a, b) => (b === 0 ? cellError("#DIV/0!") : a / b))],
  ["^", arithmetic(power)],
  ["&", join],
  ["=", comparison("=")], ["<>", comparison("<>")], ["<", comparison("<")],
  [">", comparison(">")], ["<=", comparison("<=")], [">=", comparison(">=")],
]);

function onNumber(work: (a: number) => number): (a: CellValue) => CellValue {
  return (given) => {
    const a = toNumber(given);
    return isError(a) ? a : tidyNumber(work(a));
  };
}

export const unaryOperators: ReadonlyMap<string, (a: CellValue) => CellValue> = new Map([
  ["-", onNumber((a) => -a)],
  ["%", onNumber((a) => a / 100)],
  ["+", (a) => a],
]);

/** Runs a calculation of single values over matrices: the shapes are laid over each other, one row or column repeats, gaps are #N/A. */
export function overMatrices(operands: readonly (CellValue | Matrix)[], work: (values: readonly CellValue[]) => CellValue): Matrix {
  let rows = 1;
  let columns = 1;
  for (const operand of operands) {
    if (!(operand instanceof Matrix)) continue;
    rows = Math.max(rows, operand.rows);
    columns = Math.max(columns, operand.columns);
  }
  const results: CellValue[] = new Array<CellValue>(rows * columns);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      results[r * columns + c] = work(operands.map((operand) => (operand instanceof Matrix ? operand.at(r, c) : operand)));
    }
  }
  return new Matrix(rows, columns, results);
}

/** The shape that two operands make together. */
export function commonShape(a: CellValue | Matrix, b: CellValue | Matrix): { readonly rows: number; readonly columns: number } {
  const shape = (one: CellValue | Matrix): Pick<Matrix, "rows" | "columns"> => (one instanceof Matrix ? one : { rows: 1, columns: 1 });
  const [first, second] = [shape(a), shape(b)];
  return { rows: Math.max(first.rows, second.rows), columns: Math.max(first.columns, second.columns) };
}

/** As `overMatrices`, for two: most of the work that arrays make. */
export function overTwo(a: CellValue | Matrix, b: CellValue | Matrix, work: Binary): Matrix {
  const { rows, columns } = commonShape(a, b);
  const results: CellValue[] = new Array<CellValue>(rows * columns);
  const isWhole = (one: CellValue | Matrix): one is Matrix => one instanceof Matrix && one.rows === rows && one.columns === columns;
  if (isWhole(a) && isWhole(b)) for (let i = 0; i < results.length; i++) results[i] = work(a.values[i] ?? null, b.values[i] ?? null);
  else if (isWhole(a) && !(b instanceof Matrix)) for (let i = 0; i < results.length; i++) results[i] = work(a.values[i] ?? null, b);
  else if (isWhole(b) && !(a instanceof Matrix)) for (let i = 0; i < results.length; i++) results[i] = work(a, b.values[i] ?? null);
  else {
    for (let i = 0; i < results.length; i++) {
      const [row, column] = [Math.floor(i / columns), i % columns];
      results[i] = work(a instanceof Matrix ? a.at(row, column) : a, b instanceof Matrix ? b.at(row, column) : b);
    }
  }
  return new Matrix(rows, columns, results);
}
