/** Something to put right or to explain, in its place. The words are the rule's, with what was found filled in. */
import type { Book } from "./book";
import { catalogue, type CaseId } from "./catalogue";
import type { FindingPlace } from "./finding-place";
import type { RuleWords } from "./rule-words";
import type { Severity } from "./severity";

/** What the words are filled with: what is in the cell, what was expected. */
export type Facts = Readonly<Record<string, string>>;

export interface Finding {
  readonly rule: RuleWords;
  readonly place: FindingPlace;
  readonly facts: Facts;
  /** What it is about, the same wherever the row stands today. */
  readonly about: string;
  /** The figures that it was found in: an explanation holds while they are the same. */
  readonly figures: string;
}

/** What catches something: from the book as read to findings. It gives all of them and never throws for what a person typed. */
export type Rule = (book: Book) => readonly Finding[];

/** A finding as a person reads it. */
export interface FindingWords { readonly code: string; readonly severity: Severity; readonly says: string; readonly fix: string }

export function finding(id: CaseId, place: FindingPlace, facts: Facts = {}): Finding {
  return { rule: { id, ...catalogue[id] }, place, facts, about: [place.identity ?? place.tab, facts.key, facts.column ?? facts.label].filter((part) => part !== undefined).join("|"), figures: JSON.stringify(facts) };
}

/** The rule's words with the finding's facts in them. */
export function wordsOf({ rule: { code, severity, says, fix }, facts }: Pick<Finding, "rule" | "facts">): FindingWords {
  return { code, severity, says: filled(says, facts), fix: filled(fix, facts) };
}

/** A fact that is not known leaves its place visible, so that a test finds it. */
function filled(words: string, facts: Facts): string {
  return words.replace(/\{([\w-]+)\}/g, (whole, fact: string) => (Object.hasOwn(facts, fact) ? facts[fact] ?? whole : whole));
}
