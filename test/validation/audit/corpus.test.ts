/** The audit on workbooks by the dozen: faults that were put in are found in their cells, and next to nothing else is said. */
import { auditBook } from "../../../src/validation/audit/audit-in-turns";
import { bookFrom, madeUp, type Made } from "./hr-workbooks";
import { seedings, type Fault } from "./seeded-faults";

const WORKBOOKS = 24;
const numbers = Array.from({ length: WORKBOOKS }, (_, number) => number + 1);
const saysIn = (made: Made): readonly string[] => auditBook(bookFrom(made)).map(({ rule, place }) => `${rule.id} ${place.tab}!${place.cell}`);
const inWords = ({ rule, tab, cell }: Fault): string => `${rule} ${tab}!${cell}`;

describe("made-up workbooks of workforce analysts", () => {
  it.each(numbers)("number %i, without a fault, give no finding", (number) => expect(saysIn(madeUp(number))).toEqual([]));

  const results = numbers.flatMap((number) => seedings.map(({ what, sow }) => {
    const made = madeUp(number);
    const fault = inWords(sow(made));
    const said = saysIn(made);
    return { what: `${number}: ${what}`, fault, isFound: said.includes(fault), others: said.filter((each) => each !== fault) };
  }));

  it("show at least 95 of 100 faults that were put in, in the right cell", () => {
    const missed = results.filter(({ isFound }) => !isFound);
    expect({ missed: missed.length / results.length < 0.05 ? [] : missed.map(({ what, fault }) => `${what}: ${fault}`) }).toEqual({ missed: [] });
  });
  it("show of each kind of fault at least nine in ten", () => {
    const kinds = seedings.map(({ what }) => ({ what, missed: results.filter((each) => each.what.endsWith(`: ${what}`) && !each.isFound).map(({ what: which, fault }) => `${which}: ${fault}`) }));
    expect(kinds.filter(({ missed }) => missed.length > WORKBOOKS / 10)).toEqual([]);
  });
  it("show fewer than 5 false findings for 100 true ones", () => {
    const others = results.flatMap(({ what, others: more }) => more.map((each) => `${what}: ${each}`));
    const found = results.filter(({ isFound }) => isFound).length;
    expect(others.length < 0.05 * found ? [] : others).toEqual([]);
  });
});
