/** Interest: payments, values and rates of loans and of flows of money. */
import { cellError, isError, type CellError, type CellValue } from "../../workbook/values";
import { tidyNumber } from "../coerce";
import { define, integer, number, optional, range, repeated, type FunctionSpec } from "../function-spec";
import type { Operand, Scope } from "../operand";
import { listed, numbersOf } from "./arguments";

const invalid = cellError("#NUM!");
const num = (value: number | CellError): CellValue => (isError(value) ? value : tidyNumber(value));

/** `due` is 1 where payments fall at the start of a period. */
function futureValue(rate: number, periods: number, payment: number, present: number, due: number): number {
  if (rate === 0) return -(present + payment * periods);
  const growth = (1 + rate) ** periods;
  return -(present * growth + (payment * (1 + rate * due) * (growth - 1)) / rate);
}

function presentValue(rate: number, periods: number, payment: number, future: number, due: number): number {
  if (rate === 0) return -(future + payment * periods);
  const growth = (1 + rate) ** periods;
  return -(future + (payment * (1 + rate * due) * (growth - 1)) / rate) / growth;
}

function payment(rate: number, periods: number, present: number, future: number, due: number): number | CellError {
  if (periods === 0) return invalid;
  if (rate === 0) return -(present + future) / periods;
  const growth = (1 + rate) ** periods;
  return (-(present * growth + future) * rate) / ((1 + rate * due) * (growth - 1));
}

function periods(rate: number, each: number, present: number, future: number, due: number): number | CellError {
  if (rate === 0) return each === 0 ? invalid : -(present + future) / each;
  const flow = each * (1 + rate * due);
  const quotient = (flow - future * rate) / (flow + present * rate);
  return quotient <= 0 ? invalid : Math.log(quotient) / Math.log(1 + rate);
}

/** The interest in one payment. */
function interest(rate: number, period: number, count: number, present: number, future: number, due: number): number | CellError {
  const each = payment(rate, count, present, future, due);
  if (isError(each) || period < 1 || period >= count + 1) return isError(each) ? each : invalid;
  if (due === 1 && period === 1) return 0;
  const owed = futureValue(rate, period - 1, each, present, due);
  return due === 1 ? (owed * rate) / (1 + rate) : owed * rate;
}

function principal(rate: number, period: number, count: number, present: number, future: number, due: number): number | CellError {
  const each = payment(rate, count, present, future, due);
  const part = interest(rate, period, count, present, future, due);
  return isError(each) ? each : isError(part) ? part : each - part;
}

/** Sums of a part of each payment over periods. */
function summed(part: typeof interest, scope: Scope): (rate: number, count: number, present: number, from: number, to: number, due: number) => number | CellError {
  return (rate, count, present, from, to, due) => {
    if (rate <= 0 || count <= 0 || present <= 0 || from < 1 || to < from || to > count || (due !== 0 && due !== 1)) return invalid;
    scope.cells.spend(to - from);
    let sum = 0;
    for (let period = from; period <= to; period++) {
      const one = part(rate, period, count, present, 0, due);
      if (isError(one)) return one;
      sum += one;
    }
    return sum;
  };
}

/** Where a function crosses zero: Newton's steps from a guess, then halving between a sign change. */
function root(of: (x: number) => number, guess: number): number | CellError {
  let x = guess;
  for (let step = 0; step < 100; step++) {
    const y = of(x);
    const width = Math.max(1e-7, Math.abs(x) * 1e-7);
    const slope = (of(x + width) - of(x - width)) / (2 * width);
    const next = x - y / slope;
    if (!Number.isFinite(next) || next <= -1) break;
    if (Math.abs(next - x) < 1e-13) return next;
    x = next;
  }
  return halved(of);
}

function halved(of: (x: number) => number): number | CellError {
  const tried = [-0.99, -0.9, -0.5, -0.2, -0.05, 0, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 100];
  for (let i = 0; i + 1 < tried.length; i++) {
    let [low, high] = [tried[i] ?? 0, tried[i + 1] ?? 0];
    if (!(of(low) * of(high) <= 0)) continue;
    for (let step = 0; step < 200; step++) {
      const middle = (low + high) / 2;
      if (of(low) * of(middle) <= 0) high = middle;
      else low = middle;
    }
    return (low + high) / 2;
  }
  return invalid;
}

/** The rate is sought on the balance, divided through so that it does not grow with it. */
const rateOf = (count: number, each: number, present: number, future: number, due: number, guess: number): number | CellError =>
  (count <= 0 ? invalid : root((rate) => futureValue(rate, count, each, present, due) - future, guess));

const netPresent = (rate: number, flows: readonly number[]): number => flows.reduce((sum, flow, i) => sum + flow / (1 + rate) ** (i + 1), 0);

