/** Shares, index and their small bases. */
import { blank, entered, withheld } from "../../src/domain/figures";
import { differenceInterval, peopleIn, representationIndex, shareDeclared, shareOfKnown, shortfallPeople, wilsonInterval, wordOfIndex } from "../../src/domain/representation";
import { measure, measures } from "../../src/domain/measures";
import { roundLikeExcel } from "../../src/domain/rounding";
import { defaultThresholds } from "../../src/domain/thresholds";

const n = entered;

describe("shares", () => {
  const counts = { inGroup: n(6), notInGroup: n(54), unknown: n(15) };

  it("unknown people are left out of the share and counted in what is declared", () => {
    expect([peopleIn(counts), shareOfKnown(counts), shareDeclared(counts)]).toEqual([
      { kind: "number", value: 75 }, { kind: "number", value: 0.1 }, { kind: "number", value: 0.8 },
    ]);
  });

  it.each([
    { counts: { inGroup: blank, notInGroup: n(4), unknown: n(0) }, is: { kind: "not-entered" }, because: "a blank is not 0" },
    { counts: { inGroup: withheld("<5"), notInGroup: n(4), unknown: n(0) }, is: { kind: "withheld" }, because: "a withheld count gives no share" },
    { counts: { inGroup: n(0), notInGroup: n(0), unknown: n(7) }, is: { kind: "no-people" }, because: "nobody's status is known" },
    { counts: { inGroup: n(0), notInGroup: n(7), unknown: blank }, is: { kind: "number", value: 0 }, because: "nobody in the group is a share of 0, even where unknown is blank" },
  ])("$because", ({ counts: each, is }) => expect(shareOfKnown(each)).toEqual(is));
});

describe("representation index", () => {
  it.each([
    { leaders: 0.05, comparator: 0.1, known: 60, index: 0.5, word: "Red", because: "half of parity" },
    { leaders: 0.06, comparator: 0.1, known: 60, index: 0.6, word: "Amber", because: "the red line itself is amber" },
    { leaders: 0.08, comparator: 0.1, known: 60, index: 0.8, word: "Green", because: "four fifths is green" },
    { leaders: 0.125, comparator: 0.1, known: 60, index: 1.25, word: "Green", because: "the upper line itself is green" },
    { leaders: 0.13, comparator: 0.1, known: 60, index: 1.3, word: "Amber", because: "over-represented" },
    { leaders: 0.0, comparator: 0.1, known: 9, index: 0, word: "Small base", because: "nine people are too few to colour" },
    { leaders: 0.05, comparator: 0, known: 60, index: null, word: "No comparator", because: "no share to divide by" },
  ])("$index is $word: $because", ({ leaders, comparator, known, index, word }) => {
    expect(representationIndex(leaders, comparator)).toBe(index);
    expect(wordOfIndex(representationIndex(leaders, comparator), known, defaultThresholds)).toBe(word);
  });

  it.each([
    { inGroup: 1, known: 12, comparator: 0.25, people: 2 }, { inGroup: 1, known: 10, comparator: 0.11, people: 1 }, { inGroup: 9, known: 12, comparator: 0.25, people: 0 },
  ])("$inGroup of $known against $comparator: $people more people", ({ inGroup, known, comparator, people }) => {
    expect(shortfallPeople(inGroup, known, comparator)).toBe(people);
  });
});

describe("wilsonInterval", () => {
  it.each([{ inGroup: 3, known: 12, low: 8.9, high: 53.2 }, { inGroup: 0, known: 8, low: 0, high: 32.4 }])("$inGroup of $known: $low to $high per cent", ({ inGroup, known, low, high }) => {
    const interval = wilsonInterval(inGroup, known);
    expect(interval && { low: roundLikeExcel(interval.low * 100, 1), high: roundLikeExcel(interval.high * 100, 1) }).toEqual({ low, high });
  });
  it("of nobody there is none", () => expect(wilsonInterval(0, 0)).toBeNull());
});

describe("differenceInterval", () => {
  /** Examples of Newcombe, Statistics in Medicine 17 (1998), method 10; worked out anew with SciPy 1.17, which agrees in every digit. */
  it.each([
    { one: [56, 70], other: [48, 80], low: 0.0524, high: 0.3339 }, { one: [9, 10], other: [3, 10], low: 0.1705, high: 0.809 }, { one: [6, 7], other: [2, 7], low: 0.0582, high: 0.8062 },
    { one: [5, 56], other: [0, 29], low: -0.0381, high: 0.1926 }, { one: [0, 10], other: [0, 20], low: -0.1611, high: 0.2775 }, { one: [0, 10], other: [0, 10], low: -0.2775, high: 0.2775 },
    { one: [10, 10], other: [0, 20], low: 0.6791, high: 1 }, { one: [10, 10], other: [0, 10], low: 0.6075, high: 1 },
  ])("$one less $other lies between $low and $high, as published", ({ one: [a = 0, m = 0], other: [b = 0, n = 0], low, high }) => {
    const interval = differenceInterval({ inGroup: a, known: m }, { inGroup: b, known: n });
    expect(interval && { low: roundLikeExcel(interval.low, 4), high: roundLikeExcel(interval.high, 4) }).toEqual({ low, high });
  });
  it("with nobody there is none", () => expect([differenceInterval({ inGroup: 0, known: 0 }, { inGroup: 1, known: 2 }), differenceInterval({ inGroup: 1, known: 2 }, { inGroup: 0, known: 0 })]).toEqual([null, null]));
});

describe("measures", () => {
  it("each id stands for one measure", () => expect(new Set(measures.map((each) => each.id)).size).toBe(measures.length));
  it("an unknown id is refused by name", () => expect(() => measure("M99")).toThrow("There is no measure M99."));
  it("each says what it divides by what", () => expect(measures.filter((each) => each.numerator === "" || each.denominator === "" || !/line \d+$/.test(each.source))).toEqual([]));
});
