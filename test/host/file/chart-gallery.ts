/** Charts of every kind over one small table, for reading, writing and looking at. */
import { defaultAxis, type Chart, type ChartSeries, type ChartType, type Trendline } from "../../../src/host/workbook/chart";
import { Workbook } from "../../../src/host/workbook/workbook";
import type { CellValue } from "../../../src/host/workbook/values";

export const blankSeries: ChartSeries = {
  name: { text: "" }, values: null, categories: null, type: null, axis: "Primary", fill: null, line: { colour: null, width: null, dash: null },
  marker: { style: "Automatic", size: null, fill: null }, labels: null, gapWidth: null, overlap: null, smooth: false,
};

export const labels = (over: Partial<NonNullable<ChartSeries["labels"]>> = {}): NonNullable<ChartSeries["labels"]> => ({
  value: true, seriesName: false, categoryName: false, percentage: false, position: null, numberFormat: "#,##0;-#,##0;", fontSize: 9, fontColour: "#0B0C0C", ...over,
});

export function chartOf(over: Partial<Chart> & Pick<Chart, "name">): Chart {
  return {
    id: `{${over.name}}`, type: "ColumnClustered", frame: { left: 10, top: 150, width: 360, height: 230 },
    title: { text: over.name, formula: null, visible: true, size: 11, bold: true, colour: "#12436D" }, legend: { visible: true, position: "Top", fontSize: 9 },
    categoryAxis: { ...defaultAxis, fontSize: 9, tickLabels: "Low" },
    valueAxis: { ...defaultAxis, majorGridlines: true, gridlineColour: "#E3E3E3", title: "Openings and people", numberFormat: "#,##0", fontSize: 9 },
    secondaryAxis: null, series: [], fill: "#FFFFFF", border: false, fontName: "Arial", altText: { title: "", description: `What ${over.name} shows` }, blanks: "NotPlotted", carried: null, ...over,
  };
}

const rows: readonly (readonly CellValue[])[] = [
  ["Horizon", "Demand", "Supply", "Gap", "Share"],
  ["Now", 61, 113, 52, 0.54],
  ["Up to 1 year", 40, 35, -5, 0.25],
  ["Over 1 and up to 3 years", 75, 60, -15, 0.31],
  ["Over 3 and up to 5 years", 20, 44, 24, 0.7],
];

const column = (letter: string): string => `Figures!$${letter}$2:$${letter}$5`;
export const seriesOver = (letter: string, over: Partial<ChartSeries> = {}): ChartSeries => ({
  ...blankSeries, name: { formula: `Figures!$${letter}$1` }, values: column(letter), categories: column("A"), ...over,
});

const filled = (letter: string, fill: string, over: Partial<ChartSeries> = {}): ChartSeries =>
  seriesOver(letter, { fill, gapWidth: 60, overlap: 0, labels: labels({ position: "OutsideEnd" }), ...over });
const lined = (letter: string, colour: string, over: Partial<ChartSeries> = {}): ChartSeries =>
  seriesOver(letter, { line: { colour, width: 2.25, dash: null }, marker: { style: "Circle", size: 8, fill: colour }, labels: labels({ position: "Top" }), ...over });

function seriesFor(type: ChartType): readonly ChartSeries[] {
  if (type === "Pie" || type === "Doughnut") return [seriesOver("B", { labels: labels({ value: false, percentage: true, position: type === "Pie" ? "OutsideEnd" : null, numberFormat: "0%" }) })];
  if (type === "XYScatter" || type === "XYScatterLines") return [lined("C", "#12436D", { categories: column("B"), labels: null })];
  if (type.startsWith("Line") || type === "Radar") return [lined("B", "#12436D", { labels: null }), lined("C", "#28A197", { labels: null })];
  const stacked = type.includes("Stacked");
  const look = { ...(stacked ? { overlap: 100, labels: labels({ position: "Center", fontColour: "#FFFFFF" }) } : {}), ...(type.startsWith("Area") ? { labels: null, gapWidth: null, overlap: null } : {}) };
  return [filled("B", "#12436D", look), filled("C", "#28A197", look)];
}

export const kinds: readonly Exclude<ChartType, "Unknown">[] = [
  "ColumnClustered", "ColumnStacked", "ColumnStacked100", "BarClustered", "BarStacked", "BarStacked100", "Line", "LineMarkers", "LineStacked",
  "Area", "AreaStacked", "Pie", "Doughnut", "XYScatter", "XYScatterLines", "Radar",
];

