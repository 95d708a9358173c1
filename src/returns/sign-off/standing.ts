/** Where the return of a workbook stands, with all that it follows from. */
import { signatories, type Signatory } from "../../domain/signatories";
import type { Book } from "../../validation/book";
import type { FindingPlace } from "../../validation/finding-place";
import { rowsOf } from "../../validation/rows";
import { travelling } from "../../validation/vocabulary";
import { enteredFigures, type EnteredFigures, type HeaderProblem } from "../from-book";
import { stateOf, type ReturnState } from "./life-cycle";
import type { LogLine } from "./log";
import { recordIn, type RecordReading } from "./record";

export interface ReturnStanding {
  readonly record: RecordReading;
  /** Null where the Cover lacks something that a return must say. */
  readonly figures: EnteredFigures | null;
  readonly lacking: readonly HeaderProblem[];
  readonly state: ReturnState;
}

/** @param nil - the reason of a nil return that is being signed; otherwise as it was signed */
export function standingIn(book: Book, nil: string | null = null): ReturnStanding {
  const record = recordIn(book);
  const reason = nil ?? nilIn(record.lines);
  // Once a figure is entered it is no nil return any more, and the signature for one is void.
  const { figures, lacking } = enteredFigures(book, reason === null || firstFigure(book) !== null ? null : { reason });
  return { record, figures, lacking, state: stateOf(record.lines, figures?.figuresDigest ?? "") };
}

const NIL = "Nil return: ";

/** The note of a signature under a nil return. */
export const nilNote = (reason: string, note: string): string => `${NIL}${reason}${note === "" ? "" : ` (${note})`}`;

/** The reason of the nil return that was signed last in this round; null where figures were. */
function nilIn(lines: readonly LogLine[]): string | null {
  const last = roundOf(lines).filter(({ event }) => event === "checked").at(-1);
  return last === undefined || !last.note.startsWith(NIL) ? null : last.note.slice(NIL.length);
}

/** Lines since the return was last reopened or started. */
export function roundOf(lines: readonly LogLine[]): readonly LogLine[] {
  return lines.slice(lines.map(({ event }) => event === "reopened" || event === "started").lastIndexOf(true) + 1);
}

/** Where the first figure stands that was entered; null where none was. The template's own "n/a" is none. */
export function firstFigure(book: Book): FindingPlace | null {
  for (const table of travelling.values()) {
    for (const row of rowsOf(book, table)) {
      for (const measure of table.figures) {
        const entry = row.at(table.headings.get(measure) ?? "");
        if (entry !== null && entry.figure.kind !== "blank" && entry.figure.kind !== "not-applicable") return entry.place;
      }
    }
  }
  return null;
}

/** Who has not signed the figures as they are, and is to be next; null where all have. */
export function nextSignatory({ kind, ...state }: ReturnState): Signatory | null {
  if (kind === "signed-off" || kind === "sent" || kind === "resubmitted" || kind === "accepted") return null;
  const signed = "signed" in state ? state.signed : [];
  return signatories.find(({ id }) => !signed.includes(id)) ?? null;
}

/** The last signature of each signatory in this round, in their order. */
export function signaturesIn(lines: readonly LogLine[]): readonly { readonly signatory: Signatory; readonly line: LogLine | null }[] {
  return signatories.map((signatory) => ({ signatory, line: roundOf(lines).filter(({ event, as }) => event === "signed" && as === signatory.id).at(-1) ?? null }));
}

