/** Catches formulas of ours that were typed over or changed: what they give would no longer follow the figures (E06). */
import { dashboard1Table } from "../../blueprint/sheets/dashboard-1";
import { dashboard2Table } from "../../blueprint/sheets/dashboard-2";
import { gapTable, horizonTable } from "../../blueprint/sheets/gap-analysis";
import { profileTable } from "../../blueprint/sheets/profile";
import type { TableDefinition } from "../../blueprint/types";
import type { BookTable, Cell } from "../book";
import { finding, type Finding, type Rule } from "../finding";
import { placeIn } from "../rows";
import { quoted } from "../words";

const worked: readonly TableDefinition[] = [profileTable, horizonTable, gapTable, dashboard1Table, dashboard2Table];

export const overwrittenFormulas: Rule = (book) => worked.flatMap((definition) => {
  const table = book.tables.get(definition.name);
  return table === undefined ? [] : definition.columns.filter(({ holds }) => holds.kind === "formula").flatMap(({ header }) => inColumn(table, header));
});

/** Formulas name columns, not cells, so every row of a column has the same one. */
function inColumn(table: BookTable, header: string): readonly Finding[] {
  const column = table.headers.indexOf(header);
  if (column < 0) return [];
  const cells = table.rows.map((row) => row[column]);
  const usual = mostFrequent(cells.flatMap((cell) => cell?.formula ?? []));
  return cells.flatMap((cell, index): readonly Finding[] => {
    if (cell === undefined || (cell.formula !== null && cell.formula === usual)) return [];
    const key = quoted(keyOf(table, index));
    if (cell.formula === null) return [finding("E06.overwritten", placeIn(table, index, column), { column: header, key, found: heldBy(cell) })];
    return [finding("E06.changed", placeIn(table, index, column), { column: header, key })];
  });
}

const heldBy = (cell: Cell): string => (cell.kind === "blank" ? "nothing" : `"${quoted(String(cell.value))}"`);

function keyOf(table: BookTable, index: number): string {
  const first = table.rows[index]?.[0];
  return first === undefined || first.kind === "blank" ? `row ${index + 1}` : String(first.value);
}

function mostFrequent(formulas: readonly string[]): string | undefined {
  const times = new Map<string, number>();
  for (const formula of formulas) times.set(formula, (times.get(formula) ?? 0) + 1);
  return [...times].sort(([, one], [, other]) => other - one)[0]?.[0];
}
