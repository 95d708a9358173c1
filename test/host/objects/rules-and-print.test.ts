/** Data validation, conditional formats and page layout through the real library. */
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { partText } from "../file/opened";
import { openOfficePage, type OfficePage } from "./office-page";

let page: OfficePage;
beforeAll(async () => { page = await openOfficePage(); });
afterAll(() => page.close());

const onSheet = (body: string): Promise<unknown> => page.run(`const sheet = context.workbook.worksheets.add(); const range = sheet.getRange("B2:B5"); ${body}`);
const sheetNow = () => page.workbook.sheets.at(-1);

describe("data validation", () => {
  it.each([
    { rule: '{ wholeNumber: { formula1: 0, formula2: 9999, operator: "Between" } }', type: "WholeNumber", back: { wholeNumber: { formula1: 0, formula2: 9999, operator: "Between" } } },
    { rule: '{ decimal: { formula1: "=$A$1", operator: "GreaterThan" } }', type: "Decimal", back: { decimal: { formula1: "=$A$1", operator: "GreaterThan" } } },
    { rule: '{ list: { inCellDropDown: true, source: "Yes,No" } }', type: "List", back: { list: { inCellDropDown: true, source: "Yes,No" } } },
    { rule: '{ list: { inCellDropDown: false, source: sheet.getRange("D1:D3") } }', type: "List", back: { list: { inCellDropDown: false, source: expect.stringMatching(/^=Sheet\d+!\$D\$1:\$D\$3$/) as string } } },
    { rule: '{ custom: { formula: "=B2>A2" } }', type: "Custom", back: { custom: { formula: "=B2>A2" } } },
    { rule: '{ textLength: { formula1: 3, operator: "LessThanOrEqualTo" } }', type: "TextLength", back: { textLength: { formula1: 3, operator: "LessThanOrEqualTo" } } },
    { rule: '{ date: { formula1: "2026-04-01", operator: "GreaterThan" } }', type: "Date", back: { date: { formula1: "46113", operator: "GreaterThan" } } },
  ])("$rule is a $type rule", async ({ rule, type, back }) => {
    expect(await onSheet(`range.dataValidation.rule = ${rule}; range.dataValidation.load("type,rule"); await context.sync(); return [range.dataValidation.type, range.dataValidation.rule];`)).toEqual([type, back]);
  });

  it.each([
    { rule: "{}", because: "there is no rule in it" },
    { rule: '{ wholeNumber: { formula1: 1, operator: "Between" } }', because: "between needs two ends" },
    { rule: '{ wholeNumber: { formula1: 1, operator: "Near" } }', because: "there is no such comparison" },
    { rule: '{ list: { inCellDropDown: true, source: "x".repeat(256) } }', because: "a list of words has at most 255 characters" },
  ])("$rule is refused ($because)", async ({ rule }) => {
    expect(await onSheet(`range.dataValidation.rule = ${rule}; await context.sync();`)).toMatchObject({ refused: "InvalidArgument" });
  });

  it("says whether cells hold what they may, and keeps prompt and alert", async () => {
    expect(await onSheet(`
      const rule = range.dataValidation;
      rule.rule = { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
      rule.errorAlert = { showAlert: true, style: "Stop", title: "Posts", message: "Enter a whole number." };
      rule.prompt = { showPrompt: true, title: "Posts", message: "How many?" };
      const valid = async (values) => { range.values = values; rule.load("valid"); await context.sync(); return rule.valid; };
      const seen = [await valid([[1], [2], [3], [""]]), await valid([[1], [-2], [3], [4]]), await valid([["a"], [-2], [1.5], ["b"]])];
      rule.load("errorAlert,prompt,ignoreBlanks"); await context.sync();
      return [seen, rule.errorAlert, rule.prompt, rule.ignoreBlanks];
    `)).toEqual([
      [true, null, false], { showAlert: true, style: "Stop", title: "Posts", message: "Enter a whole number." }, { showPrompt: true, title: "Posts", message: "How many?" }, true,
    ]);
  });

  it("that is only a prompt has no rule, refuses nothing, and is so again after saving", async () => {
    expect(await onSheet(`
      range.dataValidation.prompt = { showPrompt: true, title: "Posts", message: "How many?" };
      const rule = range.dataValidation.load("type,rule,valid,prompt");
      range.getCell(0, 0).values = [["many"]];
      await context.sync();
      return [rule.type, rule.rule, rule.valid, rule.prompt.message];
    `)).toEqual(["None", {}, true, "How many?"]);
    const workbook = sheetNow()?.workbook;
    if (workbook === undefined) throw new Error("There is no sheet.");
    const again = openXlsx(saveXlsx(workbook), "saved.xlsx").workbook.sheets.at(-1)?.get("validations").map(({ rule, prompt }) => ({ rule, says: prompt.message }));
    expect(again).toEqual([{ rule: { kind: "any" }, says: "How many?" }]);
  });

  it("is of one range, differs within another, and is cleared from a part", async () => {
    expect(await onSheet(`
      range.dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
      const wide = sheet.getRange("B2:C5").dataValidation.load("type");
      sheet.getRange("B3").dataValidation.clear();
      const one = sheet.getRange("B3").dataValidation.load("type,rule");
      const rest = sheet.getRange("B4:B5").dataValidation.load("type");
      await context.sync();
      return [wide.type, one.type, one.rule, rest.type];
    `)).toEqual(["Inconsistent", "None", {}, "List"]);
    expect(sheetNow()?.get("validations").map((rule) => rule.areas)).toEqual([[{ top: 1, left: 1, bottom: 1, right: 1 }, { top: 3, left: 1, bottom: 4, right: 1 }]]);
  });
});

