/** Series, their kinds and their labels from a chart's part. */
import type { ChartSeries, ChartType, DataLabels, PointLook, Trendline } from "../../workbook/chart";
import type { Theme } from "../read/theme";
import { at, attribute, child, childrenOf, childValue, flag, isYes, numberAttribute } from "../xml/query";
import type { XmlElement } from "../xml/scan";
import { fillOf, lineOf, textLook } from "./read-shape";
import { sameData } from "../opened-file";
import { labelPositionsRead, markersRead, trendsRead, USUAL_HOLE } from "./words";

/** The kind of one series in its plot; "Unknown" for what we do not draw. */
export function typeOf(plot: XmlElement, series: XmlElement): ChartType {
  const grouping = childValue(plot, "grouping") ?? "standard";
  const hasMarkers = childValue(child(series, "marker"), "symbol") !== "none" && flag(plot, "marker");
  switch (plot.local) {
    case "barChart": {
      const stem = childValue(plot, "barDir") === "bar" ? "Bar" : "Column";
      return grouping === "stacked" ? `${stem}Stacked` : grouping === "percentStacked" ? `${stem}Stacked100` : `${stem}Clustered`;
    }
    case "lineChart": return grouping === "percentStacked" ? "Unknown" : grouping === "stacked" ? "LineStacked" : hasMarkers ? "LineMarkers" : "Line";
    case "areaChart": return grouping === "percentStacked" ? "Unknown" : grouping === "stacked" ? "AreaStacked" : "Area";
    case "pieChart": return "Pie";
    case "doughnutChart": return "Doughnut";
    case "radarChart": return childValue(plot, "radarStyle") === "filled" ? "Unknown" : "Radar";
    case "scatterChart": return at(series, "spPr", "ln", "noFill") !== null ? "XYScatter" : "XYScatterLines";
    default: return "Unknown";
  }
}

/** A list of literals in the model's spelling: `{1,"a"}`. */
function literals(points: readonly XmlElement[], count: number, words: boolean): string {
  const texts = Array.from({ length: count }, () => "");
  for (const point of points) {
    const index = numberAttribute(point, "idx") ?? 0;
    const text = child(point, "v")?.text ?? "";
    if (index < count) texts[index] = words ? `"${text.replace(/"/g, '""')}"` : text;
  }
  return `{${texts.join(",")}}`;
}

/** Far above what any chart plots; a file may claim more. */
const MOST_LITERALS = 32_000;

/** The reference of a series' values or categories; literals where it has no cells; null where it has nothing. */
export function referenceOf(data: XmlElement | null): string | null {
  for (const kind of ["numRef", "strRef", "multiLvlStrRef"]) {
    const formula = child(child(data, kind), "f")?.text;
    if (formula !== undefined && formula !== "") return formula;
  }
  for (const kind of ["numLit", "strLit"]) {
    const list = child(data, kind);
    if (list === null) continue;
    const points = childrenOf(list, "pt");
    return literals(points, Math.min(MOST_LITERALS, Number(childValue(list, "ptCount") ?? points.length)), kind === "strLit");
  }
  return null;
}

function nameOf(series: XmlElement): ChartSeries["name"] {
  const tx = child(series, "tx");
  const formula = at(tx, "strRef", "f")?.text;
  return formula !== undefined && formula !== "" ? { formula } : { text: child(tx, "v")?.text ?? "" };
}

/** Labels that show nothing are none. */
export function labelsOf(labels: XmlElement | null, theme: Theme): DataLabels | null {
  if (labels === null || flag(labels, "delete")) return null;
  const shown = { value: flag(labels, "showVal"), seriesName: flag(labels, "showSerName"), categoryName: flag(labels, "showCatName"), percentage: flag(labels, "showPercent") };
  if (!Object.values(shown).includes(true)) return null;
  const format = child(labels, "numFmt");
  const look = textLook(child(labels, "txPr"), theme);
  const separator = child(labels, "separator")?.text;
  return {
    ...shown, position: labelPositionsRead.get(childValue(labels, "dLblPos") ?? "") ?? null,
    numberFormat: format === null || isYes(attribute(format, "sourceLinked") ?? "0") ? null : attribute(format, "formatCode"),
    fontSize: look.size, fontColour: look.colour, ...(separator === undefined ? {} : { separator }),
  };
}

