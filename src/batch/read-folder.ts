/** Reads the returns of a folder one file at a time, going on from where it was stopped. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Arrival } from "../returns/file/arrival";
import { readReturn } from "../returns/file/read-return";
import { BatchProblem } from "./batch-problem";
import type { Reading } from "./command-line";
import { filesIn, onDisk, sentFile } from "./disk";
import { KeptArrivals } from "./kept-arrivals";

export interface ReadFolder {
  readonly arrivals: readonly Arrival[];
  /** Files that were read by an earlier run. */
  readonly kept: number;
}

/** @param out - where what was read is kept @param say - told of every file */
export async function readFolder(folder: string, named: string, out: string, passphrase: string | null, say: (line: string) => void): Promise<ReadFolder> {
  const names = await filesIn(folder, named);
  if (names.length === 0) throw new BatchProblem(`There is no file in ${named}. Give the folder that the returns are in.`);
  // The passphrase itself is kept nowhere.
  const kept = await KeptArrivals.beside(out, passphrase === null ? "" : createHash("sha256").update(passphrase).digest("hex"));
  const arrivals: Arrival[] = [];
  let before = 0;
  for (const [index, name] of names.entries()) {
    const file = await sentFile(path.join(folder, name));
    const { arrival, wasKept } = await kept.of(file, () => read(file, passphrase));
    if (wasKept) before += 1;
    say(`${index + 1} of ${names.length}: ${name}${arrival.kind === "quarantined" ? ` cannot be used. ${arrival.says}` : wasKept ? " was read before" : ""}`);
    arrivals.push(arrival);
  }
  return { arrivals, kept: before };
}

/** One file, with the words of nothing but the file. */
export const read = (file: Parameters<typeof readReturn>[0], passphrase: string | null): Promise<Arrival> => readReturn(file, passphrase === null ? {} : { passphrase });

/** The first line of the file that holds the passphrase: it is never written on a command line, which others can see. */
export async function passphraseIn({ passphraseFile }: Pick<Reading, "passphraseFile">, cwd: string): Promise<string | null> {
  if (passphraseFile === null) return null;
  const text = await onDisk(() => readFile(path.resolve(cwd, passphraseFile), "utf8"), passphraseFile);
  const passphrase = text.split(/\r?\n/)[0] ?? "";
  if (passphrase === "") throw new BatchProblem(`${passphraseFile} has nothing in its first line. Write the passphrase there.`);
  return passphrase;
}
