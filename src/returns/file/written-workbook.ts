/** Writes sheets of cells as an .xlsx, by a library for the workbook and ours for what it has no option for: whose file it is, print set-up, and bytes that are always the same. */
import { strFromU8, strToU8 } from "fflate";
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
    sheet: sheet.name, data: sheet.rows.map((row) => row.map((cell, column) => writtenCell(cell, sheet.widths[column] ?? 0))), columns: sheet.widths.map((width) => ({ width })), orientation: "landscape" as const, showGridLines: false, stickyRowsCount: sheet.frozenRows,
  })), { features: [printSetUp(sheets), properties(title), fontsInOrder] }).toBlob();
  return storedZip(inOrder(withoutShields(unpacked(new Uint8Array(await blob.arrayBuffer() as ArrayBuffer)))));
}

/** @param width - of its column, in characters */
function writtenCell(cell: ReturnCell | null, width: number): object | null {
  if (cell === null) return null;
  const look = writtenLook(cell.look, typeof cell.holds === "string" ? cell.holds : "", width);
  if (cell.holds === null) return { ...look, value: null };
  if (typeof cell.holds === "number") return { ...look, value: cell.holds, type: Number, ...(Number.isInteger(cell.holds) ? { format: "#,##0" } : {}) };
  // Words in a column of figures wrap: LibreOffice draws what stands right of an unwrapped one a little off its column.
  return { ...look, ...(cell.look === "figure" ? { wrap: true } : {}), value: escapedText(cell.holds), type: String };
}

/** Put before a text that the library would mistake for a name that every object of JavaScript has ("constructor"); taken away again from what it wrote. */
const SHIELD = "\ue000";
const SHIELDED = new RegExp(`(<t(?: xml:space="preserve")?>)${SHIELD}`, "g");

/** Workbooks write a character as _x000D_ where XML cannot hold it, so a text that looks like one is written with its own first sign so. */
function escapedText(text: string): string {
  const escaped = text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
  return escaped in {} || escaped.startsWith(SHIELD) ? `${SHIELD}${escaped}` : escaped;
}

function withoutShields(parts: Parts): Parts {
  const name = "xl/sharedStrings.xml";
  return { ...parts, [name]: strToU8(strFromU8(parts[name] ?? new Uint8Array()).replace(SHIELDED, "$1")) };
}

/** One page wide, headings on every page; the first sheet on one page. */
function printSetUp(sheets: readonly ReturnSheet[]): object {
  const titles = sheets.flatMap(({ name, frozenRows }, index) => (frozenRows === 0 ? [] : [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name.replace(/'/g, "''")}'!$${frozenRows}:$${frozenRows}</definedName>`]));
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml: string): string => xml.replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
          transformElementAttributes: (tag: string, attributes: Record<string, string | number>, _: unknown, { stickyRowsCount }: { readonly stickyRowsCount?: number }) =>
            (tag === "pageSetup" ? { ...attributes, fitToWidth: 1, fitToHeight: stickyRowsCount === 0 ? 1 : 0 } : attributes),
        },
        "xl/workbook.xml": { transform: (xml: string): string => xml.replace("<definedNames/>", titles.length === 0 ? "" : `<definedNames>${titles.join("")}</definedNames>`) },
      },
    },
  };
}

/** What a font is made of, in the order that the format asks for; the library has another, which Excel reads and strict readers refuse. */
const FONT_PARTS = ["b", "i", "u", "sz", "color", "name", "family", "scheme"];
const fontsInOrder = {
  files: {
    transform: {
      "xl/styles.xml": {
        transform: (xml: string): string => xml.replace(/<font>(.*?)<\/font>/g, (_, parts: string) => {
          const rank = (part: string): number => FONT_PARTS.indexOf(/^<(\w+)/.exec(part)?.[1] ?? "");
          return `<font>${(parts.match(/<[^>]+\/>/g) ?? []).sort((one, other) => rank(one) - rank(other)).join("")}</font>`;
        }),
      },
    },
  },
};

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
