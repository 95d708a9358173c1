/** Charts into a file and back: what the model says is what the file says. */
import { openXlsx } from "../../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../../src/host/file/save-xlsx";
import { Package } from "../../../../src/host/file/package/package";
import { unzip } from "../../../../src/host/file/package/zip-read";
import { fileLimits } from "../../../../src/host/file/limits";
import { defaultAxis, type Chart } from "../../../../src/host/workbook/chart";
import type { Sheet } from "../../../../src/host/workbook/sheet";
import type { Workbook } from "../../../../src/host/workbook/workbook";
import { cellError } from "../../../../src/host/workbook/values";
import { packageProblems } from "../../../support/package-lint";
import { blankSeries, chartOf, figures, gallery, labels, seriesOver } from "../chart-gallery";

const partsOf = (bytes: Uint8Array): Package => new Package(unzip(bytes, fileLimits));
const chartsOf = (workbook: Workbook): readonly Chart[] => workbook.sheets.flatMap((sheet) => sheet.get("charts"));

/** One chart on the sheet of figures. */
function withChart(over: Partial<Chart>, change: (sheet: Sheet) => void = () => undefined): Workbook {
  const workbook = figures();
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error("The figures have no sheet.");
  change(sheet);
  sheet.load({ charts: [chartOf({ name: "Chart 1", ...over })] });
  return workbook;
}
const reopened = (workbook: Workbook): Workbook => openXlsx(saveXlsx(workbook), "x.xlsx").workbook;
const chartXmlOf = (workbook: Workbook): string => partsOf(saveXlsx(workbook)).text("xl/charts/chart1.xml");

/** What a file gives its own: the number and the part. */
const content = ({ id, carried, ...chart }: Chart): Omit<Chart, "id" | "carried"> => chart;

describe("there and back", () => {
  // A line without marker has one more way of being said: with a marker it is the other kind.
  const said = gallery();
  const back = reopened(said);
  it.each(chartsOf(said).map((chart, index) => [chart.name, chart, index] as const))("%s", (_name, chart, index) => {
    const read = chartsOf(back)[index];
    const sameKind = chart.type === "Line" ? { type: "LineMarkers" as const } : {};
    const expected = { ...content(chart), ...sameKind };
    expect(read === undefined ? null : content(read)).toEqual(asRead(expected));
  });
});

/** What the file does not say twice: gaps of charts without columns, lines that a scatter of points does not have, where a legend would be. */
function asRead(chart: Omit<Chart, "id" | "carried">): Omit<Chart, "id" | "carried"> {
  const round = chart.type === "Pie" || chart.type === "Doughnut";
  return {
    ...chart, legend: chart.legend.visible ? chart.legend : { visible: false, position: "Right", fontSize: null }, categoryAxis: round ? defaultAxis : chart.categoryAxis, valueAxis: round ? defaultAxis : chart.valueAxis,
    series: chart.series.map((series) => {
      const kind = series.type ?? chart.type;
      const bars = kind.startsWith("Column") || kind.startsWith("Bar");
      return {
        ...series, gapWidth: bars ? series.gapWidth : null, overlap: bars ? series.overlap : null,
        line: kind === "XYScatter" ? { colour: null, width: null, dash: null } : series.line,
      };
    }),
  };
}

describe("a title that follows a cell", () => {
  const says = (sheet: Sheet | undefined, value: string): void => sheet?.put(0, 0, { value, formula: null, array: null, style: 0, state: "live" });
  const followed = (): Workbook => withChart({ title: { text: "", formula: "Figures!$A$1", visible: true, size: 14, bold: true, colour: "#12436D" } }, (sheet) => says(sheet, "Short by 4"));
  it("is written as a reference with the words beside it, and read so", () => {
    const xml = chartXmlOf(followed());
    expect(/<c:title>.*<\/c:title>/.exec(xml)?.[0]).toContain("<c:strRef><c:f>Figures!$A$1</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>Short by 4</c:v></c:pt></c:strCache></c:strRef>");
    expect(chartsOf(reopened(followed()))[0]?.title).toEqual({ text: "Short by 4", formula: "Figures!$A$1", visible: true, size: 14, bold: true, colour: "#12436D" });
  });
  it("is brought up to date when the file is saved again, so that no reader shows yesterday's sentence", () => {
    const file = openXlsx(saveXlsx(followed()), "x.xlsx");
    says(file.workbook.sheets[0], "Short by 3");
    const title = /<c:title>.*<\/c:title>/.exec(partsOf(saveXlsx(file)).text("xl/charts/chart1.xml"))?.[0] ?? "";
    expect([title.includes("Short by 3"), title.includes("Short by 4")]).toEqual([true, false]);
  });
});

