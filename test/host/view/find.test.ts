/** Finding and replacing in cells. */
import { findAll, findAllInSteps, nextOf, replacedText, type Wanted } from "../../../src/host/view/find";
import { cellName } from "../../../src/host/workbook/area";
import { defaultStyle } from "../../../src/host/workbook/style";
import { sheetOf, workbookOf } from "../calc/sheet-builder";

const book = workbookOf({ Plan: { A1: "Nurse", B1: "nurses*", A2: "Head of nursing", B2: 0.5, A3: "=A1&1", C9: "NURSE" } });
const plan = sheetOf(book, "Plan");
plan.put(1, 1, { ...plan.cell(1, 1), style: book.styles.intern({ ...defaultStyle, numberFormat: "0%" }) });
plan.put(2, 0, { ...plan.cell(2, 0), value: "Nurse1" });

const wanted = (text: string, more: Partial<Wanted> = {}): Wanted => ({ text, matchCase: false, wholeCell: false, inFormulas: false, ...more });

it.each([
  { looked: wanted("nurs"), found: ["A1", "B1", "A2", "A3", "C9"], because: "any part, row by row" },
  { looked: wanted("nurse", { wholeCell: true }), found: ["A1", "C9"], because: "the whole cell" },
  { looked: wanted("Nurse", { matchCase: true }), found: ["A1", "A3"], because: "capitals count when asked" },
  { looked: wanted("n?rse*1"), found: ["A3"], because: "? is one letter, * any number" },
  { looked: wanted("~*"), found: ["B1"], because: "~ stands before a sign that is meant" },
  { looked: wanted("50%"), found: ["B2"], because: "what shows is looked at" },
  { looked: wanted("A1&", { inFormulas: true }), found: ["A3"], because: "or the formula as typed" },
  { looked: wanted("(x"), found: [], because: "signs of a pattern are only signs" },
  { looked: wanted(""), found: [], because: "nothing finds nothing" },
])("$looked.text is in $found: $because", ({ looked, found }) => {
  expect(findAll(plan, looked).map(({ row, column }) => cellName(row, column))).toEqual(found);
});

it("goes on from where one is, either way, and starts again at the other end", () => {
  const found = findAll(plan, wanted("nurs"));
  const from = (row: number, column: number, step: 1 | -1) => { const next = nextOf(found, { row, column }, step); return next === null ? null : cellName(next.row, next.column); };
  expect([from(0, 0, 1), from(8, 2, 1), from(0, 0, -1), from(1, 1, -1), nextOf([], { row: 0, column: 0 }, 1)]).toEqual(["B1", "A1", "C9", "A2", null]);
});

it.each([
  { cell: { row: 0, column: 0 }, looked: wanted("nurse"), by: "$& doctor", text: "$& doctor", because: "the other text is taken as it is" },
  { cell: { row: 2, column: 0 }, looked: wanted("A1", { inFormulas: true }), by: "B1", text: "=B1&1", because: "in formulas too" },
  { cell: { row: 0, column: 0 }, looked: wanted("doctor"), by: "x", text: null, because: "nothing to replace" },
])("replaced by $by: $because", ({ cell, looked, by, text }) => {
  expect(replacedText(plan, cell, looked, by)).toBe(text);
});

it("a sheet of 12,000 cells is looked through in three steps, to the same cells", () => {
  const long = sheetOf(workbookOf({ Long: { A1: 0 } }), "Long");
  for (let row = 0; row < 12_000; row++) long.put(row, 0, { ...long.cell(row, 0), value: row });
  const steps = findAllInSteps(long, wanted("119"));
  const shares: number[] = [];
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) shares.push(step.value);
  expect(shares).toEqual([5_000 / 12_000, 10_000 / 12_000]);
  expect(step.value).toEqual(findAll(long, wanted("119")));
  expect(step.value).toHaveLength(132);
});
