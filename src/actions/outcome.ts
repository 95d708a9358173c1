/** What came of asking for something: told to the pane, the ribbon and the headless runner in one form. Nothing that went wrong is lost on the way. */
import { ActionProblem, type Action, type ActionReport, type Progress } from "./action";

/** Why it was not done. `code` is permanent; `says` is for the person. */
export interface Problem { readonly code: string; readonly says: string }

/** `cause` is the error itself, for the details that a person can copy; it does not travel to the runner. */
export type Outcome<T = ActionReport> =
  | { readonly ok: true; readonly report: T }
  | { readonly ok: false; readonly problem: Problem; readonly cause: unknown };

/** The code of a mistake of ours, as against something the world refused. */
export const DEFECT = "defect";
/** The code of work that the person stopped. */
export const STOPPED = "stopped";

/** An action's outcome. Never rejects. */
export function outcomeOf(action: Action, options: unknown, progress: Progress): Promise<Outcome> {
  return settled(() => action.perform(options, progress), progress.signal);
}

/** The outcome of any work: its result, or why there is none. Never rejects. */
export async function settled<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<Outcome<T>> {
  try {
    return { ok: true, report: await work() };
  } catch (error) {
    return { ok: false, problem: problemOf(error, signal), cause: error };
  }
}

const PANE_ONLY: ReadonlySet<string> = new Set(["identity", "explaining", "accessibility", "canUndoRepair", "regionShown", "traceShown"]);

/**
 * An outcome as the runner reads it: {"ok":true,"report":…} or {"ok":false,"problem":{"code","says"}}. The identity of a finding's sheet,
 * its explanation and what the accessibility check offers are for the pane only and stay behind; the words say what was explained.
 */
export function outcomeAsJson(outcome: Outcome<unknown>): string {
  const told = outcome.ok ? { ok: true, report: outcome.report } : { ok: false, problem: outcome.problem };
  return JSON.stringify(told, (key, value: unknown) => (PANE_ONLY.has(key) ? undefined : value));
}

function problemOf(error: unknown, signal: AbortSignal | undefined): Problem {
  if (error instanceof ActionProblem) return { code: error.code, says: error.message };
  if (signal?.aborted === true && error === signal.reason) return { code: STOPPED, says: "Stopped. Nothing after this point was done." };
  const named = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: DEFECT, says: `Something went wrong inside Talent Plan (${named}). This is a fault of the add-in, not of your figures.` };
}
