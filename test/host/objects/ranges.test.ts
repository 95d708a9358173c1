/** Excel.Range and its looks through the real library. */
import { openOfficePage, type OfficePage } from "./office-page";

let page: OfficePage;
beforeAll(async () => { page = await openOfficePage(); });
afterAll(() => page.close());

/** Runs on a fresh sheet, which the code sees as `sheet`. */
const onSheet = (body: string): Promise<unknown> => page.run(`const sheet = context.workbook.worksheets.add(); ${body}`);
const read = async (write: string, address: string, what: string): Promise<unknown> =>
  onSheet(`${write}; const range = sheet.getRange("${address}").load("${what}"); await context.sync(); return range.${what.replaceAll("/", ".")};`);

describe("values of a range", () => {
  it("gives back the values, formulas and text that were put in", async () => {
    expect(await page.run(`
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B2");
      range.values = [["Posts", 12], ["Gap", "=B1*2"]];
      range.load("values,formulas,text,valueTypes,address,rowIndex,cellCount");
      await context.sync();
      return range.toJSON();
    `)).toEqual({
      address: "Sheet1!A1:B2", cellCount: 4, rowIndex: 0, values: [["Posts", 12], ["Gap", 24]], formulas: [["Posts", 12], ["Gap", "=B1*2"]],
      text: [["Posts", "12"], ["Gap", "24"]], valueTypes: [["String", "Double"], ["String", "Double"]],
    });
  });

  it.each([
    { given: '"5"', value: 5, format: "General", because: "digits are a number" },
    { given: '" 5 "', value: 5, format: "General", because: "blanks around a number are dropped" },
    { given: '"5%"', value: 0.05, format: "0%", because: "a percentage is a hundredth and brings its format" },
    { given: '"12.5%"', value: 0.125, format: "0.00%", because: "and two decimals where it has any" },
    { given: '"7%"', value: 0.07, format: "0%", because: "without dust from floating point" },
    { given: '"1,234"', value: 1234, format: "#,##0", because: "thousands may be marked" },
    { given: '"£12.50"', value: 12.5, format: "£#,##0.00", because: "money brings its sign" },
    { given: '"(3)"', value: -3, format: "General", because: "brackets are a minus" },
    { given: '"1E3"', value: 1000, format: "0.00E+00", because: "powers of ten" },
    { given: '"true"', value: true, format: "General", because: "truth values in any case" },
    { given: '"#N/A"', value: "#N/A", format: "General", because: "an error's name is the error" },
    { given: '"2026-04-30"', value: 46142, format: "dd/mm/yyyy", because: "a date is a count of days" },
    { given: '"4/30/2026"', value: 46142, format: "dd/mm/yyyy", because: "months come first in what a program sets, wherever it runs" },
    { given: '"1/2/2026"', value: 46024, format: "dd/mm/yyyy", because: "this is 2 January" },
    { given: '"30/04/2026"', value: "30/04/2026", format: "General", because: "there is no thirtieth month" },
    { given: '"1/2"', value: 46024, format: "d-mmm", because: "a day and a month are of this year" },
    { given: '"3-4"', value: 46085, format: "d-mmm", because: "Excel takes this for 4 March, whatever was meant" },
    { given: '"25-34"', value: "25-34", format: "General", because: "there is no twenty-fifth month" },
    { given: '"2009/10"', value: 40087, format: "mmm-yy", because: "a year and a month: this is 1 October 2009, whatever was meant" },
    { given: '"2012/13"', value: "2012/13", format: "General", because: "there is no thirteenth month" },
    { given: '"2009/10 plan"', value: "2009/10 plan", format: "General", because: "words beside a date are text" },
    { given: '"10/2009"', value: 40087, format: "mmm-yy", because: "the year may come last" },
    { given: '"12/31"', value: 46387, format: "d-mmm", because: "this is the last day of this year" },
    { given: '"12/32"', value: 12024, format: "mmm-yy", because: "there is no thirty-second day, so it is December 1932" },
    { given: '"Dec 32"', value: 12024, format: "mmm-yy", because: "with the month in words as well" },
    { given: '"RXY-12"', value: "RXY-12", format: "General", because: "a code is text" },
    { given: '"5 Jan"', value: 46027, format: "d-mmm", because: "a named month needs no year" },
    { given: '"January 5, 2026"', value: 46027, format: "dd-mmm-yy", because: "an American date" },
    { given: '"30 Apr 2026"', value: 46142, format: "dd-mmm-yy", because: "a month may be named" },
    { given: '"31/02/2026"', value: "31/02/2026", format: "General", because: "there is no such day" },
    { given: '"18:00"', value: 0.75, format: "hh:mm", because: "a time is a part of a day" },
    { given: '"<5"', value: "<5", format: "General", because: "a suppressed count is text" },
    { given: '"n/a"', value: "n/a", format: "General", because: "words are text" },
    { given: "\"'5\"", value: "5", format: "General", because: "an apostrophe keeps text as text" },
    { given: '"-"', value: "-", format: "General", because: "a dash is text" },
    { given: '""', value: "", format: "General", because: "nothing empties the cell" },
  ])("$given becomes $value with format $format ($because)", async ({ given, value, format }) => {
    expect(await onSheet(`const range = sheet.getRange("B2"); range.values = [[${given}]]; range.load("values,numberFormat"); await context.sync(); return [range.values, range.numberFormat];`))
      .toEqual([[[value]], [[format]]]);
  });

  it("leaves a cell alone where null is given, and spreads one value over all", async () => {
    expect(await read('sheet.getRange("A1:B2").values = 7; sheet.getRange("A1:B1").values = [[null, 8]]', "A1:B2", "values")).toEqual([[7, 8], [7, 7]]);
  });

  it("keeps everything as text in a cell with the Text format", async () => {
    expect(await read('sheet.getRange("A1:A2").numberFormat = "@"; sheet.getRange("A1:A2").values = [["=1+1"], [5]]', "A1:A2", "values")).toEqual([["=1+1"], ["5"]]);
  });

  it("reads a date in the user's own order where a program asks for that", async () => {
    expect(await read('sheet.getRange("A1:B1").formulasLocal = [["1/2/2026", "30/04/2026"]]; sheet.getRange("C1").formulas = [["1/2/2026"]]', "A1:C1", "values")).toEqual([[46054, 46142, 46024]]);
  });

  it("keeps a financial year in a cell with the Text format", async () => {
    expect(await read('sheet.getRange("A1:A2").numberFormat = "@"; sheet.getRange("A1:A2").values = [["2009/10"], ["1/2"]]', "A1:A2", "values")).toEqual([["2009/10"], ["1/2"]]);
  });

  it("takes formulas that count from their own cell", async () => {
    expect(await read('sheet.getRange("A1:B2").formulasR1C1 = [[2, "=RC[-1]*R1C1"], ["Sum", "=SUM(R[-1]C[-1]:R[-1]C)"]]', "A1:B2", "formulas")).toEqual([[2, "=A1*$A$1"], ["Sum", "=SUM(A1:B1)"]]);
  });

  it("loads no properties where a program says that it needs none", async () => {
    expect(await page.run(`
      const sheets = context.workbook.worksheets; sheets.load("NoPropertiesNeeded"); const name = context.workbook.names.getItemOrNullObject("None"); name.load("no-properties-needed");
      await context.sync();
      const first = sheets.items[0].load("name"); await context.sync();
      return [first.name, name.isNullObject];
    `)).toEqual([expect.any(String), true]);
  });

  it("spells formulas as Excel does", async () => {
    expect(await read("sheet.getRange('A1').formulas = [[\"=sum(sheet1!b1:b2,true,nmSmall)&\\\"sum\\\"\"]]", "A1", "formulas")).toEqual([['=SUM(sheet1!B1:B2,TRUE,nmSmall)&"sum"']]);
  });

  it("refuses a formula that cannot be read", async () => {
    expect(await onSheet('sheet.getRange("A1").formulas = [["=SUM("]]; await context.sync();')).toMatchObject({ refused: "InvalidArgument", at: "Range.formulas" });
  });

  it("shows numbers as their format does, and formulas relative to their cell", async () => {
    expect(await onSheet(`
      const range = sheet.getRange("A1:B1");
      range.values = [[0.256, "=A1*2"]];
      range.numberFormat = [["0.0%", "0.00"]];
      range.load("text,formulasR1C1,numberFormatLocal");
      await context.sync();
      return [range.text, range.formulasR1C1, range.numberFormatLocal];
    `)).toEqual([[["25.6%", "0.51"]], [[0.256, "=RC[-1]*2"]], [["0.0%", "0.00"]]]);
  });
});

