/** Paints the column letters and row numbers, marked where the selection is. */
import { columnName, type Area } from "../workbook/area";
import { gridColours, type Box } from "./paint-cell";

const headings = { ground: "#F3F2F1", marked: "#D5DCE4", line: "#C8C6C4", text: "#3D3D3D", font: (zoom: number): string => `${(12 * Math.min(1.4, Math.max(0.8, zoom))).toFixed(1)}px "Segoe UI", "Liberation Sans", Arial, sans-serif` };

export function paintColumnHeading(context: CanvasRenderingContext2D, column: number, box: Box, selected: readonly Area[], zoom: number): void {
  const isMarked = selected.some(({ left, right }) => column >= left && column <= right);
  paintHeading(context, columnName(column), box, isMarked, zoom);
  if (!isMarked) return;
  context.fillStyle = gridColours.selection;
  context.fillRect(box.x, box.y + box.height - 2, box.width, 2);
}

export function paintRowHeading(context: CanvasRenderingContext2D, row: number, box: Box, selected: readonly Area[], zoom: number): void {
  const isMarked = selected.some(({ top, bottom }) => row >= top && row <= bottom);
  paintHeading(context, String(row + 1), box, isMarked, zoom);
  if (!isMarked) return;
  context.fillStyle = gridColours.selection;
  context.fillRect(box.x + box.width - 2, box.y, 2, box.height);
}

/** The corner above the row numbers, which selects the whole sheet. */
export function paintCorner(context: CanvasRenderingContext2D, box: Box): void {
  paintHeading(context, "", box, false, 1);
  context.fillStyle = "#A19F9D";
  context.beginPath();
  context.moveTo(box.x + box.width - 5, box.y + box.height - 5);
  context.lineTo(box.x + box.width - 5, box.y + box.height - 15);
  context.lineTo(box.x + box.width - 15, box.y + box.height - 5);
  context.fill();
}

function paintHeading(context: CanvasRenderingContext2D, text: string, box: Box, isMarked: boolean, zoom: number): void {
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  context.fillStyle = isMarked ? headings.marked : headings.ground;
  context.fillRect(box.x, box.y, box.width, box.height);
  context.fillStyle = headings.line;
  context.fillRect(box.x + box.width - 1, box.y, 1, box.height);
  context.fillRect(box.x, box.y + box.height - 1, box.width, 1);
  context.fillStyle = isMarked ? gridColours.selection : headings.text;
  context.font = headings.font(zoom);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, box.x + box.width / 2, box.y + box.height / 2 + 1);
  context.restore();
}
