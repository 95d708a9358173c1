/** Worksheets, names, settings and properties through the real library. */
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { openOfficePage, type OfficePage } from "./office-page";

let page: OfficePage;
beforeAll(async () => { page = await openOfficePage(); });
afterAll(() => page.close());

const names = (): readonly string[] => page.workbook.sheets.map((sheet) => sheet.name);

describe("worksheets", () => {
  it("are added, named, moved, hidden, shown, copied and deleted", async () => {
    expect(await page.run(`
      const { worksheets } = context.workbook;
      const gap = worksheets.add("Gap");
      worksheets.add();
      gap.position = 0;
      gap.tabColor = "#12436D";
      gap.showGridlines = false;
      gap.load("id,name,position,tabColor,showGridlines,visibility");
      const first = worksheets.getFirst().load("name");
      const last = worksheets.getLast().load("name");
      const count = worksheets.getCount();
      await context.sync();
      gap.visibility = "Hidden";
      const visible = worksheets.getCount(true);
      const next = gap.getNext().load("name");
      await context.sync();
      gap.visibility = "VeryHidden";
      await context.sync();
      gap.visibility = "Visible";
      gap.name = "Gap analysis";
      const copy = gap.copy("End").load("name");
      gap.delete();
      await context.sync();
      return [gap.position, gap.tabColor, gap.showGridlines, first.name, last.name, count.value, visible.value, next.name, copy.name];
    `)).toEqual([0, "#12436D", false, "Gap", "Sheet2", 3, 2, "Sheet1", "Gap analysis (2)"]);
    expect(names()).toEqual(["Sheet1", "Sheet2", "Gap analysis (2)"]);
  });

  it.each([
    { code: 'worksheets.add("sheet1")', refused: "ItemAlreadyExists", because: "names differ in more than case" },
    { code: 'worksheets.add("a".repeat(32))', refused: "InvalidArgument", because: "a name has at most 31 characters" },
    { code: 'worksheets.add("Q1/Q2")', refused: "InvalidArgument", because: "some characters are not for names" },
    { code: 'worksheets.getItem("Sheet1").name = "Sheet2"', refused: "ItemAlreadyExists", because: "another sheet has that name" },
    { code: 'worksheets.getItem("Sheet1").position = 9', refused: "InvalidArgument", because: "there is no such place" },
    { code: 'worksheets.getItem("Sheet1").visibility = "Shown"', refused: "InvalidArgument", because: "that is no visibility" },
  ])("$code is refused as $refused ($because)", async ({ code, refused }) => {
    expect(await page.run(`const { worksheets } = context.workbook; ${code}; await context.sync();`)).toMatchObject({ refused });
  });

  it("keep at least one that can be seen", async () => {
    const single = await openOfficePage();
    expect(await single.run('context.workbook.worksheets.getItem("Sheet1").delete(); await context.sync();')).toMatchObject({ refused: "InvalidArgument" });
    expect(await single.run('context.workbook.worksheets.getItem("Sheet1").visibility = "Hidden"; await context.sync();')).toMatchObject({ refused: "InvalidArgument" });
    single.close();
  });

  it.each([
    { code: 'worksheets.add("New")' }, { code: 'worksheets.getItem("Sheet1").delete()' }, { code: 'worksheets.getItem("Sheet1").name = "Other"' },
    { code: 'worksheets.getItem("Sheet1").position = 1' }, { code: 'worksheets.getItem("Sheet1").visibility = "Hidden"' }, { code: 'worksheets.getItem("Sheet1").copy("End")' },
  ])("in a workbook whose structure is protected stay as they are: $code", async ({ code }) => {
    const locked = await openOfficePage({ fill: (workbook) => { workbook.addSheet("Sheet2"); workbook.structureLocked = true; } });
    expect(await locked.run(`const { worksheets } = context.workbook; ${code}; await context.sync();`)).toMatchObject({ refused: "AccessDenied" });
    expect(await locked.run('const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1"); range.values = [[1]]; await context.sync(); return "entered";')).toBe("entered");
    expect(locked.workbook.sheets.map((sheet) => sheet.name)).toEqual(["Sheet1", "Sheet2"]);
    locked.close();
  });

  it("activate one, and a hidden one never", async () => {
    expect(await page.run(`
      const { worksheets } = context.workbook;
      worksheets.getItem("Sheet2").activate();
      const active = worksheets.getActiveWorksheet().load("name");
      await context.sync();
      return active.name;
    `)).toBe("Sheet2");
    expect(await page.run(`const sheet = context.workbook.worksheets.add("Unseen"); sheet.visibility = "Hidden"; sheet.activate(); await context.sync();`)).toMatchObject({ refused: "InvalidArgument" });
  });

  it("rename formulas with themselves", async () => {
    expect(await page.run(`
      const { worksheets } = context.workbook;
      const source = worksheets.add("Source"); source.getRange("A1").values = [[4]];
      const reader = worksheets.add("Reader").getRange("A1"); reader.formulas = [["=Source!A1*2"]];
      await context.sync();
      source.name = "Origin";
      reader.load("formulas,values");
      await context.sync();
      return [reader.formulas, reader.values];
    `)).toEqual([[["=Origin!A1*2"]], [[8]]]);
  });

  it("freeze panes and let them go", async () => {
    expect(await page.run(`
      const sheet = context.workbook.worksheets.add("Frozen");
      const where = async () => { const at = sheet.freezePanes.getLocationOrNullObject().load("address"); await context.sync(); return at.isNullObject ? null : at.address.split("!")[1]; };
      const seen = [await where()];
      sheet.freezePanes.freezeRows(2); seen.push(await where());
      sheet.freezePanes.freezeColumns(1); seen.push(await where());
      sheet.freezePanes.freezeAt(sheet.getRange("A1:B5")); seen.push(await where());
      sheet.freezePanes.unfreeze(); seen.push(await where());
      return seen;
    `)).toEqual([null, "1:2", "A:A", "A1:B5", null]);
  });

  it("keep custom properties", async () => {
    expect(await page.run(`
      const { customProperties } = context.workbook.worksheets.getItem("Sheet1");
      customProperties.add("Kind", "demand");
      customProperties.add("kind", "gap");
      customProperties.load("items/key,items/value");
      const none = customProperties.getItemOrNullObject("Other");
      await context.sync();
      const seen = [customProperties.items.map((item) => [item.key, item.value]), none.isNullObject];
      customProperties.getItem("KIND").delete();
      const left = customProperties.getCount();
      await context.sync();
      return [...seen, left.value];
    `)).toEqual([[["Kind", "gap"]], true, 0]);
  });
});

