/** How a cell looks, resolved: what Excel shows after named styles and themes are applied. Immutable and interned by the workbook. */

/** Colours are `#RRGGBB`; null means automatic (font), none (fill). */
export type Colour = string | null;

export type BorderLine = "Thin" | "Medium" | "Thick" | "Hair" | "Dash" | "Dot" | "DashDot" | "DashDotDot" | "MediumDash" | "MediumDashDot" | "MediumDashDotDot" | "SlantDashDot" | "Double";
export interface Border { readonly line: BorderLine; readonly colour: Colour }
export type BorderSide = "left" | "right" | "top" | "bottom";

export type HorizontalAlignment = "General" | "Left" | "Center" | "Right" | "Fill" | "Justify" | "CenterAcrossSelection" | "Distributed";
export type VerticalAlignment = "Top" | "Center" | "Bottom" | "Justify" | "Distributed";

export interface FontStyle {
  readonly name: string;
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: "None" | "Single" | "Double" | "SingleAccountant" | "DoubleAccountant";
  readonly strike: boolean;
  readonly colour: Colour;
}

export interface CellStyle {
  /** An en-US Excel number format code; "General" by default. */
  readonly numberFormat: string;
  readonly font: FontStyle;
  /** Solid fill only; `patterned` keeps any other pattern recognisable. */
  readonly fill: Colour;
  readonly patterned: boolean;
  readonly borders: { readonly [side in BorderSide]?: Border };
  readonly horizontal: HorizontalAlignment;
  readonly vertical: VerticalAlignment;
  readonly wrap: boolean;
  readonly indent: number;
  /** Degrees, as the file has them (0-180, 255 = stacked). */
  readonly rotation: number;
  readonly shrink: boolean;
  /** Absent where it follows the text. */
  readonly reading?: "LeftToRight" | "RightToLeft";
  /** The last line of distributed text is spread out as well. */
  readonly spreadsLast?: true;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  /** The leading apostrophe: "5" typed as text. */
  readonly quotePrefix: boolean;
  /** Name of the cell style it was given, when not "Normal". */
  readonly named: string;
}

export const defaultFont: FontStyle = { name: "Calibri", size: 11, bold: false, italic: false, underline: "None", strike: false, colour: null };

export const defaultStyle: CellStyle = {
  numberFormat: "General", font: defaultFont, fill: null, patterned: false, borders: {}, horizontal: "General", vertical: "Bottom",
  wrap: false, indent: 0, rotation: 0, shrink: false, locked: true, formulaHidden: false, quotePrefix: false, named: "Normal",
};

/**
 * The workbook's styles by index. Indexes 0..n-1 of an opened file are the file's own cellXfs in order, so an untouched cell
 * keeps its number and the file layer appends only what is new.
 */
export class StyleTable {
  private readonly styles: CellStyle[] = [];
  private readonly indexOf = new Map<string, number>();

  constructor(initial: readonly CellStyle[] = [defaultStyle]) {
    for (const style of initial) this.append(style);
  }

  get count(): number { return this.styles.length; }
  /** @throws RangeError for an index that was never given out */
  at(index: number): CellStyle {
    const style = this.styles[index];
    if (style === undefined) throw new RangeError(`There is no style ${index}.`);
    return style;
  }
  /** The index of an equal style, added when it is new. */
  intern(style: CellStyle): number {
    return this.indexOf.get(keyOf(style)) ?? this.append(style);
  }
  private append(style: CellStyle): number {
    const index = this.styles.push(style) - 1;
    const key = keyOf(style);
    if (!this.indexOf.has(key)) this.indexOf.set(key, index);
    return index;
  }
}

function keyOf(s: CellStyle): string {
  const side = (b?: Border): string => (b ? `${b.line}${b.colour ?? ""}` : "");
  const f = s.font;
  return [s.numberFormat, f.name, f.size, f.bold, f.italic, f.underline, f.strike, f.colour, s.fill, s.patterned, side(s.borders.left), side(s.borders.right),
    side(s.borders.top), side(s.borders.bottom), s.horizontal, s.vertical, s.wrap, s.indent, s.rotation, s.shrink, s.reading, s.spreadsLast, s.locked, s.formulaHidden, s.quotePrefix, s.named].join("|");
}
