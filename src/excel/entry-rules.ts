/** Excel's own rules for what may be entered in our tables: whether they are still there, and putting them back where pasting took them away. */
import { demandTable } from "../blueprint/sheets/demand-and-supply";
import { profileTable } from "../blueprint/sheets/profile";
import type { Entry, SheetBlueprint, TableDefinition } from "../blueprint/types";
import type { RuleLost } from "../validation/book";
import { normalHighlight } from "../validation/drift/normal-formula";
import type { FoundSheet } from "./identity";
import type { TableReading } from "./read-template";
import { queueValidation, ruleFor } from "./write-rules";

const entryTables: readonly TableDefinition[] = [demandTable, profileTable];

export type RulesLost = ReadonlyMap<string, RuleLost>;

/**
 * Asks for the rules of a table's columns. The table and its columns may turn out not to be there.
 * @param table - as "OrNullObject" where it is only supposed
 * @param headings - those that were typed over, by ours
 * @returns which have lost theirs, to be asked for after the sync
 */
export function queueRuleCheck(ours: string, table: Excel.Table, headings: ReadonlyMap<string, string> = new Map()): () => RulesLost {
  const columns = entryTables.find(({ name }) => name === ours)?.columns ?? [];
  const asked = columns.flatMap(({ header, holds }) =>
    (holds.kind === "entry" ? [{ header, lost: queueRuleOf(table.columns.getItemOrNullObject(headings.get(header) ?? header).getDataBodyRange(), holds.entry) }] : []));
  return () => new Map(asked.flatMap(({ header, lost }): readonly (readonly [string, RuleLost])[] => { const how = lost(); return how === null ? [] : [[header, how]]; }));
}

/**
 * Asks for the rule of cells that have one rule for entry. They may turn out not to be there.
 * @returns what became of it, to be asked for after the sync; null where it stands
 */
export function queueRuleOf(range: Excel.Range, entry: Entry): () => RuleLost | null {
  const { dataValidation } = range;
  dataValidation.load("type,rule");
  return () => {
    if (dataValidation.isNullObject) return null;
    if (dataValidation.type === "None") return "all";
    if (dataValidation.type === "Inconsistent" || dataValidation.type === "MixedCriteria") return "some";
    return kindsOf(entry).some((kind) => saysOf(ruleFor(kind, "A1").rule) === saysOf(dataValidation.rule)) ? null : "changed";
  };
}

/** Demand is counted whole or to one decimal place, as the Cover says; either is right here. */
const kindsOf = (entry: Entry): readonly Entry[] => (entry.kind === "demand" ? [entry, { kind: "count" }] : [entry]);

/** A rule in one form, wherever its first cell is. Excel gives dates back in its own way, so that of those only the kind counts. */
function saysOf(rule: Excel.DataValidationRule): string {
  const plain = JSON.parse(JSON.stringify(rule)) as Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
  return Object.entries(plain).filter(([, part]) => part !== null).map(([kind, part]) => `${kind}:${partSays(kind, part ?? {})}`).join(";");
}

function partSays(kind: string, part: Readonly<Record<string, unknown>>): string {
  if (kind === "list") return String(part["source"]).split(",").map((word) => word.trim()).join(",");
  if (kind === "custom") return normalHighlight(String(part["formula"]));
  return `${String(part["operator"])}:${kind === "date" ? "" : [part["formula1"], part["formula2"]].filter((each) => each !== undefined && each !== null && each !== "").map((each) => String(each).replace(/^=/, "")).join(",")}`;
}

/** Puts back the rules that are lost; one that was changed may be meant, and is for the repair. @param blueprint - of the sheet @returns whether any was */
export function queueLostRules({ worksheet }: FoundSheet, blueprint: SheetBlueprint, read: TableReading): boolean {
  const columns = blueprint.tables[0]?.columns ?? [];
  const lost = columns.filter(({ header }) => (read.ruleLost.get(header) ?? "changed") !== "changed" && read.headers.includes(header));
  for (const { header, holds, hint } of lost) {
    if (holds.kind !== "entry") continue;
    const area = { top: read.top + 1, left: read.left + read.headers.indexOf(header), rows: read.rows.length, columns: 1 };
    queueValidation(worksheet, { area, entry: holds.entry, title: header, hint: hint ?? "" });
  }
  return lost.length > 0;
}
