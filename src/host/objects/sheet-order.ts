/** Neighbours in tab order. */
import type { Sheet } from "../workbook/sheet";
import type { Session } from "./session";

const isVisible = (sheet: Sheet): boolean => sheet.get("visibility") === "Visible";

export function sheetAfter({ workbook }: Session, sheet: Sheet, visibleOnly: boolean): Sheet | null {
  return workbook.sheets.slice(workbook.sheets.indexOf(sheet) + 1).find((other) => !visibleOnly || isVisible(other)) ?? null;
}

export function sheetBefore({ workbook }: Session, sheet: Sheet, visibleOnly: boolean): Sheet | null {
  return workbook.sheets.slice(0, workbook.sheets.indexOf(sheet)).reverse().find((other) => !visibleOnly || isVisible(other)) ?? null;
}
