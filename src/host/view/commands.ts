/** What a person asks of the selected cells by key or menu, each a step that can be taken back. */
import { isWholeColumns, isWholeRows } from "../objects/cells";
import { areaName, MAX_COLUMNS, MAX_ROWS, type Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import { deleteAt, hideLines, insertAt } from "./change-lines";
import { fill } from "./fill";
import { setNumberFormat, toggleFont, type FontKey, type NumberKey } from "./format-cells";
import type { Hand } from "./hand";
import { areasOf, type Place } from "./moves";

export type Command =
  | FontKey | NumberKey
  | "fill-down" | "fill-right" | "insert" | "insert-rows" | "insert-columns" | "delete" | "delete-rows" | "delete-columns"
  | "hide-rows" | "hide-columns" | "show-rows" | "show-columns" | "clear" | "calculate" | "autosum";

/** Does the command on the selection; what is refused becomes a line for the person. */
export function runCommand(hand: Hand, command: Command): void {
  const { sheet, selection } = hand;
  const areas = areasOf(selection);
  const onOne = (work: (area: Area) => void): void => {
    if (areas.length > 1) hand.say("This cannot be done with several areas at once. Select one of them.");
    else hand.perform(() => work(selection.area));
  };
  switch (command) {
    case "bold": case "italic": case "underline": case "strike": return void hand.perform(() => toggleFont(sheet, areas, selection.active, command));
    case "general": case "number": case "time": case "date": case "currency": case "percent": case "scientific": return void hand.perform(() => setNumberFormat(sheet, areas, command));
    case "fill-down": return onOne((area) => fillFrom(hand, area, true));
    case "fill-right": return onOne((area) => fillFrom(hand, area, false));
    case "insert": return onOne((area) => insertAt(sheet, area));
    case "insert-rows": return onOne((area) => insertAt(sheet, wholeRows(area)));
    case "insert-columns": return onOne((area) => insertAt(sheet, wholeColumns(area)));
    case "delete": return onOne((area) => deleteAt(sheet, area));
    case "delete-rows": return onOne((area) => deleteAt(sheet, wholeRows(area)));
    case "delete-columns": return onOne((area) => deleteAt(sheet, wholeColumns(area)));
    case "hide-rows": case "hide-columns": return void hand.perform(() => hideLines(sheet, areas, command === "hide-rows" ? "rows" : "columns", true));
    case "show-rows": case "show-columns": return void hand.perform(() => hideLines(sheet, areas.map((area) => around(area)), command === "show-rows" ? "rows" : "columns", false));
    case "clear": return hand.clear();
    case "calculate": return void hand.perform(() => hand.session.calculate(false), () => false);
    case "autosum": return hand.begin("edit", sumAbove(sheet, selection.active));
  }
}

export const wholeRows = (area: Area): Area => ({ ...area, left: 0, right: MAX_COLUMNS - 1 });
export const wholeColumns = (area: Area): Area => ({ ...area, top: 0, bottom: MAX_ROWS - 1 });
/** Hidden lines at the very edge of a sheet can only be reached from the line beside them. */
const around = (area: Area): Area => ({ top: area.top === 1 ? 0 : area.top, left: area.left === 1 ? 0 : area.left, bottom: area.bottom, right: area.right });

/** Of one line alone, Ctrl+D and Ctrl+R take the line before it, as Excel does. */
function fillFrom({ session, sheet }: Hand, area: Area, isDown: boolean): void {
  const used = usedPart(sheet, area);
  if (isDown) {
    const top = used.top === used.bottom ? Math.max(0, used.top - 1) : used.top;
    return fill(session, sheet, { ...used, top, bottom: top }, { ...used, top }, false);
  }
  const left = used.left === used.right ? Math.max(0, used.left - 1) : used.left;
  fill(session, sheet, { ...used, left, right: left }, { ...used, left }, false);
}

/** Whole columns and rows are filled as far as the sheet is used. */
function usedPart(sheet: Sheet, area: Area): Area {
  const { extent } = sheet;
  return {
    ...area, ...(isWholeColumns(area) ? { bottom: Math.max(area.top, extent?.bottom ?? 0) } : {}), ...(isWholeRows(area) ? { right: Math.max(area.left, extent?.right ?? 0) } : {}),
  };
}

/** The numbers right above the cell, else those right before it. @example numbers in B2:B4, the cell B5 // => "=SUM(B2:B4)" */
function sumAbove(sheet: Sheet, { row, column }: Place): string {
  const isNumber = (at: number, across: number): boolean => at >= 0 && across >= 0 && typeof sheet.cell(at, across).value === "number";
  let [top, left] = [row, column];
  while (isNumber(top - 1, column)) top--;
  if (top < row) return `=SUM(${areaName({ top, bottom: row - 1, left: column, right: column })})`;
  while (isNumber(row, left - 1)) left--;
  return left < column ? `=SUM(${areaName({ top: row, bottom: row, left, right: column - 1 })})` : "=SUM()";
}

/** The block of filled cells round a place, up to blank rows and columns, as Ctrl+Shift+* selects it. */
export function regionAround(sheet: Sheet, { row, column }: Place): Area {
  let [top, bottom, left, right] = [row, row, column, column];
  const { extent } = sheet;
  const last = { row: extent?.bottom ?? 0, column: extent?.right ?? 0 };
  // Corners count: a block goes on where cells touch at a corner.
  const isRowFilled = (at: number): boolean => { for (let c = Math.max(0, left - 1); c <= Math.min(last.column, right + 1); c++) if (sheet.cell(at, c).value !== null) return true; return false; };
  const isColumnFilled = (at: number): boolean => { for (let r = Math.max(0, top - 1); r <= Math.min(last.row, bottom + 1); r++) if (sheet.cell(r, at).value !== null) return true; return false; };
  for (let size = -1; size !== bottom - top + right - left; ) {
    size = bottom - top + right - left;
    while (bottom < last.row && isRowFilled(bottom + 1)) bottom++;
    while (top > 0 && isRowFilled(top - 1)) top--;
    while (right < last.column && isColumnFilled(right + 1)) right++;
    while (left > 0 && isColumnFilled(left - 1)) left--;
  }
  return { top, left, bottom, right };
}
