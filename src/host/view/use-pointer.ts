/** The mouse on the grid: select and extend, drag over cells and headings, take hold of a heading's edge, point while a formula is typed, follow links. */
import * as React from "react";
import { MAX_COLUMNS, MAX_ROWS } from "../workbook/area";
import type { GridPicture } from "./grid-picture";
import type { Hand } from "./hand";
import { hitAt, type Hit, type Window } from "./hit";
import { selectBetween, selectPlace, type Place } from "./moves";
import { PIXELS_PER_POINT } from "./layout";
import { canPoint, pointAt, type Pointed } from "./pointing";
import { boxOf } from "./sheet-box";
import { fittingWidth, setColumnWidth, setRowHeight } from "./resize";
import type { Scroller } from "./use-scroll";

export interface PointerParts {
  readonly hand: Hand;
  readonly picture: GridPicture;
  readonly window: Window;
  readonly scroller: Scroller;
  readonly place: React.RefObject<HTMLElement>;
  readonly focusGrid: () => void;
  readonly beginEdit: () => void;
  /** The caret in the text being edited, wherever it is edited. */
  readonly caret: () => number;
  readonly onFollow: (row: number, column: number) => void;
}

type Dragging =
  | { readonly kind: "cells" | "columns" | "rows"; readonly from: Place; readonly hasMoved: boolean }
  | { readonly kind: "width" | "height"; readonly index: number; readonly start: number; readonly size: number; readonly at: number }
  | { readonly kind: "pointing"; readonly from: Place; readonly pointed: Pointed };

export interface PointerUse {
  /** Where the dragged edge of a heading is, in pixels of the grid. */
  readonly guide: { readonly direction: "across" | "down"; readonly at: number } | null;
  readonly cursor: string;
  readonly onPointerDown: (event: React.PointerEvent) => void;
  readonly onPointerMove: (event: React.PointerEvent) => void;
  readonly onPointerUp: (event: React.PointerEvent) => void;
  readonly onDoubleClick: (event: React.MouseEvent) => void;
}

