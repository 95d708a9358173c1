/** Excel.ChartSeriesCollection and Excel.ChartSeries. */
import { defaultAxis, type ChartSeries } from "../../workbook/chart";
import { seriesColour } from "../../workbook/series-colour";
import { absolute, placeOfFormula } from "../address";
import { colourFrom, flagFrom, oneOf, oneOfBuilt, textFrom, wholeFrom, type Arguments } from "../arguments";
import { standing } from "../cells";
import { declareClass, method, navigation, scalar, type ClassPart, type HostObject, type ObjectClass } from "../definition";
import { shown } from "../entered";
import { rangeClass } from "../range";
import { invalidArgument, itemNotFound } from "../refusal";
import { CHART_TYPES, chartTypeShown, OTHER_CHART_TYPES } from "./chart";
import { dataLabelsClass, defaultLabels } from "./chart-labels";
import { fillOf, lineOf, MARKERS, within } from "./chart-look";
import { pointsClass } from "./chart-points";
import { trendlinesClass } from "./chart-trendlines";
import { changeChart, changeSeries, chartColour, chartOf, seriesOf, type ChartSelf, type SeriesSelf } from "./chart-self";
import { blankSeries } from "./chart-source";
import { seriesMoved, seriesPlace } from "./series-place";

/** The name in words: its own text, or the cell that it points to; "Series1" and so on where it has none. */
export function nameOf(self: SeriesSelf): string {
  const { name } = seriesOf(self);
  if ("text" in name) return name.text === "" ? `Series${self.place.at + 1}` : name.text;
  const place = placeOfFormula(self.session, name.formula);
  self.session.settle();
  return place === null ? "" : String(shown(place.sheet.cell(place.area.top, place.area.left).value));
}

function renamed(value: unknown): ChartSeries["name"] {
  const text = textFrom(value);
  return text.startsWith("=") ? { formula: text.slice(1) } : { text };
}

function reference(args: Arguments): string {
  const range = args.object(0, rangeClass);
  if (range === null) throw invalidArgument();
  return absolute(standing(range).sheet, range.area);
}

/** A line that is drawn has the series' colour; the edge of a column has none of it. */
function automaticLine(self: SeriesSelf): { readonly automatic?: () => string } {
  const type = seriesOf(self).type ?? chartOf(self).type;
  return /^(?:Line|XY|Radar)/.test(type) ? { automatic: () => seriesColour(seriesOf(self), type, self.place.at) } : {};
}

const formatClass: ObjectClass<SeriesSelf> = declareClass<Excel.ChartSeriesFormat, SeriesSelf>("ChartSeriesFormat", {}, {
  navigations: {
    fill: navigation("1.1", (self) => fillOf(self.session, { part: "series", set: (fill) => changeSeries(self, (series) => ({ ...series, fill })) })),
    line: navigation("1.1", (self) => lineOf(self.session, { part: "series", get: () => seriesOf(self).line, set: (line) => changeSeries(self, (series) => ({ ...series, line })), ...automaticLine(self) })),
  },
});

