/** Rows, columns, tables and sheets that come and go, through the real library: what follows, and what Excel refuses. */
import { openOfficePage, type OfficePage } from "./office-page";

let page: OfficePage;
beforeAll(async () => { page = await openOfficePage(); });
afterAll(() => page.close());

/** A fresh sheet with a table at B2:C4, a sum of its second column in F10 and of its cells in F11. */
const onTable = (body: string): Promise<unknown> => page.run(`
  const { worksheets } = context.workbook;
  const sheet = worksheets.add();
  sheet.getRange("B2:C4").values = [["Post", "Demand"], ["Nurse", 3], ["Doctor", 5]];
  const table = sheet.tables.add("B2:C4", true);
  table.load("name");
  await context.sync();
  sheet.getRange("F10:F11").formulas = [["=SUM(" + table.name + "[Demand])"], ["=SUM(C3:C4)"]];
  await context.sync();
  const read = async () => { const cells = sheet.getRange("F10:F11").load("formulas,values"); await context.sync(); return [cells.formulas.map(([f]) => f.replace(table.name, "T")), cells.values.map(([v]) => v)]; };
  ${body}
`);

describe("formulas", () => {
  it.each([
    { code: 'table.rows.add(1, [["Midwife", 2]])', formulas: ["=SUM(T[Demand])", "=SUM(C3:C5)"], values: [10, 10], because: "a row put in between counts" },
    { code: 'table.rows.add(null, [["Midwife", 2]])', formulas: ["=SUM(T[Demand])", "=SUM(C3:C4)"], values: [10, 8], because: "only the table grows at its end" },
    { code: "table.rows.getItemAt(0).delete()", formulas: ["=SUM(T[Demand])", "=SUM(C3)"], values: [5, 5], because: "one row is left" },
    { code: "table.columns.getItem('Demand').delete()", formulas: ["=SUM(#REF!)", "=SUM(#REF!)"], values: ["#REF!", "#REF!"], because: "the column is gone" },
    { code: "table.columns.getItem('Post').delete()", formulas: ["=SUM(T[Demand])", "=SUM(B3:B4)"], values: [8, 8], because: "the column moved" },
    { code: "table.delete()", formulas: ["=SUM(#REF!)", "=SUM(C3:C4)"], values: ["#REF!", 0], because: "the table is gone, the cells are blank" },
    { code: "table.convertToRange()", formulas: ["=SUM(SHEET!$C$3:$C$4)", "=SUM(C3:C4)"], values: [8, 8], because: "the cells stay" },
    { code: "table.showTotals = true", formulas: ["=SUM(T[Demand])", "=SUM(C3:C4)"], values: [8, 8], because: "totals are none of the body" },
  ])("read $formulas after $code: $because", async ({ code, formulas, values }) => {
    expect(await onTable(`
      sheet.load("name"); ${code}; await context.sync();
      const [formulas, values] = await read();
      return [formulas.map((formula) => formula.replace(sheet.name, "SHEET")), values];
    `)).toEqual([formulas, values]);
  });

  it("that mean a deleted sheet mean nothing any more, though another gets its name", async () => {
    expect(await page.run(`
      const { worksheets, names } = context.workbook;
      const gone = worksheets.add("Gone"); gone.getRange("A1").values = [[4]];
      const reader = worksheets.add("Left").getRange("A1:A2"); reader.formulas = [["=Gone!A1*2"], ["=rate"]];
      names.add("rate", gone.getRange("A1"));
      await context.sync();
      reader.load("values"); await context.sync(); const before = reader.values;
      gone.delete(); worksheets.add("Gone").getRange("A1").values = [[9]];
      reader.load("formulas,values"); await context.sync();
      return [before, reader.formulas, reader.values];
    `)).toEqual([[[8], [4]], [["=#REF!*2"], ["=rate"]], [["#REF!"], ["#REF!"]]]);
  });
});

describe("what would tear cells apart is refused as InsertDeleteConflict", () => {
  it.each([
    { code: 'sheet.getRange("B3").insert("Down")', because: "half of the table's columns would move" },
    { code: 'sheet.getRange("2:2").delete("Up")', because: "the table would lose its header" },
    { code: 'sheet.getRange("H1:H3").merge(); await context.sync(); sheet.getRange("H2").insert("Right")', because: "merged cells would be torn" },
    { code: 'sheet.getRange("A7:B9").values = [["a", "b"], [1, 2], [3, 4]]; sheet.tables.add("A7:B9", true); await context.sync(); table.rows.add(null, [["x", 1]])', because: "a table below lies only partly under this one" },
    { code: 'sheet.getRange("J1048576").values = [["last"]]; await context.sync(); sheet.getRange("J1").insert("Down")', because: "the last cell would fall off the sheet" },
  ])("$code: $because", async ({ code }) => {
    expect(await onTable(`${code}; await context.sync();`)).toMatchObject({ refused: "InsertDeleteConflict" });
  });
});

describe("a table without a header row", () => {
  it("takes in a row put before its first", async () => {
    expect(await onTable(`
      table.showHeaders = false; await context.sync();
      table.rows.add(0, [["Chief", 1]]);
      const range = table.getRange().load("address,values"); await context.sync();
      return [range.address.split("!")[1], range.values];
    `)).toEqual(["B3:C5", [["Chief", 1], ["Nurse", 3], ["Doctor", 5]]]);
  });
});

it("rules of the last row go on to a new row, and not to the totals", async () => {
  expect(await onTable(`
    table.columns.getItem("Demand").getDataBodyRange().dataValidation.rule = { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
    table.showTotals = true; table.rows.add(null, [["Midwife", 2]]);
    await context.sync();
    const kinds = ["C4", "C5", "C6"].map((address) => sheet.getRange(address).dataValidation.load("type")); await context.sync();
    return kinds.map((kind) => kind.type);
  `)).toEqual(["WholeNumber", "WholeNumber", "None"]);
});

it("a list whose source is read from each row offers each row its own", async () => {
  expect(await page.run(`
    const sheet = context.workbook.worksheets.add();
    sheet.getRange("A1:C2").values = [["x", "a", "b"], ["y", "c", "d"]];
    sheet.getRange("D1:D2").dataValidation.rule = { list: { inCellDropDown: true, source: "=$B1:$C1" } };
    sheet.getRange("D1:D2").values = [["b"], ["d"]];
    const both = sheet.getRange("D1:D2").dataValidation.load("valid"); await context.sync();
    const right = both.valid;
    sheet.getRange("D2").values = [["b"]];
    const second = sheet.getRange("D2").dataValidation.load("valid"); await context.sync();
    return [right, second.valid];
  `)).toEqual([true, false]);
});

it("the page had nothing to complain of", () => { expect(page.problems).toEqual([]); });
