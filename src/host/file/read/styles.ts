/** The styles part read: what each cell format index looks like, and the patches that conditional formats lay over cells. */
import type { StylePatch } from "../../workbook/features";
import { defaultFont, defaultStyle, type Border, type BorderLine, type BorderSide, type CellStyle, type Colour, type FontStyle, type HorizontalAlignment, type VerticalAlignment } from "../../workbook/style";
import type { NamedStyle } from "../../workbook/named-styles";
import { attribute, child, childrenOf, flag, numberAttribute, yesNo } from "../xml/query";
import { scanXml, type XmlElement } from "../xml/scan";
import { readColour, type Theme } from "./theme";

export interface Fill { readonly fill: Colour; readonly patterned: boolean }
export type Borders = CellStyle["borders"];

export interface StyleSheet {
  readonly fonts: readonly FontStyle[];
  readonly fills: readonly Fill[];
  readonly borders: readonly Borders[];
  /** Codes of the file's own formats by id; the built-in ones are in `builtInFormats`. */
  readonly formats: ReadonlyMap<number, string>;
  /** The name of the cell style behind each cellStyleXfs index. */
  readonly named: ReadonlyMap<number, string>;
  /** By name in small letters. */
  readonly cellStyles: ReadonlyMap<string, NamedStyle>;
  /** In the order of the file's cellXfs. */
  readonly styles: readonly CellStyle[];
  readonly patches: readonly StylePatch[];
}

/** Number formats that files name only by their id (ECMA-376 part 1, 18.8.30), as Excel shows them in English. */
export const builtInFormats: ReadonlyMap<number, string> = new Map([
  [0, "General"], [1, "0"], [2, "0.00"], [3, "#,##0"], [4, "#,##0.00"], [5, "$#,##0_);($#,##0)"], [6, "$#,##0_);[Red]($#,##0)"],
  [7, "$#,##0.00_);($#,##0.00)"], [8, "$#,##0.00_);[Red]($#,##0.00)"], [9, "0%"], [10, "0.00%"], [11, "0.00E+00"], [12, "# ?/?"], [13, "# ??/??"],
  [14, "m/d/yyyy"], [15, "d-mmm-yy"], [16, "d-mmm"], [17, "mmm-yy"], [18, "h:mm AM/PM"], [19, "h:mm:ss AM/PM"], [20, "h:mm"], [21, "h:mm:ss"], [22, "m/d/yyyy h:mm"],
  [37, "#,##0_);(#,##0)"], [38, "#,##0_);[Red](#,##0)"], [39, "#,##0.00_);(#,##0.00)"], [40, "#,##0.00_);[Red](#,##0.00)"],
  [41, '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)'], [42, '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)'],
  [43, '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)'], [44, '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)'],
  [45, "mm:ss"], [46, "[h]:mm:ss"], [47, "mm:ss.0"], [48, "##0.0E+0"], [49, "@"],
]);

export function readStyles(text: string, part: string, theme: Theme): StyleSheet {
  const root = scanXml(text, part);
  const palette = childrenOf(child(child(root, "colors"), "indexedColors"), "rgbColor").map((entry) => (attribute(entry, "rgb") ?? "").slice(-6).toUpperCase());
  const colours: Theme = palette.length > 0 ? { ...theme, palette: theme.palette.map((colour, index) => palette[index] ?? colour) } : theme;
  const formats = new Map(childrenOf(child(root, "numFmts"), "numFmt").map((entry) => [numberAttribute(entry, "numFmtId") ?? -1, attribute(entry, "formatCode") ?? "General"]));
  const fonts = childrenOf(child(root, "fonts"), "font").map((entry) => readFont(entry, colours));
  const fills = childrenOf(child(root, "fills"), "fill").map((entry) => readFill(entry, colours));
  const borders = childrenOf(child(root, "borders"), "border").map((entry) => readBorders(entry, colours));
  const named = new Map(childrenOf(child(root, "cellStyles"), "cellStyle").map((entry) => [numberAttribute(entry, "xfId") ?? 0, attribute(entry, "name") ?? "Normal"]));
  const styles = childrenOf(child(root, "cellXfs"), "xf").map((xf) => readStyle(xf, { fonts, fills, borders, formats, named }));
  const cellStyles = readCellStyles(root, (xf, name) => ({ ...readStyle(xf, { fonts, fills, borders, formats, named }), named: name }));
  const patches = childrenOf(child(root, "dxfs"), "dxf").map((entry) => readPatch(entry, colours));
  return { fonts, fills, borders, formats, named, cellStyles, styles: styles.length > 0 ? styles : [defaultStyle], patches };
}

