/** Catches in Shared posts and Movements what is caught on the other entry sheets: what is no count, what is not entered, and rows without a name. */
import { movementsTable } from "../../blueprint/sheets/movements";
import { sharedPostsTable } from "../../blueprint/sheets/posts-with-others";
import type { TableDefinition } from "../../blueprint/types";
import { finding, type Finding, type Rule } from "../finding";
import { isEmptyRow, rowsOf, type Row } from "../rows";
import { inRow } from "./blanks";
import { cellsOf, judged, type Counting } from "./counts";

interface Further { readonly table: TableDefinition; readonly keys: readonly string[]; readonly figures: readonly string[]; readonly counting: Counting }

const further: readonly Further[] = [
  { table: sharedPostsTable, keys: ["Role group", "Figure", "Shared with"], figures: ["Number"], counting: { unit: "openings", places: 1 } },
  { table: movementsTable, keys: ["Role group"], figures: ["Opening", "Joiners", "Moved in", "Leavers", "Moved out", "Closing"], counting: { unit: "people", places: 0 } },
];

export const furtherTables: Rule = (book) => further.flatMap((each) => rowsOf(book, each.table).filter((row) => !isEmptyRow(row, each.table)).flatMap((row) => inFurther(row, each)));

function inFurther(row: Row, { keys, figures, counting }: Further): readonly Finding[] {
  const key = keys.map((header) => row.text(header)).filter((part) => part !== "").join(", ");
  const nameless = keys.flatMap((header) => { const entry = row.at(header); return entry !== null && entry.reading.kind === "blank" ? [finding("E20.key", entry.place, { column: header })] : []; });
  return [...nameless, ...inRow(row, figures, key, "the figure, 0 if there are none"), ...cellsOf(row, figures, key).flatMap((cell) => judged(cell, counting, false))];
}
