/**
 * Reads sheets for the accessibility check: cells as they are shown, tables, what is merged, hidden, frozen and filtered, and what the file says of itself.
 * Pictures, text boxes, alternative texts, colours that follow a condition and the language of the file are not asked for: a person is.
 */
import type { Rectangle } from "../blueprint/types";
import type { LookedBook, LookedSheet, LookedTable } from "../validation/accessibility/looked";
import type { Answer } from "../validation/accessibility/questions";
import { queueAnswers } from "./keep-answers";
import { sameTab } from "./naming";
import { readLooks } from "./read-looks";
import { readInBlocks, type Read } from "./read-blocks";

/** What is read of a sheet at most, row by row from the top. What is beyond is told of. */
const CELLS_OF_A_SHEET = 200_000;
const LINES_AT_MOST = 20_000;

export interface AccessReading {
  readonly book: LookedBook;
  readonly answers: readonly Answer[];
  /** Tabs that are too large to have been read whole, with what was read: "the first 40,000 rows of Staff". */
  readonly inPart: readonly string[];
  /** Tabs that were asked for and are not there. */
  readonly unknown: readonly string[];
}

export interface Telling { readonly step: (says: string, done: number, of: number) => void; readonly signal: AbortSignal }

/**
 * Three syncs, and for each portion of cells one for what they hold and one for their looks.
 * @param tabs - which sheets; null for all that can be seen
 * @throws the signal's reason where the person stops it
 */
export async function readAccessibility(context: Excel.RequestContext, tabs: readonly string[] | null, telling: Telling): Promise<AccessReading> {
  const { workbook } = context;
  const { worksheets } = workbook;
  worksheets.load("items/name,items/visibility,items/protection/protected");
  workbook.load("name");
  workbook.properties.load("title");
  workbook.names.load("items/name");
  workbook.tables.load("items/name");
  const active = workbook.getActiveCell().load("address");
  await context.sync();
  const all = worksheets.items;
  const isSeen = ({ visibility }: Excel.Worksheet): boolean => visibility === "Visible";
  const wanted = all.filter((sheet) => (tabs === null ? isSeen(sheet) : tabs.some((tab) => sameTab(tab, sheet.name))));
  const asked = wanted.map(askSheet);
  // Loads the list of sheets anew, with other properties: what was loaded above is kept in `all`.
  const answers = queueAnswers(context);
  await context.sync();
  const sheets = await readSheets(context, asked, telling);
  return {
    book: {
      file: workbook.name, title: workbook.properties.title ?? "", opensAt: placeIn(active.address), firstTab: all.find(isSeen)?.name ?? "", sheets: sheets.map(({ looked }) => looked),
      hiddenTabs: tabs === null ? all.filter((sheet) => !isSeen(sheet)).map(({ name }) => name) : [],
      takenNames: [...workbook.tables.items, ...workbook.names.items].map(({ name }) => name),
    },
    answers: answers(), unknown: (tabs ?? []).filter((tab) => !all.some(({ name }) => sameTab(tab, name))),
    inPart: sheets.flatMap(partOf),
  };
}

/** What was read of a sheet that is too large to be read whole. */
function partOf({ rows, looked: { tab, cells, looks } }: ReadSheet): readonly string[] {
  const first = (count: number): string => `the first ${count.toLocaleString("en-GB")} rows of ${tab}`;
  return [...(cells.length < rows ? [first(cells.length)] : []), ...(looks.length < cells.length ? [`letters and colours in ${first(looks.length)}`] : [])];
}


/** @example placeIn("'Staff list'!B3") // => { tab: "Staff list", cell: "B3" } */
function placeIn(address: string): LookedBook["opensAt"] {
  const mark = address.lastIndexOf("!");
  if (mark < 0) return null;
  return { tab: address.slice(0, mark).replace(/^'|'$/g, "").replace(/''/g, "'"), cell: address.slice(mark + 1).replace(/\$/g, "") };
}

const PLACE = "rowIndex,columnIndex,rowCount,columnCount";

interface AskedTable { readonly table: Excel.Table; readonly range: Excel.Range }
interface AskedSheet {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly merged: Excel.RangeAreas;
  readonly frozen: Excel.Range;
  readonly tables: Excel.TableCollection;
}

/** Everything about a sheet but its cells. */
function askSheet(sheet: Excel.Worksheet): AskedSheet {
  const used = sheet.getUsedRangeOrNullObject().load(`${PLACE},rowHidden,columnHidden,hasSpill`);
  const merged = used.getMergedAreasOrNullObject().load("areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount");
  sheet.charts.load("items/name");
  sheet.autoFilter.load("enabled,isDataFiltered");
  sheet.pageLayout.headersFooters.defaultForAllPages.load("leftHeader,centerHeader,rightHeader,leftFooter,centerFooter,rightFooter");
  return { sheet, used, merged, frozen: sheet.freezePanes.getLocationOrNullObject().load("address"), tables: sheet.tables.load("items/name,items/showHeaders,items/showTotals,items/showFilterButton,items/autoFilter/isDataFiltered") };
}

