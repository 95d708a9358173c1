/** What a saved workbook holds, read from its parts as text: for comparing a file with what it was before. Shares nothing with our own reader. */
import { strFromU8 } from "fflate";
import { readParts } from "./plain-cells.cjs";

export interface NameFact { readonly name: string; readonly sheet: string | null; readonly formula: string; readonly hidden: boolean }

export interface PackageFacts {
  /** In tab order. */
  readonly sheets: readonly string[];
  readonly visible: readonly string[];
  readonly tables: readonly string[];
  /** By name and sheet: their order in the file means nothing. */
  readonly names: readonly NameFact[];
  /** Cell formats in the file's order, as XML: a cell's style number is its place here. */
  readonly formats: readonly string[];
  /** Path of each sheet's part by the sheet's name. */
  readonly partOf: ReadonlyMap<string, string>;
}

const decode = (text: string): string => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, "&");
const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? null : decode(found);
};

function textOf(parts: Readonly<Record<string, Uint8Array>>, path: string): string {
  const bytes = parts[path];
  if (bytes === undefined) throw new Error(`The file has no part ${path}.`);
  return strFromU8(bytes);
}

export function factsOf(bytes: Uint8Array): PackageFacts {
  const parts = readParts(bytes);
  const workbook = textOf(parts, "xl/workbook.xml");
  const tags = [...workbook.matchAll(/<sheet\s[^>]*>/g)].map((match) => match[0]);
  const sheets = tags.map((tag) => attribute(tag, "name") ?? "");
  const targets = new Map([...textOf(parts, "xl/_rels/workbook.xml.rels").matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => [attribute(tag, "Id"), attribute(tag, "Target") ?? ""]));
  const names = [...workbook.matchAll(/(<definedName\s[^>]*>)([^<]*)<\/definedName>/g)].map(([, tag = "", formula = ""]): NameFact => {
    const scope = attribute(tag, "localSheetId");
    return { name: attribute(tag, "name") ?? "", sheet: scope === null ? null : sheets[Number(scope)] ?? "?", formula: decode(formula), hidden: attribute(tag, "hidden") === "1" };
  });
  const formats = /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(textOf(parts, "xl/styles.xml"))?.[1] ?? "";
  return {
    sheets,
    visible: sheets.filter((_, index) => attribute(tags[index] ?? "", "state") === null),
    tables: Object.keys(parts).filter((path) => /^xl\/tables\/[^/]+\.xml$/.test(path)).map((path) => attribute(/<table\s[^>]*>/.exec(textOf(parts, path))?.[0] ?? "", "displayName") ?? "").sort(),
    names: names.sort((one, other) => placeOf(one).localeCompare(placeOf(other))),
    formats: [...formats.matchAll(/<xf\s[^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g)].map((match) => match[0]),
    partOf: new Map(tags.map((tag, index) => [sheets[index] ?? "", partPath(targets.get(attribute(tag, "r:id")) ?? "")])),
  };
}

const placeOf = ({ name, sheet }: NameFact): string => `${name}\0${sheet ?? ""}`;
const partPath = (target: string): string => (target.startsWith("/") ? target.slice(1) : `xl/${target}`);

export interface PartChanges { readonly changed: readonly string[]; readonly gone: readonly string[]; readonly added: readonly string[] }

/** Which parts of the package are not byte for byte what they were. @param alike - what may differ inside a part, taken out before comparing */
export function partChanges(before: Uint8Array, after: Uint8Array, alike: (path: string, text: string) => string = (_, text) => text): PartChanges {
  const [old, now] = [readParts(before), readParts(after)];
  const text = (path: string, bytes: Uint8Array | undefined): string => alike(path, Buffer.from(bytes ?? []).toString("latin1"));
  return {
    changed: Object.keys(old).filter((path) => now[path] !== undefined && text(path, old[path]) !== text(path, now[path])).sort(),
    gone: Object.keys(old).filter((path) => now[path] === undefined).sort(),
    added: Object.keys(now).filter((path) => old[path] === undefined).sort(),
  };
}

/** A sheet's mark of being the open tab, which moves when another sheet is opened. */
export const withoutOpenTab = (path: string, text: string): string => (path.startsWith("xl/worksheets/sheet") ? text.replace(/ tabSelected="[01]"/g, "") : text);
