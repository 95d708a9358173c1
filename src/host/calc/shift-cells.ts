/** The cells themselves, moved when others are put in or taken out before them. */
import { contains } from "../workbook/area";
import { blankCell, type Cell, type Sheet } from "../workbook/sheet";
import { destination, isInsertion, isVertical, movingRegion, takesAfterPrevious, type CellShift } from "./cell-shift";
import { shiftArea } from "../workbook/shift-area";

interface Placed { readonly row: number; readonly column: number; readonly cell: Cell }

const keyOf = (row: number, column: number): number => row * 16_384 + column;

/** Moves the stored cells, and gives cells that were put in the look of their neighbours. Nobody is told: the caller tells of the whole. */
export function moveCells(shift: CellShift): void {
  const { sheet } = shift;
  takeBackSpills(shift);
  const region = movingRegion(shift);
  const before = new Map<number, Placed>();
  for (const [row, column, cell] of sheet.entries()) if (contains(region, row, column)) before.set(keyOf(row, column), { row, column, cell });
  const after = new Map<number, Placed>();
  for (const { row, column, cell } of before.values()) {
    const place = destination(shift, row, column);
    if (place !== null) after.set(keyOf(place.row, place.column), { ...place, cell: withReach(shift, cell) });
  }
  if (isInsertion(shift)) for (const placed of looks(shift)) after.set(keyOf(placed.row, placed.column), placed);
  for (const [key, { row, column, cell }] of before) if (!after.has(key)) replace(sheet, row, column, cell, blankCell);
  for (const [key, { row, column, cell }] of after) replace(sheet, row, column, before.get(key)?.cell ?? sheet.cell(row, column), cell);
}

function replace(sheet: Sheet, row: number, column: number, before: Cell, after: Cell): void {
  if (before === after) return;
  sheet.workbook.remember(sheet, row, column, before);
  sheet.put(row, column, after);
}

function withReach(shift: CellShift, cell: Cell): Cell {
  if (cell.array === null) return cell;
  const area = shiftArea(cell.array.area, shift.block, shift.direction);
  return area === null || area === cell.array.area ? cell : { ...cell, array: { ...cell.array, area } };
}

/**
 * A spilled result that the movement reaches is taken back to its first cell; calculation spreads it anew. None of it is
 * remembered for undoing: values that come back as a person's own would stand in the way of the result.
 */
function takeBackSpills(shift: CellShift): void {
  const { sheet } = shift;
  const region = movingRegion(shift);
  const anchors = [...sheet.entries()].filter(([, , cell]) => cell.array?.kind === "dynamic");
  for (const [row, column, cell] of anchors) {
    const reach = cell.array?.area;
    if (reach === undefined || (reach.top === reach.bottom && reach.left === reach.right)) continue;
    if (reach.bottom < region.top || reach.top > region.bottom || reach.right < region.left || reach.left > region.right) continue;
    for (let r = reach.top; r <= reach.bottom; r++) {
      for (let c = reach.left; c <= reach.right; c++) {
        const spilled = sheet.cell(r, c);
        if ((r !== row || c !== column) && spilled.formula === null) sheet.put(r, c, { ...spilled, value: null });
      }
    }
    sheet.put(row, column, { ...cell, array: { kind: "dynamic", area: { top: row, left: column, bottom: row, right: column } } });
  }
}

/** Blank cells for the block that look like the cells before them, or behind them at the head of a table. */
function looks(shift: CellShift): readonly Placed[] {
  const { sheet, block } = shift;
  const vertical = isVertical(shift);
  const placed: Placed[] = [];
  const lay = (row: number, column: number, style: number): void => { if (style !== 0) placed.push({ row, column, cell: { ...blankCell, style } }); };
  const [first, second] = vertical ? [block.top - 1, block.top] : [block.left - 1, block.left];
  for (const [row, column, cell] of sheet.entries()) {
    const along = vertical ? row : column;
    const inBand = vertical ? column >= block.left && column <= block.right : row >= block.top && row <= block.bottom;
    if (!inBand || (along !== first && along !== second)) continue;
    const previous = takesAfterPrevious(shift, row, column);
    const behind = !previous && isInTable(sheet, vertical ? block.top : row, vertical ? column : block.left);
    if (along === first ? !previous : !behind) continue;
    if (vertical) for (let r = block.top; r <= block.bottom; r++) lay(r, column, cell.style);
    else for (let c = block.left; c <= block.right; c++) lay(row, c, cell.style);
  }
  return placed;
}

const isInTable = (sheet: Sheet, row: number, column: number): boolean => {
  const table = sheet.tableAt(row, column);
  // Right at a table's upper edge the cells come before the table, and are none of it.
  return table !== null && (table.area.top < row || !table.headerRow);
};
