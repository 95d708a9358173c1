/** Sign-off: who checked, signed and sent the figures, when and why, as a record that shows when it was changed. Made with its first line. */
import { signatories } from "../../domain/signatories";
import { linePlaces, LINE_CHARACTERS } from "../fingerprint";
import { thisRow } from "../formula";
import { a1, columnLetters } from "../place";
import type { CellBlueprint, HighlightBlueprint, Holding, NameBlueprint, SheetBlueprint, TableDefinition } from "../types";
import { rowsOf, widthsOf } from "./columns";
import { AS_AT, ORGANISATION, sheetHeading } from "./heading";

const written = { kind: "written" } as const;
const NAME = "tblLog";

/** The columns that make a line, in the order in which its seal is worked out: digests first, words last. */
export const sealedHeaders = ["Hash", "Previous", "Figures", "Number", "What", "As", "When", "Sequence", "Name", "Role", "Note"] as const;
export type LogHeader = (typeof sealedHeaders)[number];

const JOINED = sealedHeaders.map((header) => thisRow(NAME, header)).join('&"|"&');
/** The line stands where its number says, and its characters still make its seal. */
const AS_WRITTEN = `=IF(AND(${thisRow(NAME, "Number")}=TEXT(ROW()-ROW(${NAME}[[#Headers],[Number]]),"0"),${thisRow(NAME, "Seal")}=TEXT(${linePlaces(`(${JOINED})`)},"0")),"Yes","NO")`;

export const logTable = {
  sheet: "sign-off",
  name: NAME,
  title: "Record of this return, one line for each thing that happened to it",
  columns: [
    { header: "Number", width: 17, style: "recordText", holds: written },
    { header: "What", width: 24, style: "recordText", holds: written },
    { header: "Name", width: 21, style: "recordText", holds: written },
    { header: "Role", width: 23, style: "recordText", holds: written },
    { header: "When", width: 22, style: "recordText", holds: written },
    { header: "As", width: 13, style: "recordText", holds: written },
    { header: "Note", width: 30, style: "recordText", holds: written },
    { header: "Sequence", width: 11, style: "recordText", holds: written },
    { header: "As written", width: 9, style: "recordWord", holds: { kind: "formula", formula: AS_WRITTEN } },
    { header: "Return sent", width: 12, style: "digest", startsBlock: true, holds: written },
    { header: "Figures", width: 12, style: "digest", holds: written },
    { header: "Previous", width: 12, style: "digest", holds: written },
    { header: "Hash", width: 12, style: "digest", holds: written },
    { header: "Seal", width: 9, style: "digest", holds: written },
  ],
} as const satisfies TableDefinition;

/** Letters that a line's words can have, so that its seal covers every one of them. */
export const LONGEST_IN_LOG = { name: 100, role: 100, note: 400 } as const;
/** No line is longer: three digests, the words, and what is short. */
if (3 * 64 + LONGEST_IN_LOG.name + LONGEST_IN_LOG.role + LONGEST_IN_LOG.note + 100 > LINE_CHARACTERS) throw new RangeError("A line of the record is longer than its seal.");

const STATE = 3;
const RECORD = 4;
const BLOCK = 6;
const FIRST = BLOCK + 1;
const TABLE_TOP = FIRST + signatories.length + 1;
const COLUMN = { state: 1, name: 2, role: 3, on: 4, declares: 5, entries: 9 } as const;

/** What is written above the record, beside it: the product's own, so that it can be said by formulas without the add-in. */
export const recordNames = { names: "nmSignatoryNames", roles: "nmSignatoryRoles", days: "nmSignatoryDays", entries: "nmSignatoryEntries", stage: "nmStage", stageEntries: "nmStageEntries", lines: "nmLogLines", now: "nmEntriesNow" } as const;
/** The state of the return in words, worked out. */
export const RETURN_STATE = "nmReturnState";
const STATES = "nmSignatoryStates";

