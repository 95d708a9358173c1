/** Excel's own rules for what may be entered in our tables: whether they are still there, and putting them back where pasting took them away. */
import { demandTable } from "../blueprint/sheets/demand-and-supply";
import { profileTable } from "../blueprint/sheets/profile";
import type { SheetBlueprint, TableDefinition } from "../blueprint/types";
import type { FoundSheet } from "./identity";
import type { TableReading } from "./read-template";
import { queueValidation } from "./write-rules";

const entryTables: readonly TableDefinition[] = [demandTable, profileTable];

/** Headers of the columns of one of our tables that have a rule; none for tables that nobody fills in. */
export function ruledHeaders(ours: string): readonly string[] {
  const table = entryTables.find(({ name }) => name === ours);
  return (table?.columns ?? []).filter(({ holds }) => holds.kind === "entry").map(({ header }) => header);
}

export type RuleLost = ReadonlyMap<string, "all" | "some">;

/**
 * Asks for the rules of a table's columns. The table and its columns may turn out not to be there.
 * @param table - as "OrNullObject" where it is only supposed
 * @returns which have lost theirs, to be asked for after the sync
 */
export function queueRuleCheck(ours: string, table: Excel.Table): () => RuleLost {
  const asked = ruledHeaders(ours).map((header) => ({ header, rule: table.columns.getItemOrNullObject(header).getDataBodyRange().dataValidation.load("type") }));
  return () => new Map(asked.flatMap(({ header, rule }): readonly (readonly [string, "all" | "some"])[] => {
    if (rule.isNullObject) return [];
    if (rule.type === "None") return [[header, "all"]];
    return rule.type === "Inconsistent" || rule.type === "MixedCriteria" ? [[header, "some"]] : [];
  }));
}

/** Puts back the rules that are lost. @param blueprint - of the sheet @returns whether any was */
export function queueLostRules({ worksheet }: FoundSheet, blueprint: SheetBlueprint, read: TableReading): boolean {
  const columns = blueprint.tables[0]?.columns ?? [];
  const lost = columns.filter(({ header }) => read.ruleLost.has(header) && read.headers.includes(header));
  for (const { header, holds, hint } of lost) {
    if (holds.kind !== "entry") continue;
    const area = { top: read.top + 1, left: read.left + read.headers.indexOf(header), rows: read.rows.length, columns: 1 };
    queueValidation(worksheet, { area, entry: holds.entry, title: header, hint: hint ?? "" });
  }
  return lost.length > 0;
}
