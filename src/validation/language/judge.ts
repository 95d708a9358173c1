/** Holds rules against figures: which rows break them, where, and what the words are filled with. It never judges what it cannot know. */
import { horizons, nameKey } from "../../domain/taxonomy";
import { plainNumber } from "../reading";
import { quoted, someOf } from "../words";
import type { Figure } from "../../domain/figures";
import type { FindingPlace } from "../finding-place";
import { beside, fullName, gatheredAhead, Memory, ROWS_AT_A_TIME, valueOf, type Part, type Standpoint } from "./evaluate";
import { looksBack } from "./expression";
import type { FigureRow, FigureTable, Figures } from "./figures";
import { compares, failuresIn, failuresOfRows, isOfRows, type Failure, type TestOfOne, type TestOfRows } from "./operators";
import { measuresOf, sidesOf, type RuleData } from "./rule-data";

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

/** Broken rules, a portion at a time, and something at the end. */
type Portions<T = void> = Generator<readonly Broken[], T>;

/**
 * @param rules - in any order; those of other periods and structures are passed over
 * @returns what is broken, a portion at a time, so that a caller can stop or take turns between portions
 * @example [...judge([postsRule], figures)].flat() // => every break of the rule
 */
export function* judge(rules: readonly RuleData[], figures: Figures): Portions {
  const memory = new Memory();
  for (const rule of rules) {
    const table = figures.tables.get(rule.table);
    const asksForLast = sidesOf({ ...rule, facts: new Map() }).some(({ of }) => looksBack(of));
    if (table === undefined || !isInForce(rule, figures) || (asksForLast && figures.last === null)) continue;
    const parts = yield* partsOf(rule, table, asksForLast ? figures.last?.tables.get(rule.table) : undefined);
    for (const it of rule.each.length === 0 ? [null] : rule.each) yield* judgeOne(rule, parts, { figures, table, row: null, horizon: null, it, memory });
  }
}

/** A rule without periods or structures is always in force; one with them is not where the return does not say which it is. */
export function isInForce({ periods, structures }: Pick<RuleData, "periods" | "structures">, { period, structure }: Pick<Figures, "period" | "structure">): boolean {
  const isOfPeriod = (periods.from === null && periods.to === null) || (period !== null && (periods.from === null || period >= periods.from) && (periods.to === null || period <= periods.to));
  return isOfPeriod && (structures.length === 0 || (structure !== null && structures.includes(structure)));
}

function* judgeOne(rule: RuleData, parts: readonly Part[], from: Omit<Standpoint, "part">): Portions {
  const told = new Telling(rule);
  for (const part of parts) {
    for (const horizon of horizonsOf(rule, from.table)) {
      for (const _ of gatheredAhead(sidesOf(rule), { ...from, part, horizon })) yield [];
    }
    yield [];
    const at = { ...from, part };
    for (const broken of isOfRows(rule.test) ? brokenOfRows(rule, rule.test, at) : brokenOfOne(rule, rule.test, at)) yield told.of(broken);
  }
  yield told.atTheEnd();
}

/** The rows that the rule is about, divided by its `by`, with those of the last return. A table without those columns is not divided. */
function* partsOf(rule: RuleData, table: FigureTable, last: FigureTable | undefined): Portions<readonly Part[]> {
  const now = yield* divided(rule, table.rows);
  const before = yield* divided(rule, last?.rows ?? []);
  return [...now].map(([words, rows]) => ({ rows, before: before.get(words) ?? [] }));
}

function* divided({ where, by }: RuleData, rows: readonly FigureRow[]): Portions<ReadonlyMap<string, readonly FigureRow[]>> {
  if (where.size === 0 && by.length === 0) return new Map([["", rows]]);
  const wanted = [...where].map(([column, words]) => [column, new Set(words.map(nameKey))] as const);
  const parts = new Map<string, FigureRow[]>();
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_AT_A_TIME === ROWS_AT_A_TIME - 1) yield [];
    if (!wanted.every(([column, words]) => words.has(nameKey(row.text(column) ?? "")))) continue;
    const key = keyOf(by, row);
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [row]);
    else part.push(row);
  }
  return parts;
}

/** The words of a row in these columns, as one. */
const keyOf = (columns: readonly string[], row: FigureRow): string => (columns.length === 1 ? nameKey(row.text(columns[0] ?? "") ?? "") : columns.map((column) => nameKey(row.text(column) ?? "")).join("\u0000"));

/** A table that has nothing by horizon has nothing to be judged horizon by horizon. */
const horizonsOf = ({ scope }: RuleData, { families }: FigureTable): readonly (string | null)[] => (scope !== "horizon" ? [null] : families.size === 0 ? [] : horizons.map(({ id }) => id));

/** Row by row, or of all rows of the part at once. */
function* brokenOfOne(rule: RuleData, test: TestOfOne, at: Standpoint): Portions {
  if (rule.scope !== "row" && rule.scope !== "horizon") {
    if (at.part.rows.length > 0 && isDue(rule, at)) yield brokenBy(rule, failuresIn(test, at), at);
    return;
  }
  const ids = horizonsOf(rule, at.table);
  for (let from = 0; from < at.part.rows.length; from += ROWS_AT_A_TIME) {
    const found: Broken[] = [];
    for (const row of at.part.rows.slice(from, from + ROWS_AT_A_TIME)) {
      for (const horizon of ids) {
        const here = beside(row, at, horizon);
        const failures = isDue(rule, here) ? failuresIn(test, here) : [];
        if (failures.length > 0) found.push(...brokenBy(rule, failures, here));
      }
    }
    yield found;
  }
}

function* brokenOfRows(rule: RuleData, test: TestOfRows, at: Standpoint): Portions {
  if (at.part.rows.length === 0 || !isDue(rule, at)) return;
  const steps = failuresOfRows(test, at);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield [];
  for (let from = 0; from < step.value.length; from += ROWS_AT_A_TIME) yield brokenBy(rule, step.value.slice(from, from + ROWS_AT_A_TIME), at);
}

function isDue({ when }: RuleData, at: Standpoint): boolean {
  for (const condition of when) if (!holds(condition, at)) return false;
  return true;
}

function brokenBy(rule: RuleData, failures: readonly Failure[], at: Standpoint): readonly Broken[] {
  return failures.flatMap((failure) => {
    const row = failure.row ?? at.row ?? at.part.rows[0];
    const measure = fullName(rule.at, at);
    const place = row?.place(measure) ?? null;
    return row === undefined || place === null ? [] : [{
      rule, place, facts: factsOf(rule, { ...at, row }, failure, measure), about: `${rule.table}|${row.key}|${measure}`,
      figures: figuresOf(rule, { ...at, row: failure.inAll === true ? null : failure.row ?? at.row }),
    }];
  });
}

/** Every figure that the rule looked at here, by measure and row. */
function figuresOf(rule: RuleData, at: Standpoint): string {
  const names = measuresOf(rule).flatMap((name) => at.table.families.get(fullName(name, { ...at, horizon: null })) ?? [fullName(name, at)]);
  const rows = at.row === null ? at.part.rows : [at.row];
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
