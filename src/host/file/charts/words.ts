/** How DrawingML spells what the chart model says, both ways (ECMA-376 part 1, 21.2). */
import type { Chart, ChartAxis, ChartSeries, ChartType, DataLabels, DisplayUnit, TickMark, Trendline } from "../../workbook/chart";

/** The element a series' kind is written in; kinds of one element and grouping share it. */
export type PlotElement = "areaChart" | "barChart" | "lineChart" | "pieChart" | "doughnutChart" | "radarChart" | "scatterChart";

export interface PlotKind {
  readonly element: PlotElement;
  readonly grouping: "clustered" | "standard" | "stacked" | "percentStacked" | null;
  /** For columns and bars. */
  readonly across: boolean;
}

const kind = (element: PlotElement, grouping: PlotKind["grouping"] = null, across = false): PlotKind => ({ element, grouping, across });

export const plotKinds: Readonly<Record<Exclude<ChartType, "Unknown">, PlotKind>> = {
  ColumnClustered: kind("barChart", "clustered"), ColumnStacked: kind("barChart", "stacked"), ColumnStacked100: kind("barChart", "percentStacked"),
  BarClustered: kind("barChart", "clustered", true), BarStacked: kind("barChart", "stacked", true), BarStacked100: kind("barChart", "percentStacked", true),
  Line: kind("lineChart", "standard"), LineMarkers: kind("lineChart", "standard"), LineStacked: kind("lineChart", "stacked"),
  Area: kind("areaChart", "standard"), AreaStacked: kind("areaChart", "stacked"), Pie: kind("pieChart"), Doughnut: kind("doughnutChart"),
  XYScatter: kind("scatterChart"), XYScatterLines: kind("scatterChart"), Radar: kind("radarChart"),
};

const backwards = <Word extends string>(words: Readonly<Record<Word, string>>): ReadonlyMap<string, Word> =>
  new Map((Object.keys(words) as Word[]).map((word) => [words[word], word]));

type LabelPosition = NonNullable<DataLabels["position"]>;
export const labelPositions: Readonly<Record<LabelPosition, string>> = {
  BestFit: "bestFit", Center: "ctr", InsideEnd: "inEnd", InsideBase: "inBase", OutsideEnd: "outEnd", Top: "t", Bottom: "b", Left: "l", Right: "r",
};
export const labelPositionsRead = backwards(labelPositions);

/** Where labels of a kind may stand. Excel calls a file damaged that says anything else. */
export function mayStand(plot: PlotKind, position: LabelPosition): boolean {
  const allowed: Readonly<Record<PlotElement, readonly LabelPosition[]>> = {
    barChart: plot.grouping === "clustered" ? ["Center", "InsideEnd", "InsideBase", "OutsideEnd"] : ["Center", "InsideEnd", "InsideBase"],
    lineChart: ["Top", "Bottom", "Left", "Right", "Center"], scatterChart: ["Top", "Bottom", "Left", "Right", "Center"],
    pieChart: ["BestFit", "Center", "InsideEnd", "OutsideEnd"], areaChart: [], doughnutChart: [], radarChart: [],
  };
  return allowed[plot.element].includes(position);
}

/** The hole of a new doughnut, in per cent of its size. */
export const USUAL_HOLE = 60;

export const legendPositions: Readonly<Record<Chart["legend"]["position"], string>> = { Top: "t", Bottom: "b", Left: "l", Right: "r", Corner: "tr" };
export const legendPositionsRead = backwards(legendPositions);

export const tickLabels: Readonly<Record<ChartAxis["tickLabels"], string>> = { NextToAxis: "nextTo", Low: "low", High: "high", None: "none" };
export const tickLabelsRead = backwards(tickLabels);

export const tickMarks: Readonly<Record<TickMark, string>> = { None: "none", Cross: "cross", Inside: "in", Outside: "out" };
export const tickMarksRead = backwards(tickMarks);

export const unitWords: Readonly<Record<DisplayUnit, string>> = {
  Hundreds: "hundreds", Thousands: "thousands", TenThousands: "tenThousands", HundredThousands: "hundredThousands", Millions: "millions", TenMillions: "tenMillions",
  HundredMillions: "hundredMillions", Billions: "billions", Trillions: "trillions",
};
export const unitsRead = backwards(unitWords);

export const trendWords: Readonly<Record<Trendline["type"], string>> = {
  Linear: "linear", Exponential: "exp", Logarithmic: "log", MovingAverage: "movingAvg", Polynomial: "poly", Power: "power",
};
export const trendsRead = backwards(trendWords);

export const blanksWords: Readonly<Record<Chart["blanks"], string>> = { NotPlotted: "gap", Zero: "zero", Interpolated: "span" };
export const blanksRead = backwards(blanksWords);

type Dash = NonNullable<ChartSeries["line"]["dash"]>;
/** "None" is written as a line without a fill. */
export const dashes: Readonly<Record<Exclude<Dash, "None">, string>> = { Continuous: "solid", Dash: "dash", Dot: "sysDot" };
const dashesRead = new Map<string, Dash>([
  ["solid", "Continuous"], ["dash", "Dash"], ["lgDash", "Dash"], ["sysDash", "Dash"], ["dashDot", "Dash"], ["lgDashDot", "Dash"], ["lgDashDotDot", "Dash"],
  ["sysDashDot", "Dash"], ["sysDashDotDot", "Dash"], ["dot", "Dot"], ["sysDot", "Dot"],
]);
export const dashRead = (written: string): Dash | null => dashesRead.get(written) ?? null;

type Marker = ChartSeries["marker"]["style"];
/** "Automatic" is written as no symbol at all. */
export const markers: Readonly<Record<Exclude<Marker, "Automatic">, string>> = { None: "none", Circle: "circle", Square: "square", Diamond: "diamond", Triangle: "triangle", X: "x", Star: "star", Plus: "plus", Dash: "dash", Dot: "dot" };
export const markersRead = backwards(markers);
