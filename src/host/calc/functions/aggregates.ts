/** Sums, counts, averages and extremes. */
import { cellError, isError, type CellError, type CellValue } from "../../workbook/values";
import { tidyNumber, toNumber } from "../coerce";
import { exactKeys, type Criterion } from "../criteria";
import { arrayMatrix, criterion, define, matrix, number, optional, range, repeated, type FunctionSpec } from "../function-spec";
import { type Matrix, Reference, References, matrixOf, type Operand, type Scope } from "../operand";
import { isMany, isScalar, listed, matricesOf, meanOf, onNumbers, onSorted, sumOf, type Counting } from "./arguments";

const many = [repeated([range])] as const;
const LIGHT = { countsSteps: true };

function overAll(name: string, work: (numbers: readonly number[]) => CellValue, counting?: Counting): FunctionSpec {
  return define(name, many, ([groups], scope) => onNumbers(listed(groups), scope, (numbers) => tidy(work(numbers)), counting));
}

const tidy = (value: CellValue): CellValue => (typeof value === "number" ? tidyNumber(value) : value);

export const largest = (numbers: readonly number[]): number => numbers.reduce((a, b) => (a > b ? a : b), numbers.length === 0 ? 0 : -Infinity);
export const smallest = (numbers: readonly number[]): number => numbers.reduce((a, b) => (a < b ? a : b), numbers.length === 0 ? 0 : Infinity);

/** COUNT: numbers in ranges; given directly, also what reads as a number. */
export function countNumbers(operands: readonly Operand[], scope: Scope): number {
  let count = 0;
  for (const operand of operands) {
    if (isMany(operand)) for (const part of matricesOf(operand, scope)) count += part.values.filter((value) => typeof value === "number").length;
    else if (operand === undefined || (isScalar(operand) && !isError(toNumber(operand)))) count += 1;
  }
  return count;
}

/** COUNTA: everything but blank cells. */
export function countFilled(operands: readonly Operand[], scope: Scope): number {
  let count = 0;
  for (const operand of operands) {
    if (isMany(operand)) for (const part of matricesOf(operand, scope)) count += part.values.filter((value) => value !== null).length;
    else count += 1;
  }
  return count;
}

function product(groups: readonly Matrix[]): CellValue {
  const [first] = groups;
  if (first === undefined || groups.some((one) => one.rows !== first.rows || one.columns !== first.columns)) return cellError("#VALUE!");
  let sum = 0;
  for (let i = 0; i < first.values.length; i++) {
    let part = 1;
    for (const one of groups) {
      const value = one.values[i] ?? null;
      if (isError(value)) return value;
      part *= typeof value === "number" ? value : 0;
    }
    sum += part;
  }
  return tidyNumber(sum);
}

const LONG = 256;
const asked = new WeakSet<Matrix>();
const byKey = new WeakMap<Matrix, ReadonlyMap<number | string, readonly number[]>>();

/** A long range that is asked again and again is indexed by its values, which it keeps between formulas. */
function placesOf(tested: Matrix, test: Criterion, scope: Scope): readonly number[] {
  if (test.exactly !== undefined && tested.values.length >= LONG) {
    if (asked.has(tested)) return indexOf(tested, scope).get(test.exactly) ?? [];
    asked.add(tested);
  }
  scope.cells.spend(tested.values.length / 2);
  const places: number[] = [];
  for (let i = 0; i < tested.values.length; i++) if (test(tested.values[i] ?? null)) places.push(i);
  return places;
}

function indexOf(tested: Matrix, scope: Scope): ReadonlyMap<number | string, readonly number[]> {
  const known = byKey.get(tested);
  if (known !== undefined) return known;
  scope.cells.spend(tested.values.length);
  const index = new Map<number | string, number[]>();
  tested.values.forEach((value, place) => {
    for (const key of exactKeys(value)) {
      const places = index.get(key);
      if (places === undefined) index.set(key, [place]);
      else places.push(place);
    }
  });
  byKey.set(tested, index);
  return index;
}

/** Which places satisfy every condition, or #VALUE! where the ranges differ in shape. */
function matching(conditions: readonly (readonly [Matrix, Criterion])[], shape: Matrix | null, scope: Scope): readonly number[] | CellError {
  const like = shape ?? conditions[0]?.[0];
  if (like === undefined || conditions.some(([one]) => one.rows !== like.rows || one.columns !== like.columns)) return cellError("#VALUE!");
  // The fewest first: the others are tried only on what the one before has left.
  const found = conditions.map(([tested, test]) => (isIndexed(tested, test) ? placesOf(tested, test, scope) : null));
  const least = found.reduce((best, places, i) => (places !== null && (best < 0 || places.length < (found[best]?.length ?? 0)) ? i : best), -1);
  const start = Math.max(0, least);
  const [tested, test] = conditions[start] ?? [];
  if (tested === undefined || test === undefined) return cellError("#VALUE!");
  let places = found[start] ?? placesOf(tested, test, scope);
  conditions.forEach(([values, also], i) => {
    if (i === start) return;
    asked.add(values);
    const others = found[i];
    scope.cells.spend(places.length);
    // A few are quicker tried than looked for in a long list.
    places = others && others.length < places.length * FEW ? common(places, others) : places.filter((place) => also(values.values[place] ?? null));
  });
  return places;
}

const FEW = 8;

