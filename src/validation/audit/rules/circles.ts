/** S15: formulas that depend on their own result. Every formula is visited once; ranges are walked only over what has not been cleared yet. */
import { a1 } from "../../../blueprint/place";
import { auditFinding } from "../audit-finding";
import { someOf } from "../../words";
import type { Formulas, Turns } from "../read-formulas";

/** A workbook has one or two; beyond so many, the first are enough to begin with. */
const CIRCLES_AT_MOST = 20;

/** The formulas of one column by row, with where the next one is that has not been cleared. */
interface Column { readonly rows: number[]; readonly ids: number[]; readonly next: number[] }

export function* circles(formulas: Formulas): Turns {
  if (formulas.book.goesRound) return;
  const columns = columnsIn(formulas);
  yield [];
  const state = new Uint8Array(formulas.all.length);
  const position = new Int32Array(formulas.all.length);
  let count = 0;
  for (let start = 0; start < formulas.all.length; start++) {
    if (state[start] !== UNSEEN) continue;
    for (const circle of from(start, formulas, columns, state, position)) {
      if (circle === null) { yield []; continue; }
      yield found(formulas, circle);
      count += 1;
      if (count === CIRCLES_AT_MOST) return;
    }
    if (start % 500 === 0) yield [];
  }
}

const [UNSEEN, ON_THE_WAY, CLEARED] = [0, 1, 2];

/** Depth first, without the engine's own stack: chains of formulas are as long as sheets. Null where a turn may end. */
function* from(start: number, formulas: Formulas, columns: Columns, state: Uint8Array, position: Int32Array): Generator<readonly number[] | null, void> {
  const way: { readonly id: number; readonly ahead: Generator<number, void> }[] = [];
  const enter = (id: number): void => {
    state[id] = ON_THE_WAY;
    position[id] = way.length;
    way.push({ id, ahead: readBy(id, formulas, columns) });
  };
  enter(start);
  for (let steps = 1; way.length > 0; steps++) {
    const last = way[way.length - 1];
    const step = last?.ahead.next();
    if (last === undefined || step === undefined) return;
    if (step.done === true) {
      state[last.id] = CLEARED;
      clear(last.id, formulas, columns);
      way.pop();
    } else if (state[step.value] === UNSEEN) enter(step.value);
    else if (state[step.value] === ON_THE_WAY) yield way.slice(position[step.value]).map(({ id }) => id);
    if (steps % 2_000 === 0) yield null;
  }
}

type Columns = ReadonlyMap<number, ReadonlyMap<number, Column>>;

function columnsIn({ all }: Formulas): Columns {
  const sheets = new Map<number, Map<number, Column>>();
  for (const [id, { sheet, row, column }] of all.entries()) {
    const columns = sheets.get(sheet) ?? new Map<number, Column>();
    sheets.set(sheet, columns);
    const own = columns.get(column) ?? { rows: [], ids: [], next: [] };
    columns.set(column, own);
    own.next.push(own.rows.length);
    own.rows.push(row);
    own.ids.push(id);
  }
  return sheets;
}

/** The formulas that this one reads and that have not been cleared. */
function* readBy(id: number, { all }: Formulas, sheets: Columns): Generator<number, void> {
  for (const { sheet, area } of all[id]?.reads ?? []) {
    const columns = sheets.get(sheet);
    if (columns === undefined) continue;
    const wide = area.right - area.left > columns.size;
    const own = wide ? [...columns].filter(([column]) => column >= area.left && column <= area.right).map(([, column]) => column)
      : Array.from({ length: area.right - area.left + 1 }, (_, along) => columns.get(area.left + along)).flatMap((column) => column ?? []);
    for (const column of own) {
      for (let at = nextIn(column, firstFrom(column.rows, area.top)); (column.rows[at] ?? Infinity) <= area.bottom; at = nextIn(column, at + 1)) yield column.ids[at] ?? 0;
    }
  }
}

function clear(id: number, { all }: Formulas, sheets: Columns): void {
  const formula = all[id];
  const column = formula === undefined ? undefined : sheets.get(formula.sheet)?.get(formula.column);
  if (formula === undefined || column === undefined) return;
  const at = firstFrom(column.rows, formula.row);
  column.next[at] = at + 1;
}

function nextIn({ next }: Column, at: number): number {
  let found = at;
  while (found < next.length && next[found] !== found) found = next[found] ?? next.length;
  // The way is made shorter for those who come after.
  for (let each = at; each < found;) { const ahead = next[each] ?? found; next[each] = found; each = ahead; }
  return found;
}

function firstFrom(rows: readonly number[], row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1; else high = middle;
  }
  return low;
}

function found({ book, all }: Formulas, circle: readonly number[]): ReturnType<typeof someFindings> {
  return someFindings(book.sheets, circle.flatMap((id) => all[id] ?? []));
}

function someFindings(sheets: Formulas["book"]["sheets"], [first, ...others]: Formulas["all"]): readonly ReturnType<typeof auditFinding>[] {
  const sheet = first === undefined ? undefined : sheets[first.sheet];
  if (first === undefined || sheet === undefined) return [];
  const through = others.map(({ sheet: index, row, column }) => (index === first.sheet ? "" : `${sheets[index]?.tab ?? ""}!`) + a1(row, column));
  return [auditFinding("S15", sheet, a1(first.row, first.column), { through: through.length === 0 ? "" : `, by way of ${someOf(through)}` })];
}