const underlines = new Map<string, FontStyle["underline"]>([["none", "None"], ["single", "Single"], ["double", "Double"], ["singleAccounting", "SingleAccountant"], ["doubleAccounting", "DoubleAccountant"]]);

function readFont(font: XmlElement, theme: Theme): FontStyle {
  const underline = child(font, "u");
  return {
    name: attribute(child(font, "name"), "val") ?? defaultFont.name,
    size: numberAttribute(child(font, "sz"), "val") ?? defaultFont.size,
    bold: flag(font, "b"), italic: flag(font, "i"), strike: flag(font, "strike"),
    underline: underline === null ? "None" : underlines.get(attribute(underline, "val") ?? "single") ?? "Single",
    colour: readColour(child(font, "color"), theme),
  };
}

function readFill(fill: XmlElement, theme: Theme): Fill {
  const pattern = child(fill, "patternFill");
  const kind = attribute(pattern, "patternType") ?? "none";
  if (pattern === null) return { fill: null, patterned: child(fill, "gradientFill") !== null };
  if (kind === "none") return { fill: null, patterned: false };
  return { fill: readColour(child(pattern, "fgColor"), theme), patterned: kind !== "solid" };
}

const lines = new Map<string, BorderLine>([
  ["thin", "Thin"], ["medium", "Medium"], ["thick", "Thick"], ["hair", "Hair"], ["dashed", "Dash"], ["dotted", "Dot"], ["dashDot", "DashDot"], ["dashDotDot", "DashDotDot"],
  ["mediumDashed", "MediumDash"], ["mediumDashDot", "MediumDashDot"], ["mediumDashDotDot", "MediumDashDotDot"], ["slantDashDot", "SlantDashDot"], ["double", "Double"],
]);
/** How the file spells a border's line. */
export const lineNames: ReadonlyMap<BorderLine, string> = new Map([...lines].map(([written, line]) => [line, written]));

const sides: readonly BorderSide[] = ["left", "right", "top", "bottom"];

