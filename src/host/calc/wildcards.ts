/**
 * Patterns with `*`, `?` and `~`, without regard to case unless asked. They are matched piece by piece from the left, never going back over a `*`,
 * so that no pattern takes longer than the text's length times its own.
 */

export const hasWildcard = (text: string): boolean => /[*?~]/.test(text);

/** One letter, or any (`null`). */
type Piece = readonly (string | null)[];

const folded = (letter: string): string => {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
};

/** Letter by letter, so that places in the text stay what they are. */
function foldedText(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : [...text].map(folded).join("");
}

function piecesOf(pattern: string, fold: (letter: string) => string): readonly Piece[] {
  const pieces: (string | null)[][] = [[]];
  for (let i = 0; i < pattern.length; i++) {
    const letter = pattern.charAt(i);
    const next = pattern.charAt(i + 1);
    const last = pieces[pieces.length - 1];
    if (letter === "*") pieces.push([]);
    else if (letter === "~" && next !== "" && "*?~".includes(next)) {
      last?.push(fold(next));
      i++;
    } else last?.push(letter === "?" ? null : fold(letter));
  }
  return pieces;
}

function fitsAt(piece: Piece, text: string, at: number): boolean {
  if (at < 0 || at + piece.length > text.length) return false;
  for (let i = 0; i < piece.length; i++) if (piece[i] !== null && piece[i] !== text.charAt(at + i)) return false;
  return true;
}

/** The first place at or after `from` and at most `upTo` where a piece fits, or -1. */
function firstFit(piece: Piece, text: string, from: number, upTo: number): number {
  for (let at = from; at <= upTo; at++) if (fitsAt(piece, text, at)) return at;
  return -1;
}

/** Where the last place at or after `from` ends at which a piece fits, or -1. */
function endOfLast(piece: Piece, text: string, from: number): number {
  for (let at = text.length - piece.length; at >= from; at--) if (fitsAt(piece, text, at)) return at + piece.length;
  return -1;
}

export class Wildcards {
  private readonly pieces: readonly Piece[];

  constructor(pattern: string, private readonly matchCase = false) { this.pieces = piecesOf(pattern, matchCase ? (letter) => letter : folded); }

  /** Whether the whole text fits. */
  test(given: string): boolean {
    const text = this.read(given);
    const [first = [], ...others] = this.pieces;
    const last = others.pop();
    if (last === undefined) return first.length === text.length && fitsAt(first, text, 0);
    if (!fitsAt(first, text, 0)) return false;
    const end = text.length - last.length;
    const after = placeAfter(others, text, first.length, end);
    return after >= 0 && after <= end && fitsAt(last, text, end);
  }

  /** The first place from which on some part of the text fits, or -1. */
  search(given: string): number {
    const text = this.read(given);
    const [first = [], ...others] = this.pieces;
    const start = firstFit(first, text, 0, text.length - first.length);
    // Where the rest does not fit behind the first place, it fits behind no later one.
    return start >= 0 && placeAfter(others, text, start + first.length, text.length) >= 0 ? start : -1;
  }

  /** The text with every part that fits replaced, from the left, each as long as it can be. Fitting nothing at all is no part. */
  replace(given: string, by: string): string {
    const text = this.read(given);
    let [after, done] = ["", 0];
    for (let part = this.partFrom(text, 0); part !== null; part = this.partFrom(text, part.end)) {
      after += given.slice(done, part.start) + by;
      done = part.end;
    }
    return after + given.slice(done);
  }

  private partFrom(text: string, from: number): { readonly start: number; readonly end: number } | null {
    const [first = [], ...others] = this.pieces;
    const start = firstFit(first, text, from, text.length - first.length);
    if (start < 0) return null;
    const last = others.pop();
    const upTo = placeAfter(others, text, start + first.length, text.length);
    if (upTo < 0) return null;
    const end = last === undefined ? upTo : endOfLast(last, text, upTo);
    return end > start ? { start, end } : null;
  }

  private read(text: string): string { return this.matchCase ? text : foldedText(text); }
}

/** Where the text goes on after pieces that follow one another with anything between them, or -1. */
function placeAfter(pieces: readonly Piece[], text: string, from: number, end: number): number {
  let at = from;
  for (const piece of pieces) {
    const found = firstFit(piece, text, at, end - piece.length);
    if (found < 0) return -1;
    at = found + piece.length;
  }
  return at;
}
