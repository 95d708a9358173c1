/** One order for codes, names and files, the same on every machine: by their UTF-16 units, never by a language. */

/** @example ["b", "a"].sort(byText) // => ["a", "b"] */
export const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** By the first of the texts in which two things differ. */
export function byTexts<T>(textsOf: (each: T) => readonly string[]): (one: T, other: T) => number {
  return (one, other) => {
    const others = textsOf(other);
    for (const [index, text] of textsOf(one).entries()) {
      const order = byText(text, others[index] ?? "");
      if (order !== 0) return order;
    }
    return 0;
  };
}
