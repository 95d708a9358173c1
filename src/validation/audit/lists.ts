/** Lists on a sheet: a row of headings with rows of the same kind under it, whether it is a table of Excel's or only laid out like one. */
import type { Cell } from "../book";
import { areaOf, cellAt, isTypedText, type Area, type AuditSheet, type Lines } from "./audit-book";
import { Pace, type Turns } from "./read-formulas";

export interface List {
  /** Without headings, and without totals at the foot. */
  readonly body: Area;
  /** By column of the sheet; "" where there is none. */
  readonly heading: (column: number) => string;
}

const TOTAL = /^\s*(grand |sub-?)?totals?\b/i;

/** Tables first; then what stands apart from everything else by blank rows and columns. */
export function* listsIn(sheet: AuditSheet): Turns<readonly List[]> {
  const lists: List[] = sheet.tables.filter(({ hasHeaders }) => hasHeaders).flatMap(({ area, hasTotals }) => listFrom(sheet, { ...area, bottom: area.bottom - (hasTotals ? 1 : 0) }, area.top));
  const isTaken = (row: number, column: number): boolean => sheet.tables.some(({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
  const filled = (row: number, column: number): boolean => cellAt(sheet, row, column).kind !== "blank" && !isTaken(row, column);
  for (const area of yield* islands(areaOf(sheet), filled)) {
    const top = headingRow(sheet, area);
    if (top !== null) lists.push(...listFrom(sheet, area, top));
  }
  return lists;
}

/** Areas with nothing round them: cut by blank rows, then by blank columns, then by blank rows again. */
function* islands(whole: Area, filled: (row: number, column: number) => boolean): Turns<readonly Area[]> {
  const found: Area[] = [];
  for (const band of yield* stretches(whole.top, whole.bottom, whole.right - whole.left + 1, (row) => someIn(whole.left, whole.right, (column) => filled(row, column)))) {
    for (const side of yield* stretches(whole.left, whole.right, band.to - band.from + 1, (column) => someIn(band.from, band.to, (row) => filled(row, column)))) {
      const inside = yield* stretches(band.from, band.to, side.to - side.from + 1, (row) => someIn(side.from, side.to, (column) => filled(row, column)));
      found.push(...inside.map(({ from, to }) => ({ top: from, bottom: to, left: side.from, right: side.to })));
    }
  }
  return found;
}

function* stretches(first: number, last: number, width: number, holds: (line: number) => boolean): Turns<readonly Lines[]> {
  const found: Lines[] = [];
  const pace = new Pace();
  let from: number | null = null;
  for (let line = first; line <= last + 1; line++) {
    const is = line <= last && holds(line);
    if (is && from === null) from = line;
    if (!is && from !== null) {
      found.push({ from, to: line - 1 });
      from = null;
    }
    if (pace.isDue(width)) yield [];
  }
  return found;
}

function someIn(first: number, last: number, holds: (line: number) => boolean): boolean {
  for (let line = first; line <= last; line++) if (holds(line)) return true;
  return false;
}

/** The first row that is mostly words, or years, over at least two more; titles above it have one cell. */
function headingRow(sheet: AuditSheet, { top, bottom, left, right }: Area): number | null {
  const isHeading = (cell: Cell): boolean => isTypedText(cell) || (cell.kind === "number" && Number(cell.value) >= 1900 && Number(cell.value) <= 2100);
  for (let row = top; row <= Math.min(bottom - 2, top + 8); row++) {
    let count = 0;
    for (let column = left; column <= right; column++) if (isHeading(cellAt(sheet, row, column))) count += 1;
    if (count > 0 && count >= 0.6 * (right - left + 1)) return row;
  }
  return null;
}

function listFrom(sheet: AuditSheet, area: Area, top: number): readonly List[] {
  const isTotal = (row: number): boolean => Array.from({ length: Math.min(3, area.right - area.left + 1) }, (_, along) => cellAt(sheet, row, area.left + along)).some((cell) => cell.kind === "text" && TOTAL.test(String(cell.value)));
  let { bottom } = area;
  while (bottom > top && isTotal(bottom)) bottom -= 1;
  if (bottom <= top) return [];
  return [{ body: { ...area, top: top + 1, bottom }, heading: (column) => { const cell = cellAt(sheet, top, column); return cell.kind === "blank" ? "" : String(cell.value).replace(/\s+/g, " ").trim(); } }];
}

/** The cells of a list's column with their rows, blanks left out. */
export function filledIn(sheet: AuditSheet, { body }: List, column: number): readonly (readonly [number, Cell])[] {
  const found: (readonly [number, Cell])[] = [];
  for (let row = body.top; row <= body.bottom; row++) {
    const cell = cellAt(sheet, row, column);
    if (cell.kind !== "blank") found.push([row, cell]);
  }
  return found;
}

export const columnsOf = ({ body }: List): readonly number[] => Array.from({ length: body.right - body.left + 1 }, (_, along) => body.left + along);

const LABEL_WITHIN = 30;
/** What a row is called: the nearest words to the left; "" where there are none. */
export function rowLabel(sheet: AuditSheet, row: number, column: number): string {
  for (let at = column - 1; at >= Math.max(sheet.left, column - LABEL_WITHIN); at--) {
    const cell = cellAt(sheet, row, at);
    if (isTypedText(cell)) return String(cell.value);
  }
  return "";
}

const HEADING_WITHIN = 500;
/** What a column is called: the nearest words above; "" where there are none. */
export function columnLabel(sheet: AuditSheet, row: number, column: number): string {
  for (let at = row - 1; at >= Math.max(sheet.top, row - HEADING_WITHIN); at--) {
    const cell = cellAt(sheet, at, column);
    if (isTypedText(cell)) return String(cell.value);
  }
  return "";
}
