/** Columns, bars, lines, points, slices and radars on the screen, from the chart model's series. */
import type { BarSeriesOption, LineSeriesOption, PieSeriesOption, RadarSeriesOption, ScatterSeriesOption } from "echarts";
import { displayText } from "../calc/number-format";
import { labelsAt, type Chart, type ChartSeries, type DataLabels } from "../workbook/chart";
import { accent } from "../workbook/series-colour";
import { isAcross, isOfHundred, isStacked, type Figures, type SeriesFigures } from "./chart-figures";
import { noughtStandsApart, pixels } from "./chart-axes";

const LABEL_SIZE = 10;
/** Points; Excel's width of a line that has none of its own. */
const LINE_WIDTH = 2.25;

type BarLabel = NonNullable<BarSeriesOption["label"]>;

const symbols: Readonly<Record<ChartSeries["marker"]["style"], string>> = { Automatic: "circle", None: "none", Circle: "circle", Square: "rect", Diamond: "diamond", Triangle: "triangle",
  X: "path://M0,0L8,8M8,0L0,8", Star: "path://M4,0V8M0,0L8,8M8,0L0,8", Plus: "path://M4,0V8M0,4H8", Dash: "path://M0,3H8V5H0Z", Dot: "path://M4,3H8V5H4Z",
};

/** What a label says: its parts in Excel's order, with commas between unless it says otherwise. */
function says(labels: DataLabels, one: SeriesFigures, figures: Figures, index: number, share: number | null): string {
  const value = one.values[index] ?? null;
  const format = labels.numberFormat ?? one.format;
  const parts = [
    labels.seriesName ? one.name : "", labels.categoryName ? figures.categories[index] ?? "" : "",
    labels.value && value !== null ? displayText(value, labels.percentage ? one.format : format, figures.date1904).text : "",
    labels.percentage && share !== null ? displayText(share, labels.numberFormat ?? "0%", figures.date1904).text : "",
  ];
  return parts.filter((part) => part !== "").join(labels.separator ?? ", ");
}

function labelText(labels: DataLabels, font: string): object {
  return { fontSize: pixels(labels.fontSize ?? LABEL_SIZE), color: labels.fontColour ?? "#404040", fontFamily: font };
}

/** At which end of a bar its label stands: values below nought have theirs on the other side. */
function barLabelPlace(labels: DataLabels, one: SeriesFigures, value: number | null): NonNullable<BarLabel["position"]> {
  const place = labels.position ?? (isStacked(one.type) ? "Center" : "OutsideEnd");
  const below = value !== null && value < 0;
  const across = isAcross(one.type);
  if (place === "OutsideEnd" && !isStacked(one.type)) return across ? (below ? "left" : "right") : below ? "bottom" : "top";
  if (place === "InsideEnd") return across ? (below ? "insideLeft" : "insideRight") : below ? "insideBottom" : "insideTop";
  if (place === "InsideBase") return across ? (below ? "insideRight" : "insideLeft") : below ? "insideTop" : "insideBottom";
  return "inside";
}

/** Each value's part of its category's sum, for stacks that fill the whole axis. */
function shares(figures: Figures, one: SeriesFigures): readonly (number | null)[] {
  const stack = figures.series.filter(({ type, series }) => type === one.type && series.axis === one.series.axis);
  return one.values.map((value, index) => {
    const sum = stack.reduce((total, { values }) => total + Math.abs(values[index] ?? 0), 0);
    return value === null ? null : sum === 0 ? 0 : value / sum;
  });
}

function blankAs(chart: Chart, value: number | null): number | null {
  return value === null && chart.blanks === "Zero" ? 0 : value;
}

/** Which axis the values are read against, and the name that stacks share. */
function placing(one: SeriesFigures): object {
  const index = one.series.axis === "Secondary" ? 1 : 0;
  return { ...(isAcross(one.type) ? { xAxisIndex: index } : { yAxisIndex: index }), ...(isStacked(one.type) ? { stack: `${one.type}${one.series.axis}`, stackStrategy: "samesign" } : {}) };
}

