/** Excel.ChartTrendlineCollection and Excel.ChartTrendline. */
import type { ChartType, Trendline } from "../../workbook/chart";
import { seriesColour } from "../../workbook/series-colour";
import type { Arguments } from "../arguments";
import { flagFrom, numberFrom, oneOf, textFrom, wholeFrom } from "../arguments";
import { declareClass, method, navigation, scalar, type HostObject, type ObjectClass, type Scalar } from "../definition";
import { invalidArgument, invalidOperation, itemNotFound } from "../refusal";
import { lineOf } from "./chart-look";
import { changeSeries, chartOf, seriesOf, type SeriesSelf } from "./chart-self";
import { nameOf } from "./chart-series";

interface TrendSelf extends SeriesSelf { readonly trend: number }

const TYPES = ["Linear", "Exponential", "Logarithmic", "MovingAverage", "Polynomial", "Power"] as const;

function trendOf(self: TrendSelf): Trendline {
  const trend = seriesOf(self).trendlines?.[self.trend];
  if (trend === undefined) throw itemNotFound();
  return trend;
}

function change(self: TrendSelf, how: Partial<Trendline>): void {
  trendOf(self);
  changeSeries(self, (series) => ({ ...series, trendlines: (series.trendlines ?? []).map((trend, index) => (index === self.trend ? { ...trend, ...how } : trend)) }));
}

function whole(key: "order" | "period", least: number, most: number): Scalar<TrendSelf, number> {
  return scalar<TrendSelf, number>("1.7", (self) => trendOf(self)[key], (self, value) => {
    const number = wholeFrom(value);
    if (number < least || number > most) throw invalidArgument();
    change(self, { [key]: number });
  });
}

function reach(key: "forward" | "backward"): Scalar<TrendSelf, number> {
  return scalar<TrendSelf, number>("1.8", (self) => trendOf(self)[key], (self, value) => {
    const number = numberFrom(value);
    if (number < 0) throw invalidArgument();
    change(self, { [key]: number });
  });
}

const formatClass: ObjectClass<TrendSelf> = declareClass<Excel.ChartTrendlineFormat, TrendSelf>("ChartTrendlineFormat", {}, {
  navigations: { line: navigation("1.7", (self) => lineOf(self.session, { part: "trend line", get: () => trendOf(self).line, set: (line) => change(self, { line }), automatic: () => seriesColour(seriesOf(self), seriesOf(self).type ?? chartOf(self).type, self.place.at) })) },
});

/** Excel's words for the kinds, before the series' name in brackets. */
const NAMES: Readonly<Record<Trendline["type"], (trend: Trendline) => string>> = {
  Linear: () => "Linear", Exponential: () => "Expon.", Logarithmic: () => "Log.", Power: () => "Power", Polynomial: () => "Poly.", MovingAverage: ({ period }) => `${period} per. Mov. Avg.`,
};

const trendClass: ObjectClass<TrendSelf> = declareClass<Excel.ChartTrendline, TrendSelf>("ChartTrendline", {}, {
  navigations: { format: navigation("1.7", (self) => formatClass.of(self)) },
  scalars: {
    type: scalar("1.7", (self) => trendOf(self).type, (self, value) => change(self, { type: oneOf(value, TYPES) })),
    name: scalar("1.7", (self) => { const trend = trendOf(self); return trend.name ?? `${NAMES[trend.type](trend)} (${nameOf(self)})`; }, (self, value) => change(self, { name: textFrom(value) })),
    polynomialOrder: whole("order", 2, 6), movingAveragePeriod: whole("period", 2, 255),
    forwardPeriod: reach("forward"), backwardPeriod: reach("backward"),
    // "" is as it falls.
    intercept: scalar<TrendSelf, unknown>("1.7", (self) => trendOf(self).intercept ?? "", (self, value) => change(self, { intercept: value === "" ? null : numberFrom(value) })),
    showEquation: scalar("1.8", (self) => trendOf(self).showsEquation, (self, value) => change(self, { showsEquation: flagFrom(value) })),
    showRSquared: scalar("1.8", (self) => trendOf(self).showsRSquared, (self, value) => change(self, { showsRSquared: flagFrom(value) })),
  },
  methods: {
    delete: method("1.7", (self) => { trendOf(self); changeSeries(self, (series) => ({ ...series, trendlines: (series.trendlines ?? []).filter((_trend, index) => index !== self.trend) })); }),
  },
});

const trends = (self: SeriesSelf): readonly Trendline[] => seriesOf(self).trendlines ?? [];

const WITHOUT: readonly ChartType[] = ["ColumnStacked", "ColumnStacked100", "BarStacked", "BarStacked100", "LineStacked", "AreaStacked", "Pie", "Doughnut", "Radar", "Unknown"];

/** @throws Refusal InvalidOperation on stacked, round and radar charts, which have no trend lines */
function add(self: SeriesSelf, args: Arguments): HostObject {
  const type = args.oneOfOr(0, TYPES, "Linear");
  if (WITHOUT.includes(seriesOf(self).type ?? chartOf(self).type)) throw invalidOperation();
  const made: Trendline = {
    type, name: null, order: 2, period: 2, forward: 0, backward: 0, intercept: null, showsEquation: false, showsRSquared: false, line: { colour: null, width: 1.5, dash: "Dot" },
  };
  const trend = trends(self).length;
  changeSeries(self, (series) => ({ ...series, trendlines: [...(series.trendlines ?? []), made] }));
  return trendClass.of({ ...self, trend });
}

function at(self: SeriesSelf, trend: number): HostObject {
  if (trends(self)[trend] === undefined) throw itemNotFound();
  return trendClass.of({ ...self, trend });
}

export const trendlinesClass: ObjectClass<SeriesSelf> = declareClass<Excel.ChartTrendlineCollection, SeriesSelf>(
  "ChartTrendlineCollection",
  { items: (self) => trends(self).map((_trend, trend) => trendClass.of({ ...self, trend })), item: (self, args) => at(self, args.whole(0)) },
  { methods: { add: method("1.7", add), getCount: method("1.7", (self) => trends(self).length), getItem: method("1.7", (self, args) => at(self, args.whole(0))) } },
);
