/** The lists everything else is sorted by. */
import { comparators, groups, horizons, isComparator, nameKey, populations, roleGroups, sameName } from "../../src/domain/taxonomy";
import { readCode, structureNamed, structures, type Structure } from "../../src/domain/structures";

function structure(id: string): Structure {
  const found = structureNamed(id);
  if (found === null) throw new RangeError(id);
  return found;
}

describe("taxonomy", () => {
  it("each horizon starts where the one before ends, so that nobody is in two", () => {
    expect(horizons.map(({ after, upTo }) => [after, upTo])).toEqual([[0, 0], [0, 1], [1, 3], [3, 5]]);
  });

  it("no name stands for two things", () => {
    for (const list of [roleGroups, groups, [...populations, ...comparators]]) {
      const keys = list.map((entry) => nameKey(entry.name));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it("every doctor is a clinician", () => expect(groups.filter((group) => "within" in group)).toEqual([expect.objectContaining({ name: "Doctors", within: "Clinicians" })]));

  it("names are compared as they are read", () => {
    expect(sameName("Ready\u00a01 to 3  years ", "ready 1 to 3 years")).toBe(true);
    expect(sameName("Post–holders", "Post-holders")).toBe(true);
    expect(sameName("Women", "Men")).toBe(false);
    expect(isComparator(" local community")).toBe(true);
    expect(isComparator("Post-holders")).toBe(false);
  });
});

describe("organisation codes", () => {
  it.each([
    { in: "2009", code: "Q31", reads: "sha", because: "North West" },
    { in: "2009", code: " q31 ", reads: "sha", because: "small letters and spaces are forgiven" },
    { in: "2009", code: "5ND", reads: "pct", because: "a primary care trust" },
    { in: "2009", code: "TAC", reads: "care-trust", because: "a care trust" },
    { in: "2009", code: "RBS", reads: "trust", because: "a trust" },
    { in: "2009", code: "QYG", reads: "wrong-shape", because: "boards with such codes came in 2022" },
    { in: "2009", code: "RBS25", reads: "wrong-shape", because: "five characters name a site, not a trust" },
    { in: "today", code: "QYG", reads: "icb", because: "an integrated care board" },
    { in: "today", code: "Y56", reads: "region", because: "London" },
    { in: "today", code: "Y57", reads: "not-in-list", because: "the shape of a region, but there is none" },
    { in: "today", code: "Q31", reads: "wrong-shape", because: "strategic health authorities ended in 2013" },
    { in: "today", code: "", reads: "wrong-shape", because: "nothing was typed" },
  ])("$code in the structure of $in: $reads ($because)", ({ in: id, code, reads }) => {
    const read = readCode(structure(id), code);
    expect(read.kind === "fits" ? read.organisation.id : read.kind).toBe(reads);
  });

  it("every region and example in the lists has a code that its own structure accepts", () => {
    const refused = structures.flatMap((each) =>
      [...each.regions.map((region) => region.code), ...each.kinds.map((kind) => kind.example)].filter((code) => readCode(each, code).kind !== "fits"));
    expect(refused).toEqual([]);
  });
});
