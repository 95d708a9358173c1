/** Events as Excel raises them, through the real library. */
import { typeInto } from "../../../src/host/entry";
import type { Sheet } from "../../../src/host/workbook/sheet";
import { listener } from "./listening";
import { openOfficePage, type OfficePage } from "./office-page";

let page: OfficePage;
beforeEach(async () => { page = await openOfficePage(); });
afterEach(() => {
  page.close();
  expect(page.problems).toEqual([]);
});

const sheet = (name = "Sheet1"): Sheet => {
  const found = page.workbook.sheetByName(name);
  if (found === null) throw new Error(`There is no sheet ${name}.`);
  return found;
};
const { listen, heard } = listener(() => page);

describe("onChanged", () => {
  it("tells what one cell held before and after, and that a person did it", async () => {
    await listen('sheet.onChanged.add(window.take("changed"))');
    typeInto(page.host.session, sheet(), 1, 1, [[5]], "typed");
    typeInto(page.host.session, sheet(), 1, 1, [["six"]], "typed");
    expect(await heard(2)).toEqual([
      ["changed", {
        changeType: "RangeEdited", source: "Local", triggerSource: "Unknown", worksheetId: sheet().id, address: "B2",
        details: { valueAfter: 5, valueBefore: "", valueTypeAfter: "Double", valueTypeBefore: "Empty" },
      }],
      ["changed", {
        changeType: "RangeEdited", source: "Local", triggerSource: "Unknown", worksheetId: sheet().id, address: "B2",
        details: { valueAfter: "six", valueBefore: 5, valueTypeAfter: "String", valueTypeBefore: "Double" },
      }],
    ]);
  });

  it("has no details for several cells, says when the add-in itself did it, and leads to the range", async () => {
    await listen('sheet.onChanged.add(async (event) => { await Excel.run(async (context) => { const range = event.getRange(context).load("values"); await context.sync(); window.values = range.values; }); await window.take("changed")(event); })');
    await page.run('context.workbook.worksheets.getItem("Sheet1").getRange("A1:B1").values = [[1, 2]]; await context.sync();');
    expect(await heard(1)).toEqual([["changed", { changeType: "RangeEdited", source: "Local", triggerSource: "ThisLocalAddin", worksheetId: sheet().id, address: "A1:B1" }]]);
    expect(await page.script("return window.values;")).toEqual([[1, 2]]);
  });

  it("is silent about results of formulas and about formats", async () => {
    await listen('sheet.onChanged.add(window.take("changed"))');
    typeInto(page.host.session, sheet(), 0, 0, [[1]], "typed");
    typeInto(page.host.session, sheet(), 0, 1, [["=A1+1"]], "typed");
    typeInto(page.host.session, sheet(), 0, 0, [[2]], "typed");
    await page.run('context.workbook.worksheets.getItem("Sheet1").getRange("A1:C9").format.font.bold = true; await context.sync();');
    typeInto(page.host.session, sheet(), 5, 5, [["last"]], "typed");
    const addresses = (await heard(4) as readonly (readonly [string, { readonly address: string }])[]).map(([, event]) => event.address);
    expect(addresses).toEqual(["A1", "B1", "A1", "F6"]);
  });

  it("tells of rows put in", async () => {
    await listen('sheet.onChanged.add(window.take("changed"))');
    await page.run('context.workbook.worksheets.getItem("Sheet1").getRange("2:3").insert("Down"); await context.sync();');
    expect(await heard(1)).toEqual([["changed", {
      changeType: "RowInserted", source: "Local", triggerSource: "ThisLocalAddin", worksheetId: sheet().id, address: "2:3", changeDirectionState: { insertShiftDirection: "Down" },
    }]]);
  });

  it("is heard for every sheet from the collection, and no more once the handler is gone", async () => {
    await listen('window.handlers.push(worksheets.onChanged.add(window.take("any")))');
    typeInto(page.host.session, sheet(), 0, 0, [[1]], "typed");
    await heard(1);
    await page.script("return Excel.run(window.handlers[0].context, async (context) => { window.handlers[0].remove(); await context.sync(); });");
    typeInto(page.host.session, sheet(), 0, 0, [[2]], "typed");
    await page.run('await context.sync();');
    expect(await page.script("return new Promise((resolve) => setTimeout(() => resolve(window.heard.length), 30));")).toBe(1);
  });
});

describe("results of formulas", () => {
  it("are told where they are, area by area, and to the bindings over them", async () => {
    await page.run(`
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:A9").values = [[1], [2], [3], [4], [5], [6], [7], [8], [9]]; sheet.getRange("C1:D9").formulas = Array.from({ length: 9 }, (_one, index) => ["=A" + (index + 1), "=1"]);
      context.workbook.bindings.add(sheet.getRange("C2"), "Range", "second"); context.workbook.bindings.add(sheet.getRange("C5"), "Range", "fifth");
      await context.sync();
    `);
    await listen('sheet.onCalculated.add(window.take("calculated")); for (const id of ["second", "fifth"]) context.workbook.bindings.getItem(id).onDataChanged.add(async () => window.take(id)({}))');
    await page.run('const sheet = context.workbook.worksheets.getItem("Sheet1"); sheet.getRange("A1:A2").values = [[10], [20]]; sheet.getRange("A9").values = [[90]]; await context.sync();');
    expect(await heard(2)).toEqual(expect.arrayContaining([["calculated", { worksheetId: sheet().id, address: "C1:C2,C9" }], ["second", {}]]));
    expect(await page.script("return new Promise((resolve) => setTimeout(() => resolve(window.heard.map(([name]) => name).sort()), 30));")).toEqual(["calculated", "second"]);
  });
});

