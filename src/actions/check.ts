/** Checks every figure that was entered, and lists what to put right or explain on the Checks sheet. */
import { checkTemplate, type Checked, type Judged } from "../excel/check-template";
import type { ListedFindings, PlacedWords } from "../excel/write-findings";
import type { Book } from "../validation/book";
import { checkBook } from "../validation/check-book";
import { answered, inWords, type Given } from "../validation/explanations";
import { wordsOf, type Finding } from "../validation/finding";
import { ActionProblem, type Action, type ActionReport, type FindingLine, type Progress, type Severity } from "./action";
import { now } from "./clock";
import { inOneStep } from "./one-step";
import { judgedBy, judgingBy, namedWithOff, rulesFor } from "./rules-in-use";
import { optionsIn } from "./template-options";
import { inSentence, plural } from "./words";

export const check: Action = {
  id: "check",
  label: "Check",
  options: {},
  async perform(options, progress) {
    optionsIn(options, check.options);
    return checkExplaining(nothingGiven, progress, "Checking the figures");
  },
};

/**
 * The check, with explanations that were just given.
 * @throws ActionProblem "no-template" where there are no sheets of ours
 */
export async function checkExplaining(giving: Giving, progress: Progress, says: string): Promise<ActionReport> {
  const checked = await inOneStep(progress, says, () => checkTemplate((book) => judged(book, giving), now()), "Entered figures are as they were; check again.");
  if (checked.kind === "missing") throw new ActionProblem("no-template", "There is no template in this workbook yet. Set it up first. Nothing was changed.");
  const findings = checked.findings.found.map(lineFor);
  return { says: [resultIn(findings), listing(checked, findings.length), checked.judgedBy].filter((words) => words !== "").join(" "), findings, files: [] };
}

/** Explanations that are just being given, once it is known what is found. */
export type Giving = (found: readonly Finding[]) => Given;
const nothingGiven: Giving = () => new Map();

/** A book judged by the rules that it goes by. */
export async function judged(book: Book, giving: Giving = nothingGiven): Promise<Judged> {
  const rules = await rulesFor(book);
  return { findings: inWordsAll(checkBook(book, judgingBy(rules, book)), book, giving), rules: namedWithOff(rules.pack), judgedBy: judgedBy(rules.pack) };
}

/** Findings in words, each with what was said of it. */
export function inWordsAll(findings: readonly Finding[], book: Book, giving: Giving = nothingGiven): ListedFindings {
  const { found, kept } = answered(findings, book, giving(findings));
  return { found: found.map(({ finding, ...rest }) => ({ words: wordsOf(finding), place: finding.place, ...rest })), kept };
}

/** A finding that is explained is worth knowing, and no more. */
export function lineFor({ words, place, reference, answer, earlier }: PlacedWords): FindingLine {
  const holds = answer.kind === "holds";
  return {
    code: words.code, severity: holds ? "note" : words.severity, identity: place.identity, sheet: place.tab, cell: place.cell,
    says: holds ? `${words.says} Explained: ${inWords(answer.explanation)}` : words.says, fix: holds ? "Leave it, or change the explanation if it is no longer right." : words.fix,
    explaining: reference === "" ? null : { reference, holds, text: answer.kind === "none" ? "" : answer.explanation.text, by: answer.kind === "none" ? "" : answer.explanation.by, earlier },
  };
}

/** @example resultIn(findings) // => "Found 2 to put right, 1 to explain and 3 notes." */
export function resultIn(findings: readonly FindingLine[]): string {
  const count = (severity: Severity): number => findings.filter((each) => each.severity === severity && each.explaining?.holds !== true).length;
  const [mustFix, explain, note, explained] = [count("must-fix"), count("explain"), count("note"), findings.filter((each) => each.explaining?.holds === true).length];
  if (findings.length === 0) return "Nothing to put right: every figure that can be checked is sound.";
  const parts = [
    mustFix > 0 ? `${mustFix} to put right` : "", explain > 0 ? `${explain} to explain` : "", explained > 0 ? `${explained} explained` : "", note > 0 ? plural(note, "note") : "",
  ].filter((part) => part !== "");
  return `Found ${inSentence(parts)}.`;
}

function listing({ listedOn, why }: Extract<Checked, { readonly kind: "done" }>, count: number): string {
  switch (why) {
    case "": return count === 0 ? "" : `${count === 1 ? "It is" : "They are"} listed on ${listedOn ?? ""}.`;
    case "gone": return "The Checks sheet is not complete, so nothing was listed there: set up again to put it back.";
    case "protected": return "The Checks sheet is protected, so nothing was listed there: lift its protection and check again.";
    case "changed": return "The columns of the Checks sheet were changed, so nothing was listed there: delete the sheet and set up again.";
  }
}
