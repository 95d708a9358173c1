/** The figures of a chart read from its cells: what is drawn, and what its labels say. */
import { displayText } from "../calc/number-format";
import type { Chart, ChartSeries, ChartType } from "../workbook/chart";
import { categoryLevels, pointsOf, seriesName, type ChartPoint } from "../workbook/chart-data";
import { isError } from "../workbook/values";
import { seriesColour } from "../workbook/series-colour";
import type { Workbook } from "../workbook/workbook";

export interface SeriesFigures {
  readonly series: ChartSeries;
  readonly type: Exclude<ChartType, "Unknown">;
  readonly name: string;
  readonly colour: string;
  /** Null where the cell is blank or an error: nothing is drawn. Text counts as nought, as in Excel. */
  readonly values: readonly (number | null)[];
  /** The x values of a scatter chart; 1, 2, 3 where they are not numbers. */
  readonly across: readonly number[];
  /** The cells' own number format, which labels and axis follow unless they have one. */
  readonly format: string;
}

export interface Figures {
  readonly series: readonly SeriesFigures[];
  readonly categories: readonly string[];
  readonly categoryFormat: string;
  readonly date1904: boolean;
}

function plotted({ value }: ChartPoint): number | null {
  if (value === null || isError(value)) return null;
  return typeof value === "number" ? value : value === true ? 1 : 0;
}

/** Points in hidden rows and columns are left out, with their categories. */
function kept<T>(items: readonly T[], points: readonly ChartPoint[]): readonly T[] {
  return items.filter((_item, index) => points[index]?.hidden !== true);
}

function readSeries(workbook: Workbook, series: ChartSeries, type: SeriesFigures["type"], index: number): SeriesFigures {
  const points = series.values === null ? [] : pointsOf(workbook, series.values) ?? [];
  const values = kept(points.map(plotted), points);
  const x = series.categories === null ? [] : kept((pointsOf(workbook, series.categories) ?? []).map(({ value }) => value), points);
  const across = values.map((_value, at) => { const own = x[at]; return x.every((one) => typeof one === "number" || one === null) && typeof own === "number" ? own : at + 1; });
  return {
    series, type, values, across, name: seriesName(workbook, series.name) ?? `Series${index + 1}`,
    colour: seriesColour(series, type, index), format: points[0]?.format ?? "General",
  };
}

function readCategories(workbook: Workbook, chart: Chart): { readonly names: readonly string[]; readonly format: string } {
  const named = chart.series.find(({ categories, values }) => categories !== null && values !== null);
  const longest = Math.max(0, ...chart.series.map(({ values }) => (values === null ? 0 : pointsOf(workbook, values)?.length ?? 0)));
  const counted = Array.from({ length: longest }, (_, index) => String(index + 1));
  const points = named?.values == null ? [] : pointsOf(workbook, named.values) ?? [];
  const levels = named?.categories == null ? null : categoryLevels(workbook, named.categories, points.length);
  const [nearest, ...outer] = levels ?? [];
  if (nearest === undefined) return { names: counted, format: "General" };
  const text = (point: ChartPoint | undefined): string => (point === undefined ? "" : displayText(point.value, chart.categoryAxis.numberFormat ?? point.format, workbook.date1904).text);
  const names = nearest.map((point, index) => [text(point), ...outer.map((level) => text(level[index]))].filter((word) => word !== "").join("\n"));
  return { names: kept(names, points), format: nearest[0]?.format ?? "General" };
}

/** Everything a drawing needs from the cells; series of a kind that is only carried are left out. */
export function readFigures(workbook: Workbook, chart: Chart): Figures {
  const series = chart.series.flatMap((one, index) => {
    const type = one.type ?? chart.type;
    return type === "Unknown" ? [] : [readSeries(workbook, one, type, index)];
  });
  const { names, format } = readCategories(workbook, chart);
  return { series, categories: names, categoryFormat: format, date1904: workbook.date1904 };
}

export const isAcross = (type: ChartType): boolean => type.startsWith("Bar");
export const isScatter = (type: ChartType): boolean => type === "XYScatter" || type === "XYScatterLines";
export const isStacked = (type: ChartType): boolean => type.includes("Stacked");
export const isOfHundred = (type: ChartType): boolean => type.endsWith("100");
export const isRound = (type: ChartType): boolean => type === "Pie" || type === "Doughnut";
