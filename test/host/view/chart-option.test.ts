/** What a chart shows on the screen: figures, words, colours and order, as Excel shows them. */
import { init } from "echarts";
import { chartOption } from "../../../src/host/view/chart-option";
import { categoryGap } from "../../../src/host/view/chart-shapes";
import { defaultAxis, type Chart } from "../../../src/host/workbook/chart";
import type { CellValue } from "../../../src/host/workbook/values";
import { cellError } from "../../../src/host/workbook/values";
import { chartOf, figures, gallery, labels, seriesOver } from "../file/chart-gallery";

/** Drawn as SVG, so that what is asked is what a person would see. */
function drawn(chart: Chart, workbook = figures()): string {
  const drawing = init(null, null, { renderer: "svg", ssr: true, width: 480, height: 307 });
  drawing.setOption(chartOption(chart, workbook));
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return svg;
}

/** Every word of the picture, in drawing order. */
const wordsOf = (svg: string): readonly string[] => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => (match[1] ?? "").replace(/&amp;/g, "&"));
const coloursOf = (svg: string): ReadonlySet<string> => new Set([...svg.matchAll(/(?:fill|stroke)="(#[0-9a-fA-F]{6})"/g)].map((match) => (match[1] ?? "").toUpperCase()));

describe("trend lines, points and axes", () => {
  const trend = { type: "Linear", name: null, order: 2, period: 2, forward: 0, backward: 0, intercept: null, showsEquation: true, showsRSquared: true, line: { colour: "#ABCDEF", width: 1, dash: null } } as const;
  // Demand is 61, 40, 75, 20 at 1, 2, 3, 4.
  it.each([
    { over: {}, says: ["y = -8.8x + 71", "R² = 0.2223"] }, { over: { type: "Polynomial" as const, order: 3 }, says: ["R² = 1.0000"] }, { over: { type: "Linear" as const, intercept: 0 }, says: ["y = 14.867x"] },
  ])("a line of $over says $says", ({ over, says }) => {
    const svg = drawn(chartOf({ name: "Trend", series: [seriesOver("B", { trendlines: [{ ...trend, ...over }] })] }));
    expect(wordsOf(svg)).toEqual(expect.arrayContaining(says));
    expect(coloursOf(svg)).toContain("#ABCDEF");
  });

  it("a point has its own colour, a hidden entry is not in the legend, an axis in hundreds counts in hundreds", () => {
    const svg = drawn(chartOf({
      name: "Points", series: [seriesOver("B", { points: [{ index: 1, fill: "#ABCDEF", line: null }] }), seriesOver("C")], legend: { visible: true, position: "Top", fontSize: null, hiddenEntries: [1] },
      valueAxis: { ...defaultAxis, displayUnit: "Hundreds", numberFormat: "0.0", minorGridlines: true, majorTicks: "Outside" },
    }));
    expect(coloursOf(svg)).toContain("#ABCDEF");
    const words = wordsOf(svg);
    expect([words.includes("Demand"), words.includes("Supply"), words.includes("1.2"), words.includes("Hundreds")]).toEqual([true, false, true, true]);
  });
});

describe("words", () => {
  it("title, legend, axis title, categories and labels are all there", () => {
    const chart = chartOf({ name: "Demand and supply", series: [seriesOver("B", { fill: "#12436D", labels: labels() }), seriesOver("C", { fill: "#28A197", labels: labels() })] });
    expect(wordsOf(drawn(chart))).toEqual(expect.arrayContaining(["Demand and supply", "Demand", "Supply", "Openings and people", "Now", "Up to 1 year", "61", "113", "0", "120"]));
  });
  it.each([
    { format: "+#,##0;-#,##0;0", shows: ["+52", "-5", "-15", "+24"] },
    { format: "0.0", shows: ["52.0", "-5.0", "-15.0", "24.0"] },
  ])("labels follow their number format $format", ({ format, shows }) => {
    const words = wordsOf(drawn(chartOf({ name: "Gap", type: "LineMarkers", series: [seriesOver("D", { labels: labels({ numberFormat: format }) })] })));
    expect(words.filter((word) => shows.includes(word))).toEqual(shows);
  });
  it("a series without a name is counted, as Excel counts", () => {
    expect(wordsOf(drawn(chartOf({ name: "x", series: [seriesOver("B", { name: { text: "" } })] })))).toContain("Series1");
  });
  it("a hidden title and legend leave no words behind", () => {
    const chart = chartOf({ name: "x", title: { text: "Hidden", formula: null, visible: false, size: null, bold: null, colour: null }, legend: { visible: false, position: "Top", fontSize: null }, series: [seriesOver("B")] });
    const words = wordsOf(drawn(chart));
    expect([words.includes("Hidden"), words.includes("Demand")]).toEqual([false, false]);
  });
  it("shares of a pie are per cent of the whole", () => {
    const words = wordsOf(drawn(chartOf({ name: "x", type: "Pie", series: [seriesOver("B", { labels: labels({ value: false, percentage: true, numberFormat: null }) })] })));
    expect(words.filter((word) => word.endsWith("%"))).toEqual(["31%", "20%", "38%", "10%"]);
  });
  it("a stack of a hundred per cent has its axis in per cent and its labels in figures", () => {
    const axis = { ...defaultAxis };
    const words = wordsOf(drawn(chartOf({ name: "x", type: "ColumnStacked100", valueAxis: axis, series: [seriesOver("B", { labels: labels() }), seriesOver("C")] })));
    expect(words).toEqual(expect.arrayContaining(["0%", "100%", "61", "75"]));
  });
});

