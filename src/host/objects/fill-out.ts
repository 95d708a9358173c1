/** Cells filled on into a larger area, by a program or by a person's hand: series go on, everything else comes again in turn. */
import { isDateFormat } from "numfmt";
import { moveFormula } from "../calc/shift-formula";
import { columnCount, MAX_COLUMNS, rowCount, type Area } from "../workbook/area";
import type { Cause } from "../workbook/change";
import type { Cell, Sheet } from "../workbook/sheet";
import { assertUnlocked, styleNumber } from "./cells";
import { seriesOf, type Fill, type Series } from "./fill-series";

/** What is filled from, out to where: `source` lies in `target` at one of its edges. */
export interface Filling { readonly source: Area; readonly target: Area; readonly fill: Fill }

/** A column or a row of the source. */
interface Line { readonly seeds: readonly Cell[]; readonly series: Series | null }

/**
 * Fills. Formulas count from where they come to stand.
 * @returns the cells that were filled; null where the target is no larger
 * @throws Refusal AccessDenied where one of them is locked on a protected sheet; nothing is filled then
 */
export function fillOut(sheet: Sheet, filling: Filling, cause: Cause): Area | null {
  const { source, target, fill } = filling;
  const isDown = target.top !== source.top || target.bottom !== source.bottom;
  const added = addedTo(filling, isDown);
  if (rowCount(added) < 1 || columnCount(added) < 1) return null;
  assertUnlocked(sheet, added);
  const lines = new Map<number, Line>();
  const lineAt = (index: number): Line => {
    let line = lines.get(index);
    if (line === undefined) lines.set(index, (line = readLine(sheet, filling, isDown, index)));
    return line;
  };
  sheet.write(added, cause, "both", (old, row, column) => {
    const place = isDown ? row - source.top : column - source.left;
    return filled(old, lineAt(isDown ? column : row), { place, fill, isDown });
  });
  return added;
}

function addedTo({ source, target }: Filling, isDown: boolean): Area {
  const isBack = target.top < source.top || target.left < source.left;
  return isDown
    ? { ...target, top: isBack ? target.top : source.bottom + 1, bottom: isBack ? source.top - 1 : target.bottom }
    : { ...target, left: isBack ? target.left : source.right + 1, right: isBack ? source.left - 1 : target.right };
}

function readLine(sheet: Sheet, { source, fill }: Filling, isDown: boolean, index: number): Line {
  const { styles, date1904 } = sheet.workbook;
  const seeds = Array.from({ length: isDown ? rowCount(source) : columnCount(source) }, (_seed, at): Cell => {
    const [row, column] = isDown ? [source.top + at, index] : [index, source.left + at];
    return { ...sheet.cell(row, column), style: styleNumber(sheet, row, column) };
  });
  const read = seeds.map(({ value, formula, style }) => ({ value, isFormula: formula !== null, isDate: isDateFormat(styles.at(style).numberFormat) }));
  return { seeds, series: seriesOf(read, fill, date1904) };
}

/** @param place - counted from the line's first seed */
function filled(old: Cell, { seeds, series }: Line, { place, fill, isDown }: { readonly place: number; readonly fill: Fill; readonly isDown: boolean }): Cell {
  const from = ((place % seeds.length) + seeds.length) % seeds.length;
  const seed = seeds[from];
  if (seed === undefined) return old;
  if (fill === "FillFormats") return { ...old, style: seed.style };
  const content: Pick<Cell, "array" | "state" | "style"> = { array: null, state: "live", style: fill === "FillValues" ? old.style : seed.style };
  if (series !== null) return { ...content, value: series(place < 0 ? place : place - seeds.length + 1), formula: null };
  const by = place - from;
  const formula = seed.formula === null ? null : moveFormula(seed.formula, isDown ? by : 0, isDown ? 0 : by);
  return { ...content, formula, value: formula === null ? seed.value : null };
}

/** As far down as the column beside the cells is filled; the cells themselves where there is none. */
export function filledBeside(sheet: Sheet, source: Area): Area {
  for (const column of [source.left - 1, source.right + 1]) {
    if (column < 0 || column >= MAX_COLUMNS) continue;
    let { bottom } = source;
    while (sheet.cell(bottom + 1, column).value !== null) bottom += 1;
    if (bottom > source.bottom) return { ...source, bottom };
  }
  return source;
}
