/** Excel.DataValidation of a range. */
import { intersect, type Area } from "../workbook/area";
import type { Comparison, DataValidation, ValidationRule } from "../workbook/features";
import { absolute } from "./address";
import { withoutAreas } from "../workbook/areas";
import { fieldsFrom, flagFrom, isHostObject, oneOf, textFrom } from "./arguments";
import { assertAllowed, standing } from "./cells";
import { pick } from "./cell-sets";
import { declareClass, method, scalar, type HostObject, type ObjectClass } from "./definition";
import { readFormula } from "./entered";
import { rangeClass } from "./range";
import { readEntry } from "./read-entry";
import type { Session } from "./session";
import { invalidArgument, itemNotFound } from "./refusal";
import { rangeAreasClass } from "./range-areas";
import type { Stretch } from "./stretch";
import { satisfies } from "./validation-check";

const OPERATORS: readonly Comparison[] = ["Between", "NotBetween", "EqualTo", "NotEqualTo", "GreaterThan", "LessThan", "GreaterThanOrEqualTo", "LessThanOrEqualTo"];
const STYLES = ["Stop", "Warning", "Information"] as const;
const LONGEST_LIST = 255;
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;

const fresh: Omit<DataValidation, "areas"> = {
  rule: { kind: "any" }, ignoreBlanks: true, prompt: { show: true, title: "", message: "" }, alert: { show: true, style: "Stop", title: "", message: "" },
};

const touches = (one: DataValidation, areas: readonly Area[]): boolean => one.areas.some((part) => areas.some((area) => intersect(part, area) !== null));

/** The validations that a range's cells have, each once, and whether some cells have none. */
function found({ sheet, areas }: Stretch): { readonly validations: readonly DataValidation[]; readonly gaps: boolean } {
  const validations = sheet.get("validations").filter((one) => touches(one, areas()));
  return { validations, gaps: withoutAreas(areas(), validations.flatMap((one) => one.areas)).length > 0 };
}

/** The one validation that all cells share; null for none. */
function shared(range: Stretch): DataValidation | null {
  const { validations, gaps } = found(range);
  return validations.length === 1 && !gaps ? validations[0] ?? null : null;
}

function typeOf(range: Stretch): Excel.DataValidation["type"] {
  const { validations, gaps } = found(range);
  const [first, ...others] = validations;
  if (first === undefined) return "None";
  if (gaps || others.some((other) => other.rule.kind !== first.rule.kind)) return "Inconsistent";
  if (others.length > 0) return "MixedCriteria";
  return words[first.rule.kind];
}
const words = { any: "None", wholeNumber: "WholeNumber", decimal: "Decimal", date: "Date", time: "Time", textLength: "TextLength", list: "List", custom: "Custom" } as const;

function put(range: Stretch, change: (before: Omit<DataValidation, "areas">) => Omit<DataValidation, "areas">): void {
  const { sheet } = range;
  assertAllowed(sheet, "allowFormatCells");
  const areas = range.areas();
  const made: DataValidation = { ...change(shared(range) ?? fresh), areas };
  const others = sheet.get("validations").map((one) => ({ ...one, areas: withoutAreas(one.areas, areas) })).filter((one) => one.areas.length > 0);
  sheet.set("validations", [...others, made]);
}

function clear(range: Stretch): void {
  const { sheet } = range;
  assertAllowed(sheet, "allowFormatCells");
  const areas = range.areas();
  const others = sheet.get("validations").map((one) => (touches(one, areas) ? { ...one, areas: withoutAreas(one.areas, areas) } : one));
  sheet.set("validations", others.filter((one) => one.areas.length > 0));
}

/** An operand as a formula without "=": a number, a formula, a range's address, a date's number. */
function operand(session: Session, value: unknown, kind: ValidationRule["kind"]): string {
  if (typeof value === "number") return String(value);
  if (isHostObject(value)) return addressFrom(value);
  const text = textFrom(value);
  if (text.startsWith("=")) return readFormula(text);
  const read = readEntry(text, false, session.dates("month-first")).value;
  if (typeof read === "number") return String(kind === "date" || kind === "time" || read !== Number(text) ? read : Number(text));
  throw invalidArgument();
}

function addressFrom(value: unknown): string {
  const range = isHostObject(value) ? rangeClass.behind(value) : null;
  if (range === null) throw invalidArgument();
  return absolute(standing(range).sheet, range.area);
}

function listSource(value: unknown): string {
  if (isHostObject(value)) return addressFrom(value);
  const text = textFrom(value);
  if (text.startsWith("=")) return readFormula(text);
  if (text === "" || text.length > LONGEST_LIST) throw invalidArgument("A list of words has 1 to 255 characters.");
  return `"${text.replaceAll('"', '""')}"`;
}

function ruleFrom(session: Session, value: unknown): ValidationRule {
  const given = Object.entries(fieldsFrom(value)).filter(([, part]) => part !== null && part !== undefined);
  const [only] = given;
  if (only === undefined || given.length !== 1) throw invalidArgument();
  const [kind, part] = only;
  const fields = fieldsFrom(part);
  if (kind === "list") return { kind, source: listSource(fields["source"]), dropDown: flagFrom(fields["inCellDropDown"] ?? true) };
  if (kind === "custom") return { kind, formula: formulaOf(fields["formula"]) };
  const basic = oneOf(kind, ["wholeNumber", "decimal", "date", "time", "textLength"] as const);
  const operator = oneOf(fields["operator"], OPERATORS);
  const twoSided = operator === "Between" || operator === "NotBetween";
  if (twoSided && (fields["formula2"] === undefined || fields["formula2"] === null)) throw invalidArgument();
  return { kind: basic, operator, formula1: operand(session, fields["formula1"], basic), formula2: twoSided ? operand(session, fields["formula2"], basic) : null };
}

