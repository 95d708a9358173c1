/** Custom XML and custom properties of a file. */
import type { CustomProperty, CustomXmlPart } from "../../workbook/document";
import { FileProblem } from "../file-problem";
import { relatedOfKind, relationships, type Parts } from "../package/package";
import { attribute, childrenOf } from "../xml/query";
import { scanXml, type XmlElement } from "../xml/scan";
import { SETTINGS } from "./document";

export interface CustomXmlOrigin { readonly part: string; readonly relation: string; readonly xml: string }
export interface CustomXml { readonly parts: readonly CustomXmlPart[]; readonly origins: ReadonlyMap<string, CustomXmlOrigin> }

/** Custom XML by its id; the part that holds settings is not among it. Parts that cannot be read as text are left alone. */
export function readCustomXml(parts: Parts, workbookPart: string): CustomXml {
  const found: CustomXmlPart[] = [];
  const origins = new Map<string, CustomXmlOrigin>();
  for (const { kind, external, target, id: relation } of relationships(parts, workbookPart)) {
    if (kind !== "customXml" || external || !parts.has(target)) continue;
    const xml = readable(() => parts.text(target));
    if (xml === null || xml.includes(SETTINGS)) continue;
    const id = readable(() => idOf(parts, target)) ?? `{00000000-0000-0000-0000-${String(found.length + 1).padStart(12, "0")}}`;
    if (origins.has(id)) continue;
    found.push({ id, xml });
    origins.set(id, { part: target, relation, xml });
  }
  return { parts: found, origins };
}

/** Custom XML belongs to other programs: what is wrong with it is no reason to refuse the workbook. */
function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof FileProblem) return null;
    throw error;
  }
}

function idOf(parts: Parts, part: string): string | null {
  const properties = relatedOfKind(parts, part, "customXmlProps");
  if (properties === null) return null;
  for (const [name, value] of scanXml(parts.text(properties), properties).attributes) if (name.endsWith("itemID")) return value.toUpperCase();
  return null;
}

export interface CustomProperties { readonly values: ReadonlyMap<string, CustomProperty>; readonly written: ReadonlyMap<string, string> }

/** Custom properties by name, with how the file spells each. */
export function readCustomProperties(parts: Parts): CustomProperties {
  const part = relatedOfKind(parts, "", "custom-properties");
  const values = new Map<string, CustomProperty>();
  const written = new Map<string, string>();
  if (part === null) return { values, written };
  const text = parts.text(part);
  for (const element of childrenOf(scanXml(text, part), "property")) {
    const name = attribute(element, "name") ?? "";
    written.set(name, text.slice(element.start, element.end));
    const value = valueOf(element.children[0]);
    if (value !== null) values.set(name, value);
  }
  return { values, written };
}

function valueOf(element: XmlElement | undefined): CustomProperty | null {
  if (element === undefined) return null;
  const { local, text } = element;
  switch (local) {
    case "lpwstr": case "lpstr": case "bstr": return { type: "String", value: text };
    case "bool": return { type: "Boolean", value: text.trim() === "true" || text.trim() === "1" };
    case "filetime": case "date": return { type: "Date", value: text.trim() };
    case "i1": case "i2": case "i4": case "int": case "ui1": case "ui2": case "ui4": case "uint": case "i8": case "ui8": return { type: "Number", value: Number(text) };
    case "r4": case "r8": case "decimal": return { type: "Float", value: Number(text) };
    default: return null;
  }
}