describe("conditional formats", () => {
  it("by formula, value and text, each with its look", async () => {
    expect(await onSheet(`
      const custom = range.conditionalFormats.add("Custom");
      custom.custom.rule.formula = '=B2="Red"';
      custom.custom.format.fill.color = "#801650"; custom.custom.format.font.color = "#FFFFFF"; custom.custom.format.font.bold = true;
      const value = range.conditionalFormats.add("CellValue");
      value.cellValue.rule = { formula1: "=0", operator: "LessThan" };
      value.cellValue.format.borders.getItem("EdgeBottom").style = "Continuous";
      value.stopIfTrue = true;
      const text = range.conditionalFormats.add(Excel.ConditionalFormatType.containsText);
      text.textComparison.rule = { operator: "BeginsWith", text: "n/" };
      text.textComparison.format.numberFormat = "0";
      range.conditionalFormats.load("items/type,items/priority,items/stopIfTrue");
      custom.custom.rule.load("formula"); custom.custom.format.fill.load("color"); value.cellValue.load("rule"); text.textComparison.load("rule");
      const other = value.customOrNullObject;
      await context.sync();
      return [range.conditionalFormats.items.map((item) => [item.type, item.priority, item.stopIfTrue]), custom.custom.rule.formula, custom.custom.format.fill.color, value.cellValue.rule, text.textComparison.rule, other.isNullObject];
    `)).toEqual([
      [["ContainsText", 0, false], ["CellValue", 1, true], ["Custom", 2, false]], '=B2="Red"', "#801650", { formula1: "=0", operator: "LessThan" }, { operator: "BeginsWith", text: "n/" }, true,
    ]);
    expect(sheetNow()?.get("conditionalFormats").map(({ rule }) => rule)).toEqual([
      { kind: "containsText", operator: "BeginsWith", text: "n/", format: { numberFormat: "0" } },
      { kind: "cellValue", operator: "LessThan", formula1: "0", formula2: null, format: { borders: { bottom: { line: "Thin", colour: null } } } },
      { kind: "custom", formula: 'B2="Red"', format: { fill: "#801650", fontColour: "#FFFFFF", bold: true } },
    ]);
  });

  it("by colour scale, data bar and icons", async () => {
    await onSheet(`
      const scale = range.conditionalFormats.add("ColorScale");
      scale.colorScale.criteria = { minimum: { type: "LowestValue", color: "#FFFFFF" }, midpoint: { type: "Number", formula: "1", color: "#28A197" }, maximum: { type: "Percentile", formula: "90", color: "#12436D" } };
      const bar = range.conditionalFormats.add("DataBar");
      bar.dataBar.positiveFormat.fillColor = "#12436D"; bar.dataBar.showDataBarOnly = true;
      const icons = range.conditionalFormats.add("IconSet");
      icons.iconSet.style = "ThreeArrows";
      icons.iconSet.criteria = [{}, { type: "Number", operator: "GreaterThanOrEqual", formula: "=1" }, { type: "Number", operator: "GreaterThan", formula: "=3" }];
      await context.sync();
    `);
    expect(sheetNow()?.get("conditionalFormats").map(({ rule }) => rule)).toEqual([
      { kind: "iconSet", set: "ThreeArrows", showValue: true, reverse: false, points: [{ kind: "Percent", value: "0", orEqual: true }, { kind: "Number", value: "1", orEqual: true }, { kind: "Number", value: "3", orEqual: false }] },
      { kind: "dataBar", colour: "#12436D", showValue: false },
      { kind: "colourScale", points: [{ kind: "LowestValue", value: null, colour: "#FFFFFF" }, { kind: "Number", value: "1", colour: "#28A197" }, { kind: "Percentile", value: "90", colour: "#12436D" }] },
    ]);
  });

  it("by place among the others, and by preset; bounds of bars", async () => {
    expect(await onSheet(`
      const top = range.conditionalFormats.add("TopBottom"); top.topBottom.rule = { rank: 25, type: "BottomPercent" }; top.topBottom.format.font.color = "#801650";
      const preset = range.conditionalFormats.add("PresetCriteria"); preset.preset.rule = { criterion: "LastMonth" }; preset.preset.format.font.bold = true;
      const bar = range.conditionalFormats.add("DataBar"); bar.dataBar.lowerBoundRule = { type: "Number", formula: "=5" }; bar.dataBar.upperBoundRule = { type: "Automatic" };
      top.topBottom.load("rule"); preset.preset.load("rule"); top.load("type"); bar.dataBar.load("lowerBoundRule,upperBoundRule"); const other = preset.topBottomOrNullObject; const over = top.getRanges().load("areaCount");
      await context.sync();
      return [top.type, top.topBottom.rule, preset.preset.rule, bar.dataBar.lowerBoundRule, bar.dataBar.upperBoundRule, other.isNullObject, over.areaCount];
    `)).toEqual(["TopBottom", { rank: 25, type: "BottomPercent" }, { criterion: "LastMonth" }, { type: "Number", formula: "=5" }, { type: "Automatic" }, true, 1]);
    expect(sheetNow()?.get("conditionalFormats").map(({ rule }) => rule)).toEqual([
      { kind: "dataBar", colour: "#638EC6", showValue: true, lower: { kind: "Number", value: "5" } },
      { kind: "preset", criterion: "LastMonth", format: { bold: true } }, { kind: "topBottom", bottom: true, percent: true, rank: 25, format: { fontColour: "#801650" } },
    ]);
  });

  it.each([
    { code: 'range.conditionalFormats.add("TopBottom").topBottom.rule = { rank: 0, type: "TopItems" };' }, { code: 'range.conditionalFormats.add("TopBottom").topBottom.rule = { rank: 101, type: "TopPercent" };' },
    { code: 'range.conditionalFormats.add("PresetCriteria").preset.rule = { criterion: "Someday" };' }, { code: 'range.conditionalFormats.add("DataBar").dataBar.lowerBoundRule = { type: "Number" };' },
    { code: 'range.conditionalFormats.add("Nothing");' },
  ])("$code is an invalid argument", async ({ code }) => { expect(await onSheet(`${code} await context.sync();`)).toMatchObject({ refused: "InvalidArgument" }); });

  it("are put in order, deleted, cleared, and refused by kind", async () => {
    expect(await onSheet(`
      const first = range.conditionalFormats.add("Custom"); const second = range.conditionalFormats.add("Custom");
      first.load("id"); await context.sync();
      first.priority = 0;
      first.load("priority"); second.load("priority"); await context.sync();
      const order = [first.priority, second.priority];
      range.conditionalFormats.getItem(first.id).delete();
      const left = range.conditionalFormats.getCount(); await context.sync();
      range.conditionalFormats.clearAll();
      const none = range.conditionalFormats.getCount(); await context.sync();
      return [order, left.value, none.value];
    `)).toEqual([[0, 1], 1, 0]);
    expect(await onSheet('const one = range.conditionalFormats.add("Custom"); one.dataBar.load("showDataBarOnly"); await context.sync();')).toMatchObject({ refused: "ItemNotFound" });
  });
});

