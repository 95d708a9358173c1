/** The text field over the cell being edited. It is always there, unseen, so that the key that starts an entry lands in it. */
import * as React from "react";
import { cellName } from "../workbook/area";
import { cellLook } from "./cell-look";
import type { GridPicture } from "./grid-picture";
import type { Hand } from "./hand";
import type { Box } from "./paint-cell";
import { wrapText } from "./fonts";

interface Props {
  readonly hand: Hand;
  readonly picture: GridPicture;
  /** The cell, in pixels of the grid. */
  readonly box: Box;
  /** The grid's size: the field grows up to its edge. */
  readonly room: { readonly width: number; readonly height: number };
  readonly fieldRef: React.RefObject<HTMLTextAreaElement>;
  readonly onKeyDown: (event: React.KeyboardEvent<HTMLTextAreaElement>) => void;
}

export function CellEditor({ hand, picture, box, room, fieldRef, onKeyDown }: Props): JSX.Element {
  const { editing, selection } = hand;
  const isHere = editing !== null && editing.sheet === picture.sheet;
  const place = isHere ? editing : selection.active;
  const look = cellLook(picture.sheet, place.row, place.column, () => null);
  const font = picture.font(look);
  const text = isHere ? editing.text : "";
  const size = isHere ? sizeFor(text, box, room, font, picture, look.wrap) : { width: 1, height: 1 };
  const style: React.CSSProperties = {
    left: box.x, top: box.y, ...size, font: font.replace("px ", "px/1.25 "), textAlign: look.horizontal === "right" && !text.startsWith("=") ? "right" : "left",
  };
  return (
    <textarea
      ref={fieldRef} className={isHere ? "cell-editor" : "cell-editor cell-editor-resting"} style={style} value={text} rows={1} spellCheck={false} autoComplete="off"
      aria-label={`Edit ${cellName(place.row, place.column)}`} aria-hidden={!isHere} tabIndex={-1}
      onChange={(event) => (hand.editing === null ? hand.begin("enter", event.target.value) : hand.retype(event.target.value))}
      onKeyDown={onKeyDown}
    />
  );
}

function sizeFor(text: string, box: Box, room: Props["room"], font: string, picture: GridPicture, wraps: boolean): { readonly width: number; readonly height: number } {
  const margin = 10;
  const widest = Math.max(...text.split("\n").map((line) => picture.measure(line, font))) + margin;
  const most = Math.max(box.width, room.width - box.x - 4);
  const width = wraps ? box.width : Math.min(Math.max(box.width, widest), most);
  const lines = wrapText(text, width - margin, font, picture.measure).length;
  const lineHeight = Number.parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? "14") * 1.25;
  return { width, height: Math.min(Math.max(box.height, lines * lineHeight + 4), Math.max(box.height, room.height - box.y)) };
}
