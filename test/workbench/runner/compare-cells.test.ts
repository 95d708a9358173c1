/** `expect` says which cells differ, what was wanted and what was found. Blank, zero and text are told apart. */
import { cellError, type CellValue } from "../../../src/host/workbook/values";
import { Workbook } from "../../../src/host/workbook/workbook";
import { differencesFrom } from "../../../src/workbench/runner/compare-cells";
import type { CellIn } from "../../../src/workbench/runner/job-file";

/** What is said when B2 holds `found`. */
function saidOf(wanted: CellIn, found: CellValue): string | null {
  const sheet = new Workbook().addSheet("Figures");
  sheet.write({ top: 1, left: 1, bottom: 1, right: 1 }, "typed", "content", (cell) => ({ ...cell, value: found }));
  return differencesFrom(sheet, { sheet: "Figures", row: 1, column: 1, values: [[wanted]] });
}

describe("expecting a cell", () => {
  it.each<{ wanted: CellIn; found: CellValue }>([
    { wanted: 42, found: 42 }, { wanted: 0.3, found: 0.1 + 0.2 }, { wanted: "<5", found: "<5" }, { wanted: true, found: true },
    { wanted: null, found: null }, { wanted: "", found: null }, { wanted: "", found: "" }, { wanted: "#N/A", found: cellError("#N/A") },
  ])("$wanted is met by $found", ({ wanted, found }) => {
    expect(saidOf(wanted, found)).toBeNull();
  });

  it.each<{ wanted: CellIn; found: CellValue; says: string }>([
    { wanted: 42, found: 43, says: "B2: wanted 42, found 43" },
    { wanted: 0, found: null, says: "B2: wanted 0, found blank" },
    { wanted: null, found: 0, says: "B2: wanted blank, found 0" },
    { wanted: null, found: "", says: 'B2: wanted blank, found ""' },
    { wanted: 5, found: "5 ", says: 'B2: wanted 5, found "5 "' },
    { wanted: 1, found: true, says: "B2: wanted 1, found true" },
    { wanted: 1, found: cellError("#DIV/0!"), says: 'B2: wanted 1, found "#DIV/0!"' },
    { wanted: 0, found: 1e-12, says: "B2: wanted 0, found 1e-12" },
  ])("$wanted is not met by $found", ({ wanted, found, says }) => {
    expect(saidOf(wanted, found)).toBe(says);
  });

  it("names the first twelve and counts the rest", () => {
    const sheet = new Workbook().addSheet("Figures");
    const said = differencesFrom(sheet, { sheet: "Figures", row: 0, column: 0, values: Array.from({ length: 15 }, () => [1]) });
    expect(said).toMatch(/^A1: wanted 1, found blank; A2: .*; A12: wanted 1, found blank; and 3 more cells$/);
  });
});
