/** Tables when cells are put in or taken out: they move, grow, lose rows or columns, or go. */
import { intersect, type Area } from "../workbook/area";
import { within } from "../workbook/areas";
import type { Cause } from "../workbook/change";
import type { Table, TableColumn } from "../workbook/features";
import { blankCell, type Sheet } from "../workbook/sheet";
import { shiftArea } from "../workbook/shift-area";
import type { Workbook } from "../workbook/workbook";
import { isInsertion, isVertical, shiftSize, type CellShift } from "./cell-shift";
import { loseTable, withoutTableColumns } from "./shift-formula";

/** Before cells are taken out: references to the tables and columns that go with them become `#REF!`. */
export function loseTables(workbook: Workbook, shift: CellShift, cause: Cause): void {
  for (const table of shift.sheet.get("tables")) {
    if (within(table.area, shift.block)) loseTable(workbook, table, cause);
    else if (shift.direction === "left" && intersect(table.area, shift.block) !== null) {
      const gone = table.columns.filter((_column, index) => isInBlock(table, index, shift.block));
      withoutTableColumns(workbook, table, new Set(gone.map((column) => column.name.toLowerCase())), cause);
    }
  }
}

const isInBlock = (table: Table, index: number, block: Area): boolean => table.area.left + index >= block.left && table.area.left + index <= block.right;

/** After the cells moved. */
export function moveTables(shift: CellShift, cause: Cause): void {
  const { sheet } = shift;
  const before = sheet.get("tables");
  const after = before.flatMap((table) => {
    const moved = movedTable(table, shift);
    return moved === null ? [] : [moved];
  });
  if (after.length !== before.length || after.some((table, index) => table !== before[index])) sheet.set("tables", after, cause);
}

function movedTable(table: Table, shift: CellShift): Table | null {
  if (!isInsertion(shift) && within(table.area, shift.block)) return null;
  const area = shiftArea(table.area, shift.block, shift.direction);
  if (area === null) return null;
  if (area.top === table.area.top && area.bottom === table.area.bottom && area.left === table.area.left && area.right === table.area.right) return table;
  if (isVertical(shift)) return withRows(table, area, shift);
  if (area.right - area.left === table.area.right - table.area.left) return { ...table, area };
  return isInsertion(shift) ? widened(table, area, shift) : narrowed(table, area, shift);
}

function withRows(table: Table, area: Area, shift: CellShift): Table {
  const losesTotals = shift.direction === "up" && table.totalsRow && table.area.bottom >= shift.block.top && table.area.bottom <= shift.block.bottom;
  const totalsRow = table.totalsRow && !losesTotals;
  const least = (table.headerRow ? 1 : 0) + 1 + (totalsRow ? 1 : 0);
  if (area.bottom - area.top + 1 >= least) return { ...table, area, totalsRow };
  return { ...table, area: { ...area, bottom: area.top + least - 1 }, totalsRow };
}

/** A sort that went by a column's place is forgotten when columns go. */
function narrowed({ sort: _sort, ...table }: Table, area: Area, shift: CellShift): Table {
  const columns = table.columns.filter((_column, index) => !isInBlock(table, index, shift.block));
  const filters = table.filters?.filter(({ column }) => columns.some(({ id }) => id === column));
  return { ...table, area, columns, ...(filters === undefined ? {} : { filters }) };
}

/** New columns are called "Column1" and so on, in their header cells too. */
function widened({ sort: _sort, ...table }: Table, area: Area, shift: CellShift): Table {
  const taken = new Set(table.columns.map((column) => column.name.toLowerCase()));
  const index = shift.block.left - table.area.left;
  let id = Math.max(0, ...table.columns.map((column) => column.id));
  const made: TableColumn[] = [];
  for (let n = 1; made.length < shiftSize(shift); n++) {
    const name = `Column${n}`;
    if (taken.has(name.toLowerCase())) continue;
    made.push({ id: ++id, name, formula: null, totalsFunction: null, totalsLabel: null });
  }
  if (table.headerRow) made.forEach((column, place) => writeHeader(shift.sheet, area.top, shift.block.left + place, column.name));
  return { ...table, area, columns: [...table.columns.slice(0, index), ...made, ...table.columns.slice(index)] };
}

function writeHeader(sheet: Sheet, row: number, column: number, name: string): void {
  const before = sheet.cell(row, column);
  sheet.workbook.remember(sheet, row, column, before);
  sheet.put(row, column, { ...blankCell, style: before.style, value: name });
}
