/** A person's workbook as the audit sees it: every sheet with its cells, what is hidden, merged and a table. Rows and columns count from 0. Nothing is judged here. */
import { areaName as nameOfRectangle } from "../../blueprint/place";
import type { SheetId } from "../../blueprint/types";
import { blankCell, type Cell } from "../book";

export interface Area { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** First and last of neighbouring rows or columns. */
export interface Lines { readonly from: number; readonly to: number }

export interface AuditTable { readonly name: string; readonly area: Area; readonly hasHeaders: boolean; readonly hasTotals: boolean }

export interface AuditSheet {
  readonly tab: string;
  /** One of ours is only looked through for people; null for a sheet of the person's own. */
  readonly identity: SheetId | null;
  readonly visibility: "visible" | "hidden" | "very-hidden";
  /** Where the first of `rows` and its first cell stand. */
  readonly top: number;
  readonly left: number;
  readonly rows: readonly (readonly Cell[])[];
  readonly hiddenRows: readonly Lines[];
  readonly hiddenColumns: readonly Lines[];
  readonly merged: readonly Area[];
  readonly tables: readonly AuditTable[];
}

export interface AuditBook {
  readonly sheets: readonly AuditSheet[];
  /** Excel is set to go round circular formulas on purpose. */
  readonly goesRound: boolean;
}

export function cellAt(sheet: AuditSheet, row: number, column: number): Cell {
  return sheet.rows[row - sheet.top]?.[column - sheet.left] ?? blankCell;
}

/** The cells that were read; a sheet without any has an area that ends before it begins. */
export function areaOf({ top, left, rows }: AuditSheet): Area {
  return { top, left, bottom: top + rows.length - 1, right: left + (rows[0]?.length ?? 0) - 1 };
}

export const isInside = (area: Area, row: number, column: number): boolean => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
export const holds = (outer: Area, inner: Area): boolean => inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;
export const touches = (one: Area, other: Area): boolean => one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;

/** @example areaName({ top: 1, left: 0, bottom: 3, right: 0 }) // => "A2:A4" */
export const areaName = ({ top, left, bottom, right }: Area): string => nameOfRectangle({ top, left, rows: bottom - top + 1, columns: right - left + 1 });

/** What was typed, as against what a formula gives. */
export const isTyped = (cell: Cell): boolean => cell.formula === null && cell.kind !== "blank";
export const isTypedNumber = (cell: Cell): boolean => cell.formula === null && cell.kind === "number";
export const isTypedText = (cell: Cell): boolean => cell.formula === null && cell.kind === "text";
