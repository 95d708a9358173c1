/** Financial years such as "2009/10", and dates: as ISO text here, as day numbers in a sheet. No clock is read. */

/** A date as "2009-03-31". Made only by `isoDate` and `dateOfSerial`. */
export type IsoDate = string & { readonly [isoBrand]: true };
declare const isoBrand: unique symbol;

/** An NHS financial year: 1 April to 31 March. */
export interface FinancialYear {
  /** "2009/10" */
  readonly label: string;
  readonly start: IsoDate;
  readonly end: IsoDate;
}

const YEAR = /^\s*(\d{4})\s*[/\-–]\s*(\d{2}|\d{4})\s*$/;
const EARLIEST_YEAR = 1948;
const LATEST_YEAR = 2098;

/**
 * The financial year that `text` names, or null. "2009/10", "2009-10" and "2009/2010" are the same year.
 * @example financialYear("2009/10")?.end // => "2010-03-31"
 * @example financialYear("2009/11") // => null
 */
export function financialYear(text: string): FinancialYear | null {
  const found = YEAR.exec(text);
  if (found === null) return null;
  const first = Number(found[1]);
  const last = found[2] ?? "";
  const next = first + 1;
  if (first < EARLIEST_YEAR || first > LATEST_YEAR) return null;
  if (last !== String(next).slice(-2) && last !== String(next)) return null;
  const [start, end] = [isoDate(`${first}-04-01`), isoDate(`${next}-03-31`)];
  if (start === null || end === null) return null;
  return { label: `${first}/${String(next).slice(-2)}`, start, end };
}

/** The financial year that a date falls in. @example financialYearOf("2009-03-31").label // => "2008/09" */
export function financialYearOf(date: IsoDate): FinancialYear | null {
  const [year = 0, month = 0] = date.split("-").map(Number);
  const first = month >= 4 ? year : year - 1;
  return financialYear(`${first}/${String(first + 1).slice(-2)}`);
}

/** The financial year before; null before the first that is known. @example yearBefore(year)?.label // => "2008/09" where the year is 2009/10 */
export const yearBefore = ({ start }: FinancialYear): FinancialYear | null => { const first = Number(start.slice(0, 4)); return financialYear(`${first - 1}/${first}`); };

/** True from the first to the last day of the year, both included. */
export function fallsIn(year: FinancialYear, date: IsoDate): boolean {
  return date >= year.start && date <= year.end;
}

/**
 * `text` as a date when it is a real day written yyyy-mm-dd, or null.
 * @example isoDate("2009-02-29") // => null
 */
export function isoDate(text: string): IsoDate | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (found === null) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return text.trim() as IsoDate;
}

/**
 * The day number a sheet keeps for a date, counted as workbooks from 1900 count.
 * @example serialOfDate("2009-03-31") // => 39903
 */
export function serialOfDate(date: IsoDate): number {
  const [year = 1900, month = 1, day = 1] = date.split("-").map(Number);
  const serial = dayNumber(year, month, day) - dayNumber(1899, 12, 30);
  // Excel believes in 29 February 1900 (serial 60); days before it are counted one lower.
  return serial < 61 ? serial - 1 : serial;
}

/** The date of a sheet's day number (time of day left out), or null when Excel has no such day. */
export function dateOfSerial(serial: number): IsoDate | null {
  const day = Math.floor(serial);
  if (!Number.isFinite(serial) || day < 1 || day > 2_958_465 || day === 60) return null;
  const { year, month, day: ofMonth } = civilDate(dayNumber(1899, 12, 30) + (day < 60 ? day + 1 : day));
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(ofMonth).padStart(2, "0")}` as IsoDate;
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** @example longDate("2009-03-31") // => "31 March 2009" */
export function longDate(date: IsoDate): string {
  const [year, month = 1, day = 1] = date.split("-").map(Number);
  return `${day} ${MONTHS[month - 1] ?? ""} ${year}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1 March of year 0. Counting years from March puts the leap day last, so no table of months is needed. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const m = (month + 9) % 12;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((m * 306 + 5) / 10) + day - 1;
}

function civilDate(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  let y = Math.floor((10_000 * days + 14_780) / 3_652_425);
  let rest = days - dayNumber(y, 3, 1);
  if (rest < 0) {
    y -= 1;
    rest = days - dayNumber(y, 3, 1);
  }
  const m = Math.floor((100 * rest + 52) / 3060);
  const month = ((m + 2) % 12) + 1;
  return { year: y + Math.floor((m + 2) / 12), month, day: rest - Math.floor((m * 306 + 5) / 10) + 1 };
}
