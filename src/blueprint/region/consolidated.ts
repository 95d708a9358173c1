/**
 * Consolidated figures and Consolidated profile: what all returns that count come to. Every total is a formula over the returned figures, so that it can be
 * followed by filtering them on Line. What one organisation withheld makes the total that holds it, and every total of that, "Withheld".
 */
import { ANY_NUMBER, columnOf, thisRow } from "../formula";
import type { ColumnBlueprint, Holding, SheetBlueprint, TableDefinition } from "../types";
import { demandHeadings, figureHeadings, returnedProfileTable, returnedTable, startsBlock } from "./returned";
import { regionHeading } from "./region-heading";
import { oneTableSheet, workedOut, written } from "./region-sheet";

/** The last row's role group. */
export const ALL_ROLE_GROUPS = "All role groups";
/** How a text that is no figure begins on the sheets of returned figures: it counts as not entered, every other text as withheld. */
export const NO_FIGURE = "No figure: ";
/** Words in the place of a total. */
export const totalWords = { withheld: "Withheld", "not-applicable": "Not applicable", "not-entered": "Not entered", "units-differ": "Units differ" } as const;

const [T, P] = ["tblConsolidated", "tblConsolidatedProfile"];

interface Over { readonly rows: string; readonly count: (header: string, criterion: string) => string; readonly sum: (header: string) => string; readonly withheld: (header: string) => string }

/** Formulas over the returned rows that a row of ours is made of: those from its First line to its Last line. */
function over(own: string, table: string): Over {
  const [line, first, last] = [columnOf(table, "Line"), thisRow(own, "First line"), thisRow(own, "Last line")];
  const lines = `${line},">="&${first},${line},"<="&${last}`;
  return {
    rows: `COUNTIFS(${lines})`, count: (header, criterion) => `COUNTIFS(${lines},${columnOf(table, header)},${criterion})`, sum: (header) => `SUMIFS(${columnOf(table, header)},${lines})`,
    // Any text but those that are known to hide nothing. Criteria with wildcards would be shorter, but find numbers too in LibreOffice.
    withheld: (header) => { const cells = columnOf(table, header); return `SUMPRODUCT((${line}>=${first})*(${line}<=${last})*ISTEXT(${cells})*(${cells}<>"")*(${cells}<>"n/a")*(LEFT(${cells},${NO_FIGURE.length})<>"${NO_FIGURE}"))`; },
  };
}

const isWithheldBy = (own: string, header: string): string => `ISNUMBER(SEARCH("; ${header};","; "&${thisRow(own, "Withheld")}&";"))`;

/** Where no number is there to add, the reason: every figure that was asked for cannot exist, or nobody entered one. */
function reasonOr(own: string, returned: string, header: string, total: string): string {
  const { rows, count } = over(own, returned);
  return `IF(${count(header, ANY_NUMBER)}=0,IF(AND(${rows}>0,${count(header, '"n/a"')}=${rows}),"${totalWords["not-applicable"]}","${totalWords["not-entered"]}"),${total})`;
}

function totalOf(header: string): string {
  const { count, sum, withheld } = over(T, returnedTable.name);
  const shared = `SUMIFS(tblShared[Taken off],tblShared[Line],">="&${thisRow(T, "First line")},tblShared[Line],"<="&${thisRow(T, "Last line")},tblShared[Figure],"${header}")`;
  const added = `ROUND(${sum(header)}-${shared},1)`;
  const inUnit = (unit: string): string => `${count(header, `${ANY_NUMBER},${columnOf(returnedTable.name, "Unit")},"${unit}"`)}>0`;
  const total = demandHeadings.includes(header) ? `IF(AND(${inUnit("WTE")},${inUnit("Headcount")}),"${totalWords["units-differ"]}",${added})` : added;
  return `=IF(OR(${withheld(header)}>0,${isWithheldBy(T, header)}),"${totalWords.withheld}",${reasonOr(T, returnedTable.name, header, total)})`;
}

const coverage = (own: string): string => {
  const of = "IF(nmRegionExpected=0,nmRegionIncluded,nmRegionExpected)";
  return `=${thisRow(own, "Fewest")}&IF(${thisRow(own, "Most")}>${thisRow(own, "Fewest")}," to "&${thisRow(own, "Most")},"")&" of "&${of}&IF(${of}=1," organisation"," organisations")`;
};

const horizonPairs = [["Vacancies now", "Supply now", "Gap now"], ["Demand to 1 year", "Supply to 1 year", "Gap to 1 year"], ["Demand 1 to 3 years", "Supply 1 to 3 years", "Gap 1 to 3 years"], ["Demand 3 to 5 years", "Supply 3 to 5 years", "Gap 3 to 5 years"]] as const;

