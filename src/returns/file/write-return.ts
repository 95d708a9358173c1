/** The return file: an .xlsx of values that opens readably anywhere and holds the document itself on its last sheet. The same document gives the same bytes. */
import type { ReturnDocument, ReturnHeader } from "../format/return-document";
import { sheetsOf } from "./sheets-of-return";
import { writtenWorkbook } from "./written-workbook";

export function writeReturn(document: ReturnDocument): Promise<Uint8Array> {
  const { organisation, period } = document.header;
  return writtenWorkbook(sheetsOf(document), `Return of ${organisation.name} (${organisation.code}), ${period}`);
}

/** A name that every system can keep. @example fileNameOf(header) // => "RBS 2009-10 return 1.xlsx" */
export function fileNameOf({ organisation, period, sequence, stage }: Pick<ReturnHeader, "organisation" | "period" | "sequence" | "stage">): string {
  const safe = (text: string): string => text.replace(/[^\p{Letter}\p{Number} ._-]+/gu, "-").replace(/^[ .-]+|[ .-]+$/g, "");
  return `${safe(organisation.code).slice(0, 20)} ${safe(period).slice(0, 20)} ${stage === "draft" ? "DRAFT return" : "return"} ${sequence}.xlsx`.trim();
}
