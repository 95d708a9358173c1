/** Title, author and the like, and the settings of add-ins, where they changed. */
import type { DocumentProperties } from "../../workbook/document";
import type { Workbook } from "../../workbook/workbook";
import { sameData, type Origin } from "../opened-file";
import type { Draft } from "../package/draft";
import { relatedOfKind } from "../package/package";
import { contentTypes } from "../package/part-kinds";
import { appWords, coreWords, SETTINGS, settingsPart } from "../read/document";
import { child } from "../xml/query";
import { scanXml } from "../xml/scan";
import { escapeText } from "../xml/text";
import { withTitles } from "./titles-of-parts";
import { appendInside, declaration, elementWithContent, tag } from "../xml/write";

const namespaces: ReadonlyMap<string, string> = new Map([
  ["dc", "http://purl.org/dc/elements/1.1/"], ["cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"],
]);
const EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
const emptyCore = `${declaration}<cp:coreProperties xmlns:cp="${namespaces.get("cp") ?? ""}" xmlns:dc="${namespaces.get("dc") ?? ""}"></cp:coreProperties>`;
const emptyApp = `${declaration}<Properties xmlns="${EXTENDED}"></Properties>`;

/** @param tabsChanged - whether sheets came, went, moved or got another name: the list that app.xml has of them then follows */
export function writeDocument(draft: Draft, workbook: Workbook, origin: Origin, tabsChanged: boolean): void {
  const { properties: now } = workbook;
  const before = origin.properties;
  const changed = (words: typeof coreWords): typeof coreWords => words.filter(([property]) => before[property] !== now[property]);
  patch(draft, "core-properties", { name: "docProps/core.xml", type: contentTypes.core, empty: emptyCore }, changed(coreWords), now, (text) => text);
  patch(draft, "extended-properties", { name: "docProps/app.xml", type: contentTypes.app, empty: emptyApp }, changed(appWords), now, (text, part) => (tabsChanged ? withTitles(text, part, workbook, origin) : text));
}

interface NewPart { readonly name: string; readonly type: string; readonly empty: string }

function patch(draft: Draft, kind: "core-properties" | "extended-properties", fresh: NewPart, words: typeof coreWords, now: DocumentProperties, follow: (text: string, part: string) => string): void {
  const part = relatedOfKind(draft, "", kind);
  if (words.length === 0 && part === null) return;
  let text = part === null ? fresh.empty : draft.text(part);
  for (const [property, name] of words) text = withProperty(text, name, now[property]);
  text = follow(text, part ?? fresh.name);
  if (part !== null) { draft.setText(part, text); return; }
  draft.add(fresh.name, fresh.type, text);
  draft.relate("", kind, fresh.name);
}

/** The part's text with one element's content set; an empty one goes. */
function withProperty(text: string, name: string, value: string): string {
  const root = scanXml(text, name);
  const [prefix, local] = name.includes(":") ? name.split(":", 2) as [string, string] : ["", name];
  const element = child(root, local);
  if (element !== null) {
    const written = value === "" ? "" : elementWithContent(text, element, escapeText(value));
    return text.slice(0, element.start) + written + text.slice(element.end);
  }
  if (value === "") return text;
  const declared = prefix === "" || root.attributes.has(`xmlns:${prefix}`);
  return appendInside(text, root, tag(name, declared ? {} : { [`xmlns:${prefix}`]: namespaces.get(prefix) ?? "" }, escapeText(value)));
}

/** See read/document.ts for the part that holds settings. */
export function writeSettings(draft: Draft, workbook: Workbook, origin: Origin): void {
  if (sameData(origin.settings, workbook.settings)) return;
  const all = [...workbook.settings].map(([name, value]) => tag("setting", { name }, escapeText(value))).join("");
  const text = declaration + tag("settings", { xmlns: SETTINGS }, all);
  const part = settingsPart(draft, origin.workbookPart);
  if (part !== null) { draft.setText(part, text); return; }
  const name = draft.freeName("customXml/item", ".xml");
  draft.add(name, contentTypes.customXml, text);
  draft.relate(origin.workbookPart, "customXml", name);
}
