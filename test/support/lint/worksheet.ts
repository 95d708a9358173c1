/** A worksheet part: order, cells, rules, and the tables on it. */
import { all, checkOrder, childOf, childrenOf, duplicates, overlap, rectangle, relationIdOf, type Parts, type Rectangle } from "./parts";
import type { Book } from "./workbook";

const ORDER = [
  "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
  "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
  "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF",
  "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
];

/** Text by place ("B7"), to hold table headers against. */
type Texts = ReadonlyMap<string, string>;

function checkCells(parts: Parts, part: string, root: Element, book: Book): Texts {
  const texts = new Map<string, string>();
  let lastRow = 0;
  for (const row of childrenOf(childOf(root, "sheetData"), "row")) {
    const number = Number(row.getAttribute("r") ?? lastRow + 1);
    if (number <= lastRow) parts.report(part, `row ${number} stands after row ${lastRow}`);
    lastRow = number;
    let lastColumn = 0;
    for (const cell of childrenOf(row, "c")) {
      const place = cell.getAttribute("r") ?? "";
      const at = rectangle(place);
      if (at === null || at.top !== number || at.left <= lastColumn) parts.report(part, `the cell ${place} is out of place in row ${number}`);
      lastColumn = at?.left ?? lastColumn;
      checkCell(parts, part, cell, place, book, texts);
    }
  }
  return texts;
}

function checkCell(parts: Parts, part: string, cell: Element, place: string, book: Book, texts: Map<string, string>): void {
  const style = Number(cell.getAttribute("s") ?? 0);
  if (style >= book.styles.formats) parts.report(part, `${place} has cell format ${style}, and there are ${book.styles.formats}`);
  const type = cell.getAttribute("t") ?? "n";
  const value = childOf(cell, "v")?.textContent ?? "";
  if (type === "s") {
    const text = book.strings[Number(value)];
    if (text === undefined || !/^\d+$/.test(value)) parts.report(part, `${place} shows shared text ${value}, which is not there`);
    else texts.set(place, text);
  } else if (type === "inlineStr" || type === "str") texts.set(place, type === "str" ? value : all(cell, "t").map((text) => text.textContent ?? "").join(""));
  else if (type === "n" && value !== "" && !Number.isFinite(Number(value))) parts.report(part, `${place} should hold a number and holds ${value}`);
  const formula = childOf(cell, "f")?.textContent ?? "";
  if (formula.startsWith("=") || formula.length > 8192) parts.report(part, `${place} has a formula that Excel does not take: ${formula.slice(0, 40)}`);
}

const COUNTED = ["mergeCells", "dataValidations", "tableParts"];

function checkAreas(parts: Parts, part: string, root: Element): void {
  for (const local of COUNTED) {
    const element = childOf(root, local);
    const count = element?.getAttribute("count");
    if (element !== null && childrenOf(element).length === 0) parts.report(part, `<${local}> is empty`);
    if (count !== null && count !== undefined && Number(count) !== childrenOf(element).length) parts.report(part, `<${local}> says ${count} and holds ${childrenOf(element).length}`);
  }
  const merged = all(childOf(root, "mergeCells"), "mergeCell").map((element) => rectangle(element.getAttribute("ref") ?? ""));
  if (merged.some((area) => area === null)) parts.report(part, "a merged area is no area");
  if (anyOverlap(merged.filter((area): area is Rectangle => area !== null))) parts.report(part, "merged areas overlap");
  for (const element of [...childrenOf(childOf(root, "dataValidations"), "dataValidation"), ...childrenOf(root, "conditionalFormatting")]) {
    const areas = (element.getAttribute("sqref") ?? "").split(" ");
    if (areas.some((ref) => rectangle(ref) === null)) parts.report(part, `<${element.localName}> lies on ${areas.join(" ")}, which is no area`);
  }
  let last = 0;
  for (const column of childrenOf(childOf(root, "cols"), "col")) {
    const [from, to] = [Number(column.getAttribute("min")), Number(column.getAttribute("max"))];
    if (!(from > last && to >= from && to <= 16_384)) parts.report(part, `columns ${from} to ${to} are out of order`);
    last = to;
  }
}

function anyOverlap(areas: readonly Rectangle[]): boolean {
  return areas.some((area, index) => areas.slice(index + 1).some((other) => overlap(area, other)));
}

