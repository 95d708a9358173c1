/** Addresses as Office.js reads and writes them: "Sheet1!A1:B2", a sheet's name in quotes where it needs them, names and tables. */
import { areaName, parseArea, type Area } from "../workbook/area";
import { Reference } from "../calc/operand";
import { resolveTable } from "../calc/resolve";
import type { Sheet } from "../workbook/sheet";
import { invalidArgument } from "./refusal";
import type { Session } from "./session";

const PLAIN_NAME = /^[A-Za-z_\u0080-\uFFFF][A-Za-z0-9_.\u0080-\uFFFF]*$/;
const LIKE_A_CELL = /^(?:[A-Za-z]{1,3}[0-9]{1,7}|[Rr][0-9]*(?:[Cc][0-9]*)?|[Cc][0-9]*)$/;

/** A sheet's name as formulas and addresses spell it. @example quotedName("Gap analysis") // => "'Gap analysis'" */
export function quotedName(name: string): string {
  return PLAIN_NAME.test(name) && !LIKE_A_CELL.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

export const addressOf = (sheet: Sheet, area: Area): string => `${quotedName(sheet.name)}!${areaName(area)}`;

/** The reference of a name's formula: absolute, with its sheet. @example absolute(sheet, area(0, 0)) // => "Sheet1!$A$1" */
export function absolute(sheet: Sheet, area: Area): string {
  const fixed = areaName(area).split(":").map((part) => part.replace(/([A-Z]+)?(\d+)?/, (_all, column?: string, row?: string) => `${column === undefined ? "" : `$${column}`}${row === undefined ? "" : `$${row}`}`));
  return `${quotedName(sheet.name)}!${fixed.join(":")}`;
}

/** Splits "'My sheet'!A1" into sheet and the rest; sheet null where none is named. */
export function splitAddress(text: string): { readonly sheet: string | null; readonly rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(text);
  if (quoted) return { sheet: (quoted[1] ?? "").replaceAll("''", "'"), rest: quoted[2] ?? "" };
  const bang = text.lastIndexOf("!");
  return bang < 0 ? { sheet: null, rest: text } : { sheet: text.slice(0, bang), rest: text.slice(bang + 1) };
}

export interface Place { readonly sheet: Sheet; readonly area: Area }

/**
 * The cells that a text names: an A1 address, a defined name or a table (its body).
 *
 * @param from - the sheet that an address without one is on
 * @returns null when it names no cells
 */
export function placeNamed(session: Session, text: string, from: Sheet): Place | null {
  const { workbook } = session;
  const plain = text.startsWith("=") ? text.slice(1) : text;
  if (plain.includes("[")) return placeInTable(session, plain);
  const { sheet: sheetName, rest } = splitAddress(plain);
  const sheet = sheetName === null ? from : workbook.sheetByName(sheetName);
  if (sheet === null) return null;
  const area = parseArea(rest.trim());
  if (area !== null) return { sheet, area };
  const name = workbook.nameFor(rest, sheet);
  if (name !== null) return placeOfFormula(session, name.formula);
  const table = workbook.tableByName(rest);
  return table === null ? null : { sheet: table.sheet, area: bodyOf(table.table) };
}

/** The cells that a formula (without "=") refers to and nothing else; null for any other formula. */
export function placeOfFormula(session: Session, formula: string): Place | null {
  if (formula.includes("[")) return placeInTable(session, formula);
  const { sheet: sheetName, rest } = splitAddress(formula);
  if (sheetName === null) return null;
  const sheet = session.workbook.sheetByName(sheetName);
  const area = parseArea(rest);
  return sheet === null || area === null ? null : { sheet, area };
}

/** The cells of a table reference: "tblDemand[Posts]". */
function placeInTable(session: Session, reference: string): Place | null {
  const found = resolveTable(reference, { sheet: session.activeSheet, row: 0, column: 0, down: 0, right: 0 });
  return found instanceof Reference ? { sheet: found.sheet, area: found.area } : null;
}

/** A table's rows between header and totals. */
export function bodyOf(table: { readonly area: Area; readonly headerRow: boolean; readonly totalsRow: boolean }): Area {
  return { ...table.area, top: table.area.top + (table.headerRow ? 1 : 0), bottom: table.area.bottom - (table.totalsRow ? 1 : 0) };
}

/** As `placeNamed`, for an argument. @throws Refusal InvalidArgument for what names no cells, or cells of another sheet */
export function areaOnSheet(session: Session, text: string, sheet: Sheet): Area {
  const place = placeNamed(session, text, sheet);
  if (place === null || place.sheet !== sheet) throw invalidArgument();
  return place.area;
}
