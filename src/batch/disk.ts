/** Files in and out: what cannot be read is named and passed by, what is written is there whole or not at all. */
import { randomUUID } from "node:crypto";
import { open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { SentFile } from "../returns/file/arrival";
import { LARGEST_FILE } from "../returns/file/largest-file";
import { BatchProblem } from "./batch-problem";

/** Names of the files of a folder, in one order everywhere; hidden ones and those that an open Excel leaves beside a workbook are no returns. */
export async function filesIn(folder: string, named: string): Promise<readonly string[]> {
  const entries = await onDisk(() => readdir(folder, { withFileTypes: true }), named);
  return entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith(".") && !entry.name.startsWith("~$")).map(({ name }) => name).sort(byCodeUnits);
}

/** Not by language: the order must not depend on the machine. */
const byCodeUnits = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** A file as far as it can be read. Never throws for what is wrong with the file. */
export async function sentFile(file: string): Promise<SentFile> {
  const name = path.basename(file);
  try {
    const { size } = await stat(file);
    if (size > LARGEST_FILE) return { name, size, bytes: null, why: "too-large" };
    const bytes = await readFile(file);
    return { name, size: bytes.length, bytes };
  } catch (problem) {
    const code = codeOf(problem);
    if (code === null) throw problem;
    return { name, size: 0, bytes: null, why: LOCKED.has(code) ? "locked" : "unreadable" };
  }
}

/** What the system says of a file that another program holds, or that may not be read. */
const LOCKED: ReadonlySet<string> = new Set(["EBUSY", "EPERM", "EACCES", "ETXTBSY", "EAGAIN"]);

/** The system's code of a refusal, such as "ENOSPC"; null for other errors. */
export function codeOf(problem: unknown): string | null {
  return typeof problem === "object" && problem !== null && "code" in problem && typeof problem.code === "string" ? problem.code : null;
}

/** Writes beside the place and renames. @throws BatchProblem with the system's reason */
export async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.part`);
  try {
    const handle = await open(beside, "wx");
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (problem) {
    await rm(beside, { force: true });
    if (codeOf(problem) === null) throw problem;
    throw new BatchProblem(`${file} could not be written: ${wordsFor(codeOf(problem) ?? "")}. Nothing is left under that name that was not there before.`, { cause: problem });
  }
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder", ENOTDIR: "there is no such folder", EISDIR: "that is a folder", EACCES: "you may not", EPERM: "you may not", ENOSPC: "the disk is full", EFBIG: "it is larger than files may be here",
  EDQUOT: "there is no room left for you on this disk", EROFS: "the disk cannot be written to", EBUSY: "another program has it open",
};

const wordsFor = (code: string): string => WORDS[code] ?? `the system says ${code}`;

/** @throws BatchProblem naming the place where the system refuses */
export async function onDisk<T>(work: () => Promise<T>, named: string): Promise<T> {
  try {
    return await work();
  } catch (problem) {
    const code = codeOf(problem);
    if (code === null) throw problem;
    throw new BatchProblem(`${named} could not be read or written: ${wordsFor(code)}.`, { cause: problem });
  }
}
