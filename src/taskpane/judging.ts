/** Keeps the list of findings with the figures: whenever a look at the workbook shows others than before, they are judged anew. Nothing pops up. */
import { ActionProblem } from "../actions/action";
import type { Looked } from "../actions/look";
import { DEFECT, settled } from "../actions/outcome";
import { detailsOf } from "./details";
import { notLoaded } from "./strings";
import type { Happening } from "./state";

/** Actions and rules come in a script of their own, so that the pane opens before they are there. @throws ActionProblem where it cannot be fetched */
export const loadActions = (): Promise<typeof import("../actions/all-actions")> => import(/* webpackChunkName: "actions" */ "../actions/all-actions").catch(notFetched);
/** All that talks to Excel comes with them: a screen shows before it is there. */
export const loadLook = (): Promise<typeof import("../actions/look")> => import(/* webpackChunkName: "actions" */ "../actions/look").catch(notFetched);
export const loadGoTo = (): Promise<typeof import("../actions/go-to")> => import(/* webpackChunkName: "actions" */ "../actions/go-to").catch(notFetched);
export const loadHandOver = (): Promise<typeof import("../actions/hand-over")> => import(/* webpackChunkName: "actions" */ "../actions/hand-over").catch(notFetched);
const loadLiveCheck = (): Promise<typeof import("../actions/live-check")> => import(/* webpackChunkName: "actions" */ "../actions/live-check").catch(notFetched);

function notFetched(cause: unknown): never {
  throw new ActionProblem("not-loaded", notLoaded, { cause });
}

/** @example clockNow() // => "14:05" */
export const clockNow = (): string => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

export class Judging {
  /** The figures that were judged last, or are being judged. */
  private judged = "";
  private work = new AbortController();

  constructor(private readonly say: (happening: Happening) => void) {}

  /** Looks through figures that are not those of last time; older ones that are still being looked through are given up. Does nothing for a workbook without a template. */
  async judge(book: Looked["book"]): Promise<void> {
    const own = new AbortController();
    const outcome = await settled(async () => {
      const { findingsNow, snapshotOf } = await loadLiveCheck();
      const snapshot = snapshotOf(book);
      if (snapshot === this.judged) return null;
      this.judged = snapshot;
      this.work.abort();
      this.work = own;
      return book.sheets.length === 0 ? null : findingsNow(book, own.signal);
    }, own.signal);
    // Newer figures are being looked through.
    if (own.signal.aborted) return;
    if (outcome.ok) {
      if (outcome.report !== null) this.say({ kind: "judged", ...outcome.report, at: clockNow() });
      return;
    }
    this.judged = "";
    const [says, details] = [outcome.problem.says, detailsOf("judging", outcome.cause)];
    this.say(outcome.problem.code === DEFECT ? { kind: "failed", says, details } : { kind: "not-shown", says, details });
  }
}
