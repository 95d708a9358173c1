/** What of a workbook's entries goes when a new period starts: every figure, every day and every comment. Names, sources and "n/a" stay. */
import type { SheetId } from "../blueprint/types";
import type { Book } from "../validation/book";
import { rowsOf } from "../validation/rows";
import { dates, travelling } from "../validation/vocabulary";

/** A column of entries as it reads afterwards. */
export interface ClearedColumn { readonly sheet: SheetId; readonly table: string; readonly header: string; readonly values: readonly (string | number)[]; /** Cells that held something that goes. */ readonly gone: number }

/** Comments are about figures that go; they stand in the return that was sent. */
const COMMENTS: ReadonlySet<string> = new Set(["comment", "profile-comment", "movement-comment", "shared-comment"]);

export function clearedColumns(book: Book): readonly ClearedColumn[] {
  return [...travelling].flatMap(([, table]) => {
    const standing = book.tables.get(table.name);
    if (standing === undefined) return [];
    const ids = [...table.figures, ...table.texts.filter((id) => dates.has(id) || COMMENTS.has(id))];
    return ids.flatMap((id): readonly ClearedColumn[] => {
      const header = table.headings.get(id) ?? "";
      if (!standing.headers.includes(header)) return [];
      const entries = rowsOf(book, table).map((row) => row.at(header));
      // What cannot exist will not exist in the new period either.
      const values = entries.map((entry) => (entry?.figure.kind === "not-applicable" ? String(entry.cell.value) : ""));
      return [{ sheet: standing.sheet, table: table.name, header, values, gone: entries.filter((entry, index) => entry !== null && entry.reading.kind !== "blank" && values[index] === "").length }];
    });
  });
}
