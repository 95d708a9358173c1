/** Profile: who leaders and people ready are, and the workforce and community they are held against. One row per group and population. */
import { comparators, groups, isComparator, populations } from "../../domain/taxonomy";
import type { CellBlueprint, Holding, SheetBlueprint, TableDefinition } from "../types";
import { rowsOf, validationsOf, widthsOf } from "./columns";
import { ORGANISATION, FILL_IN_NOTE, sheetHeading } from "./heading";

const count = { kind: "entry", entry: { kind: "count" }, required: true } as const;

const COUNTS = "tblProfile[[#This Row],[In group]:[Not in group]]";
const ALL_COUNTS = "tblProfile[[#This Row],[In group]:[Unknown]]";
const COMPARATOR = "tblProfile[[#This Row],[Comparator %]]";
const TOTAL = "tblProfile[[#This Row],[Total]]";

/** Why counts cannot be added, worst first: a blank or unreadable one, then a withheld one, then one that cannot exist. */
function whyNot(cells: string, howMany: number): string {
  const isWithheld = `SUMPRODUCT((LEFT(${cells},1)="<")+(${cells}="*")+(${cells}="[c]"))`;
  return `IF(COUNT(${cells})+COUNTIF(${cells},"n/a")+${isWithheld}<${howMany},"Not entered",IF(${isWithheld}>0,"Withheld","Not applicable"))`;
}

export const profileTable = {
  sheet: "profile",
  name: "tblProfile",
  title: "People in each group among leaders, people ready, the wider workforce and the local community",
  columns: [
    { header: "Group", width: 16, style: "inputText", holds: { kind: "entry", entry: { kind: "suggested", words: groups.map((group) => group.name) }, required: true },
      hint: "A group whose part among leaders is followed. To add one, add a row for each population." },
    { header: "Population", width: 21, style: "inputText", holds: { kind: "entry", entry: { kind: "one-of", words: [...populations, ...comparators].map((population) => population.name) }, required: true },
      hint: "Which set of people the counts are of." },
    { header: "In group", width: 11, style: "inputCount", holds: count, startsBlock: true, hint: "People in the group. A whole number; 0 if there are none." },
    { header: "Not in group", width: 11, style: "inputCount", holds: count, hint: "People known not to be in the group." },
    { header: "Unknown", width: 11, style: "inputCount", holds: count, hint: "People whose status is not known: not asked, not stated, prefer not to say." },
    { header: "Comparator %", width: 14, style: "inputTenths", holds: { kind: "entry", entry: { kind: "percentage" }, required: false },
      hint: "For the wider workforce and local community only, where a percentage is published but no counts: enter 24.2 for 24.2%." },
    { header: "As-at date", width: 17, style: "inputDate", holds: { kind: "entry", entry: { kind: "date" }, required: false }, hint: "The day the figures describe." },
    { header: "Source", width: 22, style: "inputText", holds: { kind: "entry", entry: { kind: "text", longest: 100 }, required: false }, hint: "Where the figures come from." },
    { header: "Comment", width: 28, style: "inputText", holds: { kind: "entry", entry: { kind: "text", longest: 250 }, required: false }, hint: "Anything a reader needs to know about this row. No names of people." },
    { header: "Total", width: 12, style: "count", startsBlock: true, holds: { kind: "formula", formula: `=IF(COUNT(${ALL_COUNTS})=3,SUM(${ALL_COUNTS}),${whyNot(ALL_COUNTS, 3)})` } },
    { header: "Share %", width: 12, style: "tenths", holds: { kind: "formula",
      formula: `=IF(COUNT(${COUNTS})=2,IF(SUM(${COUNTS})>0,100*tblProfile[[#This Row],[In group]]/SUM(${COUNTS}),"No people"),IF(ISNUMBER(${COMPARATOR}),${COMPARATOR},${whyNot(COUNTS, 2)}))` } },
    { header: "Declared %", width: 12, style: "tenths", holds: { kind: "formula",
      formula: `=IF(ISNUMBER(${TOTAL}),IF(${TOTAL}>0,100*SUM(${COUNTS})/${TOTAL},"No people"),${TOTAL})` } },
  ],
} as const satisfies TableDefinition;

const HEADER_ROW = 7;

/** The rows of an empty profile: every group by every population, with "n/a" where a percentage cannot be asked for. */
export function emptyProfileRows(groupNames: readonly string[]): readonly (readonly Holding[])[] {
  const names = [...populations, ...comparators].map((population) => population.name);
  return groupNames.flatMap((group) => names.map((population) => emptyRow(group, population)));
}

function emptyRow(group: string, population: string): readonly Holding[] {
  return profileTable.columns.map(({ header }): Holding => {
    if (header === "Group") return { text: group };
    if (header === "Population") return { text: population };
    return header === "Comparator %" && !isComparator(population) ? { text: "n/a" } : null;
  });
}

export function profileSheet(rows: readonly (readonly Holding[])[] = emptyProfileRows(groups.map((group) => group.name))): SheetBlueprint {
  const table = { ...profileTable, top: HEADER_ROW, left: 0, rows };
  const cells: readonly CellBlueprint[] = [
    ...sheetHeading("Profile of leaders, people ready, workforce and community, by group", `="Counts of people (headcount). Each row has its own as-at date. "&${ORGANISATION}&", "&nmPeriod&"."`),
    { row: 2, column: 0, style: "note", holds: { text: FILL_IN_NOTE } },
    { row: 3, column: 0, style: "note", holds: { text: "For the wider workforce and local community, fill in the counts, or put n/a in the three counts and give the percentage instead." } },
    { row: 4, column: 0, style: "note", holds: { text: "Doctors are part of Clinicians and are never added to them. To add a group, add one row for each population at the foot of the table." } },
    { row: 5, column: 0, style: "note", holds: { text: "Share is the part in the group of those whose status is known. Declared is the part of everyone whose status is known." } },
  ];
  return {
    id: "profile", tab: "Profile", cells, tables: [table], names: [], highlights: [], charts: [],
    validations: validationsOf(table), columnWidths: widthsOf(table), rowHeights: { 0: 26, ...rowsOf(1, HEADER_ROW - 2, 16), [HEADER_ROW]: 34 },
    print: { orientation: "landscape", pagesWide: 1, pagesTall: null, titleRow: HEADER_ROW, titleColumns: 2 },
  };
}
