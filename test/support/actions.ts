/** The built function file, unchanged, in a window of its own on one workbook, in an Excel of one's choice that fails as one chooses. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { Calculator } from "../../src/host/calc/calculator";
import type { RequestRecord } from "../../src/host/dispatch/answer";
import { typeInto, type Entries, type Hand } from "../../src/host/entry";
import { openXlsx } from "../../src/host/file/open-xlsx";
import { saveXlsx } from "../../src/host/file/save-xlsx";
import { Host } from "../../src/host/host";
import type { FaultSwitches } from "../../src/host/objects/faults";
import { profiles, type Profile } from "../../src/host/objects/profile";
import { openInJsdom } from "../../src/host/protocol/jsdom-page";
import type { Sheet } from "../../src/host/workbook/sheet";
import { Workbook } from "../../src/host/workbook/workbook";
import { repository, type Finding } from "./job";
import { readCells, type CellsBySheet } from "./plain-cells.cjs";

/** What came of an action, as the function file sends it. */
export type Outcome =
  | { readonly ok: true; readonly report: { readonly says: string; readonly findings: readonly Finding[] } }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly says: string } };

export interface OpenActions {
  readonly host: Host;
  readonly workbook: Workbook;
  /** What went wrong in the page or the host, in words. */
  readonly problems: readonly string[];
  perform(action: string, options?: Readonly<Record<string, unknown>>): Promise<Outcome>;
  /** Performs several in a row. @throws Error with the words of the first that is not done */
  done(...actions: readonly (string | readonly [string, Readonly<Record<string, unknown>>])[]): Promise<void>;
  sheet(name: string): Sheet;
  /** As a hand enters values from a cell on. @throws Error when the sheet refuses them */
  enter(sheet: string, row: number, column: number, values: Entries, hand?: Hand): void;
  /** The workbook as it would be saved now. */
  saved(): Uint8Array;
  /** Every cell of the workbook as it would be saved now. */
  cells(): CellsBySheet;
  close(): void;
}

export interface ActionsOptions {
  readonly profile?: Profile;
  readonly faults?: FaultSwitches;
  readonly settings?: Readonly<Record<string, string>>;
  /** A file to open; a new workbook with one empty sheet, "Sheet1", unless said. */
  readonly open?: string | Uint8Array;
  readonly fill?: (workbook: Workbook) => void;
  readonly onRequest?: (record: RequestRecord) => void;
}

export async function openActions(options: ActionsOptions = {}): Promise<OpenActions> {
  const opened = options.open === undefined ? null : openXlsx(typeof options.open === "string" ? readFileSync(options.open) : options.open, "Plan.xlsx");
  const workbook = opened?.workbook ?? emptyWorkbook();
  options.fill?.(workbook);
  const problems: string[] = [];
  const onProblem = (problem: Error): void => { problems.push(problem.message); };
  const host = new Host({
    workbook, profile: options.profile ?? profiles.web, faults: options.faults ?? {}, settings: options.settings ?? {}, calculator: new Calculator(workbook, { now: () => new Date("2026-04-30T09:00:00Z") }),
    addinName: "Talent Plan", onProblem, ...(options.onRequest === undefined ? {} : { onRequest: options.onRequest }),
  });
  const { frame } = openInJsdom(host.pages, {
    folder: path.join(repository, "build/addin"), page: "commands.html", kind: "commands", officeFolder: path.join(repository, "node_modules/@microsoft/office-js/dist"), onProblem,
  });
  await frame.ready;
  const perform: OpenActions["perform"] = async (action, with_ = {}) => {
    const event = JSON.parse(await host.invokeCommand(frame, action, "Test", { options: JSON.stringify(with_) })) as { readonly completedContext: string };
    return JSON.parse(event.completedContext) as Outcome;
  };
  const sheet = (name: string): Sheet => {
    const found = workbook.sheetByName(name);
    if (found === null) throw new RangeError(`There is no sheet ${name}.`);
    return found;
  };
  const saved = (): Uint8Array => {
    host.session.settle();
    return saveXlsx(opened ?? workbook);
  };
  return {
    host, workbook, problems, perform, sheet, saved,
    done: async (...actions) => { for (const action of actions) await assertDone(perform, action); },
    enter: (name, row, column, values, hand = "typed") => {
      if (typeInto(host.session, sheet(name), row, column, values, hand).kind !== "entered") throw new Error(`${name} refused ${JSON.stringify(values)}.`);
    },
    cells: () => readCells(Buffer.from(saved())),
    close: () => host.close(),
  };
}

async function assertDone(perform: OpenActions["perform"], action: string | readonly [string, Readonly<Record<string, unknown>>]): Promise<void> {
  const [name, options] = typeof action === "string" ? [action, {}] as const : action;
  const outcome = await perform(name, options);
  if (!outcome.ok) throw new Error(`${name}: ${outcome.problem.code}: ${outcome.problem.says}`);
}

function emptyWorkbook(): Workbook {
  const workbook = new Workbook("Plan.xlsx");
  workbook.addSheet("Sheet1");
  return workbook;
}

/** Set-up as the stories use it. */
export const setUpOptions = { structure: "2009", organisationCode: "Q31", organisationName: "North West", period: "2009/10", asAt: "2009-03-31", demandUnit: "headcount" } as const;
