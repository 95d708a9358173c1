/** Everything the pane can be showing, as named cases, and the one function that goes from one to the next. No effects, no words of its own. */
import type { AccessibilityShown, ActionReport, FindingLine, MadeFile, RegionShown, Severity, TraceShown } from "../actions/action";
import { DEFECT, STOPPED, type Outcome, type Problem } from "../actions/outcome";
import type { HandOver } from "../actions/hand-over";
import type { ReturnShown } from "../actions/return-shown";
import type { RulesShown } from "../actions/rules-in-use";
import type { SetUpAnswers } from "../actions/set-up";
import type { NoTemplateState, TemplateState, WorkbookState } from "../actions/workbook-state";

export const steps = ["set-up", "enter", "check", "summarise", "sign-off", "consolidate"] as const;
export type Step = (typeof steps)[number];

/** What the pane can ask for: the ids of src/actions/all-actions.ts. */
export type Task = "insert-template" | "remove-template" | "fill-example" | "check" | "explain" | "repair" | "undo-repair" | "load-rule-pack" | "use-shipped-rules" | "accessibility" | "audit" | "summarise" | "sign-off" | "export-return" | "reopen" | "load-queries" | "answer-query" | "load-last-return" | "carry-forward" | "add-module" | "consolidate" | "trace-figure" | "make-queries" | "compare-returns";

/** The options that a task is asked with, as src/actions reads them. */
export type TaskOptions = Readonly<Record<string, unknown>>;

/** What is known of the open workbook. */
export type Book =
  | { readonly kind: "looking" }
  | { readonly kind: "unreadable"; readonly says: string }
  | NoTemplateState
  | TemplateState;

/** The work in hand. It is `under-way` after a second, when it is worth showing how far it is and offering to stop. */
export type Doing =
  | { readonly kind: "nothing" }
  | { readonly kind: "begun"; readonly task: Task }
  | { readonly kind: "under-way"; readonly task: Task; readonly says: string; readonly done: number; readonly of: number }
  | { readonly kind: "stopping"; readonly task: Task };

/** What the last piece of work came to. `confirm` waits for a yes: the words say what would go. */
export type Said =
  | { readonly kind: "nothing" }
  | { readonly kind: "done"; readonly task: Task; readonly says: string }
  | { readonly kind: "refused"; readonly says: string; readonly details: string }
  /** The workbook could not be read again; what is shown may be out of date until it is. */
  | { readonly kind: "not-read"; readonly says: string; readonly details: string }
  | { readonly kind: "stopped"; readonly task: Task; readonly says: string }
  /** `options` are those that it was asked with. */
  | { readonly kind: "confirm"; readonly task: Task; readonly says: string; readonly options: TaskOptions }
  | { readonly kind: "defect"; readonly says: string; readonly details: string };

/** What is found in the figures as they are, and when they were last looked through: "14:05". */
export type Listed =
  | { readonly kind: "not-listed" }
  | { readonly kind: "listed"; readonly findings: readonly FindingLine[]; readonly at: string };

/** What the last look for accessibility found. */
export interface AccessibilityFound { readonly findings: readonly FindingLine[]; readonly shown: AccessibilityShown }

/** What a region has collected, as far as this pane knows. */
export interface RegionState {
  /** Null until it was collected, or looked at again, in this pane. */
  readonly shown: RegionShown | null;
  /** What the figure traced last is made of, and which it was. */
  readonly trace: { readonly of: string; readonly lines: readonly TraceShown[] } | null;
  /** With what to go on after reading was stopped. */
  readonly goOn: TaskOptions | null;
}

