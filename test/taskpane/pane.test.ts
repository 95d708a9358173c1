/** The pane on the build that ships, through unmodified Office.js: what an analyst reads and presses from first opening to the summary, and when things go wrong. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { commandLine, repository } from "../support/job";
import { openPane, type OpenPane } from "./open-pane";

jest.setTimeout(180_000);

let pane: OpenPane;

/** Asking the runner for help brings the build up to date. */
beforeAll(async () => { expect((await commandLine(["--help"])).status).toBe(0); });
beforeEach(async () => { pane = await openPane(); });
afterEach(() => {
  pane.close();
  expect(pane.problems).toEqual([]);
});

const sheetNames = (): readonly string[] => pane.workbook.sheets.map((sheet) => sheet.name);
const CORE = ["Cover", "Demand and supply", "Profile", "Gap analysis", "Dashboard 1", "Dashboard 2", "Checks"];

async function inserted(): Promise<void> {
  await pane.click("Insert the template");
  await pane.says("Added 7 sheets");
}

async function filled(): Promise<void> {
  await inserted();
  await pane.click("Fill with the made-up example");
  await pane.says("No figure in it is real.");
}

describe("the pane before anything is set up", () => {
  it("can insert the template without a single answer", async () => {
    await pane.says("Not set up");
    await inserted();
    expect(sheetNames()).toEqual(["Sheet1", ...CORE]);
    expect(pane.words()).toMatch(/No organisation yet.*Draft/);
  });

  it.each(["Enter", "Check", "Summarise"])("%s says that there is nothing yet and leads to Set up", async (step) => {
    await pane.says("Not set up");
    await pane.click(step);
    await pane.says("This workbook has no talent plan in it yet.");
    await pane.click("Go to Set up");
    await pane.button("Insert the template");
    expect(pane.window.document.activeElement?.textContent).toBe("Set up");
  });

  it("checks a code while it is typed, names its region, and inserts what was answered", async () => {
    await pane.button("Insert the template");
    pane.type("Organisation code", "y5");
    await pane.says("Not a code of this structure.");
    pane.type("Organisation code", "y56");
    await pane.says("NHS England region: London.");
    expect(pane.value("Organisation name")).toBe("London");
    pane.type("As-at date", "2026-06-30");
    await pane.says("30 June 2026.");
    await inserted();
    await pane.says("London (Y56)2026/27, as at 30 June 2026");
  });

  it("does not insert with a code that cannot be, and leads to the field", async () => {
    await pane.button("Insert the template");
    pane.type("Organisation code", "99");
    await pane.click("Insert the template");
    expect(pane.window.document.activeElement?.id).toBe("answer-organisationCode");
    expect(sheetNames()).toEqual(["Sheet1"]);
  });
});

describe("the pane at work", () => {
  it("counts what is entered, and follows what is typed into the sheets", async () => {
    await inserted();
    await pane.click("Next: enter the figures");
    await pane.says("0 of 108 cells filled in");
    pane.enter("Demand and supply", 7, 1, 3);
    await pane.says("1 of 108 cells filled in");
  });

  it("goes to a sheet whatever its tab is called", async () => {
    await inserted();
    const sheet = pane.workbook.sheetByName("Profile");
    if (sheet === null) throw new Error("There is no Profile.");
    pane.workbook.renameSheet(sheet, "Leaders");
    await pane.click("Enter");
    await pane.click(/^(Profile|Leaders)/);
    await pane.opens("Leaders");
  });

  it("finds the filled example sound, says when it was checked, and notices figures that change afterwards", async () => {
    await pane.button("Insert the template");
    pane.type("Organisation code", "Y56");
    await filled();
    await pane.click("Check");
    await pane.click("Check the figures");
    await pane.says(/Last checked .* at .*Next: summarise/);
    expect(pane.words()).toMatch(/London \(Y56\).*Checked(?!, )/);
    pane.enter("Demand and supply", 7, 1, 999);
    await pane.says("Figures changed since the check");
    await pane.says("Figures have changed since then.");
  });

  it("lists findings by sheet with the remedy, and a click selects the cell", async () => {
    await inserted();
    await pane.click("Check");
    await pane.click("Check the figures");
    await pane.says(/Demand and supply, 12 findings/);
    await pane.click(/B9 Nothing is entered for Finance director/);
    await pane.opens("Demand and supply");
    await pane.says(/Checked, \d+ must be fixed/);
    await pane.click(/^Explain/);
    expect(pane.words()).not.toContain("Nothing is entered for Finance director");
  });

  it("makes the summary and leads to each of its sheets", async () => {
    await filled();
    await pane.click("Summarise");
    await pane.says("Board summaryOne page of plain sentencesNot made yet");
    await pane.click("Make the summary");
    await pane.says("Made from today's figures");
    await pane.click(/^Board summary/);
    await pane.opens("Board summary");
  });
});

