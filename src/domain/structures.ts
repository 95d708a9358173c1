/**
 * How the NHS in England is organised, at two dates: kinds of organisation, the shape of their codes, and the regions
 * by name. Dated reference data to be edited as the NHS changes, not a rule.
 */

/** Whether we have seen a fact in a public source, or remember it. */
export type HowKnown = "verified" | "recalled";

export interface OrganisationKind {
  readonly id: string;
  readonly name: string;
  /** The shape of its code, as a regular expression over the whole code in capitals. */
  readonly codePattern: string;
  /** The shape in words, for the person whose code does not fit. */
  readonly codeInWords: string;
  readonly example: string;
}

export interface NamedOrganisation { readonly code: string; readonly name: string; readonly known: HowKnown }

export type StructureId = "2009" | "today";

export interface Structure {
  readonly id: StructureId;
  /** "NHS structure of 2009": what the Cover shows. */
  readonly name: string;
  /** First and last day; null when it still stands. */
  readonly from: string;
  readonly until: string | null;
  /** The day that the lists below describe. */
  readonly listsAsAt: string;
  /** What the level above organisations is called. */
  readonly regionWord: string;
  readonly kinds: readonly OrganisationKind[];
  /** The kind whose codes must be in `regions`. */
  readonly regionKind: string;
  readonly regions: readonly NamedOrganisation[];
}

export const structures: readonly Structure[] = [
  {
    id: "2009", name: "NHS structure of 2009", from: "2006-07-01", until: "2013-03-31", listsAsAt: "2009-01-20", regionWord: "strategic health authority",
    regionKind: "sha",
    kinds: [
      { id: "sha", name: "Strategic health authority", codePattern: "Q3[0-9]", codeInWords: "Q3 and a digit", example: "Q31" },
      { id: "pct", name: "Primary care trust", codePattern: "5[A-Z0-9]{2}", codeInWords: "5 and two letters or digits", example: "5ND" },
      { id: "care-trust", name: "Care trust", codePattern: "T[A-Z0-9]{2}", codeInWords: "T and two letters or digits", example: "TAC" },
      { id: "trust", name: "NHS trust or foundation trust", codePattern: "R[A-Z0-9]{2}", codeInWords: "R and two letters or digits", example: "RBS" },
    ],
    regions: [
      { code: "Q30", name: "North East", known: "recalled" },
      { code: "Q31", name: "North West", known: "verified" },
      { code: "Q32", name: "Yorkshire and the Humber", known: "verified" },
      { code: "Q33", name: "East Midlands", known: "recalled" },
      { code: "Q34", name: "West Midlands", known: "recalled" },
      { code: "Q35", name: "East of England", known: "recalled" },
      { code: "Q36", name: "London", known: "verified" },
      { code: "Q37", name: "South East Coast", known: "recalled" },
      { code: "Q38", name: "South Central", known: "recalled" },
      { code: "Q39", name: "South West", known: "recalled" },
    ],
  },
  {
    id: "today", name: "NHS structure of today", from: "2022-07-01", until: null, listsAsAt: "2025-04-01", regionWord: "region",
    regionKind: "region",
    kinds: [
      { id: "region", name: "NHS England region", codePattern: "Y[0-9]{2}", codeInWords: "Y and two digits", example: "Y56" },
      { id: "icb", name: "Integrated care board", codePattern: "Q[A-Z][A-Z0-9]", codeInWords: "Q, a letter, and a letter or digit", example: "QYG" },
      { id: "trust", name: "NHS trust or foundation trust", codePattern: "R[A-Z0-9]{2}", codeInWords: "R and two letters or digits", example: "RBS" },
      { id: "care-trust", name: "Care trust", codePattern: "T[A-Z0-9]{2}", codeInWords: "T and two letters or digits", example: "TAD" },
    ],
    regions: [
      { code: "Y56", name: "London", known: "verified" },
      { code: "Y58", name: "South West", known: "verified" },
      { code: "Y59", name: "South East", known: "verified" },
      { code: "Y60", name: "Midlands", known: "verified" },
      { code: "Y61", name: "East of England", known: "verified" },
      { code: "Y62", name: "North West", known: "verified" },
      { code: "Y63", name: "North East and Yorkshire", known: "verified" },
    ],
  },
];

/** The structure with this id or name, or null. */
export function structureNamed(idOrName: string): Structure | null {
  const wanted = idOrName.trim().toLowerCase();
  return structures.find((structure) => structure.id === wanted || structure.name.toLowerCase() === wanted) ?? null;
}

/** What a code says about an organisation, or why it cannot be one. */
export type CodeReading =
  | { readonly kind: "fits"; readonly organisation: OrganisationKind; readonly region: NamedOrganisation | null }
  | { readonly kind: "not-in-list"; readonly organisation: OrganisationKind; readonly listed: readonly NamedOrganisation[] }
  | { readonly kind: "wrong-shape"; readonly shapes: readonly OrganisationKind[] };

/**
 * Reads an organisation's code in a structure. Lower case and outer spaces are forgiven; a region's code must also be
 * one that exists, because there are few of them and they are all known.
 * @example readCode(structure2009, "q31").kind // => "fits"
 */
export function readCode(structure: Structure, code: string): CodeReading {
  const wanted = code.trim().toUpperCase();
  const organisation = structure.kinds.find((kind) => new RegExp(`^(?:${kind.codePattern})$`).test(wanted));
  if (organisation === undefined) return { kind: "wrong-shape", shapes: structure.kinds };
  if (organisation.id !== structure.regionKind) return { kind: "fits", organisation, region: null };
  const region = structure.regions.find((candidate) => candidate.code === wanted);
  if (region === undefined) return { kind: "not-in-list", organisation, listed: structure.regions };
  return { kind: "fits", organisation, region };
}
