/** Reads a person's own sheets for the audit: cells with their formulas, tables, what is hidden and merged. Nothing is changed. */
import type { AuditBook, AuditSheet, AuditTable, Area, Lines } from "../validation/audit/audit-book";
import type { Cell } from "../validation/book";
import { cellFrom } from "./cell-from";
import { queueFinding, type Found } from "./identity";
import { sameTab } from "./naming";
import { readInBlocks, type Before, type Read } from "./read-blocks";

/** A sheet of more cells is nobody's own work, and takes minutes to fetch. */
const CELLS_OF_A_SHEET = 1_000_000;
/** And all that are looked through together. */
const CELLS_OF_ALL = 3_000_000;

export interface AuditReading {
  readonly book: AuditBook;
  /** Tabs that are too large to be looked through. */
  readonly tooLarge: readonly string[];
  /** Tabs that were asked for and are not there. */
  readonly unknown: readonly string[];
}

export interface AuditTelling {
  readonly before: Before;
  /** Waits where others have waited long enough; throws where the person stops it. */
  readonly rest: () => Promise<void>;
}

/**
 * Three syncs, and one for each portion of cells.
 * @param tabs - which sheets; null for all, hidden ones too. Ours are among them, for the people named in their comments
 */
export async function readForAudit(context: Excel.RequestContext, tabs: readonly string[] | null, telling: AuditTelling): Promise<AuditReading> {
  const { workbook } = context;
  const finding = queueFinding(context);
  workbook.application.iterativeCalculation.load("enabled");
  await context.sync();
  const found = finding();
  const all = workbook.worksheets.items;
  const asked = all.filter(({ name }) => tabs === null || tabs.some((tab) => sameTab(tab, name))).map(askSheet);
  await context.sync();
  const filled = asked.filter(({ used }) => !used.isNullObject);
  const read = withinBounds(filled);
  const begun = read.map((each) => ({ ...each, area: areaOf(each.used), lines: queueLines(each.used), ranges: each.tables.items.map((table) => ({ table, range: table.getRange().load(PLACE) })) }));
  if (begun.length > 0) await context.sync();
  const cells = await readInBlocks(context, begun.map(({ used }) => ({ range: used, rows: used.rowCount, columns: used.columnCount })), FACETS, telling.before);
  const sheets: AuditSheet[] = [];
  for (const [at, { sheet, area: { top, left }, merged, lines, ranges }] of begun.entries()) {
    const rows = await rowsOf(cells[at], telling.rest);
    sheets.push({
      tab: sheet.name, identity: ownIdentity(found, sheet), visibility: visibilities[sheet.visibility], top, left, rows, ...lines(),
      merged: merged === null || merged.isNullObject ? [] : merged.areas.items.map(areaOf), tables: ranges.map(tableFrom),
    });
  }
  return {
    book: { sheets, goesRound: workbook.application.iterativeCalculation.enabled },
    tooLarge: filled.filter((each) => !read.includes(each)).map(({ sheet }) => sheet.name), unknown: (tabs ?? []).filter((tab) => !all.some(({ name }) => sameTab(tab, name))),
  };
}

const FACETS = ["values", "valueTypes", "numberFormat", "formulas"] as const;
const PLACE = "rowIndex,columnIndex,rowCount,columnCount";
const visibilities = { Visible: "visible", Hidden: "hidden", VeryHidden: "very-hidden" } as const;

const ownIdentity = ({ sheets, region }: Found, { name }: Excel.Worksheet): AuditSheet["identity"] => [...sheets, ...region].find(({ tab }) => tab === name)?.id ?? null;
const areaOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area => ({ top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 });

interface AskedSheet { readonly sheet: Excel.Worksheet; readonly used: Excel.Range; readonly merged: Excel.RangeAreas | null; readonly tables: Excel.TableCollection }

function askSheet(sheet: Excel.Worksheet): AskedSheet {
  const used = sheet.getUsedRangeOrNullObject(true).load(`${PLACE},rowHidden,columnHidden`);
  // Which cells are merged, Excel tells since ExcelApi 1.13 only; without it, nothing is said of them.
  const merged = Office.context.requirements.isSetSupported("ExcelApi", "1.13") ? used.getMergedAreasOrNullObject().load("areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount") : null;
  sheet.load("visibility");
  return { sheet, used, merged, tables: sheet.tables.load("items/name,items/showHeaders,items/showTotals") };
}

/** Smaller sheets first, so that one of millions of cells does not keep the others out; then in tab order again. */
function withinBounds(filled: readonly AskedSheet[]): readonly AskedSheet[] {
  const size = ({ used }: AskedSheet): number => used.rowCount * used.columnCount;
  let room = CELLS_OF_ALL;
  const kept = new Set([...filled].sort((one, other) => size(one) - size(other)).filter((each) => {
    const fits = size(each) <= Math.min(CELLS_OF_A_SHEET, room);
    if (fits) room -= size(each);
    return fits;
  }));
  return filled.filter((each) => kept.has(each));
}

function tableFrom({ table, range }: { readonly table: Excel.Table; readonly range: Excel.Range }): AuditTable {
  return { name: table.name, area: areaOf(range), hasHeaders: table.showHeaders, hasTotals: table.showTotals };
}

/** Rows and columns are asked about one by one only where Excel says that some are hidden. */
function queueLines(used: Excel.Range): () => Pick<AuditSheet, "hiddenRows" | "hiddenColumns"> {
  const ofRows = used.rowHidden === false ? null : used.getRowProperties({ rowHidden: true });
  const ofColumns = used.columnHidden === false ? null : used.getColumnProperties({ columnHidden: true });
  const { top, left } = areaOf(used);
  return () => ({
    hiddenRows: runsOf((ofRows?.value ?? []).map(({ rowHidden }) => rowHidden === true), top),
    hiddenColumns: runsOf((ofColumns?.value ?? []).map(({ columnHidden }) => columnHidden === true), left),
  });
}

function runsOf(hidden: readonly boolean[], first: number): readonly Lines[] {
  const runs: { from: number; to: number }[] = [];
  hidden.forEach((is, at) => {
    const last = runs[runs.length - 1];
    if (is && last?.to === first + at - 1) last.to = first + at;
    else if (is) runs.push({ from: first + at, to: first + at });
  });
  return runs;
}

async function rowsOf(read: Read | undefined, rest: () => Promise<void>): Promise<readonly (readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = [];
  for (const [down, values] of (read?.values ?? []).entries()) {
    rows.push(values.map((value, along) => cellFrom(value, read?.valueTypes[down]?.[along], read?.numberFormat[down]?.[along], read?.formulas[down]?.[along])));
    await rest();
  }
  return rows;
}
