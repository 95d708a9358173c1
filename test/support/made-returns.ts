/** Made-up returns for tests: as many as are wanted, the same for the same seed, signed, sealed and without anything to find but what a test puts in. */
import { entered } from "../../src/domain/figures";
import { isoDate, type IsoDate } from "../../src/domain/period";
import { signatories } from "../../src/domain/signatories";
import { defaultThresholds } from "../../src/domain/thresholds";
import { comparators, groups, horizons, populations, roleGroups } from "../../src/domain/taxonomy";
import { figureAsJson } from "../../src/returns/format/figure-json";
import { FORMAT, FORMAT_VERSION, type ReturnDocument, type ReturnHeader, type ReturnRow } from "../../src/returns/format/return-document";
import { figuresDigest, sealed } from "../../src/returns/digest";
import { appended, type LogLine } from "../../src/returns/sign-off/log";
import { Chance } from "./chance";

const AS_AT = isoDate("2009-03-31") as IsoDate;
const NAMES = ["Ashby", "Birkdale", "Calder", "Dunmere", "Eskdale", "Farley", "Greenhow", "Haverton", "Inglewood", "Kelham"];

/** @example codeOf(0) // => "R00" */
export const codeOf = (index: number): string => `R${index.toString(36).toUpperCase().padStart(2, "0")}`;

/** What a test wants to be otherwise. */
export interface Otherwise {
  readonly header?: Partial<ReturnHeader>;
  readonly tables?: (tables: Record<string, ReturnRow[]>) => void;
  /** Not signed by anybody. */
  readonly unsigned?: boolean;
}

/** One return of organisation number `index` (0 to 1,295), signed and sealed. */
export const madeReturn = (seed: number, index: number, otherwise: Otherwise = {}): ReturnDocument => signed({ ...madeFigures(seed, index, otherwise), unsigned: otherwise.unsigned ?? false });

/** What such a return holds, before anybody signs it. */
export function madeFigures(seed: number, index: number, otherwise: Otherwise = {}): Pick<ReturnDocument, "header" | "tables" | "thresholds"> {
  const chance = new Chance(seed * 7919 + index);
  const header: ReturnHeader = {
    organisation: { code: codeOf(index), name: `${NAMES[index % NAMES.length] ?? ""} ${index + 1} NHS Trust` }, region: { code: "Q31", name: "North West" }, structure: "2009", period: "2009/10", asAt: AS_AT,
    demandUnit: "headcount", stage: "final", sequence: 1, replaces: null, templateVersion: "1.0", rulePack: { name: "Talent Plan rules", version: "1.0.0" }, madeOn: "2009-04-20T14:05",
    contacts: [{ name: "P Shaw", role: "Workforce analyst", email: "p.shaw@example.nhs.uk" }], sensitivity: "OFFICIAL-SENSITIVE", nil: null, ...otherwise.header,
  };
  const tables: Record<string, ReturnRow[]> = header.nil !== null ? {} : { demand: roleGroups.map(({ name }) => demandRow(name, chance)), profile: [] };
  if (header.nil === null) tables["profile"] = profileRows(tables["demand"] ?? [], chance);
  otherwise.tables?.(tables);
  return { header, tables, thresholds: thresholds() };
}

/** Signs and seals what a test made. */
export function signed({ header, tables, thresholds: held, unsigned = false, log: before = [] }: Pick<ReturnDocument, "header" | "tables" | "thresholds"> & { readonly unsigned?: boolean; readonly log?: readonly LogLine[] }): ReturnDocument {
  const figures = figuresDigest({ header, thresholds: held, tables });
  const line = { by: "", role: "", note: "", sequence: null, figures, as: null, on: "2009-04-17T10:00" } as const;
  let log: readonly LogLine[] = before;
  if (!unsigned) {
    log = appended(log, { ...line, event: "checked", by: "P Shaw", role: "Workforce analyst" });
    for (const { id, name } of signatories) log = appended(log, { ...line, event: "signed", as: id, by: `${name} of ${header.organisation.code}`, role: name });
    log = appended(log, { ...line, event: "sent", by: "P Shaw", role: "Workforce analyst", sequence: header.sequence, on: header.madeOn });
  }
  return sealed({
    format: FORMAT, formatVersion: FORMAT_VERSION, header, thresholds: held, tables, checked: { mustFix: 0, explain: 0, explained: 0, note: 0 }, explanations: [], answers: [], log, figuresDigest: figures,
  });
}

const thresholds = (): ReturnDocument["thresholds"] => ({
  "target-ratio": defaultThresholds.targetRatio, "ratio-green": defaultThresholds.ratioGreen, "ratio-amber": defaultThresholds.ratioAmber, "index-low": defaultThresholds.indexLow,
  "index-high": defaultThresholds.indexHigh, "index-red": defaultThresholds.indexRed, "small-base": defaultThresholds.smallBase,
});

function demandRow(roleGroup: string, chance: Chance): ReturnRow {
  const posts = 2 + chance.below(9);
  const count = (limit: number): ReturnType<typeof figureAsJson> => figureAsJson(entered(chance.below(limit)));
  return {
    key: { "role-group": roleGroup }, texts: { source: "Made-up example" },
    figures: Object.fromEntries([["posts", posts], ...horizons.map(({ id }) => [`demand.${id}`, count(Math.min(4, posts + 1))] as const), ...horizons.map(({ id }) => [`supply.${id}`, count(6)] as const)]),
  };
}

/** Everybody ready in a horizon, and every holder of a post, is in a group, not in it, or unknown. */
function profileRows(demand: readonly ReturnRow[], chance: Chance): ReturnRow[] {
  const total = (measure: string): number => demand.reduce((sum, row) => sum + Number(row.figures[measure] ?? 0), 0);
  const texts = { "as-at": AS_AT as string, "profile-source": "Made-up example" };
  return groups.flatMap((group): readonly ReturnRow[] => {
    const of = (population: string, everyone: number): ReturnRow => {
      const unknown = chance.below(Math.max(1, Math.round(everyone / 8)));
      // Doctors are a part of Clinicians: fewer than a fifth stays below the two fifths from which Clinicians start.
      const part = group.id === "doctors" ? chance.part() / 5 : group.id === "clinicians" ? 0.4 + chance.part() / 5 : 0.1 + chance.part() / 2;
      const inGroup = Math.round((everyone - unknown) * part);
      return { key: { group: group.name, population }, figures: { "in-group": inGroup, "not-in-group": everyone - unknown - inGroup, unknown, comparator: "n/a" }, texts };
    };
    return [
      ...populations.map((population) => of(population.name, population.id === "post-holders" ? total("posts") - total("demand.now") : total(`supply.${"horizon" in population ? population.horizon : ""}`))),
      ...comparators.map(({ name }, at) => of(name, at === 0 ? 2400 + chance.below(900) : 190_000 + chance.below(9000))),
    ];
  });
}
