/** What every action is made of. The pane, the ribbon and the headless runner know actions only through this. */

/** How bad a finding is: it must be put right, it needs an explanation, or it is worth knowing. */
export type Severity = "must-fix" | "explain" | "note";

/** What was said of a finding to explain. Its `reference` is what `explain` wants. */
export interface Explaining {
  readonly reference: string;
  /** It clears the finding: there is enough of it, with a name, and the figures are still those. */
  readonly holds: boolean;
  readonly text: string;
  readonly by: string;
  /** Said of other figures, with names and days; "" where nothing was. */
  readonly earlier: string;
}

/** One finding as a person reads it. `sheet` and `cell` are where it stands today, whatever the tab is called. */
export interface FindingLine {
  readonly code: string;
  readonly severity: Severity;
  /** Which of our sheets, for `goTo`; null for one that is not ours. Stays in the pane too: the runner's report has the other six. */
  readonly identity: string | null;
  readonly sheet: string;
  readonly cell: string;
  readonly says: string;
  readonly fix: string;
  /** Null for a finding that takes no explanation. Stays in the pane. */
  readonly explaining: Explaining | null;
}

/** A file an action made, as bytes in base64. */
export interface MadeFile { readonly name: string; readonly base64: string }

/** What goes with the findings of the accessibility check. Stays in the pane. */
export interface AccessibilityShown {
  /** For each finding, in their order: whether it is of the file as a whole, and how it can be put right here; null where it needs a person. `asks` is what has to be typed first, "" for nothing. */
  readonly beside: readonly { readonly isOfFile: boolean; readonly offer: { readonly id: string; readonly changes: string; readonly asks: string } | null }[];
  /** What only a person can say; `answer` is "" where nobody has. */
  readonly questions: readonly { readonly point: string; readonly asks: string; readonly answer: string }[];
}

/** A line of the returns register, as the pane shows it. */
export interface RegisterShown {
  readonly code: string;
  readonly name: string;
  /** "missing" and so on, and the same in words. */
  readonly state: "missing" | "quarantined" | "draft" | "received" | "resubmitted" | "queried" | "accepted";
  readonly stateWords: string;
  readonly sequence: number | null;
  readonly daysLate: number | null;
  readonly signedBy: string;
  readonly email: string;
  /** A whole letter; "" where there is nothing to remind of. */
  readonly reminder: string;
  readonly mustFix: number;
  readonly toExplain: number;
  /** What the region's rules found in its return. */
  readonly findings: readonly FindingLine[];
}

/** Figures of the region that can be traced: `options` are those of trace-figure, beside the figure. */
export interface Traceable { readonly label: string; readonly options: Readonly<Record<string, string>>; readonly figures: readonly string[] }

/** What a region collected. Stays in the pane. */
export interface RegionShown {
  /** "45 of 50 organisations" */
  readonly coverage: string;
  /** The register lists who is expected: only then can anybody be missing. */
  readonly isListed: boolean;
  /** In the order of the codes. */
  readonly register: readonly RegisterShown[];
  readonly setAside: readonly { readonly file: string; readonly organisation: string; readonly why: string; readonly says: string; readonly fix: string }[];
  /** Figures that resubmissions changed. */
  readonly changed: number;
  readonly traceable: readonly Traceable[];
}

/** A figure of one return that a region's total is made of. Stays in the pane. */
export interface TraceShown {
  readonly organisation: string;
  readonly figure: string;
  readonly place: string;
  readonly file: string;
  readonly findings: readonly string[];
  readonly signedBy: string;
}

/** What an action did, in words for the person who asked. */
export interface ActionReport {
  readonly says: string;
  readonly findings: readonly FindingLine[];
  readonly files: readonly MadeFile[];
  /** Of the accessibility check only. */
  readonly accessibility?: AccessibilityShown;
  /** Of collecting returns only. */
  readonly regionShown?: RegionShown;
  /** Of tracing a figure only. */
  readonly traceShown?: readonly TraceShown[];
  /** Of a repair only: it can be taken back. Stays in the pane. */
  readonly canUndoRepair?: boolean;
}

/** Why an action could not be done. `code` is permanent and machine-readable; `message` is for the person. Nothing was changed, or `message` says what stands. */
export class ActionProblem extends Error {
  constructor(readonly code: string, says: string, options?: ErrorOptions) {
    super(says, options);
    this.name = "ActionProblem";
  }
}

/** Told as work goes on, so that the pane can show it and offer to stop. */
export interface Progress {
  readonly step: (says: string, done: number, of: number) => void;
  readonly signal: AbortSignal;
}

export interface Action {
  /** "insert-template": the id in a job file and in the manifest. */
  readonly id: string;
  readonly label: string;
  /** Each option of the action: its name in a job's `with`, and what it means. For `--help`. */
  readonly options: Readonly<Record<string, string>>;
  /** @param options - as a job file or the pane gives them: not yet trusted, so parsed here @throws ActionProblem */
  perform(options: unknown, progress: Progress): Promise<ActionReport>;
}
