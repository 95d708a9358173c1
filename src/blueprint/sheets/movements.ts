/** Movements: how many held posts at the last return, who came, who went, and how many hold them now. Added when it is wanted. */
import { tableFingerprint } from "../fingerprint";
import { thisRow } from "../formula";
import type { Holding, SheetBlueprint, TableDefinition } from "../types";
import type { Setup } from "../setup";
import { rowsOf, validationsOf, widthsOf } from "./columns";
import { AS_AT, FILL_IN_NOTE, ORGANISATION, sheetHeading } from "./heading";

const NAME = "tblMovements";
const count = { kind: "entry", entry: { kind: "count" }, required: true } as const;
const own = (header: string): string => thisRow(NAME, header);
/** A figure of the role group on Demand and supply. */
const fromDemand = (header: string): string => {
  const found = `INDEX(tblDemand[${header}],MATCH(${own("Role group")},tblDemand[Role group],0))`;
  return `=IFERROR(IF(ISNUMBER(${found}),${found},"Not entered"),"Not found")`;
};

export const movementsTable = {
  sheet: "movements",
  name: NAME,
  title: "Holders of posts from the last return to this one, by role group",
  columns: [
    { header: "Role group", width: 30, style: "inputText", holds: { kind: "entry", entry: { kind: "text", longest: 60 }, required: true }, hint: "As on Demand and supply." },
    { header: "Opening", width: 12, style: "inputCount", holds: count, startsBlock: true, hint: "People in post at the last return. Its closing figure." },
    { header: "Joiners", width: 12, style: "inputCount", holds: count, hint: "People who came from outside the organisation." },
    { header: "Moved in", width: 12, style: "inputCount", holds: count, hint: "People who came from another role group of the organisation." },
    { header: "Leavers", width: 12, style: "inputCount", holds: count, hint: "People who left the organisation. Counted without a sign." },
    { header: "Moved out", width: 12, style: "inputCount", holds: count, hint: "People who went to another role group of the organisation. Counted without a sign." },
    { header: "Closing", width: 12, style: "inputCount", holds: count, hint: "People in post at the as-at date: posts less vacancies." },
    { header: "Comment", width: 42, style: "inputText", startsBlock: true, hint: "Anything a reader needs to know about this row. No names of people.", holds: { kind: "entry", entry: { kind: "text", longest: 250 }, required: false } },
    { header: "Net change", width: 12, style: "signed", startsBlock: true, holds: { kind: "formula", formula: `=IF(AND(ISNUMBER(${own("Opening")}),ISNUMBER(${own("Closing")})),${own("Closing")}-${own("Opening")},"Not entered")` } },
    { header: "Posts", width: 12, style: "count", holds: { kind: "formula", formula: fromDemand("Posts") } },
    { header: "Vacancies now", width: 12, style: "count", holds: { kind: "formula", formula: fromDemand("Vacancies now") } },
  ],
} as const satisfies TableDefinition;

/** All entries as a number: part of what a signature is held against. */
export const MOVEMENTS_NUMBER = "nmMovementsFingerprint";

const TABLE_TOP = 6;

/** @param asEntered - rows as they stand; otherwise one for each role group */
export function movementsSheet(setup: Pick<Setup, "roleGroups">, asEntered?: readonly (readonly Holding[])[]): SheetBlueprint {
  const rows = asEntered ?? setup.roleGroups.map((name) => movementsTable.columns.map((_, index): Holding => (index === 0 ? { text: name } : null)));
  const table = { ...movementsTable, top: TABLE_TOP, left: 0, rows };
  return {
    id: "movements", tab: "Movements", tables: [table], validations: validationsOf(table), highlights: [], charts: [], columnWidths: widthsOf(movementsTable),
    names: [{ name: MOVEMENTS_NUMBER, row: 4, column: 1, says: "Changes with any entry on Movements." }],
    cells: [
      ...sheetHeading("Movements of holders of posts, by role group", `="People, from the last return to "&${AS_AT}&". "&${ORGANISATION}&", "&nmPeriod&"."`),
      { row: 2, column: 0, style: "note", holds: { text: FILL_IN_NOTE } },
      { row: 3, column: 0, style: "note", holds: { text: "Opening, joiners and moved in, less leavers and moved out, make the closing figure." } },
      { row: 4, column: 0, style: "label", holds: { text: "All entries, as a number" } }, { row: 4, column: 1, style: "working", holds: { formula: tableFingerprint(movementsTable) } },
    ],
    rowHeights: { 0: 26, ...rowsOf(1, TABLE_TOP - 1, 16), [TABLE_TOP]: 34 },
    print: { orientation: "landscape", pagesWide: 1, pagesTall: null, titleRow: TABLE_TOP, titleColumns: 1 },
  };
}
