/** The returns of the period before, where a region still has them: what they are taken from, and that they are no files that went astray. */
import { financialYear, yearBefore } from "../../domain/period";
import type { Arrival, ReadReturn } from "../file/arrival";
import { byTexts } from "../order";
import { codeOf } from "./choose";
import { collect } from "./collect";
import type { Collecting, Collection, SetAside } from "./collection";

/**
 * The return that counted in the period before, by organisation: the one that is signed and has the highest sequence.
 * @param arrivals - of any period, in any order
 */
export function lastReturns(arrivals: readonly Arrival[], collecting: Collecting): ReadonlyMap<string, ReadReturn> {
  const before = periodBefore(collecting);
  if (before === null) return new Map();
  // Whoever is expected now says nothing about who was then.
  const { included } = collect(ofPeriod(arrivals, before), { ...collecting, period: before, expected: [] });
  return new Map(included.map((each) => [codeOf(each), each]));
}

/** A return of the period before is no file gone astray where its organisation has sent this period's as well: nothing is wrong with it, and the later one is held against it. */
export function withLastReturns(collection: Collection, arrivals: readonly Arrival[]): Collection {
  const before = periodBefore(collection.collecting);
  const sent = new Set(collection.included.map(codeOf));
  const last = before === null ? [] : ofPeriod(arrivals, before).filter((each) => sent.has(codeOf(each)));
  const aside = collection.quarantined.flatMap((each): readonly { readonly from: typeof each; readonly set: SetAside }[] => {
    const from = each.code === "other-period" ? last.find((other) => other.file === each.file && codeOf(other) === each.organisation) : undefined;
    return from === undefined ? [] : [{ from: each, set: lastReturn(from) }];
  });
  if (aside.length === 0) return collection;
  return {
    ...collection, quarantined: collection.quarantined.filter((each) => !aside.some(({ from }) => from === each)),
    setAside: [...collection.setAside, ...aside.map(({ set }) => set)].sort(byTexts((each) => [each.organisation, each.file, each.why, each.says])),
  };
}

const periodBefore = ({ period }: Collecting): string | null => { const year = financialYear(period); return year === null ? null : yearBefore(year)?.label ?? null; };

const ofPeriod = (arrivals: readonly Arrival[], period: string): readonly ReadReturn[] =>
  arrivals.flatMap((each) => (each.kind === "read" && financialYear(each.document.header.period)?.label === period ? [each] : []));

const lastReturn = (from: ReadReturn): SetAside => {
  const { sequence, period } = from.document.header;
  return { file: from.file, organisation: codeOf(from), sequence, why: "last-return", says: `It is for ${period}, the period before. The rules hold the return of this period against the last one that counted.` };
};
