/** What a person is told of results that were not worked out: which cells, why, and which others stand on them. */
import { Calculator } from "../../../src/host/calc/calculator";
import { deleteCells } from "../../../src/host/calc/structure";
import { area, MAX_COLUMNS } from "../../../src/host/workbook/area";
import { blankCell, type Sheet } from "../../../src/host/workbook/sheet";
import type { CellValue } from "../../../src/host/workbook/values";
import type { Workbook } from "../../../src/host/workbook/workbook";
import { bookOf, enter, tableOver, valuesOf } from "./book";
import type { Given } from "./formula-cases";

const NOW = new Date(2026, 3, 30, 9, 0, 0);

/** A formula with the value that its file has beside it. */
interface Stored { readonly at: readonly [row: number, column: number]; readonly formula: string; readonly value: CellValue }

interface Open { readonly workbook: Workbook; readonly sheet: Sheet; readonly calculator: Calculator; readonly told: () => readonly string[] }

/** A file's sheet, "Plan": entries, and formulas with their values. */
function file(rows: readonly (readonly Given[])[], stored: readonly Stored[]): Open {
  const workbook = bookOf({ Plan: rows });
  for (const { at: [row, column], formula, value } of stored) workbook.active.put(row, column, { ...blankCell, formula, value });
  const calculator = new Calculator(workbook, { now: () => NOW });
  calculator.recalculate();
  return { workbook, sheet: workbook.active, calculator, told: () => calculator.open.map(({ cell, standing, says }) => `${cell} ${standing}: ${says}`) };
}

const CUBE = { at: [0, 1], formula: "CUBEVALUE(\"Sales\",A1)", value: 21 } as const;

