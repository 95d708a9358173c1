/** Cells of a range moved away, and rows that say the same taken out. */
import { moveCells } from "../calc/move-cells";
import { columnCount, intersect, MAX_ROWS, rowCount, type Area } from "../workbook/area";
import type { Cell } from "../workbook/sheet";
import { isError, type CellValue } from "../workbook/values";
import { moveFormula } from "../calc/shift-formula";
import { placeNamed } from "./address";
import type { Arguments } from "./arguments";
import { assertUnlocked, standing, styleNumber } from "./cells";
import { declareClass, method, scalar, type ClassPart, type HostObject, type ObjectClass, type Owned } from "./definition";
import { boundedTo, rangeClass } from "./range";
import { invalidArgument, invalidOperation } from "./refusal";
import type { RangeHold } from "./session";

/** As cutting and pasting: formulas that refer to the cells follow them. */
function moveTo(range: RangeHold, args: Arguments): void {
  const from = standing(range);
  const given = args.object(0, rangeClass);
  const to = given === null ? placeNamed(range.session, args.text(0), range.sheet) : standing(given);
  if (to === null) throw invalidArgument();
  const target = boundedTo({ top: to.area.top, left: to.area.left, bottom: to.area.top + rowCount(from.area) - 1, right: to.area.left + columnCount(from.area) - 1 });
  assertUnlocked(from.sheet, from.area);
  assertUnlocked(to.sheet, target);
  for (const [sheet, area] of [[from.sheet, from.area], [to.sheet, target]] as const) {
    for (const table of sheet.get("tables")) if (intersect(table.area, area) !== null && table.headerRow && intersect({ ...table.area, bottom: table.area.top }, area) !== null) throw invalidOperation("The header of a table cannot be moved.");
  }
  try {
    moveCells(range.session.workbook, from.sheet, from.area, to.sheet, target);
  } catch (error) {
    if (error instanceof RangeError) throw invalidOperation(error.message);
    throw error;
  }
}

interface DuplicatesSelf extends Owned { readonly removed: number; readonly left: number }
const duplicatesClass: ObjectClass<DuplicatesSelf> = declareClass<Excel.RemoveDuplicatesResult, DuplicatesSelf>("RemoveDuplicatesResult", {}, {
  scalars: { removed: scalar("1.9", ({ removed }) => removed), uniqueRemaining: scalar("1.9", ({ left }) => left) },
});

/** What makes two cells the same: case makes no difference, and a number is not the text of it. */
const sameKey = (value: CellValue): string => (isError(value) ? `e${value.code}` : typeof value === "string" ? `s${value.toLowerCase()}` : `${typeof value}${String(value)}`);

function columnsFrom(value: unknown, width: number): readonly number[] {
  if (!Array.isArray(value) || value.length === 0) throw invalidArgument();
  const columns = value.filter((one): one is number => typeof one === "number" && Number.isInteger(one) && one >= 0 && one < width);
  if (columns.length < value.length) throw invalidArgument();
  return columns;
}

/** Rows that follow move up within the range; below it nothing moves. */
function removeDuplicates(range: RangeHold, args: Arguments): HostObject {
  const { session, sheet } = standing(range);
  session.settle();
  const used = sheet.usedArea();
  const area: Area = { ...range.area, bottom: Math.min(range.area.bottom, Math.max(used?.bottom ?? 0, range.area.top)) };
  const columns = columnsFrom(args.raw(0), columnCount(area));
  const body: Area = { ...area, top: area.top + (args.flagOr(1, false) ? 1 : 0) };
  assertUnlocked(sheet, area);
  if (sheet.get("merges").some((merge) => intersect(merge, area) !== null)) throw invalidOperation("Merged cells stand in the way.");
  const seen = new Set<string>();
  const kept: number[] = [];
  for (let row = body.top; row <= body.bottom; row++) {
    const key = JSON.stringify(columns.map((column) => sameKey(sheet.cell(row, body.left + column).value)));
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(row);
  }
  const blanks = blankRows(range, area);
  const isNew = blanks > 0 && !seen.has(JSON.stringify(columns.map(() => sameKey(null))));
  const removed = rowCount(body) - kept.length;
  if (removed > 0) closeUp(range, body, kept);
  return duplicatesClass.of({ session, removed: removed + blanks - (isNew ? 1 : 0), left: kept.length + (isNew ? 1 : 0) });
}

/** Rows of the range under all that is used: rows like others, of which the first stays. Whole columns count only as far as they are used. */
const blankRows = ({ area }: RangeHold, used: Area): number => (area.top === 0 && area.bottom === MAX_ROWS - 1 ? 0 : area.bottom - used.bottom);

function closeUp({ sheet }: RangeHold, body: Area, kept: readonly number[]): void {
  const rows = kept.map((row) => Array.from({ length: columnCount(body) }, (_value, place): Cell => ({ ...sheet.cell(row, body.left + place), style: styleNumber(sheet, row, body.left + place) })));
  sheet.write(body, "api", "both", (cell, row, column) => {
    const index = row - body.top;
    const from = kept[index];
    const moved = rows[index]?.[column - body.left];
    if (from === undefined || moved === undefined) return { ...cell, value: null, formula: null, array: null, state: "live" };
    return from === row ? cell : { ...moved, formula: moved.formula === null ? null : moveFormula(moved.formula, row - from, 0) };
  });
}

export const rangeMoves: ClassPart<Excel.Range, RangeHold> = {
  methods: {
    moveTo: method("1.11", moveTo),
    removeDuplicates: method("1.9", removeDuplicates),
  },
};
