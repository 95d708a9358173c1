/** Queues single cells of a sheet: what they hold, how they look, where they lead. Nothing here syncs. */
import { a1 } from "../blueprint/place";
import { styles } from "../blueprint/theme";
import type { CellBlueprint, Holding } from "../blueprint/types";
import { follow, linkTo, tabOf, type Naming } from "./naming";
import { queueNumberFormat, queueStyle } from "./write-style";

/** Words that Excel would take for something else when they are typed. */
const MISREAD = /^[\s=+\-@'\d.,£$€(%#]|^(true|false)$|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** What is sent for a cell so that Excel keeps it as meant. @param inTextCell - its number format is text already */
export function asSent(holds: Holding, naming: Naming, inTextCell: boolean): string | number {
  if (holds === null) return "";
  if ("number" in holds) return holds.number;
  if ("date" in holds) return holds.date;
  if ("formula" in holds) return follow(holds.formula, naming);
  return asText(holds.text, inTextCell);
}

/** Words so that Excel keeps them as words. */
export const asText = (words: string, inTextCell: boolean): string => (!inTextCell && MISREAD.test(words) ? `'${words}` : words);

/** Links come later: they need the sheets that they lead to. */
export function queueCells(sheet: Excel.Worksheet, cells: readonly CellBlueprint[], naming: Naming): void {
  for (const cell of cells) {
    const range = sheet.getRange(a1(cell.row, cell.column));
    queueNumberFormat(range, cell.style);
    if (cell.holds !== null && cell.goesTo === undefined) range.formulas = [[asSent(cell.holds, naming, styles[cell.style].numberFormat === "@")]];
    queueStyle(range, cell.style);
  }
}

export function queueLinks(sheet: Excel.Worksheet, cells: readonly CellBlueprint[], naming: Naming): void {
  for (const { row, column, goesTo, holds, style } of cells) {
    if (goesTo === undefined || holds === null || !("text" in holds)) continue;
    const range = sheet.getRange(a1(row, column));
    range.hyperlink = { documentReference: linkTo(tabOf(naming, goesTo), "A1"), textToDisplay: holds.text, screenTip: `Go to ${holds.text}` };
    queueStyle(range, style);
  }
}
