/** Asks about columns of figures that look estimated or copied down (W45, W46). */
import { finding, type Finding, type Rule } from "../finding";
import { plainNumber } from "../reading";
import { demandFigures, demandRows, profileCounts, profileRows, type EntryCell, type Row } from "../rows";

/** With fewer figures than this, chance makes them end alike often enough. */
const HEAPING_ENOUGH = 5;
const SAME_ENOUGH = 4;

export const repeatedFigures: Rule = (book) => [
  ...demandFigures.flatMap((header) => inColumn(demandRows(book), header)),
  ...profileCounts.flatMap((header) => inColumn(profileRows(book), header)),
];

function inColumn(rows: readonly Row[], header: string): readonly Finding[] {
  const cells = rows.flatMap((row) => { const entry = row.at(header); return entry?.figure.kind === "number" ? [{ entry, value: entry.figure.value }] : []; });
  const same = copiedDown(cells, header);
  return same.length > 0 ? same : heaped(cells.filter(({ value }) => value > 0), header);
}

type Valued = readonly { readonly entry: EntryCell; readonly value: number }[];

/** 0 all the way down is a common truth; any other figure is not. */
function copiedDown(cells: Valued, column: string): readonly Finding[] {
  const [first] = cells;
  if (first === undefined || cells.length < SAME_ENOUGH || first.value === 0 || cells.some(({ value }) => value !== first.value)) return [];
  return [finding("W46", first.entry.place, { column, found: plainNumber(first.value), count: String(cells.length) })];
}

function heaped(cells: Valued, column: string): readonly Finding[] {
  const [first] = cells;
  if (first === undefined || cells.length < HEAPING_ENOUGH || cells.some(({ value }) => value % 5 !== 0)) return [];
  const ends = cells.every(({ value }) => value % 10 === 0) ? "0" : "5 or 0";
  return [finding("W45", first.entry.place, { column, count: String(cells.length), ends })];
}
