/** What a formula works with while it runs: values, matrices of values, references, and functions made by LAMBDA. */
import { columnCount, rowCount, type Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import { cellError, type CellValue } from "../workbook/values";
import type { Workbook } from "../workbook/workbook";

/** A rectangle of values. Reading past one row or one column repeats it, as Excel does when shapes differ; past anything else is #N/A. */
export class Matrix {
  constructor(readonly rows: number, readonly columns: number, readonly values: readonly CellValue[]) {}

  at(row: number, column: number): CellValue {
    const r = this.rows === 1 ? 0 : row;
    const c = this.columns === 1 ? 0 : column;
    return r < this.rows && c < this.columns ? this.values[r * this.columns + c] ?? null : cellError("#N/A");
  }
  row(row: number): readonly CellValue[] { return this.values.slice(row * this.columns, (row + 1) * this.columns); }
  column(column: number): readonly CellValue[] { return Array.from({ length: this.rows }, (_, row) => this.at(row, column)); }
  toRows(): readonly (readonly CellValue[])[] { return Array.from({ length: this.rows }, (_, row) => this.row(row)); }
  map(change: (value: CellValue) => CellValue): Matrix { return new Matrix(this.rows, this.columns, this.values.map(change)); }

  /** @param rows - all of one length, at least one */
  static of(rows: readonly (readonly CellValue[])[]): Matrix {
    return new Matrix(rows.length, rows[0]?.length ?? 0, rows.flat());
  }
  /** One column of values. */
  static down(values: readonly CellValue[]): Matrix { return new Matrix(values.length, 1, values); }
}

/** A rectangle on a sheet, not read yet. */
export class Reference {
  constructor(readonly sheet: Sheet, readonly area: Area) {}
  get rows(): number { return rowCount(this.area); }
  get columns(): number { return columnCount(this.area); }
  get isOneCell(): boolean { return this.area.top === this.area.bottom && this.area.left === this.area.right; }
}

/** Several rectangles, as the union operator makes. */
export class References {
  constructor(readonly list: readonly Reference[]) {}
}

/** A function made by LAMBDA, with the names it was made among. */
export class Lambda {
  constructor(readonly parameters: readonly string[], readonly apply: (given: readonly Operand[]) => Operand) {}
}

/** `undefined` is an argument left empty: `IF(A1,,2)`. */
export type Operand = CellValue | Matrix | Reference | References | Lambda | undefined;

/** Where cells are read from while formulas run. */
export interface CellSource {
  readonly workbook: Workbook;
  /** The cell's value, worked out first where it is out of date. */
  valueAt(sheet: Sheet, row: number, column: number): CellValue;
  /** The values of a reference; a whole column or row is cut off where the workbook's last cell is. */
  matrixOf(reference: Reference): Matrix;
  /** The area that the formula in a cell fills, or null when it fills only itself. */
  spillOf(sheet: Sheet, row: number, column: number): Area | null;
  /** Works out a formula given as text at a place, as INDIRECT and defined names need. */
  evaluateText(formula: string, scope: Scope): Operand;
  /** Counts work, so that a formula without end is stopped. @throws NotWorkedOut when it was too much */
  spend(steps: number): void;
  /** How many values a reference has, with whole columns and rows cut off. */
  sizeOf(reference: Reference): number;
  now(): Date;
  /** At least 0 and less than 1. */
  random(): number;
}

export type Locals = ReadonlyMap<string, Operand>;

/** The cell that a formula is worked out for. */
export interface Scope {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly cells: CellSource;
  readonly locals: Locals | null;
}

/** A reference is read, a union is #VALUE!; anything else stays as it is. An empty argument counts as blank. */
export function valueOf(operand: Operand, scope: Scope): CellValue | Matrix | Lambda {
  if (operand instanceof Reference) {
    const { top, left } = operand.area;
    return operand.isOneCell ? scope.cells.valueAt(operand.sheet, top, left) : scope.cells.matrixOf(operand);
  }
  if (operand instanceof References) return cellError("#VALUE!");
  return operand === undefined ? null : operand;
}

/** One value: the top left of a matrix. */
export function singleOf(operand: Operand, scope: Scope): CellValue {
  const value = valueOf(operand, scope);
  if (value instanceof Matrix) return value.at(0, 0);
  return value instanceof Lambda ? cellError("#CALC!") : value;
}

/** Any operand as a matrix. */
export function matrixOf(operand: Operand, scope: Scope): Matrix {
  if (operand instanceof Reference) return scope.cells.matrixOf(operand);
  const value = valueOf(operand, scope);
  if (value instanceof Matrix) return value;
  return new Matrix(1, 1, [value instanceof Lambda ? cellError("#CALC!") : value]);
}

/** The rows and columns of an operand before whole columns are cut off. */
export function shapeOf(operand: Operand): { readonly rows: number; readonly columns: number } {
  if (operand instanceof Reference || operand instanceof Matrix) return { rows: operand.rows, columns: operand.columns };
  return { rows: 1, columns: 1 };
}
