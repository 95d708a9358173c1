/** Every way in which a file cannot be taken has a name, plain words and a remedy. */
import { readFileSync } from "node:fs";
import { read, utils, write } from "@e965/xlsx";
import { strFromU8, strToU8, zipSync } from "fflate";
import type { QuarantineCode, SentFile } from "../../../src/returns/file/arrival";
import { fixes } from "../../../src/returns/file/quarantine";
import { LARGEST_FILE } from "../../../src/returns/file/largest-file";
import { readReturn } from "../../../src/returns/file/read-return";
import { storedZip, unpacked } from "../../../src/returns/file/stored-zip";
import { writeReturn } from "../../../src/returns/file/write-return";
import { digestOf, sealed } from "../../../src/returns/digest";
import type { ReturnDocument } from "../../../src/returns/format/return-document";
import { madeReturn, signed } from "../../support/made-returns";
import { fileSaying, readBytes, repacked, savedByAnotherLibrary, sent } from "../../support/return-files";

const document = madeReturn(21, 0, { tables: (tables) => { for (const id of Object.keys(tables)) tables[id] = (tables[id] ?? []).slice(0, 2); } });
const file = (): Promise<Uint8Array> => writeReturn(document);
const not = (bytes: Uint8Array | null, why: SentFile["why"], size = bytes?.length ?? 0): SentFile => ({ name: "a.xlsx", size, bytes, ...(why === undefined ? {} : { why }) });

/** Sealed anew by somebody who knows how, after changing something. */
const sealedAnew = (change: Partial<ReturnDocument>): ReturnDocument => { const { digest: _, ...rest } = { ...document, ...change }; return sealed(rest); };
const sheetOf = (rows: unknown[][]): ReturnType<typeof utils.aoa_to_sheet> => utils.aoa_to_sheet(rows);
const workbook = (sheets: Record<string, unknown[][]>, names: { Name: string; Ref: string; Sheet?: number }[] = []): Uint8Array => {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, sheetOf(rows), name);
  book.Workbook = { Names: names };
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
};
const without = (bytes: Uint8Array, sheet: string): Uint8Array => savedByAnotherLibrary(bytes, (book) => { delete book.Sheets[sheet]; book.SheetNames = book.SheetNames.filter((name) => name !== sheet); });
const bomb = (): Uint8Array => zipSync({ "xl/workbook.xml": new Uint8Array(70_000_000) }, { level: 9 });
const oneLineOtherwise = (at: number, change: object): ReturnDocument["log"] => document.log.map((line, index) => (index === at ? { ...line, ...change } : line));
/** The first digit in cell B6 of the second sheet, with its lowest bit turned over. */
function withFigureFlipped(bytes: Uint8Array): Uint8Array {
  const text = strFromU8(bytes, true);
  const at = text.indexOf("<v>", text.indexOf('r="B6"', text.indexOf("xl/worksheets/sheet2.xml<"))) + 3;
  return bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
}
const json = (change: object): object => ({ ...document, ...change });

interface Case { readonly what: string; readonly code: QuarantineCode; readonly says: RegExp; readonly made: () => SentFile | Promise<SentFile> }

