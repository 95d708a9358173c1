/** The conditions of COUNTIF, SUMIFS and their kin. */
import { compareText, compareValues, numberFromText, sameNumber } from "./coerce";
import { isError, type CellValue } from "../workbook/values";
import { hasWildcard, Wildcards } from "./wildcards";

export interface Criterion {
  (value: CellValue): boolean;
  /** Set where the test is for one number or one text, so that it can be looked up instead of tried on every value. */
  readonly exactly?: number | string;
}

const looksFor = (exactly: number | string, test: (value: CellValue) => boolean): Criterion => Object.assign(test, { exactly });

/** The keys under which a criterion's `exactly` finds a value: text that reads as a number is found by both. */
export function exactKeys(value: CellValue): readonly (number | string)[] {
  if (typeof value === "number") return [exactNumber(value)];
  if (typeof value !== "string") return [];
  const number = numberFromText(value);
  return typeof number === "number" ? [value.toLowerCase(), exactNumber(number)] : [value.toLowerCase()];
}
const exactNumber = (value: number): number => Number(value.toPrecision(15));

type Operator = "=" | "<>" | "<" | ">" | "<=" | ">=";
const OPERATOR = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/;
const isOperator = (text: string | undefined): text is Operator => text !== undefined && /^(<>|<=|>=|=|<|>)$/.test(text);

/** Whether a comparison's outcome (negative, 0, positive) satisfies an operator. */
export function holds(operator: Operator, outcome: number): boolean {
  switch (operator) {
    case "=": return outcome === 0;
    case "<>": return outcome !== 0;
    case "<": return outcome < 0;
    case ">": return outcome > 0;
    case "<=": return outcome <= 0;
    case ">=": return outcome >= 0;
  }
}

/** The test that a criterion stands for: 5, "North", ">=95", "<>", "P0*". A blank criterion counts as 0. */
export function criterionOf(given: CellValue): Criterion {
  if (given === null) return numberCriterion("=", 0);
  if (typeof given === "number") return numberCriterion("=", given);
  if (typeof given === "boolean" || isError(given)) return (value) => value === given;
  const [, sign, rest = ""] = OPERATOR.exec(given) ?? [];
  const operator: Operator = isOperator(sign) ? sign : "=";
  if (rest === "") return emptyCriterion(operator, isOperator(sign));
  if (/^(true|false)$/i.test(rest)) return sameOrNot(operator, (value) => value === (rest.toUpperCase() === "TRUE"));
  if (/^#[A-Z0-9/_]+[!?]?$/i.test(rest)) return sameOrNot(operator, (value) => isError(value) && value.code === rest.toUpperCase());
  const number = numberFromText(rest);
  return typeof number === "number" ? numberCriterion(operator, number) : textCriterion(operator, rest);
}

function emptyCriterion(operator: Operator, written: boolean): Criterion {
  if (operator === "=") return written ? (value) => value === null : (value) => value === null || value === "";
  return operator === "<>" ? (value) => value !== null : () => false;
}

const sameOrNot = (operator: Operator, same: Criterion): Criterion => (operator === "<>" ? (value) => !same(value) : operator === "=" ? same : () => false);

function numberCriterion(operator: Operator, wanted: number): Criterion {
  if (operator === "=" || operator === "<>") {
    // Text that reads as the number counts as equal here, though not in the ordered comparisons.
    const same = (value: CellValue): boolean => {
      const number = typeof value === "string" ? numberFromText(value) : value;
      return typeof number === "number" && sameNumber(number, wanted);
    };
    return operator === "=" ? looksFor(exactNumber(wanted), same) : (value) => !same(value);
  }
  return (value) => typeof value === "number" && holds(operator, compareValues(value, wanted));
}

function textCriterion(operator: Operator, wanted: string): Criterion {
  if (operator === "=" || operator === "<>") {
    if (!hasWildcard(wanted)) {
      const lower = wanted.toLowerCase();
      const same = (value: CellValue): boolean => typeof value === "string" && (value === wanted || (value.length === wanted.length && value.toLowerCase() === lower));
      return operator === "=" ? looksFor(lower, same) : (value) => !same(value);
    }
    const pattern = new Wildcards(wanted);
    return sameOrNot(operator, (value) => typeof value === "string" && pattern.test(value));
  }
  return (value) => typeof value === "string" && holds(operator, compareText(value, wanted));
}
