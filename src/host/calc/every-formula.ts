/** Every place of a workbook that holds a formula, so that a change of spelling reaches all of them. */
import type { Area } from "../workbook/area";
import type { Cause } from "../workbook/change";
import type { Chart, ChartSeries } from "../workbook/chart";
import type { BarBound, ConditionalFormat, DataValidation, HighlightRule, Table, ValidationRule } from "../workbook/features";
import type { Sheet } from "../workbook/sheet";
import type { Workbook } from "../workbook/workbook";

/**
 * Where a formula stands. References without a sheet mean `sheet`; `row` and `column` are the cell it counts from.
 * In a name (`isName`), references that are not fixed by `$` count from whatever cell uses the name.
 */
export interface FormulaPlace { readonly sheet: Sheet | null; readonly row: number; readonly column: number; readonly isName: boolean }

/** The formula in its new spelling, or the same text. */
export type Respell = (formula: string, place: FormulaPlace) => string;

/**
 * Rewrites every formula: cells, calculated columns, rules, charts and names. Values stay; listeners hear of each sheet once.
 * @param except - a sheet whose validations and conditional formats the caller rewrites itself
 */
export function respellAll(workbook: Workbook, respell: Respell, cause: Cause, except: Sheet | null = null): void {
  for (const sheet of workbook.sheets) {
    respellCells(sheet, respell, cause);
    respellTables(sheet, respell, cause);
    if (sheet !== except) respellRules(sheet, respell, cause);
    respellCharts(sheet, respell, cause);
  }
  respellNames(workbook, respell, cause);
}

function respellCells(sheet: Sheet, respell: Respell, cause: Cause): void {
  let any = false;
  // Read whole first: a cell must not be replaced while the sheet's cells are being gone through.
  const withFormula = [...sheet.entries()].filter(([, , cell]) => cell.formula !== null);
  for (const [row, column, cell] of withFormula) {
    const before = cell.formula ?? "";
    const formula = respell(before, { sheet, row, column, isName: false });
    if (formula === before) continue;
    sheet.workbook.remember(sheet, row, column, cell);
    sheet.put(row, column, { ...cell, formula });
    any = true;
  }
  if (any) sheet.workbook.tell({ kind: "respelt", sheet: sheet.id, cause });
}

/** The list with its changed members; the same list when none changed, so that nobody is told. */
export function mapped<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  const after = list.map(change);
  return after.some((item, index) => item !== list[index]) ? after : list;
}

function respellTables(sheet: Sheet, respell: Respell, cause: Cause): void {
  sheet.set("tables", mapped(sheet.get("tables"), (table) => respeltTable(sheet, table, respell)), cause);
}

function respeltTable(sheet: Sheet, table: Table, respell: Respell): Table {
  const row = table.area.top + (table.headerRow ? 1 : 0);
  const columns = mapped(table.columns, (column) => {
    if (column.formula === null) return column;
    const formula = respell(column.formula, { sheet, row, column: table.area.left + table.columns.indexOf(column), isName: false });
    return formula === column.formula ? column : { ...column, formula };
  });
  return columns === table.columns ? table : { ...table, columns };
}

const firstCell = (sheet: Sheet, areas: readonly Area[]): FormulaPlace => ({ sheet, row: areas[0]?.top ?? 0, column: areas[0]?.left ?? 0, isName: false });

function respellRules(sheet: Sheet, respell: Respell, cause: Cause): void {
  sheet.set("validations", mapped(sheet.get("validations"), (validation) => respeltValidation(validation, (formula) => respell(formula, firstCell(sheet, validation.areas)))), cause);
  sheet.set("conditionalFormats", mapped(sheet.get("conditionalFormats"), (format) => respeltFormat(format, (formula) => respell(formula, firstCell(sheet, format.areas)))), cause);
}

type Change = (formula: string) => string;

/** The validation with its operands changed; the same one when none did. */
export function respeltValidation(validation: DataValidation, change: Change): DataValidation {
  const rule = respeltOperands(validation.rule, change);
  return rule === validation.rule ? validation : { ...validation, rule };
}

