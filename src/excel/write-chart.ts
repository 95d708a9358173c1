/** Queues one native chart over columns of our tables. Nothing here syncs. */
import { a1 } from "../blueprint/place";
import { fontName, palette } from "../blueprint/theme";
import type { ChartBlueprint, SeriesBlueprint } from "../blueprint/types";
import { nameOf, type Naming } from "./naming";

/** Points: larger than the cells', because a dashboard page is printed at about half its size. */
const TITLE_SIZE = 14;
const LABEL_SIZE = 11;

export function queueChart(context: Excel.RequestContext, sheet: Excel.Worksheet, chart: ChartBlueprint, naming: Naming): void {
  const cells = (from: { readonly table: string; readonly column: string }): Excel.Range =>
    context.workbook.tables.getItem(nameOf(naming, from.table)).columns.getItem(from.column).getDataBodyRange();
  const [first, ...others] = chart.series;
  if (first === undefined) throw new RangeError(`${chart.name} has no series.`);
  const added = sheet.charts.add("ColumnClustered", cells(first.values), "Columns");
  added.name = chart.name;
  const { top, left, rows, columns } = chart.area;
  added.setPosition(a1(top, left), a1(top + rows - 1, left + columns - 1));
  const made = [added.series.getItemAt(0), ...others.map((series) => added.series.add(series.name))];
  made.forEach((series, index) => {
    const blueprint = chart.series[index];
    if (blueprint === undefined) return;
    series.setValues(cells(blueprint.values));
    series.setXAxisValues(cells(chart.categories));
    queueSeries(series, blueprint, chart);
  });
  queueFrame(added, chart, naming.places.get(chart.sentence));
}

function queueSeries(series: Excel.ChartSeries, { name, colour }: SeriesBlueprint, { numberFormat }: ChartBlueprint): void {
  series.name = name;
  series.format.fill.setSolidColor(colour);
  series.gapWidth = 60;
  series.overlap = 0;
  series.hasDataLabels = true;
  series.dataLabels.showValue = true;
  series.dataLabels.showSeriesName = false;
  series.dataLabels.showCategoryName = false;
  series.dataLabels.position = "OutsideEnd";
  series.dataLabels.numberFormat = numberFormat;
  series.dataLabels.format.font.size = LABEL_SIZE;
  series.dataLabels.format.font.color = palette.black;
}

/** @param sentence - where the cell with the title's words stands */
function queueFrame(added: Excel.Chart, chart: ChartBlueprint, sentence: string | undefined): void {
  if (sentence === undefined) added.title.text = chart.shows;
  else added.title.setFormula(sentence);
  added.title.format.font.size = TITLE_SIZE;
  added.title.format.font.bold = true;
  added.title.format.font.color = palette.darkBlue;
  added.format.font.name = fontName;
  added.format.fill.setSolidColor(palette.white);
  added.format.border.clear();
  added.legend.visible = chart.series.length > 1;
  if (chart.series.length > 1) {
    added.legend.position = "Top";
    added.legend.format.font.size = LABEL_SIZE;
  }
  const { valueAxis, categoryAxis } = added.axes;
  valueAxis.title.text = chart.valueAxisTitle;
  valueAxis.format.font.size = LABEL_SIZE;
  valueAxis.numberFormat = "#,##0";
  valueAxis.majorGridlines.format.line.color = "#E3E3E3";
  categoryAxis.format.font.size = LABEL_SIZE;
  // Labels stay at the foot of the chart where values go below zero.
  categoryAxis.tickLabelPosition = "Low";
}
