/** The audit on workbooks as Excel saves them: what it says of each was judged by hand, and faults that are put in are found among it. */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { auditBook } from "../../../src/validation/audit/audit-in-turns";
import { a1 } from "../../../src/blueprint/place";
import { areaOf, type AuditBook, type AuditSheet } from "../../../src/validation/audit/audit-book";
import { blankCell, type Cell } from "../../../src/validation/book";
import { repository } from "../../support/job";
import { openedBook } from "./opened-book";

/** Beside the repository, and not everywhere. */
const folder = path.resolve(repository, "../shared/workbooks");
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".xlsx")) : [];
const saysOf = (book: AuditBook): readonly string[] => auditBook(book).map(({ rule, place }) => `${rule.id} ${place.tab}!${place.cell}`);

/** All that is said of them. Each is so: rows that a filter hides, and formulas that were written to give an error. */
const judged: Readonly<Record<string, readonly string[]>> = {
  "autofilter05.xlsx": ["S08.rows Sheet1!A2"],
  "autofilter11.xlsx": ["S08.rows Sheet1!A2"],
  "formula_results01.xlsx": ["S06 Sheet1!A5", "S06 Sheet1!A6", "S06 Sheet1!A7", "S06 Sheet1!A8", "S06 Sheet1!A9", "S06 Sheet1!A10", "S06 Sheet1!A11", "S06 Sheet1!A12"],
  "ignore_error05.xlsx": ["S06 Sheet1!A2"],
};

const entry = (content: Partial<Cell>): Cell => ({ ...blankCell, numberFormat: "General", ...content });
/** Faults that need nothing round them. */
const faults: readonly (readonly [string, Cell])[] = [
  ["S06", entry({ kind: "error", value: "#DIV/0!", formula: "=3/0" })], ["S07", entry({ kind: "number", value: 4, formula: "='[Budget.xlsx]Posts'!$A$1" })],
  ["S10.email", entry({ kind: "text", value: "Ask a.khan@trust.nhs.uk" })], ["S10.insurance", entry({ kind: "text", value: "AB123456C" })],
  ["S10.title", entry({ kind: "text", value: "Agreed with Mrs Patel" })], ["S14", entry({ kind: "number", value: 40_000, formula: "=TODAY()" })],
];

/** The cell two rows under everything else. */
function below(sheet: AuditSheet, cell: Cell): { readonly sheet: AuditSheet; readonly place: string } {
  const { bottom, left } = areaOf(sheet);
  const width = Math.max(1, sheet.rows[0]?.length ?? 0);
  const line = (first: Cell): readonly Cell[] => [first, ...Array.from({ length: width - 1 }, () => blankCell)];
  return { sheet: { ...sheet, rows: [...sheet.rows, line(blankCell), line(blankCell), line(cell)] }, place: a1(bottom + 3, left) };
}

describe("workbooks that Excel saved", () => {
  it("give the findings that were judged to be true, and no other", () => {
    const said = files.map((name) => [name, saysOf(openedBook(path.join(folder, name)))] as const).filter(([, findings]) => findings.length > 0);
    expect(Object.fromEntries(said)).toEqual(files.length === 0 ? {} : judged);
  });

  it("show every fault that is put in, in its cell, and nothing more than before", () => {
    const wrong = files.flatMap((name) => {
      const book = openedBook(path.join(folder, name));
      const before = saysOf(book);
      return faults.flatMap(([rule, cell]) => {
        const [first] = book.sheets;
        if (first === undefined || first.rows.length > 1_000) return [];
        const { sheet, place } = below(first, cell);
        const said = saysOf({ ...book, sheets: [sheet, ...book.sheets.slice(1)] });
        const wanted = `${rule} ${sheet.tab}!${place}`;
        const more = said.filter((each) => !before.includes(each) && each !== wanted);
        return said.includes(wanted) && more.length === 0 ? [] : [`${name}: ${wanted} ${more.join(" ")}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it("say of the realistic example only that it has a hidden sheet", () => {
    expect(saysOf(openedBook(path.join(repository, "assets/examples/trust-workforce.xlsx")))).toEqual(["S08.sheet Lists!"]);
  });
});