function readBorders(border: XmlElement, theme: Theme): Borders {
  const found: { [side in BorderSide]?: Border } = {};
  for (const side of sides) {
    // Right-to-left files write start and end for left and right.
    const element = child(border, side) ?? child(border, side === "left" ? "start" : side === "right" ? "end" : side);
    const line = lines.get(attribute(element, "style") ?? "none");
    if (line) found[side] = { line, colour: readColour(child(element, "color"), theme) };
  }
  return found;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const horizontals: ReadonlySet<string> = new Set<HorizontalAlignment>(["General", "Left", "Center", "Right", "Fill", "Justify", "CenterAcrossSelection", "Distributed"]);
const verticals: ReadonlySet<string> = new Set<VerticalAlignment>(["Top", "Center", "Bottom", "Justify", "Distributed"]);
const readings = [undefined, "LeftToRight", "RightToLeft"] as const;
const isHorizontal = (text: string): text is HorizontalAlignment => horizontals.has(text);
const isVertical = (text: string): text is VerticalAlignment => verticals.has(text);

function readStyle(xf: XmlElement, sheet: Pick<StyleSheet, "fonts" | "fills" | "borders" | "formats" | "named">): CellStyle {
  const alignment = child(xf, "alignment");
  const protection = child(xf, "protection");
  const format = numberAttribute(xf, "numFmtId") ?? 0;
  const fill = sheet.fills[numberAttribute(xf, "fillId") ?? 0];
  const written = attribute(alignment, "horizontal") ?? "general";
  const horizontal = written === "centerContinuous" ? "CenterAcrossSelection" : capital(written);
  const reading = readings[numberAttribute(alignment, "readingOrder") ?? 0];
  const vertical = capital(attribute(alignment, "vertical") ?? "bottom");
  return {
    numberFormat: sheet.formats.get(format) ?? builtInFormats.get(format) ?? "General",
    font: sheet.fonts[numberAttribute(xf, "fontId") ?? 0] ?? defaultFont,
    fill: fill?.fill ?? null, patterned: fill?.patterned ?? false,
    borders: sheet.borders[numberAttribute(xf, "borderId") ?? 0] ?? {},
    horizontal: isHorizontal(horizontal) ? horizontal : "General",
    vertical: isVertical(vertical) ? vertical : "Bottom",
    wrap: yesNo(alignment, "wrapText", false),
    indent: numberAttribute(alignment, "indent") ?? 0,
    rotation: numberAttribute(alignment, "textRotation") ?? 0,
    shrink: yesNo(alignment, "shrinkToFit", false),
    ...(reading === undefined ? {} : { reading }), ...(yesNo(alignment, "justifyLastLine", false) ? { spreadsLast: true } : {}),
    locked: yesNo(protection, "locked", true),
    formulaHidden: yesNo(protection, "hidden", false),
    quotePrefix: yesNo(xf, "quotePrefix", false),
    named: sheet.named.get(numberAttribute(xf, "xfId") ?? 0) ?? "Normal",
  };
}

/** Styles by the names that a person picks them by; what a style does not set is said by its format. */
function readCellStyles(root: XmlElement, look: (xf: XmlElement, name: string) => CellStyle): ReadonlyMap<string, NamedStyle> {
  const formats = childrenOf(child(root, "cellStyleXfs"), "xf");
  return new Map(childrenOf(child(root, "cellStyles"), "cellStyle").flatMap((entry): readonly (readonly [string, NamedStyle])[] => {
    const name = attribute(entry, "name");
    const xf = formats[numberAttribute(entry, "xfId") ?? 0];
    if (name === null || xf === undefined) return [];
    const sets = (what: string): boolean => yesNo(xf, `apply${what}`, true);
    const includes = { number: sets("NumberFormat"), font: sets("Font"), alignment: sets("Alignment"), border: sets("Border"), fill: sets("Fill"), protection: sets("Protection") };
    return [[name.toLowerCase(), { name, builtIn: numberAttribute(entry, "builtinId") !== null, look: look(xf, name), includes }]];
  }));
}

function readPatch(dxf: XmlElement, theme: Theme): StylePatch {
  const font = child(dxf, "font");
  const pattern = child(child(dxf, "fill"), "patternFill");
  const border = child(dxf, "border");
  const underline = attribute(child(font, "u"), "val");
  // In a patch the fill's colour is the background, the other way round from a cell's (the format dialog writes it so).
  const fill = readColour(child(pattern, "bgColor"), theme) ?? (attribute(pattern, "patternType") === "solid" ? readColour(child(pattern, "fgColor"), theme) : null);
  const fontColour = readColour(child(font, "color"), theme);
  const numberFormat = attribute(child(dxf, "numFmt"), "formatCode");
  return {
    ...(fontColour === null ? {} : { fontColour }),
    ...(child(font, "b") ? { bold: flag(font, "b") } : {}),
    ...(child(font, "i") ? { italic: flag(font, "i") } : {}),
    ...(child(font, "u") ? { underline: underline !== "none" } : {}),
    ...(child(font, "strike") ? { strike: flag(font, "strike") } : {}),
    ...(fill === null ? {} : { fill }),
    ...(numberFormat === null ? {} : { numberFormat }),
    ...(border === null ? {} : { borders: readBorders(border, theme) }),
  };
}
