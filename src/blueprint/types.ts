/**
 * What a workbook is made of, as data: sheets with cells, tables, names, help for entry, highlights, charts and print set-up.
 * Nothing here knows Excel. Places are zero-based rows and columns. Tables and names are spelt as the blueprint spells
 * them; the writer follows them to the names that were free in the workbook at hand.
 */
import type { StyleName } from "./theme";

/** Which of the product's sheets this is. Kept in the workbook in a hidden name of the sheet, so it is permanent. */
export type SheetId = "cover" | "demand" | "profile" | "gap" | "dashboard1" | "dashboard2" | "checks" | "board-summary" | "accessibility" | "sign-off" | "queries" | "last-return" | "shared-posts" | "movements" | RegionSheetId;

/** A region's sheets over the returns that it collects. They need no other sheet of ours. */
export type RegionSheetId =
  | "returns-register" | "consolidated" | "consolidated-profile" | "comparison" | "returned-figures" | "returned-profile" | "shared-matched" | "changed-figures" | "set-aside" | "returns-kept";

/** What a cell holds. Text and formula are kept apart, so that an organisation called "=A1" stays a name. */
export type Holding =
  | { readonly text: string }
  | { readonly number: number }
  /** As ISO text; shown as a date. */
  | { readonly date: string }
  /** In en-US with its "=". */
  | { readonly formula: string }
  | null;

export interface CellBlueprint {
  readonly row: number;
  readonly column: number;
  readonly holds: Holding;
  readonly style: StyleName;
  /** Leads to another of our sheets when clicked. */
  readonly goesTo?: SheetId;
}

/** What may be entered, as Excel's own validation helps with. The check reads the cells again: pasting goes past this. */
export type Entry =
  | { readonly kind: "text"; readonly longest: number }
  | { readonly kind: "count" }
  /** Whole posts, or one decimal place where demand is counted in whole-time equivalents. */
  | { readonly kind: "demand" }
  /** 0 to 100. */
  | { readonly kind: "percentage" }
  /** A plain number, 0 or more: a threshold. */
  | { readonly kind: "number" }
  | { readonly kind: "date" }
  | { readonly kind: "one-of"; readonly words: readonly string[] }
  /** A column's own values are offered, and others are allowed. */
  | { readonly kind: "suggested"; readonly words: readonly string[] };

export interface ColumnBlueprint {
  /** The header's text: unique in its table, and how formulas and readers find the column. */
  readonly header: string;
  /** Characters. */
  readonly width: number;
  readonly holds:
    | { readonly kind: "entry"; readonly entry: Entry; readonly required: boolean }
    /** One formula for the whole column, with its "=". */
    | { readonly kind: "formula"; readonly formula: string }
    /** Written by the product: codes, words and places of findings. */
    | { readonly kind: "written" };
  readonly style: StyleName;
  /** What to enter, in a sentence: shown beside the cell when it is selected. */
  readonly hint?: string;
  /** Starts a block of columns that belong together: a line is drawn on its left. */
  readonly startsBlock?: boolean;
}

/** A table's columns and name, the same in every workbook. */
export interface TableDefinition {
  readonly sheet: SheetId;
  readonly name: string;
  /** One sentence that says what the table shows. */
  readonly title: string;
  readonly columns: readonly ColumnBlueprint[];
}

/** A table in its place, with as many rows as this workbook needs. */
export interface TableBlueprint extends TableDefinition {
  /** Row of the header; column A unless `left` says otherwise. */
  readonly top: number;
  readonly left: number;
  /** What the entry and written columns hold, by row; formula columns are null here. At least one row. */
  readonly rows: readonly (readonly Holding[])[];
}

/** A name for a cell, or for cells in a column, of the sheet it is listed under. */
export interface NameBlueprint {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  /** Cells downwards; 1 unless said. */
  readonly rows?: number;
  readonly says: string;
}

export interface Rectangle { readonly top: number; readonly left: number; readonly rows: number; readonly columns: number }

export interface ValidationBlueprint { readonly area: Rectangle; readonly entry: Entry; readonly title: string; readonly hint: string }

/** A look laid over cells while a formula, written for the area's first cell, is true. First that fits wins. */
export interface HighlightBlueprint { readonly area: Rectangle; readonly when: string; readonly look: StyleName }

/** Cells of one of our tables: `columns` are headers, left to right and next to each other. */
export interface TableCells { readonly table: string; readonly column: string }

export interface SeriesBlueprint {
  readonly name: string;
  readonly values: TableCells;
  readonly colour: string;
}

/**
 * Columns beside each other. Excel draws text as 0, so a line would show what is not entered or withheld as a point at 0; a column has no
 * height then, and the number format gives 0 no label.
 */
export interface ChartBlueprint {
  readonly name: string;
  /** The name of the cell whose sentence is the title: what the chart says, and goes on saying as figures change. */
  readonly sentence: string;
  /** What it shows: the title where that cell is gone. */
  readonly shows: string;
  readonly categories: TableCells;
  readonly series: readonly SeriesBlueprint[];
  readonly valueAxisTitle: string;
  readonly numberFormat: string;
  readonly area: Rectangle;
}

export interface PrintBlueprint {
  /** Parts that print on pages of their own, in order; none: the whole sheet. */
  readonly parts?: readonly Rectangle[];
  readonly orientation: "landscape" | "portrait";
  readonly pagesWide: number;
  /** Null: as many as it takes. */
  readonly pagesTall: number | null;
  /** The header row of the table that runs over pages. */
  readonly titleRow: number | null;
  readonly titleColumns: number;
}

export interface SheetBlueprint {
  readonly id: SheetId;
  readonly tab: string;
  readonly cells: readonly CellBlueprint[];
  readonly tables: readonly TableBlueprint[];
  readonly names: readonly NameBlueprint[];
  readonly validations: readonly ValidationBlueprint[];
  readonly highlights: readonly HighlightBlueprint[];
  readonly charts: readonly ChartBlueprint[];
  /** Characters, from column A. */
  readonly columnWidths: readonly number[];
  /** Points, where the text of a row needs more than one line. */
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly print: PrintBlueprint;
}

export interface WorkbookBlueprint { readonly sheets: readonly SheetBlueprint[] }
