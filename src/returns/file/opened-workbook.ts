/** A workbook's sheets as cells, whichever program saved it: .xlsx, .ods or .xls. Values only; nothing is worked out. */
import { APPLICATION, PROPERTIES_PART } from "./written-workbook";
import { strFromU8, strToU8 } from "fflate";
import type { Parts } from "./stored-zip";

/** What a cell shows. `formula`: it is worked out, whatever it shows. */
export type SeenCell = { readonly kind: "value"; readonly holds: string | number } | { readonly kind: "formula" } | { readonly kind: "other"; readonly shows: string };

export interface SeenSheet { readonly name: string; readonly rows: readonly (readonly (SeenCell | null)[])[] }

/** `isWorkingWorkbook`: it has the marks of a workbook that returns are made from. */
export interface OpenedWorkbook { readonly kind: "opened"; readonly sheets: readonly SeenSheet[]; readonly isWorkingWorkbook: boolean }

export type Opening = OpenedWorkbook | { readonly kind: "locked" } | { readonly kind: "no-workbook" };

/** Every sheet that our working workbook has is marked by this name (`src/README.md`). */
const MARK = "_TalentPlan.Sheet";

export async function openedWorkbook(bytes: Uint8Array): Promise<Opening> {
  const { read } = await import("@e965/xlsx");
  try {
    const book = read(bytes, { type: "array", dense: true, cellHTML: false, cellText: false, cellFormula: true, cellNF: false });
    const isWorkingWorkbook = (book.Workbook?.Names ?? []).some(({ Name }) => Name === MARK);
    return { kind: "opened", isWorkingWorkbook, sheets: book.SheetNames.map((name) => ({ name, rows: rowsOf(book.Sheets[name]) })) };
  } catch (error) {
    // The library throws an Error of its own words for anything that is no workbook or has a password.
    if (!(error instanceof Error)) throw error;
    return { kind: /password/i.test(error.message) ? "locked" : "no-workbook" };
  }
}

/** A cell as the library gives it. */
interface LibraryCell { readonly t: string; readonly v?: unknown; readonly f?: string }

function rowsOf(sheet: object | undefined): SeenSheet["rows"] {
  const data = (sheet as { readonly "!data"?: readonly (readonly (LibraryCell | undefined)[] | undefined)[] } | undefined)?.["!data"] ?? [];
  return Array.from(data, (row) => Array.from(row ?? [], seenCell));
}

function seenCell(cell: LibraryCell | undefined): SeenCell | null {
  if (cell === undefined) return null;
  if (cell.f !== undefined) return { kind: "formula" };
  if (cell.v === undefined || cell.v === null || cell.v === "") return null;
  if (cell.t === "n" && typeof cell.v === "number") return { kind: "value", holds: cell.v };
  if (cell.t === "s" && typeof cell.v === "string") return { kind: "value", holds: cell.v };
  return { kind: "other", shows: String(cell.v) };
}

export const isOpenDocument = (parts: Parts): boolean => "content.xml" in parts;

/**
 * An .ods as the library takes it. It is not told of conditions of number formats, which it would complain of on the console; and what looks like an escaped
 * character of an .xlsx is escaped once more, since it takes such for characters here too.
 */
export function plainParts(parts: Parts): Parts {
  const plain = (name: string): Parts => (name in parts ? { [name]: strToU8(strFromU8(parts[name] ?? new Uint8Array()).replace(/<style:map [^>]*\/>/g, "").replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")) } : {});
  return { ...parts, ...plain("styles.xml"), ...plain("content.xml") };
}

/** Whether the add-in saved the file last, by what its properties say: any other program puts its own name there. */
export function isOurs(parts: Parts): boolean {
  const properties = parts[PROPERTIES_PART];
  return properties !== undefined && strFromU8(properties).includes(`<Application>${APPLICATION}</Application>`);
}
