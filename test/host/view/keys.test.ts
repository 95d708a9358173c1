/** Which key does what, on the grid and in a cell. */
import { askedFor, editorAskedFor, type KeyPress } from "../../../src/host/view/keys";

/** @example press("Ctrl+Shift+z") */
function press(keys: string): KeyPress {
  const parts = keys === " " || keys.endsWith("+ ") ? [...keys.slice(0, -2).split("+").filter(Boolean), " "] : keys.split("+");
  const held = new Set(parts.slice(0, -1));
  return { key: parts.at(-1) ?? "", ctrl: held.has("Ctrl"), shift: held.has("Shift"), alt: held.has("Alt") };
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
    { keys: "F5", asked: null },
  ])("$keys asks for $asked", ({ keys, asked }) => {
    expect(askedFor(press(keys), 30)).toEqual(asked);
  });
});

describe("in a cell", () => {
  it.each([
    { keys: "Enter", mode: "enter", asked: { kind: "commit", then: { direction: "down" } } },
    { keys: "Shift+Enter", mode: "edit", asked: { kind: "commit", then: { direction: "up" } } },
    { keys: "Ctrl+Enter", mode: "enter", asked: { kind: "commit", then: null } },
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
