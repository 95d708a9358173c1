/**
 * Files made to use up time or memory, or to reach what is not theirs: each is refused in words or opened, within the time and memory that
 * src/host/README.md states.
 */
import { deflateSync, strToU8, zipSync } from "fflate";
import { FileProblem } from "../../../src/host/file/file-problem";
import { fileLimits } from "../../../src/host/file/limits";
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { crc32 } from "../../../src/host/file/package/check-sum";
import { cellAt, fileOf, sheetOf } from "./opened";

/** As stated for one file, two and a half times over for a busy machine. */
const MOST_MS = 25_000;
const MOST_BYTES = 1_500_000_000;

/** "opened and saved", or the refusal in words; fails where it took too long or too much. */
function cameOf(bytes: Uint8Array): string {
  const started = performance.now();
  const before = process.memoryUsage().rss;
  let came = "opened and saved";
  try {
    const file = openXlsx(bytes, "hostile.xlsx");
    file.workbook.addSheet("Ours");
    openXlsx(saveXlsx(file), "again.xlsx");
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    came = `${error.code}: ${error.message}`;
  }
  expect(performance.now() - started).toBeLessThan(MOST_MS);
  expect(process.memoryUsage().rss - before).toBeLessThan(MOST_BYTES);
  return came;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const worksheet = (inside: string): Uint8Array => fileOf({ "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}" xmlns:r="${REL}">${inside}</worksheet>` });
const rows = (inside: string): Uint8Array => fileOf(sheetOf(inside));
const formulaCell = (formula: string): string => `<row r="1"><c r="A1"><f>${formula}</f><v>1</v></c></row>`;
const relations = (entries: string): string => `<Relationships xmlns="${PACKAGE}/relationships">${entries}</Relationships>`;
const texts = (inside: string): Uint8Array => fileOf({ "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${inside}</sst>` });

/** A zip file whose directory names one packed body many times (after D. Fifield, "A better zip bomb", 2019). */
function oneBodyManyTimes(times: number): Uint8Array {
  const body = new Uint8Array(10_000_000);
  const packed = deflateSync(body, { level: 9 });
  const sum = crc32(body);
  const name = (index: number): Uint8Array => strToU8(String(index).padStart(6, "0"));
  const file = new Uint8Array(36 + packed.length + times * 52 + 22);
  const view = new DataView(file.buffer);
  const entry = (at: number): void => { view.setUint16(at, 20, true); view.setUint16(at + 4, 8, true); view.setUint32(at + 10, sum, true); view.setUint32(at + 14, packed.length, true); view.setUint32(at + 18, body.length, true); view.setUint16(at + 22, 6, true); };
  view.setUint32(0, 0x04034b50, true);
  entry(4);
  file.set(name(0), 30);
  file.set(packed, 36);
  for (let index = 0; index < times; index++) {
    const at = 36 + packed.length + index * 52;
    view.setUint32(at, 0x02014b50, true);
    entry(at + 6);
    file.set(name(index), at + 46);
  }
  const end = file.length - 22;
  view.setUint32(end, 0x06054b50, true);
  view.setUint16(end + 8, times, true);
  view.setUint16(end + 10, times, true);
  view.setUint32(end + 12, times * 52, true);
  view.setUint32(end + 16, 36 + packed.length, true);
  return file;
}

describe("bytes that unpack to far more", () => {
  it.each<{ what: string; file: () => Uint8Array; came: RegExp }>([
    { what: "one body under two names", file: () => oneBodyManyTimes(2), came: /^suspicious: .*parts of the zip file overlap/ },
    { what: "one body under five thousand names", file: () => oneBodyManyTimes(5_000), came: /^too-big: / },
    { what: "many parts, each too small to be suspected alone", file: () => zipSync(Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`xl/${index}.xml`, new Uint8Array(5_000_000)]))), came: /^suspicious: .*bytes unpack to 40000000/ },
    { what: "a zip bomb inside a part, which nobody unpacks", file: () => fileOf({ "xl/embeddings/inner.zip": String.fromCharCode(...zipSync({ a: zipSync({ b: new Uint8Array(100_000) }) })) }), came: /^opened and saved$/ },
  ])("$what", ({ file, came }) => { expect(cameOf(file())).toMatch(came); });
});

describe("XML that grows or goes on", () => {
  it.each<{ what: string; file: () => Uint8Array; came: RegExp }>([
    { what: "more elements than any part needs", file: () => worksheet(`<sheetData/><extLst>${"<a/>".repeat(fileLimits.elements)}</extLst>`), came: /^too-big: .*more than 1000000 elements/ },
    { what: "three hundred thousand rows without a cell", file: () => rows(Array.from({ length: 300_000 }, (_, row) => `<row r="${row + 1}"></row>`).join("")), came: /^opened and saved$/ },
    { what: "a tag with a million blanks", file: () => worksheet(`<sheetPr${" ".repeat(1_000_000)}/><sheetData/>`), came: /^opened and saved$/ },
    { what: "reading aids that never end", file: () => texts(`<si><t>a</t>${'<rPh sb="0" eb="1">'.repeat(200_000)}</si>`), came: /^opened and saved$/ },
    { what: "columns said to be wide twenty thousand times over", file: () => worksheet(`<cols>${'<col min="1" max="16384" width="20" customWidth="1"/>'.repeat(20_000)}</cols><sheetData/>`), came: /^opened and saved$/ },
    { what: "a column from minus a thousand million", file: () => worksheet('<cols><col min="-1000000000" max="3" width="20" customWidth="1"/></cols><sheetData/>'), came: /^opened and saved$/ },
    { what: "a text of five million characters", file: () => texts(`<si><t>${"long ".repeat(1_000_000)}</t></si>`), came: /^opened and saved$/ },
    { what: "three hundred thousand texts", file: () => texts("<si><t/></si>".repeat(300_000)), came: /^opened and saved$/ },
  ])("$what", ({ file, came }) => { expect(cameOf(file())).toMatch(came); });
});

