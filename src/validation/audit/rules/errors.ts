/** S06: errors where they begin. Cells that only pass one on point to the first; errors that are there on purpose, from NA(), are left alone. */
import { a1 } from "../../../blueprint/place";
import type { AuditSheet, Area } from "../audit-book";
import { alike, auditFinding } from "../audit-finding";
import type { Finding } from "../../finding";
import { ownSheets, Pace, type Formula, type Formulas, type Turns } from "../read-formulas";

interface Wrong { readonly index: number; readonly sheet: AuditSheet; readonly row: number; readonly column: number; readonly says: string; readonly formula: Formula | undefined }

export function* errors(formulas: Formulas): Turns {
  const all: Wrong[] = [];
  const pace = new Pace();
  for (const [index, sheet] of ownSheets(formulas.book)) {
    for (const [down, cells] of sheet.rows.entries()) {
      for (const [along, cell] of cells.entries()) {
        if (cell.kind === "error") all.push({ index, sheet, row: sheet.top + down, column: sheet.left + along, says: String(cell.value), formula: formulas.at(index, sheet.top + down, sheet.left + along) });
      }
      if (pace.isDue(cells.length)) yield [];
    }
  }
  const rows = rowsByColumn(all);
  yield [];
  const roots: Wrong[] = [];
  for (const [at, wrong] of all.entries()) {
    if (!passesOn(wrong, rows)) roots.push(wrong);
    if (at % 200 === 0) yield [];
  }
  yield inGroups(roots, all.length - roots.length);
  yield* lostReferences(formulas, new Set(all.map(({ formula }) => formula)));
}

/** Rows with errors, in order, by sheet and column. */
function rowsByColumn(all: readonly Wrong[]): ReadonlyMap<number, ReadonlyMap<number, readonly number[]>> {
  const found = new Map<number, Map<number, number[]>>();
  for (const { index, row, column } of all) {
    const columns = found.get(index) ?? new Map<number, number[]>();
    found.set(index, columns);
    const rows = columns.get(column) ?? [];
    columns.set(column, rows);
    rows.push(row);
  }
  return found;
}

function passesOn({ index, row, column, formula }: Wrong, rows: ReadonlyMap<number, ReadonlyMap<number, readonly number[]>>): boolean {
  return formula?.reads.some(({ sheet, area }) => [...(rows.get(sheet) ?? [])].some(([at, wrong]) => at >= area.left && at <= area.right && hasRow(wrong, area, sheet === index && at === column ? row : -1))) === true;
}

/** Whether one of the rows, but for one's own, lies in the area. */
function hasRow(rows: readonly number[], { top, bottom }: Area, own: number): boolean {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < top) low = middle + 1; else high = middle;
  }
  const first = rows[low] === own ? rows[low + 1] : rows[low];
  return first !== undefined && first <= bottom;
}

/** One finding for a formula that fails wherever it was filled in. */
function inGroups(roots: readonly Wrong[], passedOn: number): readonly Finding[] {
  const groups = new Map<string, Wrong[]>();
  for (const root of roots) {
    // #N/A is typed in on purpose, as charts want it for a figure that is missing; a picture in a cell reads as #VALUE!.
    if (root.formula === undefined ? ["#N/A", "#VALUE!"].includes(root.says) : /\bNA\(/i.test(root.formula.text)) continue;
    const key = `${root.index} ${root.says} ${root.formula?.form ?? ""}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [root]);
    else group.push(root);
  }
  return [...groups.values()].flatMap(([first, ...more], at) => {
    if (first === undefined) return [];
    const passing = at > 0 || passedOn === 0 ? "" : ` ${passedOn} cell${passedOn === 1 ? " of the workbook only passes" : "s of the workbook only pass"} an error on.`;
    return [auditFinding(first.formula === undefined ? "S06.typed" : "S06", first.sheet, a1(first.row, first.column), { found: first.says, more: alike(more.length) + passing })];
  });
}

/** A formula that hides that what it pointed at is gone: IFERROR(#REF!, 0). */
function* lostReferences({ book, all }: Formulas, shown: ReadonlySet<Formula | undefined>): Turns {
  const groups = new Map<string, Formula[]>();
  for (const formula of all) {
    if (!formula.form.includes("#REF!") || shown.has(formula)) continue;
    const key = `${formula.sheet} ${formula.form}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [formula]);
    else group.push(formula);
  }
  yield [...groups.values()].flatMap(([first, ...more]) => {
    const sheet = first === undefined ? undefined : book.sheets[first.sheet];
    return first === undefined || sheet === undefined ? [] : [auditFinding("S06.lost", sheet, a1(first.row, first.column), { more: alike(more.length) })];
  });
}
