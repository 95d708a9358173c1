/** Excel.ChartAxes and Excel.ChartAxis, with title and gridlines. */
import type { ChartAxis } from "../../workbook/chart";
import { flagFrom, numberFrom, oneOf, textFrom } from "../arguments";
import { declareClass, method, navigation, scalar, type ClassPart, type ObjectClass, type Scalar } from "../definition";
import { absolute } from "../address";
import { standing } from "../cells";
import { rangeClass } from "../range";
import { invalidArgument, itemNotFound, notImplemented } from "../refusal";
import { fontOf, lineOf, onlyKept, within, type LinePart } from "./chart-look";
import { axisOf, changeAxis, changeChart, chartOf, type AxisSelf, type ChartSelf } from "./chart-self";

/** "" is automatic. */
function number(key: "minimum" | "maximum" | "majorUnit"): Scalar<AxisSelf, unknown> {
  return scalar<AxisSelf, unknown>("1.1", (self) => axisOf(self)[key] ?? "", (self, value) => {
    const wanted = value === "" ? null : numberFrom(value);
    if (key === "majorUnit" && wanted !== null && wanted <= 0) throw invalidArgument();
    changeAxis(self, (axis) => ({ ...axis, [key]: wanted }));
  });
}

const titleFormatClass: ObjectClass<AxisSelf> = declareClass<Excel.ChartAxisTitleFormat, AxisSelf>("ChartAxisTitleFormat", {}, {
  navigations: { font: navigation("1.1", (self) => axisFont(self, "axis title")) },
});

/** The model keeps one font for an axis: its labels and its title share it. */
function axisFont(self: AxisSelf, part: string): ReturnType<typeof fontOf> {
  return fontOf(self.session, {
    part,
    get: () => ({ size: axisOf(self).fontSize, colour: axisOf(self).fontColour, bold: null, name: null }),
    set: (change) => {
      onlyKept(part, change, ["size", "colour"]);
      changeAxis(self, (axis) => ({ ...axis, ...(change.size === undefined ? {} : { fontSize: change.size }), ...(change.colour === undefined ? {} : { fontColour: change.colour }) }));
    },
  });
}

const titleClass: ObjectClass<AxisSelf> = declareClass<Excel.ChartAxisTitle, AxisSelf>("ChartAxisTitle", {}, {
  navigations: { format: navigation("1.1", (self) => titleFormatClass.of(self)) },
  scalars: {
    text: scalar("1.1", (self) => axisOf(self).title ?? "", (self, value) => { const text = textFrom(value); changeAxis(self, (axis) => ({ ...axis, title: text })); }),
    visible: scalar("1.1", (self) => axisOf(self).title !== null, (self, value) => {
      const visible = flagFrom(value);
      changeAxis(self, (axis) => ({ ...axis, title: visible ? axis.title ?? "Axis Title" : null }));
    }),
  },
});

interface GridSelf extends AxisSelf { readonly minor: boolean }

const gridlinesFormatClass: ObjectClass<GridSelf> = declareClass<Excel.ChartGridlinesFormat, GridSelf>("ChartGridlinesFormat", {}, {
  navigations: {
    line: navigation("1.1", (self) => lineOf(self.session, self.minor ? minorLine(self) : {
      part: "gridlines",
      get: () => ({ colour: axisOf(self).gridlineColour, width: null, dash: axisOf(self).majorGridlines ? null : "None" }),
      set: ({ colour, width, dash }) => {
        if (width !== null) throw notImplemented("ChartLineFormat.weight of gridlines");
        changeAxis(self, (axis) => ({ ...axis, gridlineColour: colour, majorGridlines: dash !== "None" }));
      },
    })),
  },
});

/** The model keeps one look for minor gridlines: they are there or not. */
const minorLine = (self: AxisSelf): LinePart => ({
  part: "minor gridlines", get: () => ({ colour: null, width: null, dash: axisOf(self).minorGridlines === true ? null : "None" }),
  set: ({ colour, width, dash }) => {
    if (colour !== null || width !== null) throw notImplemented("ChartLineFormat of minor gridlines");
    changeAxis(self, (axis) => ({ ...axis, minorGridlines: dash !== "None" }));
  },
});

const gridlinesClass: ObjectClass<GridSelf> = declareClass<Excel.ChartGridlines, GridSelf>("ChartGridlines", {}, {
  navigations: { format: navigation("1.1", (self) => gridlinesFormatClass.of(self)) },
  scalars: {
    visible: scalar("1.1", (self) => (self.minor ? axisOf(self).minorGridlines ?? false : axisOf(self).majorGridlines), (self, value) => {
      const shown = flagFrom(value);
      changeAxis(self, (axis) => (self.minor ? { ...axis, minorGridlines: shown } : { ...axis, majorGridlines: shown }));
    }),
  },
});

const axisFormatClass: ObjectClass<AxisSelf> = declareClass<Excel.ChartAxisFormat, AxisSelf>("ChartAxisFormat", {}, {
  navigations: {
    font: navigation("1.1", (self) => axisFont(self, "axis")),
    line: navigation("1.1", (self) => lineOf(self.session, {
      part: "axis", get: () => axisOf(self).line ?? { colour: null, width: null, dash: null }, set: (line) => changeAxis(self, (axis) => ({ ...axis, line })),
    })),
  },
});

/** A property that is absent from the model where it is as on a new axis. */
function extra<K extends "majorTicks" | "minorTicks" | "minorUnit" | "logBase" | "displayUnit" | "labelSpacing" | "markSpacing">(self: AxisSelf, key: K, value: ChartAxis[K] | null): void {
  changeAxis(self, (axis) => {
    const { [key]: _before, ...rest } = axis;
    // What is left out may be absent, which the compiler does not see through the name.
    const without = rest as ChartAxis;
    return value === null || value === undefined ? without : { ...without, [key]: value };
  });
}

