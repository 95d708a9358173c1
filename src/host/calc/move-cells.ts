/** Cells cut from one place and put in another: formulas that refer to them follow. */
import { area as areaOf, columnCount, intersect, rowCount, type Area } from "../workbook/area";
import { sameArea, within, withoutAreas } from "../workbook/areas";
import type { Cause } from "../workbook/change";
import { blankCell, type Cell, type Sheet } from "../workbook/sheet";
import type { Workbook } from "../workbook/workbook";
import { respellAll, type FormulaPlace } from "./every-formula";
import { isCells, quotedSheet, rewriteFormula, withRange } from "./rewrite-formula";

interface Moving { readonly from: Sheet; readonly area: Area; readonly to: Sheet; readonly target: Area; readonly rows: number; readonly columns: number }

/**
 * Moves a block over another place, whose cells it replaces. References to cells within the block follow it, from wherever they are;
 * those of the moved cells to others stay.
 *
 * @param target - of the same size as `area`
 * @throws RangeError where an array formula or merged cells would be torn
 */
export function moveCells(workbook: Workbook, from: Sheet, area: Area, to: Sheet, target: Area, cause: Cause = "api"): void {
  if (from === to && sameArea(area, target)) return;
  assertWhole(from, area);
  assertWhole(to, target);
  const moving: Moving = { from, area, to, target, rows: target.top - area.top, columns: target.left - area.left };
  // References first, while every formula still stands where it stood.
  respellAll(workbook, (formula, place) => followed(formula, place, moving), cause);
  const cells = readBlock(from, area);
  from.write(area, cause, "both", () => blankCell);
  to.write(target, cause, "both", (_cell, row, column) => {
    const cell = cells[row - target.top]?.[column - target.left] ?? blankCell;
    const moved = cell.array === null ? cell : { ...cell, array: { ...cell.array, area: shifted(cell.array.area, moving) } };
    return moved.formula === null || from === to ? moved : { ...moved, formula: withHome(moved.formula, from) };
  });
  moveAround(moving, cause);
  moveHighlights(moving, cause);
}

const shifted = (one: Area, { rows, columns }: Pick<Moving, "rows" | "columns">): Area => ({ top: one.top + rows, bottom: one.bottom + rows, left: one.left + columns, right: one.right + columns });

function readBlock(sheet: Sheet, area: Area): readonly (readonly Cell[])[] {
  return Array.from({ length: rowCount(area) }, (_row, r) => Array.from({ length: columnCount(area) }, (_column, c) => sheet.cell(area.top + r, area.left + c)));
}

function assertWhole(sheet: Sheet, area: Area): void {
  for (const [row, column, cell] of sheet.entries()) {
    if (cell.array === null) continue;
    const reach = cell.array.area;
    if (intersect(reach, area) !== null && (cell.array.kind === "legacy" ? !within(reach, area) : !sameArea(areaOf(row, column), reach) && intersect(areaOf(row, column), area) === null)) {
      throw new RangeError("Part of an array formula cannot be moved.");
    }
  }
  for (const merge of sheet.get("merges")) if (intersect(merge, area) !== null && !within(merge, area)) throw new RangeError("Part of merged cells cannot be moved.");
}

/** References to cells of the block lead to where it goes, with its sheet's name where that is another; those to cells that it covers are lost. */
function followed(formula: string, place: FormulaPlace, { from, area, to, target, rows, columns }: Moving): string {
  return rewriteFormula(formula, (token) => {
    if (!isCells(token)) return null;
    const mark = token.value.lastIndexOf("!");
    const named = mark < 0 ? null : from.workbook.sheetByName(token.value.slice(0, mark).replace(/^'(.*)'$/s, "$1").replaceAll("''", "'"));
    const on = mark < 0 ? place.sheet : named;
    if (on !== from && on !== to) return null;
    let moved = false;
    const text = withRange(token.value, (range) => {
      const { top, left, bottom = top, right = left } = range;
      if (typeof top !== "number" || typeof left !== "number" || typeof bottom !== "number" || typeof right !== "number") return range;
      const cells = { top, left, bottom, right };
      if (on !== from || !within(cells, area)) return on === to && within(cells, target) ? null : range;
      moved = true;
      return { ...range, top: top + rows, bottom: bottom + rows, left: left + columns, right: right + columns };
    });
    if (!moved || from === to) return text;
    return `${quotedSheet(to.name)}!${text.slice(text.lastIndexOf("!") + 1)}`;
  });
}

