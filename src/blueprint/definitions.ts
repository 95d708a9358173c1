/** Every sheet that the product can make, with the tables and names that belong to it: how they are recognised later. */
import { accessibilityTable } from "./sheets/accessibility";
import { coverNameList, measuresTable } from "./sheets/cover";
import { checksNameList, findingsTable } from "./sheets/checks";
import { dashboard1NameList, dashboard1Table } from "./sheets/dashboard-1";
import { dashboard2NameList, dashboard2Table } from "./sheets/dashboard-2";
import { demandTable } from "./sheets/demand-and-supply";
import { gapTable, horizonTable } from "./sheets/gap-analysis";
import { lastReturnTable } from "./sheets/last-return";
import { MOVEMENTS_NUMBER, movementsTable } from "./sheets/movements";
import { profileTable } from "./sheets/profile";
import { queriesTable } from "./sheets/queries";
import { SHARED_NUMBER, sharedPostsTable } from "./sheets/posts-with-others";
import { logTable, signOffNameList } from "./sheets/sign-off";
import type { SheetId } from "./types";

export interface SheetDefinition {
  readonly id: SheetId;
  /** The tab it gets where that is free. */
  readonly tab: string;
  readonly tables: readonly string[];
  readonly names: readonly string[];
  /** Filled in by people, or a record of what they did, so never made again. */
  readonly filledIn: boolean;
}

export const sheetDefinitions: readonly SheetDefinition[] = [
  { id: "cover", tab: "Cover", tables: [measuresTable.name], names: coverNameList, filledIn: true },
  { id: "demand", tab: "Demand and supply", tables: [demandTable.name], names: [], filledIn: true },
  { id: "profile", tab: "Profile", tables: [profileTable.name], names: [], filledIn: true },
  { id: "gap", tab: "Gap analysis", tables: [horizonTable.name, gapTable.name], names: [], filledIn: false },
  { id: "dashboard1", tab: "Dashboard 1", tables: [dashboard1Table.name], names: dashboard1NameList, filledIn: false },
  { id: "dashboard2", tab: "Dashboard 2", tables: [dashboard2Table.name], names: dashboard2NameList, filledIn: false },
  { id: "checks", tab: "Checks", tables: [findingsTable.name], names: checksNameList, filledIn: false },
  { id: "board-summary", tab: "Board summary", tables: [], names: [], filledIn: false },
  { id: "accessibility", tab: "Accessibility", tables: [accessibilityTable.name], names: [], filledIn: true },
  { id: "shared-posts", tab: "Shared posts", tables: [sharedPostsTable.name], names: [SHARED_NUMBER], filledIn: true },
  { id: "movements", tab: "Movements", tables: [movementsTable.name], names: [MOVEMENTS_NUMBER], filledIn: true },
  { id: "sign-off", tab: "Sign-off", tables: [logTable.name], names: signOffNameList, filledIn: true },
  { id: "queries", tab: "Queries", tables: [queriesTable.name], names: [], filledIn: true },
  { id: "last-return", tab: "Last return", tables: [lastReturnTable.name], names: [], filledIn: true },
];
