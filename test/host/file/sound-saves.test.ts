/** Whatever is done to a workbook that a file brought, the file saved after it is one that Excel opens without repair. */
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { area } from "../../../src/host/workbook/area";
import type { Sheet } from "../../../src/host/workbook/sheet";
import type { Workbook } from "../../../src/host/workbook/workbook";
import { packageProblems } from "../../support/package-lint";
import { chartOf, seriesOver } from "./chart-gallery";
import { opened, partChanges, trustFile } from "./opened";

function sheetNamed(workbook: Workbook, name: string): Sheet {
  const sheet = workbook.sheetByName(name);
  if (sheet === null) throw new Error(`There is no sheet ${name}.`);
  return sheet;
}

const put = (sheet: Sheet, row: number, values: readonly (string | number)[]): void =>
  values.forEach((value, column) => sheet.put(row, column, { value, formula: null, array: null, style: 0, state: "live" }));

const changes: readonly { readonly what: string; readonly change: (workbook: Workbook) => void }[] = [
  { what: "nothing", change: () => undefined },
  { what: "values, words and formulas", change: (workbook) => sheetNamed(workbook, "Vacancies").write(area(30, 0, 3, 3), "api", "content", (cell, row, column) => ({ ...cell, value: column === 0 ? `row ${row} <&> "x"` : row, formula: column === 2 ? "A1&B1" : null })) },
  { what: "a new style on a thousand cells", change: (workbook) => { const style = workbook.styles.intern({ ...workbook.styles.at(0), fill: "#12436D", numberFormat: '0.0" posts"', wrap: true }); sheetNamed(workbook, "Summary").write(area(40, 0, 100, 10), "api", "style", (cell) => ({ ...cell, style })); } },
  { what: "a sheet with a table and charts", change: (workbook) => {
    const sheet = workbook.addSheet("Figures");
    put(sheet, 0, ["Post & place", "Ready\nnow"]);
    for (let row = 1; row < 5; row++) put(sheet, row, [`Post ${row}`, row]);
    const columns = ["Post & place", "Ready\nnow"].map((name, index) => ({ id: index + 1, name, formula: null, totalsFunction: null, totalsLabel: null }));
    sheet.set("tables", [{ id: 90, name: "tblNew", area: area(0, 0, 5, 2), headerRow: true, totalsRow: false, columns, style: null, bandedRows: false, bandedColumns: false, firstColumn: false, lastColumn: false, filterButton: true, altText: { title: "", description: "" } }]);
    sheet.set("charts", [chartOf({ name: "One", series: [seriesOver("B")] }), chartOf({ name: "Two", type: "Pie", series: [seriesOver("B")] })]);
  } },
  { what: "a chart beside those that are there", change: (workbook) => { const sheet = sheetNamed(workbook, "Summary"); sheet.set("charts", [...sheet.get("charts"), chartOf({ name: "New", series: [seriesOver("B", { values: "Summary!$B$4:$B$9", categories: "Summary!$A$4:$A$9", name: { text: "Posts" } })] })]); } },
  { what: "all charts deleted", change: (workbook) => workbook.sheets.forEach((sheet) => sheet.set("charts", [])) },
  { what: "the tables deleted", change: (workbook) => workbook.sheets.forEach((sheet) => sheet.set("tables", [])) },
  { what: "rules, highlights, links and merges deleted", change: (workbook) => workbook.sheets.forEach((sheet) => { sheet.set("validations", []); sheet.set("conditionalFormats", []); sheet.set("hyperlinks", []); sheet.set("merges", []); }) },
  { what: "a sheet with a chart deleted", change: (workbook) => { workbook.removeSheet(sheetNamed(workbook, "Leavers")); } },
  { what: "tabs in another order", change: (workbook) => workbook.moveSheet(sheetNamed(workbook, "Lists"), 0) },
  { what: "names added and deleted", change: (workbook) => workbook.setNames([...workbook.names.slice(2), { name: "nmNew", formula: "Summary!$A$1", scope: null, visible: true, comment: "a <note>" }, { name: "nmNew", formula: "Lists!$A$1", scope: sheetNamed(workbook, "Lists").id, visible: false, comment: "" }]) },
];

it.each(changes)("$what", ({ change }) => {
  const { file } = opened(trustFile);
  change(file.workbook);
  const first = saveXlsx(file);
  expect(packageProblems(first)).toEqual([]);
  // What was saved opens, and is saved again without a change.
  expect(partChanges(first, saveXlsx(openXlsx(first, "again.xlsx")))).toEqual({ changed: [], gone: [], added: [] });
});
