/** Demand, supply and the gap between them, for one role group over the horizons. The same figures as the Gap analysis sheet. */
import { firstMissing, numberOf, sumOf, type Figure, type Missing, type Total } from "./figures";
import { roundLikeExcel } from "./rounding";
import type { Thresholds } from "./thresholds";

/** Demand is kept to one decimal place where it is counted in whole-time equivalents, so a gap is too. */
const GAP_PLACES = 1;
const RATIO_PLACES = 2;

export interface HorizonFigures { readonly demand: Figure; readonly supply: Figure }

/** A figure worked out, or the reason that there is none. "no-demand": nothing to fill, so no ratio. */
export type Worked<Reason extends string = Missing> = { readonly kind: "number"; readonly value: number } | { readonly kind: Reason };

/** The word that stands beside the colour, and without it. */
export type RagWord = "Green" | "Amber" | "Red" | "No demand" | "Not entered" | "Not applicable" | "Withheld";

/**
 * Supply less demand: negative means too few people are ready.
 * @returns people or posts to 1 decimal place
 * @source Guidance l.791; measure M4
 * @example gap({ demand: entered(5), supply: entered(3) }) // => { kind: "number", value: -2 }
 */
export function gap({ demand, supply }: HorizonFigures): Worked {
  return difference(sumOf([supply]), sumOf([demand]));
}

/**
 * Supply less demand added up from now to the end of each horizon in turn. It takes for granted that people who are
 * not placed stay ready; from the first horizon with a figure missing on, there is none.
 * @param inOrder - the horizons from now on
 */
export function cumulativeGaps(inOrder: readonly HorizonFigures[]): readonly Worked[] {
  return inOrder.map((_, last) => {
    const soFar = inOrder.slice(0, last + 1);
    return difference(sumOf(soFar.map((each) => each.supply)), sumOf(soFar.map((each) => each.demand)));
  });
}

/**
 * The cumulative gaps of several role groups together, horizon by horizon, and how many role groups each is of. A role group counts as far
 * as it has a figure in every horizon from now on, so that no total mixes horizons of different role groups.
 * @returns people or posts to 1 decimal place; where no role group counts, "withheld" if any is for that, otherwise "not-entered"
 * @example cumulativeTotals([[{ demand: entered(5), supply: entered(3) }], [{ demand: entered(1), supply: blank }]]) // => [{ gap: { kind: "number", value: -2 }, of: 1 }]
 */
export function cumulativeTotals(roleGroups: readonly (readonly HorizonFigures[])[]): readonly { readonly gap: Worked; readonly of: number }[] {
  const each = roleGroups.map(cumulativeGaps);
  return (each[0] ?? []).map((_, horizon) => {
    const gaps = each.flatMap((gapsOfOne) => gapsOfOne[horizon] ?? []);
    const numbers = gaps.flatMap((one) => (one.kind === "number" ? [one.value] : []));
    if (numbers.length > 0) return { gap: { kind: "number", value: roundLikeExcel(numbers.reduce((sum, value) => sum + value, 0), GAP_PLACES) }, of: numbers.length };
    return { gap: { kind: gaps.some(({ kind }) => kind === "withheld") ? "withheld" : "not-entered" }, of: 0 };
  });
}

/**
 * Ready people per opening.
 * @returns to 2 decimal places; "no-demand" where demand is 0, since nothing can be divided by it
 * @source Guidance l.480; measure M5
 */
export function choiceRatio({ demand, supply }: HorizonFigures): Worked<Missing | "no-demand"> {
  const [d, s] = [numberOf(demand), numberOf(supply)];
  if (d === null || s === null) return { kind: firstMissing([demand, supply]) ?? "not-entered" };
  if (d === 0) return { kind: "no-demand" };
  return { kind: "number", value: roundLikeExcel(s / d, RATIO_PLACES) };
}

/** The word for a choice ratio by the organisation's own thresholds. A missing figure is said, never coloured. */
export function ragOfRatio(ratio: Worked<Missing | "no-demand">, thresholds: Thresholds): RagWord {
  switch (ratio.kind) {
    case "number":
      if (ratio.value >= thresholds.ratioGreen) return "Green";
      return ratio.value >= thresholds.ratioAmber ? "Amber" : "Red";
    case "no-demand": return "No demand";
    case "not-entered": return "Not entered";
    case "not-applicable": return "Not applicable";
    case "withheld": return "Withheld";
  }
}

/**
 * How many more people would have to be ready for supply to reach the target ratio: whole people, rounded up, 0 when there are enough.
 * @source Target ratio: proposal, editable; see the survey of 2014 on appointable candidates
 * @example peopleToDevelop({ demand: entered(5), supply: entered(3) }, 3) // => { kind: "number", value: 12 }
 */
export function peopleToDevelop({ demand, supply }: HorizonFigures, targetRatio: number): Worked {
  const [d, s] = [numberOf(demand), numberOf(supply)];
  if (d === null || s === null) return { kind: firstMissing([demand, supply]) ?? "not-entered" };
  // Rounded first: 3 × 0.7 must not become one person more by binary dust.
  return { kind: "number", value: Math.max(0, Math.ceil(roundLikeExcel(targetRatio * d - s, 6))) };
}

/**
 * Where most effort is needed: 1 for the role group with the most people to develop. Equal needs share a rank and the
 * next one is skipped, as RANK does; no figure, no rank.
 * @example effortRanks([5, null, 9, 5]) // => [2, null, 1, 2]
 */
export function effortRanks(peopleNeeded: readonly (number | null)[]): readonly (number | null)[] {
  return peopleNeeded.map((needed) => (needed === null ? null : 1 + peopleNeeded.filter((other) => other !== null && other > needed).length));
}

function difference(supply: Total, demand: Total): Worked {
  if (supply.kind === "number" && demand.kind === "number") return { kind: "number", value: roundLikeExcel(supply.value - demand.value, GAP_PLACES) };
  const reasons = [supply.kind, demand.kind];
  if (reasons.includes("not-entered")) return { kind: "not-entered" };
  return { kind: reasons.includes("withheld") ? "withheld" : "not-applicable" };
}
