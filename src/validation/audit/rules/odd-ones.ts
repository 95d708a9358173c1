/** S01 and S02: one or two cells that are not what all the others of their block are. The ends of a block, totals, and rows that differ as a whole are as they should be. */
import type { Finding } from "../../finding";
import { a1 } from "../../../blueprint/place";
import { areaOf, cellAt, isTypedNumber, type AuditSheet } from "../audit-book";
import { auditFinding } from "../audit-finding";
import { callsIn, meaningOf, type Part } from "../formula-parts";
import { columnLabel, rowLabel } from "../lists";
import { ownSheets, Pace, partsAgain, type Formula, type Formulas, type Turns } from "../read-formulas";

/** So many of one kind make a block, and so many of them stand directly on either side of what is odd in it. */
const BLOCK = 5;
const BESIDE = 2;
/** A longer stretch of others is no slip. */
const ODD_NUMBERS = 3;
const ODD_FORMULAS = 2;
/** Rows and columns that are called so may well be another kind. */
const MEANT = /\b(total|sub-?total|sum|opening|closing|balance|average|mean|median|adjust\w*|actual\w*|overr\w*|manual\w*|assum\w*|inputs?|target|budget|baseline|known|agreed|fixed|one-?off|except\w*|reported|estimat\w*)\b/i;

interface Step { readonly down: 0 | 1; readonly along: 0 | 1 }
const downwards: Step = { down: 1, along: 0 };
const across: Step = { down: 0, along: 1 };

/** Cells of one kind next to each other: the form of their formula, "#" for typed numbers, "" for what ends a block. */
interface Run { readonly kind: string; readonly row: number; readonly column: number; readonly length: number }

export function* oddOnes(formulas: Formulas): Turns {
  for (const [index, sheet] of ownSheets(formulas.book)) {
    const found = new Map<string, Finding>();
    const { top, left, bottom, right } = areaOf(sheet);
    const keep = (findings: readonly Finding[]): void => { for (const each of findings) if (!found.has(each.place.cell)) found.set(each.place.cell, each); };
    const pace = new Pace();
    const { rows, columns } = linesOf(formulas, index);
    for (const column of columns) keep(inLine(formulas, index, sheet, yield* runsFrom(formulas, index, sheet, top, column, bottom - top + 1, downwards, pace), downwards));
    for (const row of rows) keep(inLine(formulas, index, sheet, yield* runsFrom(formulas, index, sheet, row, left, right - left + 1, across, pace), across));
    yield [...found.values()];
  }
}

/** Rows and columns with formulas enough for a block. */
function linesOf({ all }: Formulas, index: number): { readonly rows: readonly number[]; readonly columns: readonly number[] } {
  const [rows, columns] = [new Map<number, number>(), new Map<number, number>()];
  for (const { sheet, row, column } of all) {
    if (sheet !== index) continue;
    rows.set(row, (rows.get(row) ?? 0) + 1);
    columns.set(column, (columns.get(column) ?? 0) + 1);
  }
  const enough = (lines: ReadonlyMap<number, number>): readonly number[] => [...lines].filter(([, count]) => count >= BLOCK).map(([line]) => line);
  return { rows: enough(rows), columns: enough(columns) };
}

function* runsFrom(formulas: Formulas, index: number, sheet: AuditSheet, row: number, column: number, count: number, { down, along }: Step, pace: Pace): Turns<readonly Run[]> {
  const runs: { kind: string; row: number; column: number; length: number }[] = [];
  for (let at = 0; at < count; at++) {
    const [r, c] = [row + at * down, column + at * along];
    const kind = formulas.at(index, r, c)?.form ?? (isTypedNumber(cellAt(sheet, r, c)) ? "#" : "");
    const last = runs[runs.length - 1];
    if (last?.kind === kind) last.length += 1;
    else runs.push({ kind, row: r, column: c, length: 1 });
    if (pace.isDue(4)) yield [];
  }
  return runs;
}

function inLine(formulas: Formulas, index: number, sheet: AuditSheet, runs: readonly Run[], step: Step): readonly Finding[] {
  if (runs.length < 3) return [];
  return runs.flatMap((run, at) => {
    const [before, after] = [runs[at - 1], runs[at + 1]];
    if (before === undefined || after === undefined || run.kind === "" || run.length > (run.kind === "#" ? ODD_NUMBERS : ODD_FORMULAS)) return [];
    if (before.kind !== after.kind || before.kind === "#" || before.kind === "" || Math.min(before.length, after.length) < BESIDE) return [];
    const stretch = stretchAround(runs, at);
    const [usual, odd] = counted(stretch, before.kind);
    if (usual < BLOCK || usual < 3 * odd || recurs(stretch, run)) return [];
    return Array.from({ length: run.length }, (_, more) => ({ row: run.row + more * step.down, column: run.column + more * step.along }))
      .flatMap((place) => findingAt(formulas, index, sheet, place, before, usual, step));
  });
}

