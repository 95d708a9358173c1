/** Board summary: the plan's figures as plain sentences, each figure taken from a cell, so that a reader needs no chart. */
import { horizons } from "../../domain/taxonomy";
import { columnOf, counted, inHowMany, reason, spelt } from "../formula";
import type { Setup } from "../setup";
import type { CellBlueprint, SheetBlueprint } from "../types";
import { AS_AT, DEMAND_UNIT, ORGANISATION, sheetHeading } from "./heading";

type Places = 0 | 1;
const total = (column: string, line: number): string => `INDEX(${columnOf("tblHorizon", column)},${line})`;

/** Openings and people ready in one horizon, and what that means for choice. */
function horizonSentence(line: number, places: Places): string {
  const [demand, supply, gap, ratio] = [total("Demand", line), total("Supply", line), total("Gap", line), total("Choice ratio", line)];
  const compare = `IF(${gap}=0,"as many as openings",${counted(`ABS(${gap})`, places, "person", "people")}&IF(${gap}<0," too few"," more than openings"))`;
  const choice = `IF(ISNUMBER(${ratio}),", a choice of "&${spelt(ratio, 2)}&" for each opening","")`;
  const openings = counted(demand, places, "opening");
  const people = counted(supply, 0, "person", "people");
  const when = whens[line - 1] ?? "";
  const figures = line === 1 ? `IF(${demand}=1,"there is ","there are ")&${openings}&" and "&${people}&" ready"` : `${openings}&IF(${demand}=1," is"," are")&" expected and "&${people}&" will become ready"`;
  return `=IF(ISNUMBER(${gap}),"${when}, "&${figures}&${inHowMany(total("Role groups counted", line))}&": "&${compare}&${choice}&".","${when}: demand or supply is "&${reason(gap)}&".")`;
}

const whens = ["Now", "In the year after the as-at date", "After 1 and up to 3 years", "After 3 and up to 5 years"];

function ratingSentence(line: number): string {
  const name = (horizons[line - 1]?.name ?? "").toLowerCase();
  const [green, amber, red] = [total("Green", line), total("Amber", line), total("Red", line)];
  const rated = `(${green}+${amber}+${red})`;
  return `=IF(${rated}=0,"No role group can be rated for ${name}.",IF(${rated}=ROWS(tblGap[Line]),"Of all ","Of ")&${rated}&IF(${rated}=1," role group"," role groups")&" rated for ${name}, "&${howMany(red)}&" red, "&${howMany(amber)}&" amber and "&${howMany(green)}&" green.")`;
}

/** @example "none is", "1 is", "4 are" */
const howMany = (count: string): string => `IF(${count}=0,"none is",${count}&IF(${count}=1," is"," are"))`;

/** The role group with the k-th greatest need, or nothing where fewer role groups need anybody. */
function effortSentence(k: number, places: Places): string {
  const of = (column: string): string => `INDEX(${columnOf("tblGap", column)},MATCH(${k},${columnOf("tblGap", "Effort order")},0))`;
  const need = of("To develop by year 5");
  const start = ["Most effort is needed for ", "Next comes ", "Third comes "][k - 1] ?? "";
  const gap = of("Cumulative gap to 5 years");
  const shortfall = `IF(ISNUMBER(${gap}),IF(${gap}<0,"; without them it would be "&${counted(`ABS(${gap})`, places, "person", "people")}&" short of openings alone",""),"")`;
  const none = k === 1 ? "No role group can be ranked yet: demand or supply is missing." : "";
  const enough = k === 1 ? "Every role group that has figures has the choice it aims at." : "";
  return `=IFERROR(IF(${need}>0,"${start}"&${of("Role group")}&": "&${counted(need, 0, "more person", "more people")}&" ready by year 5 would give "&ROUND(nmTargetRatio,2)&" for each opening"&${shortfall}&".","${enough}"),"${none}")`;
}

/** The widest gap at present, by name. */
function worstNow(places: Places): string {
  const gaps = columnOf("tblGap", "Gap now");
  const name = `INDEX(${columnOf("tblGap", "Role group")},MATCH(MIN(${gaps}),${gaps},0))`;
  return `=IF(COUNT(${gaps})=0,"No gap can be given for now.",IF(MIN(${gaps})<0,"The largest gap now is in "&${name}&": "&${counted(`ABS(MIN(${gaps}))`, places, "person", "people")}&" fewer ready than openings.","No role group has fewer people ready now than openings."))`;
}

/** One group among post-holders and people ready now, held against both comparators. */
function groupSentence(line: number): string {
  const of = (column: string): string => `INDEX(${columnOf("tblDashboard2", column)},${line})`;
  const part = (column: string, name: string): string => `IF(ISNUMBER(${of(column)}),${spelt(of(column), 1)}&" per cent of ${name}","${name} "&${reason(of(column))})`;
  return `=${of("Group")}&": "&${part("Post-holders %", "post-holders")}&" and "&${part("Ready now %", "people ready now")}&"; "&${part("Workforce %", "the wider workforce")}&" and "&${part("Community %", "the local community")}&"."&${comparison(of, "workforce", "the wider workforce")}&${comparison(of, "community", "the local community")}`;
}

