/** Takes the last repair back, while nothing else has changed the cells it touched. */
import { IDENTITY_NAME } from "../excel/identity";
import { takeBackRepair } from "../excel/repair/take-back-repair";
import { ActionProblem, type Action } from "./action";
import { inOneStep } from "./one-step";
import { rememberedRepair, rememberRepair } from "./repair-memory";
import { optionsIn } from "./template-options";
import { inSentence } from "./words";

const NAMED_AT_MOST = 6;

export const undoRepair: Action = {
  id: "undo-repair",
  label: "Undo the repair",
  options: {},
  async perform(options, progress) {
    optionsIn(options, undoRepair.options);
    const note = rememberedRepair();
    if (note === null) throw new ActionProblem("nothing-to-undo", "There is no repair to undo: none was made since this was opened, or it put sheets or tables back. Nothing was changed.");
    const undone = await inOneStep(progress, "Undoing the repair", () => takeBackRepair(note, IDENTITY_NAME), "Part of the repair may be undone already; no figure that was entered was touched. Check again to see what stands.");
    if (undone.kind === "changed") throw new ActionProblem("changed-since", `These were changed after the repair, so it cannot be undone any more: ${somePlaces(undone.places)}. Nothing was changed.`);
    rememberRepair(null);
    return { says: "The repair is undone: everything it changed is as it was before.", findings: [], files: [], canUndoRepair: false };
  },
};

function somePlaces(places: readonly string[]): string {
  const more = places.length - NAMED_AT_MOST;
  return more > 0 ? `${places.slice(0, NAMED_AT_MOST).join(", ")} and ${more} more` : inSentence(places);
}
