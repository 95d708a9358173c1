/** What the mouse does from press to release: it selects cells or lines, resizes a line, points while a formula is typed, fills, or moves cells. */
import { moveCells } from "../calc/move-cells";
import { assertUnlocked, isWholeColumns, isWholeRows } from "../objects/cells";
import { orConflict } from "../objects/structure-edit";
import { columnCount, MAX_COLUMNS, MAX_ROWS, rowCount, type Area } from "../workbook/area";
import { copyBlock, pasteBlock } from "./copied-block";
import { filledBeside } from "../objects/fill-out";
import { fill, filledBy } from "./fill";
import type { GridPicture } from "./grid-picture";
import type { Hand } from "./hand";
import type { Hit, Window } from "./hit";
import { areasOf, selectBetween, selectPlace, type Place } from "./moves";
import { canPoint, pointAt, type Pointed } from "./pointing";
import { setColumnWidths, setRowHeights } from "./resize";
import { selectionEdgeAt } from "./selection-edge";

export type Dragging =
  | { readonly kind: "cells" | "columns" | "rows"; readonly from: Place; readonly hasMoved: boolean; readonly others: readonly Area[] | null }
  | { readonly kind: "width" | "height"; readonly index: number; readonly start: number; readonly size: number; readonly at: number }
  | { readonly kind: "pointing"; readonly from: Place; readonly pointed: Pointed }
  | { readonly kind: "fill"; readonly source: Area; readonly target: Area }
  | { readonly kind: "move"; readonly source: Area; readonly from: Place; readonly target: Area };

export interface Point { readonly x: number; readonly y: number }

export interface DragParts {
  readonly hand: Hand;
  readonly picture: GridPicture;
  readonly window: Window;
  readonly focusGrid: () => void;
  /** The caret in the text being edited, wherever it is edited. */
  readonly caret: () => number;
}

interface Held { readonly shift: boolean; readonly ctrl: boolean }

/** What a press starts; "refused" where the cell being edited cannot be left. */
export function beginDrag(parts: DragParts, hit: Hit, at: Point, held: Held): Dragging | null | "refused" {
  const { hand, picture } = parts;
  const pointing = hit.kind === "cell" ? startPointing(parts, hit) : null;
  if (pointing !== null) return pointing;
  if (!hand.commit()) return "refused";
  parts.focusGrid();
  const { columns, rows } = picture.layout;
  switch (hit.kind) {
    case "corner":
      hand.select({ ...withoutOthers(hand), area: { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 } });
      return null;
    case "column-edge": return { kind: "width", index: hit.column, start: at.x, at: at.x, size: columns.sizes[columns.shown.indexOf(hit.column)] ?? 0 };
    case "row-edge": return { kind: "height", index: hit.row, start: at.y, at: at.y, size: rows.sizes[rows.shown.indexOf(hit.row)] ?? 0 };
    case "column-heading": return holdLines(hand, "columns", { row: 0, column: hit.column }, held);
    case "row-heading": return holdLines(hand, "rows", { row: hit.row, column: 0 }, held);
    case "cell": return holdCells(parts, hit, at, held);
  }
}

const withoutOthers = ({ selection: { area, active, moving } }: Hand): { readonly area: Area; readonly active: Place; readonly moving: Place } => ({ area, active, moving });

function holdCells({ hand, picture, window }: DragParts, hit: Place, at: Point, held: Held): Dragging {
  const { selection } = hand;
  const edge = selection.others === undefined && !held.shift ? selectionEdgeAt(picture, window, selection.area, at.x, at.y) : null;
  if (edge === "handle") return { kind: "fill", source: selection.area, target: selection.area };
  if (edge === "border") return { kind: "move", source: selection.area, from: hit, target: selection.area };
  const others = held.ctrl ? areasOf(selection) : held.shift ? selection.others ?? null : null;
  const next = held.shift ? selectBetween(picture.sheet, selection.active, hit) : selectPlace(picture.sheet, hit);
  hand.select(others === null ? next : { ...next, others });
  return { kind: "cells", from: hand.selection.active, hasMoved: held.shift || held.ctrl, others };
}

function holdLines(hand: Hand, kind: "columns" | "rows", place: Place, held: Held): Dragging {
  const from = held.shift ? hand.selection.active : place;
  const others = held.ctrl ? areasOf(hand.selection) : null;
  selectLines(hand, kind, from, place, others);
  return { kind, from, hasMoved: false, others };
}

function selectLines(hand: Hand, kind: "columns" | "rows", from: Place, to: Place, others: readonly Area[] | null): void {
  const area = kind === "columns"
    ? { top: 0, bottom: MAX_ROWS - 1, left: Math.min(from.column, to.column), right: Math.max(from.column, to.column) }
    : { left: 0, right: MAX_COLUMNS - 1, top: Math.min(from.row, to.row), bottom: Math.max(from.row, to.row) };
  const active = kind === "columns" ? { row: 0, column: from.column } : { row: from.row, column: 0 };
  const moving = kind === "columns" ? { row: MAX_ROWS - 1, column: to.column } : { row: to.row, column: MAX_COLUMNS - 1 };
  hand.select({ area, active, moving, ...(others === null ? {} : { others }) });
}

