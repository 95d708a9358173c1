/** Queues tables that are written anew, whole, and columns of entries that change. Nothing here syncs. */
import { areaName, a1 } from "../blueprint/place";
import type { Holding, SheetBlueprint, SheetId, TableBlueprint, TableDefinition } from "../blueprint/types";
import type { Book, BookTable } from "../validation/book";
import type { FindingPlace } from "../validation/finding-place";
import { linkTo, tabOf, type Naming } from "./naming";
import { asSent } from "./write-cells";
import { queueHeights, queueRowCount } from "./write-rows";
import { queueTableLook } from "./write-table";

/** A table with all that it is to hold. At least one row. */
export interface TableWriting {
  readonly definition: TableDefinition;
  readonly rows: readonly (readonly Holding[])[];
  /** Its sheet, with these rows, for a workbook that has not got it. */
  readonly sheet: SheetBlueprint;
  /** Cells that lead to others when clicked. */
  readonly links: readonly { readonly row: number; readonly header: string; readonly to: FindingPlace }[];
}

/** Entries that change: a column of a table as it is to read, and single cells of the Cover by our own spelling of their names. */
export interface EntryWriting {
  readonly columns: readonly { readonly sheet: SheetId; readonly table: string; readonly header: string; readonly values: readonly (string | number)[] }[];
  readonly named: ReadonlyMap<string, string | number>;
}

/** @param standing - the table as it stands; undefined where its sheet is made by the same request, with its rows */
export function queueWhole(context: Excel.RequestContext, standing: BookTable | undefined, { definition, rows, sheet: made, links }: TableWriting, naming: Naming): void {
  const placed = made.tables.find(({ name }) => name === definition.name);
  const tab = standing?.tab ?? tabOf(naming, made.id);
  const sheet = context.workbook.worksheets.getItem(tab);
  const [top, left] = [standing?.top ?? placed?.top ?? 0, standing?.left ?? placed?.left ?? 0];
  const body = { top: top + 1, left, rows: rows.length, columns: definition.columns.length };
  if (standing !== undefined) {
    const blueprint: TableBlueprint = { ...definition, top, left, rows };
    queueRowCount(context, sheet, standing, rows.length);
    queueTableLook(sheet, blueprint);
    sheet.getRange(areaName(body)).clear("Hyperlinks");
    sheet.getRange(areaName(body)).formulas = rows.map((row) => row.map((holds, index) => asSent(holds, naming, definition.columns[index]?.style === "recordText" || definition.columns[index]?.style === "inputText")));
    queueTableLook(sheet, blueprint);
  }
  queueHeights(sheet, body.top, rows, definition);
  for (const { row, header, to } of links) {
    const column = definition.columns.findIndex((each) => each.header === header);
    sheet.getRange(a1(body.top + row, left + column)).hyperlink = { documentReference: linkTo(to.tab, to.cell), textToDisplay: to.cell, screenTip: `Go to ${to.tab}, ${to.cell}` };
  }
}

export function queueEntries(context: Excel.RequestContext, book: Book, { columns, named }: EntryWriting, naming: Naming): void {
  for (const { table, header, values } of columns) {
    const standing = book.tables.get(table);
    const along = standing?.headers.indexOf(header) ?? -1;
    if (standing === undefined || along < 0 || values.length === 0) continue;
    context.workbook.worksheets.getItem(standing.tab).getRange(areaName({ top: standing.top + 1, left: standing.left + along, rows: values.length, columns: 1 })).values = values.map((value) => [value]);
  }
  for (const [ours, value] of named) {
    const actual = naming.names.get(ours);
    if (actual !== undefined) context.workbook.names.getItem(actual).getRange().values = [[value]];
  }
}
