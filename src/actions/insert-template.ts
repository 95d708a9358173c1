/** Puts the Core sheets into the open workbook, or brings those that are there up to date. Nothing of the user's changes. */
import { putTemplate, TakenBack, type Put } from "../excel/put-template";
import type { Action } from "./action";
import { today } from "./clock";
import { withExcelWords } from "./excel-words";
import { inOneStep } from "./one-step";
import { templateOptions, templateRequest } from "./template-options";
import { inSentence, plural } from "./words";

export const insertTemplate: Action = {
  id: "insert-template",
  label: "Set up",
  options: templateOptions,
  async perform(options, progress) {
    const { given, otherwise } = templateRequest(options, today());
    const put = await inOneStep(progress, "Adding the sheets", () => written(() => putTemplate(given, otherwise)));
    return { says: wordsFor(put), findings: [], files: [] };
  },
};

/** A failure half way in the words of what stands. */
async function written<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
    const standing = error.touched
      ? "Sheets that had been added are gone again. Sheets that were there before keep their figures, but some may have been brought up to date: set up again to finish."
      : "What had been added is gone again, and the workbook is as it was.";
    return withExcelWords(() => Promise.reject(error.refusal), standing);
  }
}

function wordsFor({ added, kept, roleGroups, left }: Put): string {
  const parts = [
    added.length > 0 ? `Added ${plural(added.length, "sheet")}: ${inSentence(added)}.` : "All sheets were there already; nothing is doubled.",
    kept.length > 0 && added.length > 0 ? `${plural(kept.length, "sheet")} that ${kept.length === 1 ? "was" : "were"} there ${kept.length === 1 ? "is" : "are"} kept with ${kept.length === 1 ? "its" : "their"} figures.` : "",
    roleGroups.added.length > 0 ? `Role groups added: ${inSentence(roleGroups.added)}.` : "",
    roleGroups.removed.length > 0 ? `Empty role groups taken out: ${inSentence(roleGroups.removed)}.` : "",
    roleGroups.kept.length > 0 ? `Kept because figures are entered: ${inSentence(roleGroups.kept)}.` : "",
    left.length > 0 ? `Left as they are, since they were changed by hand: ${left.join("; ")}.` : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}