describe("switching events off", () => {
  it("silences bindings and the selection as well as sheets, until they are switched on again", async () => {
    await page.run('const sheet = context.workbook.worksheets.getItem("Sheet1"); context.workbook.bindings.add(sheet.getRange("A1:A9"), "Range", "bound"); await context.sync();');
    await listen(`
      sheet.onChanged.add(window.take("changed")); context.workbook.onSelectionChanged.add(async () => window.take("selected")({}));
      const bound = context.workbook.bindings.getItem("bound"); bound.onDataChanged.add(async () => window.take("bound")({})); bound.onSelectionChanged.add(async () => window.take("selected within")({}))
    `);
    const happens = async (value: number): Promise<void> => {
      typeInto(page.host.session, sheet(), 0, 0, [[value]], "typed");
      page.workbook.select(sheet(), { top: value, left: 0, bottom: value, right: 0 }, "typed");
      await page.script("return new Promise((resolve) => setTimeout(resolve, 30));");
    };
    await page.run("context.runtime.enableEvents = false; await context.sync();");
    await happens(1);
    expect(await page.script("return window.heard;")).toEqual([]);
    await page.run("context.runtime.enableEvents = true; await context.sync();");
    await happens(2);
    expect(await page.script("return window.heard.map(([name]) => name).sort();")).toEqual(["bound", "changed", "selected", "selected within"]);
  });
});

describe("events of sheets, selection and tables", () => {
  it("tell of sheets that come, go, and are shown", async () => {
    await listen('worksheets.onAdded.add(window.take("added")); worksheets.onDeleted.add(window.take("deleted")); worksheets.onActivated.add(window.take("activated")); sheet.onDeactivated.add(window.take("left"))');
    await page.run('const sheet = context.workbook.worksheets.add("New"); sheet.activate(); await context.sync();');
    const { id } = sheet("New");
    await page.run('context.workbook.worksheets.getItem("Sheet1").activate(); context.workbook.worksheets.getItem("New").delete(); await context.sync();');
    expect(await heard(5)).toEqual([
      ["added", { source: "Local", worksheetId: id }], ["left", { worksheetId: sheet().id }], ["activated", { worksheetId: id }],
      ["activated", { worksheetId: sheet().id }], ["deleted", { source: "Local", worksheetId: id }],
    ]);
  });

  it("tell of the sheet that comes to the front when the one in front is deleted", async () => {
    await page.run('context.workbook.worksheets.add("Going").activate(); await context.sync();');
    const { id } = sheet("Going");
    await listen('worksheets.onDeactivated.add(window.take("left")); worksheets.onActivated.add(window.take("shown")); worksheets.onDeleted.add(window.take("deleted"))');
    await page.run('context.workbook.worksheets.getItem("Going").delete(); await context.sync();');
    expect(await heard(3)).toEqual([["left", { worksheetId: id }], ["shown", { worksheetId: sheet().id }], ["deleted", { source: "Local", worksheetId: id }]]);
  });

  it("tell what is selected, on a sheet and in the workbook", async () => {
    await listen('sheet.onSelectionChanged.add(window.take("sheet")); context.workbook.onSelectionChanged.add(async () => window.take("workbook")({}))');
    page.workbook.select(sheet(), { top: 1, left: 1, bottom: 2, right: 3 }, "typed");
    expect(await heard(2)).toEqual(expect.arrayContaining([["sheet", { address: "B2:D3", worksheetId: sheet().id }], ["workbook", {}]]));
  });

  it("tell of tables made and changed", async () => {
    await listen('const { tables } = context.workbook; tables.onAdded.add(window.take("made")); tables.onChanged.add(window.take("changed"))');
    await page.run('const sheet = context.workbook.worksheets.getItem("Sheet1"); sheet.getRange("A1:A2").values = [["Post"], ["Nurse"]]; sheet.tables.add("A1:A2", true); await context.sync();');
    typeInto(page.host.session, sheet(), 1, 0, [["Doctor"]], "typed");
    expect(await heard(2)).toMatchObject([
      ["made", { source: "Local", tableId: "1", worksheetId: sheet().id }],
      ["changed", { changeType: "RangeEdited", address: "A2", tableId: "1", worksheetId: sheet().id, details: { valueBefore: "Nurse", valueAfter: "Doctor" } }],
    ]);
  });

  it("are not raised in a page that has closed", async () => {
    await listen('sheet.onChanged.add(window.take("changed"))');
    page.host.close();
    expect(() => typeInto(page.host.session, sheet(), 0, 0, [[1]], "typed")).not.toThrow();
    expect(page.host.session.isHeard(10, sheet().id)).toBe(false);
  });
});
