/** A book of figures once it has been read: our sheets as they stand, wherever they have moved to. Nothing is judged here. */
import type { SheetId } from "../blueprint/types";
import type { Standing } from "./standing";

/** What a cell holds, as the workbook says it. */
export type CellKind = "blank" | "number" | "text" | "logical" | "error";

export interface Cell {
  readonly kind: CellKind;
  /** "" where blank; an error by its word, such as "#REF!". */
  readonly value: string | number | boolean;
  /** "" where it was not read. */
  readonly numberFormat: string;
  /** With its "="; null where the cell holds what was entered. */
  readonly formula: string | null;
}

/** A sheet of ours under the tab that it has today. */
export interface BookSheet { readonly id: SheetId; readonly tab: string }

/** `top` and `left` are the header's, from 0. */
export interface BookTable {
  readonly sheet: SheetId;
  readonly tab: string;
  /** What the table is called in this workbook. */
  readonly name: string;
  readonly top: number;
  readonly left: number;
  readonly headers: readonly string[];
  /** Without the row of totals that a person may have put under it. */
  readonly rows: readonly (readonly Cell[])[];
  /** Entry columns, by header, whose cells have lost Excel's rule for what may be entered: all of them, or some; or have another one. */
  readonly ruleLost: ReadonlyMap<string, RuleLost>;
}

/** What became of Excel's rule for what may be entered. */
export type RuleLost = "all" | "some" | "changed";

/** A single cell that has a name of ours. */
export interface NamedCell { readonly sheet: SheetId; readonly tab: string; readonly row: number; readonly column: number; readonly cell: Cell }

export interface Book {
  /** Ours, in tab order, each identity once. */
  readonly sheets: readonly BookSheet[];
  /** Sheets that carry the identity of one of ours because they were copied from it. */
  readonly copies: readonly BookSheet[];
  /** By our own spelling of the table's name. */
  readonly tables: ReadonlyMap<string, BookTable>;
  /** The rule pack that the workbook keeps, in the form in which it does; null where there is none. */
  readonly keptPack: string | null;
  /** What the Cover keeps of the record of the return, in the form in which it does; null where there is none. */
  readonly logHead: string | null;
  /** Single figures of the Cover, and the template's version, by our own spelling of the name. */
  readonly named: ReadonlyMap<string, NamedCell>;
  /** What stands on our sheets beside the figures; not there where only figures were read. */
  readonly standing?: Standing;
}

export const blankCell: Cell = { kind: "blank", value: "", numberFormat: "", formula: null };

/** @returns the sheet of this identity, or undefined when it is gone */
export const sheetIn = (book: Book, id: SheetId): BookSheet | undefined => book.sheets.find((sheet) => sheet.id === id);

/** What a named cell holds as trimmed text; "" where it is blank or gone. */
export function textNamed(book: Pick<Book, "named">, name: string): string {
  const found = book.named.get(name);
  return found === undefined || found.cell.kind === "blank" ? "" : String(found.cell.value).trim();
}

/** What a column of a table holds as trimmed text, row by row; none where the table is gone, "" in each row where the column is. */
export function columnTexts(book: Book, table: string, header: string): readonly string[] {
  const found = book.tables.get(table);
  const column = found?.headers.indexOf(header) ?? -1;
  return (found?.rows ?? []).map((row) => String(row[column]?.value ?? "").trim());
}
