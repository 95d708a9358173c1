/** Totals of a region: what is added, over how many, and what stays out. */
import { collect } from "../../../src/returns/collect/collect";
import type { Collecting } from "../../../src/returns/collect/collection";
import { consolidate } from "../../../src/returns/consolidate/consolidate";
import type { ConsolidatedFigure, Consolidation } from "../../../src/returns/consolidate/consolidation";
import { traceOf } from "../../../src/returns/consolidate/trace";
import { explanationsOf } from "./explained-return";
import { shippedPack } from "../../../src/validation/rule-pack/shipped";
import { arrived, collecting, expected, refused, small, type Small } from "../region-of-returns";

const noRules = { ...shippedPack, rules: [] };
const region = (...returns: readonly Small[]): Consolidation => consolidate(collect(returns.map((each) => arrived(small(each))), collecting), noRules);
const FINANCE = "Finance director";
const vacancies = (code: string, figure: number | string, header: Small["header"] = {}): Small => ({ code, demand: [[FINANCE, 5, figure, 2]], header });
const finance = (made: Consolidation, measure = "demand.now"): ConsolidatedFigure | undefined => made.demand[0]?.figures[measure];
const NIL = { nil: { reason: "It has no directors of its own." } } as const;

describe("a total", () => {
  it.each<{ because: string; returns: readonly Small[]; total: unknown; from: number; of: number }>([
    { because: "numbers are added, 0 too", returns: [vacancies("RAA", 1), vacancies("RAB", 0), vacancies("RAC", 2)], total: { kind: "number", value: 3 }, from: 3, of: 3 },
    { because: "a blank is not 0 and its organisation is not in the total", returns: [vacancies("RAA", 1), vacancies("RAB", "")], total: { kind: "number", value: 1 }, from: 1, of: 2 },
    { because: "n/a adds nothing", returns: [vacancies("RAA", 1), vacancies("RAB", "n/a")], total: { kind: "number", value: 1 }, from: 1, of: 2 },
    { because: "n/a everywhere is n/a", returns: [vacancies("RAA", "n/a"), vacancies("RAB", "n/a")], total: { kind: "not-applicable" }, from: 0, of: 2 },
    { because: "blank everywhere is not entered", returns: [vacancies("RAA", ""), vacancies("RAB", "n/a")], total: { kind: "not-entered" }, from: 0, of: 2 },
    { because: "a nil return counts, with nothing to add", returns: [vacancies("RAA", 1), { code: "RAB", header: NIL }], total: { kind: "number", value: 1 }, from: 1, of: 2 },
    { because: "one withheld figure withholds it, whatever else is blank", returns: [vacancies("RAA", "<5"), vacancies("RAB", 7), vacancies("RAC", "")], total: { kind: "withheld" }, from: 1, of: 3 },
    { because: "tenths of posts leave no dust", returns: ["RAA", "RAB", "RAC"].map((code) => vacancies(code, 0.1, { demandUnit: "wte" })), total: { kind: "number", value: 0.3 }, from: 3, of: 3 },
    { because: "openings in two units are not added", returns: [vacancies("RAA", 1), vacancies("RAB", 0.5, { demandUnit: "wte" })], total: { kind: "not-applicable" }, from: 2, of: 2 },
    { because: "one without a number has no unit that matters", returns: [vacancies("RAA", 1), vacancies("RAB", "", { demandUnit: "wte" })], total: { kind: "number", value: 1 }, from: 1, of: 2 },
  ])("$because", ({ returns, total, from, of }) => expect(finance(region(...returns))).toEqual({ total, from, of, shared: 0 }));

  it("of posts and people is made whatever unit openings are counted in", () => {
    const made = region(vacancies("RAA", 1), vacancies("RAB", 0.5, { demandUnit: "wte" }));
    expect([finance(made, "posts")?.total, finance(made, "supply.now")?.total]).toEqual([{ kind: "number", value: 10 }, { kind: "number", value: 4 }]);
  });
  it("of all role groups says of how many organisations it has every role group", () => {
    const made = region({ code: "RAA", demand: [[FINANCE, 5, 1, 2], ["Medical director", 3, "", 1]] }, { code: "RAB", demand: [[FINANCE, 4, 2, 2], ["Medical director", 3, 1, 1]] });
    expect(made.allRoleGroups["demand.now"]).toEqual({ total: { kind: "number", value: 4 }, from: 1, of: 2, shared: 0 });
    expect(made.allRoleGroups["posts"]).toEqual({ total: { kind: "number", value: 15 }, from: 2, of: 2, shared: 0 });
  });
});

