/** Returns of earlier formats go on reading. The kept files are never written anew: they stand for files that somebody still has. */
import { readFileSync } from "node:fs";
import { figuresDigest, sealHolds } from "../../../src/returns/digest";
import { migrated } from "../../../src/returns/format/migrate";
import { asFormat09 } from "../../support/format-0-9";
import { madeReturn } from "../../support/made-returns";
import { fileSaying, readBytes } from "../../support/return-files";

const kept = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/fixtures/returns/${name}`));
const NOTE = "It was written in format 0.9 and brought to 1.0. Format 0.9 had no answers to queries, and did not say which return this one takes the place of.";
const { replaces: _, ...header } = madeReturn(9, 9).header;
/** What somebody typed in the return that is kept: the first two rows of each of its tables. */
const FIRST_POSTS = { "posts": 6, "demand.now": { withheld: "<5" }, "demand.to-1": "n/a", "demand.to-3": null };

describe("a kept return", () => {
  it.each([
    { name: "format-0.9.xlsx", wholeness: "as-written", notes: [NOTE] },
    { name: "format-1.0.xlsx", wholeness: "as-written", notes: [] },
  ])("$name reads as it was meant; where it does not, words on its sheets were changed: give the format a new second number", async ({ name, wholeness, notes }) => {
    const arrival = await readBytes(kept(name), name);
    expect(arrival).toMatchObject({ kind: "read", wholeness, notes, document: { formatVersion: "1.0", header: { ...header, replaces: null }, answers: [] } });
    if (arrival.kind !== "read") return;
    expect(arrival.document.tables["demand"]?.[0]?.figures).toMatchObject(FIRST_POSTS);
    expect(sealHolds(arrival.document)).toBe(true);
    expect(arrival.document.log.filter(({ event }) => event === "signed").map(({ figures }) => figures)).toEqual(Array.from({ length: 3 }, () => figuresDigest(arrival.document)));
  });

  it("of 0.9 says the same as that of 1.0", async () => {
    const [old, present] = await Promise.all([readBytes(kept("format-0.9.xlsx")), readBytes(kept("format-1.0.xlsx"))]);
    expect(old.kind === "read" && old.document).toEqual(present.kind === "read" && present.document);
  });
});

describe("a return of format 0.9", () => {
  it("is the same return once it is brought to 1.0, for 100 seeds", () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const document = madeReturn(seed, seed);
      expect(migrated(JSON.parse(JSON.stringify(asFormat09(document))), "0.9")).toEqual({ document, wasSealed: true, notes: [NOTE] });
    }
  });
  it("that was changed after it was sealed is altered, as it came", async () => {
    const document = madeReturn(1, 1);
    const changed = { ...asFormat09(document), checked: { mustFix: 0, explain: 0, explained: 0, note: 7 } };
    expect(await readBytes(await fileSaying(document, changed, "0.9"))).toMatchObject({ kind: "quarantined", code: "document-altered", organisation: "R01" });
  });
  it.each([
    { what: "a part that it did not have", change: { answers: [] }, says: /"answers" is not known/ },
    { what: "a figure of a table that it has not got", change: { figures: [{ table: "gap", row: 1, key: {}, measure: "posts", value: 1 }] }, says: /figures 1: .* one of the tables/ },
    { what: "a figure of a row that comes too soon", change: { figures: [{ table: "demand", row: 3, key: {}, measure: "posts", value: 1 }] }, says: /figures 1: .* the next one/ },
  ])("with $what is refused by its place", ({ change, says }) => expect(() => migrated({ ...asFormat09(madeReturn(1, 1)), ...change }, "0.9")).toThrow(says));
  it("is not read as another version", () => expect(migrated(asFormat09(madeReturn(1, 1)), "0.8")).toBeNull());
});
