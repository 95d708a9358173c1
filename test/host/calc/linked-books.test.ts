/** Formulas that lead to other workbooks: worked out with what the file keeps of their cells, as in an Excel that does not update the links. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Calculator } from "../../../src/host/calc/calculator";
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { isError } from "../../../src/host/workbook/values";
import { convert } from "../../support/libreoffice.cjs";
import { readCells } from "../../support/plain-cells.cjs";
import { enter } from "./book";
import { cellAt, fileOf, partChanges, partText, sheetNamed } from "../file/opened";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const relations = (entries: string): string => `<Relationships xmlns="${PACKAGE}/relationships">${entries}</Relationships>`;
const relation = (id: string, kind: string, target: string, mode = ""): string => `<Relationship Id="${id}" Type="${REL}/${kind}" Target="${target}"${mode}/>`;
const EXTERNAL = ' TargetMode="External"';

/** Staff.xlsx as a file keeps it: posts of two groups, a text, a truth, an error; a sheet that could not be read again; one that nobody read. */
const kept = '<sheetData sheetId="0"><row r="1"><cell r="A1"><v>12</v></cell><cell r="B1" t="str"><v>Directors &amp; deputies</v></cell></row><row r="2"><cell r="A2"><v>30.5</v></cell><cell r="B2" t="b"><v>1</v></cell><cell r="C2" t="e"><v>#N/A</v></cell></row></sheetData>'
  + '<sheetData sheetId="1" refreshError="1"><row r="1"><cell r="A1"><v>99</v></cell></row></sheetData>';
const book = (dataSet: string): string => `<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${REL}" r:id="rId1"><sheetNames><sheetName val="Posts now"/><sheetName val="Lost"/><sheetName val="Unread"/></sheetNames>`
  + `<definedNames><definedName name="Rate" refersTo="='Posts now'!$A$2"/><definedName name="Gone" refersTo="#REF!"/></definedNames>${dataSet}</externalBook></externalLink>`;

/** A workbook with these formulas in column A, each with the value that Excel left beside it. */
function fileWith(formulas: readonly string[], left: number, dataSet = `<sheetDataSet>${kept}</sheetDataSet>`): Uint8Array {
  const rows = formulas.map((formula, index) => `<row r="${index + 1}"><c r="A${index + 1}"><f>${formula.replaceAll("&", "&amp;")}</f><v>${left}</v></c></row>`).join("");
  return fileOf({
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET}.worksheet+xml"/>`
      + `<Override PartName="/xl/sharedStrings.xml" ContentType="${SHEET}.sharedStrings+xml"/><Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="${SHEET}.externalLink+xml"/><Override PartName="/xl/externalLinks/externalLink2.xml" ContentType="${SHEET}.externalLink+xml"/></Types>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets><externalReferences><externalReference r:id="rId4"/><externalReference r:id="rId3"/></externalReferences></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(relation("rId1", "worksheet", "worksheets/sheet1.xml") + relation("rId2", "sharedStrings", "sharedStrings.xml") + relation("rId3", "externalLink", "externalLinks/externalLink2.xml") + relation("rId4", "externalLink", "externalLinks/externalLink1.xml")),
    "xl/externalLinks/externalLink1.xml": book(dataSet),
    "xl/externalLinks/_rels/externalLink1.xml.rels": relations(relation("rId1", "externalLinkPath", "Staff.xlsx", EXTERNAL)),
    "xl/externalLinks/externalLink2.xml": `<externalLink xmlns="${MAIN}"><ddeLink ddeService="Ticker" ddeTopic="Prices"/></externalLink>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
  });
}

function calculated(formulas: readonly string[], left: number): { readonly values: readonly unknown[]; readonly open: readonly string[] } {
  const file = openXlsx(fileWith(formulas, left), "plan.xlsx");
  const calculator = new Calculator(file.workbook, { now: () => new Date(2026, 3, 30) });
  calculator.recalculateAll();
  const values = formulas.map((_, index) => cellAt(sheetNamed(file, "Plan"), `A${index + 1}`).value);
  return { values: values.map((value) => (isError(value) ? value.code : value)), open: calculator.open.map(({ cell, says }) => `${cell}: ${says}`) };
}

