/** Excel.Range: which cells it is, and the ranges that are reached from it. Its content, edits and look are declared beside it. */
import { area as areaOf, columnCount, intersect, MAX_COLUMNS, MAX_ROWS, rowCount, type Area } from "../workbook/area";
import { leftOf, topOf } from "../workbook/measure";
import { addressOf, areaOnSheet } from "./address";
import type { Arguments } from "./arguments";
import { cellsIn, isWholeColumns, isWholeRows, standing } from "./cells";
import { conditionalFormatsClass } from "./conditional-formats";
import { dataValidationClass } from "./data-validation";
import { declareClass, method, navigation, scalar, type ClassPart, type HostObject, type ObjectClass } from "./definition";
import { rangeFill } from "./auto-fill";
import { cellProperties } from "./cell-properties";
import { formulaLinks } from "./formula-links";
import { rangeContent } from "./range-content";
import { rangeEdits } from "./range-edit";
import { rangeFormatClass } from "./range-format";
import { rangeLinks } from "./range-links";
import { rangeMoves } from "./range-moves";
import { rangeOutline } from "./outlines";
import { rangeReach } from "./range-reach";
import { invalidArgument, itemNotFound } from "./refusal";
import type { RangeHold } from "./session";
import { stretchOf } from "./stretch";
import { rangeSortClass } from "./sort";
import { tablesTouching } from "./table-collection";
import { worksheetClass } from "./worksheet";

/** @throws Refusal InvalidArgument off the sheet */
export function boundedTo(area: Area): Area {
  if (area.top < 0 || area.left < 0 || area.bottom >= MAX_ROWS || area.right >= MAX_COLUMNS || area.bottom < area.top || area.right < area.left) throw invalidArgument();
  return area;
}

/** A range object on the same sheet. @throws Refusal InvalidArgument off the sheet */
export const rangeAt = (range: RangeHold, area: Area): HostObject => rangeClass.of(range.session.range(range.sheet, boundedTo(area)));

/** The area of an argument that is a range or an address, on the same sheet as the range. */
export function otherArea(range: RangeHold, args: Arguments, index: number): Area {
  const other = args.object(index, rangeClass);
  if (other === null) return areaOnSheet(range.session, args.text(index), range.sheet);
  if (standing(other).sheet !== range.sheet) throw invalidArgument();
  return other.area;
}

/** The smallest rectangle over both. */
export const bounding = (a: Area, b: Area): Area =>
  ({ top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) });

/** The used part of an area; null where nothing is. */
export function usedWithin(range: RangeHold, valuesOnly: boolean): Area | null {
  if (isWholeColumns(range.area) && isWholeRows(range.area)) return range.sheet.usedArea(valuesOnly);
  let used: Area | null = null;
  const add = (row: number, column: number): void => { used = used === null ? areaOf(row, column) : bounding(used, areaOf(row, column)); };
  for (const [row, column, cell] of range.sheet.entries()) {
    const holds = cell.value !== null || cell.formula !== null || (!valuesOnly && cell.style !== 0);
    if (holds && intersect(range.area, areaOf(row, column)) !== null) add(row, column);
  }
  return used;
}

const shape: ClassPart<Excel.Range, RangeHold> = {
  scalars: {
    address: scalar("1.1", (range) => addressOf(standing(range).sheet, range.area)),
    addressLocal: scalar("1.1", (range) => addressOf(standing(range).sheet, range.area)),
    cellCount: scalar("1.1", (range) => cellsIn(standing(range).area)),
    columnCount: scalar("1.1", (range) => columnCount(standing(range).area)),
    columnIndex: scalar("1.1", (range) => standing(range).area.left),
    rowCount: scalar("1.1", (range) => rowCount(standing(range).area)),
    rowIndex: scalar("1.1", (range) => standing(range).area.top),
    isEntireColumn: scalar("1.7", (range) => isWholeColumns(standing(range).area)),
    isEntireRow: scalar("1.7", (range) => isWholeRows(standing(range).area)),
    left: scalar("1.10", (range) => leftOf(standing(range).sheet, range.area.left)),
    top: scalar("1.10", (range) => topOf(standing(range).sheet, range.area.top)),
    width: scalar("1.10", (range) => leftOf(standing(range).sheet, range.area.right + 1) - leftOf(range.sheet, range.area.left)),
    height: scalar("1.10", (range) => topOf(standing(range).sheet, range.area.bottom + 1) - topOf(range.sheet, range.area.top)),
  },
  navigations: {
    worksheet: navigation("1.1", (range) => worksheetClass.of({ session: range.session, sheet: standing(range).sheet })),
    format: navigation("1.1", (range) => rangeFormatClass.of(range)),
    dataValidation: navigation("1.8", (range) => dataValidationClass.of(stretchOf(range))),
    sort: navigation("1.2", (range) => rangeSortClass.of(range)),
    conditionalFormats: navigation("1.6", (range) => conditionalFormatsClass.of(stretchOf(range))),
  },
  methods: {
    getCell: method("1.1", (range, args) => rangeAt(range, areaOf(standing(range).area.top + args.whole(0), range.area.left + args.whole(1)))),
    getRow: method("1.1", (range, args) => line(range, "row", args.whole(0))),
    getColumn: method("1.1", (range, args) => line(range, "column", args.whole(0))),
    getLastRow: method("1.1", (range) => line(range, "row", rowCount(standing(range).area) - 1)),
    getLastColumn: method("1.1", (range) => line(range, "column", columnCount(standing(range).area) - 1)),
    getLastCell: method("1.1", (range) => rangeAt(range, areaOf(standing(range).area.bottom, range.area.right))),
    getEntireRow: method("1.1", (range) => rangeAt(range, { ...standing(range).area, left: 0, right: MAX_COLUMNS - 1 })),
    getEntireColumn: method("1.1", (range) => rangeAt(range, { ...standing(range).area, top: 0, bottom: MAX_ROWS - 1 })),
    getRowsAbove: method("1.2", (range, args) => beside(range, "row", -args.wholeOr(0, 1))),
    getRowsBelow: method("1.2", (range, args) => beside(range, "row", args.wholeOr(0, 1))),
    getColumnsBefore: method("1.2", (range, args) => beside(range, "column", -args.wholeOr(0, 1))),
    getColumnsAfter: method("1.2", (range, args) => beside(range, "column", args.wholeOr(0, 1))),
    getTables: method("1.9", (range, args) => tablesTouching(range.session, range.sheet, () => [standing(range).area], args.flagOr(0, false))),
    select: method("1.1", (range) => { range.session.workbook.select(standing(range).sheet, range.area); }),
  },
};

