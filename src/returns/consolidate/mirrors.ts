/**
 * Mirror figures: what is shared is declared by both organisations, and taken off one time where both say the same. Nothing is taken off on one side's word.
 *
 * Three organisations that share one post are three pairs, of which two make the post count once. So what is taken off a role group is not the sum of
 * all pairs but of the greatest set of pairs without a ring (Kruskal): in a ring the last pair says nothing that the others have not said.
 * Profile is left as it is, since nobody declares to which groups the people shared belong.
 */
import { nameKey } from "../../domain/taxonomy";
import { addedUp } from "../../domain/rounding";
import { byText, byTexts } from "../order";
import type { MirrorLine } from "./consolidation";
import type { Declaration } from "./declarations";
import type { Contribution, GatheredRow } from "./gather";

/** One organisation's declarations about one other, a role group and a measure. */
export interface Side { readonly declarations: readonly Declaration[]; readonly number: number | null }

export interface Mirror extends MirrorLine {
  readonly measure: string;
  readonly sides: ReadonlyMap<string, Side>;
  /** Codes of organisations that have fewer than are said to be shared. */
  readonly tooMany: readonly string[];
  /** Both have a number of their own in the total. Where one has none, the other's is there once as it is. */
  readonly isInTotal: boolean;
  /** It closes a ring of three or more, so that it is not taken off as well. */
  readonly closesRing: boolean;
}

export interface Mirrors {
  readonly mirrors: readonly Mirror[];
  /** What is taken off a total of a role group. */
  readonly sharedIn: (row: GatheredRow, measure: string) => number;
}

/**
 * @param declarations - of all organisations that count; those that name no measure or the organisation itself are findings and not looked at here
 * @param codes - organisations that count
 */
export function mirrorsIn(declarations: readonly Declaration[], codes: ReadonlySet<string>, demand: readonly GatheredRow[]): Mirrors {
  const pairs = new Map<string, Declaration[]>();
  for (const each of declarations.filter((one) => one.measure !== null && one.with !== one.by && one.with !== "")) {
    const id = [nameKey(each.roleGroup), each.measure, ...[each.by, each.with].sort(byText)].join("\u0000");
    pairs.set(id, [...(pairs.get(id) ?? []), each]);
  }
  const rows = new Map(demand.map((row) => [row.id, row]));
  const mirrors = [...pairs.values()].map((pair) => mirrorOf(pair, codes, rows)).sort(byTexts((each) => [nameKey(each.roleGroup), each.measure, each.one, each.other]));
  const { taken, rings } = takenOff(mirrors);
  return { mirrors: mirrors.map((each) => ({ ...each, closesRing: rings.has(each) })), sharedIn: ({ id }, measure) => taken.get(`${id}\u0000${measure}`) ?? 0 };
}

function mirrorOf(pair: readonly Declaration[], codes: ReadonlySet<string>, rows: ReadonlyMap<string, GatheredRow>): Mirror {
  const [first] = pair as readonly [Declaration];
  const by = [...new Set(pair.map((each) => each.by))].sort(byText);
  const one = by[0] ?? first.by;
  const other = by[1] ?? first.with;
  const sides = new Map(by.map((code) => [code, sideOf(pair.filter((each) => each.by === code))]));
  const [mine, theirs] = [sides.get(one)?.number ?? null, sides.get(other)?.number ?? null];
  const row = rows.get(nameKey(first.roleGroup));
  const measure = first.measure ?? "";
  const says = { roleGroup: row?.key["role-group"] ?? first.roleGroup, measure, one, other, sides, closesRing: false, isInTotal: [one, other].every((code) => ownNumber(row?.cells.get(measure) ?? [], code) !== null) };
  if (!sides.has(other)) return { ...says, number: mine, tooMany: [], state: codes.has(other) ? "not-declared-by-other" : "other-not-returned" };
  const tooMany = mine === null ? [] : [one, other].filter((code) => { const own = ownNumber(row?.cells.get(measure) ?? [], code); return own !== null && own < mine; });
  const isMatched = mine !== null && mine === theirs && tooMany.length === 0;
  return { ...says, number: mine === theirs ? mine : null, tooMany: mine === theirs ? tooMany : [], state: isMatched ? "matched" : "differs" };
}

const sideOf = (declarations: readonly Declaration[]): Side => ({ declarations, number: declarations.some(({ number }) => number === null) ? null : addedUp(declarations.map(({ number }) => number ?? 0)) });

/** What an organisation has itself; null where that is no number, so that it is in no total either. */
function ownNumber(contributions: readonly Contribution[], code: string): number | null {
  const own = contributions.flatMap((each) => (each.code === code && each.figure.kind === "number" ? [each.figure.value] : []));
  return own.length === 0 ? null : addedUp(own);
}

/** What is taken off, by role group and measure, and the pairs that close a ring. */
function takenOff(mirrors: readonly Mirror[]): { readonly taken: ReadonlyMap<string, number>; readonly rings: ReadonlySet<Mirror> } {
  const taken = new Map<string, number>();
  const rings = new Set<Mirror>();
  const heads = new Map<string, string>();
  const headOf = (member: string): string => { const above = heads.get(member); return above === undefined ? member : headOf(above); };
  for (const each of mirrors.filter(({ state, isInTotal }) => state === "matched" && isInTotal).sort((a, b) => (b.number ?? 0) - (a.number ?? 0))) {
    const cell = `${nameKey(each.roleGroup)}\u0000${each.measure}`;
    const [one, other] = [headOf(`${cell}\u0000${each.one}`), headOf(`${cell}\u0000${each.other}`)];
    if (one === other) rings.add(each);
    else {
      heads.set(one, other);
      taken.set(cell, addedUp([taken.get(cell) ?? 0, each.number ?? 0]));
    }
  }
  return { taken, rings };
}