function startPointing(parts: DragParts, hit: Place): Dragging | null {
  const { hand, picture } = parts;
  const { editing } = hand;
  const caret = parts.caret();
  if (editing === null || !canPoint(editing.text, caret)) return null;
  const area = selectPlace(picture.sheet, hit).area;
  const { text, pointed } = pointAt(editing.text, { from: caret, to: caret }, picture.sheet, area, editing.sheet);
  hand.retype(text);
  return { kind: "pointing", from: hit, pointed };
}

/** The drag after the mouse has gone on. */
export function dragOn({ hand, picture }: DragParts, dragging: Dragging, hit: Hit, at: Point): Dragging {
  const row = hit.kind === "cell" || hit.kind === "row-heading" || hit.kind === "row-edge" ? hit.row : picture.layout.rows.shown[0] ?? 0;
  const column = hit.kind === "cell" || hit.kind === "column-heading" || hit.kind === "column-edge" ? hit.column : picture.layout.columns.shown[0] ?? 0;
  switch (dragging.kind) {
    case "width": return { ...dragging, at: at.x };
    case "height": return { ...dragging, at: at.y };
    case "fill": return { ...dragging, target: filledBy(dragging.source, row, column) };
    case "move": return { ...dragging, target: movedBy(dragging.source, row - dragging.from.row, column - dragging.from.column) };
    case "columns": case "rows":
      selectLines(hand, dragging.kind, dragging.from, { row, column }, dragging.others);
      return dragging;
    case "cells": {
      const { moving } = hand.selection;
      if (moving.row === row && moving.column === column) return dragging;
      if (!dragging.hasMoved && row === dragging.from.row && column === dragging.from.column) return dragging;
      const next = selectBetween(picture.sheet, dragging.from, { row, column });
      hand.select(dragging.others === null ? next : { ...next, others: dragging.others });
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

function movedBy(area: Area, rows: number, columns: number): Area {
  const top = Math.max(0, Math.min(MAX_ROWS - rowCount(area), area.top + rows));
  const left = Math.max(0, Math.min(MAX_COLUMNS - columnCount(area), area.left + columns));
  return { top, left, bottom: top + rowCount(area) - 1, right: left + columnCount(area) - 1 };
}

/** What the release does. @param isCopy - Ctrl was held: cells are copied instead of moved, and repeated instead of gone on with */
export function endDrag({ hand, picture }: DragParts, dragging: Dragging, isCopy: boolean): void {
  const { session } = hand;
  const { sheet } = picture;
  switch (dragging.kind) {
    case "width": return void hand.perform(() => setColumnWidths(sheet, linesWith(hand, dragging.index, "columns"), dragging.size + dragging.at - dragging.start));
    case "height": return void hand.perform(() => setRowHeights(sheet, linesWith(hand, dragging.index, "rows"), dragging.size + dragging.at - dragging.start));
    case "fill": return fillTo(hand, dragging.source, dragging.target, !isCopy);
    case "move": {
      const { source, target } = dragging;
      if (target.top === source.top && target.left === source.left) return;
      const done = hand.perform(() => {
        if (isCopy) return pasteBlock(session, copyBlock(sheet, source, false), sheet, target);
        for (const area of [source, target]) assertUnlocked(sheet, area);
        orConflict(() => moveCells(sheet.workbook, sheet, source, sheet, target, "typed"));
        return target;
      });
      if (done !== null) hand.go(sheet, done);
      return;
    }
    case "cells": case "columns": case "rows": case "pointing": return;
  }
}

/** Fills and selects what was filled. */
export function fillTo(hand: Hand, source: Area, target: Area, asSeries: boolean): void {
  const { session, sheet } = hand;
  if (hand.perform(() => { fill(session, sheet, source, target, asSeries); return true; }) !== null) hand.go(sheet, target);
}

/** A double click on the handle fills as far down as the column beside goes. */
export function fillDownBeside(hand: Hand): void {
  const { area } = hand.selection;
  const target = filledBeside(hand.sheet, area);
  if (target !== area) fillTo(hand, area, target, true);
}

/** Every selected line where the one that is resized is among whole lines selected, else that one alone. */
export function linesWith(hand: Hand, index: number, lines: "columns" | "rows"): readonly number[] {
  const isWhole = lines === "columns" ? isWholeColumns : isWholeRows;
  const selected = areasOf(hand.selection).filter(isWhole).flatMap(({ top, bottom, left, right }) => {
    const [first, last] = lines === "columns" ? [left, right] : [top, bottom];
    return Array.from({ length: last - first + 1 }, (_line, at) => first + at);
  });
  return selected.includes(index) ? selected : [index];
}
