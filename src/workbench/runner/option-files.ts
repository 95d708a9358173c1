/** Files that a job's options name by their paths, read for the action: a folder's, one file, or a text. */
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { JobProblem } from "./job-problem";
import { codeOf } from "./write-whole";

type Options = Readonly<Record<string, unknown>>;

/** A file with its bytes, or why it was not read. */
export type FileOption = { readonly name: string; readonly base64: string } | { readonly name: string; readonly size: number; readonly why: "too-large" | "locked" | "unreadable" };

/** What is larger is named and not read: it would cost memory that hundreds of others need. */
const LARGEST = 25_000_000;
/** Codes of a file that another program keeps to itself. */
const LOCKED: ReadonlySet<string> = new Set(["EBUSY", "EPERM", "EAGAIN"]);
/** What Office and file systems put beside files. */
const BESIDE = /^(~\$|\.)/;

/**
 * The options, with each {"folder": "path"} in the place of which come the folder's files, {"file": "path"} one file and {"text": "path"} its text.
 * @param cwd - what paths are relative to
 * @throws JobProblem for a path that leads nowhere
 */
export async function withFiles(options: Options, cwd: string): Promise<Options> {
  const read = Object.entries(options).map(async ([name, value]): Promise<readonly [string, unknown]> => [name, await filesFor(name, value, cwd)]);
  return Object.fromEntries(await Promise.all(read));
}

async function filesFor(option: string, value: unknown, cwd: string): Promise<unknown> {
  const [kind, named] = pathIn(value);
  if (kind === null) return value;
  const place = path.resolve(cwd, named);
  try {
    if (kind === "folder") return await filesIn(place);
    return kind === "text" ? (await readFile(place, "utf8")).replace(/^\uFEFF/, "") : await fileAt(place, (await stat(place)).size);
  } catch (problem) {
    throw new JobProblem(`${option}: ${named} could not be read (${codeOf(problem)}). Check the path.`, { cause: problem });
  }
}

/** @returns nulls for what is no path: an option of an action like any other */
function pathIn(value: unknown): readonly ["folder" | "file" | "text", string] | readonly [null, null] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [null, null];
  const [entry, ...others] = Object.entries(value);
  if (entry === undefined || others.length > 0) return [null, null];
  const [kind, named] = entry as readonly [string, unknown];
  return (kind === "folder" || kind === "file" || kind === "text") && typeof named === "string" ? [kind, named] : [null, null];
}

/** Sorted by name, without sub-folders, one after another, so that memory holds no more than the files themselves. */
async function filesIn(folder: string): Promise<readonly FileOption[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => !entry.isDirectory() && !BESIDE.test(entry.name)).map(({ name }) => name).sort();
  const files: FileOption[] = [];
  for (const name of entries) files.push(await sized(path.join(folder, name)));
  return files;
}

async function sized(file: string): Promise<FileOption> {
  try {
    return await fileAt(file, (await stat(file)).size);
  } catch (problem) {
    const code = codeOf(problem);
    if (code === null) throw problem;
    return { name: path.basename(file), size: 0, why: LOCKED.has(code) ? "locked" : "unreadable" };
  }
}

async function fileAt(file: string, size: number): Promise<FileOption> {
  const name = path.basename(file);
  return size > LARGEST ? { name, size, why: "too-large" } : { name, base64: (await readFile(file)).toString("base64") };
}
