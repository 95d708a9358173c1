/** Paints one cell of the grid on a canvas: fill, gridlines, bar, text (its own, a merged one's or a neighbour's that runs over), lines and selection. */
import { contains, MAX_COLUMNS, MAX_ROWS, type Area } from "../workbook/area";
import type { Border } from "../workbook/style";
import type { CellLook } from "./cell-look";
import { wrapText } from "./fonts";
import type { GridPicture } from "./grid-picture";
import { PIXELS_PER_POINT, startOf } from "./layout";
import { TEXT_MARGIN } from "./row-heights";

export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export interface GridColours { readonly ground: string; readonly gridline: string; readonly text: string; readonly link: string; readonly selection: string; readonly selected: string }

export const gridColours: GridColours = { ground: "#FFFFFF", gridline: "#E1E1E1", text: "#000000", link: "#0563C1", selection: "#12436D", selected: "rgba(18, 67, 109, 0.10)" };

/** What is selected on the sheet, and the cell in it that typing goes to. */
export interface Selected { readonly area: Area; readonly active: { readonly row: number; readonly column: number }; readonly others?: readonly Area[] }

/**
 * Paints the cell inside its box and nowhere else.
 * @param box - canvas pixels
 */
export function paintCell(context: CanvasRenderingContext2D, picture: GridPicture, row: number, column: number, box: Box, selected: Selected | null): void {
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  const merge = picture.mergeAt(row, column);
  const look = merge === null ? picture.look(row, column) : picture.look(merge.top, merge.left);
  const whole = merge === null ? box : mergedBox(picture, merge, row, column, box);
  context.fillStyle = look.fill ?? gridColours.ground;
  context.fillRect(box.x, box.y, box.width, box.height);
  if (picture.sheet.get("gridlines") && look.fill === null) paintGridlines(context, picture, row, column, box, merge);
  if (look.bar !== null) paintBar(context, look.bar.share, look.bar.colour, whole);
  if (look.text !== "" || look.sign !== null) paintText(context, picture, look, whole, merge === null && picture.mayRunOver(row, column, look));
  else paintRunOver(context, picture, row, column, box);
  if (look.filterButton !== null) paintFilterButton(context, box, picture.layout.zoom, look.filterButton === "on");
  paintBorders(context, picture, row, column, box);
  if (selected !== null) paintSelection(context, selected, row, column, box, merge);
  context.restore();
}

/** The merged cells' whole box, placed so that this cell shows its own part of it. */
function mergedBox(picture: GridPicture, merge: Area, row: number, column: number, box: Box): Box {
  const { columns, rows } = picture.layout;
  return {
    x: box.x - (startOf(columns, column) - startOf(columns, merge.left)),
    y: box.y - (startOf(rows, row) - startOf(rows, merge.top)),
    width: startOf(columns, merge.right + 1) - startOf(columns, merge.left),
    height: startOf(rows, merge.bottom + 1) - startOf(rows, merge.top),
  };
}

function paintGridlines(context: CanvasRenderingContext2D, picture: GridPicture, row: number, column: number, box: Box, merge: Area | null): void {
  context.fillStyle = gridColours.gridline;
  const isInnerRight = merge !== null && column < merge.right;
  const isInnerBottom = merge !== null && row < merge.bottom;
  if (!isInnerRight && !picture.runsPastRight(row, column)) context.fillRect(box.x + box.width - 1, box.y, 1, box.height);
  if (!isInnerBottom) context.fillRect(box.x, box.y + box.height - 1, box.width, 1);
}

function paintBar(context: CanvasRenderingContext2D, share: number, colour: string, box: Box): void {
  context.fillStyle = colour;
  context.fillRect(box.x + 2, box.y + 2, Math.max(0, (box.width - 5) * Math.min(1, share)), box.height - 5);
}

function paintRunOver(context: CanvasRenderingContext2D, picture: GridPicture, row: number, column: number, box: Box): void {
  const over = picture.runOver(row, column);
  if (over === null) return;
  const { columns } = picture.layout;
  const x = box.x - (startOf(columns, column) - startOf(columns, over.column));
  paintText(context, picture, over.look, { ...box, x, width: startOf(columns, over.column + 1) - startOf(columns, over.column) }, true);
}

function paintText(context: CanvasRenderingContext2D, picture: GridPicture, asked: CellLook, box: Box, mayRunOver: boolean): void {
  const { zoom } = picture.layout;
  const look = fitted(picture, asked, box);
  const margin = TEXT_MARGIN * zoom;
  const font = picture.font(look);
  context.font = font;
  context.textBaseline = "middle";
  context.fillStyle = look.font.colour ?? (look.isLink ? gridColours.link : gridColours.text);
  if (look.sign !== null) paintSign(context, look, box, margin, zoom);
  if (look.rotation !== 0) return paintTurned(context, look, box, margin);
  const signRoom = look.sign === null ? 0 : look.font.size * PIXELS_PER_POINT * zoom;
  const room = box.width - 2 * margin - picture.indent(look) - signRoom;
  const lines = look.wrap ? wrapText(look.text, room, font, picture.measure) : [oneLine(picture, look, font, room, mayRunOver)];
  const lineHeight = look.font.size * PIXELS_PER_POINT * zoom * 1.25;
  const height = lines.length * lineHeight;
  const top = look.vertical === "top" || height > box.height ? box.y + 1 : look.vertical === "bottom" ? box.y + box.height - height - 1 : box.y + (box.height - height) / 2;
  lines.forEach((line, index) => paintLine(context, picture, look, line, box, top + (index + 0.5) * lineHeight, signRoom));
}

