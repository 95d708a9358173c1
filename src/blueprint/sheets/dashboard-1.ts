/** Dashboard 1: demand, supply and gap on one page. Two charts, each with its message in words, over the table of role groups. */
import { horizons } from "../../domain/taxonomy";
import { columnOf, counted, headerOf, inHowMany, reason, spelt } from "../formula";
import type { Setup } from "../setup";
import { seriesColour } from "../theme";
import type { CellBlueprint, ChartBlueprint, ColumnBlueprint, HighlightBlueprint, NameBlueprint, Rectangle, SheetBlueprint, TableDefinition } from "../types";
import { columnIndexOf, rowsOf, widthsOf } from "./columns";
import { AS_AT, DEMAND_UNIT, ORGANISATION, sheetHeading } from "./heading";
import { ragHighlights, ratioHeat } from "./ratings";

const NAME = "tblDashboard1";
const spans = horizons.map((horizon) => horizon.name.charAt(0).toLowerCase() + horizon.name.slice(1));

/** The same column of the gap table, line by line. */
const fromGap = (column: string): string => `=INDEX(${columnOf("tblGap", column)},ROW()-ROW(${headerOf(NAME, "Role group")}))`;
const shown = (header: string, width: number, style: ColumnBlueprint["style"], startsBlock = false): ColumnBlueprint =>
  ({ header, width, style, holds: { kind: "formula", formula: fromGap(header) }, startsBlock });

// As narrow as the figures and the longest word of a header allow: the page's scale, and so the size of its letters in print, follows from the widths.
export const dashboard1Table: TableDefinition = {
  sheet: "dashboard1", name: NAME, title: "Demand, supply, gap, choice ratio and rating, by role group and horizon",
  columns: [
    shown("Role group", 26, "rowText"),
    shown("Posts", 7, "count"),
    ...spans.flatMap((span) => [
      shown(`Demand ${span}`, 9, "count", true), shown(`Supply ${span}`, 7.5, "count"), shown(`Gap ${span}`, 7.5, "signed"),
      shown(`Choice ratio ${span}`, 7.5, "hundredths"), shown(`RAG ${span}`, 7.5, "word"),
    ]),
    shown("To develop by year 5", 9, "count", true),
    shown("Effort rank", 7, "count"),
  ],
};

const CHOICE = "nmChoiceSentence";
const ADDED_UP = "nmAddedUpSentence";
const sentences: readonly NameBlueprint[] = [
  { name: CHOICE, row: 2, column: 0, says: "What the chart of demand and supply says" },
  { name: ADDED_UP, row: 4, column: 0, says: "What the chart of the cumulative gap says" },
];
export const dashboard1NameList: readonly string[] = sentences.map(({ name }) => name);

const CHART_TOP = 8;
const CHART_ROWS = 26;
const TABLE_TOP = CHART_TOP + CHART_ROWS + 3;

const total = (column: string, line: number): string => `INDEX(${columnOf("tblHorizon", column)},${line})`;

/** "now, demand is 61 and supply 113 (52 more)", or why there is no figure. */
function horizonInWords(line: number, places: 0 | 1): string {
  const [demand, supply, gap] = [total("Demand", line), total("Supply", line), total("Gap", line)];
  const difference = `IF(${gap}=0,"equal",${spelt(`ABS(${gap})`, places)}&IF(${gap}<0," too few"," more"))`;
  return `"${spans[line - 1] ?? ""}, "&IF(ISNUMBER(${gap}),"demand is "&${spelt(demand, places)}&" and supply "&${spelt(supply, 0)}&" ("&${difference}&")",${reason(gap)})`;
}

function cumulativeInWords(line: number, places: 0 | 1): string {
  const gap = total("Cumulative gap", line);
  const by = ["now", "by 1 year", "by 3 years", "by 5 years"][line - 1] ?? "";
  return `"${by}, "&IF(ISNUMBER(${gap}),IF(${gap}=0,"as many as openings",${spelt(`ABS(${gap})`, places)}&IF(${gap}<0," too few"," more than openings")),${reason(gap)})`;
}

/** Where five years lead, as far as the figures reach. */
function addedUp(places: 0 | 1): string {
  const gap = total("Cumulative gap", horizons.length);
  const number = spelt(`ABS(${gap})`, places);
  const says = `IF(${gap}=0,"as many people ready as openings",${number}&IF(${gap}<0,IF(${gap}=-1," person"," people")&" too few for the openings"," more"&IF(${gap}=1," person"," people")&" ready than openings"))`;
  return `=IF(ISNUMBER(${gap}),"Added up"&${inHowMany(total("Role groups in cumulative gap", horizons.length))}&", by 5 years there "&IF(ABS(${gap})=1,"is ","are ")&${says},"The gap added up over 5 years: "&${reason(gap)})&"."`;
}

/** The horizon in which people are scarcest for the openings, as the page's message. */
function headline(places: 0 | 1): string {
  const ratios = columnOf("tblHorizon", "Choice ratio");
  const at = (column: string): string => `INDEX(${columnOf("tblHorizon", column)},MATCH(MIN(${ratios}),${ratios},0))`;
  const tightest = `"Choice is narrowest "&IF(${at("Line")}=1,"now","in the horizon "&LOWER(${at("Horizon")}))&${inHowMany(at("Role groups counted"))}&": "&${counted(at("Supply"), 0, "person", "people")}&" ready for "&${counted(at("Demand"), places, "opening")}&", or "&${spelt(at("Choice ratio"), 2)}&" for each."`;
  return `=IF(COUNT(${columnOf("tblHorizon", "Gap")})=0,"Nothing can be said yet: no role group has both demand and supply.",IF(COUNT(${ratios})=0,"No opening is expected in any horizon that has figures.",${tightest}))`;
}

