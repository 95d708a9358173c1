/** The returns themselves, as the workbook keeps them, so that files can be added later and every sheet made again as if all had come at once. */
import type { Holding } from "../../blueprint/types";
import { digestOf } from "../../returns/digest";
import type { Arrival, Quarantined, ReadReturn, Wholeness } from "../../returns/file/arrival";
import { parseReturn } from "../../returns/format/parse-return";
import type { ReturnDocument } from "../../returns/format/return-document";
import { keptIn, rowsFor, textOf, type Kept } from "./kept-parts";
import { isQueryFile } from "./kept-queries";

const words: Readonly<Record<Wholeness, string>> = { "as-written": "As written", "saved-again": "Saved again" };

/** Rows of the table of what is kept. @param rest - lets others have their turn */
export async function keptRows(returns: readonly ReadReturn[], rest: () => Promise<void>): Promise<readonly (readonly Holding[])[]> {
  const rows: (readonly Holding[])[] = [];
  for (const { file, wholeness, document } of returns) {
    const { organisation: { code, name }, sequence } = document.header;
    rows.push(...(await rowsFor({ code, name, sequence, file, cameAs: words[wholeness], digest: document.digest }, document)));
    await rest();
  }
  return rows;
}

/** What the workbook keeps, each judged anew by its digest: one that was changed is quarantined like a file. */
export async function keptReturns(rows: readonly (readonly unknown[])[], rest: () => Promise<void>): Promise<readonly Arrival[]> {
  const arrivals: Arrival[] = [];
  for (const kept of keptIn(rows)) {
    if (isQueryFile(kept)) continue;
    arrivals.push(await keptReturn(kept));
    await rest();
  }
  return arrivals;
}

async function keptReturn(kept: Kept): Promise<Arrival> {
  const document = documentIn(await textOf(kept));
  if (document === null || document.digest !== kept.digest) return notWhole(kept);
  return { kind: "read", file: kept.file, document, wholeness: kept.cameAs === words["saved-again"] ? "saved-again" : "as-written", notes: [] };
}

/** @returns null for what is not a document of ours as it was sealed */
function documentIn(json: string | null): ReturnDocument | null {
  if (json === null) return null;
  try {
    const { document } = parseReturn(JSON.parse(json));
    const { digest, ...rest } = document;
    return digestOf(rest) === digest ? document : null;
  } catch (error) {
    // Both refuse in their own words what somebody wrote into the cell.
    if (!(error instanceof Error)) throw error;
    return null;
  }
}

const notWhole = ({ file, code }: Kept): Quarantined => ({
  kind: "quarantined", file, code: "document-altered", organisation: code, says: "What the sheet Returns kept holds of it was changed.", fix: "Choose the file again, or delete its rows on Returns kept if it is not to count.",
});
