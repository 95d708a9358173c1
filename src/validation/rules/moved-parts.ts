/** Says what has moved since it was made, so that nobody wonders: renamed, copied and reordered sheets, inserted rows, moved columns (E02). */
import { coreSheets } from "../../blueprint/workbook-blueprint";
import { sheetDefinitions } from "../../blueprint/definitions";
import { a1 } from "../../blueprint/place";
import type { SheetId, TableBlueprint } from "../../blueprint/types";
import type { Book } from "../book";
import { tableDefinitions } from "../drift/made";
import { finding, type Finding, type Rule } from "../finding";

/** Where tables are made does not depend on set-up. */
const made: readonly TableBlueprint[] = [...tableDefinitions.values()].filter(({ sheet }) => coreSheets.includes(sheet));

export const movedParts: Rule = (book) => [...renamed(book), ...reordered(book), ...copied(book), ...shifted(book), ...columnsMoved(book)];

const usualTab = (id: SheetId): string => sheetDefinitions.find((sheet) => sheet.id === id)?.tab ?? id;

/** "Cover (2)" is what we call a Cover where the tab was taken. */
function renamed(book: Book): readonly Finding[] {
  return book.sheets.filter(({ id, tab }) => tab.replace(/ \(\d+\)$/, "").toLowerCase() !== usualTab(id).toLowerCase())
    .map(({ id, tab }) => finding("E02.sheet-renamed", { identity: id, tab, cell: "" }, { sheet: usualTab(id), now: tab }));
}

function reordered(book: Book): readonly Finding[] {
  const core = book.sheets.filter(({ id }) => coreSheets.includes(id));
  const places = core.map(({ id }) => coreSheets.indexOf(id));
  const [first] = core;
  if (first === undefined || places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1))) return [];
  return [finding("E02.sheets-moved", { identity: first.id, tab: first.tab, cell: "" }, { now: core.map(({ tab }) => tab).join(", ") })];
}

function copied(book: Book): readonly Finding[] {
  return book.copies.map(({ id, tab }) => finding("E02.copied", { identity: null, tab, cell: "" }, { copy: tab, sheet: book.sheets.find((sheet) => sheet.id === id)?.tab ?? usualTab(id) }));
}

function shifted(book: Book): readonly Finding[] {
  return made.flatMap((blueprint) => {
    const table = book.tables.get(blueprint.name);
    if (table === undefined || (table.top === blueprint.top && table.left === blueprint.left)) return [];
    const now = a1(table.top, table.left);
    return [finding("E02.table-moved", { identity: table.sheet, tab: table.tab, cell: now }, { sheet: table.tab, now, was: a1(blueprint.top, blueprint.left) })];
  });
}

/** Only columns that changed their order; columns put between push the rest along and say nothing. */
function columnsMoved(book: Book): readonly Finding[] {
  return made.flatMap((blueprint) => {
    const table = book.tables.get(blueprint.name);
    if (table === undefined) return [];
    const known = blueprint.columns.map((column) => column.header).filter((header) => table.headers.includes(header));
    const standing = table.headers.filter((header) => known.includes(header));
    const at = known.findIndex((header, index) => standing[index] !== header);
    const column = standing[at];
    if (at < 0 || column === undefined) return [];
    const now = a1(table.top, table.left + table.headers.indexOf(column));
    const was = a1(table.top, table.left + blueprint.columns.findIndex(({ header }) => header === column));
    return [finding("E02.column-moved", { identity: table.sheet, tab: table.tab, cell: now }, { column, was, now })];
  });
}
