/** Tab, view, columns and protection of a sheet, where they changed. */
import { cellName } from "../../workbook/area";
import type { Protection } from "../../workbook/features";
import { columnPixels } from "../../workbook/measure";
import type { ColumnFormat, SheetFeatures } from "../../workbook/sheet";
import { sameData } from "../opened-file";
import { columnSpans, protectionFlags, readColumns } from "../read/sheet-view";
import { childrenOf, isYes } from "../xml/query";
import { attributesXml, tag, type Attributes } from "../xml/write";
import { OrderedXml, sheetPropertiesOrder, sheetViewOrder } from "./ordered-xml";
import { colourXml } from "./style-xml";

const DIGIT_PIXELS = 7;

/** Characters of Excel's width box as a file writes them. @example fileWidth(8.43) // => 9.140625 */
export function fileWidth(characters: number): number {
  return Math.trunc((columnPixels(characters) / DIGIT_PIXELS) * 256) / 256;
}

/** Changes one child of a sheet's `sheetPr`; an empty one goes. */
export function putSheetProperty(xml: OrderedXml, state: SheetPropertyState, local: "tabColor" | "outlinePr" | "pageSetUpPr", change: (before: string | null) => string | null): void {
  const opened = state.text ?? xml.text("sheetPr") ?? "";
  const own = new OrderedXml(opened === "" ? `<${xml.prefix}sheetPr/>` : opened, sheetPropertiesOrder, "sheetPr");
  own.put(local, change(own.text(local)));
  state.text = own.applyOrDrop() ?? "";
}
/** The sheet's `sheetPr` in the making, since several features write to it: null while nobody has, "" when nothing is left of it. */
export interface SheetPropertyState { text: string | null }

export function tabColourXml(colour: string | null): string | null {
  return colour === null ? null : colourXml("tabColor", colour);
}

/** The sheet's view with what changed; `selected` says whether its tab is the open one, null leaves that mark as it is. */
export function putView(xml: OrderedXml, before: SheetFeatures, now: SheetFeatures, selected: boolean | null): void {
  const opened = xml.text("sheetViews") ?? `<${xml.prefix}sheetViews><${xml.prefix}sheetView workbookViewId="0"/></${xml.prefix}sheetViews>`;
  const views = new OrderedXml(opened, ["sheetView", "extLst"], "sheetViews");
  const view = new OrderedXml(views.text("sheetView") ?? `<${xml.prefix}sheetView workbookViewId="0"/>`, sheetViewOrder, "sheetView");
  const changes: Record<string, string | number | boolean | null> = {};
  if (before.gridlines !== now.gridlines) changes["showGridLines"] = now.gridlines ? null : false;
  if (before.headings !== now.headings) changes["showRowColHeaders"] = now.headings ? null : false;
  if (before.zoom !== now.zoom) { changes["zoomScale"] = now.zoom; changes["zoomScaleNormal"] = now.zoom; }
  // A mark that says no, as some programs write it, stays as it is.
  if (selected !== null && selected !== isYes(view.root.attributes.get("tabSelected") ?? "0")) changes["tabSelected"] = selected ? true : null;
  const frozen = !sameData(before.frozen, now.frozen);
  if (Object.keys(changes).length === 0 && !frozen) return;
  view.setAttributes(changes);
  if (frozen) {
    const { pane, selections } = paneXml(now.frozen);
    view.put("pane", pane);
    view.put("selection", selections);
  }
  const others = childrenOf(views.root, "sheetView").slice(1).map((other) => views.source.slice(other.start, other.end)).join("");
  views.put("sheetView", `${view.apply()}${others}`);
  xml.put("sheetViews", views.apply());
}

function paneXml({ rows, columns }: SheetFeatures["frozen"]): { readonly pane: string | null; readonly selections: string | null } {
  if (rows === 0 && columns === 0) return { pane: null, selections: null };
  const active = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const pane = tag("pane", { xSplit: columns || null, ySplit: rows || null, topLeftCell: cellName(rows, columns), activePane: active, state: "frozen" });
  const panes = rows > 0 && columns > 0 ? ["topRight", "bottomLeft", "bottomRight"] : [active];
  return { pane, selections: panes.map((name) => tag("selection", { pane: name })).join("") };
}

