/** The list of worksheets, charts and named ranges in a file's properties follows the workbook. */
import { openXlsx } from "../../../src/host/file/open-xlsx";
import type { OpenedFile } from "../../../src/host/file/opened-file";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { chartSheetBook } from "../../support/chart-sheet-book";
import { fileOf, partText, put, sheetNamed } from "./opened";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

type Listed = readonly (readonly [heading: string, ...titles: string[]])[];

/** A workbook of the sheets Staff and Lists, whose properties say that it holds this. */
function listing(groups: Listed): Uint8Array {
  const headings = groups.map(([heading, ...titles]) => `<vt:variant><vt:lpstr>${heading}</vt:lpstr></vt:variant><vt:variant><vt:i4>${titles.length}</vt:i4></vt:variant>`).join("");
  const titles = groups.flatMap(([, ...all]) => all);
  return fileOf({
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>`,
    "docProps/app.xml": `<Properties xmlns="${OFFICE}/extended-properties" xmlns:vt="${OFFICE}/docPropsVTypes"><Application>Microsoft Excel</Application><HeadingPairs><vt:vector size="${groups.length * 2}" baseType="variant">${headings}</vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="${titles.length}" baseType="lpstr">${titles.map((title) => `<vt:lpstr>${title}</vt:lpstr>`).join("")}</vt:vector></TitlesOfParts><AppVersion>16.0300</AppVersion></Properties>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets><sheet name="Staff" sheetId="1" r:id="rId1"/><sheet name="Lists" sheetId="2" r:id="rId3"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Staff!$A$1:$B$9</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Staff!$A$1:$B$9</definedName><definedName name="Rate">0.5</definedName><definedName name="Zone">Lists!$A$1:$A$3</definedName></definedNames></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
    "xl/worksheets/sheet2.xml": `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`,
  });
}

/** What a save says that the file holds; null where it does not say. */
function listedIn(bytes: Uint8Array): Listed | null {
  const text = partText(bytes, "docProps/app.xml");
  const words = (element: string): readonly string[] | null => {
    const found = new RegExp(`<${element}>(.*?)</${element}>`, "s").exec(text)?.[1];
    return found === undefined ? null : [...found.matchAll(/<vt:(?:lpstr|i4)>(.*?)</g)].map(([, word = ""]) => word);
  };
  const [headings, titles] = [words("HeadingPairs"), words("TitlesOfParts")];
  if (headings === null || titles === null) return null;
  let from = 0;
  return headings.flatMap((heading, index) => {
    if (index % 2 === 1) return [];
    const count = Number(headings[index + 1]);
    return [[heading, ...titles.slice(from, from += count)] as const];
  });
}

const excelSays: Listed = [["Worksheets", "Staff", "Lists"], ["Named Ranges", "Staff!Print_Area", "Zone"]];

it.each<{ what: string; says: Listed; change: (file: OpenedFile) => void; then: Listed | null }>([
  { what: "a cell that changes leaves the list alone", says: excelSays, change: (file) => put(sheetNamed(file, "Staff"), "A1", { value: 1 }), then: excelSays },
  { what: "a new sheet, with a name for its cells, is listed", says: excelSays, then: [["Worksheets", "Staff", "Lists", "Gap & plan"], ["Named Ranges", "nmPeriod", "Staff!Print_Area", "Zone"]].map(([first = "", ...rest]) => [first, ...rest.map((title) => title.replace("&", "&amp;"))] as const),
    change: ({ workbook }) => { workbook.addSheet("Gap & plan"); workbook.setNames([...workbook.names, { name: "nmPeriod", formula: "'Gap & plan'!$B$2", scope: null, visible: true, comment: "" }]); } },
  { what: "a sheet in front of the others and a sheet that goes, with its names", says: excelSays, then: [["Worksheets", "Cover", "Lists"], ["Named Ranges", "Zone"]],
    change: (file) => { file.workbook.addSheet("Cover", "api", 0); file.workbook.removeSheet(sheetNamed(file, "Staff")); } },
  { what: "a sheet with another name, in its own name too", says: excelSays, then: [["Worksheets", "Staff in post", "Lists"], ["Named Ranges", "'Staff in post'!Print_Area", "Zone"]], change: (file) => file.workbook.renameSheet(sheetNamed(file, "Staff"), "Staff in post") },
  { what: "headings of another language stay", says: [["Arbeitsblätter", "Staff", "Lists"], ["Benannte Bereiche", "Staff!Print_Area", "Zone"]], then: [["Arbeitsblätter", "Staff", "Lists", "New"], ["Benannte Bereiche", "Staff!Print_Area", "Zone"]], change: ({ workbook }) => { workbook.addSheet("New"); } },
  { what: "a list that was wrong is left out", says: [["Worksheets", "Staff"]], then: null, change: ({ workbook }) => { workbook.addSheet("New"); } },
])("$what", ({ says, change, then }) => {
  const file = openXlsx(listing(says), "a.xlsx");
  change(file);
  expect(listedIn(saveXlsx(file))).toEqual(then);
});

it("chart sheets stay listed, and the first worksheet beside them is", () => {
  const saves = [chartSheetBook("Over time", ["Staff"]), chartSheetBook("Over time")].map((bytes) => {
    const file = openXlsx(bytes, "a.xlsx");
    file.workbook.addSheet("New");
    return listedIn(saveXlsx(file));
  });
  expect(saves).toEqual([[["Worksheets", "Staff", "New"], ["Charts", "Over time"]], [["Worksheets", "New"], ["Charts", "Over time"]]]);
});
