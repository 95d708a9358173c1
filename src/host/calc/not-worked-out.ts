/** A formula that is stopped while it runs, and the count of steps that stops the ones that would never end. */
import type { ErrorCode } from "../workbook/values";

/** Thrown through a running formula: its cell keeps the file's value, or shows an error, and is listed with the reason. */
export class NotWorkedOut {
  /**
   * @param why - what is in the way, in words that follow "because"
   * @param shows - what the cell shows when there is no value of a file's to keep
   */
  constructor(readonly why: string, readonly shows: ErrorCode = "#CALC!") {}
}

/** How much work is put in before a formula is given up. A step is about one value made, or a few gone through: a tenth of a microsecond. */
export interface Allowance {
  readonly formula: number;
  /** All formulas of one calculation together. */
  readonly calculation: number;
}

/** Some seconds for a formula, about a minute for all. */
export const USUAL_ALLOWANCE: Allowance = { formula: 50_000_000, calculation: 500_000_000 };

const counted = (steps: number): string => steps.toLocaleString("en-GB");

/** The steps that are left: for the formula that runs, and for the calculation. Counted, not timed, so that every machine stops at the same place. */
export class StepCount {
  private left: number;
  private whole: number;

  constructor(private readonly allowed: Allowance) {
    this.left = allowed.formula;
    this.whole = allowed.calculation;
  }

  /** A calculation starts. */
  restart(): void { this.whole = this.allowed.calculation; }

  /** A formula starts. @returns what the formula around it had left, for `resume` */
  begin(): number {
    const before = this.left;
    this.left = this.allowed.formula;
    return before;
  }

  resume(left: number): void { this.left = left; }

  /** @throws NotWorkedOut when there are not so many steps left */
  spend(steps: number): void {
    this.left -= steps;
    this.whole -= steps;
    if (this.left < 0) throw new NotWorkedOut(`it takes more than ${counted(this.allowed.formula)} steps`);
    if (this.whole < 0) throw new NotWorkedOut(`all formulas together take more than ${counted(this.allowed.calculation)} steps`);
  }
}
