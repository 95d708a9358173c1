/** Cells cut in one place and put down in another: whatever refers to them goes along, and their own formulas mean the same as before. */
import type { RangeA1 } from "@borgar/fx";
import { area as areaOf, contains, intersect, MAX_COLUMNS, MAX_ROWS, type Area } from "../workbook/area";
import { sameArea, withoutArea, withoutAreas, within } from "../workbook/areas";
import type { Cause } from "../workbook/change";
import type { ConditionalFormat, Table } from "../workbook/features";
import { blankCell, type Cell, type Sheet } from "../workbook/sheet";
import type { Workbook } from "../workbook/workbook";
import { mapped, respellAll, type FormulaPlace } from "./every-formula";
import { cellsIn, isCells, quotedSheet, rewriteFormula, withRange } from "./rewrite-formula";

interface Moving { readonly from: Sheet; readonly area: Area; readonly to: Sheet; readonly target: Area }

/**
 * Moves a block. References that lie whole inside it follow it, also to another sheet; what the block covers is lost, and what
 * meant only that becomes `#REF!`, as in Excel. Merged cells, links, validation and highlights inside the block go with it.
 *
 * @param target - of the same size as `area`
 * @throws RangeError off the sheet, or where a table, merged cells or an array formula would be torn
 */
export function moveCells(workbook: Workbook, from: Sheet, area: Area, to: Sheet, target: Area, cause: Cause = "api"): void {
  const { top: row, left: column } = target;
  if (target.bottom >= MAX_ROWS || target.right >= MAX_COLUMNS) throw new RangeError("The cells would reach past the edge of the sheet.");
  if (from === to && sameArea(area, target)) return;
  const moving: Moving = { from, area, to, target };
  assertWhole(moving);
  const cells = blockCells(from, area);
  const lost: FormulaPlace[] = [];
  respellAll(workbook, (formula, place) => {
    const after = respelt(formula, place, moving);
    if (after !== formula && after.includes("#REF!") && !place.isName) lost.push(place);
    return after;
  }, cause);
  // What was respelt is read again where it stands.
  const carried = cells.map(({ down, across }) => ({ down, across, cell: from.cell(area.top + down, area.left + across) }));
  from.write(usedOf(from, area), cause, "both", (cell) => (cell === blankCell ? cell : blankCell));
  const byPlace = new Map(carried.map(({ down, across, cell }) => [down * MAX_COLUMNS + across, cell]));
  to.write(target, cause, "both", (cell, atRow, atColumn) => {
    const moved = byPlace.get((atRow - row) * MAX_COLUMNS + atColumn - column);
    return moved === undefined ? (cell === blankCell ? cell : blankCell) : withReach(moved, row - area.top, column - area.left);
  });
  moveFeatures(moving, cause);
  // Other formulas mean what they meant; these mean nothing any more, and are worked out again.
  for (const { sheet, row: at, column: across } of lost) if (sheet !== null) workbook.tell({ kind: "cells", sheet: sheet.id, area: areaOf(at, across), cause, what: "content" });
}

const isHeaderTorn = (table: Table, block: Area): boolean => table.headerRow && !within(table.area, block) && intersect({ ...table.area, bottom: table.area.top }, block) !== null;

function blockCells(sheet: Sheet, area: Area): readonly { readonly down: number; readonly across: number }[] {
  const used = usedOf(sheet, area);
  const places: { readonly down: number; readonly across: number }[] = [];
  for (let row = used.top; row <= used.bottom; row++) {
    for (let column = used.left; column <= used.right; column++) if (sheet.stored(row, column) !== null) places.push({ down: row - area.top, across: column - area.left });
  }
  return places;
}

/** Of whole columns and rows, what is used; the first cell alone where nothing is. */
const usedOf = (sheet: Sheet, area: Area): Area => (sheet.extent === null ? null : intersect(area, sheet.extent)) ?? areaOf(area.top, area.left);

