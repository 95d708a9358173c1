/** Tables through the real library. */
import { openOfficePage, type OfficePage } from "./office-page";

let page: OfficePage;
beforeAll(async () => { page = await openOfficePage(); });
afterAll(() => page.close());

/** A fresh sheet with a table of two columns and two rows at B2, which the code sees as `sheet` and `table`. */
const onTable = (body: string): Promise<unknown> => page.run(`
  const sheet = context.workbook.worksheets.add();
  sheet.getRange("B2:C4").values = [["Post", "Demand"], ["Nurse", 3], ["Doctor", 5]];
  const table = sheet.tables.add("B2:C4", true);
  await context.sync();
  ${body}
`);

describe("rows added", () => {
  it("push down what stands below, unless they are to be put below the table and nothing is in their way", async () => {
    expect(await page.run(`
      const sheet = context.workbook.worksheets.add(); sheet.getRange("A1:B2").values = [["Post", "Demand"], ["Nurse", 3]]; const table = sheet.tables.add("A1:B2", true); sheet.getRange("A5").values = [["Note"]];
      table.rows.add(null, [["Doctor", 5], ["Chef", 1]], false); const area = table.getRange().load("address"); const first = sheet.getUsedRange().load("values"); await context.sync();
      const before = [area.address.split("!")[1], first.values.map(([value]) => value)];
      table.rows.add(null, [["Porter", 2]], false); const longer = table.getRange().load("address"); const second = sheet.getUsedRange().load("values"); await context.sync();
      return [before, [longer.address.split("!")[1], second.values.map(([value]) => value)]];
    `)).toEqual([["A1:B4", ["Post", "Nurse", "Doctor", "Chef", "Note"]], ["A1:B5", ["Post", "Nurse", "Doctor", "Chef", "Porter", "Note"]]]);
  });
});

