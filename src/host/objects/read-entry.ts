/**
 * Text as Excel reads it when it is entered: a number, percentage, amount of money, date, time, truth value, error, or just text.
 * A person's dates follow British order (day first), the region that this host stands for. What a program sets is read as in the United States
 * wherever the code runs, unless it asks for the user's region (`formulasLocal`), as Microsoft says (OfficeDev/office-js, issue 1559).
 */
import { cellError, type CellValue, type ErrorCode } from "../workbook/values";

export interface Entry {
  readonly value: CellValue;
  /** The number format that Excel gives a General cell along with it; null for none. */
  readonly numberFormat: string | null;
}

const ERRORS: readonly ErrorCode[] = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];
const GROUPED = "\\d{1,3}(?:,\\d{3})+";
const NUMBER = new RegExp(`^([+-]?)(?:(${GROUPED}|\\d+)(\\.\\d*)?|(\\.\\d+))(?:[eE]([+-]?\\d+))?$`);
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Which comes first in a date such as 1/2/2026. `yyyy-mm-dd` is read in either order. */
export type DateOrder = "day-first" | "month-first";

export interface DateReading {
  readonly order: DateOrder;
  /** The year of dates without one, such as "5 Jan" or "1/2". */
  readonly year: () => number;
}

/** @example readEntry("5%", false, { order: "day-first", year: () => 2026 }) // => { value: 0.05, numberFormat: "0%" } */
export function readEntry(text: string, date1904: boolean, reading: DateReading): Entry {
  const trimmed = text.trim();
  const upper = trimmed.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return plain(upper === "TRUE");
  const error = ERRORS.find((code) => code === upper);
  if (error !== undefined) return plain(cellError(error));
  return amount(trimmed) ?? dateOrTime(trimmed, date1904, reading) ?? plain(text);
}

const plain = (value: CellValue): Entry => ({ value, numberFormat: null });

function amount(text: string): Entry | null {
  const bracketed = /^\((.+)\)$/.exec(text);
  const inner = bracketed ? bracketed[1] ?? "" : text;
  const percent = /^(.*\d\.?)\s*%$/.exec(inner);
  if (percent) {
    const number = decimal(percent[1] ?? "");
    return number === null ? null : { value: signed(percentOf(number.value), bracketed !== null), numberFormat: number.decimals > 0 ? "0.00%" : "0%" };
  }
  const money = /^([+-]?)\s*([£$€])\s*([\d.,]+)$/.exec(inner);
  const number = decimal(money ? `${money[1] ?? ""}${money[3] ?? ""}` : inner);
  if (number === null) return null;
  const value = signed(number.value, bracketed !== null);
  if (money) return { value, numberFormat: `${money[2] ?? ""}#,##0${number.decimals > 0 ? ".00" : ""}` };
  if (number.exponent) return { value, numberFormat: "0.00E+00" };
  return { value, numberFormat: number.grouped ? (number.decimals > 0 ? "#,##0.00" : "#,##0") : null };
}

const signed = (value: number, negative: boolean): number => (negative ? -Math.abs(value) : value);
/** Through text, so that 7% is 0.07 and not 0.07000000000000001. */
const percentOf = (value: number): number => Number(`${value}e-2`);

function decimal(text: string): { readonly value: number; readonly decimals: number; readonly grouped: boolean; readonly exponent: boolean } | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [, , whole = "", fraction = "", bare = "", power] = match;
  const value = Number(text.replaceAll(",", ""));
  return Number.isFinite(value) ? { value, decimals: Math.max(0, (fraction || bare).length - 1), grouped: whole.includes(","), exponent: power !== undefined } : null;
}

function dateOrTime(text: string, date1904: boolean, reading: DateReading): Entry | null {
  const both = /^(\S+(?:[ ][A-Za-z]{3,9}[ ]\d{2,4})?)[ T]+(\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AaPp][Mm])?)$/.exec(text);
  if (both) {
    const date = dateOf(both[1] ?? "", date1904, reading);
    const time = timeOf(both[2] ?? "");
    return date === null || time === null ? null : { value: date.serial + time.fraction, numberFormat: "dd/mm/yyyy hh:mm" };
  }
  const date = dateOf(text, date1904, reading);
  if (date !== null) return { value: date.serial, numberFormat: date.format };
  const time = timeOf(text);
  return time === null ? null : { value: time.fraction, numberFormat: time.format };
}

