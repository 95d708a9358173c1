/** What the check says is read aloud to somebody who does not know the code: no jargon, no names of ours, no long sentences. */
import { catalogue } from "../../src/validation/catalogue";
import { checkBook } from "../../src/validation/check-book";
import { wordsOf } from "../../src/validation/finding";
import { figuresIn } from "../../src/validation/book-figures";
import { shippedPack } from "../../src/validation/rule-pack/shipped";
import { kindsAndSums } from "./cases/kinds-and-sums";
import { sinceTheLastReturn } from "./cases/since-the-last-return";
import { whoAndHowMany } from "./cases/who-and-how-many";
import { exampleBook } from "./example-book";
import { jargonIn } from "./jargon";

const LONGEST_SENTENCE = 35;

const written = [...Object.entries(catalogue), ...shippedPack.rules.map((rule) => [rule.id, rule] as const)].flatMap(([id, { title, says, fix }]) => [[id, title], [id, says], [id, fix]] as const);
const said = [...kindsAndSums, ...sinceTheLastReturn, ...whoAndHowMany].flatMap((example) => {
  const last = "last" in example && example.last !== undefined ? figuresIn(exampleBook(example.last)) : null;
  return checkBook(exampleBook(example.fails), { pack: shippedPack, last }).flatMap((found): readonly (readonly [string, string])[] => { const { says, fix } = wordsOf(found); return [[found.rule.id, says], [found.rule.id, fix]]; });
});
const every: readonly (readonly [string, string])[] = [...written, ...new Map(said.map((each) => [each.join("\n"), each])).values()];

const sentencesIn = (words: string): readonly string[] => words.split(/(?<=[.;:?!])\s+(?=[A-Z"{])/).filter((sentence) => sentence.trim() !== "");

describe("the words of the check", () => {
  it("are those of at least 150 cases", () => expect(new Set(written.map(([id]) => id)).size).toBeGreaterThanOrEqual(150));
  it("have no jargon and no names of ours", () => expect(every.map(([id, words]) => [id, words, jargonIn(words)] as const).filter(([, , found]) => found.length > 0)).toEqual([]));
  it("have no sentence of more than 35 words", () => {
    const long = every.flatMap(([id, words]) => sentencesIn(words).filter((sentence) => sentence.split(/\s+/).length > LONGEST_SENTENCE).map((sentence) => [id, sentence]));
    expect(long).toEqual([]);
  });
  it("are written as English is: a space after each mark, none before, no word twice", () => {
    expect(written.filter(([, words]) => / [,.;:!?](\s|$)| {2}|,[A-Za-z]|\b(\w+) \2\b/.test(words.replace(/<\{right\}/, "…")))).toEqual([]);
  });
  it.each([["jargon", "The cell is null."], ["a name of ours", "Type nmPeriod again."], ["the id of a measure", "demand.now is too high."], ["code", "The rowCount is 5."]])("would be caught with %s in them", (_, words) => expect(jargonIn(words)).not.toEqual([]));
});

describe("the shipped pack", () => {
  it("has its rules in the order of their codes", () => {
    const rank = ({ code }: { readonly code: string }): string => `${code[0] ?? ""}${code.slice(1).padStart(3, "0")}`;
    const codes = shippedPack.rules.map(rank);
    expect(codes).toEqual([...codes].sort());
  });
});
