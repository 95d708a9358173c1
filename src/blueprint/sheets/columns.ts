/** What follows from a table's columns: widths, and help for whoever fills them in. */
import type { TableBlueprint, TableDefinition, ValidationBlueprint } from "../types";

export const widthsOf = (table: TableDefinition): readonly number[] => table.columns.map((column) => column.width);

/** One rule per column over all of its rows: Excel drops rules that come by the thousand. */
export function validationsOf(table: TableBlueprint): readonly ValidationBlueprint[] {
  return table.columns.flatMap((column, index): readonly ValidationBlueprint[] => {
    if (column.holds.kind !== "entry") return [];
    const area = { top: table.top + 1, left: table.left + index, rows: table.rows.length, columns: 1 };
    return [{ area, entry: column.holds.entry, title: column.header, hint: column.hint ?? "" }];
  });
}

/** The place of a column in its table. @throws RangeError when the table has no such header: a mistake in the blueprint */
export function columnIndexOf(table: TableDefinition, header: string): number {
  const index = table.columns.findIndex((column) => column.header === header);
  if (index < 0) throw new RangeError(`${table.name} has no column ${header}.`);
  return index;
}

/** The same height, in points, for rows that follow each other: charts over them then have the same size everywhere. */
export const rowsOf = (first: number, count: number, points: number): Readonly<Record<number, number>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [first + index, points]));
