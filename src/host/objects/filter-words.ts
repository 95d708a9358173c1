/** Excel.FilterCriteria read into a filter of the workbook's, and back. */
import type { DateGroup, FilterCriterion } from "../workbook/filter";
import { colourFrom, fieldsFrom, numberFrom, oneOf, textFrom } from "./arguments";
import { invalidArgument, notImplemented } from "./refusal";

const KINDS = ["BottomItems", "BottomPercent", "CellColor", "Dynamic", "FontColor", "Values", "TopItems", "TopPercent", "Icon", "Custom"] as const;
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"] as const;
/** Microsoft's own spelling. */
const spelt = (month: string): string => (month === "February" ? "Februray" : month);

/** Excel's words for periods, each with the file's. */
const PERIODS: ReadonlyMap<string, string> = new Map([
  ...["AboveAverage", "BelowAverage", "LastMonth", "LastQuarter", "LastWeek", "LastYear", "NextMonth", "NextQuarter", "NextWeek", "NextYear", "ThisMonth", "ThisQuarter",
    "ThisWeek", "ThisYear", "Today", "Tomorrow", "YearToDate", "Yesterday"].map((word): [string, string] => [word, word.charAt(0).toLowerCase() + word.slice(1)]),
  ...MONTHS.map((month, index): [string, string] => [`AllDatesInPeriod${spelt(month)}`, `M${index + 1}`]),
  ...[1, 2, 3, 4].map((quarter): [string, string] => [`AllDatesInPeriodQuarter${quarter}`, `Q${quarter}`]),
]);

/** @throws Refusal InvalidArgument */
export function periodFrom(value: unknown): FilterCriterion {
  const period = PERIODS.get(textFrom(value));
  if (period === undefined) throw invalidArgument();
  return { kind: "dynamic", period };
}
const periodShown = (period: string): string => [...PERIODS].find(([, written]) => written === period)?.[0] ?? "Unknown";

const SPECIFICITY = ["Year", "Month", "Day", "Hour", "Minute", "Second"] as const;

/** "2026-04-30" with a specificity of Month is all of April 2026. */
function dateFrom(value: unknown): DateGroup {
  const fields = fieldsFrom(value);
  const parts = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ](\d{1,2})(?::(\d{1,2})(?::(\d{1,2}))?)?)?)?)?/.exec(textFrom(fields["date"]));
  if (parts === null) throw invalidArgument();
  const wanted = SPECIFICITY.indexOf(oneOf(fields["specificity"], SPECIFICITY)) + 1;
  return [1, 2, 3, 4, 5, 6].slice(0, wanted).map((place) => Number(parts[place] ?? (place <= 3 ? 1 : 0)));
}

/** @param value - words as cells show them, and dates @throws Refusal InvalidArgument */
export function valuesFrom(value: unknown): FilterCriterion {
  if (!Array.isArray(value) || value.length === 0) throw invalidArgument();
  const list: readonly unknown[] = value;
  const texts = list.filter((one) => typeof one === "string" || typeof one === "number").map(String);
  return { kind: "values", texts: texts.filter((text) => text !== ""), blanks: texts.includes(""), dates: list.filter((one) => typeof one === "object").map(dateFrom) };
}

const MOST_ITEMS = 500;

export function topFrom(value: unknown, percent: boolean, bottom: boolean): FilterCriterion {
  const count = typeof value === "string" ? Number(value) : numberFrom(value);
  const most = percent ? 100 : MOST_ITEMS;
  if (!Number.isInteger(count) || count < 1 || count > most) throw invalidArgument();
  return { kind: "top", count, percent, bottom };
}

export function customFrom(first: unknown, second: unknown, operator: unknown): FilterCriterion {
  const tests = [textFrom(first), ...(second === undefined || second === null ? [] : [textFrom(second)])];
  const both = oneOf(operator ?? "And", ["And", "Or"] as const) === "And";
  return { kind: "custom", tests, both };
}

export const colourCriterion = (of: "cell" | "font", value: unknown): FilterCriterion => ({ kind: "colour", of, colour: colourFrom(value) });

/** @throws Refusal InvalidArgument; ApiNotFound for icons and parts of entities, which are not built */
export function criterionFrom(value: unknown): FilterCriterion {
  const fields = fieldsFrom(value);
  if (fields["subField"] !== undefined && fields["subField"] !== null) throw notImplemented("FilterCriteria.subField");
  const on = oneOf(fields["filterOn"], KINDS);
  switch (on) {
    case "Values": return valuesFrom(fields["values"]);
    case "Custom": return customFrom(fields["criterion1"], fields["criterion2"], fields["operator"]);
    case "TopItems": case "TopPercent": return topFrom(fields["criterion1"], on === "TopPercent", false);
    case "BottomItems": case "BottomPercent": return topFrom(fields["criterion1"], on === "BottomPercent", true);
    case "CellColor": return colourCriterion("cell", fields["color"]);
    case "FontColor": return colourCriterion("font", fields["color"]);
    case "Dynamic": return periodFrom(fields["dynamicCriteria"]);
    case "Icon": throw notImplemented("FilterCriteria.icon");
  }
}

const two = (number: number): string => String(number).padStart(2, "0");

function dateShown(group: DateGroup): Excel.FilterDatetime {
  const [year = 1900, month = 1, day = 1, hour = 0, minute = 0, second = 0] = group;
  const time = group.length > 3 ? `T${two(hour)}:${two(minute)}:${two(second)}` : "";
  return { date: `${year}-${two(month)}-${two(day)}${time}`, specificity: SPECIFICITY[group.length - 1] ?? "Second" };
}

/** @throws Refusal ApiNotFound for a filter of a file that is only carried */
export function criterionShown(criterion: FilterCriterion): Excel.FilterCriteria {
  switch (criterion.kind) {
    case "values": return { filterOn: "Values", values: [...criterion.texts, ...(criterion.blanks ? [""] : []), ...criterion.dates.map(dateShown)] };
    case "custom": return {
      filterOn: "Custom", criterion1: criterion.tests[0] ?? "", operator: criterion.both ? "And" : "Or", ...(criterion.tests[1] === undefined ? {} : { criterion2: criterion.tests[1] }),
    };
    case "top": return { filterOn: `${criterion.bottom ? "Bottom" : "Top"}${criterion.percent ? "Percent" : "Items"}`, criterion1: String(criterion.count) };
    case "colour": return { filterOn: criterion.of === "cell" ? "CellColor" : "FontColor", color: criterion.colour ?? "" };
    // The words above are the library's own.
    case "dynamic": return { filterOn: "Dynamic", dynamicCriteria: periodShown(criterion.period) as Excel.DynamicFilterCriteria };
    case "carried": throw notImplemented(`A filter of the kind ${criterion.what}`);
  }
}
