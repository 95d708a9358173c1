/** Puts the Core sheets into the open workbook, or brings those that are there up to date. Nothing of the user's changes. */
import { putTemplate, type Put } from "../excel/put-template";
import type { Action } from "./action";
import { sayingWhatStands } from "./after-refusal";
import { today } from "./clock";
import { inOneStep } from "./one-step";
import { templateOptions, templateRequest } from "./template-options";
import { inSentence, plural } from "./words";

export const insertTemplate: Action = {
  id: "insert-template",
  label: "Set up",
  options: templateOptions,
  async perform(options, progress) {
    const { given, otherwise } = templateRequest(options, today());
    const put = await inOneStep(progress, "Adding the sheets", () => sayingWhatStands(() => putTemplate(given, otherwise), "set up again"));
    return { says: wordsFor(put), findings: [], files: [] };
  },
};

function wordsFor({ added, kept, roleGroups, left, ruled, unseen }: Put): string {
  const parts = [
    added.length > 0 ? `Added ${plural(added.length, "sheet")}: ${inSentence(added)}.` : "All sheets were there already; nothing is doubled.",
    kept.length > 0 && added.length > 0 ? `${plural(kept.length, "sheet")} that ${kept.length === 1 ? "was" : "were"} there ${kept.length === 1 ? "is" : "are"} kept with ${kept.length === 1 ? "its" : "their"} figures.` : "",
    roleGroups.added.length > 0 ? `Role groups added: ${inSentence(roleGroups.added)}.` : "",
    roleGroups.removed.length > 0 ? `Empty role groups taken out: ${inSentence(roleGroups.removed)}.` : "",
    roleGroups.kept.length > 0 ? `Kept because figures are entered: ${inSentence(roleGroups.kept)}.` : "",
    ruled.length > 0 ? `Cells of ${inSentence(ruled)} that pasting had left without a rule for what may be entered have it again.` : "",
    left.length > 0 ? `Left as they are, since they were changed by hand: ${left.join("; ")}.` : "",
    unseen ? "Another workbook is in front: click in this one to see them." : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}
