/** The record of a return as the Sign-off sheet holds it: its lines read from cells, and held against the number and hash that the Cover keeps. */
import { LONGEST_IN_LOG, logTable, sealedHeaders, type LogHeader } from "../../blueprint/sheets/sign-off";
import { lineNumber } from "../../blueprint/fingerprint";
import type { Holding } from "../../blueprint/types";
import { signatories } from "../../domain/signatories";
import type { Book } from "../../validation/book";
import { rowsOf, type Row } from "../../validation/rows";
import { eventWords, headOf, verdictOn, type Head, type LogEvent, type LogLine, type Verdict } from "./log";

/** The return that was sent last, as it can be named to whoever has it. */
export interface Sent { readonly sequence: number; readonly digest: string }

/** What the Cover keeps of the record, apart from it. */
export interface KeptHead extends Head { readonly sent: Sent | null }

/** "gone": the Cover tells of a record and there is none. */
export type RecordVerdict = Verdict | { readonly kind: "gone"; readonly lines: number };

export interface RecordReading {
  /** As far as lines can be read. */
  readonly lines: readonly LogLine[];
  /** Digest of the return as it went, by the number of the line that says it was sent. */
  readonly digests: ReadonlyMap<number, string>;
  /** Null where the Cover keeps none. */
  readonly head: KeptHead | null;
  readonly verdict: RecordVerdict;
}

export function recordIn(book: Book): RecordReading {
  const head = headIn(book.logHead);
  const rows = rowsOf(book, logTable);
  // Empty rows at the foot are none; one between lines is a line that was cleared.
  const standing = rows.slice(0, rows.map(isBlank).lastIndexOf(false) + 1);
  const read = standing.map(lineIn);
  const broken = read.indexOf(null);
  const lines = read.slice(0, broken < 0 ? undefined : broken).flatMap((line) => line ?? []);
  const digests = new Map(standing.flatMap((row) => (row.text("Return sent") === "" ? [] : [[Number(row.text("Number")), row.text("Return sent")] as const])));
  return { lines, digests, head, verdict: verdictFor(book, lines, broken, head) };
}

function verdictFor(book: Book, lines: readonly LogLine[], broken: number, head: KeptHead | null): RecordVerdict {
  if (head !== null && head.number > 0 && !book.tables.has(logTable.name)) return { kind: "gone", lines: head.number };
  const verdict = verdictOn(lines, broken < 0 ? head : null);
  return verdict.kind === "whole" && broken >= 0 ? { kind: "changed", line: broken + 1 } : verdict;
}

const isBlank = (row: Row): boolean => sealedHeaders.every((header) => row.text(header) === "");

/** A line read back; null where a cell holds what no line can. */
function lineIn(row: Row): LogLine | null {
  const text = (header: LogHeader): string => row.text(header);
  const event = (Object.keys(eventWords) as LogEvent[]).find((each) => eventWords[each] === text("What"));
  const as = text("As") === "" ? null : signatories.find(({ name }) => name === text("As"))?.id;
  const sequence = text("Sequence");
  if (event === undefined || as === undefined || !/^\d+$/.test(text("Number")) || !/^\d*$/.test(sequence)) return null;
  return {
    number: Number(text("Number")), event, as, by: text("Name"), role: text("Role"), on: text("When").replace(" ", "T"), note: text("Note"),
    sequence: sequence === "" ? null : Number(sequence), figures: text("Figures"), previous: text("Previous"), hash: text("Hash"),
  };
}

/** A line as cells, in the order of the table's columns; what a formula works out is null. @param sent - digest of the return that went; "" for every other line */
export function cellsOf(line: LogLine, sent = ""): readonly Holding[] {
  const words: Readonly<Record<LogHeader, string>> = {
    Hash: line.hash, Previous: line.previous, Figures: line.figures, Number: String(line.number), What: eventWords[line.event], As: signatories.find(({ id }) => id === line.as)?.name ?? "",
    When: line.on.replace("T", " "), Sequence: line.sequence === null ? "" : String(line.sequence), Name: line.by, Role: line.role, Note: line.note,
  };
  const all: Readonly<Record<string, string>> = { ...words, "Return sent": sent, Seal: String(lineNumber(sealedHeaders.map((header) => words[header]).join("|"))) };
  return logTable.columns.map(({ header }): Holding => { const text = all[header] ?? ""; return text === "" ? null : { text }; });
}

/** Words as a line can hold them: on one line, and nothing that a spreadsheet takes for a formula or an apostrophe. @example inLog("=A1 \n x", "note") // => "A1 x" */
export function inLog(words: string, of: keyof typeof LONGEST_IN_LOG): string {
  return words.replace(/[\uD800-\uDFFF\u0000-\u001F\u007F]/g, " ").replace(/\s+/g, " ").trim().replace(/^[=+\-@'\s]+/, "").slice(0, LONGEST_IN_LOG[of]).trim();
}

/** "3:ab…:1:cd…": number and hash of the last line, and what was sent last. */
export function headAsText({ number, hash, sent }: KeptHead): string {
  return [number, hash, ...(sent === null ? [] : [sent.sequence, sent.digest])].join(":");
}

/** What the Cover keeps, read back; null where it keeps none, or what is none. */
export function headIn(text: string | null): KeptHead | null {
  const [, number, hash, sequence, digest] = /^(\d{1,6}):([0-9a-f]{64})(?::(\d{1,4}):([0-9a-f]{64}))?$/.exec(text ?? "") ?? [];
  if (number === undefined || hash === undefined) return null;
  return { number: Number(number), hash, sent: sequence === undefined || digest === undefined ? null : { sequence: Number(sequence), digest } };
}

/** The head of a log, with what was sent last. */
export const keptHead = (log: readonly LogLine[], sent: Sent | null): KeptHead => ({ ...headOf(log), sent });

/** What was sent last in this workbook for its period; null where nothing was. */
export function lastSent({ lines, digests, head }: RecordReading): Sent | null {
  const started = lines.map(({ event }) => event).lastIndexOf("started");
  const line = lines.slice(started + 1).filter(({ event }) => event === "sent").at(-1);
  if (line === undefined) return started >= 0 ? null : head?.sent ?? null;
  const digest = digests.get(line.number) ?? "";
  return { sequence: line.sequence ?? 1, digest: digest === "" && head?.sent?.sequence === line.sequence ? head?.sent?.digest ?? "" : digest };
}

