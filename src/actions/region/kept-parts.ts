/** A document as rows of the table of what is kept: squeezed text, cut where a cell is full, with what a person should see beside it. */
import { keptTable } from "../../blueprint/region/region-lists";
import type { Holding } from "../../blueprint/types";
import { packedText, unpackedText } from "../pack-text";

/** A cell holds 32,767 characters. */
const PART = 30_000;
/** Characters of a document: far more than any return has. */
const LONGEST = 20_000_000;

const at = (header: (typeof keptTable.columns)[number]["header"]): number => keptTable.columns.findIndex((column) => column.header === header);
const COLUMN = { code: at("Code"), file: at("File"), cameAs: at("Came as"), part: at("Part"), text: at("Return"), digest: at("Digest") };

/** What stands beside the text in every row. */
export interface Labelled { readonly code: string; readonly name: string; readonly sequence: number; readonly file: string; readonly cameAs: string; readonly digest: string }

/** Rows that belong together, as they were read. */
export interface Kept extends Pick<Labelled, "code" | "file" | "cameAs" | "digest"> { readonly parts: readonly (readonly unknown[])[] }

export async function rowsFor({ code, name, sequence, file, cameAs, digest }: Labelled, document: unknown): Promise<readonly (readonly Holding[])[]> {
  const packed = await packedText(JSON.stringify(document));
  return Array.from({ length: Math.ceil(packed.length / PART) }, (_, index): readonly Holding[] =>
    [text(code), text(name), { number: sequence }, text(file), text(cameAs), { number: index + 1 }, text(packed.slice(index * PART, (index + 1) * PART)), text(digest)]);
}

const text = (said: string): Holding => (said === "" ? null : { text: said });

/** What is kept, in the order of the rows. */
export function keptIn(rows: readonly (readonly unknown[])[]): readonly Kept[] {
  const whole = new Map<string, (readonly unknown[])[]>();
  for (const row of rows) {
    const [file, digest] = [said(row, COLUMN.file), said(row, COLUMN.digest)];
    if (file === "" && digest === "") continue;
    whole.set(`${file}\n${digest}`, [...(whole.get(`${file}\n${digest}`) ?? []), row]);
  }
  return [...whole.values()].map((parts) => { const [first = []] = parts; return { parts, code: said(first, COLUMN.code), file: said(first, COLUMN.file), cameAs: said(first, COLUMN.cameAs), digest: said(first, COLUMN.digest) }; });
}

const said = (row: readonly unknown[], column: number): string => String(row[column] ?? "").trim();

/** @returns the document's text; null where it is not whole */
export function textOf({ parts }: Kept): Promise<string | null> {
  return unpackedText([...parts].sort((one, other) => Number(one[COLUMN.part]) - Number(other[COLUMN.part])).map((part) => said(part, COLUMN.text)).join(""), LONGEST);
}