const look: ClassPart<Excel.ChartSeries, SeriesSelf> = {
  scalars: {
    gapWidth: scalar("1.7", (self) => seriesOf(self).gapWidth ?? 150, (self, value) => { const gapWidth = within(value, 0, 500); allSeries(self, (series) => ({ ...series, gapWidth })); }),
    overlap: scalar("1.8", (self) => seriesOf(self).overlap ?? 0, (self, value) => { const overlap = within(value, -100, 100); allSeries(self, (series) => ({ ...series, overlap })); }),
    markerStyle: scalar("1.7", (self) => seriesOf(self).marker.style, (self, value) => { const style = oneOfBuilt(value, MARKERS, ["Picture"], "ChartSeries.markerStyle"); changeSeries(self, (series) => ({ ...series, marker: { ...series.marker, style } })); }),
    markerSize: scalar("1.7", (self) => seriesOf(self).marker.size ?? 5, (self, value) => { const size = within(value, 2, 72); changeSeries(self, (series) => ({ ...series, marker: { ...series.marker, size } })); }),
    markerBackgroundColor: scalar("1.7", (self) => seriesOf(self).marker.fill ?? "", (self, value) => { const fill = chartColour(value, colourFrom); changeSeries(self, (series) => ({ ...series, marker: { ...series.marker, fill } })); }),
    // The marker's edge takes the colour of its fill in the model.
    markerForegroundColor: scalar("1.7", (self) => seriesOf(self).marker.fill ?? "", (self, value) => { const fill = chartColour(value, colourFrom); changeSeries(self, (series) => ({ ...series, marker: { ...series.marker, fill: series.marker.fill ?? fill } })); }, "assumed"),
    doughnutHoleSize: scalar("1.7", (self) => seriesOf(self).holeSize ?? 60, (self, value) => { const holeSize = within(value, 10, 90); allSeries(self, (series) => ({ ...series, holeSize })); }),
    smooth: scalar("1.7", (self) => seriesOf(self).smooth, (self, value) => { const smooth = flagFrom(value); changeSeries(self, (series) => ({ ...series, smooth })); }),
  },
};

/** Gap and overlap belong to all columns of one kind on one axis. */
function allSeries(self: SeriesSelf, how: (series: ChartSeries) => ChartSeries): void {
  const own = seriesOf(self);
  changeChart(self, (chart) => ({ ...chart, series: chart.series.map((series) => (series.type === own.type && series.axis === own.axis ? how(series) : series)) }));
}

function setGroup(self: SeriesSelf, value: unknown): void {
  const axis = oneOf(value, ["Primary", "Secondary"] as const);
  changeSeries(self, (series) => ({ ...series, axis }));
  const needs = chartOf(self).series.some((series) => series.axis === "Secondary");
  changeChart(self, (chart) => ({ ...chart, secondaryAxis: needs ? chart.secondaryAxis ?? defaultAxis : null }));
}

const properties: ClassPart<Excel.ChartSeries, SeriesSelf> = {
  navigations: {
    dataLabels: navigation("1.8", (self) => dataLabelsClass.of(self)),
    format: navigation("1.1", (self) => formatClass.of(self)),
  },
  scalars: {
    name: scalar("1.1", nameOf, (self, value) => { const name = renamed(value); changeSeries(self, (series) => ({ ...series, name })); }),
    chartType: scalar("1.7", (self) => chartTypeShown(seriesOf(self).type ?? chartOf(self).type), (self, value) => {
      const type = oneOfBuilt(value, CHART_TYPES, OTHER_CHART_TYPES, "ChartSeries.chartType");
      changeSeries(self, (series) => ({ ...series, type: type === chartOf(self).type ? null : type }));
    }),
    axisGroup: scalar("1.8", (self) => seriesOf(self).axis, setGroup),
    hasDataLabels: scalar("1.7", (self) => seriesOf(self).labels !== null, (self, value) => {
      const wanted = flagFrom(value);
      changeSeries(self, (series) => ({ ...series, labels: wanted ? series.labels ?? defaultLabels : null }));
    }),
    // Counted from 0: in Microsoft's sample the series that are given 0 and 1 come first and second.
    plotOrder: scalar("1.7", (self) => { seriesOf(self); return self.place.at; }, (self, value) => reorder(self, wholeFrom(value)), "assumed"),
  },
  methods: {
    setValues: method("1.7", (self, args) => { const values = reference(args); changeSeries(self, (series) => ({ ...series, values })); }),
    setXAxisValues: method("1.7", (self, args) => { const categories = reference(args); changeSeries(self, (series) => ({ ...series, categories })); }),
    delete: method("1.7", (self) => {
      seriesOf(self);
      const gone = self.place.at;
      changeChart(self, (chart) => ({ ...chart, series: chart.series.filter((_series, index) => index !== gone) }));
      seriesMoved(self.session, self.id, (at) => (at === gone ? null : at > gone ? at - 1 : at));
    }),
    getDimensionDataSourceString: method("1.15", (self, args) => sourceOf(self, args) ?? "", "assumed"),
    getDimensionDataSourceType: method("1.15", (self, args) => {
      const source = sourceOf(self, args);
      if (source === null) return "Unknown";
      if (source.startsWith("{")) return "List";
      return source.startsWith("[") ? "ExternalRange" : "LocalRange";
    }, "assumed"),
    getDimensionValues: method("1.12", (self, args) => {
      const source = sourceOf(self, args);
      return source === null ? [] : pointsOf(self, source);
    }),
  },
};

