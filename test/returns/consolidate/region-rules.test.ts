/** Rules of the pack over a region's tables, tried on returns: one organisation unlike eight others, one that is missing, one of another day. */
import { collect } from "../../../src/returns/collect/collect";
import type { Collecting, Collection } from "../../../src/returns/collect/collection";
import { consolidate } from "../../../src/returns/consolidate/consolidate";
import type { Consolidation } from "../../../src/returns/consolidate/consolidation";
import { judged } from "../../../src/returns/consolidate/judge-return";
import { regionFigures } from "../../../src/returns/consolidate/region-figures";
import type { ReturnDocument } from "../../../src/returns/format/return-document";
import { wordsOf } from "../../../src/validation/finding";
import { shippedPack } from "../../../src/validation/rule-pack/shipped";
import { arrived, collecting, day, expected, small, type Line, type Small } from "../region-of-returns";

const collected = (documents: readonly ReturnDocument[], otherwise: Partial<Collecting> = {}): Collection => collect(documents.map((each) => arrived(each)), { ...collecting, ...otherwise });
const only = (rule: string): typeof shippedPack => ({ ...shippedPack, rules: shippedPack.rules.filter(({ id }) => id === rule) });

/** What one rule finds in a region, as "organisation table key measure". */
const found = (rule: string, collection: Collection): readonly string[] => consolidate(collection, only(rule)).findings.filter(({ code }) => rule.startsWith(code))
  .map(({ organisation, table, key, measure }) => `${organisation}: ${table}, ${key}, ${measure}`);

const eightAnd = (usual: Omit<Small, "code">, ninth: Omit<Small, "code">): Collection => collected([...Array.from({ length: 8 }, (_, index) => small({ code: `RA${index}`, ...usual })), small({ code: "RA8", ...ninth })]);
const directors = (posts: number, vacancies: number | string, ready: number): { readonly demand: readonly Line[] } => ({ demand: [["Other director", posts, vacancies, ready]] });
const bme = (inGroup: number | string, notInGroup: number, unknown: number): Omit<Small, "code"> => ({ profile: [["BME", "Post-holders", inGroup, notInGroup, unknown]] });
/** With all four horizons, as the rules about openings and supply want them. */
const whole = (openings: number, ready: number) => (document: ReturnDocument): ReturnDocument => ({
  ...document, tables: { demand: [{ key: { "role-group": "Other director" }, texts: {}, figures: { posts: 100, "demand.now": 10, "demand.to-1": openings - 10, "demand.to-3": 0, "demand.to-5": 0, "supply.now": ready, "supply.to-1": 0, "supply.to-3": 0, "supply.to-5": 0 } }] },
});
const wholeRegion = (openings: number, ready: number): Collection =>
  collected(Array.from({ length: 9 }, (_, index) => (index === 8 ? whole(openings, ready) : whole(100, 200))(small({ code: `RA${index}` }))));

describe("an organisation unlike eight others", () => {
  it.each([
    ["W47.vacancies", "31 of 100 vacant where others have 10", eightAnd(directors(100, 10, 0), directors(100, 31, 0)), eightAnd(directors(100, 10, 0), directors(100, 30, 0)), "RA8: demand, Other director, demand.now"],
    ["W47.demand", "2.01 openings for each post where others have 1", wholeRegion(201, 200), wholeRegion(200, 200), "RA8: demand, Other director, demand.now"],
    ["W47.supply", "4.01 people for each post where others have 2", wholeRegion(100, 401), wholeRegion(100, 400), "RA8: demand, Other director, supply.now"],
    ["W47.unknown", "16 of 100 unknown where others have 5", eightAnd(bme(10, 85, 5), bme(10, 74, 16)), eightAnd(bme(10, 85, 5), bme(10, 75, 15)), "RA8: profile, BME, Post-holders, unknown"],
    ["W47.share", "37% where others have 10%", eightAnd(bme(10, 90, 0), bme(37, 63, 0)), eightAnd(bme(10, 90, 0), bme(30, 70, 0)), "RA8: profile, BME, Post-holders, in-group"],
  ])("%s: %s", (rule, _, fails, neighbour, at) => {
    expect(found(rule, fails)).toEqual([at]);
    expect(found(rule, neighbour)).toEqual([]);
  });

  it("is not judged by what it withheld", () => expect(found("W47.share", eightAnd(bme(10, 90, 0), bme("<5", 63, 0)))).toEqual([]));
  it("is not told apart by a name in another spelling", () => {
    const ninth: Omit<Small, "code"> = { demand: [["OTHER  director", 100, 31, 0]] };
    expect(found("W47.vacancies", eightAnd(directors(100, 10, 0), ninth))).toEqual(["RA8: demand, OTHER  director, demand.now"]);
  });
});

