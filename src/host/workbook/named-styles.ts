/** Cell styles by name: the workbook's own and Excel's, what they set, and what becomes of cells when they change. */
import { allBuiltIns, builtInStyle, withBuiltIn } from "./cell-styles";
import type { CellStyle } from "./style";
import type { Workbook } from "./workbook";

/** What of a look a style sets, as the boxes of Excel's style dialog have it. */
export type StyleGroup = "number" | "font" | "alignment" | "border" | "fill" | "protection";
const GROUPS: readonly StyleGroup[] = ["number", "font", "alignment", "border", "fill", "protection"];

export interface NamedStyle {
  readonly name: string;
  /** One of Excel's own. */
  readonly builtIn: boolean;
  readonly look: CellStyle;
  readonly includes: { readonly [group in StyleGroup]: boolean };
}

const everything: NamedStyle["includes"] = { number: true, font: true, alignment: true, border: true, fill: true, protection: true };

const NORMAL = "Normal";
const normalOf = (workbook: Workbook): NamedStyle => workbook.cellStyles.get("normal") ?? { name: NORMAL, builtIn: true, look: workbook.styles.at(0), includes: everything };

/** A style as it is made: like Normal, and setting all. */
export const newStyle = (workbook: Workbook, name: string): NamedStyle => ({ name, builtIn: false, look: { ...normalOf(workbook).look, named: name }, includes: everything });

function ofExcel(workbook: Workbook, builtIn: NonNullable<ReturnType<typeof builtInStyle>>): NamedStyle {
  const { name, look } = builtIn;
  return {
    name, builtIn: true, look: withBuiltIn(workbook.styles.at(0), builtIn, workbook.styles.at(0)),
    includes: { number: look.numberFormat !== undefined, font: look.font !== undefined, border: look.borders !== undefined, fill: look.fill !== undefined, alignment: false, protection: false },
  };
}

/** By name, or by Office.js's word for one of Excel's own; null for another. Without regard to case. */
export function namedStyle(workbook: Workbook, name: string): NamedStyle | null {
  const own = workbook.cellStyles.get(name.toLowerCase());
  if (own !== undefined) return own;
  if (name.toLowerCase() === "normal") return normalOf(workbook);
  const builtIn = builtInStyle(name);
  return builtIn === null ? null : workbook.cellStyles.get(builtIn.name.toLowerCase()) ?? ofExcel(workbook, builtIn);
}

/** Normal, Excel's own, and then those of the workbook. */
export function allStyles(workbook: Workbook): readonly NamedStyle[] {
  const own = [...workbook.cellStyles.values()].filter(({ name }) => name.toLowerCase() !== "normal" && builtInStyle(name) === null);
  return [normalOf(workbook), ...allBuiltIns.map(({ name }) => namedStyle(workbook, name)).filter((style) => style !== null), ...own];
}

type Part = Partial<CellStyle>;
/** The part of a look that a group is. */
function partOf(group: StyleGroup, look: CellStyle): Part {
  const { numberFormat, font, fill, patterned, borders, horizontal, vertical, wrap, indent, rotation, shrink, reading, spreadsLast, locked, formulaHidden } = look;
  switch (group) {
    case "number": return { numberFormat };
    case "font": return { font };
    case "fill": return { fill, patterned };
    case "border": return { borders };
    case "alignment": return { horizontal, vertical, wrap, indent, rotation, shrink, ...(reading === undefined ? {} : { reading }), ...(spreadsLast === undefined ? {} : { spreadsLast }) };
    case "protection": return { locked, formulaHidden };
  }
}
const samePart = (group: StyleGroup, a: CellStyle, b: CellStyle): boolean => JSON.stringify(ordered(partOf(group, a))) === JSON.stringify(ordered(partOf(group, b)));
/** With the members of objects in one order, so that they can be compared as text. */
const ordered = (value: unknown): unknown => (typeof value !== "object" || value === null ? value
  : Object.entries(value).map(([key, inner]: [string, unknown]) => [key, ordered(inner)] as const).sort(([a], [b]) => (a < b ? -1 : 1)));

/** A look with a group of another put in. */
function withPart(group: StyleGroup, look: CellStyle, from: CellStyle): CellStyle {
  if (group !== "alignment") return { ...look, ...partOf(group, from) };
  const { reading: _reading, spreadsLast: _spreads, ...rest } = look;
  return { ...rest, ...partOf(group, from) };
}

/** Which groups of a cell's look are not its style's: all that the style does not set and that are not asked about here are left out. */
export function groupsThatDiffer(look: CellStyle, style: NamedStyle | null): { readonly [group in StyleGroup]?: boolean } {
  if (style === null) return {};
  return Object.fromEntries(GROUPS.filter((group) => style.includes[group]).map((group) => [group, !samePart(group, look, style.look)]));
}

/** A cell's look with a style given to it: what the style sets is as the style has it, the rest stays. */
export function dressed(look: CellStyle, style: NamedStyle): CellStyle {
  return GROUPS.filter((group) => style.includes[group]).reduce((worn, group) => withPart(group, worn, style.look), { ...look, named: style.name });
}

/** The look of a cell that had the style as it was: what it has from the style follows, what was set on the cell itself stays. */
function followed(look: CellStyle, before: NamedStyle, after: NamedStyle): CellStyle {
  return GROUPS.filter((group) => after.includes[group] && (!before.includes[group] || samePart(group, look, before.look)))
    .reduce((worn, group) => withPart(group, worn, after.look), { ...look, named: after.name });
}

/** Puts a style in the place of another, null for one that comes or goes; every cell that has it follows, those of one that goes look as Normal has it. */
export function replaceStyle(workbook: Workbook, before: NamedStyle | null, after: NamedStyle | null): void {
  const styles = new Map(workbook.cellStyles);
  if (before !== null) styles.delete(before.name.toLowerCase());
  if (after !== null) styles.set(after.name.toLowerCase(), after);
  workbook.setCellStyles(styles);
  if (before === null) return;
  const next = after ?? normalOf(workbook);
  const known = new Map<number, number>();
  const follow = (index: number): number => {
    const style = workbook.styles.at(index);
    if (style.named !== before.name) return index;
    const to = known.get(index) ?? workbook.styles.intern(followed(style, before, next));
    known.set(index, to);
    return to;
  };
  for (const sheet of workbook.sheets) {
    const [rows, columns] = [sheet.get("rows"), sheet.get("columns")];
    if ([...rows.values()].some(({ style }) => follow(style) !== style)) sheet.set("rows", new Map([...rows].map(([row, format]) => [row, { ...format, style: follow(format.style) }])));
    if ([...columns.values()].some(({ style }) => follow(style) !== style)) sheet.set("columns", new Map([...columns].map(([column, format]) => [column, { ...format, style: follow(format.style) }])));
    const has = [...sheet.entries()].some(([, , { style }]) => follow(style) !== style);
    if (has && sheet.extent !== null) sheet.write(sheet.extent, "api", "style", (cell) => (follow(cell.style) === cell.style ? cell : { ...cell, style: follow(cell.style) }));
  }
}
