/** Queries: what is asked of whom, with which number, and that a changed or strange file is refused by name. */
import Ajv from "ajv";
import { collect } from "../../../src/returns/collect/collect";
import type { Collection } from "../../../src/returns/collect/collection";
import { consolidate } from "../../../src/returns/consolidate/consolidate";
import { digestOf } from "../../../src/returns/digest";
import { acceptance, askedOfOrganisations, queriesFor, queryFileName, queryFileText, type Asked } from "../../../src/returns/queries/make-queries";
import { parseQueryFile } from "../../../src/returns/queries/parse-query-file";
import type { QueryFile } from "../../../src/returns/queries/query-file";
import schema from "../../../src/returns/queries/queries-1.schema.json";
import { catalogue } from "../../../src/validation/catalogue";
import { shippedPack } from "../../../src/validation/rule-pack/shipped";
import { regionTables } from "../../../src/validation/vocabulary";
import { Chance } from "../../support/chance";
import { explanationsOf } from "../consolidate/explained-return";
import { arrived, collecting, day, small, type Small } from "../region-of-returns";

const FINANCE = "Finance director";
const asked: Asked = { by: "A Khan", on: day("2009-05-12") };
const collected = (...returns: readonly Small[]): Collection => collect(returns.map((each) => arrived(small(each))), collecting);
const queried = (collection: Collection, otherwise: Partial<Asked> = {}): QueryFile => queriesFor("RAA", collection, consolidate(collection, shippedPack), { ...asked, ...otherwise });

/** Finance directors wanted by nobody (explain), more vacancies than posts (must fix), and a post shared on one side's word (explain). */
const trouble: Small = { code: "RAA", demand: [["finance director", 0, 0, 3], ["Medical director", 2, 3, 1]], shared: [["Finance director", "Supply now", "RAB", 1]] };
const other: Small = { code: "RAB", demand: [[FINANCE, 1, 0, 1]] };

describe("what an organisation is asked", () => {
  const collection = collected(trouble, other);
  const file = queried(collection, { own: [{ about: null, says: "The board's signature is of a day before the figures.", asks: "Say which figures the board saw." }] });

  it("is every finding that must be put right or explained, worst first, and a person's own questions last", () => {
    expect(file.queries.map(({ id, about, code }) => [id, code, about])).toEqual([
      ["RAA-2009/10-1-01", "E34", { table: "demand", key: { "role-group": "Medical director" }, measure: "demand.now" }], ["RAA-2009/10-1-02", "W41", { table: "demand", key: { "role-group": "finance director" }, measure: "posts" }],
      ["RAA-2009/10-1-03", "W91", { table: "shared-posts", key: { "role-group": "Finance director", "shared-figure": "Supply now", "shared-with": "RAB" }, measure: "shared-number" }], ["RAA-2009/10-1-04", "", null],
    ]);
    expect(file.queries[2]).toMatchObject({ says: "Supply now of Finance director: RAA Trust (RAA) declares 1 as shared with RAB Trust (RAB), which declares nothing of the kind. Both are counted until both declare it.", asks: "Agree with the other organisation on what is shared; declare it or take it out in the next return, or explain." });
  });
  it("says whose return it answers", () => {
    expect(file).toMatchObject({ region: { code: "Q31", name: "North West" }, organisation: { code: "RAA", name: "RAA Trust" }, period: "2009/10", sequence: 1, returnDigest: collection.included[0]?.document.digest, madeOn: "2009-05-12", by: "A Khan", decision: "queried" });
    expect(queryFileName(file)).toBe("queries-RAA-2009-10-1.json");
  });
  it("is about the words of its own row, however the region spells them", () => expect(queriesFor("rab ", collection, consolidate(collection, shippedPack), asked).queries.map(({ about }) => about)).toEqual([{ table: "demand", key: { "role-group": FINANCE }, measure: "supply.now" }]));
  it("is nothing of what it has explained", () => {
    const explained = explanationsOf(small(trouble), "W41", "posts", "The posts are still to be made.");
    expect(queried(collect([arrived(explained), arrived(small(other))], collecting)).queries.map(({ code }) => code)).toEqual(["E34", "W91"]);
  });
  it("is in words to the organisation, never those to the region", () => {
    const toRegion = [...Object.values(catalogue), ...shippedPack.rules.filter(({ table }) => regionTables.has(table))].filter(({ code, severity, fix }) => fix.startsWith("Ask ") && severity !== "note" && !["X01", "W22"].includes(code) && !/^E1|^E0|^E2|^E3/.test(code));
    expect([...new Set(toRegion.map(({ code }) => code))].filter((code) => askedOfOrganisations[code] === undefined)).toEqual([]);
    expect(file.queries.filter(({ asks }) => asks.startsWith("Ask "))).toEqual([]);
  });
  it("cannot be asked of one whose return does not count", () => {
    expect(() => queriesFor("RZZ", collection, consolidate(collection, shippedPack), asked)).toThrow(new RangeError("No return of RZZ counts here, so there is none to ask about or to accept."));
    expect(() => acceptance("RZZ", collection, asked)).toThrow(RangeError);
  });
});

