/** The keys of a text being edited, the same in the cell and in the formula bar. */
import type * as React from "react";
import { fixReference } from "./fix-reference";
import type { GridPicture } from "./grid-picture";
import type { Editing, Hand } from "./hand";
import { editorAskedFor, pressOf, type EditorAsked } from "./keys";

export interface EditorKeys {
  readonly onKeyDown: (event: React.KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly begin: (mode: Editing["mode"], text?: string) => void;
  readonly focusGrid: () => void;
}

export function useEditorKeys(hand: Hand, picture: GridPicture, place: React.RefObject<HTMLElement>, field: React.RefObject<HTMLTextAreaElement>): EditorKeys {
  const focusGrid = (): void => place.current?.querySelector<HTMLElement>("canvas[tabindex]")?.focus({ preventScroll: true });
  const begin = (mode: Editing["mode"], text?: string): void => {
    hand.begin(mode, text);
    field.current?.focus({ preventScroll: true });
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
  };
  const perform = (asked: EditorAsked, event: React.KeyboardEvent<HTMLTextAreaElement>): void => {
    switch (asked.kind) {
      case "cancel":
        hand.cancel();
        return focusGrid();
      case "new-line": return putNewLine(hand, event.currentTarget);
      case "fix-reference": return fixAtCaret(hand, event.currentTarget);
      case "commit-to-all":
        if (!hand.commitToAll()) return event.currentTarget.select();
        return focusGrid();
      case "switch-mode": return hand.editing === null ? undefined : hand.retype(hand.editing.text, hand.editing.mode === "edit" ? "enter" : "edit");
      case "commit": {
        const { editing } = hand;
        if (!hand.commit()) return event.currentTarget.select();
        focusGrid();
        // The sheet being pointed at while the formula was typed may be another one.
        if (editing !== null && hand.sheet !== editing.sheet) hand.activate(editing.sheet);
        if (asked.then === null) return;
        if ("direction" in asked.then) hand.advance(picture.layout, asked.then.direction);
        else hand.move(picture.layout, asked.then.move, false);
      }
    }
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing || hand.editing === null) return;
    const asked = editorAskedFor(pressOf(event), hand.editing.mode);
    if (asked === null) return;
    event.preventDefault();
    event.stopPropagation();
    perform(asked, event);
  };
  return { onKeyDown, begin, focusGrid };
}

function fixAtCaret(hand: Hand, field: HTMLTextAreaElement): void {
  const { text, caret } = fixReference(field.value, field.selectionStart);
  hand.retype(text, "edit");
  field.setSelectionRange(caret, caret);
}

function putNewLine(hand: Hand, field: HTMLTextAreaElement): void {
  const at = field.selectionStart;
  hand.retype(`${field.value.slice(0, at)}\n${field.value.slice(field.selectionEnd)}`);
  field.setSelectionRange(at + 1, at + 1);
}
