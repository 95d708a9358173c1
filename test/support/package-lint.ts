/**
 * What Excel would repair or refuse in a workbook file, in words; nothing for a sound one. To be asked of every file that a test saves:
 *
 *     expect(packageProblems(saveXlsx(workbook))).toEqual([]);
 *
 * The rules are listed in lint/rules.ts; each problem ends in the code of its rule. Reads with libraries of its own, so that a fault in the workbench's file code cannot hide here.
 */
import { checkDrawing } from "./lint/drawing";
import { childrenOf, duplicates, Parts } from "./lint/parts";
import { checkProperties } from "./lint/properties";
import { checkTableNames, checkWorkbook, type Book } from "./lint/workbook";
import { checkWorksheet } from "./lint/worksheet";

const TYPES = "[Content_Types].xml";

function checkTypes(parts: Parts): void {
  const entries = childrenOf(parts.root(TYPES));
  const endings = new Set(entries.filter(({ localName }) => localName === "Default").map((entry) => (entry.getAttribute("Extension") ?? "").toLowerCase()));
  const named = entries.filter(({ localName }) => localName === "Override").map((entry) => (entry.getAttribute("PartName") ?? "").slice(1));
  for (const name of duplicates(named)) parts.report("PKG-1", TYPES, `${name} has two content types`);
  for (const name of named) if (!parts.has(name)) parts.report("PKG-1", TYPES, `${name} has a content type and is not there`);
  for (const name of parts.names) {
    const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
    if (name !== TYPES && !endings.has(ending) && !named.some((one) => one.toLowerCase() === name.toLowerCase())) parts.report("PKG-1", name, "has no content type");
  }
}

/** What the content type of a part has to end with, by the kind of relationship that leads to it. */
const typeEndings: ReadonlyMap<string, string> = new Map([
  ["worksheet", "worksheet+xml"], ["chart", "chart+xml"], ["drawing", "drawing+xml"], ["table", "table+xml"], ["styles", "styles+xml"], ["sharedStrings", "sharedStrings+xml"],
  ["theme", "theme+xml"], ["comments", "comments+xml"], ["core-properties", "core-properties+xml"], ["extended-properties", "extended-properties+xml"], ["sheetMetadata", "sheetMetadata+xml"],
]);

function typeOf(parts: Parts, part: string): string {
  const entries = childrenOf(parts.root(TYPES));
  const own = entries.find((entry) => entry.getAttribute("PartName")?.toLowerCase() === `/${part}`.toLowerCase());
  const byEnding = entries.find((entry) => entry.getAttribute("Extension")?.toLowerCase() === part.slice(part.lastIndexOf(".") + 1).toLowerCase());
  return (own ?? byEnding)?.getAttribute("ContentType") ?? "";
}

function checkRelations(parts: Parts): void {
  const reached = new Set<string>();
  for (const rels of parts.names.filter((name) => name.endsWith(".rels"))) {
    const source = rels.replace(/(^|\/)_rels\/([^/]*)\.rels$/, "$1$2");
    if (source !== "" && !parts.has(source)) parts.report("PKG-3", rels, "belongs to a part that is not there");
    const relations = parts.relationsOf(source);
    for (const id of duplicates(relations.map((relation) => relation.id))) parts.report("PKG-4", rels, `the id ${id} stands twice`);
    for (const { target, external, id, kind } of relations) {
      if (external || target.startsWith("#")) continue;
      const ending = typeEndings.get(kind);
      if (ending !== undefined && !typeOf(parts, target).endsWith(ending)) parts.report("PKG-2", target, `"${typeOf(parts, target)}" is no content type of a ${kind}`);
      if (parts.has(target)) reached.add(target.toLowerCase());
      else parts.report("PKG-3", rels, `${id} leads to ${target}, which is not there`);
    }
  }
  for (const name of parts.names) if (name !== TYPES && !name.endsWith(".rels") && !reached.has(name.toLowerCase())) parts.report("PKG-5", name, "nothing leads to it");
}

function checkSheets(parts: Parts, book: Book): void {
  const tables = book.sheets.filter(({ isWorksheet, part }) => isWorksheet && parts.has(part)).flatMap(({ part }) => {
    const found = checkWorksheet(parts, part, book);
    if (found.drawing !== null && parts.has(found.drawing)) checkDrawing(parts, found.drawing, book);
    return found.tables;
  });
  checkTableNames(parts, book, tables);
}

/** Sheets and tables are told apart by their identity where several people work at once. */
function checkIdentities(parts: Parts): void {
  const roots = parts.names.filter((name) => /^xl\/(?:worksheets|tables)\/[^/]+\.xml$/.test(name)).map((name) => parts.root(name));
  const known = roots.flatMap((root) => [...(root?.attributes ?? [])].filter(({ localName, prefix }) => localName === "uid" && prefix !== null).map(({ value }) => value));
  for (const id of duplicates(known)) parts.report("PKG-9", "xl", `two sheets or tables have the identity ${id}`);
}

/** Each problem with the part it is in. */
export function packageProblems(bytes: Uint8Array): readonly string[] {
  const parts = new Parts(bytes);
  if (!parts.has(TYPES)) return [`${TYPES}: the part is missing [PKG-1]`];
  checkTypes(parts);
  for (const name of parts.names) if (/\.(?:xml|rels)$/i.test(name)) parts.root(name);
  for (const name of duplicates(parts.names)) parts.report("PKG-7", name, "differs from another part by capitals only");
  checkRelations(parts);
  checkIdentities(parts);
  checkProperties(parts);
  const book = checkWorkbook(parts);
  if (book !== null) checkSheets(parts, book);
  return parts.problems;
}
