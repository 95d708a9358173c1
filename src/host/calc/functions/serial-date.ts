/** Days as numbers, as Excel counts them: 1 is 1 January 1900, and 1900 counts as a leap year; or from 1904 on. */

export interface Day { readonly year: number; readonly month: number; readonly day: number }

const DAY = 86_400_000;
const BASE = Date.UTC(1899, 11, 30);
/** Between the two ways of counting. */
export const SINCE_1904 = 1_462;
/** 31 December 9999. */
const LAST = 2_958_465;

/** The date of a serial number, or null when it is none. @param serial - its fraction is the time */
export function dayOf(serial: number, date1904: boolean): Day | null {
  const whole = Math.floor(serial) + (date1904 ? SINCE_1904 : 0);
  if (whole < 0 || whole > LAST) return null;
  if (!date1904 && whole === 0) return { year: 1900, month: 1, day: 0 };
  if (!date1904 && whole === 60) return { year: 1900, month: 2, day: 29 };
  const date = new Date(BASE + (whole < 60 && !date1904 ? whole + 1 : whole) * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The serial number of a date; months and days may run over, as in DATE(2024,14,0). Null outside Excel's calendar. */
export function serialOf(year: number, month: number, day: number, date1904: boolean): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const days = Math.round((date.getTime() - BASE) / DAY);
  const counted = date1904 ? days - SINCE_1904 : days <= 60 ? days - 1 : days;
  return counted < 0 || days > LAST ? null : counted;
}

export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The serial number of a moment by the machine's clock. */
export function serialOfMoment(moment: Date, date1904: boolean): number {
  const local = Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate(), moment.getHours(), moment.getMinutes(), moment.getSeconds(), moment.getMilliseconds());
  return (local - BASE) / DAY - (date1904 ? SINCE_1904 : 0);
}
