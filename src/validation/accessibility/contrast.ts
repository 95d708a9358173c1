/** How well letters stand out from their ground: the contrast of WCAG 2.2, from 1 (not at all) to 21. */

/** @param one - "#RRGGBB" @returns 21 for a colour that cannot be read, so that nobody is told of it */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return a === null || b === null ? 21 : (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number | null {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return null;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const LARGE = 18;
const LARGE_BOLD = 14;

/** What letters of this size need. */
export const enough = (size: number, bold: boolean): number => (size >= LARGE || (bold && size >= LARGE_BOLD) ? 3 : 4.5);

/** Black or white, whichever stands out more; one of the two always does by 4.5 or more. */
export const readableOn = (ground: string): "#000000" | "#FFFFFF" => (contrast("#000000", ground) >= contrast("#FFFFFF", ground) ? "#000000" : "#FFFFFF");