describe("the pane before something goes", () => {
  it("says what removing takes, changes nothing on Keep it, and takes it on Yes", async () => {
    await filled();
    const before = sheetNames();
    await pane.click("See what would go");
    await pane.says(/entered cells on Demand and supply.*Save a copy of the workbook first/);
    expect(pane.window.document.activeElement?.textContent).toBe("Keep it");
    await pane.click("Keep it");
    await pane.button("Next: enter the figures");
    expect(sheetNames()).toEqual(before);
    await pane.click("See what would go");
    await pane.click("Yes, remove it");
    await pane.says("Not set up");
    expect(sheetNames()).toEqual(["Sheet1"]);
  });

  it("asks before the example is written over entered figures", async () => {
    await inserted();
    pane.enter("Demand and supply", 7, 1, 3);
    await pane.click("Fill with the made-up example");
    await pane.says("has something entered already");
    await pane.click("Keep my figures");
    expect(pane.workbook.sheetByName("Demand and supply")?.cell(7, 1).value).toBe(3);
    await pane.click("Fill with the made-up example");
    await pane.click("Yes, write over them");
    await pane.says("No figure in it is real.");
  });
});

describe("the pane when Excel refuses", () => {
  it("while a cell is edited says so, offers the details, and works once the cell is left", async () => {
    await pane.button("Insert the template");
    pane.host.cellEditing = true;
    await pane.click("Insert the template");
    await pane.says("A cell is being edited.");
    await pane.button("Copy the details");
    expect(pane.window.document.querySelector("textarea")?.value).toMatch(/^Talent Plan, insert-template\nExcel .*\nActionProblem \[cell-being-edited\]/);
    pane.host.cellEditing = false;
    await inserted();
  });
});

describe("a fault of the pane's own", () => {
  it("while it is drawn leaves words, details and a way on, never a blank pane", async () => {
    await inserted();
    const dates = pane.window.Date.prototype;
    const asItWas = dates.toLocaleDateString;
    dates.toLocaleDateString = () => { throw new TypeError("Dates cannot be written."); };
    await pane.click("Enter");
    await pane.says("This is a fault of the add-in, not of your figures.");
    expect(pane.window.document.querySelector("textarea")?.value).toMatch(/^Talent Plan, pane\nExcel .*\nTypeError: Dates cannot be written\./);
    dates.toLocaleDateString = asItWas;
    await pane.click("Open the pane again");
    await pane.says("The template is in this workbook.");
  });

  it("that nobody waited for is shown, and the work can go on", async () => {
    await pane.button("Insert the template");
    pane.window.dispatchEvent(new pane.window.ErrorEvent("error", { error: new pane.window.Error("A timer failed."), message: "A timer failed." }));
    await pane.says("Something went wrong. A timer failed.");
    await pane.click("Put this message away");
    await inserted();
  });
});

describe("what is fetched first", () => {
  it("is at most 150 KB of JavaScript", () => {
    expect(gzipSync(readFileSync(path.join(repository, "build/addin/taskpane.js"))).length).toBeLessThanOrEqual(150 * 1000);
  });
});
