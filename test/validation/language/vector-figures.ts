/** Figures for tests of the rule language: tables of plain cells, as a person would write them, read as the cells of a workbook are. */
import { a1 } from "../../../src/blueprint/place";
import { HEADER_TABLE, type FigureRow, type FigureTable, type Figures } from "../../../src/validation/language/figures";
import { figureOf, readCell } from "../../../src/validation/reading";
import { blankCell, type Cell } from "../../../src/validation/book";

/** What the rules of vectors leave out, since nothing hangs on it. */
export const WORDS = { id: "E99", severity: "must-fix", title: "Vector", says: "Vector.", fix: "Check it.", source: "Vector" } as const;

export type PlainCell = string | number;
/** Headings first. */
export type PlainTable = readonly (readonly PlainCell[])[];
export type PlainTables = Readonly<Record<string, PlainTable>>;

export interface PlainFigures {
  readonly tables: PlainTables;
  readonly last?: PlainTables;
  readonly period?: string;
  readonly structure?: string;
  /** By table; the first column where a table is not among them. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
}

export function figuresFrom({ tables, last, period, structure, keys = {} }: PlainFigures): Figures {
  const all = (from: PlainTables): Figures["tables"] => new Map(Object.entries(from).map(([name, table]) => [name, tableFrom(name, table, keys[name])]));
  return { tables: all(tables), last: last === undefined ? null : { tables: all(last), last: null, period: null, structure: null }, period: period ?? null, structure: structure ?? null };
}

function tableFrom(name: string, [headings = [], ...rows]: PlainTable, keys: readonly string[] = name === HEADER_TABLE ? [] : [String(headings[0])]): FigureTable {
  const names = headings.map(String);
  return { keys, families: familiesIn(names), rows: rows.map((cells, index) => rowFrom(names, keys, cells, name, index)) };
}

/** "supply.now" and "supply.to-1" are of the family "supply". */
function familiesIn(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const name of names.filter((each) => each.includes("."))) {
    const family = name.split(".")[0] ?? name;
    found.set(family, [...(found.get(family) ?? []), name]);
  }
  return found;
}

function rowFrom(names: readonly string[], keys: readonly string[], cells: readonly PlainCell[], tab: string, index: number): FigureRow {
  const at = new Map(names.map((name, column) => [name, column]));
  const text = (name: string): string | null => { const column = at.get(name); return column === undefined ? null : String(cells[column] ?? "").trim(); };
  return {
    key: keys.map((key) => text(key) ?? "").filter((part) => part !== "").join(", "), text,
    figure: (name) => { const column = at.get(name); return column === undefined ? null : figureOf(readCell(cellFrom(cells[column] ?? ""))); },
    place: (name) => { const column = at.get(name); return column === undefined ? null : { identity: null, tab, cell: a1(index + 1, column) }; },
    heading: (name) => name,
  };
}

function cellFrom(plain: PlainCell): Cell {
  if (plain === "") return blankCell;
  return { kind: typeof plain === "number" ? "number" : "text", value: plain, numberFormat: "General", formula: null };
}
