/** A chart's part into the chart model. What the model has no place for stays in the part. */
import { defaultAxis, type Chart, type ChartAxis, type ChartSeries, type ChartType, type LineLook, type TickMark } from "../../workbook/chart";
import type { Theme } from "../read/theme";
import { at, attribute, child, childrenOf, childValue, flag, yesNo } from "../xml/query";
import type { XmlElement } from "../xml/scan";
import { lineOf, fillOf, textLook, titleFormula, titleText } from "./read-shape";
import { readSeries, typeOf } from "./read-series";
import { blanksRead, legendPositionsRead, tickLabelsRead, tickMarksRead, unitsRead } from "./words";

export type ChartContent = Omit<Chart, "id" | "name" | "frame" | "altText" | "carried">;

const isPlot = ({ local }: XmlElement): boolean => local.endsWith("Chart");
const isAxis = ({ local }: XmlElement): boolean => local === "catAx" || local === "valAx" || local === "dateAx" || local === "serAx";
const axisIds = (plot: XmlElement): readonly string[] => childrenOf(plot, "axId").map((id) => attribute(id, "val") ?? "");

const numberOf = (text: string | null): number | null => (text === null || !Number.isFinite(Number(text)) ? null : Number(text));

function readAxis(axis: XmlElement | null, theme: Theme): ChartAxis {
  if (axis === null) return { ...defaultAxis, visible: false };
  const scaling = child(axis, "scaling");
  const format = child(axis, "numFmt");
  const gridlines = child(axis, "majorGridlines");
  const title = child(axis, "title");
  const look = textLook(child(axis, "txPr") ?? title, theme);
  return {
    visible: !flag(axis, "delete"), title: title === null ? null : titleText(title) ?? "Axis Title",
    minimum: numberOf(childValue(scaling, "min")), maximum: numberOf(childValue(scaling, "max")), majorUnit: numberOf(childValue(axis, "majorUnit")),
    numberFormat: format === null || yesNo(format, "sourceLinked", false) ? null : attribute(format, "formatCode"),
    majorGridlines: gridlines !== null && lineOf(child(gridlines, "spPr"), theme).dash !== "None",
    gridlineColour: fillOf(at(gridlines, "spPr", "ln"), theme), reversed: childValue(scaling, "orientation") === "maxMin",
    fontSize: look.size, fontColour: look.colour, tickLabels: tickLabelsRead.get(childValue(axis, "tickLblPos") ?? "nextTo") ?? "NextToAxis",
    ...axisExtras(axis, scaling), ...axisLine(axis, theme),
  };
}

/** What is said of an axis beyond what every axis says; nothing for what is as on a new one. */
function axisExtras(axis: XmlElement, scaling: XmlElement | null): Partial<ChartAxis> {
  const ticks = (local: string): TickMark => tickMarksRead.get(childValue(axis, local) ?? "cross") ?? "None";
  const minorUnit = numberOf(childValue(axis, "minorUnit"));
  const [labelSpacing, markSpacing] = [numberOf(childValue(axis, "tickLblSkip")), numberOf(childValue(axis, "tickMarkSkip"))];
  const logBase = numberOf(childValue(scaling, "logBase"));
  const displayUnit = unitsRead.get(childValue(child(axis, "dispUnits"), "builtInUnit") ?? "");
  return {
    ...(minorUnit === null ? {} : { minorUnit }), ...(labelSpacing === null ? {} : { labelSpacing }), ...(markSpacing === null ? {} : { markSpacing }), ...(child(axis, "minorGridlines") === null ? {} : { minorGridlines: true }),
    ...(ticks("majorTickMark") === "None" ? {} : { majorTicks: ticks("majorTickMark") }), ...(ticks("minorTickMark") === "None" ? {} : { minorTicks: ticks("minorTickMark") }),
    ...(logBase === null ? {} : { logBase }), ...(displayUnit === undefined ? {} : { displayUnit }),
  };
}

interface Members { readonly plot: XmlElement; readonly series: XmlElement }

/** Series in the order in which Excel plots them, over all plots. */
function membersOf(plots: readonly XmlElement[]): readonly Members[] {
  const all = plots.flatMap((plot) => childrenOf(plot, "ser").map((series) => ({ plot, series })));
  const order = ({ series }: Members): number => numberOf(childValue(series, "order")) ?? 0;
  return all.map((member, index) => ({ member, index })).sort((a, b) => order(a.member) - order(b.member) || a.index - b.index).map(({ member }) => member);
}

/** The kind of most series, the first of them where it is even; that is what Excel calls the chart's own. */
function mainType(members: readonly Members[], plots: readonly XmlElement[]): ChartType {
  const [first] = members;
  if (first !== undefined) return typeOf(first.plot, first.series);
  const [plot] = plots;
  return plot === undefined ? "Unknown" : typeOf(plot, plot);
}

