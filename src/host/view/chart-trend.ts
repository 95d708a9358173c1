/** Trend lines on the screen, over the series that they belong to. */
import type { LineSeriesOption } from "echarts";
import { movingAverage, trendThrough, type Trend, type XY } from "../calc/trend";
import type { Trendline } from "../workbook/chart";
import { isAcross, isScatter, type SeriesFigures } from "./chart-figures";
import { pixels } from "./chart-axes";

/** As many pieces as make a bent line look round. */
const PIECES = 40;

/** Where a chart has categories, the first stands at 1, as in Excel's own equations. */
function pointsOf(one: SeriesFigures): readonly XY[] {
  return one.values.flatMap((y, index) => (y === null ? [] : [{ x: isScatter(one.type) ? one.across[index] ?? index + 1 : index + 1, y }]));
}

function curve(points: readonly XY[], trend: Trend, { forward, backward }: Trendline): readonly XY[] {
  const xs = points.map(({ x }) => x);
  const [from, to] = [Math.min(...xs) - backward, Math.max(...xs) + forward];
  return Array.from({ length: PIECES + 1 }, (_piece, index) => { const x = from + ((to - from) * index) / PIECES; return { x, y: trend.at(x) }; });
}

function labelOf(trend: Trend | null, { showsEquation, showsRSquared }: Trendline): string {
  if (trend === null) return "";
  return [showsEquation ? trend.equation : "", showsRSquared ? `R² = ${trend.rSquared.toFixed(4)}` : ""].filter((text) => text !== "").join("\n");
}

function lineOf(one: SeriesFigures, trendline: Trendline, font: string): LineSeriesOption | null {
  const points = pointsOf(one);
  const trend = trendline.type === "MovingAverage" ? null : trendThrough(points, trendline);
  const drawn = trendline.type === "MovingAverage" ? movingAverage(points, trendline.period) : trend === null ? [] : curve(points, trend, trendline);
  if (drawn.length === 0) return null;
  const { colour, width, dash } = trendline.line;
  const index = one.series.axis === "Secondary" ? 1 : 0;
  const across = isAcross(one.type);
  const text = labelOf(trend, trendline);
  const last = drawn.length - 1;
  // On an axis of categories the drawing library counts from 0.
  const place = (x: number): number => (isScatter(one.type) ? x : x - 1);
  return {
    type: "line", ...(across ? { xAxisIndex: index } : { yAxisIndex: index }), symbol: "none", silent: true, z: 4, tooltip: { show: false },
    lineStyle: { color: colour ?? one.colour, width: dash === "None" ? 0 : pixels(width ?? 1.5), type: dash === "Dash" ? "dashed" : dash === "Dot" ? "dotted" : "solid" },
    data: drawn.map(({ x, y }, at) => ({
      value: across ? [y, place(x)] : [place(x), y],
      ...(text !== "" && at === last ? { symbol: "circle", symbolSize: 0.1, label: { show: true, formatter: text, position: "left", fontFamily: font, fontSize: pixels(10), color: "#000000" } } : {}),
    })),
    ...(text === "" ? {} : { symbol: "circle", symbolSize: 0.1, showSymbol: true, showAllSymbol: true }),
  };
}

export function trendSeries(figures: readonly SeriesFigures[], font: string): readonly LineSeriesOption[] {
  return figures.flatMap((one) => (one.series.trendlines ?? []).flatMap((trendline) => lineOf(one, trendline, font) ?? []));
}
