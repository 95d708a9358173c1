/** What lies over the cells, moved with them: merges, rules, links, row heights and column widths, charts. */
import { contains, intersect, type Area } from "../workbook/area";
import { joined, withoutArea } from "../workbook/areas";
import type { Cause } from "../workbook/change";
import type { Chart, Frame } from "../workbook/chart";
import type { PageBreaks } from "../workbook/features";
import type { SheetFilter } from "../workbook/filter";
import { columnPixels, leftOf, POINTS_PER_PIXEL, topOf } from "../workbook/measure";
import type { ColumnFormat, RowFormat, Sheet } from "../workbook/sheet";
import { shiftArea } from "../workbook/shift-area";
import { band, destination, isInsertion, isVertical, isWholeColumns, isWholeRows, origin, shiftSize, takesAfterPrevious, type CellShift } from "./cell-shift";
import { mapped, respeltFormat, respeltValidation, type FormulaPlace } from "./every-formula";
import { moveFormula } from "./shift-formula";
import { shiftReferences } from "./shift-references";

export function moveFeatures(shift: CellShift, cause: Cause): void {
  const { sheet } = shift;
  sheet.set("merges", kept(sheet.get("merges"), (merge) => movedMerge(merge, shift)), cause);
  sheet.set("hyperlinks", kept(sheet.get("hyperlinks"), (link) => {
    const area = shiftArea(link.area, shift.block, shift.direction);
    return area === null ? null : area === link.area ? link : { ...link, area };
  }), cause);
  sheet.set("comments", kept(sheet.get("comments"), (comment) => {
    const cell = { top: comment.row, bottom: comment.row, left: comment.column, right: comment.column };
    const moved = shiftArea(cell, shift.block, shift.direction);
    return moved === null ? null : moved.top === cell.top && moved.left === cell.left ? comment : { ...comment, row: moved.top, column: moved.left };
  }), cause);
  sheet.set("validations", kept(sheet.get("validations"), (rule) => movedRule(rule, shift, respeltValidation)), cause);
  sheet.set("conditionalFormats", kept(sheet.get("conditionalFormats"), (rule) => movedRule(rule, shift, respeltFormat)), cause);
  sheet.set("autoFilter", movedFilter(sheet.get("autoFilter"), shift), cause);
  if (!isWholeRows(shift) && !isWholeColumns(shift)) return;
  sheet.set("pageBreaks", movedBreaks(sheet.get("pageBreaks"), shift), cause);
  // Charts first: they move by the heights and widths as they were.
  sheet.set("charts", mapped(sheet.get("charts"), (chart) => movedChart(chart, shift)), cause);
  if (isWholeRows(shift)) sheet.set("rows", movedLines(sheet.get("rows"), shift.block.top, shift, beside), cause);
  else sheet.set("columns", movedLines(sheet.get("columns"), shift.block.left, shift, beside), cause);
}

/** The look of a line that is put in, from the one before it: in its group, to be seen, and summing up nothing. */
function beside<L extends RowFormat | ColumnFormat>({ shut: _shut, ...format }: L): L {
  return { ...format, hidden: false } as L;
}

/** The list with its members moved, without those that are gone; the same list when nothing changed. */
function kept<T>(list: readonly T[], move: (item: T) => T | null): readonly T[] {
  const after = list.flatMap((item) => {
    const moved = move(item);
    return moved === null ? [] : [moved];
  });
  return after.length === list.length && after.every((item, index) => item === list[index]) ? list : after;
}

function movedMerge(merge: Area, shift: CellShift): Area | null {
  const moved = shiftArea(merge, shift.block, shift.direction);
  return moved === null || (moved.top === moved.bottom && moved.left === moved.right) ? null : moved;
}

/** A filter goes with its columns; one whose column is taken out is gone, though its rows stay hidden until the next one is set. */
function movedFilter(filter: SheetFilter | null, shift: CellShift): SheetFilter | null {
  if (filter === null) return null;
  const area = shiftArea(filter.area, shift.block, shift.direction);
  if (area === null || area === filter.area) return area === null ? null : filter;
  if (isVertical(shift)) return { ...filter, area };
  const columns = filter.columns.flatMap((one) => {
    const place = filter.area.left + one.column;
    const cell = shiftArea({ ...filter.area, left: place, right: place }, shift.block, shift.direction);
    return cell === null ? [] : [{ ...one, column: cell.left - area.left }];
  });
  return { area, columns };
}

/** A break stands before its row or column and goes with it. */
function movedBreaks(breaks: PageBreaks, shift: CellShift): PageBreaks {
  const [key, first] = isWholeRows(shift) ? ["rows", shift.block.top] as const : ["columns", shift.block.left] as const;
  const size = shiftSize(shift);
  const moved = breaks[key].flatMap((line) => {
    if (line < first) return [line];
    if (isInsertion(shift)) return [line + size];
    return line < first + size ? [] : [line - size];
  });
  return moved.every((line, index) => line === breaks[key][index]) && moved.length === breaks[key].length ? breaks : { ...breaks, [key]: moved };
}

interface Rule { readonly areas: readonly Area[] }

