/** Dates and times. */
import { cellError, isError, type CellError, type CellValue } from "../../workbook/values";
import { numberFromText, toNumber } from "../coerce";
import { define, integer, number, optional, range, text, type FunctionSpec, type Parameter } from "../function-spec";
import type { Operand, Scope } from "../operand";
import { matricesOf } from "./arguments";
import { dayOf, daysInMonth, serialOf, serialOfMoment, SINCE_1904, type Day } from "./serial-date";
import { weekendDays, workdayAfter, workdaysBetween } from "./workdays";
import { yearFraction } from "./year-fraction";

const bad = cellError("#VALUE!");
const invalid = cellError("#NUM!");
const is1904 = (scope: Scope): boolean => scope.cells.workbook.date1904;
const orInvalid = (serial: number | null): CellValue => serial ?? invalid;

function ofDay(name: string, work: (day: Day, serial: number) => CellValue): FunctionSpec {
  return define(name, [number], ([serial], scope) => {
    const day = dayOf(serial, is1904(scope));
    return day === null ? invalid : work(day, Math.floor(serial));
  });
}

/** Rounded to the second first, so that 0.5 less a hair is still noon. */
function ofTime(name: string, work: (seconds: number) => number): FunctionSpec {
  return define(name, [number], ([serial]) => (serial < 0 ? invalid : work(Math.round((serial - Math.floor(serial)) * 86_400) % 86_400)));
}

function date(year: number, month: number, day: number, scope: Scope): CellValue {
  const full = year < 1900 ? year + 1900 : year;
  if (year < 0 || full > 9999) return invalid;
  // Day 29 of February 1900 exists for Excel, and all before it are one less than by the calendar.
  return orInvalid(serialOf(full, month, day, is1904(scope)));
}

function monthsOn(serial: number, months: number, scope: Scope, toEnd: boolean): CellValue {
  const day = dayOf(serial, is1904(scope));
  if (day === null) return invalid;
  const count = day.year * 12 + day.month - 1 + months;
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  const last = daysInMonth(year, month);
  return orInvalid(serialOf(year, month, toEnd ? last : Math.min(day.day, last), is1904(scope)));
}

/** The same day as workbooks from 1900 count it, by which weeks are counted. */
const from1900 = (serial: number, scope: Scope): number => serial + (is1904(scope) ? SINCE_1904 : 0);

/** 1 is Sunday. @param serial - counted from 1900 */
const weekday = (serial: number): number => ((Math.floor(serial) - 1) % 7 + 7) % 7 + 1;

function weekdayBy(given: number, kind: number, scope: Scope): CellValue {
  if (given < 0) return invalid;
  const serial = from1900(given, scope);
  const monday = ((weekday(serial) + 5) % 7) + 1;
  if (kind === 1) return weekday(serial);
  if (kind === 2) return monday;
  if (kind === 3) return monday - 1;
  return kind >= 11 && kind <= 17 ? ((monday - 1 - (kind - 11) + 7) % 7) + 1 : invalid;
}

function isoWeek(serial: number): number {
  const thursday = Math.floor(serial) + 4 - ((weekday(serial) + 5) % 7 + 1);
  const year = dayOf(thursday, false)?.year ?? 1900;
  return Math.floor((thursday - (serialOf(year, 1, 1, false) ?? 1)) / 7) + 1;
}

function weekNumber(serial: number, kind: number, scope: Scope): CellValue {
  const day = dayOf(serial, is1904(scope));
  if (day === null) return invalid;
  if (kind === 21) return isoWeek(from1900(serial, scope));
  const first = kind === 1 || kind === 17 ? 1 : kind === 2 || kind === 11 ? 2 : kind >= 12 && kind <= 16 ? kind - 9 : 0;
  if (first === 0) return invalid;
  const newYear = serialOf(day.year, 1, 1, is1904(scope)) ?? 1;
  const before = (weekday(from1900(newYear, scope)) - first + 7) % 7;
  return Math.floor((Math.floor(serial) - newYear + before) / 7) + 1;
}

/** DATEDIF, with the unit as Excel spells it. */
function difference(from: number, to: number, unit: string, scope: Scope): CellValue {
  const a = dayOf(from, is1904(scope));
  const b = dayOf(to, is1904(scope));
  if (a === null || b === null || Math.floor(from) > Math.floor(to)) return invalid;
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  switch (unit.toUpperCase()) {
    case "D": return Math.floor(to) - Math.floor(from);
    case "M": return months;
    case "Y": return Math.floor(months / 12);
    case "YM": return months % 12;
    case "MD": return b.day >= a.day ? b.day - a.day : b.day - a.day + daysInMonth(b.month === 1 ? b.year - 1 : b.year, b.month === 1 ? 12 : b.month - 1);
    case "YD": {
      const wrapped = b.month < a.month || (b.month === a.month && b.day < a.day);
      return Math.floor(to) - (serialOf(wrapped ? b.year - 1 : b.year, a.month, a.day, is1904(scope)) ?? 0);
    }
    default: return invalid;
  }
}

