/** A formula taken to pieces as far as the audit needs: what it refers to, what it calls, which numbers were typed into it, and what it is in relative terms. */
import { columnIndex } from "../../blueprint/place";
import type { Area } from "./audit-book";

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** A row or column, and whether it stays when the formula is copied. */
interface Line { readonly at: number; readonly fixed: boolean }

export interface Reference {
  /** The sheet and workbook that it names; null for the formula's own. */
  readonly sheet: string | null;
  readonly book: string | null;
  readonly area: Area;
  readonly rows: readonly [Line, Line];
  readonly columns: readonly [Line, Line];
  /** A range of at least two cells. */
  readonly isRange: boolean;
}

export type Part =
  | { readonly kind: "reference"; readonly reference: Reference }
  | { readonly kind: "number"; readonly text: string }
  /** A function with its opening bracket. In capitals. */
  | { readonly kind: "call"; readonly name: string }
  /** A name, a table's column, a text, a value of error, an operator. */
  | { readonly kind: "word" | "table" | "text" | "error" | "sign"; readonly text: string };

const SHEET = /(?:'((?:[^']|'')+)'|((?:\[[^\]]+\])?[\w.\u0080-\uffff]+(?::[\w.\u0080-\uffff]+)?))!/y;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[0-9]{1,7}`;
const PLACE = new RegExp(String.raw`(?:(${CELL})(?::(${CELL}))?|(\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})|(\$?[0-9]{1,7}:\$?[0-9]{1,7}))(?![\w.(\[!])`, "y");
const PIECES: readonly (readonly [Exclude<Part["kind"], "reference">, RegExp])[] = [
  ["text", /"(?:[^"]|"")*"/y],
  ["error", /#(?:REF!|N\/A|NAME\?|DIV\/0!|VALUE!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!)/y],
  ["call", /[A-Za-z_\u0080-\uffff][\w.\u0080-\uffff]*\(/y],
  ["number", /(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/y],
  ["table", /(?:[A-Za-z_\\\u0080-\uffff][\w.\\\u0080-\uffff]*)?\[(?:[^[\]]|\[[^\]]*\])*\]/y],
  ["word", /[A-Za-z_\\\u0080-\uffff][\w.\\?\u0080-\uffff]*/y],
  ["sign", /<=|>=|<>|[^\s]/y],
];

/** @param formula - with its "=" @returns its parts, without blanks; what cannot be read comes out as signs */
export function partsOf(formula: string): readonly Part[] {
  const parts: Part[] = [];
  let at = 1;
  while (at < formula.length) {
    if (/\s/.test(formula.charAt(at))) { at += 1; continue; }
    const [part, end] = reference(formula, at) ?? piece(formula, at);
    parts.push(part);
    at = end;
  }
  return parts;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function piece(formula: string, at: number): readonly [Part, number] {
  for (const [kind, pattern] of PIECES) {
    const found = match(pattern, formula, at)?.[0];
    if (found === undefined) continue;
    return [kind === "call" ? { kind, name: found.slice(0, -1).replace(/^_xlfn\.(_xlws\.)?/i, "").toUpperCase() } : { kind, text: found }, at + found.length];
  }
  return [{ kind: "sign", text: formula.charAt(at) }, at + 1];
}

function reference(formula: string, at: number): readonly [Part, number] | null {
  const sheet = match(SHEET, formula, at);
  const from = at + (sheet?.[0].length ?? 0);
  const place = match(PLACE, formula, from);
  if (place === null) return sheet === null ? null : behindSheet(formula, sheet[0], from);
  const [rows, columns] = linesOf(place);
  if (rows[1].at > LAST_ROW || columns[1].at > LAST_COLUMN || rows[0].at < 0) return sheet === null ? null : behindSheet(formula, sheet[0], from);
  const area = { top: Math.min(rows[0].at, rows[1].at), bottom: Math.max(rows[0].at, rows[1].at), left: Math.min(columns[0].at, columns[1].at), right: Math.max(columns[0].at, columns[1].at) };
  return [{ kind: "reference", reference: { ...sheetIn(sheet), area, rows, columns, isRange: area.top !== area.bottom || area.left !== area.right } }, from + place[0].length];
}

/** Behind a sheet may also stand a name, or what is left of a cell that was deleted. */
function behindSheet(formula: string, sheet: string, from: number): readonly [Part, number] {
  const [part, end] = piece(formula, from);
  return part.kind === "error" ? [part, end] : [{ kind: "word", text: sheet + formula.slice(from, end) }, end];
}

function sheetIn(found: RegExpExecArray | null): Pick<Reference, "sheet" | "book"> {
  const whole = found?.[1]?.replace(/''/g, "'") ?? found?.[2] ?? null;
  const parts = whole === null ? null : /^(.*)\[([^\]]+)\](.*)$/.exec(whole);
  return parts === null ? { sheet: whole, book: null } : { sheet: parts[3] ?? "", book: parts[2] ?? "" };
}

type Pair = readonly [Line, Line];
function linesOf([, first, last, columns, rows]: RegExpExecArray): readonly [Pair, Pair] {
  if (columns !== undefined) return [[{ at: 0, fixed: true }, { at: LAST_ROW, fixed: true }], pairOf(columns, columnIndex)];
  if (rows !== undefined) return [pairOf(rows, rowAt), [{ at: 0, fixed: true }, { at: LAST_COLUMN, fixed: true }]];
  const [from, to] = [cornerOf(first ?? ""), cornerOf(last ?? first ?? "")];
  return [[from[0], to[0]], [from[1], to[1]]];
}

const rowAt = (digits: string): number => Number(digits) - 1;

function pairOf(text: string, at: (word: string) => number): Pair {
  const [from = "", to = ""] = text.split(":");
  const line = (word: string): Line => ({ at: at(word.replace("$", "")), fixed: word.startsWith("$") });
  return [line(from), line(to)];
}

function cornerOf(text: string): readonly [Line, Line] {
  const [, columnFixed, letters = "", rowFixed, digits = ""] = /^(\$?)([A-Za-z]+)(\$?)([0-9]+)$/.exec(text) ?? [];
  return [{ at: rowAt(digits), fixed: rowFixed === "$" }, { at: columnIndex(letters), fixed: columnFixed === "$" }];
}

/** The formula in relative terms: the same in every cell that it was filled into. @example formOf(partsOf("=B2*$F$1"), 1, 2) // => "R[0]C[-1]*R0C5" */
export function formOf(parts: readonly Part[], row: number, column: number): string {
  const line = ({ at, fixed }: Line, own: number): string => (fixed ? String(at) : `[${at - own}]`);
  return inWords(parts, ({ rows: [top, bottom], columns: [left, right] }) => `R${line(top, row)}C${line(left, column)}:R${line(bottom, row)}C${line(right, column)}`);
}

/** What the formula would refer to where it stands `down` rows and `along` columns further, whatever is fixed. Two formulas that give the same do the same. */
export function meaningOf(parts: readonly Part[], down = 0, along = 0): string {
  const line = ({ at, fixed }: Line, by: number): number => (fixed ? at : at + by);
  return inWords(parts, ({ rows: [top, bottom], columns: [left, right] }) => `R${line(top, down)}C${line(left, along)}:R${line(bottom, down)}C${line(right, along)}`);
}

function inWords(parts: readonly Part[], place: (reference: Reference) => string): string {
  return parts.map((part) => {
    if (part.kind === "reference") return `${part.reference.book ?? ""}|${part.reference.sheet?.toLowerCase() ?? ""}!${place(part.reference)}`;
    return part.kind === "call" ? `${part.name}(` : part.kind === "text" ? part.text : part.text.toUpperCase();
  }).join("");
}

/** A call with those of its arguments that are a reference and nothing else. */
export interface Call {
  readonly name: string;
  readonly ranges: readonly Reference[];
  /** Every argument is a reference, but for the first of a SUBTOTAL. */
  readonly onlyRanges: boolean;
  /** The formula is this call and nothing else. */
  readonly alone: boolean;
}

export function callsIn(parts: readonly Part[]): readonly Call[] {
  return parts.flatMap((part, at) => (part.kind === "call" ? [callAt(parts, at, part.name)] : []));
}

function callAt(parts: readonly Part[], at: number, name: string): Call {
  const args: Part[][] = [[]];
  let depth = 1;
  let end = at + 1;
  for (; end < parts.length && depth > 0; end++) {
    const part = parts[end];
    if (part === undefined) break;
    if (part.kind === "call" || (part.kind === "sign" && (part.text === "(" || part.text === "{"))) depth += 1;
    if (part.kind === "sign" && (part.text === ")" || part.text === "}")) depth -= 1;
    if (depth === 1 && part.kind === "sign" && part.text === ",") args.push([]);
    else if (depth > 0) args[args.length - 1]?.push(part);
  }
  const ranged = name === "SUBTOTAL" ? args.slice(1) : args;
  const ranges = ranged.flatMap(([only, ...more]) => (only?.kind === "reference" && more.length === 0 ? [only.reference] : []));
  return { name, ranges, onlyRanges: ranges.length === ranged.length, alone: at === 0 && end === parts.length && depth === 0 };
}
