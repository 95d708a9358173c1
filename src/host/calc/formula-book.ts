/** The formulas of a workbook, kept in step with its cells: which there are, what they read, and which are out of date. */
import { columnCount, contains, intersect, rowCount, type Area } from "../workbook/area";
import type { Change } from "../workbook/change";
import type { DefinedName, Table } from "../workbook/features";
import type { Sheet } from "../workbook/sheet";
import { finish, type Steps } from "../workbook/steps";
import { cellError } from "../workbook/values";
import type { Workbook } from "../workbook/workbook";
import { DependencyIndex, eachCell } from "./dependency-index";
import { FormulaCell } from "./formula-cell";
import type { Matrix } from "./operand";
import { OpenFormulas } from "./open-formulas";
import { nameWord, ownTableWord, sheetOrderWord, sheetWord, tableWord } from "./reads";

interface LastRead { readonly sheet: Sheet; readonly area: Area; readonly matrix: Matrix; readonly stale: boolean }

const FEW_CELLS = 20_000;
/** Between two rests, in cells that are looked at; reading a formula takes as long as looking at so many. */
const COST_A_STEP = 20_000;
const COST_OF_FORMULA = 100;
const keyOf = (row: number, column: number): number => row * 16_384 + column;

export class FormulaBook {
  readonly index = new DependencyIndex();
  /** Formulas to work out again, with all that stands on them. */
  readonly outOfDate = new Set<FormulaCell>();
  /** The range that was read last: running totals read the same one again and again, a row longer each time. */
  lastRead: LastRead | null = null;
  /** The formulas that cannot be worked out. */
  readonly open: OpenFormulas;
  private readonly cells = new Map<Sheet, Map<number, FormulaCell>>();
  private readonly byWord = new Map<string, Set<FormulaCell>>();
  private readonly volatileCells = new Set<FormulaCell>();
  private readonly hiddenRowReaders = new Set<FormulaCell>();
  private readonly blockedCells = new Set<FormulaCell>();
  /** The formula that fills a cell from elsewhere. */
  private readonly filledBy = new Map<Sheet, Map<number, FormulaCell>>();
  private names: readonly DefinedName[] = [];
  private readonly tables = new Map<Sheet, readonly Table[]>();
  private readonly sheetNames = new Map<Sheet, string>();
  private readonly wordsToRead = new Set<string>();
  private everythingMoved = false;

  private constructor(private readonly workbook: Workbook) {
    this.open = new OpenFormulas({ readersOf: (sheet, row, column) => this.markReaders(sheet, row, column), matricesOver: (sheet, area) => this.dropMatrices(sheet, area) });
    workbook.listen((change) => this.onChange(change));
  }

  /** The formulas of a workbook. */
  static of(workbook: Workbook): FormulaBook { return finish(FormulaBook.inSteps(workbook)); }

  /** The same with rests on the way, in which nothing may change the workbook. */
  static *inSteps(workbook: Workbook): Steps<FormulaBook> {
    const book = new FormulaBook(workbook);
    yield* book.readEverything();
    return book;
  }

  get hasStale(): boolean { return this.open.hasStale; }
  get volatile(): Iterable<FormulaCell> { return this.volatileCells; }
  get blocked(): Iterable<FormulaCell> { return this.blockedCells; }
  at(sheet: Sheet, row: number, column: number): FormulaCell | undefined { return this.cells.get(sheet)?.get(keyOf(row, column)); }
  /** The formula whose array result reaches into a cell from elsewhere. */
  fillerOf(sheet: Sheet, row: number, column: number): FormulaCell | undefined { return this.filledBy.get(sheet)?.get(keyOf(row, column)); }
  *all(): IterableIterator<FormulaCell> { for (const cells of this.cells.values()) yield* cells.values(); }

  /** Reads anew what changes of names, tables and sheets have touched. Called before calculating. */
  bringUpToDate(): void {
    if (this.everythingMoved) this.readMoved();
    this.open.settle();
    if (this.wordsToRead.size === 0) return;
    const touched = new Set<FormulaCell>();
    for (const word of this.wordsToRead) this.byWord.get(word)?.forEach((cell) => touched.add(cell));
    this.wordsToRead.clear();
    for (const { sheet, row, column } of touched) this.readCell(sheet, row, column, true);
  }

  markDirty(cell: FormulaCell): void {
    if (cell.unsupported !== null) return;
    cell.dirty = true;
    this.outOfDate.add(cell);
  }

