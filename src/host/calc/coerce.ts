/** How Excel turns one kind of value into another, and how it compares them. Locale: English (United Kingdom). */
import { parseValue } from "numfmt";
import { cellError, isError, type CellError, type CellValue } from "../workbook/values";

/** Characters that a cell holds; longer text is #VALUE!. */
export const LONGEST_TEXT = 32_767;

const PLAIN_NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const DRESSED_NUMBER = /^([+-]?)\s?[$€£]?\s?([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?\s?(%?)$/;

/** Text as the number Excel reads in it: "1,234.5", "5%", "£20", "2024-01-15", "10:30"; or #VALUE!. */
export function numberFromText(text: string): number | CellError {
  const trimmed = text.trim();
  if (PLAIN_NUMBER.test(trimmed)) return Number(trimmed);
  const dressed = DRESSED_NUMBER.exec(trimmed);
  if (dressed) {
    const [, before = "", after = "", whole = "", fraction = "", percent = ""] = dressed;
    const digits = whole.replace(/,/g, "") + fraction;
    if (/\d/.test(digits) && !(before && after)) {
      const size = Number(`0${digits}`) / (percent ? 100 : 1);
      return before === "-" || after === "-" ? -size : size;
    }
  }
  const parsed = /\d/.test(trimmed) ? parseValue(trimmed, { locale: "en-GB" }) : null;
  if (!parsed || typeof parsed.value !== "number") return cellError("#VALUE!");
  const hasDay = parsed.value >= 1 && !TIME_ONLY.test(trimmed);
  return hasDay && countsFrom1904 ? parsed.value - DAYS_TO_1904 : parsed.value;
}

const TIME_ONLY = /^[\d:.\s]+(?:[ap]m)?$/i;
const DAYS_TO_1904 = 1_462;
/** Text is read in many places that know no workbook, so whoever runs a formula says beforehand how its workbook counts. */
let countsFrom1904 = false;

/** From now on dates in text are counted so. @returns how it was before */
export function countTextDates(from1904: boolean): boolean {
  const before = countsFrom1904;
  countsFrom1904 = from1904;
  return before;
}

/** @returns the number, or the error that the value is or gives */
export function toNumber(value: CellValue): number | CellError {
  if (typeof value === "number") return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  return isError(value) ? value : numberFromText(value);
}

export function toText(value: CellValue): string | CellError {
  if (value === null) return "";
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value;
}

export function toLogical(value: CellValue): boolean | CellError {
  if (typeof value === "boolean") return value;
  if (value === null) return false;
  if (typeof value === "number") return value !== 0;
  if (isError(value)) return value;
  const upper = value.toUpperCase();
  return upper === "TRUE" ? true : upper === "FALSE" ? false : cellError("#VALUE!");
}

/** A number joined to text: 15 significant digits. @example numberText(1 / 3) // => "0.333333333333333" */
export function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const rounded = Number(value.toPrecision(15));
  const size = Math.abs(rounded);
  if (size >= 1e21 || size < 1e-9) return scientificText(rounded);
  if (size >= 1e-6) return size < 1e20 && Number.isInteger(rounded) ? BigInt(rounded).toString() : String(rounded);
  const plain = rounded.toFixed(20).replace(/0+$/, "");
  return plain.length <= 20 ? plain : scientificText(rounded);
}

function scientificText(value: number): string {
  const [mantissa = "0", exponent = "0"] = value.toExponential().split("e");
  const power = Number(exponent);
  return `${mantissa}E${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

/** Equal to 15 significant digits, so that 0.1+0.2 is 0.3. */
export function sameNumber(a: number, b: number): boolean {
  if (a === b) return true;
  if (Math.abs(a - b) > 1e-13 * Math.max(Math.abs(a), Math.abs(b))) return false;
  return Number(a.toPrecision(15)) === Number(b.toPrecision(15));
}

const order = (value: number | string | boolean): number => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2);

/**
 * Excel's order: numbers, then text without regard to case, then FALSE and TRUE. A blank counts as the other side's 0, "" or FALSE.
 * @returns negative, 0 or positive
 */
export function compareValues(left: Exclude<CellValue, CellError>, right: Exclude<CellValue, CellError>): number {
  const a = left ?? blankLike(right);
  const b = right ?? blankLike(left);
  if (typeof a === "number" && typeof b === "number") return sameNumber(a, b) ? 0 : a - b;
  if (typeof a === "string" && typeof b === "string") return compareText(a, b);
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  return order(a) - order(b);
}

function blankLike(other: Exclude<CellValue, CellError>): number | string | boolean {
  return typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
}

const collator = new Intl.Collator("en-GB", { sensitivity: "accent", ignorePunctuation: false });

/** Without regard to case. @returns negative, 0 or positive */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return collator.compare(a, b);
}

/** The order of SORT and of the lookup functions: blanks last, errors after them. */
export function compareForSort(a: CellValue, b: CellValue): number {
  const rank = (value: CellValue): number => (value === null ? 4 : isError(value) ? 3 : 0);
  const difference = rank(a) - rank(b);
  if (difference !== 0 || a === null || b === null || isError(a) || isError(b)) return difference;
  return compareValues(a, b);
}

/** Equal as lookup functions see it: the same kind and the same value. */
export function sameValue(a: CellValue, b: CellValue): boolean {
  if (a === null || b === null || isError(a) || isError(b)) return a === b;
  return typeof a === typeof b && compareValues(a, b) === 0;
}

/** Results come back to the sheet through here: no infinity, no not-a-number, no minus zero. */
export function tidyNumber(value: number): number | CellError {
  return Number.isFinite(value) ? (value === 0 ? 0 : value) : cellError("#NUM!");
}
