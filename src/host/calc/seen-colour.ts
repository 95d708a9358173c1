/** The colour that a cell is seen in: a conditional format's before its own. */
import type { Sheet } from "../workbook/sheet";
import type { HighlightsOf } from "./highlight";

/** "#RRGGBB"; null for a cell without fill. A font of automatic colour is seen black. */
export type ColourOf = (sheet: Sheet, row: number, column: number, of: "cell" | "font") => string | null;

const AUTOMATIC_FONT = "#000000";

/** Colours as a person sees them in the grid, by which Excel filters and sorts. */
export const seenColours = (highlightsOf: HighlightsOf): ColourOf => (sheet, row, column, of) => {
  const own = sheet.workbook.styles.at(sheet.cell(row, column).style);
  const patch = highlightsOf(sheet, row, column)?.patch;
  return of === "cell" ? patch?.fill ?? own.fill : patch?.fontColour ?? own.font.colour ?? AUTOMATIC_FONT;
};
