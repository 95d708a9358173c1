/** Reads cells for running formulas: a result that is out of date is worked out first, large ranges are read once. */
import { MAX_COLUMNS, MAX_ROWS, type Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import type { CellValue } from "../workbook/values";
import { countTextDates } from "./coerce";
import type { Workbook } from "../workbook/workbook";
import { compileFormula } from "./compiled";
import type { FormulaBook } from "./formula-book";
import type { FormulaCell } from "./formula-cell";
import { cellError } from "../workbook/values";
import { NotWorkedOut, StepCount, type Allowance } from "./not-worked-out";
import { Matrix, type CellSource, type Operand, type Reference, type Scope } from "./operand";

/** What `begin` put aside for `end`. */
export interface Suspended { readonly steps: number; readonly stale: boolean; readonly from1904: boolean }

interface Means {
  readonly now: () => Date;
  readonly random: () => number;
  /** Works out a result that is out of date. */
  readonly bringUpToDate: (cell: FormulaCell) => void;
  readonly allowance: Allowance;
}

/** Values that are copied in the time of a step. */
const COPIED_A_STEP = 32;
const MOST_READ = 20_000_000;

export class CellReader implements CellSource {
  /** True while circles of formulas are gone round: what is out of date is then read as it stands. */
  goesRound = false;
  private mayCache = true;
  /** The formula that runs has read a value that may be out of date. */
  private metStale = false;
  private readonly steps: StepCount;

  constructor(readonly workbook: Workbook, private readonly book: FormulaBook, private readonly means: Means) {
    this.steps = new StepCount(means.allowance);
  }

  /** A calculation starts. */
  restart(): void { this.steps.restart(); }
  /** A formula starts; it may be inside another. */
  begin(): Suspended {
    const before = { steps: this.steps.begin(), stale: this.metStale, from1904: countTextDates(this.workbook.date1904) };
    this.metStale = false;
    return before;
  }
  /** @returns whether the formula that ends has read a value that may be out of date */
  end(before: Suspended): boolean {
    const met = this.metStale;
    this.steps.resume(before.steps);
    countTextDates(before.from1904);
    this.metStale = before.stale;
    return met;
  }
  spend(steps: number): void { this.steps.spend(steps); }
  sizeOf(reference: Reference): number {
    const area = this.cutOff(reference.area);
    return (area.bottom - area.top + 1) * (area.right - area.left + 1);
  }

  now(): Date { return this.means.now(); }
  random(): number { return this.means.random(); }

  valueAt(sheet: Sheet, row: number, column: number): CellValue {
    const stored = sheet.stored(row, column);
    if (stored === null) return null;
    if (stored.formula === null) {
      if (this.book.hasStale && this.book.fillerOf(sheet, row, column)?.stale === true) this.metStale = true;
      return stored.value;
    }
    const formula = this.book.at(sheet, row, column);
    if (formula === undefined) return stored.value;
    if (!formula.dirty) {
      if (formula.stale) this.metStale = true;
      return stored.value;
    }
    this.means.bringUpToDate(formula);
    if (formula.stale) this.metStale = true;
    // A formula that reads itself back counts as 0 until it is done, or as it was while a circle is gone round.
    return formula.busy && !this.goesRound ? 0 : sheet.cell(row, column).value;
  }

  matrixOf(reference: Reference): Matrix {
    const { sheet } = reference;
    const area = this.cutOff(reference.area);
    const watched = this.mayCache ? this.book.index.rangeOf(sheet, reference.area) : undefined;
    if (watched?.matrix && watched.matrix.rows === area.bottom - area.top + 1 && watched.matrix.columns === area.right - area.left + 1) {
      if (watched.stale) this.metStale = true;
      return watched.matrix;
    }
    const metBefore = this.metStale;
    this.metStale = false;
    const columns = area.right - area.left + 1;
    const size = (area.bottom - area.top + 1) * columns;
    const known = this.knownStart(sheet, area);
    this.spend(size - known.length + size / COPIED_A_STEP);
    if (size > MOST_READ) throw new NotWorkedOut(`a range of ${size.toLocaleString("en-GB")} cells is more than can be read at once`, "#NUM!");
    const values: CellValue[] = [...known];
    values.length = size;
    let at = known.length;
    for (let row = area.top + known.length / columns; row <= area.bottom; row++) for (let column = area.left; column <= area.right; column++) values[at++] = this.valueAt(sheet, row, column);
    const matrix = new Matrix(area.bottom - area.top + 1, columns, values);
    if (watched !== undefined && watched.readers.size > 1) {
      watched.matrix = matrix;
      watched.stale = this.metStale;
    }
    if (this.mayCache) this.book.lastRead = { sheet, area, matrix, stale: this.metStale };
    this.metStale ||= metBefore;
    return matrix;
  }

  /** The values of a range as far down as the one that was read last has them, or none. */
  private knownStart(sheet: Sheet, { top, left, bottom, right }: Area): readonly CellValue[] {
    const { lastRead } = this.book;
    if (!this.mayCache || lastRead === null || lastRead.sheet !== sheet || lastRead.stale) return [];
    const { area, matrix } = lastRead;
    if (area.top !== top || area.left !== left || area.right !== right) return [];
    return area.bottom <= bottom ? matrix.values : matrix.values.slice(0, (bottom - top + 1) * (right - left + 1));
  }

  /** Reads every cell afresh while `work` runs: for formulas that are tried while a cell holds another value for a moment. */
  uncached<T>(work: () => T): T {
    this.mayCache = false;
    try { return work(); } finally { this.mayCache = true; }
  }

  spillOf(sheet: Sheet, row: number, column: number): Area | null {
    const formula = this.book.at(sheet, row, column);
    if (formula?.dirty === true) this.means.bringUpToDate(formula);
    return sheet.cell(row, column).array?.kind === "dynamic" ? sheet.cell(row, column).array?.area ?? null : null;
  }

  evaluateText(formula: string, scope: Scope): Operand {
    const compiled = compileFormula(formula, scope.sheet, scope.row, scope.column);
    return typeof compiled === "string" || compiled.reads.unsupported !== null ? cellError("#REF!") : compiled.run({ ...scope, locals: null });
  }

  /** Whole columns end at the workbook's last row, whole rows at its last column: the same for every sheet, so that shapes agree. */
  private cutOff(area: Area): Area {
    const wholeColumns = area.bottom === MAX_ROWS - 1;
    const wholeRows = area.right === MAX_COLUMNS - 1;
    if (!wholeColumns && !wholeRows) return area;
    let [bottom, right] = [area.top, area.left];
    for (const sheet of [...this.workbook.sheets, ...this.workbook.linked.flatMap((book) => book?.workbook.sheets ?? [])]) {
      bottom = Math.max(bottom, sheet.extent?.bottom ?? 0);
      right = Math.max(right, sheet.extent?.right ?? 0);
    }
    return { ...area, bottom: wholeColumns ? bottom : area.bottom, right: wholeRows ? right : area.right };
  }
}
