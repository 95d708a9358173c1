import { deleteCells, insertCells } from "../../../src/host/calc/structure";
import { areaName, type Area } from "../../../src/host/workbook/area";
import { defaultAxis, type Chart } from "../../../src/host/workbook/chart";
import type { ConditionalFormat, DataValidation } from "../../../src/host/workbook/features";
import { blankCell, type Sheet } from "../../../src/host/workbook/sheet";
import { defaultStyle } from "../../../src/host/workbook/style";
import type { Workbook } from "../../../src/host/workbook/workbook";
import { addTable, contentOf, fill, place, sheetOf, workbookOf } from "./sheet-builder";
import { Chance } from "../../support/chance";

/** "insert 3:3 down", "delete B2:C3 left" */
function edit(sheet: Sheet, words: string): void {
  const [verb, address = "", direction] = words.split(" ");
  const area = place(address);
  if (verb === "insert" && (direction === "down" || direction === "right")) insertCells(sheet.workbook, sheet, area, direction);
  else if (verb === "delete" && (direction === "up" || direction === "left")) deleteCells(sheet.workbook, sheet, area, direction);
  else throw new Error(`${words} is no edit.`);
}

describe("a reference", () => {
  it.each([
    { formula: "SUM(A2:A9)", edit: "insert 5:5 down", after: "SUM(A2:A10)", because: "rows put in between make it longer" },
    { formula: "SUM(A2:A9)", edit: "insert 2:3 down", after: "SUM(A4:A11)", because: "rows put in at its top push it down" },
    { formula: "SUM(A2:A9)", edit: "insert 10:10 down", after: "SUM(A2:A9)", because: "rows under it are none of it" },
    { formula: "$A$9", edit: "insert 2:2 down", after: "$A$10", because: "$ fixes copies, not insertions" },
    { formula: "SUM(A2:A9)", edit: "delete 4:5 up", after: "SUM(A2:A7)", because: "rows taken from within make it shorter" },
    { formula: "SUM(A2:A9)", edit: "delete 8:12 up", after: "SUM(A2:A7)", because: "its end is taken off" },
    { formula: "SUM(A2:A9)", edit: "delete 1:3 up", after: "SUM(A1:A6)", because: "its start is taken off" },
    { formula: "SUM(A2:A9)", edit: "delete 2:9 up", after: "SUM(#REF!)", because: "all of it is gone" },
    { formula: "A5+Plan!A6", edit: "delete 5:5 up", after: "#REF!+Plan!A5", because: "the sheet's own name is read too" },
    { formula: "SUM(A:A)", edit: "insert 3:3 down", after: "SUM(A:A)", because: "a whole column stays whole" },
    { formula: "SUM(3:4)", edit: "insert 2:2 down", after: "SUM(4:5)", because: "whole rows move" },
    { formula: "SUM(B:C)", edit: "insert C:C right", after: "SUM(B:D)", because: "a column put in between widens it" },
    { formula: "SUM(B2:D2)", edit: "delete C:C left", after: "SUM(B2:C2)", because: "a column is taken from within" },
    { formula: "SUM(A2:A9)", edit: "insert A3:A4 down", after: "SUM(A2:A11)", because: "cells over its whole width are put in" },
    { formula: "SUM(A2:C9)", edit: "insert B3:B4 down", after: "SUM(A2:C9)", because: "cells over part of its width do not change it" },
    { formula: "SUM(A2:C9)", edit: "delete A2:A9 left", after: "SUM(A2:B9)", because: "its first column is taken out" },
    { formula: 'IF(A9="A9",1,0)', edit: "delete 1:1 up", after: 'IF(A8="A9",1,0)', because: "text is not a reference" },
    { formula: "Other!A9", edit: "delete 1:1 up", after: "Other!A9", because: "another sheet's cells stay" },
    { formula: "A1048576", edit: "insert 1:1 down", after: "#REF!", because: "it is pushed off the sheet" },
  ])("$formula after $edit reads $after: $because", ({ formula, edit: words, after }) => {
    const workbook = workbookOf({ Plan: { Z30: `=${formula}` }, Other: {} });
    const plan = sheetOf(workbook, "Plan");
    edit(plan, words);
    expect(Object.values(contentOf(plan))).toEqual([`=${after}`]);
  });

  it.each([
    { where: "a cell of another sheet", after: ["=SUM(Plan!A2:A10)"], read: (workbook: Workbook) => Object.values(contentOf(sheetOf(workbook, "Other"))) },
    { where: "a name, unless it counts from the cell that uses it", after: ["Plan!$A$2:$A$10", "Plan!A9"], read: (workbook: Workbook) => workbook.names.map((name) => name.formula) },
    { where: "a chart", after: ["Plan!$A$2:$A$10"], read: (workbook: Workbook) => sheetOf(workbook, "Other").get("charts").map((chart) => chart.series[0]?.values) },
    { where: "a rule of another sheet", after: [{ kind: "list", source: "Plan!$A$2:$A$10", dropDown: true }], read: (workbook: Workbook) => sheetOf(workbook, "Other").get("validations").map((rule) => rule.rule) },
  ])("follows in $where", ({ after, read }) => {
    const workbook = workbookOf({ Plan: {}, Other: { A1: "=SUM(Plan!A2:A9)" } });
    const other = sheetOf(workbook, "Other");
    workbook.setNames([name("fixed", "Plan!$A$2:$A$9"), name("beside", "Plan!A9")]);
    other.load({ charts: [chart("Plan!$A$2:$A$9")], validations: [validation("B1", { kind: "list", source: "Plan!$A$2:$A$9", dropDown: true })] });
    edit(sheetOf(workbook, "Plan"), "insert 5:5 down");
    expect(read(workbook)).toEqual(after);
  });
});

