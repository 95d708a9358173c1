/**
 * Reads what stands on our sheets beside the figures. Sheets are asked for by the names that their tables usually have, in the request that
 * finds out which sheets are ours; what is called otherwise is asked for again.
 */
import { sheetDefinitions } from "../blueprint/definitions";
import { areaName } from "../blueprint/place";
import type { SheetBlueprint, SheetId } from "../blueprint/types";
import type { RuleLost } from "../validation/book";
import { anyBlueprint, highlightedColumns } from "../validation/drift/made";
import { columnKey, type Standing, type StandingSheet } from "../validation/standing";
import { queueRuleOf } from "./entry-rules";
import type { Found, FoundSheet } from "./identity";

/** How far lines are looked for from where they were made, when rows and columns were put in. */
const MORE_ROWS = 25;
const MORE_COLUMNS = 4;

export interface AskedStanding {
  /** Queues what turned out to be called otherwise. @returns whether there was any, so that another sync is needed */
  readonly further: (found: Found) => boolean;
  readonly read: (found: Found) => Standing;
}

/** `by` is the table or the tab that led to the sheet. */
interface AskedSheet { readonly id: SheetId; readonly sheet: Excel.Worksheet; readonly block: Excel.Range; readonly by: string }
interface AskedHighlights { readonly ours: string; readonly table: string; readonly header: string; readonly formats: Excel.ConditionalFormatCollection; readonly column: Excel.TableColumn }
interface AskedRule { readonly ours: string; readonly called: string; readonly cell: Excel.Range; readonly lost: () => RuleLost | null }

const blueprints: ReadonlyMap<SheetId, SheetBlueprint> = new Map(sheetDefinitions.map(({ id }) => [id, anyBlueprint(id)]));
const coloured = [...blueprints.values()].flatMap(highlightedColumns);
const ruledCells = [...blueprints.values()].flatMap(({ names, validations }) => names.flatMap(({ name, row, column, rows = 1 }) => {
  const validation = validations.find(({ area }) => rows === 1 && area.rows === 1 && area.top === row && area.left === column);
  return validation === undefined ? [] : [{ name, entry: validation.entry }];
}));

/** Cells that were asked for by a name already. */
export type CellCalled = (called: string) => Excel.Range | undefined;

/** Queues all of it under its usual names. Nothing here syncs. */
export function queueStanding(context: Excel.RequestContext, cellCalled: CellCalled): AskedStanding {
  const endings = ["", "_2"];
  const columns = endings.map((ending) => new Map([...new Set(coloured.map(({ table }) => table))].map((table) => [table, context.workbook.tables.getItemOrNullObject(table + ending).columns] as const)));
  const sheets = sheetDefinitions.flatMap(({ id, tab, tables: [table] }) => (table === undefined ? [tab, `${tab} (2)`].map((each) => askSheet(id, each, context.workbook.worksheets.getItemOrNullObject(each)))
    : endings.map((ending) => askSheet(id, table + ending, context.workbook.tables.getItemOrNullObject(table + ending).worksheet))));
  const highlights = coloured.flatMap(({ table, header }) => endings.flatMap((ending, index) => { const all = columns[index]?.get(table); return all === undefined ? [] : [askHighlights(all, table, table + ending, header)]; }));
  const rules = ruledCells.flatMap(({ name, entry }) => endings.flatMap((ending) => askRule(cellCalled, name, name + ending, entry)));
  return {
    further: (found) => {
      const [before, called] = [sheets.length + highlights.length + rules.length, found.naming.names];
      for (const { id, tab, worksheet } of found.sheets) if (!sheets.some((asked) => asked.id === id && isCalled(asked.by, ledBy(id, tab, called)))) sheets.push(askSheet(id, ledBy(id, tab, called), worksheet));
      for (const { table, header } of coloured) {
        const [name, heading] = [called.get(table), found.headings.get(table)?.get(header)];
        if (name !== undefined && heading !== undefined) highlights.push(askHighlights(context.workbook.tables.getItem(name).columns, table, name, header, heading));
        else if (name !== undefined && !highlights.some((asked) => asked.ours === table && isCalled(asked.table, name) && asked.header === header)) highlights.push(askHighlights(context.workbook.tables.getItem(name).columns, table, name, header));
      }
      for (const { name: ours, entry } of ruledCells) {
        const name = called.get(ours);
        if (name !== undefined && !rules.some((asked) => asked.ours === ours && isCalled(asked.called, name))) rules.push(...askRule(cellCalled, ours, name, entry));
      }
      return sheets.length + highlights.length + rules.length > before;
    },
    read: (found) => ({
      sheets: new Map(found.sheets.map((sheet) => [sheet.id, standingSheet(sheet, sheets, found.naming.names)])), called: found.naming.names, leads: found.naming.places, names: found.names, takenNames: found.taken.names,
      highlights: new Map(highlights.flatMap((asked) => highlightsOn(asked, found))),
      cellRules: new Map(rules.flatMap(({ ours, called, cell, lost }): readonly (readonly [string, RuleLost])[] => {
        const how = cell.isNullObject || !isCalled(found.naming.names.get(ours) ?? "", called) ? null : lost();
        return how === null ? [] : [[ours, how]];
      })),
    }),
  };
}

