/** A chart from the model to its part, whole (ECMA-376 part 1, 21.2). The same chart over the same cells gives the same bytes. */
import { defaultAxis, type Chart, type ChartSeries, type ChartType } from "../../workbook/chart";
import { pointsOf } from "../../workbook/chart-data";
import type { Workbook } from "../../workbook/workbook";
import { FileProblem } from "../file-problem";
import { CHART, DRAWING, RELATIONSHIPS } from "../package/part-kinds";
import { declaration, tag } from "../xml/write";
import { blanksWords, legendPositions, plotKinds, USUAL_HOLE, type PlotElement, type PlotKind } from "./words";
import { axisXml, type AxisPlace } from "./write-axes";
import { titleReferenceXml } from "./write-references";
import { seriesXml } from "./write-series";
import { FAINT, LANGUAGE, lineXml, shapeXml, solid, followingTitleXml, textLookXml, titleXml, val } from "./write-shape";

interface Member { readonly series: ChartSeries; readonly index: number; readonly type: ChartType }

/** Series that share an element: one kind, one grouping, one pair of axes. */
interface Plot { readonly kind: PlotKind; readonly second: boolean; readonly members: readonly Member[] }

/** What lies behind comes first, as Excel itself orders it. */
const DEPTH: readonly PlotElement[] = ["areaChart", "barChart", "lineChart", "radarChart", "scatterChart", "pieChart", "doughnutChart"];

function kindOf(type: ChartType): PlotKind {
  if (type === "Unknown") throw new FileProblem("not-supported", "a chart of a kind that is only carried cannot be written anew");
  return plotKinds[type];
}

function plotsOf(chart: Chart): readonly Plot[] {
  const plots = new Map<string, { kind: PlotKind; second: boolean; members: Member[] }>();
  chart.series.forEach((series, index) => {
    const type = series.type ?? chart.type;
    const kind = kindOf(type);
    const second = series.axis === "Secondary";
    const key = [second, kind.element, kind.grouping, kind.across].join();
    const plot = plots.get(key) ?? { kind, second, members: [] };
    plots.set(key, plot);
    plot.members.push({ series, index, type });
  });
  if (plots.size === 0) plots.set("", { kind: kindOf(chart.type), second: false, members: [] });
  return [...plots.values()].sort((a, b) => Number(a.second) - Number(b.second) || DEPTH.indexOf(a.kind.element) - DEPTH.indexOf(b.kind.element));
}

const ids = (second: boolean): { readonly category: number; readonly value: number } => (second ? { category: 500_000_003, value: 500_000_004 } : { category: 500_000_001, value: 500_000_002 });

const hasAxes = ({ kind }: Plot): boolean => kind.element !== "pieChart" && kind.element !== "doughnutChart";

/** What Excel puts between columns where nothing is said, in per cent of a column's width. */
const GAP = 150;

function plotXml(workbook: Workbook, chart: Chart, plot: Plot): string {
  const { kind, members, second } = plot;
  const { element, grouping } = kind;
  const stacked = grouping === "stacked" || grouping === "percentStacked";
  const overlap = members[0]?.series.overlap ?? (stacked ? 100 : null);
  const own = ids(second);
  return tag(`c:${element}`, {}, [
    element === "barChart" ? val("barDir", kind.across ? "bar" : "col") : "",
    element === "scatterChart" ? val("scatterStyle", "lineMarker") : "",
    element === "radarChart" ? val("radarStyle", "marker") : "",
    val("grouping", grouping), val("varyColors", !hasAxes(plot)),
    ...members.map(({ series, index, type }) => seriesXml(workbook, series, { index, type, plot: kind, fontName: chart.fontName })),
    element === "barChart" ? val("gapWidth", members[0]?.series.gapWidth ?? GAP) + val("overlap", stacked ? 100 : overlap) : "",
    element === "lineChart" ? val("marker", true) : "",
    hasAxes(plot) ? val("axId", own.category) + val("axId", own.value) : val("firstSliceAng", 0),
    element === "doughnutChart" ? val("holeSize", members[0]?.series.holeSize ?? USUAL_HOLE) : "",
  ].join(""));
}

function sourceFormat(workbook: Workbook, formula: string | null | undefined): string {
  return formula === null || formula === undefined ? "General" : pointsOf(workbook, formula)?.[0]?.format ?? "General";
}