/** The pair of axes of the first plot, and the values of any other pair. */
function pairs(area: XmlElement, plots: readonly XmlElement[]): { readonly category: XmlElement | null; readonly value: XmlElement | null; readonly second: XmlElement | null; readonly isSecond: (plot: XmlElement) => boolean } {
  const axes = area.children.filter(isAxis);
  const byId = (ids: readonly string[]): readonly XmlElement[] => axes.filter((axis) => ids.includes(childValue(axis, "axId") ?? ""));
  const [firstPlot] = plots;
  const ids = firstPlot === undefined ? [] : axisIds(firstPlot);
  const own = byId(ids);
  const isSecond = (plot: XmlElement): boolean => { const others = axisIds(plot); return others.length > 0 && !others.some((id) => ids.includes(id)); };
  const other = plots.find(isSecond);
  const upright = own.filter(({ local }) => local === "valAx");
  // Of a scatter chart's two value axes, the first of its ids is the one across.
  const category = own.find(({ local }) => local !== "valAx" && local !== "serAx") ?? (upright.length > 1 ? upright.find((axis) => childValue(axis, "axId") === ids[0]) ?? null : null);
  const seconds = other === undefined ? [] : byId(axisIds(other)).filter(({ local }) => local === "valAx");
  return { category, value: upright.find((axis) => axis !== category) ?? null, second: seconds[seconds.length - 1] ?? null, isSecond };
}

/** A title that says nothing of its own is the name of the only series, as Excel shows it. */
function readTitle(chart: XmlElement | null, series: readonly ChartSeries[], theme: Theme, nameOf: (series: ChartSeries) => string): Chart["title"] {
  const title = child(chart, "title");
  const look = textLook(title, theme);
  const automatic = title !== null || (series.length === 1 && !flag(chart, "autoTitleDeleted"));
  const [only] = series;
  const text = titleText(title) ?? (automatic && only !== undefined && series.length === 1 ? nameOf(only) : title === null ? "" : "Chart Title");
  return { text, formula: titleFormula(title), visible: automatic && text !== "", size: look.size, bold: look.bold, colour: look.colour };
}

/** The axis' own line; nothing where it is as a new chart has it. */
function axisLine(axis: XmlElement, theme: Theme): { readonly line?: LineLook } {
  const shape = child(axis, "spPr");
  if (child(shape, "ln") === null) return {};
  const line = lineOf(shape, theme);
  const isNew = axis.local === "catAx" ? line.colour === "#BFBFBF" && line.width === 0.75 && line.dash === null : line.dash === "None";
  return isNew ? {} : { line };
}

function readLegend(legend: XmlElement | null, theme: Theme): Chart["legend"] {
  const { size, bold, colour } = textLook(child(legend, "txPr"), theme);
  const fill = fillOf(child(legend, "spPr"), theme);
  return {
    visible: legend !== null, position: legendPositionsRead.get(childValue(legend, "legendPos") ?? "r") ?? "Right", fontSize: size, ...hiddenEntries(legend),
    ...(fill === null ? {} : { fill }), ...(bold === null ? {} : { bold }), ...(colour === null ? {} : { colour }),
  };
}

function hiddenEntries(legend: XmlElement | null): { readonly hiddenEntries?: readonly number[] } {
  const gone = childrenOf(legend, "legendEntry").flatMap((entry) => { const index = numberOf(childValue(entry, "idx")); return index !== null && flag(entry, "delete") ? [index] : []; });
  return gone.length === 0 ? {} : { hiddenEntries: gone };
}

/**
 * @param root - of the chart's part
 * @param nameOf - a series' name in words, for a title that follows it
 */
export function readChart(root: XmlElement, theme: Theme, nameOf: (series: ChartSeries) => string): ChartContent {
  const chart = child(root, "chart");
  const area = child(chart, "plotArea");
  const plots = area === null ? [] : area.children.filter(isPlot);
  const members = membersOf(plots);
  const main = mainType(members, plots);
  const legend = child(chart, "legend");
  const axes = area === null ? null : pairs(area, plots);
  const series = members.map(({ plot, series: element }) => readSeries(plot, element, main, axes?.isSecond(plot) === true ? "Secondary" : "Primary", theme));
  const shape = child(root, "spPr");
  const isRound = main === "Pie" || main === "Doughnut";
  return {
    type: series.every(({ type }) => type !== "Unknown") ? main : "Unknown",
    title: readTitle(chart, series, theme, nameOf),
    legend: readLegend(legend, theme),
    categoryAxis: isRound ? defaultAxis : readAxis(axes?.category ?? null, theme), valueAxis: isRound ? defaultAxis : readAxis(axes?.value ?? null, theme),
    secondaryAxis: axes?.second == null ? null : readAxis(axes.second, theme), series,
    fill: fillOf(shape, theme), border: lineOf(shape, theme).dash !== "None", fontName: textLook(child(root, "txPr"), theme).font,
    blanks: blanksRead.get(childValue(chart, "dispBlanksAs") ?? "zero") ?? "Zero",
  };
}
