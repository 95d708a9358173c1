/** Bonds and bills: coupons, prices, yields, interest and durations. */
import { cellError, isError, type CellError, type CellValue } from "../../workbook/values";
import { tidyNumber } from "../coerce";
import { define, integer, logical, number, omissible, optional, type FunctionSpec, type Parameter } from "../function-spec";
import { NotWorkedOut } from "../not-worked-out";
import type { Scope } from "../operand";
import { couponsOf, daysBetween, daysInYear, isBasis, type Basis, type Coupons } from "./day-count";
import { yearFraction } from "./year-fraction";

const invalid = cellError("#NUM!");
const num = (value: number | CellError): CellValue => (isError(value) ? value : tidyNumber(value));
const basisOf: Parameter<number> = optional(integer, 0);
const is1904 = (scope: Scope): boolean => scope.cells.workbook.date1904;
const isFrequency = (given: number): boolean => given === 1 || given === 2 || given === 4;

interface Bond { readonly settlement: number; readonly maturity: number; readonly frequency: number; readonly basis: Basis; readonly coupons: Coupons; readonly date1904: boolean }

function bondOf(settlement: number, maturity: number, frequency: number, basis: number, scope: Scope): Bond | CellError {
  if (settlement >= maturity || settlement < 0 || !isFrequency(frequency) || !isBasis(basis)) return invalid;
  const date1904 = is1904(scope);
  return { settlement, maturity, frequency, basis, date1904, coupons: couponsOf(settlement, maturity, frequency, basis, date1904) };
}

const ofCoupons = (name: string, work: (coupons: Coupons) => number): FunctionSpec =>
  define(name, [integer, integer, integer, basisOf], ([settlement, maturity, frequency, basis], scope) => {
    const bond = bondOf(settlement, maturity, frequency, basis, scope);
    return isError(bond) ? bond : work(bond.coupons);
  });

/** For a hundred of face value, without the interest since the last coupon. */
function priceOf({ frequency, coupons: { count, period, passed, toNext } }: Bond, rate: number, yearly: number, redemption: number): number {
  const coupon = (100 * rate) / frequency;
  const wait = toNext / period;
  if (count === 1) return (redemption + coupon) / (1 + (wait * yearly) / frequency) - (coupon * passed) / period;
  const factor = 1 + yearly / frequency;
  let sum = redemption / factor ** (count - 1 + wait);
  for (let k = 0; k < count; k++) sum += coupon / factor ** (k + wait);
  return sum - (coupon * passed) / period;
}

