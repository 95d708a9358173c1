/** Files that are not workbooks, are damaged, locked or meant to harm: refused with a code and words, never half opened. */
import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { FileProblem } from "../../../src/host/file/file-problem";
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { fileOf, fixture, sheetOf, trustFile } from "./opened";

function refusal(bytes: Uint8Array): string {
  try {
    openXlsx(bytes, "a.xlsx");
  } catch (problem) {
    if (problem instanceof FileProblem) return problem.code;
    throw problem;
  }
  return "opened";
}

const utf16 = (text: string): Uint8Array => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));
const compound = (stream: string): Uint8Array => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...utf16(stream)]);
const trust = readFileSync(trustFile);
const zip = (name: string, text: string): Uint8Array => zipSync({ [name]: strToU8(text) });
const changed = (at: number): Uint8Array => Uint8Array.from(trust, (byte, index) => (index === at ? byte ^ 0xff : byte));

/** A header that says a part is small; the part unpacks to far more. */
function lying(): Uint8Array {
  const bytes = zipSync({ "xl/workbook.xml": new Uint8Array(1_000_000) });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at < bytes.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1_000, true);
  return bytes;
}

describe("a file that is refused", () => {
  it.each<{ what: string; bytes: () => Uint8Array; code: string }>([
    { what: "an empty file", bytes: () => new Uint8Array(), code: "not-a-workbook" },
    { what: "a letter", bytes: () => readFileSync(fixture("not-a-workbook.xlsx")), code: "text-file" },
    { what: "a web page with a workbook's ending", bytes: () => strToU8("<html><table><tr><td>1</td></tr></table></html>"), code: "web-page" },
    { what: "a zip file of photographs", bytes: () => zip("photo.jpg", "x"), code: "not-a-workbook" },
    { what: "a broken download", bytes: () => readFileSync(fixture("damaged.xlsx")), code: "damaged" },
    { what: "half a workbook", bytes: () => trust.subarray(0, trust.length / 2), code: "damaged" },
    { what: "a workbook with one byte wrong in a part", bytes: () => changed(4_000), code: "damaged" },
    { what: "a workbook with a password", bytes: () => readFileSync(fixture("password.xlsx")), code: "password-protected" },
    { what: "an encrypted package", bytes: () => compound("EncryptedPackage"), code: "password-protected" },
    { what: "a workbook of Excel 97", bytes: () => compound("Workbook"), code: "old-format" },
    { what: "a letter of Word 97", bytes: () => compound("WordDocument"), code: "another-document" },
    { what: "a small file that unpacks to 300 MB", bytes: () => zipSync({ "xl/workbook.xml": new Uint8Array(300_000_000) }, { level: 9 }), code: "suspicious" },
    { what: "a part that says it is smaller than it is", bytes: lying, code: "suspicious" },
    { what: "a part outside the package", bytes: () => zip("../evil.xml", "x"), code: "unsafe-path" },
    { what: "two parts that differ in case only", bytes: () => zipSync({ "xl/A.xml": strToU8("1"), "xl/a.xml": strToU8("2") }), code: "duplicate-part" },
    { what: "a document type that could fetch other files", bytes: () => fileOf({ "xl/worksheets/sheet1.xml": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData/></worksheet>' }), code: "doctype" },
    { what: "a document type among the texts", bytes: () => fileOf({ "xl/sharedStrings.xml": "<!DOCTYPE sst><sst/>" }), code: "doctype" },
    { what: "entities of its own", bytes: () => fileOf(sheetOf('<row r="1"><c r="A1" t="str"><v>&lol;</v></c></row>')), code: "damaged" },
    { what: "a sheet that is not there", bytes: () => fileOf({ "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>' }), code: "missing-part" },
    { what: "a sheet with a name that Excel forbids", bytes: () => fileOf({ "xl/workbook.xml": '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a/b" sheetId="1" r:id="rId1"/></sheets></workbook>' }), code: "damaged" },
    { what: "a relationship that would lead out of the package, and is taken from its root", bytes: () => fileOf({ "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Type="worksheet" Target="../../../etc/passwd"/></Relationships>' }), code: "missing-part" },
    { what: "a binary workbook", bytes: () => fileOf({ "[Content_Types].xml": '<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>' }), code: "binary-workbook" },
  ])("$what: $code", ({ bytes, code }) => {
    expect(refusal(bytes())).toBe(code);
  });

  it("names from the file reach no prototype", () => {
    const names = ["__proto__", "constructor", "toString"].map((name) => `<definedName name="${name}">__proto__!$A$1</definedName>`).join("");
    const file = openXlsx(fileOf({ "xl/workbook.xml": `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="__proto__" sheetId="1" r:id="rId1"/></sheets><definedNames>${names}</definedNames></workbook>`, ...sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>') }), "a.xlsx");
    expect(file.workbook.names.map(({ name }) => name)).toEqual(["__proto__", "constructor", "toString"]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
