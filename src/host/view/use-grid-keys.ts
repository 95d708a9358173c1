/** The keys of the grid while no cell is edited. */
import type * as React from "react";
import { MAX_COLUMNS, MAX_ROWS } from "../workbook/area";
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
  readonly onFollow: (row: number, column: number) => void;
}

export function useGridKeys(parts: Parts): (event: React.KeyboardEvent) => void {
  const { hand, picture, scroller, window } = parts;
  return (event) => {
    // The text field and the list have keys of their own.
    if (hand.editing !== null || event.target instanceof HTMLUListElement || event.target instanceof HTMLButtonElement) return;
    if (event.nativeEvent.isComposing || event.key === "Process") return parts.keys.begin("enter", "");
    const rowsInPage = Math.max(1, Math.floor((scroller.scroll.height - window.headingHeight) / 20) - 1);
    const asked = askedFor(pressOf(event), rowsInPage);
    if (asked === null) return;
    // A letter is not held back: it lands in the text field that takes the focus now.
    if (asked.kind !== "type") event.preventDefault();
    event.stopPropagation();
    perform(parts, asked);
  };
  function perform({ keys, openList, onFollow }: Parts, asked: Asked): void {
    const { layout } = picture;
    switch (asked.kind) {
      case "move": return hand.move(layout, asked.move, asked.extend);
      case "advance": return hand.advance(layout, asked.direction);
      case "turn-sheet": return hand.turn(asked.step);
      case "type": case "retype": return keys.begin("enter", "");
      case "edit": return keys.begin("edit");
      case "clear": return hand.clear();
      case "escape": return hand.notice === null ? hand.forgetCopy() : hand.dismiss();
      case "undo": return hand.undo();
      case "redo": return hand.redo();
      case "open-list": return openList();
      case "follow-link": return onFollow(hand.selection.active.row, hand.selection.active.column);
      case "select": return select(asked.what);
    }
  }
  function select(what: "all" | "columns" | "rows"): void {
    const { selection } = hand;
    const { area } = selection;
    const rows = what === "rows" ? {} : { top: 0, bottom: MAX_ROWS - 1 };
    const columns = what === "columns" ? {} : { left: 0, right: MAX_COLUMNS - 1 };
    hand.select({ ...selection, area: { ...area, ...rows, ...columns } });
  }
}