function markerOf(series: XmlElement, theme: Theme): ChartSeries["marker"] {
  const marker = child(series, "marker");
  const symbol = childValue(marker, "symbol");
  const size = childValue(marker, "size");
  return { style: symbol === null ? "Automatic" : markersRead.get(symbol) ?? "Automatic", size: size === null ? null : Number(size), fill: fillOf(child(marker, "spPr"), theme) };
}

const numberOf = (text: string | null): number | null => (text === null || !Number.isFinite(Number(text)) ? null : Number(text));

/** @param main - the chart's own kind, which a series of the same kind does not repeat */
export function readSeries(plot: XmlElement, series: XmlElement, main: ChartType, axis: ChartSeries["axis"], theme: Theme): ChartSeries {
  const type = typeOf(plot, series);
  const shape = child(series, "spPr");
  const scatter = plot.local === "scatterChart";
  const line = lineOf(shape, theme);
  return {
    name: nameOf(series), values: referenceOf(child(series, scatter ? "yVal" : "val")), categories: referenceOf(child(series, scatter ? "xVal" : "cat")),
    type: type === main ? null : type, axis, fill: fillOf(shape, theme),
    line: type === "XYScatter" ? { colour: null, width: null, dash: null } : line, marker: markerOf(series, theme),
    labels: labelsOf(child(series, "dLbls") ?? child(plot, "dLbls"), theme),
    gapWidth: numberOf(childValue(plot, "gapWidth")), overlap: numberOf(childValue(plot, "overlap")), smooth: flag(series, "smooth"),
    ...holeOf(plot), ...pointsOf(series, labelsOf(child(series, "dLbls") ?? child(plot, "dLbls"), theme), theme), ...trendlinesOf(series, theme),
  };
}

/** How wide the hole is, where it is other than Excel's own. */
function holeOf(plot: XmlElement): Pick<ChartSeries, "holeSize"> {
  const holeSize = numberOf(childValue(plot, "holeSize"));
  return plot.local !== "doughnutChart" || holeSize === null || holeSize === USUAL_HOLE ? {} : { holeSize };
}

/** Points with a look or a label of their own; nothing where there are none. @param labels - the series' own */
function pointsOf(series: XmlElement, labels: DataLabels | null, theme: Theme): Pick<ChartSeries, "points"> {
  const points = new Map<number, PointLook>();
  const add = (element: XmlElement, look: Partial<PointLook>): void => {
    const index = numberOf(childValue(element, "idx"));
    if (index !== null && Object.values(look).some((part) => part !== null && part !== undefined || "labels" in look)) points.set(index, { index, fill: null, line: null, ...points.get(index), ...look });
  };
  for (const point of childrenOf(series, "dPt")) add(point, pointLook(point, theme));
  for (const label of childrenOf(child(series, "dLbls"), "dLbl")) {
    const own = labelsOf(label, theme);
    // A label that was only moved says again what its series says.
    if (!sameData(own, labels)) add(label, { labels: own });
  }
  return points.size === 0 ? {} : { points: [...points.values()].sort((one, other) => one.index - other.index) };
}

function pointLook(point: XmlElement, theme: Theme): Partial<PointLook> {
  const marker = child(point, "marker");
  const shape = child(point, "spPr") ?? child(marker, "spPr");
  const symbol = childValue(marker, "symbol");
  const size = numberOf(childValue(marker, "size"));
  const style = symbol === null ? undefined : markersRead.get(symbol);
  return {
    fill: fillOf(shape, theme), line: child(shape, "ln") === null ? null : lineOf(shape, theme),
    ...(style === undefined ? {} : { marker: style }), ...(size === null ? {} : { markerSize: size }),
  };
}

function trendlinesOf(series: XmlElement, theme: Theme): Pick<ChartSeries, "trendlines"> {
  const trendlines = childrenOf(series, "trendline").flatMap((element): readonly Trendline[] => {
    const type = trendsRead.get(childValue(element, "trendlineType") ?? "");
    if (type === undefined) return [];
    const number = (local: string, otherwise: number): number => numberOf(childValue(element, local)) ?? otherwise;
    return [{
      type, name: child(element, "name")?.text ?? null, order: number("order", 2), period: number("period", 2), forward: number("forward", 0), backward: number("backward", 0),
      intercept: numberOf(childValue(element, "intercept")), showsEquation: flag(element, "dispEq"), showsRSquared: flag(element, "dispRSqr"), line: lineOf(child(element, "spPr"), theme),
    }];
  });
  return trendlines.length === 0 ? {} : { trendlines };
}
