/** Complex numbers as Excel writes them: text such as "3+4i". */
import { cellError, isError, type CellError, type CellValue } from "../../workbook/values";
import { numberText, toNumber } from "../coerce";
import { anything, define, number, optional, range, repeated, text, type FunctionSpec } from "../function-spec";
import { matricesOf } from "./arguments";
import type { Operand, Scope } from "../operand";

interface Complex { readonly re: number; readonly im: number; readonly unit: "i" | "j" }

const invalid = cellError("#NUM!");
const PARTS = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)?(?:([+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)?)([ij]))?$/i;

/** @returns #NUM! for text that is no complex number */
function complexOf(given: CellValue): Complex | CellError {
  if (typeof given === "boolean") return cellError("#VALUE!");
  if (typeof given !== "string") {
    const re = toNumber(given);
    return isError(re) ? re : { re, im: 0, unit: "i" };
  }
  const [whole, real, imaginary, letter] = PARTS.exec(given.trim()) ?? [];
  if (whole === undefined || whole === "" || (letter !== undefined && letter !== letter.toLowerCase())) return invalid;
  if (letter === undefined) return { re: Number(real), im: 0, unit: "i" };
  const unit = letter === "j" ? "j" : "i";
  // "4i" is read as the real part 4 before its letter, and "3i4" is none.
  if (real !== undefined && imaginary === "") return { re: 0, im: Number(real), unit };
  const size = imaginary ?? "";
  if (real !== undefined && !/^[+-]/.test(size)) return invalid;
  return { re: Number(real ?? 0), im: size === "" || size === "+" ? 1 : size === "-" ? -1 : Number(size), unit };
}

function complexText(re: number, im: number, unit: "i" | "j"): CellValue {
  if (!Number.isFinite(re) || !Number.isFinite(im)) return invalid;
  const size = Math.abs(im) === 1 ? "" : numberText(Math.abs(im));
  if (im === 0) return numberText(re === 0 ? 0 : re);
  const sign = im < 0 ? "-" : re === 0 ? "" : "+";
  return `${re === 0 ? "" : numberText(re)}${sign}${size}${unit}`;
}

type Work = (z: Complex) => readonly [re: number, im: number] | null;

function ofOne(name: string, work: Work): FunctionSpec {
  return define(name, [anything], ([given]) => {
    const z = complexOf(given);
    if (isError(z)) return z;
    const result = work(z);
    return result === null ? invalid : complexText(result[0], result[1], z.unit);
  });
}

function measure(name: string, work: (z: Complex) => CellValue): FunctionSpec {
  return define(name, [anything], ([given]) => {
    const z = complexOf(given);
    return isError(z) ? z : work(z);
  });
}

type Pair = readonly [re: number, im: number];
const times = ([a, b]: Pair, [c, d]: Pair): Pair => [a * c - b * d, a * d + b * c];
function over([a, b]: Pair, [c, d]: Pair): Pair | null {
  const size = c * c + d * d;
  return size === 0 ? null : [(a * c + b * d) / size, (b * c - a * d) / size];
}
const pair = ({ re, im }: Complex): Pair => [re, im];

const sin = ({ re, im }: Complex): Pair => [Math.sin(re) * Math.cosh(im), Math.cos(re) * Math.sinh(im)];
const cos = ({ re, im }: Complex): Pair => [Math.cos(re) * Math.cosh(im), -Math.sin(re) * Math.sinh(im)];
const sinh = ({ re, im }: Complex): Pair => [Math.sinh(re) * Math.cos(im), Math.cosh(re) * Math.sin(im)];
const cosh = ({ re, im }: Complex): Pair => [Math.cosh(re) * Math.cos(im), Math.sinh(re) * Math.sin(im)];

const logarithm = (z: Complex, base: number): Pair | null => {
  const size = Math.hypot(z.re, z.im);
  return size === 0 ? null : [Math.log(size) / base, Math.atan2(z.im, z.re) / base];
};

