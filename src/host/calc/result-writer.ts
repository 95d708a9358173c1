/** Puts results into cells: one value, or an array over the cells it fills, and remembers whom to tell. */
import { columnCount, intersect, MAX_COLUMNS, MAX_ROWS, rowCount, type Area } from "../workbook/area";
import type { ArrayReach, Sheet } from "../workbook/sheet";
import { cellError, type CellValue } from "../workbook/values";
import type { Workbook } from "../workbook/workbook";
import { sameNumber } from "./coerce";
import { eachCell, type WatchedRange } from "./dependency-index";
import type { FormulaBook } from "./formula-book";
import type { FormulaCell } from "./formula-cell";
import { NotWorkedOut } from "./not-worked-out";
import { Matrix } from "./operand";
import { sameArea } from "./resolve";

/** Cells that one array may fill; Excel's own limit is what the machine's memory takes. */
const MOST_FILLED = 1_000_000;

/** More results than this at a time are told of by the area around them. */
const MOST_TOLD_APART = 2_000;

/** What changed on a sheet: the area around it, and the cells by place, or null for too many. */
interface Changed { readonly around: { -readonly [side in keyof Area]: number }; places: number[] | null }

const forgetMatrix = (range: WatchedRange): void => { range.matrix = null; };

export class ResultWriter {
  private changed = new Map<Sheet, Changed>();
  private unforeseen = false;

  constructor(private readonly workbook: Workbook, private readonly book: FormulaBook) {}

  write(cell: FormulaCell, result: CellValue | Matrix): void {
    cell.isOwn = true;
    if (cell.fixed !== null) return this.writeFixed(cell, cell.fixed, result);
    const reach = result instanceof Matrix ? reachOf(cell, result) : null;
    if (!(result instanceof Matrix) || reach === null) return this.writeOne(cell, result instanceof Matrix ? result.at(0, 0) : result);
    const wanted = reach;
    if (rowCount(wanted) * columnCount(wanted) > MOST_FILLED) throw new NotWorkedOut(`its result fills more than ${MOST_FILLED.toLocaleString("en-GB")} cells`, "#NUM!");
    if (!this.isFree(cell, wanted)) {
      this.writeOne(cell, cellError("#SPILL!"));
      this.book.setBlocked(cell, wanted);
      return;
    }
    this.book.setBlocked(cell, null);
    this.fill(cell, wanted, result, "dynamic");
  }

  /** The formula is given up: the cell keeps the value that its file brought. */
  keep(cell: FormulaCell): void {
    const stored = cell.sheet.cell(cell.row, cell.column);
    cell.sheet.put(cell.row, cell.column, { ...stored, state: "cached" });
  }

  /** Tells listeners what was calculated since it was last told: one change for each sheet. */
  tell(): void {
    const { changed } = this;
    this.changed = new Map();
    for (const [sheet, { around, places }] of changed) {
      this.workbook.tell({ kind: "cells", sheet: sheet.id, area: around, cause: "calculated", what: "content", ...(places === null ? {} : { parts: rectangles(places) }) });
    }
  }

  /** True when arrays filled other cells than the order of calculation knew of, since last asked. */
  takeUnforeseen(): boolean {
    const { unforeseen } = this;
    this.unforeseen = false;
    return unforeseen;
  }

  private writeOne(cell: FormulaCell, value: CellValue): void {
    this.book.setBlocked(cell, null);
    if (cell.reach !== null) {
      this.unforeseen = true;
      this.note(cell.sheet, cell.reach);
      this.book.emptyReach(cell);
    }
    this.put(cell.sheet, cell.row, cell.column, value ?? 0, markOf(cell), true);
  }

