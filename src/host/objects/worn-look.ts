/** The look of cells as programs change it, whoever wears it: a range's cells or a cell style. */
import type { CellStyle, FontStyle, HorizontalAlignment, VerticalAlignment } from "../workbook/style";
import { between, colourFrom, flagFrom, oneOf, textFrom, wholeFrom } from "./arguments";
import { declareClass, method, scalar, type ObjectClass, type Owned, type Scalar } from "./definition";

export interface LookHolder extends Owned {
  /** Every look that it has, each once. */
  readonly looks: () => readonly CellStyle[];
  readonly change: (how: (style: CellStyle) => CellStyle) => void;
}

/** The value that all looks share; null where they differ, as Excel answers. */
function shared<T>(holder: LookHolder, read: (style: CellStyle) => T): T | null {
  const values = new Set(holder.looks().map(read));
  const [first] = values;
  return values.size === 1 && first !== undefined ? first : null;
}

function styled<T>(since: string, read: (style: CellStyle) => T, parse: (value: unknown) => T, put: (style: CellStyle, value: T) => CellStyle): Scalar<LookHolder, T> {
  return scalar<LookHolder, T>(since, (holder) => shared(holder, read), (holder, value) => {
    const parsed = parse(value);
    holder.change((style) => put(style, parsed));
  });
}

function font<K extends keyof FontStyle>(since: string, key: K, parse: (value: unknown) => FontStyle[K]): Scalar<LookHolder, FontStyle[K]> {
  return styled(since, (style) => style.font[key], parse, (style, value) => ({ ...style, font: { ...style.font, [key]: value } }));
}

const UNDERLINES = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const;
const LARGEST_FONT = 409;

export const fillClass: ObjectClass<LookHolder> = declareClass<Excel.RangeFill, LookHolder>("RangeFill", {}, {
  scalars: {
    // A cell without a fill answers white; a range of different fills answers "".
    color: scalar("1.1", (holder) => (shared(holder, (style) => style.fill ?? "#FFFFFF")) ?? "", (holder, value) => {
      const fill = colourFrom(value);
      holder.change((style) => ({ ...style, fill, patterned: false }));
    }),
  },
  methods: { clear: method("1.1", (holder) => holder.change((style) => ({ ...style, fill: null, patterned: false }))) },
});

export const fontClass: ObjectClass<LookHolder> = declareClass<Excel.RangeFont, LookHolder>("RangeFont", {}, {
  scalars: {
    bold: font("1.1", "bold", flagFrom),
    italic: font("1.1", "italic", flagFrom),
    name: font("1.1", "name", textFrom),
    size: font("1.1", "size", between(1, LARGEST_FONT)),
    strikethrough: font("1.9", "strike", flagFrom),
    underline: font("1.1", "underline", (value) => oneOf(value, UNDERLINES)),
    color: scalar("1.1", (holder) => shared(holder, (style) => style.font.colour ?? "#000000") ?? "", (holder, value) => {
      const colour = colourFrom(value);
      holder.change((style) => ({ ...style, font: { ...style.font, colour } }));
    }),
  },
});

export const locked = (since: string): Scalar<LookHolder, boolean> => styled(since, (style) => style.locked, flagFrom, (style, value) => ({ ...style, locked: value }));
export const formulaHidden = (since: string): Scalar<LookHolder, boolean> => styled(since, (style) => style.formulaHidden, flagFrom, (style, value) => ({ ...style, formulaHidden: value }));

const HORIZONTAL: readonly HorizontalAlignment[] = ["General", "Left", "Center", "Right", "Fill", "Justify", "CenterAcrossSelection", "Distributed"];
const VERTICAL: readonly VerticalAlignment[] = ["Top", "Center", "Bottom", "Justify", "Distributed"];
const READING = ["Context", "LeftToRight", "RightToLeft"] as const;
const DEEPEST_INDENT = 250;

/** The file keeps 0 to 90 upwards, 91 to 180 downwards, 255 for letters one over the other; the API has -90 to 90, and 180. */
const degreesShown = (kept: number): number => (kept === 255 ? 180 : kept > 90 ? 90 - kept : kept);
const degreesKept = (shown: number): number => (shown === 180 ? 255 : shown < 0 ? 90 - shown : shown);

function readFrom({ reading: _before, ...style }: CellStyle, reading: (typeof READING)[number]): CellStyle {
  return reading === "Context" ? style : { ...style, reading };
}
function spreadLast({ spreadsLast: _before, ...style }: CellStyle, spreads: boolean): CellStyle {
  return spreads ? { ...style, spreadsLast: true } : style;
}

/** How text stands in a cell, each with the set in which it came. */
export const alignment = {
  horizontal: (since: string) => styled(since, (style) => style.horizontal, (value) => oneOf(value, HORIZONTAL), (style, horizontal) => ({ ...style, horizontal })),
  vertical: (since: string) => styled(since, (style) => style.vertical, (value) => oneOf(value, VERTICAL), (style, vertical) => ({ ...style, vertical })),
  wrap: (since: string) => styled(since, (style) => style.wrap, flagFrom, (style, wrap) => ({ ...style, wrap })),
  indent: (since: string) => styled(since, (style) => style.indent, (value) => between(0, DEEPEST_INDENT)(wholeFrom(value)), (style, indent) => ({ ...style, indent, horizontal: style.horizontal === "General" && indent > 0 ? "Left" : style.horizontal })),
  shrink: (since: string) => styled(since, (style) => style.shrink, flagFrom, (style, shrink) => ({ ...style, shrink })),
  orientation: (since: string) => styled(since, (style) => degreesShown(style.rotation), between(-90, 180), (style, degrees) => ({ ...style, rotation: degreesKept(degrees) })),
  reading: (since: string) => styled<(typeof READING)[number]>(since, (style) => style.reading ?? "Context", (value) => oneOf(value, READING), readFrom),
  /** What Excel's dialog calls "justify distributed". */
  autoIndent: (since: string) => styled<boolean>(since, (style) => style.spreadsLast === true, flagFrom, spreadLast),
};