function power(z: Complex, exponent: number): Pair | null {
  const size = Math.hypot(z.re, z.im);
  if (size === 0) return exponent > 0 ? [0, 0] : null;
  const [grown, angle] = [size ** exponent, Math.atan2(z.im, z.re) * exponent];
  return [grown * Math.cos(angle), grown * Math.sin(angle)];
}

/** Two numbers with different letters do not go together. */
function joined(name: string, work: (a: Pair, b: Pair) => Pair | null): FunctionSpec {
  return define(name, [anything, anything], ([first, second]) => {
    const [a, b] = [complexOf(first), complexOf(second)];
    if (isError(a)) return a;
    if (isError(b)) return b;
    if (a.im !== 0 && b.im !== 0 && a.unit !== b.unit) return cellError("#VALUE!");
    const result = work(pair(a), pair(b));
    return result === null ? invalid : complexText(result[0], result[1], a.im !== 0 ? a.unit : b.unit);
  });
}

function overAll(name: string, work: (a: Pair, b: Pair) => Pair): FunctionSpec {
  const run = (operands: readonly Operand[], scope: Scope): CellValue => {
    let total: Pair | null = null;
    let unit: "i" | "j" | null = null;
    for (const value of operands.flatMap((operand) => matricesOf(operand, scope)).flatMap(({ values }) => values)) {
      if (value === null) continue;
      const z = complexOf(value);
      if (isError(z)) return z;
      if (z.im !== 0 && unit !== null && unit !== z.unit) return cellError("#VALUE!");
      if (z.im !== 0) unit = z.unit;
      total = total === null ? pair(z) : work(total, pair(z));
    }
    return total === null ? 0 : complexText(total[0], total[1], unit ?? "i");
  };
  return define(name, [repeated([range])], ([groups], scope) => run(groups.map(([one]) => one), scope));
}

export const complexNumbers: readonly FunctionSpec[] = [
  define("COMPLEX", [number, number, optional(text, "i")], ([re, im, unit]) => (unit === "i" || unit === "j" ? complexText(re, im, unit) : cellError("#VALUE!"))),
  measure("IMREAL", ({ re }) => re), measure("IMAGINARY", ({ im }) => im), measure("IMABS", ({ re, im }) => Math.hypot(re, im)),
  measure("IMARGUMENT", ({ re, im }) => (re === 0 && im === 0 ? cellError("#DIV/0!") : Math.atan2(im, re))),
  ofOne("IMCONJUGATE", ({ re, im }) => [re, -im]),
  joined("IMSUB", ([a, b], [c, d]) => [a - c, b - d]), joined("IMDIV", over),
  overAll("IMSUM", ([a, b], [c, d]) => [a + c, b + d]), overAll("IMPRODUCT", times),
  ofOne("IMEXP", ({ re, im }) => [Math.exp(re) * Math.cos(im), Math.exp(re) * Math.sin(im)]),
  ofOne("IMLN", (z) => logarithm(z, 1)), ofOne("IMLOG10", (z) => logarithm(z, Math.LN10)), ofOne("IMLOG2", (z) => logarithm(z, Math.LN2)),
  ofOne("IMSQRT", (z) => power(z, 0.5)),
  define("IMPOWER", [anything, number], ([given, exponent]) => {
    const z = complexOf(given);
    if (isError(z)) return z;
    const result = power(z, exponent);
    return result === null ? invalid : complexText(result[0], result[1], z.unit);
  }),
  ofOne("IMSIN", sin), ofOne("IMCOS", cos), ofOne("IMSINH", sinh), ofOne("IMCOSH", cosh),
  ofOne("IMTAN", (z) => over(sin(z), cos(z))), ofOne("IMCOT", (z) => over(cos(z), sin(z))),
  ofOne("IMSEC", (z) => over([1, 0], cos(z))), ofOne("IMCSC", (z) => over([1, 0], sin(z))),
  ofOne("IMSECH", (z) => over([1, 0], cosh(z))), ofOne("IMCSCH", (z) => over([1, 0], sinh(z))),
];