describe("role groups and groups", () => {
  it("meet however they are typed, usual ones in the usual order and others after them by name", () => {
    const made = region({ code: "RAA", demand: [["digital lead", 1, 0, 0], ["Medical director", 3, 0, 0], ["Archivist", 1, 0, 0]] }, { code: "RAB", demand: [["Digital  Lead", 2, 0, 0], ["MEDICAL DIRECTOR", 4, 0, 0], ["Chief executive", 1, 0, 0]] });
    expect(made.demand.map(({ key, figures }) => [key["role-group"], figures["posts"]?.total])).toEqual([["Chief executive", { kind: "number", value: 1 }], ["Medical director", { kind: "number", value: 7 }], ["Archivist", { kind: "number", value: 1 }], ["digital lead", { kind: "number", value: 3 }]]);
  });
  it("of Profile are added count by count; the percentage of a comparator has no total", () => {
    const made = region({ code: "RAA", profile: [["Women", "Ready now", 4, 6, 1], ["BME", "Local community", 100, 900, 0]] }, { code: "RAB", profile: [["women", "ready now", 2, 5, ""]] });
    expect(made.profile.map(({ key, figures }) => [Object.values(key).join(", "), ...Object.entries(figures).map(([measure, { total, from }]) => [measure, total.kind === "number" ? total.value : total.kind, from])])).toEqual([
      ["BME, Local community", ["in-group", 100, 1], ["not-in-group", 900, 1], ["unknown", 0, 1]], ["Women, Ready now", ["in-group", 6, 2], ["not-in-group", 11, 2], ["unknown", 1, 1]],
    ]);
  });
});

describe("coverage", () => {
  const consolidated = (expectedCodes: readonly string[], ...codes: readonly string[]): unknown => {
    const otherwise: Partial<Collecting> = { expected: expectedCodes.map((code) => expected(code)) };
    return consolidate(collect([...codes.map((code) => arrived(small({ code }))), refused("x", "RAC")], { ...collecting, ...otherwise }), noRules).coverage;
  };
  it("is of those that are expected, and names who is missing or quarantined", () => expect(consolidated(["RAA", "RAB", "RAC"], "RAA")).toEqual({ expected: 3, included: 1, missing: ["RAB", "RAC"], says: "1 of 3 organisations" }));
  it("without a list is of those that came", () => expect(consolidated([], "RAA", "RAB")).toEqual({ expected: 2, included: 2, missing: [], says: "2 organisations" }));
});

describe("a figure of the region", () => {
  const explained = explanationsOf(small({ code: "RAB", demand: [[FINANCE, 0, 0, 3]] }), "W41", "posts", "The posts are still to be made.");
  const collection = collect([arrived(small({ code: "RAA", demand: [["Medical director", 3, 1, 1], [FINANCE, 5, "<5", 2]] }), "a.xlsx"), arrived(explained, "b.xlsx"), arrived(small({ code: "RAC", header: NIL }), "c.xlsx")], collecting);
  const made = consolidate(collection, shippedPack);
  it("is traced to each organisation, cell, finding with its explanation, and signatory", () => {
    expect(traceOf(collection, made, { table: "demand", key: { "role-group": "finance director" }, measure: "posts" })).toEqual([
      { organisation: { code: "RAA", name: "RAA Trust" }, file: "a.xlsx", place: "Demand and supply!B7", figure: 5, findings: [], signedBy: "Board of RAA, Board, 17 April 2009" },
      { organisation: { code: "RAB", name: "RAB Trust" }, file: "b.xlsx", place: "Demand and supply!B6", figure: 0, findings: ["W41, explained: The posts are still to be made. (P Shaw, 20 April 2009)"], signedBy: "Board of RAB, Board, 17 April 2009" },
    ]);
  });
  it("of all role groups is traced to every row", () => expect(traceOf(collection, made, { table: "demand", key: {}, measure: "posts" }).map(({ organisation, figure }) => [organisation.code, figure])).toEqual([["RAA", 5], ["RAA", 3], ["RAB", 0]]));
  it("that is withheld shows as withheld in its trace", () => expect(traceOf(collection, made, { table: "demand", key: { "role-group": FINANCE }, measure: "demand.now" }).map(({ figure }) => figure)).toEqual([{ withheld: "<5" }, 0]));
  it("that nobody returned has no trace", () => expect(traceOf(collection, made, { table: "demand", key: { "role-group": "Digital lead" }, measure: "posts" })).toEqual([]));
  it("has findings in the cells of the returns' files", () => expect(made.findings.filter(({ code }) => code === "W41").map(({ organisation, place, explained: words }) => [organisation, place, words])).toEqual([["RAB", "Demand and supply!B6", "The posts are still to be made. (P Shaw, 20 April 2009)"]]));
});

describe("an explanation", () => {
  it("given for other figures explains nothing", () => {
    const before = explanationsOf(small({ code: "RAA", demand: [[FINANCE, 0, 0, 3]] }), "W41", "posts", "The posts are still to be made.");
    const now = { ...small({ code: "RAA", demand: [[FINANCE, 0, 0, 4]] }), explanations: before.explanations };
    expect(consolidate(collect([arrived(now)], collecting), shippedPack).findings.filter(({ code }) => code === "W41").map(({ explained }) => explained)).toEqual([""]);
  });
});

describe("the return of the period before", () => {
  it("is what the region's rules look back to, where it is at hand", () => {
    const collection = collect([arrived(small({ code: "RAA", demand: [[FINANCE, 20, 0, 3]] }))], collecting);
    const codes = (lastPosts: number | null): readonly string[] => consolidate(collection, shippedPack, { lastOf: () => (lastPosts === null ? null : small({ code: "RAA", demand: [[FINANCE, lastPosts, 0, 3]] })) }).findings.filter(({ code }) => code === "W40").map(({ says }) => says);
    expect([codes(40), codes(20), codes(null)]).toEqual([["Posts of Finance director is 20; the last return had 40, a change of more than one in five.", "Posts of all role groups together is 20; the last return had 40, a change of more than one in ten."], [], []]);
  });
});
