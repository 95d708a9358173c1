/** Worksheet functions called from a program, through the real library. */
import { openOfficePage, type OfficePage } from "./office-page";

let page: OfficePage;
beforeAll(async () => {
  page = await openOfficePage();
  await page.run('const sheet = context.workbook.worksheets.getItem("Sheet1"); sheet.getRange("A1:C3").values = [["Hammer", 23, 18], ["Wrench", 12, 11], ["Say \\"no\\"", 5, 15]]; await context.sync();');
});
afterAll(() => page.close());

describe("workbook.functions", () => {
  it.each([
    { code: 'f.vlookup("Wrench", range, 2, false)', value: 12, error: null },
    { code: 'f.sum(f.vlookup("Wrench", range, 2, false), f.vlookup("wrench", range, 3, false), 0.5)', value: 23.5, error: null },
    { code: 'f.vlookup("Saw", range, 2, false)', value: null, error: "#N/A" },
    { code: 'f.if(true, "yes \\"indeed\\"", "no")', value: 'yes "indeed"', error: null },
    { code: 'f.match("Say \\"no\\"", sheet.getRange("A1:A3"), 0)', value: 3, error: null },
    { code: "f.norm_S_Dist(0, true)", value: 0.5, error: null },
    { code: "f.iso_Ceiling(4.2)", value: 5, error: null },
    { code: "f.date(2009, 3, 31)", value: 39903, error: null },
    { code: "f.countBlank(sheet.getRange(\"A1:A5\"))", value: 2, error: null },
    { code: "f.sumIf(sheet.getRange(\"B1:B3\"), \">10\", sheet.getRange(\"C1:C3\"))", value: 29, error: null },
  ])("$code gives $value, $error", async ({ code, value, error }) => {
    expect(await page.run(`const f = context.workbook.functions, sheet = context.workbook.worksheets.getItem("Sheet1"), range = sheet.getRange("A1:C3"); const result = ${code}.load("value,error"); await context.sync(); return [result.value, result.error === undefined ? null : result.error];`))
      .toEqual([value, error]);
  });

  it("refuses by name a function that the host does not work out", async () => {
    expect(await page.run('const result = context.workbook.functions.bahtText(3).load("value"); await context.sync();')).toMatchObject({ refused: "ApiNotFound", says: "Functions.BahtText is not implemented by this host." });
  });
});
