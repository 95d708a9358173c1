/** Finding values, and references made from numbers and text. */
import { MAX_COLUMNS, MAX_ROWS, columnName } from "../../workbook/area";
import { cellError, isError, type CellValue } from "../../workbook/values";
import { anything, arrayMatrix, arrayRange, define, defineLazy, integer, logical, matrix, number, omissible, optional, range, reference, text, type FunctionSpec, type Thunk } from "../function-spec";
import { Matrix, Reference, References, matrixOf, shapeOf, singleOf, type Operand, type Scope } from "../operand";
import { findExact, findNear, findX, lastNotAbove, type MatchMode, type SearchOrder } from "./find-value";
import { indirect } from "./indirect";

const missing = cellError("#N/A");
const bad = cellError("#VALUE!");
const gone = cellError("#REF!");

const firstColumns = new WeakMap<Matrix, readonly CellValue[]>();

/** The keys of a table, the same list every time for the same values, so that what is known of it is found again. */
function firstColumn(of: Matrix): readonly CellValue[] {
  if (of.columns === 1) return of.values;
  let column = firstColumns.get(of);
  if (column === undefined) firstColumns.set(of, (column = of.column(0)));
  return column;
}

const LIGHT = { countsSteps: true };

function match(wanted: CellValue, within: Matrix, kind: number, scope: Scope): CellValue {
  if (isError(wanted)) return wanted;
  if (within.rows > 1 && within.columns > 1) return missing;
  const place = kind === 0 ? findExact(wanted, within.values, scope.cells) : findNear(wanted, within.values, kind > 0, scope.cells);
  return place < 0 ? missing : place + 1;
}

function lookUpIn(wanted: CellValue, table: Matrix, place: number, near: boolean, down: boolean, scope: Scope): CellValue {
  if (isError(wanted)) return wanted;
  const keys = down ? firstColumn(table) : table.row(0);
  if (place < 1) return bad;
  if (place > (down ? table.columns : table.rows)) return gone;
  const found = near ? findNear(wanted, keys, true, scope.cells) : findExact(wanted, keys, scope.cells);
  if (found < 0) return missing;
  return down ? table.at(found, place - 1) : table.at(place - 1, found);
}

const tableLookup = (name: string, down: boolean): FunctionSpec =>
  define(name, [anything, matrix, integer, omissible(logical, true)], ([wanted, table, place, near], scope) => lookUpIn(wanted, table, place, near, down, scope), LIGHT);

/** LOOKUP takes from the result list, or from the last row or column of the table itself. */
function lookUp(wanted: CellValue, keys: Matrix, results: Matrix | undefined, scope: Scope): CellValue {
  if (isError(wanted)) return wanted;
  const across = keys.columns > keys.rows;
  const list = across ? keys.row(0) : firstColumn(keys);
  const found = lastNotAbove(wanted, list, scope.cells);
  if (found < 0) return missing;
  if (results !== undefined) return results.values[found] ?? missing;
  return across ? keys.at(keys.rows - 1, found) : keys.at(found, keys.columns - 1);
}

const orderOf = (given: number): SearchOrder | null => (given === 1 || given === -1 || given === 2 || given === -2 ? given : null);
const modeOf = (given: number): MatchMode | null => (given === 0 || given === -1 || given === 1 || given === 2 ? given : null);

function xLookup(given: readonly Thunk[], scope: Scope, count: number): Operand {
  const wanted = given[0]?.();
  const keys = given[1]?.();
  const many = wanted instanceof Matrix || (wanted instanceof Reference && !wanted.isOneCell) ? matrixOf(wanted, scope) : null;
  if (many !== null) return many.map((one) => singleOf(xLookup([() => one, () => keys, ...given.slice(2)], scope, count), scope));
  const key = singleOf(wanted, scope);
  if (isError(key)) return key;
  if (isError(keys)) return keys;
  const list = matrixOf(keys, scope);
  const mode = modeOf(Number(singleOf(given[4]?.() ?? 0, scope)));
  const order = orderOf(Number(singleOf(given[5]?.() ?? 1, scope)));
  if (mode === null || order === null || (list.rows > 1 && list.columns > 1)) return bad;
  const found = findX(key, list.values, mode, order, scope.cells);
  if (found < 0) {
    const otherwise = count > 3 ? given[3]?.() : undefined;
    return otherwise === undefined ? missing : otherwise;
  }
  return sliceAt(given[2]?.(), found, list.columns > 1, shapeOf(keys), scope);
}

/** The row, or column, of the results that belongs to the key found. */
function sliceAt(results: Operand, found: number, across: boolean, keys: { readonly rows: number; readonly columns: number }, scope: Scope): Operand {
  if (isError(results)) return results;
  const shape = shapeOf(results);
  if (across ? shape.columns !== keys.columns : shape.rows !== keys.rows) return bad;
  if (results instanceof Reference) {
    const { top, left, bottom, right } = results.area;
    return new Reference(results.sheet, across ? { top, bottom, left: left + found, right: left + found } : { left, right, top: top + found, bottom: top + found });
  }
  const values = matrixOf(results, scope);
  return across ? Matrix.down(values.column(found)) : new Matrix(1, values.columns, values.row(found));
}

