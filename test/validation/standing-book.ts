/** A book with all that stands beside its figures, as it would be read from the sheets as they are made; and ways to spoil it. */
import { sheetDefinitions } from "../../src/blueprint/definitions";
import { coreSheets, emptyExtent, sheetBlueprint } from "../../src/blueprint/workbook-blueprint";
import type { SheetBlueprint, SheetId } from "../../src/blueprint/types";
import { a1 } from "../../src/blueprint/place";
import { styles } from "../../src/blueprint/theme";
import type { Book, BookTable, Cell } from "../../src/validation/book";
import { highlightedColumns } from "../../src/validation/drift/made";
import { columnKey, type Standing, type StandingSheet } from "../../src/validation/standing";
import { exampleBook, setup } from "./example-book";

const blueprints: readonly SheetBlueprint[] = coreSheets.map((id) => sheetBlueprint(id, setup, emptyExtent(setup)));

type Block = NonNullable<StandingSheet["block"]>;

function blockOf({ cells, tables }: SheetBlueprint): Block {
  const rows = Math.max(...cells.map(({ row }) => row), ...tables.map(({ top }) => top)) + 10;
  return Array.from({ length: rows }, (_, row) => Array.from({ length: 6 }, (__, column) => {
    const holds = cells.find((cell) => cell.row === row && cell.column === column)?.holds ?? null;
    const head = tables.find(({ top }) => top === row)?.columns[column]?.header;
    if (holds === null) return head ?? "";
    return "formula" in holds ? holds.formula : "text" in holds ? holds.text : "number" in holds ? holds.number : holds.date;
  }));
}

const leads = new Map(blueprints.flatMap(({ tab, names }) => names.map(({ name, row, column, rows = 1 }) => [name, `='${tab}'!$${a1(row, column).replace(/(\d)/, "$$$1")}${rows > 1 ? `:$${a1(row + rows - 1, column).replace(/(\d)/, "$$$1")}` : ""}`] as const)));

const standing: Standing = {
  sheets: new Map(blueprints.map((blueprint) => [blueprint.id, { visibility: "Visible", marked: true, protected: false, block: blockOf(blueprint), charts: blueprint.charts.map(({ name }) => name) }])),
  called: new Map([...leads.keys(), ...sheetDefinitions.flatMap(({ tables }) => tables)].map((name) => [name, name])), leads, names: leads,
  takenNames: [...leads.keys(), ...sheetDefinitions.flatMap(({ tables }) => tables)],
  highlights: new Map(blueprints.flatMap((blueprint) => highlightedColumns(blueprint).map(({ table, header, highlights }) => [columnKey(table, header), highlights.map(({ when }) => when)] as const))),
  cellRules: new Map(),
};

/** Tables as the template fills them, in place of those that only figures are looked up in. */
function whole(book: Book): Book {
  const tables = blueprints.flatMap(({ id, tab, tables: made }) => made.map(({ name, top, left, columns, rows }): [string, BookTable] => {
    const there = book.tables.get(name);
    const count = there === undefined || there.rows.length === 0 ? rows.length : there.rows.length;
    const cells = Array.from({ length: count }, (_, row) => columns.map(({ holds, header }, index): Cell => {
      const cell = there?.rows[row]?.[there.headers.indexOf(header)] ?? { kind: "blank", value: "", numberFormat: "", formula: null };
      if (holds.kind === "formula") return { ...cell, kind: cell.kind === "blank" ? "number" : cell.kind, value: cell.kind === "blank" ? 0 : cell.value, formula: holds.formula };
      const held = rows[row]?.[index] ?? null;
      return holds.kind !== "written" || held === null ? cell : "number" in held ? { ...cell, kind: "number", value: held.number } : "text" in held ? { ...cell, kind: "text", value: held.text } : cell;
    }));
    return [name, { sheet: id, tab, name, top, left, headers: columns.map(({ header }) => header), rows: cells, ruleLost: new Map() }];
  }));
  return { ...book, tables: new Map([...book.tables, ...tables]) };
}

