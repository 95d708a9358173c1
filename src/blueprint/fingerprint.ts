/**
 * A number worked out from every entry of a table by a formula of the sheet itself, so that anyone can see that figures
 * changed since the last check. Each character counts by its place in the row and each row by its place in the table.
 */
import { columnOf } from "./formula";
import type { TableDefinition } from "./types";

/** Characters of a row that are told apart; a longer row still counts by its length. */
const CHARACTERS = 600;
const LAST_COLUMN = "WB";

/** Weights by place: of five digits and without a pattern, so that two slips in one row do not cancel out. A test holds this. */
export function placeWeight(place: number): number {
  return ((place * place * 7919 + place * 10473) % 99991) + 1;
}

const PLACES = `COLUMN($A$1:$${LAST_COLUMN}$1)`;
const PLACE_WEIGHTS = `(MOD(${PLACES}*${PLACES}*7919+${PLACES}*10473,99991)+1)`;

/**
 * @param joined - one text per row @param rowNumbers - 1 for the first row
 * @param entries - the ranges that are looked at: one error among them and there is no fingerprint. Said outright, because LibreOffice passes over errors in joined texts.
 */
function fingerprint(joined: string, rowNumbers: string, entries: readonly string[]): string {
  const rowWeights = `(MOD(${rowNumbers}*37,101)+1)`;
  const characters = `UNICODE(MID(${joined}&REPT(" ",${CHARACTERS}),${PLACES},1))`;
  const errors = entries.map((entry) => `ISERROR(${entry})`).join("+");
  return `IF(SUMPRODUCT(1*(${errors}))>0,NA(),SUMPRODUCT(${characters}*${PLACE_WEIGHTS}*${rowWeights})+SUMPRODUCT(LEN(${joined})*${rowWeights}))`;
}

/**
 * The formula for the entry columns of a table. Also tells a number from the same digits as text.
 * @returns with its "="
 */
export function tableFingerprint(table: TableDefinition): string {
  const entered = table.columns.filter((column) => column.holds.kind === "entry");
  // Long texts last, so that they never push a figure out of the characters that are compared.
  const [figures, texts] = [entered.filter((column) => !isText(column.holds)), entered.filter((column) => isText(column.holds))];
  const ordered = [...figures, ...texts].map((column) => columnOf(table.name, column.header));
  const first = ordered[0] ?? "";
  const header = `${table.name}[[#Headers],[${figures[0]?.header ?? ""}]]`;
  const types = figures.map((column, index) => `${index + 1}*ISNUMBER(${columnOf(table.name, column.header)})`).join("+");
  const rowNumbers = `(ROW(${first})-ROW(${header}))`;
  return `=${fingerprint(`(${ordered.join('&"|"&')})`, rowNumbers, ordered)}+SUMPRODUCT((${types})*(MOD(${rowNumbers}*37,101)+1))`;
}

/** The formula for a column of cells under one name. @returns with its "=" */
export function cellsFingerprint(name: string): string {
  return `=${fingerprint(`(${name}&"|")`, `(ROW(${name})-MIN(ROW(${name}))+1)`, [name])}+SUMPRODUCT(ISNUMBER(${name})*ROW(${name}))-SUMPRODUCT(ISNUMBER(${name})*MIN(ROW(${name})))`;
}

/** Characters of a line that are told apart. */
export const LINE_CHARACTERS = 1000;
const LAST_OF_LINE = "ALL";

/** Every character of one text by its place, as a number. @param joined - without its "=" @returns a part of a formula that agrees with `lineNumber` */
export function linePlaces(joined: string): string {
  const places = PLACES.replace(LAST_COLUMN, LAST_OF_LINE);
  return `SUMPRODUCT(UNICODE(MID(${joined}&REPT(" ",${LINE_CHARACTERS}),${places},1))*${PLACE_WEIGHTS.split(PLACES).join(places)})`;
}

/** The number that `linePlaces` works out for a text without letters beyond the first 65,536. */
export function lineNumber(text: string): number {
  const padded = text.padEnd(LINE_CHARACTERS).slice(0, LINE_CHARACTERS);
  let sum = 0;
  for (let at = 0; at < LINE_CHARACTERS; at += 1) sum += padded.charCodeAt(at) * placeWeight(at + 1);
  return sum;
}

const isText = (holds: TableDefinition["columns"][number]["holds"]): boolean =>
  holds.kind === "entry" && (holds.entry.kind === "text" || holds.entry.kind === "suggested");
