/** A cell's content as a person edits it: the formula, or the constant in the form in which it would be typed. */
import { displayText } from "../calc/number-format";
import type { Sheet } from "../workbook/sheet";
import { isError } from "../workbook/values";

/** @example a cell holding 0.05 as 5% // => "5%"; a formula // => "=A1+1"; the text 007 // => "'007" */
export function editText(sheet: Sheet, row: number, column: number): string {
  const cell = sheet.cell(row, column);
  if (cell.formula !== null) return `=${cell.formula}`;
  const { value } = cell;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (isError(value)) return value.code;
  if (typeof value === "string") return sheet.workbook.styles.at(cell.style).quotePrefix || readsAsSomethingElse(value) ? `'${value}` : value;
  return figureText(value, sheet.workbook.styles.at(cell.style).numberFormat, sheet.workbook.date1904);
}

/** Text that typing would turn into a number, a logical value or a formula. */
function readsAsSomethingElse(text: string): boolean {
  return /^[=+'-]/.test(text) || /^(TRUE|FALSE)$/i.test(text) || (text.trim() !== "" && Number.isFinite(Number(text)));
}

function figureText(value: number, format: string, date1904: boolean): string {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  if (/%/.test(bare)) return `${Number((value * 100).toPrecision(15))}%`;
  const hasDay = /[dy]/i.test(bare);
  const hasTime = /[hs]/i.test(bare);
  if (hasDay) return displayText(value, hasTime ? "dd/mm/yyyy hh:mm:ss" : "dd/mm/yyyy", date1904).text;
  if (hasTime) return displayText(value, "hh:mm:ss", date1904).text;
  return String(Number(value.toPrecision(15)));
}
