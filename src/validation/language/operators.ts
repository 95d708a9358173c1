/** What each operator asks of its sides. One that cannot be judged for want of a figure is not broken. */
import { nameKey } from "../../domain/taxonomy";
import { plainNumber } from "../reading";
import { quoted, inSentence } from "../words";
import { beside, isThere, medianOf, ROWS_AT_A_TIME, settled, valueOf, type Standpoint } from "./evaluate";
import type { FigureRow } from "./figures";
import type { Comparison, Order, Side, Test } from "./rule-data";

/** One break of a test. `row` where it is in one row of several that were looked at; `inAll` where it is in all of them together. */
export interface Failure { readonly row?: FigureRow; readonly inAll?: true; readonly facts: Readonly<Record<string, string>> }

type TestOf<O extends Test["operator"]> = Extract<Test, { readonly operator: O }>;

/** @example compares("≥", 3, 3) // => true */
export function compares(operator: Comparison, left: number, right: number): boolean {
  switch (operator) {
    case "=": return left === right;
    case "≠": return left !== right;
    case ">": return left > right;
    case "≥": return left >= right;
    case "<": return left < right;
    case "≤": return left <= right;
  }
}

/** Tests that look at all rows together, whatever row one stands at. */
export type TestOfRows = TestOf<"unique" | "typical" | "not-heaped" | "not-all-same">;
export type TestOfOne = Exclude<Test, TestOfRows>;

export const isOfRows = (test: Test): test is TestOfRows => test.operator === "unique" || test.operator === "typical" || test.operator === "not-heaped" || test.operator === "not-all-same";

/** Every break of the test as seen from here; none where it holds or cannot be judged. */
export function failuresIn(test: TestOfOne, at: Standpoint): readonly Failure[] {
  switch (test.operator) {
    case "=": case "≠": case ">": case "≥": case "<": case "≤": return ofBoth(test.left, test.right, at, (left, right) => compares(test.operator, left, right));
    case "within": return ofBoth(test.left, test.right, at, (left, right) => isWithin(test, left, right));
    case "not-swapped": return ofBoth(test.left, test.right, at, (left, right) => !areSwapped(left, right));
    case "sums-to": return ofSum(test, at);
    case "compulsory-pair": return ofPair(test.left, test.right, at, (one, other) => one === other);
    case "exclusive-pair": return ofPair(test.left, test.right, at, (one, other) => !(one && other));
    case "in-list": return ofWords(test.words, at, (words) => test.keys.has(nameKey(words)));
    case "matches": return ofWords(test.words, at, (words) => words.length <= LONGEST_MATCHED && test.pattern.test(words));
    case "never-falls": case "never-rises": case "falls-somewhere": return ofOrder(test.operator, test.left, at);
  }
}

/** Every break of a test of all rows, a portion of the rows at a time. */
export function* failuresOfRows(test: TestOfRows, at: Standpoint): Generator<void, readonly Failure[]> {
  if (test.operator === "unique") return yield* twice(test, at);
  const found = yield* valuesOf(test.left, at);
  switch (test.operator) {
    case "typical": return outliers(test, found);
    case "not-heaped": return heaped(test, found);
    case "not-all-same": return allSame(test, found);
  }
}

const NONE: readonly Failure[] = [];

/** Codes are short; a pattern is not tried on more. */
const LONGEST_MATCHED = 200;

function ofBoth(left: Side, right: Side, at: Standpoint, passes: (left: number, right: number) => boolean): readonly Failure[] {
  const [one, other] = [valueOf(left, at), valueOf(right, at)];
  if (one.kind !== "number" || other.kind !== "number" || passes(one.value, other.value)) return NONE;
  return [{ facts: { left: plainNumber(one.value), right: plainNumber(other.value) } }];
}

function isWithin({ points, percent }: TestOf<"within">, left: number, right: number): boolean {
  const apart = settled(Math.abs(left - right));
  return apart <= points || apart <= settled((percent / 100) * Math.abs(right));
}

function ofSum({ left, right, points }: TestOf<"sums-to">, at: Standpoint): readonly Failure[] {
  const [parts, whole] = [left.map((side) => valueOf(side, at)), valueOf(right, at)];
  if (whole.kind !== "number" || parts.some(({ kind }) => kind !== "number")) return [];
  const sum = parts.reduce((total, part) => total + (part.kind === "number" ? part.value : 0), 0);
  return !Number.isFinite(sum) || settled(Math.abs(sum - whole.value)) <= points ? [] : [{ facts: { left: plainNumber(settled(sum)), right: plainNumber(whole.value) } }];
}

function ofPair(left: Side, right: Side, at: Standpoint, passes: (left: boolean, right: boolean) => boolean): readonly Failure[] {
  const [one, other] = [isThere(left, at), isThere(right, at)];
  if (one === null || other === null || passes(one, other)) return NONE;
  return [{ facts: { left: one ? "given" : "blank", right: other ? "given" : "blank" } }];
}

