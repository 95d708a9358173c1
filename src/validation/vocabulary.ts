/** The measures that rules can name, table by table: what each is called in a rule and under which heading it stands in the workbook. Ids are permanent. */
import { demandTable } from "../blueprint/sheets/demand-and-supply";
import { gapTable } from "../blueprint/sheets/gap-analysis";
import { profileTable } from "../blueprint/sheets/profile";
import { horizons, type HorizonId } from "../domain/taxonomy";
import type { TableKind } from "./language/figures";

export interface TableWords extends TableKind {
  /** The table's name in the workbook, as the blueprint spells it. */
  readonly name: string;
  /** Heading by measure id. */
  readonly headings: ReadonlyMap<string, string>;
}

const perHorizon = (family: string): readonly string[] => horizons.map(({ id }) => `${family}.${id}`);

/** Each horizon's headings on Demand and supply, and on Gap analysis. */
const headingsOf: Readonly<Record<HorizonId, { readonly demand: string; readonly supply: string }>> = {
  "now": { demand: "Vacancies now", supply: "Supply now" },
  "to-1": { demand: "Demand to 1 year", supply: "Supply to 1 year" },
  "to-3": { demand: "Demand 1 to 3 years", supply: "Supply 1 to 3 years" },
  "to-5": { demand: "Demand 3 to 5 years", supply: "Supply 3 to 5 years" },
};

const demand: TableWords = {
  name: demandTable.name, keys: ["role-group"],
  families: new Map([["demand", perHorizon("demand")], ["supply", perHorizon("supply")]]),
  headings: new Map([
    ["role-group", "Role group"], ["posts", "Posts"],
    ...horizons.map(({ id }) => [`demand.${id}`, headingsOf[id].demand] as const), ...horizons.map(({ id }) => [`supply.${id}`, headingsOf[id].supply] as const),
    ["comment", "Comment"], ["source", "Source"],
  ]),
};

const profile: TableWords = {
  name: profileTable.name, keys: ["group", "population"], families: new Map(),
  headings: new Map([
    ["group", "Group"], ["population", "Population"], ["in-group", "In group"], ["not-in-group", "Not in group"], ["unknown", "Unknown"], ["comparator", "Comparator %"],
    ["as-at", "As-at date"], ["profile-source", "Source"], ["profile-comment", "Comment"], ["total", "Total"], ["share", "Share %"], ["declared", "Declared %"],
  ]),
};

const gap: TableWords = { name: gapTable.name, keys: ["gap-role-group"], families: new Map(), headings: new Map([["gap-role-group", "Role group"]]) };

export const vocabulary: ReadonlyMap<string, TableWords> = new Map([["demand", demand], ["profile", profile], ["gap", gap]]);

/** Single figures of the Cover, by measure id. */
export const headerNames: ReadonlyMap<string, string> = new Map([
  ["organisation-code", "nmOrganisationCode"], ["organisation-name", "nmOrganisationName"], ["period", "nmPeriod"], ["header-as-at", "nmAsAt"], ["demand-unit", "nmDemandUnit"], ["structure", "nmStructure"],
  ["target-ratio", "nmTargetRatio"], ["ratio-green", "nmRatioGreen"], ["ratio-amber", "nmRatioAmber"], ["index-low", "nmIndexLow"], ["index-high", "nmIndexHigh"], ["index-red", "nmIndexRed"], ["small-base", "nmSmallBase"],
]);
