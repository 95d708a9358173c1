/** The database functions: totals over the records of a list that satisfy a range of conditions. */
import { cellError, isError, type CellError, type CellValue } from "../../workbook/values";
import { sameValue, tidyNumber } from "../coerce";
import { criterionOf, type Criterion } from "../criteria";
import { anything, define, matrix, reference, type FunctionSpec } from "../function-spec";
import type { Reference, Scope } from "../operand";
import { NotWorkedOut } from "../not-worked-out";
import { Wildcards } from "../wildcards";
import { meanOf, sumOf } from "./arguments";
import { largest, smallest } from "./aggregates";
import { deviation, variance } from "./statistics";

const bad = cellError("#VALUE!");

/** A condition of a list: text without a sign means whatever begins with it. */
function conditionOf(given: CellValue): Criterion {
  if (typeof given !== "string" || /^(?:[<>=]|true$|false$|#)/i.test(given) || typeof criterionOf(given).exactly === "number") return criterionOf(given);
  const start = new Wildcards(`${given}*`);
  return (value) => typeof value === "string" && start.test(value);
}

type Condition = readonly [column: number, test: Criterion];

/** Each row of conditions, all of which a record must satisfy; any one row will do. */
function conditionsOf(given: Reference, headers: readonly CellValue[], scope: Scope): readonly (readonly Condition[])[] {
  const rows = scope.cells.matrixOf(given);
  const columns = rows.row(0).map((name) => headers.findIndex((header) => sameValue(header, name)));
  const found: Condition[][] = [];
  for (let row = 1; row < rows.rows; row++) {
    const conditions: Condition[] = [];
    rows.row(row).forEach((value, i) => {
      if (value === null) return;
      const column = columns[i] ?? -1;
      // A heading that is none of the list's stands over a formula, which Excel tries on every record.
      if (column < 0) throw new NotWorkedOut("a condition of a database function that is a formula is not built here", "#VALUE!");
      conditions.push([column, conditionOf(value)]);
    });
    found.push(conditions);
  }
  return found;
}

/** The column by its heading or its number; null where none is named. */
function fieldOf(field: CellValue, headers: readonly CellValue[]): number | null | CellError {
  if (field === null) return null;
  if (isError(field)) return field;
  const place = typeof field === "number" ? Math.trunc(field) - 1 : headers.findIndex((header) => sameValue(header, field));
  return place < 0 || place >= headers.length ? bad : place;
}

function database(name: string, work: (values: readonly CellValue[]) => CellValue): FunctionSpec {
  return define(name, [matrix, anything, reference], ([list, field, conditions], scope) => {
    const headers = list.row(0);
    const column = fieldOf(field, headers);
    if (isError(column)) return column;
    if (column === null && name !== "DCOUNT" && name !== "DCOUNTA") return bad;
    const rows = conditionsOf(conditions, headers, scope);
    scope.cells.spend(list.rows * Math.max(1, rows.length));
    const values: CellValue[] = [];
    for (let row = 1; row < list.rows; row++) {
      const fits = rows.some((all) => all.every(([place, test]) => test(list.at(row, place))));
      // Without a field the records themselves are counted.
      if (fits) values.push(column === null ? 1 : list.at(row, column));
    }
    return work(values);
  });
}

function overNumbers(name: string, work: (numbers: readonly number[]) => CellValue): FunctionSpec {
  return database(name, (values) => {
    const failed = values.find(isError);
    if (isError(failed)) return failed;
    const result = work(values.filter((value): value is number => typeof value === "number"));
    return typeof result === "number" ? tidyNumber(result) : result;
  });
}

export const databases: readonly FunctionSpec[] = [
  overNumbers("DSUM", sumOf), overNumbers("DAVERAGE", meanOf), overNumbers("DMAX", largest), overNumbers("DMIN", smallest),
  overNumbers("DPRODUCT", (n) => (n.length === 0 ? 0 : n.reduce((a, b) => a * b, 1))),
  overNumbers("DSTDEV", (n) => deviation(n, false)), overNumbers("DSTDEVP", (n) => deviation(n, true)),
  overNumbers("DVAR", (n) => variance(n, false)), overNumbers("DVARP", (n) => variance(n, true)),
  database("DCOUNT", (values) => values.filter((value) => typeof value === "number").length),
  database("DCOUNTA", (values) => values.filter((value) => value !== null).length),
  database("DGET", (values) => (values.length === 0 ? bad : values.length > 1 ? cellError("#NUM!") : values[0] ?? 0)),
];
