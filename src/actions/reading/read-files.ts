/** Reads many files, one after another, with progress. What was read before it was stopped is kept for going on. */
import type { Arrival } from "../../returns/file/arrival";
import type { Progress } from "../action";
import { Turns } from "../turns";
import { openReader } from "./file-reader";
import { keyOf, type GivenFile } from "./given-file";

/** Read before work was stopped, by file and passphrase. Forgotten once the work is done. */
let readSoFar = new Map<string, Arrival>();

export const forgetRead = (): void => { readSoFar = new Map(); };

/**
 * @returns one arrival a file, in their order
 * @throws the signal's reason when it was stopped; the same files are then not read again
 */
export async function readFiles(files: readonly GivenFile[], passphrase: string | undefined, { step, signal }: Progress): Promise<readonly Arrival[]> {
  const { rest } = new Turns(signal);
  const reader = await openReader(passphrase);
  const arrivals: Arrival[] = [];
  try {
    for (const [index, file] of files.entries()) {
      signal.throwIfAborted();
      step(`Reading ${file.name}`, index, files.length);
      const key = `${keyOf(file)}\n${passphrase ?? ""}`;
      const arrival = readSoFar.get(key) ?? (await reader.read(file));
      // A file that could not be opened may be free by the next attempt.
      if (arrival.kind === "read" || (arrival.code !== "locked" && arrival.code !== "unreadable")) readSoFar.set(key, arrival);
      arrivals.push(arrival);
      await rest();
    }
  } finally {
    reader.close();
  }
  return arrivals;
}