/** What an index says, for a reader who does not know the word; nothing where there is none. */
function comparison(of: (column: string) => string, comparator: "workforce" | "community", name: string): string {
  const [value, rating] = [of(`Index against ${comparator}`), of(`Rating against ${comparator}`)];
  const far = `${spelt(value, 2)}&" times the share there."`;
  return `IF(ISNUMBER(${value}),IF(${rating}="Small base"," Too few people to compare with ${name}.",IF(${value}<nmIndexLow," Below ${name}: "&${far},IF(${value}>nmIndexHigh," Above ${name}: "&${far}," Close to ${name}."))),"")`;
}

const blankCells = (columns: readonly string[], table: string): string => columns.map((column) => `COUNTBLANK(${columnOf(table, column)})`).join("+");
const entries = ["Vacancies now", "Demand to 1 year", "Demand 1 to 3 years", "Demand 3 to 5 years", "Supply now", "Supply to 1 year", "Supply 1 to 3 years", "Supply 3 to 5 years"];

function completeness(): string {
  const blank = `(${blankCells(entries, "tblDemand")})`;
  const all = `(ROWS(tblDemand[Posts])*${entries.length})`;
  return `=IF(${blank}=0,"All "&${all}&" figures of demand and supply are filled in.",${blank}&" of "&${all}&" figures of demand and supply "&IF(${blank}=1,"is","are")&" not filled in, and nothing is said about the totals they belong to.")`;
}

function profileCompleteness(): string {
  const missing = 'COUNTIF(tblProfile[Share %],"Not entered")';
  return `=IF(${missing}=0,"The profile has a share, or says that there is none, for every group and population.","The profile has no share yet for "&${missing}&" of "&ROWS(tblProfile[Group])&" combinations of group and population.")`;
}

function withheldSentence(): string {
  const withheld = '(COUNTIF(tblProfile[Share %],"Withheld")+SUMPRODUCT(--(tblGap[[Demand now]:[Supply 3 to 5 years]]="Withheld")))';
  return `=IF(${withheld}=0,"No figure is withheld.",${withheld}&IF(${withheld}=1," figure is"," figures are")&" withheld to protect people.")`;
}

const FIRST_LINE = 4;
const GROUPS_TITLE = "Who leaders are";

/** @param groups - rows of Dashboard 2 */
export function boardSummarySheet(setup: Pick<Setup, "demandUnit">, groups: number): SheetBlueprint {
  const places = setup.demandUnit === "wte" ? 1 : 0;
  const blocks: readonly (readonly [string, readonly string[]])[] = [
    ["Demand and supply", horizons.map((_, index) => horizonSentence(index + 1, places))],
    ["Where effort is needed", [worstNow(places), ratingSentence(1), ratingSentence(4), ...[1, 2, 3].map((k) => effortSentence(k, places))]],
    [GROUPS_TITLE, Array.from({ length: groups }, (_, line) => groupSentence(line + 1))],
    ["How complete the figures are", [completeness(), profileCompleteness(), withheldSentence(),
      '=IF(nmFiguresChanged="No","The figures are those of the last check: "&nmMustFix&" to put right and "&nmExplain&" to explain.",IF(nmFiguresChanged="Not checked yet","The figures have not been checked yet.","The figures have changed since the last check."))']],
  ];
  const lines = blocks.flatMap(([title, sentences]) => [
    { style: "heading" as const, holds: { text: title }, height: 26 },
    ...sentences.map((formula) => ({ style: "sentence" as const, holds: { formula }, height: title === GROUPS_TITLE ? 46 : 31 })),
  ]);
  const cells: readonly CellBlueprint[] = [
    ...sheetHeading("Board summary", `=${ORGANISATION}&", "&nmPeriod&", as at "&${AS_AT}&". Demand is counted in "&${DEMAND_UNIT}&", supply in people."`),
    { row: 2, column: 0, style: "note", holds: { text: "Every figure below is taken from the other sheets and follows them." } },
    ...lines.map(({ style, holds }, index): CellBlueprint => ({ row: FIRST_LINE + index, column: 0, style, holds })),
  ];
  const rowHeights = Object.fromEntries(lines.map((line, index) => [FIRST_LINE + index, line.height]));
  return {
    id: "board-summary", tab: "Board summary", cells, tables: [], names: [], validations: [], highlights: [], charts: [],
    columnWidths: [80], rowHeights: { 0: 26, ...rowHeights },
    print: { orientation: "portrait", pagesWide: 1, pagesTall: 1, titleRow: null, titleColumns: 0 },
  };
}
