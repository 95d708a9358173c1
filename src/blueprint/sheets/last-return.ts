/** Last return: every figure of an earlier return, one a row, so that this one can be held against it. Made when one is loaded or carried forward. */
import type { Holding, SheetBlueprint, TableDefinition } from "../types";
import { rowsOf, widthsOf } from "./columns";
import { ORGANISATION, sheetHeading } from "./heading";

const written = { kind: "written" } as const;

export const lastReturnTable = {
  sheet: "last-return",
  name: "tblLastReturn",
  title: "Figures of the last return",
  columns: [
    { header: "From", width: 26, style: "recordText", holds: written },
    { header: "Table", width: 12, style: "recordText", holds: written },
    { header: "Row", width: 42, style: "recordText", holds: written },
    { header: "Figure", width: 26, style: "recordText", holds: written },
    { header: "State", width: 16, style: "recordText", holds: written },
    { header: "Value", width: 26, style: "demandAsSent", startsBlock: true, holds: written },
    { header: "Measure", width: 20, style: "recordText", startsBlock: true, holds: written },
  ],
} as const satisfies TableDefinition;

/** What the State column says. */
export const figureStates = { number: "Number", blank: "Not entered", "not-applicable": "Not applicable", withheld: "Withheld", unreadable: "Unreadable", words: "Words" } as const;

const TABLE_TOP = 4;

/** @param rows - as they stand */
export function lastReturnSheet(rows: readonly (readonly Holding[])[] = [lastReturnTable.columns.map(() => null)]): SheetBlueprint {
  const table = { ...lastReturnTable, top: TABLE_TOP, left: 0, rows };
  return {
    id: "last-return", tab: "Last return", names: [], tables: [table], validations: [], highlights: [], charts: [],
    cells: [
      ...sheetHeading("Last return", `="Figures of an earlier return of "&${ORGANISATION}&", to hold those of "&nmPeriod&" against."`),
      { row: 2, column: 0, style: "note", holds: { text: "Values only, as they were sent. No figure of this return is worked out from them: the check compares, and says where the two are far apart." } },
    ],
    columnWidths: widthsOf(lastReturnTable), rowHeights: { 0: 26, [TABLE_TOP]: 20, ...rowsOf(TABLE_TOP + 1, rows.length, 16) },
    print: { orientation: "landscape", pagesWide: 1, pagesTall: null, titleRow: TABLE_TOP, titleColumns: 0 },
  };
}
