/** Whatever is edited in whatever order: calculating only what is out of date gives what calculating everything anew gives. */
import { Calculator } from "../../../src/host/calc/calculator";
import { area, areaName, MAX_COLUMNS } from "../../../src/host/workbook/area";
import { quotedSheet } from "../../../src/host/calc/rewrite-formula";
import { moveSheet, renameSheet } from "../../../src/host/calc/shift-formula";
import { deleteCells, insertCells } from "../../../src/host/calc/structure";
import type { Sheet } from "../../../src/host/workbook/sheet";
import type { Workbook } from "../../../src/host/workbook/workbook";
import { bookOf, enter, tableOver, valuesOf } from "./book";
import type { Given, Scalar } from "./formula-cases";

const NOW = new Date(2026, 3, 30, 9, 0, 0);
const ROWS = 24;
const COLUMNS = 10;
const EDITS = 40;

/** Numbers from a seed, the same on every machine. */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const cell = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;

/** A formula for a place, from cells above it, so that no circle can come about. */
function formulaAt(row: number, chance: (below: number) => number, otherName: string): string {
  const above = (): string => cell(chance(row), chance(COLUMNS));
  const block = (): string => `${cell(chance(row), chance(3))}:${cell(chance(row), 3 + chance(COLUMNS - 3))}`;
  const made = [
    () => `=${above()}+${above()}`, () => `=SUM(${block()})`, () => `=COUNTIF(${block()},">3")`, () => `=IF(${above()}>4,${above()},${above()})`,
    () => `=IFERROR(${above()}/${above()},"none")`, () => `=SUM(A$1:J${row})`, () => `=INDEX(${block()},1,1)&"-"&${above()}`,
    () => `=MAX(${block()},Floor)`, () => `=SUM(List[Size])+${above()}`, () => `=SUM(OFFSET(A1,0,${chance(3)},${row},1))`,
    () => `=COUNT(INDIRECT("${block()}"))`, () => `=MATCH(${above()},A1:A${row},0)`, () => `=SUMPRODUCT((A1:A${row}>2)*B1:B${row})`,
    () => `=VLOOKUP(${above()},A1:C${row},2,FALSE)`, () => `=AVERAGE(${quotedSheet(otherName)}!A1:B9)+${above()}`, () => `=SUM(${quotedSheet(`${otherName}:Lists`)}!B2:B4)+${above()}`, () => `=COUNTA(L1:L${row})+SUM(L1#)`,
  ];
  return made[chance(made.length)]?.() ?? "=1";
}

function contentAt(row: number, chance: (below: number) => number, otherName = "Other"): Given {
  const kind = chance(10);
  if (kind < 5 && row > 0) return formulaAt(row, chance, otherName);
  return kind === 5 ? null : kind === 6 ? "text" : kind === 7 ? chance(2) === 0 : chance(12);
}

function startBook(chance: (below: number) => number): Workbook {
  const workbook = bookOf({
    Plan: Array.from({ length: ROWS }, (_, row) => Array.from({ length: COLUMNS }, () => contentAt(row, chance))),
    Other: Array.from({ length: 12 }, (_, row) => [row, row * 2]),
    Lists: [["Kind", "Size"], ["a", 2], ["b", 3], ["c", 4], ["d", 5]],
  });
  tableOver(workbook.sheetByName("Lists") ?? workbook.active, "List", area(0, 0, 4, 2));
  enter(workbook.active, 0, 11, [["=SEQUENCE(Other!$A$3)"]]);
  workbook.setNames([{ name: "Floor", formula: "Other!$A$2", scope: null, visible: true, comment: "" }]);
  return workbook;
}

function renameOther(workbook: Workbook, other: Sheet, chance: (below: number) => number): string {
  const [before, after] = [other.name, `Other ${chance(100)}`];
  if (workbook.sheetByName(after) !== null) return "nothing";
  workbook.renameSheet(other, after);
  renameSheet(workbook, before, after);
  return `${before} called ${after}`;
}

