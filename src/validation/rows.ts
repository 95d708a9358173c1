/** Rows of our tables with each entry read and in its place, as rules look at them. */
import { a1 } from "../blueprint/place";
import { demandTable } from "../blueprint/sheets/demand-and-supply";
import { profileTable } from "../blueprint/sheets/profile";
import type { TableDefinition } from "../blueprint/types";
import { numberOf, type Figure } from "../domain/figures";
import { nameKey } from "../domain/taxonomy";
import { blankCell, type Book, type BookTable, type Cell } from "./book";
import type { FindingPlace } from "./finding-place";
import { figureOf, readCell, type Reading } from "./reading";

export interface EntryCell {
  readonly header: string;
  readonly cell: Cell;
  readonly reading: Reading;
  readonly figure: Figure;
  readonly place: FindingPlace;
}

export interface Row {
  /** 0 for the first row under the header. */
  readonly index: number;
  /** The entry of a column, or null where the column is gone. */
  readonly at: (header: string) => EntryCell | null;
  /** The entry's number, or null for everything else, the column being gone included. */
  readonly number: (header: string) => number | null;
  /** The entry as trimmed text, as keys are read. */
  readonly text: (header: string) => string;
}

export const demandRows = (book: Book): readonly Row[] => rowsOf(book, demandTable);
export const profileRows = (book: Book): readonly Row[] => rowsOf(book, profileTable);

/** Each horizon's columns of Demand and supply, from now on. */
export const horizonColumns = [
  { demand: "Vacancies now", supply: "Supply now" },
  { demand: "Demand to 1 year", supply: "Supply to 1 year" },
  { demand: "Demand 1 to 3 years", supply: "Supply 1 to 3 years" },
  { demand: "Demand 3 to 5 years", supply: "Supply 3 to 5 years" },
] as const;

export const demandFigures: readonly string[] = ["Posts", ...horizonColumns.map(({ demand }) => demand), ...horizonColumns.map(({ supply }) => supply)];
export const profileCounts: readonly string[] = ["In group", "Not in group", "Unknown"];

/** Rules look at the same rows again and again; a table as read never changes. */
const made = new WeakMap<BookTable, readonly Row[]>();

/** The rows of a table; none when it is gone. */
export function rowsOf(book: Book, definition: Pick<TableDefinition, "name">): readonly Row[] {
  const table = book.tables.get(definition.name);
  if (table === undefined) return [];
  const rows = made.get(table) ?? table.rows.map((cells, index) => rowOf(table, cells, index));
  made.set(table, rows);
  return rows;
}

function rowOf(table: BookTable, cells: readonly Cell[], index: number): Row {
  const read = new Map<string, EntryCell | null>();
  const at = (header: string): EntryCell | null => {
    const known = read.get(header);
    if (known !== undefined) return known;
    const entry = entryOf(table, cells, index, header);
    read.set(header, entry);
    return entry;
  };
  return {
    index, at,
    number: (header) => { const entry = at(header); return entry === null ? null : numberOf(entry.figure); },
    text: (header) => { const entry = at(header); return entry === null || entry.reading.kind === "blank" ? "" : String(entry.cell.value).trim(); },
  };
}

function entryOf(table: BookTable, cells: readonly Cell[], index: number, header: string): EntryCell | null {
  const column = table.headers.indexOf(header);
  if (column < 0) return null;
  const cell = cells[column] ?? blankCell;
  const reading = readCell(cell);
  return { header, cell, reading, figure: figureOf(reading), place: placeIn(table, index, column) };
}

/** @param row - 0 for the first under the header */
export function placeIn(table: BookTable, row: number, column: number): FindingPlace {
  return { identity: table.sheet, tab: table.tab, cell: a1(table.top + 1 + row, table.left + column) };
}

/** True where no cell of the row holds anything. */
export const isEmptyRow = (row: Row, definition: TableDefinition): boolean =>
  definition.columns.every(({ header, holds }) => holds.kind !== "entry" || (row.at(header)?.reading.kind ?? "blank") === "blank");

/** What the row is about, as a person says it: "Finance director", "Women, post-holders". */
export const demandKey = (row: Row): string => row.text("Role group");
export const profileKey = (row: Row): string => [row.text("Group"), row.text("Population")].filter((part) => part !== "").join(", ");

/** Rows of the Profile by group and population, the first of each. */
export function profileBy(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const byKey = new Map<string, Row>();
  for (const row of rows) {
    const key = rowKey(row.text("Group"), row.text("Population"));
    if (!byKey.has(key)) byKey.set(key, row);
  }
  return byKey;
}

export const rowKey = (group: string, population: string): string => `${nameKey(group)}|${nameKey(population)}`;

/** In group, not in group and unknown added up, or null unless all three are numbers. */
export function totalOf(row: Row): number | null {
  const counts = profileCounts.map((header) => row.number(header));
  return counts.every((count) => count !== null) ? counts.reduce((sum: number, count) => sum + (count ?? 0), 0) : null;
}
