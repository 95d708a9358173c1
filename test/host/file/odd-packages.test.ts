/**
 * Workbooks packed, named and spelt in ways that the standards allow and Excel reads, though Excel writes none of them: each opens with the same
 * cells, is saved as it came, and takes a new sheet.
 */
import { deflateRawSync } from "node:zlib";
import { strToU8, unzipSync, zipSync } from "fflate";
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { crc32 } from "../../../src/host/file/package/check-sum";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { needlessChanges } from "../../support/part-by-part";
import { packageProblems } from "../../support/package-lint";
import { openXmlProblems } from "../../support/open-xml";
import { fillWorkbook } from "./full-workbook";
import { partChanges, partText, put, valuesOf } from "./opened";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
type Parts = Readonly<Record<string, string>>;

/** The least that is a workbook: no styles, no shared texts, no theme, no properties. */
const plain: Parts = {
  "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET}.worksheet+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="Staff" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>5</v></c><c r="B1" t="inlineStr"><is><t>posts – all</t></is></c><c r="C1"><f>A1*2</f><v>10</v></c></row></sheetData></worksheet>`,
};
const cells = { A1: 5, B1: "posts – all", C1: 10 };
const packed = (parts: Parts, level: 0 | 6 = 6): Uint8Array => zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { level });
const changed = (change: (text: string, name: string) => string): Parts => Object.fromEntries(Object.entries(plain).map(([name, text]) => [name, change(text, name)]));
const renamed = (change: (name: string) => string, within: (text: string, name: string) => string = (text) => text): Parts => Object.fromEntries(Object.entries(plain).map(([name, text]) => [change(name), within(text, name)]));

/** Every element under a prefix of its own, as some libraries write them. */
const prefixed = (text: string): string => text.replace(/<(\/?)([A-Za-z])/g, "<$1x:$2").replace("xmlns=", "xmlns:x=");

const utf16 = (text: string, isBigEndian: boolean): Uint8Array => Uint8Array.from([..."\ufeff", ...text].flatMap((letter) => {
  const code = letter.charCodeAt(0);
  return isBigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
}));
const inUtf16 = (isBigEndian: boolean): Uint8Array => zipSync(Object.fromEntries(Object.entries(plain).map(([name, text]) => [name, name.startsWith("xl/w") ? utf16(`<?xml version="1.0" encoding="UTF-16"?>${text}`, isBigEndian) : strToU8(text)])));

type Form = "sizes after the data" | "zip64";

/** The parts packed by hand, for forms that fflate does not write. */
function packedAs(form: Form, parts: Parts): Uint8Array {
  const out: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  const add = (...pieces: readonly Buffer[]): void => { for (const piece of pieces) { out.push(piece); at += piece.length; } };
  for (const [name, text] of Object.entries(parts)) {
    const [bytes, spelt] = [Buffer.from(text), Buffer.from(name)];
    const body = deflateRawSync(bytes);
    const [crc, start] = [crc32(bytes), at];
    const isStream = form === "sizes after the data";
    const long = isStream ? Buffer.alloc(0) : Buffer.concat([u16(1), u16(16), u64(bytes.length), u64(body.length)]);
    const sizes = isStream ? [u32(0), u32(0), u32(0)] : [u32(crc), u32(0xffffffff), u32(0xffffffff)];
    add(u32(0x04034b50), u16(45), u16(isStream ? 8 : 0), u16(8), u32(0), ...sizes, u16(spelt.length), u16(long.length), spelt, long, body);
    if (isStream) add(u32(0x08074b50), u32(crc), u32(body.length), u32(bytes.length));
    const longer = isStream ? Buffer.alloc(0) : Buffer.concat([u16(1), u16(24), u64(bytes.length), u64(body.length), u64(start)]);
    const stated = isStream ? [u32(body.length), u32(bytes.length)] : [u32(0xffffffff), u32(0xffffffff)];
    directory.push(u32(0x02014b50), u16(45), u16(45), u16(isStream ? 8 : 0), u16(8), u32(0), u32(crc), ...stated, u16(spelt.length), u16(longer.length), u16(0), u16(0), u16(0), u32(0), u32(isStream ? start : 0xffffffff), spelt, longer);
  }
  const [start, count] = [at, Object.keys(parts).length];
  add(...directory);
  const size = at - start;
  if (form === "zip64") add(u32(0x06064b50), u64(44), u16(45), u16(45), u32(0), u32(0), u64(count), u64(count), u64(size), u64(start), u32(0x07064b50), u32(0), u64(start + size), u32(1));
  const [counted, sized, placed] = form === "zip64" ? [0xffff, 0xffffffff, 0xffffffff] : [count, size, start];
  add(u32(0x06054b50), u16(0), u16(0), u16(counted), u16(counted), u32(sized), u32(placed), u16(0));
  return Buffer.concat(out);
}
function u16(value: number): Buffer { const bytes = Buffer.alloc(2); bytes.writeUInt16LE(value); return bytes; }
function u32(value: number): Buffer { const bytes = Buffer.alloc(4); bytes.writeUInt32LE(value); return bytes; }
function u64(value: number): Buffer { const bytes = Buffer.alloc(8); bytes.writeBigUInt64LE(BigInt(value)); return bytes; }

