/**
 * Workbooks that other programs saved: ours is added to them, and everything that was theirs is still there, part by part and value by value.
 * Libraries and LibreOffice make some in the test; workbooks saved by Excel come from a folder that lies beside the repository where it is worked on.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openXlsx } from "../../../src/host/file/open-xlsx";
import type { OpenedFile } from "../../../src/host/file/opened-file";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { area } from "../../../src/host/workbook/area";
import { convert } from "../../support/libreoffice.cjs";
import { packageProblems } from "../../support/package-lint";
import { needlessChanges } from "../../support/part-by-part";
import { readCells } from "../../support/plain-cells.cjs";
import { fillWorkbook } from "./full-workbook";
import { partChanges, trustFile } from "./opened";

const folder = mkdtempSync(path.join(tmpdir(), "corpus-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything that the host can write, added to the file; its title and the tab that is open stay as they were. */
function addTo({ workbook }: OpenedFile): void {
  const { active } = workbook;
  const properties = { ...workbook.properties };
  fillWorkbook(workbook);
  Object.assign(workbook.properties, properties);
  workbook.activate(active);
}

function addedTo(bytes: Uint8Array): Uint8Array {
  const file = openXlsx(bytes, "theirs.xlsx");
  addTo(file);
  return saveXlsx(file);
}

/** A sheet with a table, a formula, a look, a rule and a name of its own: what every addition comes down to. */
function addSheetTo({ workbook }: OpenedFile): void {
  const sheet = workbook.addSheet("Talent plan");
  const style = workbook.styles.intern({ ...workbook.styles.at(0), numberFormat: '0.0" posts"', fill: "#12436D", wrap: true });
  const cell = { value: null, formula: null, array: null, style, state: "live" } as const;
  ["Role group", "Posts needed"].forEach((value, column) => sheet.put(0, column, { ...cell, value }));
  sheet.put(1, 0, { ...cell, value: "Directors" });
  sheet.put(1, 1, { ...cell, value: 3, formula: "1+2" });
  const column = { formula: null, totalsFunction: null, totalsLabel: null };
  const id = Math.max(0, ...workbook.sheets.flatMap((one) => one.get("tables").map((table) => table.id))) + 1;
  sheet.set("tables", [{
    headerRow: true, totalsRow: false, style: "TableStyleLight1", bandedRows: true, bandedColumns: false, firstColumn: false, lastColumn: false, filterButton: true, altText: { title: "", description: "" },
    id, name: "tblTalentPlan", area: area(0, 0, 2, 2), columns: [{ ...column, id: 1, name: "Role group" }, { ...column, id: 2, name: "Posts needed" }],
  }]);
  sheet.set("conditionalFormats", [{ id: "short", areas: [area(1, 1)], priority: 0, stopIfTrue: false, rule: { kind: "cellValue", operator: "LessThan", formula1: "1", formula2: null, format: { fill: "#F46A25" } } }]);
  workbook.setNames([...workbook.names, { name: "nmTalentPlan", formula: "'Talent plan'!$B$2", scope: null, visible: true, comment: "" }]);
}

/** The cells of the sheets that the first file has, as the model has them. */
function cellsOf(file: OpenedFile, sheets: readonly string[]): unknown {
  return sheets.map((name) => ({ name, cells: [...(file.workbook.sheetByName(name)?.entries() ?? [])] }));
}

const untouched = { changed: [], gone: [], added: [] };

describe("a workbook made by a library or saved by LibreOffice", () => {
  const libraries = ["exceljs.xlsx", "sheetjs-shared-texts.xlsx", "sheetjs-texts-in-cells.xlsx", "rust-xlsxwriter.xlsx"];
  const names = [...libraries, "libreoffice.xlsx"];
  const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(folder, name)));

  beforeAll(async () => {
    execFileSync(process.execPath, [path.join(__dirname, "make-corpus.mjs"), folder], { stdio: ["ignore", "inherit", "inherit"] });
    const [made = ""] = await convert([trustFile], "xlsx:Calc MS Excel 2007 XML", path.join(folder, "converted"));
    writeFileSync(path.join(folder, "libreoffice.xlsx"), readFileSync(made));
  }, 120_000);

  it.each(names)("%s is saved as it came", (name) => {
    expect(partChanges(bytesOf(name), saveXlsx(openXlsx(bytesOf(name), name)))).toEqual(untouched);
  });

  it.each(names)("%s keeps every part of its own, every cell, and gets no fault that it had not", (name) => {
    const before = bytesOf(name);
    const after = addedTo(before);
    const opened = openXlsx(before, name);
    const sheets = opened.workbook.sheets.map((sheet) => sheet.name);
    expect(needlessChanges(before, after)).toEqual([]);
    expect(cellsOf(openXlsx(after, name), sheets)).toEqual(cellsOf(opened, sheets));
    const faults = packageProblems(before);
    expect(packageProblems(after).filter((fault) => !faults.includes(fault))).toEqual([]);
  });

  it("has the same values in LibreOffice", async () => {
    for (const name of libraries) writeFileSync(path.join(folder, `added-to-${name}`), addedTo(bytesOf(name)));
    // All in one run: starting is what takes LibreOffice long.
    const made = await convert(libraries.flatMap((name) => [path.join(folder, name), path.join(folder, `added-to-${name}`)]), "xlsx:Calc MS Excel 2007 XML", path.join(folder, "values"));
    const [theirs, ours] = [0, 1].map((odd) => made.filter((_, index) => index % 2 === odd).map((file) => readCells(readFileSync(file))));
    const unlike: string[] = [];
    libraries.forEach((name, index) => {
      for (const [sheet, cells] of theirs?.[index] ?? []) for (const [at, { formula, value }] of cells) {
        const now = ours?.[index]?.get(sheet)?.get(at);
        if (now === undefined || now.value !== value || now.formula !== formula) unlike.push(`${name} ${sheet}!${at}: ${String(value)}, now ${String(now?.value)}`);
      }
    });
    expect(unlike).toEqual([]);
  }, 120_000);
});

const excelFolder = path.resolve(__dirname, "../../../../shared/workbooks");
const fromExcel = existsSync(excelFolder) ? readdirSync(excelFolder).filter((name) => /\.xls[xm]$/.test(name)).sort() : [];
const read = fromExcel.length > 0 ? `${fromExcel.length} workbooks saved by Excel, read from ${path.relative(process.cwd(), excelFolder)}` : "0 workbooks saved by Excel, for there is no ../shared/workbooks beside the repository: only those that libraries make";

describe(`after ours was added to them, ${read}`, () => {
  it("keep every part of their own and every cell", () => {
    const wrong: string[] = [];
    for (const name of fromExcel) {
      const before = new Uint8Array(readFileSync(path.join(excelFolder, name)));
      const opened = openXlsx(before, name);
      const sheets = opened.workbook.sheets.map((sheet) => sheet.name);
      const theirs = JSON.stringify(cellsOf(opened, sheets));
      if (JSON.stringify(partChanges(before, saveXlsx(opened))) !== JSON.stringify(untouched)) wrong.push(`${name}: not saved as it came`);
      addSheetTo(opened);
      const after = saveXlsx(opened);
      wrong.push(...needlessChanges(before, after).map((change) => `${name}: ${change}`));
      if (JSON.stringify(cellsOf(openXlsx(after, name), sheets)) !== theirs) wrong.push(`${name}: other cells`);
    }
    expect(wrong).toEqual([]);
  }, 300_000);
});
