/**
 * Formulas that a file states once for many cells: the same formula, moved from its first cell. Files have hundreds of thousands of such
 * cells, so the formula is taken apart once and only its references are written anew for each.
 */
import { tokenize, translateFormulaToA1, translateFormulaToR1C1 } from "@borgar/fx";
import { cellName, columnIndex, columnName, MAX_COLUMNS, MAX_ROWS } from "../workbook/area";
import { FileProblem } from "./file-problem";
import { fileLimits } from "./limits";

/** A column or row of a reference: where it stands, or how far from the formula's cell when it moves with it. */
interface Step { readonly axis: "row" | "column"; readonly moves: boolean; readonly at: number }

/** A formula in pieces: text that stays, and steps of references. */
type Piece = string | Step;

interface Group {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
  readonly pieces: readonly Piece[] | null;
  /** What writing it once more takes, in characters of plain text. */
  readonly work: number;
}
/** A piece takes as long as some characters, a formula that has to be read again far longer (measured). */
const WORK_OF_PIECE = 10;
const WORK_OF_READING = 50;

export class SharedFormulas {
  private readonly byIndex = new Map<string, Group>();
  private done = 0;
  /** @param most - work over all cells, in characters of plain text */
  constructor(private readonly most = fileLimits.sharedFormulas) {}

  /** Keeps the formula of a group's first cell. */
  state(index: string, formula: string, row: number, column: number): void {
    const pieces = piecesOf(formula, row, column);
    const work = formula.length + (pieces === null ? formula.length * WORK_OF_READING : pieces.length * WORK_OF_PIECE);
    this.byIndex.set(index, { formula, row, column, pieces, work });
  }

  /**
   * The formula for another cell of the group, or null for a group that was never stated.
   *
   * @throws FileProblem too-big, where a long formula stands for so many cells that no computer could hold them
   */
  at(index: string, row: number, column: number): string | null {
    const group = this.byIndex.get(index);
    if (group === undefined) return null;
    this.done += group.work;
    if (this.done > this.most) throw new FileProblem("too-big", "long formulas that are shared by too many cells");
    return (group.pieces === null ? null : moved(group.pieces, row, column)) ?? movedByParser(group, row, column);
  }
}

/** Over the sheet's edge a reference comes in again on the other side, which the parser sees to. */
function movedByParser({ formula, row, column }: Group, toRow: number, toColumn: number): string {
  return translateFormulaToA1(translateFormulaToR1C1(formula, cellName(row, column)), cellName(toRow, toColumn));
}

/** Null where a reference would go over the sheet's edge. */
function moved(pieces: readonly Piece[], row: number, column: number): string | null {
  let text = "";
  for (const piece of pieces) {
    if (typeof piece === "string") { text += piece; continue; }
    const isRow = piece.axis === "row";
    const place = piece.moves ? piece.at + (isRow ? row : column) : piece.at;
    if (place < 0 || place >= (isRow ? MAX_ROWS : MAX_COLUMNS)) return null;
    text += (piece.moves ? "" : "$") + (isRow ? String(place + 1) : columnName(place));
  }
  return text;
}

const REFERENCE = /^(.*!)?(?:(\$?[A-Z]{1,3})(\$?\d{1,7})(?::(\$?[A-Z]{1,3})(\$?\d{1,7}))?|(\$?[A-Z]{1,3}):(\$?[A-Z]{1,3})|(\$?\d{1,7}):(\$?\d{1,7}))$/s;

/** Null for a formula with references of other forms, or whose corners might change places on the way. */
function piecesOf(formula: string, row: number, column: number): readonly Piece[] | null {
  const pieces: Piece[] = [];
  for (const token of tokenize(formula, { withLocation: false, mergeRefs: true })) {
    if (!token.type.startsWith("range") || token.type === "range_named") { pieces.push(token.value); continue; }
    const parts = REFERENCE.exec(token.value);
    if (parts === null) return null;
    const [, before = "", ...corners] = parts;
    const steps = corners.flatMap((corner) => (corner === undefined ? [] : [stepOf(corner, row, column)]));
    if (!inOrder(steps)) return null;
    pieces.push(before);
    const last = steps.length === 2 && steps[0]?.axis === steps[1]?.axis ? 0 : 1;
    steps.forEach((step, index) => pieces.push(step, ...(index === last && index < steps.length - 1 ? [":"] : [])));
  }
  return pieces;
}

function stepOf(corner: string, row: number, column: number): Step {
  const moves = !corner.startsWith("$");
  const name = moves ? corner : corner.slice(1);
  const isRow = /\d/.test(name);
  const place = isRow ? Number(name) - 1 : columnIndex(name);
  return { axis: isRow ? "row" : "column", moves, at: moves ? place - (isRow ? row : column) : place };
}

/** Whether both corners of an area move alike and stand in order, so that they do so wherever the formula goes. */
function inOrder(steps: readonly Step[]): boolean {
  return (["row", "column"] as const).every((axis) => {
    const [first, second] = steps.filter((step) => step.axis === axis);
    return first === undefined || second === undefined || (first.moves === second.moves && first.at <= second.at);
  });
}
