/** One sheet as a picture in the making: every cell's look worked out once and kept until the workbook changes, and what runs over from a neighbour. */
import type { Area } from "../workbook/area";
import type { HighlightsOf } from "../calc/highlight";
import type { Sheet } from "../workbook/sheet";
import { cellLook, type CellLook } from "./cell-look";
import { cssFont, type Measure } from "./fonts";
import { positionOf, type Layout } from "./layout";
import { mergeAt } from "./merge-index";
import { TEXT_MARGIN } from "./row-heights";

const INDENT_PIXELS = 9;
/** Text is looked for this many columns away before a blank cell is taken to be empty of it. */
const FARTHEST_RUN = 40;

/** Text of another cell that runs into this one. */
export interface RunOver { readonly column: number; readonly look: CellLook }

export class GridPicture {
  private readonly looks = new Map<number, CellLook>();

  constructor(readonly sheet: Sheet, readonly measure: Measure, private readonly highlightsOf: HighlightsOf, readonly layout: Layout) {}

  look(row: number, column: number): CellLook {
    const key = row * 16_384 + column;
    let look = this.looks.get(key);
    if (look === undefined) this.looks.set(key, (look = cellLook(this.sheet, row, column, this.highlightsOf)));
    return look;
  }

  font(look: CellLook): string {
    return cssFont(look.font, this.layout.zoom, this.measure);
  }

  mergeAt(row: number, column: number): Area | null { return mergeAt(this.sheet, row, column); }

  /** Pixels that a cell's text and its margins take on one line. */
  textWidth(look: CellLook): number {
    return this.measure(look.text, this.font(look)) + this.indent(look) + 2 * TEXT_MARGIN * this.layout.zoom;
  }

  indent(look: CellLook): number {
    return look.indent * INDENT_PIXELS * this.layout.zoom;
  }

  /** Whether the text may run over blank neighbours, as Excel lets text (not figures) do. */
  mayRunOver(row: number, column: number, look: CellLook): boolean {
    return look.text !== "" && !look.isFigure && !look.wrap && look.rotation === 0 && !look.shrink && look.horizontal !== "fill" && this.mergeAt(row, column) === null;
  }

  /** The text that runs into a blank cell from a neighbour in its row, or null. */
  runOver(row: number, column: number): RunOver | null {
    if (!this.isBlank(row, column)) return null;
    return this.runFrom(row, column, -1) ?? this.runFrom(row, column, 1);
  }

  /** Whether a cell's text goes on past its right edge into the next cell. */
  runsPastRight(row: number, column: number): boolean {
    const { columns } = this.layout;
    const next = columns.shown[positionOf(columns, column) + 1];
    if (next === undefined || !this.isBlank(row, next)) return false;
    const over = this.runOver(row, next);
    if (over === null) return false;
    const own = this.look(row, column);
    return over.column <= column || own.text === "";
  }

  private runFrom(row: number, column: number, step: 1 | -1): RunOver | null {
    for (let other = column + step, looked = 0; other >= 0 && looked < FARTHEST_RUN; other += step, looked++) {
      if (this.isBlank(row, other)) continue;
      const look = this.look(row, other);
      return this.mayRunOver(row, other, look) && this.reaches(look, other, column) ? { column: other, look } : null;
    }
    return null;
  }

  /** Whether the text of the cell in `from` reaches into the column `to`. */
  private reaches(look: CellLook, from: number, to: number): boolean {
    const { starts, sizes, shown } = this.layout.columns;
    const at = positionOf(this.layout.columns, from);
    const target = positionOf(this.layout.columns, to);
    if (shown[at] !== from || shown[target] !== to) return false;
    const beyond = this.textWidth(look) - (sizes[at] ?? 0);
    if (beyond <= 0) return false;
    const toTheRight = look.horizontal === "left" ? beyond : look.horizontal === "center" ? beyond / 2 : 0;
    const toTheLeft = look.horizontal === "right" ? beyond : look.horizontal === "center" ? beyond / 2 : 0;
    return to > from ? (starts[at + 1] ?? 0) + toTheRight > (starts[target] ?? 0) : (starts[at] ?? 0) - toTheLeft < (starts[target + 1] ?? 0);
  }

  private isBlank(row: number, column: number): boolean {
    const cell = this.sheet.stored(row, column);
    return (cell === null || (cell.value === null && cell.formula === null)) && this.mergeAt(row, column) === null;
  }
}
