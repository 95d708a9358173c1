/** Returns that somebody opened in LibreOffice and saved again, in each of its formats, are the same returns. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeReturn } from "../../../src/returns/file/write-return";
import { awkwardReturn } from "../../support/awkward-returns";
import { Chance } from "../../support/chance";
import { convert } from "../../support/libreoffice.cjs";
import { madeReturn } from "../../support/made-returns";
import { readBytes } from "../../support/return-files";

const folder = mkdtempSync(join(tmpdir(), "talent-plan-returns-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const documents = [madeReturn(31, 0), madeReturn(31, 1, { header: { nil: { reason: "The trust was merged into another." } } }), madeReturn(31, 2, { header: { stage: "draft" }, unsigned: true }), ...Array.from({ length: 12 }, (_, seed) => awkwardReturn(new Chance(1000 + seed)))];

describe("saved again by LibreOffice", () => {
  const files: string[] = [];
  beforeAll(async () => {
    for (const [index, document] of documents.entries()) {
      files.push(join(folder, `return-${index}.xlsx`));
      writeFileSync(files[index] ?? "", await writeReturn(document));
    }
  });

  it.each(["xlsx", "ods"])("as .%s, a return reads as the same return, saved again", async (ending) => {
    const saved = await convert(files, ending, join(folder, ending));
    const arrivals = await Promise.all(saved.map((name, index) => readBytes(new Uint8Array(readFileSync(name)), `return ${index}`)));
    expect(arrivals).toEqual(documents.map((document, index) => ({ kind: "read", file: `return ${index}`, document, wholeness: "saved-again", notes: [] })));
  }, 120_000);

  it("as .xls, the older form, it is not read and says what to ask for", async () => {
    const [saved = ""] = await convert(files.slice(0, 1), "xls", join(folder, "xls"));
    expect(await readBytes(new Uint8Array(readFileSync(saved)), "old.xls")).toMatchObject({
      kind: "quarantined", code: "not-readable-format", says: "The file was saved in Excel's older .xls form, which is not read.",
    });
  }, 120_000);
});
