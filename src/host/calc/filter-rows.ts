/** Which rows of a list its filters let through. */
import type { Area } from "../workbook/area";
import type { ColumnFilter, DateGroup, FilterCriterion } from "../workbook/filter";
import type { Cell, Sheet } from "../workbook/sheet";
import { criterionOf } from "./criteria";
import { Wildcards } from "./wildcards";
import { periodOf } from "./filter-period";
import { dayOf } from "./functions/serial-date";
import { displayText } from "./number-format";
import type { ColourOf } from "./seen-colour";

/** Whether a row of the list is let through. */
type Passes = (row: number) => boolean;

/**
 * @param body - the rows of the list, without its header
 * @param filters - columns counted from the list's first
 * @param today - today's serial number @param colourOf - for filters by colour
 * @returns the rows that are filtered out; null where a filter is of a kind that is only carried
 */
export function rowsFilteredOut(sheet: Sheet, body: Area, filters: readonly ColumnFilter[], today: number, colourOf: ColourOf): ReadonlySet<number> | null {
  const tests: Passes[] = [];
  for (const { column, criterion } of filters) {
    const test = testOf(sheet, { ...body, left: body.left + column, right: body.left + column }, criterion, today, colourOf);
    if (test === null) return null;
    tests.push(test);
  }
  const out = new Set<number>();
  for (let row = body.top; row <= body.bottom; row++) if (!tests.every((passes) => passes(row))) out.add(row);
  return out;
}

function testOf(sheet: Sheet, column: Area, criterion: FilterCriterion, today: number, colourOf: ColourOf): Passes | null {
  switch (criterion.kind) {
    case "values": return valuesTest(sheet, column, criterion);
    case "custom": return customTest(sheet, column, criterion);
    case "top": return topTest(sheet, column, criterion);
    case "dynamic": return dynamicTest(sheet, column, criterion.period, today);
    case "colour": return (row) => colourOf(sheet, row, column.left, criterion.of) === criterion.colour;
    case "carried": return null;
  }
}

const cellIn = (sheet: Sheet, row: number, column: Area): Cell => sheet.cell(row, column.left);
const textIn = (sheet: Sheet, row: number, column: Area): string => {
  const cell = cellIn(sheet, row, column);
  return displayText(cell.value, sheet.workbook.styles.at(cell.style).numberFormat, sheet.workbook.date1904).text;
};
const numbersIn = (sheet: Sheet, column: Area): readonly number[] => {
  const numbers: number[] = [];
  for (let row = column.top; row <= column.bottom; row++) {
    const { value } = cellIn(sheet, row, column);
    if (typeof value === "number") numbers.push(value);
  }
  return numbers;
};

/** By the text that a cell shows, without regard to case, as the list of a filter's ticks has it. */
function valuesTest(sheet: Sheet, column: Area, { texts, blanks, dates }: Extract<FilterCriterion, { kind: "values" }>): Passes {
  const wanted = new Set(texts.map((text) => text.trim().toLowerCase()));
  return (row) => {
    const text = textIn(sheet, row, column).trim();
    if (text === "") return blanks;
    if (wanted.has(text.toLowerCase())) return true;
    const { value } = cellIn(sheet, row, column);
    return typeof value === "number" && dates.some((group) => isWithin(value, group, sheet.workbook.date1904));
  };
}

function isWithin(serial: number, group: DateGroup, date1904: boolean): boolean {
  const day = dayOf(serial, date1904);
  if (day === null) return false;
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const parts = [day.year, day.month, day.day, Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return group.every((part, index) => parts[index] === part);
}

function customTest(sheet: Sheet, column: Area, { tests, both }: Extract<FilterCriterion, { kind: "custom" }>): Passes {
  const parts = tests.map((test) => conditionOf(sheet, column, test));
  return (row) => (both ? parts.every((passes) => passes(row)) : parts.some((passes) => passes(row)));
}

/** Text with wildcards is looked for in what the cell shows; a number, and an order, in what it holds. */
function conditionOf(sheet: Sheet, column: Area, test: string): Passes {
  const [, sign = "", rest = ""] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(test) ?? [];
  const criterion = criterionOf(test);
  const equal = sign === "" || sign === "=";
  if (rest === "" || (!equal && sign !== "<>")) return (row) => criterion(cellIn(sheet, row, column).value);
  const pattern = new Wildcards(rest);
  const same: Passes = (row) => pattern.test(textIn(sheet, row, column)) || criterionOf(`=${rest}`)(cellIn(sheet, row, column).value);
  return equal ? same : (row) => !same(row);
}

/** As many of the largest or smallest figures as asked for, and those that are equal to the last of them. */
function topTest(sheet: Sheet, column: Area, { count, percent, bottom }: Extract<FilterCriterion, { kind: "top" }>): Passes {
  const numbers = [...numbersIn(sheet, column)].sort((a, b) => (bottom ? a - b : b - a));
  const places = percent ? Math.max(1, Math.floor((numbers.length * count) / 100)) : count;
  const last = numbers[Math.min(places, numbers.length) - 1];
  return (row) => {
    const { value } = cellIn(sheet, row, column);
    return typeof value === "number" && last !== undefined && (bottom ? value <= last : value >= last);
  };
}

function dynamicTest(sheet: Sheet, column: Area, period: string, today: number): Passes | null {
  if (period === "aboveAverage" || period === "belowAverage") {
    const numbers = numbersIn(sheet, column);
    const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    return (row) => {
      const { value } = cellIn(sheet, row, column);
      return typeof value === "number" && (period === "aboveAverage" ? value > mean : value < mean);
    };
  }
  const { date1904 } = sheet.workbook;
  const within = periodOf(period, today, date1904);
  if (within === null) return null;
  return (row) => {
    const { value } = cellIn(sheet, row, column);
    return typeof value === "number" && within(value);
  };
}
