/** What happened to the workbook, told to whoever stands on it: calculation, file, events, view. */
import type { Area } from "./area";

/** Who did it. `typed` and `pasted` are a person's hand; `calculated` is a formula's new result, which Excel raises no change event for. */
export type Cause = "typed" | "pasted" | "filled" | "api" | "calculated" | "remote" | "undo";

/** The parts of a sheet that a change can touch besides its cells. */
export type Facet =
  | "columns" | "rows" | "merges" | "tables" | "filter" | "validations" | "conditionalFormats" | "hyperlinks" | "charts" | "pageSetup"
  | "protection" | "view" | "visibility" | "name" | "tabColour" | "properties" | "comments";

/** A cell whose formula changed: what it was, with "=", or "" for none. */
export interface ChangedFormula { readonly row: number; readonly column: number; readonly previous: string }

export type Change =
  /** `parts` are the cells themselves, where they are few; `area` lies around them. */
  | { readonly kind: "cells"; readonly sheet: string; readonly area: Area; readonly cause: Cause; readonly what: "content" | "style" | "both"; readonly formulas?: readonly ChangedFormula[]; readonly parts?: readonly Area[] }
  | { readonly kind: "facet"; readonly sheet: string; readonly facet: Facet; readonly cause: Cause }
  /** Cells moved: inserted or deleted rows, columns or blocks. `area` is what was inserted or deleted. */
  | { readonly kind: "shift"; readonly sheet: string; readonly area: Area; readonly direction: "down" | "up" | "right" | "left"; readonly cause: Cause }
  /** Formulas of a sheet were rewritten because what they name moved or was renamed. They mean the same, so their values stand. */
  | { readonly kind: "respelt"; readonly sheet: string; readonly cause: Cause }
  | { readonly kind: "sheet-added" | "sheet-removed" | "sheet-renamed" | "sheet-moved" | "sheet-activated"; readonly sheet: string; readonly cause: Cause }
  | { readonly kind: "names"; readonly cause: Cause }
  /** Rows of an area were put in another order, or (`columns`) its columns. The cells' own change is told of as well. */
  | { readonly kind: "sorted"; readonly sheet: string; readonly area: Area; readonly order: "rows" | "columns"; readonly cause: Cause }
  /** A person clicked a cell: where, in points from the cell's corner. */
  | { readonly kind: "clicked"; readonly sheet: string; readonly row: number; readonly column: number; readonly x: number; readonly y: number; readonly cause: Cause }
  | { readonly kind: "selection"; readonly sheet: string; readonly area: Area; readonly cause: Cause }
  | { readonly kind: "settings"; readonly cause: Cause }
  /** The workbook's structure was protected or freed. */
  | { readonly kind: "structure"; readonly cause: Cause }
  /** Cell styles came, went or changed; the cells that look other for it are told of by themselves. */
  | { readonly kind: "styles"; readonly cause: Cause }
  | { readonly kind: "properties"; readonly cause: Cause }
  | { readonly kind: "customXml"; readonly cause: Cause }
  /** When and how formulas are worked out. */
  | { readonly kind: "calculation"; readonly cause: Cause };

export type Listener = (change: Change) => void;
