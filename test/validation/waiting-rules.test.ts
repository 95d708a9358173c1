/** Rules of the shipped pack that wait for their module: they find what they should in figures given here, and nothing in a workbook of today. */
import { judge, type Broken } from "../../src/validation/language/judge";
import { shippedPack } from "../../src/validation/rule-pack/shipped";
import { vocabulary, waitingTables } from "../../src/validation/vocabulary";
import { wordsOf } from "../../src/validation/finding";
import { figuresFrom, type PlainFigures } from "./language/vector-figures";
import { movementExamples } from "./cases/movements";
import { waitingExamples } from "./cases/waiting";

const ruleNamed = (id: string): (typeof shippedPack.rules)[number] => {
  const found = shippedPack.rules.find((rule) => rule.id === id);
  if (found === undefined) throw new RangeError(`No rule ${id}.`);
  return found;
};
const found = (id: string, figures: PlainFigures): readonly Broken[] => [...judge([ruleNamed(id)], figuresFrom(figures))].flat();
const cells = (id: string, figures: PlainFigures): readonly string[] => found(id, figures).map(({ place }) => place.cell);

describe.each([...waitingExamples, ...movementExamples])("$rule, since $because,", ({ rule, fails, at, neighbour, remedy }) => {
  it("is found in its cell", () => expect(cells(rule, fails)).toEqual(at));
  it("is not found in its nearest neighbour", () => expect(cells(rule, neighbour)).toEqual([]));
  it("is gone once the remedy is applied", () => expect(cells(rule, remedy)).toEqual([]));
  it("says what is wrong with every fact filled in", () => expect(found(rule, fails).flatMap((each) => Object.values(wordsOf(each))).filter((words) => /[{}]|undefined|NaN/.test(words))).toEqual([]));
});

describe("rules over Movements", () => {
  it("are about a table that the check knows", () => expect(movementExamples.map(({ rule }) => ruleNamed(rule).table).filter((table) => !vocabulary.has(table))).toEqual([]));
});

describe("rules that wait for their module", () => {
  it("are about tables that the template does not have", () => {
    expect([...waitingTables.keys()].filter((table) => vocabulary.has(table))).toEqual([]);
    expect(waitingExamples.map(({ rule }) => ruleNamed(rule).table).filter((table) => !waitingTables.has(table))).toEqual([]);
  });
  it("use every measure that is put down for them, and each stands in one table", () => {
    const measures = [...waitingTables.values()].flatMap((table) => table.measures);
    expect(measures.filter((measure, index) => measures.indexOf(measure) < index)).toEqual([]);
  });
});
