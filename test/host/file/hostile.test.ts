/** Files that are no workbook, are damaged, locked or a trap: each is refused with a reason that a person can act on, and quickly. */
import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { FileProblem } from "../../../src/host/file/file-problem";
import { fileLimits } from "../../../src/host/file/limits";
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { unzip } from "../../../src/host/file/package/zip-read";
import { existingWorkbook, variant } from "../../support/job";
import { figures } from "./chart-gallery";

const sound = saveXlsx(figures());

/** The problem that opening ends in; anything but a FileProblem is passed on as a failure. */
function problemOf(bytes: Uint8Array): FileProblem | null {
  try {
    openXlsx(bytes, "x.xlsx");
    return null;
  } catch (error) {
    if (error instanceof FileProblem) return error;
    throw error;
  }
}

/** The sound file with parts put in, changed, or taken out (null). */
function withParts(changes: Readonly<Record<string, string | Uint8Array | null>>): Uint8Array {
  const parts: Zippable = { ...unzipSync(sound) };
  for (const [name, content] of Object.entries(changes)) {
    if (content === null) delete parts[name];
    else parts[name] = typeof content === "string" ? strToU8(content) : content;
  }
  return zipSync(parts);
}
const bomb = withParts({ "xl/bomb.xml": new Uint8Array(40_000_000) });
const textOf = (part: string): string => strFromU8(unzipSync(sound)[part] ?? new Uint8Array());

