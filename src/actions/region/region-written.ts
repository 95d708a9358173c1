/** Writes a region's sheets, with whatever stands in the way in words. */
import { changeRegion, type Deciding, type RegionChanged } from "../../excel/region/change-region";
import { ActionProblem } from "../action";
import { sayingWhatStands } from "../after-refusal";
import { withExcelWords } from "../excel-words";
import { GATHERED_FROM } from "./gathering";

/**
 * @param again - how the person finishes it: "consolidate again"
 * @throws ActionProblem with the code of what Excel refused, or "sheet-changed" where a table of ours has other columns
 */
export async function regionWritten(deciding: Omit<Deciding, "read">, again: string): Promise<Extract<RegionChanged, { readonly kind: "done" }>> {
  const changed = await withExcelWords(() => sayingWhatStands(() => changeRegion({ ...deciding, read: GATHERED_FROM }), again));
  switch (changed.kind) {
    case "done": return changed;
    case "changed": throw new ActionProblem("sheet-changed", `The table on ${changed.tab} should have a column "${changed.header}" in its old place. Put it back, or delete the sheet if nobody filled anything in there, and ${again}. Nothing was changed.`);
    case "as-it-is": throw new Error("A region's sheets were to be written, and nothing was.");
  }
}
