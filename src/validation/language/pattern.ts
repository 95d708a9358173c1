/** Patterns of codes: a small part of regular expressions, of which none can take long whatever it is tried on. */

export interface Pattern { readonly test: (words: string) => boolean }

/** One kind of character, so many times. */
interface Piece { readonly one: RegExp; readonly from: number; readonly upTo: number }

const PIECE = /([A-Za-z0-9 &/-]|\\[d.-]|\[(?:[A-Za-z0-9](?:-[A-Za-z0-9])?)+\])(?:\{(\d{1,2})(?:,(\d{1,2}))?\}|(\?))?/y;

/**
 * A whole word of letters, digits, spaces and "-/&.", of classes such as `[A-Z0-9]` and `\d`, each perhaps followed by `{2}`, `{1,3}` or `?`,
 * with alternatives set apart by `|`. There are no brackets, stars or pluses, so that a pattern in a file can never hang the check.
 * @throws SyntaxError where it has anything else
 * @example patternFrom("Q\\d{2}").test("Q31") // => true
 */
export function patternFrom(written: string): Pattern {
  const alternatives: Piece[][] = [[]];
  for (let at = 0; at < written.length;) {
    if (written[at] === "|") { alternatives.push([]); at += 1; continue; }
    PIECE.lastIndex = at;
    const found = PIECE.exec(written);
    if (found === null) throw new SyntaxError(`the pattern "${written}" has "${written.slice(at, at + 5)}" at character ${at + 1}, which patterns of codes do not have.`);
    alternatives[alternatives.length - 1]?.push(pieceFrom(found, written));
    at += found[0].length;
  }
  return { test: (words) => alternatives.some((pieces) => fits(pieces, words)) };
}

function pieceFrom([whole, character = "", count, upTo, perhaps]: RegExpExecArray, written: string): Piece {
  const [from, to] = perhaps === "?" ? [0, 1] : [Number(count ?? 1), Number(upTo ?? count ?? 1)];
  const isBackward = [...character.matchAll(/([A-Za-z0-9])-([A-Za-z0-9])/g)].some(([, first = "", last = ""]) => first > last);
  if (isBackward || from > to) throw new SyntaxError(`the pattern "${written}" has "${whole}", which runs backward.`);
  return { one: new RegExp(`^${character}$`), from, upTo: to };
}

/** Goes through the words once for each piece, keeping every place that it may have come to: a machine of this kind never goes back. */
function fits(pieces: readonly Piece[], words: string): boolean {
  let places = new Set([0]);
  for (const { one, from, upTo } of pieces) {
    const next = new Set<number>();
    for (const start of places) {
      for (let count = 0; count <= upTo && (count === 0 || one.test(words[start + count - 1] ?? "")); count += 1) {
        if (count >= from) next.add(start + count);
      }
    }
    places = next;
  }
  return places.has(words.length);
}
