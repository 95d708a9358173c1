/** What a fill makes of a line of cells: the series that they begin, or the same again. */
import { dayOf, serialOf, daysInMonth } from "../calc/functions/serial-date";
import type { CellValue } from "../workbook/values";

export const FILLS = ["FillDefault", "FillCopy", "FillSeries", "FillFormats", "FillValues", "FillDays", "FillWeekdays", "FillMonths", "FillYears", "LinearTrend", "GrowthTrend", "FlashFill"] as const;
export type Fill = (typeof FILLS)[number];

/** A cell of the line as it is filled from. */
export interface Seed { readonly value: CellValue; readonly isDate: boolean; readonly isFormula: boolean }
/** The value of a cell `step` places after the last seed, or before the first where it is negative; null repeats the seed in turn. */
export type Series = (step: number) => CellValue;

/** @returns null where the seeds are simply repeated */
export function seriesOf(seeds: readonly Seed[], fill: Fill, date1904: boolean): Series | null {
  if (fill === "FillCopy" || fill === "FillFormats" || seeds.some(({ isFormula }) => isFormula)) return null;
  const numbers = seeds.map(({ value }) => value).filter((value): value is number => typeof value === "number");
  if (numbers.length === seeds.length) {
    const isDate = seeds.every((seed) => seed.isDate);
    return isDate ? dates(numbers, fill, date1904) : figures(numbers, fill);
  }
  return fill === "FillDefault" || fill === "FillSeries" || fill === "FillValues" ? words(seeds.map(({ value }) => value)) : null;
}

/** Counts from the last seed on, or back from the first. */
const placeOf = (step: number, count: number): number => (step > 0 ? count - 1 + step : step);

function figures(numbers: readonly number[], fill: Fill): Series | null {
  // One figure alone is repeated; a series of one counts up.
  if (numbers.length === 1 && (fill === "FillDefault" || fill === "FillValues")) return null;
  if (fill === "GrowthTrend") return growth(numbers);
  const { start, slope } = numbers.length === 1 ? { start: numbers[0] ?? 0, slope: 1 } : line(numbers);
  return (step) => tidy(start + slope * placeOf(step, numbers.length));
}

/** The straight line nearest to the figures; through them where they are in equal steps. */
function line(numbers: readonly number[]): { readonly start: number; readonly slope: number } {
  const n = numbers.length;
  const meanX = (n - 1) / 2;
  const meanY = numbers.reduce((sum, number) => sum + number, 0) / n;
  let [above, below] = [0, 0];
  numbers.forEach((number, x) => { above += (x - meanX) * (number - meanY); below += (x - meanX) ** 2; });
  const slope = above / below;
  return { start: meanY - slope * meanX, slope };
}

function growth(numbers: readonly number[]): Series | null {
  if (numbers.some((number) => number <= 0)) return null;
  const { start, slope } = numbers.length === 1 ? { start: Math.log(numbers[0] ?? 1), slope: Math.LN2 } : line(numbers.map(Math.log));
  return (step) => tidy(Math.exp(start + slope * placeOf(step, numbers.length)));
}

/** Without the dust of binary fractions. */
const tidy = (number: number): number => Number(number.toPrecision(14));

function dates(numbers: readonly number[], fill: Fill, date1904: boolean): Series {
  const first = numbers[0] ?? 0;
  const unit = fill === "FillMonths" ? 1 : fill === "FillYears" ? 12 : fill === "FillDefault" || fill === "FillSeries" || fill === "FillValues" ? monthsApart(numbers, date1904) : null;
  if (unit !== null) return (step) => monthsLater(first, placeOf(step, numbers.length) * unit, date1904);
  if (fill === "FillWeekdays") return (step) => weekdaysLater(step > 0 ? numbers[numbers.length - 1] ?? first : first, step, date1904);
  const { start, slope } = numbers.length === 1 ? { start: first, slope: 1 } : line(numbers);
  return (step) => tidy(start + slope * placeOf(step, numbers.length));
}