describe("ranges from ranges", () => {
  it.each([
    { from: 'sheet.getRange("B2:C3").getOffsetRange(1, -1)', address: "A3:B4" },
    { from: 'sheet.getRange("B2:C3").getResizedRange(1, 0)', address: "B2:C4" },
    { from: 'sheet.getRange("B2:C3").getAbsoluteResizedRange(1, 4)', address: "B2:E2" },
    { from: 'sheet.getRange("B2:C3").getLastCell()', address: "C3" },
    { from: 'sheet.getRange("B2:C3").getRow(1)', address: "B3:C3" },
    { from: 'sheet.getRange("B2:C3").getColumn(0)', address: "B2:B3" },
    { from: 'sheet.getRange("B2:C3").getEntireRow()', address: "2:3" },
    { from: 'sheet.getRange("B2:C3").getEntireColumn()', address: "B:C" },
    { from: 'sheet.getRange("B2:C3").getRowsAbove(1)', address: "B1:C1" },
    { from: 'sheet.getRange("B2:C3").getRowsBelow(2)', address: "B4:C5" },
    { from: 'sheet.getRange("B2:C3").getColumnsAfter()', address: "D2:D3" },
    { from: 'sheet.getRange("B2:C3").getIntersection("C1:D9")', address: "C2:C3" },
    { from: 'sheet.getRange("B2").getBoundingRect(sheet.getRange("D9"))', address: "B2:D9" },
    { from: "sheet.getRangeByIndexes(1, 2, 3, 4)", address: "C2:F4" },
    { from: "sheet.getCell(4, 0)", address: "A5" },
    { from: "sheet.getUsedRange()", address: "A1" },
  ])("$from is $address", async ({ from, address }) => {
    expect(await onSheet(`const range = ${from}.load("address"); await context.sync(); return range.address.split("!")[1];`)).toBe(address);
  });

  it.each([
    { from: 'sheet.getRange("A1").getOffsetRange(-1, 0)', code: "InvalidArgument" },
    { from: 'sheet.getRange("A1").getIntersection("B2")', code: "ItemNotFound" },
    { from: 'sheet.getRange("nonsense")', code: "InvalidArgument" },
    { from: 'sheet.getRange("Sheet1!A1")', code: "InvalidArgument" },
    { from: "sheet.getRangeByIndexes(0, 0, 0, 1)", code: "InvalidArgument" },
  ])("$from is refused as $code", async ({ from, code }) => {
    expect(await onSheet(`${from}.load("address"); await context.sync();`)).toMatchObject({ refused: code });
  });

  it("finds what is used, with and without formats", async () => {
    expect(await onSheet(`
      sheet.getRange("B2").values = [["x"]];
      sheet.getRange("D5").format.fill.color = "yellow";
      const all = sheet.getUsedRange().load("address");
      const values = sheet.getUsedRange(true).load("address");
      const none = sheet.getRange("F1:G9").getUsedRangeOrNullObject();
      await context.sync();
      return [all.address.split("!")[1], values.address.split("!")[1], none.isNullObject];
    `)).toEqual(["B2:D5", "B2", true]);
  });

  it("quotes a sheet's name that needs it", async () => {
    expect(await page.run(`const range = context.workbook.worksheets.add("Bob's 2026").getRange("A1:B1").load("address"); await context.sync(); return range.address;`)).toBe("'Bob''s 2026'!A1:B1");
  });

  it("holds on to its cells when rows are put in above", async () => {
    expect(await onSheet(`
      const range = sheet.getRange("B2:B3");
      range.values = [["a"], ["b"]];
      await context.sync();
      sheet.getRange("1:1").insert("Down");
      range.load("address,values");
      await context.sync();
      return [range.address.split("!")[1], range.values];
    `)).toEqual(["B3:B4", [["a"], ["b"]]]);
  });
});

