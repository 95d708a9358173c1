/** Two sides held against each other, measure by measure, and what of it is worth saying. */
import type { Figure } from "../../domain/figures";
import type { Worked } from "../../domain/gap";
import type { Missing } from "../../domain/figures";

/** Counts of one organisation at two dates can be compared as they are; of a larger and a smaller only ratios and shares. */
export type ComparisonKind = "last-with-this" | "organisation-with-region" | "region-with-region";

/** A count, role group by role group and for all together (`roleGroup` ""). */
export interface ComparedCount {
  readonly roleGroup: string;
  readonly measure: string;
  /** Null where that side has no such row or measure. */
  readonly before: Figure | null;
  readonly after: Figure | null;
  /** Null unless both are numbers that count the same thing. */
  readonly change: number | null;
  readonly isSignificant: boolean;
}

/** Ready people per opening in one horizon. */
export interface ComparedRatio {
  readonly roleGroup: string;
  readonly horizon: string;
  readonly before: Worked<Missing | "no-demand">;
  readonly after: Worked<Missing | "no-demand">;
  /** The two have other words by the thresholds: green, amber or red. */
  readonly isSignificant: boolean;
}

/** People in a group, of those whose status is known. */
export interface ComparedShare {
  readonly group: string;
  readonly population: string;
  readonly before: ShareOfSide | null;
  readonly after: ShareOfSide | null;
  /** After less before, 0 to 1, with the range in which it could well lie; null where either is not known or has a small base. */
  readonly difference: { readonly value: number; readonly low: number; readonly high: number } | null;
  readonly isSignificant: boolean;
}

export interface ShareOfSide { readonly inGroup: number; readonly known: number; readonly isSmallBase: boolean }

export interface Comparison {
  readonly kind: ComparisonKind;
  readonly before: string;
  readonly after: string;
  readonly counts: readonly ComparedCount[];
  readonly ratios: readonly ComparedRatio[];
  readonly shares: readonly ComparedShare[];
  /** What differs significantly, as sentences; one that says so where nothing does. */
  readonly sentences: readonly string[];
}
