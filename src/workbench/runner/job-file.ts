/** The job: which Excel to stand for, and the steps. Read strictly, since a slip that is passed over looks like success. */
import { faultProblem, faultTable, isFaultName, type FaultSwitches } from "../../host/objects/faults";
import { isProfileName, profiles, type Profile } from "../../host/objects/profile";
import { parseArea } from "../../host/workbook/area";
import { JobProblem } from "./job-problem";
import { JsonProblem, parseJson } from "./json-place";

export type CellIn = string | number | boolean | null;

/** Values from a cell on, right and down. `row` and `column` count from 0. */
export interface Block {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellIn[])[];
}

export type JobStep =
  | { readonly kind: "do"; readonly action: string; readonly options: Readonly<Record<string, unknown>> }
  | { readonly kind: "type" | "paste" | "expect"; readonly block: Block };

export interface Job { readonly profile: Profile; readonly faults: FaultSwitches; readonly steps: readonly JobStep[] }

const PLATFORMS = ["web", "desktop", "mac"] as const;
const USUAL: Profile = { platform: "web", api: "1.14" };
const ENTRY_KINDS = ["type", "paste", "expect"] as const;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * @param name - of the file, for the words
 * @throws JobProblem naming the line or the step, the field, and what would be right
 */
export function readJob(text: string, name: string): Job {
  const job = jsonIn(text.replace(/^\uFEFF/, ""), name);
  if (!isFields(job)) throw new JobProblem(`${name} is not a job. Write an object with "profile" and "steps".`);
  refuseOthers(job, ["profile", "faults", "steps"], name);
  const { steps } = job;
  if (!Array.isArray(steps)) throw new JobProblem(`${name} has no list of steps. Write "steps": [{"do": "check"}].`);
  const profile = profileIn(job["profile"], name);
  return { profile, faults: faultsIn(job["faults"], profile, name), steps: steps.map((step: unknown, index) => stepIn(step, `${name}, step ${index + 1}`)) };
}

function jsonIn(text: string, name: string): unknown {
  try {
    return parseJson(text);
  } catch (problem) {
    if (!(problem instanceof JsonProblem)) throw problem;
    throw new JobProblem(`${name} is not JSON: line ${problem.line}: ${problem.message}. Put that right and run it again.`);
  }
}

function refuseOthers(fields: Fields, known: readonly string[], place: string): void {
  const other = Object.keys(fields).find((field) => !known.includes(field));
  if (other !== undefined) throw new JobProblem(`${place}: "${other}" is not known here. Use ${known.map((field) => `"${field}"`).join(", ")}.`);
}

const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

function faultsIn(given: unknown, { platform }: Profile, name: string): FaultSwitches {
  if (given === undefined) return {};
  if (!isFields(given)) throw new JobProblem(`${name}: "faults" is not an object. Write {"protection-refused": true}, for one.`);
  refuseOthers(given, Object.keys(faultTable), `${name}, faults`);
  for (const [fault, on] of Object.entries(given)) {
    if (typeof on !== "boolean") throw new JobProblem(`${name}, faults: ${fault} is ${JSON.stringify(on)}. Write true to switch it on, false to switch it off.`);
    const problem = on && isFaultName(fault) ? faultProblem(fault, platform) : null;
    if (problem !== null) throw new JobProblem(`${name}, faults: ${problem} Choose another profile, or leave it out.`);
  }
  return given as FaultSwitches;
}

function profileIn(given: unknown, name: string): Profile {
  if (given === undefined) return USUAL;
  if (typeof given === "string") {
    if (!isProfileName(given)) throw new JobProblem(`${name}: the profile ${JSON.stringify(given)} is not known. Use ${listed(Object.keys(profiles))}, or an object such as {"platform": "web", "api": "1.14"}.`);
    const { platform, api } = profiles[given];
    return { platform, api };
  }
  if (!isFields(given)) throw new JobProblem(`${name}: "profile" is neither a name nor an object. Write "web", or {"platform": "web", "api": "1.14"}.`);
  refuseOthers(given, ["platform", "api"], `${name}, profile`);
  const platform = PLATFORMS.find((known) => known === (given["platform"] ?? USUAL.platform));
  if (platform === undefined) throw new JobProblem(`${name}: the platform ${JSON.stringify(given["platform"])} is not known. Use ${listed(PLATFORMS)}.`);
  const api = given["api"] ?? USUAL.api;
  if (typeof api !== "string" || !/^1\.\d{1,2}$/.test(api)) throw new JobProblem(`${name}: the api ${JSON.stringify(api)} is not a version. Write it as text, such as "1.14".`);
  return { platform, api };
}

function stepIn(step: unknown, place: string): JobStep {
  const kinds = ["do", ...ENTRY_KINDS];
  if (!isFields(step)) throw new JobProblem(`${place} is not an object. Write {"do": "check"}, for one.`);
  const named = kinds.filter((kind) => kind in step);
  if (named.length !== 1) throw new JobProblem(`${place} ${named.length === 0 ? "is a step of no known kind" : `is ${named.join(" and ")} at once`}. Give one of ${kinds.map((kind) => `"${kind}"`).join(", ")}.`);
  if ("do" in step) return actionIn(step, place);
  const kind = ENTRY_KINDS.find((candidate) => candidate in step) ?? "expect";
  refuseOthers(step, [kind], place);
  return { kind, block: blockIn(step[kind], `${place} (${kind})`) };
}

function actionIn(step: Fields, place: string): JobStep {
  refuseOthers(step, ["do", "with"], place);
  const action = step["do"];
  if (typeof action !== "string" || action === "") throw new JobProblem(`${place}: "do" is not an action's id. Write {"do": "check"}, for one.`);
  const options = step["with"] ?? {};
  if (!isFields(options)) throw new JobProblem(`${place} (${action}): "with" is not an object with named options. --help lists them.`);
  return { kind: "do", action, options };
}

function blockIn(given: unknown, place: string): Block {
  if (!isFields(given)) throw new JobProblem(`${place} is not an object. Write {"sheet": "Sheet1", "at": "C7", "values": [[1, 2]]}.`);
  refuseOthers(given, ["sheet", "at", "values"], place);
  const { sheet, at, values } = given;
  if (typeof sheet !== "string" || sheet === "") throw new JobProblem(`${place}: "sheet" is missing. Give the name on the sheet's tab.`);
  const corner = typeof at === "string" ? parseArea(at) : null;
  if (corner === null || corner.top !== corner.bottom || corner.left !== corner.right) throw new JobProblem(`${place}: "at" is ${JSON.stringify(at)}, which is not a cell. Give the first cell, such as "C7".`);
  return { sheet, row: corner.top, column: corner.left, values: valuesIn(values, place) };
}

function valuesIn(values: unknown, place: string): readonly (readonly CellIn[])[] {
  const isCell = (value: unknown): value is CellIn => value === null || ["string", "number", "boolean"].includes(typeof value);
  const rows: readonly unknown[] = Array.isArray(values) ? values : [];
  const sound = rows.flatMap((row) => (Array.isArray(row) && row.length > 0 && row.every(isCell) ? [row] : []));
  if (rows.length === 0 || sound.length < rows.length) throw new JobProblem(`${place}: "values" is not a list of rows of text, numbers, true, false or null. Write [[1, 2], [3, 4]].`);
  return sound;
}