function paintLine(context: CanvasRenderingContext2D, picture: GridPicture, look: CellLook, line: string, box: Box, y: number, signRoom: number): void {
  const margin = TEXT_MARGIN * picture.layout.zoom;
  const indent = picture.indent(look);
  const width = context.measureText(line).width;
  const left = box.x + margin + signRoom + (look.horizontal === "right" ? 0 : indent);
  const right = box.x + box.width - margin - 1 - indent - width;
  const x = look.horizontal === "right" ? right : look.horizontal === "center" ? box.x + signRoom + (box.width - signRoom - width) / 2 : left;
  context.textAlign = "left";
  context.fillText(line, x, y);
  const size = look.font.size * PIXELS_PER_POINT * picture.layout.zoom;
  const thickness = Math.max(1, Math.round(size / 16));
  if (look.font.underline !== "None" || look.isLink) context.fillRect(x, Math.round(y + size * 0.42), width, thickness);
  if (look.font.underline.startsWith("Double")) context.fillRect(x, Math.round(y + size * 0.42) + 2 * thickness, width, thickness);
  if (look.font.strike) context.fillRect(x, Math.round(y), width, thickness);
}

/** Points: below this nobody can read it. */
const SMALLEST = 4;

/** The look with letters as small as the cell asks for, where shrinking to fit was chosen. */
function fitted(picture: GridPicture, look: CellLook, box: Box): CellLook {
  const wanted = look.shrink ? picture.textWidth(look) : 0;
  if (wanted <= box.width) return look;
  const taken = wanted - picture.measure(look.text, picture.font(look));
  const size = Math.max(SMALLEST, look.font.size * Math.max(0, (box.width - taken) / (wanted - taken)));
  return { ...look, isFigure: false, font: { ...look.font, size } };
}

/** The text as it fits on one line: figures lose decimals or turn into ####, "fill" repeats, line breaks do not show. */
function oneLine(picture: GridPicture, look: CellLook, font: string, room: number, mayRunOver: boolean): string {
  const text = look.text.replaceAll(/\r\n|\r|\n/g, " ");
  const width = picture.measure(text, font);
  if (look.horizontal === "fill" && width > 0) return text.repeat(Math.max(1, Math.floor(room / width)));
  if (width <= room + 2 || mayRunOver || !look.isFigure) return text;
  if (look.general !== null) {
    for (let digits = 10; digits >= 0; digits--) {
      const shorter = String(Number(look.general.toFixed(digits)));
      if (picture.measure(shorter, font) <= room + 2) return shorter;
    }
  }
  return "#".repeat(Math.max(1, Math.floor(room / picture.measure("#", font))));
}

function paintTurned(context: CanvasRenderingContext2D, look: CellLook, box: Box, margin: number): void {
  context.save();
  const width = context.measureText(look.text).width;
  const along = Math.abs(Math.sin((look.rotation * Math.PI) / 180)) * width;
  const y = look.vertical === "top" ? box.y + margin + along / 2 : look.vertical === "middle" ? box.y + box.height / 2 : box.y + box.height - margin - along / 2;
  context.translate(box.x + box.width / 2, y);
  context.rotate((-look.rotation * Math.PI) / 180);
  context.textAlign = "center";
  context.fillText(look.text, 0, 0);
  context.restore();
}

function paintSign(context: CanvasRenderingContext2D, look: CellLook, box: Box, margin: number, zoom: number): void {
  if (look.sign === null) return;
  const text = context.fillStyle;
  context.fillStyle = look.sign.colour;
  context.textAlign = "left";
  const half = (look.font.size * PIXELS_PER_POINT * zoom * 1.25) / 2;
  context.fillText(look.sign.glyph, box.x + margin, look.vertical === "bottom" ? box.y + box.height - half - 1 : box.y + box.height / 2);
  context.fillStyle = text;
}

/** The button's place in its cell, in pixels. */
export function filterButtonBox(box: Box, zoom: number): Box {
  const size = Math.min(16 * zoom, box.height - 4);
  return { x: box.x + box.width - size - 3, y: box.y + box.height - size - 3, width: size, height: size };
}