export function usePointer(parts: PointerParts): PointerUse {
  const [dragging, setDragging] = React.useState<Dragging | null>(null);
  const [cursor, setCursor] = React.useState("cell");
  const { hand, picture, window, scroller } = parts;
  const pointOf = (event: { readonly clientX: number; readonly clientY: number }): { readonly x: number; readonly y: number } => {
    const box = parts.place.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  const isOnBars = (at: { readonly x: number; readonly y: number }): boolean => at.x >= scroller.scroll.width || at.y >= scroller.scroll.height;

  const onPointerDown = (event: React.PointerEvent): void => {
    const at = pointOf(event);
    if (isOnBars(at) || event.button !== 0) return;
    const hit = hitAt(picture.layout, window, at.x, at.y);
    event.preventDefault();
    const next = begin(parts, hit, at, event.shiftKey);
    if (next === "refused") return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragging(next);
  };
  const onPointerMove = (event: React.PointerEvent): void => {
    const at = pointOf(event);
    const hit = hitAt(picture.layout, window, at.x, at.y);
    if (dragging === null) return setCursor(isOnBars(at) ? "default" : cursorOver(hit));
    setDragging(dragTo(parts, dragging, hit, at));
    const room = scroller.scroll;
    if (dragging.kind === "cells" || dragging.kind === "columns" || dragging.kind === "rows") scroller.by(beyond(at.x, window.headingWidth, room.width), beyond(at.y, window.headingHeight, room.height));
  };
  const onPointerUp = (event: React.PointerEvent): void => {
    if (dragging === null) return;
    setDragging(null);
    if (dragging.kind === "cells" && !dragging.hasMoved) {
      tellClick(parts, dragging.from, pointOf(event));
      parts.onFollow(dragging.from.row, dragging.from.column);
    }
    if (dragging.kind === "width") hand.perform(() => setColumnWidth(picture.sheet, dragging.index, dragging.size + dragging.at - dragging.start));
    if (dragging.kind === "height") hand.perform(() => setRowHeight(picture.sheet, dragging.index, dragging.size + dragging.at - dragging.start));
  };
  const onDoubleClick = (event: React.MouseEvent): void => {
    const at = pointOf(event);
    if (isOnBars(at)) return;
    const hit = hitAt(picture.layout, window, at.x, at.y);
    const width = hit.kind === "column-edge" ? fittingWidth(picture, hit.column) : null;
    if (hit.kind === "column-edge" && width !== null) hand.perform(() => setColumnWidth(picture.sheet, hit.column, width));
    if (hit.kind === "cell" && hand.editing === null) parts.beginEdit();
  };
  const guide = dragging?.kind === "width" ? { direction: "across" as const, at: dragging.at } : dragging?.kind === "height" ? { direction: "down" as const, at: dragging.at } : null;
  return { guide, cursor, onPointerDown, onPointerMove, onPointerUp, onDoubleClick };
}

/** A click is told in points from the cell's corner, as add-ins hear of it. */
function tellClick({ picture, window }: PointerParts, { row, column }: Place, at: { readonly x: number; readonly y: number }): void {
  const box = boxOf(picture, window, { row, column });
  const points = (pixels: number): number => pixels / PIXELS_PER_POINT / picture.layout.zoom;
  picture.sheet.workbook.tell({ kind: "clicked", sheet: picture.sheet.id, row, column, x: points(at.x - box.x), y: points(at.y - box.y), cause: "typed" });
}

function cursorOver(hit: Hit): string {
  return hit.kind === "column-edge" ? "col-resize" : hit.kind === "row-edge" ? "row-resize" : hit.kind === "cell" ? "cell" : "default";
}

/** How far a point lies outside what scrolls. */
const beyond = (at: number, from: number, to: number): number => (at < from ? at - from : at > to ? at - to : 0);

/** What a press starts; "refused" where the cell being edited cannot be left. */
function begin(parts: PointerParts, hit: Hit, at: { readonly x: number; readonly y: number }, extend: boolean): Dragging | null | "refused" {
  const { hand, picture } = parts;
  const pointing = hit.kind === "cell" ? startPointing(parts, hit) : null;
  if (pointing !== null) return pointing;
  if (!hand.commit()) return "refused";
  parts.focusGrid();
  const { columns, rows } = picture.layout;
  switch (hit.kind) {
    case "corner":
      hand.select({ ...hand.selection, area: { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 } });
      return null;
    case "column-edge": return { kind: "width", index: hit.column, start: at.x, at: at.x, size: columns.sizes[columns.shown.indexOf(hit.column)] ?? 0 };
    case "row-edge": return { kind: "height", index: hit.row, start: at.y, at: at.y, size: rows.sizes[rows.shown.indexOf(hit.row)] ?? 0 };
    case "column-heading": return heldFrom(hand, "columns", { row: 0, column: hit.column }, extend);
    case "row-heading": return heldFrom(hand, "rows", { row: hit.row, column: 0 }, extend);
    case "cell": {
      hand.select(extend ? selectBetween(picture.sheet, hand.selection.active, hit) : selectPlace(picture.sheet, hit));
      return { kind: "cells", from: hand.selection.active, hasMoved: extend };
    }
  }
}

function heldFrom(hand: Hand, kind: "columns" | "rows", place: Place, extend: boolean): Dragging {
  const from = extend ? hand.selection.active : place;
  selectLines(hand, kind, from, place);
  return { kind, from, hasMoved: false };
}

function selectLines(hand: Hand, kind: "columns" | "rows", from: Place, to: Place): void {
  const area = kind === "columns"
    ? { top: 0, bottom: MAX_ROWS - 1, left: Math.min(from.column, to.column), right: Math.max(from.column, to.column) }
    : { left: 0, right: MAX_COLUMNS - 1, top: Math.min(from.row, to.row), bottom: Math.max(from.row, to.row) };
  const active = kind === "columns" ? { row: 0, column: from.column } : { row: from.row, column: 0 };
  hand.select({ area, active, moving: kind === "columns" ? { row: MAX_ROWS - 1, column: to.column } : { row: to.row, column: MAX_COLUMNS - 1 } });
}

function startPointing(parts: PointerParts, hit: Place): Dragging | null {
  const { hand, picture } = parts;
  const { editing } = hand;
  const caret = parts.caret();
  if (editing === null || !canPoint(editing.text, caret)) return null;
  const area = selectPlace(picture.sheet, hit).area;
  const { text, pointed } = pointAt(editing.text, { from: caret, to: caret }, picture.sheet, area, editing.sheet);
  hand.retype(text);
  return { kind: "pointing", from: hit, pointed };
}

function dragTo(parts: PointerParts, dragging: Dragging, hit: Hit, at: { readonly x: number; readonly y: number }): Dragging {
  const { hand, picture } = parts;
  const row = hit.kind === "cell" || hit.kind === "row-heading" || hit.kind === "row-edge" ? hit.row : picture.layout.rows.shown[0] ?? 0;
  const column = hit.kind === "cell" || hit.kind === "column-heading" || hit.kind === "column-edge" ? hit.column : picture.layout.columns.shown[0] ?? 0;
  switch (dragging.kind) {
    case "width": return { ...dragging, at: at.x };
    case "height": return { ...dragging, at: at.y };
    case "columns": case "rows":
      selectLines(hand, dragging.kind, dragging.from, { row, column });
      return dragging;
    case "cells": {
      const { moving } = hand.selection;
      if (moving.row === row && moving.column === column) return dragging;
      if (!dragging.hasMoved && row === dragging.from.row && column === dragging.from.column) return dragging;
      hand.select(selectBetween(picture.sheet, dragging.from, { row, column }));
      return { ...dragging, hasMoved: true };
    }
    case "pointing": {
      if (hand.editing === null) return dragging;
      const { area } = selectBetween(picture.sheet, dragging.from, { row, column });
      const { text, pointed } = pointAt(hand.editing.text, dragging.pointed, picture.sheet, area, hand.editing.sheet);
      if (text !== hand.editing.text) hand.retype(text);
      return { ...dragging, pointed };
    }
  }
}
