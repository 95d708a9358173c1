/** Charts through the real library. */
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import type { Chart } from "../../../src/host/workbook/chart";
import { openOfficePage, type OfficePage } from "./office-page";

let page: OfficePage;
beforeAll(async () => { page = await openOfficePage(); });
afterAll(() => page.close());

/** A fresh sheet "Data…" with demand and supply by horizon in A1:C4, which the code sees as `sheet` and `data`. */
const onData = (body: string): Promise<unknown> => page.run(`
  const sheet = context.workbook.worksheets.add();
  const data = sheet.getRange("A1:C4");
  data.values = [["Horizon", "Demand", "Supply"], ["Now", 12, 9], ["1 year", 20, 15], ["3 years", 30, 31]];
  ${body}
`);
function lastChart(): Chart {
  const chart = page.workbook.sheets.at(-1)?.get("charts").at(-1);
  if (chart === undefined) throw new Error("There is no chart on the last sheet.");
  return chart;
}
const ref = (cells: string): string => `${page.workbook.sheets.at(-1)?.name ?? ""}!${cells}`;

describe("a chart's source", () => {
  it.each([
    { by: '"Columns"', series: [["$B$1", "$B$2:$B$4", "$A$2:$A$4"], ["$C$1", "$C$2:$C$4", "$A$2:$A$4"]], because: "each column is a series" },
    { by: '"Rows"', series: [["$A$2", "$B$2:$C$2", "$B$1:$C$1"], ["$A$3", "$B$3:$C$3", "$B$1:$C$1"], ["$A$4", "$B$4:$C$4", "$B$1:$C$1"]], because: "each row is a series" },
    { by: '"Auto"', series: [["$B$1", "$B$2:$B$4", "$A$2:$A$4"], ["$C$1", "$C$2:$C$4", "$A$2:$A$4"]], because: "there are more rows than columns" },
  ])("by $by: $because", async ({ by, series }) => {
    await onData(`sheet.charts.add("ColumnClustered", data, ${by}); await context.sync();`);
    expect(lastChart().series.map((one) => [one.name, one.values, one.categories])).toEqual(series.map(([name = "", values = "", categories = ""]) => [{ formula: ref(name) }, ref(values), ref(categories)]));
  });

  it("takes a first column of dates for categories, and a first row of them for names", async () => {
    await onData('sheet.getRange("E1:F4").values = [["Month", "Posts"], ["2026-01-31", 5], ["2026-02-28", 6], ["2026-03-31", 7]]; sheet.charts.add("Line", sheet.getRange("E1:F4")); await context.sync();');
    expect(lastChart().series.map((one) => [one.name, one.values, one.categories])).toEqual([[{ formula: ref("$F$1") }, ref("$F$2:$F$4"), ref("$E$2:$E$4")]]);
    await onData('sheet.getRange("E1:G2").values = [["", "2026-01-31", "2026-02-28"], ["Posts", 5, 6]]; sheet.charts.add("Line", sheet.getRange("E1:G2"), "Rows"); await context.sync();');
    expect(lastChart().series.map((one) => [one.name, one.values, one.categories])).toEqual([[{ formula: ref("$E$2") }, ref("$F$2:$G$2"), ref("$F$1:$G$1")]]);
  });

  it("is set series by series", async () => {
    expect(await onData(`
      const chart = sheet.charts.add("BarClustered", sheet.getRange("A1:B4"), "Columns");
      const added = chart.series.add("Supply");
      added.setValues(sheet.getRange("C2:C4")); added.setXAxisValues(sheet.getRange("A2:A4"));
      chart.series.getItemAt(0).name = "Wanted";
      chart.series.load("items/name,items/chartType,count");
      const values = added.getDimensionValues("Values"); const categories = added.getDimensionValues("Categories");
      await context.sync();
      chart.series.getItemAt(0).delete();
      const left = chart.series.getCount(); await context.sync();
      return [chart.series.items.map((one) => [one.name, one.chartType]), chart.series.count, values.value, categories.value, left.value];
    `)).toEqual([[["Wanted", "BarClustered"], ["Supply", "BarClustered"]], 2, [9, 15, 31], ["Now", "1 year", "3 years"], 1]);
  });
});