  /** A cell's value is another: what reads it is out of date. */
  valueChanged(sheet: Sheet, row: number, column: number): void {
    this.markReaders(sheet, row, column);
    this.open.valueChanged(sheet, row, column);
  }

  /** A value in the range that was read last is another. */
  forgetRead(sheet: Sheet, row: number, column: number): void {
    if (this.lastRead !== null && this.lastRead.sheet === sheet && contains(this.lastRead.area, row, column)) this.lastRead = null;
  }

  private markReaders(sheet: Sheet, row: number, column: number): void {
    this.forgetRead(sheet, row, column);
    this.index.readersAt(sheet, row, column)?.forEach((reader) => this.markDirty(reader));
    this.index.eachRangeOver(sheet, row, column, (range) => {
      range.matrix = null;
      range.readers.forEach((reader) => this.markDirty(reader));
    });
  }

  private dropMatrices(sheet: Sheet, area: Area): void {
    this.lastRead = null;
    eachCell(area, (row, column) => this.index.eachRangeOver(sheet, row, column, (range) => { range.matrix = null; }));
  }

  /** Notes which cells a formula's result fills now. */
  setReach(cell: FormulaCell, reach: Area | null): void {
    const filled = this.filledOn(cell.sheet);
    if (cell.reach !== null) eachCell(cell.reach, (row, column) => { if (filled.get(keyOf(row, column)) === cell) filled.delete(keyOf(row, column)); });
    cell.reach = reach;
    if (reach === null) return;
    eachCell(reach, (row, column) => { if (row !== cell.row || column !== cell.column) filled.set(keyOf(row, column), cell); });
  }

  setBlocked(cell: FormulaCell, blocked: Area | null): void {
    if (cell.blocked === blocked) return;
    cell.blocked = blocked;
    if (blocked === null) this.blockedCells.delete(cell);
    else this.blockedCells.add(cell);
  }

  private *readEverything(): Steps<void> {
    this.names = this.workbook.names;
    const all = this.workbook.sheets.reduce((sum, sheet) => sum + sheet.storedCount, 0);
    let met = 0;
    let rested = 0;
    for (const sheet of this.workbook.sheets) {
      this.noteSheet(sheet);
      for (const [row, column, cell] of sheet.entries()) {
        met += 1;
        rested += cell.formula === null ? 1 : COST_OF_FORMULA;
        if (cell.formula !== null) this.readCell(sheet, row, column, false);
        if (rested < COST_A_STEP) continue;
        rested = 0;
        yield met / all;
      }
    }
  }

  private readSheet(sheet: Sheet): void {
    this.noteSheet(sheet);
    for (const [row, column, cell] of sheet.entries()) if (cell.formula !== null) this.readCell(sheet, row, column, false);
  }

  private noteSheet(sheet: Sheet): void {
    this.tables.set(sheet, sheet.get("tables"));
    this.sheetNames.set(sheet, sheet.name);
  }

  /** After rows or columns moved: every formula that is not where or what it was is read anew, and all are worked out again. */
  private readMoved(): void {
    this.everythingMoved = false;
    this.filledBy.clear();
    for (const sheet of this.workbook.sheets) {
      const known = this.cells.get(sheet) ?? new Map<number, FormulaCell>();
      for (const cell of [...known.values()]) if (sheet.cell(cell.row, cell.column).formula !== cell.formula) this.forget(cell);
      // The movement took back the array results that it reached; the cells know which still stand.
      for (const cell of known.values()) this.setReach(cell, sheet.cell(cell.row, cell.column).array?.area ?? null);
      for (const [row, column, cell] of sheet.entries()) if (cell.formula !== null) this.readCell(sheet, row, column, false);
      this.index.eachReaderOver(sheet, { top: 0, left: 0, bottom: 1_048_575, right: 16_383 }, () => undefined, (range) => { range.matrix = null; });
    }
    for (const cell of this.all()) this.markDirty(cell);
  }

  private onChange(change: Change): void {
    switch (change.kind) {
      case "cells": {
        const sheet = this.workbook.sheetById(change.sheet);
        if (sheet !== null && change.cause !== "calculated" && change.what !== "style") this.contentChanged(sheet, change.area);
        return;
      }
      case "shift":
        this.everythingMoved = true;
        // What was taken out may have been among what a kept value is made from.
        if (change.direction === "up" || change.direction === "left") this.open.doubtAll();
        return;
      case "respelt": this.everythingMoved = true; return;
      case "names": return this.namesChanged();
      case "facet": return this.facetChanged(change);
      case "sheet-added": case "sheet-renamed": case "sheet-removed": return this.sheetsChanged();
      case "sheet-moved": this.wordsToRead.add(sheetOrderWord); return;
      default: return;
    }
  }

