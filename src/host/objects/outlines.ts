/** Outlines: rows and columns grouped, groups shut and opened, and the sheet shown down to a level. */
import type { Area } from "../workbook/area";
import { groupsAt, moved, open, shut, toLevel, DEEPEST_LEVEL, type Span } from "../workbook/outline";
import type { ColumnFormat, RowFormat, Sheet } from "../workbook/sheet";
import type { Arguments } from "./arguments";
import { isWholeColumns, isWholeRows, standing } from "./cells";
import { method, type ClassPart } from "./definition";
import { accessDenied, invalidArgument, invalidOperation } from "./refusal";
import type { RangeHold } from "./session";
import type { SheetSelf } from "./worksheet";

const plainRow: RowFormat = { height: null, hidden: false, style: 0 };
const plainColumn: ColumnFormat = { width: null, hidden: false, style: 0 };

/** @throws Refusal AccessDenied on a protected sheet, whatever it allows: its outline is fixed */
function assertFree(sheet: Sheet): void {
  if (sheet.get("protection") !== null) throw accessDenied();
}

/** What is grouped, rows or columns, and from where to where. @throws Refusal InvalidArgument for whole rows taken by columns, and the other way round */
function asked(area: Area, args: Arguments): { readonly by: "rows" | "columns"; readonly span: Span } {
  if (args.oneOf(0, ["ByRows", "ByColumns"] as const) === "ByRows") {
    if (isWholeColumns(area)) throw invalidArgument("Whole columns are not grouped by rows.");
    return { by: "rows", span: { first: area.top, last: area.bottom } };
  }
  if (isWholeRows(area)) throw invalidArgument("Whole rows are not grouped by columns.");
  return { by: "columns", span: { first: area.left, last: area.right } };
}

/** @throws Refusal InvalidOperation past the seventh level, or where nothing is grouped */
function regroup(range: RangeHold, args: Arguments, step: 1 | -1): void {
  const { sheet, area } = standing(range);
  assertFree(sheet);
  const { by, span } = asked(area, args);
  try {
    const summary = sheet.get("summaries")[by];
    if (by === "rows") sheet.set("rows", moved(sheet.get("rows"), span, step, summary, plainRow));
    else sheet.set("columns", moved(sheet.get("columns"), span, step, summary, plainColumn));
  } catch (error) {
    if (error instanceof RangeError) throw invalidOperation(error.message);
    throw error;
  }
}

/** @throws Refusal InvalidOperation where the range touches no group and sums none up */
function turn(range: RangeHold, args: Arguments, to: "shut" | "open"): void {
  const { sheet, area } = standing(range);
  assertFree(sheet);
  const { by, span } = asked(area, args);
  const summary = sheet.get("summaries")[by];
  const groups = groupsAt(sheet.get(by), span, summary);
  if (groups.length === 0) throw invalidOperation("Nothing here is in a group.");
  if (by === "rows") sheet.set("rows", to === "shut" ? shut(sheet.get("rows"), groups, summary, plainRow) : open(sheet.get("rows"), groups, summary));
  else sheet.set("columns", to === "shut" ? shut(sheet.get("columns"), groups, summary, plainColumn) : open(sheet.get("columns"), groups, summary));
}

export const rangeOutline: ClassPart<Excel.Range, RangeHold> = {
  methods: {
    group: method("1.10", (range, args) => regroup(range, args, 1)),
    ungroup: method("1.10", (range, args) => regroup(range, args, -1)),
    hideGroupDetails: method("1.10", (range, args) => turn(range, args, "shut"), "assumed"),
    showGroupDetails: method("1.10", (range, args) => turn(range, args, "open"), "assumed"),
  },
};

/** 0 leaves the lines as they are. */
function levels(args: Arguments, index: number): number {
  const given = args.whole(index);
  if (given < 0 || given > DEEPEST_LEVEL + 1) throw invalidArgument("Levels are 0 to 8.");
  return given;
}

export const worksheetOutline: ClassPart<Excel.Worksheet, SheetSelf> = {
  methods: {
    showOutlineLevels: method("1.10", ({ sheet }, args) => {
      assertFree(sheet);
      const [rows, columns] = [levels(args, 0), levels(args, 1)];
      const summaries = sheet.get("summaries");
      if (rows > 0) sheet.set("rows", toLevel(sheet.get("rows"), rows, summaries.rows, plainRow));
      if (columns > 0) sheet.set("columns", toLevel(sheet.get("columns"), columns, summaries.columns, plainColumn));
    }),
  },
};
