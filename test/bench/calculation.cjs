// Working out 20,000 formulas after one edit: our host against two calculators, each of which works out the same workbook, and against working out all of it.
require("./read-typescript.cjs");
const { readFileSync } = require("node:fs");
const SheetJS = require("@e965/xlsx");
const calculateSheetJS = require("xlsx-calc");
const { Calculator } = require("../../src/host/calc/calculator.ts");
const { Workbook } = require("../../src/host/workbook/workbook.ts");

const ROWS = 2000;
const COLUMNS = 10;
const clock = { now: () => new Date("2026-04-30T09:00:00Z") };
const letter = (column) => String.fromCharCode(65 + column);

/** Each cell leans on its neighbour and on A1: `place(row, column, number, formula)` for every cell, from 0. */
function eachCell(place) {
  for (let row = 0; row < ROWS; row++) {
    place(row, 0, row + 1, null);
    for (let column = 1; column <= COLUMNS; column++) place(row, column, 0, `${letter(column - 1)}${row + 1}*1.01+$A$1`);
  }
}

/** What the last cell holds when A1 holds this. */
function lastCell(first) {
  let value = ROWS;
  for (let column = 1; column <= COLUMNS; column++) value = value * 1.01 + first;
  return value;
}

/** A time for a result that is wrong would be a lie. */
function agree(name, found, first) {
  if (Math.abs(found - lastCell(first)) > 1e-6) throw new Error(`${name} gives ${found} for ${lastCell(first)}.`);
}

function ours() {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Chain");
  eachCell((row, column, value, formula) => sheet.put(row, column, { value, formula, array: null, style: 0, state: "live" }));
  const calculator = new Calculator(workbook, clock);
  calculator.recalculateAll();
  const edit = (row, value, wanted) => {
    sheet.write({ top: row, left: 0, bottom: row, right: 0 }, "user", "content", (cell) => ({ ...cell, value, formula: null }));
    const { formulas } = calculator.recalculate();
    if (formulas !== wanted) throw new Error(`${formulas} formulas were worked out, not ${wanted}.`);
    if (row === 0) agree("our host", sheet.cell(ROWS - 1, COLUMNS).value, value);
  };
  return { edit, all: () => calculator.recalculateAll() };
}

async function ironCalc() {
  const { initSync, Model } = await import("@ironcalc/wasm");
  initSync({ module: readFileSync(require.resolve("@ironcalc/wasm/wasm_bg.wasm")) });
  const model = new Model("chain", "en", "UTC", "en");
  model.pauseEvaluation();
  eachCell((row, column, value, formula) => model.setUserInput(0, row + 1, column + 1, formula === null ? String(value) : `=${formula}`));
  model.resumeEvaluation();
  model.evaluate();
  return (row, value) => {
    model.setUserInput(0, row + 1, 1, String(value));
    if (row === 0) agree("IronCalc", Number(model.getFormattedCellValue(0, ROWS, COLUMNS + 1)), value);
  };
}

function xlsxCalc() {
  const sheet = { "!ref": `A1:${letter(COLUMNS)}${ROWS}` };
  eachCell((row, column, value, formula) => { sheet[`${letter(column)}${row + 1}`] = formula === null ? { t: "n", v: value } : { t: "n", v: value, f: formula }; });
  const workbook = SheetJS.utils.book_new();
  SheetJS.utils.book_append_sheet(workbook, sheet, "Chain");
  return (row, value) => {
    sheet[`A${row + 1}`].v = value;
    calculateSheetJS(workbook);
    if (row === 0) agree("xlsx-calc", sheet[`${letter(COLUMNS)}${ROWS}`].v, value);
  };
}

exports.groups = () => [async () => {
  const [own, iron, sheetjs] = [ours(), await ironCalc(), xlsxCalc()];
  let turn = 0;
  const row = (what, at, follows) => ({
    what, runs: 9, counts: `${follows.toLocaleString("en-GB")} formulas follow`, ours: () => own.edit(at, ++turn, follows),
    against: [["IronCalc", () => iron(at, ++turn)], ["xlsx-calc on SheetJS", () => sheetjs(at, ++turn)], ["our host, working out all", () => own.all()]],
  });
  return [row("20,000 formulas, an edit that all follow", 0, ROWS * COLUMNS), row("20,000 formulas, an edit that few follow", 7, COLUMNS)];
}];
