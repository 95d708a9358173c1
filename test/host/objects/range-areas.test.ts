/** Several areas as one, kinds of cells, finding and replacing, edges, spills, links between formulas: through the real library. */
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { openOfficePage, type OfficePage } from "./office-page";

let page: OfficePage;
beforeAll(async () => { page = await openOfficePage({ profile: { platform: "web", api: "1.17" } }); });
afterAll(() => page.close());

/** A fresh sheet "S…", which the code sees as `sheet`; addresses come back without its name. */
const onSheet = (body: string): Promise<unknown> => page.run(`
  const sheet = context.workbook.worksheets.add();
  sheet.load("name"); await context.sync();
  const bare = (text) => text.replaceAll(sheet.name + "!", "");
  ${body}
`);

describe("several areas", () => {
  it("have an address, parts, counts and one format", async () => {
    expect(await onSheet(`
      const areas = sheet.getRanges("A1:B2, D4,F:F");
      areas.load("address,areaCount,cellCount,isEntireColumn"); areas.areas.load("items/address");
      areas.format.fill.color = "#FFFF00"; sheet.getRange("D4").format.font.bold = true;
      areas.format.load("fill/color,font/bold,font/size,columnWidth");
      const entire = areas.getEntireRow().load("address"); const moved = sheet.getRanges("A1,C3").getOffsetRangeAreas(1, 2).load("address");
      await context.sync();
      return [bare(areas.address), areas.areaCount, areas.cellCount, areas.isEntireColumn, areas.areas.items.map((part) => bare(part.address)),
        areas.format.fill.color, areas.format.font.bold, areas.format.font.size, bare(entire.address).slice(0, 8), bare(moved.address)];
    `)).toEqual(["A1:B2, D4, F:F", 3, 1_048_581, false, ["A1:B2", "D4", "F:F"], "#FFFF00", null, 11, "1:2, 4:4", "C2, E4"]);
  });

  it("carry one rule and one highlight over all their cells", async () => {
    expect(await onSheet(`
      const areas = sheet.getRanges("A1:A3,C1:C3");
      areas.dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 9, operator: "Between" } };
      const format = areas.conditionalFormats.add("Custom"); format.custom.rule.formula = "=A1>5"; format.custom.format.fill.color = "red";
      sheet.getRange("A1:A3").values = [[3], [30], [4]]; sheet.getRange("C1").values = [[12]];
      areas.dataValidation.load("type,valid"); format.load("type"); const over = format.getRangeOrNullObject().load("address");
      const wrong = areas.dataValidation.getInvalidCells().load("address"); const none = sheet.getRange("A3").dataValidation.getInvalidCellsOrNullObject();
      const conditional = sheet.getRange("A1:D5").getSpecialCells("ConditionalFormats").load("address"); const same = sheet.getRange("C2:D9").getSpecialCells("SameDataValidation").load("address");
      await context.sync();
      return [areas.dataValidation.type, areas.dataValidation.valid, over.isNullObject, bare(wrong.address), none.isNullObject, bare(conditional.address), bare(same.address)];
    `)).toEqual(["WholeNumber", null, true, "C1, A2", true, "A1:A3, C1:C3", "C2:C3"]);
  });

  it("are cleared, met and copied into together, and kept from one request to the next", async () => {
    expect(await onSheet(`
      sheet.getRange("A1:D4").values = Array.from({ length: 4 }, () => [1, 2, 3, 4]);
      const areas = sheet.getRanges("A1:B1,A3:D3"); areas.track(); areas.load("address"); await context.sync();
      sheet.getRange("1:1").insert("Down");
      areas.clear("Contents");
      const met = sheet.getRanges("A1:B4").getIntersection(sheet.getRanges("B2:D2,B9")).load("address"); const apart = areas.getIntersectionOrNullObject("Z1");
      sheet.getRange("F1").values = [["x"]]; sheet.getRanges("F3,F5").copyFrom("F1");
      const used = sheet.getRange("A1:F6").load("values");
      await context.sync();
      areas.load("address"); await context.sync();
      return [bare(areas.address), bare(met.address), apart.isNullObject, used.values.map((row) => row.join(""))];
    `)).toEqual(["A2:B2, A4:D4", "B2", true, ["x", "34", "1234x", "", "1234x", ""]]);
  });

  it.each([
    { code: 'sheet.getRanges("A1,,B2").load("address")', refused: "InvalidArgument" },
    { code: 'sheet.getRange("A1:C3").getSpecialCells("Constants").load("address")', refused: "ItemNotFound" },
    { code: 'sheet.getRange("A1:C3").getSpecialCells("Everything").load("address")', refused: "InvalidArgument" },
    { code: 'sheet.getRanges("A1,B2").getOffsetRangeAreas(-1, 0).load("address")', refused: "InvalidArgument" },
    { code: 'sheet.getRange("A1").getDirectPrecedents().load("addresses")', refused: "ItemNotFound" },
    { code: 'sheet.getRange("A1").find("x").load("address")', refused: "ItemNotFound" },
    { code: 'sheet.getRange("A1").find("").load("address")', refused: "InvalidArgument" },
    { code: 'sheet.getRange("A1:B2").autoFill("A1:C3")', refused: "InvalidArgument" },
    { code: 'sheet.getRange("A1:B2").removeDuplicates([2], false)', refused: "InvalidArgument" },
    { code: 'sheet.getRange("A1:B2").setCellProperties([[{}]])', refused: "InvalidArgument" },
  ])("$code is refused as $refused", async ({ code, refused }) => { expect(await onSheet(`${code}; await context.sync();`)).toMatchObject({ refused }); });
});