describe("formulas without end", () => {
  it.each<{ what: string; formula: string; came: RegExp }>([
    { what: "brackets ten thousand deep", formula: `${"(".repeat(10_000)}1${")".repeat(10_000)}`, came: /^opened and saved$/ },
    { what: "functions a thousand deep, spelt as files spell them", formula: `${"_xlfn.SINGLE(".repeat(1_000)}A1${")".repeat(1_000)}`, came: /^opened and saved$/ },
    { what: "a function that calls itself", formula: "_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.g,_xlpm.g(_xlpm.g)),_xlpm.f(_xlpm.f))", came: /^opened and saved$/ },
    { what: "a text of a thousand million characters", formula: 'REPT("x",1000000000)', came: /^opened and saved$/ },
    { what: "a million rows of a thousand columns", formula: "SUM(_xlfn.SEQUENCE(1000000,1000))", came: /^opened and saved$/ },
    { what: "a formula that is far too long", formula: `${"1+".repeat(20_000)}1`, came: /^too-big: .*a formula of 40001 characters/ },
    { what: "a circle", formula: "A1+1", came: /^opened and saved$/ },
  ])("$what", ({ formula, came }) => { expect(cameOf(rows(formulaCell(formula)))).toMatch(came); });

  it("one long formula shared by very many cells", () => {
    const first = `<row r="1"><c r="A1"><f t="shared" ref="A1:A20000" si="0">${"B1+".repeat(8_000)}1</f></c></row>`;
    const others = Array.from({ length: 20_000 }, (_, index) => `<row r="${index + 2}"><c r="A${index + 2}"><f t="shared" si="0"/></c></row>`).join("");
    const text = first + others;
    expect(cameOf(rows(text))).toMatch(/^too-big: .*long formulas that are shared by too many cells/);
  });

  it("an array formula over the whole sheet", () => {
    expect(cameOf(rows('<row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c></row>'))).toBe("opened and saved");
  });
});

describe("parts that lead round in circles", () => {
  const drawing = (target: string): Readonly<Record<string, string>> => ({
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}" xmlns:r="${REL}"><sheetData/><drawing r:id="rId1"/></worksheet>`,
    "xl/worksheets/_rels/sheet1.xml.rels": relations(`<Relationship Id="rId1" Type="${REL}/drawing" Target="../drawings/drawing1.xml"/><Relationship Id="rId2" Type="${REL}/worksheet" Target="sheet1.xml"/>`),
    "xl/drawings/drawing1.xml": '<wsDr xmlns="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
    "xl/drawings/_rels/drawing1.xml.rels": relations(`<Relationship Id="rId1" Type="${REL}/drawing" Target="${target}"/>`),
  });
  const withSheets = (sheets: string, more: string): Uint8Array => fileOf({
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets>${sheets}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(`<Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/>${more}`),
  });
  it.each<{ what: string; file: () => Uint8Array; came: RegExp }>([
    { what: "a drawing that points at itself", file: () => fileOf(drawing("drawing1.xml")), came: /^opened and saved$/ },
    { what: "a drawing that points at its sheet", file: () => fileOf(drawing("../worksheets/sheet1.xml")), came: /^opened and saved$/ },
    { what: "a workbook that is its own sheet", file: () => withSheets('<sheet name="A" sheetId="1" r:id="rId2"/>', `<Relationship Id="rId2" Type="${REL}/worksheet" Target="workbook.xml"/>`), came: /^damaged: .*is no worksheet/ },
    { what: "two sheets that are one", file: () => withSheets('<sheet name="A" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" r:id="rId1"/>', ""), came: /^damaged: .*the sheet B is another sheet too/ },
  ])("$what", ({ file, came }) => { expect(cameOf(file())).toMatch(came); });

  it("a sheet in a circle is taken out with its drawing, and the save ends", () => {
    const file = openXlsx(fileOf(drawing("drawing1.xml")), "circle.xlsx");
    const [first] = file.workbook.sheets;
    file.workbook.addSheet("Ours");
    if (first) file.workbook.removeSheet(first);
    expect(openXlsx(saveXlsx(file), "again.xlsx").workbook.sheets.map(({ name }) => name)).toEqual(["Ours"]);
  });
});

describe("names that mean something to the language this is written in", () => {
  const NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];
  it("are names like any other, and nothing else changes", () => {
    const names = NAMES.map((name) => `<definedName name="${name}">Sheet1!$A$1</definedName>`).join("");
    const file = fileOf({
      "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="__proto__" sheetId="1" r:id="rId1"/></sheets><definedNames>${names}</definedNames></workbook>`,
      "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}" xmlns:r="${REL}"><cols><col min="1" max="1" width="20" customWidth="1" __proto__="x" constructor="y"/></cols><sheetData><row r="1" __proto__="x"><c r="A1" t="str" __proto__="polluted"><v>__proto__</v></c></row></sheetData></worksheet>`,
    });
    const opened = openXlsx(file, "__proto__.xlsx");
    opened.workbook.addSheet("constructor");
    opened.workbook.sheets[0]?.set("columns", new Map([[2, { width: 30, hidden: false, style: 0 }]]));
    const { workbook } = openXlsx(saveXlsx(opened), "again.xlsx");
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
    expect(workbook.names.map(({ name }) => name)).toEqual(NAMES);
    const [sheet] = workbook.sheets;
    expect(sheet === undefined ? null : cellAt(sheet, "A1").value).toBe("__proto__");
    expect([Object.keys(Object.prototype), ({} as Record<string, unknown>)["x"]]).toEqual([[], undefined]);
  });
});