/** The bytes with one field of a record changed. @param mark - the record's first four bytes */
function patched(bytes: Uint8Array, mark: number, offset: number, value: number, size: 2 | 4, record = 0): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  let met = 0;
  for (let at = 0; at + 4 <= copy.length; at++) {
    if (view.getUint32(at, true) !== mark || met++ < record) continue;
    if (size === 2) view.setUint16(at + offset, value, true);
    else view.setUint32(at + offset, value, true);
    return copy;
  }
  throw new Error("The record is not in the file.");
}
const DIRECTORY = 0x02014b50;
const END = 0x06054b50;
const compound = (inside: string): Uint8Array => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(504).fill(0), ...[...inside].flatMap((letter) => [letter.charCodeAt(0), 0])]);
const doctype = (inside: string) => `<?xml version="1.0"?><!DOCTYPE workbook [${inside}]><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>`;
const laughs = ['<!ENTITY a "ha">', ...["b", "c", "d", "e"].map((name, index) => `<!ENTITY ${name} "${`&${"abcd"[index] ?? "a"};`.repeat(10)}">`)].join("");
const deep = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${"<extLst>".repeat(5000)}${"</extLst>".repeat(5000)}<sheetData/></worksheet>`;
const cells = (data: string): Uint8Array => withParts({ "xl/worksheets/sheet1.xml": `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>` });

describe("not a workbook", () => {
  it.each<{ what: string; file: () => Uint8Array; code: FileProblem["code"]; says: RegExp }>([
    { what: "nothing at all", file: () => new Uint8Array(), code: "not-a-workbook", says: /not an Excel workbook/ },
    { what: "a letter named .xlsx", file: () => new Uint8Array(readFileSync(variant("not-a-workbook.xlsx"))), code: "text-file", says: /not an Excel workbook/ },
    { what: "a page of the web", file: () => strToU8("<html><table><tr><td>1</td></tr></table></html>"), code: "web-page", says: /not an Excel workbook/ },
    { what: "a zip file of pictures", file: () => zipSync({ "a.png": new Uint8Array(10) }), code: "not-a-workbook", says: /something else/ },
    { what: "an empty zip file", file: () => zipSync({}), code: "not-a-workbook", says: /not an Excel workbook/ },
    { what: "a document of Word's", file: () => zipSync({ "[Content_Types].xml": strToU8('<Types xmlns="x"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'), "_rels/.rels": strToU8('<Relationships xmlns="x"><Relationship Id="rId1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>'), "word/document.xml": strToU8("<d/>") }), code: "another-document", says: /a Word document/ },
    { what: "a workbook in the old format", file: () => compound("Workbook"), code: "old-format", says: /old \.xls format/ },
    { what: "a compound file of something else", file: () => compound("Contents"), code: "not-a-workbook", says: /not an Excel workbook/ },
    { what: "a binary workbook", file: () => withParts({ "[Content_Types].xml": textOf("[Content_Types].xml").replace("spreadsheetml.sheet.main+xml", "x").replace(/application\/vnd\.openxmlformats-officedocument\.x/, "application/vnd.ms-excel.sheet.binary.macroEnabled.main") }), code: "binary-workbook", says: /\.xlsb/ },
  ])("$what", ({ file, code, says }) => {
    const problem = problemOf(file());
    expect([problem?.code, says.test(problem?.message ?? "")]).toEqual([code, true]);
  });
});

describe("locked", () => {
  it.each([
    ["a workbook with a password", (): Uint8Array => new Uint8Array(readFileSync(variant("password.xlsx")))],
    ["an encrypted compound file", (): Uint8Array => compound("EncryptedPackage")],
    ["a zip file with an encrypted part", (): Uint8Array => patched(sound, DIRECTORY, 8, 1, 2)],
  ])("%s: take the password off first", (_what, file) => {
    const problem = problemOf(file());
    expect([problem?.code, problem?.message.startsWith("This workbook is protected by a password. Take the password off in Excel")]).toEqual(["password-protected", true]);
  });
});

describe("damaged", () => {
  it.each<{ what: string; file: () => Uint8Array; code: FileProblem["code"] }>([
    { what: "cut short in the middle", file: () => sound.slice(0, sound.length / 2), code: "damaged" },
    { what: "the last byte missing", file: () => sound.slice(0, -1), code: "damaged" },
    { what: "a broken download", file: () => new Uint8Array(readFileSync(variant("damaged.xlsx"))), code: "damaged" },
    { what: "a part whose bytes were changed", file: () => { const copy = zipSync(unzipSync(sound), { level: 0 }); const at = strFromU8(copy, true).indexOf("<sheetData"); copy[at + 1] = 84; return copy; }, code: "damaged" },
    { what: "no workbook part", file: () => withParts({ "xl/workbook.xml": null }), code: "missing-part" },
    { what: "a sheet that is missing", file: () => withParts({ "xl/worksheets/sheet1.xml": null }), code: "missing-part" },
    { what: "XML without its end", file: () => withParts({ "xl/workbook.xml": textOf("xl/workbook.xml").slice(0, -10) }), code: "damaged" },
    { what: "an entity that XML does not know", file: () => withParts({ "xl/workbook.xml": textOf("xl/workbook.xml").replace("Figures", "&nbsp;") }), code: "damaged" },
    { what: "characters that are no UTF-8", file: () => withParts({ "xl/workbook.xml": new Uint8Array([...strToU8('<workbook a="'), 0xff, 0xfe, 0xfa, ...strToU8('"/>')]) }), code: "damaged" },
    { what: "a cell off the sheet", file: () => cells('<row r="1"><c r="XFE1"><v>1</v></c></row>'), code: "damaged" },
    { what: "a row below the last", file: () => cells('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'), code: "damaged" },
    { what: "rows out of order", file: () => cells('<row r="2"/><row r="1"/>'), code: "damaged" },
    { what: "shared text that is not there", file: () => cells('<row r="1"><c r="A1" t="s"><v>99999</v></c></row>'), code: "damaged" },
  ])("$what", ({ file, code }) => {
    expect(problemOf(file())?.code).toBe(code);
  });
});

describe("a trap", () => {
  it.each<{ what: string; file: () => Uint8Array; code: FileProblem["code"]; says: RegExp }>([
    { what: "a small part that unpacks to 40 MB", file: () => bomb, code: "suspicious", says: /bomb\.xml/ },
    { what: "a part that says it is smaller than it is", file: () => patched(sound, DIRECTORY, 24, 10, 4), code: "suspicious", says: /10 bytes/ },
    { what: "more parts than any workbook has", file: () => patched(sound, END, 10, 20_000, 2), code: "too-big", says: /20000 parts/ },
    { what: "a part of 2 GB", file: () => patched(sound, DIRECTORY, 24, 2_000_000_000, 4), code: "suspicious", says: /2000000000/ },
    { what: "parts that share their bytes", file: () => patched(zipSync({ "a.xml": strToU8("<same/>"), "b.xml": strToU8("<same/>") }), DIRECTORY, 42, 0, 4, 1), code: "suspicious", says: /overlap/ },
    { what: "a name that leads out of the folder", file: () => withParts({ "xl/../../evil.xml": "<a/>" }), code: "unsafe-path", says: /evil\.xml/ },
    { what: "a name that leads out by backslashes", file: () => withParts({ "..\\..\\evil.xml": "<a/>" }), code: "unsafe-path", says: /evil\.xml/ },
    { what: "an absolute name", file: () => withParts({ "/etc/passwd": "a" }), code: "unsafe-path", says: /passwd/ },
    { what: "a drive's name", file: () => withParts({ "C:/evil.xml": "<a/>" }), code: "unsafe-path", says: /evil\.xml/ },
    { what: "a relationship that leads out of the file, where nothing is ever read", file: () => withParts({ "xl/_rels/workbook.xml.rels": textOf("xl/_rels/workbook.xml.rels").replace("worksheets/sheet1.xml", "../../../etc/passwd") }), code: "missing-part", says: /etc\/passwd/ },
    { what: "two parts of one name in capitals and not", file: () => withParts({ "XL/Workbook.xml": "<a/>" }), code: "duplicate-part", says: /workbook\.xml/i },
    { what: "entities that grow on each other", file: () => withParts({ "xl/workbook.xml": doctype(laughs) }), code: "doctype", says: /document type/ },
    { what: "an entity that fetches a file", file: () => withParts({ "xl/workbook.xml": doctype('<!ENTITY x SYSTEM "file:///etc/passwd">') }), code: "doctype", says: /document type/ },
    { what: "a document type in a sheet", file: () => withParts({ "xl/worksheets/sheet1.xml": doctype("") }), code: "doctype", says: /sheet1\.xml/ },
    { what: "elements nested five thousand deep", file: () => withParts({ "xl/worksheets/sheet1.xml": deep }), code: "damaged", says: /nested too deep/ },
  ])("$what", ({ file, code, says }) => {
    const problem = problemOf(file());
    expect([problem?.code, problem?.message]).toEqual([code, expect.stringMatching(says)]);
  });
  it("what unpacks to far more than its size is refused before it is unpacked", () => {
    const before = process.memoryUsage().arrayBuffers;
    problemOf(bomb);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });
});

describe("limits", () => {
  const codeAt = (limits: Partial<typeof fileLimits>): string | null => {
    try { unzip(sound, { ...fileLimits, ...limits }); return null; } catch (error) { if (error instanceof FileProblem) return error.code; throw error; }
  };
  it.each<{ limits: Partial<typeof fileLimits>; code: string | null }>([
    { limits: { compressedBytes: sound.length }, code: null },
    { limits: { compressedBytes: sound.length - 1 }, code: "too-big" },
    { limits: { parts: Object.keys(unzipSync(sound)).length }, code: null },
    { limits: { parts: Object.keys(unzipSync(sound)).length - 1 }, code: "too-big" },
    { limits: { partBytes: 100 }, code: "too-big" },
    { limits: { totalBytes: 1000 }, code: "too-big" },
    { limits: { ratio: 1, ratioFromBytes: 100 }, code: "suspicious" },
  ])("$limits: $code", ({ limits, code }) => { expect(codeAt(limits)).toBe(code); });
});

it("every byte of a sound workbook changed in turn gives a workbook or a reason, never a crash", () => {
  const bytes = new Uint8Array(readFileSync(existingWorkbook));
  const step = Math.ceil(bytes.length / 150);
  const ends = new Set<string>();
  for (let at = 0; at < bytes.length; at += step) {
    const copy = bytes.slice();
    copy[at] = (copy[at] ?? 0) ^ 0xff;
    ends.add(problemOf(copy)?.code ?? "opened");
  }
  expect([...ends].every((end) => ["opened", "damaged", "not-a-workbook", "missing-part", "suspicious", "too-big", "not-supported", "password-protected", "unsafe-path", "duplicate-part"].includes(end))).toBe(true);
  expect(ends.has("damaged")).toBe(true);
});
