/** What the menu over cells, row numbers and column letters offers. */
import { isWholeColumns, isWholeRows } from "../objects/cells";
import { runCommand, type Command } from "./commands";
import type { Hand } from "./hand";
import type { MenuItem } from "./menu";
import { linkTarget } from "./link-target";
import { pasteFromMenu } from "./use-clipboard";

interface Parts {
  readonly hand: Hand;
  readonly focusGrid: () => void;
  readonly onFollow: (row: number, column: number) => void;
}

export function cellMenu({ hand, focusGrid, onFollow }: Parts): readonly MenuItem[] {
  const { area, active } = hand.selection;
  const command = (label: string, name: Command, key?: string): MenuItem => ({ label, ...(key === undefined ? {} : { key }), choose: () => { focusGrid(); runCommand(hand, name); } });
  const first = (item: MenuItem): MenuItem => ({ ...item, startsGroup: true });
  const [rows, columns] = [isWholeRows(area), isWholeColumns(area)];
  const lines = rows && !columns
    ? [first(command("Insert rows", "insert-rows", "Ctrl++")), command("Delete rows", "delete-rows", "Ctrl+-")]
    : columns && !rows
      ? [first(command("Insert columns", "insert-columns", "Ctrl++")), command("Delete columns", "delete-columns", "Ctrl+-")]
      : [
        first(command("Insert cells", "insert", "Ctrl++")), command("Insert rows above", "insert-rows"), command("Insert columns before", "insert-columns"),
        first(command("Delete cells", "delete", "Ctrl+-")), command("Delete rows", "delete-rows"), command("Delete columns", "delete-columns"),
      ];
  const hiding = rows && !columns
    ? [first(command("Hide rows", "hide-rows", "Ctrl+9")), command("Unhide rows", "show-rows", "Ctrl+Shift+9")]
    : columns && !rows ? [first(command("Hide columns", "hide-columns", "Ctrl+0")), command("Unhide columns", "show-columns", "Ctrl+Shift+0")] : [];
  const link = linkTarget(hand.session, hand.sheet, active.row, active.column);
  return [
    ...clipboardItems(hand, focusGrid), ...lines, first(command("Clear contents", "clear", "Del")), ...hiding,
    ...(link === null ? [] : [first({ label: "Open link", key: "Ctrl+Enter", choose: () => { focusGrid(); onFollow(active.row, active.column); } })]),
  ];
}

function clipboardItems(hand: Hand, focusGrid: () => void): readonly MenuItem[] {
  const paste = (valuesOnly: boolean) => (): void => {
    focusGrid();
    void pasteFromMenu(hand, valuesOnly).then((isAllowed) => { if (!isAllowed) hand.say(`This browser lets nobody paste from a menu. Press Ctrl+${valuesOnly ? "Shift+" : ""}V.`); });
  };
  // The browser's own commands, which need no permission, raise the events that useClipboard listens to.
  const byBrowser = (name: "cut" | "copy") => (): void => { focusGrid(); document.execCommand(name); };
  return [
    { label: "Cut", key: "Ctrl+X", choose: byBrowser("cut") }, { label: "Copy", key: "Ctrl+C", choose: byBrowser("copy") },
    { label: "Paste", key: "Ctrl+V", choose: paste(false) }, { label: "Paste values", key: "Ctrl+Shift+V", choose: paste(true) },
  ];
}
