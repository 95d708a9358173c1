/** What a workbook part says of dates, calculation and hidden tabs, read from the file and left in it. */
import { Calculator } from "../../../src/host/calc/calculator";
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { cellAt, fileOf, partChanges, partText, sheetNamed, sheetOf } from "./opened";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const book = (before: string, after: string): Readonly<Record<string, string>> => ({ "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${REL}">${before}<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets>${after}</workbook>` });
const asItCame = { changed: [], gone: [], added: [] };

it("a workbook that asks for iteration has its circles gone round as often as it says", () => {
  const bytes = fileOf({ ...book("", '<calcPr calcId="191029" iterate="1" iterateCount="5" iterateDelta="1E-4"/>'), ...sheetOf('<row r="1"><c r="A1"><f>A1+1</f><v>0</v></c></row>') });
  const file = openXlsx(bytes, "a.xlsx");
  expect(file.workbook.calculation).toEqual({ mode: "Automatic", iterates: true, maxIteration: 5, maxChange: 0.0001, fullPrecision: true });
  new Calculator(file.workbook, { now: () => new Date(2026, 3, 30) }).recalculateAll();
  expect(cellAt(sheetNamed(file, "Sheet1"), "A1").value).toBe(5);
  expect(partChanges(bytes, saveXlsx(openXlsx(bytes, "a.xlsx")))).toEqual(asItCame);
});

it("precision as displayed is kept, and said, since the figures here are whole", () => {
  const bytes = fileOf(book("", '<calcPr calcId="191029" fullPrecision="0"/>'));
  const file = openXlsx(bytes, "a.xlsx");
  expect([file.workbook.calculation.fullPrecision, file.notes]).toEqual([false, ["The workbook asks to calculate with figures as they are shown; here formulas work with the whole figures."]]);
  file.workbook.addSheet("New");
  expect(partText(saveXlsx(file), "xl/workbook.xml")).toContain('<calcPr calcId="191029" fullPrecision="0"/>');
});

it("dates that count from 1904 are worked out from there, and go on doing so", () => {
  const bytes = fileOf({ ...book('<workbookPr date1904="1"/>', ""), ...sheetOf('<row r="1"><c r="A1"><v>0</v></c><c r="B1"><f>YEAR(A1)</f><v>0</v></c><c r="C1"><f>DATE(1904,1,2)</f><v>0</v></c></row>') });
  const file = openXlsx(bytes, "a.xlsx");
  new Calculator(file.workbook, { now: () => new Date(2026, 3, 30) }).recalculateAll();
  expect(["B1", "C1"].map((cell) => cellAt(sheetNamed(file, "Sheet1"), cell).value)).toEqual([1904, 1]);
  expect(openXlsx(saveXlsx(file), "again.xlsx").workbook.date1904).toBe(true);
});

it("a workbook with one tab to be seen opens on it, and its hidden tabs are found, hidden as they were", () => {
  const tabs = ["Lists", "Keys", "Staff", "Old"];
  const states = [' state="hidden"', ' state="veryHidden"', "", ' state="hidden"'];
  const bytes = fileOf({
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><bookViews><workbookView activeTab="2"/></bookViews><sheets>${tabs.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}"${states[index] ?? ""} r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${tabs.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join("")}</Relationships>`,
    ...Object.fromEntries(tabs.map((_, index) => [`xl/worksheets/sheet${index + 1}.xml`, `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`])),
  });
  const file = openXlsx(bytes, "a.xlsx");
  expect([file.workbook.active.name, file.workbook.sheets.map((sheet) => [sheet.name, sheet.get("visibility")])]).toEqual(["Staff", [["Lists", "Hidden"], ["Keys", "VeryHidden"], ["Staff", "Visible"], ["Old", "Hidden"]]]);
  expect(partChanges(bytes, saveXlsx(file))).toEqual(asItCame);
  expect(() => file.workbook.removeSheet(sheetNamed(file, "Staff"))).toThrow("A workbook keeps at least one visible sheet.");
});
