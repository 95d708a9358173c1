/** Functions that give arrays: filters, sorting, stacking, and those that run a LAMBDA over one. */
import { cellError, isError, type CellError, type CellValue } from "../../workbook/values";
import { compareForSort, sameValue, toLogical } from "../coerce";
import { anything, define, integer, lambda, logical, matrix, number, omissible, optional, range, repeated, type FunctionSpec } from "../function-spec";
import { Matrix, matrixOf, shapeOf, singleOf, type Lambda, type Operand, type Scope } from "../operand";
import { listed, matricesOf, numbersOf, sumOf } from "./arguments";

const MANY = { givesMany: true };
const nothing = cellError("#CALC!");
const bad = cellError("#VALUE!");
const MOST_CELLS = 10_000_000;

const orNothing = (rows: readonly (readonly CellValue[])[]): Matrix | CellError => (rows.length === 0 || rows[0]?.length === 0 ? nothing : Matrix.of(rows));
export const turned = (of: Matrix): Matrix => {
  const values: CellValue[] = [];
  for (let c = 0; c < of.columns; c++) for (let r = 0; r < of.rows; r++) values.push(of.at(r, c));
  return new Matrix(of.columns, of.rows, values);
};

function filter(from: Matrix, keep: Matrix, otherwise: Operand): Operand {
  const across = keep.rows === 1 && keep.columns === from.columns && !(keep.columns === 1 && from.rows === 1);
  if (!across && (keep.columns !== 1 || keep.rows !== from.rows)) return bad;
  const source = across ? turned(from) : from;
  const rows: (readonly CellValue[])[] = [];
  for (let i = 0; i < source.rows; i++) {
    const wanted = toLogical(keep.values[i] ?? null);
    if (isError(wanted)) return wanted;
    if (wanted) rows.push(source.row(i));
  }
  if (rows.length === 0) return otherwise === undefined ? nothing : otherwise;
  return across ? turned(Matrix.of(rows)) : Matrix.of(rows);
}

type Key = { readonly values: readonly CellValue[]; readonly direction: number };

/** The rows in the order of the keys; equal ones stay as they were, blanks go last in either direction. */
function inOrder(rows: readonly (readonly CellValue[])[], keys: readonly Key[]): (readonly CellValue[])[] {
  const order = rows.map((_, i) => i).sort((a, b) => {
    for (const { values, direction } of keys) {
      const [x, y] = [values[a] ?? null, values[b] ?? null];
      const outcome = compareForSort(x, y);
      if (outcome !== 0) return x === null || y === null ? outcome : outcome * direction;
    }
    return a - b;
  });
  return order.map((i) => rows[i] ?? []);
}

/** What sorting costs: every row is compared some times. */
const sortingSteps = (rows: number): number => 4 * rows * Math.log2(rows + 1);

function sort(from: Matrix, by: Matrix, orders: Matrix, across: boolean, scope: Scope): Operand {
  scope.cells.spend(sortingSteps(across ? from.columns : from.rows));
  const source = across ? turned(from) : from;
  const keys: Key[] = [];
  for (let i = 0; i < by.values.length; i++) {
    const [place, direction] = [by.values[i], orders.values[orders.values.length === 1 ? 0 : i]];
    if (typeof place !== "number" || place < 1 || place > source.columns || (direction !== 1 && direction !== -1)) return bad;
    keys.push({ values: source.column(Math.trunc(place) - 1), direction });
  }
  const sorted = Matrix.of(inOrder(source.toRows(), keys));
  return across ? turned(sorted) : sorted;
}

function sortBy(from: Matrix, groups: readonly Operand[], scope: Scope): Operand {
  scope.cells.spend(sortingSteps(Math.max(from.rows, from.columns)));
  const keys: Key[] = [];
  let across = false;
  for (let i = 0; i < groups.length; i += 2) {
    const by = matrixOf(groups[i], scope);
    const direction = groups[i + 1] === undefined ? 1 : singleOf(groups[i + 1], scope);
    if (direction !== 1 && direction !== -1) return isError(direction) ? direction : bad;
    across = by.rows === 1 && by.columns === from.columns && from.columns > 1;
    if (!across && (by.columns !== 1 || by.rows !== from.rows)) return bad;
    keys.push({ values: by.values, direction });
  }
  const sorted = Matrix.of(inOrder((across ? turned(from) : from).toRows(), keys));
  return across ? turned(sorted) : sorted;
}

function unique(from: Matrix, across: boolean, once: boolean): Operand {
  const rows = (across ? turned(from) : from).toRows();
  const same = (a: readonly CellValue[], b: readonly CellValue[]): boolean => a.every((value, i) => sameValue(value, b[i] ?? null));
  const groups = new Map<string, { readonly row: readonly CellValue[]; count: number }[]>();
  const order: { readonly row: readonly CellValue[]; count: number }[] = [];
  for (const row of rows) {
    const bucket = groups.get(rowKey(row)) ?? [];
    groups.set(rowKey(row), bucket);
    const known = bucket.find((one) => same(one.row, row));
    if (known) known.count += 1;
    else {
      const fresh = { row, count: 1 };
      bucket.push(fresh);
      order.push(fresh);
    }
  }
  const kept = orNothing(order.filter(({ count }) => !once || count === 1).map(({ row }) => row));
  return isError(kept) || !across ? kept : turned(kept);
}

