/** The grid's parts in pixels: headings, and how the grid library's rows and columns stand for the sheet's. */
import { gridColours, type Box } from "./paint-cell";
import type { GridPicture } from "./grid-picture";
import { frozenPixels } from "./hit";

const HEADING_HEIGHT = 22;
const DIGIT = 8;

export interface Headings { readonly width: number; readonly height: number }

/** Pixels of the headings; none where the sheet hides them. */
export function headingsOf(picture: GridPicture): Headings {
  if (!picture.sheet.get("headings")) return { width: 0, height: 0 };
  const zoom = Math.min(1.4, Math.max(0.8, picture.layout.zoom));
  const last = (picture.layout.rows.shown.at(-1) ?? 0) + 1;
  return { width: Math.round((16 + DIGIT * Math.max(2, String(last).length)) * zoom), height: Math.round(HEADING_HEIGHT * zoom) };
}

/**
 * The grid library keeps columns at the left in place, but only a header at the top. So the row numbers are its first column, and
 * the frozen rows are painted as a part of its header.
 */
export interface GridShape {
  readonly headings: Headings;
  /** 1 where the first of the library's columns is the row numbers. */
  readonly before: number;
  readonly headerHeight: number;
  readonly columns: readonly { readonly id: string; readonly title: string; readonly width: number }[];
  readonly rows: number;
  readonly frozenColumns: number;
  /** Height of a row of the library. */
  readonly rowHeight: (row: number) => number;
}

export function gridShape(picture: GridPicture, nameOf: (column: number) => string): GridShape {
  const headings = headingsOf(picture);
  const { columns, rows } = picture.layout;
  const before = headings.width > 0 ? 1 : 0;
  const named = columns.shown.map((column, at) => ({ id: String(column), title: nameOf(column), width: columns.sizes[at] ?? 0 }));
  return {
    headings, before,
    headerHeight: headings.height + frozenPixels(rows),
    columns: before === 1 ? [{ id: "rows", title: "Row", width: headings.width }, ...named] : named,
    rows: rows.shown.length - rows.frozen,
    frozenColumns: columns.frozen + before,
    rowHeight: (row) => rows.sizes[row + rows.frozen] ?? 0,
  };
}

/** The line that ends what is frozen. */
export function paintFrozenEdge(context: CanvasRenderingContext2D, box: Box, side: "right" | "bottom"): void {
  context.fillStyle = "#8A8886";
  if (side === "right") context.fillRect(box.x + box.width - 1, box.y, 1, box.height);
  else context.fillRect(box.x, box.y + box.height - 1, box.width, 1);
}

/** The dashed frame round cells that were copied. */
export function paintCopiedFrame(context: CanvasRenderingContext2D, box: Box, edges: { readonly top: boolean; readonly bottom: boolean; readonly left: boolean; readonly right: boolean }): void {
  context.save();
  context.strokeStyle = gridColours.selection;
  context.lineWidth = 1;
  context.setLineDash([4, 3]);
  context.beginPath();
  const [left, top, right, bottom] = [box.x + 0.5, box.y + 0.5, box.x + box.width - 1.5, box.y + box.height - 1.5];
  if (edges.top) { context.moveTo(left, top); context.lineTo(right, top); }
  if (edges.bottom) { context.moveTo(left, bottom); context.lineTo(right, bottom); }
  if (edges.left) { context.moveTo(left, top); context.lineTo(left, bottom); }
  if (edges.right) { context.moveTo(right, top); context.lineTo(right, bottom); }
  context.stroke();
  context.restore();
}
