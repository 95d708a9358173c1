/** What was changed on a chart that a file brought, put into its parts; everything else in them stays as it was written. */
import type { Chart } from "../../workbook/chart";
import type { Sheet } from "../../workbook/sheet";
import type { Workbook } from "../../workbook/workbook";
import { sameData } from "../opened-file";
import type { Draft } from "../package/draft";
import { CHART, DRAWING } from "../package/part-kinds";
import { at, child, childrenOf, childValue, descendants } from "../xml/query";
import { scanXml, type XmlElement } from "../xml/scan";
import { Splices } from "../xml/splice";
import { escapeText } from "../xml/text";
import { attributesXml, elementWithContent, tag, withAttributes } from "../xml/write";
import { cornersXml } from "./anchors";
import type { AnchoredChart } from "./drawing-charts";
import { chartTitleXml, chartXml } from "./write-chart";
import { categoriesXml, nameXml, titleReferenceXml, valuesXml } from "./write-references";
import { EMU_PER_POINT } from "./write-shape";

/** Name, alternative text and place: they stand in the drawing. */
function changeAnchor(draft: Draft, drawing: string, sheet: Sheet, { anchor, properties }: AnchoredChart, before: Chart, after: Chart): void {
  const text = draft.text(drawing);
  const splices = new Splices(text);
  if (before.name !== after.name || !sameData(before.altText, after.altText)) {
    const { title, description } = after.altText;
    splices.replace(properties.start, properties.openEnd, withAttributes(text, properties, { name: after.name, descr: description === "" ? null : description, title: title === "" ? null : title }));
  }
  if (!sameData(before.frame, after.frame)) moveAnchor(splices, text, sheet, anchor, after);
  draft.setText(drawing, splices.apply());
}

/** An anchor keeps its kind: by two cells, by one and a size, or by a place on the sheet. */
function moveAnchor(splices: Splices, text: string, sheet: Sheet, anchor: XmlElement, { frame }: Chart): void {
  const { from, to } = cornersXml(sheet, frame, anchor.name.slice(0, anchor.name.length - anchor.local.length));
  const emu = (points: number): number => Math.round(points * EMU_PER_POINT);
  const replace = (local: string, xml: (element: XmlElement) => string): void => {
    const element = child(anchor, local);
    if (element !== null) splices.replace(element.start, element.end, xml(element));
  };
  const stated = (changes: Record<string, number>) => (element: XmlElement): string => withAttributes(text, element, changes) + text.slice(element.openEnd, element.end);
  replace("from", () => from);
  replace("to", () => to);
  replace("pos", stated({ x: emu(frame.left), y: emu(frame.top) }));
  replace("ext", stated({ cx: emu(frame.width), cy: emu(frame.height) }));
}

/** XML of ours inside a part whose prefixes may differ: it declares its own unless the root has the same. */
function inPart(root: XmlElement, xml: string): string {
  const needed = Object.fromEntries([["xmlns:c", CHART], ["xmlns:a", DRAWING]].filter(([name = "", space]) => root.attributes.get(name) !== space));
  return xml.replace(/^<[^\s/>]+/, (start) => start + attributesXml(needed));
}

/** The title's words in the first of its runs, with that run's look; a title without runs is written anew. */
function changeTitle(splices: Splices, text: string, root: XmlElement, workbook: Workbook, after: Chart): void {
  const { title } = after;
  const chart = child(root, "chart");
  const element = child(chart, "title");
  const runs = element === null ? [] : [...descendants(element)].filter(({ local }) => local === "r");
  const paragraphs = childrenOf(at(element, "tx", "rich"), "p");
  const [first] = runs;
  const words = child(first ?? null, "t");
  const followed = child(element, "tx");
  if (title.formula !== null && followed !== null) {
    splices.replace(followed.start, followed.end, inPart(root, titleReferenceXml(workbook, { ...title, formula: title.formula })));
    return;
  }
  if (first !== undefined && words !== null && !title.text.includes("\n")) {
    splices.replace(words.start, words.end, elementWithContent(text, words, escapeText(title.text)));
    for (const run of runs.slice(1)) splices.replace(run.start, run.end, "");
    for (const paragraph of paragraphs.slice(1)) if (!paragraph.children.some(({ local }) => local === "r")) splices.replace(paragraph.start, paragraph.end, "");
    return;
  }
  const written = inPart(root, chartTitleXml(workbook, after));
  if (element !== null) splices.replace(element.start, element.end, written);
  else if (chart !== null) splices.insert(chart.openEnd, written);
}

/** References stand in the order in which Excel plots, whatever the order in the text. */
function seriesElements(root: XmlElement): readonly XmlElement[] {
  const area = at(root, "chart", "plotArea");
  const all = (area?.children ?? []).flatMap((plot) => childrenOf(plot, "ser"));
  const order = (series: XmlElement): number => Number(childValue(series, "order") ?? 0);
  return all.map((series, index) => ({ series, index })).sort((a, b) => order(a.series) - order(b.series) || a.index - b.index).map(({ series }) => series);
}

function changeReferences(splices: Splices, root: XmlElement, sheet: Sheet, before: Chart, after: Chart): void {
  const elements = seriesElements(root);
  after.series.forEach((series, index) => {
    const old = before.series[index];
    const element = elements[index] ?? null;
    const put = (locals: readonly string[], xml: string): void => {
      const target = locals.map((local) => child(element, local)).find((one) => one !== null);
      if (target != null) splices.replace(target.start, target.end, inPart(root, xml));
    };
    const scatter = child(element, "yVal") !== null;
    if (old?.values !== series.values) put(["val", "yVal"], tag(scatter ? "c:yVal" : "c:val", {}, valuesXml(sheet.workbook, series)));
    if (old?.categories !== series.categories) put(["cat", "xVal"], tag(scatter ? "c:xVal" : "c:cat", {}, categoriesXml(sheet.workbook, series)));
    if (!sameData(old?.name, series.name)) put(["tx"], nameXml(sheet.workbook, series.name));
  });
}

/** The chart without what can be changed inside its part word by word; null references differ, since there is nothing to replace. */
function rest(chart: Chart): unknown {
  const { frame, name, altText, title, series, ...others } = chart;
  const kept = series.map((one) => ({ ...one, values: one.values === null, categories: one.categories === null, name: "text" in one.name && one.name.text === "" }));
  return { ...others, title: { ...title, text: title.text === "", formula: title.formula === null }, series: kept };
}

/**
 * Puts what changed into the drawing and the chart's part.
 *
 * @throws FileProblem not-supported, when the part would have to be written anew and its kind is only carried
 */
export function changeChart(draft: Draft, drawing: string, sheet: Sheet, place: AnchoredChart, before: Chart, after: Chart): void {
  changeAnchor(draft, drawing, sheet, place, before, after);
  const { part } = place;
  if (sameData(before.title, after.title) && sameData(before.series, after.series) && sameData(rest(before), rest(after))) return;
  if (!sameData(rest(before), rest(after))) {
    draft.setText(part, chartXml(sheet.workbook, after));
    return;
  }
  const text = draft.text(part);
  const root = scanXml(text, part);
  const splices = new Splices(text);
  if (before.title.text !== after.title.text || before.title.formula !== after.title.formula) changeTitle(splices, text, root, sheet.workbook, after);
  changeReferences(splices, root, sheet, before, after);
  draft.setText(part, splices.apply());
}
