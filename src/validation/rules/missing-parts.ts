/** Catches what is gone: sheets, tables, columns, named cells, and a template of another version (E01, E02). */
import { coreSheets } from "../../blueprint/workbook-blueprint";
import { sheetDefinitions } from "../../blueprint/definitions";
import { templateVersion } from "../../blueprint/setup";
import { returnHeader, thresholdEntries } from "../../blueprint/sheets/cover";
import { findingsTable } from "../../blueprint/sheets/checks";
import { a1 } from "../../blueprint/place";
import type { TableDefinition } from "../../blueprint/types";
import { findDrift } from "../drift/find-drift";
import { tableDefinitions } from "../drift/made";
import { sheetIn, textNamed, type Book, type BookTable } from "../book";
import { finding, type Finding, type Rule } from "../finding";
import { travelling } from "../vocabulary";
import { nameKey } from "../../domain/taxonomy";

/** Those that Core has or that travel in a return; the table of findings says for itself when it cannot be written. */
const travels = new Set([...travelling.values()].map(({ name }) => name));
const tables: readonly TableDefinition[] = [...tableDefinitions.values()].filter(({ sheet, name }) => (coreSheets.includes(sheet) || travels.has(name)) && name !== findingsTable.name);

export const missingParts: Rule = (book) => [...versions(book), ...sheetsGone(book), ...tablesGone(book), ...columnsGone(book), ...namesGone(book)];

function versions(book: Book): readonly Finding[] {
  const cell = book.named.get("nmTemplateVersion");
  const found = textNamed(book, "nmTemplateVersion");
  if (cell === undefined || found === templateVersion || `${found}.0` === templateVersion) return [];
  const place = { identity: cell.sheet, tab: cell.tab, cell: a1(cell.row, cell.column) };
  const isNumber = /^\d+(\.\d+)?$/.test(found);
  const id = !isNumber ? "E01.unknown" : Number(found) > Number(templateVersion) ? "E01.newer" : "E01.older";
  return [finding(id, place, { found, known: templateVersion })];
}

/** There is no place to lead to, so the finding stands at the first sheet that is left. */
function sheetsGone(book: Book): readonly Finding[] {
  const left = book.sheets[0];
  const gone = sheetDefinitions.filter(({ id }) => coreSheets.includes(id) && sheetIn(book, id) === undefined);
  return left === undefined ? [] : gone.map(({ tab }) => finding("E02.sheet-gone", { identity: left.id, tab: left.tab, cell: "" }, { sheet: tab }));
}

function tablesGone(book: Book): readonly Finding[] {
  return book.sheets.flatMap(({ id, tab }) => {
    const tables = sheetDefinitions.find((sheet) => sheet.id === id)?.tables ?? [];
    return tables.some((name) => !book.tables.has(name)) ? [finding("E02.table-gone", { identity: id, tab, cell: "" }, { sheet: tab })] : [];
  });
}

function columnsGone(book: Book): readonly Finding[] {
  return tables.flatMap((definition) => {
    const table = book.tables.get(definition.name);
    if (table === undefined) return [];
    const lost = definition.columns.map(({ header }, index) => ({ header, index })).filter(({ header }) => !table.headers.includes(header));
    return lost.map(({ header, index }) => columnGone(table, definition, header, index));
  });
}

/** A strange heading in the lost column's place is that column, renamed. */
function columnGone(table: BookTable, definition: TableDefinition, column: string, index: number): Finding {
  const isStrange = (header: string): boolean => !definition.columns.some((known) => known.header === header);
  const alike = table.headers.findIndex((header) => isStrange(header) && nameKey(header) === nameKey(column));
  const there = table.headers[index];
  const at = alike >= 0 ? alike : there !== undefined && isStrange(there) && table.headers.length === definition.columns.length ? index : -1;
  const place = { identity: table.sheet, tab: table.tab, cell: a1(table.top, table.left + Math.max(at, 0)) };
  if (at < 0) return finding("E02.column-gone", place, { column, sheet: table.tab });
  return finding("E02.column-renamed", place, { column, found: table.headers[at] ?? "" });
}

function namesGone(book: Book): readonly Finding[] {
  const cover = sheetIn(book, "cover");
  if (cover === undefined) return [];
  const labels = [...[...returnHeader, ...thresholdEntries], { name: "nmTemplateVersion", label: "Template version" }];
  const ledElsewhere = findDrift(book).flatMap((drift) => (drift.kind === "name" && drift.leads !== null ? [drift.name] : []));
  return labels.filter(({ name }) => !book.named.has(name) && !ledElsewhere.includes(name)).map(({ name, label }) => finding("E02.name-gone", { identity: cover.id, tab: cover.tab, cell: "" }, { label, name, sheet: cover.tab }));
}