  private contentChanged(sheet: Sheet, area: Area): void {
    this.open.noteEdit();
    for (const cell of this.blockedCells) if (cell.sheet === sheet && cell.blocked !== null && intersect(cell.blocked, area) !== null) this.markDirty(cell);
    const extent = sheet.extent;
    const within = extent === null ? null : intersect(extent, area);
    if (within === null) return;
    if (rowCount(within) * columnCount(within) <= FEW_CELLS) {
      eachCell(within, (row, column) => {
        this.contentAt(sheet, row, column);
        this.valueChanged(sheet, row, column);
      });
      return;
    }
    this.manyChanged(sheet, within);
  }

  private manyChanged(sheet: Sheet, area: Area): void {
    for (const cell of [...(this.cells.get(sheet)?.values() ?? [])]) if (contains(area, cell.row, cell.column)) this.contentAt(sheet, cell.row, cell.column);
    for (const key of [...(this.filledBy.get(sheet)?.keys() ?? [])]) {
      const [row, column] = [Math.floor(key / 16_384), key % 16_384];
      if (contains(area, row, column)) this.contentAt(sheet, row, column);
    }
    for (const [row, column, cell] of sheet.entries()) if (cell.formula !== null && contains(area, row, column)) this.contentAt(sheet, row, column);
    this.index.eachReaderOver(sheet, area, (reader) => this.markDirty(reader), (range) => {
      range.matrix = null;
      range.readers.forEach((reader) => this.markDirty(reader));
    });
    this.open.manyChanged(sheet, area);
  }

  private contentAt(sheet: Sheet, row: number, column: number): void {
    const filler = this.fillerOf(sheet, row, column);
    if (filler !== undefined) {
      this.filledOn(sheet).delete(keyOf(row, column));
      this.markDirty(filler);
    }
    const { formula } = sheet.cell(row, column);
    const known = this.at(sheet, row, column);
    if (formula !== null) this.readCell(sheet, row, column, true);
    else if (known !== undefined) this.forget(known);
  }

  /** Notes the formula of a cell. @param always - work it out again even where the cell has a value already */
  private readCell(sheet: Sheet, row: number, column: number, always: boolean): void {
    const stored = sheet.cell(row, column);
    if (stored.formula === null) return;
    const known = this.at(sheet, row, column);
    const fixed = stored.array?.kind === "legacy" ? stored.array.area : null;
    if (known !== undefined && !always && known.formula === stored.formula) return;
    // A formula entered has no value yet; one that a file brought without the mark has, and stays plain.
    const plain = stored.array === null && stored.value !== null && (known?.plain ?? true);
    if (known !== undefined) this.forget(known);
    const cell = new FormulaCell(sheet, row, column, stored.formula, fixed, plain);
    cell.isOwn = known?.isOwn ?? false;
    this.remember(cell);
    if (cell.unsupported !== null) return this.keepCached(cell, always && known !== undefined);
    if (stored.array !== null && stored.value !== null) this.setReach(cell, stored.array.area);
    if (always || stored.value === null || cell.isVolatile) this.markDirty(cell);
  }

  /**
   * A formula that cannot be worked out keeps the value that the file brought; a new one is #NAME?.
   * @param isStale - what it stands on has changed
   */
  private keepCached(cell: FormulaCell, isStale: boolean): void {
    const stored = cell.sheet.cell(cell.row, cell.column);
    const fromFile = stored.value !== null && !cell.isOwn;
    const after = fromFile ? { ...stored, state: "cached" as const } : { ...stored, value: cellError("#NAME?"), state: "live" as const };
    cell.sheet.put(cell.row, cell.column, after);
    cell.isOwn = !fromFile;
    if (!fromFile) return;
    if (stored.array !== null) this.setReach(cell, stored.array.area);
    if (isStale) this.open.becomeStale(cell);
  }

