/** How far leaders reflect the workforce and the community: shares of those known, held against a comparator. */
import type { Worked } from "./gap";
import { firstMissing, numberOf, type Figure, type Missing } from "./figures";
import { roundLikeExcel } from "./rounding";
import type { Thresholds } from "./thresholds";

/** 95 per cent of a normal distribution lies within this many standard deviations. */
const NORMAL_95 = 1.959963984540054;

/** People of one population, sorted by whether they are in a group. Unknown: not asked, not stated, not declared. */
export interface GroupCounts { readonly inGroup: Figure; readonly notInGroup: Figure; readonly unknown: Figure }

/** "small-base": a share of so few people that one of them would move it ten points. */
export type IndexWord = "Green" | "Amber" | "Red" | "Small base" | "Not entered" | "Not applicable" | "Withheld" | "No people" | "No comparator";

/** Everyone in the population, or the reason that the number is not known. */
export function peopleIn(counts: GroupCounts): Worked {
  const [a, b, c] = [numberOf(counts.inGroup), numberOf(counts.notInGroup), numberOf(counts.unknown)];
  if (a === null || b === null || c === null) return { kind: firstMissing([counts.inGroup, counts.notInGroup, counts.unknown]) ?? "not-entered" };
  return { kind: "number", value: a + b + c };
}

/**
 * The group's part of those whose status is known, 0 to 1, not rounded. Unknown people are left out of both sides.
 * @source Guidance l.422; measure M11
 */
export function shareOfKnown(counts: Pick<GroupCounts, "inGroup" | "notInGroup">): Worked<Missing | "no-people"> {
  const [inGroup, notInGroup] = [numberOf(counts.inGroup), numberOf(counts.notInGroup)];
  if (inGroup === null || notInGroup === null) return { kind: firstMissing([counts.inGroup, counts.notInGroup]) ?? "not-entered" };
  const known = inGroup + notInGroup;
  return known === 0 ? { kind: "no-people" } : { kind: "number", value: inGroup / known };
}

/** The part of everyone whose status is known, 0 to 1, not rounded. Measure M16. */
export function shareDeclared(counts: GroupCounts): Worked<Missing | "no-people"> {
  const everyone = peopleIn(counts);
  if (everyone.kind !== "number") return everyone;
  if (everyone.value === 0) return { kind: "no-people" };
  return { kind: "number", value: (everyone.value - (numberOf(counts.unknown) ?? 0)) / everyone.value };
}

/**
 * Share among leaders over share in the comparator: 1 is parity, below 1 is under-represented. Null where the
 * comparator has none of the group, since nothing can be divided by 0.
 * @returns to 2 decimal places
 * @source Guidance l.322; measure M12
 * @example representationIndex(0.05, 0.1) // => 0.5
 */
export function representationIndex(shareOfLeaders: number, shareOfComparator: number): number | null {
  return shareOfComparator === 0 ? null : roundLikeExcel(shareOfLeaders / shareOfComparator, 2);
}

/** The word for an index by the organisation's own thresholds; small bases are marked, not coloured. */
export function wordOfIndex(index: number | null, knownPeople: number, thresholds: Thresholds): IndexWord {
  if (index === null) return "No comparator";
  if (knownPeople === 0) return "No people";
  if (knownPeople < thresholds.smallBase) return "Small base";
  if (index < thresholds.indexRed) return "Red";
  return index >= thresholds.indexLow && index <= thresholds.indexHigh ? "Green" : "Amber";
}

/**
 * How many more people of the group it would take for leaders to match the comparator: whole people, rounded up, never below 0.
 * @example shortfallPeople(1, 12, 0.25) // => 2
 */
export function shortfallPeople(inGroup: number, known: number, shareOfComparator: number): number {
  return Math.max(0, Math.ceil(roundLikeExcel(shareOfComparator * known, 6)) - inGroup);
}

/**
 * The range that a share could well be, given so few people (Wilson's 95 per cent interval), 0 to 1, not rounded.
 * @returns null for no people at all
 * @example 3 of 12 people // => 0.089 to 0.532
 */
export function wilsonInterval(inGroup: number, known: number): { readonly low: number; readonly high: number } | null {
  if (known === 0) return null;
  const p = inGroup / known;
  const z2 = NORMAL_95 ** 2;
  const middle = (p + z2 / (2 * known)) / (1 + z2 / known);
  const half = (NORMAL_95 / (1 + z2 / known)) * Math.sqrt((p * (1 - p)) / known + z2 / (4 * known ** 2));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Those in a group, of those whose status is known. */
export interface ShareCounts { readonly inGroup: number; readonly known: number }

/**
 * The range in which the difference of two shares of different people could well lie (Newcombe's hybrid score method, 95 per cent), one less the other, not
 * rounded. Where it leaves out 0, the shares differ by more than chance would give.
 * @returns null where either has no people at all
 * @source R. G. Newcombe, Statistics in Medicine 17 (1998), 873-890, method 10
 * @example differenceInterval({ inGroup: 56, known: 70 }, { inGroup: 48, known: 80 }) // => 0.0524 to 0.3339
 */
export function differenceInterval(one: ShareCounts, other: ShareCounts): { readonly low: number; readonly high: number } | null {
  const [a, b] = [wilsonInterval(one.inGroup, one.known), wilsonInterval(other.inGroup, other.known)];
  if (a === null || b === null) return null;
  const [p, q] = [one.inGroup / one.known, other.inGroup / other.known];
  return { low: p - q - Math.hypot(p - a.low, b.high - q), high: p - q + Math.hypot(a.high - p, q - b.low) };
}
