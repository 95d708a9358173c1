/** Cells put in and taken out for a program, with what Excel answers when that would tear something. */
import { deleteCells, insertCells } from "../calc/structure";
import type { Area } from "../workbook/area";
import type { Cause } from "../workbook/change";
import type { Sheet } from "../workbook/sheet";
import { insertDeleteConflict } from "./refusal";

/** @throws Refusal InsertDeleteConflict when a table, merged cells or an array formula would be torn, or filled cells pushed off the sheet */
export function putIn(sheet: Sheet, area: Area, direction: "down" | "right", cause: Cause = "api"): void {
  orConflict(() => insertCells(sheet.workbook, sheet, area, direction, cause));
}

/** @throws Refusal InsertDeleteConflict when a table, merged cells or an array formula would be torn */
export function takeOut(sheet: Sheet, area: Area, direction: "up" | "left", cause: Cause = "api"): void {
  orConflict(() => deleteCells(sheet.workbook, sheet, area, direction, cause));
}

export function orConflict(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof RangeError) throw insertDeleteConflict(error.message);
    throw error;
  }
}