const worked: readonly (readonly [formula: string, gives: number | string | boolean])[] = [
  ["'[1]Posts now'!A1", 12],
  ["'[1]posts NOW'!$A$1+1", 13],
  ["SUM('[1]Posts now'!A1:A9)", 42.5],
  ["SUM('[1]Posts now'!A:A)", 42.5],
  ["'[1]Posts now'!B1&\"!\"", "Directors & deputies!"],
  ["NOT('[1]Posts now'!B2)", false],
  ["IFERROR('[1]Posts now'!C2,\"none\")", "none"],
  ["VLOOKUP(12,'[1]Posts now'!A1:B2,2,FALSE)", "Directors & deputies"],
  ["SUMPRODUCT('[1]Posts now'!A1:A2*{2;1})", 54.5],
];
/** LibreOffice keeps no names of other workbooks, and reads truth values of theirs as numbers. */
const excelOnly: typeof worked = [["[1]!Rate*2", 61], ["SUM([1]!Rate,1)", 31.5], ["'[1]Posts now'!B2", true]];

it("are worked out with the cells that are kept, where the file has other results beside them", () => {
  const all = [...worked, ...excelOnly];
  expect(calculated(all.map(([formula]) => formula), -1)).toEqual({ values: all.map(([, gives]) => gives), open: [] });
});

it("come out as in LibreOffice", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "linked-"));
  try {
    const file = path.join(folder, "plan.xlsx");
    writeFileSync(file, fileWith(worked.map(([formula]) => formula), -1));
    const [made = ""] = await convert([file], "xlsx:Calc MS Excel 2007 XML", path.join(folder, "made"));
    const cells = readCells(readFileSync(made)).get("Plan");
    expect(worked.map((_, index) => cells?.get(`A${index + 1}`)?.value)).toEqual(worked.map(([, gives]) => gives));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);

const OTHER = "Not worked out, because it refers to another workbook; the file's own value is kept.";
it.each([
  { what: "a sheet that Excel could not read again", formula: "[1]Lost!A1", says: OTHER },
  { what: "a sheet that nobody read", formula: "[1]Unread!A1", says: OTHER },
  { what: "a sheet that is not in the list", formula: "[1]Nowhere!A1", says: OTHER },
  { what: "rows of which nothing is kept", formula: "SUM('[1]Posts now'!A5:A9)", says: OTHER },
  { what: "a link to a program", formula: "[2]Prices!A1", says: OTHER },
  { what: "a workbook that the file has no link to", formula: "[3]Posts!A1", says: OTHER },
  { what: "a name that is not kept", formula: "[1]!Other", says: OTHER },
  { what: "a function that needs the other workbook open", formula: "COUNTIF('[1]Posts now'!A1:A2,\">20\")", says: "Not worked out, because COUNTIF reads no other workbook that is not open; the file's own value is kept." },
])("$what keeps the file's value and is listed", ({ formula, says }) => {
  expect(calculated([formula], 7)).toEqual({ values: [7], open: [`A1: ${says}`] });
});

it("INDIRECT finds no workbook that is not open", () => {
  expect(calculated(["INDIRECT(\"'[1]Posts now'!A1\")"], 7).values).toEqual(["#REF!"]);
});

it("a new formula that reads a kept cell is live, and the link's parts are saved as they came", () => {
  const bytes = fileWith(["'[1]Posts now'!A1"], 12);
  const file = openXlsx(bytes, "plan.xlsx");
  const calculator = new Calculator(file.workbook, { now: () => new Date(2026, 3, 30) });
  enter(sheetNamed(file, "Plan"), 0, 1, [["='[1]Posts now'!A2*2"]]);
  calculator.recalculate();
  expect([cellAt(sheetNamed(file, "Plan"), "B1").value, file.workbook.linked.map((link) => link?.address ?? null)]).toEqual([61, ["Staff.xlsx", null]]);
  const saved = saveXlsx(file);
  expect(partChanges(bytes, saved)).toEqual({ changed: ["xl/worksheets/sheet1.xml"], gone: [], added: [] });
  expect(partText(saved, "xl/worksheets/sheet1.xml")).toContain("'[1]Posts now'!A2*2");
});

it("a link that keeps nothing is opened, and its formulas keep their values", () => {
  const file = openXlsx(fileWith(["'[1]Posts now'!A1"], 12, ""), "plan.xlsx");
  new Calculator(file.workbook, { now: () => new Date(2026, 3, 30) }).recalculateAll();
  expect(cellAt(sheetNamed(file, "Plan"), "A1").value).toBe(12);
});
