/** What is done to a range's cells: put in, taken out, cleared, copied, merged. */
import { moveFormula } from "../calc/shift-formula";
import { transposeFormula } from "../calc/transpose-formula";
import { area as areaOf, columnCount, columnName, intersect, rowCount, type Area } from "../workbook/area";
import type { Cell, Sheet } from "../workbook/sheet";
import { placeNamed, quotedName } from "./address";
import type { Arguments } from "./arguments";
import { copyHighlights, copyMerges, copyValidations } from "./copy-rules";
import { assertAllowed, assertUnlocked, isWholeColumns, isWholeRows, restyle, standing, styleNumber } from "./cells";
import { withoutArea } from "../workbook/areas";
import { method, type ClassPart, type HostObject } from "./definition";
import { rangeClass, rangeAt } from "./range";
import { accessDenied, invalidArgument, notImplemented } from "./refusal";
import type { RangeHold } from "./session";
import { putIn, takeOut } from "./structure-edit";
import { enteredUnder } from "./table-growth";

function assertStructure(sheet: Sheet, area: Area, rows: string, columns: string): void {
  if (sheet.get("protection") === null) return;
  if (isWholeRows(area)) assertAllowed(sheet, rows);
  else if (isWholeColumns(area)) assertAllowed(sheet, columns);
  else throw accessDenied();
}

function insert(range: RangeHold, args: Arguments): HostObject {
  const { sheet, area } = standing(range);
  const direction = args.oneOf(0, ["Down", "Right"]) === "Down" ? "down" : "right";
  assertStructure(sheet, area, "allowInsertRows", "allowInsertColumns");
  putIn(sheet, area, direction);
  return rangeAt(range, area);
}

function remove(range: RangeHold, args: Arguments): void {
  const { sheet, area } = standing(range);
  const direction = args.oneOf(0, ["Up", "Left"]) === "Up" ? "up" : "left";
  assertStructure(sheet, area, "allowDeleteRows", "allowDeleteColumns");
  takeOut(sheet, area, direction);
}

type ClearKind = "All" | "Formats" | "Contents" | "Hyperlinks" | "RemoveHyperlinks" | "ResetContents";