/** The line at nought where the labels stand at the chart's foot. */
function markNought(chart: Chart, figures: Figures, one: SeriesFigures): object {
  if (!noughtStandsApart(chart, figures) || figures.series.indexOf(one) !== 0) return {};
  return { markLine: { silent: true, symbol: "none", animation: false, label: { show: false }, lineStyle: { color: "#BFBFBF", width: 1, type: "solid" }, data: [isAcross(one.type) ? { xAxis: 0 } : { yAxis: 0 }] } };
}

/** Excel's gap is in per cent of one bar's width; the drawing library's of the whole category's. */
export function categoryGap(bars: number, gapWidth: number, overlap: number): string {
  const cluster = bars - ((bars - 1) * overlap) / 100;
  return `${Math.round((1000 * gapWidth) / 100 / (cluster + gapWidth / 100)) / 10}%`;
}

/** What a point has of its own over the look of its series. */
function pointStyle({ points }: ChartSeries, index: number): { readonly itemStyle?: object; readonly symbol?: string; readonly symbolSize?: number } {
  const look = points?.find((point) => point.index === index);
  if (look === undefined) return {};
  const { fill, line, marker: symbol, markerSize } = look;
  const edge = line === null || line.dash === "None" ? {} : { ...(line.colour === null ? {} : { borderColor: line.colour }), borderWidth: pixels(line.width ?? 0.75) };
  return {
    itemStyle: { ...(fill === null ? {} : { color: fill }), ...edge },
    ...(symbol === undefined ? {} : { symbol: symbols[symbol] }), ...(markerSize === undefined ? {} : { symbolSize: pixels(markerSize) }),
  };
}

export function barSeries(chart: Chart, figures: Figures, one: SeriesFigures, font: string): BarSeriesOption {
  const { gapWidth, overlap } = one.series;
  const values = isOfHundred(one.type) ? shares(figures, one) : one.values;
  const beside = figures.series.filter(({ type, series }) => type === one.type && series.axis === one.series.axis).length;
  const lap = isStacked(one.type) ? 100 : overlap ?? 0;
  const edge = one.series.line.colour === null || one.series.line.dash === "None" ? {} : { borderColor: one.series.line.colour, borderWidth: pixels(one.series.line.width ?? 0.75) };
  return {
    type: "bar", name: one.name, ...placing(one), ...markNought(chart, figures, one), itemStyle: { color: one.colour, ...edge },
    barGap: `${-lap}%`, barCategoryGap: categoryGap(isStacked(one.type) ? 1 : beside, gapWidth ?? 150, lap),
    data: values.map((value, index) => {
      const labels = labelsAt(one.series, index);
      return {
        value: blankAs(chart, value) ?? "-", ...pointStyle(one.series, index),
        label: labels === null || value === null ? { show: false } : { show: true, ...labelText(labels, font), position: barLabelPlace(labels, one, value), formatter: () => says(labels, one, figures, index, null) },
      };
    }),
  };
}

function lineStyle({ series, colour }: SeriesFigures): NonNullable<LineSeriesOption["lineStyle"]> {
  const { dash, width } = series.line;
  return { color: colour, width: dash === "None" ? 0 : pixels(width ?? LINE_WIDTH), type: dash === "Dash" ? "dashed" : dash === "Dot" ? "dotted" : "solid", cap: "round", join: "round" };
}

const linePlaces = new Map<DataLabels["position"], "top" | "bottom" | "left" | "inside">([["Top", "top"], ["Bottom", "bottom"], ["Left", "left"], ["Center", "inside"]]);

function marker({ series, type, colour }: SeriesFigures): { readonly symbol: string; readonly symbolSize: number; readonly itemStyle: object } {
  const plain = (type === "Line" || type === "LineStacked" || type === "Radar" || type.startsWith("Area")) && series.marker.style === "Automatic";
  return { symbol: plain ? "none" : symbols[series.marker.style], symbolSize: pixels(series.marker.size ?? 5), itemStyle: { color: series.marker.fill ?? colour } };
}

function pointLabel(figures: Figures, one: SeriesFigures, index: number, font: string): object {
  const labels = labelsAt(one.series, index);
  if (labels === null || one.values[index] == null) return { show: false };
  return { show: true, ...labelText(labels, font), position: linePlaces.get(labels.position) ?? "right", formatter: () => says(labels, one, figures, index, null) };
}

