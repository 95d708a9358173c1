/** What an expression comes to in one place of the figures, and which figures were missing on the way. */
import type { Figure } from "../../domain/figures";
import { roundLikeExcel } from "../../domain/rounding";
import { nameKey } from "../../domain/taxonomy";
import type { Expression } from "./expression";
import { HEADER_TABLE, type FigureRow, type FigureTable, type Figures } from "./figures";
import type { Side } from "./rule-data";

/** Where an expression is looked at. */
export interface Standpoint {
  readonly figures: Figures;
  readonly table: FigureTable;
  /** The rows judged together: the whole table, or the part of it that has the same words in the rule's `by`. */
  readonly part: readonly FigureRow[];
  /** Null where the rule is about the part as a whole. */
  readonly row: FigureRow | null;
  /** The horizon of a rule about horizons, as the end of a measure's name: "to-1". */
  readonly horizon: string | null;
  /** The measure that "it" stands for. */
  readonly it: string | null;
}

/** How many figures were there, and how many not. */
interface Tally { present: number; missing: number; hidden: number }

/** A value; "none" where it cannot be judged; "absent" where the figures have no such measure at all. */
export type Value = { readonly kind: "number"; readonly value: number } | { readonly kind: "none" } | { readonly kind: "absent" };

/** A measure that the figures do not have: the rule does not apply to them. */
class Absent extends Error {}

const NONE: Value = { kind: "none" };

/**
 * The side's value by its own way with missing figures.
 * @returns "none" where the side is not to be judged: a figure is missing, withheld or unreadable, or it divides by 0
 */
export function valueOf(side: Side, at: Standpoint): Value {
  const tally: Tally = { present: 0, missing: 0, hidden: 0 };
  try {
    const value = work(side.of, at, tally);
    if (tally.hidden > 0 || !Number.isFinite(value)) return NONE;
    if (side.missing === "skip-if-any" && tally.missing > 0) return NONE;
    if (side.missing === "skip-if-all" && tally.missing > 0 && tally.present === 0) return NONE;
    return { kind: "number", value: Number.isInteger(value) ? value : roundLikeExcel(value, 9) };
  } catch (error) {
    if (error instanceof Absent) return { kind: "absent" };
    throw error;
  }
}

/** Whether anything at all is entered in the side's figures: a number, a withheld count, or something that cannot be read. */
export function isThere(side: Side, at: Standpoint): boolean | null {
  const tally: Tally = { present: 0, missing: 0, hidden: 0 };
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
    case "blank": case "not-applicable": tally.missing += 1; return 0;
    case "withheld": case "unreadable": tally.hidden += 1; return 0;
  }
}

type Measure = Extract<Expression, { readonly kind: "measure" }>;

function figureAt(measure: Measure, at: Standpoint): Figure {
  const name = fullName(measure.name, at);
  const row = measure.where.size === 0 ? at.row : at.row === null ? null : sibling(at.row, measure.where, at);
  const own = row?.figure(name) ?? null;
  if (own !== null) return own;
  if (row === null && measure.where.size > 0) return { kind: "blank" };
  const header = at.figures.tables.get(HEADER_TABLE)?.rows[0]?.figure(name) ?? null;
  if (header === null) throw new Absent(name);
  return header;
}

/** "it" and the names of families in full. */
export function fullName(name: string, { it, horizon, table }: Pick<Standpoint, "it" | "horizon" | "table">): string {
  const said = name === "it" && it !== null ? it : name;
  return horizon !== null && table.families.has(said) ? `${said}.${horizon}` : said;
}

/** The row that is as this one but for the words given, or null. */
function sibling(row: FigureRow, where: ReadonlyMap<string, string>, { table }: Standpoint): FigureRow | null {
  const wanted = table.keys.map((key) => nameKey(where.get(key) ?? row.text(key) ?? ""));
  const others = [...where].filter(([column]) => !table.keys.includes(column));
  return table.rows.find((each) => table.keys.every((key, index) => nameKey(each.text(key) ?? "") === wanted[index])
    && others.every(([column, words]) => nameKey(each.text(column) ?? "") === nameKey(words))) ?? null;
}