describe("a formula that is not built here", () => {
  it("is listed with the reason, and what is made from its value is taken as right", () => {
    const { sheet, told } = file([[1]], [CUBE, { at: [0, 2], formula: "B1*2", value: 42 }]);
    expect([valuesOf(sheet, 0, 0, 1, 3), told()]).toEqual([
      [[1, 21, 42]], ["B1 kept: Not worked out, because the function CUBEVALUE is not built here; the file's own value is kept."],
    ]);
  });

  it("is out of date once what it stands on has changed, and so is all that stands on it", () => {
    const { sheet, calculator, told } = file([[1]], [CUBE, { at: [0, 2], formula: "B1*2", value: 42 }, { at: [0, 3], formula: "SUM(C1:C9)+A1", value: 43 }]);
    enter(sheet, 0, 0, [[2]]);
    calculator.recalculate();
    expect([valuesOf(sheet, 0, 0, 1, 4), told()]).toEqual([[[2, 21, 42, 44]], [
      "B1 out-of-date: Not worked out, because the function CUBEVALUE is not built here; the file's own value is kept, and may be out of date since what it stands on has changed.",
      "C1 out-of-date: The result stands on a value that may be out of date.",
      "D1 out-of-date: The result stands on a value that may be out of date.",
    ]]);
  });

  it.each([
    { where: "in a formula before it", stored: [{ at: [0, 4], formula: "A1*10", value: 10 }, { at: [0, 5], formula: "CUBEVALUE(\"x\",E1)", value: 5 }, { at: [0, 6], formula: "F1", value: 5 }], listed: ["F1", "G1"] },
    { where: "in a formula of its own kind before it", stored: [CUBE, { at: [0, 2], formula: "CUBEVALUE(\"x\",B1)", value: 5 }, { at: [0, 3], formula: "C1", value: 5 }], listed: ["B1", "C1", "D1"] },
    { where: "in a long range", stored: [{ at: [0, 2], formula: "CUBESET(A1:A500)", value: 7 }, { at: [0, 3], formula: "SUM(C1:C400)", value: 7 }, { at: [0, 4], formula: "MAX(C1:C400)", value: 7 }], listed: ["C1", "D1", "E1"] },
    { where: "where no more than a name leads to", stored: [{ at: [0, 2], formula: "CUBEVALUE(Rate)", value: 7 }], listed: ["C1"] },
  ] as const)("is out of date when the change is $where", ({ stored, listed }) => {
    const { workbook, sheet, calculator } = file([[1]], stored);
    workbook.setNames([{ name: "Rate", formula: "Plan!$A$1", scope: null, visible: true, comment: "" }]);
    calculator.recalculate();
    enter(sheet, 0, 0, [[2]]);
    calculator.recalculate();
    expect(calculator.open.filter(({ standing }) => standing === "out-of-date").map(({ cell }) => cell)).toEqual(listed);
  });

  it("is not out of date when something else changes, or the same figure comes out again", () => {
    const { sheet, calculator } = file([[1]], [{ at: [0, 4], formula: "ROUND(A1,0)", value: 1 }, { at: [0, 5], formula: "CUBEVALUE(\"x\",E1)", value: 5 }]);
    enter(sheet, 0, 0, [[1.2]]);
    enter(sheet, 5, 5, [["note"]]);
    calculator.recalculate();
    calculator.recalculateAll();
    expect(calculator.open.map(({ standing }) => standing)).toEqual(["kept"]);
  });

  it("leaves those alone that do not take its value", () => {
    const { sheet, calculator } = file([[1]], [CUBE, { at: [0, 2], formula: "IF(A1>5,B1,A1)", value: 1 }]);
    enter(sheet, 0, 0, [[2]]);
    calculator.recalculate();
    const without = calculator.open.map(({ cell }) => cell);
    enter(sheet, 0, 0, [[9]]);
    calculator.recalculate();
    expect([without, calculator.open.map(({ cell }) => cell), sheet.cell(0, 2).value]).toEqual([["B1"], ["B1", "C1"], 21]);
  });

  it("leaves the list when something else is entered in its place", () => {
    const { sheet, calculator } = file([[1]], [CUBE, { at: [0, 2], formula: "B1*2", value: 42 }]);
    enter(sheet, 0, 0, [[2]]);
    calculator.recalculate();
    enter(sheet, 0, 1, [[30]]);
    calculator.recalculate();
    expect([calculator.open, sheet.cell(0, 2).value]).toEqual([[], 60]);
  });

  it("may be out of date after any change, where what it stands on is not known", () => {
    const { sheet, calculator } = file([[1]], [{ at: [0, 1], formula: "CUBEVALUE(INDIRECT(\"A1\"))", value: 21 }, { at: [0, 2], formula: "[1]Budget!A1", value: 8 }]);
    const opened = calculator.open.map(({ standing }) => standing);
    enter(sheet, 8, 8, [["note"]]);
    calculator.recalculate();
    expect([opened, calculator.open.map(({ standing }) => standing)]).toEqual([["kept", "kept"], ["out-of-date", "kept"]]);
  });

  it("may be out of date after cells were taken out", () => {
    const { workbook, sheet, calculator } = file([[1], [2], [3]], [{ at: [0, 1], formula: "CUBESET(A1:A3)", value: 21 }]);
    deleteCells(workbook, sheet, area(1, 0, 1, MAX_COLUMNS), "up");
    calculator.recalculate();
    expect(calculator.open.map(({ cell, formula, standing }) => [cell, formula, standing])).toEqual([["B1", "CUBESET(A1:A2)", "out-of-date"]]);
  });

  it("is #NAME? where it is new, as a function that Excel does not know is there too", () => {
    const { sheet, calculator, told } = file([["=NOSUCH(1)"]], []);
    enter(sheet, 0, 1, [["=CUBESET(1)"]]);
    calculator.recalculate();
    expect([valuesOf(sheet, 0, 0, 1, 2), told()]).toEqual([[["#NAME?", "#NAME?"]], [
      "A1 error: Not worked out, because the function NOSUCH is not built here; the cell shows an error.",
      "B1 error: Not worked out, because the function CUBESET is not built here; the cell shows an error.",
    ]]);
  });

  it("is #NAME? where the name that was a function is gone", () => {
    const { workbook, sheet, calculator } = file([["=Twice(4)"]], []);
    workbook.setNames([{ name: "Twice", formula: "LAMBDA(x,x*2)", scope: null, visible: true, comment: "" }]);
    calculator.recalculate();
    const before = sheet.cell(0, 0).value;
    workbook.setNames([]);
    calculator.recalculate();
    expect([before, valuesOf(sheet, 0, 0, 1, 1)]).toEqual([8, [["#NAME?"]]]);
  });
});