const TICKS = ["None", "Cross", "Inside", "Outside"] as const;
const tick = (key: "majorTicks" | "minorTicks"): Scalar<AxisSelf, (typeof TICKS)[number]> => scalar<AxisSelf, (typeof TICKS)[number]>("1.7", (self) => axisOf(self)[key] ?? "None", (self, value) => {
  const mark = oneOf(value, TICKS);
  extra(self, key, mark === "None" ? null : mark);
});

const UNITS = ["None", "Hundreds", "Thousands", "TenThousands", "HundredThousands", "Millions", "TenMillions", "HundredMillions", "Billions", "Trillions"] as const;
const MOST_SPACING = 31_999;
/** "" is automatic. */
const spacing = (value: unknown): number | null => (value === "" ? null : within(value, 1, MOST_SPACING));
const LEAST_LOG = 2;
const MOST_LOG = 1_000;

const scaling: ClassPart<Excel.ChartAxis, AxisSelf> = {
  navigations: { minorGridlines: navigation("1.1", (self) => gridlinesClass.of({ ...self, minor: true })) },
  scalars: {
    majorTickMark: tick("majorTicks"), minorTickMark: tick("minorTicks"),
    minorUnit: scalar<AxisSelf, unknown>("1.1", (self) => axisOf(self).minorUnit ?? "", (self, value) => {
      const unit = value === "" ? null : numberFrom(value);
      if (unit !== null && unit <= 0) throw invalidArgument();
      extra(self, "minorUnit", unit);
    }),
    tickLabelSpacing: scalar<AxisSelf, unknown>("1.7", (self) => axisOf(self).labelSpacing ?? "", (self, value) => extra(self, "labelSpacing", spacing(value))),
    tickMarkSpacing: scalar("1.7", (self) => axisOf(self).markSpacing ?? 1, (self, value) => extra(self, "markSpacing", spacing(value))),
    scaleType: scalar("1.7", (self) => (axisOf(self).logBase === undefined ? "Linear" : "Logarithmic"), (self, value) => extra(self, "logBase", oneOf(value, ["Linear", "Logarithmic"] as const) === "Linear" ? null : axisOf(self).logBase ?? 10)),
    logBase: scalar("1.7", (self) => axisOf(self).logBase ?? 10, (self, value) => {
      const base = numberFrom(value);
      if (base < LEAST_LOG || base > MOST_LOG) throw invalidArgument();
      extra(self, "logBase", base);
    }),
    displayUnit: scalar("1.7", (self) => axisOf(self).displayUnit ?? "None", (self, value) => {
      const unit = oneOf(value, UNITS);
      extra(self, "displayUnit", unit === "None" ? null : unit);
    }),
  },
};

function change<K extends keyof ChartAxis>(self: AxisSelf, key: K, value: ChartAxis[K]): void { changeAxis(self, (axis) => ({ ...axis, [key]: value })); }

const axisClass: ObjectClass<AxisSelf> = declareClass<Excel.ChartAxis, AxisSelf>("ChartAxis", {}, scaling, {
  navigations: {
    format: navigation("1.1", (self) => axisFormatClass.of(self)),
    majorGridlines: navigation("1.1", (self) => gridlinesClass.of({ ...self, minor: false })),
    title: navigation("1.1", (self) => titleClass.of(self)),
  },
  scalars: {
    type: scalar("1.7", ({ axis }) => (axis === "categoryAxis" ? "Category" : "Value")),
    axisGroup: scalar("1.7", ({ axis }) => (axis === "secondaryAxis" ? "Secondary" : "Primary")),
    visible: scalar("1.7", (self) => axisOf(self).visible, (self, value) => change(self, "visible", flagFrom(value))),
    minimum: number("minimum"), maximum: number("maximum"), majorUnit: number("majorUnit"),
    numberFormat: scalar("1.8", (self) => axisOf(self).numberFormat ?? "General", (self, value) => change(self, "numberFormat", textFrom(value))),
    reversePlotOrder: scalar("1.7", (self) => axisOf(self).reversed, (self, value) => change(self, "reversed", flagFrom(value))),
    tickLabelPosition: scalar("1.7", (self) => axisOf(self).tickLabels, (self, value) => change(self, "tickLabels", oneOf(value, ["NextToAxis", "Low", "High", "None"] as const))),
  },
  methods: {
    setCategoryNames: method("1.7", (self, args) => {
      const range = args.object(0, rangeClass);
      if (range === null) throw invalidArgument();
      const categories = absolute(standing(range).sheet, range.area);
      changeChart(self, (chart) => ({ ...chart, series: chart.series.map((series) => ({ ...series, categories })) }));
    }),
  },
});

export const axesClass: ObjectClass<ChartSelf> = declareClass<Excel.ChartAxes, ChartSelf>("ChartAxes", {}, {
  navigations: {
    categoryAxis: navigation("1.1", (self) => axisClass.of({ ...self, axis: "categoryAxis" })),
    valueAxis: navigation("1.1", (self) => axisClass.of({ ...self, axis: "valueAxis" })),
  },
  methods: {
    getItem: method("1.7", (self, args) => {
      const type = args.oneOf(0, ["Category", "Value"] as const);
      const group = args.oneOfOr(1, ["Primary", "Secondary"] as const, "Primary");
      if (group === "Primary") return axisClass.of({ ...self, axis: type === "Category" ? "categoryAxis" : "valueAxis" });
      if (type === "Category") throw notImplemented("ChartAxes.getItem of the secondary category axis");
      if (chartOf(self).secondaryAxis === null) throw itemNotFound();
      return axisClass.of({ ...self, axis: "secondaryAxis" });
    }),
  },
});
