/**
 * What each figure of Core means: the catalogue that the Cover prints, so that nobody has to guess a definition.
 * Ids are permanent and follow the reconstructed list of measures; measures of later modules are added here as data.
 */

export type MeasureUnit = "posts" | "openings" | "people" | "people per opening" | "% of those known" | "% of everyone" | "ratio of two shares";

export interface Measure {
  readonly id: string;
  readonly name: string;
  /** In plain words, whole sentences. */
  readonly definition: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly unit: MeasureUnit;
  /** Decimal places shown. */
  readonly places: number;
  /** Where the guidance asks for it. */
  readonly source: string;
}

const GUIDANCE = "Inspiring Leaders, DH, January 2009, line";

export const measures: readonly Measure[] = [
  {
    id: "M1", name: "Critical posts", unit: "posts", places: 0, source: `${GUIDANCE} 517`,
    definition: "Established posts in the role group at the as-at date, filled or not.",
    numerator: "Posts in the role group", denominator: "None: a count",
  },
  {
    id: "M2", name: "Demand", unit: "openings", places: 1, source: `${GUIDANCE} 736`,
    definition: "Posts that need a new holder: vacancies at the as-at date, then openings expected in each later horizon from turnover, retirement and new posts, less posts that close. Each opening is counted in one horizon only.",
    numerator: "Openings in the horizon", denominator: "None: a count",
  },
  {
    id: "M3", name: "Supply", unit: "people", places: 0, source: `${GUIDANCE} 410`,
    definition: "People assessed as ready for the role group in the horizon. Each person is counted once for a role group, in the first horizon in which they are ready.",
    numerator: "People ready in the horizon", denominator: "None: a count",
  },
  {
    id: "M4", name: "Gap", unit: "people", places: 1, source: `${GUIDANCE} 791`,
    definition: "Supply less demand in the same horizon. Below zero means that too few people are ready. The cumulative gap adds the horizons up from now on and takes it that people not yet placed stay ready.",
    numerator: "Supply less demand", denominator: "None: a difference",
  },
  {
    id: "M5", name: "Choice ratio", unit: "people per opening", places: 2, source: `${GUIDANCE} 480`,
    definition: "How many ready people there are for each opening. There is none where no opening is expected.",
    numerator: "People ready in the horizon", denominator: "Openings in the horizon",
  },
  {
    id: "M11", name: "Representation", unit: "% of those known", places: 1, source: `${GUIDANCE} 422`,
    definition: "The part of a population that is in the group, among people whose status is known.",
    numerator: "People in the group", denominator: "People in the group and people not in it; unknown left out",
  },
  {
    id: "M12", name: "Representation index", unit: "ratio of two shares", places: 2, source: `${GUIDANCE} 322`,
    definition: "The group's share among leaders over its share in the wider workforce, or in the local community. 1 means that leaders reflect it; below 1 means that the group is under-represented.",
    numerator: "Share of the group among leaders", denominator: "Share of the group in the comparator",
  },
  {
    id: "M16", name: "Declared", unit: "% of everyone", places: 1, source: `${GUIDANCE} 623`,
    definition: "The part of a population whose status is known. The lower it is, the less a share can be relied on.",
    numerator: "People whose status is known", denominator: "Everyone in the population",
  },
  {
    id: "M17", name: "Clinicians among leaders", unit: "% of those known", places: 1, source: `${GUIDANCE} 324`,
    definition: "Representation of clinicians, with doctors shown apart, among post-holders and in each readiness band. What counts is professional background, not the staff group of the present post.",
    numerator: "Clinicians", denominator: "People whose background is known",
  },
];

/** @throws RangeError when no measure has this id */
export function measure(id: string): Measure {
  const found = measures.find((candidate) => candidate.id === id);
  if (found === undefined) throw new RangeError(`There is no measure ${id}.`);
  return found;
}