/** The deepest group, for which Excel makes room beside the sheet. */
const deepest = (lines: SheetFeatures["rows"] | SheetFeatures["columns"]): number => [...lines.values()].reduce((most, { level = 0 }) => Math.max(most, level), 0);

export function outlineXml(before: string | null, { rows, columns }: SheetFeatures["summaries"]): string | null {
  const outline = new OrderedXml(before ?? "<outlinePr/>", [], "outlinePr");
  outline.setAttributes({ summaryBelow: rows === "before" ? false : null, summaryRight: columns === "before" ? false : null });
  return outline.applyOrDrop();
}

/** The standard sizes of columns and rows, and how deep the outline goes. */
export function putStandardSizes(xml: OrderedXml, before: SheetFeatures, now: SheetFeatures): void {
  const [rows, columns] = [deepest(now.rows), deepest(now.columns)];
  const deeper = { ...(deepest(before.rows) === rows ? {} : { outlineLevelRow: rows || null }), ...(deepest(before.columns) === columns ? {} : { outlineLevelCol: columns || null }) };
  if (before.standardWidth === now.standardWidth && before.standardHeight === now.standardHeight && Object.keys(deeper).length === 0) return;
  const format = new OrderedXml(xml.text("sheetFormatPr") ?? `<${xml.prefix}sheetFormatPr defaultRowHeight="15"/>`, [], "sheetFormatPr");
  format.setAttributes({
    ...(before.standardWidth === now.standardWidth ? {} : { defaultColWidth: fileWidth(now.standardWidth) }),
    ...(before.standardHeight === now.standardHeight ? {} : { defaultRowHeight: now.standardHeight, customHeight: true }),
    ...deeper,
  });
  xml.put("sheetFormatPr", format.apply());
}

/** Columns that did not change keep every attribute they had. @param style - a style's number in the file */
export function putColumns(xml: OrderedXml, now: SheetFeatures, style: (index: number) => number): void {
  const opened = readColumns(xml.root, now.standardWidth);
  const written = new Map<number, Readonly<Record<string, string>>>();
  for (const { element, first, last } of columnSpans(xml.child("cols"))) {
    const { min: _min, max: _max, ...attributes } = Object.fromEntries(element.attributes);
    for (let column = first; column <= last; column++) written.set(column, attributes);
  }
  const columns = [...new Set([...written.keys(), ...now.columns.keys()])].sort((a, b) => a - b);
  const pieces: { first: number; last: number; attributes: string }[] = [];
  for (const column of columns) {
    const format = now.columns.get(column);
    const same = sameData(opened.get(column), format);
    const attributes = attributesXml(same ? written.get(column) ?? {} : { ...written.get(column), ...columnAttributes(format, now.standardWidth, style) });
    const last = pieces.at(-1);
    if (last !== undefined && last.last === column - 1 && last.attributes === attributes) last.last = column;
    else pieces.push({ first: column, last: column, attributes });
  }
  const cols = pieces.map(({ first, last, attributes }) => `<col min="${first + 1}" max="${last + 1}"${attributes}/>`).join("");
  xml.put("cols", cols === "" ? null : tag("cols", {}, cols));
}

function columnAttributes(format: ColumnFormat | undefined, standard: number, style: (index: number) => number): Attributes {
  const number = format === undefined ? 0 : style(format.style);
  const width = format?.width ?? null;
  return { width: fileWidth(width ?? standard), style: number === 0 ? null : number, hidden: format?.hidden === true ? true : null, bestFit: null, customWidth: width === null ? null : true, outlineLevel: format?.level ?? null, collapsed: format?.shut ?? null };
}

export function protectionXml(protection: Protection | null): string | null {
  if (protection === null) return null;
  const { options, passwordAttributes } = protection;
  const attributes: Record<string, string | boolean | null> = { ...passwordAttributes, sheet: true };
  for (const [option, name, otherwise] of protectionFlags) {
    const locked = options[option] !== true;
    attributes[name] = locked === otherwise ? null : locked;
  }
  attributes["selectLockedCells"] = options["selectionMode"] === "Normal" || options["selectionMode"] === undefined ? null : true;
  attributes["selectUnlockedCells"] = options["selectionMode"] === "None" ? true : null;
  return tag("sheetProtection", attributes);
}
