/** The Core module: which sheets it has, in tab order, and how each is made from what was set up. */
import { groups } from "../domain/taxonomy";
import type { Setup } from "./setup";
import { accessibilitySheet } from "./sheets/accessibility";
import { boardSummarySheet } from "./sheets/board-summary";
import { checksSheet } from "./sheets/checks";
import { coverSheet } from "./sheets/cover";
import { dashboard1Sheet } from "./sheets/dashboard-1";
import { dashboard2Sheet } from "./sheets/dashboard-2";
import { demandSheet } from "./sheets/demand-and-supply";
import { gapSheet } from "./sheets/gap-analysis";
import { lastReturnSheet } from "./sheets/last-return";
import { movementsSheet } from "./sheets/movements";
import { profileSheet } from "./sheets/profile";
import { regionSheet } from "./region/region-sheets";
import { queriesSheet } from "./sheets/queries";
import { sharedPostsSheet } from "./sheets/posts-with-others";
import { signOffSheet } from "./sheets/sign-off";
import type { SheetBlueprint, SheetId, WorkbookBlueprint } from "./types";

/** Inserted with the template, in tab order. The others come when they are asked for. */
export const coreSheets: readonly SheetId[] = ["cover", "demand", "profile", "gap", "dashboard1", "dashboard2", "checks"];

/** What follows from the figures at hand rather than from set-up. */
export interface Extent {
  /** Rows of Demand and supply. */
  readonly roleGroups: number;
  /** As on Profile, each once, in its order. */
  readonly groupNames: readonly string[];
}

export const emptyExtent = (setup: Setup): Extent => ({ roleGroups: setup.roleGroups.length, groupNames: groups.map((group) => group.name) });

export function sheetBlueprint(id: SheetId, setup: Setup, extent: Extent = emptyExtent(setup)): SheetBlueprint {
  switch (id) {
    case "cover": return coverSheet(setup);
    case "demand": return demandSheet(setup);
    case "profile": return profileSheet();
    case "gap": return gapSheet(setup, extent.roleGroups);
    case "dashboard1": return dashboard1Sheet(setup, extent.roleGroups);
    case "dashboard2": return dashboard2Sheet(extent.groupNames);
    case "checks": return checksSheet();
    case "board-summary": return boardSummarySheet(setup, extent.groupNames.length);
    case "accessibility": return accessibilitySheet();
    case "returns-register": case "consolidated": case "consolidated-profile": case "comparison": case "returned-figures": case "returned-profile":
    case "shared-matched": case "changed-figures": case "set-aside": case "returns-kept": return regionSheet(id);
    case "shared-posts": return sharedPostsSheet();
    case "movements": return movementsSheet(setup);
    case "sign-off": return signOffSheet();
    case "queries": return queriesSheet();
    case "last-return": return lastReturnSheet();
  }
}

export function workbookBlueprint(setup: Setup, ids: readonly SheetId[] = coreSheets, extent: Extent = emptyExtent(setup)): WorkbookBlueprint {
  return { sheets: ids.map((id) => sheetBlueprint(id, setup, extent)) };
}
