/** Whether a pack may take the place of the rules in use: it is for this template and this return, and never quietly older. */
import type { RulePack } from "./pack";
import { refused, type Refused } from "./refusals";
import type { SignedPack } from "./signed-pack";

/** What a pack is held against. */
export interface InUse {
  /** What the add-in comes with. */
  readonly shipped: RulePack;
  /** What the workbook was given last; null while it goes by the shipped one. */
  readonly loaded: SignedPack | null;
  /** Of the return, such as "2009/10"; null where it is not entered. */
  readonly period: string | null;
}

/** "again": it is what is in use already. */
export type MayReplace = { readonly kind: "yes" } | { readonly kind: "again" } | Refused;

/** @returns why not, where a pack may not be loaded */
export function mayReplace({ pack, canonical }: SignedPack, { shipped, loaded, period }: InUse): MayReplace {
  const unfit = whyUnfit(pack, shipped, period);
  if (unfit !== null) return unfit;
  if (loaded === null || loaded.pack.name !== pack.name) return { kind: "yes" };
  const order = compareVersions(pack.version, loaded.pack.version);
  if (order < 0) return refused("older", { ...factsOf(pack), present: loaded.pack.version });
  if (order > 0) return { kind: "yes" };
  return canonical === loaded.canonical ? { kind: "again" } : refused("same-version", factsOf(pack));
}

/** Why a pack does not fit the add-in or the return; also asked of the pack that a workbook brings along. */
export function whyUnfit(pack: RulePack, shipped: RulePack, period: string | null): Refused | null {
  const facts = factsOf(pack);
  const [found, known] = [first(pack.version), first(shipped.version)];
  if (found > known) return refused("newer-template", { ...facts, found: String(found), known: String(known) });
  if (pack.name === shipped.name && compareVersions(pack.version, shipped.version) < 0) return refused("older-than-shipped", { ...facts, present: shipped.version });
  const { from, to } = pack.effective;
  if (period !== null && from !== null && period < from) return refused("not-yet-effective", { ...facts, from, period });
  if (period !== null && to !== null && period > to) return refused("no-longer-effective", { ...facts, to, period });
  return null;
}

const factsOf = ({ name, version, publisher }: RulePack): Readonly<Record<string, string>> => ({ name, version, publisher });

const parts = (version: string): readonly number[] => version.split(".").map(Number);
const first = (version: string): number => parts(version)[0] ?? 0;

/** Below 0 where the first is the older. @example compareVersions("1.9.0", "1.10.0") // => -1 */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [parts(one), parts(other)];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at < 0 ? 0 : Math.sign((left[at] ?? 0) - (right[at] ?? 0));
}
