/** A return's file before it is a file: its sheets as rows of cells. What is written, what is compared on arrival and where a figure stands all follow from this. */

/** How a cell looks, by purpose: `cell-looks.ts`. */
export type Look = "title" | "subtitle" | "alert" | "note" | "heading" | "header" | "headerRight" | "label" | "text" | "entry" | "figure" | "code";

/** `holds`: null for a cell of a list in which nothing was entered. */
export interface ReturnCell { readonly holds: string | number | null; readonly look: Look }

export type ReturnCells = readonly (ReturnCell | null)[];

export interface ReturnSheet {
  readonly name: string;
  /** In characters, column by column. */
  readonly widths: readonly number[];
  /** Rows that stay in sight and are printed on every page: down to the row of headings. 0: none. */
  readonly frozenRows: number;
  readonly rows: readonly ReturnCells[];
}

/** The row of headings of every table's sheet, counted from 1; its rows follow without a gap. */
export const HEADINGS_ROW = 5;

export const cell = (holds: string | number | null, look: Look): ReturnCell => ({ holds, look });

/** @param row - from 0 @param column - from 0 @example addressOf(7, 2) // => "C8" */
export function addressOf(row: number, column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