interface ReadSheet { readonly looked: LookedSheet; readonly rows: number }

async function readSheets(context: Excel.RequestContext, asked: readonly AskedSheet[], { step, signal }: Telling): Promise<readonly ReadSheet[]> {
  const begun = asked.map((each) => {
    const area = each.used.isNullObject ? null : areaOf(each.used);
    return { ...each, area, askedTables: each.tables.items.map((table): AskedTable => ({ table, range: table.getRange().load(PLACE) })), lines: area === null ? noLines : queueLines(each.used, area) };
  });
  await context.sync();
  const filled = begun.flatMap(({ sheet, used, area }) => (area === null ? [] : [{ tab: sheet.name, range: used, columns: area.columns, rows: Math.min(area.rows, Math.max(1, Math.floor(CELLS_OF_A_SHEET / area.columns))) }]));
  const before = (says: string) => (done: number, of: number): void => { signal.throwIfAborted(); step(says, done, of); };
  const cells = await readInBlocks(context, filled, ["text", "valueTypes", "formulas"], before("Reading the sheets"));
  const looks = await readLooks(context, filled, before("Looking at letters and colours"));
  return begun.map((each) => {
    const at = filled.findIndex(({ tab }) => tab === each.sheet.name);
    const read = cells[at];
    return { looked: { ...lookedIn(each, each.area), ...each.lines(), tables: each.askedTables.map(tableIn), cells: read === undefined ? [] : cellsIn(read), looks: looks[at] ?? [] }, rows: each.area?.rows ?? 0 };
  });
}

/** All of a sheet but its cells, lines and tables. */
function lookedIn({ sheet, used, merged, frozen }: AskedSheet, area: Rectangle | null): Omit<LookedSheet, "cells" | "looks" | "tables" | keyof Lines> {
  const group = sheet.pageLayout.headersFooters.defaultForAllPages;
  return {
    tab: sheet.name, isProtected: sheet.protection.protected, used: area, merged: area === null || merged.isNullObject ? [] : merged.areas.items.map(areaOf), charts: sheet.charts.items.map(({ name }) => name),
    filter: !sheet.autoFilter.enabled ? "none" : sheet.autoFilter.isDataFiltered ? "in-force" : "idle", isFrozen: !frozen.isNullObject, spills: area !== null && used.hasSpill !== false,
    headFoot: [group.leftHeader, group.centerHeader, group.rightHeader, group.leftFooter, group.centerFooter, group.rightFooter].filter((text) => text !== ""),
  };
}

const areaOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Rectangle => ({ top: rowIndex, left: columnIndex, rows: rowCount, columns: columnCount });

const tableIn = ({ table, range }: AskedTable): LookedTable => ({
  name: table.name, area: areaOf(range), hasHeader: table.showHeaders, hasTotals: table.showTotals, filterButtons: table.showFilterButton && table.showHeaders, isFiltered: table.autoFilter.isDataFiltered,
});

type Lines = Pick<LookedSheet, "widths" | "hiddenRows" | "hiddenColumns">;
const noLines = (): Lines => ({ widths: [], hiddenRows: [], hiddenColumns: [] });

/** Rows are asked about one by one only where Excel says that some are hidden. */
function queueLines(used: Excel.Range, { top, left, rows, columns }: Rectangle): () => Lines {
  const ofColumns = used.getRow(0).getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
  const ofRows = used.rowHidden === false ? null : used.getCell(0, 0).getResizedRange(Math.min(rows, LINES_AT_MOST) - 1, columns - 1).getRowProperties({ rowHidden: true });
  return () => ({
    widths: ofColumns.value.map(({ format }) => format?.columnWidth ?? Infinity),
    hiddenColumns: ofColumns.value.flatMap(({ columnHidden }, along) => (columnHidden === true ? [left + along] : [])),
    hiddenRows: (ofRows?.value ?? []).flatMap(({ rowHidden }, down) => (rowHidden === true ? [top + down] : [])),
  });
}

const kinds: Readonly<Record<string, LookedSheet["cells"][number][number]["kind"]>> = { Empty: "blank", Double: "number", Integer: "number", Boolean: "logical", Error: "error" };

function cellsIn({ text, valueTypes, formulas }: Read): LookedSheet["cells"] {
  return text.map((line, down) => line.map((shown, along) => {
    const formula = formulas[down]?.[along];
    const isFormula = typeof formula === "string" && formula.startsWith("=");
    const kind = kinds[String(valueTypes[down]?.[along])] ?? "text";
    // A formula that shows nothing is not an empty cell to Excel.
    return { text: String(shown ?? ""), kind: kind === "blank" && isFormula ? "text" : kind, isFormula };
  }));
}
