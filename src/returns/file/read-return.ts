/** Reads a file that was sent: a return, or why it cannot be taken. Nothing is thrown for what a file holds, so that one bad file never stops the others. */
import { strFromU8 } from "fflate";
import type { Arrival, Quarantined, SentFile, Wholeness } from "./arrival";
import type { HowClose } from "./compared-cells";
import { decrypted, isEncrypted } from "./encrypt";
import { LARGEST_FILE } from "./largest-file";
import { isBinaryWorkbook, isOpenDocument, isOurs, isWorkbook, openedWorkbook, plainParts } from "./opened-workbook";
import { quarantined } from "./quarantine";
import { areChecksumsRight, isPackedAsOurs, partFacts, sameBytes, storedZip, unpacked, type PartFacts } from "./stored-zip";
import { readDocument } from "./read-document";

export interface OpeningWith { readonly passphrase?: string }

const LARGEST_UNPACKED = 60_000_000;

/** @param opening - the passphrase, for a file that is encrypted with one */
export async function readReturn(file: SentFile, opening: OpeningWith = {}): Promise<Arrival> {
  if (file.size > LARGEST_FILE || file.why === "too-large") return quarantined(file.name, "too-large", `The file has ${megabytes(file.size)} MB; no return has more than ${megabytes(LARGEST_FILE)}.`);
  if (file.why === "locked") return quarantined(file.name, "locked", "Another program has the file open and keeps others from reading it.");
  if (file.bytes === null || file.why === "unreadable") return quarantined(file.name, "unreadable", "The file could not be opened.");
  if (!isEncrypted(file.bytes)) return readWorkbook(file.name, file.bytes);
  if (opening.passphrase === undefined || opening.passphrase === "") return quarantined(file.name, "passphrase-needed", "The file is encrypted with a passphrase.");
  const decryption = await decrypted(file.bytes, opening.passphrase);
  switch (decryption.kind) {
    case "opened": return readWorkbook(file.name, decryption.bytes);
    case "wrong": return quarantined(file.name, "passphrase-wrong", "The passphrase does not open the file.");
    case "other-key": return quarantined(file.name, "unreadable", "The file is encrypted for a key, not with a passphrase.");
    case "damaged": return quarantined(file.name, "damaged", "The file is encrypted, and was changed or cut off since.");
  }
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toLocaleString("en-GB", { maximumFractionDigits: 0 });

async function readWorkbook(name: string, bytes: Uint8Array): Promise<Arrival> {
  const container = containerOf(bytes);
  switch (container.kind) {
    case "zip": return readSheets(name, container.bytes, container.made);
    case "problem": return quarantined(name, container.code, container.says);
  }
}

/** How a file of sheets came to be as it is; "ours-changed": no other program saved it, yet its bytes are not as we write them; "open-document": another program saved it, as .ods. */
type Made = Wholeness | "ours-changed" | "open-document";

type Container =
  | { readonly kind: "zip"; readonly bytes: Uint8Array; readonly made: Made }
  | { readonly kind: "problem"; readonly code: "truncated" | "damaged" | "not-a-workbook" | "not-readable-format" | "unreadable" | "too-large"; readonly says: string };

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const ZIP_END = [0x50, 0x4b, 0x05, 0x06];
/** An .xls, or an .xlsx that Excel has locked with a password. A spoilt .xls can keep the reading library busy for ever, so none is read. */
const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0];

const LOCKED = "The workbook is locked with a password of Excel's own.";
/** Excel puts a workbook with a password into a part of this name, written in UTF-16 [MS-OFFCRYPTO 2.3.4.4]. */
const LOCKED_PART = [..."EncryptedPackage"].map((letter) => `${letter}\0`).join("");
const isLocked = (bytes: Uint8Array): boolean => strFromU8(bytes, true).includes(LOCKED_PART);

