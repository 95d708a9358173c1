/** Finding and replacing text in cells, with Excel's wildcards. */
import { Wildcards } from "../calc/wildcards";
import { displayText } from "../calc/number-format";
import { area as areaOf, contains, type Area } from "../workbook/area";
import type { Cell, Sheet } from "../workbook/sheet";
import { finish, type Steps } from "../workbook/steps";
import { fieldsFrom, flagFrom, oneOf, textFrom } from "./arguments";
import { enterBlock, styleAt } from "./cells";
import { shown } from "./entered";
import { invalidArgument } from "./refusal";
import type { Session } from "./session";
import { enteredUnder } from "./table-growth";

export interface Looking { readonly text: string; readonly whole: boolean; readonly matchCase: boolean; readonly backwards: boolean }

/** @throws Refusal InvalidArgument for an empty text */
export function lookingFor(text: unknown, criteria: unknown): Looking {
  const wanted = textFrom(text);
  if (wanted === "") throw invalidArgument();
  const fields = fieldsFrom(criteria ?? {});
  return {
    text: wanted, whole: flagFrom(fields["completeMatch"] ?? false), matchCase: flagFrom(fields["matchCase"] ?? false),
    backwards: oneOf(fields["searchDirection"] ?? "Forward", ["Forward", "Backwards"] as const) === "Backwards",
  };
}

/** Whether a text is one that is looked for: all of it, or any part. */
function matcherFor({ text, whole, matchCase }: Looking): (given: string) => boolean {
  const wildcards = new Wildcards(text, matchCase);
  return whole ? (given) => wildcards.test(given) : (given) => wildcards.search(given) >= 0;
}

/** A cell is found by what it shows, or by what was entered into it; in formulas only for replacing. */
function finds(sheet: Sheet, matches: (text: string) => boolean, inFormulas: boolean): (cell: Cell, row: number, column: number) => boolean {
  return (cell, row, column) => {
    if (inFormulas && cell.formula !== null) return matches(enteredText(cell));
    return matches(displayText(cell.value, styleAt(sheet, row, column).numberFormat, sheet.workbook.date1904).text) || (cell.formula === null && matches(enteredText(cell)));
  };
}

/** Cells that hold something and are found, row by row. @param area - null for the whole sheet */
export function cellsFound(sheet: Sheet, area: Area | null, isFound: (cell: Cell, row: number, column: number) => boolean): readonly { readonly row: number; readonly column: number }[] {
  return finish(cellsFoundInSteps(sheet, area, isFound));
}

/** Cells that are looked at between two rests. */
const CELLS_A_STEP = 5_000;

/** The same with rests on the way. */
export function* cellsFoundInSteps(sheet: Sheet, area: Area | null, isFound: (cell: Cell, row: number, column: number) => boolean): Steps<readonly { readonly row: number; readonly column: number }[]> {
  let looked = 0;
  const cells: { readonly row: number; readonly column: number }[] = [];
  for (const [row, column, cell] of sheet.entries()) {
    if (++looked % CELLS_A_STEP === 0) yield looked / sheet.storedCount;
    if (cell.value === null && cell.formula === null) continue;
    if ((area === null || contains(area, row, column)) && isFound(cell, row, column)) cells.push({ row, column });
  }
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

const enteredText = (cell: Cell): string => (cell.formula === null ? String(shown(cell.value)) : `=${cell.formula}`);

/** Every cell that matches, row by row. */
export function foundCells(session: Session, sheet: Sheet, area: Area, looking: Looking, inFormulas = false): readonly (readonly [row: number, column: number])[] {
  session.settle();
  return cellsFound(sheet, area, finds(sheet, matcherFor(looking), inFormulas)).map(({ row, column }) => [row, column]);
}

/** @returns how many cells were changed */
export function replaceIn(session: Session, sheet: Sheet, area: Area, looking: Looking, replacement: string): number {
  const wildcards = new Wildcards(looking.text, looking.matchCase);
  let count = 0;
  for (const [row, column] of foundCells(session, sheet, area, looking, true)) {
    const before = enteredText(sheet.cell(row, column));
    // A cell may be found by what it shows; what was entered is then left as it is.
    const after = looking.whole ? (wildcards.test(before) ? replacement : before) : wildcards.replace(before, replacement);
    if (after === before) continue;
    const range = session.range(sheet, areaOf(row, column));
    enterBlock(range, after);
    enteredUnder(range);
    count += 1;
  }
  return count;
}
