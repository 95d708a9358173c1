/**
 * Workbooks with as many features as three libraries can write, each in its library's own way of spelling them. Run by the corpus test in a
 * process of its own: `node make-corpus.mjs FOLDER`. The libraries are loaded as Node loads them, which jest cannot.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import ExcelJS from "exceljs";
import SheetJS from "@e965/xlsx";
import * as rust from "wasm-xlsxwriter";

/** A picture of one red dot. */
const DOT = Uint8Array.from(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==", "base64"));
const POSTS = [["Post", "Band", "Needed", "Ready"], ["Chief executive", 9, 2, 1], ["Director of nursing", 9, 3, 2.5], ["Ward manager <&>", 7, 40, 31]];

async function withExcelJs() {
  const book = new ExcelJS.Workbook();
  Object.assign(book, { creator: "An analyst", company: "A trust", title: "Workforce" });
  const sheet = book.addWorksheet("Posts", { views: [{ state: "frozen", xSplit: 1, ySplit: 1 }], properties: { tabColor: { argb: "FF12436D" } }, pageSetup: { paperSize: 9, orientation: "landscape", printArea: "A1:F20" }, headerFooter: { oddHeader: "&LDraft&RPage &P" } });
  sheet.addTable({ name: "tblPosts", ref: "A1", headerRow: true, totalsRow: true, style: { theme: "TableStyleMedium2", showRowStripes: true }, columns: POSTS[0].map((name, index) => ({ name, totalsRowFunction: index === 0 ? "none" : "sum", filterButton: true })), rows: POSTS.slice(1) });
  sheet.getCell("F2").value = { formula: "C2-D2", result: 1 };
  sheet.fillFormula("G2:G4", "C2*2", [4, 6, 80]);
  sheet.getCell("F6").value = { richText: [{ text: "bold ", font: { bold: true } }, { text: "and not" }] };
  sheet.getCell("F7").value = { text: "our intranet", hyperlink: "https://intranet.example/posts?a=1&b=2", tooltip: "opens a page" };
  sheet.getCell("F8").note = "A note that <somebody> left";
  sheet.getCell("F9").value = new Date(Date.UTC(2009, 2, 31));
  sheet.getCell("F9").numFmt = "dd/mm/yyyy";
  sheet.getCell("F10").value = { error: "#N/A" };
  sheet.getCell("F11").fill = { type: "gradient", gradient: "angle", degree: 45, stops: [{ position: 0, color: { argb: "FFFFFFFF" } }, { position: 1, color: { argb: "FF12436D" } }] };
  sheet.getCell("F12").border = { diagonal: { up: true, style: "thin", color: { argb: "FFFF0000" } } };
  sheet.mergeCells("I1:K2");
  sheet.getCell("C2").dataValidation = { type: "whole", operator: "between", formulae: [0, 100], showErrorMessage: true, errorTitle: "Posts", error: "A whole number" };
  sheet.addConditionalFormatting({ ref: "C2:D4", rules: [{ type: "dataBar", cfvo: [{ type: "min" }, { type: "max" }], color: { argb: "FF638EC6" } }, { type: "iconSet", iconSet: "3TrafficLights", cfvo: [{ type: "percent", value: 0 }, { type: "percent", value: 33 }, { type: "percent", value: 67 }] }, { type: "top10", rank: 1, style: { font: { bold: true } } }] });
  sheet.addImage(book.addImage({ buffer: Buffer.from(DOT), extension: "png" }), "H5:I8");
  await sheet.protect("secret", { formatCells: true });
  book.addWorksheet("Hidden", { state: "veryHidden" }).getCell("A1").value = "kept";
  book.definedNames.add("Posts!$C$2:$C$4", "Needed");
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** @param {{ bookSST: boolean }} options - whether texts are shared or stand in their cells */
function withSheetJs(options) {
  const book = SheetJS.utils.book_new();
  const sheet = SheetJS.utils.aoa_to_sheet([...POSTS, [], ["Total", null, { t: "n", v: 45, f: "SUM(C2:C4)" }], [true, new Date(Date.UTC(2009, 2, 31)), { t: "e", v: 0x2a }]]);
  sheet["!cols"] = [{ wch: 30 }, { hidden: true }];
  sheet["!rows"] = [{ hpt: 30 }, { hidden: true }];
  sheet["!merges"] = [SheetJS.utils.decode_range("A6:B6")];
  sheet["!autofilter"] = { ref: "A1:D4" };
  sheet["!margins"] = { left: 0.5, right: 0.5, top: 1, bottom: 1, header: 0.3, footer: 0.3 };
  sheet.A2.l = { Target: "https://intranet.example/#a", Tooltip: "a page" };
  sheet.A3.l = { Target: "#'Second & last'!A1" };
  SheetJS.utils.cell_add_comment(sheet.A4, "A comment", "An analyst");
  SheetJS.utils.sheet_set_array_formula(sheet, "E2:E4", "C2:C4*2");
  SheetJS.utils.book_append_sheet(book, sheet, "Posts");
  SheetJS.utils.book_append_sheet(book, SheetJS.utils.aoa_to_sheet([["second"]]), "Second & last");
  book.Workbook = { Names: [{ Name: "Needed", Ref: "Posts!$C$2:$C$4" }, { Name: "Local", Ref: "Posts!$A$1", Sheet: 0 }], Sheets: [{ Hidden: 0 }, { Hidden: 1 }], WBProps: { date1904: true } };
  book.Props = { Title: "Workforce", Author: "An analyst" };
  return new Uint8Array(SheetJS.write(book, { type: "array", bookType: "xlsx", compression: true, ...options }));
}

function withRust() {
  const book = new rust.Workbook();
  const sheet = book.addWorksheet();
  sheet.setName("Posts");
  const bold = new rust.Format().setBold();
  POSTS.forEach((row, at) => row.forEach((value, column) => sheet.write(at, column, value)));
  sheet.addTable(0, 0, 4, 3, new rust.Table().setName("tblPosts").setTotalRow(true).setColumns([new rust.TableColumn().setHeader("Post").setTotalLabel("All"), ...["Band", "Needed", "Ready"].map((header) => new rust.TableColumn().setHeader(header).setTotalFunction(rust.TableFunction.sum()))]));
  sheet.writeFormula(1, 5, new rust.Formula("=SUM(tblPosts[Needed])").setResult("45"));
  sheet.writeDynamicArrayFormula(6, 5, 8, 5, new rust.Formula("=SORT(C2:C4)").setResult("2"));
  sheet.writeArrayFormula(6, 6, 8, 6, new rust.Formula("{=C2:C4*2}").setResult("4"));
  sheet.writeRichString(10, 5, new rust.RichString().append(bold, "bold ").append(new rust.Format(), "and not"));
  sheet.writeUrl(11, 5, new rust.Url("https://intranet.example/").setText("a page").setTip("opens it"));
  sheet.writeDatetimeWithFormat(12, 5, rust.ExcelDateTime.fromYMD(2009, 3, 31), new rust.Format().setNumFormat("dd/mm/yyyy"));
  sheet.insertNote(2, 2, new rust.Note("A note"));
  sheet.insertImage(14, 1, new rust.Image(DOT).setAltText("a dot"));
  sheet.embedImage(14, 5, new rust.Image(DOT));
  sheet.setHeader("&L&G&RPage &P").setHeaderImage(new rust.Image(DOT), rust.HeaderImagePosition.Left);
  const series = new rust.ChartSeries().setValues(rust.ChartRange.newFromRange("Posts", 1, 2, 3, 2)).setCategories(rust.ChartRange.newFromRange("Posts", 1, 0, 3, 0)).setName("Needed");
  sheet.insertChart(16, 1, rust.Chart.newColumnStacked().pushSeries(series));
  sheet.insertChart(32, 1, rust.Chart.newRadar().pushSeries(series));
  sheet.setFreezePanes(1, 1).setPrintArea(0, 0, 20, 7).setRepeatRows(0, 0).setLandscape().groupRows(20, 25).protect();
  book.addWorksheet().setName("Two").setHidden(true);
  book.defineName("Needed", "=Posts!$C$2:$C$4");
  book.defineName("Two!Local", "=Two!$A$1");
  book.readOnlyRecommended();
  book.setProperties(new rust.DocProperties().setTitle("Workforce").setCompany("A trust").setStatus("Draft"));
  return book.saveToBufferSync();
}

const folder = process.argv[2];
if (folder === undefined) throw new Error("Say in which folder the workbooks are to be made.");
const corpus = {
  "exceljs.xlsx": await withExcelJs(), "sheetjs-shared-texts.xlsx": withSheetJs({ bookSST: true }), "sheetjs-texts-in-cells.xlsx": withSheetJs({ bookSST: false }), "rust-xlsxwriter.xlsx": withRust(),
};
for (const [name, bytes] of Object.entries(corpus)) await writeFile(path.join(folder, name), bytes);