describe("the look of a range", () => {
  it("is given back where all cells agree, and is null where they differ", async () => {
    expect(await onSheet(`
      const range = sheet.getRange("A1:B1");
      range.format.font.bold = true;
      range.format.horizontalAlignment = "Right";
      sheet.getRange("A1").format.font.color = "#801650";
      range.load("format/font/bold,format/font/color,format/font/size,format/horizontalAlignment,format/verticalAlignment");
      sheet.getRange("A1").format.indentLevel = 2;
      const mixed = sheet.getRange("A1:B1").load("format/indentLevel");
      await context.sync();
      return [range.format.font.bold, range.format.font.color, range.format.font.size, range.format.horizontalAlignment, range.format.verticalAlignment, mixed.format.indentLevel];
    `)).toEqual([true, "", 11, "Right", "Bottom", null]);
  });

  it("takes colours by number and by name, and clears a fill", async () => {
    expect(await onSheet(`
      const range = sheet.getRange("A1");
      const fill = async () => { range.load("format/fill/color"); await context.sync(); return range.format.fill.color; };
      const seen = [await fill()];
      range.format.fill.color = "orange"; seen.push(await fill());
      range.format.fill.color = "28a197"; seen.push(await fill());
      range.format.fill.clear(); seen.push(await fill());
      return seen;
    `)).toEqual(["#FFFFFF", "#FFA500", "#28A197", "#FFFFFF"]);
  });

  it("draws borders round and inside", async () => {
    expect(await onSheet(`
      const range = sheet.getRange("A1:B2");
      const { borders } = range.format;
      for (const side of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"]) { const border = borders.getItem(side); border.style = "Continuous"; border.color = "#3D3D3D"; border.weight = "Medium"; }
      borders.getItem("InsideHorizontal").style = "Dot";
      borders.load("items/sideIndex,items/style,items/weight,items/color");
      const corner = sheet.getRange("B2").format.borders.getItem("EdgeRight").load("style,weight");
      await context.sync();
      return [borders.items.map((border) => [border.sideIndex, border.style, border.weight, border.color]), corner.style, corner.weight];
    `)).toEqual([[
      ["EdgeTop", "Continuous", "Medium", "#3D3D3D"], ["EdgeBottom", "Continuous", "Medium", "#3D3D3D"], ["EdgeLeft", "Continuous", "Medium", "#3D3D3D"],
      ["EdgeRight", "Continuous", "Medium", "#3D3D3D"], ["InsideVertical", "None", "Thin", "#000000"], ["InsideHorizontal", "Dot", "Thin", "#000000"],
    ], "Continuous", "Medium"]);
  });

  it("measures columns and rows in points", async () => {
    expect(await onSheet(`
      const range = sheet.getRange("B2");
      range.load("left,top,width,height,format/columnWidth,format/rowHeight");
      await context.sync();
      const before = [range.left, range.top, range.width, range.height, range.format.columnWidth, range.format.rowHeight];
      range.format.columnWidth = 96; range.format.rowHeight = 30;
      range.load("width,height,format/columnWidth,format/rowHeight");
      await context.sync();
      return [before, range.width, range.height, range.format.columnWidth, range.format.rowHeight];
    `)).toEqual([[48, 15, 48, 15, 48, 15], 96, 30, 96, 30]);
  });

  it("fits columns to their text, and hides them", async () => {
    const seen = await onSheet(`
      sheet.getRange("A1").values = [["A rather long heading for a column"]];
      sheet.getRange("A:A").format.autofitColumns();
      sheet.getRange("C:C").columnHidden = true;
      const a = sheet.getRange("A1").load("format/columnWidth");
      const c = sheet.getRange("B1:C1").load("columnHidden");
      await context.sync();
      return [a.format.columnWidth, c.columnHidden];
    `);
    expect(seen).toEqual([expect.any(Number), null]);
    expect(Number((seen as readonly unknown[])[0])).toBeGreaterThan(150);
  });

  it("styles whole columns without storing a cell for each", async () => {
    expect(await onSheet(`
      sheet.getRange("B:C").numberFormat = "0.00";
      sheet.getRange("B3").values = [[1.5]];
      const range = sheet.getRange("B3").load("text");
      await context.sync();
      return range.text;
    `)).toEqual([["1.50"]]);
    expect(page.workbook.sheets.at(-1)?.storedCount).toBe(1);
  });
});

