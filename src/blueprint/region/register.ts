/** Returns register: from whom a return is expected, what came, and in which state it is. A region lists its organisations here; the rest is written. */
import { structures } from "../../domain/structures";
import type { CellBlueprint, Entry, Holding, NameBlueprint, SheetBlueprint, TableDefinition, ValidationBlueprint } from "../types";
import { rowsOf } from "../sheets/columns";
import { REGION } from "./region-heading";
import { oneTableSheet, written } from "./region-sheet";

const text = (longest: number): { readonly kind: "entry"; readonly entry: Entry; readonly required: boolean } => ({ kind: "entry", entry: { kind: "text", longest }, required: false });
const day = { kind: "entry", entry: { kind: "date" }, required: false } as const;

/** What "Expected" says of an organisation that sent a return without being on the list. */
export const NOT_LISTED = "No";

/** States as the register says them. Those that count are first: the sentence on coverage counts them. */
export const registerStates = {
  received: "Received", resubmitted: "Resubmitted", queried: "Queried", accepted: "Accepted", draft: "Draft", missing: "Missing", quarantined: "Set aside",
} as const;
const COUNTED = ["received", "resubmitted", "queried", "accepted", "draft"] as const;
/** Of an organisation that does not exist at the as-at date. */
export const NOT_THEN = "Not expected then";

export const registerTable = {
  sheet: "returns-register",
  name: "tblRegister",
  title: "Organisations from which a return is expected, and what each has sent",
  columns: [
    { header: "Name", width: 36, style: "inputText", holds: text(120), hint: "The organisation's name." },
    { header: "Code", width: 26, style: "inputText", holds: text(10), hint: "The organisation's code, such as RBS." },
    { header: "Expected from", width: 17, style: "inputDate", holds: day, hint: "The first day that the organisation exists. Leave it blank where that is long ago." },
    { header: "Expected until", width: 17, style: "inputDate", holds: day, hint: "Its last day. Leave it blank where it still exists." },
    { header: "Contact", width: 22, style: "inputText", holds: text(100), hint: "Who answers for the return." },
    { header: "Email", width: 28, style: "inputText", holds: text(120), hint: "Where a reminder goes." },
    { header: "Expected", width: 11, style: "inputText", holds: { kind: "entry", entry: { kind: "one-of", words: ["Yes", NOT_LISTED] }, required: false }, hint: "No for an organisation that sent a return without being expected. Blank counts as Yes." },
    written("State", 18, "rowText", true), written("Received", 22, "dateTime"), written("Sequence", 11, "count"), written("Must fix", 10, "count"), written("To explain", 10, "count"),
    written("Days late", 10, "count"), written("Signed by", 34, "rowText"), written("File", 34, "rowText"), written("Decision", 34, "rowText"), written("Return", 14, "rowText"), written("Reminder", 66, "firstLine"),
  ],
} as const satisfies TableDefinition;

/** Entry columns come first; the product never writes into them where somebody has. */
export const registerEntryColumns = registerTable.columns.filter(({ holds }) => holds.kind === "entry").length;

interface Line { readonly name: string; readonly label: string; readonly says: string; readonly holds: Holding; readonly style: CellBlueprint["style"]; readonly entry: Entry | null }

const counted = COUNTED.map((state) => `COUNTIFS(tblRegister[State],"${registerStates[state]}*")`).join("+");
const isThere = '(tblRegister[Code]<>"")*(tblRegister[Expected]<>"No")*(((tblRegister[Expected from]="")+(tblRegister[Expected from]<=nmRegionAsAt))>0)*(((tblRegister[Expected until]="")+(tblRegister[Expected until]>=nmRegionAsAt))>0)';

const lines: readonly Line[] = [
  { name: "nmRegionCode", label: "Region's code", says: "Code of the region that collects, such as Q31.", holds: null, style: "inputText", entry: { kind: "text", longest: 10 } },
  { name: "nmRegionName", label: "Region's name", says: "Name of the region that collects.", holds: null, style: "inputText", entry: { kind: "text", longest: 120 } },
  { name: "nmRegionStructure", label: "NHS structure", says: "Which NHS structure the organisations belong to.", holds: null, style: "inputText", entry: { kind: "one-of", words: structures.map(({ name }) => name) } },
  { name: "nmRegionPeriod", label: "Period", says: "The financial year, such as 2009/10.", holds: null, style: "inputText", entry: { kind: "text", longest: 7 } },
  { name: "nmRegionAsAt", label: "As-at date", says: "The day that the returns describe.", holds: null, style: "coverDate", entry: { kind: "date" } },
  { name: "nmRegionDue", label: "Due", says: "Last day on which a return is in time. Blank where none is set.", holds: null, style: "coverDate", entry: { kind: "date" } },
  { name: "nmRegionIncluded", label: "Organisations whose return counts", says: "Worked out from the states below.", style: "figureLeft", entry: null, holds: { formula: `=${counted}` } },
  { name: "nmRegionExpected", label: "Organisations expected", says: "Listed below and existing at the as-at date. 0: no list is kept.", style: "figureLeft", entry: null, holds: { formula: `=SUMPRODUCT(${isThere})` } },
  { name: "nmRegionCoverage", label: "Coverage", says: "What every total of the region is made of.", style: "headline", entry: null, holds: { formula: '=nmRegionIncluded&IF(nmRegionExpected=0,""," of "&nmRegionExpected)&IF(IF(nmRegionExpected=0,nmRegionIncluded,nmRegionExpected)=1," organisation"," organisations")' } },
];

const FIRST_LINE = 3;
const TABLE_TOP = 13;

export const registerNames: readonly string[] = lines.map(({ name }) => name);
/** Those that a person fills in. */
export const registerEntryNames: readonly string[] = lines.filter(({ entry }) => entry !== null).map(({ name }) => name);

export function registerSheet(rows: readonly (readonly Holding[])[] = []): SheetBlueprint {
  const names: readonly NameBlueprint[] = lines.map(({ name, says }, index) => ({ name, row: FIRST_LINE + index, column: 1, says }));
  const cells: readonly CellBlueprint[] = [
    { row: 0, column: 0, style: "title", holds: { text: "Returns register" } },
    { row: 1, column: 0, style: "subtitle", holds: { formula: `="Returns of "&${REGION}&", "&nmRegionPeriod&": "&nmRegionCoverage&"."` } },
    { row: 2, column: 0, style: "note", holds: { text: "List the organisations you expect in the cells with a box, and fill in the lines below. The rest is written when returns are collected." } },
    ...lines.flatMap(({ label, holds, style, says, entry }, index): readonly CellBlueprint[] => [
      { row: FIRST_LINE + index, column: 0, style: "label", holds: { text: label } }, { row: FIRST_LINE + index, column: 1, style, holds },
      ...(entry === null ? [] : [{ row: FIRST_LINE + index, column: 2, style: "beside" as const, holds: { text: says } }]),
    ]),
  ];
  const validations: readonly ValidationBlueprint[] = lines.flatMap(({ entry, label, says }, index) => (entry === null ? [] : [{ area: { top: FIRST_LINE + index, left: 1, rows: 1, columns: 1 }, entry, title: label, hint: says }]));
  return oneTableSheet("returns-register", registerTable, rows, { tab: "Returns register", cells, names, validations, top: TABLE_TOP, pagesWide: 2, headerHeight: 20, rowHeights: rowsOf(FIRST_LINE, lines.length, 17) });
}
