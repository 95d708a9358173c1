/**
 * Walks through a sheet's rows and cells in the text itself, without building elements: a large sheet has millions of tags.
 * The same walk serves reading and patching, so both agree on where each cell stands.
 */
import { columnIndex, MAX_COLUMNS, MAX_ROWS } from "../../workbook/area";
import { finish, type Steps } from "../../workbook/steps";
import { FileProblem } from "../file-problem";
import { decodeContent, decodeEntities } from "./text";

export interface RawRow {
  readonly row: number;
  /** What stands between `<row` and `>`. */
  readonly attributes: string;
  readonly start: number;
  readonly openEnd: number;
  readonly selfClosing: boolean;
}

export interface RawCell {
  readonly row: number;
  readonly column: number;
  readonly attributes: string;
  readonly start: number;
  /** After the start tag's `>`. */
  readonly openEnd: number;
  /** Where the end tag starts; `openEnd` for a cell without content. */
  readonly closeStart: number;
  readonly end: number;
}

export interface RowVisitor {
  row?(row: RawRow): void;
  cell?(cell: RawCell): void;
  /** @param closeStart - where the row's end tag starts, or the end of a row without content */
  rowEnd?(row: RawRow, closeStart: number, end: number): void;
}

/** The attribute's text, decoded, or null. @param attributes - a start tag's inside, beginning with a blank */
export function rawAttribute(attributes: string, name: string): string | null {
  for (const quote of ['"', "'"]) {
    const mark = ` ${name}=${quote}`;
    const found = attributes.indexOf(mark);
    if (found < 0) continue;
    const end = attributes.indexOf(quote, found + mark.length);
    if (end >= 0) return decodeEntities(attributes.slice(found + mark.length, end));
  }
  return null;
}

/**
 * Visits rows and cells between two places of a sheet's text, in order.
 *
 * @param prefix - what the file puts before its element names: "" or "x:"
 * @throws FileProblem damaged, for broken tags and for rows or cells out of order, which Excel refuses too
 */
export function walkRows(text: string, from: number, to: number, prefix: string, part: string, visitor: RowVisitor): void {
  finish(walkRowsInSteps(text, from, to, prefix, part, visitor));
}

/** Characters between two rests: some milliseconds of work. */
const TEXT_A_STEP = 100_000;

/** The same with rests on the way. */
export function* walkRowsInSteps(text: string, from: number, to: number, prefix: string, part: string, visitor: RowVisitor): Steps<void> {
  const open = `${prefix}row`;
  let at = from;
  let last = -1;
  let rested = from;
  for (;;) {
    const start = nextTag(text, open, null, at, to, part);
    if (start < 0) return;
    const openEnd = tagEnd(text, start, to, part);
    const selfClosing = text.charCodeAt(openEnd - 2) === 47;
    const attributes = startTagInside(text, start + open.length + 1, openEnd, selfClosing);
    const number = rawAttribute(attributes, "r");
    const row = number === null ? last + 1 : Number(number) - 1;
    if (!Number.isInteger(row) || row <= last || row >= MAX_ROWS) throw new FileProblem("damaged", `${part}: row ${number ?? row + 1} is out of order`);
    last = row;
    const raw: RawRow = { row, attributes, start, openEnd, selfClosing };
    visitor.row?.(raw);
    const closeStart = selfClosing ? openEnd : walkCells(text, openEnd, to, prefix, part, row, visitor);
    at = selfClosing ? openEnd : tagEnd(text, closeStart, to, part);
    visitor.rowEnd?.(raw, closeStart, at);
    if (at - rested < TEXT_A_STEP) continue;
    rested = at;
    yield (at - from) / (to - from);
  }
}

/** @returns where the row's end tag starts */
function walkCells(text: string, from: number, to: number, prefix: string, part: string, row: number, visitor: RowVisitor): number {
  const open = `${prefix}c`;
  const close = `</${prefix}c>`;
  const rowEnd = `/${prefix}row`;
  let at = from;
  let last = -1;
  for (;;) {
    const start = nextTag(text, open, rowEnd, at, to, part);
    if (start < 0) throw new FileProblem("damaged", `${part}: row ${row + 1} has no end`);
    if (text.charCodeAt(start + 1) === 47) return start;
    const openEnd = tagEnd(text, start, to, part);
    const selfClosing = text.charCodeAt(openEnd - 2) === 47;
    const attributes = startTagInside(text, start + open.length + 1, openEnd, selfClosing);
    const column = columnOf(rawAttribute(attributes, "r"), last, row, part);
    last = column;
    const closeStart = selfClosing ? openEnd : text.indexOf(close, openEnd);
    if (closeStart < 0 || closeStart > to) throw new FileProblem("damaged", `${part}: a cell of row ${row + 1} has no end`);
    at = selfClosing ? openEnd : closeStart + close.length;
    visitor.cell?.({ row, column, attributes, start, openEnd, closeStart, end: at });
  }
}