describe("special cells", () => {
  it.each([
    { of: '"Constants"', are: "A1:B1, A2:A3, C3" },
    { of: '"Constants", "Numbers"', are: "A2:A3" },
    { of: '"Constants", "LogicalText"', are: "A1:B1, C3" },
    { of: '"Formulas"', are: "B2:B4" },
    { of: '"Formulas", "Errors"', are: "B3" },
    { of: '"Formulas", "NumbersText"', are: "B2, B4" },
    { of: '"Blanks"', are: "C1:C2, A4, C4" },
    { of: '"Visible"', are: "A1:A2, C1:C2, A4:A4, C4:C4" },
  ])("$of are $are", async ({ of, are }) => {
    expect(await onSheet(`
      sheet.getRange("A1:C4").formulas = [["Post", "Twice", ""], [1, "=A2*2", ""], [2, "=1/0", true], ["", "=A1&1", ""]];
      sheet.getRange("B:B").columnHidden = true; sheet.getRange("3:3").rowHidden = true;
      const cells = sheet.getRange("A1:C4").getSpecialCells(${of}).load("address");
      await context.sync();
      return bare(cells.address);
    `)).toBe(are.replaceAll("A4:A4", "A4").replaceAll("C4:C4", "C4"));
  });
});

describe("finding and replacing", () => {
  const found = (code: string): Promise<unknown> => onSheet(`
    sheet.getRange("A1:B3").formulas = [["Nurse", "nurse bank"], [0.5, "=A2*2"], ["a*b", "Nurse"]]; sheet.getRange("A2").numberFormat = [["0%"]];
    const range = sheet.getRange("A1:B3");
    ${code}
  `);
  it.each([
    { by: 'range.find("nurse", {})', at: "A1" },
    { by: 'range.find("nurse", { matchCase: true })', at: "B1" },
    { by: 'range.find("Nurse", { completeMatch: true, searchDirection: "Backwards" })', at: "B3" },
    { by: 'range.find("50%", {})', at: "A2" },
    { by: 'range.find("a~*b", { completeMatch: true })', at: "A3" },
    { by: 'range.find("n?rse b*", { completeMatch: true })', at: "B1" },
    { by: 'range.findOrNullObject("absent", {})', at: null },
    { by: 'sheet.findAll("nurse", {})', at: "A1:B1, B3" },
    { by: 'sheet.findAllOrNullObject("absent", {})', at: null },
  ])("$by is $at", async ({ by, at }) => {
    expect(await found(`const cell = ${by}.load("address"); await context.sync(); return cell.isNullObject ? null : bare(cell.address);`)).toBe(at);
  });

  it("enters what comes of it, in formulas too, and counts the cells", async () => {
    expect(await found(`
      const words = range.replaceAll("nurse", "7", { completeMatch: true }); const more = sheet.replaceAll("A2", "A1", {});
      range.load("formulas,values"); await context.sync();
      return [words.value, more.value, range.formulas, range.values];
    `)).toEqual([2, 1, [[7, "nurse bank"], [0.5, "=A1*2"], ["a*b", 7]], [[7, "nurse bank"], [0.5, 14], ["a*b", 7]]]);
  });
});

