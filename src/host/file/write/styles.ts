/** The styles part of a save: the file's own formats keep their numbers, those that are new and used come after them. */
import { builtInStyle } from "../../workbook/cell-styles";
import { groupsThatDiffer, namedStyle, type NamedStyle } from "../../workbook/named-styles";
import type { Workbook } from "../../workbook/workbook";
import type { StylePatch } from "../../workbook/features";
import { defaultStyle, type CellStyle } from "../../workbook/style";
import type { Draft } from "../package/draft";
import { contentTypes } from "../package/part-kinds";
import { builtInFormats, type StyleSheet } from "../read/styles";
import { sameData, type Origin } from "../opened-file";
import { attribute, child, childrenOf, numberAttribute } from "../xml/query";
import { scanXml, type XmlElement } from "../xml/scan";
import { elementWithContent, openTag, tag, withAttributes } from "../xml/write";
import { emptyStyles } from "./new-parts";
import { OrderedXml, stylesOrder, withPrefix } from "./ordered-xml";
import { alignmentXml, bordersXml, fillXml, fontXml, patchXml, protectionXml } from "./style-xml";

/** A collection of the part that grows: what the file has, what comes to it. */
class Growing<T> {
  private readonly fresh: string[] = [];
  private readonly values: (T | null)[];
  private readonly first: readonly T[];
  /**
   * @param opened - null for an entry that holds more than the model knows, which nothing new may stand for
   * @param first - what a file without any entries takes for granted, and what is written before the first new one
   */
  constructor(opened: readonly (T | null)[], private readonly xmlOf: (value: T, index: number) => string, first: readonly T[] = []) {
    this.first = opened.length === 0 ? first : [];
    this.values = [...this.first, ...opened];
  }

  get added(): readonly string[] { return this.fresh.length === 0 ? [] : [...this.first.map((value, index) => this.xmlOf(value, index)), ...this.fresh]; }

  place(value: T): number {
    const known = this.values.findIndex((other) => other !== null && sameData(other, value));
    if (known >= 0) return known;
    const index = this.values.push(value) - 1;
    this.fresh.push(this.xmlOf(value, index));
    return index;
  }
}

export class StyleWriter {
  private readonly part: string;
  private readonly source: string;
  private readonly root: XmlElement;
  private readonly fonts: Growing<CellStyle["font"]>;
  private readonly fills: Growing<Pick<CellStyle, "fill" | "patterned">>;
  private readonly borders: Growing<CellStyle["borders"]>;
  private readonly patches: Growing<StylePatch>;
  private readonly formats: Map<string, number>;
  private readonly newFormats: string[] = [];
  private readonly newStyles: string[] = [];
  private readonly newBases = new Map<number, string>();
  private readonly newBaseXfs: string[] = [];
  private readonly newCellStyles: string[] = [];
  private readonly given = new Map<number, number>();
  private readonly openedStyles: number;
  private readonly sheet: StyleSheet;

  constructor(private readonly draft: Draft, private readonly origin: Origin, private readonly workbook: Workbook) {
    this.sheet = origin.styles;
    this.part = origin.stylesPart ?? "xl/styles.xml";
    this.source = origin.stylesPart === null ? emptyStyles : draft.text(origin.stylesPart);
    this.root = scanXml(this.source, this.part);
    const { fonts, fills, borders, patches, formats, styles } = this.sheet;
    this.openedStyles = styles.length;
    this.fonts = new Growing(known(fonts, childrenOf(child(this.root, "fonts"), "font"), hasFontExtras), fontXml, [defaultStyle.font]);
    this.fills = new Growing(known(fills, childrenOf(child(this.root, "fills"), "fill"), hasGradient), fillXml, [defaultStyle, defaultStyle].map(({ fill, patterned }) => ({ fill, patterned })));
    this.borders = new Growing(known(borders, childrenOf(child(this.root, "borders"), "border"), hasDiagonal), bordersXml, [defaultStyle.borders]);
    this.patches = new Growing<StylePatch>(known(patches, childrenOf(child(this.root, "dxfs"), "dxf"), hasPatchExtras), (patch) => patchXml(patch, (code) => this.formatNumber(code)));
    this.formats = new Map([...builtInFormats, ...formats].map(([id, code]) => [code, id]));
  }