function thirtyDayMonths(from: Day, to: Day, european: boolean): number {
  const first = Math.min(from.day, 30);
  const isFebruaryEnd = (day: Day): boolean => day.month === 2 && day.day === daysInMonth(day.year, 2);
  const start = !european && isFebruaryEnd(from) ? 30 : first;
  const end = to.day === 31 && (european || start === 30) ? 30 : to.day;
  const carry = to.day === 31 && !european && start < 30 ? { day: 1, month: to.month + 1 } : { day: end, month: to.month };
  return (to.year - from.year) * 360 + (carry.month - from.month) * 30 + carry.day - start;
}

/** The days of a list of holidays; text there is #VALUE!. */
function holidaysOf(operand: Operand, scope: Scope): ReadonlySet<number> | CellError {
  const days = new Set<number>();
  if (operand === undefined) return days;
  for (const matrix of matricesOf(operand, scope)) {
    for (const value of matrix.values) {
      if (value === null) continue;
      const number = toNumber(value);
      if (isError(number)) return number;
      days.add(from1900(Math.floor(number), scope));
    }
  }
  return days;
}

function ofWorkdays(name: string, weekend: Parameter<Operand> | null, work: (from: number, to: number, off: ReadonlySet<number>, holidays: ReadonlySet<number>, scope: Scope) => CellValue): FunctionSpec {
  const run = (from: number, to: number, off: Operand, list: Operand, scope: Scope): CellValue => {
    const days = weekendDays(off === undefined || off === null ? 1 : matricesOf(off, scope)[0]?.at(0, 0) ?? 1);
    if (isError(days)) return days;
    const holidays = holidaysOf(list, scope);
    return isError(holidays) ? holidays : work(Math.floor(from), Math.trunc(to), days, holidays, scope);
  };
  if (weekend === null) return define(name, [number, number, optional(range)], ([from, to, list], scope) => run(from, to, undefined, list, scope));
  return define(name, [number, number, optional(weekend), optional(range)], ([from, to, off, list], scope) => run(from, to, off, list, scope));
}

const workday: Parameters<typeof ofWorkdays>[2] = (from, count, off, holidays, scope) => {
  const day = workdayAfter(from1900(from, scope), count, off, holidays);
  return day === null || day < from1900(0, scope) ? invalid : day - from1900(0, scope);
};
const workdaysIn: Parameters<typeof ofWorkdays>[2] = (from, to, off, holidays, scope) => workdaysBetween(from1900(from, scope), from1900(to, scope), off, holidays);

function dateFromText(given: string): CellValue {
  const read = numberFromText(given);
  return isError(read) || /^[\d.,\s]*$/.test(given) ? bad : Math.floor(read);
}

export const dates: readonly FunctionSpec[] = [
  define("DATE", [integer, integer, integer], ([year, month, day], scope) => date(year, month, day, scope)),
  ofDay("YEAR", (day) => day.year), ofDay("MONTH", (day) => day.month), ofDay("DAY", (day) => day.day),
  ofTime("HOUR", (seconds) => Math.floor(seconds / 3600)), ofTime("MINUTE", (seconds) => Math.floor(seconds / 60) % 60), ofTime("SECOND", (seconds) => seconds % 60),
  define("TIME", [integer, integer, integer], ([hours, minutes, seconds]) => {
    const whole = hours * 3600 + minutes * 60 + seconds;
    return whole < 0 ? invalid : (whole / 86_400) % 1;
  }),
  define("TODAY", [], (_, scope) => Math.floor(serialOfMoment(scope.cells.now(), is1904(scope))), { volatile: true }),
  define("NOW", [], (_, scope) => serialOfMoment(scope.cells.now(), is1904(scope)), { volatile: true }),
  define("EDATE", [number, integer], ([serial, months], scope) => monthsOn(serial, months, scope, false)),
  define("EOMONTH", [number, integer], ([serial, months], scope) => monthsOn(serial, months, scope, true)),
  define("DAYS", [number, number], ([to, from]) => Math.floor(to) - Math.floor(from)),
  define("DAYS360", [number, number, optional(number, 0)], ([from, to, european], scope) => {
    const a = dayOf(from, is1904(scope));
    const b = dayOf(to, is1904(scope));
    return a === null || b === null ? invalid : thirtyDayMonths(a, b, european !== 0);
  }),
  define("DATEDIF", [number, number, text], ([from, to, unit], scope) => difference(from, to, unit, scope)),
  define("YEARFRAC", [number, number, optional(integer, 0)], ([from, to, basis], scope) => {
    const [a, b] = [Math.min(from, to), Math.max(from, to)].map(Math.floor);
    return yearFraction(a ?? 0, b ?? 0, basis, is1904(scope)) ?? invalid;
  }),
  define("WEEKDAY", [number, optional(integer, 1)], ([serial, kind], scope) => weekdayBy(serial, kind, scope)),
  define("WEEKNUM", [number, optional(integer, 1)], ([serial, kind], scope) => weekNumber(serial, kind, scope)),
  define("ISOWEEKNUM", [number], ([serial], scope) => (serial < 0 ? invalid : isoWeek(from1900(serial, scope)))),
  ofWorkdays("NETWORKDAYS", null, workdaysIn), ofWorkdays("NETWORKDAYS.INTL", range, workdaysIn),
  ofWorkdays("WORKDAY", null, workday), ofWorkdays("WORKDAY.INTL", range, workday),
  define("DATEVALUE", [text], ([given]) => dateFromText(given)),
  define("TIMEVALUE", [text], ([given]) => {
    const read = numberFromText(given);
    return isError(read) ? bad : read - Math.floor(read);
  }),
];