describe("edges, spills and merged cells", () => {
  it("goes where Ctrl and an arrow go", async () => {
    expect(await onSheet(`
      sheet.getRange("B2:B4").values = [[1], [2], [3]]; sheet.getRange("B8").values = [[4]];
      const edges = [["B2", "Down"], ["B4", "Down"], ["B8", "Down"], ["B8", "Up"], ["B3", "Left"], ["A2", "Right"]].map(([from, way]) => sheet.getRange(from).getRangeEdge(way).load("address"));
      const extended = sheet.getRange("B2:C2").getExtendedRange("Down").load("address"); const other = sheet.getRange("B2:C4").getExtendedRange("Down", sheet.getRange("B4")).load("address");
      await context.sync();
      return [...edges, extended, other].map((range) => bare(range.address));
    `)).toEqual(["B4", "B8", "B1048576", "B4", "A3", "B2", "B2:C4", "B2:C8"]);
  });

  it("knows where a result spills to, and whose result a cell shows", async () => {
    expect(await onSheet(`
      sheet.getRange("A1").formulas = [["=SEQUENCE(3,2)"]]; sheet.getRange("D1:E1").merge(); sheet.getRange("D3:D4").merge();
      await context.sync();
      const to = sheet.getRange("A1").getSpillingToRange().load("address"); const parent = sheet.getRange("B3").getSpillParent().load("address");
      const none = sheet.getRange("B3").getSpillingToRangeOrNullObject(); const merged = sheet.getRange("A1:D3").getMergedAreasOrNullObject().load("address"); const no = sheet.getRange("A9").getMergedAreasOrNullObject();
      const constants = sheet.getRange("A1:E9").getSpecialCellsOrNullObject("Constants");
      await context.sync();
      return [bare(to.address), bare(parent.address), none.isNullObject, bare(merged.address), no.isNullObject, constants.isNullObject];
    `)).toEqual(["A1:B3", "A1", true, "D1:E1, D3:D4", true, true]);
  });

  it("keeps what a formula reads for later requests", async () => {
    expect(await onSheet(`
      sheet.getRange("A1:A2").values = [[1], [2]]; sheet.getRange("C1").formulas = [["=A1+A2"]];
      const { areas } = sheet.getRange("C1").getDirectPrecedents(); areas.load("items/address");
      await context.sync();
      areas.items.forEach((one) => { one.format.fill.color = "#FFFF00"; });
      const fill = sheet.getRange("A2").format.fill.load("color"); await context.sync();
      return [areas.items.map(({ address }) => bare(address)), fill.color];
    `)).toEqual([["A1:A2"], "#FFFF00"]);
  });

  it("follows formulas to what they read and to what reads them", async () => {
    expect(await onSheet(`
      const other = context.workbook.worksheets.add(); other.load("name"); await context.sync();
      sheet.getRange("A1:A2").values = [[1], [2]]; sheet.getRange("B1").formulas = [["=SUM(A1:A2)"]]; sheet.getRange("C1").formulas = [["=B1*2"]];
      other.getRange("A1").formulas = [["='" + sheet.name + "'!B1"]];
      const direct = sheet.getRange("C1").getDirectPrecedents().load("addresses"); const all = sheet.getRange("C1").getPrecedents(); all.areas.load("items/address");
      const readers = sheet.getRange("A1").getDependents().load("addresses"); const ranges = sheet.getRange("B1").getDirectDependents().ranges.load("items/address");
      await context.sync();
      return [direct.addresses, all.areas.items.map((one) => one.address), readers.addresses, ranges.items.map((one) => one.address)].map((list) => list.map((text) => text.replaceAll(sheet.name, "S").replaceAll(other.name, "T")));
    `)).toEqual([["S!B1"], ["S!A1:B1, S!A2"], ["S!B1:C1", "T!A1"], ["S!C1", "T!A1"]]);
  });
});

