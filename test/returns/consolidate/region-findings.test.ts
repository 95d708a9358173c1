/** Findings that only a region can have: shared figures held against each other, units, lateness, names; each with its words and whom it concerns. */
import { collect } from "../../../src/returns/collect/collect";
import { consolidate } from "../../../src/returns/consolidate/consolidate";
import type { Consolidation } from "../../../src/returns/consolidate/consolidation";
import { type explainedIn } from "../../../src/returns/consolidate/judge-return";
import { shippedPack } from "../../../src/validation/rule-pack/shipped";
import { jargonIn } from "../../validation/jargon";
import { arrived, collecting, shuffled, small, type Small } from "../region-of-returns";

const noRules = { ...shippedPack, rules: [] };
const region = (...returns: readonly Small[]): Consolidation => consolidate(collect(returns.map((each) => arrived(small(each))), collecting), noRules);
const FINANCE = "Finance director";
/** An organisation with finance directors that it shares: [code, how many it has, with whom, how many of them]. */
const sharing = (code: string, posts: number | string, ...shared: readonly (readonly [string, number | string])[]): Small => ({ code, demand: [[FINANCE, posts, 0, 2]], shared: shared.map(([other, number]) => [FINANCE, "Posts", other, number] as const) });
const counted = ({ demand }: Consolidation): unknown => { const figure = demand[0]?.figures["posts"]; return [figure?.total, figure?.shared]; };
const number = (value: number): unknown => ({ kind: "number", value });

describe("shared posts", () => {
  it.each<{ because: string; returns: readonly Small[]; posts: unknown; shared: number; states: readonly string[]; codes: readonly string[] }>([
    { because: "both say one is shared, so it is counted once", returns: [sharing("RAA", 1, ["RAB", 1]), sharing("RAB", 1, ["RAA", 1])], posts: number(1), shared: 1, states: ["RAA RAB matched"], codes: [] },
    { because: "one says one and the other two, so both are counted", returns: [sharing("RAA", 4, ["RAB", 1]), sharing("RAB", 3, ["RAA", 2])], posts: number(7), shared: 0, states: ["RAA RAB differs"], codes: ["E90 RAA", "E90 RAB"] },
    { because: "only one side says so", returns: [sharing("RAB", 1, ["RAA", 1]), sharing("RAA", 1)], posts: number(2), shared: 0, states: ["RAB RAA not-declared-by-other"], codes: ["W91 RAA", "W91 RAB"] },
    { because: "the other has not sent a return, so its post is not there twice", returns: [sharing("RAA", 1, ["RAB", 1])], posts: number(1), shared: 0, states: ["RAA RAB other-not-returned"], codes: ["W91 RAA"] },
    { because: "nobody shares more than there are", returns: [sharing("RAA", 1, ["RAB", 2]), sharing("RAB", 2, ["RAA", 2])], posts: number(3), shared: 0, states: ["RAA RAB differs"], codes: ["E90 RAA", "E90 RAB"] },
    { because: "three share one post, and it is still one", returns: [sharing("RAA", 1, ["RAB", 1], ["RAC", 1]), sharing("RAB", 1, ["RAA", 1], ["RAC", 1]), sharing("RAC", 1, ["RAA", 1], ["RAB", 1])], posts: number(1), shared: 2, states: ["RAA RAB matched", "RAA RAC matched", "RAB RAC matched"], codes: ["W91 RAB", "W91 RAC"] },
    { because: "one shares two posts with two others, each its own", returns: [sharing("RAA", 2, ["RAB", 1], ["RAC", 1]), sharing("RAB", 1, ["RAA", 1]), sharing("RAC", 1, ["RAA", 1])], posts: number(2), shared: 2, states: ["RAA RAB matched", "RAA RAC matched"], codes: [] },
    { because: "one left its posts blank, so the post is in the total once as it is", returns: [sharing("RAA", 1, ["RAB", 1]), sharing("RAB", "", ["RAA", 1])], posts: number(1), shared: 0, states: ["RAA RAB matched"], codes: [] },
    { because: "how many are shared is withheld, so nothing is taken off on the other's word", returns: [sharing("RAA", 6, ["RAB", "<5"]), sharing("RAB", 6, ["RAA", 2])], posts: number(12), shared: 0, states: ["RAA RAB differs"], codes: ["E90 RAA", "E90 RAB"] },
    { because: "a figure that one of them withheld stays withheld", returns: [sharing("RAA", "<5", ["RAB", 1]), sharing("RAB", 6, ["RAA", 1])], posts: { kind: "withheld" }, shared: 0, states: ["RAA RAB matched"], codes: [] },
    { because: "nobody shares with itself", returns: [sharing("RAA", 2, ["RAA", 1])], posts: number(2), shared: 0, states: [], codes: ["E90 RAA"] },
  ])("$because", ({ returns, posts, shared, states, codes }) => {
    const made = region(...returns);
    expect(counted(made)).toEqual([posts, shared]);
    expect(made.shared.map(({ one, other, state }) => `${one} ${other} ${state}`)).toEqual(states);
    expect(made.findings.map(({ code, organisation }) => `${code} ${organisation}`)).toEqual(codes);
    for (let seed = 1; seed < 6; seed += 1) expect(region(...shuffled(returns, seed))).toEqual(made);
  });

  it("are matched by role group and figure: a shared vacancy is no shared post", () => {
    const made = region({ ...sharing("RAA", 1), shared: [[FINANCE, "Posts", "RAB", 1]] }, { ...sharing("RAB", 1), shared: [[FINANCE, "Vacancies now", "RAA", 1]] });
    expect(made.shared.map(({ measure, state }) => [measure, state])).toEqual([["demand.now", "not-declared-by-other"], ["posts", "not-declared-by-other"]]);
  });
  it("in whole-time equivalents leave no dust", () => {
    const wte = { demandUnit: "wte" } as const;
    const half = (code: string, other: string): Small => ({ code, header: wte, demand: [[FINANCE, 1, 0.7, 0]], shared: [[FINANCE, "Vacancies now", other, 0.4]] });
    expect(region(half("RAA", "RAB"), half("RAB", "RAA")).demand[0]?.figures["demand.now"]).toEqual({ total: number(1), from: 2, of: 2, shared: 0.4 });
  });
});

