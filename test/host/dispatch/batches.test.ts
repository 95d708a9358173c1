/** How requests are run: in order, up to the first refusal; what is counted; which limits hold. */
import type { RequestRecord } from "../../../src/host/dispatch/answer";
import { openOfficePage, type OfficePage } from "../objects/office-page";

let page: OfficePage;
beforeAll(async () => { page = await openOfficePage(); });
afterAll(() => page.close());

describe("a request", () => {
  it("keeps what was done before the action that Excel refuses", async () => {
    expect(await page.run(`
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1").values = [["kept"]];
      sheet.getRange("A2").values = [["too", "wide"]];
      sheet.getRange("A3").values = [["never"]];
      await context.sync();
    `)).toEqual({ refused: "InvalidArgument", at: "Range.values", says: "The number of rows or columns in the input array doesn't match the size or dimensions of the range." });
    const { active } = page.workbook;
    expect([active.cell(0, 0).value, active.cell(1, 0).value, active.cell(2, 0).value]).toEqual(["kept", null, null]);
  });

  it("answers a null object, and null objects below it, where there is nothing", async () => {
    expect(await page.run(`
      const sheet = context.workbook.worksheets.getItemOrNullObject("Nowhere");
      const range = sheet.getRange("A1");
      sheet.load("name");
      range.load("address");
      await context.sync();
      return [sheet.isNullObject, range.isNullObject];
    `)).toEqual([true, true]);
  });

  it("refuses a missing item by ItemNotFound", async () => {
    expect(await page.run(`context.workbook.worksheets.getItem("Nowhere").load("name"); await context.sync();`))
      .toEqual({ refused: "ItemNotFound", at: "WorksheetCollection.getItem", says: "The requested resource doesn't exist." });
  });

  it("names a member that is not built", async () => {
    expect(await page.run(`context.workbook.worksheets.getItem("Sheet1").getRange("A1:B9").getImage(); await context.sync();`))
      .toMatchObject({ refused: "ApiNotFound", says: "Range.getImage is not implemented by this host." });
  });

  it("loads items, properties below navigation, and pages of a collection", async () => {
    expect(await page.run(`
      const { worksheets } = context.workbook;
      worksheets.add("Two").getRange("A1").format.fill.color = "#12436D";
      worksheets.load("items/name,items/pageLayout/orientation");
      const range = worksheets.getItem("Two").getRange("A1").load("format/fill/color,format/font/bold");
      await context.sync();
      const second = worksheets.load({ select: "name", top: 1, skip: 1 });
      const all = worksheets.items.map((sheet) => [sheet.name, sheet.pageLayout.orientation]);
      await context.sync();
      return [all, second.items.map((sheet) => sheet.name), range.format.fill.color, range.format.font.bold];
    `)).toEqual([[["Sheet1", "Portrait"], ["Two", "Portrait"]], ["Two"], "#12436D", false]);
  });

  it("gives every plain property when none is named", async () => {
    expect(await page.run(`
      const sheet = context.workbook.worksheets.getItem("Sheet1").load();
      await context.sync();
      return sheet.toJSON();
    `)).toEqual({
      id: page.workbook.sheetByName("Sheet1")?.id, name: "Sheet1", position: 0, visibility: "Visible", tabColor: "", showGridlines: true, showHeadings: true,
      standardHeight: 15, standardWidth: 48, tabId: 1, enableCalculation: true,
    });
  });

  it("sets several properties at once, nested ones too", async () => {
    expect(await page.run(`
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("D1");
      range.set({ values: [["x"]], format: { font: { bold: true, size: 14 }, wrapText: true } });
      range.load("values,format/wrapText,format/font/size");
      await context.sync();
      return [range.values, range.format.wrapText, range.format.font.size];
    `)).toEqual([[["x"]], true, 14]);
  });

  it("reads formulas up to date after writes in the same request", async () => {
    expect(await page.run(`
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("F1:F2").values = [[2], ["=F1*10"]];
      const first = sheet.getRange("F2").load("values");
      sheet.getRange("F1").values = [[3]];
      const then = sheet.getRange("F2").load("values");
      await context.sync();
      return [first.values, then.values];
    `)).toEqual([[[20]], [[30]]]);
  });

  it("writes a block that the library cuts into pieces", async () => {
    expect(await page.run(`
      const sheet = context.workbook.worksheets.add("Big");
      const rows = Array.from({ length: 2000 }, (_row, r) => [r, r * 2, "row " + r]);
      const range = sheet.getRangeByIndexes(0, 0, rows.length, 3);
      range.values = rows;
      const last = sheet.getRange("A2000:C2000").load("values");
      await context.sync();
      return last.values;
    `)).toEqual([[1999, 3998, "row 1999"]]);
  });
});