describe("circles of formulas", () => {
  it("are listed, with what stands on them", () => {
    const { sheet, told } = file([["=B1+1", "=A1+1", "=A1+10"]], []);
    expect([valuesOf(sheet, 0, 0, 1, 3), told()]).toEqual([[[0, 0, 10]], [
      "A1 circular: The formula stands on itself, and shows 0.", "B1 circular: The formula stands on itself, and shows 0.",
      "C1 out-of-date: The result stands on a value that may be out of date.",
    ]]);
  });

  it("leave the list when they are broken", () => {
    const { sheet, calculator } = file([["=B1+1", "=A1+1", "=A1+10"]], []);
    enter(sheet, 0, 1, [[4]]);
    calculator.recalculate();
    expect([valuesOf(sheet, 0, 0, 1, 3), calculator.open]).toEqual([[[5, 4, 15]], []]);
  });
});

describe("a workbook that goes round its circles", () => {
  const iterated = (rows: readonly (readonly Given[])[], iteration: { readonly count: number; readonly change: number }): Sheet => {
    const workbook = bookOf({ Plan: rows });
    workbook.iteration = iteration;
    const calculator = new Calculator(workbook, { now: () => NOW });
    calculator.recalculate();
    expect(calculator.open).toEqual([]);
    return workbook.active;
  };

  it("settles a bonus that is part of the profit it is paid from", () => {
    const sheet = iterated([[1000, "=0.1*(A1-B1)", "=A1-B1"]], { count: 100, change: 1e-9 });
    expect(sheet.cell(0, 1).value).toBeCloseTo(1000 / 11, 8);
    expect(sheet.cell(0, 2).value).toBeCloseTo(10_000 / 11, 8);
  });

  it("goes round so many times and no more", () => {
    expect(iterated([["=A1+1", "=A1*2"]], { count: 5, change: 0.001 }).cell(0, 0).value).toBe(5);
  });

  it("leaves alone what stands in no circle", () => {
    expect(valuesOf(iterated([["=A1+1", 5, "=B1*2"]], { count: 3, change: 0.001 }), 0, 0, 1, 3)).toEqual([[3, 5, 10]]);
  });
});

describe("references across sheets", () => {
  const months = (): { readonly workbook: Workbook; readonly calculator: Calculator; readonly total: () => unknown } => {
    const workbook = bookOf({ Year: [["=SUM(Jan:Mar!A1)", "=COUNT(Jan:Mar!A1:A2)", "=AVERAGE('Jan:Mar'!A1)", "=MAX(Jan:Mar!A:A)", "=SUMIF(Jan:Mar!A1:A2,1)"]], Jan: [[1], [10]], Feb: [[2]], Mar: [[3]] });
    const calculator = new Calculator(workbook, { now: () => NOW });
    calculator.recalculate();
    return { workbook, calculator, total: () => { calculator.recalculate(); return workbook.active.cell(0, 0).value; } };
  };

  it("take in every sheet between the two ends, in the functions that know them", () => {
    expect(valuesOf(months().workbook.active, 0, 0, 1, 5)).toEqual([[6, 4, 2, 10, "#VALUE!"]]);
  });

  it("follow entries, and sheets that come between the ends or leave", () => {
    const { workbook, total } = months();
    enter(workbook.sheetByName("Feb") ?? workbook.active, 0, 0, [[20]]);
    const entered = total();
    const inserted = workbook.addSheet("Extra", "api", 2);
    enter(inserted, 0, 0, [[100]]);
    const added = total();
    workbook.moveSheet(inserted, 4);
    const moved = total();
    workbook.moveSheet(inserted, 2);
    workbook.removeSheet(inserted);
    expect([entered, added, moved, total()]).toEqual([24, 124, 24, 24]);
  });
});

it("a table of a file keeps what it cannot work out, row by row", () => {
  const { sheet, calculator } = file([["Post", "Figure"], ["P1"], ["P2"]], [{ at: [1, 1], formula: "CUBEVALUE([@Post])", value: 3 }, { at: [2, 1], formula: "CUBEVALUE([@Post])", value: 4 }, { at: [4, 0], formula: "SUM(B2:B3)", value: 7 }]);
  tableOver(sheet, "Posts", area(0, 0, 3, 2));
  calculator.recalculate();
  enter(sheet, 1, 0, [["P9"]]);
  calculator.recalculate();
  expect(calculator.open.map(({ cell, standing }) => `${cell} ${standing}`)).toEqual(["A5 out-of-date", "B2 out-of-date", "B3 out-of-date"].sort((a, b) => Number(a.slice(1, 2)) - Number(b.slice(1, 2))));
});