/** Cells of a kind, and those of others among them: what comes before the first and after the last is none of the block. */
function counted(stretch: readonly Run[], kind: string): readonly [number, number] {
  const own = stretch.map((run) => run.kind === kind);
  const block = stretch.slice(own.indexOf(true), own.lastIndexOf(true) + 1);
  const cells = (runs: readonly Run[]): number => runs.reduce((sum, { length }) => sum + length, 0);
  return [cells(block.filter((run) => run.kind === kind)), cells(block.filter((run) => run.kind !== kind))];
}

/** The runs around one, up to where a block ends. */
function stretchAround(runs: readonly Run[], at: number): readonly Run[] {
  let [from, to] = [at, at];
  while (from > 0 && runs[from - 1]?.kind !== "") from -= 1;
  while (to < runs.length - 1 && runs[to + 1]?.kind !== "") to += 1;
  return runs.slice(from, to + 1);
}

/** What comes again in step is a pattern: quarters among months; so is the first formula of a block, where a running total begins anew. A slip may by chance be like the formula at the end. */
function recurs(stretch: readonly Run[], run: Run): boolean {
  const [start] = stretch;
  const places = stretch.filter(({ kind }) => kind === run.kind).map(({ row, column }) => row + column - (start === undefined ? 0 : start.row + start.column));
  const gaps = new Set(places.slice(1).map((place, at) => place - (places[at] ?? 0)));
  if (run.kind !== "#" && places.length === 2) return places[0] === 0 || gaps.has((places[0] ?? 0) + 1);
  return places.length > 2 && (run.kind !== "#" || gaps.size === 1);
}

interface Place { readonly row: number; readonly column: number }

function findingAt(formulas: Formulas, index: number, sheet: AuditSheet, { row, column }: Place, before: Run, usual: number, step: Step): readonly Finding[] {
  if (MEANT.test(rowLabel(sheet, row, column)) || MEANT.test(columnLabel(sheet, row, column))) return [];
  const own = formulas.at(index, row, column);
  const model = formulas.at(index, before.row, before.column);
  if (model === undefined || isLikeItsSides(formulas, index, sheet, { row, column }, own, step)) return [];
  const [cell, count] = [a1(row, column), String(usual)];
  if (own === undefined) return [auditFinding("S01", sheet, cell, { found: String(cellAt(sheet, row, column).value), count })];
  const [ours, theirs] = [partsAgain(own), partsAgain(model)];
  const moved: readonly [number, number] = [row - model.row, column - model.column];
  if (meaningOf(ours) === meaningOf(theirs, ...moved) || addsUpItsLine(ours, own, step) || (readsOnlyItsLine(own, step) && !readsOnlyItsLine(model, step))) return [];
  return [auditFinding("S02", sheet, cell, { found: own.text, beside: a1(before.row, before.column), usual: model.text, count })];
}

/** The whole row (or column) is of another kind: what stands beside it is too. */
function isLikeItsSides(formulas: Formulas, index: number, sheet: AuditSheet, { row, column }: Place, own: Formula | undefined, { down, along }: Step): boolean {
  return [-1, 1].some((side) => {
    const [r, c] = [row + side * along, column + side * down];
    const beside = formulas.at(index, r, c);
    if (own !== undefined) return beside?.form === own.form;
    // Typed numbers beside it mean something only where formulas would stand otherwise.
    return isTypedNumber(cellAt(sheet, r, c)) && formulas.at(index, r - down, c - along) !== undefined && formulas.at(index, r + down, c + along) !== undefined;
  });
}

/** Subtotals and differences of rows are made from their own column alone. */
function readsOnlyItsLine({ sheet, row, column, reads }: Formula, { down }: Step): boolean {
  return reads.length > 1 && reads.every((each) => each.sheet === sheet && (down === 1 ? each.area.left === column && each.area.right === column : each.area.top === row && each.area.bottom === row));
}

const ADDING = new Set(["SUM", "SUBTOTAL", "AVERAGE", "COUNT", "COUNTA", "MIN", "MAX", "MEDIAN", "AGGREGATE"]);

/** A subtotal of its own column, or of its own row. */
function addsUpItsLine(parts: readonly Part[], { row, column }: Formula, { down }: Step): boolean {
  return callsIn(parts).some(({ name, ranges }) => ADDING.has(name) && ranges.some(({ sheet, area }) => sheet === null && (down === 1 ? area.left <= column && area.right >= column && area.bottom > area.top : area.top <= row && area.bottom >= row && area.right > area.left)));
}
