/** The one rounding rule. Wherever a figure is shown or compared it is rounded here, so that code and sheet agree. */

/** Excel keeps 15 significant digits; what lies beyond them is dust of binary arithmetic. */
const SIGNIFICANT_DIGITS = 15;

/**
 * `value` to `places` decimal places, as Excel's ROUND gives it: halves go away from zero, dust is no half, and
 * nothing is -0. Numbers too large to have decimals come back as they are.
 *
 * @param places - whole; negative rounds to tens, hundreds and so on
 * @throws RangeError when `value` is not finite or `places` is not whole
 * @example roundLikeExcel(-12.5, 0) // => -13
 * @example roundLikeExcel(1.005, 2) // => 1.01
 * @example roundLikeExcel(-0.004, 2) // => 0
 */
export function roundLikeExcel(value: number, places: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`Only a finite number can be rounded; this is ${value}.`);
  if (!Number.isInteger(places)) throw new RangeError(`Decimal places are a whole number; this is ${places}.`);
  // Through text, because the double nearest to 1.005 lies below it and scaling in binary would round it down.
  const kept = Math.abs(value).toPrecision(SIGNIFICANT_DIGITS);
  const scaled = timesTenTo(Number(kept), places);
  if (!Number.isFinite(scaled)) return value;
  const size = timesTenTo(Math.round(scaled), -places);
  return size === 0 ? 0 : Math.sign(value) * size;
}

/** Moves the decimal point in the number's shortest spelling, which adds no binary error. */
function timesTenTo(value: number, power: number): number {
  const [digits = "0", exponent = "0"] = value.toExponential().split("e");
  return Number(`${digits}e${Number(exponent) + power}`);
}

/**
 * True when two figures are the same once each is rounded to `places`.
 * @example sameFigure(0.1 + 0.2, 0.3, 2) // => true
 */
export function sameFigure(one: number, other: number, places: number): boolean {
  return roundLikeExcel(one, places) === roundLikeExcel(other, places);
}

/** No figure of ours has more decimal places than this; what lies beyond them in a sum is dust. */
const PLACES_OF_SUMS = 6;

/**
 * Adds up without the dust of binary arithmetic, so that the sum is the same in any order.
 * @example addedUp([0.1, 0.2]) // => 0.3
 */
export function addedUp(values: readonly number[]): number {
  return roundLikeExcel(values.reduce((sum, value) => sum + value, 0), PLACES_OF_SUMS);
}
