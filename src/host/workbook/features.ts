/** What lies over the cells of a sheet: tables, validation, conditional formats, links, notes, page set-up, protection. Plain immutable data. */
import type { Area } from "./area";
import type { ColumnFilter, SortState } from "./filter";
import type { Border, BorderSide, Colour } from "./style";

export interface TableColumn {
  /** Stable within the table (the file's tableColumn id). */
  readonly id: number;
  /** The header's text; unique in the table without regard to case. */
  readonly name: string;
  /** The calculated column's formula without "=", or null. */
  readonly formula: string | null;
  readonly totalsFunction: string | null;
  readonly totalsLabel: string | null;
}

export interface Table {
  readonly id: number;
  readonly name: string;
  /** Header row, body and totals row together. */
  readonly area: Area;
  readonly headerRow: boolean;
  readonly totalsRow: boolean;
  readonly columns: readonly TableColumn[];
  readonly style: string | null;
  readonly bandedRows: boolean;
  readonly bandedColumns: boolean;
  readonly firstColumn: boolean;
  readonly lastColumn: boolean;
  readonly filterButton: boolean;
  readonly altText: { readonly title: string; readonly description: string };
  /** The filters that are set, by the ids of their columns; absent where none ever was. */
  readonly filters?: readonly ColumnFilter[];
  /** Its one row is no entry yet: the table was made of its headers alone, or lost its last row. */
  readonly awaitsRow?: boolean;
  /** Absent where the table was never sorted. */
  readonly sort?: SortState;
}

export interface DefinedName {
  /** Excel's own are spelt as its name list shows them: Print_Area, Print_Titles, _FilterDatabase. */
  readonly name: string;
  /** Formula in A1, en-US, without "=". */
  readonly formula: string;
  /** Sheet id for a sheet-scoped name, null for the workbook. */
  readonly scope: string | null;
  readonly visible: boolean;
  readonly comment: string;
}

export type Comparison = "Between" | "NotBetween" | "EqualTo" | "NotEqualTo" | "GreaterThan" | "LessThan" | "GreaterThanOrEqualTo" | "LessThanOrEqualTo";

/**
 * A validation's operands are formulas without "=" ("0", "$B$2", "TODAY()"). A list's source is one too:
 * `$A$1:$A$9`, `lstRoles`, or a literal in quotes, `"Yes,No"`, as a file holds it.
 */
export type ValidationRule =
  /** Nothing is refused: Excel lets a prompt stand without a rule. */
  | { readonly kind: "any" }
  | { readonly kind: "wholeNumber" | "decimal" | "date" | "time" | "textLength"; readonly operator: Comparison; readonly formula1: string; readonly formula2: string | null }
  | { readonly kind: "list"; readonly source: string; readonly dropDown: boolean }
  | { readonly kind: "custom"; readonly formula: string };

export interface DataValidation {
  readonly areas: readonly Area[];
  readonly rule: ValidationRule;
  readonly ignoreBlanks: boolean;
  readonly prompt: { readonly show: boolean; readonly title: string; readonly message: string };
  readonly alert: { readonly show: boolean; readonly style: "Stop" | "Warning" | "Information"; readonly title: string; readonly message: string };
}

/** The part of a style that a conditional format lays over the cell's own (a dxf). */
export interface StylePatch {
  readonly fontColour?: Colour;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly fill?: Colour;
  readonly numberFormat?: string;
  readonly borders?: { readonly [side in BorderSide]?: Border };
}

export interface ScalePoint { readonly kind: "LowestValue" | "HighestValue" | "Number" | "Percent" | "Percentile" | "Formula"; readonly value: string | null; readonly colour: string }
export interface IconPoint { readonly kind: "Number" | "Percent" | "Percentile" | "Formula"; readonly value: string; readonly orEqual: boolean }

export interface BarBound { readonly kind: ScalePoint["kind"]; readonly value: string | null }

/** By Office.js's words. */
export type PresetCriterion =
  | "Blanks" | "NonBlanks" | "Errors" | "NonErrors" | "Yesterday" | "Today" | "Tomorrow" | "LastSevenDays" | "LastWeek" | "ThisWeek" | "NextWeek" | "LastMonth" | "ThisMonth" | "NextMonth"
  | "AboveAverage" | "BelowAverage" | "EqualOrAboveAverage" | "EqualOrBelowAverage" | "OneStdDevAboveAverage" | "OneStdDevBelowAverage" | "TwoStdDevAboveAverage" | "TwoStdDevBelowAverage"
  | "ThreeStdDevAboveAverage" | "ThreeStdDevBelowAverage" | "UniqueValues" | "DuplicateValues";