/** The figures without a chart. */
export function figures(workbook = new Workbook()): Workbook {
  const sheet = workbook.addSheet("Figures");
  rows.forEach((values, row) => values.forEach((value, at) => sheet.put(row, at, { value, formula: null, array: null, style: 0, state: "live" })));
  return workbook;
}

/** Four charts to a sheet: each kind, then the ones our boards are shown. @param workbook - gets the sheets */
const trend: Trendline = { type: "Linear", name: null, order: 2, period: 2, forward: 0, backward: 0, intercept: null, showsEquation: false, showsRSquared: false, line: { colour: "#801650", width: 1.5, dash: "Dot" } };

export function gallery(workbook = new Workbook()): Workbook {
  figures(workbook);
  const charts: readonly Chart[] = [
    ...kinds.map((type) => chartOf({ name: type, type, series: seriesFor(type), ...(type.endsWith("100") ? { valueAxis: { ...defaultAxis, fontSize: 9 } } : {}), ...(["Pie", "Doughnut"].includes(type) ? { legend: { visible: true, position: "Right", fontSize: null } } : {}) })),
    chartOf({ name: "Below nought", type: "LineMarkers", series: [lined("D", "#801650", { labels: labels({ position: "Top", numberFormat: "+#,##0;-#,##0;0" }) })], legend: { visible: false, position: "Bottom", fontSize: null } }),
    chartOf({ name: "Longest first", type: "BarClustered", series: [filled("B", "#12436D")], categoryAxis: { ...defaultAxis, reversed: true, fontSize: 9, tickLabels: "Low" }, legend: { visible: false, position: "Bottom", fontSize: null } }),
    chartOf({
      name: "Two axes", series: [filled("B", "#12436D", { labels: null }), lined("E", "#F46A25", { type: "LineMarkers", axis: "Secondary", labels: null })],
      secondaryAxis: { ...defaultAxis, title: "Share filled", numberFormat: "0%", minimum: 0, maximum: 1, fontSize: 9 },
    }),
    chartOf({
      name: "Trends and points", legend: { visible: true, position: "Top", fontSize: 9, hiddenEntries: [1] },
      series: [
        filled("B", "#12436D", { labels: null, points: [{ index: 1, fill: "#F46A25", line: null }, { index: 2, fill: null, line: null, labels: labels({ seriesName: true, position: "OutsideEnd" }) }, { index: 3, fill: "#801650", line: { colour: "#000000", width: 1, dash: "Dash" }, labels: labels({ position: "InsideEnd", separator: "; " }) }],
          trendlines: [{ ...trend, type: "Linear", showsEquation: true, showsRSquared: true, forward: 1 }, { ...trend, type: "MovingAverage", period: 3, name: "Mean of three" }] }),
        filled("C", "#28A197", { labels: null, trendlines: [{ ...trend, type: "Polynomial", order: 3, intercept: 5 }] }),
      ],
      valueAxis: { ...defaultAxis, majorUnit: 50, minorUnit: 10, minorGridlines: true, majorTicks: "Outside", minorTicks: "Inside", displayUnit: "Hundreds", line: { colour: "#3D3D3D", width: 1.5, dash: null } },
    }),
    chartOf({
      name: "One point without", categoryAxis: { ...defaultAxis, labelSpacing: 2, markSpacing: 2, majorTicks: "Outside" },
      series: [lined("B", "#12436D", { points: [{ index: 0, fill: "#F46A25", line: null, marker: "Diamond", markerSize: 12 }, { index: 3, fill: null, line: null, labels: null }] })],
      type: "LineMarkers",
    }),
    chartOf({ name: "A wide hole", type: "Doughnut", series: [seriesOver("B", { holeSize: 75, labels: labels({ value: false, percentage: true, numberFormat: "0%" }) })] }),
    chartOf({ name: "By powers of ten", series: [filled("B", "#12436D", { labels: null })], valueAxis: { ...defaultAxis, logBase: 10 } }),
  ];
  charts.forEach((chart, index) => {
    const place = index % 4;
    const name = `Page ${Math.floor(index / 4) + 1}`;
    const sheet = workbook.sheetByName(name) ?? workbook.addSheet(name);
    const frame = { left: (place % 2) * 375, top: Math.floor(place / 2) * 245, width: 365, height: 235 };
    sheet.load({ charts: [...sheet.get("charts"), { ...chart, frame }] });
  });
  return workbook;
}