describe("what the region says", () => {
  const of = (made: Consolidation, code: string, organisation: string): readonly unknown[] => made.findings.filter((each) => each.code === code && each.organisation === organisation).map(({ severity, says, table, key, measure }) => [severity, says, table, key, measure]);
  const KEY = `${FINANCE}, Posts`;
  it.each<[string, string, Consolidation, string, readonly unknown[]]>([
    ["E90.differs", "two numbers", region(sharing("RAA", 4, ["RAB", 1]), sharing("RAB", 3, ["RAA", 2])), "RAB",
      ["must-fix", "Posts of Finance director: RAA Trust (RAA) declares 1 as shared with RAB Trust (RAB), which declares 2. Nothing is taken off a total until both say the same.", "shared-posts", `${KEY}, RAA`, "shared-number"]],
    ["E90.too-many", "more than there are", region(sharing("RAA", 1, ["RAB", 2]), sharing("RAB", 2, ["RAA", 2])), "RAA",
      ["must-fix", "Posts of Finance director: RAA Trust (RAA) and RAB Trust (RAB) declare 2 as shared, but there are fewer at RAA Trust (RAA). Nothing is taken off a total.", "shared-posts", `${KEY}, RAB`, "shared-number"]],
    ["E90.figure", "no such figure", region({ ...sharing("RAA", 1), shared: [[FINANCE, "Chairs", "RAB", 1]] }), "RAA",
      ["must-fix", 'What is shared with RAB is called "Chairs", which is no figure of Demand and supply.', "shared-posts", `${FINANCE}, Chairs, RAB`, "shared-figure"]],
    ["E90.itself", "its own code", region(sharing("RAA", 2, ["RAA", 1])), "RAA", ["must-fix", "Posts of Finance director is declared as shared with RAA Trust (RAA), which is the organisation itself.", "shared-posts", `${KEY}, RAA`, "shared-with"]],
    ["W91.one-sided", "to the one who did not say so, at the figure itself", region(sharing("RAB", 1, ["RAA", 1]), sharing("RAA", 1)), "RAA",
      ["explain", "Posts of Finance director: RAB Trust (RAB) declares 1 as shared with RAA Trust (RAA), which declares nothing of the kind. Both are counted until both declare it.", "demand", FINANCE, "posts"]],
    ["W91.not-returned", "the other is missing", region(sharing("RAA", 1, ["RAB", 1])), "RAA", ["note", "Posts of Finance director: RAA Trust (RAA) declares 1 as shared with RAB, of which no return counts here. Nothing is taken off a total.", "shared-posts", `${KEY}, RAB`, "shared-number"]],
    ["W91.ring", "three share", region(sharing("RAA", 1, ["RAB", 1], ["RAC", 1]), sharing("RAB", 1, ["RAA", 1], ["RAC", 1]), sharing("RAC", 1, ["RAA", 1], ["RAB", 1])), "RAB",
      ["note", "Posts of Finance director: RAB Trust (RAB) and RAC Trust (RAC) each share with the same others too. The posts are taken to be the same for all of them and counted once.", "shared-posts", `${KEY}, RAC`, "shared-number"]],
    ["E92", "one in WTE", region(sharing("RAA", 1), sharing("RAB", 1), { ...sharing("RAC", 1), header: { demandUnit: "wte" } }), "RAC",
      ["must-fix", "RAC Trust (RAC) counts openings in WTE; 2 of 3 organisations count them in Headcount. No total is made of both.", "cover", "", "demand-unit"]],
    ["W93", "a day late", region({ ...sharing("RAA", 1), header: { madeOn: "2009-05-01T08:00" } }), "RAA", ["note", "The return of RAA Trust (RAA) was first sent on 1 May 2009, 1 day after the last day for it.", "", "", ""]],
    ["W94", "a name of its own", region(sharing("RAA", 1), { code: "RAB", demand: [["Digital lead", 1, 0, 0]] }), "RAB", ["note", '"Digital lead" is a role group that only RAB Trust (RAB) has.', "demand", "Digital lead", "role-group"]],
  ])("%s: %s", (id, _, made, organisation, says) => {
    expect(of(made, id.split(".")[0] ?? "", organisation)).toEqual([says]);
    expect(made.findings.flatMap((each) => [each.says, each.fix]).filter((words) => /[{}]|undefined|NaN/.test(words) || jargonIn(words).length > 0)).toEqual([]);
  });
  it("says nothing of units, lateness or names that are as they should be", () => {
    expect(region({ ...sharing("RAA", 1), header: { madeOn: "2009-04-30T23:59" } }, { code: "RAB", demand: [["finance  DIRECTOR", 1, 0, 0], ["Digital lead", 1, 0, 0]] }, { code: "RAC", demand: [["digital lead", 1, 0, 0]] }, { code: "RAD", header: { demandUnit: "wte", nil: { reason: "None." } } }).findings).toEqual([]);
  });
});