  private remember(cell: FormulaCell): void {
    let cells = this.cells.get(cell.sheet);
    if (cells === undefined) this.cells.set(cell.sheet, (cells = new Map()));
    cells.set(keyOf(cell.row, cell.column), cell);
    if (cell.unsupported !== null) this.open.add(cell);
    else cell.references.forEach((reference) => this.index.add(cell, reference));
    for (const word of cell.words) {
      const readers = this.byWord.get(word);
      if (readers === undefined) this.byWord.set(word, new Set([cell]));
      else readers.add(cell);
    }
    if (cell.unsupported !== null) return;
    if (cell.isVolatile) this.volatileCells.add(cell);
    if (cell.seesHiddenRows) this.hiddenRowReaders.add(cell);
  }

  private forget(cell: FormulaCell): void {
    if (cell.unsupported === null) cell.references.forEach((reference) => this.index.remove(cell, reference));
    this.open.remove(cell);
    for (const word of cell.words) this.byWord.get(word)?.delete(cell);
    this.volatileCells.delete(cell);
    this.hiddenRowReaders.delete(cell);
    this.blockedCells.delete(cell);
    this.outOfDate.delete(cell);
    this.cells.get(cell.sheet)?.delete(keyOf(cell.row, cell.column));
    this.emptyReach(cell);
  }

  /** Takes away what a formula's result filled beside its own cell. */
  emptyReach(cell: FormulaCell): void {
    const { reach, sheet } = cell;
    if (reach === null) return;
    const filled = this.filledOn(sheet);
    const mine: (readonly [number, number])[] = [];
    eachCell(reach, (row, column) => { if (filled.get(keyOf(row, column)) === cell) mine.push([row, column]); });
    this.setReach(cell, null);
    for (const [row, column] of mine) {
      const stored = sheet.cell(row, column);
      if (stored.formula === null && stored.value !== null) sheet.put(row, column, { ...stored, value: null });
      this.valueChanged(sheet, row, column);
    }
  }

  private filledOn(sheet: Sheet): Map<number, FormulaCell> {
    let filled = this.filledBy.get(sheet);
    if (filled === undefined) this.filledBy.set(sheet, (filled = new Map()));
    return filled;
  }

  private namesChanged(): void {
    const before = new Set(this.names);
    const after = new Set(this.workbook.names);
    for (const name of [...before, ...after]) if (!before.has(name) || !after.has(name)) this.wordsToRead.add(nameWord(name.name));
    this.names = this.workbook.names;
  }

  private facetChanged({ sheet: id, facet, cause }: Extract<Change, { kind: "facet" }>): void {
    const sheet = this.workbook.sheetById(id);
    if (sheet === null) return;
    if (facet === "rows" || cause === "undo") this.hiddenRowReaders.forEach((cell) => this.markDirty(cell));
    if (facet === "tables" || cause === "undo") this.tablesChanged(sheet);
    // What stood in the way of an array may be gone.
    if (facet === "tables" || facet === "merges" || cause === "undo") this.blockedCells.forEach((cell) => { if (cell.sheet === sheet) this.markDirty(cell); });
  }

  private tablesChanged(sheet: Sheet): void {
    const before = new Set(this.tables.get(sheet) ?? []);
    const after = new Set(sheet.get("tables"));
    this.tables.set(sheet, sheet.get("tables"));
    const other = [...before, ...after].filter((table) => !before.has(table) || !after.has(table));
    for (const table of other) this.wordsToRead.add(tableWord(table.name));
    if (other.length > 0) this.wordsToRead.add(ownTableWord(sheet));
  }

  private sheetsChanged(): void {
    this.wordsToRead.add(sheetOrderWord);
    const now = new Set(this.workbook.sheets);
    for (const [sheet, name] of this.sheetNames) {
      if (now.has(sheet) && sheet.name === name) continue;
      this.wordsToRead.add(sheetWord(name));
      if (now.has(sheet)) continue;
      this.tables.get(sheet)?.forEach((table) => this.wordsToRead.add(tableWord(table.name)));
      this.forgetSheet(sheet);
    }
    for (const sheet of now) {
      if (this.sheetNames.get(sheet) === sheet.name) continue;
      this.wordsToRead.add(sheetWord(sheet.name));
      if (this.sheetNames.has(sheet)) this.sheetNames.set(sheet, sheet.name);
      else this.readSheet(sheet);
    }
    this.namesChanged();
  }

  private forgetSheet(sheet: Sheet): void {
    for (const cell of [...(this.cells.get(sheet)?.values() ?? [])]) this.forget(cell);
    for (const map of [this.cells, this.tables, this.sheetNames, this.filledBy]) map.delete(sheet);
    this.index.removeSheet(sheet);
    this.open.removeSheet(sheet);
  }
}
