/** What functions over many arguments read: every value of ranges, arrays and single values, by Excel's rules for each. */
import { cellError, isError, type CellError, type CellValue } from "../../workbook/values";
import { toNumber } from "../coerce";
import { Matrix, Reference, References, type Operand, type Scope } from "../operand";

export type Group<T> = readonly [T];

/** The arguments of a function whose only parameter is repeated. */
export const listed = <T>(groups: readonly (readonly [T])[]): T[] => groups.map(([one]) => one);

export interface Counting {
  /** AVERAGEA and its kin: in ranges, text counts 0 and truth values 0 or 1. */
  readonly textCounts?: boolean;
  readonly skipErrors?: boolean;
}

/**
 * The numbers that SUM and its kin work on: in ranges and arrays only numbers; given directly also truth values and text that reads as a number.
 * @returns the first error met, unless errors are skipped
 */
export function numbersOf(operands: readonly Operand[], scope: Scope, counting: Counting = {}): number[] | CellError {
  const numbers: number[] = [];
  for (const operand of operands) {
    if (operand instanceof Reference || operand instanceof References || operand instanceof Matrix) {
      for (const matrix of matricesOf(operand, scope)) {
        const failed = addMany(numbers, matrix, counting);
        if (failed !== null) return failed;
      }
      continue;
    }
    const read = addOne(numbers, operand, counting);
    if (read !== null) return read;
  }
  return numbers;
}

function addMany(numbers: number[], matrix: Matrix, { textCounts = false, skipErrors = false }: Counting): CellError | null {
  for (const value of matrix.values) {
    if (typeof value === "number") numbers.push(value);
    else if (value === null) continue;
    else if (isError(value)) {
      if (!skipErrors) return value;
    } else if (textCounts) numbers.push(value === true ? 1 : 0);
  }
  return null;
}

function addOne(numbers: number[], operand: Operand, { skipErrors = false }: Counting): CellError | null {
  if (operand === undefined) {
    numbers.push(0);
    return null;
  }
  const number = isScalar(operand) ? toNumber(operand) : cellError("#VALUE!");
  if (!isError(number)) numbers.push(number);
  else if (!skipErrors) return number;
  return null;
}

export const isScalar = (operand: Operand): operand is CellValue =>
  operand === null || typeof operand === "number" || typeof operand === "string" || typeof operand === "boolean" || isError(operand);

/** The matrices that an operand is made of; a single value is a matrix of one. */
export function matricesOf(operand: Operand, scope: Scope): readonly Matrix[] {
  if (operand instanceof Matrix) return [operand];
  if (operand instanceof Reference) return [scope.cells.matrixOf(operand)];
  if (operand instanceof References) return operand.list.map((reference) => scope.cells.matrixOf(reference));
  return [new Matrix(1, 1, [isScalar(operand) ? operand : null])];
}

/** True where Excel takes an argument's values as cells', not as written in the formula. */
export const isMany = (operand: Operand): boolean => operand instanceof Matrix || operand instanceof Reference || operand instanceof References;

/** Runs `work` on the numbers of the arguments, or gives back the error among them. */
export function onNumbers(operands: readonly Operand[], scope: Scope, work: (numbers: readonly number[]) => CellValue, counting?: Counting): CellValue {
  const numbers = numbersOf(operands, scope, counting);
  return isError(numbers) ? numbers : work(numbers);
}

export function sumOf(numbers: readonly number[]): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

export const meanOf = (numbers: readonly number[]): number | CellError => (numbers.length === 0 ? cellError("#DIV/0!") : sumOf(numbers) / numbers.length);

export const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

const sortedValues = new WeakMap<Matrix, readonly number[] | CellError>();

/** As `onNumbers`, with the numbers in rising order: sorted once for a range that many formulas ask of. */
export function onSorted(operand: Operand, scope: Scope, work: (sorted: readonly number[]) => CellValue): CellValue {
  const matrix = operand instanceof Reference && !operand.isOneCell ? scope.cells.matrixOf(operand) : operand;
  if (!(matrix instanceof Matrix)) return onNumbers([operand], scope, (numbers) => work(ascending(numbers)));
  let sorted = sortedValues.get(matrix);
  if (sorted === undefined) {
    scope.cells.spend(matrix.values.length * 4);
    const numbers = numbersOf([matrix], scope);
    sortedValues.set(matrix, (sorted = isError(numbers) ? numbers : ascending(numbers)));
  }
  return isError(sorted) ? sorted : work(sorted);
}

/** How many of rising numbers are less than one. */
export function countBelow(sorted: readonly number[], x: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
