/** Where a return stands, worked out from its log and the figures as they are now. A state is never stored, so none can be out of date. */
import { signatories, type SignatoryId } from "../../domain/signatories";
import type { LogLine } from "./log";

export type ReturnState =
  | { readonly kind: "draft" }
  /** Nothing must be fixed and everything soft is explained; `signed` have signed so far. */
  | { readonly kind: "checked"; readonly signed: readonly SignatoryId[] }
  | { readonly kind: "signed-off" }
  /** Somebody signed, or it was sent, and figures were changed since. `changedSince` is the line they were signed or sent in. */
  | { readonly kind: "void"; readonly changedSince: LogLine }
  | { readonly kind: "sent"; readonly sequence: number }
  /** The region asks about what was sent. */
  | { readonly kind: "queried"; readonly sequence: number }
  | { readonly kind: "resubmitted"; readonly sequence: number }
  | { readonly kind: "accepted"; readonly sequence: number };

/** In words, for the pane, the Sign-off sheet and the register. */
export const stateWords: Readonly<Record<ReturnState["kind"], string>> = {
  draft: "Draft", checked: "Checked", "signed-off": "Signed off", void: "Void: figures changed since", sent: "Sent", queried: "Queried", resubmitted: "Resubmitted", accepted: "Accepted and locked",
};

/** @param figures - digest of the figures as they are now */
export function stateOf(log: readonly LogLine[], figures: string): ReturnState {
  const fresh = lastOf(log, ({ event }) => event === "reopened" || event === "started");
  const round = fresh === undefined ? log : log.slice(log.indexOf(fresh) + 1);
  const travelled = lastOf(round, ({ event }) => event === "sent" || event === "queried" || event === "accepted");
  const since = travelled === undefined ? round : round.slice(round.lastIndexOf(travelled) + 1);
  const signed = signatories.map(({ id }) => id).filter((id) => since.some((line) => line.event === "signed" && line.as === id && line.figures === figures));
  if (signed.length === signatories.length) return { kind: "signed-off" };
  const stale = lastOf(since, (line) => line.event === "signed" && line.figures !== figures);
  if (signed.length > 0) return { kind: "checked", signed };
  if (stale !== undefined) return { kind: "void", changedSince: stale };
  if (travelled !== undefined) return travelledState(travelled, round, figures);
  return since.some((line) => line.event === "checked" && line.figures === figures) ? { kind: "checked", signed: [] } : { kind: "draft" };
}

function travelledState(line: LogLine, round: readonly LogLine[], figures: string): ReturnState {
  const sequence = line.sequence ?? 0;
  if (line.event === "queried") return { kind: "queried", sequence };
  if (line.figures !== figures) return { kind: "void", changedSince: line };
  if (line.event === "accepted") return { kind: "accepted", sequence };
  return round.some(({ event }) => event === "queried") || sequence > 1 ? { kind: "resubmitted", sequence } : { kind: "sent", sequence };
}

/** `findLast` is not in every Excel. */
const lastOf = (log: readonly LogLine[], wanted: (line: LogLine) => boolean): LogLine | undefined => log.filter(wanted).at(-1);
