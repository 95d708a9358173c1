/** S03: a total that leaves out the row beside it, and a formula that stops before its list does. */
import type { Facts, Finding } from "../../finding";
import { a1 } from "../../../blueprint/place";
import { areaName, areaOf, cellAt, isTypedNumber, isTypedText, type Area, type AuditSheet } from "../audit-book";
import { alike, auditFinding } from "../audit-finding";
import type { Call, Reference } from "../formula-parts";
import { columnLabel, rowLabel } from "../lists";
import { callsAgain, type Formula, type Formulas, type Turns } from "../read-formulas";

const TOTALS = new Set(["SUM", "AVERAGE", "SUBTOTAL", "COUNT", "COUNTA", "MEDIAN"]);
const LISTS = new Set([...TOTALS, "SUMIF", "SUMIFS", "COUNTIF", "COUNTIFS", "AVERAGEIF", "AVERAGEIFS"]);
/** More figures than this between a range and its total are there for another reason. */
const MISSED_AT_MOST = 3;
/** So many cells make a list, and so large a part of it is covered by a formula that was meant for the whole. */
const LIST = 5;
const MOST_OF_IT = 0.8;
/** A row of a list has so much of what the others have; a note under it has less. */
const MUCH_OF_A_ROW = 0.6;
/** Figures that are called so stand beside others without belonging to their total. */
const APART = /\b(total|sub-?total|sum|average|mean|median|min|max|target|previous|prior|last|of which|not|exclud\w*|excl|memo|note|check|difference|variance|change|rate|ratio|per ?cent|percentage|opening|brought|b\/f|start\w*|establishment|budget\w*|funded|plan\w*|posts|capacity|headcount|baseline|year|vacan\w*|bank|agency)\b|%/i;

export function* shortRanges(formulas: Formulas): Turns {
  const begun = beginnings(formulas);
  yield [];
  const totals: { readonly formula: Formula; readonly finding: Finding }[] = [];
  const lists = new Map<string, Outgrown & { more: number }>();
  for (const [at, formula] of formulas.all.entries()) {
    for (const call of callsAgain(formula)) {
      const finding = totalAt(formulas, formula, call, begun);
      const outgrown = finding === null ? listAt(formulas, formula, call, begun) : null;
      if (finding !== null) totals.push({ formula, finding });
      // One list that has grown is one fault, however many formulas count it.
      if (outgrown !== null) lists.set(outgrown.key, { ...(lists.get(outgrown.key) ?? outgrown), more: (lists.get(outgrown.key)?.more ?? -1) + 1 });
      if (finding !== null || outgrown !== null) break;
    }
    if (at % 250 === 0) yield [];
  }
  yield [...firstOfEach(totals), ...[...lists.values()].map(({ sheet, cell, facts, more }) => auditFinding("S03.list", sheet, cell, { ...facts, more: alike(more) }))];
}

/** A row of totals that all leave out the same row is one fault. */
function firstOfEach(found: readonly { readonly formula: Formula; readonly finding: Finding }[]): readonly Finding[] {
  const seen = new Set<string>();
  return found.flatMap(({ formula: { sheet, row, column, form }, finding }) => {
    const isNext = seen.has(`${sheet} ${row} ${column - 1} ${form}`) || seen.has(`${sheet} ${row - 1} ${column} ${form}`);
    seen.add(`${sheet} ${row} ${column} ${form}`);
    return isNext ? [] : [finding];
  });
}

/** A line of cells as the rule sees it, so that rows and columns are one case. */
interface Line { readonly sheet: AuditSheet; readonly index: number; readonly isColumn: boolean; readonly across: number }
const placeIn = ({ isColumn, across }: Line, along: number): readonly [number, number] => (isColumn ? [along, across] : [across, along]);
const nameIn = (line: Line, along: number): string => a1(...placeIn(line, along));
const inLine = (line: Line, along: number): ReturnType<typeof cellAt> => cellAt(line.sheet, ...placeIn(line, along));
const labelIn = (line: Line, along: number): string => (line.isColumn ? rowLabel(line.sheet, ...placeIn(line, along)) : columnLabel(line.sheet, ...placeIn(line, along)));

