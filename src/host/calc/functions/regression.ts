/** LINEST, TREND and their kin: least squares over one or several columns. */
import { cellError, isError, type CellError, type CellValue } from "../../workbook/values";
import { define, logical, matrix, omissible, optional, type FunctionSpec } from "../function-spec";
import { Matrix, type Operand } from "../operand";

interface Data { readonly ys: readonly number[]; /** One row for each point. */ readonly xs: readonly (readonly number[])[]; readonly across: boolean }
interface Fit { /** In the order of the columns. */ readonly slopes: readonly number[]; readonly start: number; readonly inverse: readonly (readonly number[])[] }

const allNumbers = (of: Matrix): of is Matrix & { readonly values: readonly number[] } => of.values.every((value) => typeof value === "number");

function dataOf(y: Matrix, x: Matrix | undefined): Data | CellError {
  if (!allNumbers(y) || (x !== undefined && !allNumbers(x))) return cellError("#VALUE!");
  const across = y.rows === 1 && y.columns > 1;
  const count = y.values.length;
  if (x === undefined) return { ys: y.values, xs: y.values.map((_, i) => [i + 1]), across };
  if (x.values.length === count) return { ys: y.values, xs: (x.values as readonly number[]).map((one) => [one]), across };
  const rows = (across ? x.toRows()[0]?.map((_, c) => x.column(c)) : x.toRows()) as readonly (readonly number[])[];
  return rows.length === count ? { ys: y.values, xs: rows, across } : cellError("#REF!");
}

/** Normal equations by Gauss-Jordan; null where columns say the same thing. */
function fit({ ys, xs }: Data, withStart: boolean): Fit | null {
  const rows = xs.map((x) => (withStart ? [1, ...x] : [...x]));
  const size = rows[0]?.length ?? 0;
  const table = Array.from({ length: size }, (_, i) => [
    ...Array.from({ length: size }, (_none, j) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0)),
    ...Array.from({ length: size }, (_none, j) => (i === j ? 1 : 0)),
    rows.reduce((sum, row, k) => sum + (row[i] ?? 0) * (ys[k] ?? 0), 0),
  ]);
  if (!reduce(table, size)) return null;
  const solved = table.map((row) => row[2 * size] ?? 0);
  return { slopes: withStart ? solved.slice(1) : solved, start: withStart ? solved[0] ?? 0 : 0, inverse: table.map((row) => row.slice(size, 2 * size)) };
}

function reduce(table: number[][], size: number): boolean {
  for (let i = 0; i < size; i++) {
    let pivot = i;
    for (let r = i + 1; r < size; r++) if (Math.abs(table[r]?.[i] ?? 0) > Math.abs(table[pivot]?.[i] ?? 0)) pivot = r;
    const [row, other] = [table[pivot], table[i]];
    const head = row?.[i] ?? 0;
    if (row === undefined || other === undefined || Math.abs(head) < 1e-12) return false;
    table[pivot] = other;
    table[i] = row.map((value) => value / head);
    for (let r = 0; r < size; r++) {
      const factor = table[r]?.[i] ?? 0;
      if (r !== i) table[r] = (table[r] ?? []).map((value, c) => value - factor * (table[i]?.[c] ?? 0));
    }
  }
  return true;
}

const at = ({ slopes, start }: Fit, x: readonly number[]): number => slopes.reduce((sum, slope, i) => sum + slope * (x[i] ?? 0), start);

function linest(data: Data, withStart: boolean, withStatistics: boolean): Operand {
  const line = fit(data, withStart);
  if (line === null) return cellError("#NUM!");
  const first: CellValue[] = [...[...line.slopes].reverse(), line.start];
  return withStatistics ? Matrix.of([first, ...statistics(data, line, withStart)]) : new Matrix(1, first.length, first);
}

function statistics({ ys, xs }: Data, line: Fit, withStart: boolean): readonly (readonly CellValue[])[] {
  const mean = withStart ? ys.reduce((a, b) => a + b, 0) / ys.length : 0;
  const total = ys.reduce((sum, y) => sum + (y - mean) ** 2, 0);
  const rest = ys.reduce((sum, y, i) => sum + (y - at(line, xs[i] ?? [])) ** 2, 0);
  const width = line.slopes.length + 1;
  const freedom = ys.length - line.slopes.length - (withStart ? 1 : 0);
  const error = freedom > 0 ? Math.sqrt(rest / freedom) : 0;
  const errors = line.inverse.map((row, i) => error * Math.sqrt(row[i] ?? 0));
  const ofSlopes = (withStart ? errors.slice(1) : errors).reverse();
  const pad = (row: readonly CellValue[]): readonly CellValue[] => Array.from({ length: width }, (_, i) => row[i] ?? cellError("#N/A"));
  const test = freedom > 0 ? (total - rest) / line.slopes.length / (rest / freedom) : cellError("#NUM!");
  return [[...ofSlopes, withStart ? errors[0] ?? 0 : cellError("#N/A")], pad([1 - rest / total, error]), pad([test, freedom]), pad([total - rest, rest])];
}

function trend(data: Data, given: Matrix | undefined, withStart: boolean): Operand {
  const line = fit(data, withStart);
  if (line === null) return cellError("#NUM!");
  const single = data.xs[0]?.length === 1;
  if (given === undefined) {
    const values = data.xs.map((x) => at(line, x));
    return data.across ? new Matrix(1, values.length, values) : Matrix.down(values);
  }
  if (!allNumbers(given)) return cellError("#VALUE!");
  if (single) return given.map((x) => at(line, [Number(x)]));
  return Matrix.down(given.toRows().map((row) => at(line, row.map(Number))));
}

/** LOGEST and GROWTH are the same on logarithms. */
function inLogarithms(data: Data): Data | CellError {
  return data.ys.some((y) => y <= 0) ? cellError("#NUM!") : { ...data, ys: data.ys.map(Math.log) };
}

const backFromLogarithms = (result: Operand): Operand => (result instanceof Matrix ? result.map((value) => (typeof value === "number" ? Math.exp(value) : value)) : result);

const MANY = { givesMany: true };
const line = [matrix, optional(matrix), omissible(logical, true), omissible(logical, false)] as const;
const along = [matrix, optional(matrix), optional(matrix), omissible(logical, true)] as const;

export const regression: readonly FunctionSpec[] = [
  define("LINEST", line, ([y, x, start, all]) => {
    const data = dataOf(y, x);
    return isError(data) ? data : linest(data, start, all);
  }, MANY),
  define("TREND", along, ([y, x, given, start]) => {
    const data = dataOf(y, x);
    return isError(data) ? data : trend(data, given, start);
  }, MANY),
  define("GROWTH", along, ([y, x, given, start]) => {
    const data = dataOf(y, x);
    const logs = isError(data) ? data : inLogarithms(data);
    return isError(logs) ? logs : backFromLogarithms(trend(logs, given, start));
  }, MANY),
  define("LOGEST", [matrix, optional(matrix), omissible(logical, true)], ([y, x, start]) => {
    const data = dataOf(y, x);
    const logs = isError(data) ? data : inLogarithms(data);
    return isError(logs) ? logs : backFromLogarithms(linest(logs, start, false));
  }, MANY),
];
