/** Excel.ChartLegendEntryCollection and Excel.ChartLegendEntry: a line of the legend for every series, or slice. */
import { declareClass, method, scalar, type HostObject, type ObjectClass } from "../definition";
import { flagFrom } from "../arguments";
import { itemNotFound } from "../refusal";
import { pointCount } from "./chart-points";
import { changeChart, chartOf, type ChartSelf } from "./chart-self";

interface EntrySelf extends ChartSelf { readonly entry: number }

/** A pie's and a doughnut's legend lists its slices. */
function count(self: ChartSelf): number {
  const { type, series } = chartOf(self);
  return type === "Pie" || type === "Doughnut" ? (series.length === 0 ? 0 : pointCount({ ...self, place: { at: 0 } })) : series.length;
}

const entryClass: ObjectClass<EntrySelf> = declareClass<Excel.ChartLegendEntry, EntrySelf>("ChartLegendEntry", {}, {
  scalars: {
    index: scalar("1.8", ({ entry }) => entry),
    visible: scalar("1.7", (self) => !(chartOf(self).legend.hiddenEntries ?? []).includes(self.entry), (self, value) => {
      const shown = flagFrom(value);
      changeChart(self, (chart) => {
        const others = (chart.legend.hiddenEntries ?? []).filter((entry) => entry !== self.entry);
        return { ...chart, legend: { ...chart.legend, hiddenEntries: shown ? others : [...others, self.entry].sort((a, b) => a - b) } };
      });
    }),
  },
});

function at(self: ChartSelf, entry: number): HostObject {
  if (entry < 0 || entry >= count(self)) throw itemNotFound();
  return entryClass.of({ ...self, entry });
}

export const legendEntriesClass: ObjectClass<ChartSelf> = declareClass<Excel.ChartLegendEntryCollection, ChartSelf>(
  "ChartLegendEntryCollection",
  { items: (self) => Array.from({ length: count(self) }, (_entry, entry) => entryClass.of({ ...self, entry })), item: (self, args) => at(self, args.whole(0)) },
  { methods: { getCount: method("1.7", count), getItemAt: method("1.7", (self, args) => at(self, args.whole(0))) } },
);
