/** Other workbooks: read from a request's file, opened beside this one. */
import { FileProblem } from "../file/file-problem";
import { openXlsx } from "../file/open-xlsx";
import type { OpenedFile } from "../file/opened-file";
import { invalidArgument, unsupportedOperation } from "./refusal";
import type { Session } from "./session";

/** @throws Refusal InvalidArgument for bytes that are no .xlsx workbook, with the reason */
export function otherFile(bytes: Uint8Array): OpenedFile {
  try {
    return openXlsx(bytes, "Inserted.xlsx");
  } catch (error) {
    if (error instanceof FileProblem) throw invalidArgument(error.message);
    throw error;
  }
}

/** @param bytes - of an .xlsx file; null for a new workbook @throws Refusal UnsupportedOperation where this host has no place for another */
export function openOther(session: Session, bytes: Uint8Array | null): void {
  const { openWorkbook } = session.around;
  if (bytes !== null) otherFile(bytes);
  if (openWorkbook === null) throw unsupportedOperation("This host has no place to open another workbook.");
  openWorkbook(bytes);
}
