/** What is not as the template made it, each kind with what it takes to put it back. No figure that anybody entered is among them. */
import type { CellBlueprint, ChartBlueprint, HighlightBlueprint, Holding, Rectangle, SheetId, TableDefinition, ValidationBlueprint } from "../../blueprint/types";
import type { RuleLost } from "../book";
import type { Visibility } from "../standing";
import type { Spot } from "./locate";

/** What a cell holds: a formula with its "=", or an entry; "" for a blank. */
export type Held = string | number | boolean;

interface On { readonly sheet: SheetId; readonly tab: string }

/** A formula that was typed over or changed. */
export interface FormulaDrift extends On {
  readonly kind: "formula";
  readonly at: Spot;
  /** Of what: "Share % of Women, post-holders", "The line under the title". */
  readonly what: string;
  /** Of the blueprint, in our own spelling of tables and names. */
  readonly formula: string;
  /** How the cell shows what it holds: a formula written into a cell for text stays text. */
  readonly format: string;
  readonly held: Held;
  /** The column of a table it belongs to; null for a single cell. */
  readonly column: { readonly table: string; readonly header: string } | null;
  /** It came with something else that is gone, and is said there. */
  readonly follows: boolean;
}

/** Words of the template that were typed over. `cell` is null for a cell of a table. */
export interface LabelDrift extends On { readonly kind: "label"; readonly at: Spot; readonly holds: Exclude<Holding, null>; readonly words: string; readonly held: Held; readonly cell: CellBlueprint | null }
/** The heading of a table's column. */
export interface HeaderDrift extends On { readonly kind: "header"; readonly at: Spot; readonly table: string; readonly header: string; readonly held: string }
export interface EntryRuleDrift extends On { readonly kind: "entry-rule"; readonly validation: ValidationBlueprint; readonly lost: RuleLost; readonly what: string; readonly ofTable: boolean }
/** Cells under each other that are shown as something they are not. */
export interface NumberFormatDrift extends On { readonly kind: "number-format"; readonly cells: readonly Spot[]; readonly format: string; readonly shownAs: string; readonly what: string; readonly before: readonly string[] }
export interface HighlightDrift extends On { readonly kind: "highlight"; readonly area: Rectangle; readonly header: string; readonly highlights: readonly HighlightBlueprint[] }
/** A name that is gone, or leads to another cell. `at` is null where the cell cannot be told any more. */
export interface NameDrift extends On { readonly kind: "name"; readonly name: string; readonly called: string; readonly label: string; readonly at: Rectangle | null; readonly says: string; readonly leads: string | null }
/** A chart that is gone; or one that shows nothing any more since the sheet of its figures is gone, and has to be drawn anew. */
export interface ChartDrift extends On { readonly kind: "chart"; readonly chart: ChartBlueprint; readonly emptied: boolean }
export interface VisibilityDrift extends On { readonly kind: "visibility"; readonly was: Exclude<Visibility, "Visible"> }
/** The hidden name that says which sheet it is. */
export interface MarkDrift extends On { readonly kind: "mark" }
/** A sheet of Core that is not there; `sheet` and `tab` are its own and the tab it had. */
export interface SheetDrift extends On { readonly kind: "sheet" }
/** A table that is none any more though its cells are there; `at` is its header's first cell. */
export interface TableDrift extends On { readonly kind: "table"; readonly definition: TableDefinition; readonly at: Spot }
/** A line that was deleted with its row: nothing can be put back without moving other things. */
export interface LineDrift extends On { readonly kind: "line"; readonly what: string; readonly above: Spot }

export type Drift =
  | FormulaDrift | LabelDrift | HeaderDrift | EntryRuleDrift | NumberFormatDrift | HighlightDrift | NameDrift | ChartDrift | VisibilityDrift | MarkDrift | SheetDrift | TableDrift | LineDrift;
