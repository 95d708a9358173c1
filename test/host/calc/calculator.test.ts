/** What the calculator keeps up to date, and what it tells. */
import { Calculator } from "../../../src/host/calc/calculator";
import { area, areaName } from "../../../src/host/workbook/area";
import type { Change } from "../../../src/host/workbook/change";
import { blankCell, type Sheet } from "../../../src/host/workbook/sheet";
import type { Workbook } from "../../../src/host/workbook/workbook";
import { bookOf, enter, tableOver, valuesOf } from "./book";
import type { Given } from "./formula-cases";

const NOW = new Date(2026, 3, 30, 9, 0, 0);

interface Open { readonly workbook: Workbook; readonly sheet: Sheet; readonly calculator: Calculator; readonly calculated: string[] }

/** A calculated workbook with one sheet, "Plan", and those given beside it. */
function open(rows: readonly (readonly Given[])[], others: Readonly<Record<string, readonly (readonly Given[])[]>> = {}): Open {
  const workbook = bookOf({ Plan: rows, ...others });
  const calculator = new Calculator(workbook, { now: () => NOW, random: () => 0.25 });
  calculator.recalculate();
  const calculated: string[] = [];
  workbook.listen((change: Change) => {
    if (change.kind === "cells" && change.cause === "calculated") calculated.push(`${workbook.sheetById(change.sheet)?.name ?? ""}!${areaName(change.area)}`);
  });
  return { workbook, sheet: workbook.active, calculator, calculated };
}

describe("after an edit", () => {
  it("works out what stands on it, through other formulas, and tells once for each sheet", () => {
    const { sheet, calculator, calculated } = open([[10, "=A1*2", "=B1+1"], [5, "=A2*2", "=Other!A1"]], { Other: [["=Plan!C1+1"]] });
    enter(sheet, 0, 0, [[20]]);
    expect(calculator.recalculate()).toEqual({ formulas: 4 });
    expect([valuesOf(sheet, 0, 0, 2, 3), calculated]).toEqual([[[20, 40, 41], [5, 10, 42]], ["Plan!B1:C2", "Other!A1"]]);
  });

  it("leaves alone what does not stand on it", () => {
    const { sheet, calculator, calculated } = open([[10, "=A1*2"], [5, "=A2*2"]]);
    enter(sheet, 5, 5, [["note"]]);
    expect([calculator.recalculate(), calculated]).toEqual([{ formulas: 0 }, []]);
  });

  it("sees values put into a large range, and taken out of it", () => {
    const { sheet, calculator } = open([["=SUM(B1:B5000)", 1], ["=SUM(B:B)", 2]]);
    enter(sheet, 4998, 1, [[10]]);
    calculator.recalculate();
    const filled = valuesOf(sheet, 0, 0, 2, 1);
    enter(sheet, 0, 1, [[null], [null]]);
    calculator.recalculate();
    expect([filled, valuesOf(sheet, 0, 0, 2, 1)]).toEqual([[[13], [13]], [[10], [10]]]);
  });

  it("replaces a formula by another, and by a value", () => {
    const { sheet, calculator } = open([[1, 2, "=A1", "=C1*10"]]);
    enter(sheet, 0, 2, [["=B1"]]);
    calculator.recalculate();
    const other = valuesOf(sheet, 0, 2, 1, 2);
    enter(sheet, 0, 2, [[7]]);
    calculator.recalculate();
    enter(sheet, 0, 0, [[99, 99]]);
    calculator.recalculate();
    expect([other, valuesOf(sheet, 0, 2, 1, 2)]).toEqual([[[2, 20]], [[7, 70]]]);
  });

  it("follows undo", () => {
    const { workbook, sheet, calculator } = open([[1, "=A1+1"]]);
    const undo = workbook.record(() => enter(sheet, 0, 0, [[5]]));
    calculator.recalculate();
    const done = valuesOf(sheet, 0, 1, 1, 1);
    undo();
    calculator.recalculate();
    expect([done, valuesOf(sheet, 0, 1, 1, 1)]).toEqual([[[6]], [[2]]]);
  });

  it("does not touch formats", () => {
    const { workbook, sheet, calculator } = open([[1, "=A1+1"]]);
    const bold = workbook.styles.intern({ ...workbook.styles.at(0), numberFormat: "0.00" });
    sheet.write(area(0, 1), "api", "style", (cell) => ({ ...cell, style: bold }));
    enter(sheet, 0, 0, [[2]]);
    calculator.recalculate();
    expect(sheet.cell(0, 1)).toEqual({ ...blankCell, value: 3, formula: "A1+1", style: bold });
  });
});

