/**
 * Reads our sheets for the check: cells with what kind they are, how they are shown and whether a formula makes them. Everything is asked for
 * in one request, by the names that our tables and cells usually have; a second one follows only for what turns out to be called otherwise.
 */
import { returnHeader, thresholdEntries } from "../blueprint/sheets/cover";
import { furtherNumbers } from "../blueprint/sheets/further";
import { sheetDefinitions, type SheetDefinition } from "../blueprint/definitions";
import type { Book, BookTable, Cell, NamedCell } from "../validation/book";
import { cellFrom } from "./cell-from";
import { queueRuleCheck, type RulesLost } from "./entry-rules";
import { queueFinding, sheetOf, type Found, type FoundSheet } from "./identity";
import { ExcelProblem, isTooBig } from "./problem";
import { queueStanding } from "./read-standing";
import { CELLS_AT_MOST, readInBlocks, type Facet, type Read } from "./read-blocks";

export interface BookReading {
  readonly found: Found;
  readonly book: Book;
  /** What the Checks sheet says of the last check. */
  readonly checks: ChecksReading;
}

export interface ChecksReading {
  /** As a day number; null when there was no check. */
  readonly lastChecked: number | null;
  /** All entries as a text that changes with any of them, as the sheet works it out now; null where it cannot. */
  readonly fingerprint: string | null;
  readonly fingerprintThen: string | null;
  /** The same of sheets that are there only where they are wanted, each with a hyphen before it. */
  readonly further: string;
  /** Which rules the last check was made by; null where the sheet does not say. */
  readonly rules: string | null;
  /** In the order must fix, explain, note. */
  readonly counts: readonly [number, number, number];
}

/** A number is added where the name was taken; further ones are looked up by the second request. */
const USUAL_ENDINGS = ["", "_2"] as const;

const checksNames = ["nmLastChecked", "nmRules", "nmFingerprint", "nmCheckedFingerprint", "nmMustFix", "nmExplain", "nmNote", ...furtherNumbers] as const;
const coverNames = [...[...returnHeader, ...thresholdEntries].map((entry) => entry.name), "nmTemplateVersion"];
const FACETS = ["values", "valueTypes", "numberFormat", "formulas"] as const satisfies readonly Facet[];
const PLACE = "rowIndex,columnIndex";
/** What is asked of a table: its cells with the rest, or only how large it is, where its cells are more than an answer holds. */
type Wanted = "cells" | "size";

/** A range that was asked for by a name. It may turn out not to be there. */
interface Asked { readonly name: string; readonly range: Excel.Range; read?: Read | undefined }
interface AskedTable extends Asked { readonly ours: string; readonly ruleLost: () => RulesLost }

/**
 * One sync, or two where a table or cell of ours has a name that it does not usually have; more where tables are too large for one answer.
 * @returns what stands; a workbook without our sheets gives a book without sheets
 * @throws ExcelProblem "too-big" for a table of millions of cells
 */
export async function readBook(context: Excel.RequestContext): Promise<BookReading> {
  try {
    return await readWanting(context, "cells");
  } catch (error) {
    if (!isTooBig(error)) throw error;
    return readWanting(context, "size");
  }
}

async function readWanting(context: Excel.RequestContext, wanted: Wanted): Promise<BookReading> {
  const finding = queueFinding(context);
  const tables = allTables.flatMap((ours) => USUAL_ENDINGS.map((ending) => askTable(context, ours, ours + ending, wanted)));
  const cells = [...coverNames, ...checksNames].flatMap((ours) => USUAL_ENDINGS.map((ending) => askCell(context, ours + ending)));
  const standing = queueStanding(context, (called) => cells.find((cell) => isCalled(cell, called))?.range);
  await context.sync();
  const found = finding();
  const otherwise = [...found.naming.names].filter(([, actual]) => ![...tables, ...cells].some((asked) => isCalled(asked, actual)));
  for (const [ours, actual] of otherwise) {
    if (allTables.includes(ours)) tables.push(askTable(context, ours, actual, wanted));
    else if ([...coverNames, ...checksNames].includes(ours)) cells.push(askCell(context, actual));
  }
  // Rules of a column are asked for by its heading: where one was typed over, by what it reads now.
  for (const [ours, headings] of found.headings) tables.unshift(askTable(context, ours, found.naming.names.get(ours) ?? ours, wanted, headings));
  if (standing.further(found) || otherwise.length > 0 || found.headings.size > 0) await context.sync();
  if (wanted === "size") await readTables(context, tables.filter(({ ours, name, range }) => !range.isNullObject && found.naming.names.get(ours)?.toLowerCase() === name.toLowerCase()));
  const named = new Map([...coverNames, ...checksNames].flatMap((ours) => namedCell(ours, found, cells)));
  return { found, book: { ...bookSheets(found), tables: new Map(allTables.flatMap((ours) => bookTable(ours, found, context, tables))), named, standing: standing.read(found) }, checks: checksIn(named) };
}

const allTables: readonly string[] = sheetDefinitions.flatMap((sheet) => sheet.tables);

