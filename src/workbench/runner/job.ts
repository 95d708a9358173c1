/**
 * The headless runner: the product's actions on a workbook file, without a screen, through the add-in that ships.
 * Started by launch/job.mjs, which sees to it that the build is up to date.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { FileProblem } from "../../host/file/file-problem";
import { openXlsx } from "../../host/file/open-xlsx";
import type { OpenedFile } from "../../host/file/opened-file";
import { saveXlsx } from "../../host/file/save-xlsx";
import type { Workbook } from "../../host/workbook/workbook";
import { newWorkbook } from "../new-workbook";
import { BuiltAddin, type Standing } from "./built-addin";
import { readCommandLine, type CommandWords } from "./command-line";
import { eachOf, type FolderReport, type JobDone } from "./each";
import { helpText } from "./help";
import { readJob, type Job } from "./job-file";
import { JobProblem } from "./job-problem";
import { withFiles } from "./option-files";
import { runSteps, type JobReport } from "./run-steps";
import { assertWritable, codeOf, writeInto, writeWhole } from "./write-whole";

export interface Surroundings {
  /** The folder that holds build/ and node_modules/. */
  readonly repository: string;
  /** What file names on the command line are relative to. */
  readonly cwd: string;
}

const say = (line: string): void => { process.stderr.write(`${line}\n`); };

/**
 * Does what the command line says.
 * @param words - without the program's own name
 * @returns the exit status: 0 every step ok, 1 a step failed, 2 the job or a file could not be read or written
 */
export async function runJobCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    const asked = readCommandLine(words);
    if (asked === "help") {
      await printHelp(surroundings);
      return 0;
    }
    return (await runJob(asked, surroundings)) ? 0 : 1;
  } catch (problem) {
    const known = problem instanceof JobProblem;
    say(known ? problem.message : `The runner failed, which is a fault of its own. ${problem instanceof Error ? problem.stack ?? problem.message : String(problem)}`);
    return 2;
  }
}

async function printHelp({ repository }: Surroundings): Promise<void> {
  const addin = await BuiltAddin.open(repository, newWorkbook(), readJob('{"steps": []}', ""));
  try {
    process.stdout.write(helpText(await addin.actions()));
  } finally {
    addin.close();
  }
}

/** @returns whether every step was ok */
async function runJob(asked: CommandWords, surroundings: Surroundings): Promise<boolean> {
  const place = (name: string): string => path.resolve(surroundings.cwd, name);
  const job = readJob(Buffer.from(await bytesOf(place(asked.job), asked.job)).toString("utf8"), asked.job);
  if (asked.report !== null) await assertWritable(place(asked.report), "--report");
  const outDir = asked.outDir ?? "";
  if (asked.each !== null) {
    const report = await eachOf({ folder: asked.each, saves: asked.save }, { cwd: surroundings.cwd, say, on: (open, save, made) => jobOn(job, { open, save, outDir, made }, surroundings) });
    await told(report, asked.report === null ? null : place(asked.report));
    return report.ok;
  }
  const { report, save } = await jobOn(job, { open: asked.open, save: asked.save, outDir, made: new Map() }, surroundings);
  try {
    await save();
  } finally {
    // What was done is told also when it could not be saved; the exit status tells that.
    await told(report, asked.report === null ? null : place(asked.report));
  }
  return report.ok;
}

async function told(report: JobReport | FolderReport, place: string | null): Promise<void> {
  if (place !== null) await writeWhole(place, `${JSON.stringify(report, null, 2)}\n`);
}

interface Files {
  readonly open: string | null;
  readonly save: string | null;
  readonly outDir: string;
  /** Files made so far and the workbook that each was made of, so that none takes the place of another workbook's. */
  readonly made: Map<string, string | null>;
}

/** @returns what was done, and what saves the workbook where it is to be kept */
async function jobOn(job: Job, { open, save, outDir, made }: Files, { repository, cwd }: Surroundings): Promise<JobDone> {
  const place = (name: string): string => path.resolve(cwd, name);
  if (save !== null) await assertWritable(place(save), "--save");
  const opened = open === null ? null : await opening(place(open), open);
  for (const note of opened?.notes ?? []) say(`${open ?? ""}: ${note}`);
  const workbook = opened?.workbook ?? newWorkbook();
  const report = await stepsOn(workbook, { ...job, ...(opened === null ? {} : { file: opened }) }, { repository, cwd }, async ({ name, base64 }) => {
    const of = made.get(name.toLowerCase());
    if (of !== undefined && of !== open) throw new JobProblem(`${name} was made of ${of ?? "another workbook"} already, and is not written over. Do these workbooks one at a time, each with an --out-dir of its own.`);
    await writeInto(place(outDir), name, Buffer.from(base64, "base64"));
    made.set(name.toLowerCase(), open);
    return path.join(outDir, name);
  });
  // A job has no screen, so an action that shows somebody a sheet shows it to nobody: the file opens where its owner left it.
  const left = opened?.origin.active ?? null;
  if (left !== null && workbook.sheets.includes(left)) workbook.activate(left);
  return { report, save: async () => { if (report.ok && save !== null) await writeWhole(place(save), saving(opened ?? workbook, save)); } };
}

async function stepsOn(workbook: Workbook, job: Job & Standing, { repository, cwd }: Surroundings, keep: Parameters<typeof runSteps>[1]["keep"]): Promise<JobReport> {
  const addin = await BuiltAddin.open(repository, workbook, job);
  try {
    return await runSteps(job, { addin, workbook, keep, say, withFiles: (options) => withFiles(options, cwd) });
  } finally {
    addin.close();
  }
}

async function opening(file: string, name: string): Promise<OpenedFile> {
  const bytes = await bytesOf(file, name);
  try {
    return openXlsx(bytes, path.basename(file));
  } catch (problem) {
    if (!(problem instanceof FileProblem)) throw problem;
    throw new JobProblem(`${name}: ${problem.message}`, { cause: problem });
  }
}

function saving(from: OpenedFile | Workbook, name: string): Uint8Array {
  try {
    return saveXlsx(from);
  } catch (problem) {
    if (!(problem instanceof FileProblem)) throw problem;
    throw new JobProblem(`${name} was not written: ${problem.message}`, { cause: problem });
  }
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: "There is no such file. Check the path.",
  ENOTDIR: "There is no such file. Check the path.",
  EISDIR: "That is a folder. Give the name of a file in it.",
  EACCES: "It may not be read by you. Change its permissions, or copy it.",
  EPERM: "It may not be read by you. Change its permissions, or copy it.",
};

async function bytesOf(file: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (problem) {
    const code = codeOf(problem);
    if (code === null) throw problem;
    throw new JobProblem(`${name} could not be read: ${UNREADABLE[code] ?? `the system says ${code}.`}`, { cause: problem });
  }
}
