/** Excel.Chart with its title, legend and areas. */
import type { Chart, ChartType, Frame, Legend } from "../../workbook/chart";
import { titleWords } from "../../calc/title-words";
import { pointsOf } from "../../workbook/chart-data";
import { leftOf, topOf } from "../../workbook/measure";
import type { Area } from "../../workbook/area";
import { areaOnSheet } from "../address";
import { flagFrom, numberFrom, oneOf, oneOfBuilt, textFrom, type Arguments } from "../arguments";
import { standing } from "../cells";
import { declareClass, method, navigation, scalar, type ClassPart, type ObjectClass, type Scalar } from "../definition";
import { rangeClass } from "../range";
import { invalidArgument, itemAlreadyExists } from "../refusal";
import { worksheetClass } from "../worksheet";
import { axesClass } from "./chart-axis";
import { chartLabelsClass } from "./chart-labels";
import { borderFlag, borderOf, fillOf, fontOf, notKept, onlyKept } from "./chart-look";
import { legendEntriesClass } from "./chart-legend-entries";
import { seriesCollectionClass } from "./chart-series";
import { changeChart, chartOf, type ChartSelf } from "./chart-self";
import { seriesFrom, type SeriesBy } from "./chart-source";

/** Excel's words for the kinds that the model draws and writes. */
export const CHART_TYPES: readonly ChartType[] = [
  "ColumnClustered", "ColumnStacked", "ColumnStacked100", "BarClustered", "BarStacked", "BarStacked100", "Line", "LineMarkers", "LineStacked",
  "Area", "AreaStacked", "Pie", "Doughnut", "XYScatter", "XYScatterLines", "Radar",
];
/** Excel's words for the kinds that it does not. */
export const OTHER_CHART_TYPES: readonly string[] = [
  "LineMarkersStacked", "LineStacked100", "LineMarkersStacked100", "PieOfPie", "PieExploded", "BarOfPie", "XYScatterSmooth", "XYScatterSmoothNoMarkers", "XYScatterLinesNoMarkers", "AreaStacked100",
  "DoughnutExploded", "RadarMarkers", "RadarFilled", "Surface", "SurfaceWireframe", "SurfaceTopView", "SurfaceTopViewWireframe", "Bubble", "Bubble3DEffect", "StockHLC", "StockOHLC", "StockVHLC", "StockVOHLC",
  "Treemap", "Histogram", "Waterfall", "Sunburst", "BoxWhisker", "Pareto", "RegionMap", "Funnel",
  ...["ColumnClustered", "ColumnStacked", "ColumnStacked100", "BarClustered", "BarStacked", "BarStacked100", "Column", "Line", "Pie", "PieExploded", "Area", "AreaStacked", "AreaStacked100"].map((type) => `3D${type}`),
  ...["Cylinder", "Cone", "Pyramid"].flatMap((body) => ["ColClustered", "ColStacked", "ColStacked100", "BarClustered", "BarStacked", "BarStacked100", "Col"].map((type) => body + type)),
];
export function chartTypeShown(type: ChartType): Exclude<ChartType, "Unknown"> | "Invalid" { return type === "Unknown" ? "Invalid" : type; }

const titleFormatClass: ObjectClass<ChartSelf> = declareClass<Excel.ChartTitleFormat, ChartSelf>("ChartTitleFormat", {}, {
  navigations: {
    font: navigation("1.1", (self) => fontOf(self.session, {
      part: "chart title",
      get: () => ({ ...chartOf(self).title, name: chartOf(self).fontName }),
      set: (change) => {
        onlyKept("chart title", change, ["size", "bold", "colour"]);
        changeChart(self, (chart) => ({ ...chart, title: { ...chart.title, ...change } }));
      },
    })),
  },
});

function titleNow(self: ChartSelf): string {
  self.session.settle();
  return titleWords(self.session.workbook, chartOf(self).title);
}

