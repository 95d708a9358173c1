/** Each case of the audit: found in its cell, not found in the honest workbook most like it, gone once it is put right. */
import { auditBook } from "../../../src/validation/audit/audit-in-turns";
import { auditCatalogue } from "../../../src/validation/audit/audit-catalogue";
import type { AuditBook } from "../../../src/validation/audit/audit-book";
import { wordsOf } from "../../../src/validation/finding";
import { jargonIn } from "../jargon";
import { auditExamples } from "./audit-cases";
import { bookDrawn } from "./sheet-drawn";

const placesOf = (rule: string, book: AuditBook): readonly string[] => auditBook(book).filter((found) => found.rule.id === rule).map(({ place }) => place.cell);
const allIn = (book: AuditBook): readonly string[] => auditBook(book).map(({ rule, place }) => `${rule.id} ${place.tab}!${place.cell}`);

describe.each(auditExamples)("$rule, since $because,", ({ rule, fails, at, neighbour, remedy }) => {
  it("is found in its cell", () => expect(placesOf(rule, fails)).toEqual(at));
  it("is not found in the honest workbook that is most like it", () => expect(placesOf(rule, neighbour)).toEqual([]));
  it("is gone once the remedy is applied", () => expect(placesOf(rule, remedy)).toEqual([]));
  it("says what is wrong with every fact filled in", () => {
    for (const found of auditBook(fails)) expect(Object.values(wordsOf(found)).filter((words) => /[{}]|undefined|NaN/.test(words))).toEqual([]);
  });
});

describe("the catalogue of the audit", () => {
  const cases = Object.entries(auditCatalogue);
  const VERBS = ["Ask", "Check", "Copy", "Delete", "Leave", "Put", "Send", "Type", "Undo", "Write"];
  it("has every case tried", () => expect(cases.map(([id]) => id).filter((id) => id !== "S99" && !auditExamples.some(({ rule }) => rule === id))).toEqual([]));
  it("names each case by its code", () => expect(cases.filter(([id, { code }]) => id !== code && !id.startsWith(`${code}.`)).map(([id]) => id)).toEqual([]));
  it("has no jargon, and no sentence of more than 35 words", () => {
    const words = cases.flatMap(([id, { title, says, fix }]) => [title, says, fix].map((text) => [id, text] as const));
    expect(words.filter(([, text]) => jargonIn(text).length > 0)).toEqual([]);
    expect(words.filter(([, text]) => text.split(/(?<=[.;:?!])\s+(?=[A-Z"{])/).some((sentence) => sentence.split(/\s+/).length > 35))).toEqual([]);
  });
  it("starts every remedy with a verb, and says whole sentences", () => expect(cases.filter(([, { says, fix }]) => !VERBS.includes(fix.split(/[ ,]/)[0] ?? "") || !/[.}]$/.test(says) || !fix.endsWith(".")).map(([id]) => id)).toEqual([]));
});

describe("the words", () => {
  const saysOf = (book: AuditBook): readonly string[] => auditBook(book).map((found) => { const { says, fix } = wordsOf(found); return `${says} ${fix}`; });
  it("never repeat anybody's name", () => {
    const words = saysOf(bookDrawn("| Post | Name | Comment |\n| Nurse | Ngozi Okafor | Covered by Dr Patel, p.patel@trust.nhs.uk |\n| Clerk | Peter Smith | |\n| Porter | Wei Tan | |")).join(" ");
    expect([/S10|people|title|e-mail/i.test(words), /Okafor|Patel|Smith|Tan\b/i.test(words)]).toEqual([true, false]);
  });
  it("say once what is wrong with a formula that was filled in forty times", () => {
    expect(saysOf(bookDrawn(`| Band | Pay |\n${Array.from({ length: 40 }, (_, at) => `| ${at} | =VLOOKUP(A${at + 2},Gone!A:B,2,0) → #N/A |`).join("\n")}\n| All | =SUM(B2:B41) → #N/A |`))).toEqual([
      "The formula gives #N/A. The same is true of 39 more cells. 1 cell of the workbook only passes an error on. Check what the formula points at, and mend it here first: cells that only pass the error on then follow.",
    ]);
  });
  it("lead to the sheet and cell, sheet by sheet, worst first", () => {
    expect(allIn(bookDrawn("| As at | =TODAY() → 4 |\n| Posts | =B9 → #REF! |\n| Share | =B1+B3 → 0 |"))).toEqual(["S06 Staff!B2", "S15 Staff!B3", "S14 Staff!B1"]);
  });
});
