/** Finds what looks like a table of figures but is not marked as one. Careful rather than keen: a form of labels and answers is no table. */
import type { Rectangle } from "../../blueprint/types";
import { cellAt, isInside, lookAt, overlaps, type LookedSheet } from "./looked";

const FEWEST_ROWS = 3;
const FEWEST_COLUMNS = 3;

/** Blocks with a header row of words, all different, over at least two rows and a column of figures. */
export function unmarkedTables(sheet: LookedSheet): readonly Rectangle[] {
  return blocksIn(sheet).filter((block) => block.rows >= FEWEST_ROWS && block.columns >= 2 && !sheet.tables.some(({ area }) => overlaps(area, block)) && isTable(sheet, block));
}

/** Rows under each other in which cells next to each other are filled, from the first filled column to the last. */
function blocksIn(sheet: LookedSheet): readonly Rectangle[] {
  const { used, cells } = sheet;
  if (used === null) return [];
  const blocks: Rectangle[] = [];
  let open = null as Rectangle | null;
  for (let row = used.top; row <= used.top + cells.length; row += 1) {
    const run = row < used.top + cells.length ? widestRun(sheet, row) : null;
    const inTable = run !== null && sheet.tables.some(({ area }) => isInside(area, row, run.left));
    if (run === null || inTable || (open !== null && (run.left < open.left || run.left + run.columns > open.left + open.columns))) {
      if (open !== null) blocks.push(open);
      open = run === null || inTable ? null : run;
    } else open = open === null ? run : { ...open, rows: open.rows + 1 };
  }
  return blocks;
}

/** The longest stretch of filled cells in a row; null where no two stand together. */
function widestRun({ used, cells }: LookedSheet, row: number): Rectangle | null {
  if (used === null) return null;
  const line = cells[row - used.top] ?? [];
  let [best, from] = [null as Rectangle | null, -1];
  for (let at = 0; at <= line.length; at += 1) {
    const isFilled = at < line.length && line[at]?.kind !== "blank";
    if (isFilled && from < 0) from = at;
    if (isFilled || from < 0) continue;
    if (at - from >= 2 && at - from > (best?.columns ?? 0)) best = { top: row, left: used.left + from, rows: 1, columns: at - from };
    from = -1;
  }
  return best;
}

function isTable(sheet: LookedSheet, { top, left, rows, columns }: Rectangle): boolean {
  const across = Array.from({ length: columns }, (_, index) => left + index);
  const headers = across.map((column) => cellAt(sheet, top, column));
  const names = headers.map(({ text }) => text.trim().toLowerCase());
  if (headers.some(({ kind, isFormula }) => kind !== "text" || isFormula) || names.some((name) => name === "") || new Set(names).size < columns) return false;
  const figuresIn = (column: number): number => Array.from({ length: rows - 1 }, (_, index) => cellAt(sheet, top + 1 + index, column)).filter(({ kind }) => kind === "number").length;
  const hasFigures = across.some((column) => figuresIn(column) >= 2 && figuresIn(column) * 2 > rows - 1);
  return hasFigures && (columns >= FEWEST_COLUMNS || looksLikeHeader(sheet, top, across));
}

/** Two columns are as often labels and answers as a table: only letters that are bold above and plain below tell. */
function looksLikeHeader(sheet: LookedSheet, row: number, across: readonly number[]): boolean {
  return across.every((column) => lookAt(sheet, row, column)?.bold === true && lookAt(sheet, row + 1, column)?.bold === false);
}