/** A cell, row or column of a range or array; 0 stands for all of them. In a single row, one number counts along it. */
function index(from: Operand, first: number, second: number | undefined, part: number, scope: Scope): Operand {
  const source = from instanceof References ? from.list[part - 1] ?? gone : from;
  if (isError(source)) return source;
  const { rows, columns } = shapeOf(source);
  const along = second === undefined && rows === 1;
  const row = along ? 1 : first;
  const col = along ? first : second ?? (columns === 1 ? 1 : 0);
  if (row < 0 || col < 0) return bad;
  if (row > rows || col > columns) return gone;
  if (source instanceof Reference) {
    const { top, left, bottom, right } = source.area;
    return new Reference(source.sheet, {
      top: row === 0 ? top : top + row - 1, bottom: row === 0 ? bottom : top + row - 1,
      left: col === 0 ? left : left + col - 1, right: col === 0 ? right : left + col - 1,
    });
  }
  const values = matrixOf(source, scope);
  if (row > 0 && col > 0) return values.at(row - 1, col - 1);
  if (row > 0) return new Matrix(1, values.columns, values.row(row - 1));
  return col > 0 ? Matrix.down(values.column(col - 1)) : values;
}

function offset(from: Reference, down: number, right: number, height: number | undefined, width: number | undefined): Operand {
  const rows = height ?? from.rows;
  const columns = width ?? from.columns;
  if (rows === 0 || columns === 0) return gone;
  const [row, col] = [from.area.top + down, from.area.left + right];
  const area = {
    top: rows > 0 ? row : row + rows + 1, bottom: rows > 0 ? row + rows - 1 : row,
    left: columns > 0 ? col : col + columns + 1, right: columns > 0 ? col + columns - 1 : col,
  };
  return area.top < 0 || area.left < 0 || area.bottom >= MAX_ROWS || area.right >= MAX_COLUMNS ? gone : new Reference(from.sheet, area);
}

function address(row: number, col: number, kind: number, a1: boolean, sheet: string | undefined): CellValue {
  if (row < 1 || col < 1 || row > MAX_ROWS || col > MAX_COLUMNS || kind < 1 || kind > 4) return bad;
  const fixedRow = kind === 1 || kind === 2;
  const fixedColumn = kind === 1 || kind === 3;
  const place = a1 ? `${fixedColumn ? "$" : ""}${columnName(col - 1)}${fixedRow ? "$" : ""}${row}` : `R${fixedRow ? row : `[${row}]`}C${fixedColumn ? col : `[${col}]`}`;
  if (sheet === undefined) return place;
  const plain = /^[A-Za-z_][\w.]*$/.test(sheet) || sheet === "";
  return `${plain ? sheet : `'${sheet.replace(/'/g, "''")}'`}!${place}`;
}

/** ROW and COLUMN: the number of one cell, or all numbers of a range. */
function places(name: string, down: boolean): FunctionSpec {
  return define(name, [optional(reference)], ([of], scope) => {
    if (of === undefined) return (down ? scope.row : scope.column) + 1;
    const first = (down ? of.area.top : of.area.left) + 1;
    const count = down ? of.rows : of.columns;
    if (count === 1) return first;
    const numbers = Array.from({ length: Math.min(count, down ? MAX_ROWS : MAX_COLUMNS) }, (_, i) => first + i);
    return down ? Matrix.down(numbers) : new Matrix(1, numbers.length, numbers);
  }, { givesMany: true, countsSteps: true });
}

const size = (name: string, of: "rows" | "columns"): FunctionSpec =>
  define(name, [range], ([given]) => (isError(given) ? given : given instanceof References ? gone : shapeOf(given)[of]), LIGHT);

export const lookup: readonly FunctionSpec[] = [
  define("MATCH", [anything, matrix, omissible(number, 1)], ([wanted, within, kind], scope) => match(wanted, within, kind, scope), LIGHT),
  define("XMATCH", [anything, matrix, optional(integer, 0), optional(integer, 1)], ([wanted, within, given, way], scope) => {
    const [mode, order] = [modeOf(given), orderOf(way)];
    if (isError(wanted)) return wanted;
    if (mode === null || order === null || (within.rows > 1 && within.columns > 1)) return bad;
    const place = findX(wanted, within.values, mode, order, scope.cells);
    return place < 0 ? missing : place + 1;
  }, LIGHT),
  tableLookup("VLOOKUP", true), tableLookup("HLOOKUP", false),
  define("LOOKUP", [anything, arrayMatrix, optional(arrayMatrix)], ([wanted, keys, results], scope) => lookUp(wanted, keys, results, scope), LIGHT),
  defineLazy("XLOOKUP", [anything, range, range, optional(range), optional(integer, 0), optional(integer, 1)], xLookup, { givesMany: true }),
  define("INDEX", [arrayRange, optional(integer, 0), optional(integer), optional(integer, 1)], ([from, first, second, part], scope) => index(from, first, second, part, scope), LIGHT),
  define("OFFSET", [reference, integer, integer, optional(integer), optional(integer)], ([from, down, right, height, width]) => offset(from, down, right, height, width), { volatile: true, givesMany: true, countsSteps: true }),
  define("INDIRECT", [text, omissible(logical, true)], ([place, a1], scope) => indirect(place, a1, scope), { volatile: true, givesMany: true }),
  define("ADDRESS", [integer, integer, optional(integer, 1), omissible(logical, true), optional(text)], ([row, col, kind, a1, sheet]) => address(row, col, kind, a1, sheet)),
  places("ROW", true), places("COLUMN", false), size("ROWS", "rows"), size("COLUMNS", "columns"),
  define("AREAS", [range], ([given]) => (given instanceof References ? given.list.length : given instanceof Reference ? 1 : isError(given) ? given : bad), LIGHT),
  define("HYPERLINK", [text, optional(anything)], ([link, shown]) => (shown === undefined ? link : shown)),
  define("FORMULATEXT", [reference], ([of]) => {
    const { formula } = of.sheet.cell(of.area.top, of.area.left);
    return formula === null ? missing : `=${formula}`;
  }),
];
