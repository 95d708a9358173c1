/** Queues how cells look. Only what differs from plain cells is sent, so that a request stays small. Nothing here syncs. */
import { fontName, palette, styles, type Style, type StyleName } from "../blueprint/theme";

const plain: Style = styles.text;

/** The font that every cell of a sheet of ours starts from. */
export function queueGround(range: Excel.Range): void {
  range.format.font.name = fontName;
  range.format.font.size = plain.size;
  range.format.verticalAlignment = plain.vertical;
}

/** Number formats come before anything is written: text that looks like a date or a number stays text only in a text cell. */
export function queueNumberFormat(range: Excel.Range, name: StyleName): void {
  const { numberFormat } = styles[name];
  // One value is applied to every cell of the range; Office's types only know the grid form.
  if (numberFormat !== plain.numberFormat) (range as { numberFormat: unknown }).numberFormat = numberFormat;
}

export function queueStyle(range: Excel.Range, name: StyleName): void {
  const style: Style = styles[name];
  const { format } = range;
  const { font } = format;
  if (style.size !== plain.size) font.size = style.size;
  if (style.bold) font.bold = true;
  if (style.italic) font.italic = true;
  if (style.underline) font.underline = "Single";
  if (style.colour !== plain.colour) font.color = style.colour;
  if (style.fill !== null) format.fill.color = style.fill;
  if (style.align !== plain.align) format.horizontalAlignment = style.align;
  if (style.vertical !== plain.vertical) format.verticalAlignment = style.vertical;
  if (style.wrap) format.wrapText = true;
  if (style.indent > 0) format.indentLevel = style.indent;
  if (style.shrink) format.shrinkToFit = true;
  if (!style.locked) format.protection.locked = false;
  if (style.border === "box") queueLines(range, boxEdges, palette.midGrey);
}

type Edge = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "InsideHorizontal" | "InsideVertical";
const boxEdges: readonly Edge[] = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"];

/** Light lines under each row of a table that is worked out, in place of boxes. */
export const queueRowLines = (range: Excel.Range): void => queueLines(range, ["InsideHorizontal", "EdgeBottom"], palette.lineGrey);

/** The line that starts a block of columns. */
export const queueBlockLine = (range: Excel.Range): void => queueLines(range, ["EdgeLeft"], palette.darkBlue);

function queueLines(range: Excel.Range, edges: readonly Edge[], colour: string): void {
  for (const edge of edges) {
    const border = range.format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = colour;
  }
}

/** Excel measures columns in points of the screen: seven pixels a character and five to spare. */
export const pointsOfCharacters = (characters: number): number => (characters * 7 + 5) * 0.75;