export type HighlightRule =
  | { readonly kind: "custom"; readonly formula: string; readonly format: StylePatch }
  | { readonly kind: "cellValue"; readonly operator: Comparison; readonly formula1: string; readonly formula2: string | null; readonly format: StylePatch }
  | { readonly kind: "containsText"; readonly operator: "Contains" | "NotContains" | "BeginsWith" | "EndsWith"; readonly text: string; readonly format: StylePatch }
  | { readonly kind: "colourScale"; readonly points: readonly ScalePoint[] }
  /** Bounds that are absent are automatic: nothing, or the lowest figure below it, and the highest. */
  | { readonly kind: "dataBar"; readonly colour: string; readonly showValue: boolean; readonly lower?: BarBound; readonly upper?: BarBound }
  | { readonly kind: "topBottom"; readonly bottom: boolean; readonly percent: boolean; readonly rank: number; readonly format: StylePatch }
  | { readonly kind: "preset"; readonly criterion: PresetCriterion; readonly format: StylePatch }
  | { readonly kind: "iconSet"; readonly set: string; readonly showValue: boolean; readonly reverse: boolean; readonly points: readonly IconPoint[] }
  /** A kind the model does not work with; the file layer carries it, the view does not draw it. */
  | { readonly kind: "carried"; readonly type: string };

export interface ConditionalFormat {
  readonly id: string;
  readonly areas: readonly Area[];
  /** 0 is applied first. */
  readonly priority: number;
  readonly stopIfTrue: boolean;
  readonly rule: HighlightRule;
}

export interface Hyperlink {
  readonly area: Area;
  /** An outside address, or null for a place in this workbook. */
  readonly address: string | null;
  /** "Sheet1!A1" or a name, when the link leads inside. */
  readonly place: string | null;
  readonly tip: string;
}

export interface PageSetup {
  readonly orientation: "Portrait" | "Landscape";
  /** OOXML paper number; 9 is A4. */
  readonly paper: number;
  /** Per cent, or fit to pages; a null side of `fit` is automatic. */
  readonly zoom: { readonly scale: number } | { readonly fit: { readonly wide: number | null; readonly tall: number | null } };
  /** Points. */
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number; readonly header: number; readonly footer: number };
  readonly centreHorizontally: boolean;
  readonly centreVertically: boolean;
  readonly gridlines: boolean;
  readonly headings: boolean;
  readonly blackAndWhite: boolean;
  readonly draft: boolean;
  /** null counts on by itself. */
  readonly firstPageNumber: number | null;
  readonly comments: "NoComments" | "EndSheet" | "InPlace";
  readonly errors: "AsDisplayed" | "Blank" | "Dash" | "NotAvailable";
  readonly order: "DownThenOver" | "OverThenDown";
  /** Of every page, or of odd pages where even ones differ. */
  readonly header: HeaderParts;
  readonly footer: HeaderParts;
  readonly evenHeader: HeaderParts;
  readonly evenFooter: HeaderParts;
  readonly firstHeader: HeaderParts;
  readonly firstFooter: HeaderParts;
  readonly evenDiffers: boolean;
  readonly firstDiffers: boolean;
  readonly headersKeepMargins: boolean;
  readonly headersScale: boolean;
}

export interface HeaderParts { readonly left: string; readonly centre: string; readonly right: string }

/** The rows and columns that a page begins with because somebody said so. */
export interface PageBreaks { readonly rows: readonly number[]; readonly columns: readonly number[] }

const noHeader: HeaderParts = { left: "", centre: "", right: "" };

export const defaultPageSetup: PageSetup = {
  orientation: "Portrait", paper: 9, zoom: { scale: 100 },
  margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
  centreHorizontally: false, centreVertically: false, gridlines: false, headings: false,
  blackAndWhite: false, draft: false, firstPageNumber: null, comments: "NoComments", errors: "AsDisplayed", order: "DownThenOver",
  header: noHeader, footer: noHeader, evenHeader: noHeader, evenFooter: noHeader, firstHeader: noHeader, firstFooter: noHeader,
  evenDiffers: false, firstDiffers: false, headersKeepMargins: true, headersScale: true,
};

export interface Protection {
  /** By Office.js's names: allowFormatCells, allowInsertRows … true where allowed; `selectionMode` "Normal", "Unlocked" or "None". */
  readonly options: Readonly<Record<string, boolean | string>>;
  /** Verbatim hash attributes from a file; the host never makes passwords. */
  readonly passwordAttributes: Readonly<Record<string, string>>;
}

export type Visibility = "Visible" | "Hidden" | "VeryHidden";
