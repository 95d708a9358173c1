/**
 * A sheet's charts into the parts of a save: the drawing with an anchor for each chart, and the chart parts.
 *
 * For whoever writes the sheet: call `writeCharts` once for each sheet, with the draft and the charts as `readCharts` gave them when the
 * file was opened (none for a new sheet). The result is the relationship that the sheet's `<drawing r:id="…"/>` has to name: the one it names
 * already, a new one to put there, or null where there is no drawing and none is needed.
 */
import { titleWords } from "../../calc/title-words";
import type { Chart } from "../../workbook/chart";
import type { Sheet } from "../../workbook/sheet";
import type { Draft } from "../package/draft";
import { contentTypes, DRAWING, SHEET_DRAWING } from "../package/part-kinds";
import { descendants } from "../xml/query";
import { scanXml } from "../xml/scan";
import { appendInside, declaration, tag } from "../xml/write";
import { sameData } from "../opened-file";
import { anchorXml } from "./anchors";
import { changeChart } from "./change-chart";
import { anchoredCharts, type AnchoredChart } from "./drawing-charts";
import { chartXml } from "./write-chart";

const emptyDrawing = `${declaration}${tag("xdr:wsDr", { "xmlns:xdr": SHEET_DRAWING, "xmlns:a": DRAWING }, "")}`;

/** Adds a chart's part and its anchor in the drawing. */
function addChart(draft: Draft, drawing: string, sheet: Sheet, chart: Chart): void {
  const part = draft.freeName("xl/charts/chart", ".xml");
  draft.add(part, contentTypes.chart, chartXml(sheet.workbook, chart));
  const relation = draft.relate(drawing, "chart", part);
  const text = draft.text(drawing);
  const root = scanXml(text, drawing);
  const used = [...descendants(root)].filter(({ local }) => local === "cNvPr").map(({ attributes }) => Number(attributes.get("id") ?? 0));
  draft.setText(drawing, appendInside(text, root, anchorXml(sheet, chart, Math.max(1, ...used) + 1, relation)));
}

/** Takes a chart's anchor, its relationship and its parts out. */
function removeChart(draft: Draft, drawing: string, { anchor, relation, part }: AnchoredChart): void {
  const text = draft.text(drawing);
  draft.setText(drawing, text.slice(0, anchor.start) + text.slice(anchor.end));
  draft.unrelate(drawing, relation);
  draft.removeWithItsOwn(part);
}

const found = (draft: Draft, drawing: string, { carried }: Chart): AnchoredChart | undefined => anchoredCharts(draft, drawing).find(({ part }) => part === carried);

/** A title that follows cells says what they say now: readers that do not calculate show what is written. */
function asItReads(sheet: Sheet, chart: Chart | undefined): Chart | undefined {
  if (chart === undefined || chart.title.formula === null) return chart;
  const text = titleWords(sheet.workbook, chart.title);
  return text === chart.title.text ? chart : { ...chart, title: { ...chart.title, text } };
}

function keepUp(draft: Draft, drawing: string, sheet: Sheet, opened: readonly Chart[]): void {
  const now = new Map(sheet.get("charts").map((chart) => [chart.id, chart]));
  for (const before of opened) {
    const place = found(draft, drawing, before);
    if (place === undefined) continue;
    const after = asItReads(sheet, now.get(before.id));
    if (after === undefined) removeChart(draft, drawing, place);
    else if (after !== before && !sameData(before, after)) changeChart(draft, drawing, sheet, place, before, after);
  }
}

/**
 * Writes a sheet's charts into a draft. One that is as it was opened stays byte for byte; one that was moved, renamed, retitled or
 * pointed at other cells has only that changed in its parts; any other change writes its part anew.
 *
 * @param sheetPart - "xl/worksheets/sheet1.xml"
 * @param opened - the sheet's charts as the file held them
 * @returns the relationship for the sheet's `<drawing>`, or null
 * @throws FileProblem not-supported, when a chart of a kind that is only carried was changed in more than place, name, title and cells
 */
export function writeCharts(draft: Draft, sheetPart: string, sheet: Sheet, opened: readonly Chart[]): string | null {
  const existing = draft.relationshipsOf(sheetPart).find(({ kind, target }) => kind === "drawing" && draft.has(target));
  if (existing !== undefined) keepUp(draft, existing.target, sheet, opened);
  const added = sheet.get("charts").filter(({ id }) => !opened.some((chart) => chart.id === id));
  if (added.length === 0) return existing?.id ?? null;
  const drawing = existing?.target ?? draft.freeName("xl/drawings/drawing", ".xml");
  if (existing === undefined) draft.add(drawing, contentTypes.drawing, emptyDrawing);
  const relation = existing?.id ?? draft.relate(sheetPart, "drawing", drawing);
  for (const chart of added) addChart(draft, drawing, sheet, chart);
  return relation;
}