const inRoot: Parts = {
  "[Content_Types].xml": (plain["[Content_Types].xml"] ?? "").replace("/xl/workbook", "/workbook").replace("/xl/worksheets/", "/"),
  "_rels/.rels": (plain["_rels/.rels"] ?? "").replace("xl/workbook", "workbook"),
  "workbook.xml": plain["xl/workbook.xml"] ?? "", "_rels/workbook.xml.rels": (plain["xl/_rels/workbook.xml.rels"] ?? "").replace("worksheets/", ""), "sheet1.xml": plain["xl/worksheets/sheet1.xml"] ?? "",
};
const escaped = (text: string): string => text.replaceAll("worksheets/sheet1.xml", "worksheets/my%20sheet.xml");

/** Parts named with backslashes come out with slashes, as the standard has them; nothing else in the file changes. */
const withSlashes = { changed: [], gone: ["_rels\\.rels", "xl\\_rels\\workbook.xml.rels", "xl\\workbook.xml", "xl\\worksheets\\sheet1.xml"], added: ["_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml"] };
const asItCame = { changed: [], gone: [], added: [] };

describe("a workbook", () => {
  it.each<{ what: string; file: () => Uint8Array; saved?: unknown }>([
    { what: "of five parts, without styles, shared texts, theme and properties", file: () => packed(plain) },
    { what: "whose parts are not packed at all", file: () => packed(plain, 0) },
    { what: "that was streamed, so that sizes stand after the data", file: () => packedAs("sizes after the data", plain) },
    { what: "in the form of zip for huge files", file: () => packedAs("zip64", plain) },
    { what: "in UTF-16, low byte first", file: () => inUtf16(false) },
    { what: "in UTF-16, high byte first", file: () => inUtf16(true) },
    { what: "with a byte order mark before every part", file: () => packed(changed((text) => `\ufeff${text}`)) },
    { what: "with a prefix on every element of every part", file: () => packed(changed(prefixed)) },
    { what: "that calls the namespace of relationships otherwise than r", file: () => packed(changed((text) => text.replace("xmlns:r=", "xmlns:rel=").replace("r:id=", "rel:id="))) },
    { what: "with single quotes", file: () => packed(changed((text) => text.replaceAll('"', "'"))) },
    { what: "whose sheet's part has a blank in its name, spelt by number", file: () => packed(renamed(escaped, escaped)) },
    { what: "whose sheet's part is spelt by number in the relationship only", file: () => packed(renamed((name) => name.replace("sheet1.xml", "my sheet.xml"), escaped)) },
    { what: "whose sheet's part is named in capitals and pointed at without", file: () => packed(renamed((name) => name.replace("worksheets/sheet1.xml", "Worksheets/SHEET1.XML"))) },
    { what: "whose relationships start from the root", file: () => packed(changed((text) => text.replace('Target="worksheets', 'Target="/xl/worksheets').replace('Target="xl/', 'Target="/xl/'))) },
    { what: "whose relationships go up and down again", file: () => packed(changed((text) => text.replace('Target="worksheets', 'Target="./theme/../../xl/worksheets'))) },
    { what: "whose parts all lie in the root", file: () => packed(inRoot) },
    { what: "whose parts are named as Windows names files", file: () => packed(renamed((name) => name.replaceAll("/", "\\"))), saved: withSlashes },
    { what: "that counts a folder among its parts", file: () => packed({ "xl/": "", "xl/worksheets/": "", ...plain }) },
  ])("$what", ({ file, saved = asItCame }) => {
    const bytes = file();
    const opened = openXlsx(bytes, "odd.xlsx");
    expect(opened.workbook.sheets.map((sheet) => [sheet.name, valuesOf(sheet)])).toEqual([["Staff", cells]]);
    expect(partChanges(bytes, saveXlsx(opened))).toEqual(saved);
    put(opened.workbook.addSheet("Ours"), "A1", { value: "new" });
    const after = saveXlsx(opened);
    if (saved === asItCame) expect(needlessChanges(bytes, after)).toEqual([]);
    expect(openXlsx(after, "again.xlsx").workbook.sheets.map((sheet) => [sheet.name, valuesOf(sheet)])).toEqual([["Staff", cells], ["Ours", { A1: "new" }]]);
  });
});

