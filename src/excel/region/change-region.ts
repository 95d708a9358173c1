/** Changes a region's sheets: reads what stands, has it decided, makes what is missing, and writes in as many requests as the rows need. */
import { regionDefinitions, regionSheet, regionTables } from "../../blueprint/region/region-sheets";
import type { Holding, RegionSheetId } from "../../blueprint/types";
import { roundHiddenTabs } from "../hidden-tabs";
import { findOurs, sheetOf, type Found } from "../identity";
import { nameNewSheets, nameOf, tabOf, type Naming } from "../naming";
import { ExcelProblem, isOnlyUnseen } from "../problem";
import { assertFree } from "../protection";
import { inExcel } from "../session";
import { takenBack, type Adding } from "../take-back";
import { FIRST_CELL, queueNewSheets } from "../write-sheet";
import { readRegion, type RegionReading, type RegionTable } from "./read-region";
import { writingsFor, type Writing } from "./write-region";

/** A row of a table. `from` is the first column that is written: what people filled in before it stays. */
export interface RowChange { readonly holds: readonly Holding[]; readonly from: number }

/** What a table is to hold from now on. */
export interface TableChange { readonly table: string; readonly rows: readonly RowChange[] }

export interface RegionChange {
  /** Single cells to write, by our own spelling; words go into text cells. */
  readonly named: ReadonlyMap<string, string | number>;
  readonly tables: readonly TableChange[];
  readonly footer: { readonly organisation: string; readonly period: string };
  /** The sheet to bring into view. */
  readonly show: RegionSheetId;
}

/** Where a table stands, by its header's first cell from 0. */
export type TablePlace = Pick<RegionTable, "tab" | "top" | "left">;

export type RegionChanged =
  | { readonly kind: "done"; readonly added: readonly string[]; readonly places: ReadonlyMap<string, TablePlace>; readonly unseen: boolean }
  /** The columns of a sheet's table are not those that we made. Nothing was written. */
  | { readonly kind: "changed"; readonly tab: string; readonly header: string }
  | { readonly kind: "as-it-is" };

/** Tables whose rows are read: the others are made anew from these. */
export interface Deciding {
  readonly doing: string;
  readonly read: readonly string[];
  /** What it throws stops everything before anything is written. Null: nothing is to be changed. */
  readonly decide: (reading: RegionReading) => Promise<RegionChange | null>;
  readonly wrote: (done: number, of: number) => void;
}

/**
 * Two syncs to read, one and more to write: one for every 700 KB.
 * @throws TakenBack when Excel refuses while writing
 */
export function changeRegion(deciding: Deciding): Promise<RegionChanged> {
  return roundHiddenTabs((taken) => changeOnce(deciding, taken));
}

interface Begun { adding?: Adding; done?: RegionChanged }

async function changeOnce(deciding: Deciding, takenTabs: readonly string[]): Promise<RegionChanged> {
  const begun: Begun = {};
  try {
    return await inExcel(deciding.doing, (context) => changing(context, deciding, takenTabs, begun));
  } catch (error) {
    if (!(error instanceof ExcelProblem) || begun.adding === undefined) throw error;
    if (begun.done !== undefined && isOnlyUnseen(error)) return begun.done.kind === "done" ? { ...begun.done, unseen: true } : begun.done;
    throw await takenBack(error, begun.adding);
  }
}

async function changing(context: Excel.RequestContext, { doing, read, decide, wrote }: Deciding, takenTabs: readonly string[], begun: Begun): Promise<RegionChanged> {
  const found = await findOurs(context);
  const reading = await readRegion(context, found, new Set(read));
  const change = await decide(reading);
  if (change === null) return { kind: "as-it-is" };
  const odd = oddIn(reading, change);
  if (odd !== null) return odd;
  const { missing, naming } = missingFor(change, found, takenTabs);
  assertFree(found, { structure: missing.length > 0, sheets: change.tables.flatMap(({ table }) => reading.tables.get(table)?.sheet ?? []) }, doing);
  begun.adding = { tabs: missing.map((id) => tabOf(naming, id)), names: missing.flatMap((id) => namesOf(id)).map((name) => nameOf(naming, name)), touched: found.region.length > 0 };
  const tables = change.tables.map((each) => ({ ...each, standing: reading.tables.get(each.table) ?? madeTable(each.table, naming) }));
  const requests = [...inRequests([...firstWritings(context, change, missing, naming, found), ...tables.flatMap((each) => writingsFor(context, each, naming))])];
  const done: RegionChanged = { kind: "done", added: begun.adding.tabs, places: new Map(tables.map(({ table, standing }) => [table, standing])), unseen: false };
  await inTurn(context, requests, 0, wrote, () => {
    const sheet = context.workbook.worksheets.getItem(tabOf(naming, change.show));
    sheet.activate();
    sheet.getRange(FIRST_CELL).select();
    begun.done = done;
  });
  return done;
}

