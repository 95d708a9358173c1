/** Filters and sorting through the real library: what is hidden, what SUBTOTAL makes of it, and what a saved file says. */
import { partText } from "../file/opened";
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { filterTable } from "../../../src/host/objects/filter-places";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { openOfficePage, type OfficePage } from "./office-page";

let page: OfficePage;
beforeEach(async () => { page = await openOfficePage({ fill: (workbook) => workbook.addSheet("Other") }); });
afterEach(() => page.close());

/** A table of posts in A1:C8 of Sheet1, and SUBTOTALs of its figures in E1:E2. The code sees `sheet` and `table`. */
const onPosts = (body: string): Promise<unknown> => page.run(`
  const sheet = context.workbook.worksheets.getItem("Sheet1");
  sheet.getRange("A1:C8").values = [["Post", "Places", "Since"], ["Nurse", 3, "2026-04-29"], ["Doctor", 5, "2026-04-30"], ["nurse", 8, "2026-03-01"], ["Porter", 1, "2025-12-31"], ["", 2, ""], ["Nurse lead", 9, "2026-05-01"], ["Chef", "none", "2026-01-01"]];
  const table = sheet.tables.add("A1:C8", true);
  table.name = "Posts";
  sheet.getRange("F1:F2").formulas = [["=SUBTOTAL(9,Posts[Places])"], ["=SUBTOTAL(103,Posts[Post])"]];
  await context.sync();
  ${body}
  const shown = table.getDataBodyRange().getVisibleView().load("values"); const totals = sheet.getRange("F1:F2").load("values");
  await context.sync();
  return [shown.values.map((row) => row[0]).join(" "), totals.values.flat()];
`);

