/** Arithmetic, powers, logarithms, trigonometry, and chance. */
import { cellError, isError, type CellError, type CellValue } from "../../workbook/values";
import { tidyNumber } from "../coerce";
import { arrayMatrix, define, integer, number, omissible, optional, range, repeated, type FunctionSpec } from "../function-spec";
import { Matrix, type Scope } from "../operand";
import { listed, onNumbers } from "./arguments";
import { ceiling, floor, mathMultiple, roundAway, roundHalfUp, roundToMultiple, roundToZero } from "./rounding";

const num = (value: number | CellError): CellValue => (isError(value) ? value : tidyNumber(value));
const one = (name: string, work: (x: number) => number | CellError): FunctionSpec => define(name, [number], ([x]) => num(work(x)));
const two = (name: string, work: (x: number, y: number) => number | CellError): FunctionSpec => define(name, [number, number], ([x, y]) => num(work(x, y)));

const positive = (x: number, result: number): number | CellError => (x > 0 ? result : cellError("#NUM!"));
const invalid = cellError("#NUM!");

export function remainder(x: number, by: number): number | CellError {
  if (by === 0) return cellError("#DIV/0!");
  const rest = x - by * Math.floor(x / by);
  // 1 mod 0.1 is 0, though in binary it falls just short of 0.1.
  const near = Math.abs(rest) < Math.abs(by) * 1e-12 || Math.abs(Math.abs(rest) - Math.abs(by)) < Math.abs(by) * 1e-12;
  return near && !Number.isInteger(x) || near && !Number.isInteger(by) ? 0 : rest;
}

function power(base: number, exponent: number): number | CellError {
  if (base === 0 && exponent === 0) return invalid;
  return base === 0 && exponent < 0 ? cellError("#DIV/0!") : base ** exponent;
}

function combinations(n: number, k: number): number | CellError {
  if (n < 0 || k < 0 || k > n) return invalid;
  const picked = Math.min(k, n - k);
  let result = 1;
  // What is beyond the largest number stays there.
  for (let i = 1; i <= picked && Number.isFinite(result); i++) result = (result * (n - picked + i)) / i;
  return Math.round(result);
}

function permutations(n: number, k: number): number | CellError {
  if (n < 0 || k < 0 || k > n) return invalid;
  let result = 1;
  for (let i = 0; i < k && Number.isFinite(result); i++) result *= n - i;
  return result;
}

function factorial(n: number): number | CellError {
  if (n < 0 || n > 170) return invalid;
  let result = 1;
  for (let i = 2; i <= n; i++) result *= i;
  return result;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
const lcm = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : (a / gcd(a, b)) * b);

function ofWholes(name: string, work: (a: number, b: number) => number): FunctionSpec {
  return define(name, [repeated([range])], ([groups], scope) => onNumbers(listed(groups), scope, (numbers) => {
    const wholes = numbers.map(Math.trunc);
    return wholes.some((n) => n < 0) ? invalid : tidyNumber(wholes.reduce(work));
  }));
}

/** Rows of a unit matrix that still fits in memory. */
const MOST_UNITS = 3_000;

function multiplied(a: Matrix, b: Matrix, scope: Scope): Matrix | CellError {
  if (a.columns !== b.rows || [...a.values, ...b.values].some((value) => typeof value !== "number")) return cellError("#VALUE!");
  scope.cells.spend(a.rows * a.columns * b.columns);
  const result: number[] = [];
  for (let r = 0; r < a.rows; r++) {
    for (let c = 0; c < b.columns; c++) {
      let sum = 0;
      for (let k = 0; k < a.columns; k++) sum += Number(a.values[r * a.columns + k]) * Number(b.values[k * b.columns + c]);
      result.push(sum);
    }
  }
  return new Matrix(a.rows, b.columns, result);
}

const trunc = define("TRUNC", [number, omissible(integer, 0)], ([x, digits]) => num(roundToZero(x, digits)));
const truth = (name: string, value: boolean): FunctionSpec => define(name, [], () => value);

