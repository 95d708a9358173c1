/** Text before, after and between marks, values written as text, and the names that count in bytes. */
import { cellError, isError, type CellError, type CellValue } from "../../workbook/values";
import { LONGEST_TEXT, toText } from "../coerce";
import { anything, define, integer, matrix, number, omissible, optional, range, text, type FunctionSpec } from "../function-spec";
import { Matrix, matrixOf, type Operand, type Scope } from "../operand";
import { roundHalfUp } from "./rounding";

const bad = cellError("#VALUE!");

interface Mark { readonly at: number; readonly length: number }

/** Where any of the marks stands, from the left; at one place the longest counts. */
function marksIn(given: string, marks: readonly string[], anyCase: boolean): readonly Mark[] {
  const within = anyCase ? given.toLowerCase() : given;
  const wanted = [...new Set(marks.map((mark) => (anyCase ? mark.toLowerCase() : mark)))].sort((a, b) => b.length - a.length);
  const found: Mark[] = [];
  for (let at = 0; at < within.length; ) {
    const mark = wanted.find((one) => one !== "" && within.startsWith(one, at));
    if (mark !== undefined) found.push({ at, length: mark.length });
    at += mark?.length ?? 1;
  }
  return found;
}

function marksOf(operand: Operand, scope: Scope): readonly string[] | CellError {
  const marks: string[] = [];
  for (const value of matrixOf(operand, scope).values) {
    const mark = toText(value);
    if (isError(mark)) return mark;
    marks.push(mark);
  }
  return marks;
}

interface Asked { readonly n: number; readonly anyCase: boolean; readonly endCounts: boolean; readonly otherwise: CellValue; readonly before: boolean }

/** The text before or after the n-th mark; a negative n counts from the end, whose end may count as a mark too. */
function beside(given: string, marks: readonly string[], { n, anyCase, endCounts, otherwise, before }: Asked): CellValue {
  if (n === 0 || Math.abs(n) > given.length + 1) return n === 0 || given !== "" ? bad : otherwise;
  if (marks.includes("")) return before === n > 0 ? "" : given;
  const found = marksIn(given, marks, anyCase);
  const ends = endCounts ? (n > 0 ? [...found, { at: given.length, length: 0 }] : [{ at: 0, length: 0 }, ...found]) : found;
  const mark = n > 0 ? ends[n - 1] : ends[ends.length + n];
  if (mark === undefined) return otherwise;
  return before ? given.slice(0, mark.at) : given.slice(mark.at + mark.length);
}

const besideMark = (name: string, before: boolean): FunctionSpec =>
  define(name, [text, range, optional(integer, 1), optional(integer, 0), optional(integer, 0), optional(anything, cellError("#N/A"))], ([given, marks, n, matching, end, otherwise], scope) => {
    const wanted = marksOf(marks, scope);
    return isError(wanted) ? wanted : beside(given, wanted, { n, anyCase: matching === 1, endCounts: end === 1, otherwise, before });
  });

function cut(given: string, marks: readonly string[], anyCase: boolean, skip: boolean): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { at, length } of marksIn(given, marks, anyCase)) {
    pieces.push(given.slice(from, at));
    from = at + length;
  }
  pieces.push(given.slice(from));
  return skip ? pieces.filter((piece) => piece !== "") : pieces;
}

const split = define("TEXTSPLIT", [text, optional(range), optional(range), omissible(integer, 0), optional(integer, 0), optional(anything, cellError("#N/A"))], ([given, between, under, skip, matching, pad], scope) => {
  const columns = between === undefined ? [] : marksOf(between, scope);
  const rows = under === undefined ? [] : marksOf(under, scope);
  if (isError(columns)) return columns;
  if (isError(rows)) return rows;
  if (columns.includes("") || rows.includes("") || (columns.length === 0 && rows.length === 0)) return bad;
  const [anyCase, skips] = [matching === 1, skip !== 0];
  const pieces = cut(given, rows, anyCase, skips).map((row) => cut(row, columns, anyCase, skips));
  const width = pieces.reduce((most, row) => Math.max(most, row.length), 0);
  if (width === 0) return cellError("#CALC!");
  return Matrix.of(pieces.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? pad)));
}, { givesMany: true });

/** A value as it would be written in a formula. */
function written(value: CellValue): string {
  if (typeof value === "string") return `"${value.replaceAll("\"", "\"\"")}"`;
  return plain(value);
}
function plain(value: CellValue): string {
  if (isError(value)) return value.code;
  const read = toText(value);
  return isError(read) ? read.code : read;
}

function arrayText(of: Matrix, strict: boolean): CellValue {
  const rows = of.toRows().map((row) => row.map(strict ? written : plain));
  const result = strict ? `{${rows.map((row) => row.join(",")).join(";")}}` : rows.flat().join(", ");
  return result.length > LONGEST_TEXT ? bad : result;
}

function dollar(amount: number, digits: number): string {
  const rounded = roundHalfUp(amount, digits);
  const [whole = "0", fraction] = Math.abs(rounded).toFixed(Math.max(0, Math.min(100, digits))).split(".");
  return `${rounded < 0 ? "-" : ""}£${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction === undefined ? "" : `.${fraction}`}`;
}

const LEAVES = /[!'()*]/g;
function encoded(given: string): CellValue {
  // Half a letter of two units cannot be written as bytes.
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(given)) return bad;
  const result = encodeURIComponent(given).replace(LEAVES, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return result.length > LONGEST_TEXT ? bad : result;
}

const isForm = (given: number): boolean => given === 0 || given === 1;

export const textParts: readonly FunctionSpec[] = [
  besideMark("TEXTBEFORE", true), besideMark("TEXTAFTER", false), split,
  define("VALUETOTEXT", [anything, optional(integer, 0)], ([value, form]) => (isForm(form) ? (form === 1 ? written(value) : plain(value)) : bad)),
  define("ARRAYTOTEXT", [matrix, optional(integer, 0)], ([of, form]) => (isForm(form) ? arrayText(of, form === 1) : bad)),
  define("DOLLAR", [number, optional(integer, 2)], ([amount, digits]) => dollar(amount, digits)),
  define("ENCODEURL", [text], ([given]) => encoded(given)),
];
