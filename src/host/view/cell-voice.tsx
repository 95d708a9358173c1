/** What a screen reader is told of the active cell beyond its value: the library's own table has no frozen rows, and knows nothing of lists and rules. */
import * as React from "react";
import { cellName } from "../workbook/area";
import { choicesAt, hintAt } from "./choices";
import { filterColumnAt } from "./filter-list";
import type { GridPicture } from "./grid-picture";
import type { Hand } from "./hand";
import { linkTarget } from "./link-target";
import { positionOf } from "./layout";

export function CellVoice({ hand, picture }: { readonly hand: Hand; readonly picture: GridPicture }): JSX.Element {
  const { sheet, selection, content } = hand;
  const { row, column } = selection.active;
  const says = React.useMemo(() => voiceOf(hand, picture, row, column), [hand, picture, sheet, row, column, content]);
  return <div className="cell-voice" role="status" aria-label="Active cell">{hand.editing === null ? says : ""}</div>;
}

/** @example "B11, WTE. Has a list: Alt and Down opens it." */
export function voiceOf({ session, sheet }: Hand, picture: GridPicture, row: number, column: number): string {
  const look = picture.look(row, column);
  const hint = hintAt(sheet, row, column);
  const filter = filterColumnAt(sheet, row, column);
  const parts = [
    sheet.cell(row, column).formula === null ? "" : "Formula.",
    choicesAt(session, sheet, row, column) === null ? "" : "Has a list: Alt and Down opens it.",
    filter === null ? "" : filter.criterion === null ? "Has a filter: Alt and Down opens it." : "Is filtered: Alt and Down opens the filter.",
    linkTarget(session, sheet, row, column) === null ? "" : "Link: Ctrl and Enter follows it.",
    hint === null ? "" : [hint.title, hint.message].filter((text) => text !== "").join(": "),
  ].filter((part) => part !== "");
  // Below the frozen rows the library's table tells place and value itself.
  const isTold = positionOf(picture.layout.rows, row) >= picture.layout.rows.frozen;
  return [...(isTold ? [] : [`${cellName(row, column)}, ${look.text === "" ? "blank" : look.text}.`]), ...parts].join(" ");
}
