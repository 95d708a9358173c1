/** Ranges without the blank rows and columns at their edges: TRIMRANGE, and the dots of `A1.:.A100`. */
import { parseA1Ref } from "@borgar/fx";
import { cellError, type CellError, type CellValue } from "../../workbook/values";
import { define, integer, optional, range, type FunctionSpec } from "../function-spec";
import { Matrix, Reference, matrixOf, type Scope } from "../operand";

/** 0 leaves the edges, 1 takes the leading blank ones away, 2 the trailing ones, 3 both. */
export type Edges = 0 | 1 | 2 | 3;

const DOTS: Readonly<Record<string, Edges>> = { head: 1, tail: 2, both: 3 };

/** @returns null for a reference without dots */
export function trimmedEdges(text: string): Edges | null {
  if (!text.includes(".:") && !text.includes(":.")) return null;
  const parsed = parseA1Ref(text);
  return parsed !== undefined && "range" in parsed ? DOTS[parsed.range.trim ?? ""] ?? null : null;
}

interface Kept { readonly top: number; readonly left: number; readonly rows: number; readonly columns: number }

function kept(values: Matrix, ofRows: Edges, ofColumns: Edges): Kept | null {
  let [top, bottom, left, right] = [values.rows, -1, values.columns, -1];
  values.values.forEach((value: CellValue, i) => {
    if (value === null) return;
    const [row, column] = [Math.floor(i / values.columns), i % values.columns];
    [top, bottom, left, right] = [Math.min(top, row), Math.max(bottom, row), Math.min(left, column), Math.max(right, column)];
  });
  if (bottom < 0) return null;
  const [t, b] = [ofRows % 2 === 1 ? top : 0, ofRows >= 2 ? bottom : values.rows - 1];
  const [l, r] = [ofColumns % 2 === 1 ? left : 0, ofColumns >= 2 ? right : values.columns - 1];
  return { top: t, left: l, rows: b - t + 1, columns: r - l + 1 };
}

/** @returns #REF! where nothing is left (assumed: a reference to no cells) */
export function withoutBlankEdges(of: Reference, ofRows: Edges, ofColumns: Edges, scope: Scope): Reference | CellError {
  const values = matrixOf(of, scope);
  scope.cells.spend(values.values.length);
  const part = kept(values, ofRows, ofColumns);
  if (part === null) return cellError("#REF!");
  const { sheet, area } = of;
  const [top, left] = [area.top + part.top, area.left + part.left];
  // What lies behind the cells that are read is blank: it stays only where trailing edges do.
  const bottom = ofRows >= 2 ? top + part.rows - 1 : area.bottom;
  const right = ofColumns >= 2 ? left + part.columns - 1 : area.right;
  return new Reference(sheet, { top, left, bottom, right });
}

const edgesOf = (given: number): Edges | null => (given === 0 || given === 1 || given === 2 || given === 3 ? given : null);

export const trimRange: readonly FunctionSpec[] = [
  define("TRIMRANGE", [range, optional(integer, 3), optional(integer, 3)], ([from, rows, columns], scope) => {
    const [ofRows, ofColumns] = [edgesOf(rows), edgesOf(columns)];
    if (ofRows === null || ofColumns === null) return cellError("#VALUE!");
    if (from instanceof Reference) return withoutBlankEdges(from, ofRows, ofColumns, scope);
    const values = matrixOf(from, scope);
    const part = kept(values, ofRows, ofColumns);
    if (part === null) return cellError("#REF!");
    return new Matrix(part.rows, part.columns, Array.from({ length: part.rows * part.columns }, (_, i) => values.at(part.top + Math.floor(i / part.columns), part.left + (i % part.columns))));
  }, { givesMany: true }),
];
