/** Something to put right or to explain, in its place. The words come from the catalogue. */
import type { SheetId } from "../blueprint/types";
import type { Book } from "./book";
import { catalogue, type CaseId, type Severity } from "./catalogue";

/** Where something stands today. `identity` is null for a sheet that is a copy of ours; `cell` is "" for the sheet as a whole. */
export interface FindingPlace { readonly identity: SheetId | null; readonly tab: string; readonly cell: string }

/** What the words are filled with: what is in the cell, what was expected. */
export type Facts = Readonly<Record<string, string>>;

export interface Finding {
  readonly rule: CaseId;
  readonly place: FindingPlace;
  readonly facts: Facts;
}

/** What catches something: from the book as read to findings. It gives all of them and never throws for what a person typed. */
export type Rule = (book: Book) => readonly Finding[];

/** A finding as a person reads it. */
export interface FindingWords { readonly code: string; readonly severity: Severity; readonly says: string; readonly fix: string }

export const finding = (rule: CaseId, place: FindingPlace, facts: Facts = {}): Finding => ({ rule, place, facts });

/** The catalogue's words with the finding's facts in them. */
export function wordsOf({ rule, facts }: Finding): FindingWords {
  const { code, severity, says, fix } = catalogue[rule];
  return { code, severity, says: filled(says, facts), fix: filled(fix, facts) };
}

/** A fact that is not known leaves its place visible, so that a test finds it. */
function filled(words: string, facts: Facts): string {
  return words.replace(/\{(\w+)\}/g, (whole, fact: string) => facts[fact] ?? whole);
}
