/** Where the open workbook stands, as the pane's header and screens show it. look.ts reads it from the workbook in one go. */
import type { StructureId } from "../domain/structures";
import type { Severity } from "./action";

/** One of our sheets, whatever its tab is called today. `entered` of `cells` input cells hold something; both are 0 on a sheet that nobody fills in. */
export interface SheetState {
  /** The identity stored with the sheet: "cover", "demand", "profile", "gap", "dashboard1", "dashboard2", "checks", "board-summary". */
  readonly identity: string;
  readonly name: string;
  readonly entered: number;
  readonly cells: number;
}

export interface TemplateState {
  readonly kind: "with-template";
  /** As on the Cover; "" where it is not entered. Null where it is not one that we know. */
  readonly structure: StructureId | null;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly period: string;
  /** "2009-03-31", or "" where it is not a date. */
  readonly asAt: string;
  readonly demandUnit: "headcount" | "wte";
  /** In the order of the Demand and supply sheet, blanks left out. */
  readonly roleGroups: readonly string[];
  /** It has a region's sheets, or its organisation is a region. */
  readonly collects: boolean;
  /** In tab order. */
  readonly sheets: readonly SheetState[];
  /** When the check was last made, in words as the Checks sheet has it; null when never. */
  readonly lastChecked: string | null;
  /** The input figures are not those that were checked. False when there was no check. */
  readonly changedSinceCheck: boolean;
  /** Which rules the last check was made by, as Checks has it; null when never, or where it does not say. */
  readonly checkedBy: string | null;
  /** Findings of the last check that are on the Checks sheet. */
  readonly counts: Readonly<Record<Severity, number>>;
}

/** `collects`: it has a region's sheets. */
export interface NoTemplateState { readonly kind: "without-template"; readonly collects: boolean }

export type WorkbookState = NoTemplateState | TemplateState;
