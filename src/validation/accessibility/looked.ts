/** A workbook as it was looked at for the accessibility check: what Excel says of cells, looks, tables and the file. Nothing is judged here. Places are from 0. */
import type { Rectangle } from "../../blueprint/types";
import type { CellKind } from "../book";

export interface LookedCell {
  /** As it is shown; "" where blank. */
  readonly text: string;
  readonly kind: CellKind;
  readonly isFormula: boolean;
}

/** How a cell looks. Colours are "#RRGGBB". */
export interface CellLook {
  readonly fill: string;
  readonly colour: string;
  readonly size: number;
  readonly bold: boolean;
  /** Its text wraps, or is made smaller to fit. */
  readonly fits: boolean;
}

export interface LookedTable {
  readonly name: string;
  /** With the header and the totals. */
  readonly area: Rectangle;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
  readonly filterButtons: boolean;
  readonly isFiltered: boolean;
}

export interface LookedSheet {
  readonly tab: string;
  readonly isProtected: boolean;
  /** What is used of the sheet; null for a sheet without anything in it. */
  readonly used: Rectangle | null;
  /** Row by row from the corner of `used`. Of a sheet that is too large, the rows that were read. */
  readonly cells: readonly (readonly LookedCell[])[];
  /** The same; may be of fewer rows than `cells`. */
  readonly looks: readonly (readonly CellLook[])[];
  /** Points, from the first used column. */
  readonly widths: readonly number[];
  readonly merged: readonly Rectangle[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly tables: readonly LookedTable[];
  /** Charts by name. */
  readonly charts: readonly string[];
  /** The sheet's own filter, apart from those of tables. */
  readonly filter: "none" | "idle" | "in-force";
  readonly isFrozen: boolean;
  /** Formulas here fill more cells than their own. */
  readonly spills: boolean;
  /** Headers and footers as Excel has them, with their codes. */
  readonly headFoot: readonly string[];
}

export interface LookedBook {
  readonly file: string;
  readonly title: string;
  /** Null where Excel does not say. */
  readonly opensAt: { readonly tab: string; readonly cell: string } | null;
  readonly hiddenTabs: readonly string[];
  /** The first tab that can be seen. */
  readonly firstTab: string;
  /** Names that are taken by tables and cells. */
  readonly takenNames: readonly string[];
  /** Those that can be seen, in the order of the tabs. */
  readonly sheets: readonly LookedSheet[];
}

const NOTHING: LookedCell = { text: "", kind: "blank", isFormula: false };

/** The cell at a place of the sheet; a blank one outside what was read. */
export function cellAt({ used, cells }: LookedSheet, row: number, column: number): LookedCell {
  return used === null ? NOTHING : cells[row - used.top]?.[column - used.left] ?? NOTHING;
}

/** How the cell at a place looks; null where that was not read. */
export function lookAt({ used, looks }: LookedSheet, row: number, column: number): CellLook | null {
  return used === null ? null : looks[row - used.top]?.[column - used.left] ?? null;
}

export interface Placed { readonly row: number; readonly column: number; readonly cell: LookedCell }

/** Each rule asks for them, of sheets with a hundred thousand cells. */
const filled = new WeakMap<LookedSheet, readonly Placed[]>();

/** Every cell with something in it, row by row. */
export function filledCells(sheet: LookedSheet): readonly Placed[] {
  const known = filled.get(sheet) ?? placed(sheet);
  filled.set(sheet, known);
  return known;
}

function placed({ used, cells }: LookedSheet): readonly Placed[] {
  if (used === null) return [];
  return cells.flatMap((line, down) => line.flatMap((cell, along): readonly Placed[] => (cell.kind === "blank" ? [] : [{ row: used.top + down, column: used.left + along, cell }])));
}

/** Tells whether a place is in a row or column that nobody sees. */
export function hiding({ hiddenRows, hiddenColumns }: LookedSheet): (row: number, column: number) => boolean {
  const [rows, columns] = [new Set(hiddenRows), new Set(hiddenColumns)];
  return (row, column) => rows.has(row) || columns.has(column);
}

export const isInside = ({ top, left, rows, columns }: Rectangle, row: number, column: number): boolean => row >= top && row < top + rows && column >= left && column < left + columns;

export const overlaps = (one: Rectangle, other: Rectangle): boolean =>
  one.top < other.top + other.rows && other.top < one.top + one.rows && one.left < other.left + other.columns && other.left < one.left + one.columns;

/** The table's rows without its header and totals. */
export function bodyOf({ area, hasHeader, hasTotals }: LookedTable): Rectangle {
  const head = hasHeader ? 1 : 0;
  return { ...area, top: area.top + head, rows: Math.max(0, area.rows - head - (hasTotals ? 1 : 0)) };
}