function respeltOperands(rule: ValidationRule, change: Change): ValidationRule {
  if (rule.kind === "any") return rule;
  if (rule.kind === "list") {
    const source = change(rule.source);
    return source === rule.source ? rule : { ...rule, source };
  }
  if (rule.kind === "custom") {
    const formula = change(rule.formula);
    return formula === rule.formula ? rule : { ...rule, formula };
  }
  const formula1 = change(rule.formula1);
  const formula2 = rule.formula2 === null ? null : change(rule.formula2);
  return formula1 === rule.formula1 && formula2 === rule.formula2 ? rule : { ...rule, formula1, formula2 };
}

/** The conditional format with its formulas changed; the same one when none did. */
export function respeltFormat(format: ConditionalFormat, change: Change): ConditionalFormat {
  const rule = respeltHighlight(format.rule, change);
  return rule === format.rule ? format : { ...format, rule };
}

function respeltHighlight(rule: HighlightRule, change: Change): HighlightRule {
  switch (rule.kind) {
    case "custom": {
      const formula = change(rule.formula);
      return formula === rule.formula ? rule : { ...rule, formula };
    }
    case "cellValue": {
      const formula1 = change(rule.formula1);
      const formula2 = rule.formula2 === null ? null : change(rule.formula2);
      return formula1 === rule.formula1 && formula2 === rule.formula2 ? rule : { ...rule, formula1, formula2 };
    }
    case "colourScale": case "iconSet": return respeltPoints(rule, change);
    case "dataBar": return respeltBounds(rule, change);
    case "containsText": case "topBottom": case "preset": case "carried": return rule;
  }
}

function respeltBounds(rule: Extract<HighlightRule, { kind: "dataBar" }>, change: Change): HighlightRule {
  const respelt = (bound: BarBound | undefined): BarBound | undefined => (bound?.kind === "Formula" && bound.value !== null ? { ...bound, value: change(bound.value) } : bound);
  const [lower, upper] = [respelt(rule.lower), respelt(rule.upper)];
  if (lower?.value === rule.lower?.value && upper?.value === rule.upper?.value) return rule;
  return { ...rule, ...(lower === undefined ? {} : { lower }), ...(upper === undefined ? {} : { upper }) };
}

function respeltPoints(rule: Extract<HighlightRule, { kind: "colourScale" | "iconSet" }>, change: Change): HighlightRule {
  const respelt = <P extends { readonly kind: string; readonly value: string | null }>(point: P): P => {
    if (point.kind !== "Formula" || point.value === null) return point;
    const value = change(point.value);
    return value === point.value ? point : { ...point, value };
  };
  if (rule.kind === "colourScale") {
    const points = mapped(rule.points, respelt);
    return points === rule.points ? rule : { ...rule, points };
  }
  const points = mapped(rule.points, respelt);
  return points === rule.points ? rule : { ...rule, points };
}

function respellCharts(sheet: Sheet, respell: Respell, cause: Cause): void {
  const change: Change = (formula) => respell(formula, { sheet, row: 0, column: 0, isName: false });
  sheet.set("charts", mapped(sheet.get("charts"), (chart) => respeltChart(chart, change)), cause);
}

function respeltChart(chart: Chart, change: Change): Chart {
  const series = mapped(chart.series, (one) => respeltSeries(one, change));
  const formula = chart.title.formula === null ? null : change(chart.title.formula);
  return series === chart.series && formula === chart.title.formula ? chart : { ...chart, series, title: { ...chart.title, formula } };
}

function respeltSeries(series: ChartSeries, change: Change): ChartSeries {
  const values = series.values === null ? null : change(series.values);
  const categories = series.categories === null ? null : change(series.categories);
  const before = "formula" in series.name ? series.name.formula : null;
  const title = before === null ? null : change(before);
  if (values === series.values && categories === series.categories && title === before) return series;
  return { ...series, values, categories, name: title === null ? series.name : { formula: title } };
}

function respellNames(workbook: Workbook, respell: Respell, cause: Cause): void {
  const names = mapped(workbook.names, (name) => {
    const sheet = name.scope === null ? null : workbook.sheetById(name.scope);
    const formula = respell(name.formula, { sheet, row: 0, column: 0, isName: true });
    return formula === name.formula ? name : { ...name, formula };
  });
  if (names !== workbook.names) workbook.setNames(names, cause);
}
