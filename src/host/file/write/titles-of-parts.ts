/**
 * What the application's properties say that the file holds: `HeadingPairs` counts worksheets, charts and named ranges, in the words of the
 * language they were saved in; `TitlesOfParts` names them. Explorer and SharePoint show them.
 */
import type { DefinedName } from "../../workbook/features";
import type { Workbook } from "../../workbook/workbook";
import { sameData, type Origin } from "../opened-file";
import { at, child, childrenOf } from "../xml/query";
import { prefixOf, scanXml, type XmlElement } from "../xml/scan";
import { escapeText } from "../xml/text";
import { elementWithContent } from "../xml/write";

interface Group { readonly heading: string; readonly titles: readonly string[] }
const PARTS = ["HeadingPairs", "TitlesOfParts"] as const;

/**
 * The part's text with the lists as the workbook is now. Where it cannot be told which of the groups are the worksheets, both lists are left out,
 * since a list may be missing and must not be wrong.
 */
export function withTitles(text: string, part: string, workbook: Workbook, origin: Origin): string {
  const root = scanXml(text, part);
  const groups = readGroups(root);
  const now = groups === null ? null : groupsNow(groups, workbook, origin);
  const vector = at(root, "TitlesOfParts", "vector");
  if (now === null || vector === null) return PARTS.reduce((left, name) => withoutElement(left, part, name), text);
  const prefix = prefixOf(vector);
  const list = (kind: string, items: readonly string[]): string => `<${prefix}vector size="${items.length}" baseType="${kind}">${items.join("")}</${prefix}vector>`;
  const word = (title: string): string => `<${prefix}lpstr>${escapeText(title)}</${prefix}lpstr>`;
  const variant = (inside: string): string => `<${prefix}variant>${inside}</${prefix}variant>`;
  const contents = {
    HeadingPairs: list("variant", now.flatMap(({ heading, titles }) => [variant(word(heading)), variant(`<${prefix}i4>${titles.length}</${prefix}i4>`)])),
    TitlesOfParts: list("lpstr", now.flatMap(({ titles }) => titles.map(word))),
  };
  return PARTS.reduce((left, name) => {
    const element = child(scanXml(left, part), name);
    return element === null ? left : left.slice(0, element.start) + elementWithContent(left, element, contents[name]) + left.slice(element.end);
  }, text);
}

function withoutElement(text: string, part: string, name: string): string {
  const element = child(scanXml(text, part), name);
  return element === null ? text : text.slice(0, element.start) + text.slice(element.end);
}

/** Null where the two lists do not fit each other. */
function readGroups(root: XmlElement): readonly Group[] | null {
  const headings = childrenOf(at(root, "HeadingPairs", "vector"), "variant").map((element) => element.children[0]?.text ?? "");
  const titles = childrenOf(at(root, "TitlesOfParts", "vector"), "lpstr").map((element) => element.text);
  const groups: Group[] = [];
  let from = 0;
  for (let index = 0; index + 1 < headings.length; index += 2) {
    const count = Number(headings[index + 1]);
    groups.push({ heading: headings[index] ?? "", titles: titles.slice(from, from + count) });
    from += count;
  }
  return from === titles.length ? groups : null;
}

function groupsNow(groups: readonly Group[], workbook: Workbook, origin: Origin): readonly Group[] | null {
  const before = origin.tabs.flatMap(({ sheet, name }) => (sheet === null ? [] : [name]));
  const sheets = groups.findIndex(({ titles }) => sameData(titles, before));
  const worksheets = workbook.sheets.map(({ name }) => name);
  // A workbook of chart sheets says nothing of worksheets.
  if (sheets < 0) return before.length > 0 ? null : [{ heading: "Worksheets", titles: worksheets }, ...groups];
  const wereNames = new Set(titlesOf(origin.names, new Map(origin.tabs.flatMap(({ sheet, name }) => (sheet === null ? [] : [[sheet.id, name] as const])))));
  const names = groups.findIndex(({ titles }, index) => index !== sheets && titles.length > 0 && titles.every((title) => wereNames.has(title)));
  const now = titlesOf(workbook.names, new Map(workbook.sheets.map(({ id, name }) => [id, name])));
  return groups.flatMap((group, index): readonly Group[] => {
    if (index === sheets) return [{ ...group, titles: worksheets }];
    if (index !== names) return [group];
    return now.length === 0 ? [] : [{ ...group, titles: now }];
  });
}

const REFERENCE = /^(?:'(?:[^']|'')+'|[^\s'!()"]+)!\$?[A-Z]{0,3}\$?\d*(?::\$?[A-Z]{0,3}\$?\d*)?(?:,|$)/;

/** Names of cells that people see, as Excel lists them. @param tabs - by the sheets' ids */
function titlesOf(names: readonly DefinedName[], tabs: ReadonlyMap<string, string>): readonly string[] {
  return names.filter(({ visible, formula }) => visible && REFERENCE.test(formula)).map(({ name, scope }) => {
    const tab = scope === null ? undefined : tabs.get(scope);
    return tab === undefined ? name : `${quoted(tab)}!${name}`;
  }).sort((one, other) => one.localeCompare(other, "en"));
}

const quoted = (tab: string): string => (/^[\p{L}_][\p{L}\d_.]*$/u.test(tab) ? tab : `'${tab.replaceAll("'", "''")}'`);
