/** What a region's sheets have in common: one table under a heading, written by the product, printed on A4 landscape. */
import { rowsOf, validationsOf, widthsOf } from "../sheets/columns";
import type { CellBlueprint, ColumnBlueprint, Holding, NameBlueprint, RegionSheetId, SheetBlueprint, TableDefinition, ValidationBlueprint } from "../types";

/** A column that the product writes. */
export const written = (header: string, width: number, style: ColumnBlueprint["style"], startsBlock = false): ColumnBlueprint =>
  ({ header, width, style, holds: { kind: "written" }, ...(startsBlock ? { startsBlock } : {}) });

/** A column that the sheet works out. @param formula - with its "=" */
export const workedOut = (header: string, width: number, style: ColumnBlueprint["style"], formula: string, startsBlock = false): ColumnBlueprint =>
  ({ header, width, style, holds: { kind: "formula", formula }, ...(startsBlock ? { startsBlock } : {}) });

export interface OneTable {
  readonly tab: string;
  readonly cells: readonly CellBlueprint[];
  /** Row of the table's header. */
  readonly top: number;
  readonly names?: readonly NameBlueprint[];
  readonly validations?: readonly ValidationBlueprint[];
  readonly pagesWide?: number;
  /** Points; words of several lines need more than one. */
  readonly headerHeight?: number;
  readonly rowHeights?: Readonly<Record<number, number>>;
}

/** @param rows - none: one empty row */
export function oneTableSheet(id: RegionSheetId, definition: TableDefinition, rows: readonly (readonly Holding[])[], { tab, cells, top, names = [], validations = [], pagesWide = 1, headerHeight = 34, rowHeights = {} }: OneTable): SheetBlueprint {
  const table = { ...definition, top, left: 0, rows: rows.length > 0 ? rows : [definition.columns.map((): Holding => null)] };
  return {
    id, tab, cells, names, tables: [table], highlights: [], charts: [], validations: [...validations, ...validationsOf(table)],
    columnWidths: widthsOf(definition), rowHeights: { 0: 26, ...rowsOf(1, Math.max(0, top - 2), 16), ...rowHeights, [top]: headerHeight },
    print: { orientation: "landscape", pagesWide, pagesTall: null, titleRow: top, titleColumns: pagesWide > 1 ? 2 : 0 },
  };
}
