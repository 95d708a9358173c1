/** IF and its kin, which leave the branches that they do not take, and the logical functions. */
import { cellError, isError, type CellError, type CellValue } from "../../workbook/values";
import { compareValues, toLogical, toNumber } from "../coerce";
import { define, defineLazy, logical, optional, range, repeated, type FunctionSpec, type Thunk } from "../function-spec";
import { Lambda, Matrix, valueOf, type Operand, type Scope } from "../operand";
import { overMatrices } from "../operators";
import { isMany, isScalar, listed, matricesOf } from "./arguments";

/** A branch that a formula leaves empty counts 0. */
const branch = (thunk: Thunk | undefined, absent: CellValue): Operand => {
  if (thunk === undefined) return absent;
  const value = thunk();
  return value === undefined ? 0 : value;
};

const plain = (operand: Operand, scope: Scope): CellValue | Matrix => {
  const value = valueOf(operand, scope);
  return value instanceof Lambda ? cellError("#CALC!") : value;
};

function whether([test, yes, no]: readonly Thunk[], scope: Scope, count: number): Operand {
  const tested = plain(test?.(), scope);
  const otherwise = (): Operand => branch(count > 2 ? no : undefined, false);
  if (!(tested instanceof Matrix)) {
    const truth = toLogical(tested);
    return isError(truth) ? truth : truth ? branch(yes, true) : otherwise();
  }
  return overMatrices([tested, plain(branch(yes, true), scope), plain(otherwise(), scope)], ([given = null, a = null, b = null]) => {
    const truth = toLogical(given);
    return isError(truth) ? truth : truth ? a ?? 0 : b ?? 0;
  });
}

function instead(isCaught: (value: CellValue) => boolean): (given: readonly Thunk[], scope: Scope) => Operand {
  return ([tried, other], scope) => {
    const operand = tried?.();
    const value = plain(operand, scope);
    if (value instanceof Matrix) {
      if (!value.values.some(isCaught)) return value;
      return overMatrices([value, plain(other?.(), scope)], ([a = null, b = null]) => (isCaught(a) ? b ?? "" : a));
    }
    if (!isCaught(value)) return operand === undefined ? 0 : operand;
    const given = other?.();
    return given === undefined ? 0 : given;
  };
}

function firstTrue(given: readonly Thunk[], scope: Scope): Operand {
  if (given.length % 2 !== 0) return cellError("#N/A");
  const [test, result, ...rest] = given;
  if (test === undefined || result === undefined) return cellError("#N/A");
  return whether([test, result, () => firstTrue(rest, scope)], scope, 3);
}

function switched(given: readonly Thunk[], scope: Scope): Operand {
  const [subject, ...cases] = given;
  const value = plain(subject?.(), scope);
  if (value instanceof Matrix) return overMatrices([value], ([one = null]) => firstOf(switched([() => one, ...cases], scope), scope));
  if (isError(value)) return value;
  for (let i = 0; i + 1 < cases.length; i += 2) {
    const candidate = firstOf(cases[i]?.(), scope);
    if (isError(candidate)) return candidate;
    if (sameKind(candidate, value) && compareValues(candidate, value) === 0) return branch(cases[i + 1], 0);
  }
  return cases.length % 2 === 1 ? branch(cases[cases.length - 1], 0) : cellError("#N/A");
}

const sameKind = (a: CellValue, b: CellValue): boolean => a === null || b === null || typeof a === typeof b;

function firstOf(operand: Operand, scope: Scope): CellValue {
  const value = plain(operand, scope);
  return value instanceof Matrix ? value.at(0, 0) : value;
}

function chosen(given: readonly Thunk[], scope: Scope): Operand {
  const [which, ...choices] = given;
  const value = plain(which?.(), scope);
  if (value instanceof Matrix) {
    const read = new Map<number, Matrix | CellValue>();
    const of = (place: number): Matrix | CellValue => {
      const known = read.get(place) ?? plain(branch(choices[place - 1], 0), scope);
      read.set(place, known);
      return known;
    };
    return spread(value, choices.length, of);
  }
  const place = placeOf(value, choices.length);
  return isError(place) ? place : branch(choices[place - 1], 0);
}

/** CHOOSE({1,2},A:A,B:B) lays columns beside one another. */
function spread(which: Matrix, count: number, of: (place: number) => Matrix | CellValue): Matrix {
  const parts = which.values.map((value) => {
    const place = placeOf(value, count);
    return isError(place) ? place : of(place);
  });
  const rows = Math.max(which.rows, ...parts.map((part) => (part instanceof Matrix ? part.rows : 1)));
  const columns = Math.max(which.columns, ...parts.map((part) => (part instanceof Matrix ? part.columns : 1)));
  const values: CellValue[] = [];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const part = parts[(which.rows === 1 ? 0 : r) * which.columns + (which.columns === 1 ? 0 : c)];
      values.push(part === undefined ? cellError("#N/A") : part instanceof Matrix ? part.at(r, c) : part);
    }
  }
  return new Matrix(rows, columns, values);
}

function placeOf(value: CellValue, count: number): number | CellError {
  const number = toNumber(value);
  if (isError(number)) return number;
  const place = Math.trunc(number);
  return place >= 1 && place <= count ? place : cellError("#VALUE!");
}

/** AND, OR, XOR: in ranges only numbers and truth values count; none at all is #VALUE!. */
function overTruths(name: string, work: (truths: readonly boolean[]) => boolean): FunctionSpec {
  return define(name, [repeated([range])], ([groups], scope) => {
    const truths: boolean[] = [];
    for (const operand of listed(groups)) {
      if (isMany(operand)) {
        for (const part of matricesOf(operand, scope)) {
          for (const value of part.values) {
            if (isError(value)) return value;
            if (typeof value === "boolean" || typeof value === "number") truths.push(value !== false && value !== 0);
          }
        }
        continue;
      }
      const truth = isScalar(operand) ? toLogical(operand) : false;
      if (isError(truth)) return truth;
      truths.push(truth);
    }
    return truths.length === 0 ? cellError("#VALUE!") : work(truths);
  });
}

const anyThunk = repeated([range]);

export const logic: readonly FunctionSpec[] = [
  defineLazy("IF", [range, optional(range), optional(range)], whether),
  defineLazy("IFERROR", [range, range], instead(isError)),
  defineLazy("IFNA", [range, range], instead((value) => value === cellError("#N/A"))),
  defineLazy("IFS", [anyThunk], firstTrue),
  defineLazy("SWITCH", [range, range, anyThunk], switched),
  defineLazy("CHOOSE", [range, anyThunk], chosen),
  defineLazy("ISOMITTED", [range], ([given]) => given?.() === undefined),
  overTruths("AND", (truths) => truths.every(Boolean)),
  overTruths("OR", (truths) => truths.some(Boolean)),
  overTruths("XOR", (truths) => truths.filter(Boolean).length % 2 === 1),
  define("NOT", [logical], ([truth]) => !truth),
];
