/** The part of a year between two dates, by the five ways of counting that YEARFRAC knows. */
import { dayOf, daysInMonth, serialOf, type Day } from "./serial-date";

const isLeap = (year: number): boolean => daysInMonth(year, 2) === 29;
const endsFebruary = (day: Day): boolean => day.month === 2 && day.day === daysInMonth(day.year, 2);

/** @returns null for an unknown basis or a number that is no date */
export function yearFraction(from: number, to: number, basis: number, date1904: boolean): number | null {
  const a = dayOf(from, date1904);
  const b = dayOf(to, date1904);
  if (a === null || b === null) return null;
  switch (basis) {
    case 0: return american(a, b) / 360;
    case 1: return (to - from) / averageYear(a, b, date1904);
    case 2: return (to - from) / 360;
    case 3: return (to - from) / 365;
    case 4: return ((b.year - a.year) * 360 + (b.month - a.month) * 30 + Math.min(b.day, 30) - Math.min(a.day, 30)) / 360;
    default: return null;
  }
}

function american(a: Day, b: Day): number {
  const end = endsFebruary(a) && endsFebruary(b) ? 30 : b.day;
  const start = endsFebruary(a) ? 30 : Math.min(a.day, 30);
  const last = end === 31 && start === 30 ? 30 : end;
  return (b.year - a.year) * 360 + (b.month - a.month) * 30 + last - start;
}

/** Within one year its own length counts; over several, the mean of all that are touched. */
function averageYear(a: Day, b: Day, date1904: boolean): number {
  const withinYear = a.year === b.year || (a.year + 1 === b.year && (b.month < a.month || (b.month === a.month && b.day <= a.day)));
  if (!withinYear) {
    const years = b.year - a.year + 1;
    return ((serialOf(b.year + 1, 1, 1, date1904) ?? 0) - (serialOf(a.year, 1, 1, date1904) ?? 0)) / years;
  }
  if (a.year === b.year) return isLeap(a.year) ? 366 : 365;
  const passesFirst = isLeap(a.year) && a.month <= 2;
  const passesSecond = isLeap(b.year) && (b.month > 2 || (b.month === 2 && b.day === 29));
  return passesFirst || passesSecond ? 366 : 365;
}
