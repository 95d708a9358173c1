/** The numbers along a chart's value axis. */
import { init } from "echarts";
import { chartOption } from "../../../src/host/view/chart-option";
import { defaultAxis } from "../../../src/host/workbook/chart";
import { chartOf, figures, seriesOver } from "../file/chart-gallery";

/** What is written along the axis of a chart of these figures, from the foot up. */
function marks(values: readonly number[], numberFormat: string, maximum: number | null = null): readonly string[] {
  const workbook = figures();
  const sheet = workbook.active;
  values.forEach((value, at) => sheet.put(at + 1, 1, { ...sheet.cell(at + 1, 1), value, formula: null }));
  const chart = chartOf({ name: "Demand", series: [seriesOver("B")], valueAxis: { ...defaultAxis, numberFormat, maximum }, legend: { visible: false, position: "Top", fontSize: null } });
  const drawing = init(null, null, { renderer: "svg", ssr: true, width: 480, height: 307 });
  drawing.setOption(chartOption(chart, workbook));
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? "").filter((word) => /^-?[\d.,]+%?$/.test(word));
}

it.each([
  { values: [1, 3, 2, 1], format: "0", shows: ["0", "1", "2", "3", "4"], because: "whole numbers are written once each, and a twentieth is left free above the highest" },
  { values: [1, 0, 1, 0], format: "#,##0", shows: ["0", "1", "2"], because: "also where there is next to nothing" },
  { values: [1, 0, 1, 0], format: "0.0", shows: ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0", "1.2"], because: "decimals have steps between" },
])("$values as $format are measured by $shows: $because", ({ values, format, shows }) => {
  expect(marks(values, format)).toEqual(shows);
});

it("a highest value that the chart sets is the end", () => {
  expect(marks([1, 3, 2, 1], "0", 3).at(-1)).toBe("3");
});
