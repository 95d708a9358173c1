/** The calculator of one workbook: works out what is out of date, in an order in which every result finds its inputs ready. */
import type { Sheet } from "../workbook/sheet";
import { finish, type Steps } from "../workbook/steps";
import { cellError, type CellValue } from "../workbook/values";
import type { Workbook } from "../workbook/workbook";
import { CellReader } from "./cell-reader";
import { compileFormula, type CountsFrom } from "./compiled";
import { FormulaBook } from "./formula-book";
import type { FormulaCell } from "./formula-cell";
import { goRound } from "./go-round";
import { NotWorkedOut, USUAL_ALLOWANCE, type Allowance } from "./not-worked-out";
import { openResult, type OpenResult } from "./open-results";
import { Lambda, Matrix, matrixOf, valueOf, type Operand } from "./operand";
import { orderedRound } from "./order";
import { ResultWriter } from "./result-writer";

export interface CalculatorOptions {
  readonly now: () => Date;
  /** At least 0 and less than 1, for RAND and its kin. */
  readonly random?: () => number;
  /** The work put in before a formula is given up; what is usual unless told. */
  readonly allowance?: Allowance;
}

/** A cell by its place. */
export interface CellPlace { readonly sheet: Sheet; readonly row: number; readonly column: number }

/** What one calculation did. */
export interface Recalculated { readonly formulas: number }

