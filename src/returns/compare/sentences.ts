/** What differs significantly, in words. Nothing is said of what is withheld, blank or of a small base, since nothing of it is significant. */
import type { Worked } from "../../domain/gap";
import { roundLikeExcel } from "../../domain/rounding";
import { groups, horizons, nameKey, populations } from "../../domain/taxonomy";
import { plainNumber } from "../../validation/reading";
import { travelling } from "../../validation/vocabulary";
import type { ComparedCount, ComparedRatio, ComparedShare, Comparison } from "./comparison";

export function sentencesOf({ kind, before, counts, ratios, shares }: Omit<Comparison, "sentences">): readonly string[] {
  const others = kind === "last-with-this" ? "in the last return" : `in ${before}`;
  const said = [
    ...counts.filter(({ isSignificant }) => isSignificant).map(ofCount),
    ...ratios.filter(({ isSignificant }) => isSignificant).map((each) => ofRatio(each, others)),
    ...shares.filter(({ isSignificant }) => isSignificant).map((each) => ofShare(each, others, kind === "last-with-this")),
  ];
  return said.length > 0 ? said : [kind === "last-with-this" ? "Nothing that can be compared has changed significantly since the last return." : `Nothing that can be compared differs significantly from ${before}.`];
}

/** @example "Supply now of Finance director fell from 20 to 11, by 9." */
function ofCount({ roleGroup, measure, before, after, change }: ComparedCount): string {
  const [from, to] = [before, after].map((figure) => (figure?.kind === "number" ? plainNumber(figure.value) : ""));
  return `${headingOf(measure)} of ${ofWhom(roleGroup)} ${(change ?? 0) < 0 ? "fell" : "rose"} from ${from ?? ""} to ${to ?? ""}, by ${plainNumber(Math.abs(change ?? 0))}.`;
}

const headingOf = (measure: string): string => travelling.get("demand")?.headings.get(measure) ?? measure;
const ofWhom = (roleGroup: string): string => (roleGroup === "" ? "all role groups together" : roleGroup);

/** @example "Fewer people are ready for each opening for Finance director (now): 0.8, with 2.1 in the rest of North West." */
function ofRatio({ roleGroup, horizon, before, after }: ComparedRatio, others: string): string {
  const [was, is] = [valueOf(before), valueOf(after)];
  const when = horizons.find(({ id }) => id === horizon)?.name.toLowerCase() ?? horizon;
  return `${is < was ? "Fewer" : "More"} people are ready for each opening for ${ofWhom(roleGroup)} (${when}): ${plainNumber(is)}, with ${plainNumber(was)} ${others}.`;
}

const valueOf = (worked: Worked<string>): number => ("value" in worked ? worked.value : NaN);

/** @example "Women are a larger part of people ready now: 45% (9 of 20), with 20% (8 of 40) in the last return. The difference lies between 1 and 48 points." */
function ofShare({ group, population, before, after, difference }: ComparedShare, others: string, isOfTime: boolean): string {
  if (before === null || after === null || difference === null) throw new RangeError("A share that is not known differs from nothing.");
  const [who, where] = [groups.find(({ name }) => nameKey(name) === nameKey(group))?.inWords ?? group, populations.find(({ name }) => nameKey(name) === nameKey(population))?.inWords ?? population];
  const sizes = [Math.abs(difference.low), Math.abs(difference.high)].sort((one, other) => one - other).map(points);
  const shown = ({ inGroup, known }: { readonly inGroup: number; readonly known: number }): string => `${points(inGroup / known)}% (${plainNumber(inGroup)} of ${plainNumber(known)})`;
  return `${capitalised(who)} are a ${difference.value < 0 ? "smaller" : "larger"} part of ${where}${isOfTime ? " than they were" : ""}: ${shown(after)}, with ${shown(before)} ${others}. The difference lies between ${sizes.join(" and ")} points.`;
}

const points = (share: number): string => plainNumber(roundLikeExcel(100 * share, 0));
const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
