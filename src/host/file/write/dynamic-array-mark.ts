/** The mark by which Excel knows a formula as a dynamic array: an entry of the metadata part that the cell names. */
import { contentTypes, SPREADSHEET } from "../package/part-kinds";
import { relatedOfKind } from "../package/package";
import type { Draft } from "../package/draft";
import type { Origin } from "../opened-file";
import { childrenOf, numberAttribute } from "../xml/query";
import { declaration, elementWithAttributes, elementWithContent, tag } from "../xml/write";
import { scanXml } from "../xml/scan";
import { metadataOrder, OrderedXml } from "./ordered-xml";

const XDA = "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray";
const type = tag("metadataType", {
  name: "XLDAPR", minSupportedVersion: 120000, copy: true, pasteAll: true, pasteValues: true, merge: true, splitFirst: true, rowColShift: true, clearFormats: true,
  clearComments: true, assign: true, coerce: true, cellMeta: true,
});
const future = tag("futureMetadata", { name: "XLDAPR", count: 1 }, tag("bk", {}, tag("extLst", {}, tag("ext", { uri: "{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}", "xmlns:xda": XDA },
  tag("xda:dynamicArrayProperties", { fDynamic: true, fCollapsed: false })))));

export class DynamicArrayMark {
  private mark: string | null = null;
  constructor(private readonly draft: Draft, private readonly origin: Origin) {}

  /** The number for a cell's `cm`; the first call makes the entry where the file has none. */
  number(): string {
    this.mark ??= [...this.origin.dynamicMarks][0] ?? this.add();
    return this.mark;
  }

  private add(): string {
    const part = relatedOfKind(this.draft, this.origin.workbookPart, "sheetMetadata");
    const source = part === null ? `${declaration}<metadata xmlns="${SPREADSHEET}"></metadata>` : this.draft.text(part);
    const xml = new OrderedXml(source, metadataOrder, part ?? "metadata");
    const types = grown(xml, "metadataTypes", type);
    const blocks = childrenOf(xml.root, "futureMetadata").map((element) => xml.source.slice(element.start, element.end)).join("");
    xml.put("futureMetadata", blocks + future);
    const cells = grown(xml, "cellMetadata", tag("bk", {}, tag("rc", { t: types, v: 0 })));
    const text = xml.apply();
    if (part !== null) this.draft.setText(part, text);
    else {
      const name = this.draft.has("xl/metadata.xml") ? this.draft.freeName("xl/metadata", ".xml") : "xl/metadata.xml";
      this.draft.add(name, contentTypes.metadata, text);
      this.draft.relate(this.origin.workbookPart, "sheetMetadata", name);
    }
    return String(cells);
  }
}

/** Puts an entry at the end of a counted list and gives the list's new length. */
function grown(xml: OrderedXml, local: string, entry: string): number {
  const element = xml.child(local);
  const count = (element === null ? 0 : numberAttribute(element, "count") ?? element.children.length) + 1;
  if (element === null) { xml.put(local, tag(local, { count }, entry)); return count; }
  const whole = elementWithContent(xml.source, element, xml.source.slice(element.openEnd, element.closeStart) + entry);
  xml.put(local, elementWithAttributes(whole, scanXml(whole, local), { count }));
  return count;
}
