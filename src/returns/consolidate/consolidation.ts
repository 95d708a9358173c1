/** A region's figures added up from the returns that count, each with what it is made of. */
import type { Total } from "../../domain/figures";
import type { FindingWords } from "../../validation/finding";

export interface ConsolidatedFigure {
  /** Withheld as soon as one figure in it is withheld, or it would let one be worked out. */
  readonly total: Total;
  /** Organisations whose number is in it, and those that count (a nil return counts, with nothing to add). */
  readonly from: number;
  readonly of: number;
  /** What was taken off, since two organisations declared the same. */
  readonly shared: number;
}

export interface ConsolidatedRow { readonly key: Readonly<Record<string, string>>; readonly figures: Readonly<Record<string, ConsolidatedFigure>> }

/** One figure of one return, as the region traces it. */
export interface TraceLine {
  readonly organisation: { readonly code: string; readonly name: string };
  readonly file: string;
  /** Where it stands in the return's file: "Demand and supply!C8". */
  readonly place: string;
  readonly figure: import("../format/return-document").FigureJson;
  /** Codes of what the region's rules found in it, with what was explained. */
  readonly findings: readonly string[];
  readonly signedBy: string;
}

/** A declaration that posts or people are shared, held against the other organisation's. */
export interface MirrorLine {
  readonly roleGroup: string;
  readonly measure: string;
  readonly one: string;
  readonly other: string;
  readonly number: number | null;
  readonly state: "matched" | "differs" | "not-declared-by-other" | "other-not-returned";
}

/** A finding of the region about one organisation, or about the region as a whole (`organisation` ""). */
export interface RegionFinding extends FindingWords {
  readonly organisation: string;
  readonly table: string;
  readonly key: string;
  readonly measure: string;
  /** In the return's file; "" where it has no cell. */
  readonly place: string;
  /** Its explanation that came with the return; "" where there is none. */
  readonly explained: string;
}

export interface Coverage { readonly expected: number; readonly included: number; readonly missing: readonly string[]; /** "45 of 50 organisations" */ readonly says: string }

export interface Consolidation {
  readonly coverage: Coverage;
  /** By role group in the usual order, others after them by name. */
  readonly demand: readonly ConsolidatedRow[];
  /** All role groups together. */
  readonly allRoleGroups: Readonly<Record<string, ConsolidatedFigure>>;
  readonly profile: readonly ConsolidatedRow[];
  readonly shared: readonly MirrorLine[];
  /** Worst first, then by organisation. */
  readonly findings: readonly RegionFinding[];
}
