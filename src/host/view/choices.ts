/** The choices of a cell's drop-down, and the hint that its validation shows when the cell is selected. */
import type { Session } from "../objects/session";
import { listed, validationAt } from "../objects/validation-check";
import { displayText } from "../calc/number-format";
import type { Sheet } from "../workbook/sheet";
import { isError } from "../workbook/values";

/** The words to choose from, or null for a cell without a drop-down. Blanks of the source are left out. */
export function choicesAt(session: Session, sheet: Sheet, row: number, column: number): readonly string[] | null {
  const validation = validationAt(sheet, row, column);
  if (validation === null || validation.rule.kind !== "list" || !validation.rule.dropDown) return null;
  const { numberFormat } = sheet.workbook.styles.at(sheet.cell(row, column).style);
  return listed(session, sheet, validation, row, column)
    .filter((choice) => choice !== null && choice !== "" && !isError(choice))
    .map((choice) => displayText(choice, numberFormat, sheet.workbook.date1904).text);
}

export interface Hint { readonly title: string; readonly message: string }

export function hintAt(sheet: Sheet, row: number, column: number): Hint | null {
  const prompt = validationAt(sheet, row, column)?.prompt;
  return prompt === undefined || !prompt.show || (prompt.title === "" && prompt.message === "") ? null : { title: prompt.title, message: prompt.message };
}
