/** Gap analysis: everything that follows from demand and supply, by live formulas, for all role groups together and for each. */
import { horizons } from "../../domain/taxonomy";
import { ANY_NUMBER, columnOf, headerOf, thisRow, thisRowSpan } from "../formula";
import type { Setup } from "../setup";
import type { CellBlueprint, ColumnBlueprint, HighlightBlueprint, Rectangle, SheetBlueprint, TableDefinition } from "../types";
import { columnIndexOf, rowsOf } from "./columns";
import { AS_AT, DEMAND_UNIT, ORGANISATION, sheetHeading } from "./heading";
import { ragHighlights } from "./ratings";

const GAP = "tblGap";
const TOTALS = "tblHorizon";
const LINE = thisRow(GAP, "Line");
const spans = horizons.map((horizon) => horizon.name.charAt(0).toLowerCase() + horizon.name.slice(1));
const [first = "now"] = spans;

const cumulativeColumns = ["Cumulative gap to 1 year", "Cumulative gap to 3 years", "Cumulative gap to 5 years"];

/** The column of Demand and supply that holds each horizon's demand. */
const demandColumns = ["Vacancies now", ...spans.slice(1).map((span) => `Demand ${span}`)];

/** An entry of the same line of Demand and supply: its number, or the reason that there is none. Never 0 for a blank. */
function entryOf(column: string): string {
  const entry = `INDEX(${columnOf("tblDemand", column)},${LINE})`;
  return `=IFERROR(IF(ISNUMBER(${entry}),${entry},IF(${entry}="n/a","Not applicable",IF(OR(LEFT(${entry},1)="<",${entry}="*",${entry}="[c]"),"Withheld","Not entered"))),"Not entered")`;
}

/** Supply less demand over horizons from `from` to `to`; what does not apply adds nothing unless nothing does. */
function gapOver(from: string, to: string): string {
  const demand = thisRowSpan(GAP, `Demand ${from}`, `Demand ${to}`);
  const supply = thisRowSpan(GAP, `Supply ${from}`, `Supply ${to}`);
  const has = (word: string): string => `COUNTIF(${demand},"${word}")+COUNTIF(${supply},"${word}")>0`;
  return `=IF(${has("Not entered")},"Not entered",IF(${has("Withheld")},"Withheld",IF(COUNT(${demand})*COUNT(${supply})=0,"Not applicable",ROUND(SUM(${supply})-SUM(${demand}),1))))`;
}

function ratioOf(span: string): string {
  const [demand, supply, gap] = [thisRow(GAP, `Demand ${span}`), thisRow(GAP, `Supply ${span}`), thisRow(GAP, `Gap ${span}`)];
  return `=IF(ISNUMBER(${gap}),IF(${demand}>0,ROUND(${supply}/${demand},2),"No demand"),${gap})`;
}

function ragOf(span: string): string {
  const ratio = thisRow(GAP, `Choice ratio ${span}`);
  return `=IF(ISNUMBER(${ratio}),IF(${ratio}>=nmRatioGreen,"Green",IF(${ratio}>=nmRatioAmber,"Amber","Red")),${ratio})`;
}

/** Rounded before it is rounded up, so that 3 × 0.7 is not one person more by binary dust. */
function toDevelop(span: string): string {
  const [demand, supply, gap] = [thisRow(GAP, `Demand ${span}`), thisRow(GAP, `Supply ${span}`), thisRow(GAP, `Gap ${span}`)];
  return `=IF(ISNUMBER(${gap}),MAX(0,ROUNDUP(ROUND(nmTargetRatio*${demand}-${supply},6),0)),${gap})`;
}

function toDevelopInAll(): string {
  const all = thisRowSpan(GAP, `To develop ${first}`, `To develop ${spans[spans.length - 1] ?? first}`);
  const has = (word: string): string => `COUNTIF(${all},"${word}")>0`;
  return `=IF(${has("Not entered")},"Not entered",IF(${has("Withheld")},"Withheld",IF(COUNT(${all})=0,"Not applicable",SUM(${all}))))`;
}

type Look = ColumnBlueprint["style"];
const worked = (header: string, width: number, style: Look, formula: string, startsBlock = false): ColumnBlueprint =>
  ({ header, width, style, holds: { kind: "formula", formula }, startsBlock });

const NEED = "To develop by year 5";
const perSpan = (make: (span: string, index: number) => ColumnBlueprint): readonly ColumnBlueprint[] => spans.map(make);

