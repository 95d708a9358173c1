/** The order of one round of calculation: a formula runs when all that it reads has run. */
import type { FormulaBook } from "./formula-book";
import type { FormulaCell } from "./formula-cell";
import { eachCell, type WatchedRange } from "./dependency-index";

let rounds = 0;

/**
 * Works out everything that is out of date and all that stands on it.
 * @param workOutCircles - works out what is left: the formulas in circles, and those that stand on them
 * @returns how many formulas there were
 */
export function orderedRound(book: FormulaBook, workOut: (cell: FormulaCell) => void, workOutCircles: (cells: readonly FormulaCell[]) => void): number {
  rounds += 1;
  book.lastRead = null;
  const round = rounds;
  const cells = [...book.outOfDate];
  book.outOfDate.clear();
  for (const cell of cells) begin(cell, round);
  const waitFor = (reader: FormulaCell): void => {
    if (reader.round !== round) {
      begin(reader, round);
      cells.push(reader);
    }
    reader.waiting += 1;
  };
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (cell !== undefined) eachReader(book, cell, waitFor, (range) => {
      if (range.round !== round) {
        range.round = round;
        range.waiting = 0;
        // What only the run shows to read it must not find what stood there before.
        range.matrix = null;
        range.readers.forEach(waitFor);
      }
      range.waiting += 1;
    });
  }
  try {
    runInOrder(book, cells, workOut);
    const left = cells.filter((cell) => cell.dirty);
    if (left.length > 0) workOutCircles(left);
  } finally {
    // Nothing is left here unless a fault of ours ended the round; then the rest is still to be done.
    for (const cell of cells) if (cell.dirty) book.outOfDate.add(cell);
  }
  return cells.length;
}

function begin(cell: FormulaCell, round: number): void {
  cell.round = round;
  cell.waiting = 0;
  cell.dirty = true;
}

function runInOrder(book: FormulaBook, cells: readonly FormulaCell[], workOut: (cell: FormulaCell) => void): void {
  const ready = cells.filter((cell) => cell.waiting === 0);
  const oneLess = (reader: FormulaCell): void => {
    reader.waiting -= 1;
    if (reader.waiting === 0) ready.push(reader);
  };
  for (let i = 0; i < ready.length; i++) {
    const cell = ready[i];
    if (cell === undefined) continue;
    // What it fills is fixed here, before it runs: these are the edges that were counted.
    const release = readersOf(book, cell);
    if (cell.dirty) workOut(cell);
    for (const reader of release.readers) oneLess(reader);
    for (const range of release.ranges) {
      range.waiting -= 1;
      if (range.waiting === 0) range.readers.forEach(oneLess);
    }
  }
}

function readersOf(book: FormulaBook, cell: FormulaCell): { readonly readers: readonly FormulaCell[]; readonly ranges: readonly WatchedRange[] } {
  const readers: FormulaCell[] = [];
  const ranges: WatchedRange[] = [];
  eachReader(book, cell, (reader) => readers.push(reader), (range) => ranges.push(range));
  return { readers, ranges };
}

function eachReader(book: FormulaBook, cell: FormulaCell, onReader: (reader: FormulaCell) => void, onRange: (range: WatchedRange) => void): void {
  const at = (row: number, column: number): void => {
    book.index.readersAt(cell.sheet, row, column)?.forEach(onReader);
    book.index.eachRangeOver(cell.sheet, row, column, onRange);
  };
  if (cell.reach === null) at(cell.row, cell.column);
  else eachCell(cell.reach, at);
}
