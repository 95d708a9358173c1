/** A formula ready to run, with what it stands on. */
import type { Sheet } from "../workbook/sheet";
import { needsArrayForm } from "./array-form";
import { compile, singled } from "./evaluator";
import type { Operand, Scope } from "./operand";
import { parseFormula } from "./parse-formula";
import { Reads } from "./reads";

export type Run = (scope: Scope) => Operand;

export interface Compiled {
  readonly run: Run;
  readonly reads: Reads;
  /** The formula gives something else when it is worked out as a plain one. */
  readonly needsArrayForm: boolean;
  /** Levels of brackets. */
  readonly depth: number;
}

/** A cell that a formula's relative references count from. */
export interface CountsFrom { readonly row: number; readonly column: number }

/**
 * @param from - the cell in which the formula reads as it is written, when that is another: a rule's first cell
 * @param plain - take one cell of a range where one value is wanted: the one in line, as Excel before dynamic arrays did
 * @returns the formula (without "=") ready to run in its cell, or the parser's reason as text when it cannot be read
 */
export function compileFormula(formula: string, sheet: Sheet, row: number, column: number, from: CountsFrom = { row, column }, plain = false): Compiled | string {
  const tree = parseFormula(formula);
  if (typeof tree === "string") return tree;
  const reads = new Reads();
  const home = { sheet, row, column, down: row - from.row, right: column - from.column };
  const needed = needsArrayForm(tree, home);
  const inLine = plain && needed;
  const run = compile(tree, { home, locals: new Set(), opened: new Map(), reads, plain: inLine });
  return { run: inLine ? singled(run) : run, reads, needsArrayForm: needed, depth: bracketDepth(formula) };
}

function bracketDepth(formula: string): number {
  let [depth, deepest] = [0, 0];
  for (let i = 0; i < formula.length; i++) {
    const letter = formula.charCodeAt(i);
    if (letter === 40 && ++depth > deepest) deepest = depth;
    else if (letter === 41) depth -= 1;
  }
  return deepest;
}
