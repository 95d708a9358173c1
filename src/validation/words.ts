/** Small parts of the sentences of findings. */
import { horizons } from "../domain/taxonomy";

/** @example inSentence(["a", "b", "c"], "and") // => "a, b and c" */
export function inSentence(parts: readonly string[], last: "and" | "or" = "and"): string {
  const end = parts[parts.length - 1] ?? "";
  return parts.length < 2 ? end : `${parts.slice(0, -1).join(", ")} ${last} ${end}`;
}

/** At most this many names stand in one sentence. */
const NAMED_AT_MOST = 6;

/** Names in a sentence, the rest counted. @example someOf(["a", "b"]) // => "a and b" */
export function someOf(names: readonly string[]): string {
  const more = names.length - NAMED_AT_MOST;
  return more > 0 ? `${names.slice(0, NAMED_AT_MOST).join(", ")} and ${more} more` : inSentence(names);
}

export const quoted = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** Years from now on that the horizons reach. */
export const yearsAhead: number = Math.max(...horizons.map((horizon) => horizon.upTo));

/** Things by what they have in common, in the order in which they first come. */
export function groupBy<T>(all: readonly T[], keyOf: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, readonly T[]>();
  for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}
