/** The pane at work: asks the actions, keeps the state, and looks at the workbook again whenever it may have changed. */
import * as React from "react";
import { unstable_batchedUpdates } from "react-dom";
import type { Action, MadeFile } from "../actions/action";
import type { Route } from "../actions/hand-over";
import type { Target } from "../actions/go-to";
import type { Looked } from "../actions/look";
import { settled, type Outcome } from "../actions/outcome";
import type { SetUpAnswers } from "../actions/set-up";
import { detailsOf } from "./details";
import { clockNow, Judging, loadActions, loadGoTo, loadHandOver, loadLook } from "./judging";
import { Watching } from "./watching";
import { next, startingState, type Happening, type PaneState, type Task, type TaskOptions } from "./state";

/** Work that takes less is not worth a progress line. */
const WORTH_SHOWING_MS = 1000;
/** Focus comes and goes in bursts while somebody clicks between sheet and pane; one look serves them all. */
const SETTLED_MS = 200;

export interface Pane {
  readonly state: PaneState;
  readonly say: (happening: Happening) => void;
  readonly perform: (task: Task, options?: TaskOptions) => void;
  readonly stop: () => void;
  readonly show: (target: Target) => void;
  readonly lookAgain: () => void;
  /** Hands a file over by one way only, after the first that worked was not what was wanted. */
  readonly handOver: (file: MadeFile, by: Route) => void;
}

export function usePane(startFrom: SetUpAnswers): Pane {
  const [state, say] = React.useReducer(next, startFrom, startingState);
  const work = React.useRef<AbortController | null>(null);
  const judging = React.useRef(new Judging(say));
  const lookAgain = React.useCallback(() => {
    // Work looks for itself when it has ended; a look in between would show a workbook half made.
    if (work.current === null) void settled(lookNow).then((outcome) => {
      if (work.current !== null) return;
      say(lookedAs(outcome));
      if (outcome.ok) void judging.current.judge(outcome.report.book);
    });
  }, []);
  useLooking(lookAgain, say);
  const perform = React.useCallback((task: Task, options: TaskOptions = {}) => {
    if (work.current === null) void performing(task, options, work, say, judging.current);
  }, []);
  const stop = React.useCallback(() => {
    say({ kind: "asked-to-stop" });
    work.current?.abort();
  }, []);
  const show = React.useCallback((target: Target) => {
    void settled(async () => (await loadGoTo()).goTo(target)).then((outcome) => {
      if (!outcome.ok) say({ kind: "not-shown", says: outcome.problem.says, details: detailsOf("go-to", outcome.cause) });
    });
  }, []);
  const handOver = React.useCallback((file: MadeFile, by: Route) => { void handingOver([file], by, say); }, []);
  return { state, say, perform, stop, show, lookAgain, handOver };
}

/** By the first way that works here, unless one is chosen. */
async function handingOver(files: readonly MadeFile[], by: Route | null, say: (happening: Happening) => void): Promise<void> {
  for (const file of files) {
    const outcome = await settled(async () => (await loadHandOver()).handOver(file, by));
    if (outcome.ok) say({ kind: "handed-over", over: outcome.report });
    else say({ kind: "not-shown", says: outcome.problem.says, details: detailsOf("hand-over", outcome.cause) });
  }
}

const lookNow = async (): Promise<Looked> => (await loadLook()).look();

function lookedAs(outcome: Outcome<Looked>): Happening {
  return outcome.ok ? { kind: "looked", outcome: { ok: true, report: outcome.report.state }, details: "" } : { kind: "looked", outcome, details: detailsOf("look", outcome.cause) };
}

async function performing(task: Task, options: TaskOptions, work: React.MutableRefObject<AbortController | null>, say: (happening: Happening) => void, judging: Judging): Promise<void> {
  const controller = new AbortController();
  work.current = controller;
  say({ kind: "began", task });
  const timer = window.setTimeout(() => say({ kind: "took-a-second", task }), WORTH_SHOWING_MS);
  const outcome = await settled(async () => (await actionFor(task)).perform(options, { signal: controller.signal, step: (says, done, of) => say({ kind: "progressed", says, done, of }) }), controller.signal);
  window.clearTimeout(timer);
  const seen = await settled(lookNow);
  work.current = null;
  unstable_batchedUpdates(() => {
    say({ kind: "ended", task, options, outcome, details: outcome.ok ? "" : detailsOf(task, outcome.cause), at: clockNow() });
    say(lookedAs(seen));
  });
  if (seen.ok) await judging.judge(seen.report.book);
  if (outcome.ok) await handingOver(outcome.report.files, null, say);
}

/** @throws ActionProblem when its script cannot be fetched */
async function actionFor(task: Task): Promise<Action> {
  const { allActions } = await loadActions();
  const action = allActions.find(({ id }) => id === task);
  if (action === undefined) throw new Error(`No action is called ${task}.`);
  return action;
}

/** Looks at the start, when figures change, and when the person comes back to the pane; what nobody caught is shown and not lost. */
function useLooking(lookAgain: () => void, say: (happening: Happening) => void): void {
  React.useEffect(() => {
    const failed = (cause: unknown): void => say({ kind: "failed", says: cause instanceof Error ? cause.message : String(cause), details: detailsOf("pane", cause) });
    const watching = new Watching(lookAgain, failed);
    let timer = 0;
    const soon = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => { watching.begin(); lookAgain(); }, SETTLED_MS);
    };
    const thrown = (event: ErrorEvent): void => failed(event.error ?? event.message);
    const rejected = (event: PromiseRejectionEvent): void => failed(event.reason);
    window.addEventListener("focus", soon);
    window.addEventListener("error", thrown);
    window.addEventListener("unhandledrejection", rejected);
    watching.begin();
    lookAgain();
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener("focus", soon);
      window.removeEventListener("error", thrown);
      window.removeEventListener("unhandledrejection", rejected);
      watching.end();
    };
  }, [lookAgain, say]);
}