describe("changing cells", () => {
  it("clears contents, formats, or all", async () => {
    expect(await onSheet(`
      const range = sheet.getRange("A1");
      range.values = [[5]]; range.format.font.bold = true;
      range.clear("Contents");
      range.load("values,format/font/bold"); await context.sync();
      const first = [range.values, range.format.font.bold];
      range.values = [[6]]; range.clear("Formats");
      range.load("values,format/font/bold"); await context.sync();
      const second = [range.values, range.format.font.bold];
      range.clear(); range.load("values"); await context.sync();
      return [first, second, range.values];
    `)).toEqual([[[[""]], true], [[[6]], false], [[""]]]);
  });

  it("copies formulas relative to where they land, values as they stand, and formats alone", async () => {
    expect(await onSheet(`
      sheet.getRange("A1:B1").formulas = [[4, "=A1*2"]];
      sheet.getRange("A1:B1").format.font.italic = true;
      sheet.getRange("A2:B3").copyFrom("A1:B1");
      sheet.getRange("D1").copyFrom(sheet.getRange("B1"), "Values");
      sheet.getRange("E1").copyFrom("B1", "Formats");
      sheet.getRange("G1").copyFrom("A1:B1", "Values", false, true);
      const all = sheet.getRange("A1:G3").load("formulas");
      const look = sheet.getRange("E1").load("format/font/italic");
      await context.sync();
      return [all.formulas, look.format.font.italic];
    `)).toEqual([[
      [4, "=A1*2", "", 8, "", "", 4], [4, "=A2*2", "", "", "", "", 8], [4, "=A3*2", "", "", "", "", ""],
    ], true]);
  });

  it("merges and unmerges, keeping the first value", async () => {
    expect(await onSheet(`
      const range = sheet.getRange("A1:B1"); range.values = [["kept", "lost"]];
      range.merge(); range.load("values"); await context.sync();
      const merged = range.values; range.unmerge(); await context.sync();
      return merged;
    `)).toEqual([["kept", ""]]);
    expect(page.workbook.sheets.at(-1)?.get("merges")).toEqual([]);
  });

  it("links a cell to a place in the workbook, in Excel's blue", async () => {
    expect(await onSheet(`
      const range = sheet.getRange("A1");
      range.hyperlink = { documentReference: "Sheet1!A1", screenTip: "Go", textToDisplay: "To the start" };
      range.load("hyperlink,values,format/font/underline"); await context.sync();
      return [range.hyperlink, range.values, range.format.font.underline];
    `)).toEqual([{ documentReference: "Sheet1!A1", screenTip: "Go", textToDisplay: "To the start" }, [["To the start"]], "Single"]);
  });

  it("selects, and tells what is selected", async () => {
    expect(await page.run(`
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("C3:D4").select();
      const selected = context.workbook.getSelectedRange().load("address");
      const active = context.workbook.getActiveCell().load("address");
      await context.sync();
      return [selected.address, active.address];
    `)).toEqual(["Sheet1!C3:D4", "Sheet1!C3"]);
  });
});

describe("the page", () => {
  it("had nothing to complain of", () => { expect(page.problems).toEqual([]); });
});