describe("points, trend lines, legend entries and scales", () => {
  it("a legend keeps its fill and its words' look through a file", async () => {
    await onData(`
      const { legend } = sheet.charts.add("ColumnClustered", data, "Columns");
      legend.position = "Left"; legend.format.fill.setSolidColor("white"); legend.format.font.set({ bold: true, color: "#801650", size: 11 });
      await context.sync();
    `);
    const made = { visible: true, position: "Left", fontSize: 11, fill: "#FFFFFF", bold: true, colour: "#801650" };
    expect(lastChart().legend).toEqual(made);
    expect(openXlsx(saveXlsx(page.workbook), "Again.xlsx").workbook.sheets.at(-1)?.get("charts")[0]?.legend).toEqual(made);
  });

  it("a line without a colour of its own has its series' colour, as it is drawn", async () => {
    expect(await onData(`
      const chart = sheet.charts.add("ColumnClustered", data, "Columns");
      const [first, second] = [chart.series.getItemAt(0), chart.series.getItemAt(1)];
      first.format.fill.setSolidColor("#801650");
      first.trendlines.add("Linear"); second.trendlines.add("Linear");
      const lines = [first.trendlines.getItem(0), second.trendlines.getItem(0), second].map(({ format }) => format.line.load("color"));
      await context.sync();
      const before = lines.map(({ color }) => color);
      second.chartType = "Line"; lines[1].color = "#F46A25"; lines.forEach((line) => line.load("color"));
      await context.sync();
      return [before, lines.map(({ color }) => color)];
    `)).toEqual([["#801650", "#ED7D31", "#000000"], ["#801650", "#F46A25", "#ED7D31"]]);
  });

  it("are set and read", async () => {
    expect(await onData(`
      const chart = sheet.charts.add("ColumnClustered", data, "Columns");
      const series = chart.series.getItemAt(0);
      series.points.getItemAt(1).format.fill.setSolidColor("#F46A25"); series.points.getItemAt(2).format.border.color = "#000000"; series.points.getItemAt(2).format.border.weight = 2;
      const trend = series.trendlines.add("MovingAverage"); trend.movingAveragePeriod = 3; trend.format.line.color = "#801650";
      series.trendlines.add("Linear").set({ showEquation: true, forwardPeriod: 0.5, name: "Straight" }); series.trendlines.add("Polynomial").delete();
      chart.legend.legendEntries.getItemAt(1).visible = false;
      const axis = chart.axes.valueAxis; axis.set({ scaleType: "Logarithmic", logBase: 2, minorUnit: 2, majorTickMark: "Outside", minorTickMark: "Cross", displayUnit: "Thousands" }); axis.minorGridlines.visible = true; axis.format.line.color = "#3D3D3D";
      series.points.load("count,items/value"); series.trendlines.load("items/type,items/name"); trend.load("movingAveragePeriod"); chart.legend.legendEntries.load("items/index,items/visible"); axis.load("scaleType,logBase,displayUnit,majorTickMark,minorTickMark,minorUnit");
      await context.sync();
      return [series.points.count, series.points.items.map((point) => point.value), series.trendlines.items.map((one) => [one.type, one.name]), trend.movingAveragePeriod,
        chart.legend.legendEntries.items.map((entry) => [entry.index, entry.visible]), axis.scaleType, axis.logBase, axis.displayUnit, axis.majorTickMark, axis.minorTickMark, axis.minorUnit];
    `)).toEqual([3, [12, 20, 30], [["MovingAverage", "3 per. Mov. Avg. (Demand)"], ["Linear", "Straight"]], 3, [[0, true], [1, false]], "Logarithmic", 2, "Thousands", "Outside", "Cross", 2]);
    const { series: [first], valueAxis, legend } = lastChart();
    expect([first?.points, first?.trendlines?.length, valueAxis.logBase, valueAxis.minorGridlines, valueAxis.line, legend.hiddenEntries]).toEqual([
      [{ index: 1, fill: "#F46A25", line: null }, { index: 2, fill: null, line: { colour: "#000000", width: 2, dash: null } }], 2, 2, true, { colour: "#3D3D3D", width: null, dash: null }, [1],
    ]);
    const { id, carried, ...made } = lastChart();
    const [again] = openXlsx(saveXlsx(page.workbook), "Again.xlsx").workbook.sheets.at(-1)?.get("charts") ?? [];
    expect({ ...again, id, carried }).toMatchObject({ id, carried, series: made.series.map(({ points, trendlines }) => ({ ...(points === undefined ? {} : { points }), ...(trendlines === undefined ? {} : { trendlines }) })), legend: made.legend });
  });

  it("single points have labels and markers of their own, or none, through a file", async () => {
    expect(await onData(`
      const chart = sheet.charts.add("LineMarkers", data, "Columns"); const { points } = chart.series.getItemAt(0);
      const label = points.getItemAt(2).dataLabel; label.showSeriesName = true; label.separator = " - "; label.position = "Top"; label.format.font.color = "#801650";
      points.getItemAt(0).set({ markerStyle: "Diamond", markerSize: 12, markerBackgroundColor: "#F46A25", markerForegroundColor: "black" });
      chart.series.getItemAt(1).hasDataLabels = true; chart.series.getItemAt(1).points.getItemAt(0).hasDataLabel = false;
      chart.axes.categoryAxis.tickLabelSpacing = 2; chart.axes.categoryAxis.tickMarkSpacing = 3;
      points.load("items/hasDataLabel"); const others = chart.series.getItemAt(1).points; others.load("items/hasDataLabel");
      await context.sync();
      return [points.items.map((point) => point.hasDataLabel), others.items.map((point) => point.hasDataLabel)];
    `)).toEqual([[false, false, true], [false, true, true]]);
    const label = { value: true, seriesName: true, categoryName: false, percentage: false, position: "Top", numberFormat: null, fontSize: null, fontColour: "#801650", separator: " - " };
    const own = [[
      { index: 0, fill: "#F46A25", line: { colour: "#000000", width: null, dash: null }, marker: "Diamond", markerSize: 12 }, { index: 2, fill: null, line: null, labels: label },
    ], [{ index: 0, fill: null, line: null, labels: null }]];
    expect(lastChart().series.map(({ points }) => points)).toEqual(own);
    const [again] = openXlsx(saveXlsx(page.workbook), "Again.xlsx").workbook.sheets.at(-1)?.get("charts") ?? [];
    expect(again?.series.map(({ points }) => points)).toEqual(own);
    expect([again?.categoryAxis.labelSpacing, again?.categoryAxis.markSpacing]).toEqual([2, 3]);
  });

  it("a series stays the same one while others change places, come and go; places are counted from 0", async () => {
    expect(await onData(`
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Columns");
      const second = chart.series.add("Second"); const third = chart.series.add("Third"); for (const one of [second, third]) one.setValues(sheet.getRange("C2:C4"));
      third.plotOrder = 0; second.plotOrder = 1; third.load("name,plotOrder"); second.load("name,plotOrder"); chart.series.load("items/name");
      await context.sync();
      const names = chart.series.items.map((one) => one.name);
      const [first, middle, last] = [0, 1, 2].map((index) => chart.series.getItemAt(index)); first.delete(); last.load("name"); middle.load("name"); await context.sync();
      return [names, [third.name, third.plotOrder], [second.name, second.plotOrder], [middle.name, last.name]];
    `)).toEqual([["Third", "Second", "Demand"], ["Third", 0], ["Second", 1], ["Second", "Demand"]]);
  });

  it("a series tells where its figures are, in an Excel that has the question", async () => {
    const newer = await openOfficePage({ profile: { platform: "web", api: "1.21" } });
    expect(await newer.run(`
      const sheet = context.workbook.worksheets.getItem("Sheet1"); sheet.getRange("A1:B3").values = [["Post", "Demand"], ["Nurse", 3], ["Doctor", 5]];
      const series = sheet.charts.add("Line", sheet.getRange("A1:B3"), "Columns").series.getItemAt(0);
      const asked = ["Values", "Categories"].map((dimension) => [series.getDimensionDataSourceString(dimension), series.getDimensionDataSourceType(dimension)]);
      await context.sync(); return asked.map((pair) => pair.map(({ value }) => value));
    `)).toEqual([["Sheet1!$B$2:$B$3", "LocalRange"], ["Sheet1!$A$2:$A$3", "LocalRange"]]);
    newer.close();
  });

  it("a doughnut's hole is as wide as it is set, within Excel's bounds", async () => {
    await onData('const chart = sheet.charts.add("Doughnut", data, "Columns"); chart.series.getItemAt(0).doughnutHoleSize = 75; chart.series.getItemAt(0).hasDataLabels = true; chart.series.getItemAt(0).dataLabels.separator = "\\n"; await context.sync();');
    const [again] = openXlsx(saveXlsx(page.workbook), "Again.xlsx").workbook.sheets.at(-1)?.get("charts") ?? [];
    expect([again?.series[0]?.holeSize, again?.series[0]?.labels?.separator]).toEqual([75, "\n"]);
    expect(await onData('const chart = sheet.charts.add("Doughnut", data, "Columns"); chart.series.getItemAt(0).doughnutHoleSize = 95; await context.sync();')).toMatchObject({ refused: "InvalidArgument" });
  });

  it.each([
    { code: 'chart.series.getItemAt(0).points.getItemAt(3).load("value")', refused: "ItemNotFound", because: "there are three" },
    { code: 'chart.series.getItemAt(0).trendlines.add("Straight")', refused: "InvalidArgument", because: "there is no such kind" },
    { code: 'chart.chartType = "ColumnStacked"; chart.series.getItemAt(0).trendlines.add("Linear")', refused: "InvalidOperation", because: "stacks have none" },
    { code: 'chart.series.getItemAt(0).trendlines.add("Polynomial").polynomialOrder = 7', refused: "InvalidArgument", because: "six at most" },
    { code: "chart.axes.valueAxis.logBase = 1", refused: "InvalidArgument", because: "powers of one do not grow" },
    { code: 'chart.getImage()', refused: "ApiNotFound", because: "the host makes no pictures" },
    { code: 'chart.series.getItemAt(0).yErrorBars.visible = true', refused: "ApiNotFound", because: "error bars are not built" },
  ])("$code is refused as $refused ($because)", async ({ code, refused }) => {
    expect(await onData(`const chart = sheet.charts.add("ColumnClustered", data); ${code}; await context.sync();`)).toMatchObject({ refused });
  });
});

