/** Finding and replacing text in cells, with Excel's wildcards. */
import { wildcardPattern } from "../calc/wildcards";
import { displayText } from "../calc/number-format";
import { area as areaOf, intersect, type Area } from "../workbook/area";
import type { Cell, Sheet } from "../workbook/sheet";
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

function pattern({ text, whole, matchCase }: Looking, all = false): RegExp {
  const { source } = wildcardPattern(text, whole);
  return new RegExp(source, (matchCase ? "" : "i") + (all ? "g" : ""));
}

/** A cell is found by what it shows, or by what was entered into it; in formulas only for replacing. */
function finds(sheet: Sheet, test: RegExp, inFormulas: boolean): (cell: Cell, row: number, column: number) => boolean {
  return (cell, row, column) => {
    if (cell.value === null && cell.formula === null) return false;
    if (inFormulas && cell.formula !== null) return test.test(enteredText(cell));
    return test.test(displayText(cell.value, styleAt(sheet, row, column).numberFormat, sheet.workbook.date1904).text) || (cell.formula === null && test.test(enteredText(cell)));
  };
}

const enteredText = (cell: Cell): string => (cell.formula === null ? String(shown(cell.value)) : `=${cell.formula}`);

/** Every cell that matches, row by row. */
export function foundCells(session: Session, sheet: Sheet, area: Area, looking: Looking, inFormulas = false): readonly (readonly [row: number, column: number])[] {
  session.settle();
  const used = sheet.extent === null ? null : intersect(area, sheet.extent);
  if (used === null) return [];
  const isFound = finds(sheet, pattern(looking), inFormulas);
  const cells: [number, number][] = [];
  for (const [row, column, cell] of sheet.entries()) {
    if (row >= used.top && row <= used.bottom && column >= used.left && column <= used.right && isFound(cell, row, column)) cells.push([row, column]);
  }
  return cells.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** @returns how many cells were changed */
export function replaceIn(session: Session, sheet: Sheet, area: Area, looking: Looking, replacement: string): number {
  const test = pattern(looking, true);
  let count = 0;
  for (const [row, column] of foundCells(session, sheet, area, looking, true)) {
    const before = enteredText(sheet.cell(row, column));
    const after = looking.whole ? before.replace(test, () => replacement) : replacedParts(before, test, replacement);
    if (after === before) continue;
    const range = session.range(sheet, areaOf(row, column));
    enterBlock(range, after);
    enteredUnder(range);
    count += 1;
  }
  return count;
}

/** A star alone matches nothing a second time. */
const replacedParts = (text: string, test: RegExp, replacement: string): string => text.replace(test, (match: string) => (match === "" ? "" : replacement));