describe("protection", () => {
  it("locks cells, leaves the unlocked ones open, and is refused twice", async () => {
    expect(await page.run(`
      const sheet = context.workbook.worksheets.add("Locked");
      sheet.getRange("B2").format.protection.locked = false;
      sheet.protection.protect({ allowFormatColumns: true });
      sheet.protection.load("protected,options");
      sheet.getRange("B2").values = [["open"]];
      sheet.getRange("C:C").format.columnWidth = 96;
      await context.sync();
      return [sheet.protection.protected, sheet.protection.options.allowFormatColumns, sheet.protection.options.allowInsertRows];
    `)).toEqual([true, true, false]);
    const refused = async (code: string): Promise<unknown> => page.run(`const sheet = context.workbook.worksheets.getItem("Locked"); ${code}; await context.sync();`);
    expect(await Promise.all([
      refused('sheet.getRange("A1").values = [["shut"]]'), refused('sheet.getRange("A1").format.font.bold = true'), refused('sheet.getRange("1:1").insert("Down")'),
      refused('sheet.tables.add("A1:B2", true)'), refused('sheet.charts.add("Pie", sheet.getRange("A1:B2"))'), refused("sheet.protection.protect()"),
    ])).toEqual(Array.from({ length: 6 }, () => expect.objectContaining({ refused: "AccessDenied" })));
    expect(await refused('sheet.protection.unprotect(); sheet.getRange("A1").values = [["open again"]]')).toBeUndefined();
  });
});