describe("a large range that others read too", () => {
  const rows: Given[][] = Array.from({ length: 100 }, (_, row) => [row === 50 ? "=B1*2" : 1, ...(row === 0 ? [5, "=SUM(INDIRECT(\"A1:A100\"))", "=SUM(A1:A100)", "=SUM(A1:A100)"] : [])]);

  it("is not read as it was before, by a formula that only the run shows to read it", () => {
    const { sheet, calculator } = open(rows);
    enter(sheet, 0, 1, [[50]]);
    calculator.recalculate();
    expect(valuesOf(sheet, 0, 2, 1, 3)).toEqual([[199, 199, 199]]);
  });

  it("is read anew by each running total that a change reaches", () => {
    const { sheet, calculator } = open(Array.from({ length: 200 }, (_, row) => [1, `=SUM($A$1:A${row + 1})`]));
    const ends = [[0, 10], [150, 5], [199, 3], [100, null]].map(([row, value]) => {
      enter(sheet, row ?? 0, 0, [[value ?? null]]);
      calculator.recalculate();
      return [0, 99, 100, 149, 150, 199].map((at) => sheet.cell(at, 1).value);
    });
    expect(ends).toEqual([[10, 109, 110, 159, 160, 209], [10, 109, 110, 159, 164, 213], [10, 109, 110, 159, 164, 215], [10, 109, 109, 158, 163, 214]]);
  });
});

describe("long chains", () => {
  it("are worked out from whichever end they were written", () => {
    const length = 20_000;
    const down: Given[][] = Array.from({ length }, (_, row) => [row === 0 ? 1 : `=A${row}+1`, row === length - 1 ? 1 : `=B${row + 2}+1`]);
    const { sheet } = open(down);
    expect([sheet.cell(length - 1, 0).value, sheet.cell(0, 1).value]).toEqual([length, length]);
  });

  it("are followed where only the run shows them", () => {
    const length = 3_000;
    const rows: Given[][] = Array.from({ length }, (_, row) => [row === length - 1 ? 1 : `=INDIRECT("A${row + 2}")+1`]);
    const { sheet, calculator } = open(rows);
    enter(sheet, length - 1, 0, [[2]]);
    calculator.recalculate();
    expect(sheet.cell(0, 0).value).toBe(length + 1);
  });
});

describe("circles of formulas", () => {
  it("show 0 in each cell, and are named", () => {
    const { sheet, calculator } = open([["=B1+1", "=C1+1", "=A1+1", "=A1+10"]]);
    expect([valuesOf(sheet, 0, 0, 1, 4), calculator.circular.map(({ row, column }) => [row, column])]).toEqual([[[0, 0, 0, 10]], [[0, 0], [0, 1], [0, 2]]]);
  });

  it("are no circles where the branch is not taken, or only the place is asked for", () => {
    const { sheet, calculator } = open([["=IF(TRUE,5,A1)", "=ROW(B1)+COLUMNS(A1:C1)"]]);
    expect([valuesOf(sheet, 0, 0, 1, 2), calculator.circular]).toEqual([[[5, 4]], []]);
  });

  it("end when one of them is changed", () => {
    const { sheet, calculator } = open([["=B1+1", "=A1+1"]]);
    enter(sheet, 0, 1, [[4]]);
    calculator.recalculate();
    expect([valuesOf(sheet, 0, 0, 1, 2), calculator.circular]).toEqual([[[5, 4]], []]);
  });
});

