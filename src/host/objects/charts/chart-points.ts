/** Excel.ChartPointsCollection and Excel.ChartPoint: points of a series that look other than it. */
import { labelsAt, type DataLabels, type LineLook, type PointLook } from "../../workbook/chart";
import { pointsOf } from "../../workbook/chart-data";
import { colourFrom, flagFrom, oneOfBuilt } from "../arguments";
import { declareClass, method, navigation, scalar, type HostObject, type ObjectClass } from "../definition";
import { shown } from "../entered";
import { itemNotFound } from "../refusal";
import { defaultLabels, pointLabelOf } from "./chart-labels";
import { borderOf, fillOf, MARKERS, within } from "./chart-look";
import { changeSeries, chartColour, seriesOf, type SeriesSelf } from "./chart-self";

interface PointSelf extends SeriesSelf { readonly point: number }

function values(self: SeriesSelf): ReturnType<typeof pointsOf> {
  const { values: formula } = seriesOf(self);
  self.session.settle();
  return formula === null ? [] : pointsOf(self.session.workbook, formula);
}
export const pointCount = (self: SeriesSelf): number => values(self)?.length ?? 0;

const lookOf = (self: PointSelf): PointLook => (seriesOf(self).points ?? []).find(({ index }) => index === self.point) ?? { index: self.point, fill: null, line: null };

/** A point without a look of its own is not kept. */
function change(self: PointSelf, how: Partial<Omit<PointLook, "index">>): void {
  const look = { ...lookOf(self), ...how };
  changeSeries(self, (series) => {
    const others = (series.points ?? []).filter(({ index }) => index !== self.point);
    const isOwn = Object.entries(look).some(([part, value]) => part !== "index" && (value !== null || part === "labels"));
    return { ...series, points: (isOwn ? [...others, look] : others).sort((a, b) => a.index - b.index) };
  });
}

const NO_LINE: LineLook = { colour: null, width: null, dash: null };

const labelOf = (self: PointSelf): DataLabels | null => labelsAt(seriesOf(self), self.point);

const formatClass: ObjectClass<PointSelf> = declareClass<Excel.ChartPointFormat, PointSelf>("ChartPointFormat", {}, {
  navigations: {
    fill: navigation("1.1", (self) => fillOf(self.session, { part: "point", set: (fill) => change(self, { fill }) })),
    border: navigation("1.7", (self) => borderOf(self.session, { part: "point", get: () => lookOf(self).line ?? NO_LINE, set: (line) => change(self, { line }) })),
  },
});

const pointClass: ObjectClass<PointSelf> = declareClass<Excel.ChartPoint, PointSelf>("ChartPoint", {}, {
  navigations: {
    format: navigation("1.1", (self) => formatClass.of(self)),
    dataLabel: navigation("1.7", (self) => pointLabelOf({
      session: self.session, get: () => labelOf(self) ?? defaultLabels,
      set: (how) => change(self, { labels: how(labelOf(self) ?? seriesOf(self).labels ?? defaultLabels) }),
    })),
  },
  scalars: {
    hasDataLabel: scalar("1.7", (self) => labelOf(self) !== null, (self, value) => {
      if (flagFrom(value)) change(self, { labels: labelOf(self) ?? seriesOf(self).labels ?? defaultLabels });
      else change(self, { labels: null });
    }),
    markerStyle: scalar("1.7", (self) => lookOf(self).marker ?? seriesOf(self).marker.style, (self, value) => change(self, { marker: oneOfBuilt(value, MARKERS, ["Picture"], "ChartPoint.markerStyle") })),
    markerSize: scalar("1.7", (self) => lookOf(self).markerSize ?? seriesOf(self).marker.size ?? 5, (self, value) => change(self, { markerSize: within(value, 2, 72) })),
    markerBackgroundColor: scalar("1.7", (self) => lookOf(self).fill ?? seriesOf(self).marker.fill ?? "", (self, value) => change(self, { fill: chartColour(value, colourFrom) })),
    markerForegroundColor: scalar("1.7", (self) => lookOf(self).line?.colour ?? lookOf(self).fill ?? seriesOf(self).marker.fill ?? "", (self, value) => change(self, { line: { ...(lookOf(self).line ?? NO_LINE), colour: chartColour(value, colourFrom) } })),
    value: scalar("1.1", (self): unknown => shown(values(self)?.[self.point]?.value ?? null)),
  },
});

function at(self: SeriesSelf, point: number): HostObject {
  if (point < 0 || point >= pointCount(self)) throw itemNotFound();
  return pointClass.of({ ...self, point });
}

export const pointsClass: ObjectClass<SeriesSelf> = declareClass<Excel.ChartPointsCollection, SeriesSelf>(
  "ChartPointsCollection",
  { items: (self) => Array.from({ length: pointCount(self) }, (_point, point) => pointClass.of({ ...self, point })), item: (self, args) => at(self, args.whole(0)) },
  {
    scalars: { count: scalar("1.1", pointCount) },
    methods: { getCount: method("1.4", pointCount), getItemAt: method("1.1", (self, args) => at(self, args.whole(0))) },
  },
);
