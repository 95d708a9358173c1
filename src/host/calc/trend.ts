/** The line through points that a chart's trend line draws, with its equation and how well it fits. */
import type { Trendline } from "../workbook/chart";

export interface XY { readonly x: number; readonly y: number }
export interface Trend { readonly at: (x: number) => number; readonly equation: string; readonly rSquared: number }

/** Least squares for the coefficients of powers 0, 1, 2 …; null where the points do not settle them. */
function polynomial(points: readonly XY[], order: number, intercept: number | null): readonly number[] | null {
  const from = intercept === null ? 0 : 1;
  const size = order + 1 - from;
  if (points.length < size) return null;
  // Normal equations, solved by elimination with the largest pivot.
  const rows = Array.from({ length: size }, (_row, i) => [
    ...Array.from({ length: size }, (_column, j) => points.reduce((sum, { x }) => sum + x ** (i + j + 2 * from), 0)),
    points.reduce((sum, { x, y }) => sum + x ** (i + from) * (y - (intercept ?? 0)), 0),
  ]);
  for (let column = 0; column < size; column++) {
    const best = rows.slice(column).reduce((most, row, index) => (Math.abs(row[column] ?? 0) > Math.abs(rows[most]?.[column] ?? 0) ? index + column : most), column);
    [rows[column], rows[best]] = [rows[best] ?? [], rows[column] ?? []];
    const pivot = rows[column] ?? [];
    if (Math.abs(pivot[column] ?? 0) < 1e-12) return null;
    rows.forEach((row, index) => {
      if (index === column) return;
      const by = (row[column] ?? 0) / (pivot[column] ?? 1);
      row.forEach((value, place) => { row[place] = value - by * (pivot[place] ?? 0); });
    });
  }
  const solved = rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
  return intercept === null ? solved : [intercept, ...solved];
}

const short = (value: number): string => String(Number(value.toPrecision(5)));
const term = (value: number, rest: string, first: boolean): string => `${value < 0 ? (first ? "-" : " - ") : first ? "" : " + "}${short(Math.abs(value))}${rest}`;

function fit(points: readonly XY[], at: (x: number) => number): number {
  const mean = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  const left = points.reduce((sum, { x, y }) => sum + (y - at(x)) ** 2, 0);
  const all = points.reduce((sum, { y }) => sum + (y - mean) ** 2, 0);
  return all === 0 ? 1 : 1 - left / all;
}

/** @returns null where there is no such line: too few points, or a logarithm of nothing. Moving averages are no function: see `movingAverage`. */
export function trendThrough(points: readonly XY[], { type, order, intercept }: Pick<Trendline, "type" | "order" | "intercept">): Trend | null {
  const straight = (of: readonly XY[], through: number | null): readonly number[] | null => polynomial(of, 1, through);
  if (type === "Linear" || type === "Polynomial") {
    const found = polynomial(points, type === "Linear" ? 1 : order, intercept);
    if (found === null) return null;
    const at = (x: number): number => found.reduce((sum, value, power) => sum + value * x ** power, 0);
    const words = [...found].map((value, power) => ({ value, rest: power === 0 ? "" : power === 1 ? "x" : `x^${power}` })).reverse().filter(({ value }, index) => index === 0 || value !== 0).map(({ value, rest }, index) => term(value, rest, index === 0));
    return { at, equation: `y = ${words.join("")}`, rSquared: fit(points, at) };
  }
  const usesX = type === "Logarithmic" || type === "Power";
  const usesY = type === "Exponential" || type === "Power";
  if (points.some(({ x, y }) => (usesX && x <= 0) || (usesY && y <= 0))) return null;
  const bent = points.map(({ x, y }) => ({ x: usesX ? Math.log(x) : x, y: usesY ? Math.log(y) : y }));
  const found = straight(bent, type === "Exponential" && intercept !== null && intercept > 0 ? Math.log(intercept) : null);
  if (found === null) return null;
  const [a = 0, b = 0] = found;
  if (type === "Logarithmic") {
    const at = (x: number): number => a + b * Math.log(x);
    return { at, equation: `y = ${term(b, "ln(x)", true)}${term(a, "", false)}`, rSquared: fit(points, at) };
  }
  const bentAt = (x: number): number => a + b * x;
  const at = type === "Power" ? (x: number): number => Math.exp(a) * x ** b : (x: number): number => Math.exp(a + b * x);
  return { at, equation: type === "Power" ? `y = ${short(Math.exp(a))}x^${short(b)}` : `y = ${short(Math.exp(a))}e^${short(b)}x`, rSquared: fit(bent, bentAt) };
}

/** The mean of each value and those before it, from where there are enough. */
export function movingAverage(points: readonly XY[], period: number): readonly XY[] {
  return points.slice(period - 1).map(({ x }, index) => ({ x, y: points.slice(index, index + period).reduce((sum, { y }) => sum + y, 0) / period }));
}
