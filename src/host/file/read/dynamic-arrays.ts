/** The metadata part, as far as it marks formulas as dynamic arrays. */
import { attribute, child, childrenOf, descendants, numberAttribute, yesNo } from "../xml/query";
import { scanXml, type XmlElement } from "../xml/scan";

/** The numbers that a cell's `cm` has when its formula is a dynamic array. */
export function dynamicMarks(text: string, part: string): ReadonlySet<string> {
  const root = scanXml(text, part);
  const types = childrenOf(child(root, "metadataTypes"), "metadataType").map((type) => attribute(type, "name"));
  const marks = new Set<string>();
  childrenOf(child(root, "cellMetadata"), "bk").forEach((entry, index) => {
    const isDynamic = childrenOf(entry, "rc").some((rc) => types[(numberAttribute(rc, "t") ?? 0) - 1] === "XLDAPR" && isSpilling(root, numberAttribute(rc, "v") ?? 0));
    if (isDynamic) marks.add(String(index + 1));
  });
  return marks;
}

function isSpilling(root: XmlElement, entry: number): boolean {
  const future = childrenOf(root, "futureMetadata").find((element) => attribute(element, "name") === "XLDAPR");
  const block = childrenOf(future ?? null, "bk")[entry];
  if (block === undefined) return false;
  return [...descendants(block)].some((element) => element.local === "dynamicArrayProperties" && yesNo(element, "fDynamic", false));
}
