/** Queues the Checks sheet: the findings with links to their cells, when the check was made, and what the figures were then. Nothing here syncs. */
import { areaName, a1 } from "../blueprint/place";
import { EXPLAINED, findingsTable, NOT_FOUND, severityWords } from "../blueprint/sheets/checks";
import type { Holding, TableBlueprint } from "../blueprint/types";
import type { BookTable } from "../validation/book";
import { SHORTEST } from "../domain/explanation";
import { isEnough, type Answer, type Explanation, type Kept } from "../validation/explanations";
import type { FindingWords } from "../validation/finding";
import type { FindingPlace } from "../validation/finding-place";
import { linkTo, type Naming } from "./naming";
import { asSent } from "./write-cells";
import { queueHeights, queueRowCount } from "./write-rows";
import { queueTableLook } from "./write-table";

/** A finding in words and in its place, with what was said of it. */
export interface PlacedWords {
  readonly words: FindingWords;
  readonly place: FindingPlace;
  readonly reference: string;
  readonly answer: Answer;
  readonly earlier: string;
}

/** What the table of findings is to hold. */
export interface ListedFindings {
  /** Worst first. */
  readonly found: readonly PlacedWords[];
  readonly kept: readonly Kept[];
}

export interface CheckMade {
  readonly findings: ListedFindings;
  /** When, as a day number of the workbook. */
  readonly at: number;
  /** Which rules it was made by. */
  readonly rules: string;
  /** All entries as they were, in the form in which the sheet compares them; null where the sheet could not work it out. */
  readonly fingerprint: string | null;
}

/** Rows that one request holds with room to spare. */
const LISTED_AT_MOST = 3000;
/** Each link is an action of its own. */
const LINKED_AT_MOST = 500;
/** Never equal to a fingerprint, so that the sheet asks for another check once entries hold no error. */
const NO_FINGERPRINT = "not worked out";
const WHOLE_SHEET = "Sheet";

/** True when the table still has its columns where they were, so that it can be written. */
export const canBeWritten = (table: BookTable): boolean => findingsTable.columns.every(({ header }, index) => table.headers[index] === header);

/** @param table - the findings table as it stands on Checks */
export function queueFindings(context: Excel.RequestContext, table: BookTable, made: CheckMade, naming: Naming): void {
  const sheet = context.workbook.worksheets.getItem(table.tab);
  const { found, kept } = made.findings;
  const listed = found.slice(0, LISTED_AT_MOST);
  const rows = rowsFor(listed, found.length - listed.length, kept, made.at);
  const blueprint: TableBlueprint = { ...findingsTable, top: table.top, left: table.left, rows };
  queueRowCount(context, sheet, table, rows.length);
  const column = (header: string): number => table.left + findingsTable.columns.findIndex((each) => each.header === header);
  const body = { top: table.top + 1, left: table.left, rows: rows.length, columns: findingsTable.columns.length };
  sheet.getRange(areaName({ ...body, left: column("Cell"), columns: 1 })).clear("Hyperlinks");
  sheet.getRange(areaName(body)).formulas = rows.map((row) => row.map((holds) => asSent(holds, naming, false)));
  listed.slice(0, LINKED_AT_MOST).forEach(({ place }, index) => {
    const shown = place.cell === "" ? WHOLE_SHEET : place.cell;
    sheet.getRange(a1(table.top + 1 + index, column("Cell"))).hyperlink = {
      documentReference: linkTo(place.tab, place.cell === "" ? "A1" : place.cell), textToDisplay: shown, screenTip: `Go to ${place.tab}, ${shown}`,
    };
  });
  queueTableLook(sheet, blueprint);
  queueHeights(sheet, body.top, rows, findingsTable);
  queueLines(context, made, naming);
}

const text = (words: string): Holding => (words === "" ? null : { text: words });
const line = (...words: readonly string[]): readonly Holding[] => findingsTable.columns.map((_, index) => text(words[index] ?? ""));

/** Explanations of findings that do not fit are kept below them, as those of what is not found now. */
function rowsFor(listed: readonly PlacedWords[], more: number, kept: readonly Kept[], at: number): readonly (readonly Holding[])[] {
  const rows = listed.map(({ words, place, reference, answer, earlier }): readonly Holding[] => [
    ...[words.code, answer.kind === "holds" ? EXPLAINED : severityWords[words.severity], place.tab, place.cell === "" ? WHOLE_SHEET : place.cell, words.says, fixFor(words, answer)].map(text),
    ...explained(answer.kind === "none" ? null : answer.explanation, at), text(earlier), text(reference),
  ]);
  return [
    ...(listed.length === 0 ? [line("", "", "", "", "Nothing to put right and nothing to explain.")] : rows),
    ...(more === 0 ? [] : [line("", "", "", "", `${more} more findings are not listed.`, "Put right those above, then check again.")]),
    ...kept.map(({ code, reference, explanation, earlier }): readonly Holding[] => [
      ...[code, NOT_FOUND, "", "", "This was explained and is not found any more.", "Delete the row, or leave it: the explanation holds again if the same figures come back."].map(text), ...explained(explanation, null), text(earlier), text(reference),
    ]),
  ];
}

function fixFor({ fix }: FindingWords, answer: Answer): string {
  if (answer.kind !== "not-enough") return fix;
  return answer.explanation.by.trim() === "" ? "Type your name under Explained by, then check again." : `Type a longer explanation, of at least ${SHORTEST} letters, then check again.`;
}

/** @param at - the day for an explanation that was typed without one; null leaves it without */
function explained(explanation: Explanation | null, at: number | null): readonly [Holding, Holding, Holding] {
  if (explanation === null) return [null, null, null];
  const on = explanation.on ?? (isEnough(explanation) && at !== null ? Math.floor(at) : null);
  return [text(explanation.text), text(explanation.by), on === null ? null : { number: on }];
}

function queueLines(context: Excel.RequestContext, { at, rules, fingerprint }: CheckMade, naming: Naming): void {
  const cells: readonly (readonly [string, string | number])[] = [["nmLastChecked", at], ["nmRules", asSent({ text: rules }, naming, false)], ["nmCheckedFingerprint", asSent({ text: fingerprint ?? NO_FINGERPRINT }, naming, false)]];
  for (const [ours, value] of cells) {
    const actual = naming.names.get(ours);
    if (actual !== undefined) context.workbook.names.getItem(actual).getRange().values = [[value]];
  }
}
