/** Tabs that Office.js does not show, such as chart sheets, have names that are taken. Only Excel's refusal tells of them. */
import { TakenBack } from "./take-back";

/** Far more than there are tabs of ours; an Excel that refuses every name is asked no longer. */
const MOST_TRIES = 12;

/**
 * Does work that adds sheets again, round each tab that turned out to be taken, once all that had been added is gone.
 * @param work - given the tabs that are known to be taken, beside those that the workbook shows
 * @throws TakenBack when Excel refuses for another reason, or what was added could not be taken away again
 */
export async function roundHiddenTabs<T>(work: (taken: readonly string[]) => Promise<T>): Promise<T> {
  const taken: string[] = [];
  for (;;) {
    try {
      return await work(taken);
    } catch (error) {
      if (!(error instanceof TakenBack) || error.after.kind !== "gone" || error.after.takenTab === null || taken.length >= MOST_TRIES) throw error;
      taken.push(error.after.takenTab);
    }
  }
}
