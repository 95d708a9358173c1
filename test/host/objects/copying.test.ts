/** Copying through the real library: what goes along and what turns round; colours and cell styles by their names. */
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { openOfficePage, type OfficePage } from "./office-page";

let page: OfficePage;
beforeAll(async () => { page = await openOfficePage(); });
afterAll(() => page.close());

const onSheet = (body: string): Promise<unknown> => page.run(`const sheet = context.workbook.worksheets.add(); sheet.load("name"); await context.sync(); ${body}`);

describe("copying a block", () => {
  it.each([
    { code: 'sheet.getRange("G7").copyFrom("A1:E1", "All", false, true)', cell: "G11", formula: "=SUM(G7:G10)", because: "across becomes down, in formulas too" },
    { code: 'sheet.getRange("G1").copyFrom("A1:E1", "All")', cell: "K1", formula: "=SUM(G1:J1)", because: "references go along" },
    { code: 'sheet.getRange("G1").copyFrom("E1", "Values")', cell: "G1", formula: 15, because: "only the result" },
    { code: 'sheet.getRange("G1").copyFrom("A1:E1", "Link")', cell: "K1", formula: "=E1", because: "each is linked to its own" },
    { code: 'sheet.getRange("G1").copyFrom("E1", "Link")', cell: "G1", formula: "=$E$1", because: "one cell is linked to where it is" },
    { code: 'sheet.getRange("E1").formulas = [["=$A$1"]]; sheet.getRange("G7").copyFrom("A1:E1", "Formulas", false, true)', cell: "G11", formula: "=$A$1", because: "what is fixed stays" },
  ])("$code gives $formula in $cell ($because)", async ({ code, cell, formula }) => {
    expect(await onSheet(`sheet.getRange("A1:E1").formulas = [[3, 5, 7, "", "=SUM(A1:D1)"]]; await context.sync(); ${code}; const cell = sheet.getRange("${cell}").load("formulas"); await context.sync(); return cell.formulas[0][0];`)).toBe(formula);
  });

  it("turned round is refused by name where a reference is fixed in one direction", async () => {
    expect(await onSheet('sheet.getRange("B1").formulas = [["=A$1"]]; sheet.getRange("G7").copyFrom("A1:B1", "All", false, true); await context.sync();')).toMatchObject({ refused: "ApiNotFound" });
  });

  it("takes rules and merged cells along, whose formulas count from the copy", async () => {
    expect(await onSheet(`
      sheet.getRange("A1:A4").dataValidation.rule = { custom: { formula: "=B1>0" } };
      const format = sheet.getRange("A1:A4").conditionalFormats.add("Custom"); format.custom.rule.formula = "=B1>5"; format.custom.format.fill.color = "red";
      sheet.getRange("C2:D2").merge();
      sheet.getRange("F11").copyFrom("A2:D3");
      const other = context.workbook.worksheets.add(); other.getRange("J1").copyFrom("'" + sheet.name + "'!A3:A4");
      const [here, there] = [sheet.getRange("F11:F12"), other.getRange("J1:J2")];
      here.dataValidation.load("rule"); there.dataValidation.load("rule"); here.conditionalFormats.load("items/type"); there.conditionalFormats.load("items/type");
      const merged = sheet.getRange("H11:I11").getMergedAreasOrNullObject(); const rule = there.conditionalFormats.getItemAt(0).custom.rule.load("formula"); const all = sheet.getRange("F1:F20").conditionalFormats.getCount();
      await context.sync();
      return [here.dataValidation.rule.custom.formula, there.dataValidation.rule.custom.formula, here.conditionalFormats.items.length, rule.formula, all.value, merged.isNullObject];
    `)).toEqual(["=G11>0", "=K1>0", 1, "=K1>5", 1, false]);
  });
});

it.each([["lightblue", "#ADD8E6"], ["DarkMagenta", "#8B008B"], ["pink", "#FFC0CB"], ["#abc123", "#ABC123"]])("the colour %s is %s", async (name, hex) => {
  expect(await onSheet(`const { fill } = sheet.getRange("A1").format; fill.color = "${name}"; fill.load("color"); await context.sync(); return fill.color;`)).toBe(hex);
});

it.each([
  { code: 'sheet.charts.add("Bubble", sheet.getRange("A1:B3"))', refused: "ApiNotFound" }, { code: 'sheet.charts.add("Balloon", sheet.getRange("A1:B3"))', refused: "InvalidArgument" },
  { code: 'sheet.charts.add("Line", sheet.getRange("A1:B3")).series.getItemAt(0).markerStyle = "Picture"', refused: "ApiNotFound" },
])("$code is refused as $refused: a word of Excel's that is not built is no wrong argument", async ({ code, refused }) => {
  expect(await onSheet(`sheet.getRange("A1:B3").values = [["a", "b"], [1, 2], [3, 4]]; ${code}; await context.sync();`)).toMatchObject({ refused });
});

it("one number format in brackets is for every cell", async () => {
  expect(await onSheet('const range = sheet.getRange("A1:B2"); range.numberFormat = [["0.00"]]; range.load("numberFormat"); await context.sync(); return range.numberFormat;')).toEqual([["0.00", "0.00"], ["0.00", "0.00"]]);
});

describe("a cell style", () => {
  it.each([
    { style: "Heading1", named: "Heading 1", bold: true, fill: "#FFFFFF", colour: "#44546A" }, { style: "Good", named: "Good", bold: false, fill: "#C6EFCE", colour: "#006100" },
    { style: "Accent1_20", named: "20% - Accent1", bold: false, fill: "#DAE3F3", colour: "#000000" }, { style: "Normal", named: "Normal", bold: false, fill: "#FFFFFF", colour: "#000000" },
  ])("$style gives its look, and is saved under Excel's own number", async ({ style, named, bold, fill, colour }) => {
    expect(await onSheet(`
      const cell = sheet.getRange("A1"); cell.values = [["x"]]; cell.format.fill.color = "#123456"; cell.style = "Normal"; cell.style = "${style}";
      cell.load("style"); cell.format.load("fill/color,font/bold,font/color"); await context.sync();
      return [cell.style, cell.format.font.bold, cell.format.fill.color, cell.format.font.color];
    `)).toEqual([named, bold, fill, colour]);
    const again = openXlsx(saveXlsx(page.workbook), "Again.xlsx").workbook;
    const sheet = again.sheets.at(-1);
    expect(again.styles.at(sheet?.cell(0, 0).style ?? 0).named).toBe(named);
  });
  it("that is not there is refused", async () => { expect(await onSheet('sheet.getRange("A1").style = "Nonesuch"; await context.sync();')).toMatchObject({ refused: "InvalidArgument" }); });
});
