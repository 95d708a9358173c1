/** What a cell holds after a value is entered: text is read as Excel reads it, a formula is checked, a number format may come along. */
import { formulaProblem, tokensOf } from "../calc/parse-formula";
import type { Cell } from "../workbook/sheet";
import { CellError, type CellValue } from "../workbook/values";
import type { Workbook } from "../workbook/workbook";
import { readEntry, type DateReading } from "./read-entry";
import { invalidArgument } from "./refusal";

const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8_192;

/**
 * The cell that a value makes of one with this style. "" empties it; text after "=" is a formula, after an apostrophe stays text; any other text is
 * read as a number, date or truth value where it looks like one. A cell with the Text format keeps all as text.
 *
 * @throws Refusal InvalidArgument for a formula that cannot be read, text that is too long, or what is no value
 */
export function entered(styleNumber: number, value: unknown, workbook: Workbook, reading: DateReading): Cell {
  const style = workbook.styles.at(styleNumber);
  const plain = style.quotePrefix ? workbook.styles.intern({ ...style, quotePrefix: false }) : styleNumber;
  if (value === "") return constant(null, plain);
  const asText = style.numberFormat === "@";
  if (typeof value === "number" && Number.isFinite(value)) return constant(asText ? String(value) : value, plain);
  if (typeof value === "boolean") return constant(asText ? String(value).toUpperCase() : value, plain);
  if (typeof value !== "string" || value.length > LONGEST_TEXT) throw invalidArgument();
  if (asText) return constant(value, styleNumber);
  if (value.startsWith("'")) return constant(value.slice(1), workbook.styles.intern({ ...style, quotePrefix: true }));
  if (value.startsWith("=") && value.length > 1) return { ...constant(null, plain), formula: readFormula(value) };
  const read = readEntry(value, workbook.date1904, reading);
  if (read.numberFormat === null || style.numberFormat !== "General") return constant(read.value, plain);
  return constant(read.value, workbook.styles.intern({ ...style, quotePrefix: false, numberFormat: read.numberFormat }));
}

const constant = (value: CellValue, style: number): Cell => ({ value, formula: null, array: null, style, state: "live" });

/** The formula without "=". @throws Refusal InvalidArgument, as Excel refuses a formula that it cannot read */
export function readFormula(text: string): string {
  const formula = text.slice(1).trim();
  const problem = text.length > LONGEST_FORMULA ? "It is longer than 8,192 characters." : formulaProblem(formula);
  if (problem !== null) throw invalidArgument(`The formula ${text.slice(0, 200)} cannot be read. ${problem}`);
  return spelt(formula);
}

/** As Excel spells it back: functions, truth values and cells in capitals. */
function spelt(formula: string): string {
  return tokensOf(formula).map(({ type, value }) => {
    if (type === "func" || type === "bool") return value.toUpperCase();
    if (type !== "range" && type !== "range_beam" && type !== "range_ternary") return value;
    const cells = value.lastIndexOf("!") + 1;
    return value.slice(0, cells) + value.slice(cells).toUpperCase();
  }).join("");
}

/** A cell's value as Office.js gives it: "" for blank, an error's code as text. */
export function shown(value: CellValue): string | number | boolean {
  if (value === null) return "";
  return value instanceof CellError ? value.code : value;
}