function gapOf(demand: string, supply: string): string {
  const [d, s] = [thisRow(T, demand), thisRow(T, supply)];
  return `=IF(AND(ISNUMBER(${d}),ISNUMBER(${s})),ROUND(${s}-${d},1),IF(OR(${d}="${totalWords.withheld}",${s}="${totalWords.withheld}"),"${totalWords.withheld}",IF(ISNUMBER(${d}),${s},${d})))`;
}

export const consolidatedTable = {
  sheet: "consolidated",
  name: "tblConsolidated",
  title: "Demand and supply of all organisations whose return counts, by role group",
  columns: [
    written("Role group", 30, "rowText"), workedOut("Coverage", 30, "rowText", coverage(T)),
    ...figureHeadings.map((header): ColumnBlueprint => workedOut(header, 13, demandHeadings.includes(header) ? "demandAsSent" : "count", totalOf(header), startsBlock(header))),
    ...horizonPairs.map(([demand, supply, header], index): ColumnBlueprint => workedOut(header, 13, "signedAsSent", gapOf(demand, supply), index === 0)),
    written("Fewest", 9, "count", true), written("Most", 9, "count"), written("First line", 8, "count"), written("Last line", 8, "count"), written("Withheld", 30, "rowText"),
  ],
} as const satisfies TableDefinition;

const counts = ["In group", "Not in group", "Unknown"] as const;

function peopleOf(header: string): string {
  const { sum, withheld } = over(P, returnedProfileTable.name);
  // The three counts of a row add up to the same people for every group, so none is shown where one is withheld.
  const anyWithheld = `OR(${thisRow(P, "Withheld")}<>"",${counts.map((each) => `${withheld(each)}>0`).join(",")})`;
  return `=IF(${anyWithheld},"${totalWords.withheld}",${reasonOr(P, returnedProfileTable.name, header, sum(header))})`;
}

const reasonFor = (cells: readonly string[]): string => `IF(OR(${cells.map((cell) => `${cell}="${totalWords.withheld}"`).join(",")}),"${totalWords.withheld}",IF(OR(${cells.map((cell) => `${cell}="${totalWords["not-entered"]}"`).join(",")}),"${totalWords["not-entered"]}","${totalWords["not-applicable"]}"))`;
const [IN, NOT_IN, UNKNOWN] = counts.map((header) => thisRow(P, header)) as [string, string, string];

export const consolidatedProfileTable = {
  sheet: "consolidated-profile",
  name: "tblConsolidatedProfile",
  title: "People in each group in all organisations whose return counts",
  columns: [
    written("Group", 18, "rowText"), written("Population", 22, "rowText"), workedOut("Coverage", 30, "rowText", coverage(P)),
    ...counts.map((header, index): ColumnBlueprint => workedOut(header, 13, "count", peopleOf(header), index === 0)),
    workedOut("Total", 13, "count", `=IF(AND(ISNUMBER(${IN}),ISNUMBER(${NOT_IN}),ISNUMBER(${UNKNOWN})),${IN}+${NOT_IN}+${UNKNOWN},${reasonFor([IN, NOT_IN, UNKNOWN])})`, true),
    workedOut("Share %", 12, "tenths", `=IF(AND(ISNUMBER(${IN}),ISNUMBER(${NOT_IN})),IF(${IN}+${NOT_IN}>0,100*${IN}/(${IN}+${NOT_IN}),"No people"),${reasonFor([IN, NOT_IN])})`),
    written("Fewest", 9, "count", true), written("Most", 9, "count"), written("First line", 8, "count"), written("Last line", 8, "count"), written("Withheld", 30, "rowText"),
  ],
} as const satisfies TableDefinition;

const TOP = 6;
const NOTES = [
  "Every total is a formula over the returned figures: filter them on Line, from First line to Last line, to see what it is made of. Coverage says from how many organisations a figure came.",
  "Withheld: an organisation withheld a figure in this total, or the total would let one be worked out. Not entered: no organisation gave a figure.",
];

export const consolidatedSheet = (rows: readonly (readonly Holding[])[] = []): SheetBlueprint => oneTableSheet("consolidated", consolidatedTable, rows, {
  tab: "Consolidated figures", top: TOP, pagesWide: 2,
  cells: [
    ...regionHeading(consolidatedTable.title, '"All organisations of "', NOTES),
    { row: 4, column: 0, style: "note", holds: { text: "Gap is supply less demand. Posts that two organisations share, and both declare, are counted once: see Shared posts matched." } },
  ],
});

export const consolidatedProfileSheet = (rows: readonly (readonly Holding[])[] = []): SheetBlueprint => oneTableSheet("consolidated-profile", consolidatedProfileTable, rows, {
  tab: "Consolidated profile", top: TOP,
  cells: [
    ...regionHeading(consolidatedProfileTable.title, '"Counts of people (headcount). All organisations of "', NOTES),
    { row: 4, column: 0, style: "note", holds: { text: "Share is the part in the group of those whose status is known." } },
  ],
});