const isCalled = ({ name }: Asked, actual: string): boolean => name.toLowerCase() === actual.toLowerCase();

function askTable(context: Excel.RequestContext, ours: string, name: string, wanted: Wanted, headings?: ReadonlyMap<string, string>): AskedTable {
  const table = context.workbook.tables.getItemOrNullObject(name);
  return { ours, name, range: table.getRange().load(`${PLACE},${wanted === "size" ? "rowCount,columnCount" : FACETS.join(",")}`), ruleLost: queueRuleCheck(ours, table, headings) };
}

function askCell(context: Excel.RequestContext, name: string): Asked {
  return { name, range: context.workbook.names.getItemOrNullObject(name).getRangeOrNullObject().load(`${PLACE},${FACETS.join(",")}`) };
}

/** The cells of tables whose size was asked for. */
async function readTables(context: Excel.RequestContext, tables: readonly AskedTable[]): Promise<void> {
  const large = tables.map(({ range }) => ({ range, rows: range.rowCount, columns: range.columnCount }));
  if (large.some(({ rows, columns }) => rows * columns > CELLS_AT_MOST)) throw new ExcelProblem("too-big", "reading the workbook");
  const read = await readInBlocks(context, large, FACETS);
  tables.forEach((table, index) => { table.read = read[index]; });
}

function bookSheets({ sheets, copies, keptPack, logHead }: Found): Pick<Book, "sheets" | "copies" | "keptPack" | "logHead"> {
  return { sheets: sheets.map(({ id, tab }) => ({ id, tab })), copies, keptPack, logHead };
}

/** The sheet of ours that has this table or name, and what was read of it. */
function standing<A extends Asked>(ours: string, where: (sheet: SheetDefinition) => readonly string[], found: Found, asked: readonly A[]): { readonly sheet: FoundSheet; readonly asked: A } | null {
  const definition = sheetDefinitions.find((sheet) => where(sheet).includes(ours));
  const sheet = definition === undefined ? undefined : sheetOf(found, definition.id);
  const name = found.naming.names.get(ours);
  const read = name === undefined ? undefined : asked.find((each) => isCalled(each, name));
  return sheet === undefined || name === undefined || read === undefined || read.range.isNullObject ? null : { sheet, asked: read };
}

function bookTable(ours: string, found: Found, context: Excel.RequestContext, asked: readonly AskedTable[]): readonly (readonly [string, BookTable])[] {
  const stands = standing(ours, (sheet) => sheet.tables, found, asked);
  if (stands === null) return [];
  const { sheet, asked: { range, ruleLost } } = stands;
  const name = found.naming.names.get(ours) ?? "";
  const hasTotals = context.workbook.tables.items.some((table) => table.name === name && table.showTotals);
  const [header = [], ...rows] = cellsOf(stands.asked);
  return [[ours, {
    sheet: sheet.id, tab: sheet.tab, name, top: range.rowIndex, left: range.columnIndex,
    headers: header.map((cell) => String(cell.value)), rows: hasTotals ? rows.slice(0, -1) : rows, ruleLost: ruleLost(),
  }]];
}

function namedCell(ours: string, found: Found, asked: readonly Asked[]): readonly (readonly [string, NamedCell])[] {
  const stands = standing(ours, (sheet) => sheet.names, found, asked);
  const cell = stands === null ? undefined : cellsOf(stands.asked)[0]?.[0];
  return stands === null || cell === undefined ? [] : [[ours, { sheet: stands.sheet.id, tab: stands.sheet.tab, row: stands.asked.range.rowIndex, column: stands.asked.range.columnIndex, cell }]];
}

/** @throws ExcelProblem "too-big" where Excel gave nothing for so many cells */
function cellsOf({ range, read }: Asked): readonly (readonly Cell[])[] {
  const { values, valueTypes: types, numberFormat: formats, formulas }: Partial<Read> = read ?? range;
  if (values === undefined || values === null) throw new ExcelProblem("too-big", "reading the workbook");
  return values.map((row: readonly unknown[], down) => row.map((value, along) => cellFrom(value, types?.[down]?.[along], formats?.[down]?.[along], formulas?.[down]?.[along])));
}

function checksIn(named: ReadonlyMap<string, NamedCell>): ChecksReading {
  const at = (name: (typeof checksNames)[number]): Cell | undefined => named.get(name)?.cell;
  const number = (cell: Cell | undefined): number | null => (cell?.kind === "number" ? Number(cell.value) : null);
  const text = (cell: Cell | undefined): string | null => (cell === undefined || cell.kind === "blank" || cell.kind === "error" ? null : String(cell.value));
  return {
    lastChecked: number(at("nmLastChecked")), fingerprint: text(at("nmFingerprint")), fingerprintThen: text(at("nmCheckedFingerprint")), further: furtherNumbers.map((name) => { const own = text(at(name)); return own === null ? "" : `-${own}`; }).join(""), rules: text(at("nmRules")),
    counts: [number(at("nmMustFix")) ?? 0, number(at("nmExplain")) ?? 0, number(at("nmNote")) ?? 0],
  };
}
