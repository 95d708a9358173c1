/** Where a value stands in a list, by the rules of MATCH and XMATCH. Places count from 0; -1 is nowhere. */
import { compareValues, sameValue } from "../coerce";
import { hasWildcard, Wildcards } from "../wildcards";
import { isError, type CellError, type CellValue } from "../../workbook/values";

type Plain = Exclude<CellValue, CellError>;

/** -1 and 1: or the next smaller, or larger; 2: wildcards. */
export type MatchMode = 0 | -1 | 1 | 2;
/** 1 from the start, -1 from the end; 2 and -2 promise a sorted list, which changes nothing in what is found first. */
export type SearchOrder = 1 | -1 | 2 | -2;

/** Where the values that are gone through are counted. */
interface Steps { spend(steps: number): void }

const LONG = 32;
type Positions = WeakMap<readonly CellValue[], ReadonlyMap<number | string | boolean, number>>;
const firstPositions: Positions = new WeakMap();
const lastPositions: Positions = new WeakMap();
const sorted = new WeakMap<readonly CellValue[], boolean>();

/** MATCH with 0: the first that is the same, text by its wildcards. A blank key counts 0. */
export function findExact(wanted: Plain, list: readonly CellValue[], steps: Steps): number {
  const key = wanted ?? 0;
  if (typeof key === "string" && hasWildcard(key)) return findPattern(key, list, false, steps);
  return list.length >= LONG ? foundByIndex(key, list, false, steps) : list.findIndex((value) => sameValue(value, key));
}

function findPattern(pattern: string, list: readonly CellValue[], fromEnd: boolean, steps: Steps): number {
  const test = new Wildcards(pattern);
  steps.spend(list.length);
  const fits = (value: CellValue): boolean => typeof value === "string" && test.test(value);
  return fromEnd ? lastPlace(list, fits) : list.findIndex(fits);
}

function lastPlace(list: readonly CellValue[], fits: (value: CellValue) => boolean): number {
  for (let place = list.length - 1; place >= 0; place--) if (fits(list[place] ?? null)) return place;
  return -1;
}

/** Long lists are indexed once: ranges keep their values between formulas. */
function foundByIndex(key: number | string | boolean, list: readonly CellValue[], fromEnd: boolean, steps: Steps): number {
  const positions = fromEnd ? lastPositions : firstPositions;
  let index = positions.get(list);
  if (index === undefined) {
    steps.spend(list.length);
    const made = new Map<number | string | boolean, number>();
    list.forEach((value, place) => {
      if (value === null || isError(value)) return;
      const name = indexKey(value);
      if (fromEnd || !made.has(name)) made.set(name, place);
    });
    positions.set(list, (index = made));
  }
  return index.get(indexKey(key)) ?? -1;
}

const indexKey = (value: number | string | boolean): number | string | boolean =>
  typeof value === "number" ? Number(value.toPrecision(15)) : typeof value === "string" ? `t${value.toLowerCase()}` : value;

/** MATCH with 1 or -1: the last that is not above, or not below, among values of the same kind. */
export function findNear(wanted: Plain, list: readonly CellValue[], ascending: boolean, steps: Steps): number {
  return ascending ? lastNotAbove(wanted, list, steps) : lastNotBelow(wanted, list, steps);
}

export function lastNotAbove(wanted: Plain, list: readonly CellValue[], steps: Steps): number {
  const key = wanted ?? 0;
  if (list.length >= LONG && isSorted(list, steps)) return placesAtMost(key, list) - 1;
  steps.spend(list.length);
  let found = -1;
  for (let place = 0; place < list.length; place++) {
    const value = list[place] ?? null;
    if (comparable(value, key) && compareValues(value, key) <= 0) found = place;
  }
  return found;
}

/** For a list that falls: the last before the first that is below. */
function lastNotBelow(wanted: Plain, list: readonly CellValue[], steps: Steps): number {
  const key = wanted ?? 0;
  steps.spend(list.length);
  let found = -1;
  for (let place = 0; place < list.length; place++) {
    const value = list[place] ?? null;
    if (!comparable(value, key)) continue;
    if (compareValues(value, key) < 0) break;
    found = place;
  }
  return found;
}

const comparable = (value: CellValue, key: Plain): value is Exclude<Plain, null> => value !== null && !isError(value) && typeof value === typeof key;

/** True for a list of one kind in rising order without gaps: only then does halving give what going through it gives. */
function isSorted(list: readonly CellValue[], steps: Steps): boolean {
  const known = sorted.get(list);
  if (known !== undefined) return known;
  steps.spend(list.length);
  const [first] = list;
  const result = first !== undefined && first !== null && !isError(first) && list.every((value, place) => {
    const before = place === 0 ? first : list[place - 1] ?? null;
    return comparable(value, first) && before !== null && !isError(before) && compareValues(before, value) <= 0;
  });
  sorted.set(list, result);
  return result;
}

/** How many values of a sorted list are at most the key, or, with `below`, less than it. None where they are of another kind. */
function placesAtMost(key: number | string | boolean, list: readonly CellValue[], below = false): number {
  const [first] = list;
  if (first === undefined || !comparable(first, key)) return 0;
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = list[middle] ?? null;
    const outcome = isError(value) ? 1 : compareValues(value, key);
    if (below ? outcome < 0 : outcome <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** XMATCH and XLOOKUP. */
export function findX(wanted: Plain, list: readonly CellValue[], mode: MatchMode, order: SearchOrder, steps: Steps): number {
  const fromEnd = order === -1;
  if (mode === 2 && typeof wanted === "string" && hasWildcard(wanted)) return findPattern(wanted, list, fromEnd, steps);
  if (wanted === null || list.length < LONG) {
    steps.spend(list.length);
    const same = (value: CellValue): boolean => (wanted === null ? value === null || value === "" : sameValue(value, wanted));
    const exact = fromEnd ? lastPlace(list, same) : list.findIndex(same);
    return exact >= 0 || mode === 0 || mode === 2 || wanted === null ? exact : nearest(wanted, list, mode, fromEnd, steps);
  }
  const exact = foundByIndex(wanted, list, fromEnd, steps);
  return exact >= 0 || mode === 0 || mode === 2 ? exact : nearest(wanted, list, mode, fromEnd, steps);
}

/** The value next to one that is not there: -1 the next smaller, 1 the next larger. */
function nearest(wanted: number | string | boolean, list: readonly CellValue[], side: -1 | 1, fromEnd: boolean, steps: Steps): number {
  if (list.length >= LONG && isSorted(list, steps)) {
    const below = placesAtMost(wanted, list);
    const value = list[side < 0 ? below - 1 : below] ?? null;
    return value === null || !comparable(value, wanted) ? -1 : fromEnd ? placesAtMost(value, list) - 1 : placesAtMost(value, list, true);
  }
  steps.spend(list.length);
  let found = -1;
  let best: Plain = null;
  for (let step = 0; step < list.length; step++) {
    const place = fromEnd ? list.length - 1 - step : step;
    const value = list[place] ?? null;
    if (!comparable(value, wanted) || compareValues(value, wanted) * side <= 0) continue;
    if (found >= 0 && compareValues(value, best) * side >= 0) continue;
    found = place;
    best = value;
  }
  return found;
}
