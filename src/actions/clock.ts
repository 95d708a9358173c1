/** The product's only clock. */
import { isoDate, serialOfDate, type IsoDate } from "../domain/period";
import { ActionProblem } from "./action";

/** Today by this computer's calendar: "2026-11-23". */
export function todayHere(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}

/** Today, for the as-at date that nobody gave. @throws ActionProblem where the clock's year is no year of ours */
export function today(): IsoDate {
  const date = isoDate(todayHere());
  if (date === null) throw new ActionProblem("no-date", "The clock of this computer gives no usable date. Give an as-at date.");
  return date;
}

/** The time of this computer's clock as a day number of Excel's, to the minute. */
export function now(): number {
  const clock = new Date();
  return serialOfDate(today()) + (clock.getHours() * 60 + clock.getMinutes()) / (24 * 60);
}

/** The same as a record has it: "2026-11-28T21:05". */
export function minuteHere(): string {
  const clock = new Date();
  return `${todayHere()}T${String(clock.getHours()).padStart(2, "0")}:${String(clock.getMinutes()).padStart(2, "0")}`;
}
