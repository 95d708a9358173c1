/** Files that people take for workbooks: each is called what it is, and told how it becomes a workbook. */
import { strToU8, zipSync } from "fflate";
import { FileProblem } from "../../../src/host/file/file-problem";
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { fileOf } from "./opened";

function says(bytes: Uint8Array): string {
  try {
    openXlsx(bytes, "a.xlsx");
    return "opened";
  } catch (problem) {
    if (problem instanceof FileProblem) return problem.message;
    throw problem;
  }
}

const utf16 = (text: string): readonly number[] => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
const compound = (...streams: readonly string[]): Uint8Array => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...streams.flatMap(utf16)]);
const openDocument = (kind: string): Uint8Array => zipSync({ mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }], "content.xml": strToU8("<office:document-content/>") });
const types = (main: string): Uint8Array => fileOf({ "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.${main}"/></Types>` });

const TEXT = "This is a text file, such as .csv, and not an Excel workbook. Open it in Excel, save it as .xlsx and open that.";
const WEB = "This is a web page, as some systems export one under a workbook's name, and not an Excel workbook. Open it in Excel, save it as .xlsx and open that.";
const OLD = "This is a workbook in the old .xls format. Save it as .xlsx in Excel and open that.";
const LOCKED = "This workbook is protected by a password. Take the password off in Excel and open it again.";
const OTHER = (what: string): string => `This is a document of another kind, and not an Excel workbook. (${what})`;

it.each<{ what: string; bytes: Uint8Array; said: string }>([
  { what: "figures separated by commas", bytes: strToU8("Group,Posts\r\nDirectors,3\r\n"), said: TEXT },
  { what: "figures separated by tabs, as Excel's Unicode text", bytes: Uint8Array.from([0xff, 0xfe, ...utf16("Group\tPosts\r\nDirectors\t3\r\n")]), said: TEXT },
  { what: "figures separated by semicolons, in the letters of Windows", bytes: Uint8Array.from([...strToU8("Caf"), 0xe9, ...strToU8(";3\n")]), said: TEXT },
  { what: "a report of a staff record system, a web page named .xls", bytes: strToU8("<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table><tr><td>1</td></tr></table></html>"), said: WEB },
  { what: "a web page with its kind said first", bytes: strToU8("\ufeff<!DOCTYPE html >\n<html></html>"), said: WEB },
  { what: "an XML Spreadsheet 2003", bytes: strToU8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'), said: "This is a workbook as XML of Excel 2003. Save it as .xlsx in Excel and open that." },
  { what: "a spreadsheet of LibreOffice", bytes: openDocument("spreadsheet"), said: "This is an OpenDocument spreadsheet (.ods). Save it as .xlsx in the program that it came from and open that." },
  { what: "a text of LibreOffice", bytes: openDocument("text"), said: OTHER("a text document") },
  { what: "a presentation of LibreOffice", bytes: openDocument("presentation"), said: OTHER("a presentation") },
  { what: "a spreadsheet of Apple's", bytes: zipSync({ "Index/Document.iwa": strToU8("x") }), said: "This is a spreadsheet of Apple's Numbers. Export it to Excel in Numbers and open that." },
  { what: "a workbook of Excel 97", bytes: compound("Root Entry", "Workbook"), said: OLD },
  { what: "a workbook of Excel 97 with a Word document in it", bytes: compound("Root Entry", "Workbook", "WordDocument"), said: OLD },
  { what: "a workbook of Excel 95", bytes: compound("Root Entry", "Book"), said: OLD },
  { what: "a sheet of Excel 3, from before compound files", bytes: Uint8Array.from([0x09, 0x02, 0x06, 0x00, 0x00, 0x00, 0x10, 0x00, 0x00, 0x00]), said: OLD },
  { what: "a letter of Word 97", bytes: compound("Root Entry", "WordDocument"), said: OTHER("a Word document") },
  { what: "slides of PowerPoint 97", bytes: compound("Root Entry", "PowerPoint Document"), said: OTHER("a presentation") },
  { what: "a workbook with a password", bytes: compound("EncryptionInfo", "EncryptedPackage"), said: LOCKED },
  { what: "a binary workbook", bytes: types("ms-excel.sheet.binary.macroEnabled.main"), said: "This is a binary workbook (.xlsb). Save it as .xlsx in Excel and open that." },
  { what: "a letter of Word's, whatever its main part is called", bytes: types("openxmlformats-officedocument.wordprocessingml.document.main+xml"), said: OTHER("a Word document") },
  { what: "slides", bytes: types("openxmlformats-officedocument.presentationml.presentation.main+xml"), said: OTHER("a presentation") },
  { what: "a PDF", bytes: strToU8("%PDF-1.7\n%\u00e2\u00e3"), said: OTHER("a PDF file") },
  { what: "a picture", bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), said: "This file is not an Excel workbook (.xlsx)." },
])("$what", ({ bytes, said }) => { expect(says(bytes)).toBe(said); });

it.each(["openxmlformats-officedocument.spreadsheetml.template.main+xml", "ms-excel.sheet.macroEnabled.main+xml", "ms-excel.template.macroEnabled.main+xml", "ms-excel.addin.macroEnabled.main+xml"])("a workbook of the kind %s opens", (kind) => {
  expect(says(types(kind))).toBe("opened");
});
