/** Making XML: one element from its name, attributes and content. */
import type { XmlElement } from "./scan";
import { Splices } from "./splice";
import { escapeAttribute } from "./text";

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** ` a="1" b="x"`: nothing for null, 1 and 0 for yes and no. */
export function attributesXml(attributes: Attributes): string {
  let xml = "";
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    xml += ` ${name}="${typeof value === "boolean" ? (value ? "1" : "0") : escapeAttribute(String(value))}"`;
  }
  return xml;
}

/** @param content - XML already, not text @example tag("a", { b: true }) // => '<a b="1"/>' */
export function tag(name: string, attributes: Attributes = {}, content = ""): string {
  return content === "" ? `<${name}${attributesXml(attributes)}/>` : `<${name}${attributesXml(attributes)}>${content}</${name}>`;
}

/** A start tag's text up to its end, with neither `/` nor `>`. Cut by hand: a pattern would go over a long run of blanks again and again. */
const withoutEnd = (startTag: string): string => startTag.slice(0, startTag.endsWith("/>") ? -2 : -1).trimEnd();

/** The start tag of an element that gets content, whether or not it had any. @example openTag('<a b="1" />') // => '<a b="1">' */
export const openTag = (startTag: string): string => (startTag.endsWith("/>") ? `${withoutEnd(startTag)}>` : startTag);

/** The start tag's text with some attributes set, taken out (null) or added; the others stay as written. */
export function withAttributes(source: string, element: XmlElement, changes: Attributes): string {
  let opening = source.slice(element.start, element.openEnd);
  for (const [name, value] of Object.entries(changes)) {
    const written = value === null || value === undefined ? "" : attributesXml({ [name]: value });
    const present = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
    if (present.test(opening)) opening = opening.replace(present, () => written);
    else if (written !== "") opening = withoutEnd(opening) + written + (opening.endsWith("/>") ? "/>" : ">");
  }
  return opening;
}

/** The whole element with attributes changed. */
export function elementWithAttributes(source: string, element: XmlElement, changes: Attributes): string {
  return withAttributes(source, element, changes) + source.slice(element.openEnd, element.end);
}

/** An element's text with new content between its tags; a self-closed one is opened. */
export function elementWithContent(source: string, element: XmlElement, content: string): string {
  if (!element.selfClosing) return source.slice(element.start, element.openEnd) + content + source.slice(element.closeStart, element.end);
  return `${openTag(source.slice(element.start, element.openEnd))}${content}</${element.name}>`;
}

/** Puts content at the end of an element in its text. */
export function appendInside(source: string, element: XmlElement, content: string): string {
  const splices = new Splices(source);
  if (element.selfClosing) splices.replace(element.start, element.end, elementWithContent(source, element, content));
  else splices.insert(element.closeStart, content);
  return splices.apply();
}
