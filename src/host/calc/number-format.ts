/** The text that a cell shows for its value, as Excel's number formats make it. Region: English (United Kingdom). */
import { format, formatColor, isDateFormat, isValidFormat } from "numfmt";
import { isError, type CellValue } from "../workbook/values";

/** `colour` is set only where the format itself names one: `0;[Red]-0`. */
export interface Shown { readonly text: string; readonly colour: string | null }

/** Days between the two ways in which workbooks count dates. */
const DAYS_TO_1904 = 1462;
/** What stands in a cell whose date or time cannot be shown; Excel fills the cell's width with it. */
export const NO_DATE = "########";

/** Excel's eight named colours; numbered ones come from the library as `#rrggbb`. */
const COLOURS: Readonly<Record<string, string>> = {
  black: "#000000", white: "#FFFFFF", red: "#FF0000", green: "#00FF00", blue: "#0000FF", yellow: "#FFFF00", magenta: "#FF00FF", cyan: "#00FFFF",
};

interface KnownFormat { readonly code: string; readonly isDate: boolean; readonly namesColour: boolean }
const known = new Map<string, KnownFormat>();

/** A code that Excel would not have taken is shown as General, since no file of Excel's own holds one. */
function knownFormat(code: string): KnownFormat {
  const before = known.get(code);
  if (before !== undefined) return before;
  const valid = code === "" || !isValidFormat(code) ? "General" : code;
  const made = { code: valid, isDate: isDateFormat(valid), namesColour: valid.includes("[") };
  known.set(code, made);
  return made;
}

/**
 * What a cell shows, before its width is considered.
 * @param numberFormat - an en-US format code
 * @param date1904 - whether the workbook counts its dates from 1904
 * @example displayText(-5, "0;[Red](0)", false) // => { text: "(5)", colour: "#FF0000" }
 * @example displayText(1 / 3, "General", false) // => { text: "0.333333333", colour: null }
 */
export function displayText(value: CellValue, numberFormat: string, date1904: boolean): Shown {
  if (value === null) return { text: "", colour: null };
  if (isError(value)) return { text: value.code, colour: null };
  if (typeof value === "boolean") return { text: value ? "TRUE" : "FALSE", colour: null };
  const { code, isDate, namesColour } = knownFormat(numberFormat);
  if (typeof value === "string" && code === "General") return { text: value, colour: null };
  const shifted = typeof value === "number" && isDate && date1904 ? value + DAYS_TO_1904 : value;
  const text = format(code, shifted, { locale: "en-GB", nbsp: false, dateSpanLarge: false, dateErrorNumber: false, overflow: NO_DATE });
  return { text, colour: namesColour ? colourOf(code, shifted) : null };
}

function colourOf(code: string, value: number | string): string | null {
  const named = formatColor(code, value);
  if (typeof named !== "string") return null;
  return COLOURS[named.toLowerCase()] ?? named.toUpperCase();
}
