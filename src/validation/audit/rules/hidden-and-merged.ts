/** S08 and S12: what is there without being seen, and cells merged where rows should stand apart. */
import type { Finding } from "../../finding";
import { columnLetters } from "../../../blueprint/place";
import { areaName, areaOf, touches, type Area, type AuditSheet, type Lines } from "../audit-book";
import { auditFinding } from "../audit-finding";
import type { List } from "../lists";
import { someOf } from "../../words";
import { Pace, type Turns } from "../read-formulas";

/** Lists of fewer rows are forms, which are laid out for the eye. */
const ROWS = 5;

export function* hiddenAndMerged(sheet: AuditSheet, lists: readonly List[]): Turns {
  yield hiddenSheet(sheet);
  const whole = areaOf(sheet);
  const rows = yield* withSomething(sheet, sheet.hiddenRows, (line) => ({ ...whole, top: line, bottom: line }));
  const columns = yield* withSomething(sheet, sheet.hiddenColumns, (line) => ({ ...whole, left: line, right: line }));
  // Of a sheet that is hidden itself, nothing more needs saying.
  if (sheet.visibility === "visible") yield [...hiddenLines("S08.rows", sheet, rows, (line) => String(line + 1), "row"), ...hiddenLines("S08.columns", sheet, columns, columnLetters, "column")];
  yield mergedIn(sheet, lists);
}

function hiddenSheet(sheet: AuditSheet): readonly Finding[] {
  if (sheet.visibility === "visible" || !isFilled(sheet, areaOf(sheet))) return [];
  return [auditFinding(sheet.visibility === "hidden" ? "S08.sheet" : "S08.very-hidden", sheet, "", { sheet: sheet.tab })];
}

function* withSomething(sheet: AuditSheet, hidden: readonly Lines[], areaFor: (line: number) => Area): Turns<readonly Lines[]> {
  const found: Lines[] = [];
  const pace = new Pace();
  for (const { from, to } of hidden) {
    for (let line = from; line <= to; line++) {
      if (isFilled(sheet, areaFor(line))) { found.push({ from, to }); break; }
      if (pace.isDue(Math.max(sheet.rows.length, sheet.rows[0]?.length ?? 0))) yield [];
    }
  }
  return found;
}

function isFilled(sheet: AuditSheet, { top, bottom, left, right }: Area): boolean {
  for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) if ((sheet.rows[row - sheet.top]?.[column - sheet.left]?.kind ?? "blank") !== "blank") return true;
  return false;
}

function hiddenLines(id: "S08.rows" | "S08.columns", sheet: AuditSheet, lines: readonly Lines[], name: (line: number) => string, one: "row" | "column"): readonly Finding[] {
  const [first] = lines;
  if (first === undefined) return [];
  const names = lines.map(({ from, to }) => (from === to ? name(from) : `${name(from)} to ${name(to)}`));
  const count = lines.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return [auditFinding(id, sheet, one === "row" ? `A${first.from + 1}` : `${columnLetters(first.from)}1`, { lines: `${one === "row" ? "Row" : "Column"}${count === 1 ? "" : "s"} ${someOf(names)} ${count === 1 ? "is" : "are"}` })];
}

function mergedIn(sheet: AuditSheet, lists: readonly List[]): readonly Finding[] {
  const bodies = lists.map(({ body }) => body).filter(({ top, bottom, left, right }) => bottom - top + 1 >= ROWS && right > left);
  // A note under a list stands alone in its row.
  const isInRow = ({ top }: Area): boolean => (sheet.rows[top - sheet.top] ?? []).filter(({ kind }) => kind !== "blank").length > 1;
  const merged = sheet.merged.filter((area) => isInRow(area) && bodies.some((body) => touches(area, body)));
  const [first] = merged;
  if (first === undefined) return [];
  return [auditFinding("S12", sheet, areaName(first), { cells: `${someOf(merged.map(areaName))} ${merged.length === 1 ? "is" : "are"}` })];
}
