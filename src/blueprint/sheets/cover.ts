/** Cover: who the return is from and for when, the thresholds, what is on the other sheets, and what each figure means. */
import { measures } from "../../domain/measures";
import { structureNamed, structures } from "../../domain/structures";
import { defaultThresholds, type Thresholds } from "../../domain/thresholds";
import type { CellBlueprint, Entry, Holding, NameBlueprint, SheetBlueprint, SheetId, TableDefinition, ValidationBlueprint } from "../types";
import { demandUnitWords, templateVersion, type Setup } from "../setup";
import type { StyleName } from "../theme";
import { AS_AT, ORGANISATION, FILL_IN_NOTE, sheetHeading } from "./heading";

/** One labelled figure of the Cover with its name. */
export interface CoverEntry {
  readonly name: string;
  readonly label: string;
  readonly says: string;
  readonly entry: Entry;
  readonly style: StyleName;
}

export const returnHeader = [
  { name: "nmStructure", label: "Structure", says: "The NHS structure whose organisations and codes are used.", style: "inputText", entry: { kind: "one-of", words: structures.map((structure) => structure.name) } },
  { name: "nmOrganisationCode", label: "Organisation code", says: "As in the national list of organisations.", style: "inputText", entry: { kind: "text", longest: 10 } },
  { name: "nmOrganisationName", label: "Organisation name", says: "As it should read on every page.", style: "inputText", entry: { kind: "text", longest: 120 } },
  { name: "nmPeriod", label: "Period", says: "A financial year, such as 2009/10.", style: "inputText", entry: { kind: "text", longest: 20 } },
  { name: "nmAsAt", label: "As-at date", says: "The day that posts, vacancies and people ready now are counted.", style: "coverDate", entry: { kind: "date" } },
  { name: "nmDemandUnit", label: "Demand is counted in", says: "Headcount, or WTE (whole-time equivalents, to one decimal place). Supply is always people.", style: "inputText", entry: { kind: "one-of", words: Object.values(demandUnitWords) } },
] as const satisfies readonly CoverEntry[];

const threshold = { style: "coverNumber", entry: { kind: "number" } } as const;

export const thresholdEntries = [
  { ...threshold, name: "nmTargetRatio", of: "targetRatio", label: "Target choice ratio", says: "Ready people wanted for each opening. People to develop are worked out from it." },
  { ...threshold, name: "nmRatioGreen", of: "ratioGreen", label: "Choice ratio: Green from", says: "At or above this, choice is enough." },
  { ...threshold, name: "nmRatioAmber", of: "ratioAmber", label: "Choice ratio: Amber from", says: "At or above this and below green. Anything lower is Red: fewer people than openings at 1." },
  { ...threshold, name: "nmIndexLow", of: "indexLow", label: "Index: Green from", says: "Representation index. 1 is parity with the comparator." },
  { ...threshold, name: "nmIndexHigh", of: "indexHigh", label: "Index: Green up to", says: "Above this is Amber." },
  { ...threshold, name: "nmIndexRed", of: "indexRed", label: "Index: Red below", says: "From this up to the start of green is Amber." },
  { ...threshold, name: "nmSmallBase", of: "smallBase", label: "Small base below", says: "People. Shares of fewer people than this are marked and not coloured, since one person would move them too far." },
] as const satisfies readonly (CoverEntry & { readonly of: keyof Thresholds })[];

const column = (header: string, width: number): TableDefinition["columns"][number] => ({ header, width, style: "rowText", holds: { kind: "written" } });

/** What each figure means, so that nobody has to guess. */
export const measuresTable: TableDefinition = {
  sheet: "cover", name: "tblMeasures", title: "What each measure means",
  columns: [column("Measure", 27), column("Definition", 54), column("Numerator", 26), column("Denominator", 28), column("Unit", 16), column("Source", 24), column("Measure id", 10)],
};

const contents: readonly (readonly [SheetId, string, string])[] = [
  ["demand", "Demand and supply", "To fill in: posts, openings and people ready, by role group"],
  ["profile", "Profile", "To fill in: who leaders and people ready are, with the workforce and community to compare"],
  ["gap", "Gap analysis", "Gap, choice ratio, rating and people to develop, by role group and horizon"],
  ["dashboard1", "Dashboard 1", "One page on demand, supply and gap"],
  ["dashboard2", "Dashboard 2", "One page on profile"],
  ["checks", "Checks", "What the last check found, and whether figures have changed since"],
];

/** The guidance is quoted by line of its text; page numbers are those printed. */
const notes: readonly string[] = [
  "Horizons: now is the as-at date; then after now and up to 1 year, after 1 and up to 3 years, after 3 and up to 5 years. They do not overlap. Cumulative figures are shown apart.",
  "The dashboards are reconstructed from the text of the guidance (Inspiring Leaders: Leadership for Quality, DH, January 2009). Its own picture of them, pages 24 and 25, is not available.",
  "The guidance sets no thresholds. Those above are proposals and can be changed; every rating follows.",
  "A blank is a figure not known and is never taken as 0. Put n/a where a figure cannot exist, and <5 where a small count is withheld.",
  "Working copy. OFFICIAL-SENSITIVE: it may hold small counts of people. Do not publish it or send it on as it is.",
];

