/** A chart as its objects hold it: by id, on a sheet; and reading and changing its parts. */
import type { Chart, ChartAxis, ChartSeries } from "../../workbook/chart";
import { defaultAxis } from "../../workbook/chart";
import type { Sheet } from "../../workbook/sheet";
import { textFrom } from "../arguments";
import type { Owned } from "../definition";
import { accessDenied, invalidArgument, itemNotFound } from "../refusal";
import type { Session } from "../session";
import type { SeriesPlace } from "./series-place";

export interface ChartSelf extends Owned { readonly session: Session; readonly sheet: Sheet; readonly id: string }
export interface SeriesSelf extends ChartSelf { readonly place: SeriesPlace }
export type AxisName = "categoryAxis" | "valueAxis" | "secondaryAxis";
export interface AxisSelf extends ChartSelf { readonly axis: AxisName }

/** @throws Refusal ItemNotFound when it is gone */
export function chartOf({ session, sheet, id }: ChartSelf): Chart {
  const chart = session.workbook.sheetById(sheet.id) === sheet ? sheet.get("charts").find((candidate) => candidate.id === id) : undefined;
  if (chart === undefined) throw itemNotFound();
  return chart;
}

/** @throws Refusal AccessDenied where the sheet is protected and objects may not be edited */
export function assertChartsAllowed(sheet: Sheet): void {
  const protection = sheet.get("protection");
  if (protection !== null && protection.options["allowEditObjects"] !== true) throw accessDenied();
}

export function changeChart(self: ChartSelf, how: (chart: Chart) => Chart): void {
  chartOf(self);
  assertChartsAllowed(self.sheet);
  self.sheet.set("charts", self.sheet.get("charts").map((chart) => (chart.id === self.id ? how(chart) : chart)));
}

export function seriesOf(self: SeriesSelf): ChartSeries {
  const series = chartOf(self).series[self.place.at];
  if (series === undefined) throw itemNotFound();
  return series;
}

export function changeSeries(self: SeriesSelf, how: (series: ChartSeries) => ChartSeries): void {
  seriesOf(self);
  changeChart(self, (chart) => ({ ...chart, series: chart.series.map((series, index) => (index === self.place.at ? how(series) : series)) }));
}

export const axisOf = (self: AxisSelf): ChartAxis => chartOf(self)[self.axis] ?? defaultAxis;

export function changeAxis(self: AxisSelf, how: (axis: ChartAxis) => ChartAxis): void {
  changeChart(self, (chart) => ({ ...chart, [self.axis]: how(chart[self.axis] ?? defaultAxis) }));
}

/** "" is automatic; anything else a colour. */
export function chartColour(value: unknown, parse: (value: unknown) => string | null): string {
  const colour = parse(textFrom(value));
  if (colour === null) throw invalidArgument();
  return colour;
}