const isCalled = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** What leads to a sheet: its first table, or its tab where it has none or the table is gone. */
const ledBy = (id: SheetId, tab: string, called: ReadonlyMap<string, string>): string => called.get(sheetDefinitions.find((sheet) => sheet.id === id)?.tables[0] ?? "") ?? tab;

function askSheet(id: SheetId, by: string, sheet: Excel.Worksheet): AskedSheet {
  sheet.load("id");
  sheet.charts.load("items/name");
  return { id, sheet, by, block: sheet.getRange(areaName(blockOf(id))).load("formulas") };
}

/** All single cells, the heads of tables, and some way on. */
function blockOf(id: SheetId): { readonly top: 0; readonly left: 0; readonly rows: number; readonly columns: number } {
  const { cells, tables } = blueprints.get(id) ?? { cells: [], tables: [] };
  const rows = Math.max(...cells.map(({ row }) => row), ...tables.map(({ top }) => top)) + 1;
  const columns = Math.max(...cells.map(({ column }) => column), 1) + 1;
  return { top: 0, left: 0, rows: rows + MORE_ROWS, columns: columns + MORE_COLUMNS };
}

/** @param heading - what the column's heading reads now */
function askHighlights(columns: Excel.TableColumnCollection, ours: string, table: string, header: string, heading = header): AskedHighlights {
  const column = columns.getItemOrNullObject(heading).load("name");
  const formats = column.getDataBodyRange().conditionalFormats.load("items/type,items/customOrNullObject/rule/formula");
  return { ours, table, header, column, formats };
}

function askRule(cellCalled: CellCalled, ours: string, called: string, entry: Parameters<typeof queueRuleOf>[1]): readonly AskedRule[] {
  const cell = cellCalled(called);
  return cell === undefined ? [] : [{ ours, called, cell, lost: queueRuleOf(cell, entry) }];
}

function standingSheet({ tab, id, visibility, marked, protected: isProtected }: FoundSheet, asked: readonly AskedSheet[], called: ReadonlyMap<string, string>): StandingSheet {
  const read = asked.find((each) => each.id === id && isCalled(each.by, ledBy(id, tab, called)) && !each.sheet.isNullObject);
  return {
    visibility, marked, protected: isProtected, block: read === undefined ? null : read.block.formulas as (string | number | boolean)[][],
    charts: read?.sheet.charts.items.map(({ name }) => name) ?? [],
  };
}

function highlightsOn({ ours, table, header, column, formats }: AskedHighlights, found: Found): readonly (readonly [string, readonly string[]])[] {
  if (column.isNullObject || !isCalled(found.naming.names.get(ours) ?? "", table)) return [];
  const custom = formats.items.filter(({ type }) => type === "Custom");
  return [[columnKey(ours, header), custom.map(({ customOrNullObject }) => customOrNullObject.rule.formula)]];
}
