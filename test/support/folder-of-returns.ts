/** A folder of made-up returns as a region gets them: most are sound, and the others are faulty in ways that are known beforehand. */
import { closeSync, mkdirSync, openSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { encrypted } from "../../src/returns/file/encrypt";
import { writeReturn } from "../../src/returns/file/write-return";
import type { ReturnDocument } from "../../src/returns/format/return-document";
import { sealed } from "../../src/returns/digest";
import { Chance } from "./chance";
import { existingWorkbook } from "./job";
import { codeOf, madeReturn } from "./made-returns";

export interface Faulty { readonly file: string; readonly code: string }

export interface ReturnFiles {
  /** Each that is to be quarantined, in the order of file names. */
  readonly faulty: readonly Faulty[];
  /** Those that are to count, by organisation. */
  readonly sound: readonly ReturnDocument[];
  /** Codes of organisations that sent nothing that can be used. */
  readonly missing: readonly string[];
}

type Spoil = (document: ReturnDocument, chance: Chance) => Promise<Uint8Array> | Uint8Array;

const inBytes = (spoil: (bytes: Uint8Array, chance: Chance) => Uint8Array): Spoil => async (document, chance) => spoil(await writeReturn(document), chance);
/** With a digest that holds, as somebody makes it who knows how. */
const resealed = (document: ReturnDocument, change: Partial<ReturnDocument>): ReturnDocument => sealed(withoutDigest({ ...document, ...change }));
const withoutDigest = ({ digest: _, ...rest }: ReturnDocument): Omit<ReturnDocument, "digest"> => rest;

/** Ways in which a file is faulty, by the code that names it. */
export const faults: Readonly<Record<string, Spoil>> = {
  truncated: inBytes((bytes, chance) => bytes.slice(0, 100 + chance.below(bytes.length - 200))),
  "not-a-workbook": () => new TextEncoder().encode("Dear colleague, please find attached our return."),
  // In what the zip says of its first part, which nothing else tells; elsewhere the cell or part that does not fit is named.
  damaged: inBytes((bytes, chance) => { const spoilt = bytes.slice(); const at = 10 + chance.below(4); spoilt[at] = (spoilt[at] ?? 0) ^ (1 << chance.below(8)); return spoilt; }),
  "not-a-return": () => readFileSync(existingWorkbook),
  "newer-format": (document) => writeReturn(resealed(document, { formatVersion: "2.0" })),
  "document-altered": (document) => writeReturn({ ...document, header: { ...document.header, madeOn: "2009-04-21T09:00" } }),
  "figures-altered": (document) => writeReturn(resealed(document, { thresholds: { ...document.thresholds, "target-ratio": 2 } })),
  "log-altered": (document) => writeReturn(resealed(document, { log: document.log.map((line, index) => (index === 1 ? { ...line, by: "Somebody else" } : line)) })),
  "passphrase-needed": async (document) => encrypted(await writeReturn(document), "correct horse"),
};

/** Faults that show only beside what is collected. */
const ofTheSet: Readonly<Record<string, (seed: number, index: number) => ReturnDocument>> = {
  "other-period": (seed, index) => madeReturn(seed, index, { header: { period: "2008/09" } }),
  "not-signed-off": (seed, index) => madeReturn(seed, index, { header: { stage: "draft" }, unsigned: true }),
};

/** @param count - organisations @param every - every so many organisations, one file is faulty */
export async function writeReturnFiles(folder: string, seed: number, count: number, every = 10): Promise<ReturnFiles> {
  mkdirSync(folder, { recursive: true });
  const chance = new Chance(seed);
  const kinds = [...Object.keys(faults), ...Object.keys(ofTheSet), "too-large"];
  const [faulty, sound, missing] = [[] as Faulty[], [] as ReturnDocument[], [] as string[]];
  for (let index = 0; index < count; index += 1) {
    const document = madeReturn(seed, index);
    // Names that say nothing of what is in them, in an order of their own.
    const file = `${String(chance.below(1e9)).padStart(9, "0")} ${codeOf(index)} return.xlsx`;
    const place = path.join(folder, file);
    if (index % every !== every - 1) {
      writeFileSync(place, await writeReturn(document));
      sound.push(document);
      continue;
    }
    const code = kinds[Math.floor(index / every) % kinds.length] ?? "";
    const spoil = faults[code];
    const made = ofTheSet[code];
    if (spoil !== undefined) writeFileSync(place, await spoil(document, chance));
    else if (made !== undefined) writeFileSync(place, await writeReturn(made(seed, index)));
    else emptyFileOf(place, 5_000_000_000);
    faulty.push({ file, code });
    missing.push(codeOf(index));
  }
  return { faulty: faulty.sort((one, other) => (one.file < other.file ? -1 : 1)), sound, missing };
}

/** Five gigabytes that take no room on the disk. */
function emptyFileOf(place: string, bytes: number): void {
  closeSync(openSync(place, "w"));
  truncateSync(place, bytes);
}
