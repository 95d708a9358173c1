/** Rows put into an opened workbook: everything that stands at cells moves with them, or the shift is refused. */
import { insertCells } from "../../../src/host/calc/structure";
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { MAX_COLUMNS } from "../../../src/host/workbook/area";
import { cellAt, opened, partText, sheetNamed, trustFile } from "./opened";

const rowsBefore = (row: number, count: number): { top: number; left: number; bottom: number; right: number } => ({ top: row - 1, bottom: row - 2 + count, left: 0, right: MAX_COLUMNS - 1 });

it("two rows above a list: cells, rules, highlights, filter and print set-up come down", () => {
  const { file } = opened(trustFile);
  const sheet = sheetNamed(file, "Vacancies");
  const before = { rules: sheet.get("validations"), formula: cellAt(sheet, "B4").formula, title: cellAt(sheet, "A1").value, frozen: sheet.get("frozen") };
  insertCells(file.workbook, sheet, rowsBefore(3, 2), "down", "api");
  const saved = saveXlsx(file);
  const again = sheetNamed(openXlsx(saved, "a.xlsx"), "Vacancies");
  expect({ title: cellAt(again, "A1").value, formula: cellAt(again, "B6").formula }).toEqual({ title: before.title, formula: before.formula?.replace("$A4", "$A6") });
  expect(again.get("validations").map(({ areas }) => areas)).toEqual(before.rules.map(({ areas }) => areas.map((area) => ({ ...area, top: area.top + 2, bottom: area.bottom + 2 }))));
  expect(again.get("conditionalFormats").map(({ areas }) => areas[0]?.top)).toEqual([5, 5]);
  expect(partText(saved, "xl/worksheets/sheet3.xml")).toContain('<autoFilter ref="A5:H27"/>');
});

it.each([
  { sheet: "Staff in post", row: 1, says: /notes/, because: "its notes would stay behind" },
  { sheet: "Summary", row: 1, says: /sparklines/, because: "its sparklines would stay behind" },
])("rows above row $row of $sheet are refused ($because)", ({ sheet, row, says }) => {
  const { file } = opened(trustFile);
  expect(() => insertCells(file.workbook, sheetNamed(file, sheet), rowsBefore(row, 1), "down", "api")).toThrow(says);
});
