/**
 * A workbook before and after something was added to it, part by part: what changed that need not have changed, in words. The lists that a
 * workbook keeps of what it holds may grow at their ends; every entry that was there keeps its place. Everything else stays to the byte.
 * Shares nothing with the workbench's own file code.
 */
import { unzipSync } from "fflate";
import { JSDOM } from "jsdom";

const parser = new (new JSDOM("").window.DOMParser)();

type Bytes = Readonly<Record<string, Uint8Array>>;

function textOf(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff || bytes[1] === 0 ? "utf-16le" : bytes[0] === 0xfe || bytes[0] === 0 ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

function rootOf(bytes: Uint8Array, part: string): Element {
  const root = parser.parseFromString(textOf(bytes), "application/xml").documentElement;
  if (root.getElementsByTagName("parsererror").length > 0 || root.localName === "parsererror") throw new Error(`${part} is no XML.`);
  return root;
}

/** An element written one way, whatever its prefixes, quotes and order of attributes. */
function canonical(node: Node, leftOut: readonly string[] = []): string {
  if (node.nodeType === 3) return node.nodeValue ?? "";
  if (node.nodeType !== 1) return "";
  const element = node as Element;
  return `<${element.namespaceURI ?? ""}|${element.localName} ${attributesOf(element, leftOut)}>${[...element.childNodes].map((child) => canonical(child, leftOut)).join("")}</>`;
}
function attributesOf(element: Element, leftOut: readonly string[]): string {
  return [...element.attributes].filter(({ name }) => !name.startsWith("xmlns") && !leftOut.includes(name)).map(({ namespaceURI, localName, value }) => `${namespaceURI ?? ""}|${localName}=${JSON.stringify(value)}`).sort().join(" ");
}
const children = (element: Element | undefined, local?: string): readonly Element[] => (element === undefined ? [] : [...element.children].filter((child) => local === undefined || child.localName === local));
const written = (elements: readonly Element[], leftOut: readonly string[] = []): readonly string[] => elements.map((element) => canonical(element, leftOut));

/** The parts that list what the workbook holds. */
interface Lists { readonly workbook: string; readonly relations: string; readonly strings: string | null; readonly styles: string | null; readonly order: string | null; readonly marks: string | null; readonly application: string | null }

const key = (name: string): string => decodeURI(name).replaceAll("\\", "/").toLowerCase();

function listsOf(parts: Bytes): Lists {
  const spelling = new Map(Object.keys(parts).map((name) => [key(name), name]));
  const relationsPart = (source: string): string => source.replace(/([^/]*)$/, "_rels/$1.rels");
  const targets = (source: string): readonly (readonly [kind: string, part: string])[] => {
    const name = spelling.get(key(relationsPart(source))) ?? "";
    return children(rootOf(parts[name] ?? new Uint8Array(), name)).map((relation) => {
      const steps: string[] = [];
      const target = (relation.getAttribute("Target") ?? "").replaceAll("\\", "/");
      for (const step of (target.startsWith("/") ? target : source.replace(/[^/]*$/, "") + target).split("/")) { if (step === "..") steps.pop(); else if (step !== "" && step !== ".") steps.push(step); }
      return [(relation.getAttribute("Type") ?? "").replace(/^.*\//, ""), spelling.get(key(steps.join("/"))) ?? ""];
    });
  };
  const inPackage = new Map(targets(""));
  const workbook = inPackage.get("officeDocument") ?? "";
  const inWorkbook = new Map(targets(workbook));
  return {
    workbook, relations: spelling.get(key(relationsPart(workbook))) ?? "", strings: inWorkbook.get("sharedStrings") ?? null, styles: inWorkbook.get("styles") ?? null,
    order: inWorkbook.get("calcChain") ?? null, marks: inWorkbook.get("sheetMetadata") ?? null, application: inPackage.get("extended-properties") ?? null,
  };
}

const lost = (what: string, before: readonly string[], after: readonly string[]): readonly string[] => before.filter((entry) => !after.includes(entry)).map((entry) => `${what} lost: ${entry}`);
const moved = (what: string, before: readonly string[], after: readonly string[]): readonly string[] =>
  before.flatMap((entry, index) => (after[index] === entry ? [] : [`${what} ${index} was ${entry} and is ${after[index] ?? "gone"}`]));
const unlike = (what: string, before: readonly string[], after: readonly string[]): readonly string[] => (before.join() === after.join() ? [] : [`${what} was ${before.join() || "not there"} and is ${after.join() || "gone"}`]);

/** Children by their names, each group judged by `judge`, the root's own attributes the same. */
function byName(what: string, before: Element, after: Element, judge: (local: string, was: readonly Element[], is: readonly Element[]) => readonly string[]): readonly string[] {
  const names = [...new Set([...children(before), ...children(after)].map(({ localName }) => localName))];
  return [...unlike(`${what}'s attributes`, [attributesOf(before, ["count", "uniqueCount"])], [attributesOf(after, ["count", "uniqueCount"])]), ...names.flatMap((local) => judge(local, children(before, local), children(after, local)))];
}

/** Sheets and names come to the others; the open tab and the wish to be calculated are the save's to set. */
const workbookChanges = (before: Element, after: Element): readonly string[] => byName("the workbook", before, after, (local, was, is) => {
  switch (local) {
    case "sheets": return moved("sheet", written(children(was[0])), written(children(is[0])));
    case "definedNames": return lost("name", written(children(was[0])), written(children(is[0])));
    case "bookViews": return was.length === 0 ? [] : unlike(local, written(was, ["activeTab", "firstSheet"]), written(is, ["activeTab", "firstSheet"]));
    case "calcPr": return was.length === 0 ? [] : unlike(local, written(was, ["fullCalcOnLoad"]), written(is, ["fullCalcOnLoad"]));
    default: return unlike(local, written(was), written(is));
  }
});

const GROWING = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"];
const styleChanges = (before: Element, after: Element): readonly string[] => byName("the styles", before, after, (local, was, is) => {
  if (!GROWING.includes(local)) return unlike(local, written(was), written(is));
  const count = is[0]?.getAttribute("count") ?? null;
  return [
    ...moved(local, written(children(was[0])), written(children(is[0]))),
    ...(count !== null && Number(count) !== children(is[0]).length ? [`${local} says ${count} and has ${children(is[0]).length}`] : []),
  ];
});

/** A dynamic array is marked by entries at the lists' ends; a kind of mark that the file lacked gets a list of its own. */
const markChanges = (before: Element, after: Element): readonly string[] => byName("the marks of cells", before, after, (local, was, is) => (
  local === "futureMetadata" ? moved(local, written(was), written(is)) : moved(local, written(children(was[0])), written(children(is[0])))));

const titles = ["TitlesOfParts", "HeadingPairs"];
const applicationChanges = (before: Element, after: Element): readonly string[] => byName("the application's properties", before, after, (local, was, is) => (titles.includes(local) ? [] : unlike(local, written(was), written(is))));

function listChanges(part: string, lists: Lists, before: Element, after: Element): readonly string[] {
  const notOrder = (element: Element): boolean => !(element.getAttribute("PartName") ?? element.getAttribute("Target") ?? "").endsWith("calcChain.xml");
  const entries = (root: Element): readonly string[] => written(children(root).filter(notOrder));
  if (key(part) === "[content_types].xml") return lost("content type", entries(before), entries(after));
  if (part === lists.relations) return lost("relationship", entries(before), entries(after));
  if (part === lists.workbook) return workbookChanges(before, after);
  if (part === lists.styles) return styleChanges(before, after);
  if (part === lists.strings) return [...moved("text", written(children(before, "si")), written(children(after, "si"))), ...byName("the texts", before, after, () => [])];
  if (part === lists.marks) return markChanges(before, after);
  if (part === lists.application) return applicationChanges(before, after);
  return ["changed"];
}

/** In words, each with its part; nothing where all that was there is as it was. */
export function needlessChanges(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  const nowSpelt = new Map(Object.entries(now).map(([name, bytes]) => [name.replaceAll("\\", "/"), bytes]));
  const lists = listsOf(old);
  return Object.entries(old).flatMap(([part, bytes]) => {
    if (part.endsWith("/") || part === lists.order) return [];
    const other = nowSpelt.get(part.replaceAll("\\", "/"));
    if (other === undefined) return [`${part}: gone`];
    if (Buffer.compare(bytes, other) === 0) return [];
    if (![lists.workbook, lists.relations, lists.styles, lists.strings, lists.marks, lists.application].includes(part) && key(part) !== "[content_types].xml") return [`${part}: changed`];
    return listChanges(part, lists, rootOf(bytes, part), rootOf(other, part)).map((change) => `${part}: ${change.slice(0, 400)}`);
  });
}
