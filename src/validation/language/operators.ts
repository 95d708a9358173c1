/** What each operator asks of its sides. One that cannot be judged for want of a figure is not broken. */
import { nameKey } from "../../domain/taxonomy";
import { plainNumber } from "../reading";
import { quoted, inSentence } from "../words";
import { isThere, medianOf, valueOf, type Standpoint } from "./evaluate";
import type { FigureRow } from "./figures";
import type { Comparison, Order, Side, Test } from "./rule-data";

/** One break of a test. `row` and `measure` where it is elsewhere than the rule says. */
export interface Failure { readonly row?: FigureRow; readonly measure?: string; readonly facts: Readonly<Record<string, string>> }

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

/** Every break of the test as seen from here; none where it holds or cannot be judged. */
export function failuresIn(test: Test, at: Standpoint): readonly Failure[] {
  switch (test.operator) {
    case "=": case "≠": case ">": case "≥": case "<": case "≤": return ofBoth(test.left, test.right, at, (left, right) => compares(test.operator, left, right));
    case "within": return ofBoth(test.left, test.right, at, (left, right) => isWithin(test, left, right));
    case "not-swapped": return ofBoth(test.left, test.right, at, (left, right) => !areSwapped(left, right));
    case "sums-to": return ofSum(test, at);
    case "compulsory-pair": return ofPair(test.left, test.right, at, (one, other) => one === other);
    case "exclusive-pair": return ofPair(test.left, test.right, at, (one, other) => !(one && other));
    case "in-list": return ofWords(test.words, at, (words) => test.list.some((each) => nameKey(each) === nameKey(words)));
    case "matches": return ofWords(test.words, at, (words) => words.length <= LONGEST_MATCHED && test.pattern.test(words));
    case "never-falls": case "never-rises": case "falls-somewhere": return ofOrder(test.operator, test.left, at);
    case "unique": return twice(test, at);
    case "typical": return outliers(test, at);
    case "not-heaped": return heaped(test, at);
    case "not-all-same": return allSame(test, at);
  }
}

/** Codes are short; a pattern is not tried on more. */
const LONGEST_MATCHED = 200;

function ofBoth(left: Side, right: Side, at: Standpoint, passes: (left: number, right: number) => boolean): readonly Failure[] {
  const [one, other] = [valueOf(left, at), valueOf(right, at)];
  if (one.kind !== "number" || other.kind !== "number" || passes(one.value, other.value)) return [];
  return [{ facts: { left: plainNumber(one.value), right: plainNumber(other.value) } }];
}

function isWithin({ points, percent }: TestOf<"within">, left: number, right: number): boolean {
  const apart = Math.abs(left - right);
  return apart <= points || apart * 100 <= percent * Math.abs(right);
}

function ofSum({ left, right, points }: TestOf<"sums-to">, at: Standpoint): readonly Failure[] {
  const [parts, whole] = [left.map((side) => valueOf(side, at)), valueOf(right, at)];
  if (whole.kind !== "number" || parts.some(({ kind }) => kind !== "number")) return [];
  const sum = parts.reduce((total, part) => total + (part.kind === "number" ? part.value : 0), 0);
  return Math.abs(sum - whole.value) <= points + 1e-9 ? [] : [{ facts: { left: plainNumber(sum), right: plainNumber(whole.value) } }];
}

function ofPair(left: Side, right: Side, at: Standpoint, passes: (left: boolean, right: boolean) => boolean): readonly Failure[] {
  const [one, other] = [isThere(left, at), isThere(right, at)];
  if (one === null || other === null || passes(one, other)) return [];
  return [{ facts: { left: one ? "given" : "blank", right: other ? "given" : "blank" } }];
}

function ofWords(column: string, { row, part }: Standpoint, passes: (words: string) => boolean): readonly Failure[] {
  const rows = row === null ? part : [row];
  return rows.flatMap((each) => {
    const words = each.text(column);
    return words === null || words === "" || passes(words) ? [] : [{ row: each, facts: { found: quoted(words) } }];
  });
}

