/** Results stand after cells were put in, taken out or brought back, and after what formulas name was renamed. */
import { Calculator } from "../../../src/host/calc/calculator";
import { renameSheet, renameTable } from "../../../src/host/calc/shift-formula";
import { deleteCells, insertCells } from "../../../src/host/calc/structure";
import type { Workbook } from "../../../src/host/workbook/workbook";
import { addTable, place, sheetOf, workbookOf } from "./sheet-builder";

function calculated(): { readonly workbook: Workbook; readonly values: () => readonly unknown[] } {
  const workbook = workbookOf({ Plan: { A1: "Post", B1: "Demand", A2: "Nurse", B2: 3, A3: "Doctor", B3: 5, D1: "=SUM(B2:B3)", D2: "=SUM(Posts[Demand])", F1: "=SORT(B2:B3,1,-1)" }, Other: { A1: "=Plan!B3*10", A2: "=total" } });
  addTable(sheetOf(workbook, "Plan"), "Posts", "A1:B3", ["Post", "Demand"]);
  workbook.setNames([{ name: "total", formula: "SUM(Plan!$B$2:$B$3)", scope: null, visible: true, comment: "" }]);
  const calculator = new Calculator(workbook, { now: () => new Date(2026, 0, 1) });
  const values = (): readonly unknown[] => {
    calculator.recalculate();
    return workbook.sheets.map((sheet) => [...sheet.entries()].filter(([, , cell]) => cell.value !== null).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([row, column, cell]) => [row, column, typeof cell.value === "object" ? String(cell.value) : cell.value]));
  };
  calculator.recalculateAll();
  return { workbook, values };
}

const before = [
  [[0, 0, "Post"], [0, 1, "Demand"], [0, 3, 8], [0, 5, 5], [1, 0, "Nurse"], [1, 1, 3], [1, 3, 8], [1, 5, 3], [2, 0, "Doctor"], [2, 1, 5]],
  [[0, 0, 50], [1, 0, 8]],
];

it("the workbook of these tests comes to", () => { expect(calculated().values()).toEqual(before); });

it.each([
  {
    work: "a row is put in through a table and a spilled result", edit: (workbook: Workbook) => insertCells(workbook, sheetOf(workbook, "Plan"), place("2:2"), "down"),
    after: [
      [[0, 0, "Post"], [0, 1, "Demand"], [0, 3, 8], [0, 5, 5], [1, 5, 3], [2, 0, "Nurse"], [2, 1, 3], [2, 3, 8], [3, 0, "Doctor"], [3, 1, 5]],
      [[0, 0, 50], [1, 0, 8]],
    ],
  },
  {
    work: "a row is taken out", edit: (workbook: Workbook) => deleteCells(workbook, sheetOf(workbook, "Plan"), place("3:3"), "up"),
    after: [[[0, 0, "Post"], [0, 1, "Demand"], [0, 3, 3], [0, 5, 3], [1, 0, "Nurse"], [1, 1, 3], [1, 3, 3]], [[0, 0, "#REF!"], [1, 0, 3]]],
  },
  { work: "the table is renamed", edit: (workbook: Workbook) => rename(workbook), after: before },
  { work: "the sheet is renamed", edit: (workbook: Workbook) => { workbook.renameSheet(sheetOf(workbook, "Plan"), "My plan"); renameSheet(workbook, "Plan", "My plan"); }, after: before },
])("when $work, results are right, and again when a value then changes", ({ edit, after }) => {
  const { workbook, values } = calculated();
  edit(workbook);
  expect(values()).toEqual(after);
  const [plan] = workbook.sheets;
  const nurse = [...(plan?.entries() ?? [])].find(([, , cell]) => cell.value === "Nurse");
  if (plan === undefined || nurse === undefined) throw new Error("The nurse is gone.");
  const at = { top: nurse[0], bottom: nurse[0], left: 1, right: 1 };
  plan.write(at, "typed", "content", (cell) => ({ ...cell, value: 4 }));
  values();
  const expected = after.flat().some(([, , value]) => value === 50) ? 9 : 4;
  expect([plan.cell(0, 3).value, sheetOf(workbook, "Other").cell(1, 0).value]).toEqual([expected, expected]);
});

function rename(workbook: Workbook): void {
  const plan = sheetOf(workbook, "Plan");
  plan.set("tables", plan.get("tables").map((table) => ({ ...table, name: "Jobs" })));
  renameTable(workbook, "Posts", "Jobs");
}

it.each([
  { words: "an insertion", edit: (workbook: Workbook) => insertCells(workbook, sheetOf(workbook, "Plan"), place("2:3"), "down") },
  { words: "a deletion", edit: (workbook: Workbook) => deleteCells(workbook, sheetOf(workbook, "Plan"), place("B:B"), "left") },
  { words: "a renamed table", edit: rename },
])("undoing $words brings every result back, and redoing takes it away again", ({ edit }) => {
  const { workbook, values } = calculated();
  const undo = workbook.record(() => edit(workbook));
  const after = values();
  const redo = workbook.record(undo);
  expect(values()).toEqual(before);
  redo();
  expect(values()).toEqual(after);
});
