/** The name box, which says where one is and goes elsewhere, and the formula bar, which edits the active cell. */
import * as React from "react";
import { placeNamed } from "../objects/address";
import { areaName, cellName } from "../workbook/area";
import { editText } from "./edit-text";
import type { Hand } from "./hand";
import { nameOfSelection } from "./place-name";
import type { EditorKeys } from "./use-editor-keys";

interface Props {
  readonly hand: Hand;
  readonly keys: EditorKeys;
  readonly barRef: React.RefObject<HTMLTextAreaElement>;
  readonly nameRef: React.RefObject<HTMLInputElement>;
}

export function FormulaBar({ hand, keys, barRef, nameRef }: Props): JSX.Element {
  const { editing } = hand;
  const { row, column } = hand.selection.active;
  const text = editing?.text ?? editText(hand.sheet, row, column);
  const begin = (): void => { if (hand.editing === null) hand.begin("edit"); else hand.retype(hand.editing.text, "edit"); };
  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>): void => {
    if (editing !== null) return keys.onKeyDown(event);
    if (event.key === "F2") begin();
    else if (event.key === "Escape") keys.focusGrid();
    else if (event.key === "Enter") begin();
    else return;
    event.preventDefault();
  };
  useHeight(barRef, editing !== null, text);
  const leave = (isKept: boolean): void => {
    if (isKept && !hand.commit()) return barRef.current?.focus();
    if (!isKept) hand.cancel();
    keys.focusGrid();
  };
  return (
    <div className="formula-row">
      <NameBox hand={hand} keys={keys} nameRef={nameRef} />
      <div className="formula-buttons" role="group" aria-label="Entry">
        <button type="button" aria-label="Cancel the entry" title="Cancel (Esc)" disabled={editing === null} onClick={() => leave(false)}>✕</button>
        <button type="button" aria-label="Enter" title="Enter" disabled={editing === null} onClick={() => leave(true)}>✓</button>
        <span className="formula-sign" aria-hidden="true">fx</span>
      </div>
      <div className="formula-place">
        <textarea
          ref={barRef} className="formula-text" aria-label="Formula bar" rows={1} spellCheck={false} autoComplete="off" value={text}
          onChange={(event) => (hand.editing === null ? hand.begin("edit", event.target.value) : hand.retype(event.target.value))} onClick={begin} onKeyDown={onKeyDown}
        />
      </div>
    </div>
  );
}

/** One line at rest; while a long text is edited the bar lies over the cells, as many lines as it needs. */
function useHeight(barRef: Props["barRef"], isEditing: boolean, text: string): void {
  React.useLayoutEffect(() => {
    const bar = barRef.current;
    if (bar === null) return;
    bar.style.height = "";
    if (isEditing) bar.style.height = `${Math.min(180, bar.scrollHeight)}px`;
    else bar.scrollTop = 0;
  }, [barRef, isEditing, text]);
}

function NameBox({ hand, keys, nameRef }: Pick<Props, "hand" | "keys" | "nameRef">): JSX.Element {
  const [typed, setTyped] = React.useState<string | null>(null);
  const shown = typed ?? (hand.editing === null ? nameOfSelection(hand.sheet, hand.selection) : cellName(hand.editing.row, hand.editing.column));
  const go = (): void => {
    const wanted = (typed ?? "").trim();
    setTyped(null);
    if (wanted !== "" && hand.commit()) {
      const place = placeNamed(hand.session, wanted, hand.sheet);
      if (place === null) hand.say(`“${wanted}” is no cell, name or table of this workbook.`);
      else hand.go(place.sheet, place.area);
    }
    keys.focusGrid();
  };
  return (
    <input
      ref={nameRef} className="name-box" aria-label="Name box" spellCheck={false} autoComplete="off" value={shown} title={areaName(hand.selection.area)}
      onFocus={(event) => event.target.select()} onChange={(event) => setTyped(event.target.value)} onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        if (event.key === "Enter") go();
        else if (event.key === "Escape") { setTyped(null); keys.focusGrid(); }
      }}
    />
  );
}
