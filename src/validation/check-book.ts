/** The check: every rule over the whole book. It never stops at the first finding and never throws for what a person typed. */
import { sheetDefinitions } from "../blueprint/definitions";
import type { Book } from "./book";
import { catalogue, type Severity } from "./catalogue";
import type { Finding, Rule } from "./finding";
import { blanks } from "./rules/blanks";
import { codesAndDates } from "./rules/codes-and-dates";
import { counts } from "./rules/counts";
import { cumulativeSupply } from "./rules/cumulative-supply";
import { formulasForFigures } from "./rules/formulas-for-figures";
import { groupSums } from "./rules/group-sums";
import { lostEntryRules } from "./rules/lost-entry-rules";
import { missingParts } from "./rules/missing-parts";
import { movedParts } from "./rules/moved-parts";
import { overwrittenFormulas } from "./rules/overwritten-formulas";
import { partsOfWholes } from "./rules/parts-of-wholes";
import { percentages } from "./rules/percentages";
import { plausibleOpenings } from "./rules/plausible-openings";
import { plausibleProfile } from "./rules/plausible-profile";
import { repeatedFigures } from "./rules/repeated-figures";
import { rowNames } from "./rules/row-names";
import { shownTotals } from "./rules/shown-totals";
import { thresholdOrder } from "./rules/threshold-order";
import { zeroes } from "./rules/zeroes";

export const rules: readonly Rule[] = [
  missingParts, movedParts, rowNames, overwrittenFormulas, lostEntryRules, counts, percentages, codesAndDates, thresholdOrder, formulasForFigures, blanks, zeroes,
  groupSums, partsOfWholes, shownTotals, cumulativeSupply, plausibleOpenings, plausibleProfile, repeatedFigures,
];

const worstFirst: readonly Severity[] = ["must-fix", "explain", "note"];

/**
 * All findings, worst first, then as a reader meets the places: sheet by sheet, row by row.
 * @returns none for a book without anything to put right or explain
 */
export function checkBook(book: Book): readonly Finding[] {
  const found = rules.flatMap((rule) => rule(book)).map((each) => ({ each, rank: rankOf(each) }));
  return found.sort((one, other) => compare(one.rank, other.rank)).map(({ each }) => each);
}

function rankOf({ rule, place }: Finding): readonly number[] {
  const sheet = sheetDefinitions.findIndex(({ id }) => id === place.identity);
  const [, letters = "", row = "0"] = /^([A-Z]*)(\d*)/.exec(place.cell) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return [worstFirst.indexOf(catalogue[rule].severity), sheet < 0 ? sheetDefinitions.length : sheet, Number(row), column];
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
