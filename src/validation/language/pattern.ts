/** Patterns of codes: a small part of regular expressions, of which none can take long whatever it is tried on. */

/**
 * A whole word of letters, digits, spaces and "-/&.", of classes such as `[A-Z0-9]` and `\d`, each perhaps followed by `{2}`, `{1,3}` or `?`,
 * with alternatives set apart by `|`. There are no brackets, stars or pluses, so that a pattern in a file can never hang the check.
 * @throws SyntaxError where it has anything else
 * @example patternFrom("Q\\d{2}").test("Q31") // => true
 */
export function patternFrom(written: string): RegExp {
  const piece = /(?:[A-Za-z0-9 &/-]|\\[d.-]|\[(?:[A-Za-z0-9](?:-[A-Za-z0-9])?)+\])(?:\{\d{1,2}(?:,\d{1,2})?\}|\?)?/y;
  for (let at = 0; at < written.length;) {
    if (written[at] === "|") { at += 1; continue; }
    piece.lastIndex = at;
    const [found] = piece.exec(written) ?? [];
    if (found === undefined) throw new SyntaxError(`the pattern "${written}" has "${written.slice(at, at + 5)}" at character ${at + 1}, which patterns of codes do not have`);
    at += found.length;
  }
  return new RegExp(`^(?:${written})$`);
}
