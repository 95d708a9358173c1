/** Sorting: the lines of a block put in order, cells with all that is theirs. */
import { moveFormula } from "../calc/shift-formula";
import { compareText, numberFromText } from "../calc/coerce";
import type { ColourOf } from "../calc/seen-colour";
import { area as areaOf, intersect, type Area } from "../workbook/area";
import { sameArea, within } from "../workbook/areas";
import type { SortKey } from "../workbook/filter";
import type { Hyperlink } from "../workbook/features";
import type { Cell, Sheet } from "../workbook/sheet";
import { isError, type CellValue } from "../workbook/values";
import { assertUnlocked, styleNumber } from "./cells";
import { invalidOperation, notImplemented } from "./refusal";

/** `column` counts from the block's first column, or its first row where columns are sorted. */
export interface BlockKey extends SortKey { readonly textAsNumbers: boolean }

export interface Sorting { readonly keys: readonly BlockKey[]; readonly matchCase: boolean; readonly of: "rows" | "columns" }

/**
 * Sorts the lines of a block. Hidden lines stay where they are, as in Excel, and blanks come last either way.
 *
 * @param colourOf - for keys that go by colour
 * @throws Refusal ApiNotFound where cells have notes and the like, which would end up beside others; InvalidOperation over merged cells or array formulas, AccessDenied over locked cells
 */
export function sortBlock(sheet: Sheet, area: Area, sorting: Sorting, colourOf: ColourOf): void {
  assertUnlocked(sheet, area);
  if (sheet.get("merges").some((merge) => intersect(merge, area) !== null)) throw invalidOperation("Merged cells cannot be sorted.");
  const down = sorting.of === "rows";
  const lines = shownLines(sheet, area, down);
  const read = new Map<number, readonly Cell[]>(lines.map((line) => [line, lineCells(sheet, area, line, down)]));
  for (const cells of read.values()) if (cells.some((cell) => cell.array !== null)) throw invalidOperation("Part of an array formula cannot be changed.");
  const cellOf = (line: number, key: BlockKey): Cell | undefined => read.get(line)?.[key.column];
  const seen = (key: BlockKey): ReadonlySet<number> => new Set(key.on === "Value" ? [] : lines.filter((line) => {
    const [row, column] = down ? [line, area.left + key.column] : [area.top + key.column, line];
    return colourOf(sheet, row, column, key.on === "CellColor" ? "cell" : "font") === key.colour;
  }));
  const coloured = new Map(sorting.keys.map((key) => [key, seen(key)]));
  const ordered = [...lines].sort((a, b) => {
    for (const key of sorting.keys) {
      const order = key.on === "Value" ? compareCells(cellOf(a, key), cellOf(b, key), key, sorting.matchCase) : compareColours(coloured.get(key)?.has(a) === true, coloured.get(key)?.has(b) === true, key);
      if (order !== 0) return order;
    }
    return a - b;
  });
  const from = new Map<number, number>(lines.map((line, index) => [line, ordered[index] ?? line]));
  if ([...from].every(([to, line]) => to === line)) return;
  const tied = sheet.anchored.find((each) => intersect(each.area, area) !== null);
  if (tied !== undefined) throw notImplemented(`Sorting cells with ${tied.what}, which stay where the file has them,`);
  sheet.write(area, "api", "both", (cell, row, column) => {
    const to = down ? row : column;
    const source = from.get(to);
    if (source === undefined || source === to) return cell;
    const moved = read.get(source)?.[down ? column - area.left : row - area.top];
    return moved === undefined ? cell : movedBy(moved, down ? to - source : 0, down ? 0 : to - source);
  });
  moveLinks(sheet, area, from, down);
}

function shownLines(sheet: Sheet, area: Area, down: boolean): readonly number[] {
  const lines: number[] = [];
  const hidden = (line: number): boolean => sheet.get(down ? "rows" : "columns").get(line)?.hidden === true;
  for (let line = down ? area.top : area.left; line <= (down ? area.bottom : area.right); line++) if (!hidden(line)) lines.push(line);
  return lines;
}

function lineCells(sheet: Sheet, area: Area, line: number, down: boolean): readonly Cell[] {
  const cells: Cell[] = [];
  const [first, last] = down ? [area.left, area.right] : [area.top, area.bottom];
  for (let place = first; place <= last; place++) {
    const [row, column] = down ? [line, place] : [place, line];
    cells.push({ ...sheet.cell(row, column), style: styleNumber(sheet, row, column) });
  }
  return cells;
}

/** References go along as in a copy. */
const movedBy = (cell: Cell, rows: number, columns: number): Cell => (cell.formula === null ? cell : { ...cell, formula: moveFormula(cell.formula, rows, columns) });

/** Numbers before text before truth values before errors. */
const rankOf = (value: CellValue): number => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : typeof value === "boolean" ? 2 : 3);

function compareCells(a: Cell | undefined, b: Cell | undefined, key: BlockKey, matchCase: boolean): number {
  if (a === undefined || b === undefined) return 0;
  const blankA = a.value === null;
  const blankB = b.value === null;
  // Blanks are last in either direction.
  if (blankA || blankB) return Number(blankA) - Number(blankB);
  const order = compareValues(valueFor(a, key), valueFor(b, key), matchCase);
  return key.ascending ? order : -order;
}

function valueFor({ value }: Cell, { textAsNumbers }: BlockKey): CellValue {
  if (!textAsNumbers || typeof value !== "string") return value;
  const number = numberFromText(value);
  return typeof number === "number" ? number : value;
}

function compareValues(a: CellValue, b: CellValue, matchCase: boolean): number {
  const byRank = rankOf(a) - rankOf(b);
  if (byRank !== 0) return byRank;
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  if (isError(a) || isError(b) || typeof a !== "string" || typeof b !== "string") return 0;
  const order = compareText(a, b);
  // With case, small letters come before their capitals.
  return order === 0 && matchCase && a !== b ? (a < b ? 1 : -1) : order;
}

/** The colour that is asked for goes to the top, or to the bottom. */
function compareColours(a: boolean, b: boolean, { ascending }: BlockKey): number {
  const order = Number(b) - Number(a);
  return ascending ? order : -order;
}

/** A cell's link goes with it; one over several lines stays. */
function moveLinks(sheet: Sheet, area: Area, from: ReadonlyMap<number, number>, down: boolean): void {
  const to = new Map([...from].map(([line, source]) => [source, line]));
  const links = sheet.get("hyperlinks").map((link): Hyperlink => {
    const isOne = down ? link.area.top === link.area.bottom : link.area.left === link.area.right;
    if (!isOne || !within(link.area, area)) return link;
    const line = to.get(down ? link.area.top : link.area.left);
    if (line === undefined) return link;
    const moved = down ? areaOf(line, link.area.left, 1, link.area.right - link.area.left + 1) : areaOf(link.area.top, line, link.area.bottom - link.area.top + 1, 1);
    return sameArea(moved, link.area) ? link : { ...link, area: moved };
  });
  if (links.some((link, index) => link !== sheet.get("hyperlinks")[index])) sheet.set("hyperlinks", links);
}
