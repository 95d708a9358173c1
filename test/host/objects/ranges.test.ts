/** Excel.Range through the real library. */
import { openOfficePage, type OfficePage } from "./office-page";

let page: OfficePage;
beforeAll(async () => { page = await openOfficePage(); });
afterAll(() => page.close());

describe("a range", () => {
  it("gives back the values, formulas and text that were put in", async () => {
    expect(await page.run(`
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const range = sheet.getRange("A1:B2");
      range.values = [["Posts", 12], ["Gap", "=B1*2"]];
      range.load("values,formulas,text,valueTypes,address,rowIndex,cellCount");
      await context.sync();
      return range.toJSON();
    `)).toEqual({
      address: "Sheet1!A1:B2", cellCount: 4, rowIndex: 0, values: [["Posts", 12], ["Gap", 24]], formulas: [["Posts", 12], ["Gap", "=B1*2"]],
      text: [["Posts", "12"], ["Gap", "24"]], valueTypes: [["String", "Double"], ["String", "Double"]],
    });
    expect(page.problems).toEqual([]);
  });
});