function checkRules(parts: Parts, part: string, root: Element, book: Book): void {
  for (const rule of childrenOf(root, "conditionalFormatting").flatMap((element) => childrenOf(element, "cfRule"))) {
    const patch = rule.getAttribute("dxfId");
    if (patch !== null && Number(patch) >= book.styles.patches) parts.report(part, `a highlight uses look ${patch}, and there are ${book.styles.patches}`);
  }
  for (const validation of childrenOf(childOf(root, "dataValidations"), "dataValidation")) {
    const formula = childOf(validation, "formula1")?.textContent ?? "";
    if (validation.getAttribute("type") !== null && validation.getAttribute("type") !== "none" && formula === "") parts.report(part, `the rule on ${validation.getAttribute("sqref") ?? ""} has no formula`);
    if (/^".*"$/s.test(formula) && formula.length > 257) parts.report(part, `the list on ${validation.getAttribute("sqref") ?? ""} is longer than 255 characters`);
    for (const [name, most] of [["promptTitle", 32], ["errorTitle", 32], ["prompt", 255], ["error", 225]] as const) {
      if ((validation.getAttribute(name) ?? "").length > most) parts.report(part, `${name} on ${validation.getAttribute("sqref") ?? ""} is longer than ${most} characters`);
    }
  }
}

/** A table as far as others of the workbook must not have the same. */
export interface TableFact { readonly part: string; readonly id: string; readonly name: string }

function checkTable(parts: Parts, part: string, texts: Texts): { readonly fact: TableFact; readonly area: Rectangle | null } {
  const root = parts.root(part);
  const area = rectangle(root?.getAttribute("ref") ?? "");
  const name = root?.getAttribute("displayName") ?? "";
  const columns = childrenOf(childOf(root, "tableColumns"), "tableColumn");
  const headers = columns.map((column) => (column.getAttribute("name") ?? "").replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))));
  if (area === null) parts.report(part, `the table ${name} lies on no area`);
  else {
    if (columns.length !== area.right - area.left + 1) parts.report(part, `the table ${name} has ${columns.length} columns on ${area.right - area.left + 1}`);
    if (root?.getAttribute("headerRowCount") !== "0") headers.forEach((header, index) => { const place = cellAt(area.top, area.left + index); if (texts.get(place) !== header) parts.report(part, `the column ${header} of ${name} is headed ${texts.get(place) ?? "by no text"} in ${place}`); });
    const filter = childOf(root, "autoFilter")?.getAttribute("ref");
    const filtered = filter === null || filter === undefined ? null : rectangle(filter);
    if (filtered !== null && (filtered.top !== area.top || filtered.left !== area.left || filtered.right !== area.right || filtered.bottom > area.bottom)) parts.report(part, `the filter of ${name} lies elsewhere`);
  }
  for (const header of duplicates(headers)) parts.report(part, `the table ${name} has two columns ${header}`);
  for (const id of duplicates(columns.map((column) => column.getAttribute("id") ?? ""))) parts.report(part, `the table ${name} has two columns of number ${id}`);
  return { fact: { part, id: root?.getAttribute("id") ?? "", name }, area };
}

function cellAt(row: number, column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name + String(row);
}

/** Checks one sheet and gives its tables and its drawing. */
export function checkWorksheet(parts: Parts, part: string, book: Book): { readonly tables: readonly TableFact[]; readonly drawing: string | null } {
  const root = parts.root(part);
  if (root === null) return { tables: [], drawing: null };
  checkOrder(parts, part, root, ORDER);
  const texts = checkCells(parts, part, root, book);
  checkAreas(parts, part, root);
  checkRules(parts, part, root, book);
  for (const link of childrenOf(childOf(root, "hyperlinks"), "hyperlink")) { const id = relationIdOf(link); if (id !== null) parts.related(part, id, "hyperlink"); }
  const tables = childrenOf(childOf(root, "tableParts"), "tablePart").flatMap((element) => { const table = parts.related(part, relationIdOf(element), "table"); return table === null || !parts.has(table) ? [] : [checkTable(parts, table, texts)]; });
  if (anyOverlap(tables.flatMap(({ area }) => area ?? []))) parts.report(part, "tables overlap");
  const drawing = childOf(root, "drawing");
  return { tables: tables.map(({ fact }) => fact), drawing: drawing === null ? null : parts.related(part, relationIdOf(drawing), "drawing") };
}