describe("a column's filter", () => {
  it.each([
    { by: 'applyValuesFilter(["Nurse", "CHEF"])', column: 0, shows: "Nurse nurse Chef", totals: [11, 3], because: "case makes no difference" },
    { by: 'applyValuesFilter(["", "Porter"])', column: 0, shows: "Porter ", totals: [3, 1], because: "an empty text is for blanks" },
    { by: 'applyValuesFilter(["3", "none"])', column: 1, shows: "Nurse Chef", totals: [3, 2], because: "cells are compared by what they show" },
    { by: 'applyValuesFilter([{ date: "2026-04-01", specificity: "Month" }])', column: 2, shows: "Nurse Doctor", totals: [8, 2], because: "a month holds its days" },
    { by: 'applyCustomFilter("=Nurse*")', column: 0, shows: "Nurse nurse Nurse lead", totals: [20, 3], because: "a star stands for anything" },
    { by: 'applyCustomFilter(">2", "<8", "And")', column: 1, shows: "Nurse Doctor", totals: [8, 2], because: "both hold" },
    { by: 'applyCustomFilter("<2", ">8", "Or")', column: 1, shows: "Porter Nurse lead", totals: [10, 2], because: "one holds" },
    { by: 'applyCustomFilter("<>")', column: 0, shows: "Nurse Doctor nurse Porter Nurse lead Chef", totals: [26, 6], because: "not blank" },
    { by: 'applyCustomFilter("<>Nurse")', column: 0, shows: "Doctor Porter  Nurse lead Chef", totals: [17, 4], because: "blanks are not equal to a word" },
    { by: "applyTopItemsFilter(2)", column: 1, shows: "nurse Nurse lead", totals: [17, 2], because: "the two largest" },
    { by: "applyBottomPercentFilter(34)", column: 1, shows: "Porter ", totals: [3, 1], because: "a third of six figures" },
    { by: 'applyDynamicFilter("AboveAverage")', column: 1, shows: "Doctor nurse Nurse lead", totals: [22, 3], because: "over 28/6" },
    { by: 'applyDynamicFilter("Today")', column: 2, shows: "Doctor", totals: [5, 1], because: "it is 30 April 2026" },
    { by: 'applyDynamicFilter("ThisMonth")', column: 2, shows: "Nurse Doctor", totals: [8, 2], because: "April" },
    { by: 'applyDynamicFilter("LastQuarter")', column: 2, shows: "nurse Chef", totals: [8, 2], because: "January to March" },
    { by: 'applyDynamicFilter("ThisWeek")', column: 2, shows: "Nurse Doctor Nurse lead", totals: [17, 3], because: "Sunday 26 April to Saturday 2 May" },
    { by: 'applyDynamicFilter("AllDatesInPeriodDecember")', column: 2, shows: "Porter", totals: [1, 1], because: "of any year" },
    { by: 'apply({ filterOn: "BottomItems", criterion1: "1" })', column: 1, shows: "Porter", totals: [1, 1], because: "the count is text here" },
  ])("$by shows $shows ($because)", async ({ by, column, shows, totals }) => {
    expect(await onPosts(`table.columns.getItemAt(${column}).filter.${by};`)).toEqual([shows, totals]);
  });

  it("goes by the colour of cells and of fonts", async () => {
    const filtered = (by: string): Promise<unknown> => onPosts(`sheet.getRange("A3").format.fill.color = "#FFFF00"; sheet.getRange("A4").format.font.color = "red"; table.columns.getItemAt(0).filter.${by};`);
    expect(await filtered('applyCellColorFilter("#FFFF00")')).toEqual(["Doctor", [5, 1]]);
  });

  it("goes by colours as they are seen: a highlight's before the cell's own, and automatic fonts as black", async () => {
    const highlight = `
      sheet.getRange("B4").format.fill.color = "#FFFF00"; sheet.getRange("B3").format.fill.color = "#FFFF00";
      const rule = table.columns.getItemAt(1).getDataBodyRange().conditionalFormats.add("CellValue").cellValue;
      rule.rule = { formula1: "7", operator: "GreaterThan" }; rule.format.fill.color = "#FFC7CE"; rule.format.font.color = "#9C0006";`;
    expect(await onPosts(`${highlight} table.columns.getItemAt(1).filter.applyCellColorFilter("#FFC7CE");`)).toEqual(["nurse Nurse lead Chef", [17, 3]]);
    page.close();
    page = await openOfficePage();
    expect(await onPosts(`${highlight} table.columns.getItemAt(1).filter.applyCellColorFilter("#FFFF00");`)).toEqual(["Doctor", [5, 1]]);
    page.close();
    page = await openOfficePage();
    expect(await onPosts(`${highlight} table.columns.getItemAt(1).filter.applyFontColorFilter("#000000");`)).toEqual(["Nurse Doctor Porter ", [11, 3]]);
    page.close();
    page = await openOfficePage();
    expect(await onPosts(`${highlight} table.sort.apply([{ key: 1, sortOn: "CellColor", color: "#FFC7CE", ascending: true }]);`)).toEqual(["nurse Nurse lead Chef Nurse Doctor Porter ", [28, 6]]);
  });

  it("is left out with others, cleared and applied again", async () => {
    expect(await onPosts(`
      const [post, places] = [table.columns.getItemAt(0).filter, table.columns.getItemAt(1).filter];
      post.applyCustomFilter("=Nurse*");
      places.applyCustomFilter(">3");
      sheet.getRange("B2").values = [[30]];
      table.autoFilter.load("isDataFiltered,enabled,criteria"); post.load("criteria");
      const before = table.getDataBodyRange().getVisibleView().load("values");
      await context.sync();
      if (before.values.map((row) => row[0]).join() !== "nurse,Nurse lead") throw new Error(before.values.join());
      if (JSON.stringify([table.autoFilter.isDataFiltered, post.criteria]) !== '[true,{"filterOn":"Custom","criterion1":"=Nurse*","operator":"And"}]') throw new Error(JSON.stringify(post.criteria));
      post.clear();
      table.reapplyFilters();
    `)).toEqual(["Nurse Doctor nurse Nurse lead", [52, 4]]);
    expect(await page.run(`
      const table = context.workbook.tables.getItem("Posts"); table.clearFilters();
      const hidden = table.getDataBodyRange().load("rowHidden"); table.autoFilter.load("isDataFiltered");
      await context.sync();
      return [hidden.rowHidden, table.autoFilter.isDataFiltered];
    `)).toEqual([false, false]);
  });

  it.each([
    { by: "applyValuesFilter([])", refused: "InvalidArgument" },
    { by: 'applyDynamicFilter("Someday")', refused: "InvalidArgument" },
    { by: "applyTopItemsFilter(0)", refused: "InvalidArgument" },
    { by: "applyTopPercentFilter(101)", refused: "InvalidArgument" },
    { by: 'apply({ filterOn: "Nothing" })', refused: "InvalidArgument" },
    { by: 'applyIconFilter({ index: 0, set: "ThreeArrows" })', refused: "ApiNotFound" },
  ])("$by is refused as $refused", async ({ by, refused }) => {
    expect(await onPosts(`table.columns.getItemAt(0).filter.${by};`)).toMatchObject({ refused });
  });

  it("is saved as Excel has it, and comes back", async () => {
    await onPosts(`
      table.columns.getItemAt(0).filter.applyValuesFilter(["Nurse", ""]);
      table.columns.getItemAt(1).filter.applyCustomFilter(">2", "<9", "And");
      table.columns.getItemAt(2).filter.applyDynamicFilter("ThisYear");
    `);
    const bytes = saveXlsx(page.workbook);
    expect(/<autoFilter.*<\/autoFilter>/.exec(partText(bytes, "xl/tables/table1.xml"))?.[0]).toBe(
      '<autoFilter ref="A1:C8"><filterColumn colId="0"><filters blank="1"><filter val="Nurse"/></filters></filterColumn><filterColumn colId="1"><customFilters and="1"><customFilter operator="greaterThan" val="2"/>'
      + '<customFilter operator="lessThan" val="9"/></customFilters></filterColumn><filterColumn colId="2"><dynamicFilter type="thisYear"/></filterColumn></autoFilter>');
    expect(partText(bytes, "xl/worksheets/sheet1.xml")).toMatch(/<row r="3"[^>]* hidden="1"/);
    const again = openXlsx(bytes, "Again.xlsx");
    expect(again.workbook.sheets[0]?.get("tables")[0]?.filters).toEqual(page.workbook.sheets[0]?.get("tables")[0]?.filters);
    // What is opened and saved again is not rewritten.
    expect(partText(saveXlsx(again), "xl/tables/table1.xml")).toBe(partText(bytes, "xl/tables/table1.xml"));
  });

  it("is undone with the rows that it hid", async () => {
    await onPosts("");
    const [sheet] = page.workbook.sheets;
    const [table] = sheet?.get("tables") ?? [];
    if (sheet === undefined || table === undefined) throw new Error("There is no table.");
    const state = (): unknown => [sheet.get("rows").get(1)?.hidden ?? false, sheet.get("rows").get(2)?.hidden ?? false, sheet.get("tables")[0]?.filters ?? []];
    const undo = page.workbook.record(() => filterTable(page.host.session, sheet, table, 1, { kind: "values", texts: ["Nurse"], blanks: false, dates: [] }));
    expect(state()).toEqual([false, true, [{ column: 1, criterion: { kind: "values", texts: ["Nurse"], blanks: false, dates: [] } }]]);
    undo();
    expect(state()).toEqual([false, false, []]);
  });
});

