/** A worksheet part: order, sizes, areas, links, print set-up, and what lies on it. */
import { checkArrays, checkCells } from "./cells";
import { cellCount, checkOrder, childOf, childrenOf, numberOf, overlap, rectangle, relationIdOf, type Parts, type Rectangle } from "./parts";
import { checkRules } from "./sheet-rules";
import { checkTable, type TableFact } from "./table";
import type { Book } from "./workbook";

const ORDER = [
  "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
  "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
  "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF",
  "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
];
const COUNTED = ["mergeCells", "dataValidations", "hyperlinks", "tableParts"];
const MOST_LINKS = 65_530;

function anyOverlap(areas: readonly Rectangle[]): boolean {
  return areas.some((area, index) => areas.slice(index + 1).some((other) => overlap(area, other)));
}

function checkLists(parts: Parts, part: string, root: Element): void {
  for (const local of COUNTED) {
    const element = childOf(root, local);
    const count = element?.getAttribute("count");
    if (element !== null && childrenOf(element).length === 0) parts.report("SHT-5", part, `<${local}> is empty`);
    if (count !== null && count !== undefined && Number(count) !== childrenOf(element).length) parts.report("SHT-5", part, `<${local}> says ${count} and holds ${childrenOf(element).length}`);
  }
}

function checkMerged(parts: Parts, part: string, root: Element): readonly Rectangle[] {
  const refs = childrenOf(childOf(root, "mergeCells"), "mergeCell").map((element) => element.getAttribute("ref") ?? "");
  for (const ref of refs) { const area = rectangle(ref); if (area === null || cellCount(area) < 2) parts.report("SHT-4", part, `the merged area ${ref} is no area of several cells`); }
  const merged = refs.flatMap((ref) => rectangle(ref) ?? []);
  if (anyOverlap(merged)) parts.report("SHT-4", part, "merged areas overlap");
  return merged;
}

function checkColumns(parts: Parts, part: string, root: Element, book: Book): void {
  let last = 0;
  for (const column of childrenOf(childOf(root, "cols"), "col")) {
    const [from, to] = [numberOf(column, "min"), numberOf(column, "max")];
    if (!(from > last && to >= from && to <= 16_384)) parts.report("SHT-3", part, `columns ${from} to ${to} are out of order`);
    if (numberOf(column, "width") > 255) parts.report("SHT-3", part, `columns ${from} to ${to} are ${column.getAttribute("width") ?? ""} characters wide`);
    if (numberOf(column, "style") >= book.styles.formats) parts.report("CEL-1", part, `columns ${from} to ${to} have format ${column.getAttribute("style") ?? ""}, and there are ${book.styles.formats}`);
    last = to;
  }
}

function checkView(parts: Parts, part: string, root: Element): void {
  for (const view of childrenOf(childOf(root, "sheetViews"), "sheetView")) {
    const zoom = numberOf(view, "zoomScale");
    if (zoom < 10 || zoom > 400) parts.report("SHT-6", part, `the zoom is ${zoom}`);
    const pane = childOf(view, "pane");
    if (pane === null || !(pane.getAttribute("state") ?? "").startsWith("frozen")) continue;
    const first = rectangle(pane.getAttribute("topLeftCell") ?? "");
    if (first === null || first.left <= Number(pane.getAttribute("xSplit") ?? 0) || first.top <= Number(pane.getAttribute("ySplit") ?? 0)) parts.report("SHT-6", part, `the frozen pane starts at ${pane.getAttribute("topLeftCell") ?? "no cell"}`);
  }
}

function checkLinks(parts: Parts, part: string, root: Element): void {
  const links = childrenOf(childOf(root, "hyperlinks"), "hyperlink");
  if (links.length > MOST_LINKS) parts.report("SHT-7", part, `there are ${links.length} links`);
  for (const link of links) {
    const id = relationIdOf(link);
    if (rectangle(link.getAttribute("ref") ?? "") === null || (id === null && (link.getAttribute("location") ?? "") === "")) parts.report("SHT-7", part, `the link on ${link.getAttribute("ref") ?? "nothing"} leads nowhere`);
    if (id !== null) parts.related(part, id, "hyperlink");
  }
}

const MARGINS = ["left", "right", "top", "bottom", "header", "footer"];

function checkPrint(parts: Parts, part: string, root: Element): void {
  for (const text of childrenOf(childOf(root, "headerFooter"))) {
    const length = (text.textContent ?? "").length;
    if (length > 255) parts.report("PRT-1", part, `<${text.localName}> has ${length} characters`);
  }
  const margins = childOf(root, "pageMargins");
  for (const name of MARGINS) if (margins !== null && !(numberOf(margins, name) >= 0 && numberOf(margins, name) < 49)) parts.report("PRT-2", part, `the ${name} margin is ${margins.getAttribute(name) ?? "missing"}`);
  const scale = numberOf(childOf(root, "pageSetup"), "scale");
  if (scale < 10 || scale > 400) parts.report("PRT-2", part, `the scale is ${scale}`);
}

const HASH = ["algorithmName", "hashValue", "saltValue", "spinCount"];

function checkProtection(parts: Parts, part: string, root: Element): void {
  const protection = childOf(root, "sheetProtection");
  const given = HASH.filter((name) => protection?.hasAttribute(name) === true);
  if (given.length > 0 && given.length < HASH.length) parts.report("SHT-9", part, `the protection has ${given.join(", ")} only`);
}

/** Checks one sheet and gives its tables and its drawing. */
export function checkWorksheet(parts: Parts, part: string, book: Book): { readonly tables: readonly TableFact[]; readonly drawing: string | null } {
  const root = parts.root(part);
  if (root === null) return { tables: [], drawing: null };
  checkOrder(parts, "SHT-1", part, root, ORDER);
  const { texts, arrays } = checkCells(parts, part, root, book);
  checkLists(parts, part, root);
  const merged = checkMerged(parts, part, root);
  checkColumns(parts, part, root, book);
  checkView(parts, part, root);
  checkRules(parts, part, root, book);
  checkLinks(parts, part, root);
  checkPrint(parts, part, root);
  checkProtection(parts, part, root);
  const tables = childrenOf(childOf(root, "tableParts"), "tablePart").flatMap((element) => { const table = parts.related(part, relationIdOf(element), "table"); return table === null || !parts.has(table) ? [] : [checkTable(parts, table, texts)]; });
  const areas = tables.flatMap(({ area }) => area ?? []);
  if (anyOverlap(areas) || areas.some((area) => merged.some((other) => overlap(area, other)))) parts.report("TBL-8", part, "tables overlap one another or merged cells");
  checkArrays(parts, part, arrays, [...areas, ...merged]);
  const drawing = childOf(root, "drawing");
  return { tables: tables.map(({ fact }) => fact), drawing: drawing === null ? null : parts.related(part, relationIdOf(drawing), "drawing") };
}
