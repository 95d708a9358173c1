/** Queues a sheet of ours being made again from the figures of today: tables keep their place and their name, so that formulas that point at them go on working. */
import { areaName } from "../blueprint/place";
import type { Rectangle, SheetBlueprint, TableBlueprint } from "../blueprint/types";
import type { FoundSheet } from "./identity";
import type { Naming } from "./naming";
import type { TableReading, TemplateReading } from "./read-template";
import { queueChart } from "./write-chart";
import { queuePrint, type Footer } from "./write-print";
import { queueLinks } from "./write-cells";
import { queueRules, queueWorkings } from "./write-sheet";
import { queueGround } from "./write-style";
import { queueEntries } from "./write-table";

/** Rows of sentences that an earlier version may have left. */
const OLD_SENTENCES = "A1:A80";

/** Why a sheet cannot be made again in its place: a table was deleted, or its columns were renamed, moved or put between. Null when it can. */
export function unfit(blueprint: SheetBlueprint, reading: TemplateReading): string | null {
  for (const { name, columns } of blueprint.tables) {
    const read = reading.tables.get(name);
    if (read === undefined) return `its table ${name} is gone`;
    const wrong = columns.find((column, index) => read.headers[index] !== column.header);
    if (wrong !== undefined) return `its table ${read.name} should have a column "${wrong.header}" in its old place`;
  }
  return null;
}

/** @param blueprint - of a sheet that holds only what is worked out; all its tables are in `reading` */
export function queueRemake(context: Excel.RequestContext, { worksheet }: FoundSheet, blueprint: SheetBlueprint, reading: TemplateReading, naming: Naming, footer: Footer): void {
  const standing = moved(blueprint, reading);
  for (const table of standing.tables) {
    const read = reading.tables.get(table.name);
    if (read !== undefined) queueRowCount(context, read, table.rows.length);
  }
  if (standing.tables.length === 0) {
    worksheet.getRange(OLD_SENTENCES).clear();
    queueGround(worksheet.getRange(OLD_SENTENCES));
  }
  for (const area of new Set(standing.highlights.map((highlight) => areaName(highlight.area)))) worksheet.getRange(area).conditionalFormats.clearAll();
  for (const table of standing.tables) queueEntries(worksheet, table, naming);
  queueWorkings(worksheet, standing, naming);
  queueLinks(worksheet, standing.cells, naming);
  queueRules(worksheet, standing, naming);
  const present = reading.charts.get(blueprint.id) ?? [];
  for (const chart of standing.charts) {
    if (present.includes(chart.name)) worksheet.charts.getItem(chart.name).delete();
    queueChart(context, worksheet, chart, naming);
  }
  queuePrint(worksheet, standing, footer);
}

function queueRowCount(context: Excel.RequestContext, read: TableReading, wanted: number): void {
  const { rows } = context.workbook.tables.getItem(read.name);
  const missing = wanted - read.rows.length;
  if (missing > 0) rows.add(undefined, Array.from({ length: missing }, () => read.headers.map(() => "")));
  for (let index = read.rows.length - 1; index >= wanted; index--) rows.getItemAt(index).delete();
}

/**
 * The blueprint where the sheet stands now. Where somebody inserted rows or columns, the lines above the tables are left as they are: they
 * are formulas, moved along with the rest and still right.
 */
function moved(blueprint: SheetBlueprint, reading: TemplateReading): SheetBlueprint {
  const places = blueprint.tables.map((table) => ({ table, read: reading.tables.get(table.name) }));
  const atHome = places.every(({ table, read }) => read === undefined || (read.top === table.top && read.left === table.left));
  if (atHome) return blueprint;
  const last = places[places.length - 1];
  const down = (last?.read?.top ?? 0) - (last?.table.top ?? 0);
  const right = (last?.read?.left ?? 0) - (last?.table.left ?? 0);
  const tables: readonly TableBlueprint[] = places.map(({ table, read }) => (read === undefined ? table : { ...table, top: read.top, left: read.left }));
  const shifted = <T extends { readonly area: SheetBlueprint["charts"][number]["area"] }>(each: T): T => ({ ...each, area: { ...each.area, top: each.area.top + down, left: each.area.left + right } });
  return {
    ...blueprint, tables, cells: [], rowHeights: {}, charts: blueprint.charts.map(shifted),
    highlights: [],
    print: { ...blueprint.print, titleRow: blueprint.print.titleRow === null ? null : blueprint.print.titleRow + down, parts: (blueprint.print.parts ?? []).map((part) => reaching(part, down, right)) },
  };
}

/** A part that starts at the sheet's corner still does, and reaches as far as its last cell moved. */
function reaching(part: Rectangle, down: number, right: number): Rectangle {
  const [top, left] = [part.top === 0 ? 0 : part.top + down, part.left === 0 ? 0 : part.left + right];
  return { top, left, rows: part.top + part.rows + down - top, columns: part.left + part.columns + right - left };
}
