/** Tests of samples, and what else statistics holds: probabilities of a list, every commonest number, names from before 2010. */
import * as formulajs from "@formulajs/formulajs";
import { cellError, isError, type CellError, type CellValue } from "../../workbook/values";
import { tidyNumber } from "../coerce";
import { define, integer, matrix, number, optional, range, repeated, type FunctionSpec } from "../function-spec";
import { Matrix, type Operand, type Scope } from "../operand";
import { listed, meanOf, numbersOf, onNumbers, sumOf } from "./arguments";
import { chiAboveOf, fAboveOf, tTailOf } from "./continuous";
import { deviation, variance } from "./statistics";

const invalid = cellError("#NUM!");
const missing = cellError("#N/A");

/** Expected against observed: rows less one times columns less one, or one less than a single row or column. */
function chiTest(observed: Matrix, expected: Matrix): CellValue {
  if (observed.rows !== expected.rows || observed.columns !== expected.columns || observed.values.length < 2) return missing;
  let sum = 0;
  for (let i = 0; i < observed.values.length; i++) {
    const [seen, wanted] = [observed.values[i] ?? null, expected.values[i] ?? null];
    if (isError(seen)) return seen;
    if (isError(wanted)) return wanted;
    if (typeof seen !== "number" || typeof wanted !== "number") continue;
    if (wanted === 0) return cellError("#DIV/0!");
    if (wanted < 0) return invalid;
    sum += (seen - wanted) ** 2 / wanted;
  }
  const { rows, columns } = observed;
  const freedom = rows > 1 && columns > 1 ? (rows - 1) * (columns - 1) : rows * columns - 1;
  return chiAboveOf(sum, freedom);
}

function twoSamples(first: Operand, second: Operand, scope: Scope): readonly [readonly number[], readonly number[]] | CellError {
  const [a, b] = [numbersOf([first], scope), numbersOf([second], scope)];
  return isError(a) ? a : isError(b) ? b : [a, b];
}

function fTest(a: readonly number[], b: readonly number[]): CellValue {
  const [first, second] = [variance(a, false), variance(b, false)];
  if (isError(first) || isError(second) || first === 0 || second === 0) return cellError("#DIV/0!");
  const above = fAboveOf(first / second, a.length - 1, b.length - 1);
  return 2 * Math.min(above, 1 - above);
}

/** 1 pairs, 2 one spread for both, 3 each its own. */
function tTest(a: readonly number[], b: readonly number[], tails: number, kind: number): CellValue {
  if ((tails !== 1 && tails !== 2) || kind < 1 || kind > 3) return invalid;
  if (kind === 1) {
    if (a.length !== b.length) return missing;
    const apart = a.map((x, i) => x - (b[i] ?? 0));
    const spread = deviation(apart, false);
    return isError(spread) || spread === 0 ? cellError("#DIV/0!") : tails * tTailOf(Math.abs(sumOf(apart) / apart.length / (spread / Math.sqrt(apart.length))), apart.length - 1);
  }
  const [first, second] = [variance(a, false), variance(b, false)];
  if (isError(first) || isError(second)) return cellError("#DIV/0!");
  const [m, n] = [a.length, b.length];
  const apart = Math.abs(sumOf(a) / m - sumOf(b) / n);
  const [p, q] = [first / m, second / n];
  const error = kind === 2 ? Math.sqrt((((m - 1) * first + (n - 1) * second) / (m + n - 2)) * (1 / m + 1 / n)) : Math.sqrt(p + q);
  if (error === 0) return cellError("#DIV/0!");
  const freedom = kind === 2 ? m + n - 2 : (p + q) ** 2 / (p ** 2 / (m - 1) + q ** 2 / (n - 1));
  return tails * tTailOf(apart / error, freedom);
}

const normalBelow = (z: number): number => Number(formulajs.NORM.S.DIST(z, true));

function zTest(numbers: readonly number[], against: number, spread: number | undefined): CellValue {
  if (numbers.length === 0) return missing;
  const used = spread ?? deviation(numbers, false);
  if (isError(used) || used === 0) return spread === 0 ? invalid : cellError("#DIV/0!");
  const mean = meanOf(numbers);
  return isError(mean) ? mean : 1 - normalBelow((mean - against) / (used / Math.sqrt(numbers.length)));
}

/** The chance that a value lies between two limits. */
function probability(values: Matrix, chances: Matrix, low: number, high: number): CellValue {
  if (values.values.length !== chances.values.length) return missing;
  let [all, within] = [0, 0];
  for (let i = 0; i < values.values.length; i++) {
    const [value, chance] = [values.values[i] ?? null, chances.values[i] ?? null];
    if (isError(value)) return value;
    if (isError(chance)) return chance;
    if (typeof value !== "number" || typeof chance !== "number") continue;
    if (chance <= 0 || chance > 1) return invalid;
    all += chance;
    if (value >= low && value <= high) within += chance;
  }
  return Math.abs(all - 1) > 1e-9 ? invalid : tidyNumber(within);
}

function commonest(numbers: readonly number[]): Operand {
  const counts = new Map<number, number>();
  for (const x of numbers) counts.set(x, (counts.get(x) ?? 0) + 1);
  let most = 0;
  for (const count of counts.values()) most = Math.max(most, count);
  return most < 2 ? missing : Matrix.down([...counts].filter(([, count]) => count === most).map(([x]) => x));
}

const both = (today: string, before: string, make: (name: string) => FunctionSpec): readonly FunctionSpec[] => [make(today), make(before)];
const whole = (name: string, work: (numbers: readonly number[]) => number | CellError): FunctionSpec =>
  define(name, [repeated([range])], ([groups], scope) => onNumbers(listed(groups), scope, work, { textCounts: true }));

export const sampleTests: readonly FunctionSpec[] = [
  ...both("CHISQ.TEST", "CHITEST", (name) => define(name, [matrix, matrix], ([observed, expected]) => chiTest(observed, expected))),
  ...both("F.TEST", "FTEST", (name) => define(name, [range, range], ([first, second], scope) => {
    const samples = twoSamples(first, second, scope);
    return isError(samples) ? samples : fTest(...samples);
  })),
  ...both("T.TEST", "TTEST", (name) => define(name, [range, range, integer, integer], ([first, second, tails, kind], scope) => {
    const samples = twoSamples(first, second, scope);
    return isError(samples) ? samples : tTest(...samples, tails, kind);
  })),
  ...both("Z.TEST", "ZTEST", (name) => define(name, [range, number, optional(number)], ([given, against, spread], scope) => onNumbers([given], scope, (numbers) => zTest(numbers, against, spread)))),
  define("PROB", [matrix, matrix, number, optional(number)], ([values, chances, low, high]) => probability(values, chances, low, high ?? low)),
  define("MODE.MULT", [repeated([range])], ([groups], scope) => {
    const numbers = numbersOf(listed(groups), scope);
    return isError(numbers) ? numbers : commonest(numbers);
  }, { givesMany: true }),
  whole("STDEVPA", (n) => deviation(n, true)), whole("VARPA", (n) => variance(n, true)),
];