function axesXml(workbook: Workbook, chart: Chart, plots: readonly Plot[]): string {
  return [false, true].map((second) => {
    const plot = plots.find((candidate) => candidate.second === second && hasAxes(candidate));
    if (plot === undefined) return "";
    const { element, across } = plot.kind;
    const own = ids(second);
    const first = plot.members[0]?.series;
    const scatter = element === "scatterChart";
    const shared = { hidden: false, fontName: chart.fontName, between: scatter || element === "areaChart" ? "midCat" : "between", meets: "autoZero" } as const;
    // The second pair's categories are the first pair's, so that axis is there but not shown.
    const category: AxisPlace = { ...shared, kind: scatter ? "valAx" : "catAx", id: own.category, crosses: own.value, side: across ? "l" : "b", hidden: second, sourceFormat: sourceFormat(workbook, first?.categories) };
    const side = second ? (across ? "t" : "r") : across ? "b" : "l";
    const value: AxisPlace = { ...shared, kind: "valAx", id: own.value, crosses: own.category, side, meets: second ? "max" : "autoZero", sourceFormat: plot.kind.grouping === "percentStacked" ? "0%" : sourceFormat(workbook, first?.values) };
    const valueAxis = second ? chart.secondaryAxis ?? defaultAxis : chart.valueAxis;
    return axisXml(second ? { ...chart.categoryAxis, title: null, majorGridlines: false } : chart.categoryAxis, category) + axisXml(valueAxis, value);
  }).join("");
}

/** Points; Excel's own size for a chart's title. */
const TITLE_SIZE = 14;

/** `<c:title>`, or nothing for a chart without one. */
export function chartTitleXml(workbook: Workbook, { title, fontName }: Chart): string {
  if (!title.visible || (title.text === "" && title.formula === null)) return "";
  const look = { size: title.size ?? TITLE_SIZE, bold: title.bold ?? false, colour: title.colour, font: fontName };
  return title.formula === null ? titleXml(title.text, look) : followingTitleXml(titleReferenceXml(workbook, { ...title, formula: title.formula }), look);
}

/**
 * The text of a chart part.
 *
 * @throws FileProblem not-supported, for a chart of a kind that the model only carries
 */
export function chartXml(workbook: Workbook, chart: Chart): string {
  const plots = plotsOf(chart);
  const title = chartTitleXml(workbook, chart);
  const { legend, fontName } = chart;
  const inside = [
    title, val("autoTitleDeleted", title === ""),
    tag("c:plotArea", {}, tag("c:layout") + plots.map((plot) => plotXml(workbook, chart, plot)).join("") + axesXml(workbook, chart, plots) + shapeXml(tag("a:noFill") + tag("a:ln", {}, tag("a:noFill")))),
    legend.visible ? tag("c:legend", {}, val("legendPos", legendPositions[legend.position]) + (legend.hiddenEntries ?? []).map((index) => tag("c:legendEntry", {}, val("idx", index) + val("delete", true))).join("") + val("overlay", false) + shapeXml(legend.fill === undefined ? "" : solid(legend.fill)) + textLookXml({ size: legend.fontSize, bold: legend.bold ?? null, colour: legend.colour ?? null, font: fontName })) : "",
    val("plotVisOnly", true), val("dispBlanksAs", blanksWords[chart.blanks]),
  ].join("");
  const border = lineXml({ colour: chart.border ? FAINT : null, width: chart.border ? 0.75 : null, dash: chart.border ? null : "none" });
  return declaration + tag("c:chartSpace", { "xmlns:c": CHART, "xmlns:a": DRAWING, "xmlns:r": RELATIONSHIPS }, [
    val("date1904", workbook.date1904), val("lang", LANGUAGE), val("roundedCorners", false), tag("c:chart", {}, inside),
    shapeXml((chart.fill === null ? "" : solid(chart.fill)) + border), textLookXml({ font: fontName }),
    tag("c:printSettings", {}, tag("c:headerFooter") + tag("c:pageMargins", { b: 0.75, l: 0.7, r: 0.7, t: 0.75, header: 0.3, footer: 0.3 }) + tag("c:pageSetup")),
  ].join(""));
}
