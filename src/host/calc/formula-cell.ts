/** One cell with a formula, as the calculator keeps it. */
import { contains, type Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import { compileFormula, type Compiled } from "./compiled";
import type { WatchedRange } from "./dependency-index";
import type { Reference } from "./operand";

/** Who reads the cells that a formula fills: one by one, and by large ranges. */
export interface After { readonly readers: readonly ReadonlySet<FormulaCell>[]; readonly ranges: readonly WatchedRange[] }
export const nobody: After = { readers: [], ranges: [] };

export class FormulaCell {
  /** True until its result is worked out again. */
  dirty = false;
  busy = false;
  /** Part of a circle of formulas; its value is 0. */
  circular = false;
  /** Why its last run came to no end, or null. */
  stopped: string | null = null;
  /** Its value may be out of date: a value that was kept after what it stands on changed, or what was made from such a value. */
  stale = false;
  /** Its value is this calculation's own, not the file's. */
  isOwn = false;
  /** The cells that an array result fills, this one among them; null when it fills only itself. */
  reach: Area | null = null;
  /** The cells that a result would fill, were they free. */
  blocked: Area | null = null;
  /** For the ordering of one calculation: which one, and how many results this cell still waits for. */
  round = 0;
  waiting = 0;
  /** For the same: who waits for this cell. */
  after: After = nobody;
  /** The formula ready to run, or why it cannot be read. */
  readonly compiled: Compiled | string;

  /**
   * @param fixed - the area of an array formula from before dynamic arrays
   * @param plain - a formula that its file did not mark as an array formula
   */
  constructor(
    readonly sheet: Sheet, readonly row: number, readonly column: number, readonly formula: string, readonly fixed: Area | null, readonly plain: boolean,
  ) {
    this.compiled = compileFormula(formula, sheet, row, column, { row, column }, plain);
  }

  /** A file has to mark the formula, even where its result is one value. */
  get needsMark(): boolean { return !this.plain && typeof this.compiled !== "string" && this.compiled.needsArrayForm; }

  /** Why the formula cannot be worked out, or null. */
  get unsupported(): string | null {
    return typeof this.compiled === "string" ? `it cannot be read (${this.compiled})` : this.compiled.reads.unsupported;
  }
  /** Levels of brackets in it. */
  get depth(): number { return typeof this.compiled === "string" ? 0 : this.compiled.depth; }
  /** The cell shows the file's value, since there is no other. */
  get keepsFileValue(): boolean { return this.sheet.cell(this.row, this.column).state === "cached"; }
  /** What it stands on is not known beforehand, so every change may change it. */
  get isRestless(): boolean { return typeof this.compiled === "string" || this.compiled.reads.isVolatile; }
  /** The cells it fills, or its own. */
  get place(): Area { return this.reach ?? { top: this.row, left: this.column, bottom: this.row, right: this.column }; }
  get isVolatile(): boolean { return typeof this.compiled !== "string" && this.compiled.reads.isVolatile; }
  get seesHiddenRows(): boolean { return typeof this.compiled !== "string" && this.compiled.reads.seesHiddenRows; }
  get references(): readonly Reference[] { return typeof this.compiled === "string" ? [] : this.compiled.reads.references; }
  get words(): Iterable<string> { return typeof this.compiled === "string" ? [] : this.compiled.reads.words; }

  fills(row: number, column: number): boolean { return this.reach !== null && contains(this.reach, row, column); }
}
