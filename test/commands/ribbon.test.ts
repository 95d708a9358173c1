/** The buttons of the ribbon on the build that ships: they open their result, and say in a dialog what could not be done. */
import path from "node:path";
import { Calculator } from "../../src/host/calc/calculator";
import { Host } from "../../src/host/host";
import type { Frame } from "../../src/host/protocol/frame";
import { openInJsdom, type JsdomPage } from "../../src/host/protocol/jsdom-page";
import { Workbook } from "../../src/host/workbook/workbook";
import { commandLine, repository } from "../support/job";

jest.setTimeout(180_000);

interface Ribbon {
  readonly host: Host;
  readonly workbook: Workbook;
  readonly frame: Frame;
  readonly problems: string[];
  /** Resolves with the dialog's page when one is opened. */
  readonly dialog: Promise<JsdomPage>;
}

let ribbon: Ribbon;

/** Asking the runner for help brings the build up to date. */
beforeAll(async () => { expect((await commandLine(["--help"])).status).toBe(0); });
beforeEach(async () => { ribbon = await openRibbon(); });
afterEach(() => {
  ribbon.host.close();
  expect(ribbon.problems).toEqual([]);
});

async function openRibbon(): Promise<Ribbon> {
  const workbook = new Workbook("Plan.xlsx");
  workbook.addSheet("Sheet1");
  const problems: string[] = [];
  const onProblem = (problem: Error): void => { problems.push(problem.message); };
  const folders = { folder: path.join(repository, "build/addin"), officeFolder: path.join(repository, "node_modules/@microsoft/office-js/dist"), onProblem };
  let opened: (page: JsdomPage) => void = () => undefined;
  const dialog = new Promise<JsdomPage>((resolve) => { opened = resolve; });
  const openDialog = (url: string, owner: Frame): Frame => {
    const address = new URL(url);
    const page = openInJsdom(host.pages, { ...folders, page: address.pathname.slice(1) + address.search, kind: "dialog", owner });
    opened(page);
    return page.frame;
  };
  const host: Host = new Host({ workbook, calculator: new Calculator(workbook, { now: () => new Date("2026-04-30T09:00:00Z") }), profile: { platform: "web", api: "1.14" }, onProblem, openDialog });
  const { frame } = openInJsdom(host.pages, { ...folders, page: "commands.html", kind: "commands" });
  await frame.ready;
  return { host, workbook, frame, problems, dialog };
}

describe("a button of the ribbon", () => {
  it("that cannot do its work says why in a dialog, and is done when that is closed", async () => {
    const clicked = ribbon.host.invokeCommand(ribbon.frame, "summarise", "TalentPlan.Summarise");
    const { frame, window } = await ribbon.dialog;
    await frame.ready;
    const close = await elementWhenFilled(window, "close");
    expect(window.document.getElementById("title")?.textContent).toBe("Summarise: not done");
    expect(window.document.getElementById("says")?.textContent).toMatch(/Set it up first/);
    close.click();
    expect(JSON.parse(await clicked)).toEqual({ source: { id: "TalentPlan.Summarise" } });
    expect(ribbon.host.pages.open.map((page) => page.options.kind)).toEqual(["commands"]);
    expect(ribbon.workbook.sheets.map((sheet) => sheet.name)).toEqual(["Sheet1"]);
  });

  it.each([{ button: "check", shows: "Checks" }, { button: "summarise", shows: "Board summary" }])("$button opens $shows", async ({ button, shows }) => {
    await ribbon.host.invokeCommand(ribbon.frame, "insert-template", "TalentPlan.Test", { options: "{}" });
    await ribbon.host.invokeCommand(ribbon.frame, "fill-example", "TalentPlan.Test", { options: "{}" });
    await ribbon.host.invokeCommand(ribbon.frame, button, "TalentPlan.Button");
    expect(ribbon.workbook.active.name).toBe(shows);
  });

  it("is told apart from a host that gives options: that gets the outcome and no dialog", async () => {
    const { completedContext } = JSON.parse(await ribbon.host.invokeCommand(ribbon.frame, "summarise", "Runner", { options: "{}" })) as { completedContext: string };
    expect(JSON.parse(completedContext)).toEqual({ ok: false, problem: { code: "no-template", says: expect.any(String) } });
  });

  it("given options that are no JSON answers so", async () => {
    const { completedContext } = JSON.parse(await ribbon.host.invokeCommand(ribbon.frame, "summarise", "Runner", { options: "{" })) as { completedContext: string };
    expect(JSON.parse(completedContext)).toMatchObject({ ok: false, problem: { says: expect.stringMatching(/JSON/) } });
  });
});

/** The page fills itself once Office.js has started in it, a few turns after its frame is ready. */
async function elementWhenFilled(window: JsdomPage["window"], id: string): Promise<HTMLElement> {
  for (let turn = 0; turn < 1000; turn++) {
    const element = window.document.getElementById(id);
    if (element !== null && element.textContent !== "") return element;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`The page never filled its element "${id}".`);
}
