/** What rules are judged over: tables of figures by measure, wherever they came from (a workbook, a return, a vector of a test). */
import type { Figure } from "../../domain/figures";
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