/** A formula that comes to another sheet names the one that its references were on. */
function withHome(formula: string, home: Sheet): string {
  return rewriteFormula(formula, (token) => (isCells(token) && !token.value.includes("!") ? `${quotedSheet(home.name)}!${token.value}` : null));
}

/** Merged cells, rules and links go along, and replace what was over the target. */
function moveAround(moving: Moving, cause: Cause): void {
  const { from, area, to, target } = moving;
  const shift = (one: Area): Area => shifted(one, moving);
  const parts = (areas: readonly Area[]): readonly Area[] => areas.flatMap((one) => { const shared = intersect(one, area); return shared === null ? [] : [shift(shared)]; });
  const merges = from.get("merges").filter((merge) => within(merge, area));
  from.set("merges", from.get("merges").filter((merge) => !within(merge, area)), cause);
  to.set("merges", [...to.get("merges").filter((merge) => intersect(merge, target) === null), ...merges.map(shift)], cause);
  const links = from.get("hyperlinks").filter((link) => within(link.area, area));
  from.set("hyperlinks", from.get("hyperlinks").filter((link) => !links.includes(link)), cause);
  to.set("hyperlinks", [...to.get("hyperlinks").filter((link) => intersect(link.area, target) === null), ...links.map((link) => ({ ...link, area: shift(link.area) }))], cause);
  const validations = from.get("validations").map((rule) => ({ ...rule, areas: parts(rule.areas) })).filter((rule) => rule.areas.length > 0);
  from.set("validations", from.get("validations").map((rule) => ({ ...rule, areas: withoutAreas(rule.areas, [area]) })).filter((rule) => rule.areas.length > 0), cause);
  to.set("validations", [...to.get("validations").map((rule) => ({ ...rule, areas: withoutAreas(rule.areas, [target]) })).filter((rule) => rule.areas.length > 0), ...validations], cause);
}

/** A highlight that lies over the block goes whole; one that only touches it gives the moved cells one of their own. */
function moveHighlights(moving: Moving, cause: Cause): void {
  const { from, area, to, target } = moving;
  const parts = (areas: readonly Area[]): readonly Area[] => areas.flatMap((one) => { const shared = intersect(one, area); return shared === null ? [] : [shifted(shared, moving)]; });
  const taken = new Set(from.workbook.sheets.flatMap((sheet) => sheet.get("conditionalFormats").map(({ id }) => id)));
  const free = (id: string): string => { for (let n = 1; ; n++) if (!taken.has(`${id}-${n}`)) return `${id}-${n}`; };
  const moved = from.get("conditionalFormats").flatMap((format) => {
    const areas = parts(format.areas);
    if (areas.length === 0) return [];
    return [{ ...format, areas, id: withoutAreas(format.areas, [area]).length === 0 ? format.id : free(format.id) }];
  });
  if (moved.length === 0 && !to.get("conditionalFormats").some(({ areas }) => areas.some((one) => intersect(one, target) !== null))) return;
  const cut = (sheet: Sheet, hole: Area): void => sheet.set("conditionalFormats", sheet.get("conditionalFormats").map((format) => ({ ...format, areas: withoutAreas(format.areas, [hole]) })).filter(({ areas }) => areas.length > 0), cause);
  cut(from, area);
  cut(to, target);
  to.set("conditionalFormats", [...to.get("conditionalFormats"), ...moved], cause);
}
