/** Catches what is not entered: cells, whole rows, the Cover, comparators with nothing to compare (E20, W22). */
import { returnHeader, thresholdEntries } from "../../blueprint/sheets/cover";
import { demandTable } from "../../blueprint/sheets/demand-and-supply";
import { profileTable } from "../../blueprint/sheets/profile";
import { a1 } from "../../blueprint/place";
import { isComparator } from "../../domain/taxonomy";
import type { Book } from "../book";
import { finding, type Finding, type Rule } from "../finding";
import { demandFigures, demandKey, demandRows, isEmptyRow, profileCounts, profileKey, profileRows, type EntryCell, type Row } from "../rows";
import { quoted } from "../words";

const COMPARATOR = "Comparator %";

export const blanks: Rule = (book) => [
  ...demandRows(book).filter((row) => !isEmptyRow(row, demandTable)).flatMap((row) => inRow(row, demandFigures, demandKey(row), "the figure, 0 if there are none, or n/a where it cannot exist")),
  ...profileRows(book).filter((row) => !isEmptyRow(row, profileTable)).flatMap(inProfileRow),
  ...onCover(book),
];

/** One finding for a row that nobody has begun, otherwise one for each cell. */
export function inRow(row: Row, headers: readonly string[], name: string, wanted: string): readonly Finding[] {
  const cells = headers.flatMap((header) => row.at(header) ?? []);
  const empty = cells.filter(isBlank);
  const [first] = empty;
  const key = name === "" ? "a row without a name" : quoted(name);
  if (first === undefined) return [];
  const last = empty[empty.length - 1] ?? first;
  if (empty.length === cells.length && empty.length > 1) return [finding("E20.row", first.place, { key, cells: `${first.place.cell} to ${last.place.cell}`, wanted })];
  return empty.map((cell) => finding("E20.cell", cell.place, { column: cell.header, key, wanted }));
}

const isBlank = ({ reading }: EntryCell): boolean => reading.kind === "blank";

/** A comparator may have a percentage in place of counts. */
function inProfileRow(row: Row): readonly Finding[] {
  const found = inRow(row, profileCounts, profileKey(row), "a whole number, 0 if there are none");
  const percentage = row.at(COMPARATOR);
  if (!isComparator(row.text("Population")) || percentage === null) return found;
  const cells = profileCounts.flatMap((header) => row.at(header) ?? []);
  const hasCounts = cells.some(({ reading }) => reading.kind !== "blank" && reading.kind !== "not-applicable");
  if (hasCounts) return found;
  const areBlank = cells.length > 0 && cells.every(isBlank);
  if (isBlank(percentage)) return [finding("E20.comparator", (areBlank ? cells[0]?.place : undefined) ?? percentage.place, { key: quoted(profileKey(row)) })];
  return found;
}

/** @example inMidSentence("A financial year, such as 2009/10.") // => "a financial year, such as 2009/10" */
const inMidSentence = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, "");

function onCover(book: Book): readonly Finding[] {
  return [...returnHeader, ...thresholdEntries].flatMap(({ name, label, says }) => {
    const named = book.named.get(name);
    if (named === undefined || (named.cell.kind !== "blank" && String(named.cell.value).trim() !== "")) return [];
    const place = { identity: named.sheet, tab: named.tab, cell: a1(named.row, named.column) };
    return [name === "nmOrganisationName" ? finding("W22", place) : finding("E20.header", place, { label, says: inMidSentence(says) })];
  });
}