/** Our first column that is not where we put it. */
function oddIn(reading: RegionReading, { tables }: RegionChange): RegionChanged | null {
  for (const { table } of tables) {
    const stands = reading.tables.get(table);
    const lost = stands === undefined ? undefined : regionTables.get(table)?.columns.find(({ header }, index) => stands.headers[index] !== header);
    if (stands !== undefined && lost !== undefined) return { kind: "changed", tab: stands.tab, header: lost.header };
  }
  return null;
}

const namesOf = (id: RegionSheetId): readonly string[] => regionDefinitions.find((sheet) => sheet.id === id)?.names ?? [];

/** The register comes with any of them, since all their sentences lead to it. */
function missingFor({ tables, show }: RegionChange, found: Found, takenTabs: readonly string[]): { readonly missing: readonly RegionSheetId[]; readonly naming: Naming } {
  const wanted = new Set<RegionSheetId>(["returns-register", show, ...tables.flatMap(({ table }) => regionDefinitions.find((sheet) => sheet.tables.includes(table))?.id ?? [])]);
  const missing = regionDefinitions.map(({ id }) => id).filter((id) => wanted.has(id) && sheetOf(found, id) === undefined);
  return { missing, naming: nameNewSheets(missing.map((id) => regionSheet(id)), found.regionNaming, { ...found.taken, tabs: [...found.taken.tabs, ...takenTabs] }) };
}

function madeTable(ours: string, naming: Naming): RegionTable {
  const definition = regionDefinitions.find(({ tables }) => tables.includes(ours));
  const blueprint = definition === undefined ? undefined : regionSheet(definition.id).tables.find(({ name }) => name === ours);
  if (definition === undefined || blueprint === undefined) throw new RangeError(`No sheet of a region has a table ${ours}.`);
  return { sheet: definition.id, tab: tabOf(naming, definition.id), name: nameOf(naming, ours), top: blueprint.top, left: blueprint.left, headers: blueprint.columns.map(({ header }) => header), rowCount: 1, rows: [] };
}

/** Bytes that the sheets themselves may take, without rows. */
const SHEET_BYTES = 65_000;

function firstWritings(context: Excel.RequestContext, change: RegionChange, missing: readonly RegionSheetId[], naming: Naming, found: Found): readonly Writing[] {
  return [{
    bytes: missing.length * SHEET_BYTES,
    queue: () => {
      for (const orphan of found.orphans) context.workbook.names.getItem(orphan).delete();
      queueNewSheets(context, { sheets: missing.map((id) => regionSheet(id)) }, naming, change.footer);
      for (const [ours, value] of change.named) context.workbook.names.getItem(nameOf(naming, ours)).getRange().values = [[value]];
    },
  }];
}

/** A request of 1 MB is the most that we send; Excel on the web takes five. */
const BYTES_A_REQUEST = 700_000;

function inRequests(writings: readonly Writing[]): readonly (readonly Writing[])[] {
  const requests: Writing[][] = [];
  let room = 0;
  for (const writing of writings) {
    if (requests.length === 0 || writing.bytes > room) { requests.push([]); room = BYTES_A_REQUEST; }
    room -= writing.bytes;
    requests[requests.length - 1]?.push(writing);
  }
  return requests;
}

async function inTurn(context: Excel.RequestContext, [first, ...others]: readonly (readonly Writing[])[], done: number, wrote: Deciding["wrote"], atLast: () => void): Promise<void> {
  if (first === undefined) return;
  wrote(done, done + 1 + others.length);
  context.workbook.application.suspendApiCalculationUntilNextSync();
  context.workbook.application.suspendScreenUpdatingUntilNextSync();
  for (const { queue } of first) queue();
  if (others.length === 0) atLast();
  await context.sync();
  await inTurn(context, others, done + 1, wrote, atLast);
}
