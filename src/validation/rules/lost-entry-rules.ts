/** Catches entry cells that refuse nothing any more: pasting passes Excel's own rules by and takes them away (W07). */
import { demandTable } from "../../blueprint/sheets/demand-and-supply";
import { profileTable } from "../../blueprint/sheets/profile";
import { a1 } from "../../blueprint/place";
import type { TableDefinition } from "../../blueprint/types";
import { finding, type Rule } from "../finding";

const entryTables: readonly TableDefinition[] = [demandTable, profileTable];

export const lostEntryRules: Rule = (book) => entryTables.flatMap(({ name }) => {
  const table = book.tables.get(name);
  if (table === undefined || table.rows.length === 0) return [];
  return [...table.ruleLost].flatMap(([header, which]) => {
    const column = table.headers.indexOf(header);
    if (column < 0) return [];
    const [first, last] = [table.top + 1, table.top + table.rows.length].map((row) => a1(row, table.left + column));
    const cell = first === last ? String(first) : `${String(first)}:${String(last)}`;
    return [finding(`W07.${which}`, { identity: table.sheet, tab: table.tab, cell }, { column: header })];
  });
});
