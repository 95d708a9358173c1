/** The audit of a person's own sheets: every rule over the whole workbook, a portion at a time. It changes nothing and never stops at the first. */
import { orDefect } from "../defect";
import type { Finding } from "../finding";
import { ranked, readingPlace } from "../finding-order";
import { severities } from "../severity";
import type { AuditBook, AuditSheet } from "./audit-book";
import { auditFinding } from "./audit-finding";
import { listsIn, type List } from "./lists";
import { ownSheets, readFormulas, type Formulas, type Turns } from "./read-formulas";
import { circles } from "./rules/circles";
import { countedTwice } from "./rules/counted-twice";
import { errors } from "./rules/errors";
import { formulaNotes } from "./rules/formula-notes";
import { hiddenAndMerged } from "./rules/hidden-and-merged";
import { oddOnes } from "./rules/odd-ones";
import { people } from "./rules/people";
import { repeatedKeys } from "./rules/repeated-keys";
import { shortRanges } from "./rules/short-ranges";
import { storedAsText } from "./rules/stored-as-text";

/** Over all formulas at once, since they point at each other from sheet to sheet. */
const formulaRules = { oddOnes, shortRanges, countedTwice, errors, formulaNotes, circles } as const satisfies Readonly<Record<string, (formulas: Formulas) => Turns>>;
/** Sheet by sheet. */
const sheetRules = { storedAsText, repeatedKeys, people, hiddenAndMerged } as const satisfies Readonly<Record<string, (sheet: AuditSheet, lists: readonly List[]) => Turns>>;

/** All findings in no order, so that a caller can turn to something else in between. */
export function* auditInTurns(book: AuditBook): Turns {
  const formulas = yield* readFormulas(book);
  for (const [name, rule] of Object.entries(formulaRules)) yield* orDefect(() => rule(formulas), (why) => ruleFailed(book, name, why));
  for (const [, sheet] of ownSheets(book)) {
    const lists = yield* listsIn(sheet);
    for (const [name, rule] of Object.entries(sheetRules)) yield* orDefect(() => rule(sheet, lists), (why) => ruleFailed(book, name, why));
  }
  for (const sheet of book.sheets.filter(({ identity }) => identity !== null)) yield* orDefect(() => people(sheet, []), (why) => ruleFailed(book, "people", why));
}

/** All findings: sheet by sheet as the tabs stand, worst first. */
export const auditBook = (book: AuditBook): readonly Finding[] => inAuditOrder([...auditInTurns(book)].flat(), book);

export function inAuditOrder(findings: readonly Finding[], { sheets }: AuditBook): readonly Finding[] {
  const tabs = new Map(sheets.map(({ tab }, index) => [tab, index]));
  return ranked(findings, (each) => [tabs.get(each.place.tab) ?? 0, severities.indexOf(each.rule.severity), ...readingPlace(each)]);
}

function ruleFailed({ sheets: [first] }: AuditBook, rule: string, why: string): readonly Finding[] {
  return first === undefined ? [] : [auditFinding("S99", first, "", { rule, why })];
}
