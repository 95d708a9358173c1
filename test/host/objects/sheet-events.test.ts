/** What sheets and the workbook tell besides changed cells: names, places, hiding, protection, formulas, clicks, sorting, settings. */
import { typeInto } from "../../../src/host/entry";
import { listener } from "./listening";
import { openOfficePage, type OfficePage } from "./office-page";

let page: OfficePage;
beforeEach(async () => { page = await openOfficePage({ profile: { platform: "web", api: "1.17" }, fill: (workbook) => { workbook.addSheet("Other"); } }); });
afterEach(() => {
  page.close();
  expect(page.problems).toEqual([]);
});
const { listen, heard } = listener(() => page);
const id = (): string => page.workbook.sheets.find(({ name }) => name !== "Other")?.id ?? "";

describe("a sheet", () => {
  it("tells its name, place and visibility before and after", async () => {
    await listen('sheet.onNameChanged.add(window.take("name")); worksheets.onMoved.add(window.take("moved")); worksheets.onVisibilityChanged.add(window.take("visibility"))');
    await page.run('const sheet = context.workbook.worksheets.getItem("Sheet1"); sheet.name = "Demand"; sheet.position = 1; sheet.visibility = "VeryHidden"; await context.sync();');
    const about = { source: "Local", worksheetId: id() };
    expect(await heard(3)).toEqual([
      ["name", { ...about, nameBefore: "Sheet1", nameAfter: "Demand" }], ["moved", { ...about, positionBefore: 0, positionAfter: 1 }],
      ["visibility", { ...about, visibilityBefore: "Visible", visibilityAfter: "VeryHidden" }],
    ]);
  });

  it("tells when it is protected and freed", async () => {
    await listen('worksheets.onProtectionChanged.add(window.take("protection"))');
    await page.run('const { protection } = context.workbook.worksheets.getItem("Sheet1"); protection.protect(); await context.sync(); protection.unprotect(); await context.sync();');
    const about = { source: "Local", worksheetId: id() };
    expect(await heard(2)).toEqual([["protection", { ...about, isProtected: true }], ["protection", { ...about, isProtected: false }]]);
  });

  it("tells rows that are hidden and shown, and not those that only move", async () => {
    await listen('sheet.onRowHiddenChanged.add(window.take("rows"))');
    const act = (code: string): Promise<unknown> => page.run(`const sheet = context.workbook.worksheets.getItem("Sheet1"); ${code}; await context.sync();`);
    await act('sheet.getRange("2:3").rowHidden = true; sheet.getRange("6:6").rowHidden = true');
    await act('sheet.getRange("1:1").insert("Down")');
    await act('sheet.getRange("4:4").rowHidden = false');
    expect(await heard(3)).toMatchObject([
      ["rows", { address: "2:3", changeType: "Hidden" }], ["rows", { address: "6:6", changeType: "Hidden" }], ["rows", { address: "4:4", changeType: "Unhidden", source: "Local", worksheetId: id() }],
    ]);
  });

  it("tells what formulas were", async () => {
    await listen('sheet.onFormulaChanged.add(window.take("formulas"))');
    const sheet = page.workbook.active;
    typeInto(page.host.session, sheet, 0, 0, [["=1+1", "text"]], "typed");
    typeInto(page.host.session, sheet, 0, 0, [["=1+2"]], "typed");
    typeInto(page.host.session, sheet, 0, 0, [[7]], "typed");
    const told = (previousFormula: string): unknown => ["formulas", { source: "Local", worksheetId: id(), formulaDetails: [{ cellAddress: "A1", previousFormula }] }];
    expect(await heard(3)).toEqual([told(""), told("=1+1"), told("=1+2")]);
  });

  it("tells a click, and that rows were sorted", async () => {
    await listen('sheet.onSingleClicked.add(window.take("click")); sheet.onRowSorted.add(window.take("rows")); worksheets.onColumnSorted.add(window.take("columns"))');
    page.workbook.tell({ kind: "clicked", sheet: id(), row: 3, column: 1, x: 12, y: 5, cause: "typed" });
    page.workbook.tell({ kind: "sorted", sheet: id(), area: { top: 1, left: 0, bottom: 8, right: 2 }, order: "rows", cause: "api" });
    expect(await heard(2)).toEqual([["click", { address: "B4", offsetX: 12, offsetY: 5, worksheetId: id() }], ["rows", { address: "A2:C9", source: "Local", worksheetId: id() }]]);
  });

  it("tells charts that come and go", async () => {
    await listen('sheet.charts.onAdded.add(window.take("come")); sheet.charts.onDeleted.add(window.take("gone"))');
    await page.run('const sheet = context.workbook.worksheets.getItem("Sheet1"); const chart = sheet.charts.add("Line", sheet.getRange("A1:B3")); await context.sync(); chart.delete(); await context.sync();');
    expect(await heard(2)).toMatchObject([["come", { source: "Local", worksheetId: id() }], ["gone", { source: "Local", worksheetId: id() }]]);
  });
});

describe("the workbook", () => {
  it("tells when the person comes back to it, and changed settings", async () => {
    await listen('context.workbook.onActivated.add(window.take("workbook")); context.workbook.settings.onSettingsChanged.add(async () => window.take("settings")({}))');
    page.host.workbookActivated();
    await page.run('context.workbook.settings.add("key", 1); await context.sync();');
    expect(await heard(2)).toEqual([["workbook", {}], ["settings", {}]]);
  });

  it("tells nothing to a page that wants no events for now", async () => {
    await listen('sheet.onChanged.add(window.take("changed"))');
    await page.run("context.runtime.enableEvents = false; await context.sync();");
    typeInto(page.host.session, page.workbook.active, 0, 0, [[1]], "typed");
    expect(await page.run("context.runtime.load('enableEvents'); await context.sync(); const before = context.runtime.enableEvents; context.runtime.enableEvents = true; await context.sync(); return before;")).toBe(false);
    typeInto(page.host.session, page.workbook.active, 1, 0, [[2]], "typed");
    expect(await heard(1)).toMatchObject([["changed", { address: "A2" }]]);
  });
});

describe("an event that is not built", () => {
  it("is refused by the name that programmers know", async () => {
    expect(await page.run('const sheet = context.workbook.worksheets.getItem("Sheet1"); sheet.charts.add("Line", sheet.getRange("A1:B3")); sheet.charts.onActivated.add(async () => {}); await context.sync();'))
      .toMatchObject({ refused: "ApiNotFound", says: expect.stringContaining("ChartCollection.onActivated is not implemented") as string });
  });
});
