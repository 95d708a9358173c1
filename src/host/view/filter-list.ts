/** The filter under a header's button: which list it belongs to, what there is to tick, and what ticking, clearing and sorting do. */
import { rowsFilteredOut } from "../calc/filter-rows";
import { displayText } from "../calc/number-format";
import { bodyOf } from "../objects/address";
import { assertAllowed } from "../objects/cells";
import { filterSheet, filterTable } from "../objects/filter-places";
import { withSeenColours } from "../objects/seen-colours";
import type { Session } from "../objects/session";
import { sortBlock } from "../objects/sort-rows";
import { replaceTable } from "../objects/table-edit";
import { contains, type Area } from "../workbook/area";
import type { Table } from "../workbook/features";
import type { ColumnFilter, FilterCriterion, SheetFilter } from "../workbook/filter";
import type { Sheet } from "../workbook/sheet";

/** A column of a list with filter buttons. */
export interface FilterColumn {
  readonly sheet: Sheet;
  readonly table: Table | null;
  readonly own: SheetFilter | null;
  readonly body: Area;
  /** Counted from the list's first column. */
  readonly place: number;
  readonly header: string;
  /** All filters of the list, by place. */
  readonly filters: readonly ColumnFilter[];
  readonly criterion: FilterCriterion | null;
}

/** The list whose header has a button in this cell, or null. */
export function filterColumnAt(sheet: Sheet, row: number, column: number): FilterColumn | null {
  const table = sheet.tableAt(row, column);
  const own = table === null ? sheet.get("autoFilter") : null;
  const area = table !== null && table.headerRow && table.filterButton ? table.area : own?.area ?? null;
  if (area === null || row !== area.top || !contains(area, row, column)) return null;
  const filters = table === null ? own?.columns ?? [] : (table.filters ?? []).map(({ column: id, criterion }) => ({ column: table.columns.findIndex((one) => one.id === id), criterion }));
  const place = column - area.left;
  const { value } = sheet.cell(row, column);
  return {
    sheet, table, own, filters, place, header: typeof value === "string" ? value : String(value ?? ""), body: table === null ? { ...area, top: area.top + 1 } : bodyOf(table),
    criterion: filters.find((filter) => filter.column === place)?.criterion ?? null,
  };
}

export interface Ticks {
  /** Each text that the column shows in rows that the other filters let through, in order: numbers before words. */
  readonly texts: readonly { readonly text: string; readonly isTicked: boolean }[];
  /** Null where no cell is blank. */
  readonly blanks: boolean | null;
}

export function ticksOf(session: Session, { sheet, body, place, filters, criterion }: FilterColumn): Ticks {
  const others = filters.filter(({ column }) => column !== place);
  const today = session.evaluate("TODAY()", sheet)[0]?.[0];
  const now = typeof today === "number" ? today : 0;
  const out = others.length === 0 ? null : withSeenColours(session, (colourOf) => rowsFilteredOut(sheet, body, others, now, colourOf));
  const own = criterion === null ? null : withSeenColours(session, (colourOf) => rowsFilteredOut(sheet, body, [{ column: place, criterion }], now, colourOf));
  const known = new Map<string, { readonly text: string; readonly sort: number; isTicked: boolean }>();
  let blanks: boolean | null = null;
  for (let row = body.top; row <= body.bottom; row++) {
    if (out?.has(row) === true) continue;
    const cell = sheet.cell(row, body.left + place);
    const text = displayText(cell.value, sheet.workbook.styles.at(cell.style).numberFormat, sheet.workbook.date1904).text.trim();
    const isTicked = own === null || !own.has(row);
    if (text === "") blanks = blanks === true || isTicked;
    else {
      const before = known.get(text.toLowerCase());
      if (before === undefined) known.set(text.toLowerCase(), { text, sort: typeof cell.value === "number" ? cell.value : Infinity, isTicked });
      else before.isTicked ||= isTicked;
    }
  }
  const texts = [...known.values()].sort((a, b) => (a.sort === b.sort ? a.text.localeCompare(b.text, "en-GB") : a.sort - b.sort)).map(({ text, isTicked }) => ({ text, isTicked }));
  return { texts, blanks };
}

/** Lets rows through whose cell shows one of the texts; null takes the column's filter off. @throws Refusal */
export function applyFilter(session: Session, { sheet, table, own, place }: FilterColumn, ticked: { readonly texts: readonly string[]; readonly blanks: boolean } | null): void {
  const criterion: FilterCriterion | null = ticked === null ? null : { kind: "values", texts: ticked.texts, blanks: ticked.blanks, dates: [] };
  if (table !== null) filterTable(session, sheet, table, table.columns[place]?.id ?? 0, criterion);
  else if (own !== null) filterSheet(session, sheet, own.area, place, criterion);
}

/** @throws Refusal where the sheet is protected, or merged cells or arrays stand in the way */
export function sortBy(session: Session, { sheet, table, body, place }: FilterColumn, ascending: boolean): void {
  assertAllowed(sheet, "allowSort");
  session.settle();
  const key = { column: place, ascending, on: "Value", colour: null } as const;
  withSeenColours(session, (colourOf) => sortBlock(sheet, body, { keys: [{ ...key, textAsNumbers: false }], matchCase: false, of: "rows" }, colourOf));
  if (table !== null) replaceTable(sheet, { ...table, sort: { keys: [key], matchCase: false, byStroke: false } });
}
