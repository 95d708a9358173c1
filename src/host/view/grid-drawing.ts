/** Hands the grid library's cells and headers to our own painting. */
import { GridCellKind, type DrawCellCallback, type DrawHeaderCallback, type GridCell, type Item } from "@glideapps/glide-data-grid";
import { contains, type Area } from "../workbook/area";
import { paintCopiedFrame, paintFrozenEdge, type GridShape } from "./grid-parts";
import type { GridPicture } from "./grid-picture";
import { areasOf, type Selection } from "./moves";
import { paintCell, type Box } from "./paint-cell";
import { paintColumnHeading, paintCorner, paintRowHeading } from "./paint-headings";

export interface Drawn {
  readonly picture: GridPicture;
  readonly shape: GridShape;
  readonly selection: Selection;
  /** The area that was copied on this sheet. */
  readonly copied: Area | null;
}

/** What a screen reader is told of a cell of the library: its text as shown, or the row's number. */
export function cellContent({ picture, shape }: Drawn, [column, row]: Item): GridCell {
  const { columns, rows } = picture.layout;
  const sheetRow = rows.shown[row + rows.frozen] ?? 0;
  const sheetColumn = columns.shown[column - shape.before];
  const text = column < shape.before || sheetColumn === undefined ? String(sheetRow + 1) : picture.look(sheetRow, sheetColumn).text;
  return { kind: GridCellKind.Text, data: text, displayData: text, allowOverlay: false };
}

/** Paints a cell below the frozen rows, or a row's number. */
export function cellDrawing(drawn: Drawn): DrawCellCallback {
  const { picture, shape, selection } = drawn;
  const { columns, rows } = picture.layout;
  return ({ ctx, col, row, rect }) => {
    const box: Box = { x: rect.x, y: rect.y, width: rect.width, height: rect.height };
    const sheetRow = rows.shown[row + rows.frozen];
    if (sheetRow === undefined) return;
    if (col < shape.before) return paintRowHeading(ctx, sheetRow, box, areasOf(selection), picture.layout.zoom);
    paintPlace(ctx, drawn, sheetRow, columns.shown[col - shape.before], box);
  };
}

/** Paints a column's letter and, under it, its cells of the frozen rows. */
export function headerDrawing(drawn: Drawn): DrawHeaderCallback {
  const { picture, shape, selection } = drawn;
  const { columns, rows, zoom } = picture.layout;
  return ({ ctx, columnIndex, rect }) => {
    const heading: Box = { x: rect.x, y: rect.y, width: rect.width, height: shape.headings.height };
    const isRowNumbers = columnIndex < shape.before;
    const column = columns.shown[columnIndex - shape.before];
    if (isRowNumbers) paintCorner(ctx, heading);
    else if (column !== undefined && heading.height > 0) paintColumnHeading(ctx, column, heading, areasOf(selection), zoom);
    for (let at = 0; at < rows.frozen; at++) {
      const row = rows.shown[at] ?? 0;
      const box: Box = { x: rect.x, y: rect.y + shape.headings.height + (rows.starts[at] ?? 0), width: rect.width, height: rows.sizes[at] ?? 0 };
      if (isRowNumbers) paintRowHeading(ctx, row, box, areasOf(selection), zoom);
      else paintPlace(ctx, drawn, row, column, box);
      if (at === rows.frozen - 1) paintFrozenEdge(ctx, box, "bottom");
    }
  };
}

function paintPlace(context: CanvasRenderingContext2D, { picture, selection, copied }: Drawn, row: number, column: number | undefined, box: Box): void {
  if (column === undefined) return;
  paintCell(context, picture, row, column, box, selection);
  const { columns } = picture.layout;
  if (columns.frozen > 0 && columns.shown[columns.frozen - 1] === column) paintFrozenEdge(context, box, "right");
  if (copied === null || !contains(copied, row, column)) return;
  paintCopiedFrame(context, box, { top: row === copied.top, bottom: row === copied.bottom, left: column === copied.left, right: column === copied.right });
}