/**
 * Where the next tag of either name starts before `to`, or -1. Goes from tag to tag and never beyond `to`: a sheet may have a million
 * rows and no cell in them, and a search for each row's first cell would go to the end of the sheet every time.
 */
function nextTag(text: string, name: string, other: string | null, from: number, to: number, part: string): number {
  for (let at = text.indexOf("<", from); at >= 0 && at < to; at = text.indexOf("<", at + 1)) {
    if (isTag(text, at, name) || (other !== null && isTag(text, at, other))) return at;
    if (text.charCodeAt(at + 1) === 33) at = commentEnd(text, at, to, part);
  }
  return -1;
}

function isTag(text: string, at: number, name: string): boolean {
  return text.startsWith(name, at + 1) && isNameEnd(text.charCodeAt(at + 1 + name.length));
}

/** ">", "/" or a blank: not a longer name. */
const isNameEnd = (code: number): boolean => code === 62 || code === 47 || code <= 32;

function commentEnd(text: string, at: number, to: number, part: string): number {
  const end = text.startsWith("<!--", at) ? text.indexOf("-->", at + 4) : -1;
  if (end < 0 || end >= to) throw new FileProblem("damaged", `${part}: something among the cells that is no cell`);
  return end;
}

function columnOf(name: string | null, last: number, row: number, part: string): number {
  if (name === null) return last + 1;
  let letters = 0;
  while (letters < name.length && name.charCodeAt(letters) > 64) letters++;
  const column = columnIndex(name.slice(0, letters));
  if (Number(name.slice(letters)) !== row + 1 || column <= last || column >= MAX_COLUMNS) throw new FileProblem("damaged", `${part}: cell ${name} is out of order`);
  return column;
}

function tagEnd(text: string, start: number, to: number, part: string): number {
  const end = text.indexOf(">", start);
  if (end < 0 || end >= to + 1_000) throw new FileProblem("damaged", `${part}: a tag has no end`);
  return end + 1;
}

/** Blanks of every kind made plain, so that an attribute can be found by the blank before it. */
function startTagInside(text: string, from: number, openEnd: number, selfClosing: boolean): string {
  const inside = text.slice(from, openEnd - (selfClosing ? 2 : 1));
  return /[\t\n\r]|\s=|=\s/.test(inside) ? inside.replace(/\s+/g, " ").replace(/ ?= ?/g, "=") : inside;
}

export interface RawContent {
  /** The formula element's attributes, or null where there is no formula. */
  readonly formulaAttributes: string | null;
  /** The formula's text as the file spells it, decoded. */
  readonly formula: string;
  /** Where the whole formula element stands in the cell's content. */
  readonly formulaStart: number;
  readonly formulaEnd: number;
  /** The value's text, decoded; null where there is none. */
  readonly value: string | null;
  /** The `<is>` element's text of an inline string, as XML; null where there is none. */
  readonly inline: string | null;
}

/** What stands inside a cell. @param content - the text between its tags */
export function rawContent(content: string, prefix: string): RawContent {
  const formulaStart = tagStart(content, `${prefix}f`);
  let formulaAttributes: string | null = null;
  let formula = "";
  let formulaEnd = 0;
  if (formulaStart >= 0) {
    const openEnd = content.indexOf(">", formulaStart) + 1;
    const selfClosing = content.charCodeAt(openEnd - 2) === 47;
    formulaAttributes = content.slice(formulaStart + prefix.length + 2, openEnd - (selfClosing ? 2 : 1));
    const closeStart = selfClosing ? openEnd : content.indexOf(`</${prefix}f>`, openEnd);
    formula = decodeContent(content.slice(openEnd, Math.max(openEnd, closeStart)));
    formulaEnd = selfClosing ? openEnd : closeStart + prefix.length + 4;
  }
  return { formulaAttributes, formula, formulaStart, formulaEnd, value: between(content, `${prefix}v`), inline: innerXml(content, `${prefix}is`) };
}

/** Where the first tag of exactly this name starts, or -1: `<family` is not `<f`. */
function tagStart(content: string, name: string): number {
  for (let at = content.indexOf(`<${name}`); at >= 0; at = content.indexOf(`<${name}`, at + 1)) if (isTag(content, at, name)) return at;
  return -1;
}

function innerXml(content: string, name: string): string | null {
  const open = tagStart(content, name);
  if (open < 0) return null;
  const from = content.indexOf(">", open) + 1;
  if (content.charCodeAt(from - 2) === 47) return "";
  const to = content.indexOf(`</${name}>`, from);
  return to < 0 ? null : content.slice(from, to);
}

function between(content: string, name: string): string | null {
  const inner = innerXml(content, name);
  return inner === null ? null : decodeContent(inner);
}