/** The cells, or the list, of a dimension; null for none. */
function sourceOf(self: SeriesSelf, args: Arguments): string | null {
  const dimension = args.oneOf(0, ["Categories", "Values", "XValues", "YValues"] as const);
  const { values, categories } = seriesOf(self);
  return dimension === "Values" || dimension === "YValues" ? values : categories;
}

function pointsOf(self: SeriesSelf, source: string): readonly (string | number | boolean)[] {
  const place = placeOfFormula(self.session, source);
  if (place === null) return [];
  self.session.settle();
  const points: (string | number | boolean)[] = [];
  for (let row = place.area.top; row <= place.area.bottom; row++) for (let column = place.area.left; column <= place.area.right; column++) points.push(shown(place.sheet.cell(row, column).value));
  return points;
}

function reorder(self: SeriesSelf, order: number): void {
  const own = seriesOf(self);
  const from = self.place.at;
  const to = Math.max(0, Math.min(chartOf(self).series.length - 1, order));
  changeChart(self, (chart) => {
    const others = chart.series.filter((_series, index) => index !== from);
    others.splice(to, 0, own);
    return { ...chart, series: others };
  });
  seriesMoved(self.session, self.id, (at) => (at === from ? to : at > from && at <= to ? at - 1 : at < from && at >= to ? at + 1 : at));
}

const parts: ClassPart<Excel.ChartSeries, SeriesSelf> = {
  navigations: { points: navigation("1.1", (self) => pointsClass.of(self)), trendlines: navigation("1.7", (self) => trendlinesClass.of(self)) },
};

const seriesClass: ObjectClass<SeriesSelf> = declareClass<Excel.ChartSeries, SeriesSelf>("ChartSeries", {}, properties, look, parts);

const ofSeries = (self: ChartSelf, index: number): HostObject => seriesClass.of({ ...self, place: seriesPlace(self.session, self.id, index) });

function at(self: ChartSelf, index: number): HostObject {
  if (chartOf(self).series[index] === undefined) throw itemNotFound();
  return ofSeries(self, index);
}

function add(self: ChartSelf, args: Arguments): HostObject {
  const { series } = chartOf(self);
  const index = args.wholeOr(1, series.length);
  if (index < 0 || index > series.length) throw invalidArgument();
  const made: ChartSeries = { ...blankSeries, name: args.has(0) ? renamed(args.text(0)) : { text: "" } };
  changeChart(self, (chart) => ({ ...chart, series: [...chart.series.slice(0, index), made, ...chart.series.slice(index)] }));
  seriesMoved(self.session, self.id, (at) => (at >= index ? at + 1 : at));
  return ofSeries(self, index);
}

export const seriesCollectionClass: ObjectClass<ChartSelf> = declareClass<Excel.ChartSeriesCollection, ChartSelf>(
  "ChartSeriesCollection",
  { items: (self) => chartOf(self).series.map((_series, index) => ofSeries(self, index)), item: (self, args) => at(self, args.whole(0)) },
  {
    scalars: { count: scalar("1.1", (self) => chartOf(self).series.length) },
    methods: {
      add: method("1.7", add),
      getCount: method("1.4", (self) => chartOf(self).series.length),
      getItemAt: method("1.1", (self, args) => at(self, args.whole(0))),
    },
  },
);