const signedBy = `COUNTIF(${STATES},"Signed")`;
const SIGNATURES = `IF(COUNTIF(${STATES},"VOID*")>0,"VOID: figures changed since they were signed",IF(${signedBy}=ROWS(${STATES}),"Signed off",IF(${signedBy}>0,"Checked: signed by "&${signedBy}&" of "&ROWS(${STATES}),"Draft: nobody has signed these figures")))`;
const RETURN = `=IF(ISERROR(nmEntriesNow),"Cannot tell: an entry holds an error value",IF(${recordNames.stage}="",${SIGNATURES},IF(${recordNames.stageEntries}="",${recordNames.stage},IF(EXACT(nmEntriesNow,${recordNames.stageEntries}),${recordNames.stage},"VOID: figures changed since. "&${recordNames.stage}))))`;
const WHOLE = `=IF(TEXT(ROWS(${NAME}[Number]),"0")<>${recordNames.lines},"NOT WHOLE: "&${recordNames.lines}&" lines were written, and "&ROWS(${NAME}[Number])&" are here",IF(COUNTIF(${NAME}[As written],"Yes")=ROWS(${NAME}[Number]),"Whole: each line is as it was written","NOT WHOLE: line "&MATCH("NO",${NAME}[As written],0)&" is not as it was written"))`;
const signature = (row: number): string => {
  const entries = `$${columnLetters(COLUMN.entries)}$${row + 1}`;
  return `=IF(${entries}="","Not signed",IF(ISERROR(nmEntriesNow),"Cannot tell",IF(EXACT(nmEntriesNow,${entries}),"Signed","VOID: changed")))`;
};

const names: readonly NameBlueprint[] = [
  { name: RETURN_STATE, row: STATE, column: 1, says: "Where the return stands." },
  { name: "nmRecordState", row: RECORD, column: 1, says: "Whether the record is as it was written." },
  { name: STATES, row: FIRST, column: COLUMN.state, rows: signatories.length, says: "Whether each signature holds for the figures as they are." },
  { name: recordNames.names, row: FIRST, column: COLUMN.name, rows: signatories.length, says: "Who signed." },
  { name: recordNames.roles, row: FIRST, column: COLUMN.role, rows: signatories.length, says: "What they are." },
  { name: recordNames.days, row: FIRST, column: COLUMN.on, rows: signatories.length, says: "When they signed." },
  { name: recordNames.entries, row: FIRST, column: COLUMN.entries, rows: signatories.length, says: "All entries as a number when they signed." },
  { name: recordNames.stage, row: STATE, column: COLUMN.entries, says: "What became of the return after it was signed." },
  { name: recordNames.stageEntries, row: STATE, column: COLUMN.entries + 1, says: "All entries as a number then." },
  { name: recordNames.now, row: RECORD, column: COLUMN.entries + 1, says: "All entries as a number now." },
  { name: recordNames.lines, row: RECORD, column: COLUMN.entries, says: "How many lines the record has." },
];

/** The names that belong to Sign-off. */
export const signOffNameList: readonly string[] = names.map(({ name }) => name);

/** What stands above the record, by our own spelling of its names: one text or formula for each cell downwards. */
export type RecordTop = ReadonlyMap<string, readonly string[]>;

/** What is to be written of a record. */
export interface RecordWriting {
  /** Lines that are added; what a formula works out is null. */
  readonly lines: readonly (readonly Holding[])[];
  readonly top: RecordTop;
  /** As the Cover is to keep it. */
  readonly head: string;
}

/** @param lines - of the record; formula columns are null */
export function signOffSheet(lines: readonly (readonly Holding[])[] = [logTable.columns.map(() => null)], top: RecordTop = new Map()): SheetBlueprint {
  const table = { ...logTable, top: TABLE_TOP, left: 0, rows: lines };
  return {
    id: "sign-off", tab: "Sign-off", names, tables: [table], cells: [...above, ...signatories.flatMap(signatoryCells), ...topCells(top)],
    validations: [], charts: [], highlights: highlights(lines.length), columnWidths: widthsOf(logTable),
    rowHeights: { 0: 26, [STATE]: 22, [RECORD]: 18, ...rowsOf(BLOCK, signatories.length + 1, 20), [TABLE_TOP]: 20 },
    print: { orientation: "landscape", pagesWide: 1, pagesTall: null, titleRow: TABLE_TOP, titleColumns: 0 },
  };
}