function containerOf(bytes: Uint8Array): Container {
  const problem = (code: Extract<Container, { kind: "problem" }>["code"], says: string): Container => ({ kind: "problem", code, says });
  if (bytes.length === 0) return problem("truncated", "The file is empty.");
  if (OLD_WORKBOOK.every((byte, index) => bytes[index] === byte)) return isLocked(bytes) ? problem("unreadable", LOCKED) : problem("not-readable-format", "The file was saved in Excel's older .xls form, which is not read.");
  if (!ZIP.slice(0, bytes.length).every((byte, index) => bytes[index] === byte)) return problem("not-a-workbook", "The file is no workbook, whatever its name ends in.");
  if (!hasZipEnd(bytes)) return problem("truncated", "The end of the file is missing: it was cut off on the way.");
  const damaged = problem("damaged", "The file's parts cannot be read: bytes were changed on the way.");
  try {
    const facts = partFacts(bytes);
    if (!isListWhole(facts, bytes.length)) return damaged;
    if (facts.reduce((sum, { unpacked: size }) => sum + size, 0) > LARGEST_UNPACKED) return problem("too-large", "What is packed in the file is larger than any return.");
    const parts = unpacked(bytes);
    if (!(isWorkbook(parts) || isBinaryWorkbook(parts) || isOurs(parts))) return problem("not-a-workbook", "The file is no workbook: it may be a document or a folder that was packed and renamed.");
    if (isBinaryWorkbook(parts)) return problem("not-a-workbook", "The file is an .xlsb, Excel's binary form, which is not read.");
    const again = storedZip(parts);
    // A flipped bit can spoil one of the two marks by which a file of ours is known, never both.
    const made = sameBytes(again, bytes) ? "as-written" : isOurs(parts) || isPackedAsOurs(bytes, facts) ? "ours-changed" : "saved-again";
    // Of a file of ours the cell that does not fit is worth naming; no other that was spoilt gets to the library that reads workbooks.
    if (made === "saved-again" && !areChecksumsRight(bytes, parts)) return damaged;
    return { kind: "zip", bytes: storedZip(plainParts(parts)), made: isOpenDocument(parts) ? "open-document" : made };
  } catch (error) {
    // The zip library throws an Error of its own for anything that does not fit.
    if (!(error instanceof Error)) throw error;
    return damaged;
  }
}

/** Whether a zip's list of its parts says what can be; a spoilt one says anything. */
function isListWhole(facts: readonly PartFacts[], size: number): boolean {
  const fit = facts.every(({ name, isStored, packed, unpacked: whole }) => name !== "" && (isStored ? packed === whole : true));
  return facts.length > 0 && fit && facts.reduce((sum, { packed }) => sum + packed, 0) <= size;
}

/** The list of a zip's parts stands at its end, before a comment of 65,535 bytes at most. */
function hasZipEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at -= 1) if (ZIP_END.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

const howClose: Readonly<Record<Made, HowClose>> = { "as-written": "exactly", "ours-changed": "exactly", "saved-again": "as-saved-again", "open-document": "as-open-document" };

async function readSheets(name: string, bytes: Uint8Array, made: Made): Promise<Arrival> {
  const opening = await openedWorkbook(bytes);
  if (opening.kind === "locked") return quarantined(name, "unreadable", LOCKED);
  if (opening.kind === "no-workbook") return made === "as-written" || made === "ours-changed" ? damaged(name) : quarantined(name, "not-a-workbook", "The file cannot be read as a workbook.");
  const arrival = readDocument(name, opening, howClose[made]);
  if (made !== "ours-changed" || (arrival.kind === "quarantined" && arrival.code === "not-a-return")) return arrival;
  return arrival.kind === "read" ? damaged(name, arrival.document.header.organisation.code) : damaged(name, arrival.organisation, arrival.says);
}

/** @param place - where it shows, as a sentence; "" where it shows nowhere */
const damaged = (name: string, organisation = "", place = ""): Quarantined =>
  quarantined(name, "damaged", `Bytes of the file are not as they were written, though no other program saved it. ${place}`.trim(), organisation);

