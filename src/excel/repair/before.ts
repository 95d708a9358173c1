/** What stood before a repair, as far as it takes to put it back: read before anything is written. */
import { areaName } from "../../blueprint/place";
import type { Rectangle } from "../../blueprint/types";
import type { Drift } from "../../validation/drift/drift";
import type { Found, FoundSheet } from "../identity";
import { sheetOf } from "../identity";

export type Grid = readonly (readonly unknown[])[];
/** Cells whose formulas, entries or number formats the repair writes. Sheets by Excel's own id, since a tab may be renamed. */
export interface CellsBefore { readonly sheet: string; readonly area: Rectangle; readonly formulas: Grid; readonly formats: Grid }
export interface RuleBefore { readonly sheet: string; readonly area: Rectangle; readonly rule: RuleState }
export type RuleState = { readonly kind: "none" } | { readonly kind: "rule"; readonly rule: Excel.DataValidationRule; readonly alert: Excel.DataValidationErrorAlert; readonly prompt: Excel.DataValidationPrompt; readonly ignoreBlanks: boolean };

/** A table that was turned into cells: how far down it reaches. Null where its headings do not stand as they should. */
export interface RegainedTable { readonly drift: Extract<Drift, { readonly kind: "table" }>; readonly rows: number | null }

export interface Before { readonly cells: readonly CellsBefore[]; readonly rules: readonly RuleBefore[]; readonly tables: readonly RegainedTable[] }

/** Rules of single cells are kept for as many; a column that mixes rules over more cells gets the template's rule back and keeps no other. */
const SINGLE_RULES_AT_MOST = 400;
/** Cells looked at below the headings of a table that is none any more. */
const ROWS_AT_MOST = 2000;

/** Queues what has to be known. @returns what stood, to be asked for after the sync */
export function queueBefore(found: Found, drift: readonly Drift[]): () => Before {
  const cells = drift.flatMap((each) => areasOf(each).map((area) => ({ sheet: idOf(found, each), area, range: sheetFor(found, each).worksheet.getRange(areaName(area)).load("formulas,numberFormat") })));
  const rules = drift.flatMap((each) => (each.kind === "entry-rule" ? ruleAreas(each).map((area) => ({ sheet: idOf(found, each), area, validation: queueRule(found, each, area) })) : []));
  const tables = drift.flatMap((each) => (each.kind === "table" ? [{ drift: each, range: tableArea(found, each).load("values") }] : []));
  return () => ({
    cells: cells.map(({ sheet, area, range }) => ({ sheet, area, formulas: range.formulas as Grid, formats: range.numberFormat as Grid })),
    rules: rules.map(({ sheet, area, validation }) => ({ sheet, area, rule: stateOf(validation) })),
    tables: tables.map(({ drift: each, range }) => ({ drift: each, rows: rowsOf(each, range.values as Grid) })),
  });
}

/** @throws RangeError for a sheet that is gone: a mistake of ours */
export function sheetFor(found: Found, { sheet }: Drift): FoundSheet {
  const there = sheetOf(found, sheet);
  if (there === undefined) throw new RangeError(`There is no sheet ${sheet} to repair.`);
  return there;
}

const idOf = (found: Found, drift: Drift): string => sheetFor(found, drift).worksheet.id;
const one = ({ row, column }: { readonly row: number; readonly column: number }): Rectangle => ({ top: row, left: column, rows: 1, columns: 1 });

/** Cells that a repair writes to. */
export function areasOf(drift: Drift): readonly Rectangle[] {
  switch (drift.kind) {
    case "formula": case "label": case "header": return [one(drift.at)];
    case "number-format": return runsDown(drift.cells);
    default: return [];
  }
}

/** Cells under each other as areas. */
export function runsDown(cells: readonly { readonly row: number; readonly column: number }[]): readonly Rectangle[] {
  const runs: Rectangle[] = [];
  for (const cell of cells) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.left === cell.column && last.top + last.rows === cell.row) runs[runs.length - 1] = { ...last, rows: last.rows + 1 };
    else runs.push(one(cell));
  }
  return runs;
}

function ruleAreas({ validation: { area }, lost }: Extract<Drift, { readonly kind: "entry-rule" }>): readonly Rectangle[] {
  if (lost !== "some" || area.rows > SINGLE_RULES_AT_MOST) return [area];
  return Array.from({ length: area.rows }, (_, down) => ({ ...area, top: area.top + down, rows: 1 }));
}

const queueRule = (found: Found, drift: Drift, area: Rectangle): Excel.DataValidation =>
  sheetFor(found, drift).worksheet.getRange(areaName(area)).dataValidation.load("type,rule,errorAlert,prompt,ignoreBlanks");

function stateOf({ type, rule, errorAlert, prompt, ignoreBlanks }: Excel.DataValidation): RuleState {
  if (type === "None" || type === "Inconsistent" || type === "MixedCriteria") return { kind: "none" };
  const given = Object.fromEntries(Object.entries(rule).filter(([, part]) => part !== null && part !== undefined)) as Excel.DataValidationRule;
  return { kind: "rule", rule: given, alert: errorAlert, prompt, ignoreBlanks };
}

function tableArea(found: Found, drift: Extract<Drift, { readonly kind: "table" }>): Excel.Range {
  const { at, definition } = drift;
  return sheetFor(found, drift).worksheet.getRange(areaName({ top: at.row, left: at.column, rows: ROWS_AT_MOST, columns: definition.columns.length }));
}

/** Down to the first row with nothing in it. */
function rowsOf({ definition }: Extract<Drift, { readonly kind: "table" }>, values: Grid): number | null {
  const [head = [], ...rows] = values;
  if (definition.columns.some(({ header }, index) => head[index] !== header)) return null;
  const empty = rows.findIndex((row) => row.every((value) => value === ""));
  const count = empty < 0 ? rows.length : empty;
  return count === 0 ? null : count;
}
