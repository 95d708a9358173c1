/** Student's t, chi-squared, F, beta and gamma distributions. */
import { cellError, type CellValue } from "../../workbook/values";
import { define, integer, logical, number, optional, type FunctionSpec, type Parameter } from "../function-spec";
import { incompleteBeta, incompleteGamma, logGamma, reach } from "./special-functions";

const invalid = cellError("#NUM!");
const finite = (value: number): CellValue => (Number.isFinite(value) ? value : invalid);

/** The part of Student's t beyond `t` on one side. @param t - not negative */
const tTail = (t: number, freedom: number): number => incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
const tBelow = (t: number, freedom: number): number => (t >= 0 ? 1 - tTail(t, freedom) : tTail(-t, freedom));
const tDensity = (t: number, freedom: number): number =>
  (Math.exp(logGamma((freedom + 1) / 2) - logGamma(freedom / 2)) / Math.sqrt(freedom * Math.PI)) * (1 + (t * t) / freedom) ** (-(freedom + 1) / 2);
/** The t beyond which a part of one side lies. @param part - above 0 and at most a half */
const tBeyond = (part: number, freedom: number): number => reach((t) => -tTail(t, freedom), -part, 0, Infinity);

function tInverse(part: number, freedom: number): CellValue {
  if (part <= 0 || part >= 1 || freedom < 1) return invalid;
  return part < 0.5 ? -tBeyond(part, freedom) : tBeyond(1 - part, freedom);
}
const tInverseBoth = (part: number, freedom: number): CellValue => (part <= 0 || part > 1 || freedom < 1 ? invalid : part === 1 ? 0 : tBeyond(part / 2, freedom));

const student: readonly FunctionSpec[] = [
  define("T.DIST", [number, integer, logical], ([t, freedom, whole]) => (freedom < 1 ? invalid : whole ? tBelow(t, freedom) : tDensity(t, freedom))),
  define("T.DIST.2T", [number, integer], ([t, freedom]) => (t < 0 || freedom < 1 ? invalid : 2 * tTail(t, freedom))),
  define("T.DIST.RT", [number, integer], ([t, freedom]) => (freedom < 1 ? invalid : tBelow(-t, freedom))),
  define("TDIST", [number, integer, integer], ([t, freedom, sides]) => (t < 0 || freedom < 1 || (sides !== 1 && sides !== 2) ? invalid : sides * tTail(t, freedom))),
  define("T.INV", [number, integer], ([part, freedom]) => tInverse(part, freedom)),
  define("T.INV.2T", [number, integer], ([part, freedom]) => tInverseBoth(part, freedom)),
  define("TINV", [number, integer], ([part, freedom]) => tInverseBoth(part, freedom)),
  define("CONFIDENCE.T", [number, number, integer], ([part, spread, size]) => {
    if (size === 1) return cellError("#DIV/0!");
    return part <= 0 || part >= 1 || spread <= 0 || size < 1 ? invalid : (tBeyond(part / 2, size - 1) * spread) / Math.sqrt(size);
  }),
];

const gammaDensity = (x: number, a: number, b: number): number => Math.exp((a - 1) * Math.log(x / b) - x / b - logGamma(a)) / b;
const gammaInverse = (part: number, a: number, b: number): number => (part === 0 ? 0 : b * reach((x) => incompleteGamma(x, a).below, part, 0, Infinity));

function gammaDistribution(name: string): FunctionSpec {
  return define(name, [number, number, number, logical], ([x, a, b, whole]) => {
    if (x < 0 || a <= 0 || b <= 0) return invalid;
    return finite(whole ? incompleteGamma(x / b, a).below : gammaDensity(x, a, b));
  });
}

function gammaQuantile(name: string): FunctionSpec {
  return define(name, [number, number, number], ([part, a, b]) => (part < 0 || part >= 1 || a <= 0 || b <= 0 ? invalid : gammaInverse(part, a, b)));
}

const chiAbove = (name: string): FunctionSpec =>
  define(name, [number, integer], ([x, freedom]) => (x < 0 || freedom < 1 ? invalid : incompleteGamma(x / 2, freedom / 2).above));
const chiFromAbove = (name: string): FunctionSpec =>
  define(name, [number, integer], ([part, freedom]) => {
    if (part <= 0 || part > 1 || freedom < 1) return invalid;
    return part === 1 ? 0 : 2 * reach((x) => -incompleteGamma(x, freedom / 2).above, -part, 0, Infinity);
  });

