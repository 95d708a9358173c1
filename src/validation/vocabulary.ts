/** The measures that rules can name, table by table: what each is called in a rule and under which heading it stands in the workbook. Ids are permanent. */
import { returnHeader, thresholdEntries } from "../blueprint/sheets/cover";
import { demandTable } from "../blueprint/sheets/demand-and-supply";
import { gapTable } from "../blueprint/sheets/gap-analysis";
import { movementsTable } from "../blueprint/sheets/movements";
import { profileTable } from "../blueprint/sheets/profile";
import { sharedPostsTable } from "../blueprint/sheets/posts-with-others";
import { horizons, type HorizonId } from "../domain/taxonomy";
import { HEADER_TABLE, type TableKind } from "./language/figures";

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

const sharedPosts: TableWords = {
  name: sharedPostsTable.name, keys: ["role-group", "shared-figure", "shared-with"], families: new Map(),
  headings: new Map([["role-group", "Role group"], ["shared-figure", "Figure"], ["shared-with", "Shared with"], ["shared-how", "How"], ["shared-number", "Number"], ["shared-comment", "Comment"]]),
};

const movements: TableWords = {
  name: movementsTable.name, keys: ["movement-role-group"], families: new Map(),
  headings: new Map([
    ["movement-role-group", "Role group"], ["opening", "Opening"], ["joiners", "Joiners"], ["moved-in", "Moved in"], ["leavers", "Leavers"], ["moved-out", "Moved out"], ["closing", "Closing"],
    ["movement-comment", "Comment"], ["net-change", "Net change"], ["movement-posts", "Posts"], ["movement-vacancies", "Vacancies now"],
  ]),
};

const gap: TableWords = { name: gapTable.name, keys: ["gap-role-group"], families: new Map(), headings: new Map([["gap-role-group", "Role group"]]) };

export const vocabulary: ReadonlyMap<string, TableWords> = new Map([["demand", demand], ["profile", profile], ["gap", gap], ["shared-posts", sharedPosts], ["movements", movements]]);

/** Single figures of the Cover, by measure id. */
export const headerNames: ReadonlyMap<string, string> = new Map([
  ["organisation-code", "nmOrganisationCode"], ["organisation-name", "nmOrganisationName"], ["period", "nmPeriod"], ["header-as-at", "nmAsAt"], ["demand-unit", "nmDemandUnit"], ["structure", "nmStructure"],
  ["target-ratio", "nmTargetRatio"], ["ratio-green", "nmRatioGreen"], ["ratio-amber", "nmRatioAmber"], ["index-low", "nmIndexLow"], ["index-high", "nmIndexHigh"], ["index-red", "nmIndexRed"], ["small-base", "nmSmallBase"],
]);

/** What stands beside each of those figures on the Cover. */
export const headerLabels: ReadonlyMap<string, string> = new Map([...headerNames].map(([measure, name]) => [measure, [...returnHeader, ...thresholdEntries].find((entry) => entry.name === name)?.label ?? measure]));

/** Those of them that are thresholds: they travel with a return, since its ratings were made by them. */
export const thresholdMeasures: readonly string[] = [...headerNames].filter(([, name]) => thresholdEntries.some((entry) => entry.name === name)).map(([measure]) => measure);

/** A table whose entries travel in a return: which columns are figures and which are words. */
export interface TravellingTable extends TableWords {
  /** What its sheet in the return is called; at most 31 characters. */
  readonly title: string;
  readonly figures: readonly string[];
  readonly texts: readonly string[];
}

/** By table id, in the order in which a return has them. Worked out columns never travel. */
export const travelling: ReadonlyMap<string, TravellingTable> = new Map([
  ["demand", { ...demand, title: "Demand and supply", figures: ["posts", ...perHorizon("demand"), ...perHorizon("supply")], texts: ["comment", "source"] }],
  ["profile", { ...profile, title: "Profile", figures: ["in-group", "not-in-group", "unknown", "comparator"], texts: ["as-at", "profile-source", "profile-comment"] }],
  ["shared-posts", { ...sharedPosts, title: "Shared posts", figures: ["shared-number"], texts: ["shared-how", "shared-comment"] }],
  ["movements", { ...movements, title: "Movements", figures: ["opening", "joiners", "moved-in", "leavers", "moved-out", "closing"], texts: ["movement-comment"] }],
]);

/** Measures that are days, as day numbers. */
export const dates: ReadonlySet<string> = new Set(["as-at", "header-as-at"]);

