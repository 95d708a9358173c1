// Opening and saving workbooks: our host against ExcelJS and SheetJS.
require("./read-typescript.cjs");
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const SheetJS = require("@e965/xlsx");
const ExcelJS = require("exceljs");
const { openXlsx } = require("../../src/host/file/open-xlsx.ts");
const { saveXlsx } = require("../../src/host/file/save-xlsx.ts");
const { staffRows } = require("./staff-list.cjs");

const example = readFileSync(path.join(__dirname, "../../assets/examples/trust-workforce.xlsx"));

async function exceljsOpen(bytes) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  return workbook;
}
const sheetjsSave = (workbook) => SheetJS.write(workbook, { type: "buffer", bookType: "xlsx", bookSST: true, compression: true });

function staffFile(rows) {
  const workbook = SheetJS.utils.book_new();
  SheetJS.utils.book_append_sheet(workbook, SheetJS.utils.aoa_to_sheet(staffRows(rows)), "Staff");
  return sheetjsSave(workbook);
}

const LARGE_ROWS = 152_500;

/** A staff list of 20 MB; making it takes a while, so it is kept. */
function largeFile(folder) {
  const file = path.join(folder, "staff-20-mb.xlsx");
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, staffFile(LARGE_ROWS));
  }
  return readFileSync(file);
}

/** Opens and counts: a time for work that was not done would be a lie. */
function openOurs(bytes, cells) {
  const file = openXlsx(bytes, "bench.xlsx");
  const found = file.workbook.sheets.reduce((sum, sheet) => sum + sheet.storedCount, 0);
  if (cells !== undefined && found !== cells) throw new Error(`${found} cells were read, not ${cells}.`);
  return file;
}

/** Opening, and saving after one value changed; the others always write the whole workbook. */
async function pair(name, bytes, cells, counted) {
  const file = openOurs(bytes, cells);
  const [byExceljs, bySheetjs] = [await exceljsOpen(bytes), SheetJS.read(bytes)];
  const [sheet] = file.workbook.sheets;
  let turn = 0;
  const saveOurs = () => {
    turn += 1;
    sheet.write({ top: 5, left: 3, bottom: 5, right: 3 }, "user", "content", (cell) => ({ ...cell, value: turn, formula: null }));
    return saveXlsx(file);
  };
  return [
    { ...counted, what: `open ${name}`, ours: () => openOurs(bytes, cells), against: [["ExcelJS", () => exceljsOpen(bytes)], ["SheetJS", () => SheetJS.read(bytes)]] },
    { ...counted, what: `save ${name}, one value changed`, ours: saveOurs, against: [["ExcelJS", () => byExceljs.xlsx.writeBuffer()], ["SheetJS", () => sheetjsSave(bySheetjs)]] },
  ];
}

exports.groups = (folder) => [
  () => pair("the example workbook", example, undefined, { runs: 9 }),
  () => pair("100,000 cells", staffFile(12_499), 100_000, { runs: 5 }),
  () => { const bytes = largeFile(folder); return pair(`a file of ${Math.round(bytes.length / 1e6)} MB`, bytes, (LARGE_ROWS + 1) * 8, { runs: 3, warmUps: 0, counts: `${((LARGE_ROWS + 1) * 8).toLocaleString("en-GB")} cells` }); },
];
