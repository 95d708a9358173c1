/** The order in which findings are read. */
import { cellIn } from "../blueprint/place";
import type { Finding } from "./finding";

/** Row and column of a finding's first cell; before all cells where it is about the sheet as a whole. */
export function readingPlace({ place }: Finding): readonly [number, number] {
  const at = cellIn(place.cell);
  return at === null ? [-1, -1] : [at.row, at.column];
}

/** By the first number in which two ranks differ; equals keep their order. */
export function ranked(findings: readonly Finding[], rankOf: (each: Finding) => readonly number[]): readonly Finding[] {
  return findings.map((each) => ({ each, rank: rankOf(each) })).sort((one, other) => compare(one.rank, other.rank)).map(({ each }) => each);
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
