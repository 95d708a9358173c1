/** Shared posts: what this organisation shares with another, so that a region counts it once. Both sides declare it. Added when it is wanted. */
import { tableFingerprint } from "../fingerprint";
import type { Holding, SheetBlueprint, TableDefinition } from "../types";
import { rowsOf, validationsOf, widthsOf } from "./columns";
import { demandTable } from "./demand-and-supply";
import { FILL_IN_NOTE, ORGANISATION, sheetHeading } from "./heading";

/** How a post or person is shared. */
export const waysOfSharing = ["Shared", "Hosted here", "Hosted there", "Filled from there"] as const;
/** Figures of Demand and supply that can be shared, by their headings. */
export const sharedFigures: readonly string[] = demandTable.columns.map(({ header }) => header).filter((header) => !["Role group", "Comment", "Source"].includes(header));

export const sharedPostsTable = {
  sheet: "shared-posts",
  name: "tblSharedPosts",
  title: "Posts and people that are shared with other organisations",
  columns: [
    { header: "Role group", width: 30, style: "inputText", hint: "As on Demand and supply.", holds: { kind: "entry", entry: { kind: "text", longest: 60 }, required: true } },
    { header: "Figure", width: 22, style: "inputText", hint: "Which figure of Demand and supply it is counted in.", holds: { kind: "entry", entry: { kind: "one-of", words: sharedFigures }, required: true } },
    { header: "Shared with", width: 14, style: "inputText", hint: "Code of the other organisation.", holds: { kind: "entry", entry: { kind: "text", longest: 10 }, required: true } },
    { header: "How", width: 20, style: "inputText", hint: "Shared by both, hosted here or there, or filled from there.", holds: { kind: "entry", entry: { kind: "one-of", words: waysOfSharing }, required: false } },
    { header: "Number", width: 12, style: "inputTenths", startsBlock: true, hint: "How many of that figure are shared. The other organisation declares the same number.", holds: { kind: "entry", entry: { kind: "demand" }, required: true } },
    { header: "Comment", width: 42, style: "inputText", startsBlock: true, hint: "Anything a reader needs to know about this row. No names of people.", holds: { kind: "entry", entry: { kind: "text", longest: 250 }, required: false } },
  ],
} as const satisfies TableDefinition;

/** All entries as a number: part of what a signature is held against. */
export const SHARED_NUMBER = "nmSharedFingerprint";

const TABLE_TOP = 6;
const EMPTY_ROWS = 8;

/** @param asEntered - rows as they stand */
export function sharedPostsSheet(asEntered: readonly (readonly Holding[])[] = Array.from({ length: EMPTY_ROWS }, () => sharedPostsTable.columns.map(() => null))): SheetBlueprint {
  const table = { ...sharedPostsTable, top: TABLE_TOP, left: 0, rows: asEntered };
  return {
    id: "shared-posts", tab: "Shared posts", tables: [table], validations: validationsOf(table), highlights: [], charts: [], columnWidths: widthsOf(sharedPostsTable),
    names: [{ name: SHARED_NUMBER, row: 4, column: 1, says: "Changes with any entry on Shared posts." }],
    cells: [
      ...sheetHeading("Posts and people shared with other organisations", `="What "&${ORGANISATION}&" counts, in "&nmPeriod&", that another organisation counts too."`),
      { row: 2, column: 0, style: "note", holds: { text: FILL_IN_NOTE } },
      { row: 3, column: 0, style: "note", holds: { text: "Count each in full on Demand and supply and declare it here. The region counts it once where both organisations declare the same number." } },
      { row: 4, column: 0, style: "label", holds: { text: "All entries, as a number" } }, { row: 4, column: 1, style: "working", holds: { formula: tableFingerprint(sharedPostsTable) } },
    ],
    rowHeights: { 0: 26, ...rowsOf(1, TABLE_TOP - 1, 16), [TABLE_TOP]: 20 },
    print: { orientation: "landscape", pagesWide: 1, pagesTall: null, titleRow: TABLE_TOP, titleColumns: 1 },
  };
}
