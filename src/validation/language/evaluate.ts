/** What an expression comes to in one place of the figures, and which figures were missing on the way. */
import { blank, type Figure } from "../../domain/figures";
import { roundLikeExcel } from "../../domain/rounding";
import { nameKey } from "../../domain/taxonomy";
import { measuresIn, type Call, type Expression } from "./expression";
import { HEADER_TABLE, hasColumn, rowLike, rowsWith, type FigureRow, type FigureTable, type Figures } from "./figures";
import type { Side } from "./rule-data";

/** Rows that are judged together: the whole table, or the part of it that a rule's `where` and `by` choose. */
export interface Part {
  readonly rows: readonly FigureRow[];
  /** The rows of the last return that the same words choose. */
  readonly before: readonly FigureRow[];
}

/** Where an expression is looked at. */
export interface Standpoint {
  readonly figures: Figures;
  readonly table: FigureTable;
  readonly part: Part;
  /** Null where the rule is about the part as a whole. */
  readonly row: FigureRow | null;
  /** The horizon of a rule about horizons, as the end of a measure's name: "to-1". */
  readonly horizon: string | null;
  /** The measure that "it" stands for. */
  readonly it: string | null;
  readonly memory: Memory;
}

/** The same place beside one of the rows. Written out, since it is made for every row of long lists. */
export function beside(row: FigureRow, { figures, table, part, horizon: own, it, memory }: Standpoint, horizon = own): Standpoint {
  return { figures, table, part, row, horizon, it, memory };
}

/** How many figures were there, and how many not. Those that say n/a are among the missing. */
interface Tally { present: number; missing: number; notApplicable: number; hidden: number }

const noTally = (): Tally => ({ present: 0, missing: 0, notApplicable: 0, hidden: 0 });

/** What many rows come to, and what was missing among them. */
interface Gathered { readonly value: number; readonly tally: Tally }

/** What rows that are judged together come to is worked out once and not again for each row. It is kept as long as one judging. */
export class Memory {
  private readonly known = new Map<Call, Map<readonly FigureRow[], Map<string, Gathered>>>();

  of(call: Call, { part, it, horizon }: Standpoint): Gathered | undefined { return this.known.get(call)?.get(part.rows)?.get(`${it}|${horizon}`); }

  keep(call: Call, { part, it, horizon }: Standpoint, gathered: Gathered): void {
    const ofCall = this.known.get(call) ?? new Map<readonly FigureRow[], Map<string, Gathered>>();
    const ofRows = ofCall.get(part.rows) ?? new Map<string, Gathered>();
    this.known.set(call, ofCall.set(part.rows, ofRows.set(`${it}|${horizon}`, gathered)));
  }
}

/** A value; "none" where it cannot be judged; "absent" where the figures have no such measure at all. */
export type Value = { readonly kind: "number"; readonly value: number } | { readonly kind: "none" } | { readonly kind: "absent" };

/** A measure that the figures do not have: the rule does not apply to them. */
class Absent extends Error {}

/** Made once: a column that is gone from a long list is met in every row. */
const ABSENT = new Absent();
const NONE: Value = { kind: "none" };

/**
 * The side's value by its own way with missing figures.
 * @returns "none" where the side is not to be judged: a figure is missing, withheld or unreadable, it divides by 0, or it is beyond what can be reckoned with
 */
export function valueOf(side: Side, at: Standpoint): Value {
  if (side.of.kind === "number") return { kind: "number", value: settled(side.of.value) };
  const tally = noTally();
  try {
    const value = work(side.of, at, tally);
    if (tally.hidden > 0 || !Number.isFinite(value)) return NONE;
    if (side.missing === "skip-if-any" && tally.missing > 0) return NONE;
    if (side.missing === "skip-if-all" && tally.missing > 0 && tally.present === 0) return NONE;
    return { kind: "number", value: settled(value) };
  } catch (error) {
    if (error instanceof Absent) return { kind: "absent" };
    throw error;
  }
}

/** Below this, nine decimal places are no more than the 15 digits that Excel keeps; from here on, the 15 digits end first. */
const EXACT_BELOW = 1e6;
const SIGNIFICANT_DIGITS = 15;

/** A number without the dust of binary arithmetic: rounded to nine decimal places, and to 15 digits. @example settled(0.1 + 0.2) // => 0.3 */
export function settled(value: number): number {
  if (Number.isInteger(value) || !Number.isFinite(value)) return value;
  return Math.abs(value) < EXACT_BELOW ? (Math.sign(value) * Math.round(Math.abs(value) * 1e9)) / 1e9 : Number(value.toPrecision(SIGNIFICANT_DIGITS));
}

/** Whether anything at all is entered in the side's figures: a number, a withheld count, or something that cannot be read. Null where there is no such measure. */
export function isThere(side: Side, at: Standpoint): boolean | null {
  const tally = noTally();
  try {
    work(side.of, at, tally);
  } catch (error) {
    if (error instanceof Absent) return null;
    throw error;
  }
  return tally.present + tally.hidden > 0;
}

function work(expression: Expression, at: Standpoint, tally: Tally): number {
  switch (expression.kind) {
    case "number": return expression.value;
    case "measure": return counted(figureAt(expression, at), tally);
    case "minus": return -work(expression.of, at, tally);
    case "binary": return joined(expression.sign, work(expression.left, at, tally), work(expression.right, at, tally));
    case "call": return called(expression, at, tally);
  }
}

function joined(sign: "+" | "-" | "*" | "/", left: number, right: number): number {
  switch (sign) {
    case "+": return left + right;
    case "-": return left - right;
    case "*": return left * right;
    case "/": return right === 0 ? NaN : left / right;
  }
}

function counted(figure: Figure, tally: Tally): number {
  switch (figure.kind) {
    case "number": tally.present += 1; return figure.value;
    case "not-applicable": tally.notApplicable += 1; tally.missing += 1; return 0;
    case "blank": tally.missing += 1; return 0;
    case "withheld": case "unreadable": tally.hidden += 1; return 0;
  }
}

type Measure = Extract<Expression, { readonly kind: "measure" }>;

function figureAt(measure: Measure, at: Standpoint): Figure {
  const name = fullName(measure.name, at);
  if (measure.where.size > 0) return elsewhere(name, measure.where, at);
  const figure = at.row?.figure(name) ?? at.figures.tables.get(HEADER_TABLE)?.rows[0]?.figure(name) ?? null;
  if (figure === null) throw ABSENT;
  return figure;
}

/** Of the row that has these words: beside a row, the one that is as it is but for them. Blank where there is none. */
function elsewhere(name: string, where: ReadonlyMap<string, string>, { row, table }: Standpoint): Figure {
  if ([...where.keys()].some((column) => !hasColumn(table, column))) throw ABSENT;
  const found = row === null ? rowsWith(table, where)[0] : rowLike(table, row, where);
  const figure = found === undefined ? blank : found.figure(name);
  if (figure === null) throw ABSENT;
  return figure;
}

/** "it" and the names of families in full. */
export function fullName(name: string, { it, horizon, table }: Pick<Standpoint, "it" | "horizon" | "table">): string {
  const said = name === "it" && it !== null ? it : name;
  return horizon !== null && table.families.has(said) ? `${said}.${horizon}` : said;
}

function called(call: Call, at: Standpoint, tally: Tally): number {
  const of = (index: number): number => work(call.of[index] as Expression, at, tally);
  switch (call.name) {
    case "sum": return call.of.reduce((sum, each) => sum + work(each, at, tally), 0);
    case "all": return members(call.of[0] as Expression, at).reduce((sum, name) => sum + counted(figureAt({ kind: "measure", name, where: new Map() }, at), tally), 0);
    case "total": case "median": case "count": return gatheredAt(call, at, tally);
    case "last": return before(call.of[0] as Expression, at, tally);
    case "min": return Math.min(...call.of.map((each) => work(each, at, tally)));
    case "max": return Math.max(...call.of.map((each) => work(each, at, tally)));
    case "abs": return Math.abs(of(0));
    case "round": return rounded(of(0), of(1));
    case "percent": return 100 * joined("/", of(0), of(1));
  }
}

const rounded = (value: number, places: number): number => (Number.isFinite(value) ? roundLikeExcel(value, places) : value);

function members(of: Expression, at: Standpoint): readonly string[] {
  const found = of.kind === "measure" ? at.table.families.get(fullName(of.name, { ...at, horizon: null })) : undefined;
  if (found === undefined) throw new RangeError("all() takes a measure that there is one of for each horizon.");
  return found;
}

