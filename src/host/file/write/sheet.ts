/** A worksheet part with the sheet as it is now: what changed is patched in, the rest stays as it is written. */
import { areaName, columnCount } from "../../workbook/area";
import type { StylePatch } from "../../workbook/features";
import type { SheetFilter } from "../../workbook/filter";
import type { Sheet, SheetFeatures } from "../../workbook/sheet";
import { between, type Steps } from "../../workbook/steps";
import { writeCharts } from "../charts/write-drawing";
import { featuresOf, sameData, type Origin, type SheetOrigin } from "../opened-file";
import type { Draft } from "../package/draft";
import type { CellSource } from "../read/cells";
import { tableNameAt } from "../read/worksheet";
import { openTag } from "../xml/write";
import { findChanges } from "./cell-changes";
import { writeComments } from "./comments";
import type { CellWriting } from "./cell-xml";
import type { DynamicArrayMark } from "./dynamic-array-mark";
import { filterXml } from "./filters";
import { putHighlights } from "./highlights";
import { putLinks, putMerges, putSheetProperties } from "./links";
import { OrderedXml, worksheetOrder } from "./ordered-xml";
import { putPageBreaks, putPageSetup } from "./page-setup";
import { relationAttribute } from "./relation-attribute";
import { patchRows } from "./sheet-data";
import { outlineXml, protectionXml, putColumns, putSheetProperty, putStandardSizes, putView, tabColourXml, type SheetPropertyState } from "./sheet-view";
import type { StyleWriter } from "./styles";
import { putTables } from "./tables";
import type { TextTable } from "./texts";
import { putValidations } from "./validations";

export interface Saving {
  readonly draft: Draft;
  readonly origin: Origin;
  readonly texts: TextTable;
  readonly styles: StyleWriter;
  readonly dynamicArrays: DynamicArrayMark;
}

/** The share of the work that turning bytes into characters is, and finding what changed. */
const [CHARACTERS, COMPARED] = [0.1, 0.6];

/**
 * Writes one sheet into the draft, with rests on the way.
 *
 * @param selected - whether the sheet's tab is the open one; null where that did not change
 * @returns whether a formula was added, taken out or changed, so that the file's order of calculation no longer holds
 */
export function* writeSheet(saving: Saving, sheet: Sheet, origin: SheetOrigin, selected: boolean | null): Steps<boolean> {
  const { draft } = saving;
  const before = origin.features;
  const now = featuresOf(sheet);
  const source = yield* between(0, CHARACTERS, draft.textInSteps(origin.part));
  const xml = new OrderedXml(source, worksheetOrder, origin.part, "sheetData");
  yield CHARACTERS;
  const formulas = yield* putCells(saving, sheet, origin, xml);
  putAround(saving, xml, origin, before, now, selected);
  if (!sameData(before.tables, now.tables)) putTables(draft, xml, origin.part, origin, now.tables, (patch) => saving.styles.patch(patch));
  const drawing = writeCharts(draft, origin.part, sheet, before.charts);
  if (drawing !== null && xml.child("drawing") === null) xml.put("drawing", `<drawing${relationAttribute(xml, drawing)}/>`);
  const notes = sameData(before.comments, now.comments) ? null : writeComments(draft, saving.origin, origin.part, now.comments);
  if (notes !== null && xml.child("legacyDrawing") === null) xml.put("legacyDrawing", `<legacyDrawing${relationAttribute(xml, notes)}/>`);
  const text = xml.apply();
  if (text !== source) draft.replaceText(origin.part, text);
  return formulas;
}

