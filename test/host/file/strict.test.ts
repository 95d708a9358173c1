/** Workbooks in the strict form of the standard (Save as > Strict Open XML) are read, and what is added keeps to that form. */
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { fileOf, partText, put, sheetNamed, valuesOf } from "./opened";

const MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

const strict = fileOf({
  "_rels/.rels": `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}" conformance="strict"><workbookPr date1904="true"/><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  "xl/sharedStrings.xml": `<sst xmlns="${MAIN}"/>`,
  "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>5</v></c></row></sheetData></worksheet>`,
});

it("a strict workbook gets a sheet, a link and a text: all in its own namespaces", () => {
  const file = openXlsx(strict, "a.xlsx");
  expect(file.workbook.date1904).toBe(true);
  put(file.workbook.addSheet("New"), "A1", { value: "words" });
  sheetNamed(file, "Sheet1").set("hyperlinks", [{ area: { top: 0, left: 0, bottom: 0, right: 0 }, address: "https://example.org/", place: null, tip: "" }]);
  const saved = saveXlsx(file);
  const parts = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml"];
  expect(parts.filter((part) => !partText(saved, part).includes("purl.oclc.org") || /schemas\.openxmlformats\.org\/(spreadsheetml|officeDocument)/.test(partText(saved, part)))).toEqual([]);
  const again = openXlsx(saved, "a.xlsx");
  expect(valuesOf(sheetNamed(again, "New"))).toEqual({ A1: "words" });
  expect(sheetNamed(again, "Sheet1").get("hyperlinks")).toEqual(sheetNamed(file, "Sheet1").get("hyperlinks"));
});