function coverage(): string {
  const least = "MIN(tblHorizon[Role groups counted])";
  return `=IF(${least}=ROWS(tblGap[Line]),"All "&ROWS(tblGap[Line])&" role groups have figures in every horizon. A column is missing where the figure is 0.","Not every role group has figures: the totals count "&${least}&" of "&ROWS(tblGap[Line])&" role groups in the horizon with fewest. A role group counts where it has both demand and supply. A column is missing where a figure is 0 or not known; the sentences say which.")`;
}

function charts(areas: readonly [Rectangle, Rectangle], places: 0 | 1): readonly ChartBlueprint[] {
  const categories = { table: "tblHorizon", column: "Horizon" };
  const of = (column: string): { readonly table: string; readonly column: string } => ({ table: "tblHorizon", column });
  return [
    { name: "chtDemandSupply", sentence: CHOICE, shows: "Demand and supply in each horizon, all role groups", categories, area: areas[0],
      valueAxisTitle: `Openings (${places === 1 ? "WTE" : "headcount"}) and people`, numberFormat: places === 1 ? "#,##0.0;-#,##0.0;" : "#,##0;-#,##0;",
      series: [{ name: "Demand (openings)", values: of("Demand"), colour: seriesColour.demand }, { name: "Supply (people ready)", values: of("Supply"), colour: seriesColour.supply }] },
    { name: "chtCumulativeGap", sentence: ADDED_UP, shows: "Cumulative gap: supply less demand, added up from now", categories, area: areas[1],
      valueAxisTitle: "Supply less demand, added up (below 0: too few)", numberFormat: places === 1 ? "+#,##0.0;-#,##0.0;" : "+#,##0;-#,##0;",
      series: [{ name: "Cumulative gap", values: of("Cumulative gap"), colour: seriesColour.gap }] },
  ];
}

function highlights(lines: number): readonly HighlightBlueprint[] {
  const column = (kind: string, span: string): Rectangle => ({ top: TABLE_TOP + 1, left: columnIndexOf(dashboard1Table, `${kind} ${span}`), rows: lines, columns: 1 });
  return spans.flatMap((span) => [...ragHighlights(column("RAG", span)), ...ratioHeat(column("Choice ratio", span))]);
}

/** @param lines - role groups on Demand and supply */
export function dashboard1Sheet(setup: Pick<Setup, "demandUnit">, lines: number): SheetBlueprint {
  const places = setup.demandUnit === "wte" ? 1 : 0;
  const table = { ...dashboard1Table, columns: dashboard1Table.columns.map((column) => inTenths(column, places)), top: TABLE_TOP, left: 0, rows: Array.from({ length: lines }, () => dashboard1Table.columns.map(() => null)) };
  const half = Math.ceil(table.columns.length / 2) - 1;
  const areas: readonly [Rectangle, Rectangle] = [
    { top: CHART_TOP, left: 0, rows: CHART_ROWS, columns: half },
    { top: CHART_TOP, left: half, rows: CHART_ROWS, columns: table.columns.length - half },
  ];
  const inWords = (make: (line: number, places: 0 | 1) => string): string => horizons.map((_, index) => make(index + 1, places)).join('&"; "&');
  const cells: readonly CellBlueprint[] = [
    ...sheetHeading("Dashboard 1: demand, supply and gap in leadership posts", `=${ORGANISATION}&", "&nmPeriod&". Demand in "&${DEMAND_UNIT}&", supply in people, as at "&${AS_AT}&"."`),
    { row: 2, column: 0, style: "headline", holds: { formula: headline(places) } },
    { row: 3, column: 0, style: "line", holds: { formula: `="Demand and supply chart in words: "&${inWords(horizonInWords)}&"."` } },
    { row: 4, column: 0, style: "headline", holds: { formula: addedUp(places) } },
    { row: 5, column: 0, style: "line", holds: { formula: `="Cumulative gap chart in words, people ready against openings: "&${inWords(cumulativeInWords)}&"."` } },
    { row: 6, column: 0, style: "note", holds: { formula: coverage() } },
    { row: TABLE_TOP - 2, column: 0, style: "note", holds: { formula: '="Choice ratio is people ready for each opening: Green from "&TEXT(nmRatioGreen,"0.00")&", Amber from "&TEXT(nmRatioAmber,"0.00")&", Red below. To develop is the number of people more who would have to be ready for "&ROUND(nmTargetRatio,2)&" for each opening. Rank 1 needs most."' } },
    { row: TABLE_TOP - 1, column: 0, style: "note", holds: { text: "Not shown, because totals cannot tell it: the part of posts with somebody ready now, and people who are ready for more than one role group and so counted in each." } },
  ];
  return {
    id: "dashboard1", tab: "Dashboard 1", cells, tables: [table], names: sentences, validations: [], highlights: highlights(lines),
    charts: charts(areas, places), columnWidths: widthsOf(table), rowHeights: { 0: 26, ...rowsOf(2, 5, 18), ...rowsOf(CHART_TOP, CHART_ROWS, 15), ...rowsOf(TABLE_TOP - 2, 2, 16), [TABLE_TOP]: 60 },
    print: { orientation: "landscape", pagesWide: 1, pagesTall: 1, titleRow: null, titleColumns: 0 },
  };
}

function inTenths(column: ColumnBlueprint, places: 0 | 1): ColumnBlueprint {
  if (places === 0) return column;
  if (column.style === "signed") return { ...column, style: "signedTenths" };
  return column.header.startsWith("Demand") ? { ...column, style: "tenths" } : column;
}
