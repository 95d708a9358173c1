/** The sheets' tabs. Arrow keys go along them; Ctrl+PageUp and Ctrl+PageDown turn the sheet from the cells. */
import * as React from "react";
import type { Sheet } from "../workbook/sheet";
import type { Hand } from "./hand";

interface Props {
  readonly hand: Hand;
  readonly focusGrid: () => void;
}

export function SheetTabs({ hand, focusGrid }: Props): JSX.Element {
  const list = React.useRef<HTMLDivElement>(null);
  const { workbook } = hand.session;
  const shown = workbook.sheets.filter((sheet) => sheet.get("visibility") === "Visible");
  React.useEffect(() => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" }), [hand.sheet]);
  const goTo = (sheet: Sheet | undefined): void => { if (sheet !== undefined && hand.commit()) hand.activate(sheet); };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const at = shown.indexOf(hand.sheet);
    const next: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: shown.length - 1 };
    const to = next[event.key];
    if (event.key === "Enter" || event.key === "Escape") focusGrid();
    else if (to === undefined) return;
    else {
      goTo(shown[to]);
      list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[Math.max(0, Math.min(shown.length - 1, to))]?.focus();
    }
    event.preventDefault();
  };
  const add = (): void => {
    if (!hand.commit()) return;
    hand.activate(workbook.addSheet(freeSheetName(workbook.sheets), "typed", workbook.sheets.indexOf(hand.sheet) + 1));
    focusGrid();
  };
  return (
    <div className="tabs-row">
      <button type="button" className="tabs-scroll" aria-label="Show tabs further left" tabIndex={-1} onClick={() => list.current?.scrollBy({ left: -200 })}>‹</button>
      <button type="button" className="tabs-scroll" aria-label="Show tabs further right" tabIndex={-1} onClick={() => list.current?.scrollBy({ left: 200 })}>›</button>
      <div ref={list} className="tabs" role="tablist" aria-label="Sheets" onKeyDown={onKeyDown}>
        {shown.map((sheet) => {
          const isActive = sheet === hand.sheet;
          const colour = sheet.get("tabColour");
          return (
            <button
              key={sheet.id} type="button" role="tab" aria-selected={isActive} tabIndex={isActive ? 0 : -1} className="tab"
              style={colour === null ? {} : { boxShadow: `inset 0 -3px ${colour}` }} onClick={() => { goTo(sheet); focusGrid(); }}
            >{sheet.name}</button>
          );
        })}
      </div>
      <button type="button" className="tabs-scroll" aria-label="New sheet" title="New sheet" onClick={add}>+</button>
    </div>
  );
}

/** @example with Sheet1 and Sheet3 there // => "Sheet4" */
export function freeSheetName(sheets: readonly { readonly name: string }[]): string {
  const numbers = sheets.map(({ name }) => Number(/^Sheet(\d+)$/i.exec(name)?.[1] ?? 0));
  return `Sheet${Math.max(0, ...numbers) + 1}`;
}