const cases: readonly Case[] = [
  { what: "a file of 5 GB", code: "too-large", says: /5,000 MB/, made: () => not(null, "too-large", 5_000_000_000) },
  { what: "a file that is larger than any return", code: "too-large", says: /25 MB|no return/, made: () => not(new Uint8Array(LARGEST_FILE + 1), undefined) },
  { what: "a file that would be enormous once unpacked", code: "too-large", says: /packed/, made: () => sent(bomb()) },
  { what: "a file that another program holds", code: "locked", says: /Another program/, made: () => not(null, "locked") },
  { what: "a file that cannot be opened", code: "unreadable", says: /could not be opened/, made: () => not(null, "unreadable") },
  { what: "a workbook with a password of Excel's", code: "unreadable", says: /password/, made: () => sent(new Uint8Array(readFileSync("test/fixtures/workbooks/password.xlsx"))) },
  { what: "an empty file", code: "truncated", says: /empty/, made: () => sent(new Uint8Array()) },
  { what: "half a file", code: "truncated", says: /cut off/, made: async () => sent((await file()).slice(0, 20_000)) },
  { what: "a file with bytes behind its end", code: "damaged", says: /Bytes/, made: async () => { const bytes = await file(); const longer = new Uint8Array(bytes.length + 3); longer.set(bytes); return sent(longer); } },
  { what: "a file whose list of parts is spoilt", code: "damaged", says: /cannot be read/, made: async () => { const bytes = await file(); bytes[bytes.length - 4] = 255; return sent(bytes); } },
  { what: "a file with a bit flipped in a figure that all can see", code: "damaged", says: /^Bytes of the file are not as they were written, though no other program saved it\. Demand and supply!B6 shows /, made: async () => sent(withFigureFlipped(await file())) },
  { what: "a file of ours that somebody zipped again", code: "damaged", says: /Bytes/, made: async () => sent(repacked(await file(), undefined, "Talent Plan for Excel")) },
  { what: "a .pdf that was renamed", code: "not-a-workbook", says: /no workbook/, made: () => sent(strToU8("%PDF-1.4\n%âãÏÓ\n")) },
  { what: "a .csv that was renamed", code: "not-a-workbook", says: /no workbook/, made: () => sent(strToU8("Role group,Posts\r\nChief executive,1\r\n")) },
  { what: "a .docx that was renamed", code: "not-a-workbook", says: /document/, made: () => sent(zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<w:document/>") })) },
  { what: "a zip that only says that it is a workbook", code: "not-a-workbook", says: /cannot be read as a workbook/, made: () => sent(zipSync({ "xl/workbook.xml": strToU8("no XML") })) },
  { what: "an encrypted file without its passphrase", code: "passphrase-needed", says: /encrypted/, made: () => sent(strToU8("age-encryption.org/v1\n-> scrypt ...")) },
  { what: "another template", code: "not-a-return", says: /another template/, made: () => sent(workbook({ "PCT01": [["Form PCT01"], ["mc07", 4]] })) },
  { what: "the workbook itself, in the place of its return", code: "not-a-return", says: /worked in/, made: () => sent(workbook({ "Demand and supply": [["Role group", "Posts"]] }, [{ Name: "_TalentPlan.Sheet", Ref: '"demand"', Sheet: 0 }])) },
  { what: "a return whose last sheet was deleted in Excel", code: "document-missing", says: /"Machine-readable" is missing/, made: async () => sent(without(await file(), "Machine-readable")) },
  { what: "a return whose sheet of figures was deleted in Excel", code: "cells-altered", says: /"Profile" is missing/, made: async () => sent(without(await file(), "Profile")) },
  { what: "a figure that was put over by a formula", code: "cells-altered", says: /^Demand and supply!C7 holds a formula/, made: async () => sent(savedByAnotherLibrary(await file(), (book) => { const sheet = book.Sheets["Demand and supply"]; if (sheet !== undefined) sheet["C7"] = { t: "n", v: document.tables["demand"]?.[1]?.figures["demand.now"], f: "1+1" }; })) },
  { what: "a note that was written beside the figures", code: "cells-altered", says: /^Profile!J3 shows "see me"; the machine-readable part has nothing there/, made: async () => sent(savedByAnotherLibrary(await file(), (book) => { const sheet = book.Sheets["Profile"]; if (sheet !== undefined) utils.sheet_add_aoa(sheet, [["see me"]], { origin: "J3" }); })) },
  { what: "a format that is newer", code: "newer-format", says: /format 2\.0/, made: async () => sent(await fileSaying(document, json({ formatVersion: "2.0" }), "2.0")) },
  { what: "a format that nobody knows", code: "not-readable-format", says: /format 0\.3/, made: async () => sent(await fileSaying(document, json({ formatVersion: "0.3" }), "0.3")) },
  { what: "a machine-readable part of something else", code: "not-readable-format", says: /does not say/, made: async () => sent(await fileSaying(document, { format: "another" })) },
  { what: "a machine-readable part that is not of the format", code: "document-altered", says: /header, period: it is "2009"/, made: async () => sent(await fileSaying(document, json({ header: { ...document.header, period: "2009" } }))) },
  { what: "a part that nobody knows in a known version", code: "document-altered", says: /"extra" is not known/, made: async () => sent(await fileSaying(document, json({ extra: 1 }))) },
  { what: "a figure changed in the machine-readable part", code: "document-altered", says: /not as it was sealed/, made: async () => sent(await fileSaying(document, json({ thresholds: { ...document.thresholds, "small-base": 11 } }))) },
  { what: "figures changed, and the document sealed anew", code: "figures-altered", says: /not those that the return was made with/, made: async () => sent(await writeReturn(sealedAnew({ thresholds: { ...document.thresholds, "small-base": 11 } }))) },
  { what: "figures changed after they were signed, with digests that fit", code: "figures-altered", says: /the signature of "Preparer" is on others/, made: async () => { const { header, tables } = madeReturn(22, 0); return sent(await writeReturn({ ...signed({ header, tables, thresholds: {}, unsigned: true, log: document.log }) })); } },
  { what: "a final return that nobody signed", code: "figures-altered", says: /"Preparer" has not signed/, made: async () => sent(await writeReturn(madeReturn(21, 0, { unsigned: true }))) },
  { what: "a line of the log that was changed", code: "log-altered", says: /Line 2 of the log \(Log!A7\) was changed/, made: async () => sent(await writeReturn(sealedAnew({ log: oneLineOtherwise(1, { by: "Somebody else" }) }))) },
  { what: "a line of the log that was taken out", code: "log-altered", says: /Line 1 of the log \(Log!A6\) does not follow/, made: async () => sent(await writeReturn(sealedAnew({ log: document.log.slice(1) }))) },
];

describe("a file that cannot be taken", () => {
  it.each(cases)("$what is called $code", async ({ code, says, made }) => {
    const arrival = await readReturn(await made());
    expect(arrival).toEqual({ kind: "quarantined", file: "a.xlsx", code, says: expect.stringMatching(says), fix: fixes[code], organisation: expect.any(String) });
  }, 30_000);

  it("says whose it is, where that can still be read", async () => {
    const arrivals = await Promise.all([await fileSaying(document, json({ formatVersion: "2.0" }), "2.0"), await fileSaying(document, json({ extra: 1 })), (await file()).slice(0, 900)].map((bytes) => readBytes(bytes)));
    expect(arrivals.map((arrival) => (arrival.kind === "read" ? "read" : arrival.organisation))).toEqual(["R00", "R00", ""]);
  });

  it("is tried here for every reason that a file alone can give", () => {
    const ofTheSet: readonly string[] = ["other-period", "other-structure", "organisation-unknown", "sequence-twice", "not-signed-off"];
    const elsewhere: readonly string[] = ["passphrase-wrong"];
    const tried = new Set<string>(cases.map(({ code }) => code));
    expect(Object.keys(fixes).filter((code) => !tried.has(code) && !ofTheSet.includes(code) && !elsewhere.includes(code))).toEqual([]);
  });

  it("has a remedy that starts with a verb, whatever the reason", () => {
    expect(Object.values(fixes).filter((fix) => !/^(Add|Ask|Close|Copy|Give|Install|Move) /.test(fix))).toEqual([]);
  });
});

describe("a return that another program saved", () => {
  it("is taken from a program that does not squeeze what it saves, too", async () => {
    const book = read(await file(), { type: "array" });
    expect(await readBytes(new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer))).toMatchObject({ kind: "read", wholeness: "saved-again" });
  });
  it("is taken where all its cells still say the same, and is said to be saved again", async () => {
    expect(await readBytes(repacked(await file()))).toEqual({ kind: "read", file: "a.xlsx", document, wholeness: "saved-again", notes: [] });
    expect(await readBytes(savedByAnotherLibrary(await file()))).toEqual({ kind: "read", file: "a.xlsx", document, wholeness: "saved-again", notes: [] });
  });
  it("is taken with a sheet of somebody's notes, which is named", async () => {
    const noted = savedByAnotherLibrary(await file(), (book) => utils.book_append_sheet(book, sheetOf([["Ring Mr Shaw"]]), "My notes"));
    expect(await readBytes(noted)).toMatchObject({ kind: "read", wholeness: "saved-again", notes: ['Not read, since the return has no such sheet: "My notes".'] });
  });
});

describe("a return of a newer version of the same format", () => {
  it("is read, and what is not known of it is named", async () => {
    const newer = { ...document, formatVersion: "1.3", header: { ...document.header, mood: "good" } };
    const { digest: _, ...rest } = newer;
    const arrival = await readBytes(await fileSaying(document, { ...rest, digest: digestOf(rest) }, "1.3"));
    expect(arrival).toMatchObject({ kind: "read", document: { formatVersion: "1.3", tables: document.tables }, notes: ["It is in format 1.3. Left out, as not known here: the return, header, mood."] });
  });
  it("has the cells of its tables compared all the same", async () => {
    const { digest: _, ...rest } = { ...document, formatVersion: "1.3" };
    const other = madeReturn(23, 0);
    expect(await readBytes(await fileSaying(other, { ...rest, digest: digestOf(rest) }, "1.3"))).toMatchObject({ kind: "quarantined", code: "cells-altered", says: expect.stringMatching(/^Demand and supply!/) });
  });
});

it("a file whose parts are as we write them reads as written, whoever packed it", async () => {
  expect(await readBytes(storedZip(unpacked(await file())))).toMatchObject({ kind: "read", wholeness: "as-written" });
});
