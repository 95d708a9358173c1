/** The one place where Excel is talked to. */
import { ExcelProblem, problemCodeFor } from "./problem";

/**
 * Runs a batch against the open workbook. What Excel refuses comes out as an `ExcelProblem`; anything else is a
 * mistake of ours and passes through untouched.
 *
 * @param doing - what was asked for, as a gerund: "writing the sheets"
 */
export async function inExcel<T>(doing: string, batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(batch);
  } catch (error) {
    if (!(error instanceof OfficeExtension.Error)) throw error;
    const at = error.debugInfo?.errorLocation ?? "";
    throw new ExcelProblem(problemCodeFor(error.code, at), doing, { cause: error, at });
  }
}
