/** Catches cells that should hold a count and hold something else, each kind told apart (E10, E11, E12, E16, E17). */
import { demandUnitWords } from "../../blueprint/setup";
import { roundLikeExcel } from "../../domain/rounding";
import { isComparator, sameName } from "../../domain/taxonomy";
import { dateOfSerial, longDate } from "../../domain/period";
import { textNamed, type Book } from "../book";
import { finding, type Facts, type Finding, type Rule } from "../finding";
import { plainNumber, spelt, type Reading } from "../reading";
import { demandFigures, demandKey, demandRows, horizonColumns, profileCounts, profileKey, profileRows, type EntryCell, type Row } from "../rows";
import type { CaseId } from "../catalogue";
import { quoted } from "../words";

/** What a column counts, how finely, and what to type in it. */
export interface Counting { readonly unit: "people" | "posts" | "openings"; readonly places: 0 | 1 }

interface Case { readonly rule: CaseId; readonly facts?: Facts }

export const counts: Rule = (book) => [
  ...demandRows(book).flatMap((row) => cellsOf(row, demandFigures, demandKey(row)).flatMap((cell) => judged(cell, countingOf(cell.entry.header, book), false))),
  ...profileRows(book).flatMap((row) => cellsOf(row, profileCounts, profileKey(row)).flatMap((cell) => judged(cell, { unit: "people", places: 0 }, isComparator(row.text("Population"))))),
  ...errorsElsewhere(book),
];

export interface KeyedCell { readonly entry: EntryCell; readonly key: string }

export const cellsOf = (row: Row, headers: readonly string[], key: string): readonly KeyedCell[] =>
  headers.flatMap((header) => { const entry = row.at(header); return entry === null ? [] : [{ entry, key: key === "" ? "a row without a name" : quoted(key) }]; });

/** Demand may be in tenths where it is counted in whole-time equivalents. */
function countingOf(header: string, book: Book): Counting {
  if (header === "Posts") return { unit: "posts", places: 0 };
  if (!horizonColumns.some(({ demand }) => demand === header)) return { unit: "people", places: 0 };
  return { unit: "openings", places: sameName(textNamed(book, "nmDemandUnit"), demandUnitWords.wte) ? 1 : 0 };
}

export function judged({ entry, key }: KeyedCell, counting: Counting, mayNotApply: boolean): readonly Finding[] {
  const found = quoted(spelt(entry.reading));
  const wanted = counting.places === 0 ? `a whole number of ${counting.unit}, 0 if there are none` : `a number of ${counting.unit} to one decimal place, 0 if there are none`;
  const { rule, facts = {} } = caseOf(entry.reading, counting, mayNotApply) ?? {};
  return rule === undefined ? [] : [finding(rule, entry.place, { column: entry.header, key, found, wanted, unit: counting.unit, ...facts })];
}

function caseOf(reading: Reading, counting: Counting, mayNotApply: boolean): Case | null {
  switch (reading.kind) {
    case "blank": return null;
    case "number": return caseOfNumber(reading.value, counting);
    case "percentage": return { rule: "E12.percentage" };
    case "date": return { rule: "E10.date", facts: { found: shownDate(reading.serial) } };
    case "logical": return { rule: "E10.logical" };
    case "error": return { rule: "E17" };
    case "not-applicable": return reading.asMeant ? (mayNotApply ? null : { rule: "E16.not-applicable" }) : { rule: "E16.spelling", facts: { wanted: "n/a" } };
    case "withheld": return reading.asMeant ? { rule: "E16.withheld" } : { rule: "E16.spelling", facts: { wanted: reading.text.replace(/\s/g, "").startsWith("<") ? reading.text.replace(/\s/g, "") : "<5 or *" } };
    case "number-as-text": return { rule: "E16.number-as-text", facts: { value: plainNumber(reading.value) } };
    case "dash": return { rule: "E16.dash" };
    case "word-for-none": return { rule: "E16.none" };
    case "word-for-unknown": return { rule: "E16.unknown" };
    case "text": return { rule: "E10.text" };
  }
}

function caseOfNumber(value: number, { places }: Counting): Case | null {
  if (value < 0) return { rule: "E11" };
  if (roundLikeExcel(value, places) === value) return null;
  const percentage = plainNumber(value * 100);
  if (value < 1 && Number.isInteger(Number(percentage))) return { rule: "E12.perhaps-percentage", facts: { percentage: `${percentage}%` } };
  return places === 0 ? { rule: "E12.fraction" } : { rule: "E12.decimals", facts: { rounded: String(roundLikeExcel(value, places)) } };
}

function shownDate(serial: number): string {
  const date = dateOfSerial(serial);
  return date === null ? plainNumber(serial) : longDate(date);
}

/** Error values where words are entered: comments and sources. */
function errorsElsewhere(book: Book): readonly Finding[] {
  const texts = (row: Row, key: string, headers: readonly string[]): readonly Finding[] =>
    cellsOf(row, headers, key).filter(({ entry }) => entry.reading.kind === "error").map(({ entry, key: name }) => finding("E17", entry.place, { column: entry.header, key: name, found: spelt(entry.reading) }));
  return [
    ...demandRows(book).flatMap((row) => texts(row, demandKey(row), ["Comment", "Source"])),
    ...profileRows(book).flatMap((row) => texts(row, profileKey(row), ["Comment", "Source"])),
  ];
}