const rowKey = (row: readonly CellValue[]): string => row.map((value) => (typeof value === "number" ? value.toPrecision(15) : typeof value === "string" ? `t${value.toLowerCase()}` : String(value))).join("\u0000");

function sequence(rows: number, columns: number, start: number, step: number): Operand {
  if (rows < 1 || columns < 1) return rows < 0 || columns < 0 ? bad : nothing;
  if (rows * columns > MOST_CELLS) return cellError("#NUM!");
  return new Matrix(rows, columns, Array.from({ length: rows * columns }, (_, i) => start + i * step));
}

function expanded(from: Matrix, rows: number, columns: number, pad: CellValue, scope: Scope): Matrix | CellError {
  if (rows < from.rows || columns < from.columns) return bad;
  if (rows * columns > MOST_CELLS) return cellError("#NUM!");
  scope.cells.spend(rows * columns);
  return new Matrix(rows, columns, Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    return row < from.rows && column < from.columns ? from.values[row * from.columns + column] ?? null : pad;
  }));
}

/** Side by side or under one another; where one is shorter, #N/A. */
function stacked(parts: readonly Matrix[], down: boolean): Matrix {
  const sources = down ? parts : parts.map(turned);
  const width = Math.max(...sources.map((part) => part.columns));
  const rows = sources.flatMap((part) => part.toRows().map((row) => Array.from({ length: width }, (_, i) => (i < row.length ? row[i] ?? null : cellError("#N/A")))));
  return down ? Matrix.of(rows) : turned(Matrix.of(rows));
}

function part(from: Matrix, rows: number | undefined, columns: number | undefined, take: boolean): Operand {
  const ends = (count: number | undefined, size: number): readonly [number, number] => {
    if (count === undefined) return [0, size];
    const cut = Math.min(Math.abs(count), size);
    if (take) return count >= 0 ? [0, cut] : [size - cut, size];
    return count >= 0 ? [cut, size] : [0, size - cut];
  };
  const [top, bottom] = ends(rows, from.rows);
  const [left, right] = ends(columns, from.columns);
  return orNothing(from.toRows().slice(top, bottom).map((row) => row.slice(left, right)));
}

function chosen(from: Matrix, places: readonly Operand[], scope: Scope): Matrix | CellError {
  const rows: (readonly CellValue[])[] = [];
  for (const place of places.flatMap((one) => [...matrixOf(one, scope).values])) {
    if (typeof place !== "number" || place === 0 || Math.abs(place) > from.rows) return bad;
    rows.push(from.row(place > 0 ? place - 1 : from.rows + place));
  }
  return orNothing(rows);
}

/** TOCOL and TOROW: 1 leaves blanks out, 2 errors, 3 both. */
function strung(from: Matrix, leave: number, byColumn: boolean): readonly CellValue[] {
  return (byColumn ? turned(from) : from).values.filter((value) => !((leave % 2 === 1 && value === null) || (leave >= 2 && isError(value))));
}

/** WRAPROWS and WRAPCOLS. */
function wrapped(from: Matrix, width: number, pad: CellValue): Matrix | CellError {
  if (from.rows > 1 && from.columns > 1) return bad;
  if (width < 1) return cellError("#NUM!");
  const rows: CellValue[][] = [];
  for (let i = 0; i < from.values.length; i += width) rows.push(Array.from({ length: width }, (_, k) => (i + k < from.values.length ? from.values[i + k] ?? null : pad)));
  return Matrix.of(rows);
}

/** One value for each; an array in an array is #CALC!. */
function applied(made: Lambda, given: readonly Operand[], scope: Scope): CellValue {
  const result = made.apply(given);
  const { rows, columns } = shapeOf(result);
  return rows * columns > 1 ? nothing : singleOf(result, scope);
}
const rowsOf = (from: Matrix): readonly Matrix[] => from.toRows().map((row) => new Matrix(1, row.length, row));

/** MAP: the last argument is the function, those before it are laid over each other. */
function mapped(operands: readonly Operand[], scope: Scope): Operand {
  const made = operands[operands.length - 1];
  if (!isLambda(made)) return bad;
  const parts = operands.slice(0, -1).map((one) => matrixOf(one, scope));
  const rows = Math.max(...parts.map((one) => one.rows));
  const columns = Math.max(...parts.map((one) => one.columns));
  const values: CellValue[] = [];
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) values.push(applied(made, parts.map((one) => one.at(r, c)), scope));
  return new Matrix(rows, columns, values);
}
const isLambda = (operand: Operand): operand is Lambda => typeof operand === "object" && operand !== null && "apply" in operand;

