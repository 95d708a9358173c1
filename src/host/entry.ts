/**
 * What a person's hand does to cells: typing, which data validation watches over, and pasting, which passes it by and takes the
 * rule away, as when cells are copied from another workbook.
 */
import { area as areaOf, MAX_COLUMNS, MAX_ROWS, type Area } from "./workbook/area";
import type { DataValidation } from "./workbook/features";
import type { Cell, Sheet } from "./workbook/sheet";
import type { CellValue } from "./workbook/values";
import { assertUnlocked, styleNumber } from "./objects/cells";
import { entered } from "./objects/entered";
import { withoutArea } from "./workbook/areas";
import { Refusal } from "./objects/refusal";
import type { Session } from "./objects/session";
import { typedBeside } from "./objects/table-growth";
import { satisfies, validationAt } from "./objects/validation-check";

/** `remote` is a co-author typing in an Excel of their own. */
export type Hand = "typed" | "pasted" | "remote";

/** Rows of what is entered: text as it is typed, numbers, truth values; "" empties a cell, null leaves it alone. */
export type Entries = readonly (readonly (string | number | boolean | null)[])[];

export type EntryOutcome =
  /** It stands. `undo` puts everything back that it changed, tables that grew included. */
  | { readonly kind: "entered"; readonly area: Area; readonly undo: () => void; readonly warnings: readonly EntryAlert[] }
  /** Nothing was changed. */
  | { readonly kind: "refused"; readonly alert: EntryAlert };

/** What Excel would tell the person about one cell. */
export interface EntryAlert { readonly row: number; readonly column: number; readonly title: string; readonly says: string }

const NO_MATCH = "This value doesn't match the data validation restrictions defined for this cell.";

/**
 * Enters values from a cell on, right and down. Typed values that a Stop alert forbids refuse the whole entry; a Warning or
 * Information alert lets it stand and is given back. Formulas are brought up to date.
 *
 * @throws RangeError when the values reach past the sheet's edge
 */
export function typeInto(session: Session, sheet: Sheet, row: number, column: number, values: Entries, hand: Hand): EntryOutcome {
  const width = values.reduce((widest, line) => Math.max(widest, line.length), 1);
  const area = areaOf(row, column, Math.max(1, values.length), width);
  if (row < 0 || column < 0 || area.bottom >= MAX_ROWS || area.right >= MAX_COLUMNS) throw new RangeError("The values reach past the edge of the sheet.");
  const planned = plan(session, sheet, area, values, hand);
  if ("refused" in planned) return { kind: "refused", alert: planned.refused };
  const checked = hand !== "pasted" ? check(session, sheet, planned.cells) : { stop: null, warnings: [] };
  if (checked.stop !== null) return { kind: "refused", alert: checked.stop };
  const undo = session.workbook.record(() => put(session, sheet, area, planned.cells, hand));
  session.settle();
  return { kind: "entered", area, undo, warnings: checked.warnings };
}

type Place = number;
const placeOf = (row: number, column: number): Place => row * MAX_COLUMNS + column;

function plan(session: Session, sheet: Sheet, area: Area, values: Entries, hand: Hand): { readonly cells: ReadonlyMap<Place, Cell> } | { readonly refused: EntryAlert } {
  const cells = new Map<Place, Cell>();
  for (const [down, line] of values.entries()) {
    for (const [right, value] of line.entries()) {
      if (value === null) continue;
      const row = area.top + down;
      const column = area.left + right;
      try {
        assertUnlocked(sheet, areaOf(row, column));
        const before: Cell = { ...sheet.cell(row, column), style: styleNumber(sheet, row, column) };
        cells.set(placeOf(row, column), hand === "pasted" && isPadded(value) ? asText(before, value) : entered(before.style, value, session.workbook, session.dates("day-first")));
      } catch (problem) {
        if (!(problem instanceof Refusal)) throw problem;
        const says = problem.code === "AccessDenied" ? "The cell is protected. Unprotect the sheet to change it." : problem.message;
        return { refused: { row, column, title: "", says } };
      }
    }
  }
  return { cells };
}

/** A copied cell whose text has blanks at an end stays text; only typing drops them. */
const isPadded = (value: string | number | boolean): value is string => typeof value === "string" && value !== value.trim() && !value.startsWith("=");
const asText = (cell: Cell, value: string): Cell => ({ ...cell, value, formula: null, array: null, state: "live" });

/**
 * The first Stop alert that forbids a value, and the softer alerts on the way. Emptying a cell is never forbidden.
 * The values stand in their cells while they are checked, unseen by listeners: a rule may speak of its own cell.
 */
function check(session: Session, sheet: Sheet, cells: ReadonlyMap<Place, Cell>): { readonly stop: EntryAlert | null; readonly warnings: readonly EntryAlert[] } {
  const places = [...cells].map(([place, cell]) => {
    const [row, column] = [Math.floor(place / MAX_COLUMNS), place % MAX_COLUMNS];
    return { row, column, before: sheet.cell(row, column), value: valueOf(session, sheet, row, column, cell) };
  });
  const warnings: EntryAlert[] = [];
  try {
    for (const { row, column, before, value } of places) sheet.put(row, column, { ...before, value, formula: null, array: null });
    for (const { row, column, value } of places) {
      const alert = alertFor(session, sheet, row, column, value);
      if (alert?.style === "Stop") return { stop: alert.alert, warnings };
      if (alert !== null) warnings.push(alert.alert);
    }
    return { stop: null, warnings };
  } finally {
    for (const { row, column, before } of places) sheet.put(row, column, before);
  }
}

function alertFor(session: Session, sheet: Sheet, row: number, column: number, value: CellValue): { readonly style: DataValidation["alert"]["style"]; readonly alert: EntryAlert } | null {
  const validation = validationAt(sheet, row, column);
  if (validation === null || !validation.alert.show || value === null || satisfies(session, sheet, validation, row, column, value)) return null;
  const { title, message, style } = validation.alert;
  return { style, alert: { row, column, title, says: message === "" ? NO_MATCH : message } };
}

function valueOf(session: Session, sheet: Sheet, row: number, column: number, cell: Cell): CellValue {
  return cell.formula === null ? cell.value : session.evaluate(cell.formula, sheet, row, column)[0]?.[0] ?? null;
}

function put(session: Session, sheet: Sheet, area: Area, cells: ReadonlyMap<Place, Cell>, hand: Hand): void {
  session.noteBefore(sheet, area.top, area.left);
  sheet.write(area, hand, "content", (cell, row, column) => cells.get(placeOf(row, column)) ?? cell);
  if (hand === "pasted") dropValidation(sheet, area);
  typedBeside(sheet, area, hand);
}

function dropValidation(sheet: Sheet, area: Area): void {
  // An area that is not cut comes back as it was.
  const touched = (rule: DataValidation): boolean => rule.areas.some((one) => withoutArea(one, area)[0] !== one);
  const before = sheet.get("validations");
  if (!before.some(touched)) return;
  const after = before.map((rule) => ({ ...rule, areas: rule.areas.flatMap((one) => withoutArea(one, area)) })).filter((rule) => rule.areas.length > 0);
  sheet.set("validations", after, "pasted");
}
