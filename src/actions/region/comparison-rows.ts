/** A comparison as rows of the Comparison sheet: first what stands out in words, then figure by figure. */
import { ALL_ROLE_GROUPS } from "../../blueprint/region/consolidated";
import type { Holding } from "../../blueprint/types";
import { numberOf, type Figure } from "../../domain/figures";
import { roundLikeExcel } from "../../domain/rounding";
import { horizons } from "../../domain/taxonomy";
import type { BridgeLine } from "../../returns/compare/bridge";
import type { Comparison, ShareOfSide } from "../../returns/compare/comparison";
import type { TargetLine } from "../../returns/compare/target";
import { figureAsJson } from "../../returns/format/figure-json";
import { asSentFigure, headingOf, type Rows } from "./figure-rows";

const text = (words: string): Holding => (words === "" ? null : { text: words });
const number = (value: number | null, places = 2): Holding => (value === null ? null : { number: roundLikeExcel(value, places) });
const figure = (held: Figure | null): Holding => (held === null ? null : asSentFigure(figureAsJson(held)));
const out = (isSignificant: boolean): Holding => (isSignificant ? { text: "Yes" } : null);

const reasons: Readonly<Record<string, string>> = { "not-entered": "Not entered", "not-applicable": "Not applicable", withheld: "Withheld", "no-demand": "No demand" };
type Ratio = Comparison["ratios"][number]["before"];
const ratio = (worked: Ratio): Holding => (worked.kind === "number" ? number(worked.value) : text(reasons[worked.kind] ?? ""));
const horizonName = (id: string): string => (horizons.find((each) => each.id === id)?.name ?? id).toLowerCase();
const readyFor = (horizon: string): string => `Ready for each opening, ${horizonName(horizon)}`;
const share = (of: ShareOfSide | null): Holding => (of === null || of.known === 0 ? null : number((100 * of.inGroup) / of.known, 1));
/** Only rows in which there is something to see. */
const isSomething = (row: readonly Holding[]): boolean => row.slice(2).some((holds) => holds !== null);

export function comparisonRows({ sentences, counts, ratios, shares }: Comparison): Rows {
  return [
    ...sentences.map((says): readonly Holding[] => [text("In words"), null, null, null, null, null, text(says)]),
    ...counts.map(({ roleGroup, measure, before, after, change, isSignificant }): readonly Holding[] =>
      [text(roleGroup === "" ? ALL_ROLE_GROUPS : roleGroup), text(headingOf("demand", measure)), figure(before), figure(after), number(change), out(isSignificant), null]),
    ...ratios.map(({ roleGroup, horizon, before, after, isSignificant }): readonly Holding[] => [
      text(roleGroup === "" ? ALL_ROLE_GROUPS : roleGroup), text(readyFor(horizon)), ratio(before), ratio(after),
      before.kind === "number" && after.kind === "number" ? number(after.value - before.value) : null, out(isSignificant), null,
    ]),
    ...shares.map(({ group, population, before, after, difference, isSignificant }): readonly Holding[] => [
      text(`${group}, ${population.toLowerCase()}`), text("Share %"), share(before), share(after), number(difference === null ? null : 100 * difference.value, 1), out(isSignificant),
      text(difference === null ? "" : `The change could well lie between ${roundLikeExcel(100 * difference.low, 1)} and ${roundLikeExcel(100 * difference.high, 1)} percentage points.`),
    ]),
  ].filter(isSomething);
}

export const bridgeRows = (lines: readonly BridgeLine[]): Rows => lines.map(({ roleGroup, figures, says, unexplained, sinceLast }) =>
  [text(roleGroup), text("Opening to closing"), figure(figures["opening"] ?? null), figure(figures["closing"] ?? null), difference(figures["opening"], figures["closing"]), out((unexplained ?? 0) !== 0 || (sinceLast ?? 0) !== 0), text(says)]);

function difference(before: Figure | undefined, after: Figure | undefined): Holding {
  const [from, to] = [before, after].map((each) => (each === undefined ? null : numberOf(each)));
  return from === null || from === undefined || to === null || to === undefined ? null : number(to - from);
}

/** Before is what is aimed at, after what there is. */
export const targetRows = (lines: readonly TargetLine[]): Rows => lines.map(({ roleGroup, horizon, actual, target, says }) =>
  [text(roleGroup === "" ? ALL_ROLE_GROUPS : roleGroup), text(readyFor(horizon)), number(target), ratio(actual), actual.kind === "number" ? number(actual.value - target) : null, out(says !== ""), text(says)]);