/** The price falls as the yield rises, so the yield is found by halving. */
function yieldOf(bond: Bond, rate: number, price: number, redemption: number): number | CellError {
  let [low, high] = [-0.99 * bond.frequency, 1];
  while (priceOf(bond, rate, high, redemption) > price && high < 1e6) high *= 2;
  if (priceOf(bond, rate, low, redemption) < price || high >= 1e6) return invalid;
  for (let step = 0; step < 200 && high - low > 1e-15; step++) {
    const middle = (low + high) / 2;
    if (priceOf(bond, rate, middle, redemption) > price) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The mean time until the money comes, in years (Macaulay). */
function durationOf({ frequency, coupons: { count, period, toNext } }: Bond, rate: number, yearly: number): number {
  const coupon = (100 * rate) / frequency;
  const factor = 1 + yearly / frequency;
  let [weighted, whole] = [0, 0];
  for (let k = 0; k < count; k++) {
    const time = k + toNext / period;
    const value = (coupon + (k === count - 1 ? 100 : 0)) / factor ** time;
    weighted += value * time;
    whole += value;
  }
  return weighted / whole / frequency;
}

const priced = (name: string, work: (bond: Bond, rate: number, given: number, redemption: number) => number | CellError): FunctionSpec =>
  define(name, [integer, integer, number, number, number, integer, basisOf], ([settlement, maturity, rate, given, redemption, frequency, basis], scope) => {
    const bond = bondOf(settlement, maturity, frequency, basis, scope);
    if (isError(bond)) return bond;
    if (rate < 0 || redemption <= 0 || (name === "YIELD" ? given <= 0 : given < 0)) return invalid;
    scope.cells.spend(bond.coupons.count * 10);
    return num(work(bond, rate, given, redemption));
  });

const timed = (name: string, work: (bond: Bond, rate: number, yearly: number) => number): FunctionSpec =>
  define(name, [integer, integer, number, number, integer, basisOf], ([settlement, maturity, rate, yearly, frequency, basis], scope) => {
    const bond = bondOf(settlement, maturity, frequency, basis, scope);
    return isError(bond) ? bond : rate < 0 || yearly < 0 ? invalid : num(work(bond, rate, yearly));
  });

/** The part of a year between two dates; null where there is none. */
function part(from: number, to: number, basis: number, scope: Scope): number | null {
  return from >= to || from < 0 ? null : yearFraction(from, to, basis, is1904(scope));
}

/** A paper that pays once, at its end. */
const discounted = (name: string, work: (years: number, first: number, second: number) => number, allow: (first: number, second: number) => boolean = (a, b) => a > 0 && b > 0): FunctionSpec =>
  define(name, [integer, integer, number, number, basisOf], ([settlement, maturity, first, second, basis], scope) => {
    const years = part(settlement, maturity, basis, scope);
    return years === null || !allow(first, second) ? invalid : num(work(years, first, second));
  });

/** Interest from the issue, paid with the last: PRICEMAT and YIELDMAT. */
const atMaturity = (name: string, work: (issued: number, passed: number, left: number, rate: number, given: number) => number): FunctionSpec =>
  define(name, [integer, integer, integer, number, number, basisOf], ([settlement, maturity, issue, rate, given, basis], scope) => {
    const [whole, passed, left] = [part(issue, maturity, basis, scope), issue === settlement ? 0 : part(issue, settlement, basis, scope), part(settlement, maturity, basis, scope)];
    if (whole === null || passed === null || left === null || rate < 0 || given < 0 || (name === "YIELDMAT" && given <= 0)) return invalid;
    return num(work(whole, passed, left, rate, given));
  });

/** Treasury bills run a year at most; their years have 360 days. */
const bill = (name: string, work: (days: number, given: number) => number): FunctionSpec =>
  define(name, [integer, integer, number], ([settlement, maturity, given]) => {
    const days = maturity - settlement;
    if (settlement < 0 || days <= 0 || days > 366 || given <= 0) return invalid;
    const result = work(days, given);
    return result < 0 ? invalid : num(result);
  });

/** The yield of a bill as a bond's would be: over half a year the bond would have paid a coupon between. */
function billAsBond(days: number, discount: number): number {
  if (days <= 182) return (365 * discount) / (360 - discount * days);
  const price = 1 - (discount * days) / 360;
  const year = days === 366 ? 366 : 365;
  const years = days / year;
  return (-2 * years + 2 * Math.sqrt(years ** 2 - (2 * years - 1) * (1 - 1 / price))) / (2 * years - 1);
}

/** By a basis of even periods; the actual days of basis 1 depend on a calendar of coupons that Excel does not document. */
function accrued(from: number, settlement: number, rate: number, par: number, basis: Basis, date1904: boolean): number {
  if (basis === 1) throw new NotWorkedOut("ACCRINT with actual days is not built here", "#NUM!");
  return (par * rate * daysBetween(from, settlement, basis, date1904)) / daysInYear(basis);
}

export const securities: readonly FunctionSpec[] = [
  ofCoupons("COUPDAYBS", ({ passed }) => passed), ofCoupons("COUPDAYS", ({ period }) => period), ofCoupons("COUPDAYSNC", ({ toNext }) => toNext),
  ofCoupons("COUPNCD", ({ next }) => next), ofCoupons("COUPPCD", ({ previous }) => previous), ofCoupons("COUPNUM", ({ count }) => count),
  priced("PRICE", priceOf), priced("YIELD", yieldOf),
  timed("DURATION", durationOf), timed("MDURATION", (bond, rate, yearly) => durationOf(bond, rate, yearly) / (1 + yearly / bond.frequency)),
  discounted("DISC", (years, price, redemption) => (redemption - price) / redemption / years), discounted("INTRATE", (years, paid, redemption) => (redemption - paid) / paid / years),
  discounted("RECEIVED", (years, paid, discount) => paid / (1 - discount * years)), discounted("PRICEDISC", (years, discount, redemption) => redemption * (1 - discount * years)),
  discounted("YIELDDISC", (years, price, redemption) => (redemption - price) / price / years),
  atMaturity("PRICEMAT", (whole, passed, left, rate, given) => (100 + whole * rate * 100) / (1 + left * given) - passed * rate * 100),
  atMaturity("YIELDMAT", (whole, passed, left, rate, price) => ((1 + whole * rate) / (price / 100 + passed * rate) - 1) / left),
  bill("TBILLPRICE", (days, discount) => 100 * (1 - (discount * days) / 360)), bill("TBILLYIELD", (days, price) => ((100 - price) / price) * (360 / days)), bill("TBILLEQ", billAsBond),
  define("ACCRINTM", [integer, integer, number, optional(number, 1000), basisOf], ([issue, settlement, rate, par, basis], scope) => {
    const years = part(issue, settlement, basis, scope);
    return years === null || rate <= 0 || par <= 0 ? invalid : num(par * rate * years);
  }),
  define("ACCRINT", [integer, integer, integer, number, optional(number, 1000), integer, basisOf, omissible(logical, true)], ([issue, first, settlement, rate, par, frequency, basis, fromIssue], scope) => {
    if (issue >= settlement || rate <= 0 || par <= 0 || !isFrequency(frequency) || !isBasis(basis)) return invalid;
    return num(accrued(!fromIssue && settlement > first ? first : issue, settlement, rate, par, basis, is1904(scope)));
  }),
];
