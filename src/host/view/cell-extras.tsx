/** What shows beside the active cell: the drop-down of a list, and the hint of its validation. */
import * as React from "react";
import { cellName } from "../workbook/area";
import { choicesAt, hintAt } from "./choices";
import { DropDown } from "./drop-down";
import type { Hand } from "./hand";
import type { Box } from "./paint-cell";

interface Props {
  readonly hand: Hand;
  readonly box: Box;
  readonly isHidden: boolean;
  readonly isListOpen: boolean;
  readonly onOpenList: (isOpen: boolean) => void;
  readonly focusGrid: () => void;
}

export function CellExtras({ hand, box, isHidden, isListOpen, onOpenList, focusGrid }: Props): JSX.Element | null {
  const { row, column } = hand.selection.active;
  const { sheet, content } = hand;
  const choices = React.useMemo(() => choicesAt(hand.session, sheet, row, column), [hand, sheet, row, column, content]);
  const hint = React.useMemo(() => hintAt(sheet, row, column), [sheet, row, column, content]);
  if (isHidden || hand.editing !== null) return null;
  const choose = (choice: string): void => {
    onOpenList(false);
    hand.choose(choice);
    focusGrid();
  };
  const open = (isOpen: boolean): void => {
    onOpenList(isOpen);
    if (!isOpen) focusGrid();
  };
  return (
    <>
      {choices === null ? null : <DropDown choices={choices} current={String(sheet.cell(row, column).value ?? "")} box={box} isOpen={isListOpen} label={cellName(row, column)} onOpen={open} onChoose={choose} />}
      {hint === null || isListOpen ? null : (
        <div className="cell-hint" role="note" style={{ left: box.x + 12, top: box.y + box.height + 6 }}>
          {hint.title === "" ? null : <strong>{hint.title}</strong>}
          {hint.message}
        </div>
      )}
    </>
  );
}
