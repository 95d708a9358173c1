/** Small parts of sentences that actions say. */

/** @example plural(1, "sheet") // => "1 sheet" */
export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** @example inSentence(["a", "b", "c"]) // => "a, b and c" */
export function inSentence(names: readonly string[]): string {
  const last = names[names.length - 1] ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
