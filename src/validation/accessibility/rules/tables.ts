/** Points A01 to A05 and A08: how figures stand in tables. */
import { a1, areaName, columnLetters } from "../../../blueprint/place";
import type { Rectangle } from "../../../blueprint/types";
import { barrier, some, type Barrier, type Offer } from "../barrier";
import { unmarkedTables } from "../blocks";
import { freeTableName } from "../free-name";
import { bodyOf, cellAt, filledCells, overlaps, type LookedBook, type LookedCell, type LookedSheet, type LookedTable } from "../looked";

export function tableBarriers(book: LookedBook): readonly Barrier[] {
  const saysWhyBlank = book.sheets.some((sheet) => filledCells(sheet).some(({ cell }) => /\bblanks?\b|\bempty\b/i.test(cell.text)));
  const taken = [...book.takenNames];
  return book.sheets.flatMap((sheet) => [
    ...unmarked(sheet, taken), ...merged(sheet),
    ...sheet.tables.flatMap((table) => [...usualName(sheet, table, taken), ...blankLines(sheet, table), ...headers(sheet, table), ...(saysWhyBlank ? [] : blankCells(sheet, table))]),
  ]);
}

/** A name that is given is taken from then on. */
function named(words: string, taken: string[]): string {
  const name = freeTableName(words, taken);
  taken.push(name);
  return name;
}

const titleOf = (sheet: LookedSheet): string => (/^(sheet|tabelle)\s*\d*$/i.test(sheet.tab) ? cellAt(sheet, 0, 0).text : sheet.tab);

function unmarked(sheet: LookedSheet, taken: string[]): readonly Barrier[] {
  return unmarkedTables(sheet).map((area) => {
    // What goes on below the rows that were read would be left out of the table.
    const isWhole = sheet.used === null || sheet.cells.length === sheet.used.rows || area.top + area.rows < sheet.used.top + sheet.cells.length;
    const mayBe = isWhole && !sheet.isProtected && !sheet.spills && sheet.filter === "none" && !sheet.merged.some((each) => overlaps(each, area));
    const name = mayBe ? named(titleOf(sheet), taken) : "";
    const offer: Offer | null = mayBe ? { asks: "", changes: `${areaName(area)} on ${sheet.tab} becomes an Excel table called ${name}, with ${areaName({ ...area, rows: 1 })} as its header row.`, mend: () => ({ kind: "mark-up", tab: sheet.tab, area, name }) } : null;
    return barrier("A01.unmarked", { tab: sheet.tab, cell: a1(area.top, area.left) }, { area: areaName(area) }, offer);
  });
}

function usualName(sheet: LookedSheet, table: LookedTable, taken: string[]): readonly Barrier[] {
  if (!/^(table|tabelle|tableau)_?\d+$/i.test(table.name)) return [];
  const name = sheet.isProtected ? "" : named(titleOf(sheet), taken);
  const offer: Offer | null = sheet.isProtected ? null : { asks: "", changes: `The table ${table.name} on ${sheet.tab} is called ${name}; formulas follow.`, mend: () => ({ kind: "name-table", tab: sheet.tab, table: table.name, name }) };
  return [barrier("A02.usual-name", at(sheet, table.area), { table: table.name }, offer)];
}

const at = (sheet: LookedSheet, area: Rectangle): { readonly tab: string; readonly cell: string } => ({ tab: sheet.tab, cell: a1(area.top, area.left) });

