/** Days between dates as bonds count them (the bases 0 to 4), and the dates of coupons. */
import { dayOf, daysInMonth, serialOf } from "./serial-date";

/** 0 American 30/360, 1 actual, 2 actual/360, 3 actual/365, 4 European 30/360. */
export type Basis = 0 | 1 | 2 | 3 | 4;
export const isBasis = (given: number): given is Basis => given >= 0 && given <= 4;

const NONE = { year: 1900, month: 1, day: 0 };
const day = (serial: number, date1904: boolean): { readonly year: number; readonly month: number; readonly day: number } => dayOf(serial, date1904) ?? NONE;

export function daysBetween(from: number, to: number, basis: Basis, date1904: boolean): number {
  if (basis !== 0 && basis !== 4) return to - from;
  const [a, b] = [day(from, date1904), day(to, date1904)];
  const endOfFebruary = (d: typeof a): boolean => d.month === 2 && d.day === daysInMonth(d.year, 2);
  let [first, last] = [a.day, b.day];
  if (basis === 4) [first, last] = [Math.min(first, 30), Math.min(last, 30)];
  else {
    if (endOfFebruary(a) && endOfFebruary(b)) last = 30;
    if (endOfFebruary(a)) first = 30;
    first = Math.min(first, 30);
    if (last === 31 && first === 30) last = 30;
  }
  return (b.year - a.year) * 360 + (b.month - a.month) * 30 + last - first;
}

export const daysInYear = (basis: Basis): number => (basis === 3 ? 365 : 360);

/** So many months on; the last day of a month stays the last where the start is one. */
export function monthsFrom(serial: number, months: number, date1904: boolean): number {
  const { year, month, day: on } = day(serial, date1904);
  const count = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  const last = daysInMonth(y, m);
  const isLast = on === daysInMonth(year, month);
  return serialOf(y, m, isLast ? last : Math.min(on, last), date1904) ?? 0;
}

export interface Coupons {
  readonly previous: number;
  readonly next: number;
  /** Coupons to come, the one at maturity included. */
  readonly count: number;
  /** Days of the coupon's period, from its start to settlement, and from settlement to the next. */
  readonly period: number;
  readonly passed: number;
  readonly toNext: number;
}

/** Coupon dates are counted back from maturity. @param frequency - coupons a year: 1, 2 or 4 */
export function couponsOf(settlement: number, maturity: number, frequency: number, basis: Basis, date1904: boolean): Coupons {
  const months = 12 / frequency;
  const [s, m] = [day(settlement, date1904), day(maturity, date1904)];
  let count = Math.max(0, Math.floor(((m.year - s.year) * 12 + m.month - s.month) / months) - 1);
  while (monthsFrom(maturity, -count * months, date1904) > settlement) count += 1;
  const previous = monthsFrom(maturity, -count * months, date1904);
  const next = monthsFrom(maturity, -(count - 1) * months, date1904);
  const period = basis === 1 ? next - previous : basis === 3 ? 365 / frequency : 360 / frequency;
  const passed = daysBetween(previous, settlement, basis, date1904);
  const toNext = basis === 0 || basis === 4 ? period - passed : next - settlement;
  return { previous, next, count, period, passed, toNext };
}
