/** What the menu over a sheet's tab offers. */
import type { Sheet } from "../workbook/sheet";
import type { Hand } from "./hand";
import type { MenuItem } from "./menu";
import { addSheet, copyTab, deleteTab, hideTab, moveTab, showTab } from "./tab-edits";

export function tabMenu(hand: Hand, sheet: Sheet, rename: () => void): readonly MenuItem[] {
  const { sheets } = hand.session.workbook;
  const visible = sheets.filter((one) => one.get("visibility") === "Visible");
  const at = visible.indexOf(sheet);
  const beside = (step: 1 | -1): MenuItem => {
    const other = visible[at + step];
    return { label: step === -1 ? "Move left" : "Move right", isDisabled: other === undefined, choose: () => { if (other !== undefined) moveTab(hand, sheet, sheets.indexOf(other)); } };
  };
  const ask = (): void => hand.ask(`Delete the sheet ${sheet.name} for good? This cannot be undone.`, [{ label: "Delete it", choose: () => deleteTab(hand, sheet) }, { label: "Keep it", choose: () => undefined }]);
  return [
    { label: "Insert sheet", key: "Shift+F11", choose: () => addSheet(hand) },
    { label: "Rename", choose: rename },
    { label: "Duplicate", choose: () => copyTab(hand, sheet) },
    { ...beside(-1), startsGroup: true }, beside(1),
    { label: "Hide", startsGroup: true, isDisabled: visible.length === 1, choose: () => hideTab(hand, sheet) },
    // Very hidden sheets are none of a person's menus, as in Excel.
    ...sheets.filter((one) => one.get("visibility") === "Hidden").map((one) => ({ label: `Unhide ${one.name}`, choose: () => showTab(hand, one) })),
    { label: "Delete", startsGroup: true, isDisabled: visible.length === 1, choose: ask },
  ];
}