const titleClass: ObjectClass<ChartSelf> = declareClass<Excel.ChartTitle, ChartSelf>("ChartTitle", {}, {
  navigations: { format: navigation("1.1", (self) => titleFormatClass.of(self)) },
  scalars: {
    text: scalar("1.1", (self) => titleNow(self), (self, value) => {
      const text = textFrom(value);
      changeChart(self, (chart) => ({ ...chart, title: { ...chart.title, text, formula: null, visible: true } }));
    }),
    visible: scalar("1.1", (self) => chartOf(self).title.visible, (self, value) => { const visible = flagFrom(value); changeChart(self, (chart) => ({ ...chart, title: { ...chart.title, visible } })); }),
    overlay: scalar("1.1", () => false, (_self, value) => { if (flagFrom(value)) notKept("ChartTitle.overlay")(); }),
  },
  methods: {
    setFormula: method("1.7", (self, args) => {
      const formula = args.text(0).replace(/^=/, "");
      const { workbook } = self.session;
      if (pointsOf(workbook, formula) === null) throw invalidArgument();
      changeChart(self, (chart) => {
        const title = { ...chart.title, formula, visible: true };
        return { ...chart, title: { ...title, text: titleWords(workbook, title) } };
      });
    }),
  },
});

const changeLegend = (self: ChartSelf, how: Partial<Legend>): void => changeChart(self, (chart) => ({ ...chart, legend: { ...chart.legend, ...how } }));

const legendFormatClass: ObjectClass<ChartSelf> = declareClass<Excel.ChartLegendFormat, ChartSelf>("ChartLegendFormat", {}, {
  navigations: {
    font: navigation("1.1", (self) => fontOf(self.session, {
      part: "legend",
      get: () => { const { fontSize, bold, colour } = chartOf(self).legend; return { size: fontSize, bold: bold ?? null, colour: colour ?? null, name: chartOf(self).fontName }; },
      set: (change) => {
        onlyKept("legend", change, ["size", "bold", "colour"]);
        const { size, bold, colour } = change;
        changeLegend(self, { ...(size === undefined ? {} : { fontSize: size }), ...(bold == null ? {} : { bold }), ...(colour == null ? {} : { colour }) });
      },
    })),
    fill: navigation("1.1", (self) => fillOf(self.session, { part: "legend", set: (fill) => changeChart(self, ({ legend: { fill: _before, ...legend }, ...chart }) => ({ ...chart, legend: fill === null ? legend : { ...legend, fill } })) })),
  },
});

const legendClass: ObjectClass<ChartSelf> = declareClass<Excel.ChartLegend, ChartSelf>("ChartLegend", {}, {
  navigations: { legendEntries: navigation("1.7", (self) => legendEntriesClass.of(self)), format: navigation("1.1", (self) => legendFormatClass.of(self)) },
  scalars: {
    visible: scalar("1.1", (self) => chartOf(self).legend.visible, (self, value) => { const visible = flagFrom(value); changeChart(self, (chart) => ({ ...chart, legend: { ...chart.legend, visible } })); }),
    position: scalar("1.1", (self) => chartOf(self).legend.position, (self, value) => {
      const position = oneOf(value, ["Top", "Bottom", "Left", "Right", "Corner"] as const);
      changeChart(self, (chart) => ({ ...chart, legend: { ...chart.legend, position } }));
    }),
    overlay: scalar("1.1", () => false, (_self, value) => { if (flagFrom(value)) notKept("ChartLegend.overlay")(); }),
  },
});

const areaFormatClass: ObjectClass<ChartSelf> = declareClass<Excel.ChartAreaFormat, ChartSelf>("ChartAreaFormat", {}, {
  navigations: {
    fill: navigation("1.1", (self) => fillOf(self.session, { part: "chart area", set: (fill) => changeChart(self, (chart) => ({ ...chart, fill })) })),
    border: navigation("1.7", (self) => borderOf(self.session, borderFlag("chart area", () => chartOf(self).border, (border) => changeChart(self, (chart) => ({ ...chart, border }))))),
    font: navigation("1.1", (self) => fontOf(self.session, {
      part: "chart area",
      get: () => ({ size: null, bold: null, colour: null, name: chartOf(self).fontName }),
      set: (change) => setChartFont(self, change),
    })),
  },
});

/** A font set on the whole chart reaches its axes, and its name all text. */
function setChartFont(self: ChartSelf, change: Partial<{ readonly size: number | null; readonly colour: string | null; readonly name: string | null }>): void {
  onlyKept("chart area", change, ["size", "colour", "name"]);
  const onAxis = { ...(change.size === undefined ? {} : { fontSize: change.size }), ...(change.colour === undefined ? {} : { fontColour: change.colour }) };
  changeChart(self, (chart) => ({
    ...chart, fontName: change.name === undefined ? chart.fontName : change.name,
    categoryAxis: { ...chart.categoryAxis, ...onAxis }, valueAxis: { ...chart.valueAxis, ...onAxis },
    secondaryAxis: chart.secondaryAxis === null ? null : { ...chart.secondaryAxis, ...onAxis },
  }));
}

