/** Which merged cells a cell belongs to, found without walking through all of a sheet's. */
import { contains, type Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";

/** Rows to a bucket, as a shift. */
const SHIFT = 5;
/** Merges over more buckets than this are looked through one by one; there are few of them. */
const TALL = 64;

interface Index { readonly buckets: ReadonlyMap<number, readonly Area[]>; readonly tall: readonly Area[] }

/** A sheet's merges are replaced whole, so that an index lives as long as its list. */
const indexes = new WeakMap<readonly Area[], Index>();

/** The merged cells over a cell, or null. */
export function mergeAt(sheet: Sheet, row: number, column: number): Area | null {
  const merges = sheet.get("merges");
  if (merges.length === 0) return null;
  let index = indexes.get(merges);
  if (index === undefined) indexes.set(merges, (index = indexed(merges)));
  const isOver = (merge: Area): boolean => contains(merge, row, column);
  return index.buckets.get(row >> SHIFT)?.find(isOver) ?? index.tall.find(isOver) ?? null;
}

function indexed(merges: readonly Area[]): Index {
  const buckets = new Map<number, Area[]>();
  const tall: Area[] = [];
  for (const merge of merges) {
    const [first, last] = [merge.top >> SHIFT, merge.bottom >> SHIFT];
    if (last - first > TALL) tall.push(merge);
    else for (let at = first; at <= last; at++) buckets.set(at, [...(buckets.get(at) ?? []), merge]);
  }
  return { buckets, tall };
}
