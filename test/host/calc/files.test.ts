/** Whole workbooks: calculated anew, every formula gives the value that LibreOffice stored beside it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Calculator } from "../../../src/host/calc/calculator";
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { cellName } from "../../../src/host/workbook/area";
import { isError, type CellValue } from "../../../src/host/workbook/values";
import type { Workbook } from "../../../src/host/workbook/workbook";

const FOLDER = join(__dirname, "../../fixtures/workbooks");

const shown = (value: CellValue): string | number | boolean | null => (isError(value) ? value.code : typeof value === "number" ? Number(value.toPrecision(12)) : value);

/** Every formula and its value. */
function results(workbook: Workbook): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const sheet of workbook.sheets) {
    for (const [row, column, cell] of sheet.entries()) if (cell.formula !== null) found[`${sheet.name}!${cellName(row, column)} =${cell.formula}`] = shown(cell.value);
  }
  return found;
}

describe.each(["name-clashes.xlsx", "locked-structure.xlsx"])("%s", (name) => {
  it("gives what is stored in it", () => {
    const { workbook } = openXlsx(readFileSync(join(FOLDER, name)), name);
    const stored = results(workbook);
    new Calculator(workbook, { now: () => new Date(2026, 3, 30, 9, 0, 0) }).recalculateAll();
    expect(results(workbook)).toEqual(stored);
    expect(Object.keys(stored).length).toBeGreaterThan(100);
  });
});