type Drawn = { readonly series: readonly { readonly name: string; readonly data: readonly { readonly value: unknown; readonly label: { readonly position?: string } }[] }[]; readonly xAxis: readonly object[]; readonly yAxis: readonly object[] };
const optionOf = (chart: Chart, workbook = figures()): Drawn => chartOption(chart, workbook) as unknown as Drawn;

describe("figures", () => {
  it.each<{ what: string; value: CellValue; blanks: Chart["blanks"]; drawn: unknown }>([
    { what: "a blank cell is a gap", value: null, blanks: "NotPlotted", drawn: "-" },
    { what: "a blank cell is nought where the chart says so", value: null, blanks: "Zero", drawn: 0 },
    { what: "an error is a gap", value: cellError("#N/A"), blanks: "NotPlotted", drawn: "-" },
    { what: "a word is nought, as in Excel", value: "Withheld", blanks: "NotPlotted", drawn: 0 },
  ])("$what", ({ value, blanks, drawn: expected }) => {
    const workbook = figures();
    workbook.sheets[0]?.put(2, 1, { value, formula: null, array: null, style: 0, state: "live" });
    expect(optionOf(chartOf({ name: "x", blanks, series: [seriesOver("B")] }), workbook).series[0]?.data.map((point) => point.value)).toEqual([61, expected, 75, 20]);
  });
  it("hidden rows are left out, with their category", () => {
    const workbook = figures();
    workbook.sheets[0]?.load({ rows: new Map([[2, { height: null, hidden: true, style: 0 }]]) });
    const option = optionOf(chartOf({ name: "x", series: [seriesOver("B")] }), workbook);
    expect([option.series[0]?.data.map((point) => point.value), (option.xAxis[0] as { data: unknown }).data]).toEqual([[61, 75, 20], ["Now", "Over 1 and up to 3 years", "Over 3 and up to 5 years"]]);
  });
  it("a reference to a sheet that is gone draws no points", () => {
    expect(optionOf(chartOf({ name: "x", series: [seriesOver("B", { values: "Gone!$B$2:$B$5" })] })).series[0]?.data).toEqual([]);
  });
  it("a defined name leads to its cells", () => {
    const workbook = figures();
    workbook.setNames([{ name: "Openings", formula: "Figures!$B$2:$B$5", scope: null, visible: true, comment: "" }]);
    expect(optionOf(chartOf({ name: "x", series: [seriesOver("B", { values: "Book1.xlsx!Openings" })] }), workbook).series[0]?.data.map((point) => point.value)).toEqual([61, 40, 75, 20]);
  });
});

describe("look", () => {
  it("the chart's own colours, and Excel's where it has none", () => {
    const colours = coloursOf(drawn(chartOf({ name: "x", series: [seriesOver("B", { fill: "#12436D" }), seriesOver("C")] })));
    expect([colours.has("#12436D"), colours.has("#ED7D31"), colours.has("#4472C4")]).toEqual([true, true, false]);
  });
  it("columns stand on nought however close the figures lie; lines need not", () => {
    const workbook = figures();
    [1000, 1001, 1002, 1003].forEach((value, at) => workbook.sheets[0]?.put(at + 1, 1, { value, formula: null, array: null, style: 0, state: "live" }));
    const words = (type: Chart["type"]): readonly string[] => wordsOf(drawn(chartOf({ name: "x", type, series: [seriesOver("B")] }), workbook));
    expect([words("ColumnClustered").includes("0"), words("Line").includes("0")]).toEqual([true, false]);
  });
  it("labels below nought stand under their columns", () => {
    const option = optionOf(chartOf({ name: "x", series: [seriesOver("D", { labels: labels({ position: "OutsideEnd" }) })] }));
    expect(option.series[0]?.data.map(({ label }) => label.position)).toEqual(["top", "bottom", "bottom", "top"]);
  });
  it.each([
    { reversed: false, order: ["Supply", "Demand"], side: "bottom" },
    { reversed: true, order: ["Demand", "Supply"], side: "top" },
  ])("bars: reversed $reversed draws $order from the top, values at the $side", ({ reversed, order, side }) => {
    const option = optionOf(chartOf({ name: "x", type: "BarClustered", categoryAxis: { ...defaultAxis, reversed }, series: [seriesOver("B"), seriesOver("C")] }));
    expect([option.series.map(({ name }) => name), (option.xAxis[0] as { position: string }).position]).toEqual([order, side]);
  });
  it.each([
    { bars: 1, gap: 100, overlap: 0, is: "50%" },
    { bars: 2, gap: 60, overlap: 0, is: "23.1%" },
    { bars: 2, gap: 100, overlap: 100, is: "50%" },
    { bars: 3, gap: 0, overlap: 0, is: "0%" },
  ])("$bars bars with a gap of $gap per cent of a bar and $overlap overlap leave $is of the category free", ({ bars, gap, overlap, is }) => {
    expect(categoryGap(bars, gap, overlap)).toBe(is);
  });
});

it("every kind that can be written can be drawn, with its title", () => {
  const workbook = gallery();
  const charts = workbook.sheets.flatMap((sheet) => sheet.get("charts"));
  expect(charts.map((chart) => wordsOf(drawn(chart, workbook)).includes(chart.title.text))).toEqual(charts.map(() => true));
});
