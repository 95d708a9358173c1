/** The tables of a sheet: changed ones patched in their parts, new ones in parts of their own. */
import { areaName, type Area } from "../../workbook/area";
import type { ColumnFilter } from "../../workbook/filter";
import type { StylePatch, Table, TableColumn } from "../../workbook/features";
import { formulaForFile } from "../formula-form";
import type { Draft } from "../package/draft";
import { contentTypes, SPREADSHEET } from "../package/part-kinds";
import { sameData, type SheetOrigin } from "../opened-file";
import { attribute, childrenOf, numberAttribute, relationId } from "../xml/query";
import { encodeCellText, escapeText } from "../xml/text";
import { declaration, tag } from "../xml/write";
import { filterXml, sortStateXml } from "./filters";
import { OrderedXml, tableColumnOrder, tableOrder } from "./ordered-xml";
import { relationAttribute } from "./relation-attribute";

type PatchNumber = (patch: StylePatch) => number | null;

/** Attributes are escaped when they are written. */
const columnName = (text: string): string => encodeCellText(text).replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&").replace(/\n/g, "_x000a_");

/** Writes tables whose relationships the sheet's `tableParts` then names. */
export function putTables(draft: Draft, xml: OrderedXml, sheetPart: string, origin: SheetOrigin, now: readonly Table[], patch: PatchNumber): void {
  const relations: string[] = [];
  for (const table of now) {
    const known = origin.tables.get(table.id);
    const before = origin.features.tables.find(({ id }) => id === table.id);
    if (known === undefined || before === undefined) {
      const part = draft.freeName("xl/tables/table", ".xml");
      draft.add(part, contentTypes.table, patchTable(newTable(table), part, null, table, patch));
      relations.push(draft.relate(sheetPart, "table", part));
    } else {
      if (!sameData(before, table)) draft.setText(known.part, patchTable(draft.text(known.part), known.part, before, table, patch));
      relations.push(known.relation);
    }
  }
  for (const [id, { part, relation }] of origin.tables) {
    if (now.some((table) => table.id === id)) continue;
    draft.unrelate(sheetPart, relation);
    draft.removeWithItsOwn(part);
  }
  const order = childrenOf(xml.child("tableParts"), "tablePart").map((entry) => relationId(entry));
  relations.sort((a, b) => place(order, a) - place(order, b));
  if (relations.length === order.length && relations.every((relation, index) => relation === order[index])) return;
  xml.put("tableParts", relations.length === 0 ? null : tag("tableParts", { count: relations.length }, relations.map((relation) => `<tablePart${relationAttribute(xml, relation)}/>`).join("")));
}

const place = (order: readonly (string | null)[], relation: string): number => { const found = order.indexOf(relation); return found < 0 ? order.length : found; };

const newTable = ({ id }: Table): string => `${declaration}<table xmlns="${SPREADSHEET}" id="${id}"></table>`;

/** @param before - the table as the file has it; null for a new one */
function patchTable(source: string, part: string, before: Table | null, now: Table, patch: PatchNumber): string {
  const xml = new OrderedXml(source, tableOrder, part);
  const area = areaName(now.area);
  xml.setAttributes({
    ...(before?.name === now.name ? {} : { name: now.name, displayName: now.name }),
    ref: area.includes(":") ? area : `${area}:${area}`, headerRowCount: now.headerRow ? null : 0,
    ...((before?.awaitsRow ?? false) === (now.awaitsRow ?? false) ? {} : { insertRow: now.awaitsRow === true ? true : null }),
    ...(before?.totalsRow === now.totalsRow ? {} : now.totalsRow ? { totalsRowCount: 1, totalsRowShown: null } : { totalsRowCount: null, totalsRowShown: false }),
  });
  putFilter(xml, before, now, patch);
  if (!sameData(before?.sort, now.sort) || (before !== null && !sameData(before.area, now.area))) xml.put("sortState", now.sort === undefined ? null : sortStateXml(now.sort, listOf(now), patch));
  const columns = xml.child("tableColumns");
  if (before === null || before.name !== now.name || !sameData(before.columns, now.columns)) {
    const opened = new Map(childrenOf(columns, "tableColumn").map((element) => [numberAttribute(element, "id"), xml.source.slice(element.start, element.end)]));
    const all = now.columns.map((column) => columnXml(xml.prefix, opened.get(column.id) ?? null, before, now, column));
    xml.put("tableColumns", tag("tableColumns", { count: all.length }, all.join("")));
  }
  putStyle(xml, now);
  if (!sameData(before?.altText ?? { title: "", description: "" }, now.altText)) putAltText(xml, now);
  return xml.apply();
}

