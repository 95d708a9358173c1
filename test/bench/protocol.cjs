// 100,000 cells through Office.js, as an add-in in the runner's page writes and reads them: the library, the messages, the object model. No other library has a
// protocol to go through, so those that it is held against put the same values straight into their own memory.
require("./read-typescript.cjs");
const SheetJS = require("@e965/xlsx");
const ExcelJS = require("exceljs");
const { openOfficePage } = require("../host/objects/office-page.ts");

const [ROWS, COLUMNS] = [10_000, 10];
const block = (turn) => Array.from({ length: ROWS }, (_, row) => Array.from({ length: COLUMNS }, (__, column) => (column % 4 === 0 ? `Post ${(row % 400) + turn}` : row * column + turn)));
const RANGE = `context.workbook.worksheets.getItem("Sheet1").getRange("A1:J${ROWS}")`;

/** A time for values that did not arrive would be a lie. */
function agree(found, turn) {
  if (found !== block(turn)[ROWS - 1][COLUMNS - 1]) throw new Error(`The last cell holds ${JSON.stringify(found)} after turn ${turn}.`);
}

async function officeJs() {
  const page = await openOfficePage();
  await page.script(`window.block = (turn) => Array.from({ length: ${ROWS} }, (_, row) => Array.from({ length: ${COLUMNS} }, (__, column) => (column % 4 === 0 ? "Post " + ((row % 400) + turn) : row * column + turn)));`);
  return {
    write: async (turn) => {
      await page.run(`${RANGE}.values = window.block(${turn}); await context.sync();`);
      agree(page.workbook.sheets[0].cell(ROWS - 1, COLUMNS - 1).value, turn);
    },
    read: async (turn) => agree(await page.run(`const range = ${RANGE}; range.load("values"); await context.sync(); return range.values.length === ${ROWS} && range.values[${ROWS - 1}][${COLUMNS - 1}];`), turn),
    close: () => {
      page.close();
      if (page.problems.length > 0) throw new Error(page.problems.join("\n"));
    },
  };
}

function exceljs() {
  const sheet = new ExcelJS.Workbook().addWorksheet("Sheet1");
  return {
    write: (turn) => block(turn).forEach((values, row) => { const line = sheet.getRow(row + 1); values.forEach((value, column) => { line.getCell(column + 1).value = value; }); }),
    read: () => Array.from({ length: ROWS }, (_, row) => { const line = sheet.getRow(row + 1); return Array.from({ length: COLUMNS }, (__, column) => line.getCell(column + 1).value); }),
  };
}

function sheetjs() {
  const sheet = SheetJS.utils.aoa_to_sheet([[]]);
  return { write: (turn) => SheetJS.utils.sheet_add_aoa(sheet, block(turn), { origin: "A1" }), read: () => SheetJS.utils.sheet_to_json(sheet, { header: 1 }) };
}

exports.groups = () => [async () => {
  const [own, byExceljs, bySheetjs] = [await officeJs(), exceljs(), sheetjs()];
  let turn = 0;
  const counts = "1 sync";
  return [
    { what: "write 100,000 cells through Office.js", runs: 9, counts, ours: () => own.write(++turn), against: [["ExcelJS, in memory", () => byExceljs.write(++turn)], ["SheetJS, in memory", () => bySheetjs.write(++turn)]] },
    { what: "read 100,000 cells through Office.js", runs: 9, counts, prepare: () => own.write(++turn), ours: () => own.read(turn), against: [["ExcelJS, in memory", () => byExceljs.read()], ["SheetJS, in memory", () => bySheetjs.read()]], done: () => own.close() },
  ];
}];
