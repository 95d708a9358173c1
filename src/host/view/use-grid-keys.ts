/** The keys of the grid while no cell is edited. */
import type * as React from "react";
import { displayText } from "../calc/number-format";
import { MAX_COLUMNS, MAX_ROWS } from "../workbook/area";
import { sameArea } from "../workbook/areas";
import { regionAround, runCommand } from "./commands";
import type { GridPicture } from "./grid-picture";
import type { Hand } from "./hand";
import type { Window } from "./hit";
import { askedFor, pressOf, type Asked } from "./keys";
import type { EditorKeys } from "./use-editor-keys";
import type { Scroller } from "./use-scroll";

interface Parts {
  readonly hand: Hand;
  readonly picture: GridPicture;
  readonly scroller: Scroller;
  readonly window: Window;
  readonly keys: EditorKeys;
  readonly openList: () => void;
  readonly openFind: (withReplace: boolean) => void;
  readonly openMenu: () => void;
  readonly addSheet: () => void;
  /** Goes to the name box. */
  readonly goTo: () => void;
  readonly showActive: () => void;
  readonly onFollow: (row: number, column: number) => void;
}

export function useGridKeys(parts: Parts): (event: React.KeyboardEvent) => void {
  const { hand, picture, scroller, window } = parts;
  return (event) => {
    // The text field and the list have keys of their own.
    if (hand.editing !== null || (event.target instanceof Element && event.target.closest("[role='menu'], [role='listbox'], [role='search'], [role='dialog'], button") !== null)) return;
    if (event.nativeEvent.isComposing || event.key === "Process") return parts.keys.begin("enter", "");
    const rowsInPage = Math.max(1, Math.floor((scroller.scroll.height - window.headingHeight) / 20) - 1);
    const asked = askedFor(pressOf(event), rowsInPage);
    if (asked === null) return;
    // A letter is not held back: it lands in the text field that takes the focus now.
    if (asked.kind !== "type") event.preventDefault();
    event.stopPropagation();
    perform(parts, asked);
  };
  function perform({ keys, openList, onFollow, ...more }: Parts, asked: Asked): void {
    const { layout } = picture;
    switch (asked.kind) {
      case "move": return hand.move(layout, asked.move, asked.extend);
      case "advance": return asked.direction === "down" && hand.copiedFrom !== null ? hand.pasteCopied() : hand.advance(layout, asked.direction);
      case "command":
        runCommand(hand, asked.command);
        // A formula was begun; the keys go where it is edited.
        return hand.editing === null ? undefined : keys.begin("edit", hand.editing.text);
      case "insert-date": return keys.begin("enter", nowAs("dd/mm/yyyy"));
      case "insert-time": return keys.begin("enter", nowAs("hh:mm"));
      case "find": return more.openFind(false);
      case "replace": return more.openFind(true);
      case "go-to": return more.goTo();
      case "menu": return more.openMenu();
      case "show-active": return more.showActive();
      case "new-sheet": return more.addSheet();
      case "turn-sheet": return hand.turn(asked.step);
      case "type": case "retype": return keys.begin("enter", "");
      case "edit": return keys.begin("edit");
      case "clear": return hand.clear();
      case "escape": return hand.notice === null ? hand.forgetCopy() : hand.dismiss();
      case "undo": return hand.undo();
      case "redo": return hand.redo();
      case "open-list": return openList();
      case "follow-link": return onFollow(hand.selection.active.row, hand.selection.active.column);
      case "select": return select(hand, asked.what);
    }
  }
}

function select(hand: Hand, what: "all" | "columns" | "rows" | "region"): void {
  const { selection, sheet } = hand;
  const { area, active, moving } = selection;
  const region = regionAround(sheet, active);
  // Ctrl+A takes the block of filled cells first, and the whole sheet when that is selected already.
  const takesRegion = what === "region" || (what === "all" && (region.top !== region.bottom || region.left !== region.right) && !sameArea(area, region));
  if (takesRegion) return hand.select({ area: region, active, moving });
  const rows = what === "rows" ? {} : { top: 0, bottom: MAX_ROWS - 1 };
  const columns = what === "columns" ? {} : { left: 0, right: MAX_COLUMNS - 1 };
  hand.select({ active, moving, area: { ...area, ...rows, ...columns } });
}

/** The clock as a person would type it. */
function nowAs(format: string): string {
  const now = new Date();
  const days = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate(), now.getHours(), now.getMinutes()) / 86_400_000;
  return displayText(days + 25_569, format, false).text;
}