describe("array results", () => {
  it("fill the cells below and beside, which others read", () => {
    const { sheet } = open([["=SEQUENCE(3,2)", null, "=SUM(A1:B3)", "=SUM(A1#)", "=ROWS(A1#)"]]);
    expect([valuesOf(sheet, 0, 0, 3, 2), valuesOf(sheet, 0, 2, 1, 3), sheet.cell(0, 0).array, sheet.cell(1, 0).formula]).toEqual([
      [[1, 2], [3, 4], [5, 6]], [[21, 21, 3]], { area: area(0, 0, 3, 2), kind: "dynamic" }, null,
    ]);
  });

  it("grow and shrink with what they are made from, and take their readers along", () => {
    const { sheet, calculator } = open([[2, "=SEQUENCE(A1)", "=SUM(B1:B9)", "=COUNT(INDIRECT(\"B1:B9\"))"]]);
    const sizes = [4, 1, 3].map((rows) => {
      enter(sheet, 0, 0, [[rows]]);
      calculator.recalculate();
      return [valuesOf(sheet, 0, 1, 5, 1).flat(), ...valuesOf(sheet, 0, 2, 1, 2).flat()];
    });
    expect(sizes).toEqual([[[1, 2, 3, 4, null], 10, 4], [[1, null, null, null, null], 1, 1], [[1, 2, 3, null, null], 6, 3]]);
  });

  it("are #SPILL! where something stands in the way, until it is gone", () => {
    const { sheet, calculator } = open([["=SEQUENCE(3)"], [null], ["in the way"]]);
    const blocked = valuesOf(sheet, 0, 0, 3, 1).flat();
    enter(sheet, 2, 0, [[null]]);
    calculator.recalculate();
    const free = valuesOf(sheet, 0, 0, 3, 1).flat();
    enter(sheet, 1, 0, [["again"]]);
    calculator.recalculate();
    expect([blocked, free, valuesOf(sheet, 0, 0, 3, 1).flat()]).toEqual([["#SPILL!", null, "in the way"], [1, 2, 3], ["#SPILL!", "again", null]]);
  });

  it("are #SPILL! over a table and over merged cells", () => {
    const workbook = bookOf({ Plan: [["=SEQUENCE(3)", "=SEQUENCE(3)"], [null, null], ["Post", null]] });
    tableOver(workbook.active, "Posts", area(2, 0, 2, 1));
    workbook.active.set("merges", [area(1, 1, 1, 2)]);
    new Calculator(workbook, { now: () => NOW }).recalculate();
    expect(valuesOf(workbook.active, 0, 0, 1, 2)).toEqual([["#SPILL!", "#SPILL!"]]);
  });

  it("spread when the merged cells in their way are parted", () => {
    const { workbook, sheet, calculator } = open([["=SEQUENCE(2)"]]);
    sheet.set("merges", [area(1, 0, 1, 2)]);
    enter(sheet, 0, 0, [["=SEQUENCE(2)+0"]]);
    calculator.recalculate();
    const merged = valuesOf(sheet, 0, 0, 1, 1);
    workbook.active.set("merges", []);
    calculator.recalculate();
    expect([merged, valuesOf(sheet, 0, 0, 2, 1).flat()]).toEqual([[["#SPILL!"]], [1, 2]]);
  });

  it("go when their formula goes", () => {
    const { sheet, calculator } = open([["=SEQUENCE(3)", "=A3"]]);
    enter(sheet, 0, 0, [[7]]);
    calculator.recalculate();
    expect(valuesOf(sheet, 0, 0, 3, 2)).toEqual([[7, 0], [null, null], [null, null]]);
  });

  it("of the older kind fill exactly their area", () => {
    const workbook = bookOf({ Plan: [[1, null], [2, null], [3, null]] });
    const where = area(0, 1, 4, 1);
    workbook.active.put(0, 1, { ...blankCell, formula: "A1:A3*10", array: { area: where, kind: "legacy" } });
    const calculator = new Calculator(workbook, { now: () => NOW });
    calculator.recalculate();
    enter(workbook.active, 0, 0, [[5]]);
    calculator.recalculate();
    expect([valuesOf(workbook.active, 0, 1, 4, 1).flat(), workbook.active.cell(0, 1).array]).toEqual([[50, 20, 30, "#N/A"], { area: where, kind: "legacy" }]);
  });
});

