/** Catches what does not fit on the Cover, and dates on Profile: codes, choices, period, as-at date, thresholds that are no numbers (E04, E10, E14, E15, W23). */
import { demandUnitWords } from "../../blueprint/setup";
import { returnHeader, thresholdEntries } from "../../blueprint/sheets/cover";
import { a1 } from "../../blueprint/place";
import { dateOfSerial, fallsIn, financialYear, longDate, serialOfDate, type FinancialYear, type IsoDate } from "../../domain/period";
import { readCode, structureNamed, structures } from "../../domain/structures";
import { sameName } from "../../domain/taxonomy";
import { defaultThresholds } from "../../domain/thresholds";
import { textNamed, type Book, type NamedCell } from "../book";
import { finding, type Facts, type Finding, type Rule } from "../finding";
import type { FindingPlace } from "../finding-place";
import { readCell, spelt, type Reading } from "../reading";
import { profileKey, profileRows } from "../rows";
import type { CaseId } from "../catalogue";
import { inSentence, quoted } from "../words";

const EARLIEST = "1948-04-01";
const LATEST = "2099-03-31";

export const codesAndDates: Rule = (book) => [
  ...choice(book, "nmStructure", structures.map(({ name }) => name)),
  ...choice(book, "nmDemandUnit", Object.values(demandUnitWords)),
  ...code(book), ...period(book), ...asAt(book), ...thresholds(book), ...profileDates(book),
];

const placeOf = ({ sheet, tab, row, column }: NamedCell): FindingPlace => ({ identity: sheet, tab, cell: a1(row, column) });
const labelOf = (name: string): string => [...returnHeader, ...thresholdEntries].find((entry) => entry.name === name)?.label ?? name;

/** The cell and what it says, unless it is blank or gone, which other rules catch. */
function filled(book: Book, name: string): { readonly place: FindingPlace; readonly reading: Reading; readonly text: string } | null {
  const found = book.named.get(name);
  if (found === undefined) return null;
  const reading = readCell(found.cell);
  return reading.kind === "blank" ? null : { place: placeOf(found), reading, text: String(found.cell.value).trim() };
}

function choice(book: Book, name: string, words: readonly string[]): readonly Finding[] {
  const cell = filled(book, name);
  if (cell === null || words.some((word) => sameName(word, cell.text))) return [];
  return [finding("E04.word", cell.place, { label: labelOf(name), found: quoted(cell.text), known: inSentence(words, "or") })];
}

function code(book: Book): readonly Finding[] {
  const cell = filled(book, "nmOrganisationCode");
  const structure = structureNamed(textNamed(book, "nmStructure"));
  if (cell === null || structure === null) return [];
  const read = readCode(structure, cell.text);
  const found = quoted(cell.text);
  if (read.kind === "fits") return [];
  if (read.kind === "not-in-list") return [finding("E15.not-listed", cell.place, { found, kind: read.organisation.name.toLowerCase(), known: inSentence(read.listed.map((each) => `${each.code} (${each.name})`), "or") })];
  return [finding("E15.shape", cell.place, { found, structure: structure.name, shapes: read.shapes.map((kind) => `${kind.name}: ${kind.codeInWords}, such as ${kind.example}`).join("; ") })];
}

function period(book: Book): readonly Finding[] {
  const cell = filled(book, "nmPeriod");
  if (cell === null || financialYear(cell.text) !== null) return [];
  // A cell that has lost the Text format, such as one pasted over, makes October 2009 of 2009/10.
  const date = cell.reading.kind === "date" ? dateOfSerial(cell.reading.serial) : null;
  if (date !== null) return [finding("E14.month", cell.place, { found: longDate(date) })];
  return [finding("E14.period", cell.place, { found: quoted(cell.text) })];
}

function asAt(book: Book): readonly Finding[] {
  const cell = filled(book, "nmAsAt");
  if (cell === null) return [];
  const date = dateIn(cell.reading);
  if (typeof date === "object") return [finding(date.rule, cell.place, { label: labelOf("nmAsAt"), ...date.facts })];
  const year = financialYear(textNamed(book, "nmPeriod"));
  return year === null || fallsIn(year, date) || isEve(year, date) ? [] : [finding("W23", cell.place, { found: longDate(date), period: year.label })];
}

/** The day before a year begins is the usual day to count for a plan of that year. */
const isEve = ({ start }: FinancialYear, date: IsoDate): boolean => serialOfDate(date) === serialOfDate(start) - 1;

function profileDates(book: Book): readonly Finding[] {
  return profileRows(book).flatMap((row) => {
    const entry = row.at("As-at date");
    if (entry === null || entry.reading.kind === "blank" || entry.reading.kind === "not-applicable") return [];
    const label = `${entry.header} of ${quoted(profileKey(row))}`;
    if (entry.reading.kind === "error") return [finding("E17", entry.place, { column: entry.header, key: quoted(profileKey(row)), found: entry.reading.text })];
    const date = dateIn(entry.reading);
    return typeof date === "object" ? [finding(date.rule, entry.place, { label, ...date.facts })] : [];
  });
}

/** A whole number in a cell that was made for dates is a date even where its format was lost. */
function dateIn(reading: Reading): IsoDate | { readonly rule: CaseId; readonly facts: Facts } {
  const serial = reading.kind === "date" ? reading.serial : reading.kind === "number" ? reading.value : null;
  if (serial === null) return { rule: "E14.text", facts: { found: quoted(spelt(reading)) } };
  const date = dateOfSerial(serial);
  return date === null || date < EARLIEST || date > LATEST ? { rule: "E14.range", facts: { found: date === null ? String(serial) : longDate(date) } } : date;
}

function thresholds(book: Book): readonly Finding[] {
  return thresholdEntries.flatMap(({ name, of }) => {
    const cell = filled(book, name);
    if (cell === null || (cell.reading.kind === "number" && cell.reading.value >= 0)) return [];
    return [finding("E10.threshold", cell.place, { label: labelOf(name), found: quoted(spelt(cell.reading)), usual: String(defaultThresholds[of]) })];
  });
}