describe("cells", () => {
  it.each([
    { edit: "insert 2:2 down", after: { A1: 1, B1: 2, A3: 3, B3: 4, A4: 5, B4: 6 } },
    { edit: "insert A2:A3 down", after: { A1: 1, B1: 2, B2: 4, B3: 6, A4: 3, A5: 5 } },
    { edit: "insert A1:A2 right", after: { B1: 1, C1: 2, B2: 3, C2: 4, A3: 5, B3: 6 } },
    { edit: "delete A1:A1 up", after: { A1: 3, B1: 2, A2: 5, B2: 4, B3: 6 } },
    { edit: "delete A:A left", after: { A1: 2, A2: 4, A3: 6 } },
    { edit: "delete A2:A2 left", after: { A1: 1, B1: 2, A2: 4, A3: 5, B3: 6 } },
  ])("after $edit", ({ edit: words, after }) => {
    const sheet = sheetOf(workbookOf({ Plan: { A1: 1, B1: 2, A2: 3, B2: 4, A3: 5, B3: 6 } }), "Plan");
    edit(sheet, words);
    expect(contentOf(sheet)).toEqual(after);
  });

  it("put in look like those above, and under a table's header like those below", () => {
    const workbook = workbookOf({ Plan: { A1: "Post", A2: "Nurse", D1: "x" } });
    const sheet = sheetOf(workbook, "Plan");
    const bold = workbook.styles.intern({ ...defaultStyle, font: { ...defaultStyle.font, bold: true } });
    const red = workbook.styles.intern({ ...defaultStyle, fill: "#FF0000" });
    for (const [row, column, style] of [[0, 0, bold], [1, 0, red], [0, 3, bold]] as const) sheet.put(row, column, { ...sheet.cell(row, column), style });
    addTable(sheet, "Posts", "A1:A2", ["Post"]);
    edit(sheet, "insert 2:2 down");
    expect([sheet.cell(1, 0).style, sheet.cell(1, 3).style]).toEqual([red, bold]);
  });

  it("are refused when they would be pushed off the sheet", () => {
    const sheet = sheetOf(workbookOf({ Plan: { A1048576: "last" } }), "Plan");
    expect(() => edit(sheet, "insert 1:1 down")).toThrow(RangeError);
    expect(contentOf(sheet)).toEqual({ A1048576: "last" });
  });
});

const name = (spelt: string, formula: string): Workbook["names"][number] => ({ name: spelt, formula, scope: null, visible: true, comment: "" });

function validation(address: string, rule: DataValidation["rule"]): DataValidation {
  return { areas: [place(address)], rule, ignoreBlanks: true, prompt: { show: false, title: "", message: "" }, alert: { show: true, style: "Stop", title: "", message: "" } };
}
const highlight = (areas: readonly string[], formula: string): ConditionalFormat =>
  ({ id: areas.join(), areas: areas.map(place), priority: 0, stopIfTrue: false, rule: { kind: "custom", formula, format: { bold: true } } });

