/** Sheets of another file put into the workbook, through the real library. */
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { area } from "../../../src/host/workbook/area";
import { Workbook } from "../../../src/host/workbook/workbook";
import { packageProblems } from "../../support/package-lint";
import { put } from "../file/opened";
import { openOfficePage, type OfficePage } from "./office-page";

/** Plan: a table, a rule, a bold 5; Notes: reads Plan and Lists; Lists. */
function source(): Workbook {
  const workbook = new Workbook("Source.xlsx");
  const [plan, notes, lists] = ["Plan", "Notes", "Lists"].map((name) => workbook.addSheet(name));
  if (plan === undefined || notes === undefined || lists === undefined) throw new Error("There are three sheets.");
  const bold = workbook.styles.intern({ ...workbook.styles.at(0), font: { ...workbook.styles.at(0).font, bold: true } });
  put(plan, "A1", { value: "Post" });
  put(plan, "A2", { value: 5, style: bold });
  plan.set("tables", [{
    id: 1, name: "Posts", area: area(0, 0, 2, 1), headerRow: true, totalsRow: false, columns: [{ id: 1, name: "Post", formula: null, totalsFunction: null, totalsLabel: null }], style: null,
    bandedRows: false, bandedColumns: false, firstColumn: false, lastColumn: false, filterButton: true, altText: { title: "", description: "" },
  }]);
  plan.set("columns", new Map([[0, { width: 20, hidden: false, style: bold }]]));
  put(notes, "A1", { formula: "Plan!A2*2" });
  put(notes, "A2", { formula: "SUM(Posts[Post])" });
  put(notes, "A3", { formula: "Lists!A1" });
  put(notes, "A4", { formula: "Base+1" });
  notes.set("visibility", "Hidden");
  workbook.setNames([
    { name: "Base", formula: "Plan!$A$2", scope: null, visible: true, comment: "" }, { name: "Elsewhere", formula: "Lists!$A$1", scope: null, visible: true, comment: "" },
    { name: "Mine", formula: "Notes!$A$1", scope: notes.id, visible: false, comment: "" },
  ]);
  return workbook;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
const insert = (page: OfficePage, bytes: Uint8Array, options: string): Promise<unknown> =>
  page.run(`const ids = context.workbook.insertWorksheetsFromBase64("${base64(bytes)}", ${options}); await context.sync(); return ids.value;`);
const tabs = (page: OfficePage): readonly string[] => page.workbook.sheets.map(({ name }) => name);

describe("inserted sheets", () => {
  it("come with their cells, looks, tables and names, under names that are free", async () => {
    const page = await openOfficePage();
    await page.run('const sheet = context.workbook.worksheets.add("Plan"); sheet.getRange("A1:A2").values = [["Post"], [1]]; sheet.tables.add("A1:A2", true).name = "Posts"; await context.sync();');
    const ids = await insert(page, saveXlsx(source()), '{ sheetNamesToInsert: ["Notes", "Plan"], positionType: "After", relativeTo: "Sheet1" }');
    expect(tabs(page)).toEqual(["Sheet1", "Plan (2)", "Notes", "Plan"]);
    expect(ids).toEqual(page.workbook.sheets.slice(1, 3).map(({ id }) => id));
    expect(await page.run(`
      const { worksheets } = context.workbook;
      const cells = worksheets.getItem("Notes").getRange("A1:A4").load("formulas,values");
      const plan = worksheets.getItem("Plan (2)").load("visibility"), notes = worksheets.getItem("Notes").load("visibility");
      plan.tables.load("items/name"); plan.getRange("A1").format.load("columnWidth");
      const five = plan.getRange("A2").load("values,format/font/bold");
      const base = context.workbook.names.getItem("Base").load("formula"), own = notes.names.getItem("Mine").load("formula,visible"), other = context.workbook.names.getItemOrNullObject("Elsewhere");
      await context.sync();
      return [cells.formulas, cells.values, plan.tables.items.map((table) => table.name), five.values, five.format.font.bold, notes.visibility, base.formula, own.formula, own.visible, other.isNullObject];
    `)).toEqual([
      [["='Plan (2)'!A2*2"], ["=SUM(Posts1[Post])"], ["=#REF!"], ["=Base+1"]], [[10], [5], ["#REF!"], [6]], ["Posts1"], [[5]], true, "Hidden", "='Plan (2)'!$A$2", "=Notes!$A$1", false, true,
    ]);
    expect(packageProblems(saveXlsx(page.workbook))).toEqual([]);
    expect(page.problems).toEqual([]);
    page.close();
  });

  it.each([{ options: "null", then: ["Sheet1", "Plan", "Notes", "Lists"] }, { options: '{ positionType: "Beginning", sheetNamesToInsert: [] }', then: ["Plan", "Notes", "Lists", "Sheet1"] }, {
    options: '{ positionType: "Before", relativeTo: context.workbook.worksheets.getItem("Sheet1"), sheetNamesToInsert: ["lists"] }', then: ["Lists", "Sheet1"],
  }])("with $options come in this order: $then", async ({ options, then }) => {
    const page = await openOfficePage();
    await insert(page, saveXlsx(source()), options);
    expect(tabs(page)).toEqual(then);
    page.close();
  });
});

describe("what is refused", () => {
  it.each([
    { what: "no base64", code: 'insertWorksheetsFromBase64("data:application/xlsx;base64,UEsDB")', refused: "InvalidArgument" },
    { what: "no workbook", code: 'insertWorksheetsFromBase64("aGVsbG8=")', refused: "InvalidArgument" },
    { what: "a sheet that the file lacks", code: `insertWorksheetsFromBase64("${base64(saveXlsx(source()))}", { sheetNamesToInsert: ["None"] })`, refused: "ItemNotFound" },
    { what: "a place beside nothing", code: `insertWorksheetsFromBase64("${base64(saveXlsx(source()))}", { positionType: "After", relativeTo: "None" })`, refused: "InvalidArgument" },
  ])("$what is refused as $refused", async ({ code, refused }) => {
    const page = await openOfficePage();
    expect(await page.run(`context.workbook.${code}; await context.sync();`)).toMatchObject({ refused });
    expect(tabs(page)).toEqual(["Sheet1"]);
    page.close();
  });

  it.each([
    { platform: "web" as const, then: { refused: "UnsupportedFeature" } }, { platform: "desktop" as const, then: [expect.any(String)] },
  ])("a sheet with a chart, on the $platform: $then", async ({ platform, then }) => {
    const page = await openOfficePage({ profile: { platform, api: "1.14" } });
    await page.run('const sheet = context.workbook.worksheets.getItem("Sheet1"); sheet.getRange("A1:B2").values = [["a", 1], ["b", 2]]; sheet.charts.add("Line", sheet.getRange("A1:B2")); await context.sync();');
    const answer = await insert(page, saveXlsx(page.workbook), "null");
    if (Array.isArray(then)) expect(answer).toEqual(then);
    else expect(answer).toMatchObject(then);
    expect(page.workbook.sheets.map((sheet) => sheet.get("charts").length)).toEqual(platform === "web" ? [1] : [1, 1]);
    page.close();
  });
});
