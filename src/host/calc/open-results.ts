/** The results that a person should not take for calculated ones: which cells, and why, in words. */
import { cellName } from "../workbook/area";
import type { FormulaCell } from "./formula-cell";

/**
 * What stands in the cell:
 * - `kept`: the file's value, and nothing that it is made from has changed;
 * - `out-of-date`: the file's value, or one made from such a value, and something that it is made from has changed;
 * - `circular`: 0, since the formula stands on itself;
 * - `error`: an error in place of a result.
 */
export type Standing = "kept" | "out-of-date" | "circular" | "error";

export interface OpenResult {
  readonly sheet: string;
  readonly cell: string;
  /** Without "=". */
  readonly formula: string;
  readonly standing: Standing;
  /** A sentence. */
  readonly says: string;
}

export function openResult(cell: FormulaCell): OpenResult {
  const standing = standingOf(cell);
  return { sheet: cell.sheet.name, cell: cellName(cell.row, cell.column), formula: cell.formula, standing, says: sentence(cell, standing) };
}

function standingOf(cell: FormulaCell): Standing {
  if (cell.circular) return "circular";
  const isOpen = cell.unsupported !== null || cell.stopped !== null;
  if (isOpen && !cell.keepsFileValue) return "error";
  return cell.stale ? "out-of-date" : "kept";
}

function sentence(cell: FormulaCell, standing: Standing): string {
  if (standing === "circular") return "The formula stands on itself, and shows 0.";
  const why = cell.unsupported ?? cell.stopped;
  if (why === null) return "The result stands on a value that may be out of date.";
  const ending = { kept: "the file's own value is kept", "out-of-date": "the file's own value is kept, and may be out of date since what it stands on has changed", error: "the cell shows an error" }[standing];
  return `Not worked out, because ${why}; ${ending}.`;
}
