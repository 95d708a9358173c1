/**
 * Distributions, engineering and depreciation: the arithmetic is @formulajs/formulajs's, arguments and errors are read by our rules.
 * Only kernels whose results were compared with Excel's documented ones are taken; where one was off, the function is written elsewhere.
 */
import * as formulajs from "@formulajs/formulajs";
import { cellError, isError, type CellError, type CellValue, type ErrorCode } from "../../workbook/values";
import { tidyNumber } from "../coerce";
import { define, integer, logical, number, optional, range, repeated, text, type FunctionSpec, type Parameter } from "../function-spec";
import type { Operand, Scope } from "../operand";
import { NotWorkedOut } from "../not-worked-out";
import { numbersOf, sumOf } from "./arguments";

type Kernel = (...given: never[]) => unknown;

/** The letters of a signature: number, whole number, truth value, text, list of numbers; capitals may be left out. */
const PARAMETERS: Readonly<Record<string, Parameter<unknown>>> = {
  n: number, i: integer, b: logical, t: text, l: range, N: optional(number), I: optional(integer), B: optional(logical), T: optional(text), Z: optional(number, 0), L: optional(range),
};

const ERRORS: ReadonlySet<string> = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]);
const isErrorCode = (message: string): message is ErrorCode => ERRORS.has(message);

function kernel(path: string): Kernel {
  let found: unknown = formulajs;
  for (const part of path.split(".")) found = (found as Readonly<Record<string, unknown>>)[part];
  if (typeof found !== "function") throw new Error(`@formulajs/formulajs has no function ${path}.`);
  return found as Kernel;
}

function outcome(result: unknown): CellValue {
  if (result instanceof Error) return cellError(isErrorCode(result.message) ? result.message : "#NUM!");
  if (typeof result === "number") return tidyNumber(result);
  return typeof result === "string" || typeof result === "boolean" ? result : cellError("#VALUE!");
}

function readGiven(values: readonly unknown[], signature: string, scope: Scope): unknown[] | CellError {
  const read: unknown[] = [];
  for (const [i, value] of values.entries()) {
    const isList = signature.charAt(i).toLowerCase() === "l";
    const one = isList && value !== undefined ? numbersOf([value as Operand], scope) : value;
    if (isError(one)) return one;
    read.push(one);
  }
  while (read.length > 0 && read[read.length - 1] === undefined) read.pop();
  return read;
}

interface Delegated {
  readonly path?: string;
  readonly allow?: (given: readonly unknown[]) => boolean;
  readonly upper?: boolean;
  /** The kernel counts up to its arguments, one by one. */
  readonly counts?: boolean;
}

/** Beyond this, kernels that count one by one take longer than anybody waits. */
const MOST_COUNTED = 1_000_000;

function delegate(name: string, signature: string, { path = name, allow, upper = false, counts: isCounting = false }: Delegated = {}): FunctionSpec {
  const work = kernel(path);
  const parameters = [...signature].map((letter) => PARAMETERS[letter] ?? range);
  return define(name, parameters, (values: readonly unknown[], scope) => {
    const given = readGiven(values, signature, scope);
    if (isError(given)) return given;
    if (allow?.(given) === false) return cellError("#NUM!");
    if (isCounting && given.some((one) => typeof one === "number" && Math.abs(one) > MOST_COUNTED)) throw new NotWorkedOut(`${name} of more than a million is not built here`, "#NUM!");
    const result = outcome(work(...(given as never[])));
    return upper && typeof result === "string" ? result.toUpperCase() : result;
  });
}

const within = (given: unknown): boolean => typeof given === "number" && given > 0 && given < 1;
const positive = (given: unknown): boolean => typeof given === "number" && given > 0;

/** A distribution under its name of today and the one before 2010. */
const both = (today: string, before: string, signature: string, traits: Delegated = {}): readonly FunctionSpec[] =>
  [delegate(today, signature, traits), delegate(before, signature, { path: today, ...traits })];

const normal: readonly FunctionSpec[] = [
  ...both("NORM.DIST", "NORMDIST", "nnnb", { allow: ([, , spread]) => positive(spread) }),
  ...both("NORM.INV", "NORMINV", "nnn", { allow: ([p, , spread]) => within(p) && positive(spread) }),
  delegate("NORM.S.DIST", "nb"), define("NORMSDIST", [number], ([x]) => outcome(formulajs.NORM.S.DIST(x, true))),
  ...both("NORM.S.INV", "NORMSINV", "n", { allow: ([p]) => within(p) }),
  delegate("LOGNORM.DIST", "nnnb", { allow: ([x, , spread]) => positive(x) && positive(spread) }),
  define("LOGNORMDIST", [number, number, number], ([x, mean, spread]) => (positive(x) && positive(spread) ? outcome(formulajs.LOGNORM.DIST(x, mean, spread, true)) : cellError("#NUM!"))),
  ...both("LOGNORM.INV", "LOGINV", "nnn", { allow: ([p, , spread]) => within(p) && positive(spread) }),
  delegate("STANDARDIZE", "nnn", { allow: ([, , spread]) => positive(spread) }), delegate("PHI", "n"), delegate("GAUSS", "n"),
  ...both("CONFIDENCE.NORM", "CONFIDENCE", "nni", { allow: ([p, spread, size]) => within(p) && positive(spread) && Number(size) >= 1 }),
];

