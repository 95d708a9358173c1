/** The order of one round of calculation: a formula runs when all that it reads has run. */
import type { Steps } from "../workbook/steps";
import type { FormulaBook } from "./formula-book";
import { nobody, type After, type FormulaCell } from "./formula-cell";
import { eachCell, type WatchedRange } from "./dependency-index";

let rounds = 0;

/** Formulas that are put in order, and that are worked out, between two rests. */
const [ORDERED_A_STEP, RUN_A_STEP] = [5_000, 500];
/** The share of the work that ordering is. */
const ORDERING = 0.3;

/**
 * Works out everything that is out of date and all that stands on it, with rests on the way.
 * @param workOutCircles - works out what is left: the formulas in circles, and those that stand on them
 * @returns how many formulas there were
 */
export function* orderedRound(book: FormulaBook, workOut: (cell: FormulaCell) => void, workOutCircles: (cells: readonly FormulaCell[]) => void): Steps<number> {
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
  const order = (cell: FormulaCell): void => {
    cell.after = afterOf(book, cell);
    for (const readers of cell.after.readers) readers.forEach(waitFor);
    for (const range of cell.after.ranges) {
      if (range.round !== round) {
        range.round = round;
        range.waiting = 0;
        // What only the run shows to read it must not find what stood there before.
        range.matrix = null;
        range.readers.forEach(waitFor);
      }
      range.waiting += 1;
    }
  };
  try {
    for (let from = 0; from < cells.length; from += ORDERED_A_STEP) {
      if (from > 0) yield (from / cells.length) * ORDERING;
      for (let i = from; i < Math.min(cells.length, from + ORDERED_A_STEP); i++) order(at(cells, i));
    }
    yield* runInOrder(cells, workOut);
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

function at(cells: readonly FormulaCell[], place: number): FormulaCell {
  const cell = cells[place];
  if (cell === undefined) throw new RangeError(`There is no formula ${place}.`);
  return cell;
}

function* runInOrder(cells: readonly FormulaCell[], workOut: (cell: FormulaCell) => void): Steps<void> {
  const ready = cells.filter((cell) => cell.waiting === 0);
  const oneLess = (reader: FormulaCell): void => {
    reader.waiting -= 1;
    if (reader.waiting === 0) ready.push(reader);
  };
  const run = (cell: FormulaCell): void => {
    // What it filled when the round began, also where it fills other cells now: these are the edges that were counted.
    const { readers, ranges } = cell.after;
    if (cell.dirty) workOut(cell);
    for (const some of readers) some.forEach(oneLess);
    for (const range of ranges) {
      range.waiting -= 1;
      if (range.waiting === 0) range.readers.forEach(oneLess);
    }
    cell.after = nobody;
  };
  for (let from = 0; from < ready.length; from += RUN_A_STEP) {
    if (from > 0) yield ORDERING + (from / cells.length) * (1 - ORDERING);
    for (let i = from; i < Math.min(ready.length, from + RUN_A_STEP); i++) run(at(ready, i));
  }
}

function afterOf(book: FormulaBook, cell: FormulaCell): After {
  if (cell.reach === null) {
    const readers = book.index.readersAt(cell.sheet, cell.row, cell.column);
    const ranges = book.index.rangesOver(cell.sheet, cell.row, cell.column);
    return readers === undefined && ranges.length === 0 ? nobody : { readers: readers === undefined ? [] : [readers], ranges };
  }
  const readers: ReadonlySet<FormulaCell>[] = [];
  const ranges: WatchedRange[] = [];
  eachCell(cell.reach, (row, column) => {
    const found = book.index.readersAt(cell.sheet, row, column);
    if (found !== undefined) readers.push(found);
    ranges.push(...book.index.rangesOver(cell.sheet, row, column));
  });
  return { readers, ranges };
}