describe("the number of a query", () => {
  it("stays with it when it is asked again, and is never used for another", () => {
    const first = queried(collected(trouble, other));
    const now = collected({ ...trouble, demand: [...(trouble.demand ?? []).slice(0, 1), ["Nursing director", 1, 2, 0]] }, other);
    const again = queried(now, { before: [first] });
    expect(first.queries.map(({ id, code }) => [id, code])).toEqual([["RAA-2009/10-1-01", "E34"], ["RAA-2009/10-1-02", "W41"], ["RAA-2009/10-1-03", "W91"]]);
    expect(again.queries.map(({ id, code }) => [id, code])).toEqual([["RAA-2009/10-1-04", "E34"], ["RAA-2009/10-1-02", "W41"], ["RAA-2009/10-1-03", "W91"]]);
  });
  it("begins anew with each return", () => expect(queried(collected({ ...trouble, header: { sequence: 2 } }, other), { before: [queried(collected(trouble, other))] }).queries.map(({ id }) => id)).toEqual(["RAA-2009/10-2-01", "RAA-2009/10-2-02", "RAA-2009/10-2-03"]));
});

describe("a query that is answered", () => {
  it("is not asked again of the return that brings the answer; what must be put right is", () => {
    const first = queried(collected(trouble, other));
    const document = { ...small({ ...trouble, header: { sequence: 2 } }), answers: first.queries.map(({ id }) => ({ query: id, text: "It is as it should be, see our letter.", by: "P Shaw", on: day("2009-05-20") })) };
    const collection = collect([arrived(document), arrived(small(other))], collecting, [first]);
    const consolidated = consolidate(collection, shippedPack, { asked: [first] });
    expect(queriesFor("RAA", collection, consolidated, asked).queries.map(({ code }) => code)).toEqual(["E34"]);
  });
});

describe("acceptance", () => {
  const file = acceptance("RAA", collected(trouble), asked);
  it("has no queries and reads back", () => {
    expect([file.decision, file.queries, queryFileName(file)]).toEqual(["accepted", [], "accepted-RAA-2009-10-1.json"]);
    expect(parseQueryFile(JSON.parse(queryFileText(file)))).toEqual(file);
  });
  it("shows in the register", () => expect(collect([arrived(small(trouble))], collecting, [file]).register.map(({ state }) => state)).toEqual(["accepted"]));
});

