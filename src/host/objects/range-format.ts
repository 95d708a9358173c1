/** How a range looks: fill, font, alignment, protection of its cells, column widths and row heights. */
import type { CellStyle, FontStyle, HorizontalAlignment, VerticalAlignment } from "../workbook/style";
import { columnCharacters, columnPixels, columnPoints, POINTS_PER_PIXEL, rowPoints } from "../workbook/measure";
import type { ColumnFormat, RowFormat } from "../workbook/sheet";
import { colourFrom, flagFrom, numberFrom, oneOf, textFrom, wholeFrom } from "./arguments";
import { autofitColumns, autofitRows } from "./autofit";
import { assertAllowed, restyle, standing, stylesIn } from "./cells";
import { declareClass, method, navigation, scalar, type ObjectClass, type Scalar } from "./definition";
import { invalidArgument } from "./refusal";
import { rangeBordersClass } from "./range-borders";
import type { RangeHold } from "./session";

/** The value all cells share; null where they differ, as Excel answers. */
function shared<T>(range: RangeHold, read: (style: CellStyle) => T): T | null {
  const { sheet, area } = standing(range);
  const values = new Set(stylesIn(sheet, area).map(read));
  const [first] = values;
  return values.size === 1 && first !== undefined ? first : null;
}

function change(range: RangeHold, how: (style: CellStyle) => CellStyle): void {
  const { sheet, area } = standing(range);
  assertAllowed(sheet, "allowFormatCells");
  restyle(sheet, area, how);
}

/** A property of every cell's style. */
function styled<T>(since: string, read: (style: CellStyle) => T, parse: (value: unknown) => T, put: (style: CellStyle, value: T) => CellStyle): Scalar<RangeHold, T> {
  return scalar<RangeHold, T>(since, (range) => shared(range, read), (range, value) => {
    const parsed = parse(value);
    change(range, (style) => put(style, parsed));
  });
}

function font<K extends keyof FontStyle>(since: string, key: K, parse: (value: unknown) => FontStyle[K]): Scalar<RangeHold, FontStyle[K]> {
  return styled(since, (style) => style.font[key], parse, (style, value) => ({ ...style, font: { ...style.font, [key]: value } }));
}

const UNDERLINES = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const;
const HORIZONTAL: readonly HorizontalAlignment[] = ["General", "Left", "Center", "Right", "Fill", "Justify", "CenterAcrossSelection", "Distributed"];
const VERTICAL: readonly VerticalAlignment[] = ["Top", "Center", "Bottom", "Justify", "Distributed"];
const LARGEST_FONT = 409;
const WIDEST_COLUMN_CHARACTERS = 255;
const HIGHEST_ROW_POINTS = 409.5;
const DEEPEST_INDENT = 250;

const between = (least: number, most: number) => (value: unknown): number => {
  const number = numberFrom(value);
  if (number < least || number > most) throw invalidArgument();
  return number;
};

const fillClass: ObjectClass<RangeHold> = declareClass<Excel.RangeFill, RangeHold>("RangeFill", {}, {
  scalars: {
    // A cell without a fill answers white; a range of different fills answers "".
    color: scalar("1.1", (range) => (shared(range, (style) => style.fill ?? "#FFFFFF")) ?? "", (range, value) => {
      const fill = colourFrom(value);
      change(range, (style) => ({ ...style, fill, patterned: false }));
    }),
  },
  methods: { clear: method("1.1", (range) => change(range, (style) => ({ ...style, fill: null, patterned: false }))) },
});

const fontClass: ObjectClass<RangeHold> = declareClass<Excel.RangeFont, RangeHold>("RangeFont", {}, {
  scalars: {
    bold: font("1.1", "bold", flagFrom),
    italic: font("1.1", "italic", flagFrom),
    name: font("1.1", "name", textFrom),
    size: font("1.1", "size", between(1, LARGEST_FONT)),
    strikethrough: font("1.9", "strike", flagFrom),
    underline: font("1.1", "underline", (value) => oneOf(value, UNDERLINES)),
    color: scalar("1.1", (range) => shared(range, (style) => style.font.colour ?? "#000000") ?? "", (range, value) => {
      const colour = colourFrom(value);
      change(range, (style) => ({ ...style, font: { ...style.font, colour } }));
    }),
  },
});

const protectionClass: ObjectClass<RangeHold> = declareClass<Excel.FormatProtection, RangeHold>("FormatProtection", {}, {
  scalars: {
    locked: styled("1.2", (style) => style.locked, flagFrom, (style, locked) => ({ ...style, locked })),
    formulaHidden: styled("1.2", (style) => style.formulaHidden, flagFrom, (style, formulaHidden) => ({ ...style, formulaHidden })),
  },
});

/** Points of the columns where they agree, else null. Excel's API measures columns in points of the screen, not in characters. */
function columnWidth(range: RangeHold): number | null {
  const { sheet, area } = standing(range);
  const first = columnPoints(sheet, area.left);
  for (let column = area.left + 1; column <= area.right; column++) if (columnPoints(sheet, column) !== first) return null;
  return first;
}

