/** The built pane, unchanged, in a window of its own on one workbook, with what a person does in it. */
import path from "node:path";
import { Calculator } from "../../src/host/calc/calculator";
import { typeInto } from "../../src/host/entry";
import type { FaultSwitches } from "../../src/host/objects/faults";
import type { Platform } from "../../src/host/objects/profile";
import { Host } from "../../src/host/host";
import { openInJsdom, type JsdomPage } from "../../src/host/protocol/jsdom-page";
import { Workbook } from "../../src/host/workbook/workbook";
import { repository } from "../support/job";

const PATIENCE_MS = 60_000;
const NOW = new Date("2026-04-30T09:00:00Z");

export interface OpenPane {
  readonly host: Host;
  readonly workbook: Workbook;
  readonly window: JsdomPage["window"];
  /** What went wrong in the page or the host, in words. */
  readonly problems: readonly string[];
  /** All the words on the pane, blanks drawn together. */
  words(): string;
  /** Resolves once the pane says this. @throws Error with what it says instead */
  says(part: string | RegExp): Promise<void>;
  /** The button of this name, once it is there. */
  button(name: string | RegExp): Promise<HTMLElement>;
  click(name: string | RegExp): Promise<void>;
  /** What the field of this label holds now. */
  value(label: string): string;
  type(label: string, text: string): void;
  /** As a person types into a sheet's cell. @throws Error when the sheet refuses it */
  enter(sheet: string, row: number, column: number, value: string | number): void;
  /** Resolves once the workbook shows this sheet. */
  opens(sheet: string): Promise<void>;
  /** From now on a second is over at once in the page: what shows after one is seen on any machine, however fast. */
  hurry(): void;
  close(): void;
}

export interface PaneOptions { readonly fill?: (workbook: Workbook) => void; readonly api?: string; readonly platform?: Platform; readonly faults?: FaultSwitches }

/** Opens the pane on a workbook with one sheet, "Sheet1". */
export async function openPane({ fill, api = "1.14", platform = "web", faults = {} }: PaneOptions = {}): Promise<OpenPane> {
  const workbook = new Workbook("Plan.xlsx");
  workbook.addSheet("Sheet1");
  fill?.(workbook);
  const problems: string[] = [];
  const onProblem = (problem: Error): void => { problems.push(problem.message); };
  const host = new Host({ workbook, calculator: new Calculator(workbook, { now: () => NOW }), profile: { platform, api }, faults, addinName: "Talent Plan", onProblem });
  const { frame, window } = openInJsdom(host.pages, {
    folder: path.join(repository, "build/addin"), page: "taskpane.html", kind: "taskpane", officeFolder: path.join(repository, "node_modules/@microsoft/office-js/dist"), onProblem,
  });
  await frame.ready;
  return {
    host, workbook, window, problems, ...gesturesIn(window), enter: entering(host),
    opens: async (sheet) => { await until(() => workbook.active.name === sheet || null, () => `The workbook shows ${workbook.active.name}, not ${sheet}.`); },
    hurry: () => {
      const later = window.setTimeout.bind(window);
      Object.assign(window, { setTimeout: (work: () => void, ms?: number) => later(work, ms === SECOND_MS ? 0 : ms) });
    },
    close: () => host.close(),
  };
}

const SECOND_MS = 1000;

function gesturesIn(window: JsdomPage["window"]): Pick<OpenPane, "words" | "says" | "button" | "click" | "value" | "type"> {
  const { document } = window;
  const words = (): string => (document.getElementById("pane")?.textContent ?? "").replace(/\s+/g, " ");
  const says = async (part: string | RegExp): Promise<void> => {
    await until(() => (typeof part === "string" ? words().includes(part) : part.test(words())) || null, () => `The pane never said ${String(part)}. It says: ${words()}`);
  };
  const button = (name: string | RegExp): Promise<HTMLElement> => until(
    () => [...document.querySelectorAll<HTMLElement>("button")].find((each) => fits(nameOf(each), name) && each.getAttribute("aria-disabled") !== "true") ?? null,
    () => `There is no button ${String(name)}. The pane says: ${words()}`,
  );
  const field = (label: string): HTMLInputElement => {
    const found = [...document.querySelectorAll("label")].find((each) => each.textContent === label)?.control;
    if (!(found instanceof window.HTMLInputElement)) throw new Error(`No field is labelled ${label}.`);
    return found;
  };
  return {
    words, says, button,
    click: async (name) => { (await button(name)).click(); },
    value: (label) => field(label).value,
    type: (label, text) => {
      const input = field(label);
      // React keeps its own setter on the element; a person's typing goes past it.
      Object.getOwnPropertyDescriptor(window.HTMLInputElement.prototype, "value")?.set?.call(input, text);
      input.dispatchEvent(new window.Event("input", { bubbles: true }));
    },
  };
}

const entering = (host: Host): OpenPane["enter"] => (sheet, row, column, value) => {
  const found = host.workbook.sheetByName(sheet);
  if (found === null) throw new Error(`There is no sheet ${sheet}.`);
  const outcome = typeInto(host.session, found, row, column, [[value]], "typed");
  if (outcome.kind !== "entered") throw new Error(`${sheet} refused ${String(value)}.`);
};

const nameOf = (button: HTMLElement): string => (button.getAttribute("aria-label") ?? button.textContent ?? "").replace(/\s+/g, " ").trim();
const fits = (name: string, wanted: string | RegExp): boolean => (typeof wanted === "string" ? name === wanted : wanted.test(name));

/** Asks again and again until there is an answer. @throws Error in the given words when there never is */
async function until<T>(ask: () => T | null, otherwise: () => string): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = ask();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(otherwise());
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