describe("a title that follows a cell", () => {
  it("says what the cell says now, under its new sheet's name too, and not once it has words of its own", async () => {
    expect(await onData(`
      sheet.getRange("E1").formulas = [['=B2&" wanted"']];
      const chart = sheet.charts.add("ColumnClustered", data);
      sheet.load("name"); await context.sync();
      chart.title.setFormula("='" + sheet.name + "'!$E$1");
      sheet.getRange("B2").values = [[40]];
      const words = [];
      const say = async () => { chart.title.load("text,visible"); await context.sync(); words.push(chart.title.text); };
      await say();
      sheet.name = "Followed"; sheet.getRange("B2").values = [[41]]; await say();
      sheet.getRange("1:1").insert("Down"); sheet.getRange("B3").values = [[42]]; await say();
      chart.title.text = "Own words"; sheet.getRange("B3").values = [[43]]; await say();
      return words;
    `)).toEqual(["40 wanted", "41 wanted", "42 wanted", "Own words"]);
  });
  it("refuses what names no cell", async () => {
    expect(await onData(`sheet.charts.add("Line", data).title.setFormula("=Nowhere!$A$1"); await context.sync();`)).toMatchObject({ refused: "InvalidArgument", at: "ChartTitle.setFormula" });
  });
});

describe("a chart", () => {
  it("has a place, a name and a type, and is found by its name", async () => {
    expect(await onData(`
      const chart = sheet.charts.add("Line", data);
      chart.name = "Gap"; chart.setPosition("B6", "E10");
      chart.load("name,id,chartType,left,top,width,height");
      const found = sheet.charts.getItem("gap").load("id"); const none = sheet.charts.getItemOrNullObject("Other");
      sheet.charts.load("items/name,count"); const owner = chart.worksheet.load("name"); sheet.load("name");
      await context.sync();
      chart.chartType = "LineMarkers"; chart.load("chartType"); await context.sync();
      const type = chart.chartType;
      chart.delete(); const left = sheet.charts.getCount(); await context.sync();
      return [chart.name, found.id === chart.id, none.isNullObject, [chart.left, chart.top, chart.width, chart.height], type, sheet.charts.count, owner.name === sheet.name, left.value];
    `)).toEqual(["Gap", true, true, [48, 75, 192, 75], "LineMarkers", 1, true, 0]);
  });

  it("carries a title, axes, a legend and colours", async () => {
    await onData(`
      const chart = sheet.charts.add("ColumnClustered", data, "Columns");
      chart.title.text = "Supply falls short"; chart.title.format.font.size = 14; chart.title.format.font.bold = true; chart.title.format.font.color = "#12436D";
      chart.legend.position = "Top"; chart.legend.visible = true; chart.legend.format.font.size = 12;
      chart.axes.valueAxis.title.text = "Openings"; chart.axes.valueAxis.minimum = 0; chart.axes.valueAxis.maximum = 40; chart.axes.valueAxis.majorUnit = 10;
      chart.axes.valueAxis.numberFormat = "0"; chart.axes.valueAxis.majorGridlines.visible = true; chart.axes.valueAxis.majorGridlines.format.line.color = "#D9D9D9";
      chart.axes.categoryAxis.reversePlotOrder = true; chart.axes.categoryAxis.tickLabelPosition = "Low"; chart.axes.categoryAxis.format.font.size = 9;
      chart.format.fill.setSolidColor("#FFFFFF"); chart.format.border.lineStyle = "None";
      chart.displayBlanksAs = "Zero";
      const demand = chart.series.getItemAt(0);
      demand.format.fill.setSolidColor("#12436D"); demand.gapWidth = 60; demand.overlap = -10; demand.hasDataLabels = true; demand.dataLabels.position = "OutsideEnd"; demand.dataLabels.numberFormat = "0"; demand.dataLabels.format.font.color = "#12436D";
      const supply = chart.series.getItemAt(1);
      supply.chartType = "LineMarkers"; supply.axisGroup = "Secondary"; supply.format.line.color = "#F46A25"; supply.format.line.weight = 2.25; supply.format.line.lineStyle = "Dash"; supply.markerStyle = "Circle"; supply.markerSize = 7; supply.markerBackgroundColor = "#F46A25";
      await context.sync();
    `);
    const chart = lastChart();
    expect(chart).toMatchObject({
      title: { text: "Supply falls short", visible: true, size: 14, bold: true, colour: "#12436D" }, legend: { visible: true, position: "Top", fontSize: 12 }, fill: "#FFFFFF", border: false, blanks: "Zero",
      valueAxis: { title: "Openings", minimum: 0, maximum: 40, majorUnit: 10, numberFormat: "0", majorGridlines: true, gridlineColour: "#D9D9D9" },
      categoryAxis: { reversed: true, tickLabels: "Low", fontSize: 9 }, secondaryAxis: { visible: true },
    });
    expect(chart.series).toMatchObject([
      { fill: "#12436D", gapWidth: 60, overlap: -10, axis: "Primary", type: null, labels: { value: true, position: "OutsideEnd", numberFormat: "0", fontColour: "#12436D" } },
      { type: "LineMarkers", axis: "Secondary", line: { colour: "#F46A25", width: 2.25, dash: "Dash" }, marker: { style: "Circle", size: 7, fill: "#F46A25" } },
    ]);
  });

  it("gives back what was set", async () => {
    expect(await onData(`
      const chart = sheet.charts.add("Pie", sheet.getRange("A1:B4"));
      chart.title.visible = false; chart.legend.visible = false; chart.dataLabels.showPercentage = true; chart.dataLabels.showValue = false;
      chart.axes.valueAxis.minimum = "";
      chart.load("title/visible,title/text,legend/visible,legend/position,dataLabels/showPercentage,axes/valueAxis/minimum,axes/categoryAxis/type,displayBlanksAs");
      await context.sync();
      return [chart.title.visible, chart.legend.visible, chart.legend.position, chart.dataLabels.showPercentage, chart.axes.valueAxis.minimum, chart.axes.categoryAxis.type, chart.displayBlanksAs];
    `)).toEqual([false, false, "Right", true, "", "Category", "NotPlotted"]);
  });

  it.each([
    { code: 'sheet.charts.add("3DPie", data)', refused: "ApiNotFound", because: "a kind that is not drawn is not made" },
    { code: 'sheet.charts.add("Pie", data).getImage()', refused: "ApiNotFound", because: "pictures of charts are not built" },
    { code: 'sheet.charts.getItem("None").load("name")', refused: "ItemNotFound", because: "there is none" },
    { code: 'sheet.charts.add("Pie", data).width = 0', refused: "InvalidArgument", because: "a chart has a width" },
    { code: 'sheet.charts.add("Pie", data).series.getItemAt(0).overlap = 200', refused: "InvalidArgument", because: "overlap goes from -100 to 100" },
    { code: 'sheet.charts.add("Line", data).axes.getItem("Value", "Secondary").load("visible")', refused: "ItemNotFound", because: "nothing is on a second axis" },
  ])("$code is refused as $refused ($because)", async ({ code, refused }) => {
    expect(await onData(`${code}; await context.sync();`)).toMatchObject({ refused });
  });
});

describe("the page", () => {
  it("had nothing to complain of", () => { expect(page.problems).toEqual([]); });
});
