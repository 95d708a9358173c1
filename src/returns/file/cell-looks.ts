/** How each cell of a return's file looks: the styles of the workbook's own sheets, in the writing library's words. */
import { fontName, palette, styles, type Style } from "../../blueprint/theme";
import type { Look } from "./return-sheet-model";

const looks: Readonly<Record<Look, Style>> = {
  title: styles.title, subtitle: styles.subtitle, note: styles.note, heading: styles.heading, header: { ...styles.header, align: "Left", indent: 1 }, headerRight: { ...styles.headerRight, indent: 1 }, label: styles.label,
  alert: { ...styles.headline, colour: palette.darkPink },
  text: { ...styles.rowText, border: "none", wrap: false, align: "Left", indent: 1 }, entry: { ...styles.rowText, align: "Left", indent: 1 },
  figure: { ...styles.count, shrink: false }, code: { ...styles.text, size: 8, align: "Left", indent: 1 },
};

/** In points, of the row that a cell stands in. Headings of tables are in two lines. */
const heights: Readonly<Record<Look, number>> = { title: 26, heading: 20, header: 20, headerRight: 28, subtitle: 16, alert: 17, note: 16, label: 15, text: 15, entry: 15, figure: 15, code: 15 };
const TALLEST = 409;

/** In points. A text that wraps makes its row as high as its lines; not every program does so by itself. @param width - of its column, in characters */
function heightOf(look: Look, text: string, width: number): number {
  const lines = !looks[look].wrap || look !== "entry" ? 1 : text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length + 2) / (width * 1.1))), 0);
  return Math.min(TALLEST, heights[look] + (lines - 1) * 13);
}

/** As write-excel-file takes it. */
export interface WrittenLook {
  readonly fontFamily: string; readonly fontSize: number; readonly textColor: string; readonly fontWeight?: "bold"; readonly backgroundColor?: string;
  readonly align?: "left" | "right" | "center"; readonly alignVertical: "top" | "center" | "bottom"; readonly wrap?: true; readonly indent?: number; readonly height: number;
  readonly bottomBorderColor?: string; readonly bottomBorderStyle?: "thin";
}

/** @param text - "" for a cell of something else @param width - of its column, in characters */
export function writtenLook(look: Look, text: string, width: number): WrittenLook {
  const style = looks[look];
  return {
    fontFamily: fontName, fontSize: style.size, textColor: style.colour, alignVertical: written[style.vertical], height: heightOf(look, text, width), ...(style.bold ? { fontWeight: "bold" } : {}),
    ...(style.fill === null ? {} : { backgroundColor: style.fill }), ...(style.align === "General" ? {} : { align: written[style.align] }), ...(style.wrap ? { wrap: true } : {}),
    ...(style.indent > 0 ? { indent: style.indent } : {}), ...(style.border === "row" ? { bottomBorderColor: palette.lineGrey, bottomBorderStyle: "thin" } : {}),
  };
}

const written = { Left: "left", Right: "right", Center: "center", Top: "top", Bottom: "bottom" } as const;
