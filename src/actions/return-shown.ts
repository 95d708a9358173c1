/** Where the return stands, as the pane shows it: who signed, what is in the way, and what can be done next. */
import { longDate } from "../domain/period";
import { signatories } from "../domain/signatories";
import type { Book } from "../validation/book";
import { lastReturnIn } from "../returns/last-return";
import { aboutInWords, cellOf, queriesIn } from "../returns/queries/queries-in-book";
import { stateWords, type ReturnState } from "../returns/sign-off/life-cycle";
import { lastSent } from "../returns/sign-off/record";
import { recordProblem } from "../returns/sign-off/record-findings";
import { firstFigure, nextSignatory, signaturesIn, standingIn } from "../returns/sign-off/standing";
import { onDay } from "../returns/sign-off/write-record";

/** One signatory, and what their signature is worth now. */
export interface SignatureShown {
  readonly id: string;
  /** "Lead director" */
  readonly signatory: string;
  readonly declares: string;
  readonly state: "signed" | "void" | "none";
  /** Who signed last, and when; "" where nobody did. */
  readonly by: string;
  readonly role: string;
  readonly on: string;
}

/** A query of the region, with the way to its cell. */
export interface QueryShown {
  readonly id: string;
  /** "Finance director, Posts" */
  readonly about: string;
  readonly says: string;
  readonly asks: string;
  /** Null where it is about the return as a whole, or its row is gone. */
  readonly place: { readonly identity: string | null; readonly sheet: string; readonly cell: string } | null;
  readonly text: string;
  readonly by: string;
  readonly isAnswered: boolean;
}

export interface ReturnShown {
  readonly kind: ReturnState["kind"];
  /** "Signed by 1 of 3", "Sent, sequence 1". */
  readonly says: string;
  /** What is wrong with the record; "" where it is whole. */
  readonly problem: string;
  readonly signatures: readonly SignatureShown[];
  /** Id of who signs next; null where nobody does. */
  readonly next: string | null;
  /** Sequence number of what was sent last; null where nothing was. */
  readonly sent: number | null;
  /** No figure is entered at all, so that a nil return can be signed. */
  readonly isEmpty: boolean;
  /** It was signed, sent or accepted, or its record was lost, and can be opened again with a reason. */
  readonly canReopen: boolean;
  readonly queries: readonly QueryShown[];
  /** "2008/09, sequence 1": which return this one is compared with; "" where none is kept. */
  readonly last: string;
  /** The period and as-at date of the return, and whether a new period can start from it. */
  readonly period: string;
  readonly canCarryForward: boolean;
}

export function returnShown(book: Book): ReturnShown | null {
  if (book.sheets.length === 0) return null;
  const { record, figures, state } = standingIn(book);
  const digest = figures?.figuresDigest ?? "";
  const problem = recordProblem(book);
  return {
    kind: state.kind, says: saysOf(state), problem, next: nextSignatory(state)?.id ?? null, sent: lastSent(record)?.sequence ?? null, isEmpty: firstFigure(book) === null,
    queries: queriesShown(book), last: lastInWords(book), period: figures?.header.period ?? "",
    canCarryForward: state.kind === "sent" || state.kind === "resubmitted" || state.kind === "accepted" || (state.kind === "void" && lastSent(record)?.digest === lastReturnIn(book)?.header.digest),
    canReopen: record.verdict.kind === "gone" || (problem === "" && record.lines.length > 0 && state.kind !== "draft"),
    signatures: signaturesIn(record.lines).map(({ signatory: { id, name, declares }, line }) => ({
      id, signatory: name, declares, state: line === null ? "none" : line.figures === digest ? "signed" : "void", by: line?.by ?? "", role: line?.role ?? "", on: line === null ? "" : onDay(line.on),
    })),
  };
}

function queriesShown(book: Book): readonly QueryShown[] {
  return queriesIn(book).map((query) => {
    const place = cellOf(book, query);
    return { id: query.id, about: aboutInWords(query), says: query.says, asks: query.asks, place: place === null ? null : { identity: place.identity, sheet: place.tab, cell: place.cell }, text: query.typed.text, by: query.typed.by, isAnswered: query.answer !== null };
  });
}

function lastInWords(book: Book): string {
  const last = lastReturnIn(book);
  return last === null ? "" : `${last.header.period}, as at ${longDate(last.header.asAt)}, sequence ${last.header.sequence}`;
}

function saysOf(state: ReturnState): string {
  switch (state.kind) {
    case "checked": return state.signed.length === 0 ? stateWords.checked : `Signed by ${state.signed.length} of ${signatories.length}`;
    case "sent": case "queried": case "resubmitted": case "accepted": return `${stateWords[state.kind]}, sequence ${state.sequence}`;
    case "void": return `${stateWords.void} they were ${state.changedSince.event === "signed" ? "signed" : "sent"}`;
    case "draft": case "signed-off": return stateWords[state.kind];
  }
}
