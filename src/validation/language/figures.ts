/** What rules are judged over: tables of figures by measure, wherever they came from (a workbook, a return, a vector of a test). */
import type { Figure } from "../../domain/figures";
import { nameKey } from "../../domain/taxonomy";
import type { FindingPlace } from "../finding-place";

export interface FigureRow {
  /** What the row is about, as a person says it. */
  readonly key: string;
  /** Null where the table has no such measure. */
  readonly figure: (measure: string) => Figure | null;
  /** Trimmed; null where the table has no such column. */
  readonly text: (column: string) => string | null;
  readonly place: (measure: string) => FindingPlace | null;
  /** The heading of a measure, as a person sees it. */
  readonly heading: (measure: string) => string;
}

/** What a table of this kind is made of. */
export interface TableKind {
  /** The columns whose words tell rows apart. */
  readonly keys: readonly string[];
  /** Measures that there are one of for each horizon: "supply" is supply.now, supply.to-1 and so on. */
  readonly families: ReadonlyMap<string, readonly string[]>;
}

export interface FigureTable extends TableKind { readonly rows: readonly FigureRow[] }

export interface Figures {
  readonly tables: ReadonlyMap<string, FigureTable>;
  /** Figures of the last return, where they are known. */
  readonly last: Figures | null;
  /** "2009/10", or null where it is not known. */
  readonly period: string | null;
  readonly structure: string | null;
}

/** The one-row table of the return's header; its measures may be named in rules of every table. */
export const HEADER_TABLE = "cover";

/** Rows by the words of their keys; a table never changes once it is made. */
const indexes = new WeakMap<FigureTable, ReadonlyMap<string, readonly FigureRow[]>>();

function indexOf(table: FigureTable): ReadonlyMap<string, readonly FigureRow[]> {
  const known = indexes.get(table);
  if (known !== undefined) return known;
  const made = new Map<string, FigureRow[]>();
  for (const row of table.rows) {
    const key = table.keys.map((column) => nameKey(row.text(column) ?? "")).join("\u0000");
    const same = made.get(key);
    if (same === undefined) made.set(key, [row]);
    else same.push(row);
  }
  indexes.set(table, made);
  return made;
}

/** The first row of a table, perhaps that of another return, whose keys are those of `row` but for the words given. */
export function rowLike(table: FigureTable, row: FigureRow, but: ReadonlyMap<string, string> = new Map()): FigureRow | undefined {
  const key = table.keys.map((column) => nameKey(but.get(column) ?? row.text(column) ?? "")).join("\u0000");
  const others = [...but].filter(([column]) => !table.keys.includes(column));
  return indexOf(table).get(key)?.find((each) => others.every(([column, words]) => nameKey(each.text(column) ?? "") === nameKey(words)));
}

/** The rows that have these words in these columns. */
export const rowsWith = ({ rows }: FigureTable, words: ReadonlyMap<string, string>): readonly FigureRow[] =>
  rows.filter((row) => [...words].every(([column, said]) => nameKey(row.text(column) ?? "") === nameKey(said)));

export const hasColumn = ({ rows }: FigureTable, column: string): boolean => rows.some((row) => row.text(column) !== null);
