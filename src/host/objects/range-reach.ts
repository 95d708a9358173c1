/** What is reached from a range by what its cells hold: kinds of cells, found text, edges of the data, spills, merged cells. */
import { area as areaOf, contains, intersect, MAX_COLUMNS, MAX_ROWS, type Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import type { Arguments } from "./arguments";
import { foundCells, lookingFor, replaceIn } from "./cell-finding";
import { CELL_KINDS, specialCells, VALUE_KINDS } from "./cell-sets";
import { cellsIn, standing } from "./cells";
import { method, type ClassPart, type HostObject } from "./definition";
import { boundedTo, bounding, rangeAt, rangeClass } from "./range";
import { rangeAreasClass } from "./range-areas";
import { rangeViewClass } from "./range-view";
import { invalidArgument, itemNotFound } from "./refusal";
import type { RangeHold } from "./session";

function existing(object: HostObject | null): HostObject {
  if (object === null) throw itemNotFound();
  return object;
}

const areasOrNull = (range: RangeHold, areas: readonly Area[]): HostObject | null =>
  (areas.length === 0 ? null : rangeAreasClass.of(range.session.areas(range.sheet, areas)));

function special(range: RangeHold, args: Arguments): HostObject | null {
  const { session, sheet, area } = standing(range);
  session.settle();
  return areasOrNull(range, specialCells(sheet, area, args.oneOf(0, CELL_KINDS), args.oneOfOr(1, VALUE_KINDS, "All")));
}

function find(range: RangeHold, args: Arguments): HostObject | null {
  const { session, sheet, area } = standing(range);
  const looking = lookingFor(args.raw(0), args.raw(1));
  const cells = foundCells(session, sheet, area, looking);
  const cell = looking.backwards ? cells[cells.length - 1] : cells[0];
  return cell === undefined ? null : rangeAt(range, areaOf(...cell));
}

const DIRECTIONS = ["Left", "Right", "Up", "Down"] as const;
type Direction = (typeof DIRECTIONS)[number];
const STEPS: Readonly<Record<Direction, readonly [rows: number, columns: number]>> = { Left: [0, -1], Right: [0, 1], Up: [-1, 0], Down: [1, 0] };

const isFilled = (sheet: Sheet, row: number, column: number): boolean => { const cell = sheet.cell(row, column); return cell.value !== null || cell.formula !== null; };

/** Where Ctrl and an arrow lead: to the end of the filled cells, over blank ones to the next filled, or to the end of the sheet. */
function edgeFrom(sheet: Sheet, from: Area, direction: Direction): Area {
  const [down, across] = STEPS[direction];
  const extent = sheet.extent;
  const end = { Left: 0, Right: MAX_COLUMNS - 1, Up: 0, Down: MAX_ROWS - 1 }[direction];
  const atEnd = (): Area => (down === 0 ? areaOf(from.top, end) : areaOf(end, from.left));
  let [row, column] = [from.top, from.left];
  const onSheet = (r: number, c: number): boolean => r >= 0 && c >= 0 && r < MAX_ROWS && c < MAX_COLUMNS;
  const past = (r: number, c: number): boolean => extent === null || (down > 0 ? r > extent.bottom : down < 0 ? r < extent.top : across > 0 ? c > extent.right : c < extent.left);
  if (!onSheet(row + down, column + across)) return areaOf(row, column);
  if (isFilled(sheet, row, column) && isFilled(sheet, row + down, column + across)) {
    while (onSheet(row + down, column + across) && isFilled(sheet, row + down, column + across)) { row += down; column += across; }
    return areaOf(row, column);
  }
  do { row += down; column += across; } while (onSheet(row, column) && !past(row, column) && !isFilled(sheet, row, column));
  return onSheet(row, column) && isFilled(sheet, row, column) ? areaOf(row, column) : atEnd();
}

/** The cell that the arrow starts from: the range's first unless another is given. */
function startOf(range: RangeHold, args: Arguments): Area {
  const { area, sheet } = standing(range);
  if (!args.has(1)) return areaOf(area.top, area.left);
  const cell = args.object(1, rangeClass);
  if (cell === null || standing(cell).sheet !== sheet || cellsIn(cell.area) !== 1 || !contains(area, cell.area.top, cell.area.left)) throw invalidArgument();
  return cell.area;
}

function extended(range: RangeHold, args: Arguments): HostObject {
  const { sheet, area } = standing(range);
  const edge = edgeFrom(sheet, startOf(range, args), args.oneOf(0, DIRECTIONS));
  return rangeAt(range, bounding(area, edge));
}

/** The array formula whose result reaches a cell, as the place of its first cell and its whole reach. */
function spillAt(range: RangeHold, row: number, column: number): { readonly anchor: Area; readonly reach: Area } | null {
  range.session.settle();
  for (const [top, left, cell] of range.sheet.entries()) {
    if (cell.array?.kind === "dynamic" && cellsIn(cell.array.area) > 1 && contains(cell.array.area, row, column)) return { anchor: areaOf(top, left), reach: cell.array.area };
  }
  return null;
}

function one(range: RangeHold): Area {
  const { area } = standing(range);
  if (cellsIn(area) !== 1) throw invalidArgument();
  return area;
}

function spillParent(range: RangeHold): HostObject | null {
  const { top, left } = one(range);
  const spill = spillAt(range, top, left);
  return spill === null ? null : rangeAt(range, spill.anchor);
}

function spillingTo(range: RangeHold): HostObject | null {
  const { top, left } = one(range);
  const spill = spillAt(range, top, left);
  return spill === null || spill.anchor.top !== top || spill.anchor.left !== left ? null : rangeAt(range, spill.reach);
}

export const rangeReach: ClassPart<Excel.Range, RangeHold> = {
  methods: {
    getSpecialCells: method("1.9", (range, args) => existing(special(range, args))),
    getSpecialCellsOrNullObject: method("1.9", special),
    find: method("1.9", (range, args) => existing(find(range, args)), "assumed"),
    findOrNullObject: method("1.9", find, "assumed"),
    replaceAll: method("1.9", (range, args) => {
      const { session, sheet, area } = standing(range);
      return replaceIn(session, sheet, area, lookingFor(args.raw(0), args.raw(2)), args.text(1));
    }, "assumed"),
    getRangeEdge: method("1.13", (range, args) => rangeAt(range, boundedTo(edgeFrom(standing(range).sheet, startOf(range, args), args.oneOf(0, DIRECTIONS))))),
    getExtendedRange: method("1.13", extended),
    getVisibleView: method("1.3", (range) => rangeViewClass.of({ session: range.session, range: standing(range), row: null })),
    getMergedAreasOrNullObject: method("1.13", (range) => areasOrNull(range, standing(range).sheet.get("merges").filter((merge) => intersect(merge, range.area) !== null))),
    getSpillParent: method("1.12", (range) => existing(spillParent(range))),
    getSpillParentOrNullObject: method("1.12", spillParent),
    getSpillingToRange: method("1.12", (range) => existing(spillingTo(range))),
    getSpillingToRangeOrNullObject: method("1.12", spillingTo),
    // Formulas are always brought up to date before they are read: there is nothing to mark.
    setDirty: method("1.9", (range) => { standing(range); range.session.calculate(true); }),
  },
};
