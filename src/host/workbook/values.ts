/** What a cell can hold. Blank is `null`, never an empty string: Excel tells the two apart, and so do the rules that stand on it. */

/** The error values of a worksheet. */
export type ErrorCode =
  | "#NULL!" | "#DIV/0!" | "#VALUE!" | "#REF!" | "#NAME?" | "#NUM!" | "#N/A" | "#GETTING_DATA" | "#SPILL!" | "#CALC!" | "#BLOCKED!" | "#BUSY!" | "#CONNECT!" | "#FIELD!" | "#UNKNOWN!";

/** An error as a value; one shared instance per code, so `===` compares. Made only by `cellError`. */
export class CellError {
  constructor(readonly code: ErrorCode) {}
  toString(): string { return this.code; }
}

const known = new Map<string, CellError>();

/** The one instance for a code. @example cellError("#N/A") === cellError("#N/A") // => true */
export function cellError(code: ErrorCode): CellError {
  let error = known.get(code);
  if (error === undefined) known.set(code, (error = Object.freeze(new CellError(code))));
  return error;
}

export type CellValue = null | number | string | boolean | CellError;

export function isError(value: unknown): value is CellError {
  return value instanceof CellError;
}