const derived: ClassPart<Excel.Range, RangeHold> = {
  methods: {
    getOffsetRange: method("1.1", (range, args) => {
      const { top, left, bottom, right } = standing(range).area;
      const [rows, columns] = [args.whole(0), args.whole(1)];
      return rangeAt(range, { top: top + rows, bottom: bottom + rows, left: left + columns, right: right + columns });
    }),
    getResizedRange: method("1.2", (range, args) => {
      const { area } = standing(range);
      return rangeAt(range, { ...area, bottom: area.bottom + args.whole(0), right: area.right + args.whole(1) });
    }),
    getAbsoluteResizedRange: method("1.7", (range, args) => rangeAt(range, areaOf(standing(range).area.top, range.area.left, args.whole(0), args.whole(1)))),
    getBoundingRect: method("1.1", (range, args) => rangeAt(range, bounding(standing(range).area, otherArea(range, args, 0)))),
    getIntersection: method("1.1", (range, args) => {
      const shared = intersect(standing(range).area, otherArea(range, args, 0));
      if (shared === null) throw itemNotFound();
      return rangeAt(range, shared);
    }),
    getIntersectionOrNullObject: method("1.4", (range, args) => {
      const shared = intersect(standing(range).area, otherArea(range, args, 0));
      return shared === null ? null : rangeAt(range, shared);
    }),
    getUsedRange: method("1.1", (range, args) => {
      const used = usedWithin(standing(range), args.flagOr(0, false));
      if (used === null) throw itemNotFound();
      return rangeAt(range, used);
    }),
    getUsedRangeOrNullObject: method("1.4", (range, args) => {
      const used = usedWithin(standing(range), args.flagOr(0, false));
      return used === null ? null : rangeAt(range, used);
    }),
    getSurroundingRegion: method("1.7", (range) => rangeAt(range, region(standing(range)))),
  },
  wire: {
    _KeepReference: method("1.1", (range) => { range.session.keep(standing(range)); }, "recorded"),
    _ValidateArraySize: method("1.3", (range, args) => {
      if (args.whole(0) !== rowCount(standing(range).area) || args.whole(1) !== columnCount(range.area)) throw invalidArgument();
    }, "recorded"),
  },
};

function line(range: RangeHold, along: "row" | "column", index: number): HostObject {
  const { area } = standing(range);
  return along === "row"
    ? rangeAt(range, { ...area, top: area.top + index, bottom: area.top + index })
    : rangeAt(range, { ...area, left: area.left + index, right: area.left + index });
}

/** Rows or columns beside the range, as many as `count`; before it where the count is negative. */
function beside(range: RangeHold, along: "row" | "column", count: number): HostObject {
  const { area } = standing(range);
  if (count === 0) throw invalidArgument();
  if (along === "row") return rangeAt(range, count > 0 ? { ...area, top: area.bottom + 1, bottom: area.bottom + count } : { ...area, top: area.top + count, bottom: area.top - 1 });
  return rangeAt(range, count > 0 ? { ...area, left: area.right + 1, right: area.right + count } : { ...area, left: area.left + count, right: area.left - 1 });
}

/** The block of filled cells around the range, up to blank rows and columns: what Ctrl+Shift+* selects. */
function region(range: RangeHold): Area {
  const filled = (area: Area): boolean => usedWithin({ ...range, area }, true) !== null;
  let grown = range.area;
  for (;;) {
    const wider = { top: Math.max(0, grown.top - 1), left: Math.max(0, grown.left - 1), bottom: Math.min(MAX_ROWS - 1, grown.bottom + 1), right: Math.min(MAX_COLUMNS - 1, grown.right + 1) };
    const next = {
      top: wider.top < grown.top && filled({ ...wider, bottom: wider.top }) ? wider.top : grown.top,
      bottom: wider.bottom > grown.bottom && filled({ ...wider, top: wider.bottom }) ? wider.bottom : grown.bottom,
      left: wider.left < grown.left && filled({ ...wider, right: wider.left }) ? wider.left : grown.left,
      right: wider.right > grown.right && filled({ ...wider, left: wider.right }) ? wider.right : grown.right,
    };
    if (next.top === grown.top && next.bottom === grown.bottom && next.left === grown.left && next.right === grown.right) return grown;
    grown = next;
  }
}

export const rangeClass: ObjectClass<RangeHold> = declareClass<Excel.Range, RangeHold>(
  "Range",
  {
    identity: (range) => {
      const reference = range.session.referenceOf(range);
      return reference === null ? {} : { _ReferenceId: reference };
    },
  },
  shape, derived, rangeContent, rangeEdits, rangeLinks, rangeReach, rangeMoves, rangeFill, cellProperties, formulaLinks, rangeOutline,
);
