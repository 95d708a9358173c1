/** What is being collected, where nobody said: what most of the returns say of themselves. */
import { structureNamed } from "../../domain/structures";
import type { IsoDate } from "../../domain/period";
import type { Arrival, ReadReturn } from "../file/arrival";
import type { Collecting } from "./collection";

/** What somebody did say. */
export type Said = Partial<Pick<Collecting, "region" | "structure" | "period" | "asAt" | "due" | "expected" | "draftsToo">>;

/**
 * @param said - goes before what the returns say
 * @returns null where there is no return to go by and not everything was said
 * @example supposed([], {}) // => null
 */
export function supposed(arrivals: readonly Arrival[], said: Said): Collecting | null {
  const headers = arrivals.filter((arrival): arrival is ReadReturn => arrival.kind === "read").map(({ document }) => document.header);
  const period = said.period ?? mostOften(headers.map((header) => header.period));
  const ofPeriod = headers.filter((header) => header.period === period);
  const structure = said.structure ?? structureNamed(mostOften(ofPeriod.map((header) => header.structure)) ?? "")?.id;
  const asAt = said.asAt ?? mostOften(ofPeriod.map((header) => header.asAt)) as IsoDate | undefined;
  if (period === undefined || structure === undefined || asAt === undefined) return null;
  return { region: said.region ?? regionIn(ofPeriod), structure, period, asAt, due: said.due ?? null, expected: said.expected ?? [], draftsToo: said.draftsToo ?? false };
}

function regionIn(headers: readonly ReadReturn["document"]["header"][]): Collecting["region"] {
  const regions = headers.flatMap(({ region }) => (region === null ? [] : [region]));
  const code = mostOften(regions.map((region) => region.code)) ?? "";
  return regions.find((region) => region.code === code) ?? { code: "", name: "" };
}

/** What comes most often; of two that come as often, the later in the alphabet: the later year. Never the order in which they came. */
function mostOften(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([one, times], [other, otherTimes]) => otherTimes - times || (one < other ? 1 : -1))[0]?.[0];
}
