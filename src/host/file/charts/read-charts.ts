/** The charts of a sheet, from its drawing and their parts. */
import { titleWords } from "../../calc/title-words";
import { defaultAxis, type Chart, type ChartSeries } from "../../workbook/chart";
import { seriesName } from "../../workbook/chart-data";
import type { Sheet } from "../../workbook/sheet";
import { relatedOfKind, type Parts } from "../package/package";
import type { Theme } from "../read/theme";
import { attribute } from "../xml/query";
import { scanXml } from "../xml/scan";
import { frameOf } from "./anchors";
import { anchoredCharts, type AnchoredChart } from "./drawing-charts";
import { readChart, type ChartContent } from "./read-chart";

const unknown: ChartContent = {
  type: "Unknown", title: { text: "", formula: null, visible: false, size: null, bold: null, colour: null }, legend: { visible: false, position: "Right", fontSize: null },
  categoryAxis: defaultAxis, valueAxis: defaultAxis, secondaryAxis: null, series: [], fill: null, border: true, fontName: null, blanks: "NotPlotted",
};

/** Unlike the ids of charts made here, and the same each time the file is opened. */
function idOf(parts: Parts, part: string): string {
  return `{${(parts.names.indexOf(part) + 1).toString(16).toUpperCase().padStart(8, "0")}-CA47-4000-9000-000000000000}`;
}

function readOne(parts: Parts, sheet: Sheet, theme: Theme, found: AnchoredChart): Chart {
  const nameOf = (series: ChartSeries): string => seriesName(sheet.workbook, series.name) ?? "";
  const content = found.newer ? unknown : readChart(scanXml(parts.text(found.part), found.part), theme, nameOf);
  const { properties, part } = found;
  return {
    ...content, title: { ...content.title, text: titleWords(sheet.workbook, content.title) }, id: idOf(parts, part), name: attribute(properties, "name") ?? "", frame: frameOf(sheet, found.anchor),
    altText: { title: attribute(properties, "title") ?? "", description: attribute(properties, "descr") ?? "" }, carried: part,
  };
}

/**
 * Charts as the file has them. Called when the sheet's columns and rows are known, and once all sheets have their cells, since titles may
 * follow cells of any of them.
 *
 * @param sheetPart - "xl/worksheets/sheet1.xml"
 * @throws FileProblem damaged, missing-part
 */
export function readCharts(parts: Parts, sheetPart: string, sheet: Sheet, theme: Theme): readonly Chart[] {
  const drawing = relatedOfKind(parts, sheetPart, "drawing");
  return drawing === null ? [] : anchoredCharts(parts, drawing).map((found) => readOne(parts, sheet, theme, found));
}
