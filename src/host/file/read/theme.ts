/** Colours as files write them (by theme and tint, by palette, or plainly) made into `#RRGGBB`. */
import { at, attribute, child, numberAttribute } from "../xml/query";
import { scanXml, type XmlElement } from "../xml/scan";
import type { Colour } from "../../workbook/style";

/** Excel's first 64 palette entries; the first eight come twice. */
const PALETTE = (
  "000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF".repeat(2) +
  "800000008000000080808000800080008080C0C0C0808080" + "9999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF" +
  "000080FF00FFFFFF0000FFFF8000808000000080800000FF" + "00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC99" +
  "3366FF33CCCC99CC00FFCC00FF9900FF6600666699969696" + "003366339966003300333300993300993366333399333333"
).match(/.{6}/g) ?? [];

const OFFICE = ["FFFFFF", "000000", "EEECE1", "1F497D", "4F81BD", "C0504D", "9BBB59", "8064A2", "4BACC6", "F79646", "0000FF", "800080"];

/** A theme's twelve colours by the number that cells use: light 1, dark 1, light 2, dark 2, six accents, two for links. */
export interface Theme {
  readonly colours: readonly string[];
  readonly palette: readonly string[];
  /** The body font, where the theme names one. */
  readonly minorFont: string | null;
}

const ORDER = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];

/** @param text - the theme part, or null for a workbook without one, which gets Office's own colours */
export function readTheme(text: string | null, part: string): Theme {
  const elements = text === null ? null : child(scanXml(text, part), "themeElements");
  const scheme = child(elements, "clrScheme");
  const colours = ORDER.map((name, index) => schemeColour(child(scheme, name)) ?? OFFICE[index] ?? "000000");
  return { colours, palette: PALETTE, minorFont: attribute(at(elements, "fontScheme", "minorFont", "latin"), "typeface") };
}

function schemeColour(element: XmlElement | null): string | null {
  return attribute(child(element, "srgbClr"), "val")?.toUpperCase() ?? attribute(child(element, "sysClr"), "lastClr")?.toUpperCase() ?? null;
}

/** The colour an element such as `<color theme="4" tint="0.4"/>` stands for; null where it is missing or automatic. */
export function readColour(element: XmlElement | null, theme: Theme): Colour {
  if (element === null || element.attributes.get("auto") === "1") return null;
  const base = baseColour(element, theme);
  if (base === null) return null;
  return `#${tinted(base, numberAttribute(element, "tint") ?? 0)}`;
}

function baseColour(element: XmlElement, theme: Theme): string | null {
  const rgb = attribute(element, "rgb");
  if (rgb !== null && /^[0-9A-Fa-f]{6,8}$/.test(rgb)) return rgb.slice(-6).toUpperCase();
  const themed = numberAttribute(element, "theme");
  if (themed !== null) return theme.colours[themed] ?? null;
  const indexed = numberAttribute(element, "indexed");
  // 64 and 65 are the system's own foreground and background.
  return indexed === null ? null : theme.palette[indexed] ?? null;
}

/** Lighter (tint above 0) or darker (below) in hue, saturation and lightness (ECMA-376 part 1, 18.8.19). */
export function tinted(rgb: string, tint: number): string {
  if (tint === 0) return rgb;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((from) => parseInt(rgb.slice(from, from + 2), 16) / 255);
  const { hue, saturation, lightness } = toHsl(red, green, blue);
  return fromHsl(hue, saturation, tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint);
}

function toHsl(red: number, green: number, blue: number): { hue: number; saturation: number; lightness: number } {
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const lightness = (most + least) / 2;
  const spread = most - least;
  if (spread === 0) return { hue: 0, saturation: 0, lightness };
  const saturation = spread / (1 - Math.abs(2 * lightness - 1));
  const sixth = most === red ? ((green - blue) / spread + 6) % 6 : most === green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
  return { hue: sixth / 6, saturation, lightness };
}

function fromHsl(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const part = (offset: number): string => {
    const place = (offset + hue * 12) % 12;
    const value = lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1));
    return Math.round(Math.min(1, Math.max(0, value)) * 255).toString(16).toUpperCase().padStart(2, "0");
  };
  return part(0) + part(8) + part(4);
}