describe("a sheet's own filter", () => {
  const onList = (body: string): Promise<unknown> => page.run(`
    const sheet = context.workbook.worksheets.getItem("Other");
    sheet.getRange("B2:C6").values = [["Site", "Beds"], ["North", 4], ["South", 6], ["North", 9], ["East", 1]];
    sheet.getRange("E1").formulas = [["=SUBTOTAL(9,C3:C6)"]];
    ${body}
    const visible = sheet.getRange("B2:C6").getVisibleView().load("values"); const total = sheet.getRange("E1").load("values");
    sheet.autoFilter.load("enabled,isDataFiltered");
    const range = sheet.autoFilter.getRangeOrNullObject().load("address");
    await context.sync();
    return [visible.values.map((row) => row[1]), total.values[0][0], sheet.autoFilter.enabled, sheet.autoFilter.isDataFiltered, range.isNullObject ? null : range.address];
  `);

  it.each([
    { code: 'sheet.autoFilter.apply("B2:C6");', gives: [["Beds", 4, 6, 9, 1], 20, true, false, "Other!B2:C6"], because: "buttons only" },
    { code: 'sheet.autoFilter.apply("B2:C6", 0, { filterOn: "Values", values: ["North"] });', gives: [["Beds", 4, 9], 13, true, true, "Other!B2:C6"], because: "one column's words" },
    { code: 'sheet.autoFilter.apply("B2:C6", 0, { filterOn: "Values", values: ["North"] }); sheet.autoFilter.apply("B2:C6", 1, { filterOn: "Custom", criterion1: ">5" });', gives: [["Beds", 9], 9, true, true, "Other!B2:C6"], because: "both columns" },
    { code: 'sheet.autoFilter.apply("B2:C6", 0, { filterOn: "Values", values: ["North"] }); sheet.autoFilter.clearCriteria();', gives: [["Beds", 4, 6, 9, 1], 20, true, false, "Other!B2:C6"], because: "buttons stay" },
    { code: 'sheet.autoFilter.apply("B2:C6", 0, { filterOn: "Values", values: ["North"] }); sheet.autoFilter.remove();', gives: [["Beds", 4, 6, 9, 1], 20, false, false, null], because: "gone" },
    { code: 'sheet.autoFilter.apply("B2:C6", 0, { filterOn: "Values", values: ["North"] }); sheet.getRange("B3").values = [["South"]]; sheet.autoFilter.reapply();', gives: [["Beds", 9], 9, true, true, "Other!B2:C6"], because: "looked at again" },
    { code: 'sheet.autoFilter.apply("B2:C6", 1, { filterOn: "TopItems", criterion1: "1" }); sheet.getRange("A:A").insert("Right");', gives: [["Site", "North"], "", true, true, "Other!C2:D6"], because: "it moves with its cells, as the total does" },
  ])("$code ($because)", async ({ code, gives }) => { expect(await onList(code)).toEqual(gives); });

  it.each([
    { code: 'sheet.autoFilter.apply("B2:C6", 2, { filterOn: "Values", values: ["x"] });', refused: "InvalidArgument", because: "there is no third column" },
    { code: "sheet.autoFilter.getRange().load('address');", refused: "ItemNotFound", because: "there is none" },
  ])("$code is refused as $refused ($because)", async ({ code, refused }) => { expect(await onList(code)).toMatchObject({ refused }); });

  it("is saved with Excel's own name for it", async () => {
    await onList('sheet.autoFilter.apply("B2:C6", 0, { filterOn: "Values", values: ["North"] });');
    const bytes = saveXlsx(page.workbook);
    expect(partText(bytes, "xl/worksheets/sheet2.xml")).toContain('<autoFilter ref="B2:C6"><filterColumn colId="0"><filters><filter val="North"/></filters></filterColumn></autoFilter>');
    expect(partText(bytes, "xl/workbook.xml")).toContain('<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">Other!$B$2:$C$6</definedName>');
    expect(openXlsx(bytes, "Again.xlsx").workbook.sheets[1]?.get("autoFilter")).toEqual(page.workbook.sheets[1]?.get("autoFilter"));
  });
});