/** Cells merged along one row with nothing else in it, as titles are, lose nothing when they are not merged any more. */
function merged(sheet: LookedSheet): readonly Barrier[] {
  const free = sheet.merged.filter((area) => area.rows === 1 && isAlone(sheet, area));
  const others = sheet.merged.filter((area) => !free.includes(area));
  const told = (areas: readonly Rectangle[], id: "A03.merged" | "A03.merged-across-data", offer: Offer | null): readonly Barrier[] => {
    const [first] = areas;
    return first === undefined ? [] : [barrier(id, at(sheet, first), { count: some(areas.length, "group of cells is", "groups of cells are"), area: areaName(first) }, offer)];
  };
  const offer: Offer | null = sheet.isProtected ? null : { asks: "", changes: `${free.map(areaName).slice(0, NAMED).join(", ")}${free.length > NAMED ? ` and ${free.length - NAMED} more` : ""} on ${sheet.tab} ${free.length === 1 ? "is" : "are"} merged no longer; the words stay in the first cell.`, mend: () => ({ kind: "unmerge", tab: sheet.tab, areas: free }) };
  return [...told(free, "A03.merged", offer), ...told(others, "A03.merged-across-data", null)];
}
const NAMED = 6;

function isAlone(sheet: LookedSheet, { top, left }: Rectangle): boolean {
  if (sheet.used === null) return false;
  const line = sheet.cells[top - sheet.used.top] ?? [];
  const corner = left - sheet.used.left;
  return line.every((cell, along) => along === corner || cell.kind === "blank") && !sheet.tables.some(({ area }) => top >= area.top && top < area.top + area.rows);
}

function blankLines(sheet: LookedSheet, table: LookedTable): readonly Barrier[] {
  const lines = linesOf(sheet, table);
  const body = bodyOf(table);
  // A table without anything in it yet is waiting to be filled in.
  if (lines.every((line) => line.every(isBlank))) return [];
  const rows = lines.flatMap((line, down) => (line.every(isBlank) ? [body.top + down] : []));
  const columns = Array.from({ length: body.columns }, (_, along) => along).filter((along) => table.hasHeader && lines.every((line) => isBlank(line[along])) && cellAt(sheet, table.area.top, body.left + along).text.trim() === "");
  const [row, column] = [rows[0], columns[0]];
  return [
    ...(row === undefined ? [] : [barrier("A04.blank-row", { tab: sheet.tab, cell: a1(row, body.left) }, { table: table.name, count: some(rows.length, "row", "rows"), row: String(row + 1) })]),
    ...(column === undefined ? [] : [barrier("A04.blank-column", { tab: sheet.tab, cell: a1(table.area.top, body.left + column) }, { table: table.name, count: some(columns.length, "column", "columns"), column: columnLetters(body.left + column) })]),
  ];
}

const isBlank = (cell: LookedCell | undefined): boolean => cell === undefined || cell.text.trim() === "";

/** What was read of the table's rows. */
function linesOf(sheet: LookedSheet, table: LookedTable): readonly (readonly LookedCell[])[] {
  const body = bodyOf(table);
  const read = sheet.used === null ? 0 : Math.max(0, Math.min(body.rows, sheet.used.top + sheet.cells.length - body.top));
  return Array.from({ length: read }, (_, down) => Array.from({ length: body.columns }, (_column, along) => cellAt(sheet, body.top + down, body.left + along)));
}

function headers(sheet: LookedSheet, table: LookedTable): readonly Barrier[] {
  if (!table.hasHeader) return [barrier("A05.no-header", at(sheet, table.area), { table: table.name })];
  const usual = Array.from({ length: table.area.columns }, (_, along) => cellAt(sheet, table.area.top, table.area.left + along).text).filter((text) => /^(column|spalte)\s?\d+$/i.test(text.trim()));
  return usual[0] === undefined ? [] : [barrier("A05.usual-headers", at(sheet, table.area), { table: table.name, header: usual[0] })];
}

function blankCells(sheet: LookedSheet, table: LookedTable): readonly Barrier[] {
  const body = bodyOf(table);
  const lines = linesOf(sheet, table);
  // Lines without anything are told of by A04.
  const blank = lines.flatMap((line, down) => (line.every(isBlank) ? [] : line.flatMap((cell, along) => (isBlank(cell) ? [a1(body.top + down, body.left + along)] : []))));
  return blank[0] === undefined ? [] : [barrier("A08.blank-cells", { tab: sheet.tab, cell: blank[0] }, { table: table.name, count: some(blank.length, "empty cell", "empty cells"), cell: blank[0] })];
}