function chart(values: string, frame: Chart["frame"] = { left: 0, top: 0, width: 100, height: 100 }): Chart {
  return {
    id: "c", name: "c", type: "Line", frame, title: { text: "", formula: null, visible: false, size: null, bold: null, colour: null }, legend: { visible: false, position: "Right", fontSize: null },
    categoryAxis: defaultAxis, valueAxis: defaultAxis, secondaryAxis: null, fill: null, border: false, fontName: null, altText: { title: "", description: "" }, blanks: "Zero", carried: null,
    series: [{
      name: { text: "s" }, values, categories: null, type: null, axis: "Primary", fill: null, line: { colour: null, width: null, dash: null },
      marker: { style: "None", size: null, fill: null }, labels: null, gapWidth: null, overlap: null, smooth: false,
    }],
  };
}

describe("a conditional format", () => {
  it.each([
    { areas: ["B2:B9"], formula: "C2>$A$1", edit: "insert 1:1 down", after: { areas: ["B3:B10"], formula: "C3>$A$2" }, because: "it moves with its cells" },
    { areas: ["B2:B9"], formula: "C2>$A$1", edit: "insert 5:5 down", after: { areas: ["B2:B10"], formula: "C2>$A$1" }, because: "it covers what is put in" },
    { areas: ["B2:B9"], formula: "C2>$A$1", edit: "insert 10:11 down", after: { areas: ["B2:B11"], formula: "C2>$A$1" }, because: "what is put in right under it takes after it" },
    { areas: ["B2:B9"], formula: "C2>$A$1", edit: "delete 2:3 up", after: { areas: ["B2:B7"], formula: "C2>$A$1" }, because: "its formula counts from the first cell that stays" },
    { areas: ["B2:B9"], formula: "C2>$A$1", edit: "delete 1:1 up", after: { areas: ["B1:B8"], formula: "C1>#REF!" }, because: "what it compares with is gone" },
    { areas: ["B2:B9", "E2"], formula: "C2>$A$1", edit: "delete B:B left", after: { areas: ["D2"], formula: "E2>$A$1" }, because: "one of its areas is gone" },
    { areas: ["B2:C9"], formula: "B2>1", edit: "insert C4:C4 down", after: { areas: ["B2:B9", "C2:C10"], formula: "B2>1" }, because: "its cells in column C move on their own" },
  ])("over $areas after $edit: $because", ({ areas, formula, edit: words, after }) => {
    const sheet = sheetOf(workbookOf({ Plan: {} }), "Plan");
    sheet.load({ conditionalFormats: [highlight(areas, formula)] });
    edit(sheet, words);
    expect(sheet.get("conditionalFormats").map((format) => ({ areas: format.areas.map(areaName), formula: format.rule.kind === "custom" ? format.rule.formula : null }))).toEqual([after]);
  });

  it("goes with the last of its cells", () => {
    const sheet = sheetOf(workbookOf({ Plan: {} }), "Plan");
    sheet.load({ conditionalFormats: [highlight(["B2:B3"], "B2>1")] });
    edit(sheet, "delete 1:5 up");
    expect(sheet.get("conditionalFormats")).toEqual([]);
  });
});

