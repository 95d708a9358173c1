/** Which key does what, on the grid and in a cell. */
import { askedFor, editorAskedFor, type KeyPress } from "../../../src/host/view/keys";

/** @example press("Ctrl+Shift+z") */
function press(keys: string): KeyPress {
  const parts = keys === " " || keys.endsWith("+ ") ? [...keys.slice(0, -2).split("+").filter(Boolean), " "] : keys.split("+");
  const held = new Set(parts.slice(0, -1));
  const key = parts.at(-1) ?? "";
  return { key, code: /^\d$/.test(key) ? `Digit${key}` : "", ctrl: held.has("Ctrl"), shift: held.has("Shift"), alt: held.has("Alt") };
}

describe("on the grid", () => {
  it.each([
    { keys: "ArrowDown", asked: { kind: "move", move: { kind: "step", rows: 1, columns: 0 }, extend: false } },
    { keys: "Shift+ArrowRight", asked: { kind: "move", move: { kind: "step", rows: 0, columns: 1 }, extend: true } },
    { keys: "Ctrl+ArrowUp", asked: { kind: "move", move: { kind: "edge", rows: -1, columns: 0 }, extend: false } },
    { keys: "Ctrl+Shift+End", asked: { kind: "move", move: { kind: "last-cell" }, extend: true } },
    { keys: "PageDown", asked: { kind: "move", move: { kind: "page", pages: 1, rowsInPage: 30 }, extend: false } },
    { keys: "Ctrl+PageDown", asked: { kind: "turn-sheet", step: 1 } },
    { keys: "Shift+Tab", asked: { kind: "advance", direction: "left" } },
    { keys: "Enter", asked: { kind: "advance", direction: "down" } },
    { keys: "F2", asked: { kind: "edit" } },
    { keys: "Delete", asked: { kind: "clear" } },
    { keys: "Alt+ArrowDown", asked: { kind: "open-list" } },
    { keys: "Ctrl+z", asked: { kind: "undo" } },
    { keys: "Ctrl+Shift+z", asked: { kind: "redo" } },
    { keys: "Ctrl+y", asked: { kind: "redo" } },
    { keys: "x", asked: { kind: "type", text: "x" } },
    { keys: "=", asked: { kind: "type", text: "=" } },
    { keys: " ", asked: { kind: "type", text: " " } },
    { keys: "Shift+ ", asked: { kind: "select", what: "rows" } },
    { keys: "Ctrl+s", asked: null },
    { keys: "Shift", asked: null },
    { keys: "F5", asked: { kind: "go-to" } },
    { keys: "Ctrl+g", asked: { kind: "go-to" } },
    { keys: "Ctrl+f", asked: { kind: "find" } },
    { keys: "Ctrl+b", asked: { kind: "command", command: "bold" } },
    { keys: "Ctrl+d", asked: { kind: "command", command: "fill-down" } },
    { keys: "Ctrl+-", asked: { kind: "command", command: "delete" } },
    { keys: "Ctrl+9", asked: { kind: "command", command: "hide-rows" } },
    { keys: "Ctrl+Shift+9", asked: { kind: "command", command: "show-rows" } },
    { keys: "Ctrl+Shift+5", asked: { kind: "command", command: "percent" } },
    { keys: "Ctrl+;", asked: { kind: "insert-date" } },
    { keys: "Alt+=", asked: { kind: "command", command: "autosum" } },
    { keys: "Ctrl+Alt+PageDown", asked: { kind: "turn-sheet", step: 1 } },
    { keys: "Alt+PageDown", asked: { kind: "move", move: { kind: "page-across", pages: 1, columnsInPage: 10 }, extend: false } },
    { keys: "Shift+F10", asked: { kind: "menu" } },
    { keys: "Shift+F11", asked: { kind: "new-sheet" } },
    { keys: "F3", asked: null },
  ])("$keys asks for $asked", ({ keys, asked }) => {
    expect(askedFor(press(keys), 30)).toEqual(asked);
  });
});

describe("in a cell", () => {
  it.each([
    { keys: "Enter", mode: "enter", asked: { kind: "commit", then: { direction: "down" } } },
    { keys: "Shift+Enter", mode: "edit", asked: { kind: "commit", then: { direction: "up" } } },
    { keys: "Ctrl+Enter", mode: "enter", asked: { kind: "commit-to-all" } },
    { keys: "Alt+Enter", mode: "enter", asked: { kind: "new-line" } },
    { keys: "Tab", mode: "edit", asked: { kind: "commit", then: { direction: "right" } } },
    { keys: "ArrowLeft", mode: "enter", asked: { kind: "commit", then: { move: { kind: "step", rows: 0, columns: -1 } } } },
    { keys: "ArrowLeft", mode: "edit", asked: null },
    { keys: "Escape", mode: "edit", asked: { kind: "cancel" } },
    { keys: "F2", mode: "enter", asked: { kind: "switch-mode" } },
    { keys: "a", mode: "enter", asked: null },
    { keys: "Home", mode: "edit", asked: null },
  ] as const)("$keys in $mode mode asks for $asked", ({ keys, mode, asked }) => {
    expect(editorAskedFor(press(keys), mode)).toEqual(asked);
  });
});
