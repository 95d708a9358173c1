/** The steps of a job, one after the other, each with what it cost. The first that fails is the last that runs. */
import { typeInto, type Hand } from "../../host/entry";
import type { OpenResult } from "../../host/calc/open-results";
import { cellName } from "../../host/workbook/area";
import type { Workbook } from "../../host/workbook/workbook";
import type { BuiltAddin, Finding, MadeFile, Problem } from "./built-addin";
import { differencesFrom } from "./compare-cells";
import type { Block, Job, JobStep } from "./job-file";

export interface StepReport {
  readonly step: number;
  /** The action's id, or "type", "paste", "expect". */
  readonly do: string;
  readonly ok: boolean;
  readonly problem: Problem | null;
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
  /** Formulas whose results are not worked out here, or may be out of date; left out where there are none. */
  readonly notWorkedOut?: readonly OpenResult[];
}

/** What a step came to, before it is counted. */
interface Came { readonly problem: Problem | null; readonly findings: readonly Finding[]; readonly files: readonly MadeFile[] }

export interface StepsContext {
  readonly addin: BuiltAddin;
  readonly workbook: Workbook;
  /** Keeps a file that a step made. @returns its path, for the report */
  readonly keep: (file: MadeFile) => Promise<string>;
  /** The options of an action, with the files that they name by path. @throws JobProblem for one that leads nowhere */
  readonly withFiles: (options: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>>;
  /** Told what is worth a line on standard error. */
  readonly say: (line: string) => void;
}

/** Actions that the design names. One that the build lacks is not built yet; any other id is a slip. */
const DESIGNED: readonly string[] = [
  "insert-template", "add-module", "remove-template", "fill-example", "import-figures", "check", "repair", "summarise",
  "forecast", "publishable-copy", "sign-off", "export-return", "consolidate", "compare-returns", "board-pack",
];

const fine: Came = { problem: null, findings: [], files: [] };
const failed = (code: string, says: string): Came => ({ problem: { code, says }, findings: [], files: [] });

export async function runSteps(job: Job, context: StepsContext): Promise<JobReport> {
  const built = (await context.addin.actions()).map(({ id }) => id);
  const steps: StepReport[] = [];
  for (const [index, step] of job.steps.entries()) {
    const report = await runStep(step, index + 1, built, context);
    steps.push(report);
    if (!report.ok) {
      context.say(`Step ${report.step} (${report.do}) failed: ${report.problem?.says ?? ""}`);
      break;
    }
  }
  const open = context.addin.openResults();
  return { ok: steps.every(({ ok }) => ok), steps, ...(open.length === 0 ? {} : { notWorkedOut: open }) };
}

async function runStep(step: JobStep, number: number, built: readonly string[], context: StepsContext): Promise<StepReport> {
  const name = step.kind === "do" ? step.action : step.kind;
  context.addin.takeCounts();
  const started = performance.now();
  const came = withFaults(step.kind === "do" ? await act(step.action, step.options, built, context) : enter(step.kind, step.block, number, context), context);
  const ms = Math.round((performance.now() - started) * 10) / 10;
  const { syncs, requests, largestRequestBytes } = context.addin.takeCounts();
  const files: string[] = [];
  if (came.problem === null) for (const file of came.files) files.push(await context.keep(file));
  return { step: number, do: name, ok: came.problem === null, problem: came.problem, syncs, requests, largestRequestBytes, ms, findings: came.findings, files };
}

async function act(action: string, options: Readonly<Record<string, unknown>>, built: readonly string[], { addin, withFiles }: StepsContext): Promise<Came> {
  if (!built.includes(action)) {
    if (DESIGNED.includes(action)) return failed("not-available", `The action ${action} is not built yet. Take the step out of the job.`);
    return failed("unknown-action", `There is no action called "${action}". There are ${built.join(", ")}; --help says what each does.`);
  }
  const outcome = await addin.perform(action, await withFiles(options));
  return outcome.ok ? { problem: null, findings: outcome.report.findings, files: outcome.report.files } : { ...fine, problem: outcome.problem };
}

function enter(kind: "type" | "paste" | "expect", block: Block, number: number, { addin, workbook, say }: StepsContext): Came {
  const sheet = workbook.sheetByName(block.sheet);
  if (sheet === null) return failed("no-such-sheet", `There is no sheet called "${block.sheet}". There are ${workbook.sheets.map(({ name }) => name).join(", ")}.`);
  if (kind === "expect") {
    addin.session.settle();
    const unlike = differencesFrom(sheet, block);
    return unlike === null ? fine : failed("not-as-expected", `On ${sheet.name}: ${unlike}.`);
  }
  const hand: Hand = kind === "type" ? "typed" : "pasted";
  const place = ({ row, column }: { readonly row: number; readonly column: number }): string => `${cellName(row, column)} on ${sheet.name}`;
  try {
    const outcome = typeInto(addin.session, sheet, block.row, block.column, block.values, hand);
    if (outcome.kind === "refused") return failed("entry-refused", `${place(outcome.alert)} does not take this: ${inOneLine(outcome.alert)} Nothing was entered.`);
    for (const warning of outcome.warnings) say(`Step ${number} (${kind}): ${place(warning)} was entered, though Excel asks first: ${inOneLine(warning)}`);
    return fine;
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem;
    return failed("off-the-sheet", `${place(block)}: ${problem.message} Nothing was entered.`);
  }
}

const inOneLine = ({ title, says }: { readonly title: string; readonly says: string }): string => [title, says].filter((part) => part !== "").join(": ").replace(/[^.!?]$/, "$&.");

/** A fault in the page or in this host is never passed over: what came of the step cannot be trusted then. */
function withFaults(came: Came, { addin, say }: StepsContext): Came {
  const faults = addin.takeProblems();
  for (const fault of faults) say(fault.stack ?? String(fault));
  const [first] = faults;
  if (first === undefined || (came.problem !== null && came.problem.code !== "defect")) return came;
  return failed("defect", `${came.problem === null ? "" : `${came.problem.says} `}The host reported a fault: ${first.message}`);
}
