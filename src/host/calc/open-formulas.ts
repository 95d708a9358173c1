/**
 * The formulas that cannot be worked out, and the values that are therefore in doubt. A kept value is true until something that it is
 * made from changes; from then on it may be out of date, and so may all that is made from it.
 */
import type { Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import { DependencyIndex, eachCell } from "./dependency-index";
import type { FormulaCell } from "./formula-cell";

interface Book {
  /** Puts what reads a cell out of date. */
  readonly readersOf: (sheet: Sheet, row: number, column: number) => void;
  /** Forgets the values of large ranges over an area. */
  readonly matricesOver: (sheet: Sheet, area: Area) => void;
}

export class OpenFormulas {
  private readonly cells = new Set<FormulaCell>();
  /** What the kept ones read: apart from the index of the others, since they take no part in calculating. */
  private readonly index = new DependencyIndex();
  private readonly stale = new Set<FormulaCell>();
  /** Those whose last run came to no end. */
  readonly stopped = new Set<FormulaCell>();
  private isEdited = false;
  private isDoubted = false;

  constructor(private readonly book: Book) {}

  get hasStale(): boolean { return this.stale.size > 0; }
  get staleCells(): Iterable<FormulaCell> { return this.stale; }
  get all(): Iterable<FormulaCell> { return this.cells; }

  add(cell: FormulaCell): void {
    this.cells.add(cell);
    cell.references.forEach((reference) => this.index.add(cell, reference));
  }

  remove(cell: FormulaCell): void {
    this.stale.delete(cell);
    this.stopped.delete(cell);
    if (this.cells.delete(cell)) cell.references.forEach((reference) => this.index.remove(cell, reference));
  }

  removeSheet(sheet: Sheet): void { this.index.removeSheet(sheet); }

  /** Something was entered somewhere. */
  noteEdit(): void { this.isEdited = true; }
  /** Cells were taken out. */
  doubtAll(): void { this.isDoubted = true; }

  /** Before calculating: a change anywhere may have changed what a formula of unknown inputs stands on. */
  settle(): void {
    const doubted = [...this.cells].filter((cell) => this.isDoubted || (this.isEdited && cell.isRestless));
    this.isEdited = false;
    this.isDoubted = false;
    doubted.forEach((cell) => this.becomeStale(cell));
  }

  /** The value of a cell is another: what was kept on its strength may be out of date. */
  valueChanged(sheet: Sheet, row: number, column: number): void {
    if (this.cells.size > 0) this.spread([], [{ sheet, area: { top: row, left: column, bottom: row, right: column } }]);
  }

  manyChanged(sheet: Sheet, area: Area): void {
    if (this.cells.size === 0) return;
    const reached: FormulaCell[] = [];
    this.index.eachReaderOver(sheet, area, (cell) => reached.push(cell), (range) => reached.push(...range.readers));
    this.spread(reached, []);
  }

  becomeStale(cell: FormulaCell): void { this.spread([cell], []); }

  becomeFresh(cell: FormulaCell): void {
    if (!cell.stale) return;
    cell.stale = false;
    this.stale.delete(cell);
    this.book.matricesOver(cell.sheet, cell.place);
  }

  /** Everything kept that stands on these cells and places, through others that are kept; what can be worked out follows when it is. */
  private spread(cells: readonly FormulaCell[], places: readonly { readonly sheet: Sheet; readonly area: Area }[]): void {
    const waiting = [...places];
    const reach = (cell: FormulaCell): void => {
      if (cell.stale) return;
      cell.stale = true;
      this.stale.add(cell);
      this.book.matricesOver(cell.sheet, cell.place);
      eachCell(cell.place, (row, column) => this.book.readersOf(cell.sheet, row, column));
      waiting.push({ sheet: cell.sheet, area: cell.place });
    };
    cells.forEach(reach);
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      const { sheet, area } = place;
      eachCell(area, (row, column) => {
        this.index.readersAt(sheet, row, column)?.forEach(reach);
        this.index.eachRangeOver(sheet, row, column, (range) => range.readers.forEach(reach));
      });
    }
  }
}
