/** Rounding as Excel does it: on the number as its 15 significant digits show it, halves away from zero. */
import { cellError, type CellError } from "../../workbook/values";

type Step = (value: number) => number;

/** The value with its binary dust taken off: 1.005*100 is 100.49999999999999, meant is 100.5. */
const shown = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(15)) : value);

function toDigits(value: number, digits: number, step: Step): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const places = Math.max(-400, Math.min(400, digits));
  const size = Math.abs(value);
  if (places > 300) return value;
  // Decimal shifting by the exponent is exact where multiplying by a power of ten is not.
  const scaled = shown(shift(size, places));
  return Math.sign(value) * shift(step(scaled), -places);
}

function shift(value: number, places: number): number {
  const [mantissa = "0", exponent = "0"] = value.toExponential().split("e");
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

export const roundHalfUp = (value: number, digits: number): number => toDigits(value, digits, (x) => Math.floor(x + 0.5));
export const roundAway = (value: number, digits: number): number => toDigits(value, digits, Math.ceil);
export const roundToZero = (value: number, digits: number): number => toDigits(value, digits, Math.floor);

/** The nearest multiple by `step` of the quotient. */
export function toMultiple(value: number, of: number, step: Step): number {
  return shown(step(shown(value / of)) * of);
}

export function ceiling(value: number, significance: number): number | CellError {
  if (significance === 0 || value === 0) return 0;
  if (value > 0 && significance < 0) return cellError("#NUM!");
  return toMultiple(value, significance, Math.ceil);
}

export function floor(value: number, significance: number): number | CellError {
  if (value === 0) return 0;
  if (significance === 0) return cellError("#DIV/0!");
  if (value > 0 && significance < 0) return cellError("#NUM!");
  return toMultiple(value, significance, Math.floor);
}

/** CEILING.MATH and FLOOR.MATH: the sign of the significance does not matter; `mode` turns the direction for negative numbers. */
export function mathMultiple(value: number, significance: number, up: boolean, away: boolean): number {
  const size = Math.abs(significance);
  if (size === 0 || value === 0) return 0;
  const towardsLarger = value < 0 && away ? !up : up;
  return toMultiple(value, size, towardsLarger ? Math.ceil : Math.floor);
}

export function roundToMultiple(value: number, multiple: number): number | CellError {
  if (multiple === 0 || value === 0) return 0;
  if (value * multiple < 0) return cellError("#NUM!");
  return toMultiple(value, multiple, (x) => Math.floor(x + 0.5));
}
