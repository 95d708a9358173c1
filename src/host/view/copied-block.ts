/** Cells copied or cut within the workbook: pasted with their formulas, moved along, and their formats. */
import { moveCells } from "../calc/move-cells";
import { moveFormula } from "../calc/shift-formula";
import { displayText } from "../calc/number-format";
import { assertUnlocked, styleNumber } from "../objects/cells";
import { Refusal } from "../objects/refusal";
import type { Session } from "../objects/session";
import { orConflict } from "../objects/structure-edit";
import { typedBeside } from "../objects/table-growth";
import { area as areaOf, columnCount, intersect, MAX_COLUMNS, MAX_ROWS, rowCount, type Area } from "../workbook/area";
import type { Cell, Sheet } from "../workbook/sheet";
import { toHtml } from "./clipboard-html";
import { toClipboard } from "./clipboard-text";

export interface CopiedBlock {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly isCut: boolean;
  /** As other programs are handed it: tab-separated text, and a table with its formats. */
  readonly text: string;
  readonly html: string;
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
  return { sheet, area, isCut, cells, text: toClipboard(texts), html: toHtml(cells, texts, sheet.workbook.styles) };
}

/**
 * Puts the block at a selection: once, or as often as it fits when the selection is a whole number of blocks. What was cut is moved.
 *
 * @param valuesOnly - results instead of formulas, and the formats that are there stay
 * @returns where it was put
 * @throws Refusal InvalidArgument past the sheet's edge, AccessDenied on protected cells, InsertDeleteConflict for what cannot be moved
 */
export function pasteBlock(session: Session, block: CopiedBlock, sheet: Sheet, selected: Area, valuesOnly = false): Area {
  const rows = rowCount(block.area);
  const columns = columnCount(block.area);
  const fills = !block.isCut && rowCount(selected) % rows === 0 && columnCount(selected) % columns === 0;
  const target = fills ? selected : areaOf(selected.top, selected.left, rows, columns);
  if (target.bottom >= MAX_ROWS || target.right >= MAX_COLUMNS) throw new Refusal("InvalidArgument", "The copied cells reach past the edge of the sheet.", 400);
  assertUnlocked(sheet, target);
  if (block.isCut) return move(session, block, sheet, target);
  sheet.write(target, "pasted", valuesOnly ? "content" : "both", (old, row, column) => {
    const cell = block.cells[(row - target.top) % rows]?.[(column - target.left) % columns];
    if (cell === undefined) throw new RangeError("The copied cells are gone.");
    if (valuesOnly) return { ...old, value: cell.value, formula: null, array: null, state: "live" };
    return placed(cell, block, row, column, row - target.top, column - target.left);
  });
  typedBeside(sheet, target, "pasted");
  session.settle();
  return target;
}

/** A copied formula counts from where it now stands. */
function placed(cell: Cell, block: CopiedBlock, row: number, column: number, down: number, across: number): Cell {
  if (cell.formula === null) return { ...cell, array: null };
  const from = { row: block.area.top + (down % rowCount(block.area)), column: block.area.left + (across % columnCount(block.area)) };
  return { ...cell, value: null, formula: moveFormula(cell.formula, row - from.row, column - from.column), array: null, state: "live" };
}

/** What was cut goes as it is now, and what refers to it goes along. */
function move(session: Session, block: CopiedBlock, sheet: Sheet, target: Area): Area {
  assertUnlocked(block.sheet, block.area);
  orConflict(() => moveCells(sheet.workbook, block.sheet, block.area, sheet, target, "pasted"));
  session.settle();
  return target;
}
