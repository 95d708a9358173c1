/** A sheet's table as rows of values by heading. */
import type { CellsBySheet, PlainCell } from "./plain-cells.cjs";

export type TableRow = Readonly<Record<string, PlainCell["value"]>>;

/** @param headingRow - from 1 */
export function tableOn(cells: CellsBySheet, sheet: string, headingRow: number): readonly TableRow[] {
  const held = cells.get(sheet) ?? new Map<string, PlainCell>();
  const columns = [...held].filter(([at]) => new RegExp(`^[A-Z]+${headingRow}$`).test(at)).map(([at, { value }]) => [at.replace(/\d+/, ""), String(value)] as const);
  const rows: TableRow[] = [];
  for (let row = headingRow + 1; columns.some(([column]) => (held.get(`${column}${row}`)?.value ?? "") !== ""); row += 1) rows.push(Object.fromEntries(columns.map(([column, heading]) => [heading, held.get(`${column}${row}`)?.value ?? ""])));
  return rows;
}
