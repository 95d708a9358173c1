/** A workbook's sheets as cells, whichever program saved it: .xlsx or .ods. Values only; nothing is worked out. */
import { APPLICATION, PROPERTIES_PART } from "./written-workbook";
import { strFromU8, strToU8 } from "fflate";
import type { Parts } from "./stored-zip";

/** What a cell shows. `formula`: it is worked out, whatever it shows. */
export type SeenCell = { readonly kind: "value"; readonly holds: string | number } | { readonly kind: "formula" } | { readonly kind: "other"; readonly shows: string };

/** Cells that hold something, by row and column from 0. A spoilt file can say that a cell stands anywhere, so no list has a place for every cell before it. */
export interface SeenSheet { readonly name: string; readonly rows: ReadonlyMap<number, ReadonlyMap<number, SeenCell>> }

export const cellAt = ({ rows }: SeenSheet, row: number, column: number): SeenCell | null => rows.get(row)?.get(column) ?? null;

/** What a cell shows as text; "" for an empty cell, a formula, and anything that is neither text nor number. */
export function textAt(sheet: SeenSheet, row: number, column: number): string {
  const cell = cellAt(sheet, row, column);
  return cell?.kind === "value" ? String(cell.holds) : "";
}

/** `isWorkingWorkbook`: it has the marks of a workbook that returns are made from. */
export interface OpenedWorkbook { readonly kind: "opened"; readonly sheets: readonly SeenSheet[]; readonly isWorkingWorkbook: boolean }

export type Opening = OpenedWorkbook | { readonly kind: "locked" } | { readonly kind: "no-workbook" };

/** Every sheet that our working workbook has is marked by this name (`src/README.md`). */
const MARK = "_TalentPlan.Sheet";

export async function openedWorkbook(bytes: Uint8Array): Promise<Opening> {
  const { read } = await import("@e965/xlsx");
  let book: ReturnType<typeof read>;
  try {
    book = read(bytes, { type: "array", dense: true, cellHTML: false, cellText: false, cellFormula: true, cellNF: false });
  } catch (problem) {
    // The library throws errors and texts of its own for anything that is no workbook or has a password.
    return { kind: /password/i.test(String(problem)) ? "locked" : "no-workbook" };
  }
  const isWorkingWorkbook = (book.Workbook?.Names ?? []).some(({ Name }) => Name === MARK);
  return { kind: "opened", isWorkingWorkbook, sheets: book.SheetNames.map((name) => ({ name, rows: rowsOf(book.Sheets[name]) })) };
}

/** A cell as the library gives it. */
interface LibraryCell { readonly t: string; readonly v?: unknown; readonly f?: string }

function rowsOf(sheet: object | undefined): SeenSheet["rows"] {
  const data = (sheet as { readonly "!data"?: Sparse<Sparse<LibraryCell>> } | undefined)?.["!data"] ?? {};
  return new Map(numbered(data).map(([row, cells]) => [row, new Map(numbered(cells).flatMap(([column, cell]) => { const seen = seenCell(cell); return seen === null ? [] : [[column, seen] as const]; }))] as const));
}

/** A list of the library's, with holes. */
type Sparse<T> = Readonly<Record<number, T | undefined>>;

const numbered = <T extends object>(list: Sparse<T>): readonly (readonly [number, T])[] => Object.entries(list).flatMap(([at, item]) => (item === undefined ? [] : [[Number(at), item] as const]));

function seenCell(cell: LibraryCell): SeenCell | null {
  if (cell.f !== undefined) return { kind: "formula" };
  if (cell.v === undefined || cell.v === null || cell.v === "") return null;
  if (cell.t === "n" && typeof cell.v === "number") return { kind: "value", holds: cell.v };
  if (cell.t === "s" && typeof cell.v === "string") return { kind: "value", holds: cell.v };
  return { kind: "other", shows: String(cell.v) };
}

/** By the part that a workbook cannot do without: .xlsx and .xlsm, or .ods. */
export const isWorkbook = (parts: Parts): boolean => "xl/workbook.xml" in parts || isOpenDocument(parts);

/** An .xlsb: the library can be made to run out of memory by a spoilt one, so none is read. */
export const isBinaryWorkbook = (parts: Parts): boolean => "xl/workbook.bin" in parts;

export const isOpenDocument = (parts: Parts): boolean => "content.xml" in parts;

/**
 * The parts as the library takes them: text only, without pictures, macros and anything binary. Of an .ods it is not told the conditions of number formats, which
 * it would complain of on the console; and what looks like an escaped character of an .xlsx is escaped once more there, since it takes such for characters.
 */
export function plainParts(all: Parts): Parts {
  const parts = Object.fromEntries(Object.entries(all).filter(([name]) => /\.(xml|rels)$/.test(name) || name === "mimetype"));
  if (!isOpenDocument(all)) return parts;
  const plain = (name: string): Parts => (name in parts ? { [name]: strToU8(strFromU8(parts[name] ?? new Uint8Array()).replace(/<style:map [^>]*\/>/g, "").replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")) } : {});
  return { ...parts, ...plain("styles.xml"), ...plain("content.xml") };
}

/** Whether the add-in saved the file last, by what its properties say. Every other program puts its own name there. */
export function isOurs(parts: Parts): boolean {
  const properties = parts[PROPERTIES_PART];
  return properties !== undefined && strFromU8(properties).includes(`<Application>${APPLICATION}</Application>`);
}
