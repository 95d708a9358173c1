/** Every formula of a person's own sheets, taken to pieces once for all rules, and found again by where it stands. */
import { areaOf, type Area, type AuditBook, type AuditSheet, type AuditTable } from "./audit-book";
import { callsIn, formOf, partsOf, type Call, type Part } from "./formula-parts";
import type { Cell } from "../book";
import type { Finding } from "../finding";

/** Work in turns: what was found since the last turn; often nothing. */
export type Turns<T = void> = Generator<readonly Finding[], T, void>;

/** So many cells are only glanced at in a turn. */
const GLANCES_A_TURN = 20_000;
/** Says when it is time for a turn, by how many cells were glanced at since the last. */
export class Pace {
  private seen = 0;
  isDue(cells: number): boolean {
    this.seen += cells;
    if (this.seen < GLANCES_A_TURN) return false;
    this.seen = 0;
    return true;
  }
}

/** Somewhere that a formula reads. */
export interface Reads { readonly sheet: number; readonly area: Area }

export interface Formula {
  /** The sheet's place in the book. */
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** In relative terms. */
  readonly form: string;
  /** In this workbook; what only asks where a cell is does not read it. */
  readonly reads: readonly Reads[];
}

export interface Formulas {
  readonly book: AuditBook;
  /** Row by row, sheet by sheet. */
  readonly all: readonly Formula[];
  readonly at: (sheet: number, row: number, column: number) => Formula | undefined;
}

/** Functions that ask about a cell without reading what is in it. */
const ASK_WHERE = new Set(["ROW", "COLUMN", "ROWS", "COLUMNS", "AREAS", "SHEET", "SHEETS", "ISFORMULA", "FORMULATEXT", "CELL", "OFFSET"]);

/** Sheets of ours are passed over: their formulas are the check's business. */
export function* readFormulas(book: AuditBook): Turns<Formulas> {
  const all: Formula[] = [];
  const places = book.sheets.map(() => new Map<number, Formula>());
  const known = knownIn(book);
  const pace = new Pace();
  for (const [index, sheet] of book.sheets.entries()) {
    if (sheet.identity !== null) continue;
    for (const [down, cells] of sheet.rows.entries()) {
      for (const [along, text] of formulasOf(cells)) {
        const formula = formulaFrom(text, { sheet: index, row: sheet.top + down, column: sheet.left + along }, known);
        all.push(formula);
        places[index]?.set(keyOf(formula.row, formula.column), formula);
        if (pace.isDue(50)) yield [];
      }
      if (pace.isDue(cells.length)) yield [];
    }
  }
  return { book, all, at: (sheet, row, column) => places[sheet]?.get(keyOf(row, column)) };
}

function* formulasOf(cells: readonly Cell[]): Generator<readonly [number, string], void> {
  for (let along = 0; along < cells.length; along++) {
    const text = cells[along]?.formula ?? null;
    if (text !== null) yield [along, text];
  }
}

/** What formulas may point at by a name, and the forms seen so far, so that equal ones are one text. */
interface Known { readonly sheets: ReadonlyMap<string, number>; readonly tables: ReadonlyMap<string, KnownTable>; readonly forms: Map<string, string> }

function knownIn({ sheets }: AuditBook): Known {
  return {
    sheets: new Map(sheets.map(({ tab }, index) => [tab.toLowerCase(), index])), forms: new Map(),
    tables: new Map(sheets.flatMap((sheet, index) => sheet.tables.map((table) => [table.name.toLowerCase(), { table, index, sheet }] as const))),
  };
}

function formulaFrom(text: string, own: Standing, { sheets, tables, forms }: Known): Formula {
  const parts = partsOf(text);
  const made = formOf(parts, own.row, own.column);
  const form = forms.get(made) ?? made;
  forms.set(form, form);
  return { ...own, text, form, reads: readsOf(parts, own, sheets, tables) };
}

const keyOf = (row: number, column: number): number => row * 16_384 + column;

interface KnownTable { readonly table: AuditTable; readonly index: number; readonly sheet: AuditSheet }
interface Standing { readonly sheet: number; readonly row: number; readonly column: number }

function readsOf(parts: readonly Part[], own: Standing, names: ReadonlyMap<string, number>, tables: ReadonlyMap<string, KnownTable>): readonly Reads[] {
  return parts.flatMap((part, at): readonly Reads[] => {
    const before = parts[at - 1];
    if (before?.kind === "call" && ASK_WHERE.has(before.name)) return [];
    if (part.kind === "table") return tableReads(part.text, own, tables);
    if (part.kind !== "reference" || part.reference.book !== null) return [];
    const { sheet: tab, area } = part.reference;
    const sheet = tab === null ? own.sheet : names.get(tab.toLowerCase());
    return sheet === undefined ? [] : [{ sheet, area }];
  });
}

/** @example "tblStaff[WTE]" reads the column; "[@WTE]" the cell of the same row. Totals and headings are passed over. */
function tableReads(text: string, own: Standing, tables: ReadonlyMap<string, KnownTable>): readonly Reads[] {
  const [, name = "", inside = ""] = /^([^[]*)\[(.*)\]$/.exec(text) ?? [];
  const around = [...tables.values()].find(({ index, table: { area } }) => index === own.sheet && own.row >= area.top && own.row <= area.bottom && own.column >= area.left && own.column <= area.right);
  const known = name === "" ? around : tables.get(name.toLowerCase());
  if (known === undefined || /#(totals|headers|all)/i.test(inside)) return [];
  const isSameRow = /^@|#this row/i.test(inside);
  const wanted = inside.replace(/\[?#this row\]?,?/i, "").replace(/^@/, "").replace(/^\[|\]$/g, "").toLowerCase();
  const { area, hasHeaders, hasTotals } = known.table;
  const headings = known.sheet.rows[area.top - known.sheet.top] ?? [];
  const column = Array.from({ length: area.right - area.left + 1 }, (_, along) => area.left + along).find((each) => String(headings[each - known.sheet.left]?.value ?? "").toLowerCase() === wanted);
  if (column === undefined) return [];
  const [top, bottom] = isSameRow ? [own.row, own.row] : [area.top + (hasHeaders ? 1 : 0), area.bottom - (hasTotals ? 1 : 0)];
  return [{ sheet: known.index, area: { top, bottom, left: column, right: column } }];
}

/** Taken to pieces again: pieces are large, and few rules need those of every formula. */
export const partsAgain = ({ text }: Formula): readonly Part[] => partsOf(text);
export const callsAgain = (formula: Formula): readonly Call[] => (formula.text.includes("(") ? callsIn(partsAgain(formula)) : []);

/** Sheets that the rules about cells look at. */
export function ownSheets(book: AuditBook): readonly (readonly [number, AuditSheet])[] {
  return [...book.sheets.entries()].filter(([, sheet]) => sheet.identity === null && areaOf(sheet).bottom >= sheet.top);
}
