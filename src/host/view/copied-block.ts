/** Cells copied or cut within the workbook: pasted with their formulas, moved along, and their formats. */
import { moveFormula } from "../calc/shift-formula";
import { displayText } from "../calc/number-format";
import { assertUnlocked, styleNumber } from "../objects/cells";
import { Refusal } from "../objects/refusal";
import type { Session } from "../objects/session";
import { typedBeside } from "../objects/table-growth";
import { area as areaOf, columnCount, intersect, MAX_COLUMNS, MAX_ROWS, rowCount, type Area } from "../workbook/area";
import type { Cell, Sheet } from "../workbook/sheet";
import { toClipboard } from "./clipboard-text";

export interface CopiedBlock {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly isCut: boolean;
  /** As other programs are handed it. */
  readonly text: string;
  readonly cells: readonly (readonly Cell[])[];
}

/** Takes the cells as they are now. Of whole columns and rows, what is used. */
export function copyBlock(sheet: Sheet, selected: Area, isCut: boolean): CopiedBlock {
  const isWhole = rowCount(selected) === MAX_ROWS || columnCount(selected) === MAX_COLUMNS;
  const area = isWhole && sheet.extent !== null ? intersect(selected, sheet.extent) ?? areaOf(selected.top, selected.left) : selected;
  const cells: Cell[][] = [];
  const texts: string[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const line: Cell[] = [];
    const words: string[] = [];
    for (let column = area.left; column <= area.right; column++) {
      const cell = { ...sheet.cell(row, column), style: styleNumber(sheet, row, column) };
      line.push(cell);
      words.push(displayText(cell.value, sheet.workbook.styles.at(cell.style).numberFormat, sheet.workbook.date1904).text);
    }
    cells.push(line);
    texts.push(words);
  }
  return { sheet, area, isCut, cells, text: toClipboard(texts) };
}

/**
 * Puts the block at a selection: once, or as often as it fits when the selection is a whole number of blocks. What was cut is emptied.
 *
 * @returns where it was put
 * @throws Refusal InvalidArgument past the sheet's edge, AccessDenied on protected cells
 */
export function pasteBlock(session: Session, block: CopiedBlock, sheet: Sheet, selected: Area): Area {
  const rows = rowCount(block.area);
  const columns = columnCount(block.area);
  const fills = !block.isCut && rowCount(selected) % rows === 0 && columnCount(selected) % columns === 0;
  const target = fills ? selected : areaOf(selected.top, selected.left, rows, columns);
  if (target.bottom >= MAX_ROWS || target.right >= MAX_COLUMNS) throw new Refusal("InvalidArgument", "The copied cells reach past the edge of the sheet.", 400);
  assertUnlocked(sheet, target);
  if (block.isCut) empty(block);
  sheet.write(target, "pasted", "both", (_old, row, column) => {
    const cell = block.cells[(row - target.top) % rows]?.[(column - target.left) % columns];
    if (cell === undefined) throw new RangeError("The copied cells are gone.");
    return placed(cell, block, row, column, row - target.top, column - target.left);
  });
  typedBeside(sheet, target, "pasted");
  session.settle();
  return target;
}

/** The cell at its new place. Moved cells keep their formulas as they are; copied ones count from where they now stand. */
function placed(cell: Cell, block: CopiedBlock, row: number, column: number, down: number, across: number): Cell {
  if (cell.formula === null || block.isCut) return { ...cell, array: null };
  const from = { row: block.area.top + (down % rowCount(block.area)), column: block.area.left + (across % columnCount(block.area)) };
  return { ...cell, value: null, formula: moveFormula(cell.formula, row - from.row, column - from.column), array: null, state: "live" };
}

function empty({ sheet, area }: CopiedBlock): void {
  assertUnlocked(sheet, area);
  sheet.write(area, "pasted", "content", (cell) => (cell.value === null && cell.formula === null ? cell : { ...cell, value: null, formula: null, array: null, state: "live" }));
}
