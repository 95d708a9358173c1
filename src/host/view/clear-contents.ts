/** What the Delete key does: empties cells and keeps their format, validation and links. */
import { assertUnlocked } from "../objects/cells";
import type { Session } from "../objects/session";
import { intersect, type Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";

/** @throws Refusal AccessDenied where a cell is locked on a protected sheet */
export function clearContents(session: Session, sheet: Sheet, area: Area): void {
  const filled = sheet.extent === null ? null : intersect(area, sheet.extent);
  if (filled === null) return;
  assertUnlocked(sheet, filled);
  session.noteBefore(sheet, filled.top, filled.left);
  sheet.write(filled, "typed", "content", (cell) => (cell.value === null && cell.formula === null ? cell : { ...cell, value: null, formula: null, array: null, state: "live" }));
}
