/** The axes of a chart on the screen, as Excel draws them. */
import type { XAXisComponentOption, YAXisComponentOption } from "echarts";
import { displayText } from "../calc/number-format";
import { defaultAxis, displayUnits, type Chart, type ChartAxis } from "../workbook/chart";
import { isAcross, isOfHundred, isScatter, type Figures, type SeriesFigures } from "./chart-figures";

/** Points of print to the screen's pixels at 100%. */
export const pixels = (points: number): number => (points * 4) / 3;

const AXIS_SIZE = 10;
const LINE = "#BFBFBF";
/** Pixels that the value axis takes, about. */
const AXIS_ROOM = 45;
/** With more categories than this, some names are left out instead of broken into lines. */
const MOST_WHOLE = 24;
const FAINT = "#D9D9D9";

type Side = "bottom" | "top" | "left" | "right";
interface AxisPlace {
  readonly axis: ChartAxis;
  readonly side: Side;
  readonly font: string;
  readonly upright: boolean;
}

const opposite: Readonly<Record<Side, Side>> = { bottom: "top", top: "bottom", left: "right", right: "left" };

/** Marks across an axis are drawn outside it: the drawing library has no others. */
function ticks({ majorTicks, minorTicks, line, minorGridlines, minorUnit, majorUnit }: ChartAxis): object {
  // Four marks or gridlines to a step unless their unit is given.
  const splitNumber = minorUnit !== undefined && majorUnit !== null ? Math.max(1, Math.round(majorUnit / minorUnit)) : 5;
  const mark = (kind: ChartAxis["majorTicks"]): object => (kind === undefined || kind === "None" ? { show: false } : { show: true, inside: kind === "Inside", lineStyle: { color: line?.colour ?? LINE } });
  return { axisTick: mark(majorTicks), minorTick: { ...mark(minorTicks), splitNumber }, minorSplitLine: { show: minorGridlines === true, lineStyle: { color: "#F2F2F2" } } };
}

/** The axis' own line where it has one. */
function ownLine({ line }: ChartAxis, otherwise: object): object {
  if (line === undefined) return otherwise;
  return { ...otherwise, show: line.dash !== "None", lineStyle: { color: line.colour ?? LINE, width: pixels(line.width ?? 0.75), type: line.dash === "Dash" ? "dashed" : line.dash === "Dot" ? "dotted" : "solid" } };
}

/** What both kinds of axis share. */
function shared({ axis, side, font, upright }: AxisPlace): object {
  const fontSize = pixels(axis.fontSize ?? AXIS_SIZE);
  // Said outright: where a label breaks, echarts sets its lines so close that they run into each other.
  const text = { fontSize, lineHeight: Math.round(fontSize * 1.25), color: axis.fontColour ?? "#000000", fontFamily: font };
  return {
    show: axis.visible, inverse: axis.reversed, position: axis.tickLabels === "High" ? opposite[side] : side, ...ticks(axis),
    splitLine: { show: axis.majorGridlines, lineStyle: { color: axis.gridlineColour ?? FAINT, width: 1 } },
    ...(axis.title === null || axis.title === "" ? {} : { name: axis.title, nameLocation: "middle", nameGap: pixels(upright ? 12 : 16), nameMoveOverlap: true, nameRotate: upright ? 90 : 0, nameTextStyle: text }),
    axisLabel: { ...text, show: axis.tickLabels !== "None" },
  };
}

/** Excel leaves nought out where all values lie close together, except under columns and bars, which we always draw from nought. */
function leavesNoughtOut(series: readonly SeriesFigures[], values: readonly number[]): boolean {
  if (series.some(({ type }) => type.startsWith("Column") || type.startsWith("Bar") || type.startsWith("Area")) || values.length === 0) return false;
  const least = Math.min(...values);
  const most = Math.max(...values);
  return least * most > 0 && (most - least) * 6 < Math.max(Math.abs(least), Math.abs(most));
}

function scale(axis: ChartAxis, series: readonly SeriesFigures[], values: readonly number[]): object {
  const hundred = series.some(({ type }) => isOfHundred(type));
  return {
    ...(axis.minimum === null ? {} : { min: axis.minimum }),
    ...(axis.maximum !== null ? { max: axis.maximum } : hundred ? { max: 1 } : {}),
    ...(axis.majorUnit === null ? {} : { interval: axis.majorUnit }),
    scale: leavesNoughtOut(series, values),
    // As in Excel, a twentieth is left free beyond the outermost values, so that labels have room.
    ...(hundred ? {} : { boundaryGap: [values.some((value) => value < 0) ? "5%" : 0, "5%"] }),
  };
}

