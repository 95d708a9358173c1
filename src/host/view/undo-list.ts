/** What a person can take back and do again. Emptied when an add-in or another hand writes, as Excel empties it. */
import type { Workbook } from "../workbook/workbook";

const LONGEST = 100;

export class UndoList {
  private back: (() => void)[] = [];
  private forward: (() => void)[] = [];
  private isOurs = false;
  private readonly stop: () => void;

  constructor(private readonly workbook: Workbook) {
    this.stop = workbook.listen((change) => {
      if (!this.isOurs && change.cause !== "calculated" && change.kind !== "selection" && change.kind !== "sheet-activated" && change.kind !== "clicked" && change.kind !== "settings") this.clear();
    });
  }

  get canUndo(): boolean { return this.back.length > 0; }
  get canRedo(): boolean { return this.forward.length > 0; }

  /**
   * Does a person's piece of work so that it can be taken back as one step.
   * @param wasDone - whether what came of it is worth a step; a refused entry is not
   */
  perform<T>(work: () => T, wasDone: (result: T) => boolean = () => true): T {
    const results: T[] = [];
    const undo = this.recorded(() => { results.push(work()); });
    const [result] = results as [T];
    if (wasDone(result)) {
      this.back = [...this.back.slice(1 - LONGEST), undo];
      this.forward = [];
    }
    return result;
  }

  undo(): void {
    const step = this.back.pop();
    if (step !== undefined) this.forward.push(this.recorded(step));
  }

  redo(): void {
    const step = this.forward.pop();
    if (step !== undefined) this.back.push(this.recorded(step));
  }

  /** Does what is no step to take back and takes nothing from those that are, such as a zoom. */
  aside<T>(work: () => T): T {
    const before = this.isOurs;
    this.isOurs = true;
    try {
      return work();
    } finally {
      this.isOurs = before;
    }
  }

  clear(): void {
    this.back = [];
    this.forward = [];
  }

  /** No longer listens to the workbook. */
  close(): void { this.stop(); }

  private recorded(work: () => void): () => void { return this.aside(() => this.workbook.record(work)); }
}
