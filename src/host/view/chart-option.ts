/** A chart of the model as the drawing library is told to draw it: like Excel's own, from the cells as they are now. */
import type { EChartsOption, LegendComponentOption, SeriesOption } from "echarts";
import { titleWords } from "../calc/title-words";
import type { Chart } from "../workbook/chart";
import type { Workbook } from "../workbook/workbook";
import { axesOf, pixels } from "./chart-axes";
import { isAcross, isRound, isScatter, readFigures, type Figures, type SeriesFigures } from "./chart-figures";
import { trendSeries } from "./chart-trend";
import { barSeries, lineSeries, radarSeries, roundSeries, scatterSeries } from "./chart-shapes";

const TITLE_SIZE = 14;
const LEGEND_SIZE = 10;
/** Pixels between the parts of a chart and its edge. */
const ROOM = 10;
/** A letter's width in parts of its height, on average. */
const LETTER = 0.52;

interface Bounds { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

const fontOf = (chart: Chart): string => `${chart.fontName ?? "Calibri"}, Carlito, Arial, sans-serif`;
const widthOf = (chart: Chart): number => pixels(chart.frame.width);

function titleOf(chart: Chart, workbook: Workbook): { readonly option: object; readonly height: number } {
  const { visible, size, bold, colour } = chart.title;
  const text = titleWords(workbook, chart.title);
  if (!visible || text === "") return { option: { show: false }, height: 0 };
  const fontSize = pixels(size ?? TITLE_SIZE);
  const width = Math.max(40, widthOf(chart) - 2 * ROOM);
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * fontSize * LETTER) / width)), 0);
  const lineHeight = Math.round(fontSize * 1.25);
  const textStyle = { fontSize, lineHeight, fontWeight: bold === true ? "bold" : "normal", color: colour ?? "#000000", fontFamily: fontOf(chart), width, overflow: "break" };
  return { option: { text, left: "50%", top: ROOM, padding: 0, textAlign: "center", textStyle }, height: lines * lineHeight + ROOM / 2 };
}

/** What the legend lists: slices for a pie, series otherwise. */
function legendNames(chart: Chart, figures: Figures): readonly string[] {
  const gone = chart.legend.hiddenEntries ?? [];
  const shown = (names: readonly string[]): string[] => names.filter((_name, index) => !gone.includes(index));
  if (isRound(chart.type)) return shown(figures.categories);
  const names = shown(figures.series.map(({ name }) => name));
  // Bars lie from the foot upwards, and Excel turns the legend at the side with them.
  const atSide = chart.legend.position !== "Top" && chart.legend.position !== "Bottom";
  return atSide && chart.type === "BarClustered" ? names.reverse() : names;
}

function legendOf(chart: Chart, figures: Figures, top: number): { readonly option: LegendComponentOption; readonly takes: Bounds } {
  const none = { left: 0, right: 0, top: 0, bottom: 0 };
  if (!chart.legend.visible) return { option: { show: false }, takes: none };
  const { position } = chart.legend;
  const fontSize = pixels(chart.legend.fontSize ?? LEGEND_SIZE);
  const names = legendNames(chart, figures);
  const room = Math.round(fontSize * 1.6);
  const side = Math.min(widthOf(chart) * 0.4, Math.max(...names.map((name) => name.length), 1) * fontSize * LETTER + 40);
  const ownsLines = figures.series.every(({ type }) => type.startsWith("Line") || type === "Radar");
  const shared: LegendComponentOption = {
    data: [...names], ...(ownsLines ? { itemWidth: 26 } : { icon: "rect", itemWidth: 10 }), itemHeight: 10, itemGap: 14, padding: 0, selectedMode: false,
    textStyle: { fontSize, fontFamily: fontOf(chart), color: chart.legend.colour ?? "#000000", ...(chart.legend.bold === true ? { fontWeight: "bold" } : {}) },
    ...(chart.legend.fill === undefined ? {} : { backgroundColor: chart.legend.fill }),
  };
  if (position === "Top") return { option: { ...shared, left: "center", top: ROOM + top }, takes: { ...none, top: room } };
  if (position === "Bottom") return { option: { ...shared, left: "center", bottom: ROOM }, takes: { ...none, bottom: room } };
  const beside: LegendComponentOption = { ...shared, orient: "vertical" };
  if (position === "Left") return { option: { ...beside, left: ROOM, top: "middle" }, takes: { ...none, left: side } };
  return { option: { ...beside, right: ROOM, top: position === "Corner" ? ROOM + top : "middle" }, takes: { ...none, right: side } };
}