function clear(range: RangeHold, args: Arguments): void {
  const { sheet, area } = standing(range);
  const kind = args.oneOfOr<ClearKind>(0, ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks", "ResetContents"], "All");
  assertUnlocked(sheet, area);
  if (kind === "All" || kind === "Contents" || kind === "ResetContents") clearContents(range);
  if (kind === "All" || kind === "Formats") {
    // The workbook's own normal look, which an opened file decides.
    restyle(sheet, area, () => sheet.workbook.styles.at(0));
    const cleared = sheet.get("conditionalFormats").map((format) => ({ ...format, areas: format.areas.flatMap((one) => withoutArea(one, area)) }));
    sheet.set("conditionalFormats", cleared.filter((format) => format.areas.length > 0));
  }
  if (kind === "All") {
    const cleared = sheet.get("validations").map((validation) => ({ ...validation, areas: validation.areas.flatMap((one) => withoutArea(one, area)) }));
    sheet.set("validations", cleared.filter((validation) => validation.areas.length > 0));
  }
  if (kind === "All" || kind === "Hyperlinks" || kind === "RemoveHyperlinks") {
    sheet.set("hyperlinks", sheet.get("hyperlinks").filter((link) => intersect(link.area, area) === null));
  }
}

function clearContents(range: RangeHold): void {
  const { sheet, area } = range;
  const within = sheet.extent === null ? null : intersect(area, sheet.extent);
  if (within === null) return;
  sheet.write(within, "api", "content", (cell) => (cell.value === null && cell.formula === null ? cell : { ...cell, value: null, formula: null, array: null, state: "live" }));
  enteredUnder({ ...range, area: within });
}

type CopyKind = "All" | "Formulas" | "Values" | "Formats" | "Link";

interface Copying {
  readonly from: RangeHold;
  readonly kind: CopyKind;
  readonly skipBlanks: boolean;
  readonly transpose: boolean;
}

function copyFrom(range: RangeHold, args: Arguments): void {
  const source = args.object(0, rangeClass) ?? placed(range, args.text(0));
  const kind = args.oneOfOr<CopyKind>(1, ["All", "Formulas", "Values", "Formats", "Link"], "All");
  const from = standing(source);
  const copying: Copying = { from, kind, skipBlanks: args.flagOr(2, false), transpose: args.flagOr(3, false) };
  if (kind !== "Formats" && kind !== "Formulas") range.session.settle();
  const [rows, columns] = copying.transpose ? [columnCount(from.area), rowCount(from.area)] : [rowCount(from.area), columnCount(from.area)];
  const { sheet, area } = standing(range);
  // A target that is a whole number of times the source is filled with it; any other is taken as its top left corner.
  const fills = rowCount(area) % rows === 0 && columnCount(area) % columns === 0;
  const target = fills ? area : areaOf(area.top, area.left, rows, columns);
  assertUnlocked(sheet, target);
  copyCells(sheet, target, copying, rows, columns);
  if (!copying.transpose) {
    const rules = { from: from.sheet, source: from.area, to: sheet, target, rows, columns };
    if (kind === "All") copyValidations(rules);
    if (kind === "All" || kind === "Formats") { copyHighlights(rules); copyMerges(rules); }
  }
  if (kind !== "Formats") enteredUnder({ ...range, area: target });
}

function placed(range: RangeHold, address: string): RangeHold {
  const place = placeNamed(range.session, address, range.sheet);
  if (place === null) throw invalidArgument();
  return range.session.range(place.sheet, place.area);
}

function copyCells(sheet: Sheet, target: Area, { from, kind, skipBlanks, transpose }: Copying, rows: number, columns: number): void {
  // Read whole before writing: source and target may overlap.
  const read = Array.from({ length: rows }, (_row, r) => Array.from({ length: columns }, (_column, c) => {
    const row = from.area.top + (transpose ? c : r);
    const column = from.area.left + (transpose ? r : c);
    return { cell: { ...from.sheet.cell(row, column), style: styleNumber(from.sheet, row, column) }, row, column };
  }));
  sheet.write(target, "api", kind === "Formats" ? "style" : kind === "All" ? "both" : "content", (old, row, column) => {
    const source = read[(row - target.top) % rows]?.[(column - target.left) % columns];
    if (source === undefined || (skipBlanks && source.cell.value === null && source.cell.formula === null)) return old;
    if (kind === "Link") return { ...old, value: null, formula: linkTo(from, source, sheet), array: null, state: "live" };
    return copied(old, source, { kind, transpose, row, column });
  });
}

/** A single cell is linked to by its fixed address, cells of a block each by its own. */
function linkTo(from: RangeHold, { row, column }: { readonly row: number; readonly column: number }, sheet: Sheet): string {
  const isOne = rowCount(from.area) === 1 && columnCount(from.area) === 1;
  const cell = isOne ? `$${columnName(column)}$${row + 1}` : `${columnName(column)}${row + 1}`;
  return from.sheet === sheet ? cell : `${quotedName(from.sheet.name)}!${cell}`;
}

interface CopyTo { readonly kind: CopyKind; readonly transpose: boolean; readonly row: number; readonly column: number }

/** @throws Refusal ApiNotFound for a formula that cannot be turned round: one with `$` in one direction only */
function formulaAt(formula: string, from: { readonly row: number; readonly column: number }, to: CopyTo): string {
  if (!to.transpose) return moveFormula(formula, to.row - from.row, to.column - from.column);
  const turned = transposeFormula(formula, { fromRow: from.row, fromColumn: from.column, toRow: to.row, toColumn: to.column });
  if (turned === null) throw notImplemented(`Range.copyFrom, turning the formula =${formula} round,`);
  return turned;
}

function copied(old: Cell, from: { readonly cell: Cell; readonly row: number; readonly column: number }, to: CopyTo): Cell {
  const { kind } = to;
  const source = from.cell;
  if (kind === "Formats") return { ...old, style: source.style };
  if (kind === "Values") return { ...old, value: source.value, formula: null, array: null, state: "live" };
  const formula = source.formula === null ? null : formulaAt(source.formula, from, to);
  const content = { value: formula === null ? source.value : null, formula, array: null, state: "live" as const };
  return kind === "All" ? { ...content, style: source.style } : { ...content, style: old.style };
}

function merge(range: RangeHold, args: Arguments): void {
  const { sheet, area } = standing(range);
  assertAllowed(sheet, "allowFormatCells");
  if (sheet.get("tables").some((table) => intersect(table.area, area) !== null)) throw invalidArgument("Cells of a table cannot be merged.");
  const across = args.flagOr(0, false);
  const merged = across ? Array.from({ length: rowCount(area) }, (_row, row) => areaOf(area.top + row, area.left, 1, columnCount(area))) : [area];
  for (const one of merged) {
    sheet.write(one, "api", "content", (cell, row, column) => (row === one.top && column === one.left ? cell : { ...cell, value: null, formula: null, array: null }));
  }
  const kept = sheet.get("merges").filter((one) => intersect(one, area) === null);
  sheet.set("merges", [...kept, ...merged.filter((one) => rowCount(one) * columnCount(one) > 1)]);
}

export const rangeEdits: ClassPart<Excel.Range, RangeHold> = {
  methods: {
    insert: method("1.1", insert),
    delete: method("1.1", remove),
    clear: method("1.1", clear),
    copyFrom: method("1.9", copyFrom),
    merge: method("1.2", merge),
    unmerge: method("1.2", (range) => {
      const { sheet, area } = standing(range);
      assertAllowed(sheet, "allowFormatCells");
      sheet.set("merges", sheet.get("merges").filter((one) => intersect(one, area) === null));
    }),
  },
};
