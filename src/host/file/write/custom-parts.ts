/** Custom XML and custom properties, where they changed. */
import type { CustomProperty } from "../../workbook/document";
import type { Workbook } from "../../workbook/workbook";
import { sameData, type Origin } from "../opened-file";
import type { Draft } from "../package/draft";
import { relatedOfKind } from "../package/package";
import { contentTypes } from "../package/part-kinds";
import { childrenOf } from "../xml/query";
import { scanXml } from "../xml/scan";
import { Splices } from "../xml/splice";
import { escapeText } from "../xml/text";
import { declaration, tag, withAttributes } from "../xml/write";

const DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
const CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
/** The one format that custom properties have. */
const FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
/** Numbers 0 and 1 are not for properties. */
const FIRST_NUMBER = 2;

export function writeCustomXml(draft: Draft, workbook: Workbook, { workbookPart, customXml }: Origin): void {
  const now = new Map(workbook.customXml.map((part) => [part.id, part.xml]));
  for (const [id, { part, relation }] of customXml) {
    if (now.has(id)) continue;
    draft.unrelate(workbookPart, relation);
    draft.removeWithItsOwn(part);
  }
  for (const [id, xml] of now) {
    const before = customXml.get(id);
    if (before === undefined) add(draft, workbookPart, id, xml);
    else if (before.xml !== xml) draft.setText(before.part, inUtf8(xml));
  }
}

function add(draft: Draft, workbookPart: string, id: string, xml: string): void {
  const name = draft.freeName("customXml/item", ".xml");
  const properties = name.replace("customXml/item", "customXml/itemProps");
  draft.add(name, contentTypes.customXml, inUtf8(xml));
  draft.add(properties, contentTypes.customXmlProperties, declaration + tag("ds:datastoreItem", { "ds:itemID": id, "xmlns:ds": DATA_STORE }, "<ds:schemaRefs/>"));
  draft.relate(workbookPart, "customXml", name);
  draft.relate(name, "customXmlProps", properties);
}

/** Parts are written in UTF-8, whatever the text's own declaration says. */
const inUtf8 = (xml: string): string => xml.replace(/^(<\?xml[^>]*\sencoding\s*=\s*)("[^"]*"|'[^']*')/, '$1"UTF-8"');

export function writeCustomProperties(draft: Draft, workbook: Workbook, { customProperties }: Origin): void {
  if (sameData(customProperties.values, workbook.customProperties)) return;
  const part = relatedOfKind(draft, "", "custom-properties");
  const text = part === null ? `${declaration}<Properties xmlns="${CUSTOM}" xmlns:vt="${TYPES}"></Properties>` : draft.text(part);
  const root = scanXml(text, part ?? "docProps/custom.xml");
  let number = FIRST_NUMBER - 1;
  // What the model has no value for stays as it is written.
  const others = [...customProperties.written].flatMap(([name, xml]) => (customProperties.values.has(name) ? [] : [xml]));
  const own = [...workbook.customProperties].map(([name, value]) => {
    const written = customProperties.written.get(name);
    return written !== undefined && sameData(customProperties.values.get(name), value) ? written : tag("property", { fmtid: FORMAT, pid: FIRST_NUMBER, name }, valueXml(value));
  });
  const all = [...others, ...own].map((xml) => {
    number += 1;
    const element = scanXml(xml, "property");
    return withAttributes(xml, element, { pid: number }) + xml.slice(element.openEnd);
  });
  const splices = new Splices(text);
  for (const element of childrenOf(root, "property")) splices.replace(element.start, element.end, "");
  if (root.selfClosing) splices.replace(root.start, root.end, `${text.slice(root.start, root.end).replace(/\s*\/>$/, "")}>${all.join("")}</${root.name}>`);
  else splices.insert(root.closeStart, all.join(""));
  if (part !== null) { draft.setText(part, splices.apply()); return; }
  draft.add("docProps/custom.xml", contentTypes.customProperties, splices.apply());
  draft.relate("", "custom-properties", "docProps/custom.xml");
}

function valueXml(property: CustomProperty): string {
  const value = (type: string, text: string): string => tag(`vt:${type}`, { "xmlns:vt": TYPES }, escapeText(text));
  switch (property.type) {
    case "String": return value("lpwstr", property.value);
    case "Date": return value("filetime", property.value);
    case "Boolean": return value("bool", String(property.value));
    case "Float": return value("r8", String(property.value));
    case "Number": return value("i4", String(property.value));
  }
}
