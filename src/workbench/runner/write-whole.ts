/** Files that are there whole or not at all. */
import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { JobProblem } from "./job-problem";

/** Said before hours of work, not after: a place that cannot be written to. @throws JobProblem */
export async function assertWritable(file: string, word: string): Promise<void> {
  const folder = path.dirname(file);
  const [place, itself] = await Promise.all([kindOf(folder), kindOf(file)]);
  if (place !== "folder") throw new JobProblem(`${word}: there is no folder ${folder}. Make it, or choose another place.`);
  if (itself === "folder") throw new JobProblem(`${word}: ${file} is a folder. Give the name of a file in it.`);
}

async function kindOf(place: string): Promise<"none" | "file" | "folder"> {
  try {
    return (await stat(place)).isDirectory() ? "folder" : "file";
  } catch (problem) {
    if (isMissing(problem)) return "none";
    throw problem;
  }
}

const isMissing = (problem: unknown): boolean => codeOf(problem) === "ENOENT" || codeOf(problem) === "ENOTDIR";

/** The system's code of a refusal, such as "ENOSPC"; null for other errors. */
export function codeOf(problem: unknown): string | null {
  return typeof problem === "object" && problem !== null && "code" in problem && typeof problem.code === "string" ? problem.code : null;
}

/** Writes beside the place and renames, so that a half-written file is never met under its name. @throws JobProblem with the system's reason */
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
    throw new JobProblem(`${file} could not be written (${codeOf(problem)}). Nothing is left under that name that was not there before.`, { cause: problem });
  }
}

/** Writes what a step made into a folder, which is made when it is not there. @throws JobProblem also for a name that leads out of the folder */
export async function writeInto(folder: string, name: string, content: Uint8Array): Promise<void> {
  if (name === "" || name !== path.basename(name) || name === "." || name === "..") throw new JobProblem(`An action made a file called ${JSON.stringify(name)}, which is not a plain file name. It was not written.`);
  try {
    await mkdir(folder, { recursive: true });
  } catch (problem) {
    if (codeOf(problem) === null) throw problem;
    throw new JobProblem(`The folder ${folder} could not be made (${codeOf(problem)}). Choose another with --out-dir.`, { cause: problem });
  }
  await writeWhole(path.join(folder, name), content);
}