export const gapTable: TableDefinition = {
  sheet: "gap", name: GAP, title: "Gap, choice ratio, rating and people to develop, by role group and horizon",
  columns: [
    worked("Role group", 30, "rowText", `=IF(${LINE}>ROWS(tblDemand[Role group]),"Removed: summarise again",INDEX(tblDemand[Role group],${LINE})&"")`),
    worked("Line", 8, "count", `=ROW()-ROW(${headerOf(GAP, "Line")})`),
    worked("Posts", 13, "count", entryOf("Posts")),
    ...perSpan((span, index) => worked(`Demand ${span}`, 12, "count", entryOf(demandColumns[index] ?? ""), index === 0)),
    ...perSpan((span, index) => worked(`Supply ${span}`, 12, "count", entryOf(`Supply ${span}`), index === 0)),
    ...perSpan((span, index) => worked(`Gap ${span}`, 12, "signed", gapOver(span, span), index === 0)),
    ...cumulativeColumns.map((header, index) => worked(header, 13, "signed", gapOver(first, spans[index + 1] ?? first), index === 0)),
    ...perSpan((span, index) => worked(`Choice ratio ${span}`, 12, "hundredths", ratioOf(span), index === 0)),
    ...perSpan((span, index) => worked(`RAG ${span}`, 12, "word", ragOf(span), index === 0)),
    ...perSpan((span, index) => worked(`To develop ${span}`, 12, "count", toDevelop(span), index === 0)),
    worked(NEED, 11, "count", toDevelopInAll(), true),
    worked("Effort rank", 9, "count", `=IF(ISNUMBER(${thisRow(GAP, NEED)}),RANK(${thisRow(GAP, NEED)},${columnOf(GAP, NEED)}),${thisRow(GAP, NEED)})`),
    worked("Effort order", 9, "count", `=IF(ISNUMBER(${thisRow(GAP, NEED)}),${thisRow(GAP, "Effort rank")}+SUMPRODUCT((${columnOf(GAP, NEED)}=${thisRow(GAP, NEED)})*(${columnOf(GAP, "Line")}<${LINE})),${thisRow(GAP, NEED)})`),
  ],
};

/** The column of the gap table whose header is `kind` and the horizon of this row. */
const ofHorizon = (kind: string): string =>
  `INDEX(${GAP}[[Role group]:[Effort order]],0,MATCH("${kind} "&${thisRow(TOTALS, "Horizon")},${GAP}[[#Headers],[Role group]:[Effort order]],0))`;
/** Each role group's gap from now to the end of this row's horizon. It is a number only where every horizon so far has one, so that no total mixes horizons of different role groups. */
const SO_FAR = `INDEX(${GAP}[[Role group]:[Effort order]],0,MATCH(INDEX({${["Gap now", ...cumulativeColumns].map((header) => `"${header}"`).join(",")}},${thisRow(TOTALS, "Line")}),${GAP}[[#Headers],[Role group]:[Effort order]],0))`;
const COUNTED = thisRow(TOTALS, "Role groups counted");
const ifCounted = (formula: string): string => `=IF(${COUNTED}>0,${formula},"Not entered")`;

export const horizonTable: TableDefinition = {
  sheet: "gap", name: TOTALS, title: "All role groups together, by horizon",
  columns: [
    { header: "Horizon", width: 30, style: "rowText", holds: { kind: "written" } },
    { header: "Line", width: 8, style: "count", holds: { kind: "written" } },
    worked("Role groups counted", 10, "count", `=COUNT(${ofHorizon("Gap")})`),
    worked("Demand", 10, "count", ifCounted(`SUMIFS(${ofHorizon("Demand")},${ofHorizon("Gap")},${ANY_NUMBER})`)),
    worked("Supply", 10, "count", ifCounted(`SUMIFS(${ofHorizon("Supply")},${ofHorizon("Gap")},${ANY_NUMBER})`)),
    worked("Gap", 10, "signed", ifCounted(`ROUND(${thisRow(TOTALS, "Supply")}-${thisRow(TOTALS, "Demand")},1)`)),
    worked("Cumulative gap", 11, "signed", `=IF(COUNT(${SO_FAR})>0,ROUND(SUM(${SO_FAR}),1),IF(COUNTIF(${SO_FAR},"Withheld")>0,"Withheld","Not entered"))`),
    worked("Choice ratio", 10, "hundredths", ifCounted(`IF(${thisRow(TOTALS, "Demand")}>0,ROUND(${thisRow(TOTALS, "Supply")}/${thisRow(TOTALS, "Demand")},2),"No demand")`)),
    worked("Green", 10, "count", `=COUNTIF(${ofHorizon("RAG")},"Green")`),
    worked("Amber", 10, "count", `=COUNTIF(${ofHorizon("RAG")},"Amber")`),
    worked("Red", 10, "count", `=COUNTIF(${ofHorizon("RAG")},"Red")`),
    worked("To develop", 10, "count", ifCounted(`SUM(${ofHorizon("To develop")})`)),
    worked("Role groups in cumulative gap", 12, "count", `=COUNT(${SO_FAR})`),
  ],
};

