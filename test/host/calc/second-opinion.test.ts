/** Everyday functions, one formula each, held against LibreOffice's results and, where it is known to differ, against Excel's documentation. */
import { Calculator } from "../../../src/host/calc/calculator";
import { blankCell } from "../../../src/host/workbook/sheet";
import { isError } from "../../../src/host/workbook/values";
import { bookOf } from "./book";
import type { Scalar } from "./formula-cases";
import { alsoAgreed, followsExcel, months, orchard } from "./more-opinion-cases";
import { agreed, d, excelOnly } from "./second-opinion-cases";

const workbook = bookOf({ D: d, G: orchard.map((row) => row.map((value) => (value === "=Pear" ? null : value))), ...months, F: [] });
// Text that begins with "=", as a person enters it after an apostrophe.
workbook.sheetByName("G")?.put(1, 7, { ...blankCell, value: "=Pear" });
const formulas = workbook.sheetByName("F") ?? workbook.active;
const calculator = new Calculator(workbook, { now: () => new Date(2026, 3, 30, 9, 0, 0) });

function resultOf(formula: string): Scalar {
  const value = calculator.evaluate(formula, formulas, 0, 0)[0]?.[0] ?? 0;
  return isError(value) ? value.code : value;
}

/** Numbers agree to eleven digits, the last of which may be rounded either way. */
function expectResult(formula: string, gives: Scalar): void {
  const result = resultOf(formula);
  if (typeof result === "number" && typeof gives === "number") expect(Math.abs(result - gives)).toBeLessThanOrEqual(2e-11 * Math.max(1, Math.abs(gives)));
  else expect(result).toEqual(gives);
}

describe("as LibreOffice gives it", () => {
  it.each([...agreed, ...alsoAgreed])("=%s gives %j", expectResult);
});

describe.each(Object.entries(followsExcel))("as Excel gives it: %s", (_, cases) => {
  it.each(cases)("=%s gives %j", expectResult);
});

describe("as Excel gives it, though LibreOffice does not", () => {
  it.each(excelOnly)("=%s gives %j", expectResult);
});
