/** Holds what a file shows against what its document says, cell by cell. */
import type { ReturnDocument } from "../format/return-document";
import type { SeenCell, SeenSheet } from "./opened-workbook";
import { addressOf, HEADINGS_ROW, type ReturnCells, type ReturnSheet } from "./return-sheet-model";
import { tableSheet, tableTitles } from "./table-sheets";

/**
 * "exactly": no other program saved the file. "as-saved-again": other programs keep 15 digits of a number. "as-open-document": white space in
 * texts is lost as well when an .ods is read.
 */
export type HowClose = "exactly" | "as-saved-again" | "as-open-document";

/** @returns the first cell that does not say what it should, as a sentence with its place; null where all do */
export function firstDifference(expected: readonly ReturnSheet[], seen: readonly SeenSheet[], close: HowClose): string | null {
  for (const sheet of expected) {
    const found = seen.find(({ name }) => name === sheet.name);
    if (found === undefined) return `The sheet "${sheet.name}" is missing.`;
    const difference = differenceIn(sheet, found, close);
    if (difference !== null) return difference;
  }
  return null;
}

function differenceIn(expected: ReturnSheet, { rows }: SeenSheet, close: HowClose): string | null {
  for (let row = 0; row < Math.max(expected.rows.length, rows.length); row += 1) {
    const [wanted, found] = [expected.rows[row] ?? [], rows[row] ?? []];
    for (let column = 0; column < Math.max(wanted.length, found.length); column += 1) {
      const holds = wanted[column]?.holds ?? null;
      const cell = found[column] ?? null;
      if (!says(cell, holds, close)) return altered(expected.name, addressOf(row, column), cell, holds);
    }
  }
  return null;
}

/** Whether a cell says what it should. */
export function says(cell: SeenCell | null, holds: string | number | null, close: HowClose): boolean {
  if (cell !== null && cell.kind !== "value") return false;
  const [found, wanted] = [asKept(cell?.holds ?? null, close), asKept(holds, close)];
  return found === wanted;
}

/** What is left of a value when a file was saved so. */
function asKept(holds: string | number | null, close: HowClose): string | number | null {
  if (close === "exactly" || holds === null) return holds;
  if (typeof holds === "number") return Number(holds.toPrecision(15));
  return close === "as-saved-again" ? holds : holds.replace(/[\s\ufeff]+/g, "") || null;
}

const altered = (sheet: string, address: string, cell: SeenCell | null, holds: string | number | null): string =>
  `${sheet}!${address} ${inWords(cell)}; the machine-readable part ${holds === null ? "has nothing there" : `says ${quoted(holds)}`}.`;

function inWords(cell: SeenCell | null): string {
  if (cell === null) return "is empty";
  if (cell.kind === "formula") return "holds a formula";
  return `shows ${cell.kind === "value" ? quoted(cell.holds) : cell.shows}`;
}

/** Long texts by their start. */
function quoted(holds: string | number): string {
  if (typeof holds === "number") return String(holds);
  return holds.length <= 80 ? `"${holds}"` : `"${holds.slice(0, 79)}…"`;
}

/**
 * The same for a file of another version of the format, whose sheets may have other words around their tables: of each table, the cells under the headings.
 */
export function firstTableDifference(document: ReturnDocument, seen: readonly SeenSheet[], close: HowClose): string | null {
  for (const [table, name] of tableTitles(document)) {
    const found = seen.find((sheet) => sheet.name === name);
    if (found === undefined) return `The sheet "${name}" is missing.`;
    const [headings = [], ...rows] = tableSheet(document, table, name).rows.slice(HEADINGS_ROW - 1);
    const difference = differenceUnder(headings, rows, found, close);
    if (difference !== null) return difference;
  }
  return null;
}

function differenceUnder(headings: ReturnCells, rows: readonly ReturnCells[], { name, rows: seen }: SeenSheet, close: HowClose): string | null {
  const columnsIn = (row: readonly (SeenCell | null)[]): readonly number[] => headings.map((heading) => row.findIndex((cell) => cell?.kind === "value" && cell.holds === heading?.holds));
  const top = seen.findIndex((row) => columnsIn(row).every((column) => column >= 0));
  if (top < 0) return `The sheet "${name}" has no row with the headings of its table.`;
  const columns = columnsIn(seen[top] ?? []);
  for (let index = 0; index < Math.max(rows.length, seen.length - top - 1); index += 1) {
    for (const [at, column] of columns.entries()) {
      const holds = rows[index]?.[at]?.holds ?? null;
      const cell = seen[top + 1 + index]?.[column] ?? null;
      if (!says(cell, holds, close)) return altered(name, addressOf(top + 1 + index, column), cell, holds);
    }
  }
  return null;
}
