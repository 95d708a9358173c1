/** How one cell is to be painted: its text as shown, font, fill, lines and marks, with table style and conditional formats laid over its own style. */
import type { Bar, HighlightsOf, Sign } from "../calc/highlight";
import { displayText } from "../calc/number-format";
import { contains } from "../workbook/area";
import type { StylePatch } from "../workbook/features";
import type { Sheet } from "../workbook/sheet";
import type { Border, BorderSide, CellStyle, FontStyle } from "../workbook/style";
import { isError } from "../workbook/values";
import { filterColumnAt } from "./filter-list";
import { tableLook } from "./table-look";

export interface CellLook {
  readonly text: string;
  /** A number, date or logical value: never runs over its neighbours, shows #### when too narrow. */
  readonly isFigure: boolean;
  /** A plain number in the General format, which loses decimals before it turns into ####. */
  readonly general: number | null;
  readonly horizontal: "left" | "center" | "right" | "fill";
  readonly vertical: "top" | "middle" | "bottom";
  readonly wrap: boolean;
  /** Text and figures too wide for the cell are made smaller. */
  readonly shrink: boolean;
  readonly indent: number;
  /** Degrees anticlockwise, -90 to 90. */
  readonly rotation: number;
  readonly font: FontStyle;
  readonly fill: string | null;
  readonly borders: { readonly [side in BorderSide]?: Border };
  readonly bar: Bar | null;
  readonly sign: Sign | null;
  /** The header of a list with filter buttons; `on` where its column is filtered. */
  readonly filterButton: "off" | "on" | null;
  readonly isLink: boolean;
}

/** The look of a cell on a sheet. */
export function cellLook(sheet: Sheet, row: number, column: number, highlightsOf: HighlightsOf): CellLook {
  const cell = sheet.cell(row, column);
  const own = sheet.workbook.styles.at(styleIndex(sheet, row, column));
  const table = sheet.tableAt(row, column);
  const highlight = highlightsOf(sheet, row, column);
  const style = patched(own, table === null ? {} : tableLook(table, row, column), highlight?.patch ?? {});
  const shown = displayText(cell.value, style.numberFormat, sheet.workbook.date1904);
  const isFigure = typeof cell.value === "number";
  const isLink = sheet.get("hyperlinks").some((link) => contains(link.area, row, column));
  return {
    text: highlight?.hidesValue === true ? "" : shown.text,
    isFigure,
    general: isFigure && style.numberFormat === "General" ? Number(cell.value) : null,
    horizontal: horizontalOf(style, cell.value),
    vertical: style.vertical === "Top" ? "top" : style.vertical === "Bottom" ? "bottom" : "middle",
    wrap: style.wrap || style.horizontal === "Justify" || style.horizontal === "Distributed",
    shrink: style.shrink && !style.wrap,
    indent: style.indent,
    rotation: style.rotation > 180 ? 0 : style.rotation > 90 ? 90 - style.rotation : style.rotation,
    font: shown.colour === null ? style.font : { ...style.font, colour: shown.colour },
    fill: style.fill,
    borders: style.borders,
    bar: highlight?.bar ?? null,
    sign: highlight?.sign ?? null,
    filterButton: filterButton(sheet, row, column),
    isLink,
  };
}

/** A cell that is not kept takes its row's format, then its column's. */
function styleIndex(sheet: Sheet, row: number, column: number): number {
  const stored = sheet.stored(row, column);
  if (stored !== null) return stored.style;
  const rowStyle = sheet.get("rows").get(row)?.style ?? 0;
  return rowStyle !== 0 ? rowStyle : (sheet.get("columns").get(column)?.style ?? 0);
}

function filterButton(sheet: Sheet, row: number, column: number): CellLook["filterButton"] {
  const filter = filterColumnAt(sheet, row, column);
  return filter === null ? null : filter.criterion === null ? "off" : "on";
}

function horizontalOf(style: CellStyle, value: unknown): CellLook["horizontal"] {
  switch (style.horizontal) {
    case "Left": case "Justify": case "Distributed": return "left";
    case "Center": case "CenterAcrossSelection": return "center";
    case "Right": return "right";
    case "Fill": return "fill";
    case "General": return typeof value === "number" ? "right" : typeof value === "boolean" || isError(value) ? "center" : "left";
  }
}

/**
 * The cell's own style with the table's under it and the conditional format over it.
 * What the cell itself sets (a fill, a colour, bold) wins over its table's style.
 */
function patched(own: CellStyle, under: StylePatch, over: StylePatch): CellStyle {
  const colour = over.fontColour ?? own.font.colour ?? under.fontColour ?? null;
  const font: FontStyle = {
    ...own.font,
    colour,
    bold: over.bold ?? (own.font.bold || under.bold === true),
    italic: over.italic ?? own.font.italic,
    underline: over.underline === undefined ? own.font.underline : over.underline ? "Single" : "None",
    strike: over.strike ?? own.font.strike,
  };
  return {
    ...own,
    font,
    fill: over.fill ?? own.fill ?? under.fill ?? null,
    numberFormat: over.numberFormat ?? own.numberFormat,
    borders: { ...under.borders, ...own.borders, ...over.borders },
  };
}
