/** What is to be written when something happens to a return: the lines, what stands above them, and what the Cover keeps. */
import { recordNames, type RecordTop, type RecordWriting } from "../../blueprint/sheets/sign-off";
import { isoDate, longDate } from "../../domain/period";
import { stateOf, stateWords } from "./life-cycle";
import { appended, type LogEntry, type LogLine } from "./log";
import { cellsOf, headAsText, inLog, keptHead, type RecordReading, type Sent } from "./record";
import { signaturesIn } from "./standing";

/** The figures as they are: by digest for the record, and as a number of the workbook's own, so that its formulas can tell when they change. */
export interface FiguresNow {
  readonly digest: string;
  readonly fingerprint: string | null;
  /** How the workbook works that number out, with its "=". */
  readonly formula: string;
}

/** Stands where figures are not those of now. No workbook works out such a number. */
const EARLIER = "earlier entries";

/** @param entries - what happens, in order @param sent - what goes with the last of them */
export function recordWriting(before: RecordReading, entries: readonly LogEntry[], now: FiguresNow, sent: Sent | null = null): RecordWriting {
  const log = logWith(before.lines, entries);
  const added = log.slice(before.lines.length);
  return {
    lines: added.map((line, index) => cellsOf(line, sent !== null && index === added.length - 1 ? sent.digest : "")),
    top: topOf(log, now), head: headAsText(keptHead(log, sent ?? before.head?.sent ?? null)),
  };
}

/** The log with what happens, its words as lines can hold them. */
export function logWith(lines: readonly LogLine[], entries: readonly LogEntry[]): readonly LogLine[] {
  return entries.reduce((log, entry) => appended(log, { ...entry, by: inLog(entry.by, "name"), role: inLog(entry.role, "role"), note: inLog(entry.note, "note") }), lines);
}

function topOf(log: readonly LogLine[], { digest, fingerprint, formula }: FiguresNow): RecordTop {
  const of = (figures: string): string => (figures === digest && fingerprint !== null ? fingerprint : EARLIER);
  const signatures = signaturesIn(log).map(({ line }) => line);
  const [stage, entries] = stageOf(log, digest, of);
  return new Map([
    [recordNames.names, signatures.map((line) => line?.by ?? "")], [recordNames.roles, signatures.map((line) => line?.role ?? "")],
    [recordNames.days, signatures.map((line) => (line === null ? "" : onDay(line.on)))], [recordNames.entries, signatures.map((line) => (line === null ? "" : of(line.figures)))],
    [recordNames.stage, [stage]], [recordNames.stageEntries, [entries]], [recordNames.lines, [String(log.length)]], [recordNames.now, [formula]],
  ]);
}

/** What became of it after it was signed, and the figures that this is true of: "" for any. */
function stageOf(log: readonly LogLine[], digest: string, of: (figures: string) => string): readonly [string, string] {
  const state = stateOf(log, digest);
  if (state.kind === "void" && state.changedSince.event === "signed") return ["", ""];
  const line = state.kind === "void" ? state.changedSince : log.filter(({ event }) => event === "sent" || event === "queried" || event === "accepted").at(-1);
  const kind = state.kind === "void" ? stateOf(log, state.changedSince.figures).kind : state.kind;
  if (line === undefined || !("sequence" in state || state.kind === "void")) return ["", ""];
  return [`${stateWords[kind]}, sequence ${line.sequence ?? 1}, ${onDay(line.on)}`, kind === "queried" ? "" : of(line.figures)];
}

/** @example onDay("2009-04-20T14:05") // => "20 April 2009, 14:05" */
export function onDay(on: string): string {
  const date = isoDate(on.slice(0, 10));
  return date === null ? on : `${longDate(date)}, ${on.slice(11)}`;
}
