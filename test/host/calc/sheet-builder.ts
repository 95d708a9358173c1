/** Workbooks for tests, written as they read: "A1" to a value, or to "=formula". */
import { parseArea, type Area } from "../../../src/host/workbook/area";
import type { Table } from "../../../src/host/workbook/features";
import { blankCell, type Sheet } from "../../../src/host/workbook/sheet";
import { Workbook } from "../../../src/host/workbook/workbook";

export function place(address: string): Area {
  const area = parseArea(address);
  if (area === null) throw new Error(`${address} is no address.`);
  return area;
}

export type Content = Readonly<Record<string, string | number | boolean>>;

export function fill(sheet: Sheet, content: Content): Sheet {
  for (const [address, value] of Object.entries(content)) {
    const { top, left } = place(address);
    const isFormula = typeof value === "string" && value.startsWith("=");
    sheet.put(top, left, isFormula ? { ...blankCell, formula: value.slice(1) } : { ...blankCell, value });
  }
  return sheet;
}

/** A workbook whose sheets have this content. */
export function workbookOf(sheets: Readonly<Record<string, Content>>): Workbook {
  const workbook = new Workbook();
  for (const [name, content] of Object.entries(sheets)) fill(workbook.addSheet(name), content);
  return workbook;
}

export function sheetOf(workbook: Workbook, name: string): Sheet {
  const sheet = workbook.sheetByName(name);
  if (sheet === null) throw new Error(`There is no sheet ${name}.`);
  return sheet;
}

/** What is in a sheet's cells, in the form that `workbookOf` takes; formats are left out. */
export function contentOf(sheet: Sheet): Content {
  const found: [number, number, string | number | boolean][] = [];
  for (const [row, column, cell] of sheet.entries()) {
    if (cell.formula !== null) found.push([row, column, `=${cell.formula}`]);
    else if (cell.value !== null) found.push([row, column, typeof cell.value === "object" ? cell.value.code : cell.value]);
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return Object.fromEntries(found.map(([row, column, value]) => [addressOf(row, column), value]));
}

const addressOf = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;

/** A table over cells that are there; its columns are called as its header cells say. */
export function addTable(sheet: Sheet, name: string, address: string, columns: readonly string[], traits: Partial<Table> = {}): Table {
  const area = place(address);
  const table: Table = {
    id: sheet.get("tables").length + 1, name, area, headerRow: true, totalsRow: false,
    columns: columns.map((column, index) => ({ id: index + 1, name: column, formula: null, totalsFunction: null, totalsLabel: null })),
    style: null, bandedRows: true, bandedColumns: false, firstColumn: false, lastColumn: false, filterButton: true, altText: { title: "", description: "" }, ...traits,
  };
  sheet.load({ tables: [...sheet.get("tables"), table] });
  return table;
}