/** The Cover's cells as they are made: text in cells for text. */
function onCover({ named }: Book): Book["named"] {
  const { cells } = sheetBlueprint("cover", setup);
  return new Map([...named].map(([name, each]) => {
    const style = cells.find(({ row, column }) => row === each.row && column === each.column)?.style ?? "text";
    return [name, { ...each, cell: { ...each.cell, numberFormat: styles[style].numberFormat } }];
  }));
}

const example = exampleBook();
export const standingBook: Book = { ...whole(example), named: onCover(example), standing };

/** With formulas that followed a heading to its new name, as Excel has it. */
export const withHeading = (name: string, header: string, now: string, book = standingBook): Book => {
  const renamed = withTable(name, (table) => ({ ...table, headers: table.headers.map((each) => (each === header ? now : each)) }), book);
  const followed = (formula: string | null): string | null => (formula === null ? null : formula.split(`[${header}]`).join(`[${now}]`));
  return { ...renamed, tables: new Map([...renamed.tables].map(([each, table]) => [each, { ...table, rows: table.rows.map((row) => row.map((cell) => ({ ...cell, formula: followed(cell.formula) }))) }])) };
};

const spoilt = (book: Book, change: (standing: Standing) => Standing): Book => ({ ...book, standing: change(book.standing ?? standing) });

/** With one of the sheets standing otherwise. */
export const withSheet = (id: SheetId, change: (sheet: StandingSheet) => StandingSheet, book = standingBook): Book => spoilt(book, (all) => {
  const sheet = all.sheets.get(id);
  if (sheet === undefined) throw new RangeError(`No sheet ${id}.`);
  return { ...all, sheets: new Map([...all.sheets, [id, change(sheet)]]) };
});

/** With something else in a cell of the lines above or beside the tables. */
export const withLine = (id: SheetId, row: number, column: number, held: string | number, book = standingBook): Book => withSheet(id, (sheet) => ({
  ...sheet, block: (sheet.block ?? []).map((cells, down) => (down !== row ? cells : cells.map((cell, along) => (along === column ? held : cell)))),
}), book);

/** With rows put in above. */
export const withRowsAbove = (id: SheetId, at: number, count: number, book = standingBook): Book => {
  const put = withSheet(id, (sheet) => ({ ...sheet, block: [...(sheet.block ?? []).slice(0, at), ...Array.from({ length: count }, () => ["", "", "", "", "", ""]), ...(sheet.block ?? []).slice(at)] }), book);
  return { ...put, tables: new Map([...put.tables].map(([name, table]) => [name, table.sheet === id && table.top >= at ? { ...table, top: table.top + count } : table])) };
};

export const withoutRow = (id: SheetId, at: number, book = standingBook): Book => {
  const taken = withSheet(id, (sheet) => ({ ...sheet, block: (sheet.block ?? []).filter((_, row) => row !== at) }), book);
  const tab = taken.sheets.find((sheet) => sheet.id === id)?.tab ?? "";
  const leads = new Map([...standing.leads].map(([name, lead]) => [name, lead.startsWith(`='${tab}'!`) ? lead.replace(/\$(\d+)/g, (_, row: string) => `$${Number(row) - 1 > at ? Number(row) - 1 : row}`) : lead] as const));
  return { ...withStanding({ leads, names: leads }, taken), tables: new Map([...taken.tables].map(([name, table]) => [name, table.sheet === id && table.top > at ? { ...table, top: table.top - 1 } : table])) };
};

export const withStanding = (change: Partial<Standing>, book = standingBook): Book => spoilt(book, (all) => ({ ...all, ...change }));
export const standingWhole: Standing = standing;
export const without = <K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> => new Map([...map].filter(([each]) => each !== key));

/** With something else in a cell of a table. */
export function withTableCell(name: string, row: number, header: string, cell: Partial<Cell>, book = standingBook): Book {
  return withTable(name, (table) => ({ ...table, rows: table.rows.map((cells, index) => (index !== row && row >= 0 ? cells : cells.map((each, column) => (table.headers[column] === header ? { ...each, ...cell } : each)))) }), book);
}

export function withTable(name: string, change: (table: BookTable) => BookTable, book = standingBook): Book {
  const table = book.tables.get(name);
  if (table === undefined) throw new RangeError(`No table ${name}.`);
  return { ...book, tables: new Map([...book.tables, [name, change(table)]]) };
}
