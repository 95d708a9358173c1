/** Excel's fonts on a screen that may not have them: the stack to ask for, and the scale that keeps a substitute's letters as wide as they should be. */
import type { FontStyle } from "../workbook/style";
import { PIXELS_PER_POINT } from "./layout";

/** Width of a digit as a share of the font's size, for fonts that are often missing outside Windows. */
const DIGIT_SHARE: Readonly<Record<string, number>> = { "Calibri": 0.507, "Calibri Light": 0.507, "Aptos": 0.56, "Aptos Narrow": 0.5, "Segoe UI": 0.539 };
const FALLBACK = '"Carlito", "Liberation Sans", Arial, Helvetica, sans-serif';

/** Width in pixels of a text in a CSS font. */
export type Measure = (text: string, font: string) => number;

const scales = new Map<string, number>();

/** A CSS font ("bold 15px …") for a cell's font at a zoom (1 = 100%). */
export function cssFont(font: FontStyle, zoom: number, measure: Measure): string {
  const family = `"${font.name.replaceAll('"', "")}", ${FALLBACK}`;
  const pixels = font.size * PIXELS_PER_POINT * zoom * scaleOf(font.name, family, measure);
  return `${font.italic ? "italic " : ""}${font.bold ? "bold " : ""}${pixels.toFixed(2)}px ${family}`;
}

/** 1 where the font or one of its width is there; less where the substitute is wider. */
function scaleOf(name: string, family: string, measure: Measure): number {
  const share = DIGIT_SHARE[name];
  if (share === undefined) return 1;
  let scale = scales.get(name);
  if (scale === undefined) scales.set(name, (scale = Math.min(1, (share * 1000) / measure("0123456789", `100px ${family}`))));
  return scale;
}

/** Points that one line of a font takes, as Excel fits a row to it. @example linePoints(11) // => 15 */
export function linePoints(size: number): number {
  return Math.round(size * 1.33 * 4) / 4 + (size <= 11 ? 0.25 : 0);
}

/** The lines a text breaks into within a width. Breaks at spaces and, where one word is wider than the line, within the word. */
export function wrapText(text: string, width: number, font: string, measure: Measure): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r\n|\r|\n/)) lines.push(...wrapParagraph(paragraph, width, font, measure));
  return lines;
}

function wrapParagraph(paragraph: string, width: number, font: string, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(/(?<=[ -])/)) {
    if (line !== "" && measure((line + word).trimEnd(), font) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += word;
    while (line.length > 1 && measure(line.trimEnd(), font) > width) {
      const fit = lettersThatFit(line, width, font, measure);
      if (fit >= line.length) break;
      lines.push(line.slice(0, fit));
      line = line.slice(fit);
    }
  }
  return [...lines, line.trimEnd()];
}

function lettersThatFit(text: string, width: number, font: string, measure: Measure): number {
  let fit = 1;
  while (fit < text.length && measure(text.slice(0, fit + 1), font) <= width) fit++;
  return fit;
}

/** A measure on a canvas of its own, which remembers what it measured. */
export function canvasMeasure(document: Document): Measure {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) throw new Error("This browser gives no 2D canvas.");
  const known = new Map<string, number>();
  return (text, font) => {
    const key = `${font}\u0000${text}`;
    let width = known.get(key);
    if (width === undefined) {
      context.font = font;
      width = context.measureText(text).width;
      if (known.size > 20_000) known.clear();
      known.set(key, width);
    }
    return width;
  };
}
