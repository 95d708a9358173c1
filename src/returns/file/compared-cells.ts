/** Holds what a file shows against what its document says, cell by cell. */
import type { ReturnDocument } from "../format/return-document";
import { cellAt, type SeenCell, type SeenSheet } from "./opened-workbook";
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

function differenceIn(expected: ReturnSheet, seen: SeenSheet, close: HowClose): string | null {
  for (const row of inOrder(expected.rows.keys(), seen.rows.keys())) {
    const wanted = expected.rows[row] ?? [];
    for (const column of inOrder(wanted.keys(), seen.rows.get(row)?.keys() ?? [])) {
      const holds = wanted[column]?.holds ?? null;
      const cell = cellAt(seen, row, column);
      if (!says(cell, holds, close)) return altered(expected.name, addressOf(row, column), cell, holds);
    }
  }
  return null;
}

const inOrder = (some: Iterable<number>, others: Iterable<number>): readonly number[] => [...new Set([...some, ...others])].sort((one, other) => one - other);

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

function differenceUnder(headings: ReturnCells, rows: readonly ReturnCells[], seen: SeenSheet, close: HowClose): string | null {
  const columnsIn = (row: number): readonly number[] => headings.map((heading) => [...(seen.rows.get(row) ?? [])].find(([, cell]) => cell.kind === "value" && cell.holds === heading?.holds)?.[0] ?? -1);
  const top = [...seen.rows.keys()].find((row) => columnsIn(row).every((column) => column >= 0));
  if (top === undefined) return `The sheet "${seen.name}" has no row with the headings of its table.`;
  const below = [...seen.rows.keys()].filter((row) => row > top);
  for (const row of inOrder(rows.map((_, index) => top + 1 + index), below)) {
    for (const [at, column] of columnsIn(top).entries()) {
      const holds = rows[row - top - 1]?.[at]?.holds ?? null;
      const cell = cellAt(seen, row, column);
      if (!says(cell, holds, close)) return altered(seen.name, addressOf(row, column), cell, holds);
    }
  }
  return null;
}
