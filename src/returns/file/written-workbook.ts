/** Writes sheets of cells as an .xlsx, by a library for the workbook and ours for what it has no option for: whose file it is, print set-up, and bytes that are always the same. */
import { strToU8 } from "fflate";
import { writtenLook } from "./cell-looks";
import type { ReturnCell, ReturnSheet } from "./return-sheet-model";
import { shownText } from "./shown-words";
import { storedZip, unpacked, type Parts } from "./stored-zip";

/** What the file's properties say that made it. Another program puts its own name there when it saves. */
export const APPLICATION = "Talent Plan for Excel";
export const PROPERTIES_PART = "docProps/app.xml";

export async function writtenWorkbook(sheets: readonly ReturnSheet[], title: string): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import("write-excel-file/universal");
  const blob = await writeExcelFile(sheets.map((sheet) => ({
    sheet: sheet.name, data: sheet.rows.map((row) => row.map(writtenCell)), columns: sheet.widths.map((width) => ({ width })), orientation: "landscape" as const, showGridLines: false, stickyRowsCount: sheet.frozenRows,
  })), { features: [printSetUp(sheets), properties(title)] }).toBlob();
  return storedZip(inOrder(unpacked(new Uint8Array(await blob.arrayBuffer() as ArrayBuffer))));
}

function writtenCell(cell: ReturnCell | null): object | null {
  if (cell === null) return null;
  const look = writtenLook(cell.look);
  if (typeof cell.holds === "number") return { ...look, value: cell.holds, type: Number, ...(Number.isInteger(cell.holds) ? { format: "#,##0" } : {}) };
  // The text format keeps a program from taking "1-2" for a day once somebody clicks into it.
  return { ...look, value: escapedText(cell.holds), type: String, format: "@" };
}

/**
 * Workbooks write a character as _x000D_ where XML cannot hold it, so a text that looks like one is written with its own first sign so. Names that every object of
 * JavaScript has ("constructor") go the same way: the library looks texts up in a plain object.
 */
function escapedText(text: string): string {
  const escaped = text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
  return escaped in {} ? `_x${escaped.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_${escaped.slice(1)}` : escaped;
}

/** One page wide, headings on every page. */
function printSetUp(sheets: readonly ReturnSheet[]): object {
  const titles = sheets.flatMap(({ name, frozenRows }, index) => (frozenRows === 0 ? [] : [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name.replace(/'/g, "''")}'!$${frozenRows}:$${frozenRows}</definedName>`]));
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml: string): string => xml.replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
          transformElementAttributes: (tag: string, attributes: Record<string, string | number>) => (tag === "pageSetup" ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes),
        },
        "xl/workbook.xml": { transform: (xml: string): string => xml.replace("<definedNames/>", titles.length === 0 ? "" : `<definedNames>${titles.join("")}</definedNames>`) },
      },
    },
  };
}

/** Title and program, without any date or name of a person. */
function properties(title: string): object {
  const package_ = "http://schemas.openxmlformats.org/package/2006";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006";
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  return {
    files: {
      transform: {
        "[Content_Types].xml": { insert: (): string => `<Override PartName="/${PROPERTIES_PART}" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` },
        "_rels/.rels": { insert: (): string => `<Relationship Id="rIdApp" Type="${office}/relationships/extended-properties" Target="${PROPERTIES_PART}"/><Relationship Id="rIdCore" Type="${package_}/relationships/metadata/core-properties" Target="docProps/core.xml"/>` },
      },
      write: {
        files: () => ({
          [PROPERTIES_PART]: `${declaration}<Properties xmlns="${office}/extended-properties"><Application>${APPLICATION}</Application></Properties>`,
          "docProps/core.xml": `${declaration}<cp:coreProperties xmlns:cp="${package_}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title></cp:coreProperties>`,
        }),
      },
    },
  };
}

const xmlText = (text: string): string => shownText(text).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The list of contents first, as programs expect; the rest by name. */
function inOrder(parts: Parts): Parts {
  const contents = "[Content_Types].xml";
  const names = Object.keys(parts).filter((name) => name !== contents).sort();
  return Object.fromEntries([contents, ...names].map((name) => [name, parts[name] ?? strToU8("")]));
}