describe("filling, moving and taking out", () => {
  it.each([
    { seed: [["1"], ["3"]], to: "A1:A4", fill: "FillDefault", gives: ["1", "3", "5", "7"], because: "equal steps" },
    { seed: [["4"]], to: "A1:A3", fill: "FillDefault", gives: ["4", "4", "4"], because: "one figure is repeated" },
    { seed: [["4"]], to: "A1:A3", fill: "FillSeries", gives: ["4", "5", "6"], because: "a series counts" },
    { seed: [["2"], ["4"]], to: "A1:A4", fill: "GrowthTrend", gives: ["2", "4", "8", "16"], because: "doubling" },
    { seed: [["Mon"]], to: "A1:A3", fill: "FillDefault", gives: ["Mon", "Tue", "Wed"], because: "Excel's own list" },
    { seed: [["Q3"]], to: "A1:A3", fill: "FillDefault", gives: ["Q3", "Q4", "Q1"], because: "quarters go round" },
    { seed: [["Post 9"]], to: "A1:A3", fill: "FillDefault", gives: ["Post 9", "Post 10", "Post 11"], because: "the number counts" },
    { seed: [["a"], ["b"]], to: "A1:A5", fill: "FillDefault", gives: ["a", "b", "a", "b", "a"], because: "repeated in turn" },
    { seed: [["2026-01-31"]], to: "A1:A3", fill: "FillMonths", gives: ["31/01/2026", "28/02/2026", "31/03/2026"], because: "the last of the month" },
    { seed: [["2026-04-30"]], to: "A1:A3", fill: "FillWeekdays", gives: ["30/04/2026", "01/05/2026", "04/05/2026"], because: "over the weekend" },
    { seed: [["=B1*2"]], to: "A1:A3", fill: "FillDefault", gives: ["10", "12", "14"], because: "references go along" },
    { seed: [["1"], ["2"]], to: "A1:A3", fill: "FillCopy", gives: ["1", "2", "1"], because: "only copies" },
  ])("$seed by $fill gives $gives ($because)", async ({ seed, to, fill, gives }) => {
    expect(await onSheet(`
      sheet.getRange("B1:B3").values = [[5], [6], [7]];
      const from = sheet.getRange("A1").getResizedRange(${seed.length - 1}, 0); from.formulas = ${JSON.stringify(seed)}; from.numberFormat = ${JSON.stringify(seed.map(([text]) => [/^\d{4}-/.test(text ?? "") ? "dd/mm/yyyy" : "General"]))};
      from.autoFill(${JSON.stringify(to)}, ${JSON.stringify(fill)});
      const all = sheet.getRange(${JSON.stringify(to)}).load("text"); await context.sync();
      return all.text.map((row) => row[0]);
    `)).toEqual(gives);
  });

  it("moves cells, and the formulas that read them follow", async () => {
    expect(await onSheet(`
      sheet.getRange("A1:B2").formulas = [[1, "=A1+C1"], [2, "=SUM(A1:A2)"]]; sheet.getRange("D1:D4").formulas = [["=A2"], ["=E9"], ["=SUM(A1:A3)"], ["=SUM(A1:B2)"]]; sheet.getRange("A1").format.fill.color = "#00FF00";
      sheet.getRange("A1:B2").moveTo("E8");
      const range = sheet.getRange("A1:F9").load("formulas"); const fill = sheet.getRange("E8").format.fill.load("color"); const left = sheet.getRange("A1").format.fill.load("color");
      await context.sync();
      return [range.formulas.slice(7).map((row) => row.slice(4)), range.formulas.slice(0, 4).map((row) => row[3]), range.formulas[0].slice(0, 2), fill.color, left.color];
    `)).toEqual([[[1, "=E8+C1"], [2, "=SUM(E8:E9)"]], ["=E9", "=#REF!", "=SUM(A1:A3)", "=SUM(E8:F9)"], ["", ""], "#00FF00", "#FFFFFF"]);
  });

  it("counts rows under the last that is used, of which the first stays", async () => {
    expect(await onSheet(`
      sheet.getRange("A1:A3").values = [["Post"], ["Nurse"], ["Nurse"]];
      const long = sheet.getRange("A1:A6").removeDuplicates([0], true).load("removed,uniqueRemaining"); const whole = sheet.getRange("A:A").removeDuplicates([0], true).load("removed,uniqueRemaining");
      await context.sync();
      return [long.removed, long.uniqueRemaining, whole.removed, whole.uniqueRemaining];
    `)).toEqual([3, 2, 0, 1]);
  });

  it("takes out rows that say the same, within the range", async () => {
    expect(await onSheet(`
      sheet.getRange("A1:C6").values = [["Post", "Site", "n"], ["Nurse", "North", 1], ["nurse", "North", 2], ["Nurse", "South", 3], ["Nurse", "North", 4], ["Chef", "", 5]];
      sheet.getRange("A7").values = [["below"]];
      const result = sheet.getRange("A1:C6").removeDuplicates([0, 1], true).load("removed,uniqueRemaining"); const all = sheet.getRange("A1:C7").load("values");
      await context.sync();
      return [result.removed, result.uniqueRemaining, all.values.map((row) => row.join(" ").trim())];
    `)).toEqual([2, 3, ["Post Site n", "Nurse North 1", "Nurse South 3", "Chef  5", "", "", "below"]]);
  });
});

