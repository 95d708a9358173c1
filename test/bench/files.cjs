// Opening, saving and calculating workbooks: our host against ExcelJS and against doing all of the work.
require("./read-typescript.cjs");
const { readFileSync } = require("node:fs");
const path = require("node:path");
const ExcelJS = require("exceljs");
const { Calculator } = require("../../src/host/calc/calculator.ts");
const { openXlsx } = require("../../src/host/file/open-xlsx.ts");
const { saveXlsx } = require("../../src/host/file/save-xlsx.ts");

const example = readFileSync(path.join(__dirname, "../../assets/examples/trust-workforce.xlsx"));
const clock = { now: () => new Date("2026-04-30T09:00:00Z") };

async function exceljsOpen(bytes) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  return workbook;
}

/** A staff list of 5,000 rows by 20 columns, made by ExcelJS. */
async function staffList() {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Staff");
  for (let row = 1; row <= 5000; row++) sheet.addRow(Array.from({ length: 20 }, (_, column) => (column % 4 === 0 ? `Post ${row % 400}` : row * column)));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A sheet of 20,000 formulas, each on its neighbour, with a total. */
async function chain() {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Chain");
  for (let row = 1; row <= 2000; row++) sheet.addRow([row, ...Array.from({ length: 10 }, (_, column) => ({ formula: `${String.fromCharCode(65 + column)}${row}*1.01+$A$1`, result: 0 }))]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Types a number into a cell of its own column and works out what follows. */
function edit(workbook, calculator, row, value) {
  const [sheet] = workbook.sheets;
  sheet.write({ top: row, left: 0, bottom: row, right: 0 }, "user", "content", (cell) => ({ ...cell, value, formula: null }));
  return calculator.recalculate().formulas;
}

/** A time for work that was not done would be a lie. */
function follow(done, wanted) {
  if (done !== wanted) throw new Error(`${done} formulas were worked out, not ${wanted}.`);
}

exports.rows = async () => {
  const [list, formulas] = [await staffList(), await chain()];
  const opened = openXlsx(example, "example.xlsx");
  const other = await exceljsOpen(example);
  const book = openXlsx(formulas, "chain.xlsx").workbook;
  const calculator = new Calculator(book, clock);
  calculator.recalculateAll();
  let turn = 0;
  return [
    { what: "open the example workbook", budget: "-", ours: () => openXlsx(example, "example.xlsx"), alternative: "ExcelJS", theirs: () => exceljsOpen(example), runs: 9 },
    { what: "open 100,000 cells", budget: "-", ours: () => openXlsx(list, "list.xlsx"), alternative: "ExcelJS", theirs: () => exceljsOpen(list), runs: 5 },
    { what: "save the example workbook", budget: "-", ours: () => saveXlsx(opened.workbook, opened), alternative: "ExcelJS", theirs: () => other.xlsx.writeBuffer(), runs: 9 },
    { what: "20,000 formulas, an edit that 10 of them follow", budget: "-", ours: () => follow(edit(book, calculator, 7, ++turn), 10), alternative: "working out all of them", theirs: () => calculator.recalculateAll(), runs: 9 },
    { what: "20,000 formulas, an edit that all of them follow", budget: "-", ours: () => follow(edit(book, calculator, 0, ++turn), 20_000), alternative: "working out all of them", theirs: () => calculator.recalculateAll(), runs: 9 },
  ];
};
