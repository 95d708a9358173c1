/**
 * Which totals are withheld, so that no figure that an organisation withheld can be worked out. Full disclosure control comes later; this fails closed.
 *
 * Taken for granted is a reader who has every published total and every figure of all other organisations. To such a reader a total is as good as the
 * one organisation's own figure in it. So a withheld figure must be in no published total, nor in two that lead to it by way of what always adds up:
 *
 * 1. A total with a withheld figure in it is withheld.
 * 2. All role groups together are the sum of the role groups: that total of the measure is withheld as well.
 * 3. In group, not in group and unknown of a population add up to the same people for every group: all three totals of the row are withheld.
 * 4. People ready in a horizon are the supply of all role groups in it, and post-holders are posts less vacancies (`links`): where one of those
 *    measures is withheld in any role group, every profile total of the population is.
 *
 * A test holds this against linear algebra: no withheld figure lies in the span of what is published.
 */
import { populations, nameKey, type Population } from "../../domain/taxonomy";
import type { GatheredRow } from "./gather";

/** A population whose people can be reckoned from measures of Demand and supply, all role groups together. */
export interface Link { readonly population: string; readonly measures: readonly string[] }

export const links: readonly Link[] = populations.map((each: Population) => ({ population: each.name, measures: each.horizon === undefined ? ["posts", "demand.now"] : [`supply.${each.horizon}`] }));

export interface Withholding {
  readonly demand: (row: GatheredRow, measure: string) => boolean;
  readonly allRoleGroups: (measure: string) => boolean;
  readonly profile: (row: GatheredRow) => boolean;
}

/** Says of each total whether it is withheld. */
export function withholding(demand: readonly GatheredRow[], profile: readonly GatheredRow[]): Withholding {
  const rows = new Map(demand.map((row) => [row.id, withheldIn(row)]));
  const measures = new Set([...rows.values()].flatMap((each) => [...each]));
  const linked = new Set(links.filter((link) => link.measures.some((measure) => measures.has(measure))).map(({ population }) => nameKey(population)));
  const profileRows = new Set(profile.filter((row) => withheldIn(row).size > 0 || linked.has(nameKey(row.key["population"] ?? ""))).map(({ id }) => id));
  return { demand: ({ id }, measure) => rows.get(id)?.has(measure) ?? false, allRoleGroups: (measure) => measures.has(measure), profile: ({ id }) => profileRows.has(id) };
}

const withheldIn = ({ cells }: GatheredRow): ReadonlySet<string> => new Set([...cells].filter(([, contributions]) => contributions.some(({ figure }) => figure.kind === "withheld")).map(([measure]) => measure));
