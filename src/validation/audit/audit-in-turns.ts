/** The audit of a person's own sheets: every rule over the whole workbook, a portion at a time. It changes nothing and never stops at the first. */
import type { Finding } from "../finding";
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
  for (const [name, rule] of Object.entries(formulaRules)) yield* orDefect(name, book, rule(formulas));
  for (const [, sheet] of ownSheets(book)) {
    const lists = yield* listsIn(sheet);
    for (const [name, rule] of Object.entries(sheetRules)) yield* orDefect(name, book, rule(sheet, lists));
  }
  for (const sheet of book.sheets.filter(({ identity }) => identity !== null)) yield* orDefect("people", book, people(sheet, []));
}

/** All findings: sheet by sheet as the tabs stand, worst first. */
export const auditBook = (book: AuditBook): readonly Finding[] => inAuditOrder([...auditInTurns(book)].flat(), book);

export function inAuditOrder(findings: readonly Finding[], { sheets }: AuditBook): readonly Finding[] {
  const tabs = new Map(sheets.map(({ tab }, index) => [tab, index]));
  const rank = ({ rule, place }: Finding): readonly number[] => {
    const [, letters = "", row = "0"] = /^([A-Z]*)(\d*)/.exec(place.cell) ?? [];
    return [tabs.get(place.tab) ?? 0, severities.indexOf(rule.severity), Number(row), letters.length, letters.charCodeAt(letters.length - 1) || 0];
  };
  return findings.map((each) => ({ each, rank: rank(each) })).sort((one, other) => compare(one.rank, other.rank)).map(({ each }) => each);
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

/** What a rule finds; where it fails, that it did. It hides no other. */
function* orDefect(name: string, { sheets: [first] }: AuditBook, finding: Turns): Turns {
  try {
    yield* finding;
  } catch (error) {
    if (first !== undefined) yield [auditFinding("S99", first, "", { rule: name, why: error instanceof Error ? error.message : String(error) })];
  }
}
