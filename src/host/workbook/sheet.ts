/** One worksheet: its cells, and the features over them. Every write goes through a method that tells the workbook. */
import { area, contains, intersect, type Area } from "./area";
import { CellRows } from "./cell-rows";
import type { Cause, ChangedFormula, Facet } from "./change";
import type { Chart } from "./chart";
import type { Comment } from "./comments";
import type { SheetFilter } from "./filter";
import { defaultPageSetup, type ConditionalFormat, type DataValidation, type Hyperlink, type PageBreaks, type PageSetup, type Protection, type Table, type Visibility } from "./features";
import { usualSummaries, type OutlineMark, type Summaries } from "./outline";
import type { CellValue } from "./values";
import type { Workbook } from "./workbook";

/** An array formula's reach. `dynamic` spills; a legacy one is fixed to its area. */
export interface ArrayReach { readonly area: Area; readonly kind: "legacy" | "dynamic" }

export interface Cell {
  readonly value: CellValue;
  /** The formula in A1, en-US, with table references as Excel writes them; without "="; null for a constant. */
  readonly formula: string | null;
  /** Set on the anchor of an array formula. */
  readonly array: ArrayReach | null;
  /** Index in the workbook's style table. */
  readonly style: number;
  /** `cached`: the engine could not work the formula out, so the value is the file's own. */
  readonly state: "live" | "cached";
}

export const blankCell: Cell = { value: null, formula: null, array: null, style: 0, state: "live" };

/** `width` in characters of the default font, as Excel's width box shows them (see measure.ts); null is the sheet's standard. */
export interface ColumnFormat extends OutlineMark { readonly width: number | null; readonly hidden: boolean; readonly style: number }
/** `height` in points; null is the sheet's standard. */
export interface RowFormat extends OutlineMark { readonly height: number | null; readonly hidden: boolean; readonly style: number }

/** The plain features of a sheet: replaced whole, through `set`. */
export interface SheetFeatures {
  visibility: Visibility;
  tabColour: string | null;
  gridlines: boolean;
  headings: boolean;
  frozen: { readonly rows: number; readonly columns: number };
  zoom: number;
  /** Characters of the default font, as Excel's column width box shows. */
  standardWidth: number;
  /** Points. */
  standardHeight: number;
  columns: ReadonlyMap<number, ColumnFormat>;
  rows: ReadonlyMap<number, RowFormat>;
  /** Where the lines stand that sum up groups of rows and columns. */
  summaries: Summaries;
  merges: readonly Area[];
  tables: readonly Table[];
  autoFilter: SheetFilter | null;
  validations: readonly DataValidation[];
  conditionalFormats: readonly ConditionalFormat[];
  hyperlinks: readonly Hyperlink[];
  charts: readonly Chart[];
  comments: readonly Comment[];
  pageSetup: PageSetup;
  pageBreaks: PageBreaks;
  protection: Protection | null;
  /** Worksheet custom properties (key, value). */
  properties: ReadonlyMap<string, string>;
}

export const facetOf: { readonly [K in keyof SheetFeatures]: Facet } = {
  visibility: "visibility", tabColour: "tabColour", gridlines: "view", headings: "view", frozen: "view", zoom: "view", standardWidth: "columns",
  standardHeight: "rows", columns: "columns", rows: "rows", summaries: "rows", merges: "merges", tables: "tables", autoFilter: "filter", validations: "validations",
  conditionalFormats: "conditionalFormats", hyperlinks: "hyperlinks", charts: "charts", comments: "comments", pageSetup: "pageSetup", pageBreaks: "pageSetup", protection: "protection", properties: "properties",
};

/** Something of a file's that stands at cells and is not moved with them. */
export interface Anchored { readonly what: string; readonly area: Area }

/** Where fewer than one in so many cells is kept, the cells are walked through instead of the rectangle around them. */
const SPARSE = 4;

export class Sheet {
  private readonly cells = new CellRows<Cell>();
  /** What a file has tied to cells and the model does not hold (notes, sparklines): such cells are not shifted. */
  anchored: readonly Anchored[] = [];
  /** What a file keeps on it and the model does not hold, in words: a copy would be without it. */
  kept: readonly string[] = [];
  private bounds: { top: number; left: number; bottom: number; right: number } | null = null;
  private features: SheetFeatures = {
    visibility: "Visible", tabColour: null, gridlines: true, headings: true, frozen: { rows: 0, columns: 0 }, zoom: 100,
    standardWidth: 8.43, standardHeight: 15, columns: new Map(), rows: new Map(), summaries: usualSummaries, merges: [], tables: [], autoFilter: null, validations: [],
    conditionalFormats: [], hyperlinks: [], charts: [], comments: [], pageSetup: defaultPageSetup, pageBreaks: { rows: [], columns: [] }, protection: null, properties: new Map(),
  };

  /** @param id - never reused; what Office.js calls the worksheet's id ("{0000…}") */
  constructor(readonly workbook: Workbook, readonly id: string, private tabName: string) {}

  get name(): string { return this.tabName; }
  /** Called by the workbook, which checks the name and tells listeners. */
  renameTo(name: string): void { this.tabName = name; }

  cell(row: number, column: number): Cell { return this.cells.get(row, column) ?? blankCell; }
  /** The cell as stored, or null where nothing, not even a format, is kept. */
  stored(row: number, column: number): Cell | null { return this.cells.get(row, column) ?? null; }

