/** Fonts, fills, borders and the rest of a style as XML. */
import type { StylePatch } from "../../workbook/features";
import type { BorderSide, CellStyle, Colour, FontStyle } from "../../workbook/style";
import { lineNames } from "../read/styles";
import { tag } from "../xml/write";

/** `<color rgb="FF…"/>`; nothing for the automatic colour. */
export function colourXml(name: string, colour: Colour): string {
  return colour === null ? "" : tag(name, { rgb: `FF${colour.slice(1).toUpperCase()}` });
}

const underlineWords: Readonly<Record<FontStyle["underline"], string>> = { None: "none", Single: "single", Double: "double", SingleAccountant: "singleAccounting", DoubleAccountant: "doubleAccounting" };

export function fontXml(font: FontStyle): string {
  const underline = font.underline === "None" ? "" : tag("u", { val: font.underline === "Single" ? null : underlineWords[font.underline] });
  return tag("font", {}, (font.bold ? "<b/>" : "") + (font.italic ? "<i/>" : "") + (font.strike ? "<strike/>" : "") + underline
    + tag("sz", { val: font.size }) + colourXml("color", font.colour) + tag("name", { val: font.name }) + tag("family", { val: 2 }));
}

/** @param fill.patterned - a pattern of the file's own is found there; a new one can only be plain */
export function fillXml({ fill }: Pick<CellStyle, "fill" | "patterned">): string {
  if (fill === null) return tag("fill", {}, tag("patternFill", { patternType: "none" }));
  return tag("fill", {}, tag("patternFill", { patternType: "solid" }, colourXml("fgColor", fill) + tag("bgColor", { indexed: 64 })));
}

const sides: readonly BorderSide[] = ["left", "right", "top", "bottom"];

function sideXml(side: BorderSide, borders: CellStyle["borders"]): string {
  const border = borders[side];
  if (border === undefined) return tag(side);
  return tag(side, { style: lineNames.get(border.line) ?? "thin" }, border.colour === null ? tag("color", { auto: true }) : colourXml("color", border.colour));
}

export function bordersXml(borders: CellStyle["borders"]): string {
  return tag("border", {}, sides.map((side) => sideXml(side, borders)).join("") + tag("diagonal"));
}

const small = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);

export function alignmentXml(style: CellStyle): string {
  const attributes = {
    horizontal: style.horizontal === "General" ? null : style.horizontal === "CenterAcrossSelection" ? "centerContinuous" : small(style.horizontal),
    vertical: style.vertical === "Bottom" ? null : small(style.vertical),
    textRotation: style.rotation || null, wrapText: style.wrap || null, indent: style.indent || null, justifyLastLine: style.spreadsLast ?? null, shrinkToFit: style.shrink || null,
    readingOrder: style.reading === undefined ? null : style.reading === "LeftToRight" ? 1 : 2,
  };
  return Object.values(attributes).every((value) => value === null) ? "" : tag("alignment", attributes);
}

export function protectionXml({ locked, formulaHidden }: CellStyle): string {
  return locked && !formulaHidden ? "" : tag("protection", { locked: locked ? null : false, hidden: formulaHidden || null });
}

/** A differential format. @param formatNumber - gives a number format's id */
export function patchXml(patch: StylePatch, formatNumber: (code: string) => number): string {
  const flag = (name: string, value: boolean | undefined): string => (value === undefined ? "" : tag(name, { val: value ? null : false }));
  const underline = patch.underline === undefined ? "" : tag("u", { val: patch.underline ? null : "none" });
  const font = flag("b", patch.bold) + flag("i", patch.italic) + flag("strike", patch.strike) + underline + colourXml("color", patch.fontColour ?? null);
  const format = patch.numberFormat === undefined ? "" : tag("numFmt", { numFmtId: formatNumber(patch.numberFormat), formatCode: patch.numberFormat });
  // In a patch the fill's colour is the background.
  const fill = patch.fill === undefined || patch.fill === null ? "" : tag("fill", {}, tag("patternFill", { patternType: "solid" }, colourXml("fgColor", patch.fill) + colourXml("bgColor", patch.fill)));
  const borders = patch.borders;
  const border = borders === undefined ? "" : tag("border", {}, sides.flatMap((side) => (borders[side] === undefined ? [] : sideXml(side, borders))).join(""));
  return tag("dxf", {}, (font === "" ? "" : tag("font", {}, font)) + format + fill + border);
}
