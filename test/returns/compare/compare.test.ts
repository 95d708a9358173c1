/** Comparisons: what has changed significantly and what has not, in words; and never a word about what is withheld, blank or of a small base. */
import { collect } from "../../../src/returns/collect/collect";
import { consolidate } from "../../../src/returns/consolidate/consolidate";
import { compareReturns, SIGNIFICANT } from "../../../src/returns/compare/compare";
import type { ComparedCount } from "../../../src/returns/compare/comparison";
import { sideOfRegion, sideOfReturn, type Side } from "../../../src/returns/compare/side";
import { againstTarget } from "../../../src/returns/compare/target";
import { shippedPack } from "../../../src/validation/rule-pack/shipped";
import { Chance } from "../../support/chance";
import { arrived, collecting, small, type Line, type Small } from "../region-of-returns";

const FINANCE = "Finance director";
const side = (small_: Omit<Small, "code">, name = "this return"): Side => sideOfReturn(small({ code: "RAA", ...small_ }), name);
const posts = (figure: number | string): Side => side({ demand: [[FINANCE, figure, 0, 0]] });
const NOTHING = ["Nothing that can be compared has changed significantly since the last return."];

describe("a count", () => {
  it.each([
    { was: 42, is: 33, said: true, because: "nine of 42 are more than a fifth" }, { was: 42, is: 34, said: false, because: "eight of 42 are less than a fifth" },
    { was: 6, is: 12, said: true, because: "six people are more than five" }, { was: 7, is: 12, said: false, because: "five people are not many, whatever part they are" },
    { was: 0, is: 6, said: true, because: "where there were none, six are many" }, { was: 40, is: "", said: false, because: "a blank is not 0" }, { was: 40, is: "<5", said: false, because: "it is withheld" },
    { was: "n/a", is: 40, said: false, because: "there was nothing to count" },
  ])("of $was that is $is now: said is $said, since $because", ({ was, is, said }) => {
    const { sentences } = compareReturns(posts(was), posts(is));
    expect(sentences).toEqual(said ? [`Posts of Finance director ${Number(is) < Number(was) ? "fell" : "rose"} from ${was} to ${is}, by ${Math.abs(Number(is) - Number(was))}.`, `Posts of all role groups together ${Number(is) < Number(was) ? "fell" : "rose"} from ${was} to ${is}, by ${Math.abs(Number(is) - Number(was))}.`] : NOTHING);
  });

  it("is significant by the numbers of rule W40", () => {
    const w40 = shippedPack.rules.find(({ id }) => id === "W40")?.test;
    expect(w40?.operator === "within" ? { people: w40.points, percent: w40.percent } : null).toEqual(SIGNIFICANT);
  });
  it("of all role groups is compared only where none of them is blank", () => {
    const both = (medical: number | string): Side => side({ demand: [[FINANCE, 20, 0, 0], ["Medical director", medical, 0, 0]] });
    expect(compareReturns(both(20), both("")).sentences).toEqual(NOTHING);
  });
  it("of openings in another unit is no change", () => {
    const openings = (unit: "headcount" | "wte"): Side => side({ demand: [[FINANCE, 20, unit === "wte" ? 9.5 : 20, 0]], header: { demandUnit: unit } });
    const { counts, sentences } = compareReturns(openings("headcount"), openings("wte"));
    expect(counts.find(({ measure, roleGroup }) => measure === "demand.now" && roleGroup === FINANCE)).toMatchObject({ change: null, isSignificant: false });
    expect(sentences).toEqual(NOTHING);
  });
  it("is found under any spelling, and rows that came or went are there without a change", () => {
    const { counts } = compareReturns(side({ demand: [["finance  DIRECTOR", 20, 0, 0], ["Archivist", 3, 0, 0]] }), side({ demand: [[FINANCE, 30, 0, 0], ["Digital lead", 1, 0, 0]] }));
    expect(counts.filter(({ measure, roleGroup }) => measure === "posts" && roleGroup !== "").map(({ roleGroup, before, after, change }: ComparedCount) => [roleGroup, before?.kind ?? null, after?.kind ?? null, change])).toEqual([[FINANCE, "number", "number", 10], ["Digital lead", null, "number", null], ["Archivist", "number", null, null]]);
  });
});

describe("a share", () => {
  const women = (inGroup: number | string, notInGroup: number, small_: Partial<Small> = {}): Side => side({ profile: [["Women", "Ready now", inGroup, notInGroup, 0]], ...small_ });
  it("that differs by more than chance is said with its range", () => expect(compareReturns(women(8, 32), women(12, 8)).sentences).toEqual(["Women are a larger part of people ready now than they were: 60% (12 of 20), with 20% (8 of 40) in the last return. The difference lies between 14 and 60 points."]));
  it.each([
    ["that could differ by chance", women(8, 32), women(6, 14)], ["of a small base", women(8, 32), women(9, 0)], ["that is withheld", women(8, 32), women("<5", 20)], ["of nobody", women(8, 32), women(0, 0)],
    ["of a comparator", side({ profile: [["Women", "Wider workforce", 100, 900, 0]] }), side({ profile: [["Women", "Wider workforce", 900, 100, 0]] })],
  ])("%s is not said", (_, before, after) => expect(compareReturns(before, after).sentences).toEqual(NOTHING));
});