/** Arrays may fill other cells than before, which makes other arrays fill other cells, and so on. */
const MOST_ROUNDS = 200;
/** Formulas that ask for one another while they run, and the brackets open in them, before the rest is put off; the machine's own stack sets the limits. */
const DEEPEST = 60;
const DEEPEST_BRACKETS = 600;

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
  private readonly writer: ResultWriter;
  private readonly reader: CellReader;
  private readonly running: FormulaCell[] = [];
  private brackets = 0;
  private calculating = false;

  /** @param book - the workbook's formulas, when they are read already */
  constructor(workbook: Workbook, options: CalculatorOptions, private readonly book = FormulaBook.of(workbook)) {
    this.writer = new ResultWriter(workbook, this.book);
    this.reader = new CellReader(workbook, this.book, {
      now: options.now, random: options.random ?? Math.random, allowance: options.allowance ?? USUAL_ALLOWANCE, bringUpToDate: (cell) => { if (this.calculating) this.demand(cell); },
    });
  }

  /** A calculator made with rests on the way, in which nothing may change the workbook. */
  static *inSteps(workbook: Workbook, options: CalculatorOptions): Steps<Calculator> {
    return new Calculator(workbook, options, yield* FormulaBook.inSteps(workbook));
  }

  /** The cells that stand in a circle of formulas and therefore show 0. */
  get circular(): readonly CellPlace[] { return [...this.book.all()].filter((cell) => cell.circular).map(({ sheet, row, column }) => ({ sheet, row, column })); }

  /** The results that are not this calculation's own work, or may be out of date, by sheet, row and column. */
  get open(): readonly OpenResult[] {
    const cells = new Set([...this.book.open.all, ...this.book.open.staleCells, ...this.book.open.stopped]);
    const { sheets } = this.reader.workbook;
    const inOrder = [...cells].sort((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || a.row - b.row || a.column - b.column);
    return inOrder.map(openResult);
  }

  /** Works out what is out of date, and what never keeps (NOW, RAND, OFFSET …). */
  recalculate(): Recalculated { return finish(this.recalculateInSteps()); }

  /** The same with rests on the way, in which nothing may change the workbook or ask for a calculation. */
  *recalculateInSteps(): Steps<Recalculated> {
    if (this.calculating) throw new Error("A calculation was asked for from inside a calculation.");
    this.calculating = true;
    try {
      return yield* this.calculate();
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
    const before = this.reader.begin();
    try {
      return this.reader.uncached(() => matrixOf(compiled.run(scope), scope).toRows());
    } catch (thrown) {
      return [[cellError(asStopped(thrown).shows)]];
    } finally {
      this.reader.end(before);
    }
  }

  private *calculate(): Steps<Recalculated> {
    this.book.bringUpToDate();
    this.reader.restart();
    for (const cell of this.book.volatile) this.book.markDirty(cell);
    let formulas = 0;
    // An array result that fills more or other cells than before makes more formulas out of date.
    for (let round = 0; round < MOST_ROUNDS && this.book.outOfDate.size > 0; round++) {
      formulas += yield* orderedRound(this.book, (cell) => this.workOut(cell), (cells) => this.workOutCircles(cells));
      if (this.writer.takeUnforeseen()) for (const cell of this.book.volatile) this.book.markDirty(cell);
    }
    for (const cell of [...this.book.outOfDate]) this.stop(cell, new NotWorkedOut(`it changes what it stands on, and does not settle in ${MOST_ROUNDS} rounds`));
    this.book.outOfDate.clear();
    return { formulas };
  }

  /** Works out a cell from outside any formula, with those before it that turn out to be needed. */
  private workOut(cell: FormulaCell): void {
    // Nearly all run at once; only one that reaches too deep is begun again, with what it waits for.
    if (!cell.dirty || this.tryRun(cell) === null) return;
    const waiting = [cell];
    for (let top = cell as FormulaCell | undefined; top !== undefined; top = waiting[waiting.length - 1]) {
      const first = top.dirty ? this.tryRun(top) : null;
      if (first === null) waiting.pop();
      else if (waiting.includes(first)) this.closeCircle(waiting.slice(waiting.indexOf(first)));
      else waiting.push(first);
    }
  }

  /** Formulas in circles, and those that stand on them: gone round where the workbook asks for it. */
  private workOutCircles(cells: readonly FormulaCell[]): void {
    const { iteration } = this.reader.workbook;
    if (iteration !== null) goRound(this.reader, cells, iteration, (cell) => this.workOut(cell));
    else for (const cell of cells) if (cell.dirty) this.workOut(cell);
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
    if (this.reader.goesRound) return;
    if (cell.busy) {
      this.closeCircle(this.running.slice(this.running.indexOf(cell)));
      return;
    }
    if (this.running.length >= DEEPEST || this.brackets >= DEEPEST_BRACKETS) throw new PutOff(cell);
    this.run(cell);
  }

  private run(cell: FormulaCell): void {
    cell.busy = true;
    cell.circular = false;
    this.running.push(cell);
    this.brackets += cell.depth;
    const before = this.reader.begin();
    let isOnStale = false;
    try {
      const result = this.resultOf(cell);
      // Set while its formula ran, by one that read it back.
      this.writer.write(cell, this.isCircular(cell) ? 0 : result);
      cell.stopped = null;
      this.book.open.stopped.delete(cell);
      cell.dirty = false;
    } catch (thrown) {
      if (thrown instanceof PutOff) throw thrown;
      this.stop(cell, asStopped(thrown));
    } finally {
      isOnStale = this.reader.end(before);
      cell.busy = false;
      this.brackets -= cell.depth;
      this.running.pop();
    }
    if (isOnStale || this.isCircular(cell) || (cell.stopped !== null && cell.keepsFileValue)) this.book.open.becomeStale(cell);
    else this.book.open.becomeFresh(cell);
  }

  /** A formula came to no end: its cell keeps the file's value, if it has one, and is listed. */
  private stop(cell: FormulaCell, { why, shows }: NotWorkedOut): void {
    if (cell.isOwn || cell.sheet.cell(cell.row, cell.column).value === null) this.writer.write(cell, cellError(shows));
    else this.writer.keep(cell);
    cell.stopped = why;
    this.book.open.stopped.add(cell);
    cell.dirty = false;
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
      this.book.open.becomeStale(cell);
    }
  }
}

/** What a formula was stopped by. @throws whatever else was thrown, which is a fault of ours */
function asStopped(thrown: unknown): NotWorkedOut {
  if (thrown instanceof NotWorkedOut) return thrown;
  // The limits above keep well inside the stack; where a machine's is smaller, the formula is given up, not the calculation.
  if (thrown instanceof RangeError && /call stack/i.test(thrown.message)) return new NotWorkedOut("it is nested too deeply", "#NUM!");
  throw thrown;
}

function ofOperand(value: Operand): CellValue | Matrix {
  if (value instanceof Lambda) return cellError("#CALC!");
  if (value instanceof Matrix) return value;
  return value === null || typeof value !== "object" ? value ?? null : (value as CellValue);
}