/** The months between dates that fall on one day of the month; null where they do not, or there is one. */
function monthsApart(numbers: readonly number[], date1904: boolean): number | null {
  const days = numbers.map((number) => dayOf(number, date1904));
  const months = days.map((day) => (day === null ? NaN : day.year * 12 + day.month));
  const step = (months[1] ?? NaN) - (months[0] ?? NaN);
  const isEven = days.every((day, index) => day?.day === days[0]?.day && (index === 0 || (months[index] ?? NaN) - (months[index - 1] ?? NaN) === step));
  return isEven && step !== 0 && Number.isFinite(step) ? step : null;
}

function monthsLater(serial: number, months: number, date1904: boolean): number {
  const day = dayOf(serial, date1904);
  if (day === null) return serial;
  const month = day.month - 1 + months;
  const [year, place] = [day.year + Math.floor(month / 12), ((month % 12) + 12) % 12];
  const whole = serialOf(year, place + 1, Math.min(day.day, daysInMonth(year, place + 1)), date1904);
  return whole === null ? serial : whole + (serial - Math.floor(serial));
}

function weekdaysLater(serial: number, step: number, date1904: boolean): number {
  let day = serial;
  for (let left = Math.abs(step); left > 0; ) {
    day += Math.sign(step);
    const sinceSunday = (Math.floor(day) + (date1904 ? 5 : 6)) % 7;
    if (sinceSunday !== 0 && sinceSunday !== 6) left -= 1;
  }
  return day;
}

/** Excel's own lists, which go round. */
const LISTS: readonly (readonly string[])[] = [
  ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"], ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
];

function words(values: readonly CellValue[]): Series | null {
  const texts = values.map((value) => (typeof value === "string" ? value : null));
  if (texts.some((text) => text === null)) return null;
  const all = texts.flatMap((text) => (text === null ? [] : [text]));
  return listed(all) ?? numbered(all);
}

function listed(texts: readonly string[]): Series | null {
  for (const list of LISTS) {
    const places = texts.map((text) => list.findIndex((word) => word.toLowerCase() === text.toLowerCase()));
    if (places.some((place) => place < 0)) continue;
    const [first = 0, second] = places;
    const by = second === undefined ? 1 : second - first;
    const isEven = places.every((place, index) => (((place - first - by * index) % list.length) + list.length) % list.length === 0);
    if (!isEven) return null;
    const spell = caseOf(texts[0] ?? "");
    return (step) => spell(list[(((first + by * placeOf(step, texts.length)) % list.length) + list.length) % list.length] ?? "");
  }
  return null;
}

const caseOf = (model: string) => (word: string): string => (model === model.toUpperCase() ? word.toUpperCase() : model === model.toLowerCase() ? word.toLowerCase() : word);

const ENDS_IN_NUMBER = /^(.*?)(\d+)$/s;
const QUARTER = /^(?:Q|Qtr ?|Quarter ?)$/i;

/** "Item 9" goes on with "Item 10"; quarters go round after the fourth. */
function numbered(texts: readonly string[]): Series | null {
  const parts = texts.map((text) => ENDS_IN_NUMBER.exec(text));
  const prefix = parts[0]?.[1];
  if (prefix === undefined || parts.some((part) => part?.[1] !== prefix)) return null;
  const counts = parts.map((part) => Number(part?.[2]));
  const { start, slope } = counts.length === 1 ? { start: counts[0] ?? 0, slope: 1 } : line(counts);
  const width = parts[0]?.[2]?.startsWith("0") === true ? parts[0][2].length : 0;
  const isQuarter = QUARTER.test(prefix) && counts.every((count) => count >= 1 && count <= 4);
  return (step) => {
    const count = Math.round(start + slope * placeOf(step, texts.length));
    const shown = isQuarter ? ((((count - 1) % 4) + 4) % 4) + 1 : Math.abs(count);
    return prefix + String(shown).padStart(width, "0");
  };
}
