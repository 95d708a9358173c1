/**
 * How leaders are sorted: role groups, horizons, groups of people, populations and comparators. All are defaults that
 * an organisation can extend; the words here are the words in the sheets.
 */

/** Posts that are planned for together. `id` is permanent; `name` is what the sheet shows. */
export interface RoleGroup { readonly id: string; readonly name: string; readonly note?: string }

/**
 * The default list, in board order. The guidance (l.481, l.517) asks for chief executives and every functional
 * director; the list of functions is a proposal, to be edited at set-up.
 */
export const roleGroups: readonly RoleGroup[] = [
  { id: "chief-executive", name: "Chief executive" },
  { id: "finance", name: "Finance director" },
  { id: "nursing", name: "Nursing director" },
  { id: "medical", name: "Medical director" },
  { id: "operations", name: "Operations director" },
  { id: "workforce", name: "HR and workforce director" },
  { id: "commissioning", name: "Commissioning director" },
  { id: "strategy", name: "Strategy and planning director" },
  { id: "public-health", name: "Public health director" },
  { id: "other-director", name: "Other director" },
  { id: "non-executive", name: "Chair and non-executive", note: "Optional: some regions plan for their non-executives too." },
  { id: "other-critical", name: "Other critical post", note: "Posts that the organisation itself calls critical." },
];

export type HorizonId = "now" | "to-1" | "to-3" | "to-5";

/** A span of years after the as-at date. Each starts just after the one before ends, so nobody is counted in two. */
export interface Horizon {
  readonly id: HorizonId;
  /** "1 to 3 years", for a heading. */
  readonly name: string;
  /** "after 1 year and up to 3 years", for a sentence. */
  readonly inWords: string;
  /** Years after the as-at date: later than `after` and up to `upTo`. Both 0 for now. */
  readonly after: number;
  readonly upTo: number;
  /** The middle of the span in years, for working out who will still be there. */
  readonly middle: number;
}

/** The guidance's spans touch at 1 and 3 years (l.791); here a year that is both goes to the earlier one. */
export const horizons = [
  { id: "now", name: "Now", inWords: "at the as-at date", after: 0, upTo: 0, middle: 0 },
  { id: "to-1", name: "To 1 year", inWords: "after the as-at date and up to 1 year", after: 0, upTo: 1, middle: 0.5 },
  { id: "to-3", name: "1 to 3 years", inWords: "after 1 year and up to 3 years", after: 1, upTo: 3, middle: 2 },
  { id: "to-5", name: "3 to 5 years", inWords: "after 3 years and up to 5 years", after: 3, upTo: 5, middle: 4 },
] as const satisfies readonly Horizon[];

/** People who share a characteristic whose part among leaders is followed. */
export interface Group {
  readonly id: string;
  /** In the sheet's Group column. */
  readonly name: string;
  /** In a sentence: "women", "disabled people". */
  readonly inWords: string;
  /** The group that this one is part of: every doctor is a clinician. */
  readonly within?: string;
  /** Who counts as in the group, to be printed with the figures. */
  readonly definition: string;
}

export const groups = [
  { id: "bme", name: "BME", inWords: "people from black and minority ethnic backgrounds",
    definition: "Ethnic category codes D to S of the 16 categories. White Irish and other White count as not in the group; not stated and not known count as unknown." },
  { id: "women", name: "Women", inWords: "women", definition: "Recorded as female." },
  { id: "disabled", name: "Disabled", inWords: "disabled people",
    definition: "Declared a disability in the staff record. Not declared, prefer not to answer and blank count as unknown." },
  { id: "clinicians", name: "Clinicians", inWords: "clinicians",
    definition: "Professional background in a registered clinical profession, whatever post is held now." },
  { id: "doctors", name: "Doctors", inWords: "doctors", within: "Clinicians", definition: "Clinicians whose professional background is medical or dental." },
] as const satisfies readonly Group[];

/** A set of people within which groups are counted. `horizon` ties the ready populations to supply. */
export interface Population { readonly id: string; readonly name: string; readonly inWords: string; readonly horizon?: HorizonId }

export const populations = [
  { id: "post-holders", name: "Post-holders", inWords: "post-holders" },
  { id: "ready-now", name: "Ready now", inWords: "people ready now", horizon: "now" },
  { id: "ready-to-1", name: "Ready to 1 year", inWords: "people ready within 1 year", horizon: "to-1" },
  { id: "ready-to-3", name: "Ready 1 to 3 years", inWords: "people ready in 1 to 3 years", horizon: "to-3" },
  { id: "ready-to-5", name: "Ready 3 to 5 years", inWords: "people ready in 3 to 5 years", horizon: "to-5" },
] as const satisfies readonly Population[];

/** What the leaders' profile is held against. Counts or a percentage, with source and date. */
export const comparators = [
  { id: "workforce", name: "Wider workforce", inWords: "the wider workforce" },
  { id: "community", name: "Local community", inWords: "the local community" },
] as const satisfies readonly Population[];

/** True for "Wider workforce" and "Local community", however spaced or capitalised. */
export function isComparator(populationName: string): boolean {
  return comparators.some((comparator) => sameName(comparator.name, populationName));
}

/** Names compared as a person reads them: capitals, spaces (also non-breaking) and kinds of dash make no difference. */
export function sameName(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}

/** Words of which only the capitals have to be evened out, as nearly all are. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** Names that say something, each once, in the order in which they first come. @example distinctNames(["BME", " bme", ""]) // => ["BME"] */
export function distinctNames(names: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const name of names.map((each) => each.trim())) if (name !== "" && !seen.has(nameKey(name))) seen.set(nameKey(name), name);
  return [...seen.values()];
}

/** The form of a name that is the same for every way of typing it. */
export function nameKey(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  return name.normalize("NFKC").replace(/[\u2010-\u2015\u2212]/g, "-").replace(/\s+/g, " ").trim().toLowerCase();
}
