/** Circles of formulas in a workbook that asks to go round them: sheet by sheet, row by row, until the figures settle. */
import type { CellReader } from "./cell-reader";
import type { FormulaCell } from "./formula-cell";

interface Iteration { readonly count: number; readonly change: number }

const valueOf = (cell: FormulaCell): unknown => cell.sheet.cell(cell.row, cell.column).value;

/** How far a result moved; anything but two numbers counts as far as it can be while it is not the same. */
function moved(before: unknown, after: unknown): number {
  if (before === after) return 0;
  return typeof before === "number" && typeof after === "number" ? Math.abs(after - before) : Infinity;
}

/** @param cells - the formulas in circles and those that stand on them, which settle with them */
export function goRound(reader: CellReader, cells: readonly FormulaCell[], { count, change }: Iteration, workOut: (cell: FormulaCell) => void): void {
  const { sheets } = reader.workbook;
  const inOrder = [...cells].sort((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || a.row - b.row || a.column - b.column);
  reader.goesRound = true;
  try {
    for (let round = 0; round < count; round++) {
      let furthest = 0;
      for (const cell of inOrder) {
        const before = valueOf(cell);
        cell.dirty = true;
        workOut(cell);
        furthest = Math.max(furthest, moved(before, valueOf(cell)));
      }
      if (furthest <= change) break;
    }
  } finally {
    reader.goesRound = false;
    for (const cell of inOrder) cell.dirty = false;
  }
}