export const arrays: readonly FunctionSpec[] = [
  define("FILTER", [matrix, matrix, optional(range)], ([from, keep, otherwise]) => filter(from, keep, otherwise), MANY),
  define("SORT", [matrix, optional(matrix, new Matrix(1, 1, [1])), optional(matrix, new Matrix(1, 1, [1])), omissible(logical, false)], ([from, by, orders, across], scope) => sort(from, by, orders, across, scope), MANY),
  define("SORTBY", [matrix, repeated([range])], ([from, groups], scope) => sortBy(from, listed(groups), scope), MANY),
  define("UNIQUE", [matrix, omissible(logical, false), omissible(logical, false)], ([from, across, once]) => unique(from, across, once), MANY),
  define("SEQUENCE", [optional(integer, 1), optional(integer, 1), optional(number, 1), optional(number, 1)], ([rows, columns, start, step]) => sequence(rows, columns, start, step), MANY),
  define("RANDARRAY", [optional(integer, 1), optional(integer, 1), optional(number, 0), optional(number, 1), omissible(logical, false)], ([rows, columns, low, high, whole], scope) => {
    const blank = sequence(rows, columns, 0, 0);
    return blank instanceof Matrix ? blank.map(() => (whole ? low + Math.floor(scope.cells.random() * (high - low + 1)) : low + scope.cells.random() * (high - low))) : blank;
  }, { ...MANY, volatile: true }),
  define("TRANSPOSE", [matrix], ([from]) => turned(from), MANY),
  define("VSTACK", [repeated([range])], ([groups], scope) => stacked(listed(groups).flatMap((one) => matricesOf(one, scope)), true), MANY),
  define("HSTACK", [repeated([range])], ([groups], scope) => stacked(listed(groups).flatMap((one) => matricesOf(one, scope)), false), MANY),
  define("EXPAND", [matrix, optional(integer), optional(integer), optional(anything, cellError("#N/A"))], ([from, rows, columns, pad], scope) => expanded(from, rows ?? from.rows, columns ?? from.columns, pad, scope), MANY),
  define("PERCENTOF", [range, range], ([piece, whole], scope) => {
    const [some, all] = [numbersOf([piece], scope), numbersOf([whole], scope)];
    if (isError(some)) return some;
    if (isError(all)) return all;
    return sumOf(all) === 0 ? cellError("#DIV/0!") : sumOf(some) / sumOf(all);
  }),
  define("TAKE", [matrix, optional(integer), optional(integer)], ([from, rows, columns]) => part(from, rows, columns, true), MANY),
  define("DROP", [matrix, optional(integer), optional(integer)], ([from, rows, columns]) => part(from, rows, columns, false), MANY),
  define("CHOOSEROWS", [matrix, repeated([range])], ([from, groups], scope) => chosen(from, listed(groups), scope), MANY),
  define("CHOOSECOLS", [matrix, repeated([range])], ([from, groups], scope) => {
    const picked = chosen(turned(from), listed(groups), scope);
    return isError(picked) ? picked : turned(picked);
  }, MANY),
  define("TOCOL", [matrix, optional(integer, 0), omissible(logical, false)], ([from, leave, byColumn]) => orNothing(strung(from, leave, byColumn).map((value) => [value])), MANY),
  define("TOROW", [matrix, optional(integer, 0), omissible(logical, false)], ([from, leave, byColumn]) => orNothing([strung(from, leave, byColumn)]), MANY),
  define("WRAPROWS", [matrix, integer, optional(range)], ([from, width, pad], scope) => wrapped(from, width, pad === undefined ? cellError("#N/A") : singleOf(pad, scope)), MANY),
  define("WRAPCOLS", [matrix, integer, optional(range)], ([from, width, pad], scope) => {
    const rows = wrapped(from, width, pad === undefined ? cellError("#N/A") : singleOf(pad, scope));
    return isError(rows) ? rows : turned(rows);
  }, MANY),
  define("MAP", [repeated([range], 2)], ([groups], scope) => mapped(listed(groups), scope), MANY),
  define("REDUCE", [optional(range), matrix, lambda], ([start, from, made]) => from.values.reduce<Operand>((total, value) => made.apply([total ?? 0, value]), start), MANY),
  define("SCAN", [optional(range), matrix, lambda], ([start, from, made], scope) => {
    let total: Operand = start ?? 0;
    return from.map((value) => (total = applied(made, [total, value], scope)));
  }, MANY),
  define("BYROW", [matrix, lambda], ([from, made], scope) => Matrix.down(rowsOf(from).map((row) => applied(made, [row], scope))), MANY),
  define("BYCOL", [matrix, lambda], ([from, made], scope) => turned(Matrix.down(rowsOf(turned(from)).map((column) => applied(made, [turned(column)], scope)))), MANY),
  define("MAKEARRAY", [integer, integer, lambda], ([rows, columns, made], scope) => {
    const blank = sequence(rows, columns, 0, 0);
    return blank instanceof Matrix ? new Matrix(rows, columns, blank.values.map((_, i) => applied(made, [Math.floor(i / columns) + 1, (i % columns) + 1], scope))) : blank;
  }, MANY),
];
