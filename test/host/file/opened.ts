/** Means of the file tests: fixtures opened, parts of a save as text, parts compared. Shares no reading code with the host. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { openXlsx } from "../../../src/host/file/open-xlsx";
import type { OpenedFile } from "../../../src/host/file/opened-file";
import type { Cell, Sheet } from "../../../src/host/workbook/sheet";
import type { CellValue } from "../../../src/host/workbook/values";
import { cellName, parseArea } from "../../../src/host/workbook/area";

const repository = path.join(__dirname, "..", "..", "..");
/** A workbook with what analysts have: tables, rules, charts, notes, sparklines, print set-up, a hidden sheet. */
export const trustFile = path.join(repository, "assets", "examples", "trust-workforce.xlsx");
export const fixture = (name: string): string => path.join(repository, "test", "fixtures", "workbooks", name);

export function opened(file: string): { readonly bytes: Uint8Array; readonly file: OpenedFile } {
  const bytes = readFileSync(file);
  return { bytes, file: openXlsx(bytes, path.basename(file)) };
}

export const partText = (bytes: Uint8Array, part: string): string => strFromU8(unzipSync(bytes)[part] ?? strToU8(`no part ${part}`));
export const partNames = (bytes: Uint8Array): readonly string[] => Object.keys(unzipSync(bytes)).filter((name) => !name.endsWith("/")).sort();

export interface PartChanges { readonly changed: readonly string[]; readonly gone: readonly string[]; readonly added: readonly string[] }
export function partChanges(before: Uint8Array, after: Uint8Array): PartChanges {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  const names = partNames(before);
  return {
    changed: names.filter((name) => { const part = now[name]; return part !== undefined && Buffer.compare(part, old[name] ?? new Uint8Array()) !== 0; }),
    gone: names.filter((name) => now[name] === undefined),
    added: partNames(after).filter((name) => old[name] === undefined),
  };
}

/** A small workbook from the text of its parts; what is not given is as plain as can be. */
export function fileOf(parts: Readonly<Record<string, string>>): Uint8Array {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const all: Readonly<Record<string, string>> = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `<sst xmlns="${main}"/>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData/></worksheet>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
}

/** A sheet part from what stands in its `sheetData`. */
export const sheetOf = (rows: string): Readonly<Record<string, string>> => ({ "xl/worksheets/sheet1.xml": `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>` });

export function cellAt(sheet: Sheet, name: string): Cell {
  const area = parseArea(name);
  if (area === null) throw new Error(`${name} is no cell.`);
  return sheet.cell(area.top, area.left);
}
export function put(sheet: Sheet, name: string, change: Partial<Cell>): void {
  const area = parseArea(name);
  if (area === null) throw new Error(`${name} is no cell.`);
  sheet.put(area.top, area.left, { ...sheet.cell(area.top, area.left), ...change });
}
/** Values by their cells' names. */
export function valuesOf(sheet: Sheet): Readonly<Record<string, CellValue>> {
  return Object.fromEntries([...sheet.entries()].map(([row, column, cell]) => [cellName(row, column), cell.value]));
}
export function sheetNamed(file: OpenedFile, name: string): Sheet {
  const sheet = file.workbook.sheetByName(name);
  if (sheet === null) throw new Error(`There is no sheet ${name}.`);
  return sheet;
}
