/** Holds rules against figures: which rows break them, where, and what the words are filled with. It never judges what it cannot know. */
import { horizons, nameKey } from "../../domain/taxonomy";
import { plainNumber } from "../reading";
import { quoted, someOf } from "../words";
import type { Figure } from "../../domain/figures";
import type { FindingPlace } from "../finding-place";
import { fullName, valueOf, type Standpoint } from "./evaluate";
import type { FigureRow, FigureTable, Figures } from "./figures";
import { compares, failuresIn, type Failure } from "./operators";
import { measuresOf, type RuleData } from "./rule-data";

/** One break of a rule. */
export interface Broken {
  readonly rule: RuleData;
  readonly place: FindingPlace;
  readonly facts: Readonly<Record<string, string>>;
  /** What it is about, the same wherever the row stands today. */
  readonly about: string;
  /** The figures that it was found in, so that an explanation can be tied to them. */
  readonly figures: string;
}

/** So many rows are judged before the caller may turn to something else. */
const ROWS_AT_A_TIME = 500;

/**
 * @param rules - in any order; those of other periods and structures are passed over
 * @returns what is broken, a portion at a time, so that a caller can stop or take turns between portions
 * @example [...judge([postsRule], figures)].flat() // => every break of the rule
 */
export function* judge(rules: readonly RuleData[], figures: Figures): Generator<readonly Broken[], void> {
  for (const rule of rules) {
    if (!isInForce(rule, figures)) continue;
    const table = figures.tables.get(rule.table);
    if (table === undefined) continue;
    for (const it of rule.each.length === 0 ? [null] : rule.each) yield* judgeOne(rule, it, figures, table);
  }
}

/** A rule without periods or structures is always in force; one with them is not where the return does not say which it is. */
export function isInForce({ periods, structures }: Pick<RuleData, "periods" | "structures">, { period, structure }: Pick<Figures, "period" | "structure">): boolean {
  const isOfPeriod = (periods.from === null && periods.to === null) || (period !== null && (periods.from === null || period >= periods.from) && (periods.to === null || period <= periods.to));
  return isOfPeriod && (structures.length === 0 || (structure !== null && structures.includes(structure)));
}

function* judgeOne(rule: RuleData, it: string | null, figures: Figures, table: FigureTable): Generator<readonly Broken[], void> {
  const told = new Telling(rule);
  for (const part of partsOf(rule, table)) {
    for (const standpoints of standpointsOf(rule, { figures, table, part, row: null, horizon: null, it })) {
      yield told.of(standpoints.flatMap((at) => brokenAt(rule, at)));
    }
  }
  yield told.atTheEnd();
}

/** The rows that the rule is about, divided by its `by`. A table without those columns is not divided. */
function partsOf({ where, by }: RuleData, { rows }: FigureTable): readonly (readonly FigureRow[])[] {
  const wanted = [...where].map(([column, words]) => [column, new Set(words.map(nameKey))] as const);
  const chosen = wanted.length === 0 ? rows : rows.filter((row) => wanted.every(([column, words]) => words.has(nameKey(row.text(column) ?? ""))));
  if (by.length === 0) return [chosen];
  const parts = new Map<string, FigureRow[]>();
  for (const row of chosen) {
    const key = by.map((column) => nameKey(row.text(column) ?? "")).join("\u0000");
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [row]);
    else part.push(row);
  }
  return [...parts.values()];
}

function* standpointsOf({ scope }: RuleData, at: Standpoint): Generator<readonly Standpoint[], void> {
  switch (scope) {
    case "row": case "horizon":
      for (let from = 0; from < at.part.length; from += ROWS_AT_A_TIME) {
        const rows = at.part.slice(from, from + ROWS_AT_A_TIME);
        yield rows.flatMap((row) => (scope === "row" ? [{ ...at, row }] : horizons.map(({ id }) => ({ ...at, row, horizon: id }))));
      }
      return;
    case "table": case "organisation": case "region":
      if (at.part.length > 0) yield [at];
  }
}

function brokenAt(rule: RuleData, at: Standpoint): readonly Broken[] {
  if (!rule.when.every((condition) => holds(condition, at))) return [];
  return failuresIn(rule.test, at).flatMap((failure) => {
    const row = failure.row ?? at.row ?? at.part[0];
    const measure = fullName(failure.measure ?? rule.at, at);
    const place = row?.place(measure) ?? null;
    return row === undefined || place === null ? [] : [{ rule, place, facts: factsOf(rule, { ...at, row }, failure, measure), about: `${rule.table}|${row.key}|${measure}`, figures: figuresOf(rule, { ...at, row: failure.row ?? at.row }) }];
  });
}

/** Every figure that the rule looked at here, by measure and row. */
function figuresOf(rule: RuleData, at: Standpoint): string {
  const names = measuresOf(rule).flatMap((name) => at.table.families.get(fullName(name, { ...at, horizon: null })) ?? [fullName(name, at)]);
  const rows = at.row === null ? at.part : [at.row];
  return rows.flatMap((row) => names.flatMap((name) => { const figure = row.figure(name); return figure === null ? [] : [`${row.key} ${name} ${saidOf(figure)}`]; })).join("; ");
}

function saidOf(figure: Figure): string {
  switch (figure.kind) {
    case "number": return plainNumber(figure.value);
    case "withheld": return figure.as;
    case "unreadable": return figure.text;
    case "blank": case "not-applicable": return figure.kind;
  }
}

function holds({ operator, left, right }: RuleData["when"][number], at: Standpoint): boolean {
  const [one, other] = [valueOf(left, at), valueOf(right, at)];
  return one.kind === "number" && other.kind === "number" && compares(operator, one.value, other.value);
}

function factsOf(rule: RuleData, at: Standpoint & { readonly row: FigureRow }, { facts }: Failure, measure: string): Readonly<Record<string, string>> {
  const own = [...rule.facts].map(([name, side]): readonly [string, string] => {
    const value = valueOf(side, at);
    return [name, value.kind === "number" ? plainNumber(value.value) : "not known"];
  });
  const words = at.table.keys.map((column): readonly [string, string] => [column, quoted(at.row.text(column) ?? "")]);
  return { ...Object.fromEntries(words), key: quoted(at.row.key), column: at.row.heading(measure), ...facts, ...Object.fromEntries(own) };
}

/** Findings of one rule, told as it says. */
class Telling {
  private readonly kept: Broken[] = [];
  private isTold = false;

  constructor(private readonly rule: RuleData) {}

  of(broken: readonly Broken[]): readonly Broken[] {
    const { tell } = this.rule;
    if (tell.kind === "each") return broken;
    if (tell.kind === "together") {
      this.kept.push(...broken);
      return [];
    }
    const first = this.isTold ? [] : broken.slice(0, 1);
    this.isTold ||= first.length > 0;
    return first;
  }

  atTheEnd(): readonly Broken[] {
    const [first] = this.kept;
    if (this.rule.tell.kind !== "together" || first === undefined || this.kept.length < this.rule.tell.from) return [];
    const names = this.kept.map(({ facts }) => facts.key ?? "");
    return [{ ...first, facts: { ...first.facts, count: String(this.kept.length), names: someOf(names) }, about: first.about, figures: this.kept.map(({ figures }) => figures).join("; ") }];
  }
}
