/** The smallest package that Excel opens, with a workbook's values as plain cells: something for parts under test to be written into. */
import { strToU8 } from "fflate";
import { cellName } from "../../../src/host/workbook/area";
import { isError } from "../../../src/host/workbook/values";
import type { Workbook } from "../../../src/host/workbook/workbook";
import { Package } from "../../../src/host/file/package/package";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const escape = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

export const sheetPart = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;

function sheetXml(workbook: Workbook, index: number, drawing: string | null): string {
  const rows = new Map<number, string[]>();
  const entries = [...(workbook.sheets[index]?.entries() ?? [])].sort(([r1, c1], [r2, c2]) => r1 - r2 || c1 - c2);
  for (const [row, column, { value }] of entries) {
    if (value === null || typeof value === "boolean" || isError(value)) continue;
    const at = cellName(row, column);
    const cell = typeof value === "number" ? `<c r="${at}"><v>${value}</v></c>` : `<c r="${at}" t="inlineStr"><is><t>${escape(value)}</t></is></c>`;
    rows.set(row, [...(rows.get(row) ?? []), cell]);
  }
  const data = [...rows].map(([row, cells]) => `<row r="${row + 1}">${cells.join("")}</row>`).join("");
  return `<worksheet xmlns="${MAIN}" xmlns:r="${REL}"><sheetData>${data}</sheetData><pageMargins left="0.4" right="0.4" top="0.4" bottom="0.4" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/>${drawing === null ? "" : `<drawing r:id="${drawing}"/>`}</worksheet>`;
}

const relationships = (entries: readonly string[]): string => `<Relationships xmlns="${PACKAGE}/relationships">${entries.join("")}</Relationships>`;

/** @param drawings - by sheet, the relationship its `<drawing>` names */
export function plainParts(workbook: Workbook, drawings: readonly (string | null)[] = []): Map<string, Uint8Array> {
  const sheets = workbook.sheets.map(({ name }, index) => ({ name, part: sheetPart(index), id: `rId${index + 1}` }));
  const texts: readonly (readonly [string, string])[] = [
    ["[Content_Types].xml", `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${sheets.map(({ part }) => `<Override PartName="/${part}" ContentType="${TYPE}.worksheet+xml"/>`).join("")}</Types>`],
    ["_rels/.rels", relationships([`<Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/>`])],
    ["xl/workbook.xml", `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets>${sheets.map(({ name, id }, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}" r:id="${id}"/>`).join("")}</sheets></workbook>`],
    ["xl/_rels/workbook.xml.rels", relationships(sheets.map(({ part, id }) => `<Relationship Id="${id}" Type="${REL}/worksheet" Target="${part.slice(3)}"/>`))],
    ...sheets.map(({ part }, index) => [part, sheetXml(workbook, index, drawings[index] ?? null)] as const),
  ];
  return new Map(texts.map(([name, text]) => [name, strToU8(text)]));
}

export const plainPackage = (workbook: Workbook, drawings: readonly (string | null)[] = []): Package => new Package(plainParts(workbook, drawings));
