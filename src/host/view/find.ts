/** Finding text in cells, and putting other text in its place. */
import { displayText } from "../calc/number-format";
import { Wildcards } from "../calc/wildcards";
import { cellsFoundInSteps } from "../objects/cell-finding";
import type { Sheet } from "../workbook/sheet";
import { finish, type Steps } from "../workbook/steps";
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
  const wildcards = new Wildcards(text, matchCase);
  return wholeCell ? (content) => wildcards.test(content) : (content) => wildcards.search(content) >= 0;
}

/** Every cell of a sheet that matches, row by row. */
export function findAll(sheet: Sheet, wanted: Wanted): readonly Place[] { return finish(findAllInSteps(sheet, wanted)); }

/** The same with rests on the way. */
export function* findAllInSteps(sheet: Sheet, wanted: Wanted): Steps<readonly Place[]> {
  if (wanted.text === "") return [];
  const matches = matcher(wanted);
  const { styles, date1904 } = sheet.workbook;
  return yield* cellsFoundInSteps(sheet, null, (cell, row, column) => matches(wanted.inFormulas ? editText(sheet, row, column) : displayText(cell.value, styles.at(cell.style).numberFormat, date1904).text));
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
  const after = new Wildcards(wanted.text, wanted.matchCase).replace(content, by);
  return after === content ? null : after;
}
