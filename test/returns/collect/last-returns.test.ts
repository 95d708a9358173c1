/** Which return of the period before a region holds an organisation's return against, and what becomes of its file. */
import { collect } from "../../../src/returns/collect/collect";
import { lastReturns, withLastReturns } from "../../../src/returns/collect/last-returns";
import type { Arrival } from "../../../src/returns/file/arrival";
import type { ReturnHeader } from "../../../src/returns/format/return-document";
import { arrived, collecting, shuffled, small } from "../region-of-returns";

const sent = (file: string, code: string, period: string, header: Partial<ReturnHeader> = {}): Arrival => arrived(small({ code, demand: [["Finance director", 4, 1, 2]], header: { period, ...header } }), file);

/** Two years before, the year before in two goes and by one who left, the year after, and this year's. */
const arrivals: readonly Arrival[] = [
  sent("A 07", "RAA", "2007/08"), sent("A 08", "RAA", "2008/09"), sent("A 08 again", "RAA", "2008/2009", { sequence: 2 }), sent("A 08 draft", "RAA", "2008/09", { sequence: 3, stage: "draft" }),
  sent("A 09", "RAA", "2009/10"), sent("A 10", "RAA", "2010/11"), sent("B 08", "RAB", "2008/09"), sent("C 09", "RAC", "2009/10"),
];

describe("the last return", () => {
  it.each([1, 2, 3])("is the signed one with the highest sequence of the year before, in whatever order the files came (%s)", (seed) => {
    const last = lastReturns(shuffled(arrivals, seed), collecting);
    expect([...last].map(([code, { file }]) => [code, file]).sort()).toEqual([["RAA", "A 08 again"], ["RAB", "B 08"]]);
  });

  it("is one of an organisation that nobody expects any more, too", () => {
    expect([...lastReturns(arrivals, { ...collecting, expected: [{ code: "RAC", name: "C", from: null, until: null, contact: "", email: "" }] }).keys()].sort()).toEqual(["RAA", "RAB"]);
  });

  it("is none where the period collected for is none", () => expect(lastReturns(arrivals, { ...collecting, period: "this year" }).size).toBe(0));
});

describe("a file of the year before", () => {
  const { quarantined, setAside, included } = withLastReturns(collect(arrivals, collecting), arrivals);

  it("is no mistake where its organisation has sent this year's, and stays one where it has not", () => {
    expect(setAside.map(({ file, why }) => [file, why])).toEqual([["A 08", "last-return"], ["A 08 again", "last-return"], ["A 08 draft", "last-return"]]);
    expect(quarantined.map(({ file, code }) => [file, code])).toEqual([["A 07", "other-period"], ["A 10", "other-period"], ["B 08", "other-period"]]);
  });

  it("counts in no total", () => expect(included.map(({ file }) => file)).toEqual(["A 09", "C 09"]));
});