function setColumnWidth(range: RangeHold, points: number): void {
  const { sheet, area } = standing(range);
  assertAllowed(sheet, "allowFormatColumns");
  const characters = columnCharacters(Math.round(points / POINTS_PER_PIXEL));
  if (points < 0 || characters > WIDEST_COLUMN_CHARACTERS) throw invalidArgument();
  const columns = new Map<number, ColumnFormat>(sheet.get("columns"));
  for (let column = area.left; column <= area.right; column++) columns.set(column, { style: 0, ...columns.get(column), hidden: points === 0, width: points === 0 ? columns.get(column)?.width ?? null : characters });
  sheet.set("columns", columns);
}

function rowHeight(range: RangeHold): number | null {
  const { sheet, area } = standing(range);
  const first = rowPoints(sheet, area.top);
  const special = [...sheet.get("rows").keys()].filter((row) => row >= area.top && row <= area.bottom);
  if (special.length < area.bottom - area.top + 1 && first !== sheet.get("standardHeight")) return null;
  return special.every((row) => rowPoints(sheet, row) === first) ? first : null;
}

function setRowHeight(range: RangeHold, points: number): void {
  const { sheet, area } = standing(range);
  assertAllowed(sheet, "allowFormatRows");
  const rows = new Map<number, RowFormat>(sheet.get("rows"));
  for (let row = area.top; row <= area.bottom; row++) rows.set(row, { style: 0, ...rows.get(row), hidden: points === 0, height: points === 0 ? rows.get(row)?.height ?? null : points });
  sheet.set("rows", rows);
}

function standard(range: RangeHold, of: "columns" | "rows"): boolean | null {
  const { sheet, area } = standing(range);
  const [from, to] = of === "columns" ? [area.left, area.right] : [area.top, area.bottom];
  let special = 0;
  for (const [index, format] of sheet.get(of)) if (index >= from && index <= to && ("width" in format ? format.width : format.height) !== null) special += 1;
  return special === 0 ? true : special === to - from + 1 ? false : null;
}

export const rangeFormatClass: ObjectClass<RangeHold> = declareClass<Excel.RangeFormat, RangeHold>("RangeFormat", {}, {
  navigations: {
    fill: navigation("1.1", (range) => fillClass.of(range)),
    font: navigation("1.1", (range) => fontClass.of(range)),
    borders: navigation("1.1", (range) => rangeBordersClass.of(range)),
    protection: navigation("1.2", (range) => protectionClass.of(range)),
  },
  scalars: {
    horizontalAlignment: styled("1.1", (style) => style.horizontal, (value) => oneOf(value, HORIZONTAL), (style, horizontal) => ({ ...style, horizontal })),
    verticalAlignment: styled("1.1", (style) => style.vertical, (value) => oneOf(value, VERTICAL), (style, vertical) => ({ ...style, vertical })),
    wrapText: styled("1.1", (style) => style.wrap, flagFrom, (style, wrap) => ({ ...style, wrap })),
    indentLevel: styled("1.9", (style) => style.indent, (value) => between(0, DEEPEST_INDENT)(wholeFrom(value)), (style, indent) => ({ ...style, indent, horizontal: style.horizontal === "General" && indent > 0 ? "Left" : style.horizontal })),
    shrinkToFit: styled("1.9", (style) => style.shrink, flagFrom, (style, shrink) => ({ ...style, shrink })),
    textOrientation: styled("1.7", (style) => degreesShown(style.rotation), between(-90, 180), (style, degrees) => ({ ...style, rotation: degreesKept(degrees) })),
    columnWidth: scalar("1.2", columnWidth, (range, value) => setColumnWidth(range, numberFrom(value))),
    rowHeight: scalar("1.2", rowHeight, (range, value) => setRowHeight(range, between(0, HIGHEST_ROW_POINTS)(value))),
    useStandardWidth: scalar("1.7", (range) => standard(range, "columns"), (range, value) => {
      if (flagFrom(value)) setColumnWidth(range, columnPixels(standing(range).sheet.get("standardWidth")) * POINTS_PER_PIXEL);
    }),
    useStandardHeight: scalar("1.7", (range) => standard(range, "rows"), (range, value) => {
      if (flagFrom(value)) setRowHeight(range, standing(range).sheet.get("standardHeight"));
    }),
  },
  methods: {
    autofitColumns: method("1.2", (range) => autofitColumns(standing(range)), "assumed"),
    autofitRows: method("1.2", (range) => autofitRows(standing(range)), "assumed"),
  },
});

/** The file keeps 0 to 90 upwards, 91 to 180 downwards, 255 for letters one over the other; the API has -90 to 90, and 180. */
const degreesShown = (kept: number): number => (kept === 255 ? 180 : kept > 90 ? 90 - kept : kept);
const degreesKept = (shown: number): number => (shown === 180 ? 255 : shown < 0 ? 90 - shown : shown);
