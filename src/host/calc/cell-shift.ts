/** One insertion or deletion of cells: which block, which way the rest moves, and where each cell goes. */
import { columnCount, MAX_COLUMNS, MAX_ROWS, rowCount, type Area } from "../workbook/area";
import { within } from "../workbook/areas";
import type { Sheet } from "../workbook/sheet";
import type { Direction } from "../workbook/shift-area";

export interface CellShift {
  readonly sheet: Sheet;
  /** The cells put in or taken out. */
  readonly block: Area;
  readonly direction: Direction;
}

export const isVertical = ({ direction }: Pick<CellShift, "direction">): boolean => direction === "down" || direction === "up";
export const isInsertion = ({ direction }: Pick<CellShift, "direction">): boolean => direction === "down" || direction === "right";
export const isWholeRows = ({ block, direction }: CellShift): boolean => (direction === "down" || direction === "up") && block.left === 0 && block.right === MAX_COLUMNS - 1;
export const isWholeColumns = ({ block, direction }: CellShift): boolean => (direction === "right" || direction === "left") && block.top === 0 && block.bottom === MAX_ROWS - 1;

/** Rows or columns that are put in or taken out. */
export const shiftSize = (shift: CellShift): number => (isVertical(shift) ? rowCount(shift.block) : columnCount(shift.block));

/** The block and every cell behind it, up to the sheet's edge: nothing outside moves. */
export function movingRegion({ block, direction }: CellShift): Area {
  return direction === "down" || direction === "up" ? { ...block, bottom: MAX_ROWS - 1 } : { ...block, right: MAX_COLUMNS - 1 };
}

/** The rows or columns that the movement runs in, from edge to edge. */
export function band({ block, direction }: CellShift): Area {
  return direction === "down" || direction === "up" ? { ...block, top: 0, bottom: MAX_ROWS - 1 } : { ...block, left: 0, right: MAX_COLUMNS - 1 };
}

/** Whether an area lies across the band whole, so that it can move or change its size as one. */
export const isAcross = (shift: CellShift, area: Area): boolean => within(area, band(shift));

/** Where a cell goes: null when it is taken out or pushed off the sheet. */
export function destination(shift: CellShift, row: number, column: number): { readonly row: number; readonly column: number } | null {
  const { block, direction } = shift;
  const size = shiftSize(shift);
  switch (direction) {
    case "down": return column < block.left || column > block.right || row < block.top ? { row, column } : row + size < MAX_ROWS ? { row: row + size, column } : null;
    case "right": return row < block.top || row > block.bottom || column < block.left ? { row, column } : column + size < MAX_COLUMNS ? { row, column: column + size } : null;
    case "up": return column < block.left || column > block.right || row < block.top ? { row, column } : row > block.bottom ? { row: row - size, column } : null;
    case "left": return row < block.top || row > block.bottom || column < block.left ? { row, column } : column > block.right ? { row, column: column - size } : null;
  }
}

/** Where the cell that is now here stood before; one that was put in stood nowhere, and is given its own place. */
export function origin(shift: CellShift, row: number, column: number): { readonly row: number; readonly column: number } {
  const size = shiftSize(shift);
  const from = movingRegion(shift);
  const [behind, by] = isInsertion(shift) ? [size, -size] : [0, size];
  const vertical = isVertical(shift);
  const moved = vertical
    ? row >= from.top + behind && column >= from.left && column <= from.right
    : column >= from.left + behind && row >= from.top && row <= from.bottom;
  if (!moved) return { row, column };
  return vertical ? { row: row + by, column } : { row, column: column + by };
}

/**
 * Whether cells put in take the look and the rules of the cells before them (above, or to the left), as Excel gives them.
 * Under a table's header, and at a table's first column, it is the cells behind that they take after.
 */
export function takesAfterPrevious(shift: CellShift, row: number, column: number): boolean {
  const { sheet, block } = shift;
  if (isVertical(shift)) {
    if (block.top === 0) return false;
    const table = sheet.tableAt(block.top, column);
    return table === null || block.top > table.area.top + (table.headerRow ? 1 : 0);
  }
  if (block.left === 0) return false;
  const table = sheet.tableAt(row, block.left);
  return table === null || block.left > table.area.left;
}
