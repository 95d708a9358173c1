/** Shows a finding's cell, or a sheet of ours, wherever it has moved to. */
import { identityFrom } from "../excel/identity";
import { selectPlace } from "../excel/select";
import { ActionProblem } from "./action";
import { withExcelWords } from "./excel-words";

/** A finding has all three; `identity` finds a sheet of ours under any tab. `cell` is "" for the whole sheet. */
export interface Target { readonly identity: string | null; readonly sheet: string; readonly cell: string }

/**
 * Opens the sheet and selects the cell.
 * @throws ActionProblem "not-found" when the sheet is gone, "hidden" when it is one of the person's own and hidden, or the code of what Excel refused
 * @example await goTo(finding)
 */
export async function goTo({ identity, sheet, cell }: Target): Promise<void> {
  const place = { identity: identity === null ? null : identityFrom(identity), tab: sheet, cell };
  switch (await withExcelWords(() => selectPlace(place))) {
    case "shown": return;
    case "gone": throw new ActionProblem("not-found", `The sheet ${sheet} is not in this workbook any more. Nothing was changed.`);
    case "hidden": throw new ActionProblem("hidden", `The sheet ${sheet} is hidden. Show it first: right-click any tab, then Unhide. Nothing was changed.`);
  }
}
