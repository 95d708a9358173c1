/** Whether a value is one that a cell's data validation allows. */
import type { Comparison, DataValidation } from "../workbook/features";
import type { Sheet } from "../workbook/sheet";
import { CellError, type CellValue } from "../workbook/values";
import { contains } from "../workbook/area";
import type { Session } from "./session";

/** The validation over a cell, or null. */
export function validationAt(sheet: Sheet, row: number, column: number): DataValidation | null {
  return sheet.get("validations").find(({ areas }) => areas.some((area) => contains(area, row, column))) ?? null;
}

/** Formulas of a validation count from the first cell of its first area. */
function operandAt(session: Session, sheet: Sheet, validation: DataValidation, formula: string, row: number, column: number): CellValue {
  const [first] = validation.areas;
  return session.evaluate(formula, sheet, row, column, first === undefined ? undefined : { row: first.top, column: first.left })[0]?.[0] ?? null;
}

/**
 * Whether a value may stand in a cell. Blank is allowed where the rule ignores blanks; so is everything compared with a blank operand.
 */
export function satisfies(session: Session, sheet: Sheet, validation: DataValidation, row: number, column: number, value: CellValue): boolean {
  const { rule, ignoreBlanks } = validation;
  if (rule.kind === "any") return true;
  if (value === null || value === "") return ignoreBlanks;
  const at = (formula: string): CellValue => operandAt(session, sheet, validation, formula, row, column);
  switch (rule.kind) {
    case "list": return listed(session, sheet, validation, row, column).some((choice) => sameChoice(choice, value));
    case "custom": {
      const result = at(rule.formula);
      return result instanceof CellError ? false : result === true || (typeof result === "number" && result !== 0);
    }
    case "textLength": return compared(rule.operator, String(value).length, at(rule.formula1), rule.formula2 === null ? null : at(rule.formula2), ignoreBlanks);
    default: {
      if (typeof value !== "number" || (rule.kind === "wholeNumber" && !Number.isInteger(value))) return false;
      return compared(rule.operator, value, at(rule.formula1), rule.formula2 === null ? null : at(rule.formula2), ignoreBlanks);
    }
  }
}

/** The choices of a list in a cell, in order; none for a rule of another kind. */
export function listed(session: Session, sheet: Sheet, { areas, rule }: DataValidation, row: number, column: number): readonly CellValue[] {
  if (rule.kind !== "list") return [];
  const { source } = rule;
  const literal = /^"(.*)"$/s.exec(source);
  if (literal) return (literal[1] ?? "").replaceAll('""', '"').split(",").map((choice) => choice.trim());
  const [first] = areas;
  return session.evaluate(source, sheet, row, column, first === undefined ? undefined : { row: first.top, column: first.left }).flat();
}

/** Words of a list match as they are written; a number in a list of words matches its digits. */
function sameChoice(choice: CellValue, value: CellValue): boolean {
  return choice === value || (choice !== null && value !== null && !(choice instanceof CellError) && String(choice) === String(value));
}

function compared(operator: Comparison, value: number, first: CellValue, second: CellValue, ignoreBlanks: boolean): boolean {
  if (ignoreBlanks && first === null) return true;
  const a = typeof first === "number" ? first : first === null ? 0 : Number.NaN;
  const b = typeof second === "number" ? second : second === null ? 0 : Number.NaN;
  switch (operator) {
    case "Between": return value >= a && value <= b;
    case "NotBetween": return value < a || value > b;
    case "EqualTo": return value === a;
    case "NotEqualTo": return value !== a;
    case "GreaterThan": return value > a;
    case "LessThan": return value < a;
    case "GreaterThanOrEqualTo": return value >= a;
    case "LessThanOrEqualTo": return value <= a;
  }
}
