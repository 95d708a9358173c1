/** Tables as CSV by RFC 4180: UTF-8, commas, CRLF, a header row. */
import Papa from "papaparse";
import type { Field, Rows } from "./rows";
import type { DatasetTable } from "./tables";

/**
 * @returns the whole text, with its header row; blank fields for null
 * @example csvOf(setAsideTable, []) // => "file,organisation_code,sequence,why,says\r\n"
 */
export function csvOf(table: DatasetTable, rows: Rows): string {
  return headerOf(table) + linesOf(rows);
}

export const headerOf = ({ columns }: DatasetTable): string => `${columns.map(({ name }) => name).join(",")}\r\n`;

/** Lines without a header, so that a file can be written portion by portion. Words that a spreadsheet would run as a formula are written as text. */
export function linesOf(rows: Rows): string {
  return rows.length === 0 ? "" : `${Papa.unparse(rows.map((row) => row.map(asText)), { newline: "\r\n", escapeFormulae: FORMULA })}\r\n`;
}

/** Numbers below zero stay numbers: only words are made harmless. */
const FORMULA = /^[=+\-@\t\r](?!\d+(\.\d+)?$)/;

const asText = (field: Field): string | number => (field === null ? "" : typeof field === "boolean" ? String(field) : field);
