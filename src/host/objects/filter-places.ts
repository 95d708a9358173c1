/** Where filters stand, of a table or of a sheet, and the rows that they hide. */
import { rowsFilteredOut } from "../calc/filter-rows";
import type { Area } from "../workbook/area";
import type { ColumnFilter, FilterCriterion, SheetFilter } from "../workbook/filter";
import type { Table } from "../workbook/features";
import type { RowFormat, Sheet } from "../workbook/sheet";
import { absolute, bodyOf } from "./address";
import { assertAllowed } from "./cells";
import { replaceTable } from "./table-edit";
import { invalidArgument, notImplemented } from "./refusal";
import { withSeenColours } from "./seen-colours";
import type { Session } from "./session";

/** A list with filters: its rows without the header, and its filters by place from the list's first column. */
interface Filtered { readonly body: Area; readonly filters: readonly ColumnFilter[] }

const ofTable = (table: Table): Filtered => ({
  body: bodyOf(table),
  filters: (table.filters ?? []).map(({ column, criterion }) => ({ column: table.columns.findIndex(({ id }) => id === column), criterion })),
});
const ofSheet = (filter: SheetFilter): Filtered => ({ body: { ...filter.area, top: filter.area.top + 1 }, filters: filter.columns });

const everyFilter = (sheet: Sheet): readonly Filtered[] => {
  const own = sheet.get("autoFilter");
  return [...(own === null ? [] : [ofSheet(own)]), ...sheet.get("tables").map(ofTable)].filter(({ filters }) => filters.length > 0);
};

/** Hides the rows of a list that its filters, and those of lists beside it, leave out; and shows the others. */
function hideRows(session: Session, sheet: Sheet, body: Area): void {
  session.settle();
  const today = session.evaluate("TODAY()", sheet)[0]?.[0];
  const out = new Set<number>();
  for (const list of everyFilter(sheet)) {
    if (list.body.bottom < body.top || list.body.top > body.bottom) continue;
    const filtered = withSeenColours(session, (colourOf) => rowsFilteredOut(sheet, list.body, list.filters, typeof today === "number" ? today : 0, colourOf));
    if (filtered === null) throw notImplemented("A filter of a kind that is kept as the file has it");
    filtered.forEach((row) => out.add(row));
  }
  const rows = new Map<number, RowFormat>(sheet.get("rows"));
  for (let row = body.top; row <= body.bottom; row++) {
    const format = rows.get(row);
    if (format === undefined && !out.has(row)) continue;
    rows.set(row, { height: null, style: 0, ...format, hidden: out.has(row) });
  }
  sheet.set("rows", rows);
}

/** Filters with one column's changed; null takes it out. */
const withFilter = (filters: readonly ColumnFilter[], column: number, criterion: FilterCriterion | null): readonly ColumnFilter[] =>
  [...filters.filter((other) => other.column !== column), ...(criterion === null ? [] : [{ column, criterion }])];

/** @param column - the column's id; null with null takes every filter off @throws Refusal AccessDenied on a protected sheet that does not allow it */
export function filterTable(session: Session, sheet: Sheet, table: Table, column: number | null, criterion: FilterCriterion | null): void {
  assertAllowed(sheet, "allowAutoFilter");
  const filters = column === null ? [] : withFilter(table.filters ?? [], column, criterion);
  replaceTable(sheet, { ...table, filters, filterButton: table.filterButton || filters.length > 0 });
  hideRows(session, sheet, bodyOf(table));
}

export function reapplyTable(session: Session, sheet: Sheet, table: Table): void {
  if ((table.filters ?? []).length > 0) hideRows(session, sheet, bodyOf(table));
}

/** Puts a sheet's filter over a list, with one column's condition if that is given. */
export function filterSheet(session: Session, sheet: Sheet, area: Area, column: number | null, criterion: FilterCriterion | null): void {
  assertAllowed(sheet, "allowAutoFilter");
  const before = sheet.get("autoFilter");
  if (column !== null && (column < 0 || column > area.right - area.left)) throw invalidArgument();
  const isSame = before !== null && before.area.top === area.top && before.area.left === area.left && before.area.right === area.right;
  if (before !== null && !isSame) removeSheetFilter(session, sheet);
  const columns = isSame ? before.columns : [];
  const now: SheetFilter = { area, columns: column === null ? columns : withFilter(columns, column, criterion) };
  setSheetFilter(sheet, now);
  if (now.columns.length > 0 || isSame) hideRows(session, sheet, ofSheet(now).body);
}

export function clearSheetFilter(session: Session, sheet: Sheet): void {
  const filter = sheet.get("autoFilter");
  if (filter === null) return;
  assertAllowed(sheet, "allowAutoFilter");
  setSheetFilter(sheet, { ...filter, columns: [] });
  hideRows(session, sheet, ofSheet(filter).body);
}

export function removeSheetFilter(session: Session, sheet: Sheet): void {
  clearSheetFilter(session, sheet);
  setSheetFilter(sheet, null);
}

export function reapplySheet(session: Session, sheet: Sheet): void {
  const filter = sheet.get("autoFilter");
  if (filter !== null && filter.columns.length > 0) hideRows(session, sheet, ofSheet(filter).body);
}

const OWN_NAME = "_FilterDatabase";

/** Excel keeps a hidden name over a sheet's filter, and repairs a file without it. */
function setSheetFilter(sheet: Sheet, filter: SheetFilter | null): void {
  sheet.set("autoFilter", filter);
  const { workbook } = sheet;
  const before = workbook.names.find(({ name, scope }) => name === OWN_NAME && scope === sheet.id);
  const formula = filter === null ? null : absolute(sheet, filter.area);
  if ((before?.formula ?? null) === formula) return;
  const others = workbook.names.filter((name) => name !== before);
  workbook.setNames(formula === null ? others : [...others, { name: OWN_NAME, formula, scope: sheet.id, visible: false, comment: "" }]);
}
