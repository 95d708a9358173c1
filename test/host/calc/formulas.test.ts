/** Single formulas against what Excel gives for them. */
import { Calculator } from "../../../src/host/calc/calculator";
import { area } from "../../../src/host/workbook/area";
import { isError, type CellValue } from "../../../src/host/workbook/values";
import { bookOf, tableOver } from "./book";
import { formulaCases, mySheet, names, params, posts, type Scalar } from "./formula-cases";

const workbook = bookOf({ Posts: posts, Params: params, "My Sheet": mySheet, Calc: [] });
const sheet = (name: string) => workbook.sheetByName(name) ?? workbook.active;
tableOver(sheet("Posts"), "Posts", area(0, 0, 11, 10));
workbook.setNames(names.map(([name, formula]) => ({ name, formula, scope: null, visible: true, comment: "" })));
const calculator = new Calculator(workbook, { now: () => new Date(2026, 3, 30, 9, 0, 0) });
calculator.recalculate();

const rounded = (value: Scalar, digits: number): Scalar => (typeof value === "number" ? Number(value.toPrecision(digits)) : value);
const shown = (value: CellValue): Scalar => (isError(value) ? value.code : value ?? 0);

/** A formula's result: one value, or rows of them. */
function resultOf(formula: string, digits: number): Scalar | readonly (readonly Scalar[])[] {
  const rows = calculator.evaluate(formula, sheet("Calc"), 4, 3).map((row) => row.map((value) => rounded(shown(value), digits)));
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] ?? null : rows;
}

describe.each(Object.entries(formulaCases))("%s", (_, cases) => {
  it.each(cases)("=$formula gives $gives", ({ formula, gives, digits = 14 }) => {
    const expected = Array.isArray(gives) ? gives.map((row: readonly Scalar[]) => row.map((value) => rounded(value, digits))) : rounded(gives as Scalar, digits);
    expect(resultOf(formula, digits)).toEqual(expected);
  });
});

describe("a calculated column", () => {
  it("divides row by row, and shows where it cannot", () => {
    expect([1, 6].map((row) => shown(sheet("Posts").cell(row, 9).value))).toEqual([100 / 120, "#DIV/0!"]);
  });
});
