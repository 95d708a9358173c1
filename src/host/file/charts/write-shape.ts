/** Colours, lines and text of a chart in DrawingML. */
import { tag } from "../xml/write";
import { escapeText } from "../xml/text";

export const EMU_PER_POINT = 12_700;

/** Grey as Excel gives to lines of new charts. */
export const FAINT = "#D9D9D9";

/** Of the words in a chart: what is written here is British English, and says so to screen readers and spelling checks. */
export const LANGUAGE = "en-GB";

/** `<c:name val="…"/>`, as most of a chart is written; nothing for null. */
export function val(name: string, value: string | number | boolean | null): string {
  return value === null ? "" : tag(`c:${name}`, { val: value });
}

/** @param colour - "#RRGGBB" */
export function solid(colour: string): string {
  return tag("a:solidFill", {}, tag("a:srgbClr", { val: colour.slice(1).toUpperCase() }));
}

export interface LineLook { readonly colour: string | null; readonly width: number | null; readonly dash: string | null }

/** A line; `dash` "none" is no line at all. Empty where everything is automatic. */
export function lineXml({ colour, width, dash }: LineLook): string {
  if (dash === "none") return tag("a:ln", {}, tag("a:noFill"));
  if (colour === null && width === null && dash === null) return "";
  const inside = (colour === null ? "" : solid(colour)) + (dash === null ? "" : tag("a:prstDash", { val: dash })) + (width === null && colour === null ? "" : tag("a:round"));
  return tag("a:ln", { w: width === null ? null : Math.round(width * EMU_PER_POINT) }, inside);
}

export function shapeXml(inside: string): string {
  return inside === "" ? "" : tag("c:spPr", {}, inside);
}

export interface TextLook {
  /** Points. */
  readonly size?: number | null;
  readonly bold?: boolean | null;
  readonly colour?: string | null;
  readonly font?: string | null;
}

function runXml(name: string, { size = null, bold = null, colour = null, font = null }: TextLook): string {
  const inside = (colour === null ? "" : solid(colour)) + (font === null ? "" : tag("a:latin", { typeface: font }) + tag("a:cs", { typeface: font }));
  return tag(name, { lang: name === "a:rPr" ? LANGUAGE : null, sz: size === null ? null : Math.round(size * 100), b: bold }, inside);
}

/** The look of generated text (labels of axes, legend, data); empty where all is automatic. */
export function textLookXml(look: TextLook): string {
  const run = runXml("a:defRPr", look);
  if (run === "<a:defRPr/>") return "";
  return tag("c:txPr", {}, tag("a:bodyPr") + tag("a:lstStyle") + tag("a:p", {}, tag("a:pPr", {}, run) + tag("a:endParaRPr", { lang: LANGUAGE })));
}

/** A title that follows cells. @param words - `<c:tx>` with the reference */
export function followingTitleXml(words: string, look: TextLook): string {
  return tag("c:title", {}, words + val("overlay", false) + textLookXml(look));
}

/** A title with its words, one paragraph to a line. @param upright - turned to run up beside a vertical axis */
export function titleXml(text: string, look: TextLook, upright = false): string {
  const body = tag("a:bodyPr", upright ? { rot: -5_400_000, vert: "horz" } : {});
  const paragraphs = text.split("\n").map((line) =>
    tag("a:p", {}, tag("a:pPr", {}, runXml("a:defRPr", look)) + (line === "" ? "" : tag("a:r", {}, runXml("a:rPr", look) + tag("a:t", {}, escapeText(line))))));
  return tag("c:title", {}, tag("c:tx", {}, tag("c:rich", {}, body + tag("a:lstStyle") + paragraphs.join(""))) + val("overlay", false));
}
