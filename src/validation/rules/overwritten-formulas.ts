/** Catches formulas of ours that were typed over or changed: what they give would no longer follow the figures (E06). */
import { dashboard1Table } from "../../blueprint/sheets/dashboard-1";
import { dashboard2Table } from "../../blueprint/sheets/dashboard-2";
import { gapTable, horizonTable } from "../../blueprint/sheets/gap-analysis";
import { profileTable } from "../../blueprint/sheets/profile";
import type { TableDefinition } from "../../blueprint/types";
import type { Book, BookTable, Cell } from "../book";
import type { FormulaDrift } from "../drift/drift";
import { findDrift } from "../drift/find-drift";
import { finding, type Finding, type Rule } from "../finding";
import { placeIn } from "../rows";
import { columnKey } from "../standing";
import { groupBy, quoted } from "../words";

const worked: readonly TableDefinition[] = [profileTable, horizonTable, gapTable, dashboard1Table, dashboard2Table];

export const overwrittenFormulas: Rule = (book) => (book.standing === undefined ? byNeighbours(book) : byTemplate(book));

/** Where formulas themselves are known: held against the template's. Those that came with something else that is gone are said there. */
function byTemplate(book: Book): readonly Finding[] {
  const drift = findDrift(book).filter((each): each is FormulaDrift => each.kind === "formula" && each.column !== null && !each.follows);
  return [...groupBy(drift, ({ column }) => columnKey(column?.table ?? "", column?.header ?? "")).values()].flatMap((cells) => inWholeColumn(book, cells));
}

/** A column of one other formula is one finding. */
function inWholeColumn(book: Book, cells: readonly FormulaDrift[]): readonly Finding[] {
  const [first] = cells;
  const table = first === undefined ? undefined : book.tables.get(first.column?.table ?? "");
  if (first === undefined || table === undefined) return [];
  const along = first.at.column - table.left;
  const formulas = new Set(table.rows.map((row) => row[along]?.formula));
  if (cells.length === table.rows.length && cells.length > 1 && formulas.size === 1 && String(first.held).startsWith("=")) {
    const [top, bottom] = [0, table.rows.length - 1].map((row) => placeIn(table, row, along).cell);
    return [finding("E06.column", { ...placeIn(table, 0, along), cell: `${String(top)}:${String(bottom)}` }, { column: first.column?.header ?? "" })];
  }
  return cells.flatMap(({ at, column }) => {
    const index = at.row - table.top - 1;
    const cell = table.rows[index]?.[along];
    return cell === undefined ? [] : [inCell(table, column?.header ?? "", index, along, cell)];
  });
}

const byNeighbours: Rule = (book) => worked.flatMap((definition) => {
  const table = book.tables.get(definition.name);
  return table === undefined ? [] : definition.columns.filter(({ holds }) => holds.kind === "formula").flatMap(({ header }) => inColumn(table, header));
});

/** Where only figures are known. Formulas name columns, not cells, so every row of a column has the same one. */
function inColumn(table: BookTable, header: string): readonly Finding[] {
  const column = table.headers.indexOf(header);
  if (column < 0) return [];
  const cells = table.rows.map((row) => row[column]);
  const usual = mostFrequent(cells.flatMap((cell) => cell?.formula ?? []));
  return cells.flatMap((cell, index): readonly Finding[] => {
    if (cell === undefined || (cell.formula !== null && cell.formula === usual)) return [];
    return [inCell(table, header, index, column, cell)];
  });
}

function inCell(table: BookTable, header: string, index: number, column: number, cell: Cell): Finding {
  const key = quoted(keyOf(table, index));
  if (cell.formula === null) return finding("E06.overwritten", placeIn(table, index, column), { column: header, key, found: heldBy(cell) });
  return finding("E06.changed", placeIn(table, index, column), { column: header, key });
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
