/** Queries: what the region asks about the return that was sent, each with its cell and room for the answer. Made when the first are loaded. */
import type { Holding, SheetBlueprint, TableDefinition } from "../types";
import { rowsOf, validationsOf, widthsOf } from "./columns";
import { ORGANISATION, sheetHeading } from "./heading";

const written = { kind: "written" } as const;
const entry = (longest: number): { readonly kind: "entry"; readonly required: false; readonly entry: { readonly kind: "text"; readonly longest: number } } => ({ kind: "entry", required: false, entry: { kind: "text", longest } });

export const queriesTable = {
  sheet: "queries",
  name: "tblQueries",
  title: "Queries of the region, in the order in which it asks them",
  columns: [
    { header: "Query", width: 20, style: "recordText", holds: written },
    { header: "About", width: 34, style: "rowText", holds: written },
    { header: "Cell", width: 10, style: "rowLink", holds: written },
    { header: "Question", width: 48, style: "rowText", holds: written },
    { header: "What is asked", width: 40, style: "rowText", holds: written },
    { header: "Answer", width: 48, style: "inputText", startsBlock: true, hint: "What the region should know, or what was changed.", holds: entry(500) },
    { header: "Answered by", width: 20, style: "inputText", hint: "Your name.", holds: entry(100) },
    { header: "Answered on", width: 18, style: "inputDate", hint: "The day, such as 31 March 2009.", holds: { kind: "entry", required: false, entry: { kind: "date" } } },
    { header: "Reference", width: 22, style: "recordText", startsBlock: true, holds: written },
  ],
} as const satisfies TableDefinition;

const TABLE_TOP = 4;

/** @param rows - as they stand */
export function queriesSheet(rows: readonly (readonly Holding[])[] = [queriesTable.columns.map(() => null)]): SheetBlueprint {
  const table = { ...queriesTable, top: TABLE_TOP, left: 0, rows };
  return {
    id: "queries", tab: "Queries", names: [], tables: [table], validations: validationsOf(table), highlights: [], charts: [],
    cells: [
      ...sheetHeading("Queries", `="What the region asks about the return of "&${ORGANISATION}&", "&nmPeriod&"."`),
      { row: 2, column: 0, style: "note", holds: { text: "Answer each in its row, with your name. Answers go with the next return; it cannot be signed while one is missing." } },
    ],
    columnWidths: widthsOf(queriesTable), rowHeights: { 0: 26, [TABLE_TOP]: 20, ...rowsOf(TABLE_TOP + 1, rows.length, 44) },
    print: { orientation: "landscape", pagesWide: 1, pagesTall: null, titleRow: TABLE_TOP, titleColumns: 0 },
  };
}
