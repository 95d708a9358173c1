/** Ranks, quantiles, spread, and lines through points; totals that leave hidden rows out. */
import { cellError, isError, type CellError, type CellValue } from "../../workbook/values";
import { sameNumber, tidyNumber } from "../coerce";
import { alias, define, integer, matrix, number, omissible, range, repeated, type FunctionSpec } from "../function-spec";
import { Matrix, type Operand, type Scope } from "../operand";
import { ascending, countBelow, listed, meanOf, numbersOf, onNumbers, onSorted, sumOf } from "./arguments";

const invalid = cellError("#NUM!");
const num = (value: number | CellError): CellValue => (isError(value) ? value : tidyNumber(value));
const many = [repeated([range])] as const;
const overAll = (name: string, work: (numbers: readonly number[]) => number | CellError, textCounts = false): FunctionSpec =>
  define(name, many, ([groups], scope) => onNumbers(listed(groups), scope, (numbers) => num(work(numbers)), { textCounts }));
const LIGHT = { countsSteps: true };
/** @param work - is given the numbers in rising order */
const withNumber = (name: string, work: (sorted: readonly number[], k: number) => number | CellError): FunctionSpec =>
  define(name, [range, number], ([given, k], scope) => onSorted(given, scope, (sorted) => num(work(sorted, k))), LIGHT);

const squares = (numbers: readonly number[]): number => {
  const mean = sumOf(numbers) / numbers.length;
  return sumOf(numbers.map((x) => (x - mean) ** 2));
};
export const variance = (numbers: readonly number[], whole: boolean): number | CellError =>
  (numbers.length < (whole ? 1 : 2) ? cellError("#DIV/0!") : squares(numbers) / (numbers.length - (whole ? 0 : 1)));
export function deviation(numbers: readonly number[], whole: boolean): number | CellError {
  const square = variance(numbers, whole);
  return isError(square) ? square : Math.sqrt(square);
}

/** The value a part of the way up the sorted list, between its neighbours. */
export function quantile(sorted: readonly number[], part: number): number | CellError {
  if (sorted.length === 0 || part < 0 || part > 1) return invalid;
  return between(sorted, part * (sorted.length - 1));
}
export function quantileWithin(sorted: readonly number[], part: number): number | CellError {
  const place = part * (sorted.length + 1) - 1;
  if (sorted.length === 0 || part <= 0 || part >= 1 || place < 0 || place > sorted.length - 1) return invalid;
  return between(sorted, place);
}
function between(sorted: readonly number[], place: number): number {
  const low = Math.floor(place);
  const below = sorted[low] ?? 0;
  return below + (place - low) * ((sorted[low + 1] ?? below) - below);
}
export const median = (numbers: readonly number[]): number | CellError => quantile(ascending(numbers), 0.5);

