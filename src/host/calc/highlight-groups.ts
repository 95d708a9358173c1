/** Rules that look at a cell among the others (the ten largest, above average, twice the same), at the day, or at whether it is blank. */
import { intersect } from "../workbook/area";
import type { ConditionalFormat, PresetCriterion } from "../workbook/features";
import type { Sheet } from "../workbook/sheet";
import { isError, type CellValue } from "../workbook/values";
import { periodOf } from "./filter-period";

/** Whether a rule applies to a cell that holds a value. */
export type ValueTest = (value: CellValue) => boolean;

/**
 * The test of a rule that has one, with the sheet's cells as they are now.
 * @param today - today's serial number @returns null for rules of other kinds
 */
export function groupTest(sheet: Sheet, format: ConditionalFormat, today: () => number): ValueTest | null {
  const { rule } = format;
  if (rule.kind === "topBottom") return topTest(numbersIn(sheet, format), rule);
  return rule.kind === "preset" ? presetTest(sheet, format, rule.criterion, today) : null;
}

function valuesIn(sheet: Sheet, { areas }: ConditionalFormat): readonly CellValue[] {
  const values: CellValue[] = [];
  for (const [row, column, { value }] of sheet.entries()) {
    const cell = { top: row, left: column, bottom: row, right: column };
    if (value !== null && areas.some((area) => intersect(area, cell) !== null)) values.push(value);
  }
  return values;
}
const numbersIn = (sheet: Sheet, format: ConditionalFormat): readonly number[] => valuesIn(sheet, format).filter((value): value is number => typeof value === "number");

function topTest(numbers: readonly number[], { bottom, percent, rank }: { readonly bottom: boolean; readonly percent: boolean; readonly rank: number }): ValueTest {
  const sorted = [...numbers].sort((a, b) => (bottom ? a - b : b - a));
  const places = percent ? Math.max(1, Math.floor((sorted.length * rank) / 100)) : rank;
  const last = sorted[Math.min(places, sorted.length) - 1];
  return (value) => typeof value === "number" && last !== undefined && (bottom ? value <= last : value >= last);
}

const AVERAGES: ReadonlyMap<PresetCriterion, { readonly above: boolean; readonly equal: boolean; readonly deviations: number }> = new Map([
  ["AboveAverage", { above: true, equal: false, deviations: 0 }], ["BelowAverage", { above: false, equal: false, deviations: 0 }],
  ["EqualOrAboveAverage", { above: true, equal: true, deviations: 0 }], ["EqualOrBelowAverage", { above: false, equal: true, deviations: 0 }],
  ["OneStdDevAboveAverage", { above: true, equal: false, deviations: 1 }], ["OneStdDevBelowAverage", { above: false, equal: false, deviations: 1 }],
  ["TwoStdDevAboveAverage", { above: true, equal: false, deviations: 2 }], ["TwoStdDevBelowAverage", { above: false, equal: false, deviations: 2 }],
  ["ThreeStdDevAboveAverage", { above: true, equal: false, deviations: 3 }], ["ThreeStdDevBelowAverage", { above: false, equal: false, deviations: 3 }],
]);
/** What a rule about the average compares with; null for other rules. */
export const averageOf = (criterion: PresetCriterion): { readonly above: boolean; readonly equal: boolean; readonly deviations: number } | null => AVERAGES.get(criterion) ?? null;

/** Periods of rules, in a file's words. */
export const PERIOD_WORDS: ReadonlyMap<PresetCriterion, string> = new Map([
  ["Yesterday", "yesterday"], ["Today", "today"], ["Tomorrow", "tomorrow"], ["LastSevenDays", "last7Days"], ["LastWeek", "lastWeek"], ["ThisWeek", "thisWeek"],
  ["NextWeek", "nextWeek"], ["LastMonth", "lastMonth"], ["ThisMonth", "thisMonth"], ["NextMonth", "nextMonth"],
]);

function presetTest(sheet: Sheet, format: ConditionalFormat, criterion: PresetCriterion, today: () => number): ValueTest {
  switch (criterion) {
    case "Blanks": return isBlank;
    case "NonBlanks": return (value) => !isBlank(value);
    case "Errors": return isError;
    case "NonErrors": return (value) => !isError(value);
    case "UniqueValues": case "DuplicateValues": return repeatTest(valuesIn(sheet, format), criterion === "DuplicateValues");
  }
  const average = averageOf(criterion);
  if (average !== null) return averageTest(numbersIn(sheet, format), average);
  const period = PERIOD_WORDS.get(criterion) ?? "";
  const day = Math.floor(today());
  const within = period === "last7Days" ? (serial: number): boolean => serial >= day - 6 && serial < day + 1 : periodOf(period, day, sheet.workbook.date1904);
  return (value) => typeof value === "number" && within !== null && within(value);
}

/** Spaces count as nothing, as in the formula that Excel writes for it. */
const isBlank: ValueTest = (value) => value === null || (typeof value === "string" && value.trim() === "");

/** Case makes no difference; a blank cell is neither. */
function repeatTest(values: readonly CellValue[], wantsRepeated: boolean): ValueTest {
  const keyOf = (value: CellValue): string => (isError(value) ? value.code : typeof value === "string" ? `s${value.toLowerCase()}` : `${typeof value}${String(value)}`);
  const counts = new Map<string, number>();
  for (const value of values) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1);
  return (value) => value !== null && value !== "" && (counts.get(keyOf(value)) ?? 0) > 1 === wantsRepeated;
}

function averageTest(numbers: readonly number[], { above, equal, deviations }: { readonly above: boolean; readonly equal: boolean; readonly deviations: number }): ValueTest {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const spread = deviations === 0 ? 0 : Math.sqrt(numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / Math.max(1, numbers.length - 1));
  const bound = mean + (above ? 1 : -1) * deviations * spread;
  return (value) => typeof value === "number" && ((equal && value === bound) || (above ? value > bound : value < bound));
}