function totalAt(formulas: Formulas, formula: Formula, { name, ranges: [range, ...more], onlyRanges }: Call, begun: ReadonlySet<string>): Finding | null {
  if (!TOTALS.has(name) || range === undefined || more.length > 0 || !onlyRanges || range.sheet !== null || !range.isRange) return null;
  const { area } = range;
  const isColumn = area.left === area.right && area.left === formula.column;
  const sheet = formulas.book.sheets[formula.sheet];
  if (sheet === undefined || (!isColumn && !(area.top === area.bottom && area.top === formula.row)) || slides(formulas, formula, range, isColumn)) return null;
  const line: Line = { sheet, index: formula.sheet, isColumn, across: isColumn ? formula.column : formula.row };
  const [first, last, own] = isColumn ? [area.top, area.bottom, formula.row] : [area.left, area.right, formula.column];
  if (own <= last) return null;
  const gap = missedBefore(formulas, line, last, own);
  const facts = { range: areaName(area) };
  if (gap > 0 && isBegun(begun, line, last + 1)) return null;
  if (gap > 0) return auditFinding("S03.before", sheet, a1(formula.row, formula.column), { ...facts, missed: gap === 1 ? nameIn(line, last + 1) : `${nameIn(line, last + 1)}:${nameIn(line, last + gap)}` });
  const isBeside = own === last + 1 && last - first >= 2 && startsUnderHeading(line, first) && isLike(formulas, line, first - 1, first) && !adds(line, first - 1, first, last);
  return isBeside ? auditFinding("S03.beside", sheet, a1(formula.row, formula.column), { ...facts, missed: nameIn(line, first - 1) }) : null;
}

/** What another formula takes up from here on has a total of its own. */
const isBegun = (begun: ReadonlySet<string>, line: Line, at: number): boolean => begun.has(beginning(line.index, ...placeIn(line, at), line.isColumn));

/** How many figures like those of the range stand between it and the total, with nothing but blanks after them. */
function missedBefore(formulas: Formulas, line: Line, last: number, own: number): number {
  let count = 0;
  while (last + count + 1 < own && isLike(formulas, line, last + count + 1, last)) count += 1;
  for (let at = last + count + 1; at < own; at++) if (inLine(line, at).kind !== "blank") return 0;
  return count > MISSED_AT_MOST ? 0 : count;
}

/** The words of a heading, with one figure between them and the range. */
function startsUnderHeading(line: Line, first: number): boolean {
  return first >= 2 && isTypedText(inLine(line, first - 2)) && !isYear(inLine(line, first - 1).value);
}
const isYear = (value: unknown): boolean => typeof value === "number" && Number.isInteger(value) && value >= 1900 && value <= 2100;

/** Typed numbers are like typed numbers, formulas like those of the same form; in rows with words, only rows with words, and none that say they are apart. */
function isLike(formulas: Formulas, line: Line, one: number, other: number): boolean {
  const [cell, usual] = [inLine(line, one), inLine(line, other)];
  const [own, theirs] = [formulas.at(line.index, ...placeIn(line, one)), formulas.at(line.index, ...placeIn(line, other))];
  const isSame = own === undefined ? theirs === undefined && isTypedNumber(cell) && isTypedNumber(usual) : own.form === theirs?.form;
  const [label, usualLabel] = [labelIn(line, one), labelIn(line, other)];
  return isSame && cell.numberFormat.includes("%") === usual.numberFormat.includes("%") && (label === "") === (usualLabel === "") && !APART.test(label);
}

/** A figure above others may be what they add up to. */
function adds(line: Line, at: number, first: number, last: number): boolean {
  let sum = 0;
  for (let each = first; each <= last; each++) sum += Number(inLine(line, each).value) || 0;
  return Math.abs(sum - Number(inLine(line, at).value)) < 1e-9;
}

/** Running totals and moving averages: the formula next along the range has a range of its own. */
function slides(formulas: Formulas, { sheet, row, column, form }: Formula, { rows, columns }: Reference, isColumn: boolean): boolean {
  const [from, to] = isColumn ? rows : columns;
  if (from.fixed !== to.fixed) return true;
  return [-1, 1].some((by) => formulas.at(sheet, row + (isColumn ? by : 0), column + (isColumn ? 0 : by))?.form === form);
}

