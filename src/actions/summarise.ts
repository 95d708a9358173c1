/** Makes the dashboards, their charts and the Board summary again from the figures of today. */
import { sheetDefinitions } from "../blueprint/definitions";
import { summariseTemplate } from "../excel/summarise-template";
import { ActionProblem, type Action } from "./action";
import { sayingWhatStands } from "./after-refusal";
import { today } from "./clock";
import { inOneStep } from "./one-step";
import { defaultSetup, optionsIn } from "./template-options";
import { inSentence } from "./words";

export const summarise: Action = {
  id: "summarise",
  label: "Summarise",
  options: {},
  async perform(options, progress) {
    optionsIn(options, summarise.options);
    const done = await inOneStep(progress, "Making the summary sheets", () => sayingWhatStands(() => summariseTemplate(defaultSetup(today())), "summarise again"), "Entered figures are as they were; summarise again to finish.");
    switch (done.kind) {
      case "done": return { says: `Made from today's figures: ${inSentence(done.made)}.${done.unseen ? " Another workbook is in front: click in this one to see them." : ""}`, findings: [], files: [] };
      case "changed": throw new ActionProblem("sheets-changed", `These were changed by hand, so summaries cannot follow them: ${done.says.join("; ")}. Put the column back, or delete the sheet and set up again. Nothing was changed.`);
      case "missing": {
        const tabs = sheetDefinitions.filter(({ id }) => done.sheets.includes(id)).map(({ tab }) => tab);
        const says = tabs.length === 4 ? "There is no template in this workbook yet. Set it up first." : `${inSentence(tabs)} ${tabs.length === 1 ? "is" : "are"} not in this workbook any more. Set up again to put ${tabs.length === 1 ? "it" : "them"} back.`;
        throw new ActionProblem("no-template", `${says} Nothing was changed.`);
      }
    }
  },
};