const TOTALS_TOP = 6;
const GAP_TOP = TOTALS_TOP + horizons.length + 4;

/** @param lines - role groups on Demand and supply */
export function gapSheet(setup: Pick<Setup, "demandUnit">, lines: number): SheetBlueprint {
  const unit = (table: TableDefinition): TableDefinition => ({ ...table, columns: table.columns.map((column) => inUnit(column, setup)) });
  const blank = (table: TableDefinition): readonly null[] => table.columns.map(() => null);
  const totals = { ...unit(horizonTable), top: TOTALS_TOP, left: 0,
    rows: horizons.map((horizon, index) => horizonTable.columns.map((_, at) => (at === 0 ? { text: horizon.name } : at === 1 ? { number: index + 1 } : null))) };
  const each = { ...unit(gapTable), top: GAP_TOP, left: 0, rows: Array.from({ length: lines }, () => blank(gapTable)) };
  const cells: readonly CellBlueprint[] = [
    ...sheetHeading("Gap between demand and supply, by role group and horizon", `="Demand in "&${DEMAND_UNIT}&", supply in people, as at "&${AS_AT}&". "&${ORGANISATION}&", "&nmPeriod&"."`),
    { row: 2, column: 0, style: "note", holds: { text: "Nothing is filled in here: every figure is worked out from Demand and supply. A gap is supply less demand; below 0 means too few people are ready." } },
    { row: 3, column: 0, style: "note", holds: { formula: `=IF(ROWS(tblGap[Line])=ROWS(tblDemand[Posts]),"All "&ROWS(tblGap[Line])&" role groups of Demand and supply are shown.","Demand and supply has "&ROWS(tblDemand[Posts])&" role groups and this sheet shows "&ROWS(tblGap[Line])&": summarise again.")` } },
    { row: TOTALS_TOP - 1, column: 0, style: "heading", holds: { text: "All role groups together (those with both demand and supply)" } },
    { row: GAP_TOP - 1, column: 0, style: "heading", holds: { text: "Each role group" } },
  ];
  return {
    id: "gap", tab: "Gap analysis", cells, tables: [totals, each], names: [], validations: [], charts: [],
    highlights: gapHighlights(lines), columnWidths: gapTable.columns.map((column) => column.width),
    rowHeights: { 0: 26, ...rowsOf(1, 3, 16), [TOTALS_TOP - 1]: 22, [TOTALS_TOP]: 34, [GAP_TOP - 1]: 22, [GAP_TOP]: 46 },
    print: { orientation: "landscape", pagesWide: 1, pagesTall: null, titleRow: GAP_TOP, titleColumns: 1, parts: pagesOf(lines) },
  };
}

/** Demand, supply and gap on one page; ratios, ratings and people to develop on the next, with the role groups repeated beside them. */
function pagesOf(lines: number): readonly Rectangle[] {
  const second = columnIndexOf(gapTable, `Choice ratio ${first}`);
  const bottom = GAP_TOP + lines;
  return [
    { top: 0, left: 0, rows: bottom + 1, columns: second },
    { top: GAP_TOP - 1, left: second, rows: bottom - GAP_TOP + 2, columns: gapTable.columns.length - second },
  ];
}

/** Figures that may have a decimal place where demand is in whole-time equivalents. */
function inUnit(column: ColumnBlueprint, { demandUnit }: Pick<Setup, "demandUnit">): ColumnBlueprint {
  if (demandUnit === "headcount") return column;
  if (column.style === "signed") return { ...column, style: "signedTenths" };
  return column.header.startsWith("Demand") ? { ...column, style: "tenths" } : column;
}

function gapHighlights(lines: number): readonly HighlightBlueprint[] {
  const left = columnIndexOf(gapTable, `RAG ${first}`);
  return ragHighlights({ top: GAP_TOP + 1, left, rows: lines, columns: spans.length });
}
