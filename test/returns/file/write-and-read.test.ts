/** A return that is written and read again is the same return. */
import { readReturn } from "../../../src/returns/file/read-return";
import { fileNameOf, writeReturn } from "../../../src/returns/file/write-return";
import { madeReturn } from "../../support/made-returns";

describe("a return's file", () => {
  it("gives back the return that was written", async () => {
    const document = madeReturn(1, 0);
    const bytes = await writeReturn(document);
    expect(await readReturn({ name: "a.xlsx", size: bytes.length, bytes })).toEqual({ kind: "read", file: "a.xlsx", document, wholeness: "as-written", notes: [] });
  });
  it("is the same, byte for byte, however often it is written", async () => {
    expect(Buffer.compare(await writeReturn(madeReturn(2, 1)), await writeReturn(madeReturn(2, 1)))).toBe(0);
  });
  it("of twelve role groups has fewer than 150,000 bytes", async () => {
    expect((await writeReturn(madeReturn(3, 2))).length).toBeLessThan(150_000);
  });
  it.each([
    { header: {}, name: "R00 2009-10 return 1.xlsx" },
    { header: { sequence: 3 }, name: "R00 2009-10 return 3.xlsx" },
    { header: { stage: "draft" as const }, name: "R00 2009-10 DRAFT return 1.xlsx" },
    { header: { organisation: { code: "../R:0*?", name: "" } }, name: "R-0 2009-10 return 1.xlsx" },
  ])("is called $name", ({ header, name }) => expect(fileNameOf({ ...madeReturn(1, 0).header, ...header })).toBe(name));
});
