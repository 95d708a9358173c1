/** Each rule: a sheet that fails, its nearest neighbour that passes, the remedy applied and the finding gone. */
import { parseExpression } from "../../src/validation/language/expression";
import type { RuleData } from "../../src/validation/language/rule-data";
import { figuresIn } from "../../src/validation/book-figures";
import { checkBook, type Judging } from "../../src/validation/check-book";
import { shippedPack } from "../../src/validation/rule-pack/shipped";
import { wordsOf } from "../../src/validation/finding";
import { exampleBook, type Edits } from "./example-book";
import { kindsAndSums } from "./cases/kinds-and-sums";
import { sinceTheLastReturn } from "./cases/since-the-last-return";
import { whoAndHowMany } from "./cases/who-and-how-many";

const ruleExamples = [...kindsAndSums, ...sinceTheLastReturn, ...whoAndHowMany];
const judging = (last: Edits | undefined): Judging => ({ pack: shippedPack, last: last === undefined ? null : figuresIn(exampleBook(last)) });
const placesOf = (rule: string, edits: Edits, last?: Edits): readonly string[] =>
  checkBook(exampleBook(edits), judging(last)).filter((found) => found.rule.id === rule).map(({ place }) => `${place.tab}!${place.cell}`);

describe("the made-up example", () => {
  it("has nothing to put right or explain", () => {
    expect(checkBook(exampleBook()).map((found) => ({ ...wordsOf(found), ...found.place }))).toEqual([]);
  });
});

describe.each(ruleExamples)("$rule, since $because,", ({ rule, fails, at, neighbour, remedy, last }) => {
  it("is found in its cell", () => expect(placesOf(rule, fails, last)).toEqual(at));
  it("is not found in its nearest neighbour", () => expect(placesOf(rule, neighbour, last)).toEqual([]));
  it("is gone once the remedy is applied", () => expect(placesOf(rule, remedy, last)).toEqual([]));
  it("says what is wrong with every fact filled in", () => {
    for (const found of checkBook(exampleBook(fails), judging(last))) expect(Object.values(wordsOf(found)).filter((words) => /[{}]|undefined|NaN/.test(words))).toEqual([]);
  });
});

describe("a rule that fails itself", () => {
  const [first] = shippedPack.rules.filter(({ id }) => id === "E34");
  const broken = { ...first, id: "E99", code: "E99", test: { operator: "≤", left: { of: parseExpression("all(posts)"), written: "all(posts)", missing: "zero" }, right: { of: parseExpression("0"), written: "0", missing: "zero" } } } as RuleData;
  it("says so, and hides nothing that other rules find", () => {
    const book = exampleBook({ demand: "| Role group | Vacancies now |\n| Public health director | 25 |" });
    const found = checkBook(book, { pack: { ...shippedPack, rules: [broken, ...shippedPack.rules] }, last: null });
    expect(found.map(({ rule }) => rule.id)).toEqual(["E34", "X01", "E32.post-holders"]);
    expect(checkBook(book).map(({ rule }) => rule.id)).toEqual(["E34", "E32.post-holders"]);
    expect(found.filter(({ rule }) => rule.id === "X01").map((each) => wordsOf(each).says)).toEqual(["The rule E99 failed and found nothing, which is a fault of the rule and not of the figures (all() takes a measure that there is one of for each horizon.). All other rules were applied."]);
  });
});
