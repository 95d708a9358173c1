/** Queues how many rows a table has and how tall they are. Nothing here syncs. */
import { areaName } from "../blueprint/place";
import { styles } from "../blueprint/theme";
import type { Holding, TableDefinition } from "../blueprint/types";
import type { BookTable } from "../validation/book";

const POINTS_A_LINE = 13;
const POINTS_AROUND = 6;
/** The size that widths of columns are meant for. */
const USUAL_SIZE = 10;

/** Room for every line of the longest text of a row, the same in every Excel; rows under each other that need the same are set in one go. */
export function queueHeights(sheet: Excel.Worksheet, top: number, rows: readonly (readonly Holding[])[], { columns }: TableDefinition): void {
  const heights = rows.map((row) => POINTS_AROUND + Math.max(POINTS_A_LINE, ...row.map((holds, index) => heightOf(holds, columns[index]))));
  let from = 0;
  heights.forEach((height, index) => {
    if (heights[index + 1] === height) return;
    sheet.getRange(`${top + from + 1}:${top + index + 1}`).format.rowHeight = height;
    from = index + 1;
  });
}

/** Letters are narrower than digits on average, but words break early. */
function heightOf(holds: Holding, column: TableDefinition["columns"][number] | undefined): number {
  const size = column === undefined ? USUAL_SIZE : styles[column.style].size;
  const wide = ((column?.width ?? 1) * USUAL_SIZE) / size;
  return holds !== null && "text" in holds ? (Math.ceil(holds.text.length / wide) * POINTS_A_LINE * size) / USUAL_SIZE : POINTS_A_LINE;
}

/** Rows are added and taken at the foot, so that what stands under the table moves with it and is never written over. */
export function queueRowCount(context: Excel.RequestContext, sheet: Excel.Worksheet, table: BookTable, wanted: number): void {
  const standing = table.rows.length;
  if (wanted > standing) context.workbook.tables.getItem(table.name).rows.add(undefined, Array.from({ length: wanted - standing }, () => table.headers.map(() => "")));
  if (wanted < standing) {
    sheet.getRange(areaName({ top: table.top + 1 + wanted, left: table.left, rows: standing - wanted, columns: table.headers.length })).delete("Up");
  }
}