describe("what is counted", () => {
  it("is a sync for each request that somebody waits for, and none for letting go of ranges", async () => {
    const requests: RequestRecord[] = [];
    let released: () => void = () => undefined;
    const untilReleased = new Promise<void>((resolve) => { released = resolve; });
    const counted = await openOfficePage({
      onRequest: (record) => {
        requests.push(record);
        if (record.releaseOnly) released();
      },
    });
    await counted.run(`
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1").load("values");
      await context.sync();
      range.values = [["twice"]];
      await context.sync();
    `);
    await untilReleased;
    expect(counted.host.counts).toEqual({ syncs: 2, requests: 3, largestRequestBytes: Math.max(...requests.map((record) => record.bytes)), largestRequestActions: Math.max(...requests.map((record) => record.actions)) });
    expect(requests.filter((record) => !record.service).map((record) => record.releaseOnly)).toEqual([false, false, true]);
    counted.close();
  });
});

describe("limits", () => {
  it("refuses a request over 5 MB on the web, and does nothing of it", async () => {
    expect(await page.run(`
      context.workbook.worksheets.add("Never");
      context.workbook.worksheets.getItem("Sheet1").getRangeByIndexes(0, 20, 200, 1).values = Array.from({ length: 200 }, () => ["x".repeat(30000)]);
      await context.sync();
    `)).toMatchObject({ refused: "RequestPayloadSizeLimitExceeded" });
    expect(page.workbook.sheetByName("Never")).toBeNull();
  });

  it("takes the same request on the desktop", async () => {
    const desktop = await openOfficePage({ profile: { platform: "desktop", api: "1.14" } });
    expect(await desktop.run(`
      context.workbook.worksheets.getItem("Sheet1").getRangeByIndexes(0, 20, 200, 1).values = Array.from({ length: 200 }, () => ["x".repeat(30000)]);
      await context.sync();
      return "done";
    `)).toBe("done");
    desktop.close();
  });

  it("refuses an answer over 5 MB on the web", async () => {
    page.workbook.active.write({ top: 0, left: 30, bottom: 199, right: 30 }, "typed", "content", (cell) => ({ ...cell, value: "y".repeat(30_000) }));
    expect(await page.run(`
      context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(0, 30, 200, 1).load("values");
      await context.sync();
    `)).toMatchObject({ refused: "ResponsePayloadSizeLimitExceeded" });
  });

  it("gives null instead of more cells than Excel hands out", async () => {
    expect(await page.run(`
      const columns = context.workbook.worksheets.getItem("Sheet1").getRange("A:B").load("values,address,cellCount");
      await context.sync();
      return [columns.values, columns.address, columns.cellCount];
    `)).toEqual([null, "Sheet1!A:B", 2_097_152]);
  });

  it("refuses everything while a cell is being edited", async () => {
    page.host.cellEditing = true;
    expect(await page.run(`context.workbook.worksheets.add("Unseen"); await context.sync();`)).toMatchObject({ refused: "InvalidOperationInCellEditMode" });
    page.host.cellEditing = false;
    expect(page.workbook.sheetByName("Unseen")).toBeNull();
  });

  it("waits for the edit to end where the add-in asked for that", async () => {
    page.host.cellEditing = true;
    const waiting = page.script(`return Excel.run({ delayForCellEdit: true }, async (context) => { context.workbook.worksheets.add("After"); await context.sync(); return "after"; });`);
    await page.script("return 1;");
    const during = page.workbook.sheetByName("After");
    page.host.cellEditing = false;
    expect([during, await waiting]).toEqual([null, "after"]);
  });
});

describe("an older Excel", () => {
  it("refuses members that came later, by the set they need", async () => {
    const old = await openOfficePage({ profile: { platform: "desktop", api: "1.7" } });
    expect(await old.run(`
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      range.dataValidation.load("type");
      await context.sync();
    `)).toMatchObject({ refused: "ApiNotFound", says: "Range.dataValidation needs ExcelApi 1.8; this host stands for an Excel with ExcelApi 1.7." });
    expect(await old.script(`return Office.context.requirements.isSetSupported("ExcelApi", "1.8");`)).toBe(false);
    old.close();
  });
});

describe("the page", () => {
  it("had nothing to complain of", () => { expect(page.problems).toEqual([]); });
});
