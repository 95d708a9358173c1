/** Why a file cannot be opened or saved, in words for the person who chose it. */

const says = {
  "not-a-workbook": "This file is not an Excel workbook (.xlsx).",
  "old-format": "This is a workbook in the old .xls format. Save it as .xlsx in Excel and open that.",
  "binary-workbook": "This is a binary workbook (.xlsb). Save it as .xlsx in Excel and open that.",
  "open-document": "This is an OpenDocument spreadsheet (.ods). Save it as .xlsx in the program that it came from and open that.",
  "numbers-workbook": "This is a spreadsheet of Apple's Numbers. Export it to Excel in Numbers and open that.",
  "xml-workbook": "This is a workbook as XML of Excel 2003. Save it as .xlsx in Excel and open that.",
  "web-page": "This is a web page, as some systems export one under a workbook's name, and not an Excel workbook. Open it in Excel, save it as .xlsx and open that.",
  "text-file": "This is a text file, such as .csv, and not an Excel workbook. Open it in Excel, save it as .xlsx and open that.",
  "another-document": "This is a document of another kind, and not an Excel workbook.",
  "password-protected": "This workbook is protected by a password. Take the password off in Excel and open it again.",
  "damaged": "This workbook is damaged and cannot be read.",
  "too-big": "This workbook is larger than can be opened here.",
  "suspicious": "This file would unpack to far more than its size, or misstates what it holds. It was not opened.",
  "doctype": "This file holds a document type declaration, which no workbook needs. It was not opened.",
  "duplicate-part": "This file holds two parts of the same name. It was not opened.",
  "unsafe-path": "This file holds a part whose name points outside the workbook. It was not opened.",
  "missing-part": "This workbook lacks a part that it refers to.",
  "not-supported": "This workbook uses something that cannot be read or saved here.",
} as const;

export type FileProblemCode = keyof typeof says;

/**
 * A file that the world gave us and that we refuse. `message` is fit to show; `detail` says where, for whoever looks into it.
 *
 * @example new FileProblem("missing-part", "xl/workbook.xml").message
 * // => "This workbook lacks a part that it refers to. (xl/workbook.xml)"
 */
export class FileProblem extends Error {
  override readonly name = "FileProblem";
  constructor(readonly code: FileProblemCode, readonly detail = "", options?: ErrorOptions) {
    super(detail === "" ? says[code] : `${says[code]} (${detail})`, options);
  }
}
