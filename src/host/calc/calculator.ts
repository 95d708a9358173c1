/** The calculator of one workbook: works out what is out of date, in an order in which every result finds its inputs ready. */
import type { Sheet } from "../workbook/sheet";
import { cellError, type CellValue } from "../workbook/values";
import type { Workbook } from "../workbook/workbook";
import { CellReader } from "./cell-reader";
import { compileFormula, type CountsFrom } from "./compiled";
import { FormulaBook } from "./formula-book";
import type { FormulaCell } from "./formula-cell";
import { Lambda, Matrix, matrixOf, valueOf, type Operand } from "./operand";
import { orderedRound } from "./order";
import { ResultWriter } from "./result-writer";

export interface CalculatorOptions {
  readonly now: () => Date;
  /** At least 0 and less than 1, for RAND and its kin. */
  readonly random?: () => number;
}

/** A cell by its place. */
export interface CellPlace { readonly sheet: Sheet; readonly row: number; readonly column: number }

/** What one calculation did. */
export interface Recalculated { readonly formulas: number }

const MOST_ROUNDS = 30;
/** Formulas that ask for one another while they run, before the rest is put off; the machine's own stack sets the limit. */
const DEEPEST = 60;

/** Thrown through the formulas that are running when one more would be too deep; the one asked for is worked out first. */
class PutOff {
  constructor(readonly first: FormulaCell) {}
}

/**
 * @example
 * const calculator = new Calculator(workbook, { now: () => new Date() });
 * calculator.recalculate(); // the workbook's cells hold the new values; listeners are told once for each sheet, by the cause "calculated"
 */
export class Calculator {
  private readonly book: FormulaBook;
  private readonly writer: ResultWriter;
  private readonly reader: CellReader;
  private readonly running: FormulaCell[] = [];
  private calculating = false;

  constructor(workbook: Workbook, options: CalculatorOptions) {
    this.book = new FormulaBook(workbook);
    this.writer = new ResultWriter(workbook, this.book);
    this.reader = new CellReader(workbook, this.book, {
      now: options.now, random: options.random ?? Math.random, bringUpToDate: (cell) => { if (this.calculating) this.demand(cell); },
    });
  }

  /** The cells that stand in a circle of formulas and therefore show 0. */
  get circular(): readonly CellPlace[] { return [...this.book.all()].filter((cell) => cell.circular).map(({ sheet, row, column }) => ({ sheet, row, column })); }

  /** Works out what is out of date, and what never keeps (NOW, RAND, OFFSET …). */
  recalculate(): Recalculated {
    if (this.calculating) throw new Error("A calculation was asked for from inside a calculation.");
    this.calculating = true;
    try {
      return this.calculate();
    } finally {
      this.calculating = false;
      this.writer.tell();
    }
  }

  /** Works out every formula. */
  recalculateAll(): Recalculated {
    this.book.bringUpToDate();
    for (const cell of this.book.all()) this.book.markDirty(cell);
    return this.recalculate();
  }

  /**
   * What a formula (without "=") comes to in a cell, as rows of values, without entering it. Other formulas count as last calculated.
   * @param from - the cell in which the formula reads as it is written, when that is another: the first cell of a rule
   */
  evaluate(formula: string, sheet: Sheet, row: number, column: number, from: CountsFrom = { row, column }): readonly (readonly CellValue[])[] {
    const compiled = compileFormula(formula, sheet, row, column, from);
    if (typeof compiled === "string" || compiled.reads.unsupported !== null) return [[cellError("#NAME?")]];
    const scope = { sheet, row, column, cells: this.reader, locals: null };
    return this.reader.uncached(() => matrixOf(compiled.run(scope), scope).toRows());
  }

  private calculate(): Recalculated {
    this.book.bringUpToDate();
    for (const cell of this.book.volatile) this.book.markDirty(cell);
    let formulas = 0;
    // An array result that fills more or other cells than before makes more formulas out of date.
    for (let round = 0; round < MOST_ROUNDS && this.book.outOfDate.size > 0; round++) {
      formulas += orderedRound(this.book, (cell) => this.workOut(cell));
      if (this.writer.takeUnforeseen()) for (const cell of this.book.volatile) this.book.markDirty(cell);
    }
    return { formulas };
  }

  /** Works out a cell from outside any formula, with those before it that turn out to be needed. */
  private workOut(cell: FormulaCell): void {
    const waiting = [cell];
    for (let top = cell as FormulaCell | undefined; top !== undefined; top = waiting[waiting.length - 1]) {
      const first = top.dirty ? this.tryRun(top) : null;
      if (first === null) waiting.pop();
      else if (waiting.includes(first)) this.closeCircle(waiting.slice(waiting.indexOf(first)));
      else waiting.push(first);
    }
  }

  /** @returns the cell that has to be worked out before, when this one reaches too deep */
  private tryRun(cell: FormulaCell): FormulaCell | null {
    try {
      this.run(cell);
      return null;
    } catch (thrown) {
      if (thrown instanceof PutOff) return thrown.first;
      throw thrown;
    }
  }

  /** A running formula reads a cell that is out of date. */
  private demand(cell: FormulaCell): void {
    if (cell.busy) {
      this.closeCircle(this.running.slice(this.running.indexOf(cell)));
      return;
    }
    if (this.running.length >= DEEPEST) throw new PutOff(cell);
    this.run(cell);
  }

  private run(cell: FormulaCell): void {
    cell.busy = true;
    cell.circular = false;
    this.running.push(cell);
    try {
      const result = this.resultOf(cell);
      // Set while its formula ran, by one that read it back.
      this.writer.write(cell, this.isCircular(cell) ? 0 : result);
      cell.dirty = false;
    } finally {
      cell.busy = false;
      this.running.pop();
    }
  }

  private isCircular(cell: FormulaCell): boolean { return cell.circular; }

  private resultOf(cell: FormulaCell): CellValue | Matrix {
    if (typeof cell.compiled === "string") throw new Error(`The formula of a cell cannot be read: ${cell.compiled}`);
    const scope = { sheet: cell.sheet, row: cell.row, column: cell.column, cells: this.reader, locals: null };
    return ofOperand(valueOf(cell.compiled.run(scope), scope));
  }

  /** Without iteration, Excel shows 0 in every cell of a circle. */
  private closeCircle(cells: readonly FormulaCell[]): void {
    for (const cell of cells) {
      cell.circular = true;
      if (cell.busy) continue;
      this.writer.write(cell, 0);
      cell.dirty = false;
    }
  }
}

function ofOperand(value: Operand): CellValue | Matrix {
  if (value instanceof Lambda) return cellError("#CALC!");
  if (value instanceof Matrix) return value;
  return value === null || typeof value !== "object" ? value ?? null : (value as CellValue);
}