function timeOf(text: string): { readonly fraction: number; readonly format: string } | null {
  const match = /^(\d{1,4}):([0-5]?\d)(?::([0-5]?\d))?(?:\s*([AaPp])[Mm])?$/.exec(text);
  if (!match) return null;
  const half = match[4]?.toLowerCase();
  let hours = Number(match[1]);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half === "p" ? 12 : 0);
  }
  const fraction = (hours * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0)) / 86_400;
  const seconds = match[3] === undefined ? "" : ":ss";
  return { fraction, format: half !== undefined ? `h:mm${seconds} AM/PM` : hours >= 24 ? "[h]:mm:ss" : `hh:mm${seconds}` };
}

function dateOf(text: string, date1904: boolean, { order, year }: DateReading): { readonly serial: number; readonly format: string } | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(text);
  if (iso) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]), "dd/mm/yyyy", date1904);
  const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (numbers) {
    const [day, month] = order === "day-first" ? [numbers[1], numbers[3]] : [numbers[3], numbers[1]];
    return dated(fullYear(numbers[4] ?? ""), Number(month), Number(day), "dd/mm/yyyy", date1904);
  }
  const american = /^([A-Za-z]{3,9}) (\d{1,2}), ?(\d{4})$/.exec(text);
  const first = american ? monthNamed(american[1] ?? "") : null;
  if (american && first !== null) return dated(Number(american[3]), first, Number(american[2]), "dd-mmm-yy", date1904);
  const short = withoutYear(text, order);
  const thisYear = short === null ? null : dated(year(), short.month, short.day, "d-mmm", date1904);
  if (thisYear !== null) return thisYear;
  const named = /^(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4}|\d{2})$/.exec(text);
  const month = named ? monthNamed(named[2] ?? "") : null;
  if (named && month !== null) return dated(fullYear(named[3] ?? ""), month, Number(named[1]), "dd-mmm-yy", date1904);
  const { year: only, month: within } = monthOfYear(text) ?? {};
  return only === undefined || within === undefined ? null : dated(only, within, 1, "mmm-yy", date1904);
}

/** "1/2", "5 Jan", "Jan-5": a day and a month, if there is such a day. */
function withoutYear(text: string, order: DateOrder): { readonly day: number; readonly month: number } | null {
  const numbers = /^(\d{1,2})[/-](\d{1,2})$/.exec(text);
  if (numbers) return order === "day-first" ? { day: Number(numbers[1]), month: Number(numbers[2]) } : { day: Number(numbers[2]), month: Number(numbers[1]) };
  const words = /^(?:(\d{1,2})[ -]([A-Za-z]{3,9})|([A-Za-z]{3,9})[ -](\d{1,2}))$/.exec(text);
  const month = words ? monthNamed(words[2] ?? words[3] ?? "") : null;
  return words && month !== null ? { day: Number(words[1] ?? words[4]), month } : null;
}

/**
 * "Jan 2026", "10/2009", "2009/10": the first of a month. So is a month with digits that are no day of it: "Dec 32" is December 1932 (Microsoft, Q214327).
 * A financial year that ends in 01 to 12 is lost so, in a cell without the Text format.
 */
function monthOfYear(text: string): { readonly year: number; readonly month: number } | null {
  const words = /^([A-Za-z]{3,9})[ -](\d{4}|\d{2})$/.exec(text);
  const named = words ? monthNamed(words[1] ?? "") : null;
  if (words && named !== null) return { year: fullYear(words[2] ?? ""), month: named };
  const last = /^(\d{1,2})[/-](\d{4}|\d{2})$/.exec(text);
  if (last) return { year: fullYear(last[2] ?? ""), month: Number(last[1]) };
  const first = /^(\d{4})[/-](\d{1,2})$/.exec(text);
  return first ? { year: Number(first[1]), month: Number(first[2]) } : null;
}

/** Two digits: 00-29 are this century, as Excel has it. */
const fullYear = (text: string): number => (text.length === 4 ? Number(text) : Number(text) + (Number(text) < 30 ? 2000 : 1900));

function monthNamed(name: string): number | null {
  const lower = name.toLowerCase();
  const index = MONTHS.findIndex((month) => lower.startsWith(month));
  const full = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"][index];
  return full !== undefined && (lower.length === 3 || full === lower) ? index + 1 : null;
}

function dated(year: number, month: number, day: number, format: string, date1904: boolean): { readonly serial: number; readonly format: string } | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900 || year > 9999) return null;
  const days = Math.round(time / 86_400_000) + 25_569;
  // Excel counts a 29 February 1900 that never was.
  const serial = date1904 ? days - 1462 : days < 61 ? days - 1 : days;
  return { serial, format };
}