function side(key: keyof Frame): Scalar<ChartSelf, number> {
  return scalar<ChartSelf, number>("1.1", (self) => chartOf(self).frame[key], (self, value) => {
    const points = numberFrom(value);
    if (points < 0 || ((key === "width" || key === "height") && points === 0)) throw invalidArgument();
    changeChart(self, (chart) => ({ ...chart, frame: { ...chart.frame, [key]: points } }));
  });
}

const properties: ClassPart<Excel.Chart, ChartSelf> = {
  navigations: {
    axes: navigation("1.1", (self) => axesClass.of(self)),
    dataLabels: navigation("1.1", (self) => chartLabelsClass.of(self)),
    format: navigation("1.1", (self) => areaFormatClass.of(self)),
    legend: navigation("1.1", (self) => legendClass.of(self)),
    series: navigation("1.1", (self) => seriesCollectionClass.of(self)),
    title: navigation("1.1", (self) => titleClass.of(self)),
    worksheet: navigation("1.2", (self) => worksheetClass.of({ session: self.session, sheet: self.sheet })),
  },
  scalars: {
    id: scalar("1.7", (self) => chartOf(self).id),
    name: scalar("1.1", (self) => chartOf(self).name, rename),
    chartType: scalar("1.7", (self) => chartTypeShown(chartOf(self).type), (self, value) => { const type = oneOfBuilt(value, CHART_TYPES, OTHER_CHART_TYPES, "Chart.chartType"); changeChart(self, (chart) => ({ ...chart, type })); }),
    displayBlanksAs: scalar("1.8", (self) => { const { blanks } = chartOf(self); return blanks === "Interpolated" ? "Interplotted" : blanks; }, (self, value) => {
      const word = oneOf(value, ["NotPlotted", "Zero", "Interplotted"] as const);
      changeChart(self, (chart) => ({ ...chart, blanks: word === "Interplotted" ? "Interpolated" : word }));
    }),
    left: side("left"), top: side("top"), width: side("width"), height: side("height"),
  },
};

function rename(self: ChartSelf, value: unknown): void {
  const name = textFrom(value);
  if (name === "") throw invalidArgument();
  const taken = self.sheet.get("charts").some((other) => other.id !== self.id && other.name.toLowerCase() === name.toLowerCase());
  if (taken) throw itemAlreadyExists();
  changeChart(self, (chart) => ({ ...chart, name }));
}

function cellsAt(self: ChartSelf, args: Arguments, index: number): Area {
  const range = args.object(index, rangeClass);
  return range === null ? areaOnSheet(self.session, args.text(index), self.sheet) : standing(range).area;
}

/** Lays the chart over the cells from one corner to the other. */
function setPosition(self: ChartSelf, args: Arguments): void {
  const start = cellsAt(self, args, 0);
  const end = args.has(1) ? cellsAt(self, args, 1) : null;
  const left = leftOf(self.sheet, start.left);
  const top = topOf(self.sheet, start.top);
  const last = end ?? (start.top === start.bottom && start.left === start.right ? null : start);
  changeChart(self, (chart) => ({
    ...chart,
    frame: {
      left, top,
      width: last === null ? chart.frame.width : leftOf(self.sheet, last.right + 1) - left,
      height: last === null ? chart.frame.height : topOf(self.sheet, last.bottom + 1) - top,
    },
  }));
}

export function withSource(chart: Chart, source: ReturnType<typeof standing>, by: SeriesBy): Chart {
  return { ...chart, series: seriesFrom(source.sheet, source.area, by, chart.type) };
}

export const chartClass: ObjectClass<ChartSelf> = declareClass<Excel.Chart, ChartSelf>("Chart", { identity: ({ id }) => ({ Id: id }) }, properties, {
  methods: {
    delete: method("1.1", (self) => {
      changeChart(self, (chart) => chart);
      self.sheet.set("charts", self.sheet.get("charts").filter((chart) => chart.id !== self.id));
    }),
    setData: method("1.1", (self, args) => {
      const source = args.object(0, rangeClass);
      if (source === null) throw invalidArgument();
      const by = args.oneOfOr<SeriesBy>(1, ["Auto", "Columns", "Rows"], "Auto");
      changeChart(self, (chart) => withSource(chart, standing(source), by));
    }),
    setPosition: method("1.1", setPosition),
  },
});
