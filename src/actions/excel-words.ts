/** What a person is told when Excel refuses, and what to do about it. */
import { changedNothing, ExcelProblem, type ExcelProblemCode } from "../excel/problem";
import { ActionProblem } from "./action";

const words: Readonly<Record<ExcelProblemCode, string>> = {
  "cell-being-edited": "A cell is being edited. Press Enter or Esc in the sheet, then try again.",
  "other-workbook": "Excel refuses this while another workbook is in front. Click in this workbook, then try again.",
  protected: "The workbook or one of its sheets is protected. Lift the protection (Review, then Unprotect), then try again.",
  "name-taken": "Excel says that a name is taken. Somebody may be working in the workbook at the same time; try again.",
  "too-big": "There is more here than Excel takes in one go. If a table of the template reaches down over thousands of rows that are not used, make it smaller, then try again.",
  "excel-too-old": "This version of Excel cannot do this. Talent Plan needs Excel 2021, Microsoft 365 or Excel on the web.",
  "not-found": "A sheet, table or name disappeared while this was being done. Check the workbook, then try again.",
  busy: "Excel is busy or not connected. Wait a moment, then try again.",
  "excel-refused": "Excel would not do this and gave no reason that can be named. Save the workbook, reopen it, and try again.",
};

function wordsFor({ code, what }: ExcelProblem): string {
  if (code !== "protected" || what === "") return words[code];
  return `${what} is protected. Lift the protection (Review, then Unprotect), then try again.`;
}

/**
 * Does work that talks to Excel, with its refusals in words.
 * @param standing - what stands after a refusal, as a sentence: "Nothing was changed."
 * @throws ActionProblem with the code of the refusal
 */
export async function withExcelWords<T>(work: () => Promise<T>, standing = "Nothing was changed."): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ExcelProblem)) throw error;
    throw new ActionProblem(error.code, `${wordsFor(error)} ${changedNothing(error) ? "Nothing was changed." : standing}`, { cause: error });
  }
}
