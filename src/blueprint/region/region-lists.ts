/** A region's lists beside its figures: shared posts, changed figures, files set aside, comparisons, and the returns themselves. */
import type { Holding, SheetBlueprint, TableDefinition } from "../types";
import { regionHeading } from "./region-heading";
import { oneTableSheet, written } from "./region-sheet";

const TOP = 4;

export const sharedTable = {
  sheet: "shared-matched",
  name: "tblShared",
  title: "Posts and people that organisations share, as each of the two declares them",
  columns: [
    written("Role group", 30, "rowText"), written("Figure", 22, "rowText"), written("Organisation", 14, "rowText"), written("Shared with", 14, "rowText"), written("Number", 11, "demandAsSent"),
    written("State", 44, "rowText"), written("Taken off", 11, "demandAsSent", true), written("Line", 7, "count"),
  ],
} as const satisfies TableDefinition;

export const changedTable = {
  sheet: "changed-figures",
  name: "tblChanged",
  title: "Figures that a resubmission changed",
  columns: [
    written("Code", 9, "rowText"), written("Organisation", 32, "rowText"), written("Sheet", 22, "rowText"), written("Row", 40, "rowText"), written("Figure", 24, "rowText"),
    written("Before", 16, "demandAsSent", true), written("After", 16, "demandAsSent"),
  ],
} as const satisfies TableDefinition;

export const setAsideTable = {
  sheet: "set-aside",
  name: "tblSetAside",
  title: "Files that do not count, and why",
  columns: [
    written("File", 44, "rowText"), written("Organisation", 14, "rowText"), written("Why", 26, "rowText"), written("What is wrong", 60, "rowText"), written("What to do", 50, "rowText"), written("Code", 18, "rowText"),
  ],
} as const satisfies TableDefinition;

export const comparisonTable = {
  sheet: "comparison",
  name: "tblComparison",
  title: "Figures compared",
  columns: [
    written("About", 34, "rowText"), written("Figure", 38, "rowText"), written("Before", 16, "demandAsSent", true), written("After", 16, "demandAsSent"), written("Change", 12, "signedAsSent"),
    written("Stands out", 12, "rowText", true), written("What it says", 70, "rowText"),
  ],
} as const satisfies TableDefinition;

export const keptTable = {
  sheet: "returns-kept",
  name: "tblKept",
  title: "The returns themselves, as they were read, and what was asked about them",
  columns: [
    written("Code", 9, "rowText"), written("Organisation", 32, "rowText"), written("Sequence", 11, "count"), written("File", 44, "rowText"), written("Came as", 14, "rowText"), written("Part", 7, "count"),
    written("Return", 30, "oneCell"), written("Digest", 70, "oneCell"),
  ],
} as const satisfies TableDefinition;

export const sharedSheet = (rows: readonly (readonly Holding[])[] = []): SheetBlueprint => oneTableSheet("shared-matched", sharedTable, rows, {
  tab: "Shared posts matched", top: TOP, cells: regionHeading(sharedTable.title, '"Declared to "', ["What both organisations declare alike is counted once: Taken off is subtracted from the consolidated figure. Nothing is taken off on one side's word."]),
});
export const changedSheet = (rows: readonly (readonly Holding[])[] = []): SheetBlueprint => oneTableSheet("changed-figures", changedTable, rows, {
  tab: "Changed figures", top: TOP, cells: regionHeading(changedTable.title, '"Resubmissions to "', ["A blank means that nothing was entered, or that the row was not there."]),
});
export const setAsideSheet = (rows: readonly (readonly Holding[])[] = []): SheetBlueprint => oneTableSheet("set-aside", setAsideTable, rows, {
  tab: "Set aside", top: TOP, cells: regionHeading(setAsideTable.title, '"Files sent to "', ["None of these is in any total. A file that is sent again, or replaced in its folder under the same name, is looked at anew."]),
});
export const comparisonSheet = (rows: readonly (readonly Holding[])[] = []): SheetBlueprint => oneTableSheet("comparison", comparisonTable, rows, {
  tab: "Comparison", top: TOP + 1, names: [{ name: "nmCompared", row: 3, column: 0, says: "What was compared last." }],
  cells: [
    ...regionHeading(comparisonTable.title, '"Compared for "', ["A count stands out where it changed by more than 20% and more than 5 people, a share where chance does not explain the change. Nothing withheld is compared."]),
    { row: 3, column: 0, style: "headline", holds: { text: "Nothing is compared yet." } },
  ],
});
export const keptSheet = (rows: readonly (readonly Holding[])[] = []): SheetBlueprint => oneTableSheet("returns-kept", keptTable, rows, {
  tab: "Returns kept", top: TOP, cells: regionHeading(keptTable.title, '"Returns to "', ["From these the other sheets are made again when files are added. To take a return out, delete its rows and consolidate again."]),
});