const gammas: readonly FunctionSpec[] = [
  gammaDistribution("GAMMA.DIST"), gammaDistribution("GAMMADIST"), gammaQuantile("GAMMA.INV"), gammaQuantile("GAMMAINV"),
  define("CHISQ.DIST", [number, integer, logical], ([x, freedom, whole]) => {
    if (x < 0 || freedom < 1) return invalid;
    return finite(whole ? incompleteGamma(x / 2, freedom / 2).below : gammaDensity(x, freedom / 2, 2));
  }),
  define("CHISQ.INV", [number, integer], ([part, freedom]) => (part < 0 || part >= 1 || freedom < 1 ? invalid : gammaInverse(part, freedom / 2, 2))),
  chiAbove("CHISQ.DIST.RT"), chiAbove("CHIDIST"), chiFromAbove("CHISQ.INV.RT"), chiFromAbove("CHIINV"),
];

const fBelow = (x: number, m: number, n: number): number => incompleteBeta((m * x) / (m * x + n), m / 2, n / 2);
const fAbove = (x: number, m: number, n: number): number => incompleteBeta(n / (m * x + n), n / 2, m / 2);
const fDensity = (x: number, m: number, n: number): number =>
  Math.exp(logGamma((m + n) / 2) - logGamma(m / 2) - logGamma(n / 2) + (m / 2) * Math.log(m / n) + (m / 2 - 1) * Math.log(x) - ((m + n) / 2) * Math.log1p((m * x) / n));

/** For the tests of samples: the part beyond a value. */
export const fAboveOf = fAbove;
export const tTailOf = tTail;
export const chiAboveOf = (x: number, freedom: number): number => incompleteGamma(x / 2, freedom / 2).above;

const fTail = (name: string): FunctionSpec => define(name, [number, integer, integer], ([x, m, n]) => (x < 0 || m < 1 || n < 1 ? invalid : fAbove(x, m, n)));
const fFromTail = (name: string): FunctionSpec =>
  define(name, [number, integer, integer], ([part, m, n]) => (part <= 0 || part > 1 || m < 1 || n < 1 ? invalid : part === 1 ? 0 : reach((x) => -fAbove(x, m, n), -part, 0, Infinity)));

const betaQuantile = (name: string): FunctionSpec =>
  define(name, [number, number, number, optional(number, 0), optional(number, 1)], ([part, a, b, low, high]) =>
    (part <= 0 || part >= 1 || a <= 0 || b <= 0 || low >= high ? invalid : low + (high - low) * reach((x) => incompleteBeta(x, a, b), part, 0, 1)));

function beta(x: number, a: number, b: number, whole: boolean, low: number, high: number): CellValue {
  if (a <= 0 || b <= 0 || low >= high || x < low || x > high) return invalid;
  const part = (x - low) / (high - low);
  if (whole) return incompleteBeta(part, a, b);
  return finite(Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + (a - 1) * Math.log(part) + (b - 1) * Math.log1p(-part)) / (high - low));
}

/** Below 0 by its reflection. */
const gamma = (x: number): number => (x < 0.5 ? Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x)) : Number(Math.exp(logGamma(x)).toPrecision(Number.isInteger(x) ? 14 : 16)));

const bounds: readonly [Parameter<number>, Parameter<number>] = [optional(number, 0), optional(number, 1)];

const ratios: readonly FunctionSpec[] = [
  define("F.DIST", [number, integer, integer, logical], ([x, m, n, whole]) => (x < 0 || m < 1 || n < 1 ? invalid : finite(whole ? fBelow(x, m, n) : fDensity(x, m, n)))),
  define("F.INV", [number, integer, integer], ([part, m, n]) => (part < 0 || part >= 1 || m < 1 || n < 1 ? invalid : part === 0 ? 0 : reach((x) => fBelow(x, m, n), part, 0, Infinity))),
  fTail("F.DIST.RT"), fTail("FDIST"), fFromTail("F.INV.RT"), fFromTail("FINV"),
  define("BETA.DIST", [number, number, number, logical, ...bounds], ([x, a, b, whole, low, high]) => beta(x, a, b, whole, low, high)),
  define("BETADIST", [number, number, number, ...bounds], ([x, a, b, low, high]) => beta(x, a, b, true, low, high)),
  betaQuantile("BETA.INV"), betaQuantile("BETAINV"),
  define("GAMMA", [number], ([x]) => (x <= 0 && Number.isInteger(x) ? invalid : finite(gamma(x)))),
  define("GAMMALN", [number], ([x]) => (x <= 0 ? invalid : logGamma(x))), define("GAMMALN.PRECISE", [number], ([x]) => (x <= 0 ? invalid : logGamma(x))),
];

export const continuous: readonly FunctionSpec[] = [...student, ...gammas, ...ratios];
