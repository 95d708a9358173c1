/**
 * A made-up region to try the workbook with: the size of a strategic health authority of 2009, 42 organisations. Not
 * one figure is real. The counts agree with each other: each population is sorted completely by every group.
 */
import { entered, notApplicable, type Figure } from "./figures";
import type { IsoDate } from "./period";
import { groups, horizons, nameKey, populations, roleGroups, type Group, type HorizonId, type Population } from "./taxonomy";

/** Stands in every source cell, so that nobody takes the figures for real. */
export const madeUp = "Made-up example";

export interface ExampleDemandRow {
  readonly roleGroup: string;
  readonly posts: number;
  readonly demand: Readonly<Record<HorizonId, number>>;
  readonly supply: Readonly<Record<HorizonId, number>>;
  readonly comment: string;
  readonly source: string;
}

export interface ExampleProfileRow {
  readonly group: string;
  /** A population or a comparator. */
  readonly population: string;
  readonly inGroup: Figure;
  readonly notInGroup: Figure;
  readonly unknown: Figure;
  /** 0 to 1; not applicable to a population of leaders. */
  readonly comparatorShare: Figure;
  readonly asAt: IsoDate;
  readonly source: string;
  readonly comment: string;
}

export interface MadeUpExample { readonly demand: readonly ExampleDemandRow[]; readonly profile: readonly ExampleProfileRow[] }

/** Posts, then demand and supply from now to 3-5 years. About one post an organisation for each executive director. */
type RoleFigures = readonly [posts: number, demand: readonly [number, number, number, number], supply: readonly [number, number, number, number], comment?: string];

const roles: Readonly<Record<string, RoleFigures>> = {
  "chief-executive": [42, [4, 9, 18, 16], [6, 9, 21, 14], "Four interim appointments are counted as vacancies."],
  finance: [42, [3, 7, 14, 13], [11, 12, 24, 19]],
  nursing: [42, [6, 8, 15, 14], [4, 7, 19, 13]],
  medical: [41, [7, 9, 13, 12], [3, 5, 11, 9], "Two trusts share one medical director."],
  operations: [37, [5, 8, 13, 11], [16, 13, 27, 18]],
  workforce: [40, [2, 6, 12, 11], [9, 11, 17, 13]],
  commissioning: [24, [3, 6, 9, 8], [2, 4, 13, 11], "Primary care trusts only."],
  strategy: [38, [1, 6, 11, 10], [7, 9, 34, 12]],
  "public-health": [24, [4, 4, 7, 6], [3, 4, 8, 5], "Joint appointments with local authorities are counted once."],
  "other-director": [46, [3, 8, 15, 12], [12, 14, 26, 17]],
  "non-executive": [236, [18, 42, 71, 66], [23, 31, 52, 38], "Chairs and non-executives of all boards."],
  "other-critical": [61, [5, 11, 19, 17], [17, 19, 34, 21], "Posts that two or more organisations named as critical."],
};

/** A role group of the reader's own gets figures of this shape. */
const localRole: RoleFigures = [28, [2, 5, 9, 8], [4, 6, 13, 9], "A role group added at set-up."];

/** Parts of those known, 0 to 1: post-holders, then the ready from now on; the part unknown; and the two comparators. */
interface GroupShares {
  readonly leaders: readonly [number, number, number, number, number];
  readonly unknown: number;
  readonly workforce: number;
  /** Null where the question does not arise: nobody counts the clinicians in a town. */
  readonly community: number | null;
}

const shares: Readonly<Record<string, GroupShares>> = {
  bme: { leaders: [0.062, 0.075, 0.09, 0.105, 0.118], unknown: 0.043, workforce: 0.131, community: 0.084 },
  women: { leaders: [0.43, 0.47, 0.49, 0.53, 0.56], unknown: 0, workforce: 0.773, community: 0.508 },
  disabled: { leaders: [0.033, 0.036, 0.035, 0.041, 0.044], unknown: 0.142, workforce: 0.046, community: 0.179 },
  clinicians: { leaders: [0.29, 0.31, 0.34, 0.36, 0.38], unknown: 0.021, workforce: 0.524, community: null },
  doctors: { leaders: [0.084, 0.091, 0.095, 0.102, 0.106], unknown: 0.021, workforce: 0.091, community: null },
};

const localShares: GroupShares = { leaders: [0.11, 0.12, 0.13, 0.14, 0.13], unknown: 0.12, workforce: 0.151, community: 0.137 };

/** Staff of the made-up region's organisations. */
const STAFF = 118_460;

/**
 * The example for a workbook's own lists: role groups and groups that it added get made-up figures too.
 * @param roleGroupNames - as in the Demand and supply sheet, in its order
 * @param groupNames - as in the Profile sheet
 */
export function madeUpExample(roleGroupNames: readonly string[], groupNames: readonly string[], asAt: IsoDate): MadeUpExample {
  const demand = roleGroupNames.map(demandRow);
  const sizes = [sum(demand.map((row) => row.posts - row.demand.now)), ...horizons.map(({ id }) => sum(demand.map((row) => row.supply[id])))];
  return { demand, profile: groupNames.flatMap((group) => profileRows(group, sizes, asAt)) };
}

function demandRow(name: string): ExampleDemandRow {
  const known = roleGroups.find((group) => nameKey(group.name) === nameKey(name));
  const [posts, demand, supply, comment = ""] = (known && roles[known.id]) ?? localRole;
  return { roleGroup: name, posts, demand: byHorizon(demand), supply: byHorizon(supply), comment, source: madeUp };
}

function byHorizon([now, to1, to3, to5]: readonly [number, number, number, number]): Record<HorizonId, number> {
  return { now, "to-1": to1, "to-3": to3, "to-5": to5 };
}

function profileRows(groupName: string, sizes: readonly number[], asAt: IsoDate): readonly ExampleProfileRow[] {
  const known: readonly Group[] = groups;
  const group = known.find((each) => nameKey(each.name) === nameKey(groupName));
  const parts = (group && shares[group.id]) ?? localShares;
  const common = { group: groupName, asAt, source: madeUp, comment: "" };
  const leaders = populations.map((population: Population, index) => ({
    ...common, population: population.name, ...sorted(sizes[index] ?? 0, parts.leaders[index] ?? 0, parts.unknown), comparatorShare: notApplicable,
  }));
  const none = { inGroup: notApplicable, notInGroup: notApplicable, unknown: notApplicable };
  return [
    ...leaders,
    { ...common, population: "Wider workforce", ...sorted(STAFF, parts.workforce, parts.unknown), comparatorShare: notApplicable },
    { ...common, population: "Local community", ...none, comparatorShare: parts.community === null ? notApplicable : entered(parts.community) },
  ];
}

/** Everyone of a population in one of three places, whole people, so that the three always add up to all of them. */
function sorted(everyone: number, shareOfKnown: number, shareUnknown: number): Pick<ExampleProfileRow, "inGroup" | "notInGroup" | "unknown"> {
  const unknown = Math.round(everyone * shareUnknown);
  const inGroup = Math.round((everyone - unknown) * shareOfKnown);
  return { inGroup: entered(inGroup), notInGroup: entered(everyone - unknown - inGroup), unknown: entered(unknown) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
