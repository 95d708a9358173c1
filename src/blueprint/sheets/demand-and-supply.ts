/** Demand and supply: posts, expected openings and people ready, one row per role group. The organisation fills in every cell. */
import type { CellBlueprint, ColumnBlueprint, Entry, Holding, SheetBlueprint, TableDefinition } from "../types";
import type { Setup } from "../setup";
import { demandUnitWords } from "../setup";
import { AS_AT, DEMAND_UNIT, ORGANISATION, FILL_IN_NOTE, sheetHeading } from "./heading";
import { rowsOf, validationsOf, widthsOf } from "./columns";

const people = { kind: "entry", entry: { kind: "count" }, required: true } as const;
const openings = { kind: "entry", entry: { kind: "demand" }, required: true } as const;
const text = (longest: number): { readonly kind: "entry"; readonly entry: Entry; readonly required: boolean } =>
  ({ kind: "entry", entry: { kind: "text", longest }, required: false });

export const demandTable = {
  sheet: "demand",
  name: "tblDemand",
  title: "Posts, expected openings and people ready, by role group and horizon",
  columns: [
    { header: "Role group", width: 30, style: "inputText", holds: { kind: "entry", entry: { kind: "text", longest: 60 }, required: true },
      hint: "One row for each role group. Add a row at the foot of the table for another." },
    { header: "Posts", width: 9, style: "inputCount", holds: people, hint: "Established posts at the as-at date, filled or vacant. A whole number." },
    { header: "Vacancies now", width: 11, style: "inputTenths", holds: openings, startsBlock: true, hint: "Posts vacant at the as-at date. This is the demand now. Enter 0 if there are none; leave blank only if not known." },
    { header: "Demand to 1 year", width: 11, style: "inputTenths", holds: openings, hint: "Openings expected after the as-at date and up to 1 year. Each opening goes in one horizon only." },
    { header: "Demand 1 to 3 years", width: 11, style: "inputTenths", holds: openings, hint: "Openings expected after 1 year and up to 3 years." },
    { header: "Demand 3 to 5 years", width: 11, style: "inputTenths", holds: openings, hint: "Openings expected after 3 years and up to 5 years." },
    { header: "Supply now", width: 11, style: "inputCount", holds: people, startsBlock: true, hint: "People assessed as ready for this role group now. Count each person once for the role group." },
    { header: "Supply to 1 year", width: 11, style: "inputCount", holds: people, hint: "People who will first be ready after the as-at date and within 1 year." },
    { header: "Supply 1 to 3 years", width: 11, style: "inputCount", holds: people, hint: "People who will first be ready after 1 year and within 3 years." },
    { header: "Supply 3 to 5 years", width: 11, style: "inputCount", holds: people, hint: "People who will first be ready after 3 years and within 5 years." },
    { header: "Comment", width: 42, style: "inputText", holds: text(250), startsBlock: true, hint: "Anything a reader needs to know about this row. No names of people." },
    { header: "Source", width: 22, style: "inputText", holds: text(100), hint: "Where the figures come from, such as staff record or talent review." },
  ],
} as const satisfies TableDefinition;

const HEADER_ROW = 6;

/** @param asEntered - rows as they stand, when the sheet is made again; otherwise one empty row per role group */
export function demandSheet(setup: Setup, asEntered?: readonly (readonly Holding[])[]): SheetBlueprint {
  const columns: readonly ColumnBlueprint[] = demandTable.columns.map((column) => ofUnit(column, setup));
  const rows = asEntered ?? setup.roleGroups.map((name) => columns.map((_, index): Holding => (index === 0 ? { text: name } : null)));
  const table = { ...demandTable, columns, top: HEADER_ROW, left: 0, rows };
  const cells: readonly CellBlueprint[] = [
    ...sheetHeading("Demand and supply of leaders, by role group", `="Demand is counted in "&${DEMAND_UNIT}&" and supply in people, as at "&${AS_AT}&". "&${ORGANISATION}&", "&nmPeriod&"."`),
    { row: 2, column: 0, style: "note", holds: { text: FILL_IN_NOTE } },
    { row: 3, column: 0, style: "note", holds: { text: "Each opening and each person belongs to one horizon only: now, after now and up to 1 year, after 1 and up to 3, after 3 and up to 5." } },
    { row: 4, column: 0, style: "note", holds: { text: "Leave a cell blank if the figure is not known, enter 0 for none, and n/a where a figure cannot exist." } },
  ];
  return {
    id: "demand", tab: "Demand and supply", cells, tables: [table], names: [], highlights: [], charts: [],
    validations: validationsOf(table), columnWidths: widthsOf(table), rowHeights: { 0: 26, ...rowsOf(1, HEADER_ROW - 2, 16), [HEADER_ROW]: 34 },
    print: { orientation: "landscape", pagesWide: 1, pagesTall: null, titleRow: HEADER_ROW, titleColumns: 1 },
  };
}

/** Demand is whole openings, or openings to one decimal place where it is counted in whole-time equivalents. */
function ofUnit(column: ColumnBlueprint, setup: Setup): ColumnBlueprint {
  const isDemand = column.holds.kind === "entry" && column.holds.entry.kind === "demand";
  if (!isDemand || demandUnitWords[setup.demandUnit] === demandUnitWords.wte) return column;
  return { ...column, style: "inputCount", holds: { kind: "entry", entry: { kind: "count" }, required: true } };
}
