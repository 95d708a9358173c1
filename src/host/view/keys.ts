/** Which key does what on the grid, in Excel's words. Pure: a key press in, what is asked for out. */
import type { Move } from "./moves";
import type { Direction } from "./within-selection";

export interface KeyPress { readonly key: string; readonly ctrl: boolean; readonly shift: boolean; readonly alt: boolean }

export type Asked =
  | { readonly kind: "move"; readonly move: Move; readonly extend: boolean }
  | { readonly kind: "advance"; readonly direction: Direction }
  | { readonly kind: "turn-sheet"; readonly step: 1 | -1 }
  | { readonly kind: "type"; readonly text: string }
  | { readonly kind: "select"; readonly what: "all" | "columns" | "rows" }
  | { readonly kind: "edit" | "clear" | "retype" | "escape" | "open-list" | "follow-link" | "undo" | "redo" };

const ARROWS: Readonly<Record<string, { readonly rows: -1 | 0 | 1; readonly columns: -1 | 0 | 1 }>> = {
  ArrowUp: { rows: -1, columns: 0 }, ArrowDown: { rows: 1, columns: 0 }, ArrowLeft: { rows: 0, columns: -1 }, ArrowRight: { rows: 0, columns: 1 },
};

/** What a key press on the grid asks for while no cell is edited; null for keys that are not the grid's. */
export function askedFor(press: KeyPress, rowsInPage: number): Asked | null {
  const { key, ctrl, shift, alt } = press;
  const arrow = ARROWS[key];
  if (alt) return key === "ArrowDown" ? { kind: "open-list" } : null;
  if (arrow !== undefined) return { kind: "move", move: { kind: ctrl ? "edge" : "step", ...arrow }, extend: shift };
  const named = ctrl ? withCtrl(key, shift) : plain(key, shift, rowsInPage);
  if (named !== null) return named;
  return !ctrl && [...key].length === 1 ? { kind: "type", text: key } : null;
}

function plain(key: string, shift: boolean, rowsInPage: number): Asked | null {
  switch (key) {
    case "Enter": return { kind: "advance", direction: shift ? "up" : "down" };
    case "Tab": return { kind: "advance", direction: shift ? "left" : "right" };
    case "Home": return { kind: "move", move: { kind: "row-start" }, extend: shift };
    case "PageDown": return { kind: "move", move: { kind: "page", pages: 1, rowsInPage }, extend: shift };
    case "PageUp": return { kind: "move", move: { kind: "page", pages: -1, rowsInPage }, extend: shift };
    case "F2": return { kind: "edit" };
    case "Delete": return { kind: "clear" };
    case "Backspace": return { kind: "retype" };
    case "Escape": return { kind: "escape" };
    case " ": return shift ? { kind: "select", what: "rows" } : { kind: "type", text: " " };
    default: return null;
  }
}

function withCtrl(key: string, shift: boolean): Asked | null {
  switch (key) {
    case "Home": return { kind: "move", move: { kind: "first-cell" }, extend: shift };
    case "End": return { kind: "move", move: { kind: "last-cell" }, extend: shift };
    case "PageDown": return { kind: "turn-sheet", step: 1 };
    case "PageUp": return { kind: "turn-sheet", step: -1 };
    case "Enter": return { kind: "follow-link" };
    case " ": return { kind: "select", what: "columns" };
    case "a": case "A": return { kind: "select", what: "all" };
    case "z": case "Z": return { kind: shift ? "redo" : "undo" };
    case "y": case "Y": return { kind: "redo" };
    default: return null;
  }
}

export type EditorAsked =
  | { readonly kind: "commit"; readonly then: { readonly direction: Direction } | { readonly move: Move } | null }
  | { readonly kind: "cancel" | "new-line" | "switch-mode" };

/** What a key press asks for while a cell is edited; null for keys that belong to the text. */
export function editorAskedFor(press: KeyPress, mode: "enter" | "edit"): EditorAsked | null {
  const { key, ctrl, shift, alt } = press;
  const arrow = ARROWS[key];
  if (arrow !== undefined && mode === "enter" && !shift && !alt) return { kind: "commit", then: { move: { kind: ctrl ? "edge" : "step", ...arrow } } };
  switch (key) {
    case "Enter": return alt ? { kind: "new-line" } : { kind: "commit", then: ctrl ? null : { direction: shift ? "up" : "down" } };
    case "Tab": return { kind: "commit", then: { direction: shift ? "left" : "right" } };
    case "Escape": return { kind: "cancel" };
    case "F2": return { kind: "switch-mode" };
    default: return null;
  }
}

/** A browser's key event as a key press; the Command key of a Mac stands for Ctrl. */
export const pressOf = (event: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean; readonly altKey: boolean }): KeyPress =>
  ({ key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey });
