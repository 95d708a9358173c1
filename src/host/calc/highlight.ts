/** What the conditional formats of a sheet do to its cells: which rules apply, and the look that comes of them. */
import { contains, type Area } from "../workbook/area";
import type { ConditionalFormat, HighlightRule, StylePatch } from "../workbook/features";
import type { Sheet } from "../workbook/sheet";
import { isError, type CellValue } from "../workbook/values";
import type { Workbook } from "../workbook/workbook";
import type { Calculator } from "./calculator";
import { compareValues, toLogical, toText } from "./coerce";
import { groupTest, type ValueTest } from "./highlight-groups";
import { Wildcards } from "./wildcards";
import { scaleOf, type Scale } from "./highlight-scale";

/** A data bar behind the text: the share of the cell's width that it fills, 0 to 1. */
export interface Bar { readonly share: number; readonly colour: string }
/** A sign before the text. */
export interface Sign { readonly glyph: string; readonly colour: string }

/** What the conditional formats over a cell come to together. */
export interface Highlight {
  readonly patch: StylePatch;
  readonly bar: Bar | null;
  readonly sign: Sign | null;
  /** A data bar or icon that shows without the figure. */
  readonly hidesValue: boolean;
}

/** Answers what a sheet's conditional formats do to a cell, or null where none applies. */
export type HighlightsOf = (sheet: Sheet, row: number, column: number) => Highlight | null;

/** What is needed of the calculator: a formula's value in a cell, without entering it there. */
export type Evaluation = Pick<Calculator, "evaluate">;

/** One rule made ready for a sheet: its place, and whatever it has to know of all its cells together. */
interface Prepared { readonly format: ConditionalFormat; readonly scale: Scale | null; readonly test: ValueTest | null }

/**
 * Conditional formats of a workbook, worked out cell by cell as they are asked for. What a rule needs of all its cells is
 * worked out once and kept until the workbook changes.
 * @example
 * const highlights = new Highlights(workbook, calculator);
 * highlights.of(sheet, 4, 2); // => { patch: { fill: "#FFC7CE" }, bar: null, sign: null, hidesValue: false }, or null
 */
export class Highlights {
  private readonly prepared = new Map<Sheet, readonly Prepared[]>();
  private readonly stop: () => void;

  constructor(workbook: Workbook, private readonly calculation: Evaluation) {
    this.stop = workbook.listen((change) => { if (change.kind !== "selection" && change.kind !== "sheet-activated") this.prepared.clear(); });
  }

  /** No longer listens to the workbook. */
  close(): void { this.stop(); }

  readonly of: HighlightsOf = (sheet, row, column) => {
    let patch: StylePatch = {};
    let [bar, sign, hidesValue, any] = [null as Bar | null, null as Sign | null, false, false];
    for (const prepared of this.rulesOf(sheet)) {
      const { format } = prepared;
      if (!format.areas.some((area) => contains(area, row, column))) continue;
      const effect = this.effect(prepared, sheet, row, column);
      if (effect === null) continue;
      any = true;
      // The rule that comes first wins where two set the same thing.
      patch = { ...effect.patch, ...patch };
      bar ??= effect.bar;
      sign ??= effect.sign;
      hidesValue ||= effect.hidesValue;
      if (format.stopIfTrue) break;
    }
    return any ? { patch, bar, sign, hidesValue } : null;
  };

  private rulesOf(sheet: Sheet): readonly Prepared[] {
    let prepared = this.prepared.get(sheet);
    if (prepared === undefined) {
      const inOrder = [...sheet.get("conditionalFormats")].sort((a, b) => a.priority - b.priority);
      prepared = inOrder.map((format) => ({ format, scale: scaleOf(sheet, format, (formula) => this.operand(format, formula, sheet, null)), test: groupTest(sheet, format, () => this.today(sheet)) }));
      this.prepared.set(sheet, prepared);
    }
    return prepared;
  }

