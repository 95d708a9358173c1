/**
 * The log of a return: what happened to it, who did it, when and why. Each line holds the hash of the line before, so that none can be changed, taken out
 * or put in between without it showing. That lines were cut off at the end is seen by the number and hash of the last one, which is kept elsewhere too.
 */
import type { SignatoryId } from "../../domain/signatories";
import { digestOf } from "../digest";

export const eventIds = ["checked", "signed", "sent", "queried", "answered", "accepted", "reopened", "started"] as const;
export type LogEvent = (typeof eventIds)[number];

/** As the Sign-off sheet and the return file say it. Both are read back by these words, so they belong to the format. */
export const eventWords: Readonly<Record<LogEvent, string>> = {
  checked: "Checked", signed: "Signed", sent: "Sent", queried: "Queried", answered: "Answered", accepted: "Accepted", reopened: "Reopened", started: "Started",
};

export interface LogLine {
  /** From 1. */
  readonly number: number;
  readonly event: LogEvent;
  /** Of "signed" only; null for the others. */
  readonly as: SignatoryId | null;
  readonly by: string;
  /** What they are: "Director of workforce". */
  readonly role: string;
  /** As "2009-04-20T14:05". */
  readonly on: string;
  /** Why, or what: "Sequence 2: late starters were added". */
  readonly note: string;
  /** Of "sent", "queried" and "accepted": the return that it is about; null for the others. */
  readonly sequence: number | null;
  /** Digest of the figures as they were. */
  readonly figures: string;
  /** Hash of the line before; 64 zeroes for the first. */
  readonly previous: string;
  readonly hash: string;
}

/** What a line says, before it is chained. */
export type LogEntry = Omit<LogLine, "number" | "previous" | "hash">;

export const FIRST = "0".repeat(64);

/** The log with one line more. */
export function appended(log: readonly LogLine[], entry: LogEntry): readonly LogLine[] {
  const last = log.at(-1);
  const line = { ...entry, number: (last?.number ?? 0) + 1, previous: last?.hash ?? FIRST };
  return [...log, { ...line, hash: digestOf(line) }];
}

/** Number and hash of the last line, to be kept apart from the log. */
export interface Head { readonly number: number; readonly hash: string }

export const headOf = (log: readonly LogLine[]): Head => ({ number: log.at(-1)?.number ?? 0, hash: log.at(-1)?.hash ?? FIRST });

/** Whether a log is whole. `line` is the number of the first line that does not fit. */
export type Verdict =
  | { readonly kind: "whole" }
  | { readonly kind: "changed" | "out-of-order"; readonly line: number }
  /** Lines are missing at the end. */
  | { readonly kind: "cut-off"; readonly lines: number };

/** @param head - as it was kept apart; null where none was */
export function verdictOn(log: readonly LogLine[], head: Head | null): Verdict {
  let previous = FIRST;
  for (const [index, { hash, ...line }] of log.entries()) {
    if (line.number !== index + 1 || line.previous !== previous) return { kind: "out-of-order", line: index + 1 };
    if (digestOf(line) !== hash) return { kind: "changed", line: index + 1 };
    previous = hash;
  }
  if (head === null) return { kind: "whole" };
  if (head.number > log.length) return { kind: "cut-off", lines: head.number - log.length };
  // Lines after the one that is known are whole too: the last was not noted where Excel refused half way.
  return head.number > 0 && log[head.number - 1]?.hash !== head.hash ? { kind: "changed", line: head.number } : { kind: "whole" };
}
