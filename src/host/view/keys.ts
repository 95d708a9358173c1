/** Which key does what on the grid, in Excel's words. Pure: a key press in, what is asked for out. */
import type { Command } from "./commands";
import type { Move } from "./moves";
import type { Direction } from "./within-selection";

/** `code` is the key's place on the keyboard ("Digit4"), which a layout does not change. */
export interface KeyPress { readonly key: string; readonly ctrl: boolean; readonly shift: boolean; readonly alt: boolean; readonly code?: string }

export type Asked =
  | { readonly kind: "move"; readonly move: Move; readonly extend: boolean }
  | { readonly kind: "advance"; readonly direction: Direction }
  | { readonly kind: "turn-sheet"; readonly step: 1 | -1 }
  | { readonly kind: "type"; readonly text: string }
  | { readonly kind: "select"; readonly what: "all" | "columns" | "rows" | "region" }
  | { readonly kind: "command"; readonly command: Command }
  | { readonly kind: "insert-date" | "insert-time" | "find" | "replace" | "go-to" | "menu" | "show-active" | "new-sheet" }
  | { readonly kind: "edit" | "clear" | "retype" | "escape" | "open-list" | "follow-link" | "undo" | "redo" };

const ARROWS: Readonly<Record<string, { readonly rows: -1 | 0 | 1; readonly columns: -1 | 0 | 1 }>> = {
  ArrowUp: { rows: -1, columns: 0 }, ArrowDown: { rows: 1, columns: 0 }, ArrowLeft: { rows: 0, columns: -1 }, ArrowRight: { rows: 0, columns: 1 },
};

/** What a key press on the grid asks for while no cell is edited; null for keys that are not the grid's. */
export function askedFor(press: KeyPress, rowsInPage: number): Asked | null {
  const { key, ctrl, shift, alt } = press;
  const arrow = ARROWS[key];
  if (alt) return withAlt(key, ctrl, shift, rowsInPage);
  if (arrow !== undefined) return { kind: "move", move: { kind: ctrl ? "edge" : "step", ...arrow }, extend: shift };
  const named = ctrl ? withCtrl(press) : plain(key, shift, rowsInPage);
  if (named !== null) return named;
  return !ctrl && [...key].length === 1 ? { kind: "type", text: key } : null;
}

/** Browsers keep Ctrl+PageUp and Ctrl+PageDown for their own tabs, so that with Alt they turn the sheet too, as in Excel on the web. */
function withAlt(key: string, ctrl: boolean, shift: boolean, rowsInPage: number): Asked | null {
  switch (key) {
    case "ArrowDown": return { kind: "open-list" };
    case "=": return { kind: "command", command: "autosum" };
    case "PageDown": return ctrl ? { kind: "turn-sheet", step: 1 } : { kind: "move", move: { kind: "page-across", pages: 1, columnsInPage: Math.max(1, Math.floor(rowsInPage / 3)) }, extend: shift };
    case "PageUp": return ctrl ? { kind: "turn-sheet", step: -1 } : { kind: "move", move: { kind: "page-across", pages: -1, columnsInPage: Math.max(1, Math.floor(rowsInPage / 3)) }, extend: shift };
    default: return null;
  }
}

function plain(key: string, shift: boolean, rowsInPage: number): Asked | null {
  switch (key) {
    case "Enter": return { kind: "advance", direction: shift ? "up" : "down" };
    case "Tab": return { kind: "advance", direction: shift ? "left" : "right" };
    case "Home": return { kind: "move", move: { kind: "row-start" }, extend: shift };
    case "PageDown": return { kind: "move", move: { kind: "page", pages: 1, rowsInPage }, extend: shift };
    case "PageUp": return { kind: "move", move: { kind: "page", pages: -1, rowsInPage }, extend: shift };
    case "F2": return { kind: "edit" };
    case "F5": return { kind: "go-to" };
    case "F9": return { kind: "command", command: "calculate" };
    case "F10": return shift ? { kind: "menu" } : null;
    case "F11": return shift ? { kind: "new-sheet" } : null;
    case "ContextMenu": return { kind: "menu" };
    case "Delete": return { kind: "clear" };
    case "Backspace": return shift ? null : { kind: "retype" };
    case "Escape": return { kind: "escape" };
    case " ": return shift ? { kind: "select", what: "rows" } : { kind: "type", text: " " };
    default: return null;
  }
}