/** In the last return: of the row with the same words in its keys, or of the rows that the rule's words choose there. A row that was not there yet has blanks. */
function before(of: Expression, at: Standpoint, tally: Tally): number {
  const { last, tables } = at.figures;
  const table = last === null ? undefined : [...last.tables].find(([name]) => tables.get(name) === at.table)?.[1];
  if (last === null || table === undefined) throw ABSENT;
  const now = at.row;
  const isNamed = now !== null && (table.keys.length === 0 || table.keys.some((key) => nameKey(now.text(key) ?? "") !== ""));
  const row = now === null ? null : (isNamed ? rowLike(table, now) : undefined) ?? { ...now, figure: (measure: string) => (now.figure(measure) === null ? null : blank) };
  return work(of, { ...at, figures: last, table, part: { rows: at.part.before, before: [] }, row }, tally);
}

function gatheredAt(call: Call, at: Standpoint, tally: Tally): number {
  let found = at.memory.of(call, at);
  if (found === undefined) {
    const steps = gathering(call, at);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    found = step.value;
  }
  for (const each of ["present", "missing", "notApplicable", "hidden"] as const) tally[each] += found.tally[each];
  return found.value;
}

/** So many rows are looked at before a caller may turn to something else. */
export const ROWS_AT_A_TIME = 500;

/** Works a total, median or count out and keeps it, a portion of the rows at a time. */
function* gathering(call: Call, at: Standpoint): Generator<void, Gathered> {
  const of = call.of[0] as Expression;
  const there: Standpoint = { ...at, ...placeOf(of, at) };
  const tally = noTally();
  const values: number[] = [];
  let [sum, notApplicable] = [0, 0];
  for (const [index, row] of there.part.rows.entries()) {
    if (index % ROWS_AT_A_TIME === ROWS_AT_A_TIME - 1) yield;
    const own = noTally();
    const value = work(of, beside(row, there), own);
    if (call.name !== "total") {
      if (own.missing + own.hidden === 0 && Number.isFinite(value)) values.push(value);
    } else if (own.missing > 0 && own.missing === own.notApplicable && own.present + own.hidden === 0) notApplicable += 1;
    else {
      sum += value;
      tally.present += own.present;
      tally.missing += own.missing;
      tally.hidden += own.hidden;
    }
  }
  if (call.name === "total" && notApplicable === there.part.rows.length && tally.present + tally.missing + tally.hidden === 0) tally.missing += 1;
  if (call.name !== "total") tally.present += values.length;
  const found = { value: call.name === "total" ? sum : call.name === "count" ? values.length : medianOf(values) ?? NaN, tally };
  at.memory.keep(call, at, found);
  return found;
}

/** Where the measures of an expression are: among the rows judged together, or in the first other table that has them all. */
function placeOf(of: Expression, at: Standpoint): Pick<Standpoint, "table" | "part"> {
  const names = measuresIn(of).filter((name) => (at.figures.tables.get(HEADER_TABLE)?.rows[0]?.figure(name) ?? null) === null);
  const has = (table: FigureTable, rows: readonly FigureRow[], name: string): boolean => table.families.has(fullName(name, { ...at, table, horizon: null })) || rows.some((row) => row.figure(fullName(name, { ...at, table })) !== null);
  const [first] = names;
  if (first === undefined || has(at.table, at.table.rows, first)) return { table: at.table, part: at.part };
  const other = [...at.figures.tables.values()].find((table) => names.every((name) => has(table, table.rows, name)));
  if (other === undefined) throw ABSENT;
  return { table: other, part: { rows: other.rows, before: [] } };
}

/** Works out ahead of its rows what they will all need, a portion at a time. What the figures do not have is found out when it is asked for. */
export function* gatheredAhead(sides: readonly Side[], at: Standpoint): Generator<void, void> {
  for (const call of sides.flatMap(({ of }) => callsIn(of))) {
    try {
      if (at.memory.of(call, at) === undefined) yield* gathering(call, at);
    } catch (error) {
      if (!(error instanceof Absent)) throw error;
    }
  }
}

/** The totals, medians and counts of an expression that are over the figures of this return. */
function callsIn(expression: Expression): readonly Call[] {
  switch (expression.kind) {
    case "number": case "measure": return [];
    case "minus": return callsIn(expression.of);
    case "binary": return [...callsIn(expression.left), ...callsIn(expression.right)];
    case "call": return ["total", "median", "count"].includes(expression.name) ? [expression] : expression.name === "last" ? [] : expression.of.flatMap(callsIn);
  }
}

/** @returns null of no values @example medianOf([3, 1, 2, 10]) // => 2.5 */
export function medianOf(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : low + (high - low) / 2;
}