describe("names", () => {
  const name = (text: string, formula: string, scope: string | null = null) => ({ name: text, formula, scope, visible: true, comment: "" });

  it("are looked up again when they come, change and go", () => {
    const { workbook, sheet, calculator } = open([[3, "=Rate*2"]]);
    const results = [[], [name("Rate", "Plan!$A$1")], [name("Rate", "0.5")], []].map((names) => {
      workbook.setNames(names);
      calculator.recalculate();
      return valuesOf(sheet, 0, 1, 1, 1).flat()[0];
    });
    expect(results).toEqual(["#NAME?", 6, 1, "#NAME?"]);
  });

  it("of a sheet come before the workbook's", () => {
    const { workbook, sheet, calculator } = open([["=Rate"]], { Other: [["=Rate", "=Plan!Rate"]] });
    workbook.setNames([name("Rate", "1"), name("Rate", "2", sheet.id)]);
    calculator.recalculate();
    expect([valuesOf(sheet, 0, 0, 1, 1), valuesOf(workbook.sheets[1] ?? sheet, 0, 0, 1, 2)]).toEqual([[[2]], [[1, 2]]]);
  });

  it("with relative references count from the cell that uses them", () => {
    const { workbook, sheet, calculator } = open([[1, "=Left"], [2, "=Left"]]);
    workbook.setNames([name("Left", "Plan!XFD1")]);
    calculator.recalculate();
    expect(valuesOf(sheet, 0, 1, 2, 1)).toEqual([[1], [2]]);
  });

  it("can be functions", () => {
    const { workbook, sheet, calculator } = open([["=Twice(4)"]]);
    workbook.setNames([name("Twice", "LAMBDA(x,x*2)")]);
    calculator.recalculate();
    expect(valuesOf(sheet, 0, 0, 1, 1)).toEqual([[8]]);
  });

  it("can be functions that call themselves, though not without end", () => {
    const { workbook, sheet, calculator } = open([["=Factorial(10)", "=Endless(1)"]]);
    workbook.setNames([name("Factorial", "LAMBDA(n,IF(n<2,1,n*Factorial(n-1)))"), name("Endless", "LAMBDA(n,Endless(n+1))")]);
    calculator.recalculate();
    expect(valuesOf(sheet, 0, 0, 1, 2)).toEqual([[3_628_800, "#NUM!"]]);
  });

  it("that lead to themselves are #NAME?", () => {
    const { workbook, sheet, calculator } = open([["=Round1"]]);
    workbook.setNames([name("Round1", "Round2+1"), name("Round2", "Round1+1")]);
    calculator.recalculate();
    expect(valuesOf(sheet, 0, 0, 1, 1)).toEqual([["#NAME?"]]);
  });
});

describe("tables", () => {
  it("take their readers along when they grow", () => {
    const { sheet, calculator } = open([["Post", "WTE", "=SUM(Posts[WTE])"], ["P1", 2], ["P2", 3], ["P3", 4]]);
    tableOver(sheet, "Posts", area(0, 0, 3, 2));
    calculator.recalculate();
    const before = sheet.cell(0, 2).value;
    sheet.set("tables", sheet.get("tables").map((table) => ({ ...table, area: area(0, 0, 4, 2) })));
    calculator.recalculate();
    expect([before, sheet.cell(0, 2).value]).toEqual([5, 9]);
  });

  it("are #REF! once they are gone", () => {
    const { sheet, calculator } = open([["Post", "WTE", "=SUM(Posts[WTE])"], ["P1", 2]]);
    tableOver(sheet, "Posts", area(0, 0, 2, 2));
    calculator.recalculate();
    sheet.set("tables", []);
    calculator.recalculate();
    expect(sheet.cell(0, 2).value).toMatchObject({ code: "#REF!" });
  });
});

