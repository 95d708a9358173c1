/** Putting cells in and taking cells out, with everything in the workbook that lies over them or refers to them. */
import type { Area } from "../workbook/area";
import type { Cause } from "../workbook/change";
import type { Sheet } from "../workbook/sheet";
import type { Workbook } from "../workbook/workbook";
import { isInsertion, type CellShift } from "./cell-shift";
import { moveCells } from "./shift-cells";
import { moveFeatures } from "./shift-features";
import { moveReferences } from "./shift-references";
import { assertPossible } from "./shift-refusals";
import { loseTables, moveTables } from "./shift-tables";

/**
 * Puts in an area of blank cells; whole rows and columns where the area is that. What was there moves down or right.
 * @throws RangeError when a table, merged cells or an array formula would be torn, or filled cells pushed off the sheet
 * @example insertCells(workbook, sheet, parseArea("3:3"), "down") // a row above the third; =SUM(A1:A9) becomes =SUM(A1:A10)
 */
export function insertCells(workbook: Workbook, sheet: Sheet, area: Area, direction: "down" | "right", cause: Cause = "api"): void {
  carryOut(workbook, { sheet, block: area, direction }, cause);
}

/**
 * Takes out an area of cells; what is under it moves up, or what is right of it moves left. References to what is gone become `#REF!`.
 * @throws RangeError when a table, merged cells or an array formula would be torn
 */
export function deleteCells(workbook: Workbook, sheet: Sheet, area: Area, direction: "up" | "left", cause: Cause = "api"): void {
  carryOut(workbook, { sheet, block: area, direction }, cause);
}

function carryOut(workbook: Workbook, shift: CellShift, cause: Cause): void {
  const { sheet, block, direction } = shift;
  assertPossible(shift);
  if (!isInsertion(shift)) loseTables(workbook, shift, cause);
  moveReferences(workbook, shift, cause);
  moveCells(shift);
  moveFeatures(shift, cause);
  moveTables(shift, cause);
  workbook.tellShift(sheet, block, direction, cause);
}