const rounding: readonly FunctionSpec[] = [
  define("ROUND", [number, integer], ([x, digits]) => num(roundHalfUp(x, digits))),
  define("ROUNDUP", [number, integer], ([x, digits]) => num(roundAway(x, digits))),
  define("ROUNDDOWN", [number, integer], ([x, digits]) => num(roundToZero(x, digits))),
  trunc,
  one("INT", (x) => Math.floor(Number(x.toPrecision(15)))),
  one("EVEN", (x) => Math.sign(x) * 2 * Math.ceil(Math.abs(x) / 2)),
  one("ODD", (x) => (x === 0 ? 1 : Math.sign(x) * (2 * Math.ceil((Math.abs(x) + 1) / 2) - 1))),
  two("CEILING", ceiling), two("FLOOR", floor), two("MROUND", roundToMultiple),
  define("CEILING.MATH", [number, optional(number), omissible(number, 0)], ([x, by, mode]) => num(mathMultiple(x, by ?? 1, true, mode !== 0))),
  define("FLOOR.MATH", [number, optional(number), omissible(number, 0)], ([x, by, mode]) => num(mathMultiple(x, by ?? 1, false, mode !== 0))),
  define("CEILING.PRECISE", [number, optional(number)], ([x, by]) => num(mathMultiple(x, by ?? 1, true, false))),
  define("ISO.CEILING", [number, optional(number)], ([x, by]) => num(mathMultiple(x, by ?? 1, true, false))),
  define("FLOOR.PRECISE", [number, optional(number)], ([x, by]) => num(mathMultiple(x, by ?? 1, false, false))),
];

const powers: readonly FunctionSpec[] = [
  one("SQRT", (x) => (x < 0 ? invalid : Math.sqrt(x))), one("EXP", Math.exp), two("POWER", power),
  one("LN", (x) => positive(x, Math.log(x))), one("LOG10", (x) => positive(x, Math.log10(x))),
  define("LOG", [number, optional(number, 10)], ([x, base]) => {
    if (x <= 0 || base <= 0) return invalid;
    return base === 1 ? cellError("#DIV/0!") : num(base === 10 ? Math.log10(x) : base === 2 ? Math.log2(x) : Math.log(x) / Math.log(base));
  }),
  one("SQRTPI", (x) => (x < 0 ? invalid : Math.sqrt(x * Math.PI))),
];

const inverted = (x: number): number | CellError => (x === 0 ? cellError("#DIV/0!") : 1 / x);

const angles: readonly FunctionSpec[] = [
  define("PI", [], () => Math.PI),
  one("SIN", Math.sin), one("COS", Math.cos), one("TAN", Math.tan), one("ATAN", Math.atan),
  one("ASIN", (x) => (Math.abs(x) > 1 ? invalid : Math.asin(x))), one("ACOS", (x) => (Math.abs(x) > 1 ? invalid : Math.acos(x))),
  two("ATAN2", (x, y) => (x === 0 && y === 0 ? cellError("#DIV/0!") : Math.atan2(y, x))),
  one("SINH", Math.sinh), one("COSH", Math.cosh), one("TANH", Math.tanh), one("ASINH", Math.asinh),
  one("COT", (x) => inverted(Math.tan(x))), one("COTH", (x) => inverted(Math.tanh(x))), one("SEC", (x) => 1 / Math.cos(x)), one("SECH", (x) => 1 / Math.cosh(x)),
  one("CSC", (x) => inverted(Math.sin(x))), one("CSCH", (x) => inverted(Math.sinh(x))),
  one("ACOT", (x) => Math.PI / 2 - Math.atan(x)), one("ACOTH", (x) => (Math.abs(x) <= 1 ? invalid : Math.atanh(1 / x))),
  one("ACOSH", (x) => (x < 1 ? invalid : Math.acosh(x))), one("ATANH", (x) => (Math.abs(x) >= 1 ? invalid : Math.atanh(x))),
  one("RADIANS", (x) => (x / 180) * Math.PI), one("DEGREES", (x) => (x / Math.PI) * 180),
];

const chance: readonly FunctionSpec[] = [
  define("RAND", [], (_, scope) => scope.cells.random(), { volatile: true }),
  define("RANDBETWEEN", [number, number], ([from, to], scope) => {
    const low = Math.ceil(from);
    const high = Math.floor(to);
    return low > high ? invalid : low + Math.floor(scope.cells.random() * (high - low + 1));
  }, { volatile: true }),
];

export const math: readonly FunctionSpec[] = [
  ...rounding, ...powers, ...angles, ...chance,
  one("ABS", Math.abs), one("SIGN", Math.sign), two("MOD", remainder),
  two("QUOTIENT", (x, by) => (by === 0 ? cellError("#DIV/0!") : Math.trunc(x / by))),
  define("FACT", [integer], ([n]) => num(factorial(n))),
  define("COMBIN", [integer, integer], ([n, k]) => num(combinations(n, k))),
  define("PERMUT", [integer, integer], ([n, k]) => num(permutations(n, k))),
  ofWholes("GCD", gcd), ofWholes("LCM", lcm),
  define("MMULT", [arrayMatrix, arrayMatrix], ([a, b], scope) => multiplied(a, b, scope), { givesMany: true }),
  define("MUNIT", [integer], ([n]) => (n < 1 || n > MOST_UNITS ? cellError("#VALUE!") : new Matrix(n, n, Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0)))), { givesMany: true }),
  truth("TRUE", true), truth("FALSE", false),
];