function seriesOf(chart: Chart, figures: Figures, one: SeriesFigures): SeriesOption {
  const font = fontOf(chart);
  if (one.type.startsWith("Column") || one.type.startsWith("Bar")) return barSeries(chart, figures, one, font);
  if (isScatter(one.type)) return scatterSeries(figures, one, font);
  return lineSeries(chart, figures, one, font);
}

/** The middle of what the title and legend leave, as parts of the whole. */
function middleOf(chart: Chart, bounds: Bounds): readonly [string, string] {
  const height = pixels(chart.frame.height);
  const share = (from: number, to: number, whole: number): string => `${Math.round((100 * ((from + whole - to) / 2)) / Math.max(1, whole))}%`;
  return [share(bounds.left, bounds.right, widthOf(chart)), share(bounds.top, bounds.bottom, height)];
}

function radarOf(chart: Chart, figures: Figures, middle: readonly [string, string]): EChartsOption {
  const most = Math.max(0, ...figures.series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const text = { fontSize: pixels(chart.categoryAxis.fontSize ?? 10), color: chart.categoryAxis.fontColour ?? "#000000", fontFamily: fontOf(chart) };
  return {
    radar: {
      center: [...middle], radius: "60%", clockwise: true, axisName: text, splitArea: { show: false }, splitLine: { lineStyle: { color: chart.valueAxis.gridlineColour ?? "#D9D9D9" } }, axisLine: { show: false },
      indicator: figures.categories.map((name) => ({ name, min: Math.min(0, chart.valueAxis.minimum ?? 0), max: chart.valueAxis.maximum ?? niceMost(most) })),
    },
    series: [radarSeries(figures, fontOf(chart))],
  };
}

/** The next of 1, 2, 2.5, 5, 10 times a power of ten. */
function niceMost(most: number): number {
  if (most <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return (([1, 2, 2.5, 5].find((step) => step * power >= most) ?? 10) * power);
}

/**
 * The drawing of a chart, for a place of the chart's frame at 96 pixels to the inch.
 *
 * @param chart - of a kind that is drawn; one of type "Unknown" gives an empty drawing
 * @example drawing.setOption(chartOption(chart, workbook), { notMerge: true })
 */
export function chartOption(chart: Chart, workbook: Workbook): EChartsOption {
  const figures = readFigures(workbook, chart);
  const title = titleOf(chart, workbook);
  const legend = legendOf(chart, figures, title.height);
  const { takes } = legend;
  const bounds = { left: ROOM + takes.left, right: ROOM + takes.right, top: ROOM + title.height + takes.top, bottom: ROOM + takes.bottom };
  const base: EChartsOption = {
    animation: false, color: figures.series.map(({ colour }) => colour), backgroundColor: chart.fill ?? "#FFFFFF", textStyle: { fontFamily: fontOf(chart) },
    title: title.option, legend: legend.option, tooltip: { trigger: "item", confine: true },
  };
  if (figures.series.length === 0) return base;
  if (isRound(chart.type)) return { ...base, series: roundSeries(chart, figures, fontOf(chart), middleOf(chart, bounds)) };
  if (chart.type === "Radar") return { ...base, ...radarOf(chart, figures, middleOf(chart, bounds)) };
  return {
    ...base, ...axesOf(chart, figures, fontOf(chart), pixels(chart.frame.width) - bounds.left - bounds.right - (figures.series.some(({ series }) => series.axis === "Secondary") ? ROOM * 5 : 0)),
    grid: { ...bounds, outerBoundsMode: "same", outerBoundsContain: "all" },
    series: [...inDrawingOrder(chart, figures).map((one) => seriesOf(chart, figures, one)), ...trendSeries(figures.series, fontOf(chart))],
  };
}

/**
 * Excel puts a category's bars in the axis's own direction: the first series lies nearest the foot, unless the axis is reversed. The
 * drawing library always goes down the screen, and to the right.
 */
function inDrawingOrder(chart: Chart, figures: Figures): readonly SeriesFigures[] {
  const turned = figures.series.some(({ type }) => isAcross(type)) !== chart.categoryAxis.reversed;
  return turned && figures.series.every(({ type }) => type === "BarClustered" || type === "ColumnClustered") ? [...figures.series].reverse() : figures.series;
}