describe("the register", () => {
  const returns = (...codes: readonly string[]): readonly ReturnDocument[] => codes.map((code) => small({ code }));
  it.each([
    ["W22.returns", "one is expected and has not come", collected(returns("RAA"), { expected: [expected("RAA"), expected("RAB")] }), ["RAB: cover, , organisation-code"]],
    ["W22.returns", "all that are expected have come", collected(returns("RAA", "RAB"), { expected: [expected("RAA"), expected("RAB")] }), []],
    ["W22.returns", "nobody is expected, so nobody can be missing", collected(returns("RAA")), []],
    ["W22.returns", "another came that nobody expected", collected(returns("RAA", "RAC"), { expected: [expected("RAA")] }), []],
  ])("%s: %s", (rule, _, collection, at) => expect(found(rule, collection)).toEqual(at));

  const ofDays = (...days: readonly string[]): Collection => collected(days.map((text, index) => small({ code: `RA${index}`, header: { asAt: day(text) } })));
  it.each([
    ["W23.returns", "32 days after most", ofDays("2009-03-31", "2009-03-31", "2009-05-02"), ["RA2: cover, , header-as-at"]],
    ["W23.returns", "31 days after most", ofDays("2009-03-31", "2009-03-31", "2009-05-01"), []],
  ])("%s: %s", (rule, _, collection, at) => expect(found(rule, collection)).toEqual(at));
});

/** Nobody can break these by what they send: collecting and adding up see to it. They are there to find a fault of the region's own figures. */
describe("the region's own figures", () => {
  const collection = collected([small({ code: "RAA", demand: [["Finance director", 40, 3, 11]] }), small({ code: "RAB", demand: [["Finance director", 2, 0, 0]] })]);
  const totals = consolidate(collection, only(""));
  const withTotal = (measure: string, value: number): Pick<Consolidation, "demand"> => ({ demand: totals.demand.map((row) => ({ ...row, figures: Object.fromEntries(Object.entries(row.figures).map(([name, figure]) => [name, name === measure ? { ...figure, total: { kind: "number", value } } : { ...figure, total: figure.total.kind === "number" ? figure.total : { kind: "number", value: 0 } }])) })) });
  const said = (rule: string, from: Collection, of: Pick<Consolidation, "demand">): readonly string[] => judged(only(rule).rules, shippedPack, regionFigures(from, of).figures).map((each) => wordsOf(each).says);

  it.each([
    ["E33.posts", "posts", 43, "Posts of Finance director is 43 for the region, but its organisations add up to 42."],
    ["E33.vacancies", "demand.now", 2, "Vacancies of Finance director is 2 for the region, but its organisations add up to 3."],
    ["E33.supply", "supply.now", 21, "Supply of Finance director is 21 for the region, but its organisations add up to 11."],
  ])("%s: one that is not what its organisations have", (rule, measure, value, says) => {
    expect(said(rule, collection, withTotal(measure, value))).toEqual([says]);
    expect(said(rule, collection, totals)).toEqual([]);
  });

  it.each([["E03.returns", "one organisation has one line"]])("%s: %s", (rule) => {
    expect(said(rule, { ...collection, register: [...collection.register, ...collection.register.slice(0, 1)] }, totals)).toHaveLength(1);
    expect(said(rule, collection, totals)).toEqual([]);
  });
});