const above: readonly CellBlueprint[] = [
  ...sheetHeading("Sign-off", `="Record of who checked, signed and sent the figures of "&${ORGANISATION}&", "&nmPeriod&", as at "&${AS_AT}&"."`),
  { row: 2, column: 0, style: "note", holds: { text: "Written by the add-in and protected without a password. A signature is for the figures as they were, and every change of them voids it. A line that is changed says so." } },
  { row: STATE, column: 0, style: "label", holds: { text: "State of the return" } }, { row: STATE, column: 1, style: "headline", holds: { formula: RETURN } },
  { row: RECORD, column: 0, style: "label", holds: { text: "This record" } }, { row: RECORD, column: 1, style: "line", holds: { formula: WHOLE } },
  ...["Signatory", "State", "Name", "Role", "Signed on", "Declares", ""].map((text, column): CellBlueprint => ({ row: BLOCK, column, style: "header", holds: text === "" ? null : { text } })),
  { row: BLOCK, column: COLUMN.entries, style: "note", holds: { text: "Entries then" } },
];

function signatoryCells({ name, declares }: (typeof signatories)[number], index: number): readonly CellBlueprint[] {
  const row = FIRST + index;
  return [
    { row, column: 0, style: "label", holds: { text: name } }, { row, column: COLUMN.state, style: "line", holds: { formula: signature(row) } },
    { row, column: COLUMN.declares, style: "line", holds: { text: declares } },
  ];
}

const topStyles: Readonly<Record<string, CellBlueprint["style"]>> = { [recordNames.names]: "topText", [recordNames.roles]: "topText", [recordNames.days]: "topText", [recordNames.entries]: "topWorking", [recordNames.stage]: "topWorking", [recordNames.stageEntries]: "topWorking", [recordNames.lines]: "topWorking", [recordNames.now]: "working" };

function topCells(top: RecordTop): readonly CellBlueprint[] {
  return names.flatMap(({ name, row, column, rows = 1 }) => {
    const style = topStyles[name];
    if (style === undefined) return [];
    return Array.from({ length: rows }, (_, down): CellBlueprint => { const text = top.get(name)?.[down] ?? ""; return { row: row + down, column, style, holds: text === "" ? null : text.startsWith("=") ? { formula: text } : { text } }; });
  });
}

/** Columns that the longest words of the state run over. */
const WORDS_RUN = 4;

function highlights(lines: number): readonly HighlightBlueprint[] {
  // As wide as its words run: white letters on white would not be seen.
  const state = { top: STATE, left: 1, rows: 1, columns: WORDS_RUN };
  const states = { top: FIRST, left: COLUMN.state, rows: signatories.length, columns: 1 };
  const record = { top: RECORD, left: 1, rows: 1, columns: WORDS_RUN };
  const checked = { top: TABLE_TOP + 1, left: logTable.columns.findIndex(({ header }) => header === "As written"), rows: lines, columns: 1 };
  return [
    { area: state, when: `=LEFT($${a1(STATE, 1)},4)="VOID"`, look: "ragRed" }, { area: states, when: `=LEFT(${a1(FIRST, COLUMN.state)},4)="VOID"`, look: "ragRed" },
    { area: states, when: `=${a1(FIRST, COLUMN.state)}="Signed"`, look: "ragGreen" }, { area: record, when: `=LEFT($${a1(RECORD, 1)},3)="NOT"`, look: "ragRed" },
    { area: checked, when: `=${a1(TABLE_TOP + 1, checked.left)}="NO"`, look: "ragRed" },
  ];
}