function withReach(cell: Cell, rows: number, columns: number): Cell {
  if (cell.array === null) return cell;
  return { ...cell, array: { ...cell.array, area: shifted(cell.array.area, rows, columns) } };
}

const shifted = (area: Area, rows: number, columns: number): Area => ({ top: area.top + rows, bottom: area.bottom + rows, left: area.left + columns, right: area.right + columns });

function assertWhole({ from, area, to, target }: Moving): void {
  const torn = (block: Area, one: Area): boolean => intersect(one, block) !== null && !within(one, block);
  for (const [sheet, block] of [[from, area], [to, target]] as const) {
    // Merged cells that the block moves away from are not in the way of where it goes.
    const stays = (one: Area): boolean => !(sheet === from && within(one, area));
    if (sheet.get("merges").some((merge) => (block === area || stays(merge)) && torn(block, merge))) throw new RangeError("Part of merged cells cannot be moved.");
  }
  for (const table of from.get("tables")) {
    if (within(table.area, area) && from !== to) throw new RangeError(`The table ${table.name} cannot be moved to another sheet here. Copy it instead.`);
    if (isHeaderTorn(table, area)) throw new RangeError(`The table ${table.name} cannot lose its header row.`);
  }
  for (const table of to.get("tables")) {
    const stays = !(from === to && within(table.area, area));
    if (stays && intersect(table.area, target) !== null && (within(table.area, target) || isHeaderTorn(table, target) || from.get("tables").some((one) => within(one.area, area)))) throw new RangeError(`The cells would cover the table ${table.name}.`);
  }
  for (const [, , cell] of from.entries()) {
    const reach = cell.array?.area;
    if (reach !== undefined && torn(area, reach)) throw new RangeError("Part of an array formula cannot be moved.");
  }
}

/** The formula with the references that follow; one that stands in the block is spelt for the sheet it goes to. */
function respelt(formula: string, place: FormulaPlace, moving: Moving): string {
  const { from, to } = moving;
  const goesAlong = place.sheet === from && !place.isName && contains(moving.area, place.row, place.column);
  const standsOn = goesAlong ? to : place.sheet;
  return rewriteFormula(formula, (token) => {
    const reference = isCells(token) ? cellsIn(token.value) : null;
    if (reference === null || (reference.context?.length ?? 0) > 1) return null;
    const [named] = reference.context ?? [];
    const means = named ?? place.sheet?.name ?? "";
    const follows = isSame(means, from) && within(areaIn(reference.range), moving.area) && isFixed(reference.range, place);
    const text = withRange(token.value, (range) => {
      if (follows) return movedRange(range, moving);
      return isSame(means, to) && within(areaIn(range), moving.target) && isFixed(range, place) ? null : range;
    });
    const sheet = follows ? to : from.workbook.sheetByName(means);
    if (sheet === null || (named === undefined ? sheet === standsOn : !follows || from === to)) return text;
    return `${quotedSheet(sheet.name)}!${text.slice(text.lastIndexOf("!") + 1)}`;
  });
}

const isSame = (name: string, sheet: Sheet): boolean => name.toLowerCase() === sheet.name.toLowerCase();

/** In a name, what no `$` fixes counts from the cell that uses the name, and so means no cell of its own. */
const isFixed = (range: RangeA1, place: FormulaPlace): boolean => !place.isName || (range.$top === true && range.$bottom === true && range.$left === true && range.$right === true);

const areaIn = (range: RangeA1): Area => ({ top: range.top ?? 0, left: range.left ?? 0, bottom: range.bottom ?? MAX_ROWS - 1, right: range.right ?? MAX_COLUMNS - 1 });

function movedRange(range: RangeA1, { area, target }: Moving): RangeA1 {
  const [rows, columns] = [target.top - area.top, target.left - area.left];
  if (rows === 0 && columns === 0) return range;
  const by = (place: number | null | undefined, step: number): number | null => (typeof place === "number" ? place + step : null);
  return { ...range, top: by(range.top, rows), bottom: by(range.bottom, rows), left: by(range.left, columns), right: by(range.right, columns) };
}

