/** What Excel refuses when cells are put in or taken out. */
import { intersect, MAX_COLUMNS, MAX_ROWS, type Area } from "../workbook/area";
import type { Table } from "../workbook/features";
import { within } from "../workbook/areas";
import { shiftArea } from "../workbook/shift-area";
import { isAcross, isInsertion, isVertical, movingRegion, shiftSize, type CellShift } from "./cell-shift";

/** @throws RangeError with the reason in words */
export function assertPossible(shift: CellShift): void {
  const { sheet, block } = shift;
  const last = isVertical(shift) ? MAX_ROWS : MAX_COLUMNS;
  if (block.top < 0 || block.left < 0 || block.bottom >= MAX_ROWS || block.right >= MAX_COLUMNS || shiftSize(shift) > last) throw new RangeError("The cells are not on the sheet.");
  const region = movingRegion(shift);
  for (const table of sheet.get("tables")) {
    if (intersect(table.area, region) === null) continue;
    if (!isAcross(shift, table.area)) throw new RangeError(`This would move some cells of the table ${table.name} and not others.`);
    assertRowLeft(shift, table);
    const header = { ...table.area, bottom: table.area.top };
    const losesHeader = shift.direction === "up" && table.headerRow && intersect(header, block) !== null;
    if (losesHeader && !within(table.area, block)) throw new RangeError(`The table ${table.name} cannot lose its header row.`);
  }
  for (const merge of sheet.get("merges")) {
    if (intersect(merge, region) !== null && !isAcross(shift, merge) && !within(merge, block)) throw new RangeError("This would tear merged cells.");
  }
  const anchored = sheet.anchored.find(({ area }) => intersect(area, region) !== null);
  if (anchored !== undefined) throw new RangeError(`This would move cells with ${anchored.what}, which are kept as the file has them and cannot be moved here.`);
  assertArraysWhole(shift, region);
  if (isInsertion(shift)) assertRoom(shift);
}

/** A table that loses every row of its body keeps a blank one: the row that comes up under its header, if that is free. */
function assertRowLeft(shift: CellShift, table: Table): void {
  const { sheet, block, direction } = shift;
  if (direction !== "up" || within(table.area, block)) return;
  const first = table.area.top + (table.headerRow ? 1 : 0);
  const last = table.area.bottom - (table.totalsRow ? 1 : 0);
  if (first < block.top || last > block.bottom) return;
  for (let column = table.area.left; column <= table.area.right; column++) {
    const { value, formula } = sheet.cell(block.bottom + 1, column);
    if (value !== null || formula !== null) throw new RangeError(`The table ${table.name} keeps at least one row.`);
  }
}

function assertArraysWhole(shift: CellShift, region: Area): void {
  for (const [, , cell] of shift.sheet.entries()) {
    if (cell.array === null || cell.array.kind !== "legacy" || intersect(cell.array.area, region) === null) continue;
    const { area } = cell.array;
    const isGone = !isInsertion(shift) && within(area, shift.block);
    const moved = isAcross(shift, area) ? shiftArea(area, shift.block, shift.direction) : null;
    const keepsSize = moved !== null && moved.bottom - moved.top === area.bottom - area.top && moved.right - moved.left === area.right - area.left;
    if (!isGone && !keepsSize) throw new RangeError("Part of an array formula cannot be changed.");
  }
}

/** Cells with content are never pushed off the sheet; formats alone are. */
function assertRoom(shift: CellShift): void {
  const { sheet, block } = shift;
  const size = shiftSize(shift);
  const edge: Area = isVertical(shift)
    ? { top: Math.max(block.top, MAX_ROWS - size), bottom: MAX_ROWS - 1, left: block.left, right: block.right }
    : { left: Math.max(block.left, MAX_COLUMNS - size), right: MAX_COLUMNS - 1, top: block.top, bottom: block.bottom };
  if (sheet.extent === null || intersect(sheet.extent, edge) === null) return;
  for (const [row, column, cell] of sheet.entries()) {
    if (cell.value === null && cell.formula === null) continue;
    if (intersect(edge, { top: row, left: column, bottom: row, right: column }) !== null) throw new RangeError("This would push cells that are not empty off the end of the worksheet.");
  }
}