describe("a table", () => {
  it("has header, body, columns and rows", async () => {
    expect(await onTable(`
      table.name = "tblPosts" + Math.round(performance.now() * 1000);
      const parts = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange(), table.columns.getItem("demand").getDataBodyRange(), table.rows.getItemAt(1).getRange()].map((range) => range.load("address"));
      table.load("showHeaders,showTotals,showBandedRows,showFilterButton,style");
      table.columns.load("items/name,items/index,items/id");
      table.rows.load("items/values,count");
      const worksheet = table.worksheet.load("name"); sheet.load("name");
      await context.sync();
      return [parts.map((range) => range.address.split("!")[1]), table.style, table.showHeaders, table.showTotals, table.showBandedRows, table.showFilterButton,
        table.columns.items.map((column) => [column.name, column.index, column.id]), table.rows.items.map((row) => row.values), worksheet.name === sheet.name];
    `)).toEqual([
      ["B2:C4", "B2:C2", "B3:C4", "C3:C4", "B4:C4"], "TableStyleMedium2", true, false, true, true, [["Post", 0, 1], ["Demand", 1, 2]], [[["Nurse", 3]], [["Doctor", 5]]], true,
    ]);
  });

  it("gives blank and repeated headers names, as text", async () => {
    expect(await page.run(`
      const sheet = context.workbook.worksheets.add();
      sheet.getRange("A1:D1").values = [["Post", "", "Post", 2026]];
      const table = sheet.tables.add("A1:D2", true);
      const header = table.getHeaderRowRange().load("values,valueTypes");
      await context.sync();
      return header.values;
    `)).toEqual([["Post", "Column2", "Post2", "2026"]]);
  });

  it("moves cells down to make room for headers that are not there", async () => {
    expect(await page.run(`
      const sheet = context.workbook.worksheets.add();
      sheet.getRange("A1:B2").values = [[1, 2], [3, 4]];
      const table = sheet.tables.add(sheet.getRange("A1:B2"), false);
      const range = table.getRange().load("address,values");
      await context.sync();
      return [range.address.split("!")[1], range.values];
    `)).toEqual(["A1:B3", [["Column1", "Column2"], [1, 2], [3, 4]]]);
  });

  it.each([
    { code: 'sheet.tables.add("C4:D5", true)', refused: "InvalidArgument", because: "tables do not overlap" },
    { code: 'table.name = "two words"', refused: "InvalidArgument", because: "a table's name is a name" },
    { code: 'sheet.getRange("F1").values = [["x"]]; const other = sheet.tables.add("F1:F2", true); other.name = "tblTaken"; table.name = "TBLTAKEN"', refused: "ItemAlreadyExists", because: "case makes no difference" },
    { code: 'table.columns.getItem("demand").name = "post"', refused: "ItemAlreadyExists", because: "columns have different names" },
    { code: 'table.columns.getItem("None").load("name")', refused: "ItemNotFound", because: "there is no such column" },
    { code: 'table.rows.add(null, [["one"]])', refused: "InvalidArgument", because: "a row has a value for each column" },
    { code: 'table.resize("B3:C9")', refused: "InvalidArgument", because: "the header stays where it is" },
    { code: "table.getTotalRowRange().load('address')", refused: "ItemNotFound", because: "there are no totals" },
  ])("$code is refused as $refused ($because)", async ({ code, refused }) => {
    expect(await onTable(`${code}; await context.sync();`)).toMatchObject({ refused });
  });

  it("made of its headers alone takes the first rows into its blank row", async () => {
    expect(await page.run(`
      const sheet = context.workbook.worksheets.add();
      const table = sheet.tables.add("A1:B1", true);
      table.getHeaderRowRange().values = [["Post", "Demand"]];
      table.rows.add(null, [["Nurse", 3], ["Doctor", 5]]); table.rows.add(null, [["Chef", 1]]);
      const range = table.getRange().load("values"); const count = table.rows.getCount(); await context.sync();
      table.rows.getItemAt(0).delete(); table.rows.getItemAt(0).delete(); table.rows.getItemAt(0).delete(); table.rows.add(null, [["Porter", 2]]);
      const after = table.getRange().load("values"); await context.sync();
      return [range.values, count.value, after.values];
    `)).toEqual([[["Post", "Demand"], ["Nurse", 3], ["Doctor", 5], ["Chef", 1]], 3, [["Post", "Demand"], ["Porter", 2]]]);
  });

  it("made with a blank row keeps it: that row is an entry", async () => {
    expect(await page.run(`
      const sheet = context.workbook.worksheets.add();
      sheet.getRange("A1:B1").values = [["Post", "Demand"]];
      const table = sheet.tables.add("A1:B2", true); table.rows.add(null, [["Nurse", 3]]);
      const count = table.rows.getCount(); await context.sync(); return count.value;
    `)).toBe(2);
  });

  it("grows by rows at the end and between, and moves what is below", async () => {
    expect(await onTable(`
      sheet.getRange("B6").values = [["below"]];
      table.rows.add(null, [["Midwife", 2], ["Porter", 1]]);
      table.rows.add(0, [["Chief", 1]]);
      const range = table.getRange().load("address,values");
      const below = sheet.getRange("B9").load("values");
      await context.sync();
      return [range.address.split("!")[1], range.values.map((row) => row[0]), below.values];
    `)).toEqual(["B2:C7", ["Post", "Chief", "Nurse", "Doctor", "Midwife", "Porter"], [["below"]]]);
  });

  it("grows over values written right under it, and fills its formulas", async () => {
    expect(await onTable(`
      table.columns.add(null, [["Twice"], ["=[@Demand]*2"], ["=[@Demand]*2"]]);
      await context.sync();
      sheet.getRange("B5:C5").values = [["Porter", 7]];
      const range = table.getRange().load("address,formulas");
      await context.sync();
      return [range.address.split("!")[1], range.formulas.at(-1)];
    `)).toEqual(["B2:D5", ["Porter", 7, "=[@Demand]*2"]]);
  });

  it("does not grow over a note a row further down", async () => {
    expect(await onTable(`
      sheet.getRange("B6").values = [["A note"]];
      const range = table.getRange().load("address");
      await context.sync();
      return range.address.split("!")[1];
    `)).toBe("B2:C4");
  });

  it("loses rows and columns, and keeps one row", async () => {
    expect(await onTable(`
      table.rows.getItemAt(0).delete();
      await context.sync();
      const first = table.getRange().load("address,values"); await context.sync();
      const seen = [first.address.split("!")[1], first.values];
      table.rows.getItemAt(0).delete();
      const last = table.getDataBodyRange().load("values"); await context.sync();
      table.columns.getItem("Demand").delete();
      const narrow = table.getRange().load("address"); await context.sync();
      return [...seen, last.values, narrow.address.split("!")[1]];
    `)).toEqual(["B2:C3", [["Post", "Demand"], ["Doctor", 5]], [["", ""]], "B2:B3"]);
  });

  it("is resized, styled, given totals, and deleted with its values", async () => {
    expect(await onTable(`
      table.resize("B2:D6");
      table.style = "TableStyleLight1"; table.showFilterButton = false; table.showBandedRows = false; table.highlightFirstColumn = true;
      table.load("style,showFilterButton,showBandedRows,highlightFirstColumn");
      const header = table.getHeaderRowRange().load("values");
      await context.sync();
      table.showTotals = true;
      const totals = table.getTotalRowRange().load("address,values");
      await context.sync();
      table.showTotals = false;
      const range = table.getRange().load("address"); await context.sync();
      table.delete();
      const used = sheet.getUsedRangeOrNullObject(true); const count = sheet.tables.getCount(); await context.sync();
      return [header.values, table.style, table.showFilterButton, totals.address.split("!")[1], totals.values, range.address.split("!")[1], used.isNullObject, count.value];
    `)).toEqual([[["Post", "Demand", "Column3"]], "TableStyleLight1", false, "B7:D7", [["Total", "", ""]], "B2:D6", true, 0]);
  });

  it("follows its headers when they are written over", async () => {
    expect(await onTable(`
      sheet.getRange("C2").values = [["Need"]];
      table.columns.load("items/name");
      await context.sync();
      table.columns.getItem("need").name = "Wanted";
      const header = table.getHeaderRowRange().load("values"); await context.sync();
      return [table.columns.items.map((column) => column.name), header.values];
    `)).toEqual([["Post", "Need"], [["Post", "Wanted"]]]);
  });

  it("is found from the workbook, from its sheet and from a range", async () => {
    expect(await onTable(`
      table.name = "tblFound";
      const fromBook = context.workbook.tables.getItem("TBLFOUND").load("name");
      const wrong = context.workbook.worksheets.getItem("Sheet1").tables.getItemOrNullObject("tblFound");
      const touching = sheet.getRange("A1:B2").getTables().load("items/name");
      const whole = sheet.getRange("A1:B2").getTables(true).getCount();
      const body = sheet.getRange("tblFound").load("address");
      context.workbook.names.add("nmDemand", "=tblFound[Demand]");
      const named = context.workbook.names.getItem("nmDemand").getRange().load("address");
      await context.sync();
      return [fromBook.name, wrong.isNullObject, touching.items.map((item) => item.name), whole.value, body.address.split("!")[1], named.address.split("!")[1]];
    `)).toEqual(["tblFound", true, ["tblFound"], 0, "B3:C4", "C3:C4"]);
  });

  it("leaves its cells when it becomes a range", async () => {
    expect(await onTable(`const range = table.convertToRange().load("address,values"); const count = sheet.tables.getCount(); await context.sync(); return [range.address.split("!")[1], range.values[1], count.value];`))
      .toEqual(["B2:C4", ["Nurse", 3], 0]);
  });
});

describe("the page", () => {
  it("had nothing to complain of", () => { expect(page.problems).toEqual([]); });
});
