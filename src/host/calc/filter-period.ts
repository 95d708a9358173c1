/** The periods of dynamic filters: today, last week, this quarter, every April. */
import { dayOf, serialOf } from "./functions/serial-date";

type Within = (serial: number) => boolean;

/** From a day up to, not including, another. */
const span = (from: number, to: number): Within => (serial) => serial >= from && serial < to;

/**
 * Whether a date lies in a period, as seen from a day.
 *
 * @param period - in a file's words: "yesterday", "nextQuarter", "Q2", "M11"
 * @returns null for a word that Excel does not have
 */
export function periodOf(period: string, today: number, date1904: boolean): Within | null {
  const monthly = /^M(\d{1,2})$/.exec(period);
  if (monthly) return (serial) => dayOf(serial, date1904)?.month === Number(monthly[1]);
  const quarterly = /^Q([1-4])$/.exec(period);
  if (quarterly) return (serial) => Math.ceil((dayOf(serial, date1904)?.month ?? 0) / 3) === Number(quarterly[1]);
  const day = Math.floor(today);
  switch (period) {
    case "today": return span(day, day + 1);
    case "yesterday": return span(day - 1, day);
    case "tomorrow": return span(day + 1, day + 2);
    case "yearToDate": return since(day, date1904);
  }
  const step = /^(this|last|next)(Week|Month|Quarter|Year)$/.exec(period);
  if (step === null) return null;
  const by = step[1] === "last" ? -1 : step[1] === "next" ? 1 : 0;
  return step[2] === "Week" ? week(day, by, date1904) : months(day, by, step[2] === "Month" ? 1 : step[2] === "Quarter" ? 3 : 12, date1904);
}

function since(day: number, date1904: boolean): Within {
  const first = serialOf(dayOf(day, date1904)?.year ?? 1900, 1, 1, date1904) ?? 0;
  return span(first, day + 1);
}

/** Excel's weeks here begin on Sundays. */
function week(day: number, by: number, date1904: boolean): Within {
  // Serial number 1 of the 1900 system counts as a Sunday; the 1904 system's 0 is a Friday.
  const sinceSunday = date1904 ? (day + 5) % 7 : (day + 6) % 7;
  const first = day - sinceSunday + by * 7;
  return span(first, first + 7);
}

function months(day: number, by: number, size: number, date1904: boolean): Within {
  const { year, month } = dayOf(day, date1904) ?? { year: 1900, month: 1 };
  const first = Math.floor((month - 1) / size) * size + 1 + by * size;
  return span(serialOf(year, first, 1, date1904) ?? 0, serialOf(year, first + size, 1, date1904) ?? Number.MAX_SAFE_INTEGER);
}
