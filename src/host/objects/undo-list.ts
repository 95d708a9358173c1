/**
 * What a person can take back and do again: their own work and, where this Excel has that, the add-in's.
 *
 * Microsoft's page on undo documents that what an add-in does is kept beside what the person does, and which calls empty the
 * history. It does not say how much is one step; reported is one `context.sync()`, which is what a request is here. Excels older
 * than ExcelApi 1.20 ("adds undo support") lose the history whenever an add-in changes something, as they always did.
 */
import type { Change } from "../workbook/change";
import type { Recording, Undone } from "../workbook/recording";
import { Touched } from "../workbook/touched";
import type { Workbook } from "../workbook/workbook";

/** Excel's own limit. */
const LONGEST = 100;
/** So much is remembered in all; older steps go first, but the latest always stays. */
const MOST_NOTED = 1_000_000;

/** What no history is about. */
const LOOKING: ReadonlySet<Change["kind"]> = new Set<Change["kind"]>(["selection", "sheet-activated", "clicked"]);

type Step = readonly Undone[];

export class UndoList {
  private back: Step[] = [];
  private forward: Step[] = [];
  private recording: Recording | null = null;
  private isAside = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly workbook: Workbook) { workbook.listen((change) => this.onChange(change)); }

  get canUndo(): boolean { return this.back.length > 0; }
  get canRedo(): boolean { return this.forward.length > 0; }

  /** Told when there is more or less to take back or to do again. @returns what stops it */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Does a piece of work so that it can be taken back as one step. Work that changes nothing is no step; what was changed by work
   * that then fails is one.
   * @param wasDone - whether what came of it is worth a step; a refused entry is not
   */
  perform<T>(work: () => T, wasDone: (result: T) => boolean = () => true): T {
    if (this.recording !== null) return work();
    let isStep = true;
    const recording = (this.recording = this.workbook.startRecording());
    try {
      const result = work();
      isStep = wasDone(result);
      return result;
    } finally {
      this.recording = null;
      this.workbook.endRecording(recording);
      if (isStep && recording.all.length > 0) this.keep(recording.all);
    }
  }

  undo(): void {
    const step = this.back.pop();
    if (step !== undefined) this.forward.push(this.replayed(step));
    this.tell();
  }

  redo(): void {
    const step = this.forward.pop();
    if (step !== undefined) this.back.push(this.replayed(step));
    this.tell();
  }

  /** Does what is no step to take back and takes nothing from those that are, such as a zoom. */
  aside<T>(work: () => T): T {
    const before = this.isAside;
    this.isAside = true;
    try {
      return work();
    } finally {
      this.isAside = before;
    }
  }

  /** Nothing that was done until now can be taken back. */
  clear(): void {
    this.back = [];
    this.forward = [];
    this.recording?.restart();
    this.tell();
  }

  private keep(step: Step): void {
    this.back.push(step);
    this.forward = [];
    let noted = this.back.reduce((sum, one) => sum + one.length, 0);
    while (this.back.length > LONGEST || (noted > MOST_NOTED && this.back.length > 1)) noted -= this.back.shift()?.length ?? 0;
    this.tell();
  }

  private replayed(step: Step): Step {
    const recording = (this.recording = this.workbook.startRecording());
    try {
      this.workbook.replay(step);
    } catch (problem) {
      // Half of a step was put back: nothing older fits on that.
      this.clear();
      throw problem;
    } finally {
      this.recording = null;
      this.workbook.endRecording(recording);
    }
    return recording.all;
  }

  private onChange(change: Change): void {
    if (this.recording !== null || this.isAside || change.cause === "calculated" || LOOKING.has(change.kind)) return;
    if (change.cause === "remote") this.makeWay(change);
    else if (this.canUndo || this.canRedo) this.clear();
  }

  /**
   * A co-author changed something. The history is the person's own: taking back leaves alone what others did (documented: the undo
   * stack is for an individual user). What Excel does where both changed one cell is not documented; here the other's stands, and
   * so the steps go that would put back what was there before it, with the older ones that those stand on (assumed).
   */
  private makeWay(change: Change): void {
    this.back = leftOf(this.back, new Touched(change));
    this.forward = leftOf(this.forward, new Touched(change));
    this.tell();
  }

  private tell(): void { for (const listener of [...this.listeners]) listener(); }
}

/** Steps that can still be put back, from the last one on. */
function leftOf(steps: readonly Step[], touched: Touched): Step[] {
  const left: Step[] = [];
  for (const step of [...steps].reverse()) {
    if (touched.meets(step)) touched.add(step);
    else left.unshift(step);
  }
  return left;
}