function internalRate(flows: readonly number[], guess: number): number | CellError {
  if (!flows.some((flow) => flow > 0) || !flows.some((flow) => flow < 0)) return invalid;
  return root((rate) => flows.reduce((sum, flow, i) => sum + flow / (1 + rate) ** i, 0), guess);
}

function modifiedRate(flows: readonly number[], finance: number, reinvest: number): number | CellError {
  const paid = flows.reduce((sum, flow, i) => sum + (flow < 0 ? flow / (1 + finance) ** i : 0), 0);
  const earned = flows.reduce((sum, flow, i) => sum + (flow > 0 ? flow * (1 + reinvest) ** (flows.length - 1 - i) : 0), 0);
  return paid === 0 || earned === 0 ? cellError("#DIV/0!") : (earned / -paid) ** (1 / (flows.length - 1)) - 1;
}

interface Dated { readonly flows: readonly number[]; readonly years: readonly number[] }

function datedFlows(values: Operand, dates: Operand, scope: Scope): Dated | CellError {
  const flows = numbersOf([values], scope);
  const days = numbersOf([dates], scope);
  if (isError(flows)) return flows;
  if (isError(days)) return days;
  const first = Math.floor(days[0] ?? 0);
  if (flows.length === 0 || flows.length !== days.length || days.some((day) => Math.floor(day) < first)) return invalid;
  return { flows, years: days.map((day) => (Math.floor(day) - first) / 365) };
}

const datedPresent = ({ flows, years }: Dated, rate: number): number => flows.reduce((sum, flow, i) => sum + flow / (1 + rate) ** (years[i] ?? 0), 0);

const loan = [number, number, number, optional(number, 0), optional(number, 0)] as const;
const part = [number, number, number, number, optional(number, 0), optional(number, 0)] as const;
const sums = [number, number, number, integer, integer, integer] as const;

export const money: readonly FunctionSpec[] = [
  define("FV", [number, number, number, optional(number, 0), optional(number, 0)], ([rate, count, each, present, due]) => num(futureValue(rate, count, each, present, due === 0 ? 0 : 1))),
  define("PV", loan, ([rate, count, each, future, due]) => num(presentValue(rate, count, each, future, due === 0 ? 0 : 1))),
  define("PMT", loan, ([rate, count, present, future, due]) => num(payment(rate, count, present, future, due === 0 ? 0 : 1))),
  define("NPER", loan, ([rate, each, present, future, due]) => num(periods(rate, each, present, future, due === 0 ? 0 : 1))),
  define("IPMT", part, ([rate, period, count, present, future, due]) => num(interest(rate, period, count, present, future, due === 0 ? 0 : 1))),
  define("PPMT", part, ([rate, period, count, present, future, due]) => num(principal(rate, period, count, present, future, due === 0 ? 0 : 1))),
  define("CUMIPMT", sums, ([rate, count, present, from, to, due], scope) => num(summed(interest, scope)(rate, count, present, from, to, due))),
  define("CUMPRINC", sums, ([rate, count, present, from, to, due], scope) => num(summed(principal, scope)(rate, count, present, from, to, due))),
  define("RATE", [number, number, number, optional(number, 0), optional(number, 0), optional(number, 0.1)], ([count, each, present, future, due, guess]) => num(rateOf(count, each, present, future, due === 0 ? 0 : 1, guess))),
  define("ISPMT", [number, number, number, number], ([rate, period, count, present]) => (count === 0 ? cellError("#DIV/0!") : num(present * rate * (period / count - 1)))),
  define("NPV", [number, repeated([range])], ([rate, groups], scope) => {
    const flows = numbersOf(listed(groups), scope);
    return isError(flows) ? flows : num(netPresent(rate, flows));
  }),
  define("IRR", [range, optional(number, 0.1)], ([values, guess], scope) => {
    const flows = numbersOf([values], scope);
    return isError(flows) ? flows : num(internalRate(flows, guess));
  }),
  define("MIRR", [range, number, number], ([values, finance, reinvest], scope) => {
    const flows = numbersOf([values], scope);
    return isError(flows) ? flows : num(modifiedRate(flows, finance, reinvest));
  }),
  define("XNPV", [number, range, range], ([rate, values, dates], scope) => {
    const flows = datedFlows(values, dates, scope);
    return isError(flows) ? flows : rate <= -1 ? invalid : num(datedPresent(flows, rate));
  }),
  define("XIRR", [range, range, optional(number, 0.1)], ([values, dates, guess], scope) => {
    const flows = datedFlows(values, dates, scope);
    return isError(flows) ? flows : num(root((rate) => datedPresent(flows, rate), guess));
  }),
  define("FVSCHEDULE", [number, range], ([start, rates], scope) => {
    const given = numbersOf([rates], scope);
    return isError(given) ? given : num(given.reduce((sum, rate) => sum * (1 + rate), start));
  }),
];
