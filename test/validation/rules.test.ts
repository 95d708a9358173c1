/** Each rule: a sheet that fails, its nearest neighbour that passes, the remedy applied and the finding gone. */
import { checkBook } from "../../src/validation/check-book";
import type { CaseId } from "../../src/validation/catalogue";
import { wordsOf } from "../../src/validation/finding";
import { exampleBook, type Edits } from "./example-book";
import { ruleExamples } from "./cases";

const placesOf = (rule: CaseId, edits: Edits): readonly string[] =>
  checkBook(exampleBook(edits)).filter((found) => found.rule === rule).map(({ place }) => `${place.tab}!${place.cell}`);

describe("the made-up example", () => {
  it("has nothing to put right or explain", () => {
    expect(checkBook(exampleBook()).map((found) => ({ ...wordsOf(found), ...found.place }))).toEqual([]);
  });
});

describe.each(ruleExamples)("$rule, since $because,", ({ rule, fails, at, neighbour, remedy }) => {
  it("is found in its cell", () => expect(placesOf(rule, fails)).toEqual(at));
  it("is not found in its nearest neighbour", () => expect(placesOf(rule, neighbour)).toEqual([]));
  it("is gone once the remedy is applied", () => expect(placesOf(rule, remedy)).toEqual([]));
  it("says what is wrong with every fact filled in", () => {
    for (const found of checkBook(exampleBook(fails))) expect(Object.values(wordsOf(found)).filter((words) => /[{}]|undefined|NaN/.test(words))).toEqual([]);
  });
});
