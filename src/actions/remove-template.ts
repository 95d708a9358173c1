/** Takes the product's sheets and names out again; says first what figures would go with them. */
import { takeTemplate, type Losses } from "../excel/take-template";
import { ActionProblem, type Action } from "./action";
import { inOneStep } from "./one-step";
import { flagIn, optionsIn } from "./template-options";
import { inSentence, plural } from "./words";

/** Places named in one sentence before it says how many more there are. */
const NAMED_AT_MOST = 8;

export const removeTemplate: Action = {
  id: "remove-template",
  label: "Remove the template",
  options: { confirm: "true to remove; otherwise what would go is said and nothing is done" },
  async perform(options, progress) {
    const confirmed = flagIn(optionsIn(options, removeTemplate.options), "confirm");
    const taking = await inOneStep(progress, "Looking at what would go", () => takeTemplate(confirmed), confirmed ? "Some sheets may be gone already: remove again to finish." : "Nothing was changed.");
    switch (taking.kind) {
      case "none": return { says: "There is no template in this workbook, so there is nothing to remove.", findings: [], files: [] };
      case "asked": throw new ActionProblem("needs-confirmation", `${whatGoes(taking.losses, "would go")} Excel cannot undo it. Nothing was changed. Confirm to remove.`);
      case "taken": return { says: `${whatGoes(taking.losses, "went")} Your own sheets are as they were.`, findings: [], files: [] };
    }
  },
};

function whatGoes({ tabs, entered, leaning, unread }: Losses, goes: string): string {
  const filled = entered.filter(({ cells }) => cells > 0).map(({ tab, cells }) => `${plural(cells, "entered cell")} on ${tab}`);
  const figures = filled.length === 0 ? "No figure had been entered." : `With them ${goes} ${inSentence(filled)}.`;
  const named = leaning.slice(0, NAMED_AT_MOST).join(", ");
  const more = leaning.length > NAMED_AT_MOST ? ` and ${leaning.length - NAMED_AT_MOST} more` : "";
  const formulas = leaning.length === 0 ? "" : ` ${plural(leaning.length, "formula")} of your own ${leaning.length === 1 ? "points" : "point"} at these sheets and will show an error: ${named}${more}.`;
  const large = unread.length === 0 ? "" : ` ${inSentence(unread)} ${unread.length === 1 ? "is" : "are"} too large to look through for formulas that point at these sheets.`;
  return `${plural(tabs.length, "sheet")} ${goes}: ${inSentence(tabs)}. ${figures}${formulas}${large}`;
}