describe("a table", () => {
  const posts = (): Sheet => {
    const sheet = sheetOf(workbookOf({ Plan: { B2: "Post", C2: "Demand", B3: "Nurse", C3: 3, B4: "Doctor", C4: 5, F1: "=SUM(Posts[Demand])" } }), "Plan");
    addTable(sheet, "Posts", "B2:C4", ["Post", "Demand"]);
    return sheet;
  };
  const shape = (sheet: Sheet): unknown => sheet.get("tables").map((table) => [areaName(table.area), table.columns.map((column) => column.name)]);

  it.each([
    { edit: "insert 1:1 down", after: [["B3:C5", ["Post", "Demand"]]], because: "it moves" },
    { edit: "insert 4:4 down", after: [["B2:C5", ["Post", "Demand"]]], because: "it grows by rows" },
    { edit: "insert B4:C5 down", after: [["B2:C6", ["Post", "Demand"]]], because: "it grows by cells over its whole width" },
    { edit: "insert C:C right", after: [["B2:D4", ["Post", "Column1", "Demand"]]], because: "it grows by a column with a name of its own" },
    { edit: "insert B2:B4 right", after: [["C2:D4", ["Post", "Demand"]]], because: "cells before its first column push it" },
    { edit: "delete 3:3 up", after: [["B2:C3", ["Post", "Demand"]]], because: "it loses a row" },
    { edit: "delete 3:4 up", after: [["B2:C3", ["Post", "Demand"]]], because: "a blank row stays under the header" },
    { edit: "delete B:B left", after: [["B2:B4", ["Demand"]]], because: "it loses a column" },
    { edit: "delete 1:9 up", after: [], because: "it is gone with its cells" },
  ])("after $edit: $because", ({ edit: words, after }) => {
    const sheet = posts();
    edit(sheet, words);
    expect(shape(sheet)).toEqual(after);
  });

  it("names a column that is put in, in its header cell too", () => {
    const sheet = posts();
    edit(sheet, "insert C2:C4 right");
    expect(contentOf(sheet)).toMatchObject({ B2: "Post", C2: "Column1", D2: "Demand" });
  });

  it.each([
    { edit: "delete C:C left", formula: "=SUM(#REF!)" },
    { edit: "delete B:B left", formula: "=SUM(Posts[Demand])" },
    { edit: "delete 2:5 up", formula: "=SUM(#REF!)" },
  ])("leaves the formulas that name it right after $edit", ({ edit: words, formula }) => {
    const sheet = posts();
    edit(sheet, words);
    expect(Object.values(contentOf(sheet))).toContain(formula);
  });

  it.each([
    { edit: "insert B3:B3 down", because: "half of its rows would move" },
    { edit: "insert A3:B3 down", because: "half of its rows would move" },
    { edit: "insert B3:B3 right", because: "one of its rows would move" },
    { edit: "delete A1:B1 up", because: "a column of it would move up" },
    { edit: "delete 2:2 up", because: "a header row stays with its table" },
  ])("refuses $edit: $because", ({ edit: words }) => {
    const sheet = posts();
    const before = contentOf(sheet);
    expect(() => edit(sheet, words)).toThrow(RangeError);
    expect(contentOf(sheet)).toEqual(before);
  });
});

it("merged cells, links, heights, widths and charts move along", () => {
  const sheet = sheetOf(workbookOf({ Plan: {} }), "Plan");
  sheet.load({
    merges: [place("B2:C2"), place("B5:C6")], hyperlinks: [{ area: place("A5"), address: "https://example.org", place: null, tip: "" }],
    rows: new Map([[4, { height: 30, hidden: false, style: 0 }]]), charts: [chart("Plan!$A$1", { left: 10, top: 60, width: 100, height: 150 }), chart("Plan!$A$1", { left: 10, top: 0, width: 100, height: 60 })],
  });
  edit(sheet, "insert 4:5 down");
  expect({
    merges: sheet.get("merges").map(areaName), links: sheet.get("hyperlinks").map((link) => areaName(link.area)), rows: [...sheet.get("rows")],
    frames: sheet.get("charts").map(({ frame }) => [frame.top, frame.height]),
  }).toEqual({ merges: ["B2:C2", "B7:C8"], links: ["A7"], rows: [[6, { height: 30, hidden: false, style: 0 }]], frames: [[90, 150], [0, 90]] });
  expect(() => edit(sheet, "insert B8:B8 right")).toThrow(RangeError);
});

it("part of an array formula is not changed", () => {
  const sheet = sheetOf(workbookOf({ Plan: {} }), "Plan");
  sheet.put(1, 1, { ...blankCell, formula: "A2:A4*2", array: { kind: "legacy", area: place("B2:B4") } });
  expect(() => edit(sheet, "insert 3:3 down")).toThrow(RangeError);
  edit(sheet, "insert 1:1 down");
  expect(sheet.cell(2, 1)).toMatchObject({ formula: "A3:A5*2", array: { kind: "legacy", area: place("B3:B5") } });
});