describe("names", () => {
  it("are made of ranges, formulas and constants, and tell what they are", async () => {
    expect(await page.run(`
      const { names, worksheets } = context.workbook;
      const sheet = worksheets.getItem("Sheet1");
      sheet.getRange("A1:A2").values = [[3], [4]];
      names.add("nmRange", sheet.getRange("A1:A2"), "two figures");
      names.add("nmSum", "=SUM(Sheet1!$A$1:$A$2)");
      names.add("nmWord", "demand");
      names.add("nmNumber", "=2.5");
      sheet.names.add("nmRange", sheet.getRange("B1"));
      names.getItem("nmWord").visible = false;
      names.load("items/name,items/type,items/value,items/formula,items/visible,items/scope,items/comment");
      const cells = names.getItem("nmRange").getRange().load("address");
      const own = sheet.names.getItem("nmrange").load("name,scope,formula");
      const none = names.getItem("nmSum").getRangeOrNullObject();
      await context.sync();
      return [names.items.map((item) => [item.name, item.type, item.value, item.formula, item.visible, item.scope]), cells.address, [own.name, own.scope, own.formula], none.isNullObject];
    `)).toEqual([[
      ["nmRange", "Range", "Sheet1!A1:A2", "=Sheet1!$A$1:$A$2", true, "Workbook"], ["nmSum", "Integer", 7, "=SUM(Sheet1!$A$1:$A$2)", true, "Workbook"],
      ["nmWord", "String", "demand", '="demand"', false, "Workbook"], ["nmNumber", "Double", 2.5, "=2.5", true, "Workbook"],
    ], "Sheet1!A1:A2", ["nmRange", "Worksheet", "=Sheet1!$B$1"], true]);
  });

  it.each([
    { name: "A1", refused: "InvalidArgument", because: "it looks like a cell" },
    { name: "R1C1", refused: "InvalidArgument", because: "it looks like a cell in the other notation" },
    { name: "two words", refused: "InvalidArgument", because: "a name has no blanks" },
    { name: "1st", refused: "InvalidArgument", because: "a name starts with a letter" },
    { name: "NMSUM", refused: "ItemAlreadyExists", because: "case makes no difference" },
  ])("$name is refused as $refused ($because)", async ({ name, refused }) => {
    expect(await page.run(`context.workbook.names.add(${JSON.stringify(name)}, "=1"); await context.sync();`)).toMatchObject({ refused });
  });

  it("are changed and deleted", async () => {
    expect(await page.run(`
      const { names } = context.workbook;
      const item = names.getItem("nmNumber");
      item.formula = "=Sheet1!$A$2"; item.comment = "moved";
      item.load("value,comment");
      await context.sync();
      const seen = [item.value, item.comment];
      item.delete();
      const gone = names.getItemOrNullObject("nmNumber");
      await context.sync();
      return [...seen, gone.isNullObject];
    `)).toEqual(["Sheet1!A2", "moved", true]);
  });
});

