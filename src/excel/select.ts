/** Shows a place of the workbook: opens its sheet and selects the cell. */
import type { SheetId } from "../blueprint/types";
import { queueFinding, sheetOf } from "./identity";
import { inExcel } from "./session";

export interface Place {
  /** Which of our sheets; null for a sheet that is not ours, or a copy of ours. */
  readonly identity: SheetId | null;
  /** The tab it had when the place was noted. */
  readonly tab: string;
  /** "C7", "B8:J8", or "" for the sheet as a whole. */
  readonly cell: string;
}

/**
 * Two syncs. A sheet of ours is found by its identity, so it may have been renamed or moved since.
 * @returns why it could not be shown, if so: the sheet is gone, or hidden, and Excel opens no hidden sheet
 */
export function selectPlace({ identity, tab, cell }: Place): Promise<"shown" | "gone" | "hidden"> {
  return inExcel("selecting a cell", async (context) => {
    const finding = queueFinding(context);
    const byTab = context.workbook.worksheets.getItemOrNullObject(tab).load("name,visibility");
    await context.sync();
    const ours = identity === null ? undefined : sheetOf(finding(), identity)?.worksheet;
    const sheet = ours ?? (identity === null && !byTab.isNullObject ? byTab : undefined);
    if (sheet === undefined) return "gone";
    if (sheet === byTab && sheet.visibility !== "Visible") return "hidden";
    sheet.activate();
    if (cell !== "") sheet.getRange(cell).select();
    await context.sync();
    return "shown";
  });
}
