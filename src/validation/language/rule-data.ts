/**
 * A rule as data: a left side, an operator, a right side, over named measures. Nothing here judges; `judge.ts` does.
 * The file format is described for people in `README.md` beside this file.
 */
import type { RuleWords } from "../rule-words";
import { measuresIn, type Expression } from "./expression";
import type { Pattern } from "./pattern";

/**
 * What a figure that is missing does to its side. A blank or "not applicable" is missing; what is withheld or cannot be read is not
 * taken as anything, so a side with one of those is never judged, whatever is said here.
 */
export type MissingStrategy = "skip-if-any" | "skip-if-all" | "zero";

export interface Side { readonly of: Expression; readonly written: string; readonly missing: MissingStrategy }

/**
 * What a rule is judged over: each row of its table by itself; each horizon of each row; all rows together; the organisation's figures as a whole;
 * the rows of one kind of all organisations of a region.
 */
export type Scope = "row" | "horizon" | "table" | "organisation" | "region";

export const comparisons = ["=", "≠", ">", "≥", "<", "≤"] as const;
export type Comparison = (typeof comparisons)[number];
export const orders = ["never-falls", "never-rises", "falls-somewhere"] as const;
export type Order = (typeof orders)[number];

/** What must hold. `left` and `right` are sides; words are columns of text. */
export type Test =
  | { readonly operator: Comparison; readonly left: Side; readonly right: Side }
  /** Passes where the two are at most `points` apart, or at most `percent` of the right side. */
  | { readonly operator: "within"; readonly left: Side; readonly right: Side; readonly points: number; readonly percent: number }
  /** The parts add up to the whole. */
  | { readonly operator: "sums-to"; readonly left: readonly Side[]; readonly right: Side; readonly points: number }
  /** Both are there, or neither is. */
  | { readonly operator: "compulsory-pair"; readonly left: Side; readonly right: Side }
  /** At most one of the two is there. */
  | { readonly operator: "exclusive-pair"; readonly left: Side; readonly right: Side }
  | { readonly operator: "in-list"; readonly words: string; readonly list: readonly string[]; /** The list as names are compared. */ readonly keys: ReadonlySet<string> }
  | { readonly operator: "matches"; readonly words: string; readonly pattern: Pattern; readonly written: string }
  | { readonly operator: Order; readonly left: readonly Side[] }
  /** No two rows have the same words in all these columns; capitals and spaces make no difference. */
  | { readonly operator: "unique"; readonly words: readonly string[] }
  /** No value lies further from the median than `times` the median distance from it (MAD) and than `points`. Fewer than `from` values are not judged. */
  | { readonly operator: "typical"; readonly left: Side; readonly times: number; readonly points: number; readonly from: number }
  /** Not every value is a multiple of `of`. */
  | { readonly operator: "not-heaped"; readonly left: Side; readonly of: number; readonly from: number }
  /** Not every row has the same value, other than 0. */
  | { readonly operator: "not-all-same"; readonly left: Side; readonly from: number }
  /** The digits of the left side are not those of the right with two neighbours exchanged. */
  | { readonly operator: "not-swapped"; readonly left: Side; readonly right: Side };

export type Operator = Test["operator"];

/** A condition for the rule to be judged at all. */
export interface Condition { readonly operator: Comparison; readonly left: Side; readonly right: Side }

/** How findings of one rule are told: each by itself, only the first, or one for all of them once there are so many. */
export type Telling = { readonly kind: "each" } | { readonly kind: "first" } | { readonly kind: "together"; readonly from: number };

/** Its words know the facts key, column, left, right, each measure's name, and those of `facts`. */
export interface RuleData extends RuleWords {
  readonly scope: Scope;
  readonly table: string;
  /** The measures that "it" stands for, one after another; none where the rule names its own. */
  readonly each: readonly string[];
  /** Rows to be judged: those with one of these words in the column. All where it is empty. */
  readonly where: ReadonlyMap<string, readonly string[]>;
  /** Columns whose words divide the table into parts that are judged apart. */
  readonly by: readonly string[];
  readonly when: readonly Condition[];
  readonly test: Test;
  /** The measure whose cell the finding names. */
  readonly at: string;
  readonly tell: Telling;
  readonly facts: ReadonlyMap<string, Side>;
  /** First and last period, such as "2009/10"; null where there is no end. */
  readonly periods: { readonly from: string | null; readonly to: string | null };
  /** Ids of structures; every one where it is empty. */
  readonly structures: readonly string[];
}

/** Every side of a rule: those of its test, its conditions and its facts. */
export function sidesOf({ test, when, facts }: RuleData): readonly Side[] {
  const own = "left" in test ? [test.left].flat() : [];
  return [...own, ...("right" in test ? [test.right] : []), ...when.flatMap(({ left, right }) => [left, right]), ...facts.values()];
}

/** Every measure that a rule names, "it" and families as they are written. */
export const measuresOf = (rule: RuleData): readonly string[] => [...new Set([...sidesOf(rule).flatMap(({ of }) => measuresIn(of)), rule.at])];