/** The buttons stand over header and body, not over the totals. */
function putFilter(xml: OrderedXml, before: Table | null, now: Table, patch: PatchNumber): void {
  if (!now.filterButton || !now.headerRow) { xml.put("autoFilter", null); return; }
  const area = { ...now.area, bottom: now.area.bottom - (now.totalsRow ? 1 : 0) };
  xml.put("autoFilter", filterXml(xml.text("autoFilter"), xml.prefix, { area, before: byPlace(before), now: byPlace(now), columns: now.columns.length }, patch));
}

/** Files count a filter's columns from the table's first. */
const byPlace = (table: Table | null): readonly ColumnFilter[] =>
  (table?.filters ?? []).flatMap(({ column, criterion }) => { const place = table?.columns.findIndex(({ id }) => id === column) ?? -1; return place < 0 ? [] : [{ column: place, criterion }]; });

/** The rows that are sorted. */
const listOf = ({ area, headerRow, totalsRow }: Table): Area => ({ ...area, top: area.top + (headerRow ? 1 : 0), bottom: area.bottom - (totalsRow ? 1 : 0) });

function columnXml(prefix: string, opened: string | null, before: Table | null, table: Table, now: TableColumn): string {
  const was = before?.columns.find(({ id }) => id === now.id);
  const xml = new OrderedXml(opened ?? `<${prefix}tableColumn id="${now.id}"/>`, tableColumnOrder, "tableColumn");
  xml.setAttributes({
    ...(was?.name === now.name ? {} : { name: columnName(now.name) }),
    ...((was?.totalsFunction ?? null) === now.totalsFunction ? {} : { totalsRowFunction: now.totalsFunction }),
    ...((was?.totalsLabel ?? null) === now.totalsLabel ? {} : { totalsRowLabel: now.totalsLabel }),
  });
  if ((was?.formula ?? null) !== now.formula || before?.name !== table.name) {
    xml.put("calculatedColumnFormula", now.formula === null ? null : tag("calculatedColumnFormula", {}, escapeText(formulaForFile(now.formula, table.name))));
  }
  return xml.apply();
}

function putStyle(xml: OrderedXml, now: Table): void {
  const element = xml.child("tableStyleInfo");
  const flags = { showFirstColumn: now.firstColumn, showLastColumn: now.lastColumn, showRowStripes: now.bandedRows, showColumnStripes: now.bandedColumns };
  const isSame = element !== null && attribute(element, "name") === now.style && Object.entries(flags).every(([name, value]) => ((attribute(element, name) ?? "0") === "1") === value);
  if (!isSame && (element !== null || now.style !== null || Object.values(flags).includes(true))) xml.put("tableStyleInfo", tag("tableStyleInfo", { name: now.style, ...flags }));
}

const ALT_TEXT = "{504A1905-F514-4f6f-8877-14C23A59335A}";
const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";

/** A table's alternative text stands in Excel 2010's extension. */
function putAltText(xml: OrderedXml, { altText }: Table): void {
  const list = new OrderedXml(xml.text("extLst") ?? `<${xml.prefix}extLst/>`, ["ext"], "extLst");
  const others = list.root.children.filter((ext) => ext.attributes.get("uri") !== ALT_TEXT).map((ext) => list.source.slice(ext.start, ext.end));
  const own = altText.title === "" && altText.description === "" ? [] : [
    tag("ext", { uri: ALT_TEXT, "xmlns:x14": X14 }, tag("x14:table", { altText: altText.title || null, altTextSummary: altText.description || null })),
  ];
  list.put("ext", [...own, ...others].join("") || null);
  xml.put("extLst", list.applyOrDrop());
}
