/** The Region module: its sheets in tab order, how each is recognised, and how each is made. Made when first needed, in any workbook. */
import type { SheetDefinition } from "../definitions";
import type { Holding, RegionSheetId, SheetBlueprint, TableDefinition } from "../types";
import { consolidatedProfileSheet, consolidatedProfileTable, consolidatedSheet, consolidatedTable } from "./consolidated";
import { changedSheet, changedTable, comparisonSheet, comparisonTable, keptSheet, keptTable, setAsideSheet, setAsideTable, sharedSheet, sharedTable } from "./region-lists";
import { registerNames, registerSheet, registerTable } from "./register";
import { returnedProfileSheet, returnedProfileTable, returnedSheet, returnedTable } from "./returned";

export interface RegionDefinition extends SheetDefinition { readonly id: RegionSheetId }

const one = (id: RegionSheetId, tab: string, table: TableDefinition, names: readonly string[] = []): RegionDefinition => ({ id, tab, tables: [table.name], names, filledIn: id === "returns-register" });

export const regionDefinitions: readonly RegionDefinition[] = [
  one("returns-register", "Returns register", registerTable, registerNames),
  one("consolidated", "Consolidated figures", consolidatedTable),
  one("consolidated-profile", "Consolidated profile", consolidatedProfileTable),
  one("comparison", "Comparison", comparisonTable, ["nmCompared"]),
  one("set-aside", "Set aside", setAsideTable),
  one("shared-matched", "Shared posts matched", sharedTable),
  one("changed-figures", "Changed figures", changedTable),
  one("returned-figures", "Returned figures", returnedTable),
  one("returned-profile", "Returned profile", returnedProfileTable),
  one("returns-kept", "Returns kept", keptTable),
];

export const regionTables: ReadonlyMap<string, TableDefinition> = new Map(
  [registerTable, consolidatedTable, consolidatedProfileTable, comparisonTable, setAsideTable, sharedTable, changedTable, returnedTable, returnedProfileTable, keptTable].map((table: TableDefinition) => [table.name, table]),
);

/** @param rows - what the table holds; none: one empty row */
export function regionSheet(id: RegionSheetId, rows: readonly (readonly Holding[])[] = []): SheetBlueprint {
  switch (id) {
    case "returns-register": return registerSheet(rows);
    case "consolidated": return consolidatedSheet(rows);
    case "consolidated-profile": return consolidatedProfileSheet(rows);
    case "comparison": return comparisonSheet(rows);
    case "set-aside": return setAsideSheet(rows);
    case "shared-matched": return sharedSheet(rows);
    case "changed-figures": return changedSheet(rows);
    case "returned-figures": return returnedSheet(rows);
    case "returned-profile": return returnedProfileSheet(rows);
    case "returns-kept": return keptSheet(rows);
  }
}