/** A table that no workbook of an organisation has: a region's, made from the returns that it collected. */
export interface RegionTable extends TableKind {
  readonly headings: ReadonlyMap<string, string>;
  /** Which table and measure of a return a measure is of; none where it is of the region or of the register. */
  readonly of: Readonly<Record<string, { readonly table: string; readonly measure: string }>>;
}

const regionTable = (keys: readonly string[], headings: Readonly<Record<string, string>>, of: RegionTable["of"] = {}): RegionTable => ({ keys, families: new Map(), headings: new Map(Object.entries(headings)), of });
const ofTable = (table: string, measures: Readonly<Record<string, string>>): RegionTable["of"] => Object.fromEntries(Object.entries(measures).map(([own, measure]) => [own, { table, measure }]));

/**
 * Tables of a region by id: the register, a row for each organisation and role group or group and population, and the totals beside what they are made of.
 * Openings and supply are those of all horizons together.
 */
export const regionTables: ReadonlyMap<string, RegionTable> = new Map([
  ["returns", regionTable(["organisation"], { organisation: "Organisation", expected: "Expected", received: "Received", "return-as-at": "As-at date" }, ofTable(HEADER_TABLE, { organisation: "organisation-code", "return-as-at": "header-as-at" }))],
  ["region-totals", regionTable(["region-role-group"], {
    "region-role-group": "Role group", "region-posts": "Posts of the region", "organisations-posts": "Posts of its organisations", "region-vacancies": "Vacancies of the region",
    "organisations-vacancies": "Vacancies of its organisations", "region-supply": "Supply of the region", "organisations-supply": "Supply of its organisations",
  })],
  ["returns-demand", regionTable(["returns-organisation", "returns-role-group"], {
    "returns-organisation": "Organisation", "returns-role-group": "Role group", "returns-posts": "Posts", "returns-vacancies": headingsOf.now.demand, "returns-openings": "Demand", "returns-supply": "Supply",
  }, ofTable("demand", { "returns-posts": "posts", "returns-vacancies": "demand.now", "returns-openings": "demand.now", "returns-supply": "supply.now" }))],
  ["returns-profile", regionTable(["returns-member", "returns-group", "returns-population"], {
    "returns-member": "Organisation", "returns-group": "Group", "returns-population": "Population", "returns-in-group": "In group", "returns-not-in-group": "Not in group", "returns-unknown": "Unknown",
  }, ofTable("profile", { "returns-in-group": "in-group", "returns-not-in-group": "not-in-group", "returns-unknown": "unknown" }))],
]);

export interface WaitingTable { readonly module: string; readonly measures: readonly string[] }

/**
 * Tables that no module has yet. Rules over them stand in the pack so that their codes are taken and their figures can be tried (`test/validation`);
 * the check passes them over until the table is there. A module that brings its table takes it out of here.
 */
export const waitingTables: ReadonlyMap<string, WaitingTable> = new Map<string, WaitingTable>([
  ["transitions", { module: "Forecasting", measures: ["transition-from", "stay", "move-up", "move-across", "leave"] }],
  ["sign-off", { module: "Sign-off", measures: ["signatory", "must-sign", "signed-on", "changed-on"] }],
  ["readiness", { module: "Self-assessment", measures: ["statement", "statement-number", "answer"] }],
  ["questions", { module: "Self-assessment", measures: ["question", "question-number", "question-answer"] }],
  ["risks", { module: "Risks and actions", measures: ["risk", "likelihood", "impact", "score", "risk-threshold", "mitigation", "residual-score"] }],
  ["gap-actions", { module: "Risks and actions", measures: ["action-role-group", "action-ratio", "actions"] }],
  ["actions", { module: "Risks and actions", measures: ["action", "action-number", "due-on", "owner", "percent-done"] }],
  ["publishable", { module: "Disclosure control", measures: ["published-row", "published-in-group", "published-not-in-group", "published-unknown", "smallest-published"] }],
  ["investment", { module: "Board measures", measures: ["chief-executive-time"] }],
  ["assessment", { module: "Talent map", measures: ["assessment-role-group", "pool", "assessed", "ready", "box-1", "box-2", "box-3", "box-4", "box-5", "box-6", "box-7", "box-8", "box-9"] }],
  ["recruitment", { module: "Progression", measures: ["recruitment-group", "applied", "shortlisted", "appointed"] }],
  ["programmes", { module: "Progression", measures: ["programme", "enrolled", "completed"] }],
]);
