/** The figures of all returns that count, put together by what they are of: role group or group and population, and measure. */
import type { Figure } from "../../domain/figures";
import { comparators, groups, nameKey, populations, roleGroups } from "../../domain/taxonomy";
import type { DemandUnit } from "../../domain/units";
import { travelling } from "../../validation/vocabulary";
import type { ReadReturn } from "../file/arrival";
import { figureFromJson } from "../format/figure-json";
import type { ReturnRow } from "../format/return-document";
import { codeOf } from "../collect/choose";
import { byText } from "../order";

/** Tables of which a region has totals. */
export type TotalledTable = "demand" | "profile";

/** Percentages of comparators cannot be added, so Comparator % has no total. */
export const totalled: Readonly<Record<TotalledTable, readonly string[]>> = {
  demand: travelling.get("demand")?.figures ?? [], profile: (travelling.get("profile")?.figures ?? []).filter((measure) => measure !== "comparator"),
};

/** One figure of one return, with where it stands there. */
export interface Contribution {
  readonly from: ReadReturn;
  readonly code: string;
  readonly unit: DemandUnit;
  readonly row: number;
  readonly figure: Figure;
}

export interface GatheredRow {
  /** `nameKey` of the words of the key, so that spellings of one name meet. */
  readonly id: string;
  readonly key: Readonly<Record<string, string>>;
  /** By measure, in the order of the organisations. */
  readonly cells: ReadonlyMap<string, readonly Contribution[]>;
}

const KEY_PARTS = "\u0000";
export const idOfKey = (table: TotalledTable, key: Readonly<Record<string, string>>): string => (travelling.get(table)?.keys ?? []).map((column) => nameKey(key[column] ?? "")).join(KEY_PARTS);

/** Our names in our order, and as we spell them. */
const usualNames: Readonly<Record<string, readonly string[]>> = {
  "role-group": roleGroups.map(({ name }) => name), group: groups.map(({ name }) => name), population: [...populations, ...comparators].map(({ name }) => name),
};

/**
 * @param included - in the order of their codes
 * @returns usual names in the usual order, others after them by name, spelt as the first organisation spells them. Rows without any name are left out.
 */
export function gathered(included: readonly ReadReturn[], table: TotalledTable): readonly GatheredRow[] {
  const keys = travelling.get(table)?.keys ?? [];
  const rows = new Map<string, { readonly key: Readonly<Record<string, string>>; readonly cells: Map<string, Contribution[]> }>();
  for (const from of included) {
    for (const [row, each] of (from.document.tables[table] ?? []).entries()) {
      const id = idOfKey(table, each.key);
      if (keys.every((column) => (each.key[column] ?? "").trim() === "")) continue;
      const made = rows.get(id) ?? { key: usualSpelling(keys, each), cells: new Map<string, Contribution[]>() };
      rows.set(id, made);
      for (const measure of totalled[table]) {
        const json = each.figures[measure];
        if (json === undefined) continue;
        const contribution = { from, code: codeOf(from), unit: from.document.header.demandUnit, row, figure: figureFromJson(json) };
        const cell = made.cells.get(measure);
        if (cell === undefined) made.cells.set(measure, [contribution]);
        else cell.push(contribution);
      }
    }
  }
  return [...rows].map(([id, made]) => ({ id, ...made, rank: keys.map((column) => rankOf(column, made.key[column] ?? "")).join(KEY_PARTS) }))
    .sort((one, other) => byText(one.rank, other.rank)).map(({ id, key, cells }) => ({ id, key, cells }));
}

const usualSpelling = (keys: readonly string[], { key }: ReturnRow): Readonly<Record<string, string>> => Object.fromEntries(keys.map((column) => {
  const said = (key[column] ?? "").trim();
  return [column, usualNames[column]?.find((name) => nameKey(name) === nameKey(said)) ?? said];
}));

function rankOf(column: string, name: string): string {
  const at = usualNames[column]?.indexOf(name) ?? -1;
  return at < 0 ? `z${nameKey(name)}` : `a${String(at).padStart(3, "0")}`;
}

/** True for a name of the usual list, in whatever spelling. */
export const isUsual = (column: string, name: string): boolean => usualNames[column]?.some((each) => nameKey(each) === nameKey(name)) ?? false;
