/** What the numbers of this subject count. Each is made only here, so that people are never added to percentages. */

declare const unit: unique symbol;

/** People, each counted once: a whole number, 0 or more. */
export type Headcount = number & { readonly [unit]: "headcount" };
/** Posts or openings: whole, or to one decimal place where demand is counted in whole-time equivalents. */
export type Posts = number & { readonly [unit]: "posts" };
/** A part of a whole, 0 to 1. Shown as a percentage. */
export type Share = number & { readonly [unit]: "share" };
/** Ready people per opening, 0 or more. 3 means three people for each opening. */
export type Ratio = number & { readonly [unit]: "ratio" };

/** How demand is counted. Supply is always people. */
export type DemandUnit = "headcount" | "wte";

/** @throws RangeError unless `count` is a whole number, 0 or more */
export function headcount(count: number): Headcount {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`A count of people is a whole number, 0 or more; this is ${count}.`);
  return plain(count) as Headcount;
}

/** @throws RangeError unless `count` is finite, 0 or more, and has at most one decimal place */
export function posts(count: number): Posts {
  const hasOneDecimal = Math.abs(count * 10 - Math.round(count * 10)) < 1e-9;
  if (!Number.isFinite(count) || count < 0 || !hasOneDecimal) throw new RangeError(`A count of posts is 0 or more, to at most one decimal place; this is ${count}.`);
  return plain(count) as Posts;
}

/** @throws RangeError unless `part` lies from 0 to 1 */
export function share(part: number): Share {
  if (!(part >= 0 && part <= 1)) throw new RangeError(`A share lies from 0 to 1; this is ${part}.`);
  return plain(part) as Share;
}

/** @throws RangeError unless `value` is finite and 0 or more */
export function ratio(value: number): Ratio {
  if (!Number.isFinite(value) || value < 0) throw new RangeError(`A ratio is 0 or more; this is ${value}.`);
  return plain(value) as Ratio;
}

/** -0 becomes 0, so that no figure is ever shown as "-0". */
function plain(value: number): number {
  return value === 0 ? 0 : value;
}