/** A format that shows whole numbers would show the same number twice at steps of a half. */
const showsWhole = (format: string): boolean => /[0#]/.test(format) && !/[.%/eEdmyhs?]/.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ""));

function labelFormat(axis: ChartAxis, series: readonly SeriesFigures[]): string {
  return axis.numberFormat ?? (series.some(({ type }) => isOfHundred(type)) ? "0%" : series[0]?.format ?? "General");
}

function valueAxis(place: AxisPlace, series: readonly SeriesFigures[], date1904: boolean): object {
  const unit = place.axis.displayUnit === undefined ? 1 : displayUnits[place.axis.displayUnit];
  const format = labelFormat(place.axis, series);
  // An axis in thousands says so, where it has no title that does.
  const title = place.axis.title ?? place.axis.displayUnit?.replace(/(?!^)([A-Z])/g, " $1") ?? null;
  const base = shared({ ...place, axis: { ...place.axis, title } }) as { readonly axisLabel: object };
  const values = series.flatMap((one) => one.values).filter((value): value is number => value !== null);
  return {
    ...base, ...(place.axis.logBase === undefined ? { type: "value" } : { type: "log", logBase: place.axis.logBase }), axisLine: ownLine(place.axis, { show: false }),
    ...scale(place.axis, series, values), ...(showsWhole(format) ? { minInterval: unit } : {}),
    axisLabel: { ...base.axisLabel, formatter: (value: number) => displayText(value / unit, format, date1904).text },
  };
}

/** A scatter chart's axis across is one of values. */
function acrossAxis(place: AxisPlace, { series, categoryFormat, date1904 }: Figures): object {
  const format = place.axis.numberFormat ?? categoryFormat;
  const base = shared(place) as { readonly axisLabel: object };
  return {
    ...base, type: "value", axisLine: { show: true, lineStyle: { color: LINE } }, ...scale(place.axis, series, series.flatMap(({ across }) => across)),
    axisLabel: { ...base.axisLabel, formatter: (value: number) => displayText(value, format, date1904).text },
  };
}

/** Words break where their category ends; beside bars they may take a third of the chart. */
function labelWidth(place: AxisPlace, categories: number, room: number): number {
  return place.upright ? room / 3 : Math.max(24, (room - AXIS_ROOM) / Math.max(1, categories) - 10);
}

function categoryAxis(place: AxisPlace, { series, categories }: Figures, below: boolean, room: number): object {
  const base = shared(place) as { readonly axisLabel: object; readonly axisTick?: object };
  return {
    ...base, type: "category", data: [...categories], boundaryGap: !series.every(({ type }) => type.startsWith("Area")),
    // With labels at the foot and values below nought, the line at nought is drawn by itself (see `markNought`).
    axisLine: ownLine(place.axis, { show: !below, onZero: place.axis.tickLabels === "NextToAxis", lineStyle: { color: LINE } }),
    ...(place.axis.markSpacing === undefined ? {} : { axisTick: { ...base.axisTick, interval: place.axis.markSpacing - 1 } }),
    axisLabel: { ...base.axisLabel, ...(place.axis.labelSpacing !== undefined ? { interval: place.axis.labelSpacing - 1, hideOverlap: false } : categories.length > MOST_WHOLE ? { hideOverlap: true } : { interval: 0, width: labelWidth(place, categories.length, room), overflow: "break" }) },
  };
}

/** True where the line at nought stands apart from the labels, and has to be drawn by itself. */
export function noughtStandsApart(chart: Chart, { series }: Figures): boolean {
  return chart.categoryAxis.tickLabels !== "NextToAxis" && series.some(({ values }) => values.some((value) => value !== null && value < 0));
}

export interface Axes { readonly xAxis: XAXisComponentOption[]; readonly yAxis: YAXisComponentOption[] }

/** Categories run up the side for bars; a reversed category axis takes the value axis to the far side, as in Excel. @param room - pixels across, axes and plot together */
export function axesOf(chart: Chart, figures: Figures, font: string, room: number): Axes {
  const across = figures.series.some(({ type }) => isAcross(type));
  const scatter = figures.series.some(({ type }) => isScatter(type));
  const first = figures.series.filter(({ series }) => series.axis === "Primary");
  const second = figures.series.filter(({ series }) => series.axis === "Secondary");
  const far = chart.categoryAxis.reversed;
  const categoryPlace: AxisPlace = { axis: chart.categoryAxis, side: across ? "left" : "bottom", font, upright: across };
  const valueSide: Side = across ? (far ? "top" : "bottom") : far ? "right" : "left";
  const category = scatter ? acrossAxis(categoryPlace, figures) : categoryAxis(categoryPlace, figures, noughtStandsApart(chart, figures), room);
  const values = [valueAxis({ axis: chart.valueAxis, side: valueSide, font, upright: !across }, first.length > 0 ? first : figures.series, figures.date1904)];
  if (second.length > 0) values.push(valueAxis({ axis: chart.secondaryAxis ?? defaultAxis, side: opposite[valueSide], font, upright: !across }, second, figures.date1904));
  return across
    ? { xAxis: values as XAXisComponentOption[], yAxis: [category as YAXisComponentOption] }
    : { xAxis: [category as XAXisComponentOption], yAxis: values as YAXisComponentOption[] };
}
