/** Range.autoFill: the cells of a range filled on into a bigger one. */
import { isDateFormat } from "numfmt";
import { moveFormula } from "../calc/shift-formula";
import { columnCount, MAX_COLUMNS, rowCount, type Area } from "../workbook/area";
import { within } from "../workbook/areas";
import type { Cell, Sheet } from "../workbook/sheet";
import { areaOnSheet } from "./address";
import type { Arguments } from "./arguments";
import { assertUnlocked, standing, styleNumber } from "./cells";
import { method, type ClassPart } from "./definition";
import { FILLS, seriesOf, type Fill, type Series } from "./fill-series";
import { rangeClass } from "./range";
import { invalidArgument, notImplemented } from "./refusal";
import type { RangeHold } from "./session";
import { enteredUnder } from "./table-growth";

/** Which way the fill goes. */
type Way = "down" | "up" | "right" | "left";

function wayOf(from: Area, to: Area): Way | null {
  if (!within(from, to)) throw invalidArgument("The destination does not hold the range.");
  const grows: readonly (readonly [Way, boolean])[] = [["down", to.bottom > from.bottom], ["up", to.top < from.top], ["right", to.right > from.right], ["left", to.left < from.left]];
  const ways = grows.filter(([, does]) => does).map(([way]) => way);
  if (ways.length > 1) throw invalidArgument("A range is filled in one direction.");
  return ways[0] ?? null;
}

function autoFill(range: RangeHold, args: Arguments): void {
  const { session, sheet, area } = standing(range);
  const fill = args.oneOfOr(1, FILLS, "FillDefault");
  if (fill === "FlashFill") throw notImplemented("Range.autoFill FlashFill");
  const target = args.has(0) ? targetOf(range, args) : besideData(range);
  const way = wayOf(area, target);
  if (way === null) return;
  assertUnlocked(sheet, target);
  session.settle();
  const vertical = way === "down" || way === "up";
  const lines = vertical ? columnCount(area) : rowCount(area);
  for (let index = 0; index < lines; index++) fillLine(sheet, area, target, { way, index, fill });
  enteredUnder({ sheet, area: target });
}

function targetOf(range: RangeHold, args: Arguments): Area {
  const other = args.object(0, rangeClass);
  if (other === null) return areaOnSheet(range.session, args.text(0), range.sheet);
  if (standing(other).sheet !== range.sheet) throw invalidArgument();
  return other.area;
}

/** Without a destination the fill goes as far down as the data beside it. */
function besideData({ sheet, area }: RangeHold): Area {
  for (const column of [area.left - 1, area.right + 1]) {
    if (column < 0 || column >= MAX_COLUMNS) continue;
    let bottom = area.bottom;
    while (sheet.cell(bottom + 1, column).value !== null) bottom += 1;
    if (bottom > area.bottom) return { ...area, bottom };
  }
  return area;
}

interface Line { readonly way: Way; readonly index: number; readonly fill: Fill }

function fillLine(sheet: Sheet, from: Area, to: Area, { way, index, fill }: Line): void {
  const vertical = way === "down" || way === "up";
  const count = vertical ? rowCount(from) : columnCount(from);
  const at = (place: number): readonly [number, number] => (vertical ? [from.top + place, from.left + index] : [from.top + index, from.left + place]);
  const seeds = Array.from({ length: count }, (_seed, place): Cell => { const [row, column] = at(place); return { ...sheet.cell(row, column), style: styleNumber(sheet, row, column) }; });
  const { styles, date1904 } = sheet.workbook;
  const series = seriesOf(seeds.map((cell) => ({ value: cell.value, isFormula: cell.formula !== null, isDate: isDateFormat(styles.at(cell.style).numberFormat) })), fill, date1904);
  const [row, column] = at(0);
  const strip: Area = vertical
    ? { left: column, right: column, top: way === "down" ? from.bottom + 1 : to.top, bottom: way === "down" ? to.bottom : from.top - 1 }
    : { top: row, bottom: row, left: way === "right" ? from.right + 1 : to.left, right: way === "right" ? to.right : from.left - 1 };
  const forwards = way === "down" || way === "right";
  sheet.write(strip, "api", "both", (old, r, c) => {
    const place = vertical ? r - from.top : c - from.left;
    const step = forwards ? place - count + 1 : place;
    return filled(old, seeds, { place, step, fill, vertical, series });
  });
}

interface Step { readonly place: number; readonly step: number; readonly fill: Fill; readonly vertical: boolean; readonly series: Series | null }

function filled(old: Cell, seeds: readonly Cell[], { place, step, fill, vertical, series }: Step): Cell {
  const from = ((place % seeds.length) + seeds.length) % seeds.length;
  const seed = seeds[from];
  if (seed === undefined) return old;
  if (fill === "FillFormats") return { ...old, style: seed.style };
  const style = fill === "FillValues" ? old.style : seed.style;
  const content: Pick<Cell, "array" | "state" | "style"> = { array: null, state: "live", style };
  if (series !== null) return { ...content, value: series(step), formula: null };
  const by = place - from;
  const formula = seed.formula === null ? null : moveFormula(seed.formula, vertical ? by : 0, vertical ? 0 : by);
  return { ...content, formula, value: formula === null ? seed.value : null };
}

export const rangeFill: ClassPart<Excel.Range, RangeHold> = { methods: { autoFill: method("1.9", autoFill) } };