  /** The number in the file of one of the workbook's styles. */
  index(style: number): number {
    if (style < this.openedStyles) return style;
    const known = this.given.get(style);
    if (known !== undefined) return known;
    const index = this.openedStyles + this.newStyles.push(this.styleXml(this.workbook.styles.at(style))) - 1;
    this.given.set(style, index);
    return index;
  }

  /** The number of what a conditional format lays over cells; null for one that changes nothing. */
  patch(patch: StylePatch): number | null { return Object.keys(patch).length === 0 ? null : this.patches.place(patch); }

  private styleXml(style: CellStyle): string {
    const base = this.baseOf(style.named);
    const ids = {
      numFmtId: this.formatNumber(style.numberFormat), fontId: this.fonts.place(style.font),
      fillId: this.fills.place({ fill: style.fill, patterned: style.patterned }), borderId: this.borders.place(style.borders), xfId: base,
    };
    const [alignment, protection] = [alignmentXml(style), protectionXml(style)];
    const plain = { number: ids.numFmtId !== 0, font: ids.fontId !== 0, fill: ids.fillId !== 0, border: ids.borderId !== 0, alignment: alignment !== "", protection: protection !== "" };
    // What a cell has from its style is not marked as its own, so that it follows the style in Excel too.
    const own = base === 0 ? plain : { ...plain, ...groupsThatDiffer(style, namedStyle(this.workbook, style.named)) };
    return tag("xf", {
      ...ids, quotePrefix: style.quotePrefix || null, applyNumberFormat: own.number || null, applyFont: own.font || null, applyFill: own.fill || null,
      applyBorder: own.border || null, applyAlignment: own.alignment || null, applyProtection: own.protection || null,
    }, alignment + protection);
  }

  /** The number of a cell style by name; one that the file has not is added to it. */
  private baseOf(name: string): number {
    const known = [...this.sheet.named, ...this.newBases].find(([, one]) => one === name)?.[0];
    if (known !== undefined) return known;
    // Normal is the first, whether the file names it or not.
    const style = name === "Normal" ? null : namedStyle(this.workbook, name);
    if (style === null) return 0;
    const index = Math.max(1, childrenOf(child(this.root, "cellStyleXfs"), "xf").length) + this.newBases.size;
    this.newBases.set(index, name);
    this.newBaseXfs.push(this.baseXml(style));
    this.newCellStyles.push(this.cellStyleXml(style, index));
    return index;
  }
  private baseXml({ look, includes }: NamedStyle): string {
    return tag("xf", {
      numFmtId: this.formatNumber(look.numberFormat), fontId: this.fonts.place(look.font), fillId: this.fills.place({ fill: look.fill, patterned: look.patterned }), borderId: this.borders.place(look.borders),
      applyNumberFormat: includes.number ? null : false, applyFont: includes.font ? null : false, applyFill: includes.fill ? null : false, applyBorder: includes.border ? null : false,
      applyAlignment: includes.alignment ? null : false, applyProtection: includes.protection ? null : false,
    }, alignmentXml(look) + protectionXml(look));
  }
  private cellStyleXml({ name, builtIn }: NamedStyle, index: number): string {
    const isChanged = builtIn && this.workbook.cellStyles.has(name.toLowerCase());
    return tag("cellStyle", { name, xfId: index, builtinId: builtIn ? builtInStyle(name)?.number ?? null : null, customBuiltin: isChanged || null });
  }

  /** What the file says of its cell styles and should not any more: formats of those that changed, and those that are gone (null), by place in their lists. */
  private changedBases(): { readonly formats: ReadonlyMap<number, string>; readonly styles: ReadonlyMap<number, null> } {
    const formats = new Map<number, string>();
    const styles = new Map<number, null>();
    childrenOf(child(this.root, "cellStyles"), "cellStyle").forEach((entry, place) => {
      const name = (attribute(entry, "name") ?? "").toLowerCase();
      const [before, now] = [this.sheet.cellStyles.get(name), this.workbook.cellStyles.get(name)];
      // Excel's own are never taken away; a new workbook has them without saying so.
      if (before === undefined || (now === undefined && before.builtIn)) return;
      if (now === undefined) styles.set(place, null);
      else if (!sameData(before, now)) formats.set(numberAttribute(entry, "xfId") ?? 0, this.baseXml(now));
    });
    return { formats, styles };
  }

