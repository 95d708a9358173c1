/** Returned figures and Returned profile: every figure of every return that counts, as it was sent, one row an organisation and role group or group. */
import type { ColumnBlueprint, Holding, SheetBlueprint, TableDefinition } from "../types";
import { demandTable } from "../sheets/demand-and-supply";
import { regionHeading } from "./region-heading";
import { oneTableSheet, written } from "./region-sheet";

const NOTES = [
  "Written from the returns whenever they are collected: a correction is made by the organisation, which sends its return again.",
  "Blank: not entered. n/a: cannot exist. <5 and the like: withheld. These are not 0 and add nothing. Line leads to the row of the consolidation.",
];
const TOP = 5;

/** Headings of the nine figures of a role group, as on Demand and supply. */
export const figureHeadings: readonly string[] = demandTable.columns.filter(({ holds }) => holds.entry.kind === "count" || holds.entry.kind === "demand").map(({ header }) => header);
/** Those of them that are counted in the organisation's unit of demand. */
export const demandHeadings: readonly string[] = demandTable.columns.filter(({ holds }) => holds.entry.kind === "demand").map(({ header }) => header);

export const startsBlock = (heading: string): boolean => heading === "Posts" || heading === "Vacancies now" || heading === "Supply now";

const figureColumns = figureHeadings.map((header): ColumnBlueprint => written(header, 11, demandHeadings.includes(header) ? "demandAsSent" : "count", startsBlock(header)));

export const returnedTable = {
  sheet: "returned-figures",
  name: "tblReturned",
  title: "Demand and supply as each organisation returned it, by role group",
  columns: [
    written("Code", 9, "rowText"), written("Organisation", 32, "rowText"), written("Role group", 30, "rowText"), ...figureColumns,
    written("Unit", 12, "rowText", true), written("Signed by", 34, "firstLine"), written("File", 30, "firstLine"), written("Place", 26, "rowText"), written("Line", 7, "count"),
  ],
} as const satisfies TableDefinition;

export const returnedProfileTable = {
  sheet: "returned-profile",
  name: "tblReturnedProfile",
  title: "People in each group as each organisation returned them",
  columns: [
    written("Code", 9, "rowText"), written("Organisation", 32, "rowText"), written("Group", 18, "rowText"), written("Population", 22, "rowText"),
    written("In group", 11, "count", true), written("Not in group", 11, "count"), written("Unknown", 11, "count"), written("Comparator %", 14, "tenths"),
    written("As-at date", 18, "dateCell"), written("Place", 22, "rowText"), written("Line", 7, "count"),
  ],
} as const satisfies TableDefinition;

export const returnedSheet = (rows: readonly (readonly Holding[])[] = []): SheetBlueprint => oneTableSheet("returned-figures", returnedTable, rows, {
  tab: "Returned figures", top: TOP, pagesWide: 2, cells: regionHeading(returnedTable.title, '"As returned to "', NOTES),
});

export const returnedProfileSheet = (rows: readonly (readonly Holding[])[] = []): SheetBlueprint => oneTableSheet("returned-profile", returnedProfileTable, rows, {
  tab: "Returned profile", top: TOP, cells: regionHeading(returnedProfileTable.title, '"As returned to "', NOTES),
});
