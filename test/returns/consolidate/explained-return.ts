/** A return with an explanation of what a rule finds in it, as the organisation's own check ties it to the figures. */
import { isoDate } from "../../../src/domain/period";
import { judged } from "../../../src/returns/consolidate/judge-return";
import { figuresOfReturn } from "../../../src/returns/figures-of-return";
import type { ReturnDocument } from "../../../src/returns/format/return-document";
import { referenceOf } from "../../../src/validation/explanations";
import { wordsOf } from "../../../src/validation/finding";
import { shippedPack } from "../../../src/validation/rule-pack/shipped";

export function explanationsOf(document: ReturnDocument, code: string, measure: string, text: string): ReturnDocument {
  const figures = figuresOfReturn(document, () => ({ identity: null, tab: "", cell: "" }));
  const found = judged(shippedPack.rules.filter((rule) => rule.code === code), shippedPack, figures).filter(({ about }) => about.endsWith(`|${measure}`));
  return { ...document, explanations: found.map((each) => ({ code, reference: referenceOf(each), says: wordsOf(each).says, text, by: "P Shaw", on: isoDate("2009-04-20") })) };
}
