/** By which rules a workbook is checked: the pack that it brings along where that can be believed and fits, otherwise those of the add-in, and never without a word. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { packedText, unpackedText } from "../../src/actions/pack-text";
import { judgingBy, keptForm, rulesFor, shownRules } from "../../src/actions/rules-in-use";
import type { Book } from "../../src/validation/book";
import { checkBook } from "../../src/validation/check-book";
import { wordsOf } from "../../src/validation/finding";
import { shippedPack } from "../../src/validation/rule-pack/shipped";
import { exampleBook } from "../validation/example-book";

const fixture = (name: string): string => readFileSync(path.join(__dirname, "../fixtures/rule-packs", name), "utf8");
const bringing = (keptPack: string | null): Book => ({ ...exampleBook({ demand: "| Role group | Supply now |\n| Strategy and planning director | 11 |" }), keptPack });
const codesIn = async (book: Book): Promise<readonly string[]> => [...new Set(checkBook(book, judgingBy(await rulesFor(book), book)).map(({ rule }) => rule.id))];
const OWN = `${shippedPack.name} ${shippedPack.version}`;

describe("a workbook is checked", () => {
  it("by the rules of the add-in where it brings none along", async () => {
    expect(await codesIn(bringing(null))).toEqual(["W48"]);
    expect(shownRules(await rulesFor(bringing(null)))).toMatchObject({ checkedBy: OWN, isOwn: true, off: [], passedOver: "" });
  });
  it("by the pack that it brings along, without the rules that are switched off in it", async () => {
    const book = bringing(await keptForm(fixture("trial-1.1.0.json")));
    expect(await codesIn(book)).toEqual(["W701"]);
    expect(shownRules(await rulesFor(book))).toEqual({
      says: "Rules on trial 1.1.0 (25 November 2026)", checkedBy: "Rules on trial 1.1.0 (switched off: W48)", isOwn: false, off: ["W48 is switched off: Wide choice is intended while the rules are on trial."],
      notices: ["W701: Organisations with large departments have many posts by nature.", "These rules are on trial until 31 March 2027."], passedOver: "",
    });
  });
});

describe("a pack that a workbook brings along is not used, and a finding says so,", () => {
  it.each([
    ["where somebody changed it in the workbook", () => keptForm(fixture("tampered.json")), "This rule pack was changed after Talent Plan for Excel signed it."],
    ["where it is signed by a stranger", () => keptForm(fixture("unknown-key.json")), 'This rule pack is signed with the key "nobody-in-particular-'],
    ["where it is for returns of other years", () => keptForm(fixture("trial-2010.json")), "Rules on trial 1.2.0 is for returns from 2010/11 on, and this return is for 2009/10."],
    ["where a piece of it was lost", async () => (await keptForm(fixture("trial-1.1.0.json"))).slice(0, 1000), "The rule pack that this workbook keeps is not whole any more"],
    ["where the names hold something else", async () => "hello", "The rule pack that this workbook keeps is not whole any more"],
  ])("%s", async (_where, kept, why) => {
    const book = bringing(await kept());
    const found = checkBook(book, judgingBy(await rulesFor(book), book));
    expect(found.map(({ rule }) => rule.id).sort()).toEqual(["W48", "X02"]);
    const words = found.filter(({ rule }) => rule.id === "X02").map(wordsOf);
    expect(words[0]?.says).toContain(why);
    expect(words[0]?.says).toContain(`The figures were judged by ${OWN}, which comes with the add-in.`);
    expect(words[0]?.fix).toBe("Load a pack that can be used, or go back to the rules that come with the add-in.");
    expect(shownRules(await rulesFor(book))).toMatchObject({ isOwn: false, checkedBy: OWN, passedOver: expect.stringContaining(why) });
  });
});

describe("the form in which a workbook keeps a pack", () => {
  it("is a quarter of the pack's file or less, and gives the same text back", async () => {
    const shipped = readFileSync(path.join(__dirname, "../../src/validation/rule-pack/shipped-pack.json"), "utf8");
    const packed = await packedText(shipped);
    expect(packed).toMatch(/^z:[A-Za-z0-9+/]+=*$/);
    expect(packed.length).toBeLessThan(shipped.length / 4);
    expect(await unpackedText(packed)).toBe(shipped);
  });
  it("can be read in an Excel that cannot squeeze, of one that cannot", async () => {
    const plain = `t:${Buffer.from("{\"a\":\"é€\"}").toString("base64")}`;
    expect(await unpackedText(plain)).toBe("{\"a\":\"é€\"}");
  });
  it("is given up where far more comes out of it than a pack has", async () => expect(await unpackedText(await packedText("a".repeat(3_000_000)))).toBeNull());
});