/** What two rising lists both hold. */
function common(a: readonly number[], b: readonly number[]): readonly number[] {
  const both: number[] = [];
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const [x, y] = [a[i] ?? 0, b[k] ?? 0];
    if (x === y) both.push(x);
    if (x <= y) i += 1;
    if (y <= x) k += 1;
  }
  return both;
}

const isIndexed = (tested: Matrix, test: Criterion): boolean => test.exactly !== undefined && tested.values.length >= LONG && asked.has(tested);

function picked(values: Matrix, conditions: readonly (readonly [Matrix, Criterion])[], scope: Scope, work: (numbers: readonly number[]) => CellValue): CellValue {
  const places = matching(conditions, values, scope);
  return isError(places) ? places : numbersAt(values, places, scope, work);
}

function numbersAt(values: Matrix, places: readonly number[], scope: Scope, work: (numbers: readonly number[]) => CellValue): CellValue {
  scope.cells.spend(places.length);
  const numbers: number[] = [];
  for (const place of places) {
    const value = values.values[place] ?? null;
    if (isError(value)) return value;
    if (typeof value === "number") numbers.push(value);
  }
  return tidy(work(numbers));
}

const conditions = repeated([matrix, criterion]);

function overMatching(name: string, work: (numbers: readonly number[]) => CellValue): FunctionSpec {
  return define(name, [matrix, conditions], ([values, given], scope) => picked(values, given, scope, work), LIGHT);
}

/** SUMIF and AVERAGEIF: the range to add takes the shape of the range that is tested, from its own top left. */
function overOneCondition(name: string, work: (numbers: readonly number[]) => CellValue): FunctionSpec {
  return define(name, [range, criterion, optional(range)], ([tested, test, added], scope) => {
    if (!(tested instanceof Reference)) return isError(tested) ? tested : cellError("#VALUE!");
    const testedValues = matrixOf(tested, scope);
    const from = added === undefined ? tested : added;
    if (!(from instanceof Reference)) return isError(from) ? from : cellError("#VALUE!");
    const values = from === tested ? testedValues : matrixOf(shapedLike(from, testedValues), scope);
    return numbersAt(values, placesOf(testedValues, test, scope), scope, work);
  }, LIGHT);
}

function shapedLike(reference: Reference, shape: Matrix): Reference {
  const { top, left } = reference.area;
  return new Reference(reference.sheet, { top, left, bottom: top + shape.rows - 1, right: left + shape.columns - 1 });
}

function countBlank(operand: Operand, scope: Scope): CellValue {
  if (!(operand instanceof Reference || operand instanceof References)) return isError(operand) ? operand : cellError("#VALUE!");
  // Whole columns are cut off where the workbook ends; what lies beyond is blank too.
  const all = operand instanceof Reference ? operand.rows * operand.columns : operand.list.reduce((n, one) => n + one.rows * one.columns, 0);
  let filled = 0;
  for (const part of matricesOf(operand, scope)) for (const value of part.values) if (value !== null && value !== "") filled += 1;
  return all - filled;
}

const countIf = define("COUNTIF", [range, criterion], ([tested, test], scope) => {
  if (!(tested instanceof Reference)) return isError(tested) ? tested : cellError("#VALUE!");
  return placesOf(scope.cells.matrixOf(tested), test, scope).length;
}, LIGHT);

const countIfs = define("COUNTIFS", [conditions], ([given], scope) => {
  const places = matching(given, null, scope);
  return isError(places) ? places : places.length;
}, LIGHT);

/** The k-th of sorted numbers; k is rounded up. */
export function kth(sorted: readonly number[], k: number): CellValue {
  const place = Math.ceil(k);
  return place < 1 || place > sorted.length ? cellError("#NUM!") : sorted[place - 1] ?? cellError("#NUM!");
}

export const aggregates: readonly FunctionSpec[] = [
  overAll("SUM", sumOf),
  overAll("AVERAGE", meanOf),
  overAll("AVERAGEA", meanOf, { textCounts: true }),
  overAll("MAX", largest),
  overAll("MIN", smallest),
  overAll("MAXA", largest, { textCounts: true }),
  overAll("MINA", smallest, { textCounts: true }),
  overAll("PRODUCT", (numbers) => (numbers.length === 0 ? 0 : numbers.reduce((a, b) => a * b, 1))),
  overAll("SUMSQ", (numbers) => sumOf(numbers.map((one) => one * one))),
  define("COUNT", many, ([groups], scope) => countNumbers(listed(groups), scope)),
  define("COUNTA", many, ([groups], scope) => countFilled(listed(groups), scope)),
  define("COUNTBLANK", [range], ([given], scope) => countBlank(given, scope)),
  define("SUMPRODUCT", [repeated([arrayMatrix])], ([groups]) => product(listed(groups))),
  countIf, countIfs,
  overOneCondition("SUMIF", sumOf), overOneCondition("AVERAGEIF", meanOf),
  overMatching("SUMIFS", sumOf), overMatching("AVERAGEIFS", meanOf), overMatching("MAXIFS", largest), overMatching("MINIFS", smallest),
  define("LARGE", [range, number], ([given, k], scope) => onSorted(given, scope, (sorted) => kth(sorted, sorted.length + 1 - Math.ceil(k))), LIGHT),
  define("SMALL", [range, number], ([given, k], scope) => onSorted(given, scope, (sorted) => kth(sorted, k)), LIGHT),
];