/** A rule's formulas count from its first cell; when that one is taken out they count from the first that stays. */
function movedRule<R extends Rule>(rule: R, shift: CellShift, respelt: (rule: R, change: (formula: string) => string) => R): R | null {
  const areas = movedAreas(rule.areas, shift);
  const [first] = areas;
  const [before] = rule.areas;
  if (first === undefined || before === undefined) return null;
  const place = origin(shift, first.top, first.left);
  const from: FormulaPlace = { sheet: shift.sheet, row: place.row, column: place.column, isName: false };
  const after = respelt(rule, (formula) => shiftReferences(moveFormula(formula, place.row - before.top, place.column - before.left), shift, from));
  return areas === rule.areas ? after : { ...after, areas };
}

/** The part with the cell that formulas count from comes first, wherever it went. */
function movedAreas(areas: readonly Area[], shift: CellShift): readonly Area[] {
  const after = areas.flatMap((area) => movedParts(area, shift));
  if (after.length === areas.length && after.every((area, index) => area === areas[index])) return areas;
  const [first] = areas;
  const anchor = first === undefined ? null : destination(shift, first.top, first.left);
  const holds = (area: Area): boolean => anchor !== null && contains(area, anchor.row, anchor.column);
  return joined([...after.filter(holds), ...after.filter((area) => !holds(area))]);
}

/** A rule's area that lies only partly in the band is taken apart: its cells go where they go. */
function movedParts(area: Area, shift: CellShift): readonly Area[] {
  const inside = intersect(area, band(shift));
  if (inside === null) return [area];
  const grown = isInsertion(shift) ? grownOver(inside, shift) : inside;
  const moved = grown === inside ? shiftArea(inside, shift.block, shift.direction) : grown;
  if (moved !== null && moved.top === inside.top && moved.bottom === inside.bottom && moved.left === inside.left && moved.right === inside.right) return [area];
  return [...(moved === null ? [] : [moved]), ...withoutArea(area, band(shift))];
}

/** Cells put in right after a rule's last ones come under the rule too, as they take their look. */
function grownOver(area: Area, shift: CellShift): Area {
  const { block } = shift;
  if (isVertical(shift)) {
    if (area.bottom !== block.top - 1 || !takesAfterPrevious(shift, block.top, area.left)) return area;
    return { ...area, bottom: area.bottom + shiftSize(shift) };
  }
  if (area.right !== block.left - 1 || !takesAfterPrevious(shift, area.top, block.left)) return area;
  return { ...area, right: area.right + shiftSize(shift) };
}

/** Heights of rows, or widths of columns. New ones take after the one before them. */
function movedLines<F>(lines: ReadonlyMap<number, F>, from: number, shift: CellShift, shown: (format: F) => F): ReadonlyMap<number, F> {
  const size = shiftSize(shift);
  const previous = isInsertion(shift) && from > 0 ? lines.get(from - 1) : undefined;
  if (previous === undefined && ![...lines.keys()].some((line) => line >= from)) return lines;
  const after = new Map<number, F>();
  for (const [line, format] of lines) {
    if (line < from) after.set(line, format);
    else if (isInsertion(shift)) after.set(line + size, format);
    else if (line >= from + size) after.set(line - size, format);
  }
  if (previous !== undefined) for (let line = from; line < from + size; line++) after.set(line, shown(previous));
  return after;
}

/** A chart moves with the cells under its corners, and grows or shrinks with those between. */
function movedChart(chart: Chart, shift: CellShift): Chart {
  const { frame } = chart;
  const [first, last] = edges(shift);
  const moved = (place: number): number => {
    if (isInsertion(shift)) return place >= first ? place + last - first : place;
    return place <= first ? place : place >= last ? place - (last - first) : first;
  };
  // An edge that lies right where cells are put in stays with the cells before it.
  const end = (place: number): number => (isInsertion(shift) && place === first ? place : moved(place));
  const after: Frame = isVertical(shift)
    ? { ...frame, top: moved(frame.top), height: end(frame.top + frame.height) - moved(frame.top) }
    : { ...frame, left: moved(frame.left), width: end(frame.left + frame.width) - moved(frame.left) };
  return same(frame, after) ? chart : { ...chart, frame: after };
}

const same = (a: Frame, b: Frame): boolean => a.top === b.top && a.left === b.left && a.width === b.width && a.height === b.height;

/** Points from the sheet's corner to both ends of the block, as wide or high as its lines will be. */
function edges(shift: CellShift): readonly [number, number] {
  const { sheet, block } = shift;
  const first = isVertical(shift) ? topOf(sheet, block.top) : leftOf(sheet, block.left);
  if (!isInsertion(shift)) return [first, isVertical(shift) ? topOf(sheet, block.bottom + 1) : leftOf(sheet, block.right + 1)];
  return [first, first + shiftSize(shift) * newLinePoints(sheet, shift)];
}

function newLinePoints(sheet: Sheet, shift: CellShift): number {
  const { block } = shift;
  if (isVertical(shift)) return sheet.get("rows").get(block.top - 1)?.height ?? sheet.get("standardHeight");
  return columnPixels(sheet.get("columns").get(block.left - 1)?.width ?? sheet.get("standardWidth")) * POINTS_PER_PIXEL;
}
