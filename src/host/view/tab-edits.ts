/** Sheets added, renamed, moved, copied, hidden and deleted by hand. As in Excel, what was done before can then not be taken back. */
import { loseSheet, renameSheet } from "../calc/shift-formula";
import { Refusal } from "../objects/refusal";
import { copySheet } from "../objects/sheet-copy";
import { sheetAfter, sheetBefore } from "../objects/sheet-order";
import { assertStructureFree, checkSheetName } from "../objects/worksheet";
import type { Sheet } from "../workbook/sheet";
import type { Hand } from "./hand";

const TAKEN = "There is a sheet of this name already.";

/** A new sheet after the one that shows, which then shows. */
export function addSheet(hand: Hand): void {
  attempt(hand, () => {
    const { workbook } = hand.session;
    hand.activate(workbook.addSheet(freeSheetName(workbook.sheets), "typed", workbook.sheets.indexOf(hand.sheet) + 1));
  });
}

/** @returns false when the name is refused; a line says why */
export function renameTab(hand: Hand, sheet: Sheet, name: string): boolean {
  const before = sheet.name;
  if (name === before) return true;
  return attempt(hand, () => {
    const { workbook } = hand.session;
    workbook.renameSheet(sheet, checkSheetName(hand.session, name, sheet), "typed");
    renameSheet(workbook, before, name, "typed");
  });
}

/** @param position - among all sheets, hidden ones counted */
export function moveTab(hand: Hand, sheet: Sheet, position: number): void {
  const { workbook } = hand.session;
  if (workbook.sheets.indexOf(sheet) !== position) attempt(hand, () => workbook.moveSheet(sheet, position, "typed"));
}

export function copyTab(hand: Hand, sheet: Sheet): void {
  attempt(hand, () => hand.activate(copySheet(sheet, "After", sheet)));
}

export function deleteTab(hand: Hand, sheet: Sheet): void {
  attempt(hand, () => {
    assertAnotherShows(hand, sheet);
    loseSheet(hand.session.workbook, sheet, "typed");
    hand.session.workbook.removeSheet(sheet, "typed");
    hand.activate(hand.session.workbook.active);
  });
}

export function hideTab(hand: Hand, sheet: Sheet): void {
  attempt(hand, () => {
    const other = assertAnotherShows(hand, sheet);
    sheet.set("visibility", "Hidden", "typed");
    if (hand.sheet === sheet) hand.activate(sheetAfter(hand.session, sheet, true) ?? sheetBefore(hand.session, sheet, true) ?? other);
  });
}

export function showTab(hand: Hand, sheet: Sheet): void {
  attempt(hand, () => {
    sheet.set("visibility", "Visible", "typed");
    hand.activate(sheet);
  });
}

function assertAnotherShows({ session }: Hand, sheet: Sheet): Sheet {
  const other = session.workbook.sheets.find((one) => one !== sheet && one.get("visibility") === "Visible");
  if (other === undefined) throw new Refusal("InvalidArgument", "A workbook keeps at least one sheet that shows.", 400);
  return other;
}

/** @returns whether it was done; what is refused becomes a line for the person */
function attempt(hand: Hand, work: () => void): boolean {
  try {
    assertStructureFree(hand.session);
    work();
    hand.session.settle();
    return true;
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    hand.say(problem.code === "AccessDenied" ? "The structure of the workbook is protected: its sheets stay as they are." : problem.code === "ItemAlreadyExists" ? TAKEN : problem.message.replace(/^The argument is invalid or missing or has an incorrect format\. /, ""));
    return false;
  }
}

/** @example with Sheet1 and Sheet3 there // => "Sheet4" */
export function freeSheetName(sheets: readonly { readonly name: string }[]): string {
  const numbers = sheets.map(({ name }) => Number(/^Sheet(\d+)$/i.exec(name)?.[1] ?? 0));
  return `Sheet${Math.max(0, ...numbers) + 1}`;
}