describe("a query file", () => {
  const file = queried(collected(trouble, other), { own: [{ about: { table: "cover", key: {}, measure: "demand-unit" }, says: "Is this headcount?", asks: "Say which." }] });
  const json = (): Record<string, unknown> => JSON.parse(queryFileText(file)) as Record<string, unknown>;
  /** With another part, and a digest that fits. */
  const resealed = (otherwise: Readonly<Record<string, unknown>>): unknown => { const { digest: _, ...rest } = { ...json(), ...otherwise }; return { ...rest, digest: digestOf(rest) }; };
  const isOfSchema = new Ajv({ strict: true, allErrors: true }).compile(schema);

  it("reads back as it was made, and is what its schema says", () => {
    expect(parseQueryFile(json())).toEqual(file);
    expect(isOfSchema(json())).toBe(true);
  });
  it("in which any one character was changed is refused", () => {
    const text = queryFileText(file);
    const chance = new Chance(41);
    const taken: string[] = [];
    for (let time = 0; time < 400; time += 1) {
      const at = chance.below(text.length);
      const changed = text.slice(0, at) + chance.of([..."0aZ ,{\"x9"]) + text.slice(at + 1);
      try {
        const read = parseQueryFile(JSON.parse(changed));
        if (JSON.stringify(read) !== JSON.stringify(file)) taken.push(changed);
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxError);
      }
    }
    expect(taken).toEqual([]);
  });
  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ["that is something else", { format: "talent-plan-return" }, 'In the query file, format: it is "talent-plan-return"; it should be one of "talent-plan-queries".'],
    ["of a newer format", { formatVersion: "2.0" }, "The query file is in version 2.0 of the format; this add-in reads version 1. Update the add-in, or ask the region for a file for it."],
    ["with a part that nobody knows", { secret: 1 }, 'In the query file: "secret" is not known. It can have format, formatVersion, region, organisation, period, sequence, returnDigest, madeOn, by, decision, queries, digest.'],
    ["of no period", { period: "2009" }, 'In the query file, period: it is "2009"; it should be a financial year such as "2009/10".'],
    ["of no return", { sequence: 0 }, "In the query file, sequence: it is 0; it should be the number of a return, from 1."],
    ["of no day", { madeOn: "2009-02-30" }, 'In the query file, madeOn: it is "2009-02-30"; it should be a day such as "2009-05-12".'],
    ["without queries", { queries: undefined }, "In the query file, queries: it is missing; it should be a list in square brackets."],
    ["that accepts and asks", { decision: "accepted" }, "In the query file, queries: a return that is accepted has none. Ask the region for the file again."],
    ["that asks one thing twice", { queries: [file.queries[0], file.queries[0]] }, "In the query file: two queries have the number RAA-2009/10-1-01."],
    ["whose question is empty", { queries: [{ ...file.queries[0], says: " " }] }, 'In the query file, queries 1, says: it is " "; it should be words.'],
    ["about no table", { queries: [{ ...file.queries[0], about: { table: "=A1", key: {}, measure: "posts" } }] }, 'In the query file, queries 1, about, table: it is "=A1"; it should be the id of a table.'],
    ["with a code that no rule has", { queries: [{ ...file.queries[0], code: "rule" }] }, 'In the query file, queries 1, code: it is "rule"; it should be the code of a rule such as "W47", or "".'],
  ])("%s is refused by name, whatever its digest", (what, otherwise, says) => {
    const made = JSON.parse(JSON.stringify(what === "without queries" ? resealedWithout("queries") : resealed(otherwise))) as unknown;
    expect(() => parseQueryFile(made)).toThrow(new SyntaxError(says));
    if (what !== "that asks one thing twice" && what !== "of no day") expect(isOfSchema(made)).toBe(false);
  });
  const resealedWithout = (name: string): unknown => { const rest = Object.fromEntries(Object.entries(json()).filter(([each]) => each !== name && each !== "digest")); return { ...rest, digest: digestOf(rest) }; };

  it("of a later version of the format is read, and what is new in it passed over", () => {
    const later = resealed({ formatVersion: "1.1", tone: "friendly", queries: file.queries.map((each) => ({ ...each, urgency: 3 })) });
    expect(parseQueryFile(later).queries).toEqual(file.queries);
    expect(() => parseQueryFile({ ...(later as object), tone: "harsh" })).toThrow(new SyntaxError("The query file was changed after the region made it. Ask the region for the file again."));
  });
  it.each([["nothing", null], ["a list", []], ["a word", "queries"], ["a number", 1]])("that is %s is refused", (_, strange) => expect(() => parseQueryFile(strange)).toThrow(SyntaxError));
});
