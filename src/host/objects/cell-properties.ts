/** getCellProperties and its kin: properties of every cell, row or column of a range as a tree, asked for and set in one go. */
import { area as areaOf, columnCount, MAX_COLUMNS, MAX_ROWS, rowCount, type Area } from "../workbook/area";
import { fieldsFrom, type Arguments } from "./arguments";
import { Arguments as Given } from "./arguments";
import { cellsIn, MOST_CELLS_READ, standing } from "./cells";
import { method, wireName, type ClassPart, type HostObject } from "./definition";
import { rangeClass } from "./range";
import { invalidArgument, rangeExceedsLimit, wrongSize } from "./refusal";
import type { RangeHold } from "./session";

type Tree = Readonly<Record<string, unknown>>;

/** The sides of a cell as these trees name them, by Excel's own word. */
const EDGES: ReadonlyMap<string, string> = new Map([
  ["top", "EdgeTop"], ["bottom", "EdgeBottom"], ["left", "EdgeLeft"], ["right", "EdgeRight"], ["horizontal", "InsideHorizontal"], ["vertical", "InsideVertical"],
  ["diagonalDown", "DiagonalDown"], ["diagonalUp", "DiagonalUp"],
]);

/** Navigation of these trees that Range itself has not: row and column properties stand on the range. */
function below(object: HostObject, name: string): HostObject {
  if (object.className === "RangeBorderCollection") {
    const edge = EDGES.get(name);
    if (edge === undefined) throw invalidArgument();
    return object.item(new Given([edge]));
  }
  const found = object.navigate(wireName(name));
  if (found === null) throw invalidArgument();
  return found;
}

function read(object: HostObject, asked: Tree): Tree {
  const answer: Record<string, unknown> = {};
  for (const [name, wish] of Object.entries(asked)) {
    if (wish === true) answer[name] = object.kindOf(name) === "navigation" ? {} : object.get(wireName(name));
    else if (typeof wish === "object" && wish !== null) answer[name] = read(below(object, name), fieldsFrom(wish));
  }
  return answer;
}

function write(object: HostObject, values: Tree): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue;
    const isLeaf = object.kindOf(name) === "scalar" || (object.className === "RangeBorderCollection" ? !EDGES.has(name) : object.kindOf(name) === null);
    if (isLeaf) object.set(wireName(name), value);
    else write(below(object, name), fieldsFrom(value));
  }
}

const objectAt = (range: RangeHold, area: Area): HostObject => rangeClass.of(range.session.range(range.sheet, area));

function cells(range: RangeHold, args: Arguments): Tree[][] {
  const { area } = standing(range);
  if (cellsIn(area) > MOST_CELLS_READ) throw rangeExceedsLimit();
  const asked = fieldsFrom(args.raw(0));
  return Array.from({ length: rowCount(area) }, (_row, row) => Array.from({ length: columnCount(area) }, (_column, column) => read(objectAt(range, areaOf(area.top + row, area.left + column)), asked)));
}

function setCells(range: RangeHold, args: Arguments): void {
  const { area } = standing(range);
  const rows = args.raw(0);
  if (!Array.isArray(rows) || rows.length !== rowCount(area)) throw wrongSize();
  rows.forEach((line: unknown, row) => {
    if (!Array.isArray(line) || line.length !== columnCount(area)) throw wrongSize();
    line.forEach((values: unknown, column) => { if (values !== null) write(objectAt(range, areaOf(area.top + row, area.left + column)), fieldsFrom(values)); });
  });
}

/** Whole rows or columns under the range, as the objects that their properties stand on. */
function lines(range: RangeHold, of: "rows" | "columns"): readonly HostObject[] {
  const { area } = standing(range);
  const count = of === "rows" ? rowCount(area) : columnCount(area);
  return Array.from({ length: count }, (_line, index) => objectAt(range, of === "rows" ? areaOf(area.top + index, 0, 1, MAX_COLUMNS) : areaOf(0, area.left + index, MAX_ROWS, 1)));
}

function getLines(range: RangeHold, args: Arguments, of: "rows" | "columns"): Tree[] {
  const asked = fieldsFrom(args.raw(0));
  return lines(range, of).map((line) => read(line, asked));
}

function setLines(range: RangeHold, args: Arguments, of: "rows" | "columns"): void {
  const values = args.raw(0);
  const all = lines(range, of);
  if (!Array.isArray(values) || values.length !== all.length) throw wrongSize();
  all.forEach((line, index) => { if (values[index] !== null) write(line, fieldsFrom(values[index])); });
}

export const cellProperties: ClassPart<Excel.Range, RangeHold> = {
  methods: {
    getCellProperties: method("1.9", cells),
    setCellProperties: method("1.9", setCells),
    getRowProperties: method("1.9", (range, args) => getLines(range, args, "rows")),
    setRowProperties: method("1.9", (range, args) => setLines(range, args, "rows")),
    getColumnProperties: method("1.9", (range, args) => getLines(range, args, "columns")),
    setColumnProperties: method("1.9", (range, args) => setLines(range, args, "columns")),
  },
};