  private writeFixed(cell: FormulaCell, area: Area, result: CellValue | Matrix): void {
    const rows = rowCount(area);
    const columns = columnCount(area);
    const given = result instanceof Matrix ? result : new Matrix(1, 1, [result]);
    const values: CellValue[] = [];
    for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) values.push(given.at(r, c));
    this.fill(cell, area, new Matrix(rows, columns, values), "legacy");
  }

  private fill(cell: FormulaCell, area: Area, values: Matrix, kind: ArrayReach["kind"]): void {
    const before = cell.reach;
    const isNew = !sameArea(before, area);
    if (isNew) {
      this.unforeseen = true;
      if (before !== null) this.note(cell.sheet, before);
      this.book.emptyReach(cell);
    }
    // Also where the area is the same: a cell of it may have been written to and emptied since.
    this.book.setReach(cell, area);
    eachCell(area, (row, column) => {
      const value = values.at(row - area.top, column - area.left) ?? 0;
      const anchor = row === cell.row && column === cell.column;
      if (!this.put(cell.sheet, row, column, value, anchor ? { area, kind } : null, anchor)) return;
      if (isNew && !anchor) this.book.valueChanged(cell.sheet, row, column);
    });
  }

  /** Excel fills an array only into empty cells, outside tables and merged cells. */
  private isFree(cell: FormulaCell, area: Area): boolean {
    const { sheet } = cell;
    if (area.bottom >= MAX_ROWS || area.right >= MAX_COLUMNS) return false;
    if (sheet.get("merges").some((merge) => intersect(merge, area) !== null)) return false;
    if (sheet.get("tables").some((table) => intersect(table.area, area) !== null)) return false;
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        if (row === cell.row && column === cell.column) continue;
        const stored = sheet.stored(row, column);
        if (stored === null || (stored.value === null && stored.formula === null)) continue;
        if (stored.formula !== null || this.book.fillerOf(sheet, row, column) !== cell) return false;
      }
    }
    return true;
  }

  /** @returns whether the cell's value is another now */
  private put(sheet: Sheet, row: number, column: number, value: CellValue, array: ArrayReach | null, anchor: boolean): boolean {
    const stored = sheet.cell(row, column);
    const isOther = stored.value !== value;
    const sameReach = !anchor || (stored.array?.kind === array?.kind && sameArea(stored.array?.area ?? null, array?.area ?? null));
    if (!isOther && sameReach && stored.state === "live") return false;
    sheet.put(row, column, { value, formula: stored.formula, array: anchor ? array : stored.array, style: stored.style, state: "live" });
    if (!isOther) return false;
    // A result that only its last binary digits tell from the file's own is the same one.
    if (typeof value !== "number" || typeof stored.value !== "number" || !sameNumber(value, stored.value)) this.book.open.valueChanged(sheet, row, column);
    this.book.forgetRead(sheet, row, column);
    this.noteCells(sheet, row, column, row, column);
    this.book.index.eachRangeOver(sheet, row, column, forgetMatrix);
    return true;
  }

  private note(sheet: Sheet, { top, left, bottom, right }: Area): void { this.noteCells(sheet, top, left, bottom, right); }

  /** By numbers, since there is one call for each result. */
  private noteCells(sheet: Sheet, top: number, left: number, bottom: number, right: number): void {
    let known = this.changed.get(sheet);
    if (known === undefined) this.changed.set(sheet, (known = { around: { top, left, bottom, right }, places: [] }));
    const { around, places } = known;
    if (top < around.top) around.top = top;
    if (left < around.left) around.left = left;
    if (bottom > around.bottom) around.bottom = bottom;
    if (right > around.right) around.right = right;
    if (places === null) return;
    if (places.length + (bottom - top + 1) * (right - left + 1) > MOST_TOLD_APART) known.places = null;
    else for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) places.push(row * MAX_COLUMNS + column);
  }
}

/** The rectangles that cells make, by `row * MAX_COLUMNS + column`: runs in a row, and equal runs below one another as one. */
function rectangles(places: readonly number[]): readonly Area[] {
  const made: { top: number; left: number; bottom: number; right: number }[] = [];
  const runs: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const place of [...new Set(places)].sort((a, b) => a - b)) {
    const row = Math.floor(place / MAX_COLUMNS);
    const column = place % MAX_COLUMNS;
    const last = runs.at(-1);
    if (last !== undefined && last.top === row && last.right === column - 1) last.right = column;
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  for (const run of runs) {
    const above = made.find((one) => one.bottom === run.top - 1 && one.left === run.left && one.right === run.right);
    if (above === undefined) made.push(run);
    else above.bottom = run.bottom;
  }
  return made;
}

/** Where a result of one value needs the mark of an array formula all the same. */
const markOf = ({ needsMark, row, column }: FormulaCell): ArrayReach | null =>
  (needsMark ? { area: { top: row, left: column, bottom: row, right: column }, kind: "dynamic" } : null);

/** The cells that an array result fills, or null for a single value. */
function reachOf(cell: FormulaCell, result: Matrix): Area | null {
  if (result.rows <= 1 && result.columns <= 1) return null;
  return { top: cell.row, left: cell.column, bottom: cell.row + result.rows - 1, right: cell.column + result.columns - 1 };
}