function putAround({ draft, origin, styles }: Saving, xml: OrderedXml, sheet: SheetOrigin, before: SheetFeatures, now: SheetFeatures, selected: boolean | null): void {
  const { written } = origin;
  const changed = (feature: keyof SheetFeatures): boolean => !sameData(before[feature], now[feature]);
  const properties: SheetPropertyState = { text: null };
  if (changed("tabColour")) putSheetProperty(xml, properties, "tabColor", () => tabColourXml(now.tabColour));
  if (changed("summaries")) putSheetProperty(xml, properties, "outlinePr", (opened) => outlineXml(opened, now.summaries));
  if (changed("pageSetup")) putPageSetup(xml, properties, before.pageSetup, now.pageSetup);
  if (changed("pageBreaks")) putPageBreaks(xml, now.pageBreaks);
  if (properties.text !== null) xml.put("sheetPr", properties.text === "" ? null : properties.text);
  putView(xml, before, now, selected);
  putStandardSizes(xml, before, now);
  if (changed("columns")) putColumns(xml, now, (style) => styles.index(style));
  if (changed("protection")) xml.put("sheetProtection", protectionXml(now.protection));
  if (changed("merges")) putMerges(xml, now.merges);
  if (changed("conditionalFormats")) putHighlights(xml, before.conditionalFormats, now.conditionalFormats, written, (patch) => styles.patch(patch));
  if (changed("validations")) putValidations(xml, now.validations, written);
  if (changed("hyperlinks")) putLinks(draft, xml, sheet.part, before.hyperlinks, now.hyperlinks, written);
  if (changed("autoFilter")) putFilter(xml, before.autoFilter, now.autoFilter, (patch) => styles.patch(patch));
  if (changed("properties")) putSheetProperties(draft, xml, sheet.part, sheet, now.properties);
}

function putFilter(xml: OrderedXml, before: SheetFilter | null, now: SheetFilter | null, patch: (patch: StylePatch) => number | null): void {
  if (now === null) { xml.put("autoFilter", null); return; }
  const columns = columnCount(now.area);
  xml.put("autoFilter", filterXml(xml.text("autoFilter"), xml.prefix, { area: now.area, before: before?.columns ?? [], now: now.columns, columns }, patch));
}

/** Patches rows and cells; true where a formula changed. */
function* putCells(saving: Saving, sheet: Sheet, origin: SheetOrigin, xml: OrderedXml): Steps<boolean> {
  const opened = origin.features.tables;
  const tables = sheet.get("tables");
  const { strings, dynamicMarks, styles } = saving.origin;
  const source: CellSource = { part: origin.part, prefix: xml.prefix, strings, dynamicMarks, styleCount: styles.styles.length, tableAt: (row, column) => tableNameAt(opened, row, column) };
  const data = xml.child("sheetData");
  const where = data === null || data.selfClosing ? { text: xml.source, from: 0, to: 0 } : { text: xml.source, from: data.openEnd, to: data.closeStart };
  const names = new Map(opened.map(({ id, name }) => [id, name]));
  const renamed = tables.some(({ id, name }) => names.has(id) && names.get(id) !== name);
  const isRenamed = (row: number, column: number): boolean => renamed && tableNameAt(opened, row, column) !== tableNameAt(tables, row, column);
  const changes = yield* between(CHARACTERS, COMPARED, findChanges(sheet, source, where, isRenamed));
  if (changes.changes.size === 0 && !changes.hasMore && sameData(origin.features.rows, sheet.get("rows"))) return false;
  const writing: CellWriting = {
    text: (value) => saving.texts.index(value), style: (index) => saving.styles.index(index), dynamicMark: () => saving.dynamicArrays.number(),
    tableAt: (row, column) => tableNameAt(tables, row, column),
  };
  const rows = yield* between(COMPARED, 1, patchRows(sheet, source, where, changes, writing));
  yield 1;
  const opening = data === null ? `<${xml.prefix}sheetData>` : openTag(xml.source.slice(data.start, data.openEnd));
  xml.put("sheetData", rows === "" ? `<${xml.prefix}sheetData/>` : `${opening}${rows}</${xml.prefix}sheetData>`);
  const used = sheet.usedArea();
  if (xml.child("dimension") !== null || data === null || data.selfClosing) xml.put("dimension", `<dimension ref="${used === null ? "A1" : areaName(used)}"/>`);
  return changes.formulas;
}