const HEADER_TOP = 5;
const THRESHOLD_TOP = HEADER_TOP + returnHeader.length + 2;
const CONTENTS_TOP = THRESHOLD_TOP + thresholdEntries.length + 2;
const NOTES_TOP = CONTENTS_TOP + contents.length + 2;
const MEASURES_TOP = NOTES_TOP + notes.length + 3;

/** @param kept - thresholds as they stand on the Cover, where it is being made again */
export function coverSheet(setup: Setup, kept: Thresholds = defaultThresholds): SheetBlueprint {
  const held: readonly Holding[] = headerHoldings(setup);
  const cells: readonly CellBlueprint[] = [
    ...sheetHeading("Talent and leadership plan", `=${ORGANISATION}&", "&nmPeriod&", as at "&${AS_AT}`),
    { row: 2, column: 0, style: "note", holds: { text: FILL_IN_NOTE } },
    heading(HEADER_TOP - 1, "This return"),
    ...returnHeader.flatMap((entry, index) => entryCells(entry, HEADER_TOP + index, held[index] ?? null)),
    heading(THRESHOLD_TOP - 1, "Thresholds (proposals: change them to suit)"),
    ...thresholdEntries.flatMap((entry, index) => entryCells(entry, THRESHOLD_TOP + index, { number: kept[entry.of] })),
    heading(CONTENTS_TOP - 1, "Contents"),
    ...contents.flatMap(([id, name, says], index): readonly CellBlueprint[] => [
      { row: CONTENTS_TOP + index, column: 0, style: "link", holds: { text: name }, goesTo: id },
      { row: CONTENTS_TOP + index, column: 1, style: "text", holds: { text: says } },
    ]),
    heading(NOTES_TOP - 1, "Notes"),
    ...notes.map((text, index): CellBlueprint => ({ row: NOTES_TOP + index, column: 0, style: "text", holds: { text } })),
    { row: NOTES_TOP + notes.length, column: 0, style: "label", holds: { text: "Template version" } },
    { row: NOTES_TOP + notes.length, column: 1, style: "text", holds: { text: templateVersion } },
    heading(MEASURES_TOP - 1, "What each measure means"),
  ];
  return {
    id: "cover", tab: "Cover", cells, names: coverNames, validations: coverValidations, highlights: [], charts: [],
    tables: [{ ...measuresTable, top: MEASURES_TOP, left: 0, rows: measures.map((m) => [m.name, m.definition, m.numerator, m.denominator, m.unit, m.source, m.id].map((text) => ({ text }))) }],
    columnWidths: measuresTable.columns.map((each) => each.width), rowHeights: { 0: 26, ...Object.fromEntries(placed.map(([, row]) => [row, 18])), [MEASURES_TOP]: 20 },
    print: { orientation: "landscape", pagesWide: 1, pagesTall: 1, titleRow: null, titleColumns: 0 },
  };
}

function headerHoldings(setup: Setup): readonly Holding[] {
  const structure = structureNamed(setup.structure);
  return [
    { text: structure?.name ?? setup.structure }, { text: setup.organisationCode }, { text: setup.organisationName },
    { text: setup.period }, { date: setup.asAt }, { text: demandUnitWords[setup.demandUnit] },
  ];
}

const heading = (row: number, text: string): CellBlueprint => ({ row, column: 0, style: "heading", holds: { text } });

function entryCells(entry: CoverEntry, row: number, holds: Holding): readonly CellBlueprint[] {
  return [
    { row, column: 0, style: "label", holds: { text: entry.label } },
    { row, column: 1, style: entry.style, holds },
    { row, column: 2, style: "beside", holds: { text: entry.says } },
  ];
}

const placed: readonly (readonly [CoverEntry, number])[] = [
  ...returnHeader.map((entry, index) => [entry, HEADER_TOP + index] as const),
  ...thresholdEntries.map((entry, index) => [entry, THRESHOLD_TOP + index] as const),
];

const coverNames: readonly NameBlueprint[] = [
  ...placed.map(([entry, row]): NameBlueprint => ({ name: entry.name, row, column: 1, says: entry.says })),
  { name: "nmTemplateVersion", row: NOTES_TOP + notes.length, column: 1, says: "Version of the template that made these sheets." },
  { name: "nmCoverEntries", row: HEADER_TOP, column: 1, rows: THRESHOLD_TOP + thresholdEntries.length - HEADER_TOP, says: "All that is filled in on the Cover: compared by the check." },
];

const coverValidations: readonly ValidationBlueprint[] = placed.map(([entry, row]) => ({
  area: { top: row, left: 1, rows: 1, columns: 1 }, entry: entry.entry, title: entry.label, hint: entry.says,
}));

/** The names that belong to the Cover. */
export const coverNameList: readonly string[] = coverNames.map((each) => each.name);
