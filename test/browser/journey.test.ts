/** The main job in a browser, from an analyst's own workbook to a saved one: one story, each step from where the last one ended. */
import { readFileSync } from "node:fs";
import { openXlsx } from "../../src/host/file/open-xlsx";
import type { CellValue } from "../../src/host/workbook/values";
import { type Workbook } from "../../src/host/workbook/workbook";
import { openWorkbench, type Workbench } from "../support/workbench";
import { Gestures } from "./gestures";

const EXAMPLE = "assets/examples/trust-workforce.xlsx";
const OWN = ["Read me", "Staff in post", "Vacancies", "Summary", "Leavers"];
const ADDED = ["Cover", "Demand and supply", "Profile", "Gap analysis", "Dashboard 1", "Dashboard 2", "Checks"];

jest.setTimeout(180_000);

describe("an analyst with a workbook of their own", () => {
  let bench: Workbench;
  let person: Gestures;
  beforeAll(async () => {
    bench = await openWorkbench();
    person = new Gestures(bench.page);
    // Alone, this file builds first; under `npm test` the build is there.
  }, 420_000);
  afterAll(() => bench?.close());

  it("opens it from disk and finds figures, formats and chart as they were", async () => {
    await person.open(EXAMPLE);
    expect(await person.tabs()).toEqual(OWN);
    await person.turnTo("Summary");
    await person.sees("F11", "16.9%");
    await bench.page.getByRole("img", { name: /^Chart: / }).first().locator("canvas").first().waitFor();
    await person.picture("1-opened");
  });

  it("is told in a line that a damaged file was not opened, and keeps what was open", async () => {
    await bench.page.getByLabel("Workbook to open").setInputFiles("test/fixtures/workbooks/damaged.xlsx");
    await bench.page.getByText(/^damaged\.xlsx was not opened\. .* The workbook you had open is unchanged\.$/).waitFor();
    expect(await person.tabs()).toEqual(OWN);
    await person.picture("2-bad-file");
    await bench.page.getByRole("button", { name: "Close this message" }).click();
  });

  it("puts the template into it from the pane", async () => {
    await person.pane.getByLabel("Organisation code").fill("RX1");
    await person.pane.getByLabel("Organisation name").fill("Northmoor and Vale NHS Foundation Trust");
    await person.pane.getByRole("button", { name: "Insert the template" }).click();
    await person.pane.getByText("Added 7 sheets").waitFor();
    expect(await person.tabs()).toEqual([...OWN, ...ADDED]);
    await person.turnTo("Cover");
    await person.sees("B8", "Northmoor and Vale NHS Foundation Trust");
    await person.picture("3-inserted");
  });

  it("is refused a figure that cannot be, in a line, and leaves the cell as it was with Esc", async () => {
    await person.turnTo("Demand and supply");
    await person.goTo("B8");
    await bench.page.keyboard.type("-4");
    await bench.page.keyboard.press("Enter");
    await person.refusal.getByText("Enter a whole number, 0 or more").waitFor();
    await person.picture("4-refused");
    await bench.page.keyboard.press("Escape");
    await person.sees("B8", "");
  });

  it("types figures with Tab and Enter, and sees the gap worked out", async () => {
    await person.typeRows("B8", [
      ["1", "0", "1", "1", "0", "1", "2", "1", "0"],
      ["1", "1", "0", "1", "1", "0", "1", "2", "1"],
    ]);
    expect(await person.nameBox.inputValue()).toBe("B10");
    await person.sees("C9", "1");
    await person.picture("5-typed");
    await person.turnTo("Gap analysis");
    // Finance director, now: nobody ready for one vacancy.
    await person.sees("L17", "-1");
    await person.picture("6-gap");
  });

  it("takes the last figure back and puts it in again", async () => {
    await person.turnTo("Demand and supply");
    await bench.page.keyboard.press("Control+z");
    await person.sees("J9", "");
    await bench.page.keyboard.press("Control+y");
    await person.sees("J9", "1");
  });

  it("checks, and a finding leads to its cell", async () => {
    await person.pane.getByRole("button", { name: "Check", exact: true }).click();
    await person.pane.getByRole("button", { name: "Check the figures" }).click();
    const finding = person.pane.getByRole("button").filter({ hasText: "B10" }).first();
    await finding.waitFor();
    await person.picture("7-checked");
    await person.turnTo("Read me");
    await finding.click();
    await bench.page.getByLabel("Cells of Demand and supply", { exact: true }).first().waitFor();
    expect([await person.currentTab(), await person.nameBox.inputValue()]).toEqual(["Demand and supply", "B10"]);
    await person.picture("8-finding");
  });

  it("makes the summary and sees its charts", async () => {
    await person.pane.getByRole("button", { name: "Summarise", exact: true }).click();
    await person.pane.getByRole("button", { name: "Make the summary" }).click();
    await bench.page.getByRole("tab", { name: "Board summary" }).waitFor();
    await person.turnTo("Dashboard 1");
    await bench.page.getByRole("img", { name: /^Chart: / }).first().locator("canvas").first().waitFor();
    await person.picture("9-dashboard-1");
    await person.turnTo("Dashboard 2");
    await bench.page.getByRole("img", { name: /^Chart: / }).first().locator("canvas").first().waitFor();
    await person.picture("10-dashboard-2");
    await person.turnTo("Board summary");
    await person.picture("11-board-summary");
  });

  it("saves a workbook that holds everything, its own sheets as they were", async () => {
    const [download] = await Promise.all([bench.page.waitForEvent("download"), bench.page.keyboard.press("Control+s")]);
    expect(download.suggestedFilename()).toBe("trust-workforce.xlsx");
    await person.picture("12-saved");
    const saved = openXlsx(readFileSync(await download.path()), "saved.xlsx").workbook;
    expect(saved.sheets.map((sheet) => sheet.name)).toEqual(expect.arrayContaining([...OWN, ...ADDED, "Board summary"]));
    expect(rowOf(saved, "Demand and supply", 8)).toEqual([1, 1, 0, 1, 1, 0, 1, 2, 1]);
    const before = openXlsx(readFileSync(EXAMPLE), "before.xlsx").workbook;
    for (const name of OWN) expect([name, contentOf(saved, name)]).toEqual([name, contentOf(before, name)]);
  });

  it("never left this machine, and nothing was logged as an error", () => {
    expect(bench.complaints).toEqual([]);
  });
});

/** Columns B to J of a row, counted from 0. */
function rowOf(workbook: Workbook, sheet: string, row: number): readonly CellValue[] {
  return Array.from({ length: 9 }, (_value, at) => workbook.sheetByName(sheet)?.cell(row, at + 1).value ?? null);
}

/** Every constant and formula of a sheet by its place. */
function contentOf(workbook: Workbook, sheet: string): Readonly<Record<string, unknown>> {
  const cells = [...(workbook.sheetByName(sheet)?.entries() ?? [])].map(([row, column, cell]) => [`${row},${column}`, cell.formula ?? cell.value] as const);
  return Object.fromEntries(cells.sort(([a], [b]) => (a < b ? -1 : 1)));
}
