/**
 * A rule pack as the workbook keeps it: text in hidden names of the Cover, or of a region's register where there is no Cover. Names survive Excel for Mac and LibreOffice, which lose
 * settings and custom XML, and go away with their sheet. What the text is, is none of this file's business.
 */

const PIECE_NAME = "_TalentPlan.Rules";
/** A text in a formula has at most 255 characters, and the old limit of a whole name is the same. */
const PIECE = 250;

/** A name of a sheet, as Excel gives it. */
export interface Named { readonly name: string; readonly formula: string }

/** The names that hold pieces, in order. */
export function piecesIn<N extends Named>(names: readonly N[]): readonly N[] {
  const numberOf = ({ name }: Named): number => (name.toLowerCase().startsWith(PIECE_NAME.toLowerCase()) ? Number(name.slice(PIECE_NAME.length)) : NaN);
  return names.map((item) => ({ item, number: numberOf(item) })).filter(({ number }) => number > 0).sort((one, other) => one.number - other.number).map(({ item }) => item);
}

/** @returns the text that a sheet's own names hold, whole or not; null where there is none */
export function packTextIn(names: readonly Named[]): string | null {
  const pieces = piecesIn(names);
  return pieces.length === 0 ? null : pieces.map(({ formula }) => /^="(.*)"$/.exec(String(formula))?.[1] ?? "").join("");
}

/** Names and formulas that hold a text without quotation marks. */
export function namesFor(text: string): readonly Named[] {
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, at) => ({ name: `${PIECE_NAME}${at + 1}`, formula: `="${text.slice(at * PIECE, (at + 1) * PIECE)}"` }));
}
