/** One series of a chart: name, look, marker, labels, data, in the schema's order. */
import type { ChartSeries, ChartType, DataLabels, LineLook as LineStyle, PointLook, Trendline } from "../../workbook/chart";
import type { Workbook } from "../../workbook/workbook";
import { escapeText } from "../xml/text";
import { tag } from "../xml/write";
import { dashes, labelPositions, markers, mayStand, trendWords, type PlotKind } from "./words";
import { dataXml, nameXml } from "./write-references";
import { lineXml, shapeXml, solid, textLookXml, val, type LineLook } from "./write-shape";

/** Points; Excel's own width for a line in a chart. */
const LINE_WIDTH = 2.25;

function lineOf({ line }: ChartSeries): LineLook {
  return { colour: line.colour, width: line.width, dash: line.dash === null ? null : line.dash === "None" ? "none" : dashes[line.dash] };
}

/** Lines and points have a line only; shapes have a fill and, where asked for, an edge. */
function lookXml(series: ChartSeries, type: ChartType, plot: PlotKind): string {
  const line = lineOf(series);
  if (type === "XYScatter") return shapeXml(tag("a:ln", { w: 19_050 }, tag("a:noFill")));
  if (plot.element === "lineChart" || plot.element === "scatterChart" || plot.element === "radarChart") {
    const stated = line.colour !== null || line.dash !== null;
    return shapeXml(lineXml(stated ? { ...line, width: line.width ?? LINE_WIDTH } : line));
  }
  return shapeXml((series.fill === null ? "" : solid(series.fill)) + lineXml(line));
}

/** An automatic marker would take the theme's colour even where the line has its own, so it is given the line's. */
function markerXml(series: ChartSeries, type: ChartType, plot: PlotKind): string {
  if (!["lineChart", "scatterChart", "radarChart"].includes(plot.element)) return "";
  const { style, size, fill } = series.marker;
  const plain = type === "Line" || type === "LineStacked" || type === "Radar";
  if (style === "None" || (plain && style === "Automatic")) return tag("c:marker", {}, val("symbol", "none"));
  const colour = fill ?? series.line.colour ?? (type === "XYScatter" ? series.fill : null);
  const inside = (style === "Automatic" ? "" : val("symbol", markers[style])) + val("size", size)
    + (colour === null ? "" : shapeXml(solid(colour) + lineXml({ colour, width: 0.75, dash: null })));
  return inside === "" ? "" : tag("c:marker", {}, inside);
}

/** What labels show and where; a position that the kind does not know is left out. */
function labelXml(labels: DataLabels, plot: PlotKind, fontName: string | null): string {
  const { position, numberFormat } = labels;
  return [
    numberFormat === null ? "" : tag("c:numFmt", { formatCode: numberFormat, sourceLinked: false }),
    shapeXml(tag("a:noFill") + tag("a:ln", {}, tag("a:noFill"))),
    textLookXml({ size: labels.fontSize, colour: labels.fontColour, font: labels.fontSize === null && labels.fontColour === null ? null : fontName }),
    position !== null && mayStand(plot, position) ? val("dLblPos", labelPositions[position]) : "",
    val("showLegendKey", false), val("showVal", labels.value), val("showCatName", labels.categoryName), val("showSerName", labels.seriesName),
    val("showPercent", labels.percentage), val("showBubbleSize", false), labels.separator === undefined ? "" : tag("c:separator", {}, escapeText(labels.separator)),
  ].join("");
}

const NO_LABELS = ["showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"].map((name) => val(name, false)).join("");

/** Labels of a series, those of single points first. */
function labelsXml({ labels, points = [] }: ChartSeries, plot: PlotKind, fontName: string | null): string {
  const own = points.flatMap(({ index, labels: ofPoint }) => (ofPoint === undefined ? [] : [tag("c:dLbl", {}, val("idx", index) + (ofPoint === null ? val("delete", true) : labelXml(ofPoint, plot, fontName)))]));
  if (labels === null && own.length === 0) return "";
  return tag("c:dLbls", {}, own.join("") + (labels === null ? NO_LABELS : labelXml(labels, plot, fontName)));
}

const lined = (line: LineStyle): LineLook => ({ colour: line.colour, width: line.width, dash: line.dash === null ? null : line.dash === "None" ? "none" : dashes[line.dash] });

/** A point's own look; nothing for one that has a label of its own only. On a line it is the marker's. */
function pointXml({ index, fill, line, marker, markerSize }: PointLook, plot: PlotKind): string {
  if (fill === null && line === null && marker === undefined && markerSize === undefined) return "";
  const shape = shapeXml((fill === null ? "" : solid(fill)) + (line === null ? "" : lineXml(lined(line))));
  const onLine = ["lineChart", "scatterChart", "radarChart"].includes(plot.element);
  if (onLine) {
    const symbol = marker === undefined || marker === "Automatic" ? "" : val("symbol", markers[marker]);
    return tag("c:dPt", {}, val("idx", index) + tag("c:marker", {}, symbol + val("size", markerSize ?? null) + shape) + val("bubble3D", false));
  }
  return tag("c:dPt", {}, val("idx", index) + (plot.element === "barChart" ? val("invertIfNegative", false) : "") + val("bubble3D", false) + shape);
}

/** Stacked, round and radar charts have no trend lines. */
const mayTrend = ({ element, grouping }: PlotKind): boolean =>
  ["barChart", "lineChart", "areaChart", "scatterChart"].includes(element) && grouping !== "stacked" && grouping !== "percentStacked";

function trendlineXml(trend: Trendline): string {
  return tag("c:trendline", {}, [
    trend.name === null ? "" : tag("c:name", {}, escapeText(trend.name)), shapeXml(lineXml(lined(trend.line))), val("trendlineType", trendWords[trend.type]),
    trend.type === "Polynomial" ? val("order", trend.order) : "", trend.type === "MovingAverage" ? val("period", trend.period) : "",
    trend.forward === 0 ? "" : val("forward", trend.forward), trend.backward === 0 ? "" : val("backward", trend.backward), val("intercept", trend.intercept),
    val("dispRSqr", trend.showsRSquared), val("dispEq", trend.showsEquation),
  ].join(""));
}

export interface SeriesPlace {
  readonly index: number;
  readonly type: ChartType;
  readonly plot: PlotKind;
  readonly fontName: string | null;
}

export function seriesXml(workbook: Workbook, series: ChartSeries, { index, type, plot, fontName }: SeriesPlace): string {
  const smooths = plot.element === "scatterChart" || plot.element === "lineChart";
  return tag("c:ser", {}, [
    val("idx", index), val("order", index), nameXml(workbook, series.name), lookXml(series, type, plot),
    plot.element === "barChart" ? val("invertIfNegative", false) : "",
    markerXml(series, type, plot), ...(series.points ?? []).map((point) => pointXml(point, plot)), labelsXml(series, plot, fontName),
    ...(mayTrend(plot) ? (series.trendlines ?? []).map(trendlineXml) : []),
    dataXml(workbook, series, plot.element === "scatterChart"), smooths ? val("smooth", series.smooth) : "",
  ].join(""));
}
