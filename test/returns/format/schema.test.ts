/** The schema, the types and the strict reader say the same of any document: what is a return of format 1, and what is none. */
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020";
import { structures } from "../../../src/domain/structures";
import { signatories } from "../../../src/domain/signatories";
import { isoDate } from "../../../src/domain/period";
import { parseReturn } from "../../../src/returns/format/parse-return";
import { FORMAT, FORMAT_VERSION } from "../../../src/returns/format/return-document";
import { eventIds } from "../../../src/returns/sign-off/log";
import { awkwardReturn } from "../../support/awkward-returns";
import { Chance } from "../../support/chance";
import { madeReturn } from "../../support/made-returns";

type Json = Record<string, unknown>;
const schema = JSON.parse(readFileSync("src/returns/format/return-1.schema.json", "utf8")) as { properties: Record<string, Json>; $defs: Record<string, { properties: Record<string, { enum: unknown[] }> }> };
const judge = new Ajv2020({ strict: true, allErrors: false, formats: { date: (text: string) => isoDate(text) !== null } }).compile(schema);

const parses = (json: unknown): boolean => {
  try {
    parseReturn(json);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
};

describe("a return of this format", () => {
  it("is taken by the schema and by the reader, which gives it back unchanged, for 300 seeds", () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const document: unknown = JSON.parse(JSON.stringify(seed % 3 === 0 ? madeReturn(seed, seed) : awkwardReturn(new Chance(seed))));
      expect({ seed, schema: judge(document), errors: judge.errors }).toEqual({ seed, schema: true, errors: null });
      expect(parseReturn(document)).toEqual({ document, leftOut: [] });
    }
  });

  it("has the words of the code in its schema", () => {
    const { header, logLine } = schema.$defs;
    expect([schema.properties["format"]?.["const"], schema.properties["formatVersion"]?.["const"]]).toEqual([FORMAT, FORMAT_VERSION]);
    expect(header?.properties["structure"]?.enum).toEqual(structures.map(({ id }) => id));
    expect(logLine?.properties["event"]?.enum).toEqual(eventIds);
    expect(logLine?.properties["as"]?.enum).toEqual([...signatories.map(({ id }) => id), null]);
  });
});

/** The document with one part put in, changed or (undefined) taken out. @param path - as "header.organisation.code" */
function otherwise(path: string, value: unknown): unknown {
  const whole = JSON.parse(JSON.stringify(madeReturn(61, 0))) as Json;
  const names = path.split("/");
  const last = names.pop() ?? "";
  const holder = names.reduce<Json>((part, name) => part[name] as Json, whole);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return whole;
}

describe("what is no return of this format", () => {
  it.each([
    { because: "the format is another", path: "format", value: "another" },
    { because: "the version is one of another first number", path: "formatVersion", value: "2.0" },
    { because: "the header is missing", path: "header", value: undefined },
    { because: "there is a part that nobody knows", path: "extra", value: 1 },
    { because: "there is a part in the header that nobody knows", path: "header/extra", value: null },
    { because: "null has to be said", path: "header/nil", value: undefined },
    { because: "an organisation has a code", path: "header/organisation/code", value: "" },
    { because: "a structure is one of two", path: "header/structure", value: "2013" },
    { because: "a period is a financial year", path: "header/period", value: "2009" },
    { because: "30 February is no day", path: "header/asAt", value: "2009-02-30" },
    { because: "a moment has a time", path: "header/madeOn", value: "2009-04-20" },
    { because: "a return is a draft or final", path: "header/stage", value: "signed" },
    { because: "the first return is 1", path: "header/sequence", value: 0 },
    { because: "a contact has an e-mail, if an empty one", path: "header/contacts", value: [{ name: "P Shaw", role: "" }] },
    { because: "a count that is withheld is said to be so", path: "tables/demand/0/figures/posts", value: "<5" },
    { because: "a number is no text", path: "tables/demand/0/figures/posts", value: "4" },
    { because: "true is no figure", path: "tables/demand/0/figures/posts", value: true },
    { because: "what stands for a withheld figure is not empty", path: "tables/demand/0/figures/posts", value: { withheld: "" } },
    { because: "a figure is withheld or unreadable, not both", path: "tables/demand/0/figures/posts", value: { withheld: "<5", unreadable: "x" } },
    { because: "an empty text is left out", path: "tables/demand/0/texts/comment", value: "" },
    { because: "a measure's id has small letters", path: "tables/demand/0/figures/Posts", value: 1 },
    { because: "a table's id has no spaces", path: "tables/my table", value: [] },
    { because: "a row has a key", path: "tables/demand/0/key", value: undefined },
    { because: "findings are counted in whole numbers", path: "checked/note", value: 1.5 },
    { because: "an event is one of eight", path: "log/0/event", value: "deleted" },
    { because: "only signatories sign", path: "log/1/as", value: "secretary" },
    { because: "a hash has 64 digits", path: "log/0/hash", value: "abc" },
    { because: "a digest is in small letters", path: "digest", value: "A".repeat(64) },
    { because: "a text is as long as a cell can hold", path: "header/sensitivity", value: "x".repeat(32_768) },
  ])("is refused by the schema and by the reader: $because", ({ path, value }) => {
    const json = otherwise(path, value);
    expect({ schema: judge(json), reader: parses(json) }).toEqual({ schema: false, reader: false });
  });

  it.each([
    { json: otherwise("header/period", "2009/11"), says: 'In the return, header, period: it is "2009/11"; it should be a financial year such as "2009/10".' },
    { json: otherwise("tables/demand/2/figures/posts", "<5"), says: 'In the return, tables, demand 3, figures, posts: it is "<5"; it should be a number, null, "n/a", {"withheld": "<5"} or {"unreadable": "..."}.' },
    { json: otherwise("header/contacts/0/name", "\ud800"), says: "In the return, header, contacts 1, name: the text holds half a character." },
    { json: otherwise("log", {}), says: "In the return, log: it is {}; it should be a list in square brackets." },
    { json: otherwise("extra", 1), says: 'In the return: "extra" is not known. It can have format, formatVersion, header, thresholds, tables, checked, explanations, answers, log, figuresDigest, digest.' },
    { json: null, says: "In the return: it is null; it should be named parts in braces." },
  ])("is refused with the place: $says", ({ json, says }) => expect(() => parseReturn(json)).toThrow(new SyntaxError(says)));
});