export function lineSeries(chart: Chart, figures: Figures, one: SeriesFigures, font: string): LineSeriesOption {
  const isArea = one.type.startsWith("Area");
  const look = marker(one);
  return {
    type: "line", name: one.name, ...placing(one), ...markNought(chart, figures, one), ...look, showSymbol: look.symbol !== "none", showAllSymbol: true,
    lineStyle: isArea ? { width: 0 } : lineStyle(one), ...(isArea ? { areaStyle: { color: one.colour, opacity: 1 } } : {}),
    smooth: one.series.smooth, connectNulls: chart.blanks === "Interpolated", z: isArea ? 1 : 3,
    data: one.values.map((value, index) => ({ value: (isArea ? value ?? 0 : blankAs(chart, value)) ?? "-", ...pointStyle(one.series, index), label: pointLabel(figures, one, index, font) })),
  };
}

export function scatterSeries(figures: Figures, one: SeriesFigures, font: string): ScatterSeriesOption | LineSeriesOption {
  const joined = one.type === "XYScatterLines";
  const { symbol, symbolSize, itemStyle } = marker(one);
  const index = one.series.axis === "Secondary" ? 1 : 0;
  const points = one.values.map((value, at) => ({ value: [one.across[at] ?? at + 1, value ?? "-"], ...pointStyle(one.series, at), label: pointLabel(figures, one, at, font) }));
  return joined
    ? { type: "line", name: one.name, yAxisIndex: index, symbol, symbolSize, itemStyle, showSymbol: symbol !== "none", lineStyle: lineStyle(one), smooth: one.series.smooth, data: points }
    : { type: "scatter", name: one.name, yAxisIndex: index, symbol, symbolSize, itemStyle: { ...itemStyle, opacity: 1 }, data: points };
}

/** How far the rings of a doughnut reach, and its hole where nothing else is said: in per cent of the room. */
const WIDEST_RING = 68;
const USUAL_HOLE = 36;

/** A pie or a doughnut. Excel's pie shows its first series only; a doughnut has a ring for each. */
export function roundSeries(chart: Chart, figures: Figures, font: string, middle: readonly [string, string]): PieSeriesOption[] {
  const rings = chart.type === "Doughnut" ? figures.series : figures.series.slice(0, 1);
  return rings.map((one, ring) => {
    const sum = one.values.reduce<number>((total, value) => total + Math.abs(value ?? 0), 0);
    const hole = one.series.holeSize === undefined ? USUAL_HOLE : (one.series.holeSize * WIDEST_RING) / 100;
    const width = (WIDEST_RING - hole) / rings.length;
    const isOutside = ({ position }: DataLabels): boolean => chart.type === "Pie" && position !== "Center" && position !== "InsideEnd";
    return {
      type: "pie", name: one.name, center: [...middle], startAngle: 90, clockwise: true, radius: chart.type === "Pie" ? "62%" : [`${hole + width * ring}%`, `${hole + width * (ring + 1)}%`],
      labelLine: { show: false, length: 4, length2: 2 }, itemStyle: { borderColor: "#FFFFFF", borderWidth: 1 },
      data: one.values.map((value, index) => ({ labels: labelsAt(one.series, index), value, index })).map(({ labels, value, index }) => ({
        name: figures.categories[index] ?? String(index + 1), value: Math.abs(value ?? 0), itemStyle: { color: one.series.fill ?? accent(index), ...pointStyle(one.series, index).itemStyle },
        label: labels === null ? { show: false } : { show: true, ...labelText(labels, font), position: isOutside(labels) ? "outside" : "inside", formatter: () => says(labels, one, figures, index, sum === 0 ? 0 : Math.abs(value ?? 0) / sum) },
      })),
    };
  });
}

export function radarSeries(figures: Figures, font: string): RadarSeriesOption {
  return {
    type: "radar",
    data: figures.series.map((one) => {
      const { symbol, symbolSize, itemStyle } = marker(one);
      const { labels } = one.series;
      return {
        name: one.name, value: one.values.map((value) => value ?? "-"), symbol, symbolSize, itemStyle, lineStyle: lineStyle(one),
        label: labels === null ? { show: false } : { show: true, ...labelText(labels, font), formatter: ({ value }: { readonly value: unknown }) => displayText(typeof value === "number" ? value : null, labels.numberFormat ?? one.format, figures.date1904).text },
      };
    }),
  };
}