  private today(sheet: Sheet): number {
    const value = this.calculation.evaluate("TODAY()", sheet, 0, 0)[0]?.[0];
    return typeof value === "number" ? value : 0;
  }

  private effect({ format, scale, test }: Prepared, sheet: Sheet, row: number, column: number): Highlight | null {
    const { value } = sheet.cell(row, column);
    const { rule } = format;
    switch (rule.kind) {
      case "custom": case "cellValue": case "containsText":
        return this.holds(format, sheet, row, column, value) ? { patch: rule.format, bar: null, sign: null, hidesValue: false } : null;
      case "colourScale": case "dataBar": case "iconSet":
        return scale === null || typeof value !== "number" ? null : scale(value);
      case "topBottom": case "preset": return test?.(value) === true ? { patch: rule.format, bar: null, sign: null, hidesValue: false } : null;
      case "carried": return null;
    }
  }

  private holds(format: ConditionalFormat, sheet: Sheet, row: number, column: number, value: CellValue): boolean {
    const { rule } = format;
    const at = { row, column };
    if (rule.kind === "custom") return toLogical(this.operand(format, rule.formula, sheet, at)) === true;
    if (rule.kind === "containsText") return hasText(rule.operator, rule.text, value);
    if (rule.kind !== "cellValue") return false;
    const first = this.operand(format, rule.formula1, sheet, at);
    const second = rule.formula2 === null ? null : this.operand(format, rule.formula2, sheet, at);
    return compares(rule, value, first, second);
  }

  /** What a rule's formula comes to in a cell, or in the rule's own first cell, where it reads as it is written. */
  private operand(format: ConditionalFormat, formula: string, sheet: Sheet, at: { readonly row: number; readonly column: number } | null): CellValue {
    const plain = plainValue(formula);
    if (plain !== null) return plain;
    const first = format.areas[0] as Area;
    const { row, column } = at ?? { row: first.top, column: first.left };
    return this.calculation.evaluate(formula, sheet, row, column, { row: first.top, column: first.left })[0]?.[0] ?? null;
  }
}

/** A number or quoted text, which needs no calculating. */
function plainValue(formula: string): number | string | null {
  if (/^[+-]?\d+(\.\d+)?$/.test(formula)) return Number(formula);
  const quoted = /^"((?:[^"]|"")*)"$/.exec(formula);
  return quoted === null ? null : (quoted[1] ?? "").replaceAll('""', '"');
}

/** As the formula `cell operator operand` would: text is more than any number, and a blank cell counts as 0. */
function compares(rule: Extract<HighlightRule, { kind: "cellValue" }>, value: CellValue, first: CellValue, second: CellValue): boolean {
  if (isError(value) || isError(first) || isError(second)) return false;
  const toFirst = compareValues(value, first);
  switch (rule.operator) {
    case "EqualTo": return toFirst === 0;
    case "NotEqualTo": return toFirst !== 0;
    case "GreaterThan": return toFirst > 0;
    case "LessThan": return toFirst < 0;
    case "GreaterThanOrEqualTo": return toFirst >= 0;
    case "LessThanOrEqualTo": return toFirst <= 0;
    case "Between": case "NotBetween": {
      const toSecond = compareValues(value, second);
      // Excel takes the two bounds in either order.
      const inside = (toFirst >= 0 && toSecond <= 0) || (toFirst <= 0 && toSecond >= 0);
      return inside === (rule.operator === "Between");
    }
  }
}

/** As Excel's own formulas for these rules do: without regard to case, wildcards only where text is contained. */
function hasText(operator: "Contains" | "NotContains" | "BeginsWith" | "EndsWith", text: string, value: CellValue): boolean {
  const own = toText(value);
  if (isError(own)) return operator === "NotContains";
  const [a, b] = [own.toLowerCase(), text.toLowerCase()];
  switch (operator) {
    case "Contains": return new Wildcards(text).search(own) >= 0;
    case "NotContains": return new Wildcards(text).search(own) < 0;
    case "BeginsWith": return a.startsWith(b);
    case "EndsWith": return a.endsWith(b);
  }
}