function ofOrder(operator: Order, sides: readonly Side[], at: Standpoint): readonly Failure[] {
  const values = sides.map((side) => valueOf(side, at)).flatMap((value) => (value.kind === "number" ? [value.value] : []));
  if (values.length < sides.length || values.length < 2) return [];
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0));
  const passes = { "never-falls": steps.every((step) => step >= 0), "never-rises": steps.every((step) => step <= 0), "falls-somewhere": steps.some((step) => step < 0) || steps.every((step) => step === 0) };
  return passes[operator] ? [] : [{ facts: { found: inSentence(values.map(plainNumber)) } }];
}

/** At the second and later rows with the same words. Rows with a blank among them are not compared. */
function twice({ words }: TestOf<"unique">, { part }: Standpoint): readonly Failure[] {
  const first = new Map<string, FigureRow>();
  return part.flatMap((row): readonly Failure[] => {
    const said = words.map((column) => nameKey(row.text(column) ?? ""));
    if (said.includes("")) return [];
    const key = said.join("\u0000");
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, row);
      return [];
    }
    return [{ row, facts: { found: quoted(words.map((column) => row.text(column) ?? "").join(", ")), first: before.place(words[0] ?? "")?.cell ?? "an earlier row" } }];
  });
}

interface Valued { readonly row: FigureRow; readonly value: number }

function valuesOf(side: Side, at: Standpoint): readonly Valued[] {
  return at.part.flatMap((row) => {
    const value = valueOf(side, { ...at, row });
    return value.kind === "number" ? [{ row, value: value.value }] : [];
  });
}

/** Where the middle half of the values are the same, one step from them is all that is allowed for: the spread is never taken as 0. */
function outliers({ left, times, from }: TestOf<"typical">, at: Standpoint): readonly Failure[] {
  const found = valuesOf(left, at);
  const median = medianOf(found.map(({ value }) => value));
  if (median === null || found.length < from) return [];
  const spread = Math.max(medianOf(found.map(({ value }) => Math.abs(value - median))) ?? 0, Math.abs(median) / 20, Number.EPSILON);
  return found.filter(({ value }) => Math.abs(value - median) > times * spread)
    .map(({ row, value }) => ({ row, facts: { left: plainNumber(value), right: plainNumber(median), count: String(found.length) } }));
}

function heaped({ left, of, from }: TestOf<"not-heaped">, at: Standpoint): readonly Failure[] {
  const found = valuesOf(left, at).filter(({ value }) => value > 0);
  const [first] = found;
  if (first === undefined || found.length < from || found.some(({ value }) => value % of !== 0) || found.every(({ value }) => value === first.value)) return [];
  const ends = of === 5 && found.some(({ value }) => value % 10 !== 0) ? "5 or 0" : "0";
  return [{ row: first.row, facts: { count: String(found.length), ends } }];
}

function allSame({ left, from }: TestOf<"not-all-same">, at: Standpoint): readonly Failure[] {
  const found = valuesOf(left, at);
  const [first] = found;
  if (first === undefined || found.length < from || first.value === 0 || found.some(({ value }) => value !== first.value)) return [];
  return [{ row: first.row, facts: { found: plainNumber(first.value), count: String(found.length) } }];
}

/** @example areSwapped(54, 45) // => true */
export function areSwapped(left: number, right: number): boolean {
  const [one, other] = [String(Math.abs(left)), String(Math.abs(right))];
  if (left === right || Math.sign(left) !== Math.sign(right) || one.length !== other.length || !/^\d+$/.test(one + other)) return false;
  const unlike = [...one].flatMap((digit, index) => (digit === other[index] ? [] : [index]));
  const [at = 0, next = 0] = unlike;
  return unlike.length === 2 && next === at + 1 && one[at] === other[next] && one[next] === other[at];
}