/** Where the columns and rows begin that formulas take together, and cells of their own column or row that they take over: a list that is cut in parts is covered by all of them. */
function beginnings({ all }: Formulas): ReadonlySet<string> {
  return new Set(all.flatMap(({ sheet: own, row, column, reads }) => reads.flatMap(({ sheet, area: { top, left, bottom, right } }) => {
    const takesOver = sheet === own && reads.length === 1 && bottom === top && right === left;
    return [...(bottom > top || (takesOver && left === column) ? [beginning(sheet, top, left, true)] : []), ...(right > left || (takesOver && top === row) ? [beginning(sheet, top, left, false)] : [])];
  })));
}
const beginning = (sheet: number, row: number, column: number, isColumn: boolean): string => `${sheet} ${row} ${column} ${isColumn}`;

/** A list that goes on below what a formula covers of it. */
interface Outgrown { readonly key: string; readonly sheet: AuditSheet; readonly cell: string; readonly facts: Facts }

function listAt(formulas: Formulas, formula: Formula, { name, ranges }: Call, begun: ReadonlySet<string>): Outgrown | null {
  if (!LISTS.has(name)) return null;
  for (const range of ranges) {
    const index = range.sheet === null ? formula.sheet : formulas.book.sheets.findIndex(({ tab }) => tab.toLowerCase() === range.sheet?.toLowerCase());
    const sheet = formulas.book.sheets[index];
    const { area } = range;
    if (sheet === undefined || sheet.identity !== null || range.book !== null || area.left !== area.right || area.bottom - area.top + 1 < LIST || (range.sheet === null && area.left === formula.column)) continue;
    if (range.rows[0].fixed !== range.rows[1].fixed || (!range.rows[0].fixed && [-1, 1].some((by) => formulas.at(formula.sheet, formula.row + by, formula.column)?.form === formula.form))) continue;
    const end = endOfList({ sheet, index, isColumn: true, across: area.left }, area, formulas);
    const missed = end - area.bottom;
    const own = formulas.book.sheets[formula.sheet];
    if (missed < 1 || own === undefined || area.bottom - area.top + 1 < MOST_OF_IT * (end - area.top + 1) || isCutUp(begun, index, area, end)) continue;
    const where = (place: Area): string => (range.sheet === null ? "" : `${range.sheet}!`) + areaName(place);
    const facts = { range: where(area), end: where({ ...area, top: end, bottom: end }), missed: missed === 1 ? "1 row is" : `${missed} rows are` };
    return { key: `${formula.sheet} ${index} ${area.bottom}`, sheet: own, cell: a1(formula.row, formula.column), facts };
  }
  return null;
}

function isCutUp(begun: ReadonlySet<string>, index: number, { left, bottom }: Area, end: number): boolean {
  for (let row = bottom + 1; row <= end; row++) if (begun.has(beginning(index, row, left, true))) return true;
  return false;
}

/** The last row of the list that the range begins at the top of; the range's own last row where it does not go on. */
function endOfList(line: Line, { top, bottom }: Area, formulas: Formulas): number {
  const starts = isTypedText(inLine(line, top - 1)) || isTypedText(inLine(line, top));
  const last = inLine(line, bottom);
  if (!starts || (!isTypedNumber(last) && !isTypedText(last)) || inLine(line, bottom - 1).kind !== last.kind) return bottom;
  let end = bottom;
  const limit = areaOf(line.sheet).bottom;
  while (end < limit && isGoingOn(line, end + 1, bottom, formulas)) end += 1;
  return end;
}

/** Only in a row that is filled about as far as the last of the range. */
function isGoingOn(line: Line, at: number, last: number, formulas: Formulas): boolean {
  if (formulas.at(line.index, at, line.across) !== undefined || inLine(line, at).kind !== inLine(line, last).kind) return false;
  if (APART_AT_FOOT.test(String(inLine(line, at).value)) || APART_AT_FOOT.test(rowLabel(line.sheet, at, line.across))) return false;
  return filledBeside(line, at) >= MUCH_OF_A_ROW * filledBeside(line, last) && filledBeside(line, at) >= 2;
}
const APART_AT_FOOT = /^\s*(grand |sub-?)?(totals?|average|mean|note|source|of which)\b/i;

function filledBeside({ sheet }: Line, row: number): number {
  return (sheet.rows[row - sheet.top] ?? []).reduce((count, { kind }) => count + (kind === "blank" ? 0 : 1), 0);
}

