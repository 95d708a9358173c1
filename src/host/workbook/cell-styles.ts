/** Excel's own cell styles, with the look of the Office theme. */
import type { Border, BorderSide, CellStyle, FontStyle } from "./style";

/** What a style sets; the rest of a cell's look stays. */
export interface StyleLook {
  readonly font?: Partial<FontStyle>;
  readonly fill?: string;
  readonly borders?: { readonly [side in BorderSide]?: Border };
  readonly numberFormat?: string;
}
interface BuiltIn { readonly name: string; /** Excel's number for it in files. */ readonly number: number; /** Office.js's word. */ readonly word: string; readonly look: StyleLook }

const HEADING = "#44546A";
const ACCENTS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"] as const;

const line = (kind: Border["line"], colour: string): Border => ({ line: kind, colour });
const box = (border: Border): NonNullable<StyleLook["borders"]> => ({ left: border, right: border, top: border, bottom: border });
const heading = (name: string, number: number, word: string, size: number, bottom: Border | null): BuiltIn =>
  ({ name, number, word, look: { font: { size, bold: true, colour: HEADING }, ...(bottom === null ? {} : { borders: { bottom } }) } });

/** A colour so far towards white. */
function lighter(colour: string, share: number): string {
  const part = (at: number): string => { const value = parseInt(colour.slice(at, at + 2), 16); return Math.round(value + (255 - value) * share).toString(16).padStart(2, "0").toUpperCase(); };
  return `#${part(1)}${part(3)}${part(5)}`;
}

const accents: readonly BuiltIn[] = ACCENTS.flatMap((colour, index) => {
  const name = `Accent${index + 1}`;
  const first = 29 + index * 4;
  const shade = (per: number, share: number, place: number): BuiltIn =>
    ({ name: `${per}% - ${name}`, number: first + place, word: `${name}_${per}`, look: { font: { colour: per === 60 ? "#FFFFFF" : "#000000" }, fill: lighter(colour, share) } });
  return [{ name, number: first, word: name, look: { font: { colour: "#FFFFFF" }, fill: colour } }, shade(20, 0.8, 1), shade(40, 0.6, 2), shade(60, 0.4, 3)];
});

const GREY = "#7F7F7F";

export const allBuiltIns: readonly BuiltIn[] = [
  { name: "Comma", number: 3, word: "Comma", look: { numberFormat: '_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-' } },
  { name: "Currency", number: 4, word: "Currency", look: { numberFormat: '_-"£"* #,##0.00_-;\\-"£"* #,##0.00_-;_-"£"* "-"??_-;_-@_-' } },
  { name: "Percent", number: 5, word: "Percent", look: { numberFormat: "0%" } },
  { name: "Comma [0]", number: 6, word: "WholeComma", look: { numberFormat: '_-* #,##0_-;\\-* #,##0_-;_-* "-"_-;_-@_-' } },
  { name: "Currency [0]", number: 7, word: "WholeDollar", look: { numberFormat: '_-"£"* #,##0_-;\\-"£"* #,##0_-;_-"£"* "-"_-;_-@_-' } },
  { name: "Hyperlink", number: 8, word: "Hlink", look: { font: { colour: "#0563C1", underline: "Single" } } },
  { name: "Followed Hyperlink", number: 9, word: "HlinkTrav", look: { font: { colour: "#954F72", underline: "Single" } } },
  { name: "Note", number: 10, word: "Note", look: { fill: "#FFFFCC", borders: box(line("Thin", "#B2B2B2")) } },
  { name: "Warning Text", number: 11, word: "WarningText", look: { font: { colour: "#FF0000" } } },
  { name: "Title", number: 15, word: "SheetTitle", look: { font: { name: "Calibri Light", size: 18, colour: HEADING } } },
  heading("Heading 1", 16, "Heading1", 15, line("Thick", ACCENTS[0])), heading("Heading 2", 17, "Heading2", 13, line("Thick", lighter(ACCENTS[0], 0.5))),
  heading("Heading 3", 18, "Heading3", 11, line("Medium", lighter(ACCENTS[0], 0.4))), heading("Heading 4", 19, "Heading4", 11, null),
  { name: "Input", number: 20, word: "Input", look: { font: { colour: "#3F3F76" }, fill: "#FFCC99", borders: box(line("Thin", GREY)) } },
  { name: "Output", number: 21, word: "Output", look: { font: { bold: true, colour: "#3F3F3F" }, fill: "#F2F2F2", borders: box(line("Thin", "#3F3F3F")) } },
  { name: "Calculation", number: 22, word: "Calculation", look: { font: { bold: true, colour: "#FA7D00" }, fill: "#F2F2F2", borders: box(line("Thin", GREY)) } },
  { name: "Check Cell", number: 23, word: "CheckCell", look: { font: { bold: true, colour: "#FFFFFF" }, fill: "#A5A5A5", borders: box(line("Double", "#3F3F3F")) } },
  { name: "Linked Cell", number: 24, word: "LinkedCell", look: { font: { colour: "#FA7D00" }, borders: { bottom: line("Double", "#FF8001") } } },
  { name: "Total", number: 25, word: "Total", look: { font: { bold: true, colour: "#000000" }, borders: { top: line("Thin", ACCENTS[0]), bottom: line("Double", ACCENTS[0]) } } },
  { name: "Good", number: 26, word: "Good", look: { font: { colour: "#006100" }, fill: "#C6EFCE" } },
  { name: "Bad", number: 27, word: "Bad", look: { font: { colour: "#9C0006" }, fill: "#FFC7CE" } },
  { name: "Neutral", number: 28, word: "Neutral", look: { font: { colour: "#9C5700" }, fill: "#FFEB9C" } },
  { name: "Explanatory Text", number: 53, word: "ExplanatoryText", look: { font: { italic: true, colour: GREY } } },
  ...accents,
];

/** By Excel's name or Office.js's word, without regard to case; null for another. */
export function builtInStyle(name: string): BuiltIn | null {
  const wanted = name.toLowerCase();
  return allBuiltIns.find((style) => style.name.toLowerCase() === wanted || style.word.toLowerCase() === wanted) ?? null;
}

/** A cell's look with a style's laid over it. @param normal - the workbook's own normal look, whose font the style's stands on */
export function withBuiltIn(style: CellStyle, { name, look }: Pick<BuiltIn, "name" | "look">, normal: CellStyle): CellStyle {
  return {
    ...style, named: name, ...(look.font === undefined ? {} : { font: { ...normal.font, ...look.font } }), ...(look.fill === undefined ? {} : { fill: look.fill, patterned: false }),
    ...(look.borders === undefined ? {} : { borders: look.borders }), ...(look.numberFormat === undefined ? {} : { numberFormat: look.numberFormat }),
  };
}