  /** Everything stored, in no set order. */
  entries(): IterableIterator<readonly [row: number, column: number, cell: Cell]> { return this.cells.entries(); }
  /** The columns of a row that have something stored, ascending. */
  columnsOf(row: number): readonly number[] { return this.cells.columnsOf(row); }
  /** The rows that have something stored, in no set order. */
  get rowNumbers(): Iterable<number> { return this.cells.rowNumbers; }
  get storedCount(): number { return this.cells.size; }

  /** The smallest rectangle that has held every stored cell; may be generous after clearing. Null for a sheet never written to. */
  get extent(): Area | null { return this.bounds; }

  /** The smallest rectangle over cells with a value or formula (and, unless `valuesOnly`, a format). */
  usedArea(valuesOnly = false): Area | null {
    const { bounds } = this;
    if (bounds === null) return null;
    const isUsed = (cell: Cell | undefined): boolean => cell !== undefined && (cell.value !== null || cell.formula !== null || (!valuesOnly && cell.style !== 0));
    const isSparse = (bounds.bottom - bounds.top + 1) * (bounds.right - bounds.left + 1) > SPARSE * this.cells.size;
    return isSparse ? this.usedAmongAll(isUsed) : this.usedFromEdges(bounds, isUsed);
  }
  /** Mostly the outermost lines are used, and nothing more needs to be looked at. */
  private usedFromEdges(bounds: Area, isUsed: (cell: Cell | undefined) => boolean): Area | null {
    let { top, left, bottom, right } = bounds;
    const isRowUsed = (row: number): boolean => { for (let column = left; column <= right; column++) if (isUsed(this.cells.get(row, column))) return true; return false; };
    const isColumnUsed = (column: number): boolean => { for (let row = top; row <= bottom; row++) if (isUsed(this.cells.get(row, column))) return true; return false; };
    while (top <= bottom && !isRowUsed(top)) top++;
    if (top > bottom) return null;
    while (!isRowUsed(bottom)) bottom--;
    while (!isColumnUsed(left)) left++;
    while (!isColumnUsed(right)) right--;
    return { top, left, bottom, right };
  }
  private usedAmongAll(isUsed: (cell: Cell | undefined) => boolean): Area | null {
    let used: { top: number; left: number; bottom: number; right: number } | null = null;
    for (const [row, column, cell] of this.entries()) {
      if (!isUsed(cell)) continue;
      if (used === null) used = { top: row, left: column, bottom: row, right: column };
      else {
        used.top = Math.min(used.top, row);
        used.left = Math.min(used.left, column);
        used.bottom = Math.max(used.bottom, row);
        used.right = Math.max(used.right, column);
      }
    }
    return used;
  }

  /**
   * Puts cells without telling anybody: for reading a file and for calculation's own results.
   * Everyone else uses `write`.
   */
  put(row: number, column: number, cell: Cell): void {
    if (cell.value === null && cell.formula === null && cell.style === 0 && cell.array === null) {
      this.cells.delete(row, column);
      return;
    }
    this.cells.set(row, column, cell);
    const b = this.bounds;
    if (b === null) this.bounds = { top: row, left: column, bottom: row, right: column };
    else {
      if (row < b.top) b.top = row;
      if (row > b.bottom) b.bottom = row;
      if (column < b.left) b.left = column;
      if (column > b.right) b.right = column;
    }
  }

  /** Writes a block; `change(cell, row, column)` gives the new cell, or the same one to leave it. Tells listeners once. */
  write(where: Area, cause: Cause, what: "content" | "style" | "both", change: (cell: Cell, row: number, column: number) => Cell): void {
    const formulas: ChangedFormula[] = [];
    for (let row = where.top; row <= where.bottom; row++) {
      for (let column = where.left; column <= where.right; column++) {
        const before = this.cell(row, column);
        const after = change(before, row, column);
        if (after === before) continue;
        if (this.workbook.notesFormulas && before.formula !== after.formula) formulas.push({ row, column, previous: before.formula === null ? "" : `=${before.formula}` });
        this.workbook.remember(this, row, column, before);
        this.put(row, column, after);
      }
    }
    this.workbook.tell({ kind: "cells", sheet: this.id, area: where, cause, what, ...(formulas.length === 0 ? {} : { formulas }) });
  }

  get<K extends keyof SheetFeatures>(feature: K): SheetFeatures[K] { return this.features[feature]; }

  set<K extends keyof SheetFeatures>(feature: K, value: SheetFeatures[K], cause: Cause = "api"): void {
    const before = this.features[feature];
    if (before === value) return;
    this.workbook.rememberFeature(this, feature, before);
    this.features = { ...this.features, [feature]: value };
    this.workbook.tell({ kind: "facet", sheet: this.id, facet: facetOf[feature], cause });
  }

  /** Sets features from a file: nobody is told and nothing is remembered. */
  load(features: Partial<SheetFeatures>): void { this.features = { ...this.features, ...features }; }

  tableAt(row: number, column: number): Table | null {
    return this.features.tables.find((table) => contains(table.area, row, column)) ?? null;
  }

  /** Takes out every stored cell in an area and gives them back with their place. For shifts and moves. */
  lift(where: Area): readonly (readonly [row: number, column: number, cell: Cell])[] {
    const lifted: (readonly [number, number, Cell])[] = [];
    for (const entry of this.entries()) if (intersect(where, area(entry[0], entry[1]))) lifted.push(entry);
    for (const [row, column] of lifted) this.cells.delete(row, column);
    return lifted;
  }
}
