/** Queues role groups being added to, or taken from, Demand and supply. A row with anything entered is never taken away. */
import { demandTable } from "../blueprint/sheets/demand-and-supply";
import { nameKey } from "../domain/taxonomy";
import type { TableReading, TemplateReading } from "./read-template";

export interface RoleGroupChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Not in the list that was given, but with figures or words entered: kept. */
  readonly kept: readonly string[];
}

const noChange: RoleGroupChange = { added: [], removed: [], kept: [] };

/** @param wanted - the whole list, or undefined when nothing was decided about it */
export function queueRoleGroups(context: Excel.RequestContext, wanted: readonly string[] | undefined, reading: TemplateReading): RoleGroupChange {
  const table = reading.tables.get(demandTable.name);
  if (wanted === undefined || table === undefined) return noChange;
  const change = roleGroupChange(wanted, table);
  if (change === null) return noChange;
  const { rows } = context.workbook.tables.getItem(table.name);
  const column = table.headers.indexOf("Role group");
  if (change.added.length > 0) rows.add(undefined, change.added.map((name) => table.headers.map((_, index) => (index === column ? name : ""))));
  // From the foot upwards, so that the rows above keep their numbers; the last row of a table cannot go.
  for (const index of [...change.rows].reverse()) rows.getItemAt(index).delete();
  return change;
}

/** Whether any row would come or go. */
export function changesRoleGroups(wanted: readonly string[] | undefined, reading: TemplateReading): boolean {
  const table = reading.tables.get(demandTable.name);
  const change = wanted === undefined || table === undefined ? null : roleGroupChange(wanted, table);
  return change !== null && change.added.length + change.removed.length > 0;
}

/** Which rows come and go; null where there is no column of role groups to compare with. Pure. */
export function roleGroupChange(wanted: readonly string[], table: TableReading): (RoleGroupChange & { readonly rows: readonly number[] }) | null {
  const column = table.headers.indexOf("Role group");
  if (column < 0) return null;
  const present = table.rows.map((row) => String(row[column] ?? "").trim());
  const has = (names: readonly string[], name: string): boolean => names.some((other) => nameKey(other) === nameKey(name));
  const added = wanted.filter((name) => !has(present, name));
  const unwanted = present.flatMap((name, index) => (has(wanted, name) ? [] : [index]));
  const isEmpty = (index: number): boolean => (table.rows[index] ?? []).every((cell, at) => at === column || cell === "");
  const rows = unwanted.filter(isEmpty);
  const nameAt = (index: number): string => present[index] ?? "";
  return { added, rows, removed: rows.map(nameAt), kept: unwanted.filter((index) => !isEmpty(index)).map(nameAt) };
}
