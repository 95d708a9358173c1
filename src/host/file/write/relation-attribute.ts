/** The attribute by which an element names a relationship. */
import { RELATIONSHIPS, STRICT_RELATIONSHIPS } from "../package/part-kinds";
import { attributesXml } from "../xml/write";
import type { OrderedXml } from "./ordered-xml";

/** ` r:id="rId1"` with the prefix that the file has for it, which is declared on the spot where it has none. */
export function relationAttribute(xml: OrderedXml, relation: string): string {
  for (const [name, value] of xml.root.attributes) {
    if (name.startsWith("xmlns:") && (value === RELATIONSHIPS || value === STRICT_RELATIONSHIPS)) return attributesXml({ [`${name.slice("xmlns:".length)}:id`]: relation });
  }
  return attributesXml({ "xmlns:r": RELATIONSHIPS, "r:id": relation });
}
