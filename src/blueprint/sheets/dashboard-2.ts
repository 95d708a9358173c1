/** Dashboard 2: who leaders are, and how far they reflect the workforce and the community. A chart, its message in words, and the table of groups. */
import { ANY_NUMBER, columnOf, reason, spelt, thisRow } from "../formula";
import { seriesColour } from "../theme";
import type { CellBlueprint, ChartBlueprint, ColumnBlueprint, NameBlueprint, SheetBlueprint, TableDefinition } from "../types";
import { columnIndexOf, rowsOf, widthsOf } from "./columns";
import { ORGANISATION, sheetHeading } from "./heading";
import { ragHighlights } from "./ratings";

const NAME = "tblDashboard2";
const GROUP = thisRow(NAME, "Group");
const POST_HOLDERS = thisRow(NAME, "Post-holders %");
const KNOWN = thisRow(NAME, "Post-holders known");

/** A column of Profile for this group and a population: the figure, or why there is none. */
function ofPopulation(population: string, column: string): string {
  const row = `tblProfile[Group],${GROUP},tblProfile[Population],"${population}"`;
  const says = (word: string): string => `COUNTIFS(${row},${columnOf("tblProfile", column)},"${word}")>0,"${word}"`;
  return `IF(COUNTIFS(${row})>1,"Entered twice",IF(COUNTIFS(${row},${columnOf("tblProfile", column)},${ANY_NUMBER})=1,SUMIFS(${columnOf("tblProfile", column)},${row}),IF(${says("Withheld")},IF(${says("Not applicable")},IF(${says("No people")},"Not entered")))))`;
}

function known(): string {
  const row = `tblProfile[Group],${GROUP},tblProfile[Population],"Post-holders"`;
  return `=IF(ISNUMBER(${POST_HOLDERS}),SUMIFS(tblProfile[In group],${row})+SUMIFS(tblProfile[Not in group],${row}),${POST_HOLDERS})`;
}

const index = (comparator: string): string =>
  `=IF(COUNT(${POST_HOLDERS},${thisRow(NAME, comparator)})=2,IF(${thisRow(NAME, comparator)}>0,ROUND(${POST_HOLDERS}/${thisRow(NAME, comparator)},2),"No comparator"),IF(ISNUMBER(${POST_HOLDERS}),${thisRow(NAME, comparator)},${POST_HOLDERS}))`;

/** A share of few people is marked and not coloured. */
function rating(indexColumn: string): string {
  const value = thisRow(NAME, indexColumn);
  return `=IF(ISNUMBER(${value}),IF(${KNOWN}<nmSmallBase,"Small base",IF(${value}<nmIndexRed,"Red",IF(AND(${value}>=nmIndexLow,${value}<=nmIndexHigh),"Green","Amber"))),${value})`;
}

const worked = (header: string, width: number, style: ColumnBlueprint["style"], formula: string, startsBlock = false): ColumnBlueprint =>
  ({ header, width, style, holds: { kind: "formula", formula }, startsBlock });
const share = (header: string, population: string, startsBlock = false): ColumnBlueprint =>
  worked(header, 12, "tenths", `=${ofPopulation(population, "Share %")}`, startsBlock);

export const dashboard2Table: TableDefinition = {
  sheet: "dashboard2", name: NAME, title: "Share of each group among leaders, people ready, workforce and community, with representation index",
  columns: [
    { header: "Group", width: 22, style: "rowText", holds: { kind: "written" } },
    share("Community %", "Local community", true), share("Workforce %", "Wider workforce"),
    share("Post-holders %", "Post-holders", true), share("Ready now %", "Ready now"), share("Ready to 1 year %", "Ready to 1 year"),
    share("Ready 1 to 3 years %", "Ready 1 to 3 years"), share("Ready 3 to 5 years %", "Ready 3 to 5 years"),
    worked("Post-holders known", 12, "count", known(), true),
    worked("Declared %", 11, "tenths", `=${ofPopulation("Post-holders", "Declared %")}`),
    worked("Index against workforce", 12, "hundredths", index("Workforce %"), true),
    worked("Rating against workforce", 13, "word", rating("Index against workforce")),
    worked("Index against community", 12, "hundredths", index("Community %"), true),
    worked("Rating against community", 13, "word", rating("Index against community")),
  ],
};

const SENTENCE = "nmProfileSentence";
const sentences: readonly NameBlueprint[] = [{ name: SENTENCE, row: 2, column: 0, says: "What the chart of representation says" }];
export const dashboard2NameList: readonly string[] = sentences.map(({ name }) => name);

const CHART_TOP = 7;
const CHART_ROWS = 26;
const TABLE_TOP = CHART_TOP + CHART_ROWS + 3;

const at = (column: string, line: number): string => `INDEX(${columnOf(NAME, column)},${line})`;

/** "Women: 44.1% of post-holders, 77.3% of the workforce, community not applicable" for one group. */
function groupInWords(line: number): string {
  const part = (column: string, name: string): string => `IF(ISNUMBER(${at(column, line)}),${spelt(at(column, line), 1)}&"% of ${name}","${name} "&${reason(at(column, line))})`;
  return `${at("Group", line)}&": "&${part("Post-holders %", "post-holders")}&", "&${part("Workforce %", "the workforce")}&", "&${part("Community %", "the community")}`;
}

