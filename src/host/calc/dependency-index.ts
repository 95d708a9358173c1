/**
 * Who reads which cell. A small range is noted at each of its cells; a large one is one entry, found by column and block of rows,
 * so that a change is not compared with every range on the sheet.
 */
import { contains, intersect, type Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import type { FormulaCell } from "./formula-cell";
import type { Matrix, Reference } from "./operand";

const SMALL = 64;
const BLOCK_ROWS = 256;
const MOST_BLOCKS = 64;
const MOST_COLUMNS = 64;

/** A large range that formulas read, once for all of them. */
export class WatchedRange {
  readonly readers = new Set<FormulaCell>();
  /** The range's values as last read; null after a change in it. */
  matrix: Matrix | null = null;
  /** Some of `matrix` may be out of date. */
  stale = false;
  round = 0;
  waiting = 0;
  constructor(readonly area: Area) {}
}

class SheetIndex {
  readonly atCell = new Map<number, Set<FormulaCell>>();
  readonly ranges = new Map<string, WatchedRange>();
  /** By column × block of rows; tall ranges by column; wide ones together. */
  readonly inBlock = new Map<number, WatchedRange[]>();
  readonly tall = new Map<number, WatchedRange[]>();
  readonly wide: WatchedRange[] = [];
}

const noRanges: readonly WatchedRange[] = [];
const keyOf = (row: number, column: number): number => row * 16_384 + column;
const blockOf = (row: number, column: number): number => Math.floor(row / BLOCK_ROWS) * 16_384 + column;
const nameOf = (a: Area): string => `${a.top},${a.left},${a.bottom},${a.right}`;
const sizeOf = (a: Area): number => (a.bottom - a.top + 1) * (a.right - a.left + 1);

export class DependencyIndex {
  private readonly sheets = new Map<Sheet, SheetIndex>();

  add(reader: FormulaCell, { sheet, area }: Reference): void {
    const index = this.of(sheet);
    if (sizeOf(area) <= SMALL) {
      eachCell(area, (row, column) => addTo(index.atCell, keyOf(row, column), reader));
      return;
    }
    let range = index.ranges.get(nameOf(area));
    if (range === undefined) {
      range = new WatchedRange(area);
      index.ranges.set(nameOf(area), range);
      for (const list of listsFor(index, area)) list.push(range);
    }
    range.readers.add(reader);
  }

  remove(reader: FormulaCell, { sheet, area }: Reference): void {
    const index = this.of(sheet);
    if (sizeOf(area) <= SMALL) {
      eachCell(area, (row, column) => {
        const readers = index.atCell.get(keyOf(row, column));
        readers?.delete(reader);
        if (readers?.size === 0) index.atCell.delete(keyOf(row, column));
      });
      return;
    }
    const range = index.ranges.get(nameOf(area));
    range?.readers.delete(reader);
    if (range === undefined || range.readers.size > 0) return;
    index.ranges.delete(nameOf(area));
    for (const list of listsFor(index, area)) list.splice(list.indexOf(range), 1);
  }

  removeSheet(sheet: Sheet): void { this.sheets.delete(sheet); }

  readersAt(sheet: Sheet, row: number, column: number): ReadonlySet<FormulaCell> | undefined {
    return this.sheets.get(sheet)?.atCell.get(keyOf(row, column));
  }

  eachRangeOver(sheet: Sheet, row: number, column: number, visit: (range: WatchedRange) => void): void {
    const index = this.sheets.get(sheet);
    if (index === undefined || index.ranges.size === 0) return;
    for (const range of index.inBlock.get(blockOf(row, column)) ?? []) if (row >= range.area.top && row <= range.area.bottom) visit(range);
    for (const range of index.tall.get(column) ?? []) if (row >= range.area.top && row <= range.area.bottom) visit(range);
    for (const range of index.wide) if (contains(range.area, row, column)) visit(range);
  }

  rangesOver(sheet: Sheet, row: number, column: number): readonly WatchedRange[] {
    if (this.sheets.get(sheet)?.ranges.size === 0) return noRanges;
    const found: WatchedRange[] = [];
    this.eachRangeOver(sheet, row, column, (range) => found.push(range));
    return found;
  }

  /** Everything that reads any cell of an area: for changes too large to be gone through cell by cell. */
  eachReaderOver(sheet: Sheet, area: Area, onReader: (reader: FormulaCell) => void, onRange: (range: WatchedRange) => void): void {
    const index = this.sheets.get(sheet);
    if (index === undefined) return;
    for (const [key, readers] of index.atCell) if (contains(area, Math.floor(key / 16_384), key % 16_384)) readers.forEach(onReader);
    for (const range of index.ranges.values()) if (intersect(range.area, area) !== null) onRange(range);
  }

  /** The entry of a large range, when formulas read exactly it. */
  rangeOf(sheet: Sheet, area: Area): WatchedRange | undefined {
    return sizeOf(area) <= SMALL ? undefined : this.sheets.get(sheet)?.ranges.get(nameOf(area));
  }

  private of(sheet: Sheet): SheetIndex {
    let index = this.sheets.get(sheet);
    if (index === undefined) this.sheets.set(sheet, (index = new SheetIndex()));
    return index;
  }
}

function listsFor(index: SheetIndex, area: Area): WatchedRange[][] {
  if (area.right - area.left >= MOST_COLUMNS) return [index.wide];
  const lists: WatchedRange[][] = [];
  const isTall = area.bottom - area.top >= MOST_BLOCKS * BLOCK_ROWS;
  for (let column = area.left; column <= area.right; column++) {
    if (isTall) lists.push(listAt(index.tall, column));
    else for (let row = area.top - (area.top % BLOCK_ROWS); row <= area.bottom; row += BLOCK_ROWS) lists.push(listAt(index.inBlock, blockOf(row, column)));
  }
  return lists;
}

function listAt(map: Map<number, WatchedRange[]>, key: number): WatchedRange[] {
  let list = map.get(key);
  if (list === undefined) map.set(key, (list = []));
  return list;
}

function addTo(map: Map<number, Set<FormulaCell>>, key: number, reader: FormulaCell): void {
  const readers = map.get(key);
  if (readers === undefined) map.set(key, new Set([reader]));
  else readers.add(reader);
}

export function eachCell(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.top; row <= area.bottom; row++) for (let column = area.left; column <= area.right; column++) visit(row, column);
}
