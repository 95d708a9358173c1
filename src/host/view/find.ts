/** Finding text in cells, and putting other text in its place. */
import { displayText } from "../calc/number-format";
import { Wildcards } from "../calc/wildcards";
import type { Sheet } from "../workbook/sheet";
import { editText } from "./edit-text";
import type { Place } from "./moves";

export interface Wanted {
  readonly text: string;
  readonly matchCase: boolean;
  /** The whole cell and not a part of it. */
  readonly wholeCell: boolean;
  /** In formulas as typed instead of in what shows. */
  readonly inFormulas: boolean;
}

/** Whether a cell holds what is looked for. `?` stands for one letter and `*` for any number, after `~` for themselves, as in Excel. */
export function matcher({ text, matchCase, wholeCell }: Wanted): (content: string) => boolean {
  if (!matchCase) {
    const wildcards = new Wildcards(wholeCell ? text : `*${text}*`);
    return (content) => wildcards.test(content);
  }
  const pattern = patternOf(text);
  const expression = new RegExp(wholeCell ? `^(?:${pattern})$` : pattern, "s");
  return (content) => expression.test(content);
}

function patternOf(text: string): string {
  return text.replace(/~([?*~])|([?*])|[.+^${}()|[\]\\]/g, (match, escaped: string | undefined, wild: string | undefined) =>
    escaped !== undefined ? (escaped === "~" ? "~" : `\\${escaped}`) : wild === "?" ? "." : wild === "*" ? ".*" : `\\${match}`);
}

/** Every cell of a sheet that matches, row by row. */
export function findAll(sheet: Sheet, wanted: Wanted): readonly Place[] {
  if (wanted.text === "") return [];
  const matches = matcher(wanted);
  const found: Place[] = [];
  for (const [row, column, cell] of sheet.entries()) {
    if (cell.value === null && cell.formula === null) continue;
    const content = wanted.inFormulas ? editText(sheet, row, column) : displayText(cell.value, sheet.workbook.styles.at(cell.style).numberFormat, sheet.workbook.date1904).text;
    if (matches(content)) found.push({ row, column });
  }
  return found.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** The next match after a place, or before it; starts again at the other end. */
export function nextOf(found: readonly Place[], from: Place, step: 1 | -1): Place | null {
  const isAfter = (place: Place): boolean => place.row > from.row || (place.row === from.row && place.column > from.column);
  const isBefore = (place: Place): boolean => place.row < from.row || (place.row === from.row && place.column < from.column);
  if (step === 1) return found.find(isAfter) ?? found[0] ?? null;
  return [...found].reverse().find(isBefore) ?? found.at(-1) ?? null;
}

/** The cell's content as typed, with every match replaced; null where nothing would change. */
export function replacedText(sheet: Sheet, { row, column }: Place, wanted: Wanted, by: string): string | null {
  const content = editText(sheet, row, column);
  if (wanted.wholeCell) return matcher(wanted)(content) && content !== by ? by : null;
  const after = content.replace(new RegExp(patternOf(wanted.text), wanted.matchCase ? "gs" : "gis"), () => by);
  return after === content ? null : after;
}
