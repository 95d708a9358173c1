/** A table part against the cells that it lies on. */
import type { Texts } from "./cells";
import { childOf, childrenOf, duplicates, isName, rectangle, type Parts, type Rectangle } from "./parts";

/** A table as far as others of the workbook must not have the same. */
export interface TableFact { readonly part: string; readonly id: string; readonly name: string }

const TOTALS = new Set(["none", "sum", "min", "max", "average", "count", "countNums", "stdDev", "var", "custom"]);

const decoded = (text: string): string => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

export function cellAt(row: number, column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name + String(row);
}

export function checkTable(parts: Parts, part: string, texts: Texts): { readonly fact: TableFact; readonly area: Rectangle | null } {
  const root = parts.root(part);
  const area = rectangle(root?.getAttribute("ref") ?? "");
  const name = root?.getAttribute("displayName") ?? "";
  if (!isName(name)) parts.report("TBL-7", part, `a table cannot be called "${name}"`);
  const columns = childrenOf(childOf(root, "tableColumns"), "tableColumn");
  const headers = columns.map((column) => decoded(column.getAttribute("name") ?? ""));
  for (const header of duplicates(headers)) parts.report("TBL-3", part, `the table ${name} has two columns ${header}`);
  for (const header of headers) if (header === "" || header.length > 255) parts.report("TBL-3", part, `the table ${name} has a column whose name has ${header.length} characters`);
  for (const id of duplicates(columns.map((column) => column.getAttribute("id") ?? ""))) parts.report("TBL-4", part, `the table ${name} has two columns of number ${id}`);
  for (const column of columns) {
    const formula = childOf(column, "calculatedColumnFormula")?.textContent ?? "";
    if (formula.startsWith("=") || /\[@/.test(formula.replace(/'./g, ""))) parts.report("TBL-10", part, `the column ${column.getAttribute("name") ?? ""} is calculated by ${formula.slice(0, 60)}`);
  }
  if (root !== null && area === null) parts.report("TBL-2", part, `the table ${name} lies on no area`);
  if (root !== null && area !== null) checkPlace(parts, part, root, area, headers, texts);
  return { fact: { part, id: root?.getAttribute("id") ?? "", name }, area };
}

function checkPlace(parts: Parts, part: string, root: Element, area: Rectangle, headers: readonly string[], texts: Texts): void {
  const name = root.getAttribute("displayName") ?? "";
  const columns = childrenOf(childOf(root, "tableColumns"), "tableColumn");
  const [heads, totals] = [Number(root.getAttribute("headerRowCount") ?? 1), Number(root.getAttribute("totalsRowCount") ?? 0)];
  if (columns.length !== area.right - area.left + 1) parts.report("TBL-2", part, `the table ${name} has ${columns.length} columns on ${area.right - area.left + 1}`);
  if (area.bottom - area.top + 1 <= heads + totals) parts.report("TBL-9", part, `the table ${name} has no row of its own on ${root.getAttribute("ref") ?? ""}`);
  if (heads > 0) headers.forEach((header, index) => { const place = cellAt(area.top, area.left + index); const found = texts.get(place); if (found === undefined || decoded(found) !== header) parts.report("TBL-1", part, `the column ${header} of ${name} is headed ${found ?? "by no text"} in ${place}`); });
  const filter = rectangle(childOf(root, "autoFilter")?.getAttribute("ref") ?? "");
  if (filter !== null && (filter.top !== area.top || filter.left !== area.left || filter.right !== area.right || filter.bottom !== area.bottom - totals)) parts.report("TBL-5", part, `the filter of ${name} lies elsewhere`);
  columns.forEach((column, index) => {
    const label = column.getAttribute("totalsRowLabel");
    const place = cellAt(area.bottom, area.left + index);
    if (!TOTALS.has(column.getAttribute("totalsRowFunction") ?? "none")) parts.report("TBL-11", part, `the column ${headers[index] ?? ""} is totalled by ${column.getAttribute("totalsRowFunction") ?? ""}`);
    if (totals > 0 && label !== null && texts.get(place) !== decoded(label)) parts.report("TBL-11", part, `the totals' label ${label} of ${name} is not what ${place} says`);
  });
}