function ofWords(column: string, { row, part }: Standpoint, passes: (words: string) => boolean): readonly Failure[] {
  const found: Failure[] = [];
  for (const each of row === null ? part.rows : [row]) {
    const words = each.text(column);
    if (words !== null && words !== "" && !passes(words)) found.push({ row: each, facts: { found: quoted(words) } });
  }
  return found;
}

function ofOrder(operator: Order, sides: readonly Side[], at: Standpoint): readonly Failure[] {
  const values = sides.map((side) => valueOf(side, at)).flatMap((value) => (value.kind === "number" ? [value.value] : []));
  if (values.length < sides.length || values.length < 2) return [];
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0));
  const passes = { "never-falls": steps.every((step) => step >= 0), "never-rises": steps.every((step) => step <= 0), "falls-somewhere": steps.some((step) => step < 0) || steps.every((step) => step === 0) };
  return passes[operator] ? [] : [{ facts: { found: inSentence(values.map(plainNumber)) } }];
}

/** At the second and later rows with the same words. Rows with a blank among them are not compared. */
function* twice({ words }: TestOf<"unique">, { part }: Standpoint): Generator<void, readonly Failure[]> {
  const first = new Map<string, FigureRow>();
  const found: Failure[] = [];
  for (const [index, row] of part.rows.entries()) {
    if (index % ROWS_AT_A_TIME === ROWS_AT_A_TIME - 1) yield;
    const said = words.map((column) => nameKey(row.text(column) ?? ""));
    if (said.includes("")) continue;
    const key = said.join("\u0000");
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    else found.push({ row, facts: { found: quoted(words.map((column) => row.text(column) ?? "").join(", ")), first: before.place(words[0] ?? "")?.cell ?? "an earlier row" } });
  }
  return found;
}

interface Valued { readonly row: FigureRow; readonly value: number }

/** Of the rows that have a value. */
function* valuesOf(side: Side, at: Standpoint): Generator<void, readonly Valued[]> {
  const found: Valued[] = [];
  for (const [index, row] of at.part.rows.entries()) {
    if (index % ROWS_AT_A_TIME === ROWS_AT_A_TIME - 1) yield;
    const value = valueOf(side, beside(row, at));
    if (value.kind === "number") found.push({ row, value: value.value });
  }
  return found;
}

/** Where half of the values are the same, a twentieth of the median is taken for the spread; where that is 0 as well, nothing is known of how far is far. */
function outliers({ times, points, from }: TestOf<"typical">, found: readonly Valued[]): readonly Failure[] {
  const median = medianOf(found.map(({ value }) => value));
  if (median === null || found.length < from) return [];
  const spread = Math.max(medianOf(found.map(({ value }) => Math.abs(value - median))) ?? 0, Math.abs(median) / 20);
  if (spread === 0) return [];
  const allowed = Math.max(settled(times * spread), points);
  return found.filter(({ value }) => settled(Math.abs(value - median)) > allowed)
    .map(({ row, value }) => ({ row, facts: { left: plainNumber(value), right: plainNumber(median), count: String(found.length) } }));
}

/** The same value in every row is not what estimates look like. */
function heaped({ of, from }: TestOf<"not-heaped">, every: readonly Valued[]): readonly Failure[] {
  const found = every.filter(({ value }) => value > 0);
  const [first] = found;
  if (first === undefined || found.length < from || found.some(({ value }) => !Number.isInteger(settled(value / of))) || found.every(({ value }) => value === first.value)) return [];
  const ends = of === 5 && found.some(({ value }) => value % 10 !== 0) ? "5 or 0" : "0";
  return [{ row: first.row, inAll: true, facts: { count: String(found.length), ends } }];
}

function allSame({ from }: TestOf<"not-all-same">, found: readonly Valued[]): readonly Failure[] {
  const [first] = found;
  if (first === undefined || found.length < from || first.value === 0 || found.some(({ value }) => value !== first.value)) return [];
  return [{ row: first.row, inAll: true, facts: { found: plainNumber(first.value), count: String(found.length) } }];
}

/** @example areSwapped(54, 45) // => true */
export function areSwapped(left: number, right: number): boolean {
  const [one, other] = [String(Math.abs(left)), String(Math.abs(right))];
  if (left === right || Math.sign(left) !== Math.sign(right) || one.length !== other.length || !/^\d+$/.test(one + other)) return false;
  const unlike = [...one].flatMap((digit, index) => (digit === other[index] ? [] : [index]));
  const [at = 0, next = 0] = unlike;
  return unlike.length === 2 && next === at + 1 && one[at] === other[next] && one[next] === other[at];
}