describe("properties of every cell", () => {
  it("are set and read as a tree", async () => {
    expect(await onSheet(`
      const range = sheet.getRange("A1:B1");
      range.setCellProperties([[{ format: { fill: { color: "#FF0000" }, font: { bold: true }, borders: { bottom: { style: "Continuous", color: "#0000FF" } }, horizontalAlignment: "Center" } }, null]]);
      sheet.getRange("2:3").setRowProperties([{ format: { rowHeight: 30 } }, { rowHidden: true }]); sheet.getRange("C:C").setColumnProperties([{ format: { columnWidth: 99 } }]);
      const cells = range.getCellProperties({ address: true, format: { fill: { color: true }, font: { bold: true }, borders: { bottom: { style: true, color: true } }, horizontalAlignment: true } });
      const rows = sheet.getRange("2:3").getRowProperties({ rowHidden: true, format: { rowHeight: true } }); const columns = sheet.getRange("C:C").getColumnProperties({ format: { columnWidth: true }, columnHidden: true });
      await context.sync();
      return [cells.value[0].map((cell) => ({ ...cell, address: bare(cell.address) })), rows.value, columns.value];
    `)).toEqual([
      [{ address: "A1", format: { fill: { color: "#FF0000" }, font: { bold: true }, borders: { bottom: { style: "Continuous", color: "#0000FF" } }, horizontalAlignment: "Center" } },
        { address: "B1", format: { fill: { color: "#FFFFFF" }, font: { bold: false }, borders: { bottom: { style: "None", color: "#000000" } }, horizontalAlignment: "General" } }],
      [{ rowHidden: false, format: { rowHeight: 30 } }, { rowHidden: true, format: { rowHeight: 0 } }],
      [{ format: { columnWidth: 99 }, columnHidden: false }],
    ]);
  });
});

it("saves what was moved, filled and taken out as it stands", async () => {
  const again = openXlsx(saveXlsx(page.workbook), "Again.xlsx").workbook;
  const content = (workbook: typeof again): unknown => workbook.sheets.map((sheet) => [...sheet.entries()].map(([row, column, cell]) => [row, column, cell.formula ?? cell.value]).sort());
  expect(content(again)).toEqual(content(page.workbook));
});
