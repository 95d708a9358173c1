/** Rows and columns grouped, shut and opened, through the real library; and what a saved file says of it. */
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import type { Sheet } from "../../../src/host/workbook/sheet";
import { fileOf, partText } from "../file/opened";
import { openOfficePage, type OfficePage } from "./office-page";

let page: OfficePage;
beforeEach(async () => { page = await openOfficePage(); });
afterEach(() => {
  page.close();
  expect(page.problems).toEqual([]);
});

/** Every row, from 1, that says anything: how deep, "+" for one whose group is shut, "hidden". */
function rowsOf(sheet: Sheet): Readonly<Record<number, string>> {
  const said = [...sheet.get("rows")].map(([row, { level = 0, shut, hidden }]) => [row + 1, `${level}${shut ? "+" : ""}${hidden ? " hidden" : ""}`] as const);
  return Object.fromEntries(said.filter(([, words]) => words !== "0"));
}
const rows = (): Readonly<Record<number, string>> => rowsOf(page.workbook.active);
const does = (...work: readonly string[]): Promise<unknown> => page.run(`const sheet = context.workbook.worksheets.getItem("Sheet1"); ${work.join("; ")}; await context.sync(); return "done";`);

/** Microsoft's example: rows 4 to 9 in a group, 4 to 5 and 7 to 8 in groups within it. */
const GROUPED = ["4:9", "4:5", "7:8"].map((address) => `sheet.getRange("${address}").group("ByRows")`);

describe("an outline", () => {
  it("is rows in groups within groups", async () => {
    expect(await does(...GROUPED)).toBe("done");
    expect(rows()).toEqual({ 4: "2", 5: "2", 6: "1", 7: "2", 8: "2", 9: "1" });
  });

  it("is shown down to a level; the lines that sum up tell which groups are shut", async () => {
    await does(...GROUPED, "sheet.showOutlineLevels(2, 0)");
    expect(rows()).toEqual({ 4: "2 hidden", 5: "2 hidden", 6: "1+", 7: "2 hidden", 8: "2 hidden", 9: "1+" });
    await does("sheet.showOutlineLevels(1, 0)");
    expect(rows()).toEqual({ 4: "2 hidden", 5: "2 hidden", 6: "1+ hidden", 7: "2 hidden", 8: "2 hidden", 9: "1+ hidden", 10: "0+" });
    await does("sheet.showOutlineLevels(8, 0)");
    expect(rows()).toEqual({ 4: "2", 5: "2", 6: "1", 7: "2", 8: "2", 9: "1" });
  });

  it("has a group shut from the line that sums it up, and stays shut within a group that is opened", async () => {
    await does(...GROUPED, 'sheet.getRange("A6").hideGroupDetails("ByRows")');
    expect(rows()).toEqual({ 4: "2 hidden", 5: "2 hidden", 6: "1+", 7: "2", 8: "2", 9: "1" });
    await does('sheet.getRange("4:9").hideGroupDetails("ByRows")');
    expect(rows()).toEqual({ 4: "2 hidden", 5: "2 hidden", 6: "1+ hidden", 7: "2 hidden", 8: "2 hidden", 9: "1 hidden", 10: "0+" });
    await does('sheet.getRange("10:10").showGroupDetails("ByRows")');
    expect(rows()).toEqual({ 4: "2 hidden", 5: "2 hidden", 6: "1+", 7: "2", 8: "2", 9: "1" });
  });

  it("loses a level where rows are ungrouped; what was hidden stays hidden", async () => {
    await does(...GROUPED, 'sheet.getRange("A6").hideGroupDetails("ByRows")', 'sheet.getRange("4:5").ungroup("ByRows")');
    expect(rows()).toEqual({ 4: "1 hidden", 5: "1 hidden", 6: "1", 7: "2", 8: "2", 9: "1" });
  });

  it("takes rows that are put in into the group", async () => {
    await does('sheet.getRange("4:9").group("ByRows")', 'sheet.getRange("6:6").insert("Down")');
    expect(rows()).toEqual({ 4: "1", 5: "1", 6: "1", 7: "1", 8: "1", 9: "1", 10: "1" });
  });

  it.each([
    { what: "whole columns by rows", work: 'sheet.getRange("B:D").group("ByRows")', code: "InvalidArgument" },
    { what: "an eighth level", work: 'for (let level = 0; level < 8; level++) sheet.getRange("A1").group("ByRows")', code: "InvalidOperation" },
    { what: "no group taken apart", work: 'sheet.getRange("A1").ungroup("ByRows")', code: "InvalidOperation" },
    { what: "no group shut", work: 'sheet.getRange("A1").hideGroupDetails("ByColumns")', code: "InvalidOperation" },
    { what: "nine levels", work: "sheet.showOutlineLevels(9, 0)", code: "InvalidArgument" },
    { what: "a protected sheet", work: 'sheet.protection.protect({ allowFormatRows: true }); sheet.getRange("A1").group("ByRows")', code: "AccessDenied" },
  ])("is refused for $what", async ({ work, code }) => {
    expect(await does(work)).toMatchObject({ refused: code });
  });
});

describe("a file's outline", () => {
  it("is saved as Excel saves it, and read again", async () => {
    await does(...GROUPED, 'sheet.getRange("B:D").group("ByColumns")', 'sheet.getRange("B:C").group("ByColumns")', "sheet.showOutlineLevels(2, 1)");
    const saved = saveXlsx(page.workbook);
    const xml = partText(saved, "xl/worksheets/sheet1.xml");
    expect(/<sheetFormatPr[^>]*>/.exec(xml)?.[0]).toBe('<sheetFormatPr defaultRowHeight="15" outlineLevelRow="2" outlineLevelCol="2"/>');
    expect(xml.match(/<row r="[67]"[^>]*>/g)).toEqual(['<row r="6" outlineLevel="1" collapsed="1">', '<row r="7" hidden="1" outlineLevel="2">']);
    expect(xml.match(/<col [^>]*>/g)).toEqual([
      '<col min="2" max="3" width="9.140625" hidden="1" outlineLevel="2"/>', expect.stringMatching(/^<col min="4" max="4" .* hidden="1" outlineLevel="1"/), expect.stringMatching(/^<col min="5" max="5" .* collapsed="1"/),
    ]);
    const again = openXlsx(saved, "Again.xlsx").workbook.active;
    expect(rowsOf(again)).toEqual(rows());
    expect(again.get("columns")).toEqual(page.workbook.active.get("columns"));
  });

  it("may sum up above and left of its groups, and is shut there", async () => {
    const file = openXlsx(fileOf({ "xl/worksheets/sheet1.xml": '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><outlinePr summaryBelow="0"/></sheetPr><sheetData><row r="4" outlineLevel="1"/><row r="5" outlineLevel="1"/></sheetData></worksheet>' }), "a.xlsx");
    const above = await openOfficePage({ fill: (workbook) => {
      const [from, to] = [file.workbook.active, workbook.active];
      to.load({ rows: from.get("rows"), summaries: from.get("summaries") });
    } });
    await above.run('context.workbook.worksheets.getItem("Sheet1").getRange("A3").hideGroupDetails("ByRows"); await context.sync();');
    expect(rowsOf(above.workbook.active)).toEqual({ 3: "0+", 4: "1 hidden", 5: "1 hidden" });
    const saved = saveXlsx(above.workbook);
    above.close();
    expect(partText(saved, "xl/worksheets/sheet1.xml")).toContain('<outlinePr summaryBelow="0"/>');
  });
});
