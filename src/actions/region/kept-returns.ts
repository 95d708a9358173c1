/** The returns themselves, as the workbook keeps them: squeezed text in cells, so that files can be added later and every sheet made again as if all had come at once. */
import { keptTable } from "../../blueprint/region/region-lists";
import type { Holding } from "../../blueprint/types";
import { digestOf } from "../../returns/digest";
import type { Arrival, Quarantined, ReadReturn, Wholeness } from "../../returns/file/arrival";
import { parseReturn } from "../../returns/format/parse-return";
import type { ReturnDocument } from "../../returns/format/return-document";
import { packedText, unpackedText } from "../pack-text";

/** A cell holds 32,767 characters. */
const PART = 30_000;
/** Characters of a document: far more than any return has. */
const LONGEST = 20_000_000;
const words: Readonly<Record<Wholeness, string>> = { "as-written": "As written", "saved-again": "Saved again" };

const at = (header: (typeof keptTable.columns)[number]["header"]): number => keptTable.columns.findIndex((column) => column.header === header);
const COLUMN = { code: at("Code"), file: at("File"), cameAs: at("Came as"), part: at("Part"), text: at("Return"), digest: at("Digest") };

/** Rows of the table of kept returns. @param rest - lets others have their turn */
export async function keptRows(returns: readonly ReadReturn[], rest: () => Promise<void>): Promise<readonly (readonly Holding[])[]> {
  const rows: (readonly Holding[])[] = [];
  for (const each of returns) {
    const { organisation, sequence } = each.document.header;
    const packed = await packedText(JSON.stringify(each.document));
    for (let part = 1; (part - 1) * PART < packed.length; part += 1) {
      rows.push([text(organisation.code), text(organisation.name), { number: sequence }, text(each.file), text(words[each.wholeness]), { number: part }, text(packed.slice((part - 1) * PART, part * PART)), text(each.document.digest)]);
    }
    await rest();
  }
  return rows;
}

const text = (said: string): Holding => (said === "" ? null : { text: said });

/** What the workbook keeps, each judged anew by its digest: one that was changed is quarantined like a file. */
export async function keptReturns(rows: readonly (readonly unknown[])[], rest: () => Promise<void>): Promise<readonly Arrival[]> {
  const whole = new Map<string, (readonly unknown[])[]>();
  for (const row of rows) {
    const [file, digest] = [said(row, COLUMN.file), said(row, COLUMN.digest)];
    if (file === "" && digest === "") continue;
    whole.set(`${file}\n${digest}`, [...(whole.get(`${file}\n${digest}`) ?? []), row]);
  }
  const arrivals: Arrival[] = [];
  for (const parts of whole.values()) {
    arrivals.push(await keptReturn(parts));
    await rest();
  }
  return arrivals;
}

const said = (row: readonly unknown[] | undefined, column: number): string => String(row?.[column] ?? "").trim();

async function keptReturn(parts: readonly (readonly unknown[])[]): Promise<Arrival> {
  const [first] = parts;
  const packed = [...parts].sort((one, other) => Number(one[COLUMN.part]) - Number(other[COLUMN.part])).map((part) => said(part, COLUMN.text)).join("");
  const document = documentIn(await unpackedText(packed, LONGEST));
  const file = said(first, COLUMN.file);
  if (document === null || document.digest !== said(first, COLUMN.digest)) return notWhole(file, said(first, COLUMN.code));
  return { kind: "read", file, document, wholeness: said(first, COLUMN.cameAs) === words["saved-again"] ? "saved-again" : "as-written", notes: [] };
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

const notWhole = (file: string, organisation: string): Quarantined => ({
  kind: "quarantined", file, code: "document-altered", organisation, says: "What the sheet Returns kept holds of it was changed.", fix: "Choose the file again, or delete its rows on Returns kept if it is not to count.",
});
