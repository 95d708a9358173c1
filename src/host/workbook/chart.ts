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
  readonly line: { readonly colour: string | null; readonly width: number | null; readonly dash: "Continuous" | "Dash" | "Dot" | "None" | null };
  readonly marker: { readonly style: "Automatic" | "None" | "Circle" | "Square" | "Diamond" | "Triangle"; readonly size: number | null; readonly fill: string | null };
  readonly labels: DataLabels | null;
  readonly gapWidth: number | null;
  readonly overlap: number | null;
  readonly smooth: boolean;
}

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

export interface Chart {
  readonly id: string;
  readonly name: string;
  readonly type: ChartType;
  readonly frame: Frame;
  readonly title: ChartTitle;
  readonly legend: { readonly visible: boolean; readonly position: "Top" | "Bottom" | "Left" | "Right" | "Corner"; readonly fontSize: number | null };
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
