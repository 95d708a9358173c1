/** Files of returns for tests: as they are sent, and as they come when something happened to them on the way. */
import { read, write } from "@e965/xlsx";
import { strFromU8, strToU8, zipSync } from "fflate";
import type { Arrival, SentFile } from "../../src/returns/file/arrival";
import { machineSheet } from "../../src/returns/file/machine-part";
import { readReturn } from "../../src/returns/file/read-return";
import { readableSheets } from "../../src/returns/file/sheets-of-return";
import { unpacked } from "../../src/returns/file/stored-zip";
import { writtenWorkbook } from "../../src/returns/file/written-workbook";
import type { ReturnDocument } from "../../src/returns/format/return-document";

export const sent = (bytes: Uint8Array, name = "a.xlsx"): SentFile => ({ name, size: bytes.length, bytes });

export const readBytes = (bytes: Uint8Array, name?: string): Promise<Arrival> => readReturn(sent(bytes, name));

/** A file whose sheets show a document and whose machine-readable part says something else, in one piece with its checks. */
export const fileSaying = (shown: ReturnDocument, json: unknown, version = "1.0"): Promise<Uint8Array> => writtenWorkbook([...readableSheets(shown), machineSheet(json, version)], "A return");

/** Packed anew with other parts, as somebody does who unzips a workbook and zips it again; by default as Excel packs and names itself. */
export function repacked(bytes: Uint8Array, change: (name: string, text: string) => string = (_, text) => text, application = "Microsoft Excel"): Uint8Array {
  const parts = Object.entries(unpacked(bytes)).map(([name, part]) => [name, strToU8(change(name, strFromU8(part).replace("Talent Plan for Excel", application)))] as const);
  return zipSync(Object.fromEntries(parts), { level: 6 });
}

/** Read and written again by another library, after somebody did something to its sheets. */
export function savedByAnotherLibrary(bytes: Uint8Array, change: (book: ReturnType<typeof read>) => void = () => undefined): Uint8Array {
  const book = read(bytes, { type: "array" });
  change(book);
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer);
}
