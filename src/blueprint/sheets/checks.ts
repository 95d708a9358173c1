/** Checks: what the last check found, each finding with a link to its cell, and whether figures have changed since. */
import { cellsFingerprint, tableFingerprint } from "../fingerprint";
import type { CellBlueprint, Holding, NameBlueprint, SheetBlueprint, TableDefinition } from "../types";
import { rowsOf, widthsOf } from "./columns";
import { demandTable } from "./demand-and-supply";
import { ORGANISATION, sheetHeading } from "./heading";
import { profileTable } from "./profile";

/** How bad a finding is, as the Severity column says it. */
export const severityWords = { "must-fix": "Must fix", explain: "Explain", note: "Note" } as const;
/** What the Severity column says of a finding that has its explanation, and of one that is explained but not found any more. */
export const EXPLAINED = "Explained";
export const NOT_FOUND = "Not found now";

export const findingsTable = {
  sheet: "checks",
  name: "tblFindings",
  title: "Findings of the last check, worst first",
  columns: [
    { header: "Code", width: 30, style: "rowText", holds: { kind: "written" } },
    { header: "Severity", width: 26, style: "rowText", holds: { kind: "written" } },
    { header: "Sheet", width: 22, style: "rowText", holds: { kind: "written" } },
    { header: "Cell", width: 10, style: "rowLink", holds: { kind: "written" } },
    { header: "What is wrong", width: 62, style: "rowText", holds: { kind: "written" } },
    { header: "What to do", width: 54, style: "rowText", holds: { kind: "written" } },
    { header: "Explanation", width: 44, style: "inputText", startsBlock: true, holds: { kind: "written" } },
    { header: "Explained by", width: 20, style: "inputText", holds: { kind: "written" } },
    { header: "Explained on", width: 17, style: "inputDate", holds: { kind: "written" } },
    { header: "Earlier explanation", width: 34, style: "rowText", holds: { kind: "written" } },
    { header: "Reference", width: 14, style: "rowText", holds: { kind: "written" } },
  ],
} as const satisfies TableDefinition;

const FIRST_LINE = 3;
const TABLE_TOP = 16;

interface Line { readonly label: string; readonly name: string; readonly holds: Holding; readonly style: CellBlueprint["style"]; readonly says: string }

const countOf = (severity: keyof typeof severityWords): Holding => ({ formula: `=COUNTIFS(tblFindings[Severity],"${severityWords[severity]}")` });

/** The lines above the findings, each a label and a named cell. The check writes nmLastChecked, nmRules and nmCheckedFingerprint. */
const lines: readonly Line[] = [
  { label: "Last checked", name: "nmLastChecked", holds: null, style: "dateTime", says: "When the check was last made." },
  { label: "Figures changed since then", name: "nmFiguresChanged", style: "headline", says: "Whether any entry differs from what was checked.",
    holds: { formula: '=IF(nmLastChecked="","Not checked yet",IF(ISERROR(nmFingerprint),"Cannot tell: an entry holds an error value",IF(EXACT(nmFingerprint,nmCheckedFingerprint),"No","Yes: check again")))' } },
  { label: "Must fix", name: "nmMustFix", holds: countOf("must-fix"), style: "figureLeft", says: "Findings that must be put right." },
  { label: "Explain", name: "nmExplain", holds: countOf("explain"), style: "figureLeft", says: "Findings that need an explanation." },
  { label: "Explained", name: "nmExplained", holds: { formula: `=COUNTIFS(tblFindings[Severity],"${EXPLAINED}")` }, style: "figureLeft", says: "Findings that somebody explained." },
  { label: "Note", name: "nmNote", holds: countOf("note"), style: "figureLeft", says: "Findings worth knowing." },
  { label: "Rules", name: "nmRules", holds: null, style: "line", says: "Which rules the last check was made by." },
  { label: "Demand and supply, as a number", name: "nmDemandFingerprint", holds: { formula: tableFingerprint(demandTable) }, style: "working", says: "Changes with any entry on Demand and supply." },
  { label: "Profile, as a number", name: "nmProfileFingerprint", holds: { formula: tableFingerprint(profileTable) }, style: "working", says: "Changes with any entry on Profile." },
  { label: "Cover, as a number", name: "nmCoverFingerprint", holds: { formula: cellsFingerprint("nmCoverEntries") }, style: "working", says: "Changes with any entry on the Cover." },
  { label: "All entries now", name: "nmFingerprint", holds: { formula: '=nmDemandFingerprint&"-"&nmProfileFingerprint&"-"&nmCoverFingerprint' }, style: "working", says: "Changes with any entry." },
  { label: "All entries when last checked", name: "nmCheckedFingerprint", holds: null, style: "working", says: "As it was at the last check." },
];

/** @param findings - rows as they stand, when the sheet is made again */
export function checksSheet(findings: readonly (readonly Holding[])[] = [findingsTable.columns.map(() => null)]): SheetBlueprint {
  const names: readonly NameBlueprint[] = lines.map(({ name, says }, index) => ({ name, row: FIRST_LINE + index, column: 1, says }));
  const cells: readonly CellBlueprint[] = [
    ...sheetHeading("Checks", `="Findings on the figures of "&${ORGANISATION}&", "&nmPeriod&". Each names a cell and what to do about it."`),
    { row: 2, column: 0, style: "note", holds: { text: "To explain a finding, type why and your name in its row, then check again. An explanation holds until the figures that it explains change." } },
    ...lines.flatMap(({ label, holds, style }, index): readonly CellBlueprint[] => [
      { row: FIRST_LINE + index, column: 0, style: "label", holds: { text: label } },
      { row: FIRST_LINE + index, column: 1, style, holds },
    ]),
  ];
  const table = { ...findingsTable, top: TABLE_TOP, left: 0, rows: findings };
  return {
    id: "checks", tab: "Checks", cells, names, tables: [table],
    validations: [], highlights: [], charts: [], columnWidths: widthsOf(findingsTable), rowHeights: { 0: 26, ...rowsOf(FIRST_LINE, lines.length, 17), [TABLE_TOP]: 20 },
    print: { orientation: "landscape", pagesWide: 2, pagesTall: null, titleRow: TABLE_TOP, titleColumns: 1 },
  };
}

/** The names that belong to Checks. */
export const checksNameList: readonly string[] = lines.map((line) => line.name);
