/** Compares two sides: this return with the last, an organisation with the rest of its region, a region with another. */
import { blank, type Figure } from "../../domain/figures";
import { choiceRatio, ragOfRatio } from "../../domain/gap";
import { differenceInterval } from "../../domain/representation";
import { addedUp } from "../../domain/rounding";
import { horizons } from "../../domain/taxonomy";
import { defaultThresholds } from "../../domain/thresholds";
import { totalled } from "../consolidate/gather";
import type { ComparedCount, ComparedRatio, ComparedShare, Comparison, ComparisonKind, ShareOfSide } from "./comparison";
import { restOfRegion, type Side, type SideRow } from "./side";
import { sentencesOf } from "./sentences";

/** A count has changed significantly where both are exceeded: rule W40 of the shipped pack. Shares: where their 95 per cent interval leaves out 0. */
export const SIGNIFICANT = { people: 5, percent: 20 } as const;

/**
 * @param before - the last return, or the region; for "organisation-with-region" its other organisations are taken
 * @param after - this return, or the organisation
 */
export function compareReturns(before: Side, after: Side, kind: ComparisonKind = "last-with-this"): Comparison {
  const other = kind === "organisation-with-region" ? restOfRegion(before, after) : before;
  const compared = {
    kind, before: other.name, after: after.name, counts: kind === "last-with-this" ? countsOf(other, after) : [], ratios: ratiosOf(other, after), shares: sharesOf(other, after),
  };
  return { ...compared, sentences: sentencesOf(compared) };
}

/** The rows of both sides, those of `after` first; all role groups together last, under "". */
function pairs(before: Side, after: Side): readonly { readonly roleGroup: string; readonly was: SideRow["figures"]; readonly is: SideRow["figures"] }[] {
  const ids = [...new Set([...after.demand.keys(), ...before.demand.keys()])];
  const rows = ids.map((id) => { const [was, is] = [before.demand.get(id), after.demand.get(id)]; return { roleGroup: (is ?? was)?.key["role-group"] ?? "", was: was?.figures ?? {}, is: is?.figures ?? {} }; });
  return [...rows, { roleGroup: "", was: before.all, is: after.all }];
}

function countsOf(before: Side, after: Side): readonly ComparedCount[] {
  return pairs(before, after).flatMap(({ roleGroup, was, is }) => totalled.demand.map((measure): ComparedCount => {
    const [old, now] = [was[measure] ?? null, is[measure] ?? null];
    const isSameThing = !measure.startsWith("demand.") || before.unit === after.unit;
    const change = isSameThing && old?.kind === "number" && now?.kind === "number" ? addedUp([now.value, -old.value]) : null;
    return { roleGroup, measure, before: old, after: now, change, isSignificant: change !== null && old?.kind === "number" && isLarge(change, old.value) };
  }));
}

const isLarge = (change: number, from: number): boolean => Math.abs(change) > SIGNIFICANT.people && Math.abs(change) > addedUp([(SIGNIFICANT.percent / 100) * Math.abs(from)]);

function ratiosOf(before: Side, after: Side): readonly ComparedRatio[] {
  return pairs(before, after).flatMap(({ roleGroup, was, is }) => horizons.map(({ id }): ComparedRatio => {
    const ratio = (figures: SideRow["figures"]): ComparedRatio["before"] => choiceRatio({ demand: figures[`demand.${id}`] ?? blank, supply: figures[`supply.${id}`] ?? blank });
    const [old, now] = [ratio(was), ratio(is)];
    const word = (each: ComparedRatio["before"]): string => ragOfRatio(each, { ...defaultThresholds, ...after.thresholds });
    return { roleGroup, horizon: id, before: old, after: now, isSignificant: old.kind === "number" && now.kind === "number" && word(old) !== word(now) };
  }));
}

function sharesOf(before: Side, after: Side): readonly ComparedShare[] {
  const { smallBase } = after.thresholds;
  return [...new Set([...after.profile.keys(), ...before.profile.keys()])].map((id): ComparedShare => {
    const [old, now] = [before.profile.get(id), after.profile.get(id)];
    const { group = "", population = "" } = (now ?? old)?.key ?? {};
    const [was, is] = [shareIn(old, smallBase), shareIn(now, smallBase)];
    const range = was === null || is === null || was.isSmallBase || is.isSmallBase ? null : differenceInterval(is, was);
    const difference = range === null || was === null || is === null ? null : { value: is.inGroup / is.known - was.inGroup / was.known, ...range };
    return { group, population, before: was, after: is, difference, isSignificant: difference !== null && (difference.low > 0 || difference.high < 0) };
  });
}

/** @returns null where a count is not known or nobody's status is */
function shareIn(row: SideRow | undefined, smallBase: number): ShareOfSide | null {
  const [inGroup, notInGroup] = ["in-group", "not-in-group"].map((measure) => numberIn(row?.figures[measure])) as [number | null, number | null];
  if (inGroup === null || notInGroup === null || inGroup + notInGroup <= 0) return null;
  return { inGroup, known: inGroup + notInGroup, isSmallBase: inGroup + notInGroup < smallBase };
}

const numberIn = (figure: Figure | undefined): number | null => (figure?.kind === "number" ? figure.value : null);