/** An arrow; a funnel where the column is filtered. */
function paintFilterButton(context: CanvasRenderingContext2D, cell: Box, zoom: number, isOn: boolean): void {
  const { x, y, width: size } = filterButtonBox(cell, zoom);
  context.fillStyle = "#FFFFFF";
  context.fillRect(x, y, size, size);
  context.strokeStyle = "#8A8886";
  context.lineWidth = 1;
  context.strokeRect(x + 0.5, y + 0.5, size - 1, size - 1);
  context.fillStyle = isOn ? gridColours.selection : "#3D3D3D";
  const points = isOn ? [[0.18, 0.22], [0.82, 0.22], [0.58, 0.52], [0.58, 0.82], [0.42, 0.72], [0.42, 0.52]] as const : [[0.25, 0.38], [0.75, 0.38], [0.5, 0.68]] as const;
  context.beginPath();
  for (const [across, down] of points) context.lineTo(x + size * across, y + size * down);
  context.fill();
}

/** Lines lie on a cell's right and bottom edge; the neighbour's left and top lines are the same lines. */
function paintBorders(context: CanvasRenderingContext2D, picture: GridPicture, row: number, column: number, box: Box): void {
  const own = picture.look(row, column).borders;
  const { columns, rows } = picture.layout;
  const right = own.right ?? picture.look(row, Math.min(column + 1, (columns.shown.at(-1) ?? column))).borders.left;
  const bottom = own.bottom ?? picture.look(Math.min(row + 1, rows.shown.at(-1) ?? row), column).borders.top;
  if (right !== undefined) paintEdge(context, right, box.x + box.width - 1, box.y, "down", box.height);
  if (bottom !== undefined) paintEdge(context, bottom, box.x, box.y + box.height - 1, "across", box.width);
  if (own.left !== undefined && column === 0) paintEdge(context, own.left, box.x, box.y, "down", box.height);
  if (own.top !== undefined && row === 0) paintEdge(context, own.top, box.x, box.y, "across", box.width);
}

const DASHES: { readonly [line in Border["line"]]?: readonly number[] } = {
  Hair: [1, 1], Dash: [3, 2], Dot: [1, 2], DashDot: [5, 2, 1, 2], DashDotDot: [5, 2, 1, 2, 1, 2], MediumDash: [5, 3], MediumDashDot: [7, 3, 2, 3], MediumDashDotDot: [7, 3, 2, 3, 2, 3], SlantDashDot: [7, 3, 2, 3],
};

function paintEdge(context: CanvasRenderingContext2D, border: Border, x: number, y: number, direction: "down" | "across", length: number): void {
  const thickness = border.line === "Thick" || border.line === "Double" ? 3 : border.line.startsWith("Medium") || border.line === "SlantDashDot" ? 2 : 1;
  context.strokeStyle = border.colour ?? "#000000";
  context.lineWidth = border.line === "Double" ? 1 : thickness;
  context.setLineDash([...(DASHES[border.line] ?? [])]);
  const offsets = border.line === "Double" ? [0.5, -1.5] : [1 - thickness / 2];
  for (const offset of offsets) {
    context.beginPath();
    context.moveTo(direction === "down" ? x + offset : x, direction === "down" ? y : y + offset);
    context.lineTo(direction === "down" ? x + offset : x + length, direction === "down" ? y + length : y + offset);
    context.stroke();
  }
  context.setLineDash([]);
}

/** A tint over what is selected, none over the active cell, a frame along the outer edges, and the handle that fills at the corner. */
function paintSelection(context: CanvasRenderingContext2D, { area, active, others = [] }: Selected, row: number, column: number, box: Box, merge: Area | null): void {
  const areas = [...others, area].filter((one) => contains(one, row, column));
  const isActive = merge === null ? row === active.row && column === active.column : contains(merge, active.row, active.column);
  if (!isActive) {
    context.fillStyle = gridColours.selected;
    for (let layer = 0; layer < areas.length; layer++) context.fillRect(box.x, box.y, box.width, box.height);
  }
  context.fillStyle = gridColours.selection;
  const thickness = others.length === 0 ? 2 : 1;
  for (const one of areas) paintFrame(context, one, row, column, box, thickness);
  if (others.length > 0 && isActive) paintFrame(context, merge ?? { top: row, left: column, bottom: row, right: column }, row, column, box, 1);
  if (others.length > 0 || row !== area.bottom || column !== area.right || area.bottom === MAX_ROWS - 1 || area.right === MAX_COLUMNS - 1) return;
  context.fillStyle = gridColours.ground;
  context.fillRect(box.x + box.width - HANDLE - 1, box.y + box.height - HANDLE - 1, HANDLE + 1, HANDLE + 1);
  context.fillStyle = gridColours.selection;
  context.fillRect(box.x + box.width - HANDLE, box.y + box.height - HANDLE, HANDLE, HANDLE);
}

/** Pixels of the handle's side. */
const HANDLE = 6;

function paintFrame(context: CanvasRenderingContext2D, area: Area, row: number, column: number, box: Box, thickness: number): void {
  if (row === area.top) context.fillRect(box.x, box.y, box.width, thickness);
  if (row === area.bottom) context.fillRect(box.x, box.y + box.height - thickness, box.width, thickness);
  if (column === area.left) context.fillRect(box.x, box.y, thickness, box.height);
  if (column === area.right) context.fillRect(box.x + box.width - thickness, box.y, thickness, box.height);
}
