/** Demand, supply and gap as the Gap analysis sheet works them out. */
import { blank, entered, notApplicable, sumOf, unreadable, withheld } from "../../src/domain/figures";
import { choiceRatio, cumulativeGaps, cumulativeTotals, effortRanks, gap, peopleToDevelop, ragOfRatio } from "../../src/domain/gap";
import { defaultThresholds } from "../../src/domain/thresholds";

const n = entered;

describe("gap", () => {
  it.each([
    { demand: n(5), supply: n(3), is: { kind: "number", value: -2 }, because: "two people short" },
    { demand: n(2.5), supply: n(3), is: { kind: "number", value: 0.5 }, because: "demand may be in whole-time equivalents" },
    { demand: n(0.3), supply: n(0), is: { kind: "number", value: -0.3 }, because: "no dust" },
    { demand: n(0), supply: n(0), is: { kind: "number", value: 0 }, because: "none needed and none ready is a gap of 0" },
    { demand: blank, supply: n(3), is: { kind: "not-entered" }, because: "a blank demand is never 0" },
    { demand: n(5), supply: unreadable("five"), is: { kind: "not-entered" }, because: "what cannot be read was not entered" },
    { demand: n(5), supply: withheld("<5"), is: { kind: "withheld" }, because: "a withheld supply leaves the gap unknown" },
    { demand: notApplicable, supply: n(3), is: { kind: "not-applicable" }, because: "no demand figure is asked for" },
    { demand: notApplicable, supply: blank, is: { kind: "not-entered" }, because: "what is still to be entered comes first" },
  ])("$because", ({ demand, supply, is }) => expect(gap({ demand, supply })).toEqual(is));
});

describe("cumulativeGaps", () => {
  it("add up from now on and stop at the first figure that is missing", () => {
    const inOrder = [{ demand: n(5), supply: n(3) }, { demand: n(4), supply: n(7) }, { demand: n(6), supply: blank }, { demand: n(1), supply: n(9) }];
    expect(cumulativeGaps(inOrder)).toEqual([{ kind: "number", value: -2 }, { kind: "number", value: 1 }, { kind: "not-entered" }, { kind: "not-entered" }]);
  });
});

describe("cumulativeTotals", () => {
  const now = (supply: Parameters<typeof gap>[0]["supply"]): Parameters<typeof gap>[0] => ({ demand: n(5), supply });
  it("leave a role group out from its first missing figure on, so that no total mixes horizons of different role groups", () => {
    expect(cumulativeTotals([[now(n(3)), now(n(9))], [now(n(4)), now(withheld("<5"))]])).toEqual([{ gap: { kind: "number", value: -3 }, of: 2 }, { gap: { kind: "number", value: 2 }, of: 1 }]);
  });
  it("say why there is none", () => {
    expect(cumulativeTotals([[now(withheld("<5"))], [now(blank)]])).toEqual([{ gap: { kind: "withheld" }, of: 0 }]);
    expect(cumulativeTotals([[now(blank)]])).toEqual([{ gap: { kind: "not-entered" }, of: 0 }]);
  });
});

describe("choice ratio", () => {
  it.each([
    { demand: n(5), supply: n(15), ratio: { kind: "number", value: 3 }, word: "Green", because: "three for each opening" },
    { demand: n(3), supply: n(8), ratio: { kind: "number", value: 2.67 }, word: "Amber", because: "below three" },
    { demand: n(4), supply: n(4), ratio: { kind: "number", value: 1 }, word: "Amber", because: "one each, at the line" },
    { demand: n(3), supply: n(2), ratio: { kind: "number", value: 0.67 }, word: "Red", because: "fewer than one each" },
    { demand: n(3), supply: n(0), ratio: { kind: "number", value: 0 }, word: "Red", because: "nobody ready" },
    { demand: n(0), supply: n(4), ratio: { kind: "no-demand" }, word: "No demand", because: "no opening to divide by" },
    { demand: blank, supply: n(4), ratio: { kind: "not-entered" }, word: "Not entered", because: "a blank is not 0" },
    { demand: n(2), supply: notApplicable, ratio: { kind: "not-applicable" }, word: "Not applicable", because: "no supply is asked for" },
    { demand: n(2), supply: withheld("*"), ratio: { kind: "withheld" }, word: "Withheld", because: "the supply is withheld" },
  ])("$word: $because", ({ demand, supply, ratio, word }) => {
    const worked = choiceRatio({ demand, supply });
    expect(worked).toEqual(ratio);
    expect(ragOfRatio(worked, defaultThresholds)).toBe(word);
  });
});

describe("people to develop", () => {
  it.each([
    { demand: n(5), supply: n(3), people: 12, because: "three each is fifteen, three are there" },
    { demand: n(0.7), supply: n(2), people: 1, because: "part of a person is a whole person" },
    { demand: n(0.7), supply: n(0), people: 3, because: "2.1 people are three" },
    { demand: n(1.1), supply: n(3.3), people: 0, because: "dust does not ask for one person more" },
    { demand: n(1), supply: n(9), people: 0, because: "enough is enough" },
  ])("$because", ({ demand, supply, people }) => expect(peopleToDevelop({ demand, supply }, 3)).toEqual({ kind: "number", value: people }));

  it("cannot be said of a blank", () => expect(peopleToDevelop({ demand: blank, supply: n(1) }, 3)).toEqual({ kind: "not-entered" }));

  it("most people to develop ranks first; equals share a rank", () => expect(effortRanks([5, null, 9, 5, 0])).toEqual([2, null, 1, 2, 4]));
});

describe("sumOf", () => {
  it.each([
    { of: [n(1), n(2)], is: { kind: "number", value: 3 }, because: "numbers add up" },
    { of: [n(1), blank], is: { kind: "not-entered" }, because: "a blank is not 0" },
    { of: [n(1), withheld("<5")], is: { kind: "withheld" }, because: "a withheld figure is not 0" },
    { of: [n(1), notApplicable], is: { kind: "number", value: 1 }, because: "what does not apply adds nothing" },
    { of: [notApplicable], is: { kind: "not-applicable" }, because: "nothing applies" },
    { of: [withheld("<5"), blank], is: { kind: "not-entered" }, because: "what is still to be entered comes first" },
    { of: [], is: { kind: "not-entered" }, because: "nothing was entered" },
  ])("$because", ({ of, is }) => expect(sumOf(of)).toEqual(is));

});
