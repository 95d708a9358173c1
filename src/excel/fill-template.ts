/** Puts figures into the entry sheets, row by row where their keys stand. Finds columns by header, so moved columns and added rows do no harm. */
import type { Setup } from "../blueprint/setup";
import { demandTable } from "../blueprint/sheets/demand-and-supply";
import { profileTable } from "../blueprint/sheets/profile";
import { nameKey } from "../domain/taxonomy";
import { findOurs, sheetOf } from "./identity";
import { assertFree } from "./protection";
import { columnIn, readTemplate, type CellReading, type TableReading, type TemplateReading } from "./read-template";
import { inExcel } from "./session";
import { enteredIn, groupNamesIn, setupOnCover } from "./template-state";

/** What goes into one table: for each set of key cells, cells by header. A date is ISO text. */
export interface Filling { readonly keys: readonly string[]; readonly rows: readonly Readonly<Record<string, string | number>>[] }

export interface Fillings { readonly demand: Filling; readonly profile: Filling }

export type Filled =
  | { readonly kind: "done"; readonly cells: number; readonly sheets: readonly string[] }
  | { readonly kind: "missing" }
  | { readonly kind: "entered"; readonly cells: number };

/** What a filling is made from. */
export interface Keys { readonly roleGroups: readonly string[]; readonly groupNames: readonly string[]; readonly setup: Partial<Setup> }

const DOING = "filling in figures";

/**
 * Four syncs. Nothing is written when other figures have been entered already, unless `overwrite`.
 * @param fillingsFor - what to put in, for the role groups and groups that the workbook has
 */
export function fillTemplate(overwrite: boolean, fillingsFor: (keys: Keys) => Fillings): Promise<Filled> {
  return inExcel(DOING, async (context): Promise<Filled> => {
    const found = await findOurs(context);
    const [demand, profile] = [sheetOf(found, "demand"), sheetOf(found, "profile")];
    if (demand === undefined || profile === undefined) return { kind: "missing" };
    const reading = await readTemplate(context, found);
    const [demandRead, profileRead] = [reading.tables.get(demandTable.name), reading.tables.get(profileTable.name)];
    if (demandRead === undefined || profileRead === undefined) return { kind: "missing" };
    const fillings = fillingsFor(keysIn(reading));
    const work = [{ read: demandRead, filling: fillings.demand }, { read: profileRead, filling: fillings.profile }];
    const entered = enteredIn(demandTable, reading) + enteredIn(profileTable, reading);
    if (!overwrite && entered > 0 && !work.every(({ read, filling }) => holdsAlready(read, filling))) return { kind: "entered", cells: entered };
    assertFree(found, { structure: false, sheets: ["demand", "profile"] }, DOING);
    const cells = work.map(({ read, filling }) => queueFilling(context, read, filling));
    await context.sync();
    return { kind: "done", cells: cells.reduce((sum, count) => sum + count, 0), sheets: [demand.tab, profile.tab] };
  });
}

function keysIn(reading: TemplateReading): Keys {
  const roleGroups = columnIn(reading.tables.get(demandTable.name), "Role group").map(String).filter((name) => name.trim() !== "");
  return { roleGroups, groupNames: groupNamesIn(reading), setup: setupOnCover(reading) };
}

const keyOf = (cells: readonly (string | number | boolean | undefined)[]): string => JSON.stringify(cells.map((cell) => nameKey(String(cell ?? ""))));

/** For each row of the table what goes into it, or undefined where nothing does. */
function matched(read: TableReading, { keys, rows }: Filling): readonly (Readonly<Record<string, string | number>> | undefined)[] {
  const byKey = new Map(rows.map((row) => [keyOf(keys.map((key) => row[key])), row]));
  return read.rows.map((cells) => byKey.get(keyOf(keys.map((key) => cells[read.headers.indexOf(key)]))));
}

function headersOf({ keys, rows }: Filling): readonly string[] {
  return Object.keys(rows[0] ?? {}).filter((header) => !keys.includes(header));
}

/** A column at a time, so that formulas of columns between are not touched. A row that has no figures keeps what it has. */
function queueFilling(context: Excel.RequestContext, read: TableReading, filling: Filling): number {
  const rows = matched(read, filling);
  const table = context.workbook.tables.getItem(read.name);
  const headers = headersOf(filling).filter((header) => read.headers.includes(header));
  for (const header of headers) {
    const index = read.headers.indexOf(header);
    // Null leaves a cell as it is.
    const cells = rows.map((row): (CellReading | null)[] => [row === undefined ? null : row[header] ?? null]);
    table.columns.getItemAt(index).getDataBodyRange().values = cells;
  }
  table.getDataBodyRange().getEntireRow().format.autofitRows();
  return rows.filter((row) => row !== undefined).length * headers.length;
}

/** Dates come back as day numbers, so they are not compared. */
function holdsAlready(read: TableReading, filling: Filling): boolean {
  const headers = headersOf(filling).filter((header) => header !== "As-at date" && read.headers.includes(header));
  return matched(read, filling).every((row, index) => row === undefined || headers.every((header) => String(read.rows[index]?.[read.headers.indexOf(header)] ?? "") === String(row[header])));
}
