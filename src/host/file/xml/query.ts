/** Finding one's way in scanned XML: children, attributes, the yes-or-no spellings. Names are local, without prefixes. */
import type { XmlElement } from "./scan";

export function child(element: XmlElement | null, local: string): XmlElement | null {
  return element?.children.find((candidate) => candidate.local === local) ?? null;
}

export function childrenOf(element: XmlElement | null, local: string): readonly XmlElement[] {
  return element === null ? [] : element.children.filter((candidate) => candidate.local === local);
}

/** The element at the end of a way down, or null. @example at(chart, "plotArea", "layout") */
export function at(element: XmlElement | null, ...way: readonly string[]): XmlElement | null {
  return way.reduce<XmlElement | null>((here, step) => child(here, step), element);
}

export function attribute(element: XmlElement | null, name: string): string | null {
  return element?.attributes.get(name) ?? null;
}

/** A number, or null where the attribute is missing or no number. */
export function numberAttribute(element: XmlElement | null, name: string): number | null {
  const text = attribute(element, name);
  const value = text === null || text.trim() === "" ? NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

export const isYes = (text: string): boolean => text === "1" || text === "true" || text === "on";

export function yesNo(element: XmlElement | null, name: string, otherwise: boolean): boolean {
  const text = attribute(element, name);
  return text === null ? otherwise : isYes(text);
}

/** The `val` of a child, as most of DrawingML is written. */
export function childValue(element: XmlElement | null, local: string): string | null {
  return attribute(child(element, local), "val");
}

/** A flag element: `<b/>` and `<b val="1"/>` are yes, `<b val="0"/>` and none are no. */
export function flag(element: XmlElement | null, local: string): boolean {
  const found = child(element, local);
  return found !== null && isYes(attribute(found, "val") ?? "1");
}

/** The relationship an element names (`r:id`), whatever prefix the file gives the namespace. */
export function relationId(element: XmlElement | null, name = "id"): string | null {
  if (element === null) return null;
  for (const [key, value] of element.attributes) if (key.endsWith(`:${name}`)) return value;
  return null;
}

/** Every element below, in document order. */
export function* descendants(element: XmlElement): IterableIterator<XmlElement> {
  for (const next of element.children) {
    yield next;
    yield* descendants(next);
  }
}