function formulaOf(value: unknown): string {
  const text = textFrom(value);
  return readFormula(text.startsWith("=") ? text : `=${text}`);
}

/** A number as a number, anything else as a formula. */
const shownOperand = (formula: string): string | number => (formula.trim() !== "" && Number.isFinite(Number(formula)) ? Number(formula) : `=${formula}`);

function ruleShown(rule: ValidationRule): Excel.DataValidationRule {
  if (rule.kind === "any") return {};
  if (rule.kind === "list") {
    const literal = /^"(.*)"$/s.exec(rule.source);
    return { list: { inCellDropDown: rule.dropDown, source: literal ? (literal[1] ?? "").replaceAll('""', '"') : `=${rule.source}` } };
  }
  if (rule.kind === "custom") return { custom: { formula: `=${rule.formula}` } };
  const operands = { formula1: shownOperand(rule.formula1), operator: rule.operator, ...(rule.formula2 === null ? {} : { formula2: shownOperand(rule.formula2) }) };
  switch (rule.kind) {
    case "wholeNumber": return { wholeNumber: operands };
    case "decimal": return { decimal: operands };
    case "textLength": return { textLength: operands };
    case "date": return { date: asTexts(operands) };
    case "time": return { time: asTexts(operands) };
  }
}
function asTexts(operands: { readonly formula1: string | number; readonly operator: Comparison; readonly formula2?: string | number }): Excel.DateTimeDataValidation {
  return { formula1: String(operands.formula1), operator: operands.operator, ...(operands.formula2 === undefined ? {} : { formula2: String(operands.formula2) }) };
}

function words255(value: unknown, longest: number): string {
  const text = value === undefined || value === null ? "" : textFrom(value);
  if (text.length > longest) throw invalidArgument(`It is longer than ${longest} characters.`);
  return text;
}

/** Every cell that has a rule, and whether it holds what the rule allows. */
function* checked({ session, sheet, areas }: Stretch): IterableIterator<{ readonly row: number; readonly column: number; readonly good: boolean }> {
  session.settle();
  for (const validation of sheet.get("validations")) {
    for (const part of validation.areas) for (const area of areas()) {
      const cells = intersect(part, area);
      if (cells === null) continue;
      for (let row = cells.top; row <= cells.bottom; row++) for (let column = cells.left; column <= cells.right; column++) {
        yield { row, column, good: satisfies(session, sheet, validation, row, column, sheet.cell(row, column).value) };
      }
    }
  }
}

/** True where every cell holds what its rule allows, false where none does, null where some do. */
function valid(range: Stretch): boolean | null {
  let good = 0;
  let bad = 0;
  for (const cell of checked(range)) if (cell.good) good += 1; else bad += 1;
  return bad === 0 ? true : good === 0 ? false : null;
}

/** The cells that hold what their rule does not allow; null for none. */
function invalidCells(range: Stretch): HostObject | null {
  const bad = new Set<string>();
  let around: Area | null = null;
  for (const { row, column, good } of checked(range)) {
    if (good) continue;
    bad.add(`${row},${column}`);
    around = around === null ? { top: row, bottom: row, left: column, right: column }
      : { top: Math.min(around.top, row), bottom: Math.max(around.bottom, row), left: Math.min(around.left, column), right: Math.max(around.right, column) };
  }
  return around === null ? null : rangeAreasClass.of(range.session.areas(range.sheet, pick(around, (row, column) => bad.has(`${row},${column}`))));
}

export const dataValidationClass: ObjectClass<Stretch> = declareClass<Excel.DataValidation, Stretch>("DataValidation", {}, {
  scalars: {
    type: scalar("1.8", typeOf),
    valid: scalar("1.8", valid),
    ignoreBlanks: scalar("1.8", (range) => shared(range)?.ignoreBlanks ?? (found(range).validations.length === 0 ? true : null), (range, value) => {
      const ignoreBlanks = flagFrom(value);
      put(range, (before) => ({ ...before, ignoreBlanks }));
    }),
    rule: scalar("1.8", (range) => { const one = shared(range); return one === null ? {} : ruleShown(one.rule); }, (range, value) => {
      const rule = ruleFrom(range.session, value);
      put(range, (before) => ({ ...before, rule }));
    }),
    errorAlert: scalar("1.8", (range) => {
      const { show, style, title, message } = (shared(range) ?? fresh).alert;
      return { showAlert: show, style, title, message };
    }, (range, value) => {
      const fields = fieldsFrom(value);
      const alert = { show: flagFrom(fields["showAlert"] ?? true), style: oneOf(fields["style"] ?? "Stop", STYLES), title: words255(fields["title"], LONGEST_TITLE), message: words255(fields["message"], LONGEST_MESSAGE) };
      put(range, (before) => ({ ...before, alert }));
    }),
    prompt: scalar("1.8", (range) => {
      const { show, title, message } = (shared(range) ?? fresh).prompt;
      return { showPrompt: show, title, message };
    }, (range, value) => {
      const fields = fieldsFrom(value);
      const prompt = { show: flagFrom(fields["showPrompt"] ?? true), title: words255(fields["title"], LONGEST_TITLE), message: words255(fields["message"], LONGEST_MESSAGE) };
      put(range, (before) => ({ ...before, prompt }));
    }),
  },
  methods: {
    clear: method("1.8", clear),
    getInvalidCells: method("1.9", (range) => {
      const cells = invalidCells(range);
      if (cells === null) throw itemNotFound();
      return cells;
    }),
    getInvalidCellsOrNullObject: method("1.9", invalidCells),
  },
});
