/** Opens a file as a new workbook of its own, beside the one that is worked in. */
import { ExcelProblem, problemCodeFor } from "./problem";

/** Whether this Excel can. */
export const opensNewWorkbooks = (): boolean => Office.context.requirements.isSetSupported("ExcelApi", "1.8");

/** Whether a page in this Excel can save a file: on Mac nothing comes of it, and nobody is told. */
export const takesDownloads = (): boolean => Office.context.platform !== Office.PlatformType.Mac;

/** @throws ExcelProblem where Excel refuses */
export async function openNewWorkbook(base64: string): Promise<void> {
  try {
    await Excel.createWorkbook(base64);
  } catch (error) {
    if (!(error instanceof OfficeExtension.Error)) throw error;
    throw new ExcelProblem(problemCodeFor(error.code), "opening the file as a new workbook", { cause: error });
  }
}
