/** How each cell of a return's file looks: the styles of the workbook's own sheets, in the writing library's words. */
import { fontName, palette, styles, type Style } from "../../blueprint/theme";
import type { Look } from "./return-sheet-model";

const looks: Readonly<Record<Look, Style>> = {
  title: styles.title, subtitle: styles.subtitle, note: styles.note, heading: styles.heading, header: styles.header, headerRight: styles.headerRight, label: styles.label,
  alert: { ...styles.headline, colour: palette.darkPink },
  text: { ...styles.rowText, border: "none", wrap: false, align: "Left" }, long: styles.rowText,
  figure: { ...styles.count, shrink: false }, code: { ...styles.text, size: 8, align: "Left" },
};

/** As write-excel-file takes it. */
export interface WrittenLook {
  readonly fontFamily: string; readonly fontSize: number; readonly textColor: string; readonly fontWeight?: "bold"; readonly backgroundColor?: string;
  readonly align?: "left" | "right" | "center"; readonly alignVertical: "top" | "center" | "bottom"; readonly wrap?: true; readonly indent?: number;
  readonly bottomBorderColor?: string; readonly bottomBorderStyle?: "thin";
}

export function writtenLook(look: Look): WrittenLook {
  const style = looks[look];
  return {
    fontFamily: fontName, fontSize: style.size, textColor: style.colour, alignVertical: written[style.vertical], ...(style.bold ? { fontWeight: "bold" } : {}),
    ...(style.fill === null ? {} : { backgroundColor: style.fill }), ...(style.align === "General" ? {} : { align: written[style.align] }), ...(style.wrap ? { wrap: true } : {}),
    ...(style.indent > 0 ? { indent: style.indent } : {}), ...(style.border === "row" ? { bottomBorderColor: palette.lineGrey, bottomBorderStyle: "thin" } : {}),
  };
}

const written = { Left: "left", Right: "right", Center: "center", Top: "top", Bottom: "bottom" } as const;
