/** Accessibility: what only a person can say of whether everybody can read the workbook. Made when the first question is answered. */
import type { Holding, SheetBlueprint, TableDefinition } from "../types";
import { rowsOf, validationsOf, widthsOf } from "./columns";
import { ORGANISATION, sheetHeading } from "./heading";

const ANSWERS = ["Yes", "No", "Not applicable"];

export const accessibilityTable = {
  sheet: "accessibility",
  name: "tblAccessibility",
  title: "Questions on accessibility that a person answers",
  columns: [
    { header: "Point", width: 12, style: "rowText", holds: { kind: "written" } },
    { header: "Question", width: 66, style: "rowText", holds: { kind: "written" } },
    { header: "Answer", width: 16, style: "inputText", startsBlock: true, hint: "Yes, No or Not applicable. Leave it blank until somebody has looked.", holds: { kind: "entry", required: false, entry: { kind: "one-of", words: ANSWERS } } },
    { header: "Answered by", width: 24, style: "inputText", hint: "Your name.", holds: { kind: "entry", required: false, entry: { kind: "text", longest: 100 } } },
    { header: "Answered on", width: 18, style: "inputDate", hint: "The day, such as 31 March 2009.", holds: { kind: "entry", required: false, entry: { kind: "date" } } },
  ],
} as const satisfies TableDefinition;

const TABLE_TOP = 4;
const LINE = 30;

/** @param answers - rows as they stand */
export function accessibilitySheet(answers: readonly (readonly Holding[])[] = [accessibilityTable.columns.map(() => null)]): SheetBlueprint {
  const table = { ...accessibilityTable, top: TABLE_TOP, left: 0, rows: answers };
  return {
    id: "accessibility", tab: "Accessibility", names: [], tables: [table],
    cells: [
      ...sheetHeading("Accessibility of this workbook", `="Questions on the sheets of "&${ORGANISATION}&", "&nmPeriod&", that only a person can answer."`),
      { row: 2, column: 0, style: "note", holds: { text: "A blank means that nobody has answered yet. Answer again when sheets have changed." } },
    ],
    validations: validationsOf(table), highlights: [], charts: [], columnWidths: widthsOf(accessibilityTable), rowHeights: { 0: 26, [TABLE_TOP]: 20, ...rowsOf(TABLE_TOP + 1, answers.length, LINE) },
    print: { orientation: "landscape", pagesWide: 1, pagesTall: null, titleRow: TABLE_TOP, titleColumns: 0 },
  };
}
