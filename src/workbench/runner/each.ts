/** One job on every workbook of a folder, one after the other. What goes wrong with one is told with its name and stops no other. */
import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { JobProblem } from "./job-problem";
import type { JobReport } from "./run-steps";
import { codeOf } from "./write-whole";

/** A job that was done on a workbook, and what saves the workbook. */
export interface JobDone { readonly report: JobReport; readonly save: () => Promise<void> }

export type WorkbookReport =
  | (JobReport & { readonly open: string })
  /** It could not be opened or saved. */
  | { readonly open: string; readonly ok: false; readonly problem: { readonly code: "not-opened" | "not-saved"; readonly says: string } };

export interface FolderReport { readonly ok: boolean; readonly workbooks: readonly WorkbookReport[] }

export interface Around {
  readonly cwd: string;
  readonly say: (line: string) => void;
  /** @param open, save - as on the command line @param made - files that workbooks before it gave */
  readonly on: (open: string, save: string | null, made: Map<string, string | null>) => Promise<JobDone>;
}

/** @param saves - the folder that workbooks go to; null keeps none @throws JobProblem where there is no such folder, or no workbook in it */
export async function eachOf({ folder, saves }: { readonly folder: string; readonly saves: string | null }, { cwd, say, on }: Around): Promise<FolderReport> {
  const names = await workbooksIn(path.resolve(cwd, folder), folder);
  if (saves !== null) await made(path.resolve(cwd, saves), saves);
  const [files, workbooks] = [new Map<string, string | null>(), [] as WorkbookReport[]];
  for (const [index, name] of names.entries()) {
    say(`${index + 1} of ${names.length}: ${name}`);
    workbooks.push(await reportOn(path.join(folder, name), saves === null ? null : path.join(saves, name), files, on));
  }
  return { ok: workbooks.every(({ ok }) => ok), workbooks };
}

async function reportOn(open: string, saveAs: string | null, files: Map<string, string | null>, on: Around["on"]): Promise<WorkbookReport> {
  const failed = (code: "not-opened" | "not-saved", problem: unknown): WorkbookReport => {
    if (!(problem instanceof JobProblem)) throw problem;
    return { open, ok: false, problem: { code, says: problem.message } };
  };
  let done: JobDone;
  try {
    done = await on(open, saveAs, files);
  } catch (problem) {
    return failed("not-opened", problem);
  }
  try {
    await done.save();
  } catch (problem) {
    return failed("not-saved", problem);
  }
  return { open, ...done.report };
}

/** Excel's own files beside an open workbook start with "~$". */
async function workbooksIn(folder: string, named: string): Promise<readonly string[]> {
  try {
    const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => !entry.isDirectory()).map(({ name }) => name);
    const workbooks = names.filter((name) => /\.xls[xm]$/i.test(name) && !name.startsWith("~$")).sort((one, other) => (one < other ? -1 : 1));
    if (workbooks.length === 0) throw new JobProblem(`--each: there is no workbook in ${named}. Give a folder with .xlsx files.`);
    return workbooks;
  } catch (problem) {
    if (codeOf(problem) === null) throw problem;
    throw new JobProblem(`--each: ${named} could not be read (${codeOf(problem)}). Check the path.`, { cause: problem });
  }
}

async function made(folder: string, named: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (problem) {
    if (codeOf(problem) === null) throw problem;
    throw new JobProblem(`The folder ${named} could not be made (${codeOf(problem)}). Choose another with --save.`, { cause: problem });
  }
}
