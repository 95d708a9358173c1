/** Links, merged cells and the sheet's own properties. */
import { parseArea, type Area } from "../../workbook/area";
import type { Hyperlink } from "../../workbook/features";
import { related, relationships, type Parts } from "../package/package";
import { attribute, child, childrenOf, relationId } from "../xml/query";
import type { XmlElement } from "../xml/scan";

export function readLinks(source: Parts, sheetPart: string, root: XmlElement, text: string, written: Map<object, string>): readonly Hyperlink[] {
  const elements = childrenOf(child(root, "hyperlinks"), "hyperlink");
  const targets = new Map(elements.length === 0 ? [] : relationships(source, sheetPart).map((relation) => [relation.id, relation.target]));
  return elements.flatMap((element) => {
    const area = parseArea(attribute(element, "ref") ?? "");
    if (area === null) return [];
    const id = relationId(element);
    const link: Hyperlink = { area, address: id === null ? null : targets.get(id) ?? null, place: attribute(element, "location"), tip: attribute(element, "tooltip") ?? "" };
    written.set(link, text.slice(element.start, element.end));
    return [link];
  });
}

export function readMerges(root: XmlElement): readonly Area[] {
  return childrenOf(child(root, "mergeCells"), "mergeCell").flatMap((element) => parseArea(attribute(element, "ref") ?? "") ?? []);
}

export interface ReadProperties {
  readonly values: ReadonlyMap<string, string>;
  readonly parts: ReadonlyMap<string, { readonly part: string; readonly relation: string }>;
}

/** The sheet's custom properties: each is a part that holds the value in UTF-16. */
export function readSheetProperties(source: Parts, sheetPart: string, root: XmlElement): ReadProperties {
  const values = new Map<string, string>();
  const parts = new Map<string, { readonly part: string; readonly relation: string }>();
  for (const element of childrenOf(child(root, "customProperties"), "customPr")) {
    const name = attribute(element, "name");
    const relation = relationId(element);
    const part = related(source, sheetPart, relation);
    if (name === null || relation === null || part === null || !source.has(part)) continue;
    values.set(name, new TextDecoder("utf-16le").decode(source.bytes(part)));
    parts.set(name, { part, relation });
  }
  return { values, parts };
}
