/**
 * What was read is kept beside the output, file by file, under a digest of the file's bytes. Work that was stopped goes on from there: the same bytes are
 * read once, whatever the file is called by then, and nothing is counted twice.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { FORMAT_VERSION } from "../returns/format/return-document";
import type { Arrival, SentFile } from "../returns/file/arrival";
import { codeOf, onDisk, writeWhole } from "./disk";

/** Raised whenever reading judges a file otherwise than before, so that what was kept is read anew. */
const READER = `1 ${FORMAT_VERSION}`;

export class KeptArrivals {
  private constructor(private readonly folder: string, private readonly opening: string) {}

  /** @param out - the folder of the output @param opening - what files are opened with; other words give other results */
  static async beside(out: string, opening: string): Promise<KeptArrivals> {
    const folder = path.join(out, ".read");
    await onDisk(() => mkdir(folder, { recursive: true }), out);
    return new KeptArrivals(folder, opening);
  }

  /** What came of this file, read now or before. @param read - reads it @returns whether it was there already too */
  async of(file: SentFile, read: () => Promise<Arrival>): Promise<{ readonly arrival: Arrival; readonly wasKept: boolean }> {
    // What was not read may be readable by now.
    if (file.bytes === null) return { arrival: await read(), wasKept: false };
    const place = path.join(this.folder, `${createHash("sha256").update(READER).update("\0").update(this.opening).update("\0").update(file.bytes).digest("hex")}.json`);
    const kept = await keptAt(place);
    if (kept !== null) return { arrival: { ...kept, file: file.name }, wasKept: true };
    const arrival = await read();
    await writeWhole(place, JSON.stringify(arrival));
    return { arrival, wasKept: false };
  }
}

/** Written whole and by us alone, so it is read as it is. */
async function keptAt(place: string): Promise<Arrival | null> {
  try {
    return JSON.parse(await readFile(place, "utf8")) as Arrival;
  } catch (problem) {
    if (codeOf(problem) === "ENOENT") return null;
    throw problem;
  }
}
