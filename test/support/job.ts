/** Jobs for the headless runner, run as a person runs them: from the command line, on the build that ships. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { packageProblems } from "./package-lint";

export type CellIn = string | number | boolean | null;
interface Entry { readonly sheet: string; readonly at: string; readonly values: readonly (readonly CellIn[])[] }

export type Step =
  | { readonly do: string; readonly with?: Readonly<Record<string, unknown>> }
  | { readonly type: Entry }
  | { readonly paste: Entry }
  | { readonly expect: Entry };

export interface Finding {
  readonly code: string;
  readonly severity: "must-fix" | "explain" | "note";
  readonly sheet: string;
  readonly cell: string;
  readonly says: string;
  readonly fix: string;
}

export interface StepReport {
  readonly step: number;
  readonly do: string;
  readonly ok: boolean;
  readonly problem: null | { readonly code: string; readonly says: string };
  readonly syncs: number;
  readonly requests: number;
  readonly largestRequestBytes: number;
  readonly ms: number;
  readonly findings: readonly Finding[];
  readonly files: readonly string[];
}

export interface JobReport {
  readonly ok: boolean;
  readonly steps: readonly StepReport[];
  /** Only where there are such formulas. */
  readonly notWorkedOut?: readonly { readonly sheet: string; readonly cell: string; readonly formula: string; readonly standing: string; readonly says: string }[];
}

export interface JobRun {
  readonly status: number;
  /** Null when none was written. */
  readonly report: JobReport | null;
  /** The path that was asked for; whether there is a file is part of what tests ask. */
  readonly saved: string;
  readonly output: string;
  readonly errors: string;
}

export const repository = path.resolve(__dirname, "../..");
export const existingWorkbook = path.join(repository, "assets/examples/trust-workforce.xlsx");
export const variant = (name: string): string => path.join(repository, "test/fixtures/workbooks", name);

/** An empty folder of this name under test/output, which is kept so that it can be looked into. */
export function outputFolder(name: string): string {
  const folder = path.join(repository, "test/output", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Set-up as the stories use it: a strategic health authority of 2009. */
export const setUp: Step = {
  do: "insert-template",
  with: { structure: "2009", organisationCode: "Q31", organisationName: "North West", period: "2009/10", asAt: "2009-03-31", demandUnit: "headcount" },
};

export interface JobOptions {
  readonly open?: string;
  readonly profile?: { readonly platform: string; readonly api: string };
  /** Further words on the command line. */
  readonly words?: readonly string[];
}

/** Runs the steps in a folder of their own. @param folder - where the job, its report and the saved workbook go */
export function runJob(folder: string, steps: readonly Step[], options: JobOptions = {}): Promise<JobRun> {
  mkdirSync(folder, { recursive: true });
  const job = path.join(folder, "job.json");
  writeFileSync(job, JSON.stringify({ profile: options.profile ?? { platform: "web", api: "1.14" }, steps }, null, 1));
  return runJobFile(folder, job, options);
}

/** Runs a job file as it stands, readable or not. */
export async function runJobFile(folder: string, job: string, options: JobOptions = {}): Promise<JobRun> {
  const saved = path.join(folder, "saved.xlsx");
  const reportFile = path.join(folder, "report.json");
  for (const file of [saved, reportFile]) rmSync(file, { force: true });
  const words = ["--job", job, ...(options.open === undefined ? [] : ["--open", options.open]), "--save", saved, "--report", reportFile, ...(options.words ?? [])];
  const { status, output, errors } = await commandLine(words);
  if (existsSync(saved)) refuseUnsound(saved);
  const report = existsSync(reportFile) ? (JSON.parse(readFileSync(reportFile, "utf8")) as JobReport) : null;
  return { status, report, saved, output, errors };
}

/** No story may end in a file that Excel would offer to repair. */
function refuseUnsound(file: string): void {
  const problems = packageProblems(readFileSync(file));
  if (problems.length > 0) throw new Error(`${file} is not sound:\n${problems.join("\n")}`);
}

/** The runner with these words, as `npm run --silent job -- …` starts it. */
export function commandLine(words: readonly string[]): Promise<{ readonly status: number; readonly output: string; readonly errors: string }> {
  const program = path.join(repository, "src/workbench/launch/job.mjs");
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [program, ...words], { cwd: repository, timeout: 120_000, maxBuffer: 2 ** 26 }, (problem, output, errors) => {
      const status = child.exitCode;
      if (status === null) reject(new Error(`The runner ended without a status. ${errors}`, { cause: problem }));
      else resolve({ status, output, errors });
    });
  });
}

/** The run's report, when every step was ok. @throws Error with the problem in words otherwise */
export function allOk(run: JobRun): readonly StepReport[] {
  if (run.status !== 0 || run.report === null) {
    const problems = run.report?.steps.filter((step) => !step.ok).map((step) => `step ${step.step} (${step.do}): ${step.problem?.code}: ${step.problem?.says}`) ?? [];
    throw new Error(`The job ended with status ${run.status}. ${problems.join("; ")}\n${run.errors}`);
  }
  return run.report.steps;
}

/** The one step of this name. @throws Error when there is none */
export function stepNamed(steps: readonly StepReport[], name: string): StepReport {
  const found = steps.filter((step) => step.do === name).at(-1);
  if (found === undefined) throw new Error(`No step "${name}" in the report: ${steps.map((step) => step.do).join(", ")}`);
  return found;
}
