/** The cells behind a chart's references, read now: what is written beside the references in a file, and what is drawn on the screen. */
import { columnCount, parseArea, rowCount, type Area } from "./area";
import type { Sheet } from "./sheet";
import type { CellValue } from "./values";
import type { Workbook } from "./workbook";

export interface Block { readonly sheet: Sheet; readonly area: Area }

export interface ChartPoint {
  readonly value: CellValue;
  /** The cell's number format; "General" for a literal. */
  readonly format: string;
  /** In a hidden row or column, which a chart leaves out. */
  readonly hidden: boolean;
}

/** Cuts at commas that stand neither in quotes nor in brackets. */
function listed(text: string): readonly string[] {
  const parts: string[] = [];
  let quote = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote !== "") { if (character === quote) quote = ""; }
    else if (character === "'" || character === '"') quote = character;
    else if (character === ",") { parts.push(text.slice(from, at)); from = at + 1; }
  }
  return [...parts, text.slice(from)];
}

function splitSheet(text: string): { readonly sheet: string | null; readonly rest: string } {
  const mark = text.lastIndexOf("!");
  if (mark < 0) return { sheet: null, rest: text };
  const written = text.slice(0, mark);
  return { sheet: written.startsWith("'") ? written.slice(1, -1).replace(/''/g, "'") : written, rest: text.slice(mark + 1) };
}

/** Names may lead to names; this many steps at most, so that a circle ends. */
const MOST_STEPS = 8;

/**
 * The rectangles a reference names, whole columns cut off where the sheet's cells end.
 *
 * @param formula - without "=": `Sheet1!$B$2:$B$9`, `(Sheet1!$A$1,Sheet1!$A$3)`, or a defined name
 * @returns null where it names nothing that can be read: a sheet that is gone, another workbook, a formula
 */
export function blocksOf(workbook: Workbook, formula: string, steps = MOST_STEPS): readonly Block[] | null {
  const bare = formula.trim().replace(/^\((.*)\)$/s, "$1");
  const blocks: Block[] = [];
  for (const part of listed(bare)) {
    const { sheet: written, rest } = splitSheet(part.trim());
    const sheet = written === null ? null : workbook.sheetByName(written);
    const area = parseArea(rest);
    if (area !== null) {
      if (sheet === null) return null;
      blocks.push({ sheet, area: trimmed(sheet, area) });
      continue;
    }
    const name = steps > 0 ? workbook.nameFor(rest, sheet) : null;
    const inner = name === null ? null : blocksOf(workbook, name.formula, steps - 1);
    if (inner === null) return null;
    blocks.push(...inner);
  }
  return blocks;
}

function trimmed(sheet: Sheet, area: Area): Area {
  const extent = sheet.extent;
  const whole = rowCount(area) > 100_000 || columnCount(area) > 10_000;
  if (!whole) return area;
  return { ...area, bottom: Math.max(area.top, Math.min(area.bottom, extent?.bottom ?? area.top)), right: Math.max(area.left, Math.min(area.right, extent?.right ?? area.left)) };
}

function pointAt(sheet: Sheet, row: number, column: number): ChartPoint {
  const cell = sheet.cell(row, column);
  return {
    value: cell.value, format: sheet.workbook.styles.at(cell.style).numberFormat,
    hidden: sheet.get("rows").get(row)?.hidden === true || sheet.get("columns").get(column)?.hidden === true,
  };
}

/** A list of literals, `{1,"a"}`, as a chart may hold in place of cells; null for anything else. */
export function literalPoints(formula: string): readonly ChartPoint[] | null {
  const inside = /^\{(.*)\}$/s.exec(formula.trim())?.[1];
  if (inside === undefined) return null;
  return listed(inside).map((text) => {
    const bare = text.trim();
    const value = bare.startsWith('"') ? bare.slice(1, -1).replace(/""/g, '"') : bare === "" ? null : Number(bare);
    return { value, format: "General", hidden: false };
  });
}

/** Every cell of a reference in reading order; null where the reference cannot be read. */
export function pointsOf(workbook: Workbook, formula: string): readonly ChartPoint[] | null {
  const literal = literalPoints(formula);
  if (literal !== null) return literal;
  const blocks = blocksOf(workbook, formula);
  if (blocks === null) return null;
  const points: ChartPoint[] = [];
  for (const { sheet, area } of blocks) {
    for (let row = area.top; row <= area.bottom; row++) for (let column = area.left; column <= area.right; column++) points.push(pointAt(sheet, row, column));
  }
  return points;
}

/**
 * The categories of a series, the level nearest the axis first; a block of several rows and columns makes several levels.
 *
 * @param count - how many points the series has, which tells rows from columns
 */
export function categoryLevels(workbook: Workbook, formula: string, count: number): readonly (readonly ChartPoint[])[] | null {
  const block = literalPoints(formula) === null ? blocksOf(workbook, formula) : null;
  const [only, ...others] = block ?? [];
  if (only === undefined || others.length > 0 || rowCount(only.area) === 1 || columnCount(only.area) === 1) {
    const points = pointsOf(workbook, formula);
    return points === null ? null : [points];
  }
  const { sheet, area } = only;
  const rows = Array.from({ length: rowCount(area) }, (_, row) => area.top + row);
  const columns = Array.from({ length: columnCount(area) }, (_, column) => area.left + column);
  return rowCount(area) === count || columnCount(area) !== count
    ? [...columns].reverse().map((column) => rows.map((row) => pointAt(sheet, row, column)))
    : [...rows].reverse().map((row) => columns.map((column) => pointAt(sheet, row, column)));
}

/** A series' name in words: its own text or its cells'; null where it has none, and a reader counts "Series1", "Series2". */
export function seriesName(workbook: Workbook, name: { readonly formula: string } | { readonly text: string }): string | null {
  if ("text" in name) return name.text === "" ? null : name.text;
  const words = (pointsOf(workbook, name.formula) ?? []).map(({ value }) => (value === null ? "" : String(value))).filter((word) => word !== "");
  return words.length === 0 ? null : words.join(" ");
}
