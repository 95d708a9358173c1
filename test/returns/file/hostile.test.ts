/** Whatever bytes come, reading gives an answer: it never throws, and what it takes is the return that was written. */
import { read, write, type BookType } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import { unpacked } from "../../../src/returns/file/stored-zip";
import { writeReturn } from "../../../src/returns/file/write-return";
import { Chance } from "../../support/chance";
import { madeReturn } from "../../support/made-returns";
import { readBytes, repacked } from "../../support/return-files";

const document = madeReturn(81, 0, { tables: (tables) => { for (const id of Object.keys(tables)) tables[id] = (tables[id] ?? []).slice(0, 2); } });
const file = writeReturn(document);
const savedAs = async (bookType: BookType): Promise<Uint8Array> => new Uint8Array(write(read(await file, { type: "array" }), { type: "array", bookType, compression: true }) as ArrayBuffer);

/** The reading library tells the console of every record that it does not know, and spoilt files have many. */
beforeAll(() => { jest.spyOn(console, "error").mockImplementation(() => undefined); });
afterAll(() => jest.restoreAllMocks());

/** Some bytes are others, a stretch is gone, or a stretch is there twice. */
function spoilt(bytes: Uint8Array, chance: Chance): Uint8Array {
  const [at, length] = [chance.below(bytes.length), 1 + chance.below(40)];
  switch (chance.below(4)) {
    case 0: return new Uint8Array([...bytes.subarray(0, at), ...bytes.subarray(at + length)]);
    case 1: return new Uint8Array([...bytes.subarray(0, at + length), ...bytes.subarray(at)]);
    default: {
      const changed = bytes.slice();
      for (let more = 1 + chance.below(12); more > 0; more -= 1) changed[chance.below(bytes.length)] = chance.below(256);
      return changed;
    }
  }
}

describe("a file that was spoilt in any way", () => {
  it.each([
    { kind: "as written", made: () => file },
    { kind: "saved by Excel", made: async () => repacked(await file) },
    { kind: "saved as .ods", made: () => savedAs("ods") },
  ])("is set aside, or holds the very return that was written: $kind, 150 seeds", async ({ made }) => {
    const bytes = await made();
    for (let seed = 1; seed <= 150; seed += 1) {
      const arrival = await readBytes(spoilt(bytes, new Chance(seed)));
      if (arrival.kind === "read") expect({ seed, document: arrival.document }).toEqual({ seed, document });
    }
  }, 60_000);

  it("never gets to the library that reads workbooks, since its checksums tell: 300 seeds of an .ods and of an .xlsx that Excel saved", async () => {
    for (const bytes of [await savedAs("ods"), repacked(await file)]) for (let seed = 1001; seed <= 1300; seed += 1) {
      const changed = bytes.slice();
      const chance = new Chance(seed);
      changed[40 + chance.below(bytes.length - 1000)] = chance.below(256);
      const arrival = await readBytes(changed);
      // What is changed may be what it was, or a date in the list of the parts.
      expect(arrival.kind === "read" ? arrival.document : arrival.code).toEqual(arrival.kind === "read" ? document : "damaged");
    }
  }, 60_000);

  it("is taken where it was not spoilt", async () => {
    expect(await readBytes(await savedAs("ods"))).toMatchObject({ kind: "read", wholeness: "saved-again", document });
  });

  it("is set aside as .xlsb, which is not read", async () => {
    expect(await readBytes(await savedAs("xlsb"))).toMatchObject({ kind: "quarantined", code: "not-a-workbook", says: "The file is an .xlsb, Excel's binary form, which is not read." });
  });

  it.each([
    { what: "a cell far away", xml: (text: string) => text.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>') },
    { what: "a range without end", xml: (text: string) => text.replace(/<sheetPr>/, '<dimension ref="A1:XFD1048576"/><sheetPr>') },
    { what: "no sheet data", xml: (text: string) => text.replace(/<sheetData>.*<\/sheetData>/s, "<sheetData/>") },
    { what: "broken XML", xml: (text: string) => text.slice(0, text.length / 2) },
  ])("is answered at once with $what", async ({ xml }) => {
    const arrival = await readBytes(repacked(await file, (name, text) => (name === "xl/worksheets/sheet2.xml" ? xml(text) : text)));
    expect(arrival.kind === "read" ? arrival.document : arrival.code).toEqual(arrival.kind === "read" ? document : "cells-altered");
  });

  it("is answered where a part has the name of something else", async () => {
    const parts = { ...unpacked(await file), "__proto__": strToU8("x"), "constructor": strToU8("y"), "../../evil": strToU8("z") };
    expect((await readBytes(zipSync(parts))).kind).toBe("quarantined");
  });
});
