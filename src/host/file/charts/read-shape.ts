/** Colours, lines and text of a chart's part. Colours by theme are worked out, with their lightening and darkening. */
import type { Theme } from "../read/theme";
import { tinted } from "../read/theme";
import { at, attribute, child, childrenOf, childValue, descendants, numberAttribute } from "../xml/query";
import type { XmlElement } from "../xml/scan";
import { dashRead } from "./words";
import { EMU_PER_POINT } from "./write-shape";
import type { ChartSeries } from "../../workbook/chart";

const schemes: ReadonlyMap<string, number> = new Map([
  ["lt1", 0], ["bg1", 0], ["dk1", 1], ["tx1", 1], ["lt2", 2], ["bg2", 2], ["dk2", 3], ["tx2", 3], ["accent1", 4], ["accent2", 5], ["accent3", 6],
  ["accent4", 7], ["accent5", 8], ["accent6", 9], ["hlink", 10], ["folHlink", 11],
]);
/** The named colours that spreadsheet programs write into charts. */
const presets: ReadonlyMap<string, string> = new Map([["black", "000000"], ["white", "FFFFFF"], ["red", "FF0000"], ["green", "008000"], ["blue", "0000FF"], ["gray", "808080"], ["yellow", "FFFF00"]]);

/** The colour inside a fill, or null where it is none that a model can hold. */
function colourIn(fill: XmlElement, theme: Theme): string | null {
  const colour = fill.children[0];
  if (colour === undefined) return null;
  const val = attribute(colour, "val") ?? "";
  const base = colour.local === "srgbClr" ? val : colour.local === "sysClr" ? attribute(colour, "lastClr") : colour.local === "prstClr" ? presets.get(val) ?? null
    : colour.local === "schemeClr" ? theme.colours[schemes.get(val) ?? -1] ?? null : null;
  if (base === null || !/^[0-9A-Fa-f]{6}$/.test(base)) return null;
  return `#${lightened(base.toUpperCase(), colour)}`;
}

/** lumMod and lumOff, tint and shade, as far as they are a lightness: a share of it, and something added. */
function lightened(rgb: string, colour: XmlElement): string {
  const share = (numberAttribute(child(colour, "lumMod"), "val") ?? 100_000) / 100_000;
  const added = (numberAttribute(child(colour, "lumOff"), "val") ?? 0) / 100_000;
  if (share === 1 && added === 0) return rgb;
  return added > 0 ? tinted(rgb, added) : tinted(rgb, share - 1);
}

/** The solid fill of shape properties; null for automatic, none or a pattern. */
export function fillOf(shape: XmlElement | null, theme: Theme): string | null {
  const fill = child(shape, "solidFill");
  return fill === null ? null : colourIn(fill, theme);
}

export function lineOf(shape: XmlElement | null, theme: Theme): ChartSeries["line"] {
  const line = child(shape, "ln");
  const width = numberAttribute(line, "w");
  const dash = childValue(line, "prstDash");
  return {
    colour: fillOf(line, theme), width: width === null ? null : Math.round((width / EMU_PER_POINT) * 100) / 100,
    dash: child(line, "noFill") !== null ? "None" : dash === null ? null : dashRead(dash),
  };
}

export interface TextRead { readonly size: number | null; readonly bold: boolean | null; readonly colour: string | null; readonly font: string | null }

/** The look stated by run properties; the first that says something wins. */
export function textLook(element: XmlElement | null, theme: Theme): TextRead {
  const runs = element === null ? [] : [...descendants(element)].filter(({ local }) => local === "rPr" || local === "defRPr");
  // What a run says itself comes before its paragraph's default.
  runs.sort((a, b) => Number(b.local === "rPr") - Number(a.local === "rPr"));
  const first = <T>(read: (run: XmlElement) => T | null): T | null => { for (const run of runs) { const found = read(run); if (found !== null) return found; } return null; };
  const size = first((run) => numberAttribute(run, "sz"));
  const bold = first((run) => attribute(run, "b"));
  return { size: size === null ? null : size / 100, bold: bold === null ? null : bold === "1" || bold === "true", colour: first((run) => fillOf(run, theme)), font: first((run) => attribute(child(run, "latin"), "typeface")) };
}

/** The cells whose words a title shows, or null where it has its own. */
export function titleFormula(title: XmlElement | null): string | null {
  return child(at(title, "tx", "strRef"), "f")?.text ?? null;
}

/** A title's words; from the cache where it follows a cell. Null without any. */
export function titleText(title: XmlElement | null): string | null {
  const rich = at(title, "tx", "rich");
  if (rich !== null) {
    return childrenOf(rich, "p").map((paragraph) => paragraph.children.filter(({ local }) => local === "r" || local === "fld" || local === "br")
      .map((run) => (run.local === "br" ? "\n" : child(run, "t")?.text ?? "")).join("")).join("\n");
  }
  const points = childrenOf(at(title, "tx", "strRef", "strCache"), "pt").map((point) => child(point, "v")?.text ?? "");
  return points.length === 0 ? null : points.join(" ");
}
