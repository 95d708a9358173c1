/** Checks every figure that was entered, and lists what to put right or explain on the Checks sheet. */
import { checkTemplate, type Checked } from "../excel/check-template";
import type { PlacedWords } from "../excel/write-findings";
import type { Book } from "../validation/book";
import { checkBook } from "../validation/check-book";
import { wordsOf } from "../validation/finding";
import { ActionProblem, type Action, type FindingLine, type Severity } from "./action";
import { now } from "./clock";
import { inOneStep } from "./one-step";
import { optionsIn } from "./template-options";
import { inSentence, plural } from "./words";

export const check: Action = {
  id: "check",
  label: "Check",
  options: {},
  async perform(options, progress) {
    optionsIn(options, check.options);
    const checked = await inOneStep(progress, "Checking the figures", () => checkTemplate(judged, now()), "Entered figures are as they were; check again.");
    if (checked.kind === "missing") throw new ActionProblem("no-template", "There is no template in this workbook yet. Set it up first. Nothing was changed.");
    const findings = checked.findings.map(lineFor);
    return { says: `${resultIn(findings)} ${listing(checked, findings.length)}`.trim(), findings, files: [] };
  },
};

const judged = (book: Book): readonly PlacedWords[] => checkBook(book).map((found) => ({ words: wordsOf(found), place: found.place }));

function lineFor({ words, place }: PlacedWords): FindingLine {
  return { code: words.code, severity: words.severity, identity: place.identity, sheet: place.tab, cell: place.cell, says: words.says, fix: words.fix };
}

function resultIn(findings: readonly FindingLine[]): string {
  const count = (severity: Severity): number => findings.filter((each) => each.severity === severity).length;
  const [mustFix, explain, note] = [count("must-fix"), count("explain"), count("note")];
  if (findings.length === 0) return "Nothing to put right: every figure that can be checked is sound.";
  const parts = [
    mustFix > 0 ? `${mustFix} to put right` : "", explain > 0 ? `${explain} to explain` : "", note > 0 ? plural(note, "note") : "",
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
