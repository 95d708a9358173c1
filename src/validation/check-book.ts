/** The check: every rule over the whole book. It never stops at the first finding and never throws for what a person typed. */
import { sheetDefinitions } from "../blueprint/definitions";
import type { Book } from "./book";
import { figuresIn } from "./book-figures";
import { finding, type Finding, type Rule } from "./finding";
import type { Figures } from "./language/figures";
import { judge } from "./language/judge";
import { isOff, type RulePack } from "./rule-pack/pack";
import type { Refused } from "./rule-pack/refusals";
import { shippedPack } from "./rule-pack/shipped";
import { severities } from "./severity";
import { blanks } from "./rules/blanks";
import { codesAndDates } from "./rules/codes-and-dates";
import { counts } from "./rules/counts";
import { drifted } from "./rules/drifted";
import { formulasForFigures } from "./rules/formulas-for-figures";
import { groupSums } from "./rules/group-sums";
import { lostEntryRules } from "./rules/lost-entry-rules";
import { missingParts } from "./rules/missing-parts";
import { movedParts } from "./rules/moved-parts";
import { overwrittenFormulas } from "./rules/overwritten-formulas";
import { partsOfWholes } from "./rules/parts-of-wholes";
import { percentages } from "./rules/percentages";
import { rowNames } from "./rules/row-names";
import { shownTotals } from "./rules/shown-totals";
import { zeroes } from "./rules/zeroes";

/** What looks at the book itself: where its parts are, and what kind each entry is. Each with a name for the case that it fails. */
const ownRules = {
  missingParts, movedParts, rowNames, overwrittenFormulas, drifted, lostEntryRules, counts, percentages, codesAndDates, formulasForFigures, blanks, zeroes, groupSums, partsOfWholes, shownTotals,
} as const satisfies Readonly<Record<string, Rule>>;

/** By what a book is judged. */
export interface Judging {
  readonly pack: RulePack;
  /** The last return's figures, or null where they are not known: rules against them are passed over then. */
  readonly last: Figures | null;
  /** Why a pack that the workbook brings along is not what it is judged by; null where there is no such thing. */
  readonly passedOver?: Refused | null;
}

const usual: Judging = { pack: shippedPack, last: null };

/**
 * All findings, worst first, then as a reader meets the places: sheet by sheet, row by row. A rule that fails is a finding itself and hides no other.
 * @returns none for a book without anything to put right or explain
 */
export function checkBook(book: Book, judging: Judging = usual): readonly Finding[] {
  return inOrder([...checkInTurns(book, judging)].flat());
}

/** Worst first, then sheet by sheet, row by row. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((each) => ({ each, rank: rankOf(each) })).sort((one, other) => compare(one.rank, other.rank)).map(({ each }) => each);
}

/** The same findings in no order, a portion at a time, so that a caller can turn to something else in between. */
export function* checkInTurns(book: Book, { pack, last, passedOver = null }: Judging = usual): Generator<readonly Finding[], void> {
  if (passedOver !== null) yield [packPassedOver(book, pack, passedOver)];
  for (const [name, rule] of Object.entries<Rule>(ownRules)) {
    yield* orDefect(name, book, function* () { yield rule(book).filter((each) => !isOff(pack, each.rule)); });
  }
  const figures = figuresIn(book, last);
  for (const rule of pack.rules.filter((each) => !isOff(pack, each))) yield* orDefect(rule.id, book, () => judge([rule], figures));
}

function packPassedOver({ sheets: [first] }: Book, { name, version }: RulePack, { says, fix }: Refused): Finding {
  return finding("X02", { identity: first?.id ?? null, tab: first?.tab ?? "", cell: "" }, { why: says, used: `${name} ${version}`, remedy: fix });
}

/** What a rule finds; where it fails, that it did. */
function* orDefect(name: string, book: Book, find: () => Iterable<readonly Finding[]>): Generator<readonly Finding[], void> {
  try {
    yield* find();
  } catch (error) {
    const [first] = book.sheets;
    yield [finding("X01", { identity: first?.id ?? null, tab: first?.tab ?? "", cell: "" }, { rule: name, why: error instanceof Error ? error.message : String(error) })];
  }
}

function rankOf({ rule, place }: Finding): readonly number[] {
  const sheet = sheetDefinitions.findIndex(({ id }) => id === place.identity);
  const [, letters = "", row = "0"] = /^([A-Z]*)(\d*)/.exec(place.cell) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return [severities.indexOf(rule.severity), sheet < 0 ? sheetDefinitions.length : sheet, Number(row), column];
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
