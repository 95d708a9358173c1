/** Keys that work everywhere on the page: open, save, and F6 from part to part. */
import * as React from "react";

interface Parts {
  readonly onOpen: () => void;
  readonly onSave: () => void;
  readonly focusGrid: () => void;
}

/** The parts that F6 goes round, in order; each by what takes the focus in it. */
const PARTS = [".top-bar .command", "canvas[tabindex]", '[role="tab"][aria-selected="true"]', ".pane-page iframe"];

export function usePageKeys(parts: Parts): void {
  const latest = React.useRef(parts);
  latest.current = parts;
  React.useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase();
      const isCtrl = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (isCtrl && key === "o") latest.current.onOpen();
      else if (isCtrl && key === "s") latest.current.onSave();
      else if (key === "f6" && !event.altKey) goRound(event.shiftKey ? -1 : 1);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    document.addEventListener("mousedown", keepFocus);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("mousedown", keepFocus);
    };
  }, []);
}

/** A click beside the buttons takes the keys from nobody: an entry in the making goes on. */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest("button, input, textarea, iframe, [tabindex]") === null) event.preventDefault();
}

function goRound(step: 1 | -1): void {
  const there = PARTS.map((part) => document.querySelector<HTMLElement>(part)).filter((element): element is HTMLElement => element !== null);
  const at = there.findIndex((element) => element.contains(document.activeElement) || element.closest(".top-bar, .sheet-grid, .tabs-row")?.contains(document.activeElement) === true);
  there[(at + step + there.length) % there.length]?.focus();
}
