/** What the file says about the workbook as a document: title, author and so on, and the settings that add-ins keep in it. */
import type { DocumentProperties } from "../../workbook/document";
import { relatedOfKind, relationships, type Parts } from "../package/package";
import { attribute, child } from "../xml/query";
import { scanXml } from "../xml/scan";

/** Which element of which part holds a property. */
export const coreWords: readonly (readonly [property: keyof DocumentProperties, element: string])[] = [
  ["title", "dc:title"], ["subject", "dc:subject"], ["author", "dc:creator"], ["keywords", "cp:keywords"], ["comments", "dc:description"],
  ["lastAuthor", "cp:lastModifiedBy"], ["revision", "cp:revision"], ["category", "cp:category"], ["language", "dc:language"], ["created", "dcterms:created"],
];
export const appWords: readonly (readonly [property: keyof DocumentProperties, element: string])[] = [["manager", "Manager"], ["company", "Company"]];

export function readDocumentProperties(parts: Parts, into: DocumentProperties): void {
  for (const [kind, words] of [["core-properties", coreWords], ["extended-properties", appWords]] as const) {
    const part = relatedOfKind(parts, "", kind);
    if (part === null) continue;
    const root = scanXml(parts.text(part), part);
    for (const [property, element] of words) into[property] = child(root, element.slice(element.indexOf(":") + 1))?.text ?? "";
  }
}

/**
 * The part that holds settings: custom XML of the workbook with this root, one `<setting name="…">` each, its content the JSON text.
 * Excel keeps custom XML that it does not know. Excel's own place for settings, a web extension, belongs to one add-in of the
 * catalogue it names; those that a file brings are kept as they are.
 */
export const SETTINGS = "urn:excel-compatible-host:settings:1";

export function settingsPart(parts: Parts, workbookPart: string): string | null {
  const candidates = relationships(parts, workbookPart).filter(({ kind, external, target }) => kind === "customXml" && !external && parts.has(target));
  return candidates.find(({ target }) => new TextDecoder().decode(parts.bytes(target)).includes(SETTINGS))?.target ?? null;
}

export function readSettings(parts: Parts, workbookPart: string): ReadonlyMap<string, string> {
  const part = settingsPart(parts, workbookPart);
  const settings = new Map<string, string>();
  if (part === null) return settings;
  for (const element of scanXml(parts.text(part), part).children) settings.set(attribute(element, "name") ?? "", element.text);
  return settings;
}
