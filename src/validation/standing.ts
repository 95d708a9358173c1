/** What stands on our sheets beside the figures: lines and labels, charts, colours, rules for entry, names, tabs. Nothing is judged here. */
import type { SheetId } from "../blueprint/types";
import type { RuleLost } from "./book";

/** How a tab is shown. */
export type Visibility = "Visible" | "Hidden" | "VeryHidden";

export interface StandingSheet {
  readonly visibility: Visibility;
  /** It still has the hidden name that says which sheet it is; otherwise it was known by its tables. */
  readonly marked: boolean;
  readonly protected: boolean;
  /** Cells from A1 over all that the template puts above and beside its tables: formulas as they are, entries as they were entered, "" for a blank. Null where they were not read. */
  readonly block: readonly (readonly (string | number | boolean)[])[] | null;
  /** Names of its charts. */
  readonly charts: readonly string[];
}

export interface Standing {
  readonly sheets: ReadonlyMap<SheetId, StandingSheet>;
  /** From our own spelling of tables and names to the workbook's. */
  readonly called: ReadonlyMap<string, string>;
  /** Where our names lead, by our own spelling: "='Cover'!$B$6". */
  readonly leads: ReadonlyMap<string, string>;
  /** Every name of the workbook and where it leads, whosever it is. */
  readonly names: ReadonlyMap<string, string>;
  /** Tables and names of the workbook, whosever they are. */
  readonly takenNames: readonly string[];
  /** By `columnKey`: the formulas of the colours that lie on the column. A column that was not found is not there. */
  readonly highlights: ReadonlyMap<string, readonly string[]>;
  /** The Cover's cells, by our own spelling of their names, whose rule for entry is not what it was. */
  readonly cellRules: ReadonlyMap<string, RuleLost>;
}

export const columnKey = (table: string, header: string): string => `${table}|${header}`;
