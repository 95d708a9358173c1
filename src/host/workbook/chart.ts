/** A chart as the workbook holds it: enough to draw it and to write it natively. One made by Excel keeps its own part in the file (`carried`). */

export type ChartType =
  | "ColumnClustered" | "ColumnStacked" | "ColumnStacked100" | "BarClustered" | "BarStacked" | "BarStacked100"
  | "Line" | "LineMarkers" | "LineStacked" | "Area" | "AreaStacked" | "Pie" | "Doughnut" | "XYScatter" | "XYScatterLines" | "Radar"
  /** A kind we do not draw; shown as a labelled placeholder and carried through. */
  | "Unknown";

export interface DataLabels {
  readonly value: boolean;
  readonly seriesName: boolean;
  readonly categoryName: boolean;
  readonly percentage: boolean;
  readonly position: "BestFit" | "Center" | "InsideEnd" | "InsideBase" | "OutsideEnd" | "Top" | "Bottom" | "Left" | "Right" | null;
  readonly numberFormat: string | null;
  readonly fontSize: number | null;
  readonly fontColour: string | null;
  /** What stands between the parts of a label; a comma and a blank where it is absent. */
  readonly separator?: string;
}

export interface LineLook { readonly colour: string | null; readonly width: number | null; readonly dash: "Continuous" | "Dash" | "Dot" | "None" | null }

export type MarkerStyle = "Automatic" | "None" | "Circle" | "Square" | "Diamond" | "Triangle" | "X" | "Star" | "Plus" | "Dash" | "Dot";

/** A point that looks other than its series. Its fill is its marker's on a line. */
export interface PointLook {
  readonly index: number;
  readonly fill: string | null;
  readonly line: LineLook | null;
  /** These are absent where they are the series' own; labels are null where the point has none though its series has. */
  readonly marker?: MarkerStyle;
  readonly markerSize?: number;
  readonly labels?: DataLabels | null;
}

/** What the label of one point says and shows; null for none. */
export function labelsAt({ labels, points = [] }: Pick<ChartSeries, "labels" | "points">, index: number): DataLabels | null {
  const own = points.find((point) => point.index === index)?.labels;
  return own === undefined ? labels : own;
}

export interface Trendline {
  readonly type: "Linear" | "Exponential" | "Logarithmic" | "MovingAverage" | "Polynomial" | "Power";
  /** null is named after its series. */
  readonly name: string | null;
  /** Of a polynomial. */
  readonly order: number;
  /** Of a moving average. */
  readonly period: number;
  readonly forward: number;
  readonly backward: number;
  /** Where the line meets the value axis; null is as it falls. */
  readonly intercept: number | null;
  readonly showsEquation: boolean;
  readonly showsRSquared: boolean;
  readonly line: LineLook;
}

export interface ChartSeries {
  /** A formula without "=" ("Sheet1!$B$1"), or literal text. */
  readonly name: { readonly formula: string } | { readonly text: string };
  readonly values: string | null;
  readonly categories: string | null;
  /** Differs from the chart's own type in a combination chart. */
  readonly type: ChartType | null;
  readonly axis: "Primary" | "Secondary";
  readonly fill: string | null;
  readonly line: LineLook;
  readonly marker: { readonly style: MarkerStyle; readonly size: number | null; readonly fill: string | null };
  readonly labels: DataLabels | null;
  readonly gapWidth: number | null;
  readonly overlap: number | null;
  readonly smooth: boolean;
  /** Of a doughnut, in per cent of its size; absent where it is Excel's own 60. */
  readonly holeSize?: number;
  /** Absent where all points look like the series. */
  readonly points?: readonly PointLook[];
  readonly trendlines?: readonly Trendline[];
}

export type TickMark = "None" | "Cross" | "Inside" | "Outside";
export const displayUnits = {
  Hundreds: 100, Thousands: 1_000, TenThousands: 10_000, HundredThousands: 100_000, Millions: 1_000_000, TenMillions: 10_000_000, HundredMillions: 100_000_000, Billions: 1e9, Trillions: 1e12,
} as const;
export type DisplayUnit = keyof typeof displayUnits;

export interface ChartAxis {
  readonly visible: boolean;
  readonly title: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly majorUnit: number | null;
  readonly numberFormat: string | null;
  readonly majorGridlines: boolean;
  readonly gridlineColour: string | null;
  readonly reversed: boolean;
  readonly fontSize: number | null;
  readonly fontColour: string | null;
  readonly tickLabels: "NextToAxis" | "Low" | "High" | "None";
  /** These are absent where they are as on a new axis: automatic, none, linear, ones. */
  readonly minorUnit?: number;
  readonly minorGridlines?: boolean;
  readonly majorTicks?: TickMark;
  readonly minorTicks?: TickMark;
  readonly logBase?: number;
  readonly displayUnit?: DisplayUnit;
  readonly line?: LineLook;
  /** Every how many categories a label and a tick mark stand. */
  readonly labelSpacing?: number;
  readonly markSpacing?: number;
}

export const defaultAxis: ChartAxis = {
  visible: true, title: null, minimum: null, maximum: null, majorUnit: null, numberFormat: null,
  majorGridlines: false, gridlineColour: null, reversed: false, fontSize: null, fontColour: null, tickLabels: "NextToAxis",
};

/** Where the chart floats: points from the sheet's top left corner. */
export interface Frame { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

export interface ChartTitle {
  readonly text: string;
  /** Cells whose words it shows, without "="; `text` is then what was read when it was set or opened. */
  readonly formula: string | null;
  readonly visible: boolean;
  readonly size: number | null;
  readonly bold: boolean | null;
  readonly colour: string | null;
}

export interface Legend {
  readonly visible: boolean;
  readonly position: "Top" | "Bottom" | "Left" | "Right" | "Corner";
  readonly fontSize: number | null;
  readonly hiddenEntries?: readonly number[];
  /** These are absent where they are automatic. */
  readonly fill?: string;
  readonly bold?: boolean;
  readonly colour?: string;
}

export interface Chart {
  readonly id: string;
  readonly name: string;
  readonly type: ChartType;
  readonly frame: Frame;
  readonly title: ChartTitle;
  readonly legend: Legend;
  readonly categoryAxis: ChartAxis;
  readonly valueAxis: ChartAxis;
  readonly secondaryAxis: ChartAxis | null;
  readonly series: readonly ChartSeries[];
  readonly fill: string | null;
  readonly border: boolean;
  readonly fontName: string | null;
  readonly altText: { readonly title: string; readonly description: string };
  /** How blank cells are drawn. */
  readonly blanks: "NotPlotted" | "Zero" | "Interpolated";
  /** The chart part it came from, when a file brought it; null for one made here. */
  readonly carried: string | null;
}
