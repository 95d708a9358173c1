/** Puts back what is not as the template made it. Says first what would change, and touches no figure that was entered. */
import { repairTemplate, RepairRefused } from "../excel/repair/repair-template";
import { ActionProblem, type Action } from "./action";
import { sayingWhatStands } from "./after-refusal";
import { today } from "./clock";
import { withExcelWords } from "./excel-words";
import { inOneStep } from "./one-step";
import { rememberRepair } from "./repair-memory";
import { repairLines } from "./repair-words";
import { defaultSetup, flagIn, optionProblem, optionsIn } from "./template-options";
import { plural } from "./words";

/** Changes that are named in one answer before it says how many more there are. */
const NAMED_AT_MOST = 100;

export const repair: Action = {
  id: "repair",
  label: "Repair the template",
  options: { confirm: "true to repair; otherwise what would change is said and nothing is done", named: `how many changes are named one by one (${NAMED_AT_MOST} unless said)` },
  async perform(options, progress) {
    const given = optionsIn(options, repair.options);
    const [confirmed, named] = [flagIn(given, "confirm"), namedIn(given)];
    const done = await inOneStep(progress, confirmed ? "Repairing the template" : "Looking at the template", () => sayingWhatStands(() => repairing(confirmed), "repair again"), "Entered figures are as they were; check again to see what stands.");
    switch (done.kind) {
      case "missing": throw new ActionProblem("no-template", "There is no template in this workbook yet. Set it up first. Nothing was changed.");
      case "other-version": throw new ActionProblem("other-version", "These sheets were made by another version of the template, so this add-in does not know how they should be. Use the version that made them, or set up again in a new workbook. Nothing was changed.");
      case "sound": return { says: "The template is as it was made, so there is nothing to repair.", findings: [], files: [] };
      case "asked": throw new ActionProblem("needs-confirmation", `${counted(repairLines(done.drift, done.book), "would change", named)} No figure that was entered is touched. Nothing was changed yet. Confirm to repair.`);
      case "done": {
        rememberRepair(done.note);
        const wayBack = done.note === null ? "Sheets or tables were put back, so this cannot be undone here." : "It can be undone while nothing else changes these cells.";
        return { says: `${counted(repairLines(done.drift, done.book, "short"), "changed", named)} No figure that was entered was touched. ${wayBack}`, findings: [], files: [], canUndoRepair: done.note !== null };
      }
    }
  },
};

/** @throws ActionProblem saying whether all stands as before */
async function repairing(confirmed: boolean): ReturnType<typeof repairTemplate> {
  try {
    return await repairTemplate(confirmed, defaultSetup(today()));
  } catch (error) {
    if (!(error instanceof RepairRefused)) throw error;
    const standing = error.putBack ? "What had been repaired was put back: the workbook is as it was." : "Part of the repair may stand; no figure that was entered was touched. Check again to see what is left to repair.";
    return withExcelWords(() => Promise.reject(error.refusal), standing);
  }
}

function namedIn(options: ReadonlyMap<string, unknown>): number {
  const named = options.get("named") ?? NAMED_AT_MOST;
  if (typeof named !== "number" || !Number.isInteger(named) || named < 0) throw optionProblem("named", "Give a whole number, 0 or more.");
  return named;
}

/** @example counted(["Cover: the sheet can be seen again"], "would change", 100) // => "This would change 1 thing. Cover: the sheet can be seen again." */
function counted(lines: readonly string[], verb: "would change" | "changed", named: number): string {
  const more = lines.length - named;
  const things = plural(lines.length, "thing");
  const start = verb === "would change" ? `This would change ${things}.` : `${things} ${lines.length === 1 ? "was" : "were"} put back.`;
  return `${start} ${lines.slice(0, named).map((line) => `${line}.`).join(" ")}${more > 0 ? ` And ${more} more.` : ""}`;
}