describe("sheets", () => {
  it("are found when they come, and #REF! when they go", () => {
    const { workbook, sheet, calculator } = open([["=SUM(Later!A1:A2)"]]);
    const before = valuesOf(sheet, 0, 0, 1, 1).flat()[0];
    const later = workbook.addSheet("Later");
    enter(later, 0, 0, [[2], [3]]);
    calculator.recalculate();
    const found = valuesOf(sheet, 0, 0, 1, 1).flat()[0];
    workbook.removeSheet(later);
    calculator.recalculate();
    expect([before, found, valuesOf(sheet, 0, 0, 1, 1).flat()[0]]).toEqual(["#REF!", 5, "#REF!"]);
  });
});

describe("what is never kept", () => {
  it("is worked out at every calculation", () => {
    let now = NOW;
    const workbook = bookOf({ Plan: [["=TODAY()", "=A1+1", "=HOUR(NOW())"]] });
    const calculator = new Calculator(workbook, { now: () => now });
    calculator.recalculate();
    const first = valuesOf(workbook.active, 0, 0, 1, 3);
    now = new Date(2026, 4, 1, 17, 30, 0);
    calculator.recalculate();
    expect([first, valuesOf(workbook.active, 0, 0, 1, 3)]).toEqual([[[46142, 46143, 9]], [[46143, 46144, 17]]]);
  });

  it("takes chance from where it is told to", () => {
    expect(valuesOf(open([["=RAND()", "=RANDBETWEEN(1,8)"]]).sheet, 0, 0, 1, 2)).toEqual([[0.25, 3]]);
  });
});

describe("totals over visible rows", () => {
  it("leave out hidden rows when they are hidden, and other totals", () => {
    const { sheet, calculator } = open([[1], [2], ["=SUBTOTAL(9,A1:A2)"], ["=SUBTOTAL(109,A1:A3)"], ["=SUBTOTAL(9,A1:A3)"]]);
    sheet.set("rows", new Map([[1, { height: null, hidden: true, style: 0 }]]));
    calculator.recalculate();
    expect(valuesOf(sheet, 2, 0, 3, 1).flat()).toEqual([3, 1, 3]);
  });
});

describe("what cannot be worked out", () => {
  const withCached = (formula: string) => {
    const workbook = bookOf({ Plan: [[1, null, "=B1*2"]] });
    workbook.active.put(0, 1, { ...blankCell, formula, value: 21 });
    const calculator = new Calculator(workbook, { now: () => NOW });
    calculator.recalculateAll();
    return workbook.active;
  };

  it.each([["CUBEVALUE(\"Sales\",\"x\")"], ["[1]Budget!A1"], ["COPILOT(B2)"]])("=%s keeps the value that the file brought, and says so", (formula) => {
    const sheet = withCached(formula);
    expect([sheet.cell(0, 1), sheet.cell(0, 2).value]).toEqual([{ ...blankCell, formula, value: 21, state: "cached" }, 42]);
  });

  it("is #NAME? in a new cell", () => {
    expect(valuesOf(open([["=NOSUCH(1)"]]).sheet, 0, 0, 1, 1)).toEqual([["#NAME?"]]);
  });
});

describe("values that a file brought", () => {
  it("stand until what they are made from changes", () => {
    const workbook = bookOf({ Plan: [[1]] });
    workbook.active.put(0, 1, { ...blankCell, formula: "A1+1", value: 100 });
    const calculator = new Calculator(workbook, { now: () => NOW });
    calculator.recalculate();
    const kept = workbook.active.cell(0, 1).value;
    enter(workbook.active, 0, 0, [[2]]);
    calculator.recalculate();
    expect([kept, workbook.active.cell(0, 1).value]).toEqual([100, 3]);
  });
});