describe("an answer", () => {
  const asked = (code: string, about: { readonly table: string; readonly key: Readonly<Record<string, string>>; readonly measure: string } | null): Parameters<typeof explainedIn>[3] => ({ asked: [{
    format: "talent-plan-queries", formatVersion: "1.0", region: { code: "Q31", name: "North West" }, organisation: { code: "RAA", name: "RAA Trust" }, period: "2009/10", sequence: 1, returnDigest: "", madeOn: collecting.asAt, by: "A Khan", decision: "queried", digest: "",
    queries: [{ id: "RAA-2009/10-1-01", about, code, says: "Role group of one organisation.", asks: "Check it." }],
  }] });
  const own: Small = { code: "RAA", demand: [["Finance director", 1, 0, 0], ["Medical director", 1, 0, 0]], shared: [[FINANCE, "Posts", "RAB", 1]] };
  const document = { ...small({ ...own, header: { sequence: 2 } }), answers: [{ query: "RAA-2009/10-1-01", text: "The joint post is new; RAB will declare it.", by: "P Shaw", on: collecting.asAt }] };
  const explained = (beside: Parameters<typeof explainedIn>[3]): readonly string[] => consolidate(collect([arrived(document), arrived(small({ code: "RAB", demand: [[FINANCE, 1, 0, 0]] }))], collecting), noRules, beside).findings.map(({ organisation, explained: words }) => `${organisation}: ${words}`);
  const about = { table: "shared-posts", key: { "role-group": FINANCE, "shared-figure": "Posts", "shared-with": "RAB" }, measure: "shared-number" };
  it("to a query explains the same finding in the return that brings it", () => expect(explained(asked("W91", about))).toEqual(["RAA: The joint post is new; RAB will declare it. (P Shaw, 31 March 2009)", "RAB: "]));
  it.each([["about another figure", asked("W91", { ...about, measure: "posts" })], ["about another rule", asked("W47", about)], ["about the return as a whole", asked("W91", null)], ["that nobody asked", { asked: [] }]])("%s explains nothing", (_, beside) => expect(explained(beside)).toEqual(["RAA: ", "RAB: "]));
});
