/** What stands after Excel refused half way, in words. */
import { TakenBack } from "../excel/take-back";
import { withExcelWords } from "./excel-words";
import { inSentence } from "./words";

/**
 * Does work that adds sheets, with a failure half way in the words of what stands.
 * @param again - how the person finishes it: "set up again"
 * @throws ActionProblem with the code of what Excel refused
 */
export async function sayingWhatStands<T>(work: () => Promise<T>, again: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
    return withExcelWords(() => Promise.reject(error.refusal), standingAfter(error, again));
  }
}

function standingAfter({ touched, after }: TakenBack, again: string): string {
  const before = touched ? ` Sheets that were there before keep their figures, but some may have been brought up to date: ${again} to finish.` : "";
  switch (after.kind) {
    case "gone": return touched ? `What had been added is gone again.${before}` : "What had been added is gone again, and the workbook is as it was.";
    case "left": return `Half made and still there, since Excel would not take them away again: ${inSentence(after.tabs)}. Delete them, then ${again}.${before}`;
    case "unknown": return `Excel would not say what stands. If any of these sheets are there, they are half made: ${inSentence(after.tabs)}. Delete them, then ${again}.${before}`;
  }
}
