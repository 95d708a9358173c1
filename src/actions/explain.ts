/** Clears a finding to explain with a reason and a name. It is written beside the finding on Checks, and holds until the figures change. */
import { LONGEST, SHORTEST } from "../domain/explanation";
import { referenceOf, type Explanation } from "../validation/explanations";
import type { Finding } from "../validation/finding";
import { ActionProblem, type Action } from "./action";
import { checkExplaining } from "./check";
import { now } from "./clock";
import { problemsOf } from "./explanation";
import { optionsIn, textIn } from "./template-options";

export const explain: Action = {
  id: "explain",
  label: "Explain",
  options: {
    reference: "the finding's reference, as it stands beside it on Checks; or give code, sheet and cell",
    code: "code of the finding, such as W48",
    sheet: "tab that the finding is on",
    cell: "cell that the finding names",
    text: `why the figures are right as they are, in ${SHORTEST} to ${LONGEST} letters; leave it out to take an explanation away`,
    by: "who says so",
  },
  async perform(options, progress) {
    const given = optionsIn(options, explain.options);
    const which: Which = { reference: textIn(given, "reference")?.toUpperCase(), code: textIn(given, "code"), sheet: textIn(given, "sheet"), cell: textIn(given, "cell")?.toUpperCase() };
    const explanation = explanationIn(textIn(given, "text") ?? "", textIn(given, "by") ?? "");
    const report = await checkExplaining((found) => new Map([[referenceIn(found, which), explanation]]), progress, "Writing the explanation down");
    return { ...report, says: `${explanation === null ? "The explanation was taken away." : "Explained."} ${report.says}` };
  },
};

interface Which { readonly reference: string | undefined; readonly code: string | undefined; readonly sheet: string | undefined; readonly cell: string | undefined }

/** @throws ActionProblem "not-found" where nothing to explain is found there in the figures of now */
function referenceIn(found: readonly Finding[], { reference, code, sheet, cell }: Which): string {
  const same = found.find((finding) => finding.rule.severity === "explain" && (reference === undefined
    ? finding.rule.code === code && finding.place.tab === sheet && finding.place.cell === cell : referenceOf(finding) === reference));
  if (same === undefined) throw new ActionProblem("not-found", "There is nothing to explain there in the figures as they are now. Check again, then explain what is listed. Nothing was changed.");
  return referenceOf(same);
}

/** @throws ActionProblem "bad-explanation" with what is missing */
function explanationIn(text: string, by: string): Explanation | null {
  if (text === "") return null;
  const problem = Object.values(problemsOf(text, by)).find((each) => each !== "");
  if (problem !== undefined) throw new ActionProblem("bad-explanation", `${problem} Nothing was changed.`);
  return { text, by: by.slice(0, 100), on: Math.floor(now()) };
}