export interface PaneState {
  readonly book: Book;
  readonly step: Step;
  readonly doing: Doing;
  readonly said: Said;
  readonly answers: SetUpAnswers;
  /** The template is there and its answers are being changed. */
  readonly changing: boolean;
  readonly listed: Listed;
  /** By which rules the figures are judged; null until they were looked through. */
  readonly rules: RulesShown | null;
  readonly shown: Severity | "all";
  /** Null until it was looked for. */
  readonly accessibility: AccessibilityFound | null;
  /** What was found on the person's own sheets when they were last looked through. */
  readonly audited: Listed;
  /** What a repair of the template would change, a line each. */
  readonly repairs: readonly string[];
  /** The last repair can be taken back. */
  readonly canUndoRepair: boolean;
  /** Where the return stands; null until the figures were looked through. */
  readonly standing: ReturnShown | null;
  /** Files that the last piece of work made, and how they were handed over; null before they were. */
  readonly made: { readonly files: readonly MadeFile[]; readonly over: HandOver | null } | null;
  readonly region: RegionState;
}

export type Happening =
  | { readonly kind: "looked"; readonly outcome: Outcome<WorkbookState>; readonly details: string }
  /** Figures that changed were looked through again. */
  | { readonly kind: "judged"; readonly findings: readonly FindingLine[]; readonly rules: RulesShown; readonly repairs: readonly string[]; readonly standing: ReturnShown | null; readonly at: string }
  /** A file that was made came to the person, or is shown as text. */
  | { readonly kind: "handed-over"; readonly over: HandOver }
  | { readonly kind: "went"; readonly step: Step }
  | { readonly kind: "answered"; readonly answers: Partial<SetUpAnswers> }
  | { readonly kind: "changing"; readonly changing: boolean }
  | { readonly kind: "began"; readonly task: Task }
  | { readonly kind: "took-a-second"; readonly task: Task }
  | { readonly kind: "progressed"; readonly says: string; readonly done: number; readonly of: number }
  | { readonly kind: "asked-to-stop" }
  | { readonly kind: "ended"; readonly task: Task; readonly options: TaskOptions; readonly outcome: Outcome<ActionReport>; readonly details: string; readonly at: string }
  /** A sheet or cell could not be gone to. */
  | { readonly kind: "not-shown"; readonly says: string; readonly details: string }
  | { readonly kind: "failed"; readonly says: string; readonly details: string }
  | { readonly kind: "showed-only"; readonly severity: Severity | "all" }
  | { readonly kind: "put-away" };

const NOTHING = { kind: "nothing" } as const;
const NO_REGION: RegionState = { shown: null, trace: null, goOn: null };
const NOT_LISTED = { kind: "not-listed" } as const;
/** Codes of actions that stop to ask first; they go ahead when asked again with the option that OutcomeLine.tsx names. */
const CONFIRMATIONS: ReadonlySet<string> = new Set(["needs-confirmation", "figures-entered"]);

export function startingState(answers: SetUpAnswers): PaneState {
  return { book: { kind: "looking" }, step: "set-up", doing: NOTHING, said: NOTHING, answers, changing: false, listed: NOT_LISTED, rules: null, shown: "all", accessibility: null, audited: NOT_LISTED, repairs: [], canUndoRepair: false, standing: null, made: null, region: NO_REGION };
}

/** The next state. A happening that makes no sense in the state leaves it as it is. */
export function next(state: PaneState, happening: Happening): PaneState {
  switch (happening.kind) {
    case "looked": return looked(state, happening.outcome, happening.details);
    case "judged": return state.book.kind === "with-template" ? { ...state, listed: { kind: "listed", findings: happening.findings, at: happening.at }, rules: happening.rules, repairs: happening.repairs, standing: happening.standing } : state;
    case "handed-over": return state.made === null ? state : { ...state, made: { ...state.made, over: happening.over } };
    case "went": return { ...state, step: happening.step, said: NOTHING, changing: false };
    case "answered": return { ...state, answers: { ...state.answers, ...happening.answers } };
    case "changing": return { ...state, changing: happening.changing, said: NOTHING };
    case "began": return { ...state, doing: { kind: "begun", task: happening.task }, said: NOTHING };
    case "took-a-second": return state.doing.kind === "begun" && state.doing.task === happening.task
      ? { ...state, doing: { kind: "under-way", task: happening.task, says: "", done: 0, of: 0 } } : state;
    case "progressed": return state.doing.kind === "under-way"
      ? { ...state, doing: { ...state.doing, says: happening.says, done: happening.done, of: happening.of } } : state;
    case "asked-to-stop": return state.doing.kind === "nothing" ? state : { ...state, doing: { kind: "stopping", task: state.doing.task } };
    case "ended": return ended(state, happening.task, happening.outcome, happening);
    case "not-shown": return { ...state, said: { kind: "refused", says: happening.says, details: happening.details } };
    case "failed": return { ...state, said: { kind: "defect", says: happening.says, details: happening.details } };
    case "showed-only": return { ...state, shown: happening.severity };
    case "put-away": return { ...state, said: NOTHING };
  }
}

