/** The mouse on the grid: select and extend, drag over cells and headings, take hold of edges and of the handle, point while a formula is typed, follow links. */
import * as React from "react";
import { beginDrag, dragOn, endDrag, fillDownBeside, linesWith, type DragParts, type Dragging, type Point } from "./drags";
import { hitAt, type Hit } from "./hit";
import { PIXELS_PER_POINT } from "./layout";
import type { Place } from "./moves";
import type { Box } from "./paint-cell";
import { fitColumns, fitRows } from "./resize";
import { boxOfArea, selectionEdgeAt } from "./selection-edge";
import { boxOf } from "./sheet-box";
import type { Scroller } from "./use-scroll";

export interface PointerParts extends DragParts {
  readonly scroller: Scroller;
  readonly place: React.RefObject<HTMLElement>;
  readonly beginEdit: () => void;
  readonly onFollow: (row: number, column: number) => void;
  /** A press on a header's filter button. @returns whether it was one */
  readonly onButton: (hit: Hit, at: Point) => boolean;
}

export interface PointerUse {
  /** Where the dragged edge of a heading is, in pixels of the grid, and what the line measures. */
  readonly guide: { readonly direction: "across" | "down"; readonly at: number; readonly says: string } | null;
  /** The cells that a drag would fill or move to. */
  readonly frame: Box | null;
  readonly cursor: string;
  readonly onPointerDown: (event: React.PointerEvent) => void;
  readonly onPointerMove: (event: React.PointerEvent) => void;
  readonly onPointerUp: (event: React.PointerEvent) => void;
  readonly onDoubleClick: (event: React.MouseEvent) => void;
}

/** Milliseconds between steps while the mouse is held outside the cells. */
const STEP = 40;

export function usePointer(parts: PointerParts): PointerUse {
  const [dragging, setDragging] = React.useState<Dragging | null>(null);
  const [cursor, setCursor] = React.useState("cell");
  const last = React.useRef<Point | null>(null);
  const { hand, picture, window, scroller } = parts;
  const pointOf = (event: { readonly clientX: number; readonly clientY: number }): Point => {
    const box = parts.place.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  const hitOf = (at: Point): Hit => hitAt(picture.layout, window, at.x, at.y);
  const isOnBars = (at: Point): boolean => at.x >= scroller.scroll.width || at.y >= scroller.scroll.height;
  const goOn = (at: Point): void => {
    if (dragging === null) return;
    setDragging(dragOn(parts, dragging, hitOf(at), at));
    const { width, height } = scroller.scroll;
    if (dragging.kind !== "width" && dragging.kind !== "height") scroller.by(beyond(at.x, window.headingWidth, width), beyond(at.y, window.headingHeight, height));
  };
  useHeldStill(dragging !== null, () => { if (last.current !== null) goOn(last.current); });

  const onPointerDown = (event: React.PointerEvent): void => {
    const at = pointOf(event);
    if (isOnBars(at) || event.button !== 0) return;
    event.preventDefault();
    if (hand.editing === null && parts.onButton(hitOf(at), at)) return event.stopPropagation();
    const next = beginDrag(parts, hitOf(at), at, { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey });
    if (next === "refused") return;
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = null;
    setDragging(next);
  };
  const onPointerMove = (event: React.PointerEvent): void => {
    const at = pointOf(event);
    if (dragging === null) return setCursor(isOnBars(at) ? "default" : cursorOver(parts, hitOf(at), at));
    last.current = at;
    goOn(at);
  };
  const onPointerUp = (event: React.PointerEvent): void => {
    if (dragging === null) return;
    setDragging(null);
    endDrag(parts, dragging, event.ctrlKey || event.metaKey);
    if (dragging.kind !== "cells" || dragging.hasMoved || event.type !== "pointerup") return;
    tellClick(parts, dragging.from, pointOf(event));
    parts.onFollow(dragging.from.row, dragging.from.column);
  };
  const onDoubleClick = (event: React.MouseEvent): void => {
    const at = pointOf(event);
    if (!isOnBars(at)) doubleClick(parts, hitOf(at), at);
  };
  const frame = dragging?.kind === "fill" || dragging?.kind === "move" ? boxOfArea(picture, window, dragging.target) : null;
  return { guide: guideOf(dragging, picture.layout.zoom), frame, cursor: dragging?.kind === "fill" ? "crosshair" : dragging?.kind === "move" ? "move" : cursor, onPointerDown, onPointerMove, onPointerUp, onDoubleClick };
}

/** A click is told in points from the cell's corner, as add-ins hear of it. */
function tellClick({ picture, window }: PointerParts, { row, column }: Place, at: Point): void {
  const box = boxOf(picture, window, { row, column });
  const points = (pixels: number): number => pixels / PIXELS_PER_POINT / picture.layout.zoom;
  picture.sheet.workbook.tell({ kind: "clicked", sheet: picture.sheet.id, row, column, x: points(at.x - box.x), y: points(at.y - box.y), cause: "typed" });
}

/** Held still beyond the edge, the mouse goes on selecting. */
function useHeldStill(isDragging: boolean, goOn: () => void): void {
  const latest = React.useRef(goOn);
  latest.current = goOn;
  React.useEffect(() => {
    if (!isDragging) return undefined;
    const timer = setInterval(() => latest.current(), STEP);
    return () => clearInterval(timer);
  }, [isDragging]);
}

function doubleClick(parts: PointerParts, hit: Hit, at: Point): void {
  const { hand, picture, window } = parts;
  if (hit.kind === "column-edge") hand.perform(() => fitColumns(picture, linesWith(hand, hit.column, "columns")));
  if (hit.kind === "row-edge") hand.perform(() => fitRows(picture.sheet, linesWith(hand, hit.row, "rows")));
  if (hit.kind !== "cell" || hand.editing !== null) return;
  if (selectionEdgeAt(picture, window, hand.selection.area, at.x, at.y) === "handle") fillDownBeside(hand);
  else parts.beginEdit();
}

function cursorOver({ hand, picture, window }: PointerParts, hit: Hit, at: Point): string {
  if (hit.kind === "column-edge") return "col-resize";
  if (hit.kind === "row-edge") return "row-resize";
  if (hit.kind !== "cell") return "default";
  const edge = hand.editing === null && hand.selection.others === undefined ? selectionEdgeAt(picture, window, hand.selection.area, at.x, at.y) : null;
  return edge === "handle" ? "crosshair" : edge === "border" ? "move" : "cell";
}

/** How far a point lies outside what scrolls. */
const beyond = (at: number, from: number, to: number): number => (at < from ? at - from : at > to ? at - to : 0);

function guideOf(dragging: Dragging | null, zoom: number): PointerUse["guide"] {
  if (dragging?.kind !== "width" && dragging?.kind !== "height") return null;
  const pixels = Math.max(0, Math.round((dragging.size + dragging.at - dragging.start) / zoom));
  return { direction: dragging.kind === "width" ? "across" : "down", at: dragging.at, says: `${dragging.kind === "width" ? "Width" : "Height"}: ${pixels} pixels` };
}
