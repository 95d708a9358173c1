/**
 * Sheets drawn as Markdown tables, for stories about the audit. Every line of the table is a row from row 1 on, every cell a column from A on.
 * A number is a number, `'5` the text 5, `=B2*2 → 10` a formula with its result, `31/3/2009` a date, `#N/A` an error; all else is text.
 */
import type { AuditBook, AuditSheet } from "../../../src/validation/audit/audit-book";
import { blankCell, type Cell } from "../../../src/validation/book";

export type Drawn = Partial<Omit<AuditSheet, "rows" | "tab">>;

export function sheetDrawn(tab: string, drawing: string, more: Drawn = {}): AuditSheet {
  const lines = drawing.split("\n").map((line) => line.trim()).filter((line) => line.startsWith("|"));
  const rows = lines.map((line) => line.slice(1, -1).split("|").map((cell) => cellDrawn(cell.trim())));
  const width = Math.max(0, ...rows.map((row) => row.length));
  return {
    tab, identity: null, visibility: "visible", top: 0, left: 0, hiddenRows: [], hiddenColumns: [], merged: [], tables: [],
    ...more, rows: rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => blankCell)]),
  };
}

export const bookDrawn = (drawing: string, more: Drawn = {}): AuditBook => bookOf([sheetDrawn("Staff", drawing, more)]);
export const bookOf = (sheets: readonly AuditSheet[]): AuditBook => ({ sheets, goesRound: false });

function cellDrawn(text: string): Cell {
  if (text === "") return blankCell;
  if (text.startsWith("=")) {
    const [formula = "", result = "1"] = text.split(" → ");
    return { ...typed(result), formula };
  }
  return typed(text);
}

function typed(text: string): Cell {
  const cell = (kind: Cell["kind"], value: Cell["value"], numberFormat = "General"): Cell => ({ kind, value, numberFormat, formula: null });
  if (text.startsWith("'")) return cell("text", text.slice(1));
  if (/^#[A-Z/0-9?]+!?$/.test(text)) return cell("error", text);
  const [, day, month, year] = /^([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})$/.exec(text) ?? [];
  if (day !== undefined) return cell("number", Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569, "dd/mm/yyyy");
  if (/^-?[0-9]+(\.[0-9]+)?%$/.test(text)) return cell("number", Number(text.slice(0, -1)) / 100, "0%");
  return text !== "" && Number.isFinite(Number(text)) ? cell("number", Number(text)) : cell("text", text);
}
