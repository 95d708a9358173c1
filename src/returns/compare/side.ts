/** One side of a comparison: a return or a region, reduced to what can be compared. */
import { comparators, nameKey } from "../../domain/taxonomy";
import { defaultThresholds, type Thresholds } from "../../domain/thresholds";
import { sumOf, type Figure } from "../../domain/figures";
import { addedUp } from "../../domain/rounding";
import type { DemandUnit } from "../../domain/units";
import type { ReturnDocument } from "../format/return-document";
import { figureFromJson } from "../format/figure-json";
import type { Consolidation, ConsolidatedRow } from "../consolidate/consolidation";
import { idOfKey, totalled, type TotalledTable } from "../consolidate/gather";
import { figureOfTotal } from "../consolidate/total";

export interface SideRow { readonly key: Readonly<Record<string, string>>; readonly figures: Readonly<Record<string, Figure>> }

export interface Side {
  /** As it is called in sentences: "the last return", "North West". */
  readonly name: string;
  /** How openings are counted; null where it is not one way. */
  readonly unit: DemandUnit | null;
  readonly thresholds: Pick<Thresholds, "targetRatio" | "ratioGreen" | "ratioAmber" | "smallBase">;
  /** By role group, and by group and population (comparators left out), under the form of their names that is the same however they are typed. */
  readonly demand: ReadonlyMap<string, SideRow>;
  readonly profile: ReadonlyMap<string, SideRow>;
  /** All role groups together. */
  readonly all: Readonly<Record<string, Figure>>;
}

/** All role groups together are known where each of them is: a total without one that was left blank would look like a change. */
export function sideOfReturn({ header, thresholds, tables }: Pick<ReturnDocument, "header" | "thresholds" | "tables">, name: string): Side {
  const rows = (table: TotalledTable): readonly SideRow[] => (tables[table] ?? []).map(({ key, figures }) => ({ key, figures: Object.fromEntries(totalled[table].flatMap((measure) => (figures[measure] === undefined ? [] : [[measure, figureFromJson(figures[measure])]]))) }));
  const threshold = (measure: string, usual: number): number => { const json = thresholds[measure]; return typeof json === "number" ? json : usual; };
  const demand = rows("demand");
  return {
    name, unit: header.demandUnit, demand: byName("demand", demand), profile: leaders(rows("profile")), all: Object.fromEntries(totalled.demand.map((measure) => [measure, figureOfTotal(sumOf(demand.flatMap(({ figures }) => figures[measure] ?? [])))])),
    thresholds: { targetRatio: threshold("target-ratio", defaultThresholds.targetRatio), ratioGreen: threshold("ratio-green", defaultThresholds.ratioGreen), ratioAmber: threshold("ratio-amber", defaultThresholds.ratioAmber), smallBase: threshold("small-base", defaultThresholds.smallBase) },
  };
}

/** A region has no thresholds of its own: the usual ones, unless others are given. */
export function sideOfRegion({ demand, profile, allRoleGroups }: Pick<Consolidation, "demand" | "profile" | "allRoleGroups">, name: string, thresholds: Side["thresholds"] = defaultThresholds): Side {
  const rows = (from: readonly ConsolidatedRow[]): readonly SideRow[] => from.map(({ key, figures }) => ({ key, figures: figuresOf(figures) }));
  return { name, unit: null, thresholds, demand: byName("demand", rows(demand)), profile: leaders(rows(profile)), all: figuresOf(allRoleGroups) };
}

/**
 * The rest of a region, beside which one of its organisations is held: compared with a whole that it is part of, it would be compared with itself.
 * What the organisation has not entered is not in the region's totals, so nothing is taken off for it; what it withheld is withheld there too.
 */
export function restOfRegion(region: Side, organisation: Side): Side {
  const rest = (of: ReadonlyMap<string, SideRow>, own: ReadonlyMap<string, SideRow>): ReadonlyMap<string, SideRow> =>
    new Map([...of].map(([id, row]) => [id, { ...row, figures: less(row.figures, own.get(id)?.figures ?? {}) }]));
  return { ...region, name: `the rest of ${region.name}`, demand: rest(region.demand, organisation.demand), profile: rest(region.profile, organisation.profile), all: less(region.all, organisation.all) };
}

function less(of: Readonly<Record<string, Figure>>, own: Readonly<Record<string, Figure>>): Readonly<Record<string, Figure>> {
  return Object.fromEntries(Object.entries(of).map(([measure, figure]): readonly [string, Figure] => {
    const part = own[measure];
    return [measure, figure.kind === "number" && part?.kind === "number" ? { kind: "number", value: addedUp([figure.value, -part.value]) } : figure];
  }));
}

const byName = (table: TotalledTable, rows: readonly SideRow[]): ReadonlyMap<string, SideRow> => new Map(rows.map((row) => [idOfKey(table, row.key), row]));
const leaders = (rows: readonly SideRow[]): ReadonlyMap<string, SideRow> => byName("profile", rows.filter(({ key }) => !comparators.some(({ name }) => nameKey(name) === nameKey(key["population"] ?? ""))));

const figuresOf = (figures: ConsolidatedRow["figures"]): Readonly<Record<string, Figure>> => Object.fromEntries(Object.entries(figures).map(([measure, { total }]) => [measure, figureOfTotal(total)]));