/** One edit of a kind that people make. */
function edit(workbook: Workbook, chance: (below: number) => number): string {
  const [plan, other, lists] = ["Plan", "Other", "Lists"].map((name) => workbook.sheets.find((sheet) => sheet.name.startsWith(name)) ?? workbook.active) as [Sheet, Sheet, Sheet];
  const row = chance(ROWS);
  const column = chance(COLUMNS);
  switch (chance(12)) {
    case 10: return renameOther(workbook, other, chance);
    case 11: moveSheet(workbook, lists, chance(3)); return "the order of sheets";
    case 0: enter(other, chance(12), chance(2), [[chance(9)]]); return "another sheet";
    case 1: enter(other, 2, 0, [[chance(7) + 1]]); return "the length of the array";
    case 2: lists.set("tables", lists.get("tables").map((table) => ({ ...table, area: area(0, 0, 3 + chance(3), 2) }))); return "the table's length";
    case 3: workbook.setNames([{ name: "Floor", formula: `${quotedSheet(other.name)}!$A$${chance(6) + 1}`, scope: null, visible: true, comment: "" }]); return "a name";
    case 4: enter(plan, row, 0, [Array.from({ length: COLUMNS }, () => contentAt(row, chance, other.name))]); return `row ${row + 1}`;
    case 5: enter(plan, 2 + chance(4), 11, [[chance(2) === 0 ? null : "block"]]); return "something in the array's way";
    case 6: return moveSomething(workbook, chance);
    default: enter(plan, row, column, [[contentAt(row, chance, other.name)]]); return cell(row, column);
  }
}

/** Rows put in and taken out, above the table and the array or through the plan; what Excel refuses is left. */
function moveSomething(workbook: Workbook, chance: (below: number) => number): string {
  const plan = workbook.sheetByName("Plan") ?? workbook.active;
  const at = 1 + chance(ROWS - 2);
  const [where, direction] = ([
    [area(at, 0, 1, MAX_COLUMNS), "down"], [area(at, 0, 1, MAX_COLUMNS), "up"], [area(at, 2, 2, 3), "down"], [area(at, 1, 1, 2), "right"], [area(at, 1, 1, 2), "left"],
  ] as const)[chance(5)] ?? [area(at, 0), "down"];
  if (direction === "down" || direction === "right") insertCells(workbook, plan, where, direction);
  else deleteCells(workbook, plan, where, direction);
  return `${areaName(where)} ${direction}`;
}

const everything = (workbook: Workbook): Scalar[][][] => workbook.sheets.map((sheet) => valuesOf(sheet, 0, 0, ROWS + 6, 13));

/** The same contents in a workbook of its own, whose formulas have never been worked out. */
function afresh(workbook: Workbook): Workbook {
  const copy = bookOf({});
  for (const sheet of workbook.sheets) {
    const twin = copy.addSheet(sheet.name);
    const filled = [...sheet.entries()].flatMap(([, , stored]) => (stored.array?.kind === "dynamic" ? [stored.array.area] : []));
    for (const [row, column, stored] of sheet.entries()) {
      const isFilled = stored.formula === null && filled.some((one) => row >= one.top && row <= one.bottom && column >= one.left && column <= one.right);
      if (!isFilled) twin.put(row, column, { ...stored, array: null, value: stored.formula === null ? stored.value : null });
    }
    twin.load({ tables: sheet.get("tables") });
  }
  copy.setNames(workbook.names);
  return copy;
}

describe("calculating only what is out of date", () => {
  it.each(Array.from({ length: 8 }, (_, i) => [i + 1]))("gives what calculating everything gives, seed %i", (seed) => {
    const chance = chanceFrom(seed * 7_919);
    const workbook = startBook(chance);
    const calculator = new Calculator(workbook, { now: () => NOW });
    calculator.recalculate();
    for (let step = 1; step <= EDITS; step++) {
      const what = edit(workbook, chance);
      if (chance(4) === 0) continue;
      calculator.recalculate();
      const twin = afresh(workbook);
      new Calculator(twin, { now: () => NOW }).recalculate();
      expect({ step, what, values: everything(workbook) }).toEqual({ step, what, values: everything(twin) });
    }
  });
});