function looked(before: PaneState, outcome: Outcome<WorkbookState>, details: string): PaneState {
  if (!outcome.ok) return unread(before, outcome.problem, details);
  const state = before.said.kind === "not-read" ? { ...before, said: NOTHING } : before;
  const book = outcome.report;
  if (book.kind === "without-template") return { ...state, book, listed: NOT_LISTED, rules: null, accessibility: null, standing: null, made: null };
  return state.changing ? { ...state, book } : { ...state, book, answers: answersIn(book, state.answers) };
}

/** What is known stays in sight, for somebody who is typing in a cell; what the last work came to is not covered up. */
function unread(state: PaneState, { says }: Problem, details: string): PaneState {
  if (state.book.kind === "looking" || state.book.kind === "unreadable") return { ...state, book: { kind: "unreadable", says } };
  return state.said.kind === "nothing" ? { ...state, said: { kind: "not-read", says, details } } : state;
}

/** What the workbook says comes before what the pane supposed. */
function answersIn(book: TemplateState, supposed: SetUpAnswers): SetUpAnswers {
  return {
    structure: book.structure ?? supposed.structure,
    organisationCode: book.organisationCode, organisationName: book.organisationName, period: book.period, asAt: book.asAt,
    roleGroups: book.roleGroups, demandUnit: book.demandUnit,
  };
}

/** Work that looks through every figure. */
const isCheck = (task: Task): boolean => task === "check" || task === "explain" || task === "sign-off" || task === "export-return";

function regionAfter(region: RegionState, task: Task, { regionShown, traceShown }: ActionReport, options: TaskOptions): RegionState {
  const shown = regionShown ?? region.shown;
  const of = [options["roleGroup"], options["group"], options["population"], options["figure"]].filter((part) => typeof part === "string").join(", ");
  if (traceShown !== undefined) return { ...region, trace: { of, lines: traceShown } };
  return task === "consolidate" ? { shown, trace: null, goOn: null } : { ...region, shown };
}

type Ending = Pick<Extract<Happening, { readonly kind: "ended" }>, "details" | "at" | "options">;

function ended(state: PaneState, task: Task, outcome: Outcome<ActionReport>, { details, at, options }: Ending): PaneState {
  const rested = { ...state, doing: NOTHING };
  if (outcome.ok) {
    const listed: Listed = isCheck(task) ? { kind: "listed", findings: outcome.report.findings, at } : task === "remove-template" ? NOT_LISTED : state.listed;
    const { findings, files, accessibility: shown, canUndoRepair = state.canUndoRepair && task !== "remove-template" } = outcome.report;
    const accessibility = shown === undefined ? state.accessibility : { findings, shown };
    const audited: Listed = task === "audit" ? { kind: "listed", findings, at } : state.audited;
    const made = files.length === 0 ? state.made : { files, over: null };
    return { ...rested, listed, accessibility, audited, canUndoRepair, made, region: regionAfter(state.region, task, outcome.report, options), shown: task === "check" ? "all" : state.shown, changing: false, said: { kind: "done", task, says: outcome.report.says } };
  }
  const { code, says } = outcome.problem;
  if (code === STOPPED && task === "consolidate") return { ...rested, region: { ...state.region, goOn: options }, said: { kind: "stopped", task, says } };
  if (code === DEFECT) return { ...rested, said: { kind: "defect", says, details } };
  if (code === STOPPED) return { ...rested, said: { kind: "stopped", task, says } };
  return { ...rested, said: CONFIRMATIONS.has(code) ? { kind: "confirm", task, says, options } : { kind: "refused", says, details } };
}
