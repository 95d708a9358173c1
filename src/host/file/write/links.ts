/** Links, merged cells and custom properties of a sheet, where they changed. */
import { areaName, type Area } from "../../workbook/area";
import type { Hyperlink } from "../../workbook/features";
import type { SheetOrigin } from "../opened-file";
import type { Draft } from "../package/draft";
import { contentTypes } from "../package/part-kinds";
import { relationId } from "../xml/query";
import { scanXml } from "../xml/scan";
import { attributesXml, tag } from "../xml/write";
import type { OrderedXml } from "./ordered-xml";
import { relationAttribute } from "./relation-attribute";

export function putMerges(xml: OrderedXml, merges: readonly Area[]): void {
  xml.put("mergeCells", merges.length === 0 ? null : tag("mergeCells", { count: merges.length }, merges.map((area) => tag("mergeCell", { ref: areaName(area) })).join("")));
}

export function putLinks(draft: Draft, xml: OrderedXml, sheetPart: string, before: readonly Hyperlink[], now: readonly Hyperlink[], written: ReadonlyMap<object, string>): void {
  const relationOf = (link: Hyperlink): string | null => { const source = written.get(link); return source === undefined ? null : relationId(scanXml(source, "hyperlink")); };
  // A relationship may serve several links; those that no link needs go.
  const free = new Map(before.flatMap((link) => { const relation = relationOf(link); return relation === null ? [] : [[relation, link.address] as const]; }));
  const all = now.map((link) => {
    const kept = written.get(link);
    if (kept !== undefined) return kept;
    const relation = link.address === null ? null : [...free].find(([, address]) => address === link.address)?.[0] ?? draft.relate(sheetPart, "hyperlink", link.address, true);
    return `<hyperlink${attributesXml({ ref: areaName(link.area) })}${relation === null ? "" : relationAttribute(xml, relation)}${attributesXml({ location: link.place, tooltip: link.tip || null })}/>`;
  });
  for (const relation of free.keys()) if (!all.some((element) => element.includes(`"${relation}"`))) draft.unrelate(sheetPart, relation);
  xml.put("hyperlinks", all.length === 0 ? null : tag("hyperlinks", {}, all.join("")));
}

/** The value of a custom property is UTF-16 without a mark. */
function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index++) new DataView(bytes.buffer).setUint16(index * 2, text.charCodeAt(index), true);
  return bytes;
}

export function putSheetProperties(draft: Draft, xml: OrderedXml, sheetPart: string, origin: SheetOrigin, now: ReadonlyMap<string, string>): void {
  const entries = [...now].map(([name, value]) => {
    const known = origin.properties.get(name);
    if (known !== undefined && origin.features.properties.get(name) === value) return { name, relation: known.relation };
    if (known !== undefined) { draft.unrelate(sheetPart, known.relation); draft.remove(known.part); }
    const part = draft.freeName("xl/customProperty", ".bin");
    draft.add(part, contentTypes.customProperty, utf16(value));
    return { name, relation: draft.relate(sheetPart, "customProperty", part) };
  });
  for (const [name, { part, relation }] of origin.properties) {
    if (now.has(name)) continue;
    draft.unrelate(sheetPart, relation);
    draft.remove(part);
  }
  const all = entries.map(({ name, relation }) => `<customPr${attributesXml({ name })}${relationAttribute(xml, relation)}/>`).join("");
  xml.put("customProperties", all === "" ? null : tag("customProperties", {}, all));
}
