/** What the status bar says of a selection: how many cells are filled, and the sum and average of the numbers. */
import { intersect, rowCount, columnCount, contains, type Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import type { CellValue } from "../workbook/values";

export interface Sums {
  readonly filled: number;
  readonly numbers: number;
  readonly sum: number;
}

/** Cells looked at in one go while the rest of the page waits. */
const SLICE = 40_000;

/** Counts the cells of an area; texts and errors are filled but no numbers. */
export function selectionSums(sheet: Sheet, areas: readonly Area[]): Sums {
  const walk = sumsInSlices(sheet, areas);
  for (;;) {
    const { done, value } = walk.next();
    if (done === true) return value;
  }
}

/** The same, a slice of cells at a time, so that a selection of millions holds nobody up. */
export function* sumsInSlices(sheet: Sheet, areas: readonly Area[]): Generator<void, Sums> {
  let [filled, numbers, sum, looked] = [0, 0, 0, 0];
  const count = (value: CellValue): void => {
    if (value === null || value === "") return;
    filled += 1;
    if (typeof value !== "number") return;
    numbers += 1;
    sum += value;
  };
  for (const area of areas) {
    const used = sheet.extent === null ? null : intersect(area, sheet.extent);
    if (used === null) continue;
    if (rowCount(used) * columnCount(used) <= sheet.storedCount) {
      for (let row = used.top; row <= used.bottom; row++) {
        for (let column = used.left; column <= used.right; column++) count(sheet.cell(row, column).value);
        if ((looked += columnCount(used)) % SLICE < columnCount(used)) yield;
      }
    } else {
      for (const [row, column, cell] of sheet.entries()) {
        if (contains(used, row, column)) count(cell.value);
        if (++looked % SLICE === 0) yield;
      }
    }
  }
  return { filled, numbers, sum: Number(sum.toPrecision(15)) };
}