/** The commonest number, the first of those that come equally often. */
export function mode(numbers: readonly number[]): number | CellError {
  const counts = new Map<number, number>();
  for (const x of numbers) counts.set(x, (counts.get(x) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return most < 2 ? cellError("#N/A") : [...counts].find(([, count]) => count === most)?.[0] ?? cellError("#N/A");
}

function rank(name: string, ofTies: (better: number, same: number) => number): FunctionSpec {
  return define(name, [number, range, omissible(number, 0)], ([x, given, rising], scope) => onSorted(given, scope, (sorted) => {
    // Numbers equal to 15 digits stand side by side.
    let first = countBelow(sorted, x);
    let after = first;
    while (first > 0 && sameNumber(sorted[first - 1] ?? 0, x)) first -= 1;
    while (after < sorted.length && sameNumber(sorted[after] ?? 0, x)) after += 1;
    return first === after ? cellError("#N/A") : ofTies(rising === 0 ? sorted.length - after : first, after - first);
  }), LIGHT);
}

/** How far up the sorted list a value stands, cut to so many digits. */
function percentRank(numbers: readonly number[], x: number, digits: number, within: boolean): number | CellError {
  const sorted = ascending(numbers);
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  if (first === undefined || last === undefined || digits < 1) return invalid;
  if (x < first || x > last) return cellError("#N/A");
  const at = sorted.findIndex((y) => y >= x);
  const upper = sorted[at] ?? x;
  const lower = sorted[at - 1] ?? upper;
  const place = upper === x ? at : at - 1 + (x - lower) / (upper - lower);
  const part = within ? (place + 1) / (sorted.length + 1) : sorted.length === 1 ? 1 : place / (sorted.length - 1);
  return Math.floor(part * 10 ** digits + 1e-9) / 10 ** digits;
}

function frequency(data: Operand, bins: Operand, scope: Scope): Operand {
  const numbers = numbersOf([data], scope);
  const limits = numbersOf([bins], scope);
  if (isError(numbers)) return numbers;
  if (isError(limits)) return limits;
  const sorted = ascending([...new Set(limits)]);
  const counts = new Array<number>(sorted.length + 1).fill(0);
  for (const x of numbers) {
    const place = sorted.findIndex((limit) => x <= limit);
    const bin = place < 0 ? sorted.length : place;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const seen = new Set<number>();
  const shown = limits.map((limit) => {
    const again = seen.has(limit);
    seen.add(limit);
    return again ? 0 : counts[sorted.indexOf(limit)] ?? 0;
  });
  return Matrix.down([...shown, counts[sorted.length] ?? 0]);
}

interface Pairs { readonly ys: readonly number[]; readonly xs: readonly number[] }

/** Pairs of numbers; a pair with anything else is left out. */
function pairsOf(y: Matrix, x: Matrix): Pairs | CellError {
  if (y.values.length !== x.values.length) return cellError("#N/A");
  const pairs: { ys: number[]; xs: number[] } = { ys: [], xs: [] };
  for (let i = 0; i < y.values.length; i++) {
    const [a, b] = [y.values[i] ?? null, x.values[i] ?? null];
    if (isError(a)) return a;
    if (isError(b)) return b;
    if (typeof a !== "number" || typeof b !== "number") continue;
    pairs.ys.push(a);
    pairs.xs.push(b);
  }
  return pairs;
}

interface Line { readonly slope: number; readonly start: number; readonly r: number; readonly covariance: number; readonly count: number; readonly error: number }

function lineThrough({ xs, ys }: Pairs): Line {
  const count = xs.length;
  const mx = sumOf(xs) / count;
  const my = sumOf(ys) / count;
  const sxy = sumOf(xs.map((x, i) => (x - mx) * ((ys[i] ?? 0) - my)));
  const sxx = sumOf(xs.map((x) => (x - mx) ** 2));
  const syy = sumOf(ys.map((y) => (y - my) ** 2));
  return { slope: sxy / sxx, start: my - (sxy / sxx) * mx, r: sxy / Math.sqrt(sxx * syy), covariance: sxy, count, error: Math.sqrt((syy - sxy ** 2 / sxx) / (count - 2)) };
}

const orDivided = (value: number): number | CellError => (Number.isFinite(value) ? value : cellError("#DIV/0!"));

function overPairs(name: string, work: (line: Line) => number): FunctionSpec {
  return define(name, [matrix, matrix], ([y, x]) => {
    const pairs = pairsOf(y, x);
    return isError(pairs) ? pairs : num(orDivided(work(lineThrough(pairs))));
  });
}

const forecast = define("FORECAST.LINEAR", [number, matrix, matrix], ([at, y, x]) => {
  const pairs = pairsOf(y, x);
  if (isError(pairs)) return pairs;
  const line = lineThrough(pairs);
  return num(orDivided(line.start + line.slope * at));
});

const quartile = (numbers: readonly number[], which: number): number | CellError => (which < 0 || which >= 5 ? invalid : quantile(numbers, Math.trunc(which) / 4));
const quartileWithin = (numbers: readonly number[], which: number): number | CellError => quantileWithin(numbers, Math.trunc(which) / 4);

const underBothNames = (names: readonly string[], work: (numbers: readonly number[]) => number | CellError): readonly FunctionSpec[] => names.map((name) => overAll(name, work));

export const statistics: readonly FunctionSpec[] = [
  ...underBothNames(["STDEV", "STDEV.S"], (n) => deviation(n, false)), ...underBothNames(["STDEVP", "STDEV.P"], (n) => deviation(n, true)),
  ...underBothNames(["VAR", "VAR.S"], (n) => variance(n, false)), ...underBothNames(["VARP", "VAR.P"], (n) => variance(n, true)),
  ...underBothNames(["MODE", "MODE.SNGL"], mode),
  overAll("MEDIAN", median),
  overAll("STDEVA", (n) => deviation(n, false), true), overAll("VARA", (n) => variance(n, false), true),
  overAll("AVEDEV", (n) => meanOf(n.map((x) => Math.abs(x - sumOf(n) / n.length)))), overAll("DEVSQ", squares),
  overAll("GEOMEAN", (n) => (n.length === 0 || n.some((x) => x <= 0) ? invalid : Math.exp(sumOf(n.map(Math.log)) / n.length))),
  overAll("HARMEAN", (n) => (n.length === 0 || n.some((x) => x <= 0) ? invalid : n.length / sumOf(n.map((x) => 1 / x)))),
  withNumber("PERCENTILE.INC", quantile), withNumber("PERCENTILE", quantile), withNumber("PERCENTILE.EXC", quantileWithin),
  withNumber("QUARTILE.INC", quartile), withNumber("QUARTILE", quartile), withNumber("QUARTILE.EXC", quartileWithin),
  rank("RANK", (better) => better + 1), rank("RANK.EQ", (better) => better + 1), rank("RANK.AVG", (better, same) => better + (same + 1) / 2),
  ...(["PERCENTRANK", "PERCENTRANK.INC", "PERCENTRANK.EXC"] as const).map((name) =>
    define(name, [range, number, omissible(integer, 3)], ([given, x, digits], scope) => onNumbers([given], scope, (n) => num(percentRank(n, x, digits, name === "PERCENTRANK.EXC"))))),
  define("TRIMMEAN", [range, number], ([given, part], scope) => onNumbers([given], scope, (n) => {
    const cut = Math.floor((n.length * part) / 2);
    return part < 0 || part >= 1 ? invalid : meanOf(ascending(n).slice(cut, n.length - cut));
  })),
  define("FREQUENCY", [range, range], ([data, bins], scope) => frequency(data, bins, scope), { givesMany: true }),
  overPairs("CORREL", (line) => line.r), overPairs("PEARSON", (line) => line.r), overPairs("RSQ", (line) => line.r ** 2),
  overPairs("SLOPE", (line) => line.slope), overPairs("INTERCEPT", (line) => line.start), overPairs("STEYX", (line) => line.error),
  overPairs("COVARIANCE.P", (line) => line.covariance / line.count), overPairs("COVAR", (line) => line.covariance / line.count), overPairs("COVARIANCE.S", (line) => line.covariance / (line.count - 1)),
  forecast, alias("FORECAST", forecast),
];
