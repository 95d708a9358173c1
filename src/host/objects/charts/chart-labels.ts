/** Excel.ChartDataLabels of a series, and of a whole chart. */
import type { DataLabels } from "../../workbook/chart";
import { flagFrom, oneOf, textFrom } from "../arguments";
import { declareClass, navigation, scalar, type HostObject, type ObjectClass, type Owned, type Scalar } from "../definition";
import { fontOf, onlyKept } from "./chart-look";
import { changeChart, changeSeries, chartOf, seriesOf, type ChartSelf, type SeriesSelf } from "./chart-self";

export const defaultLabels: DataLabels = {
  value: true, seriesName: false, categoryName: false, percentage: false, position: null, numberFormat: null, fontSize: null, fontColour: null,
};
const POSITIONS = ["BestFit", "Center", "InsideEnd", "InsideBase", "OutsideEnd", "Top", "Bottom", "Left", "Right"] as const;

/** Where labels are kept: of one point, of one series, or of every series of the chart. */
interface LabelsSelf extends Owned { readonly get: () => DataLabels; readonly set: (how: (labels: DataLabels) => DataLabels) => void }

function flag(key: "value" | "seriesName" | "categoryName" | "percentage", since = "1.1"): Scalar<LabelsSelf, boolean> {
  return scalar<LabelsSelf, boolean>(since, (self) => self.get()[key], (self, value) => {
    const wanted = flagFrom(value);
    self.set((labels) => ({ ...labels, [key]: wanted }));
  });
}

const formatClass: ObjectClass<LabelsSelf> = declareClass<Excel.ChartDataLabelFormat, LabelsSelf>("ChartDataLabelFormat", {}, {
  navigations: {
    font: navigation("1.1", (self) => fontOf(self.session, {
      part: "data labels",
      get: () => ({ size: self.get().fontSize, colour: self.get().fontColour, bold: null, name: null }),
      set: (change) => {
        onlyKept("data labels", change, ["size", "colour"]);
        self.set((labels) => ({ ...labels, ...(change.size === undefined ? {} : { fontSize: change.size }), ...(change.colour === undefined ? {} : { fontColour: change.colour }) }));
      },
    })),
  },
});

function separator(since: string): Scalar<LabelsSelf, string> {
  return scalar<LabelsSelf, string>(since, (self) => self.get().separator ?? ", ", (self, value) => {
    const text = textFrom(value);
    self.set((labels) => ({ ...labels, separator: text }));
  });
}

const labelsClass: ObjectClass<LabelsSelf> = declareClass<Excel.ChartDataLabels, LabelsSelf>("ChartDataLabels", {}, {
  navigations: { format: navigation("1.1", (self) => formatClass.of(self)) },
  scalars: {
    showValue: flag("value"), showSeriesName: flag("seriesName"), showCategoryName: flag("categoryName"), showPercentage: flag("percentage"),
    position: scalar("1.1", (self) => self.get().position ?? "BestFit", (self, value) => {
      const position = oneOf(value, POSITIONS);
      self.set((labels) => ({ ...labels, position }));
    }),
    numberFormat: scalar("1.8", (self) => self.get().numberFormat ?? "General", (self, value) => {
      const numberFormat = textFrom(value);
      self.set((labels) => ({ ...labels, numberFormat }));
    }),
    separator: separator("1.1"),
  },
});

const pointLabelClass: ObjectClass<LabelsSelf> = declareClass<Excel.ChartDataLabel, LabelsSelf>("ChartDataLabel", {}, {
  navigations: { format: navigation("1.8", (self) => formatClass.of(self)) },
  scalars: {
    showValue: flag("value", "1.7"), showSeriesName: flag("seriesName", "1.7"), showCategoryName: flag("categoryName", "1.7"), showPercentage: flag("percentage", "1.7"),
    position: scalar("1.7", (self) => self.get().position ?? "BestFit", (self, value) => {
      const position = oneOf(value, POSITIONS);
      self.set((labels) => ({ ...labels, position }));
    }),
    numberFormat: scalar("1.8", (self) => self.get().numberFormat ?? "General", (self, value) => {
      const numberFormat = textFrom(value);
      self.set((labels) => ({ ...labels, numberFormat }));
    }),
    separator: separator("1.7"),
  },
});
export const pointLabelOf = (self: LabelsSelf): HostObject => pointLabelClass.of(self);

/** Setting a label's property shows labels. */
export const dataLabelsClass = {
  of: (self: SeriesSelf) => labelsClass.of({
    session: self.session,
    get: () => seriesOf(self).labels ?? defaultLabels,
    set: (how) => changeSeries(self, (series) => ({ ...series, labels: how(series.labels ?? defaultLabels) })),
  }),
};
export const chartLabelsClass = {
  of: (self: ChartSelf) => labelsClass.of({
    session: self.session,
    get: () => chartOf(self).series[0]?.labels ?? defaultLabels,
    set: (how) => changeChart(self, (chart) => ({ ...chart, series: chart.series.map((series) => ({ ...series, labels: how(series.labels ?? defaultLabels) })) })),
  }),
};