describe("what is added to a workbook", () => {
  const added = (parts: Parts): Uint8Array => {
    const opened = openXlsx(packed(parts), "odd.xlsx");
    fillWorkbook(opened.workbook);
    return saveXlsx(opened);
  };

  it("whose relationships have each a content type of their own has relationships with a content type too", async () => {
    const each = ["_rels/.rels", "xl/_rels/workbook.xml.rels"].map((name) => `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`).join("");
    const saved = added(changed((text, name) => (name === "[Content_Types].xml" ? text.replace(/<Default Extension="rels"[^>]*>/, each) : text)));
    expect(partText(saved, "[Content_Types].xml")).toContain('<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>');
    expect(packageProblems(saved)).toEqual([]);
    expect([...await openXmlProblems(new Map([["saved", saved]]), ["Microsoft365"])]).toEqual([["saved", []]]);
  }, 60_000);

  it("that leads to drawings, tables and sheets it lacks takes none of their names", () => {
    const lost = ["drawing", "table"].map((kind) => `<Relationship Id="${kind}" Type="${REL}/${kind}" Target="../${kind}s/${kind}1.xml"/>`).join("");
    const theirs: Parts = {
      ...changed((text, name) => (name === "[Content_Types].xml" ? text.replace("</Types>", `<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${SHEET}.worksheet+xml"/></Types>`) : text)),
      "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${lost}</Relationships>`,
    };
    const saved = added(theirs);
    // The faults that it came with are still there; what was added has none.
    expect(packageProblems(saved)).toEqual(packageProblems(packed(theirs)));
    const names = Object.keys(unzipSync(saved));
    expect(["xl/drawings/drawing1.xml", "xl/tables/table1.xml", "xl/worksheets/sheet2.xml"].filter((name) => names.includes(name))).toEqual([]);
  });

  it("that leads to document properties it lacks is what it led to, once", () => {
    const saved = added(changed((text, name) => (name === "_rels/.rels" ? text.replace("</Relationships>", `<Relationship Id="rId7" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`) : text)));
    expect([...partText(saved, "_rels/.rels").matchAll(/core-properties" Target/g)]).toHaveLength(1);
    expect(packageProblems(saved)).toEqual([]);
  });
});
