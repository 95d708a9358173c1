/** Which series a block of cells makes, as Excel reads it: headings, categories, and whether series run down or across. */
import { isDateFormat } from "numfmt";
import { area as areaOf, columnCount, rowCount, type Area } from "../../workbook/area";
import type { ChartSeries, ChartType } from "../../workbook/chart";
import type { Sheet } from "../../workbook/sheet";
import { absolute } from "../address";

export type SeriesBy = "Auto" | "Columns" | "Rows";

export const blankSeries: ChartSeries = {
  name: { text: "" }, values: null, categories: null, type: null, axis: "Primary", fill: null, line: { colour: null, width: null, dash: null },
  marker: { style: "Automatic", size: null, fill: null }, labels: null, gapWidth: null, overlap: null, smooth: false,
};

/** Text, or a date: Excel takes either for names and categories, and never for figures. */
function isLabel(sheet: Sheet, row: number, column: number): boolean {
  const { value, style } = sheet.cell(row, column);
  return typeof value === "string" || (typeof value === "number" && isDateFormat(sheet.workbook.styles.at(style).numberFormat));
}
const isBlank = (sheet: Sheet, row: number, column: number): boolean => sheet.cell(row, column).value === null && sheet.cell(row, column).formula === null;

/** A first line of labels, or with an empty corner, is headings. */
function hasHeadings(sheet: Sheet, area: Area): boolean {
  if (rowCount(area) < 2) return false;
  if (columnCount(area) > 1 && isBlank(sheet, area.top, area.left)) return true;
  for (let column = area.left + (columnCount(area) > 1 ? 1 : 0); column <= area.right; column++) if (!isLabel(sheet, area.top, column)) return false;
  return true;
}

function hasCategories(sheet: Sheet, area: Area, headings: boolean): boolean {
  if (columnCount(area) < 2) return false;
  if (headings && isBlank(sheet, area.top, area.left)) return true;
  for (let row = area.top + (headings ? 1 : 0); row <= area.bottom; row++) if (!isLabel(sheet, row, area.left)) return false;
  return true;
}

/**
 * The series of a chart over a block. Automatically, series run along the longer side; a square block's series are its columns.
 * A scatter chart takes its first column or row as the x values.
 */
export function seriesFrom(sheet: Sheet, area: Area, by: SeriesBy, type: ChartType): readonly ChartSeries[] {
  const headings = hasHeadings(sheet, area);
  const scatter = type === "XYScatter" || type === "XYScatterLines";
  const categories = hasCategories(sheet, area, headings) || (scatter && columnCount(area) > 1);
  const body = { ...area, top: area.top + (headings ? 1 : 0), left: area.left + (categories ? 1 : 0) };
  const down = by === "Columns" || (by === "Auto" && rowCount(body) >= columnCount(body));
  const ref = (cells: Area): string => absolute(sheet, cells);
  const named = (row: number, column: number, known: boolean): ChartSeries["name"] => (known ? { formula: ref(areaOf(row, column)) } : { text: "" });
  if (down) {
    return Array.from({ length: columnCount(body) }, (_series, index) => {
      const column = body.left + index;
      return {
        ...blankSeries, name: named(area.top, column, headings), values: ref({ ...body, left: column, right: column }),
        categories: categories ? ref({ ...body, left: area.left, right: area.left }) : null,
      };
    });
  }
  return Array.from({ length: rowCount(body) }, (_series, index) => {
    const row = body.top + index;
    return {
      ...blankSeries, name: named(row, area.left, categories), values: ref({ ...body, top: row, bottom: row }),
      categories: headings ? ref({ ...body, top: area.top, bottom: area.top }) : null,
    };
  });
}