/** Everything that insertion and deletion touch, in one comparable value. */
function pictureOf(workbook: Workbook): unknown {
  const areas = (list: readonly Area[]): readonly string[] => list.map(areaName).sort();
  return {
    names: workbook.names,
    sheets: workbook.sheets.map((sheet) => ({
      cells: [...sheet.entries()].sort((a, b) => a[0] - b[0] || a[1] - b[1]), tables: sheet.get("tables"), merges: areas(sheet.get("merges")),
      validations: sheet.get("validations").map((rule) => [areas(rule.areas), rule.rule]), formats: sheet.get("conditionalFormats").map((rule) => [areas(rule.areas), rule.rule]),
      links: sheet.get("hyperlinks"), rows: [...sheet.get("rows")].sort((a, b) => a[0] - b[0]), columns: [...sheet.get("columns")].sort((a, b) => a[0] - b[0]), charts: sheet.get("charts"),
    })),
  };
}

function fullWorkbook(): Workbook {
  const workbook = workbookOf({ Plan: { A1: 1, B1: "=A1*2", B4: "Post", C4: "Demand", B5: "Nurse", C5: 3, B6: "Doctor", C6: "=SUM($A$1:A9)", F3: "=SUM(Posts[Demand])", F9: "=SUM(B:C)+Other!B2", H12: "=H2:H11" }, Other: { B2: "=SUM(Plan!B4:C6)", C3: "=Plan!$F$9" } });
  const plan = sheetOf(workbook, "Plan");
  addTable(plan, "Posts", "B4:C6", ["Post", "Demand"]);
  workbook.setNames([name("lst", "Plan!$B$5:$B$6"), { ...name("Print_Area", "Plan!$A$1:$H$20"), scope: plan.id }]);
  plan.load({
    merges: [place("E1:G1"), place("A10:A12")], validations: [validation("C5:C6", { kind: "wholeNumber", operator: "GreaterThan", formula1: "A5", formula2: null })],
    conditionalFormats: [highlight(["A2:H14"], "$C2>A1")], hyperlinks: [{ area: place("A5"), address: "https://example.org", place: null, tip: "" }],
    rows: new Map([[3, { height: 30, hidden: false, style: 0 }], [9, { height: null, hidden: true, style: 0 }]]), columns: new Map([[2, { width: 20, hidden: false, style: 0 }]]),
    charts: [chart("Plan!$C$5:$C$6", { left: 48, top: 30, width: 300, height: 200 })],
  });
  fill(plan, {});
  return workbook;
}

describe("any insertion", () => {
  const chance = new Chance(20_261);
  const random = (): number => chance.part();
  const cases = Array.from({ length: 300 }, () => {
    const vertical = random() < 0.5;
    const whole = random() < 0.5;
    const [at, size, from, across] = [random() * 12, 1 + random() * 3, random() * 5, random() * 6].map(Math.floor) as [number, number, number, number];
    const lines = { first: at, last: at + size - 1 };
    const span = whole ? { first: 0, last: vertical ? 16_383 : 1_048_575 } : { first: from, last: from + across };
    const area: Area = vertical ? { top: lines.first, bottom: lines.last, left: span.first, right: span.last } : { left: lines.first, right: lines.last, top: span.first, bottom: span.last };
    return { area, address: areaName(area), insert: vertical ? "down" as const : "right" as const, remove: vertical ? "up" as const : "left" as const };
  });

  it("is taken back by the deletion of the same cells, and either by undoing", () => {
    const outcomes = { done: 0, refused: 0 };
    for (const { area, address, insert, remove } of cases) {
      const workbook = fullWorkbook();
      const plan = sheetOf(workbook, "Plan");
      const before = pictureOf(workbook);
      let undo: () => void;
      try {
        undo = workbook.record(() => insertCells(workbook, plan, area, insert));
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        outcomes.refused += 1;
        expect(pictureOf(workbook)).toEqual(before);
        continue;
      }
      outcomes.done += 1;
      const inserted = pictureOf(workbook);
      const undoDeletion = workbook.record(() => deleteCells(workbook, plan, area, remove));
      expect([address, insert, pictureOf(workbook)]).toEqual([address, insert, before]);
      undoDeletion();
      expect([address, insert, pictureOf(workbook)]).toEqual([address, insert, inserted]);
      undo();
      expect([address, insert, pictureOf(workbook)]).toEqual([address, insert, before]);
    }
    expect(outcomes.done).toBeGreaterThan(100);
    expect(outcomes.refused).toBeGreaterThan(10);
  });
});