describe("page layout", () => {
  it("sets paper, fit, margins, titles, area, header and footer", async () => {
    expect(await onSheet(`
      const layout = sheet.pageLayout;
      layout.orientation = "Landscape"; layout.paperSize = "A4"; layout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      layout.centerHorizontally = true; layout.printGridlines = false; layout.topMargin = 36;
      layout.setPrintMargins("Centimeters", { left: 2.54 });
      layout.setPrintArea("A1:H40"); layout.setPrintTitleRows("$1:$3"); layout.setPrintTitleColumns(sheet.getRange("A:B"));
      layout.headersFooters.defaultForAllPages.centerFooter = "Page &P of &N";
      layout.load(); layout.headersFooters.defaultForAllPages.load("centerFooter");
      const rows = layout.getPrintTitleRows().load("address");
      await context.sync();
      return [layout.orientation, layout.paperSize, layout.zoom, layout.topMargin, layout.leftMargin, layout.headersFooters.defaultForAllPages.centerFooter, rows.address.split("!")[1]];
    `)).toEqual(["Landscape", "A4", { horizontalFitToPages: 1 }, 36, 72, "Page &P of &N", "1:3"]);
    const sheet = sheetNow();
    expect(page.workbook.names.filter((name) => name.scope === sheet?.id).map((name) => [name.name, name.formula])).toEqual([
      ["Print_Area", `${sheet?.name ?? ""}!$A$1:$H$40`], ["Print_Titles", `${sheet?.name ?? ""}!$A:$B,${sheet?.name ?? ""}!$1:$3`],
    ]);
  });

  it("has page breaks, which move with their rows; headers of their own for first and even pages; and all of it is saved", async () => {
    expect(await onSheet(`
      const layout = sheet.pageLayout;
      sheet.horizontalPageBreaks.add("A21:E21"); sheet.horizontalPageBreaks.add(sheet.getRange("B5")); sheet.verticalPageBreaks.add("F1"); sheet.verticalPageBreaks.add("D3").delete();
      sheet.getRange("2:3").insert("Down");
      layout.set({ blackAndWhite: true, draftMode: true, firstPageNumber: 7, printComments: "EndSheet", printErrors: "NotAvailable", printOrder: "OverThenDown" });
      const heads = layout.headersFooters;
      heads.state = "FirstOddAndEven"; heads.useSheetMargins = false; heads.useSheetScale = false;
      heads.firstPage.leftHeader = "First"; heads.evenPages.rightFooter = "Even"; heads.oddPages.centerHeader = "Odd";
      layout.setPrintArea("A1:B2,D1:E2");
      const breaks = sheet.horizontalPageBreaks.load("items/rowIndex,items/columnIndex"); const cell = breaks.getItem(1).getCellAfterBreak().load("address"); const across = sheet.verticalPageBreaks.getCount();
      layout.load("firstPageNumber,printErrors"); heads.load("state"); heads.defaultForAllPages.load("centerHeader"); const area = layout.getPrintArea().load("address");
      await context.sync();
      const bare = (text) => text.replace(/[^!, ]*!/g, "");
      return [breaks.items.map((item) => item.rowIndex), bare(cell.address), across.value, layout.firstPageNumber, layout.printErrors, heads.state, heads.defaultForAllPages.centerHeader, bare(area.address)];
    `)).toEqual([[6, 22], "A23", 1, 7, "NotAvailable", "FirstOddAndEven", "Odd", "A1:B2, D1:E2"]);
    const sheet = sheetNow();
    const bytes = saveXlsx(page.workbook);
    const again = openXlsx(bytes, "Again.xlsx").workbook.sheetByName(sheet?.name ?? "");
    expect([again?.get("pageSetup"), again?.get("pageBreaks")]).toEqual([sheet?.get("pageSetup"), { rows: [6, 22], columns: [5] }]);
    const part = partText(bytes, `xl/worksheets/sheet${page.workbook.sheets.length}.xml`);
    expect(part).toContain('<headerFooter differentOddEven="1" differentFirst="1" scaleWithDoc="0" alignWithMargins="0"><oddHeader>&amp;COdd</oddHeader><evenFooter>&amp;REven</evenFooter><firstHeader>&amp;LFirst</firstHeader></headerFooter>'
      + '<rowBreaks count="2" manualBreakCount="2"><brk id="6" max="16383" man="1"/><brk id="22" max="16383" man="1"/></rowBreaks><colBreaks count="1" manualBreakCount="1"><brk id="5" max="1048575" man="1"/></colBreaks>');
  });

  it.each(['sheet.horizontalPageBreaks.add("A1:B9")', 'sheet.horizontalPageBreaks.getItem(0).load("rowIndex")', "sheet.pageLayout.getPrintArea().load('address')"])("%s is refused", async (code) => {
    expect(await onSheet(`${code}; await context.sync();`)).toMatchObject({ refused: code.includes(".add(") ? "InvalidArgument" : "ItemNotFound" });
  });

  it.each(['layout.paperSize = "A0"', 'layout.printErrors = "Never"', 'layout.headersFooters.state = "Sometimes"', "layout.zoom = { scale: 5 }", "layout.leftMargin = -1", 'layout.orientation = "Sideways"'])("%s is refused", async (code) => {
    expect(await onSheet(`const layout = sheet.pageLayout; ${code}; await context.sync();`)).toMatchObject({ refused: "InvalidArgument" });
  });
});

describe("the page", () => {
  it("had nothing to complain of", () => { expect(page.problems).toEqual([]); });
});
