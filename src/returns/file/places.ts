/** Where a figure of a return stands in its file. */
import { HEADER_TABLE } from "../../validation/language/figures";
import type { ReturnDocument } from "../format/return-document";
import { headerRowOf } from "./return-sheet";
import { addressOf, HEADINGS_ROW } from "./return-sheet-model";
import { columnsOf, OTHER_SHEETS, tableTitles } from "./table-sheets";

export interface ReturnPlace { readonly sheet: string; readonly cell: string }

/**
 * @param row - from 0
 * @param measure - or the id of a column of words
 * @returns null where the file shows no such cell: another table, row or measure than it has
 */
export function placeInReturn(document: ReturnDocument, table: string, row: number, measure: string): ReturnPlace | null {
  if (table === HEADER_TABLE) {
    const at = headerRowOf(document, measure);
    return at === null ? null : { sheet: OTHER_SHEETS.return, cell: addressOf(at, 1) };
  }
  return placesIn(document, table)(row, measure);
}

/** The same for all figures of a table: its columns are looked up once. */
export function placesIn(document: Pick<ReturnDocument, "tables">, table: string): (row: number, measure: string) => ReturnPlace | null {
  const sheet = tableTitles(document).get(table);
  const columns = new Map(columnsOf(document, table).map(({ id }, index) => [id, index]));
  return (row, measure) => {
    const column = columns.get(measure);
    return sheet === undefined || column === undefined || document.tables[table]?.[row] === undefined ? null : { sheet, cell: addressOf(HEADINGS_ROW + row, column) };
  };
}
