/** Cells cut and put down elsewhere: what refers to them, and what they refer to. */
import { Calculator } from "../../../src/host/calc/calculator";
import { moveCells } from "../../../src/host/calc/move-cells";
import { area as areaOf, columnCount, rowCount, type Area } from "../../../src/host/workbook/area";
import type { Sheet } from "../../../src/host/workbook/sheet";
import { contentOf, place, sheetOf, workbookOf, type Content } from "./sheet-builder";

const moveBlock = (from: Sheet, area: Area, to: Sheet, row: number, column: number): void => moveCells(from.workbook, from, area, to, areaOf(row, column, rowCount(area), columnCount(area)), "typed");

const ROWS: Content = { A1: 1, A2: 2, B1: "=A1*10", C1: "=SUM(A1:A2)", C2: "=SUM(A1:A3)" };

describe("on one sheet", () => {
  it.each([
    { moved: "A1", to: "E5", after: { A2: 2, B1: "=E5*10", C1: "=SUM(A1:A2)", C2: "=SUM(A1:A3)", E5: 1 }, because: "a single reference follows, a range of which a part moved does not" },
    { moved: "A1:A2", to: "E5", after: { B1: "=E5*10", C1: "=SUM(E5:E6)", C2: "=SUM(A1:A3)", E5: 1, E6: 2 }, because: "a range follows when all of it moves" },
    { moved: "B1", to: "D9", after: { A1: 1, A2: 2, C1: "=SUM(A1:A2)", C2: "=SUM(A1:A3)", D9: "=A1*10" }, because: "a formula that moves means what it meant" },
    { moved: "A1:C1", to: "A2", after: { A2: 1, B2: "=A2*10", C2: "=SUM(A1:A2)" }, because: "what is covered is lost" },
    { moved: "A1:B1", to: "A5", after: { A2: 2, A5: 1, B5: "=A5*10", C1: "=SUM(A1:A2)", C2: "=SUM(A1:A3)" }, because: "references inside the block follow too" },
    { moved: "C2", to: "A1", after: { A1: "=SUM(A1:A3)", A2: 2, B1: "=#REF!*10", C1: "=SUM(A1:A2)" }, because: "what meant only a covered cell means nothing any more" },
    { moved: "A:A", to: "H1", after: { B1: "=H1*10", C1: "=SUM(H1:H2)", C2: "=SUM(H1:H3)", H1: 1, H2: 2 }, because: "a whole column moves with what is in it" },
  ])("$moved to $to: $because", ({ moved, to, after }) => {
    const workbook = workbookOf({ Plan: ROWS });
    const plan = sheetOf(workbook, "Plan");
    const { top, left } = place(to);
    moveBlock(plan, place(moved), plan, top, left);
    expect(contentOf(plan)).toEqual(after);
  });
});

it("to another sheet, references name the sheet they mean, and results stand", () => {
  const workbook = workbookOf({ Plan: { A1: 2, B1: "=A1+C1", C1: 5, D1: "=B1*2" }, "Other sheet": { A1: "=Plan!B1", A2: "=Plan!C1" } });
  workbook.setNames([{ name: "total", formula: "Plan!$B$1", scope: null, visible: true, comment: "" }]);
  const calculator = new Calculator(workbook, { now: () => new Date(2026, 0, 1) });
  calculator.recalculateAll();
  const [plan, other] = [sheetOf(workbook, "Plan"), sheetOf(workbook, "Other sheet")];
  const undo = workbook.record(() => moveBlock(plan, place("B1"), other, 4, 4));
  expect([contentOf(plan), contentOf(other), workbook.names[0]?.formula]).toEqual([
    { A1: 2, C1: 5, D1: "='Other sheet'!E5*2" }, { A1: "='Other sheet'!E5", A2: "=Plan!C1", E5: "=Plan!A1+Plan!C1" }, "'Other sheet'!$E$5",
  ]);
  calculator.recalculate();
  plan.write(place("A1"), "typed", "content", (cell) => ({ ...cell, value: 3 }));
  calculator.recalculate();
  expect([other.cell(4, 4).value, plan.cell(0, 3).value, other.cell(0, 0).value]).toEqual([8, 16, 8]);
  undo();
  calculator.recalculate();
  expect([contentOf(plan), contentOf(other), plan.cell(0, 3).value]).toEqual([{ A1: 3, B1: "=A1+C1", C1: 5, D1: "=B1*2" }, { A1: "=Plan!B1", A2: "=Plan!C1" }, 16]);
});

it("takes merged cells, links and validation along, and clears what lies where they go", () => {
  const workbook = workbookOf({ Plan: { A1: "x", C5: "old" } });
  const plan = sheetOf(workbook, "Plan");
  const rule = { rule: { kind: "any" as const }, ignoreBlanks: true, prompt: { show: true, title: "", message: "Posts" }, alert: { show: false, style: "Stop" as const, title: "", message: "" } };
  plan.load({ merges: [place("A1:B1"), place("C5:D5")], hyperlinks: [{ area: place("A1"), address: "https://nhs.uk", place: null, tip: "" }], validations: [{ ...rule, areas: [place("A1:A3")] }] });
  moveBlock(plan, place("A1:B1"), plan, 4, 2);
  expect([plan.get("merges"), plan.get("hyperlinks").map(({ area }) => area), plan.get("validations").map(({ areas }) => areas)]).toEqual([[place("C5:D5")], [place("C5")], [[place("A2:A3")], [place("C5")]]]);
});

it.each([
  { moved: "A1", to: "XFD1048576", words: null },
  { moved: "A1:B1", to: "XFD1", words: "The cells would reach past the edge of the sheet." },
  { moved: "F1", to: "H1", words: "Part of merged cells cannot be moved." },
  { moved: "A1", to: "F1", words: "Part of merged cells cannot be moved." },
])("moving $moved to $to is refused: $words", ({ moved, to, words }) => {
  const workbook = workbookOf({ Plan: ROWS });
  const plan = sheetOf(workbook, "Plan");
  plan.load({ merges: [place("F1:G1")] });
  const { top, left } = place(to);
  const work = (): unknown => moveBlock(plan, place(moved), plan, top, left);
  if (words === null) expect(work).not.toThrow();
  else expect(work).toThrow(words);
});
