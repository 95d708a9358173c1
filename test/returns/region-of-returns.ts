/** Words for tests of a region: made-up returns as they arrive, and what is collected. */
import { isoDate, type IsoDate } from "../../src/domain/period";
import { horizons } from "../../src/domain/taxonomy";
import type { Collecting, Expected } from "../../src/returns/collect/collection";
import type { Quarantined, ReadReturn } from "../../src/returns/file/arrival";
import type { FigureJson, ReturnDocument, ReturnHeader, ReturnRow } from "../../src/returns/format/return-document";
import { Chance } from "../support/chance";
import { madeReturn, signed } from "../support/made-returns";

export const day = (text: string): IsoDate => { const found = isoDate(text); if (found === null) throw new RangeError(text); return found; };

export const collecting: Collecting = { region: { code: "Q31", name: "North West" }, structure: "2009", period: "2009/10", asAt: day("2009-03-31"), due: day("2009-04-30"), expected: [], draftsToo: false };

export const expected = (code: string, otherwise: Partial<Expected> = {}): Expected => ({ code, name: `${code} Trust`, from: null, until: null, contact: "", email: "", ...otherwise });

export const arrived = (document: ReturnDocument, file = `${document.header.organisation.code}-${document.header.sequence}.xlsx`, otherwise: Partial<ReadReturn> = {}): ReadReturn =>
  ({ kind: "read", file, document, wholeness: "as-written", notes: [], ...otherwise });

export const refused = (file: string, organisation = ""): Quarantined => ({ kind: "quarantined", file, code: "truncated", says: "The file ends in the middle.", fix: "Ask for it again.", organisation });

/** Figures of a small return: a line for each role group with posts, vacancies and people ready now. "" is blank, "<5" withheld. */
export type Line = readonly [roleGroup: string, posts: number | string, vacancies: number | string, ready: number | string];

export interface Small {
  readonly code: string;
  readonly demand?: readonly Line[];
  /** Group, population, in group, not in group, unknown. */
  readonly profile?: readonly (readonly [string, string, number | string, number | string, number | string])[];
  /** Role group, heading, code, number. */
  readonly shared?: readonly (readonly [string, string, string, number | string])[];
  readonly header?: Partial<ReturnHeader>;
}

const json = (plain: number | string): FigureJson => (typeof plain === "number" ? plain : plain === "" ? null : plain === "n/a" ? "n/a" : { withheld: plain });

const laterHorizons = Object.fromEntries(horizons.slice(1).flatMap(({ id }) => [[`demand.${id}`, null], [`supply.${id}`, null]]));

/** A signed return with just these rows; what is to be open or ready later is blank. */
export function small({ code, demand = [], profile, shared, header = {} }: Small): ReturnDocument {
  const whole = madeReturn(1, 0, { header: { organisation: { code, name: `${code} Trust` }, ...header } });
  const tables: Record<string, readonly ReturnRow[]> = header.nil != null ? {} : {
    demand: demand.map(([roleGroup, posts, vacancies, ready]) => ({ key: { "role-group": roleGroup }, texts: {}, figures: { posts: json(posts), "demand.now": json(vacancies), "supply.now": json(ready), ...laterHorizons } })),
    ...(profile === undefined ? {} : { profile: profile.map(([group, population, inGroup, notInGroup, unknown]) => ({ key: { group, population }, texts: {}, figures: { "in-group": json(inGroup), "not-in-group": json(notInGroup), unknown: json(unknown) } })) }),
    ...(shared === undefined ? {} : { "shared-posts": shared.map(([roleGroup, figure, other, number]) => ({ key: { "role-group": roleGroup, "shared-figure": figure, "shared-with": other }, texts: {}, figures: { "shared-number": json(number) } })) }),
  };
  return signed({ header: whole.header, thresholds: whole.thresholds, tables });
}

export function shuffled<T>(all: readonly T[], seed: number): readonly T[] {
  const chance = new Chance(seed);
  const left = [...all];
  return all.map(() => left.splice(chance.below(left.length), 1)[0] as T);
}
