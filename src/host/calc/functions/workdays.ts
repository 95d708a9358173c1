/** Working days between dates and after them. */
import { cellError, type CellError, type CellValue } from "../../workbook/values";

/** 0 is Monday. */
const dayOfWeek = (serial: number): number => (((serial - 2) % 7) + 7) % 7;

/** The days off of a weekend as NETWORKDAYS.INTL numbers them (1 is Saturday and Sunday, 11 Sunday alone) or spells them ("0000011"). */
export function weekendDays(weekend: CellValue): ReadonlySet<number> | CellError {
  if (typeof weekend === "string") {
    if (!/^[01]{7}$/.test(weekend)) return cellError("#VALUE!");
    return new Set([...weekend].flatMap((mark, day) => (mark === "1" ? [day] : [])));
  }
  if (typeof weekend !== "number") return cellError("#VALUE!");
  const which = Math.trunc(weekend);
  if (which >= 1 && which <= 7) return new Set([(which + 4) % 7, (which + 5) % 7]);
  return which >= 11 && which <= 17 ? new Set([(which - 5) % 7]) : cellError("#NUM!");
}

/** Both ends count; negative when the second date comes first. */
export function workdaysBetween(from: number, to: number, off: ReadonlySet<number>, holidays: ReadonlySet<number>): number {
  const [first, last] = from <= to ? [from, to] : [to, from];
  const weeks = Math.floor((last - first + 1) / 7);
  let count = weeks * (7 - off.size);
  for (let day = first + weeks * 7; day <= last; day++) if (!off.has(dayOfWeek(day))) count += 1;
  for (const day of holidays) if (day >= first && day <= last && !off.has(dayOfWeek(day))) count -= 1;
  return from <= to ? count : -count;
}

/** 31 December 9999. */
const LAST_DAY = 2_958_465;

/** The last working day at or before one, in the direction of counting. */
function backToWorkday(from: number, step: number, off: ReadonlySet<number>, holidays: ReadonlySet<number>): number | null {
  let day = from;
  while (day >= 0 && day <= LAST_DAY && (off.has(dayOfWeek(day)) || holidays.has(day))) day -= step;
  return day < 0 || day > LAST_DAY ? null : day;
}

/** @returns the day, or null where every day is off or the calendar ends */
export function workdayAfter(from: number, count: number, off: ReadonlySet<number>, holidays: ReadonlySet<number>): number | null {
  if (off.size === 7) return null;
  if (count === 0) return from;
  const step = Math.sign(count);
  const wanted = Math.abs(count);
  if (wanted > LAST_DAY) return null;
  // Whole weeks first: they hold no more than so many working days each, so this never goes too far. The holidays among them are made up for after.
  const weeks = Math.floor(wanted / (7 - off.size));
  let day = from + step * weeks * 7;
  let left = wanted - weeks * (7 - off.size);
  for (const holiday of holidays) if ((holiday - from) * step > 0 && (day - holiday) * step >= 0 && !off.has(dayOfWeek(holiday))) left += 1;
  if (left === 0) return backToWorkday(day, step, off, holidays);
  while (left > 0) {
    day += step;
    if (day < 0 || day > LAST_DAY) return null;
    if (!off.has(dayOfWeek(day)) && !holidays.has(day)) left -= 1;
  }
  return day < 0 || day > LAST_DAY ? null : day;
}