/** The groups whose index is below where green begins, by name. */
function underRepresented(comparator: "workforce" | "community", lines: number): string {
  const low = (line: number): string => `IF(N(${at(`Index against ${comparator}`, line)})*ISNUMBER(${at(`Index against ${comparator}`, line)})*(${at("Post-holders known", line)}>=nmSmallBase)>0,IF(${at(`Index against ${comparator}`, line)}<nmIndexLow,", "&${at("Group", line)},""),"")`;
  return Array.from({ length: lines }, (_, line) => low(line + 1)).join("&");
}

function headline(lines: number): string {
  const names = underRepresented("workforce", lines);
  const comparable = `COUNT(${columnOf(NAME, "Index against workforce")})`;
  return `=IF(${comparable}=0,"Nothing can be said yet: no group has both post-holders and the wider workforce.",IF(${names}="","No group is under-represented among post-holders against the wider workforce, of "&${comparable}&" that can be compared.","Under-represented among post-holders against the wider workforce: "&MID(${names},3,500)&"."))`;
}

function chart(): ChartBlueprint {
  const of = (column: string): { readonly table: string; readonly column: string } => ({ table: NAME, column });
  return {
    name: "chtRepresentation", sentence: SENTENCE, shows: "Share of each group among post-holders and people ready now, with both comparators",
    categories: of("Group"), valueAxisTitle: "% of those whose status is known", numberFormat: "0;-0;",
    area: { top: CHART_TOP, left: 0, rows: CHART_ROWS, columns: dashboard2Table.columns.length },
    series: [
      { name: "Post-holders", values: of("Post-holders %"), colour: seriesColour.postHolders },
      { name: "Ready now", values: of("Ready now %"), colour: seriesColour.readyNow },
      { name: "Wider workforce", values: of("Workforce %"), colour: seriesColour.workforce },
      { name: "Local community", values: of("Community %"), colour: seriesColour.community },
    ],
  };
}

/** @param groupNames - as on Profile, in its order */
export function dashboard2Sheet(groupNames: readonly string[]): SheetBlueprint {
  const lines = groupNames.length;
  const table = { ...dashboard2Table, top: TABLE_TOP, left: 0, rows: groupNames.map((group) => dashboard2Table.columns.map((_, column) => (column === 0 ? { text: group } : null))) };
  // Two groups to a line keep each line within the page.
  const words = Array.from({ length: Math.min(lines, 3) }, (_, line) => groupInWords(line + 1)).join('&"; "&');
  const more = Array.from({ length: Math.max(0, Math.min(lines, 6) - 3) }, (_, line) => groupInWords(line + 4)).join('&"; "&');
  const ratingColumns = ["Rating against workforce", "Rating against community"].map((header) => columnIndexOf(dashboard2Table, header));
  const cells: readonly CellBlueprint[] = [
    ...sheetHeading("Dashboard 2: profile of leaders against workforce and community", `=${ORGANISATION}&", "&nmPeriod&". Percentages of people (headcount) whose status is known. Dates of each figure are on Profile."`),
    { row: 2, column: 0, style: "headline", holds: { formula: headline(lines) } },
    { row: 3, column: 0, style: "line", holds: { formula: `="Chart in words: "&${words}&"${more === "" ? "." : ";"}"` } },
    { row: 4, column: 0, style: "line", holds: more === "" ? { text: "" } : { formula: `=${more}&"."` } },
    { row: 5, column: 0, style: "note", holds: { text: "A bar is missing where a figure is not entered, not applicable or withheld; the table says which." } },
    { row: TABLE_TOP - 2, column: 0, style: "note", holds: { formula: '="Index is the share among post-holders over the share in the comparator; 1 is parity. Green from "&TEXT(nmIndexLow,"0.00")&" to "&TEXT(nmIndexHigh,"0.00")&", Red below "&TEXT(nmIndexRed,"0.00")&", Amber otherwise. Fewer than "&nmSmallBase&" people known: small base, not coloured."' } },
    { row: TABLE_TOP - 1, column: 0, style: "note", holds: { text: "Doctors are part of Clinicians. Representation by level, staff survey by group and the talent process come with the Evidence module." } },
  ];
  return {
    id: "dashboard2", tab: "Dashboard 2", cells, tables: [table], names: sentences, validations: [], charts: [chart()],
    highlights: ratingColumns.flatMap((left) => ragHighlights({ top: TABLE_TOP + 1, left, rows: lines, columns: 1 })),
    columnWidths: widthsOf(dashboard2Table), rowHeights: { 0: 26, ...rowsOf(2, 4, 18), ...rowsOf(CHART_TOP, CHART_ROWS, 15), ...rowsOf(TABLE_TOP - 2, 2, 16), [TABLE_TOP]: 34 },
    print: { orientation: "landscape", pagesWide: 1, pagesTall: 1, titleRow: null, titleColumns: 0 },
  };
}