/** What lies over the cells: taken off where they were and where they go, put down where they are now. */
function moveFeatures(moving: Moving, cause: Cause): void {
  const { from, area, to, target } = moving;
  const along = (one: Area): Area => shifted(one, target.top - area.top, target.left - area.left);
  const ruled = <T extends Ruled>(list: readonly T[]): readonly T[] => list.flatMap((rule) => {
    const areas = rule.areas.flatMap((one) => intersect(one, area) ?? []).map(along);
    return areas.length === 0 ? [] : [{ ...rule, areas }];
  });
  // Read whole before anything is taken off.
  const merges = from.get("merges").filter((merge) => within(merge, area)).map(along);
  const links = from.get("hyperlinks").filter((link) => within(link.area, area)).map((link) => ({ ...link, area: along(link.area) }));
  const [validations, formats] = [ruled(from.get("validations")), named(moving, ruled(from.get("conditionalFormats")))];
  if (from === to) from.set("tables", mapped(from.get("tables"), (table) => (within(table.area, area) ? { ...table, area: along(table.area) } : table)), cause);
  for (const sheet of new Set([from, to])) {
    const added = <T>(list: readonly T[]): readonly T[] => (sheet === to ? list : []);
    sheet.set("merges", replaced(sheet.get("merges"), (merge) => !isTouched(moving, sheet, merge), added(merges)), cause);
    sheet.set("hyperlinks", replaced(sheet.get("hyperlinks"), (link) => !isTouched(moving, sheet, link.area), added(links)), cause);
    sheet.set("validations", withRules(moving, sheet, sheet.get("validations"), added(validations)), cause);
    sheet.set("conditionalFormats", withRules(moving, sheet, sheet.get("conditionalFormats"), added(formats)), cause);
  }
}

/** A highlight that lies over the block goes whole; one that only touches it gives the moved cells one of their own. */
function named({ from, area }: Moving, formats: readonly ConditionalFormat[]): readonly ConditionalFormat[] {
  const taken = new Set(from.workbook.sheets.flatMap((sheet) => sheet.get("conditionalFormats").map(({ id }) => id)));
  const free = (id: string): string => { for (let n = 1; ; n++) if (!taken.has(`${id}-${n}`)) return `${id}-${n}`; };
  return formats.map((format) => {
    const before = from.get("conditionalFormats").find(({ id }) => id === format.id);
    return before !== undefined && withoutAreas(before.areas, [area]).length === 0 ? format : { ...format, id: free(format.id) };
  });
}

interface Ruled { readonly areas: readonly Area[] }

const isTouched = ({ from, area, to, target }: Moving, sheet: Sheet, one: Area): boolean =>
  (sheet === from && intersect(one, area) !== null) || (sheet === to && intersect(one, target) !== null);

/** The same list when nothing goes and nothing comes, so that nobody is told. */
function replaced<T>(list: readonly T[], stays: (item: T) => boolean, added: readonly T[]): readonly T[] {
  const rest = list.filter(stays);
  return rest.length === list.length && added.length === 0 ? list : [...rest, ...added];
}

function withRules<T extends Ruled>(moving: Moving, sheet: Sheet, list: readonly T[], added: readonly T[]): readonly T[] {
  const { from, area, to, target } = moving;
  if (added.length === 0 && !list.some(({ areas }) => areas.some((one) => isTouched(moving, sheet, one)))) return list;
  const left = (one: Area): readonly Area[] => {
    const rest = sheet === from ? withoutArea(one, area) : [one];
    return sheet === to ? rest.flatMap((piece) => withoutArea(piece, target)) : rest;
  };
  return [...list.map((rule) => ({ ...rule, areas: rule.areas.flatMap(left) })).filter(({ areas }) => areas.length > 0), ...added];
}