function withCtrl({ key, shift, code }: KeyPress): Asked | null {
  const command = commandWithCtrl(key.toLowerCase(), shift, code ?? "");
  if (command !== null) return { kind: "command", command };
  switch (key) {
    case "Home": return { kind: "move", move: { kind: "first-cell" }, extend: shift };
    case "End": return { kind: "move", move: { kind: "last-cell" }, extend: shift };
    case "PageDown": return { kind: "turn-sheet", step: 1 };
    case "PageUp": return { kind: "turn-sheet", step: -1 };
    case "Enter": return { kind: "follow-link" };
    case "Backspace": return { kind: "show-active" };
    case " ": return { kind: "select", what: shift ? "all" : "columns" };
    case "*": return { kind: "select", what: "region" };
    case ";": return { kind: "insert-date" };
    case ":": return { kind: "insert-time" };
    default: return letterWithCtrl(key.toLowerCase(), shift);
  }
}

function letterWithCtrl(letter: string, shift: boolean): Asked | null {
  switch (letter) {
    case "a": return { kind: "select", what: "all" };
    case "f": return { kind: "find" };
    case "g": return { kind: "go-to" };
    case "h": return { kind: "replace" };
    case "z": return { kind: shift ? "redo" : "undo" };
    case "y": return { kind: "redo" };
    default: return null;
  }
}

const WITH_CTRL: Readonly<Record<string, Command>> = { b: "bold", i: "italic", u: "underline", 5: "strike", d: "fill-down", r: "fill-right", "-": "delete", "+": "insert", 9: "hide-rows", 0: "hide-columns" };
/** By place on the keyboard: with Shift the digits are other signs on every layout. */
const WITH_CTRL_SHIFT: Readonly<Record<string, Command>> = {
  Backquote: "general", Digit1: "number", Digit2: "time", Digit3: "date", Digit4: "currency", Digit5: "percent", Digit6: "scientific", Digit9: "show-rows", Digit0: "show-columns",
};

function commandWithCtrl(letter: string, shift: boolean, code: string): Command | null {
  if (!shift) return WITH_CTRL[letter === "=" ? "" : letter] ?? null;
  return letter === "+" || letter === "=" ? "insert" : WITH_CTRL_SHIFT[code] ?? null;
}

export type EditorAsked =
  | { readonly kind: "commit"; readonly then: { readonly direction: Direction } | { readonly move: Move } | null }
  | { readonly kind: "cancel" | "new-line" | "switch-mode" | "commit-to-all" | "fix-reference" };

/** What a key press asks for while a cell is edited; null for keys that belong to the text. */
export function editorAskedFor(press: KeyPress, mode: "enter" | "edit"): EditorAsked | null {
  const { key, ctrl, shift, alt } = press;
  const arrow = ARROWS[key];
  if (arrow !== undefined && mode === "enter" && !shift && !alt) return { kind: "commit", then: { move: { kind: ctrl ? "edge" : "step", ...arrow } } };
  switch (key) {
    case "Enter": return alt ? { kind: "new-line" } : ctrl ? { kind: "commit-to-all" } : { kind: "commit", then: { direction: shift ? "up" : "down" } };
    case "Tab": return { kind: "commit", then: { direction: shift ? "left" : "right" } };
    case "Escape": return { kind: "cancel" };
    case "F2": return { kind: "switch-mode" };
    case "F4": return { kind: "fix-reference" };
    default: return null;
  }
}

/** A browser's key event as a key press; the Command key of a Mac stands for Ctrl. */
export const pressOf = (event: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean; readonly altKey: boolean; readonly code: string }): KeyPress =>
  ({ key: event.key, code: event.code, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey });
