/** The check: every rule over the whole book. It never stops at the first finding and never throws for what a person typed. */
import { sheetDefinitions } from "../blueprint/definitions";
import type { Book } from "./book";
import { figuresIn } from "./book-figures";
import { orDefect } from "./defect";
import { finding, type Finding, type Rule } from "./finding";
import { ranked, readingPlace } from "./finding-order";
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
import { furtherTables } from "./rules/further-tables";
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
  missingParts, movedParts, rowNames, overwrittenFormulas, drifted, lostEntryRules, counts, percentages, codesAndDates, formulasForFigures, blanks, zeroes, groupSums, partsOfWholes, shownTotals, furtherTables,
} as const satisfies Readonly<Record<string, Rule>>;

/** By what a book is judged. */
export interface Judging {
  readonly pack: RulePack;
  /** The last return's figures, or null where they are not known: rules against them are passed over then. */
  readonly last: Figures | null;
  /** Why a pack that the workbook brings along is not what it is judged by; null where there is no such thing. */
  readonly passedOver?: Refused | null;
  /** Rules about what stands beside the figures, such as the record of the return, by name. */
  readonly beside?: Readonly<Record<string, Rule>>;
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
export const inOrder = (findings: readonly Finding[]): readonly Finding[] => ranked(findings, rankOf);

/** The same findings in no order, a portion at a time, so that a caller can turn to something else in between. */
export function* checkInTurns(book: Book, { pack, last, passedOver = null, beside = {} }: Judging = usual): Generator<readonly Finding[], void> {
  if (passedOver !== null) yield [packPassedOver(book, pack, passedOver)];
  for (const [name, rule] of Object.entries<Rule>({ ...ownRules, ...beside })) {
    yield* orDefect(() => [rule(book).filter((each) => !isOff(pack, each.rule))], (why) => ruleFailed(book, name, why));
  }
  const figures = figuresIn(book, last);
  for (const rule of pack.rules.filter((each) => !isOff(pack, each))) yield* orDefect(() => judge([rule], figures), (why) => ruleFailed(book, rule.id, why));
}

function packPassedOver({ sheets: [first] }: Book, { name, version }: RulePack, { says, fix }: Refused): Finding {
  return finding("X02", { identity: first?.id ?? null, tab: first?.tab ?? "", cell: "" }, { why: says, used: `${name} ${version}`, remedy: fix });
}

function ruleFailed({ sheets: [first] }: Book, rule: string, why: string): readonly Finding[] {
  return [finding("X01", { identity: first?.id ?? null, tab: first?.tab ?? "", cell: "" }, { rule, why })];
}

function rankOf(each: Finding): readonly number[] {
  const sheet = sheetDefinitions.findIndex(({ id }) => id === each.place.identity);
  return [severities.indexOf(each.rule.severity), sheet < 0 ? sheetDefinitions.length : sheet, ...readingPlace(each)];
}
