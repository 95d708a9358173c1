/** Bessel functions of whole order, as integrals: over a period the trapezium rule is exact to the last digits. */
import { cellError, type CellValue } from "../../workbook/values";
import { define, integer, number, type FunctionSpec } from "../function-spec";

const invalid = cellError("#NUM!");
const PIECES = 400;

/** The mean over half a period. */
function mean(of: (angle: number) => number, pieces: number): number {
  let sum = (of(0) + of(Math.PI)) / 2;
  for (let i = 1; i < pieces; i++) sum += of((i * Math.PI) / pieces);
  return sum / pieces;
}

const piecesFor = (x: number, n: number): number => PIECES + 2 * Math.ceil(Math.abs(x) + n);

const first = (x: number, n: number): number => mean((angle) => Math.cos(n * angle - x * Math.sin(angle)), piecesFor(x, n));
const modified = (x: number, n: number): number => mean((angle) => Math.exp(x * Math.cos(angle)) * Math.cos(n * angle), piecesFor(x, n));

/** From 0 to where nothing is left, with the ends drawn together so that the trapezium rule stays exact. */
function tail(of: (t: number) => number): number {
  const step = 1 / 128;
  let sum = of(0) / 2;
  for (let i = 1; i * step < 40; i++) {
    const part = of(i * step);
    sum += part;
    if (i > 64 && Math.abs(part) < 1e-18 * Math.abs(sum)) break;
  }
  return sum * step;
}

const secondModified = (x: number, n: number): number => tail((t) => Math.exp(-x * Math.cosh(t)) * Math.cosh(n * t));

/** Gauss's rule with five points on each of many pieces: the integrand of Y is no whole period. */
const POINTS = [[0, 128 / 225], [0.538469310105683, 0.478628670499366], [-0.538469310105683, 0.478628670499366], [0.906179845938664, 0.236926885056189], [-0.906179845938664, 0.236926885056189]] as const;

function integral(of: (t: number) => number, from: number, to: number, pieces: number): number {
  const half = (to - from) / pieces / 2;
  let sum = 0;
  for (let i = 0; i < pieces; i++) {
    const middle = from + (2 * i + 1) * half;
    for (const [place, weight] of POINTS) sum += weight * of(middle + place * half);
  }
  return sum * half;
}

function second(x: number, n: number): number {
  const sign = n % 2 === 0 ? 1 : -1;
  const wave = integral((angle) => Math.sin(x * Math.sin(angle) - n * angle), 0, Math.PI, piecesFor(x, n));
  const end = Math.asinh((60 + n * 12) / x) + 1;
  const decay = integral((t) => (Math.exp(n * t) + sign * Math.exp(-n * t)) * Math.exp(-x * Math.sinh(t)), 0, end, 2_000);
  return (wave - decay) / Math.PI;
}

/** Beyond this the integrals would need more pieces than anybody waits for. */
const FURTHEST = 100_000;

function bessel(name: string, work: (x: number, n: number) => number, aboveZero: boolean): FunctionSpec {
  return define(name, [number, integer], ([x, n], scope): CellValue => {
    if (n < 0 || (aboveZero && x <= 0) || Math.abs(x) > FURTHEST || n > FURTHEST) return invalid;
    scope.cells.spend(piecesFor(x, n));
    const result = work(x, n);
    return Number.isFinite(result) ? result : invalid;
  });
}

export const besselFunctions: readonly FunctionSpec[] = [
  bessel("BESSELJ", first, false), bessel("BESSELI", modified, false), bessel("BESSELK", secondModified, true), bessel("BESSELY", second, true),
];
