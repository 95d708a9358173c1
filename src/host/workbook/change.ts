/** What happened to the workbook, told to whoever stands on it: calculation, file, events, view. */
import type { Area } from "./area";

/** Who did it. `typed` and `pasted` are a person's hand; `calculated` is a formula's new result, which Excel raises no change event for. */
export type Cause = "typed" | "pasted" | "filled" | "api" | "calculated" | "remote" | "undo";

/** The parts of a sheet that a change can touch besides its cells. */
export type Facet =
  | "columns" | "rows" | "merges" | "tables" | "validations" | "conditionalFormats" | "hyperlinks" | "charts" | "pageSetup"
  | "protection" | "view" | "visibility" | "name" | "tabColour" | "properties" | "comments";

export type Change =
  | { readonly kind: "cells"; readonly sheet: string; readonly area: Area; readonly cause: Cause; readonly what: "content" | "style" | "both" }
  | { readonly kind: "facet"; readonly sheet: string; readonly facet: Facet; readonly cause: Cause }
  /** Cells moved: inserted or deleted rows, columns or blocks. `area` is what was inserted or deleted. */
  | { readonly kind: "shift"; readonly sheet: string; readonly area: Area; readonly direction: "down" | "up" | "right" | "left"; readonly cause: Cause }
  /** Formulas of a sheet were rewritten because what they name moved or was renamed. They mean the same, so their values stand. */
  | { readonly kind: "respelt"; readonly sheet: string; readonly cause: Cause }
  | { readonly kind: "sheet-added" | "sheet-removed" | "sheet-renamed" | "sheet-moved" | "sheet-activated"; readonly sheet: string; readonly cause: Cause }
  | { readonly kind: "names"; readonly cause: Cause }
  | { readonly kind: "selection"; readonly sheet: string; readonly area: Area; readonly cause: Cause }
  | { readonly kind: "settings"; readonly cause: Cause }
  | { readonly kind: "properties"; readonly cause: Cause };

export type Listener = (change: Change) => void;