const counts: readonly FunctionSpec[] = [
  ...both("BINOM.DIST", "BINOMDIST", "iinb", { counts: true, allow: ([k, n, p]) => Number(k) >= 0 && Number(k) <= Number(n) && Number(p) >= 0 && Number(p) <= 1 }),
  ...both("BINOM.INV", "CRITBINOM", "inn", { counts: true, allow: ([n, p, a]) => Number(n) >= 0 && within(p) && within(a) }),
  delegate("BINOM.DIST.RANGE", "iniI", { counts: true }),
  ...both("POISSON.DIST", "POISSON", "inb", { path: "POISSON.DIST", counts: true, allow: ([k, mean]) => Number(k) >= 0 && Number(mean) >= 0 }),
  delegate("HYPGEOM.DIST", "iiiib", { counts: true }), delegate("NEGBINOM.DIST", "iinb", { counts: true, allow: ([, , p]) => within(p) }),
  define("HYPGEOMDIST", [integer, integer, integer, integer], ([hits, drawn, marked, all]) => outcome(formulajs.HYPGEOM.DIST(hits, drawn, marked, all, false))),
  define("NEGBINOMDIST", [integer, integer, number], ([misses, hits, p]) => (within(p) && Math.max(misses, hits) <= MOST_COUNTED ? outcome(formulajs.NEGBINOM.DIST(misses, hits, p, false)) : cellError("#NUM!"))),
  delegate("COMBINA", "ii", { counts: true }), delegate("PERMUTATIONA", "ii"), delegate("FACTDOUBLE", "i", { allow: ([n]) => Number(n) <= 300 }),
];

/** The library's own, given two limits, leaves the first aside. */
const errorFunction = (x: number): number => Number(formulajs.ERF(Math.abs(x))) * Math.sign(x);

const others: readonly FunctionSpec[] = [
  ...both("EXPON.DIST", "EXPONDIST", "nnb", { allow: ([x, rate]) => Number(x) >= 0 && positive(rate) }),
  ...both("WEIBULL.DIST", "WEIBULL", "nnnb", { path: "WEIBULL.DIST", allow: ([x, a, b]) => Number(x) >= 0 && positive(a) && positive(b) }),
  delegate("FISHER", "n", { allow: ([x]) => Math.abs(Number(x)) < 1 }), delegate("FISHERINV", "n"),
  define("ERF", [number, optional(number)], ([from, to]) => (to === undefined ? errorFunction(from) : errorFunction(to) - errorFunction(from))),
  delegate("ERFC", "n"), delegate("ERF.PRECISE", "n", { path: "ERF" }), delegate("ERFC.PRECISE", "n", { path: "ERFC" }),
  delegate("KURT", "l"), delegate("SKEW", "l"), delegate("SKEW.P", "l", { path: "SKEWP" }),
];

const engineering: readonly FunctionSpec[] = [
  delegate("ROMAN", "i", { allow: ([n]) => Number(n) >= 0 && Number(n) < 4000 }), delegate("ARABIC", "t"),
  delegate("BASE", "iiI", { upper: true }), delegate("DECIMAL", "ti"),
  delegate("DEC2BIN", "iI"), delegate("DEC2HEX", "iI", { upper: true }), delegate("DEC2OCT", "iI"),
  delegate("BIN2DEC", "t"), delegate("BIN2HEX", "tI", { upper: true }), delegate("BIN2OCT", "tI"),
  delegate("HEX2DEC", "t"), delegate("HEX2BIN", "tI"), delegate("HEX2OCT", "tI"), delegate("OCT2DEC", "t"), delegate("OCT2BIN", "tI"), delegate("OCT2HEX", "tI", { upper: true }),
  delegate("BITAND", "ii"), delegate("BITOR", "ii"), delegate("BITXOR", "ii"), delegate("BITLSHIFT", "ii"), delegate("BITRSHIFT", "ii"),
  delegate("DELTA", "nZ"), delegate("GESTEP", "nZ"),
];

/** DB rounds its rate to three digits; the first and the last year count by their months. */
const fixedDeclining = define("DB", [number, number, number, integer, optional(number, 12)], ([cost, salvage, life, period, months], scope) => {
  if (cost < 0 || salvage < 0 || life <= 0 || months < 1 || months > 12 || period < 1 || period > life + (months < 12 ? 1 : 0)) return cellError("#NUM!");
  if (cost === 0) return 0;
  scope.cells.spend(period);
  const rate = Math.round((1 - (salvage / cost) ** (1 / life)) * 1000) / 1000;
  let total = 0;
  let year = 0;
  for (let n = 1; n <= period; n++) {
    const part = n === 1 ? months / 12 : n > life ? (12 - months) / 12 : 1;
    year = (n === 1 ? cost : cost - total) * rate * part;
    total += year;
  }
  return tidyNumber(year);
});

const depreciation: readonly FunctionSpec[] = [
  delegate("SLN", "nnn", { allow: ([, , life]) => life !== 0 }), delegate("SYD", "nnnn"), fixedDeclining, delegate("DDB", "nnnnN", { counts: true }),
  delegate("EFFECT", "ni", { allow: ([rate, n]) => positive(rate) && Number(n) >= 1 }), delegate("NOMINAL", "ni", { allow: ([rate, n]) => positive(rate) && Number(n) >= 1 }),
  delegate("RRI", "nnn"), delegate("PDURATION", "nnn"), delegate("DOLLARDE", "ni"), delegate("DOLLARFR", "ni"),
];

const multinomial = define("MULTINOMIAL", [repeated([range])], ([groups], scope) => {
  const numbers = numbersOf(groups.map(([one]) => one), scope);
  if (isError(numbers)) return numbers;
  // The factorial of the sum is divided by the parts' own: beyond 170 it is past the largest number.
  return numbers.some((n) => n < 0) || sumOf(numbers) > 170 ? cellError("#NUM!") : outcome(kernel("MULTINOMIAL")(...(numbers as never[])));
});

export const delegated: readonly FunctionSpec[] = [...normal, ...counts, ...others, ...engineering, ...depreciation, multinomial];
