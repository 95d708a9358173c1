/** The returns register: a line for each organisation that is expected, and for each other that sent something. */
import { isoDate, longDate, serialOfDate, type IsoDate } from "../../domain/period";
import type { Quarantined, ReadReturn } from "../file/arrival";
import type { QueryFile } from "../queries/query-file";
import { byText } from "../order";
import { codeOf } from "./choose";
import type { Collecting, Expected, RegisterLine, RegisterState } from "./collection";
import { reminderTo, type Wanting } from "./reminder";

/** What a region decided about a return: its query file says so. */
export type Decision = Pick<QueryFile, "decision" | "returnDigest">;

export interface Registered {
  readonly expected: ReadonlyMap<string, Expected>;
  readonly included: readonly ReadReturn[];
  readonly quarantined: readonly Quarantined[];
  readonly decisions: readonly Decision[];
}

/** @returns in the order of the codes */
export function registerOf({ expected, included, quarantined, decisions }: Registered, collecting: Collecting): readonly RegisterLine[] {
  const counting = new Map(included.map((each) => [codeOf(each), each]));
  const codes = [...new Set([...expected.keys(), ...counting.keys(), ...quarantined.map(saidCode).filter((code) => code !== "")])].sort(byText);
  return codes.map((code) => lineOf({ code, expected: expected.get(code), counts: counting.get(code), files: quarantined.filter((each) => saidCode(each) === code), decisions }, collecting));
}

const saidCode = ({ organisation }: Quarantined): string => organisation.trim().toUpperCase();

interface Known { readonly code: string; readonly expected: Expected | undefined; readonly counts: ReadReturn | undefined; readonly files: readonly Quarantined[]; readonly decisions: readonly Decision[] }

function lineOf({ code, expected, counts, files, decisions }: Known, collecting: Collecting): RegisterLine {
  const header = counts?.document.header;
  const [sender] = header?.contacts ?? [];
  const name = expected?.name ?? header?.organisation.name ?? code;
  const [contact, email] = expected === undefined || (expected.contact === "" && expected.email === "") ? [sender?.name ?? "", sender?.email ?? ""] : [expected.contact, expected.email];
  const state: RegisterState = counts === undefined ? (files.length > 0 ? "quarantined" : "missing") : stateOfCounting(counts, decisions);
  const wanting: Wanting | null = state === "missing" ? { kind: "missing" } : state === "quarantined" ? { kind: "quarantined", files } : state === "draft" ? { kind: "draft", file: counts?.file ?? "" } : null;
  return {
    code, name, isExpected: expected !== undefined, state, sequence: header?.sequence ?? null, isNil: header !== undefined && header.nil !== null, madeOn: header?.madeOn ?? null,
    daysLate: daysLate(counts, collecting.due), wholeness: counts?.wholeness ?? null, checked: counts?.document.checked ?? null,
    signedBy: counts === undefined ? "" : signedBy(counts), file: counts?.file ?? files[0]?.file ?? "", contact, email,
    reminder: wanting === null ? "" : reminderTo({ code, name, contact, email }, wanting, collecting),
  };
}

function stateOfCounting({ document: { header, digest } }: ReadReturn, decisions: readonly Decision[]): RegisterState {
  if (header.stage === "draft") return "draft";
  const decided = decisions.filter(({ returnDigest }) => returnDigest === digest).map(({ decision }) => decision);
  if (decided.includes("accepted")) return "accepted";
  if (decided.includes("queried")) return "queried";
  return header.sequence > 1 ? "resubmitted" : "received";
}

function daysLate(counts: ReadReturn | undefined, due: Collecting["due"]): number | null {
  const sent = counts === undefined ? null : firstSent(counts);
  return sent === null || due === null ? null : Math.max(0, serialOfDate(sent) - serialOfDate(due));
}

/** The day on which a return of the period was first sent, by the log: who was in time and answers a query afterwards is not late. */
export function firstSent({ document: { log, header } }: Pick<ReadReturn, "document">): IsoDate | null {
  const started = log.map(({ event }) => event).lastIndexOf("started");
  const sent = log.slice(started + 1).find(({ event }) => event === "sent")?.on ?? header.madeOn;
  return isoDate(sent.slice(0, 10));
}

/** As the board signed these figures: "A Khan, Chair, 20 April 2009". */
export function signedBy({ document: { log, figuresDigest } }: Pick<ReadReturn, "document">): string {
  const line = log.filter(({ event, as, figures }) => event === "signed" && as === "board" && figures === figuresDigest).at(-1);
  if (line === undefined) return "";
  const day = isoDate(line.on.slice(0, 10));
  return [line.by, line.role, day === null ? line.on : longDate(day)].filter((part) => part !== "").join(", ");
}
