/** What the status bar says of a selection: how many cells are filled, and the sum and average of the numbers. */
import { intersect, rowCount, columnCount, contains, type Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import type { CellValue } from "../workbook/values";

export interface Sums {
  readonly filled: number;
  readonly numbers: number;
  readonly sum: number;
}

/** Counts the cells of an area; texts and errors are filled but no numbers. */
export function selectionSums(sheet: Sheet, area: Area): Sums {
  let [filled, numbers, sum] = [0, 0, 0];
  const count = (value: CellValue): void => {
    if (value === null || value === "") return;
    filled += 1;
    if (typeof value !== "number") return;
    numbers += 1;
    sum += value;
  };
  const used = sheet.extent === null ? null : intersect(area, sheet.extent);
  if (used === null) return { filled, numbers, sum };
  if (rowCount(used) * columnCount(used) <= sheet.storedCount) {
    for (let row = used.top; row <= used.bottom; row++) for (let column = used.left; column <= used.right; column++) count(sheet.cell(row, column).value);
  } else {
    for (const [row, column, cell] of sheet.entries()) if (contains(used, row, column)) count(cell.value);
  }
  return { filled, numbers, sum: Number(sum.toPrecision(15)) };
}