describe("what readers see that do not calculate", () => {
  it("words and numbers as they stand in the cells, with their format", () => {
    const xml = chartXmlOf(withChart({ series: [seriesOver("B")] }, (sheet) => {
      const style = sheet.workbook.styles.intern({ ...sheet.workbook.styles.at(0), numberFormat: "#,##0" });
      for (let row = 1; row < 5; row++) sheet.put(row, 1, { ...sheet.cell(row, 1), style });
    }));
    expect(/<c:val>.*<\/c:val>/.exec(xml)?.[0]).toBe('<c:val><c:numRef><c:f>Figures!$B$2:$B$5</c:f><c:numCache><c:formatCode>#,##0</c:formatCode><c:ptCount val="4"/><c:pt idx="0"><c:v>61</c:v></c:pt><c:pt idx="1"><c:v>40</c:v></c:pt><c:pt idx="2"><c:v>75</c:v></c:pt><c:pt idx="3"><c:v>20</c:v></c:pt></c:numCache></c:numRef></c:val>');
    expect(/<c:tx>.*?<\/c:tx>/.exec(xml.slice(xml.indexOf("<c:ser>")))?.[0]).toBe('<c:tx><c:strRef><c:f>Figures!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Demand</c:v></c:pt></c:strCache></c:strRef></c:tx>');
  });
  it.each([
    { what: "a blank is no point", value: null, point: "" },
    { what: "a word counts as nought", value: "Withheld", point: '<c:pt idx="1"><c:v>0</c:v></c:pt>' },
    { what: "an error keeps its name", value: cellError("#N/A"), point: '<c:pt idx="1"><c:v>#N/A</c:v></c:pt>' },
    { what: "TRUE counts as one", value: true, point: '<c:pt idx="1"><c:v>1</c:v></c:pt>' },
  ])("$what", ({ value, point }) => {
    const xml = chartXmlOf(withChart({ series: [seriesOver("B")] }, (sheet) => sheet.put(2, 1, { ...sheet.cell(2, 1), value })));
    expect(/<c:val>.*?<c:pt idx="0"><c:v>61<\/c:v><\/c:pt>(.*?)<c:pt idx="2">/.exec(xml)?.[1]).toBe(point);
  });
  it("categories of two columns make two levels, the nearest first", () => {
    const xml = chartXmlOf(withChart({ series: [seriesOver("C", { categories: "Figures!$A$2:$B$5" })] }));
    expect([/<c:multiLvlStrCache><c:ptCount val="4"\/><c:lvl><c:pt idx="0"><c:v>61</.test(xml), (xml.match(/<c:lvl>/g) ?? []).length]).toEqual([true, 2]);
  });
  it("ampersands and quotes in names and sheet names are spelt out", () => {
    const workbook = withChart({ title: { text: `R&D "today" <now>`, formula: null, visible: true, size: null, bold: null, colour: null }, series: [{ ...blankSeries, name: { text: "A & B" }, values: "'P&L'!$A$1" }] });
    workbook.addSheet("P&L").put(0, 0, { value: 7, formula: null, array: null, style: 0, state: "live" });
    const [chart] = chartsOf(reopened(workbook));
    expect([chart?.title.text, chart?.series[0]?.name, chart?.series[0]?.values]).toEqual([`R&D "today" <now>`, { text: "A & B" }, "'P&L'!$A$1"]);
  });
});

describe("what Excel would refuse", () => {
  it.each([
    { type: "ColumnStacked", position: "OutsideEnd", written: false },
    { type: "ColumnClustered", position: "OutsideEnd", written: true },
    { type: "LineMarkers", position: "OutsideEnd", written: false },
    { type: "LineMarkers", position: "Top", written: true },
    { type: "Doughnut", position: "OutsideEnd", written: false },
    { type: "AreaStacked", position: "Center", written: false },
    { type: "Pie", position: "BestFit", written: true },
  ] as const)("labels of $type at $position are written so: $written", ({ type, position, written }) => {
    expect(chartXmlOf(withChart({ type, series: [seriesOver("B", { labels: labels({ position }) })] })).includes("<c:dLblPos ")).toBe(written);
  });
});

describe("where it lies", () => {
  it.each([
    { what: "a plain sheet", frame: { left: 10, top: 150, width: 360, height: 230 }, change: () => undefined },
    { what: "a sheet with wide, narrow and hidden columns and rows", frame: { left: 33.5, top: 47.25, width: 500, height: 333 }, change: (sheet: Sheet) => sheet.load({
      columns: new Map([[0, { width: 40, hidden: false, style: 0 }], [2, { width: null, hidden: true, style: 0 }], [3, { width: 2, hidden: false, style: 0 }]]),
      rows: new Map([[1, { height: 60, hidden: false, style: 0 }], [4, { height: null, hidden: true, style: 0 }]]),
    }) },
  ])("$what: the frame comes back to a hundredth of a point", ({ frame, change }) => {
    const [chart] = chartsOf(reopened(withChart({ frame, series: [seriesOver("B")] }, change)));
    const rounded = Object.fromEntries(Object.entries(chart?.frame ?? {}).map(([side, points]) => [side, Math.round(points * 100) / 100]));
    expect(rounded).toEqual(frame);
  });
  it("several charts of a sheet share its drawing; their shapes have numbers of their own", () => {
    const parts = partsOf(saveXlsx(gallery()));
    const ids = [...parts.text("xl/drawings/drawing1.xml").matchAll(/<xdr:cNvPr id="(\d+)"/g)].map((match) => match[1]);
    expect([ids, parts.names.filter((name) => name.startsWith("xl/charts/")).length, parts.names.filter((name) => /^xl\/drawings\/[^/]*$/.test(name)).length]).toEqual([["2", "3", "4", "5"], 23, 6]);
  });
});

it("Excel has nothing to repair in it", () => { expect(packageProblems(saveXlsx(gallery()))).toEqual([]); });

it("the same workbook gives the same bytes", () => {
  expect(saveXlsx(gallery())).toEqual(saveXlsx(gallery()));
});
