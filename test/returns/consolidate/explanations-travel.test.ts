/** What an organisation explained in its workbook is explained to the region too: both find the same in the same figures, and the reference fits. */
import { checkBook } from "../../../src/validation/check-book";
import { referenceOf } from "../../../src/validation/explanations";
import { wordsOf } from "../../../src/validation/finding";
import { shippedPack } from "../../../src/validation/rule-pack/shipped";
import { collect } from "../../../src/returns/collect/collect";
import { consolidate } from "../../../src/returns/consolidate/consolidate";
import { enteredFigures } from "../../../src/returns/from-book";
import { madeReturn, signed } from "../../support/made-returns";
import { kindsAndSums } from "../../validation/cases/kinds-and-sums";
import { whoAndHowMany } from "../../validation/cases/who-and-how-many";
import { exampleBook } from "../../validation/example-book";
import { arrived, collecting } from "../region-of-returns";

const ofPack = new Map(shippedPack.rules.map((rule) => [rule.id, rule]));
const cases = [...kindsAndSums, ...whoAndHowMany].filter(({ rule }) => ofPack.get(rule)?.severity === "explain");

describe("a finding that was explained in the workbook", () => {
  it("comes from at least ten rules here", () => expect(new Set(cases.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(10));

  it.each(cases)("$rule, since $because, is explained to the region as well", ({ rule, fails }) => {
    const book = exampleBook(fails);
    const { figures } = enteredFigures(book);
    if (figures === null) throw new RangeError("The example has a whole header.");
    const found = checkBook(book).filter((each) => ofPack.get(each.rule.id)?.severity === "explain");
    const header = { ...madeReturn(1, 0).header, ...figures.header };
    const explanations = found.map((each) => ({ code: each.rule.code, reference: referenceOf(each), says: wordsOf(each).says, text: "It was checked against the record.", by: "P Shaw", on: collecting.asAt }));
    const document = { ...signed({ header, thresholds: figures.thresholds, tables: figures.tables }), explanations };
    const collection = collect([arrived(document)], { ...collecting, structure: header.structure, period: header.period, asAt: header.asAt });
    expect(collection.quarantined).toEqual([]);
    const { findings } = consolidate(collection, shippedPack);
    const ofRule = findings.filter(({ code, severity }) => code === ofPack.get(rule)?.code && severity === "explain");
    expect(ofRule.length).toBeGreaterThan(0);
    expect(findings.filter(({ severity, explained, code }) => severity === "explain" && explained === "" && found.some((each) => each.rule.code === code))).toEqual([]);
  });
});