describe("the document", () => {
  it("has settings that keep any JSON value, dates too", async () => {
    expect(await page.run(`
      const { settings } = context.workbook;
      settings.add("when", { at: new Date(0), list: [1, 2] });
      settings.add("count", 3);
      settings.add("count", 4);
      settings.load("items/key,items/value");
      const none = settings.getItemOrNullObject("absent");
      await context.sync();
      settings.getItem("count").delete();
      const left = settings.getCount();
      await context.sync();
      return [settings.items.map((item) => item.key), settings.items[0].value.at instanceof Date, settings.items[1].value, none.isNullObject, left.value];
    `)).toEqual([["when", "count"], true, 4, true, 1]);
  });

  it("has properties, a name, and a calculation mode", async () => {
    expect(await page.run(`
      const { properties, application } = context.workbook;
      properties.title = "Talent plan"; properties.author = "An analyst";
      properties.load("title,author"); context.workbook.load("name"); application.load("calculationMode");
      await context.sync();
      return [properties.title, properties.author, context.workbook.name, application.calculationMode];
    `)).toEqual(["Talent plan", "An analyst", "Test.xlsx", "Automatic"]);
  });

  it("calculates by itself, or when it is told to", async () => {
    expect(await page.run(`
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("D1:D2");
      range.formulas = [[1], ["=D1+1"]];
      const { application } = context.workbook;
      await context.sync();
      application.calculationMode = "Manual";
      range.getCell(0, 0).values = [[10]];
      range.load("values"); await context.sync();
      const still = range.values;
      application.calculate("Recalculate"); range.load("values"); await context.sync();
      const told = range.values;
      application.calculationMode = "Automatic";
      application.suspendApiCalculationUntilNextSync();
      range.getCell(0, 0).values = [[20]];
      range.load("values"); await context.sync();
      const suspended = range.values;
      range.load("values"); await context.sync();
      return [still, told, suspended, range.values];
    `)).toEqual([[[10], [2]], [[10], [11]], [[20], [11]], [[20], [21]]]);
  });
});

describe("the page", () => {
  it("had nothing to complain of", () => { expect(page.problems).toEqual([]); });
});

describe("names of arrays", () => {
  it("tell their values and kinds, and a name of one value has none", async () => {
    const single = await openOfficePage();
    expect(await single.run(`
      const { names } = context.workbook;
      const array = names.add("Steps", '={1,"two";TRUE,4.5}').load("type");
      array.arrayValues.load("values,types");
      names.add("One", "=1+1");
      await context.sync();
      return [array.type, array.arrayValues.values, array.arrayValues.types];
    `)).toEqual(["Array", [[1, "two"], [true, 4.5]], [["Double", "String"], ["Boolean", "Double"]]]);
    expect(await single.run('context.workbook.names.getItem("One").arrayValues.load("values"); await context.sync();')).toMatchObject({ refused: "ItemNotFound" });
    single.close();
  });
});

describe("calculation", () => {
  it("by hand still works out a formula that is entered, and nothing else until it is asked", async () => {
    const manual = await openOfficePage();
    expect(await manual.run(`
      const { application } = context.workbook, sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:B1").formulas = [[1, "=A1*10"]];
      await context.sync();
      application.calculationMode = "Manual";
      sheet.getRange("A1").values = [[2]];
      sheet.getRange("C1").formulas = [["=A1+B1"]];
      const before = sheet.getRange("B1:C1").load("values");
      application.load("calculationMode,calculationState");
      await context.sync();
      const seen = [application.calculationMode, application.calculationState, before.values];
      application.calculate("Recalculate");
      const after = sheet.getRange("B1:C1").load("values");
      await context.sync();
      return [...seen, after.values];
    `)).toEqual(["Manual", "Pending", [[10, 12]], [[20, 22]]]);
    const again = openXlsx(saveXlsx(manual.workbook), "a.xlsx").workbook.calculation;
    expect(again).toEqual({ mode: "Manual", iterates: false, maxIteration: 100, maxChange: 0.001, fullPrecision: true });
    manual.close();
  });

  it("goes round in a circle where that is turned on, as often as it may", async () => {
    const circle = await openOfficePage();
    expect(await circle.run(`
      const { iterativeCalculation } = context.workbook.application, cell = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      iterativeCalculation.maxIteration = 7; iterativeCalculation.enabled = true; iterativeCalculation.load("enabled,maxIteration,maxChange");
      cell.formulas = [["=A1+1"]]; cell.load("values");
      await context.sync();
      return [iterativeCalculation.enabled, iterativeCalculation.maxIteration, iterativeCalculation.maxChange, cell.values[0][0]];
    `)).toEqual([true, 7, 0.001, 7]);
    circle.close();
  });
});