  /** Formats of a file's own count from 164. */
  private formatNumber(code: string): number {
    const known = this.formats.get(code);
    if (known !== undefined) return known;
    const id = Math.max(163, ...this.formats.values()) + 1;
    this.formats.set(code, id);
    this.newFormats.push(tag("numFmt", { numFmtId: id, formatCode: code }));
    return id;
  }

  write(): void {
    const xml = new OrderedXml(this.source, stylesOrder, this.part);
    for (const [, style] of this.workbook.cellStyles) if (!this.sheet.cellStyles.has(style.name.toLowerCase())) this.baseOf(style.name);
    const changed = this.changedBases();
    const grow = (name: string, added: readonly string[], replaced: ReadonlyMap<number, string | null> = new Map()): void => {
      if (added.length === 0 && replaced.size === 0) return;
      const element = xml.child(name);
      const content = added.join("");
      if (element === null) { xml.put(name, tag(name, { count: added.length }, content)); return; }
      const own = element.children.map((entry, place) => withPrefix(replaced.get(place) ?? "", xml.prefix) || (replaced.has(place) ? "" : this.source.slice(entry.start, entry.end)));
      const inside = replaced.size > 0 ? own.join("") : element.selfClosing ? "" : this.source.slice(element.openEnd, element.closeStart);
      const gone = [...replaced.values()].filter((text) => text === null).length;
      const counted = withAttributes(xml.source, element, { count: (numberAttribute(element, "count") ?? element.children.length) + added.length - gone });
      const whole = elementWithContent(xml.source, element, inside + withPrefix(content, xml.prefix));
      xml.put(name, withStart(whole, xml.source.slice(element.start, element.openEnd), counted));
    };
    grow("numFmts", this.newFormats);
    grow("fonts", this.fonts.added);
    grow("fills", this.fills.added);
    grow("borders", this.borders.added);
    grow("cellStyleXfs", this.newBaseXfs.length > 0 && xml.child("cellStyleXfs") === null ? [tag("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 }), ...this.newBaseXfs] : this.newBaseXfs, changed.formats);
    // A file without formats takes one for granted, which has the number 0.
    const isFirst = childrenOf(child(this.root, "cellXfs"), "xf").length === 0;
    grow("cellXfs", isFirst && this.newStyles.length > 0 ? [this.styleXml(this.workbook.styles.at(0)), ...this.newStyles] : this.newStyles);
    grow("cellStyles", this.newCellStyles, changed.styles);
    grow("dxfs", this.patches.added);
    const text = xml.apply();
    if (this.origin.stylesPart !== null) this.draft.setText(this.part, text);
    else if (text !== emptyStyles) {
      this.draft.add(this.part, contentTypes.styles, text);
      this.draft.relate(this.origin.workbookPart, "styles", this.part);
    }
  }
}

/** The element with another start tag; an opened self-closed element loses its slash. */
function withStart(whole: string, before: string, after: string): string {
  return openTag(after) + whole.slice(openTag(before).length);
}

function known<T>(values: readonly T[], elements: readonly XmlElement[], hasMore: (element: XmlElement) => boolean): readonly (T | null)[] {
  return values.map((value, index) => { const element = elements[index]; return element !== undefined && hasMore(element) ? null : value; });
}
const hasFontExtras = (font: XmlElement): boolean => font.children.some(({ local }) => ["vertAlign", "outline", "shadow", "condense", "extend"].includes(local));
const hasGradient = (fill: XmlElement): boolean => child(fill, "gradientFill") !== null;
const hasDiagonal = (border: XmlElement): boolean => border.attributes.has("diagonalUp") || border.attributes.has("diagonalDown");
const hasPatchExtras = (dxf: XmlElement): boolean => dxf.children.some(({ local }) => !["font", "numFmt", "fill", "border"].includes(local))
  || (child(dxf, "font")?.children ?? []).some(({ local }) => !["b", "i", "u", "strike", "color"].includes(local));