describe("an organisation and its region", () => {
  const returns: readonly Small[] = [
    { code: "RAA", demand: [[FINANCE, 10, 2, 1]], profile: [["BME", "Post-holders", 1, 39, 0]] },
    { code: "RAB", demand: [[FINANCE, 10, 2, 7]], profile: [["BME", "Post-holders", 20, 60, 0]] }, { code: "RAC", demand: [[FINANCE, 30, 2, 7]], profile: [["BME", "Post-holders", 20, 60, 0]] },
  ];
  const region = (of: readonly Small[]): Side => sideOfRegion(consolidate(collect(of.map((each) => arrived(small(each))), collecting), { ...shippedPack, rules: [] }), "North West");
  const [own] = returns as readonly [Small];
  it("are compared by ratios and shares, with the others of the region and not with itself", () => {
    const { before, counts, ratios, sentences } = compareReturns(region(returns), side(own), "organisation-with-region");
    expect(before).toBe("the rest of North West");
    expect(counts).toEqual([]);
    expect(ratios.filter(({ roleGroup, horizon }) => roleGroup === FINANCE && horizon === "now")).toEqual([{ roleGroup: FINANCE, horizon: "now", before: { kind: "number", value: 3.5 }, after: { kind: "number", value: 0.5 }, isSignificant: true }]);
    expect(sentences).toEqual([
      "Fewer people are ready for each opening for Finance director (now): 0.5, with 3.5 in the rest of North West.", "Fewer people are ready for each opening for all role groups together (now): 0.5, with 3.5 in the rest of North West.",
      "People from black and minority ethnic backgrounds are a smaller part of post-holders: 3% (1 of 40), with 25% (40 of 160) in the rest of North West. The difference lies between 10 and 30 points.",
    ]);
  });
  it("say nothing of a figure that the region withholds", () => {
    const hidden = returns.map((each): Small => (each.code === "RAB" ? { ...each, profile: [["BME", "Post-holders", "<5", 60, 0]], demand: [[FINANCE, 10, "<5", 7]] as readonly Line[] } : each));
    expect(compareReturns(region(hidden), side(own), "organisation-with-region").sentences).toEqual(["Nothing that can be compared differs significantly from the rest of North West."]);
  });
  it("two regions are compared in the same way", () => {
    const other = { ...region(returns.slice(1)), name: "South West" };
    expect(compareReturns(other, region(returns.slice(0, 1)), "region-with-region").sentences.at(-1)).toBe("People from black and minority ethnic backgrounds are a smaller part of post-holders: 3% (1 of 40), with 25% (40 of 160) in South West. The difference lies between 10 and 30 points.");
  });
});

describe("target with actual", () => {
  it("says how many more people have to be ready, and nothing where it is met or cannot be told", () => {
    const lines = againstTarget(side({ demand: [[FINANCE, 10, 2, 5], ["Medical director", 8, 1, 1], ["Nursing director", 8, 1, 3], ["Operations director", 8, 0, 3], ["Public health director", 8, 1, "<5"], ["Other director", 8, "", 1]] })).filter(({ horizon }) => horizon === "now");
    expect(lines.map(({ roleGroup, toDevelop, says }) => [roleGroup, toDevelop, says])).toEqual([
      [FINANCE, 1, "Finance director (now) is short of the target: 2.5 ready for each opening where 3 are aimed at, so 1 more person has to be ready."],
      ["Medical director", 2, "Medical director (now) is short of the target: 1 ready for each opening where 3 are aimed at, so 2 more people have to be ready."],
      ["Nursing director", 0, ""], ["Operations director", null, ""], ["Public health director", null, ""], ["Other director", null, ""],
    ]);
  });
});

describe("a comparison", () => {
  it("of anything with itself finds nothing, and turned round finds as much the other way", () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const chance = new Chance(seed);
      const drawn = (): number | string => chance.of<number | string>([0, 3, 8, 20, 45, "", "n/a", "<5"]);
      const made = (): Side => side({ demand: [[FINANCE, drawn(), drawn(), drawn()], ["Medical director", drawn(), drawn(), drawn()]], profile: [["Women", "Ready now", drawn(), drawn(), drawn()], ["BME", "Post-holders", drawn(), drawn(), drawn()]] });
      const [one, other] = [made(), made()];
      expect(compareReturns(one, one).sentences).toEqual(NOTHING);
      const [there, back] = [compareReturns(one, other), compareReturns(other, one)];
      expect(there.shares.map(({ difference }) => difference?.value ?? null)).toEqual(back.shares.map(({ difference }) => (difference === null ? null : 0 - difference.value)));
      expect(there.shares.map(({ isSignificant }) => isSignificant)).toEqual(back.shares.map(({ isSignificant }) => isSignificant));
      expect(there.counts.map(({ change }) => change)).toEqual(back.counts.map(({ change }) => (change === null ? null : 0 - change)));
    }
  });
});