describe("sorting", () => {
  const sorted = (code: string): Promise<unknown> => page.run(`
    const sheet = context.workbook.worksheets.getItem("Other");
    sheet.getRange("A1:C7").formulas = [["Name", "Figure", "Twice"], ["b", 2, "=B2*2"], ["A", "x", "=B3&1"], ["", 7, "=B4*2"], ["a", true, "=$B$2"], ["C", 2, "=B6*2"], ["B", "", "=B7*2"]];
    await context.sync();
    const range = sheet.getRange("A1:C7");
    ${code}
    range.load("values,formulas");
    await context.sync();
    return range.formulas.map((row) => row.join(" "));
  `);
  it.each([
    { code: "range.sort.apply([{ key: 0 }], false, true);", gives: ["Name Figure Twice", "A x =B2&1", "a true =$B$2", "b 2 =B4*2", "B  =B5*2", "C 2 =B6*2", " 7 =B7*2"], because: "blanks last, references along" },
    { code: "range.sort.apply([{ key: 0, ascending: false }], true, true);", gives: ["Name Figure Twice", "C 2 =B2*2", "B  =B3*2", "b 2 =B4*2", "A x =B5&1", "a true =$B$2", " 7 =B7*2"], because: "blanks last this way too; capitals are after small letters" },
    { code: "range.sort.apply([{ key: 1 }, { key: 0, ascending: false }], false, true);", gives: ["Name Figure Twice", "C 2 =B2*2", "b 2 =B3*2", " 7 =B4*2", "A x =B5&1", "a true =$B$2", "B  =B7*2"], because: "figures, words, truth values, blanks" },
    { code: 'range.sort.apply([{ key: 1 }], false, true, "Columns");', gives: ["Name Figure Twice", "b 2 =B2*2", "A x =B3&1", " 7 =B4*2", "a true =$B$2", "C 2 =B6*2", "B  =B7*2"], because: "columns in order already" },
  ])("$code ($because)", async ({ code, gives }) => { expect(await sorted(code)).toEqual(gives); });

  it.each([
    { code: "range.sort.apply([{ key: 3 }]);", refused: "InvalidArgument" },
    { code: "range.sort.apply([]);", refused: "InvalidArgument" },
    { code: 'range.sort.apply([{ key: 0, sortOn: "Icon" }]);', refused: "ApiNotFound" },
    { code: 'sheet.getRange("A2:B2").merge(); range.sort.apply([{ key: 0 }]);', refused: "InvalidOperation" },
  ])("$code is refused as $refused", async ({ code, refused }) => { expect(await sorted(code)).toMatchObject({ refused }); });

  it("of a table is remembered, done again, saved and forgotten", async () => {
    expect(await onPosts(`
      table.sort.apply([{ key: 1, ascending: false }]);
      sheet.getRange("B2").values = [[0]];
      table.sort.reapply();
      table.sort.load("fields,matchCase,method");
      await context.sync();
      if (JSON.stringify(table.sort.fields) !== '[{"key":1,"ascending":false,"sortOn":"Value","dataOption":"Normal"}]') throw new Error(JSON.stringify(table.sort.fields));
    `)).toEqual(["Nurse lead nurse Doctor Nurse  Porter Chef", [28, 6]]);
    const bytes = saveXlsx(page.workbook);
    expect(partText(bytes, "xl/tables/table1.xml")).toContain('<sortState ref="A2:C8"><sortCondition descending="1" ref="B2:B8"/></sortState>');
    expect(openXlsx(bytes, "Again.xlsx").workbook.sheets[0]?.get("tables")[0]?.sort).toEqual(page.workbook.sheets[0]?.get("tables")[0]?.sort);
    expect(await page.run('const { sort } = context.workbook.tables.getItem("Posts"); sort.clear(); sort.load("fields"); await context.sync(); return sort.fields;')).toEqual([]);
  });
});
