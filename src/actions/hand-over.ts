/** Hands a file that was made to the person by the first way that works here: a new workbook, a download, or its text to copy. */
import { openNewWorkbook, opensNewWorkbooks, takesDownloads } from "../excel/new-workbook";
import { ExcelProblem } from "../excel/problem";
import type { MadeFile } from "./action";
import { bytesOf } from "./base64";

/** How it was handed over. "text": no other way worked, so the pane shows the text. */
export type Route = "new-workbook" | "download" | "text";

/** A way that is tried, in the order in which they are. */
export interface HandOver { readonly route: Route; readonly says: string }

/** @param by - the only way to try; all in turn unless said @returns the way that worked, in words */
export async function handOver(file: MadeFile, by: Route | null = null): Promise<HandOver> {
  if (by !== "download" && by !== "text" && await asNewWorkbook(file)) {
    return { route: "new-workbook", says: `${file.name} is open as a new workbook in Excel. Save it under this name, then send it. Saving a download instead keeps the file exactly as it was made.` };
  }
  if (by !== "text" && downloaded(file)) return { route: "download", says: `${file.name} was saved with this computer's downloads.` };
  return { route: "text", says: `This Excel takes no file from an add-in. Copy the text below into a file called ${file.name}.txt: the region's add-in reads it as it is.` };
}

async function asNewWorkbook({ name, base64 }: MadeFile): Promise<boolean> {
  if (!name.endsWith(".xlsx") || !opensNewWorkbooks()) return false;
  try {
    await openNewWorkbook(base64);
    return true;
  } catch (error) {
    // Excel on some computers has the call and refuses it; the next way is tried.
    if (error instanceof ExcelProblem) return false;
    throw error;
  }
}

const LASTS_MS = 60_000;

/** @returns false where this Excel shows pages that cannot save a file */
function downloaded({ name, base64 }: MadeFile): boolean {
  if (typeof URL.createObjectURL !== "function" || !takesDownloads()) return false;
  const address = URL.createObjectURL(new Blob([bytesOf(base64)], { type: "application/octet-stream" }));
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), LASTS_MS);
  return true;
}