function called(call: Extract<Expression, { readonly kind: "call" }>, at: Standpoint, tally: Tally): number {
  const of = (index: number): Expression => call.of[index] as Expression;
  switch (call.name) {
    case "sum": return call.of.reduce((sum, each) => sum + work(each, at, tally), 0);
    case "all": return members(of(0), at).reduce((sum, name) => sum + work({ kind: "measure", name, where: new Map() }, { ...at, horizon: null }, tally), 0);
    case "total": return total(of(0), at, tally);
    case "last": return before(of(0), at, tally);
    case "median": return medianOf(present(of(0), at, tally)) ?? NaN;
    case "count": return present(of(0), at, { present: 0, missing: 0, hidden: 0 }).length;
    case "min": return Math.min(...call.of.map((each) => work(each, at, tally)));
    case "max": return Math.max(...call.of.map((each) => work(each, at, tally)));
    case "abs": return Math.abs(work(of(0), at, tally));
    case "round": return roundLikeExcel(work(of(0), at, tally), work(of(1), at, tally));
    case "percent": return 100 * joined("/", work(of(0), at, tally), work(of(1), at, tally));
  }
}

function members(of: Expression, at: Standpoint): readonly string[] {
  const found = of.kind === "measure" ? at.table.families.get(fullName(of.name, { ...at, horizon: null })) : undefined;
  if (found === undefined) throw new RangeError("all() takes a measure that there is one of for each horizon.");
  return found;
}

/** The table that has the measures of an expression: this rule's own, or the first other one. */
function tableWith(of: Expression, at: Standpoint): readonly FigureRow[] {
  const name = of.kind === "measure" ? fullName(of.name, at) : null;
  if (name === null || at.part.some((row) => row.figure(name) !== null)) return at.part;
  const other = [...at.figures.tables.values()].find(({ rows }) => rows.some((row) => row.figure(name) !== null));
  if (other === undefined) throw new Absent(name);
  return other.rows;
}

/** Rows in which it does not apply add nothing, unless it applies in none. */
function total(of: Expression, at: Standpoint, tally: Tally): number {
  let [sum, numbers, without] = [0, 0, 0];
  for (const row of tableWith(of, at)) {
    const own: Tally = { present: 0, missing: 0, hidden: 0 };
    const value = work(of, { ...at, row }, own);
    const isNotApplicable = of.kind === "measure" && row.figure(fullName(of.name, at))?.kind === "not-applicable";
    if (isNotApplicable) without += 1;
    else {
      sum += value;
      numbers += own.present > 0 ? 1 : 0;
      tally.present += own.present;
      tally.missing += own.missing;
      tally.hidden += own.hidden;
    }
  }
  if (without > 0 && numbers === 0) tally.missing += 1;
  return sum;
}

/** The values of the rows that have one. */
export function present(of: Expression, at: Standpoint, tally: Tally): readonly number[] {
  return tableWith(of, at).flatMap((row) => {
    const own: Tally = { present: 0, missing: 0, hidden: 0 };
    const value = work(of, { ...at, row }, own);
    if (own.missing + own.hidden > 0) return [];
    tally.present += 1;
    return [value];
  });
}

/** In the last return: the row with the same words in its keys. */
function before(of: Expression, at: Standpoint, tally: Tally): number {
  const last = at.figures.last;
  const table = last === null ? undefined : [...last.tables].find(([name]) => at.figures.tables.get(name) === at.table)?.[1];
  if (last === null || table === undefined) { tally.missing += 1; return 0; }
  const row = at.row === null ? null : table.rows.find((each) => table.keys.every((key) => nameKey(each.text(key) ?? "") === nameKey(at.row?.text(key) ?? ""))) ?? null;
  if (at.row !== null && row === null) { tally.missing += 1; return 0; }
  return work(of, { ...at, figures: last, table, part: table.rows, row }, tally);
}

/** @returns null of no values @example medianOf([3, 1, 2, 10]) // => 2.5 */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
