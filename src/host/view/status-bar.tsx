/** The line at the bottom: whether a cell is being edited, what the workbook's opener should know, and what the selection comes to. */
import * as React from "react";
import { displayText } from "../calc/number-format";
import type { Hand } from "./hand";
import { useSums } from "./use-sums";
import { ZoomControl } from "./zoom-control";

interface Props {
  readonly hand: Hand;
  /** What goes on elsewhere: a file being opened, an add-in at work. Empty for nothing. */
  readonly busy: string;
  /** What the page puts beside it. */
  readonly aside: React.ReactNode;
}

export function StatusBar({ hand, busy, aside }: Props): JSX.Element {
  const { sheet, selection, editing } = hand;
  const sums = useSums(hand);
  const { numberFormat } = sheet.workbook.styles.at(sheet.cell(selection.active.row, selection.active.column).style);
  const shown = (value: number): string => displayText(value, numberFormat === "@" ? "General" : numberFormat, sheet.workbook.date1904).text.trim();
  const mode = editing === null ? "Ready" : editing.mode === "enter" ? "Enter" : "Edit";
  return (
    <div className="status-bar">
      <div className="status-words" role="status" aria-label="Status">
        <span className="status-mode">{busy === "" ? mode : busy}</span>
        <span className="status-sums">
        {sums === null ? <span>Counting…</span> : null}
        {sums !== null && sums.numbers > 1 ? <span>Average: {shown(sums.sum / sums.numbers)}</span> : null}
        {sums !== null && sums.filled > 1 ? <span>Count: {sums.filled}</span> : null}
        {sums !== null && sums.numbers > 1 ? <span>Sum: {shown(sums.sum)}</span> : null}
        </span>
      </div>
      {aside}
      <ZoomControl hand={hand} />
    </div>
  );
}
