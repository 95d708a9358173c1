/** Excel.AutoFilter of a sheet or of a table, and Excel.Filter of a table's column. */
import { columnCount, intersect, type Area } from "../workbook/area";
import type { ColumnFilter, FilterCriterion } from "../workbook/filter";
import type { Sheet } from "../workbook/sheet";
import { areaOnSheet } from "./address";
import type { Arguments } from "./arguments";
import { standing } from "./cells";
import { declareClass, method, scalar, type HostObject, type ObjectClass, type Owned } from "./definition";
import { clearSheetFilter, filterSheet, filterTable, reapplySheet, reapplyTable, removeSheetFilter } from "./filter-places";
import { colourCriterion, criterionFrom, criterionShown, customFrom, periodFrom, topFrom, valuesFrom } from "./filter-words";
import { rangeClass } from "./range";
import { invalidArgument, itemNotFound } from "./refusal";
import type { Session } from "./session";
import type { TableColumnSelf } from "./table-columns";
import { changeTable, tableOf } from "./table";

/** `id` is the table's; null for a sheet's own filter. */
interface AutoFilterSelf extends Owned { readonly session: Session; readonly sheet: Sheet; readonly id: number | null }
type TableFilterSelf = AutoFilterSelf & { readonly id: number };

const isTable = (self: AutoFilterSelf): self is TableFilterSelf => self.id !== null;

/** Header and rows; null where there is no filter. */
function areaOf(self: AutoFilterSelf): Area | null {
  if (!isTable(self)) return self.sheet.get("autoFilter")?.area ?? null;
  const table = tableOf(self);
  return table.filterButton ? { ...table.area, bottom: table.area.bottom - (table.totalsRow ? 1 : 0) } : null;
}

/** By place from the first column. */
function filtersOf(self: AutoFilterSelf): readonly ColumnFilter[] {
  if (!isTable(self)) return self.sheet.get("autoFilter")?.columns ?? [];
  const { columns, filters } = tableOf(self);
  return (filters ?? []).map(({ column, criterion }) => ({ column: columns.findIndex(({ id }) => id === column), criterion }));
}

/** One entry for every column; an empty one where it has no filter. */
function criteria(self: AutoFilterSelf): Excel.FilterCriteria[] {
  const area = areaOf(self);
  const filters = filtersOf(self);
  return Array.from({ length: area === null ? 0 : columnCount(area) }, (_value, column) => {
    const found = filters.find((one) => one.column === column);
    return found === undefined ? {} as Excel.FilterCriteria : criterionShown(found.criterion);
  });
}

function setColumn(self: AutoFilterSelf, place: number, criterion: FilterCriterion | null): void {
  if (isTable(self)) {
    const table = tableOf(self);
    const column = table.columns[place];
    if (column === undefined) throw invalidArgument();
    return filterTable(self.session, self.sheet, table, column.id, criterion);
  }
  const area = areaOf(self);
  if (area === null) throw invalidArgument();
  filterSheet(self.session, self.sheet, area, place, criterion);
}

function apply(self: AutoFilterSelf, args: Arguments): void {
  const range = args.object(0, rangeClass);
  const area = range === null ? areaOnSheet(self.session, args.text(0), self.sheet) : standing(range).area;
  if (range !== null && range.sheet !== self.sheet) throw invalidArgument();
  const place = args.has(1) ? args.whole(1) : null;
  const criterion = args.has(2) ? criterionFrom(args.raw(2)) : null;
  if (isTable(self)) {
    if (intersect(tableOf(self).area, area) === null) throw invalidArgument();
    changeTable(self, (table) => ({ ...table, filterButton: true }));
    if (place !== null && criterion !== null) setColumn(self, place, criterion);
    return;
  }
  if (self.sheet.get("tables").some((table) => intersect(table.area, area) !== null)) throw invalidArgument("Cells of a table are filtered by the table's own filter.");
  filterSheet(self.session, self.sheet, area, criterion === null ? null : place, criterion);
}

function clearAll(self: AutoFilterSelf): void {
  if (isTable(self)) filterTable(self.session, self.sheet, tableOf(self), null, null);
  else clearSheetFilter(self.session, self.sheet);
}

function remove(self: AutoFilterSelf): void {
  if (!isTable(self)) return removeSheetFilter(self.session, self.sheet);
  clearAll(self);
  changeTable(self, (table) => ({ ...table, filterButton: false }));
}

const rangeOf = (self: AutoFilterSelf, area: Area): HostObject => rangeClass.of(self.session.range(self.sheet, area));

export const autoFilterClass: ObjectClass<AutoFilterSelf> = declareClass<Excel.AutoFilter, AutoFilterSelf>("AutoFilter", {}, {
  scalars: {
    criteria: scalar("1.9", criteria, undefined, "assumed"),
    enabled: scalar("1.9", (self) => areaOf(self) !== null),
    isDataFiltered: scalar("1.9", (self) => filtersOf(self).length > 0),
  },
  methods: {
    apply: method("1.9", apply),
    clearCriteria: method("1.9", clearAll),
    clearColumnCriteria: method("1.14", (self, args) => setColumn(self, args.whole(0), null)),
    getRange: method("1.9", (self) => {
      const area = areaOf(self);
      if (area === null) throw itemNotFound();
      return rangeOf(self, area);
    }),
    getRangeOrNullObject: method("1.9", (self) => {
      const area = areaOf(self);
      return area === null ? null : rangeOf(self, area);
    }),
    reapply: method("1.9", (self) => (isTable(self) ? reapplyTable(self.session, self.sheet, tableOf(self)) : reapplySheet(self.session, self.sheet))),
    remove: method("1.9", remove),
  },
});

function put(self: TableColumnSelf, criterion: FilterCriterion | null): void {
  const table = tableOf(self);
  if (!table.columns.some(({ id }) => id === self.column)) throw itemNotFound();
  if (criterion !== null && !table.headerRow) throw invalidArgument();
  filterTable(self.session, self.sheet, table, self.column, criterion);
}

export const filterClass: ObjectClass<TableColumnSelf> = declareClass<Excel.Filter, TableColumnSelf>("Filter", {}, {
  scalars: {
    criteria: scalar("1.2", (self) => {
      const found = tableOf(self).filters?.find(({ column }) => column === self.column);
      return found === undefined ? null : criterionShown(found.criterion);
    }, undefined, "assumed"),
  },
  methods: {
    apply: method("1.2", (self, args) => put(self, criterionFrom(args.raw(0)))),
    applyValuesFilter: method("1.2", (self, args) => put(self, valuesFrom(args.raw(0)))),
    applyCustomFilter: method("1.2", (self, args) => put(self, customFrom(args.raw(0), args.raw(1), args.raw(2)))),
    applyDynamicFilter: method("1.2", (self, args) => put(self, periodFrom(args.raw(0)))),
    applyTopItemsFilter: method("1.2", (self, args) => put(self, topFrom(args.raw(0), false, false))),
    applyTopPercentFilter: method("1.2", (self, args) => put(self, topFrom(args.raw(0), true, false))),
    applyBottomItemsFilter: method("1.2", (self, args) => put(self, topFrom(args.raw(0), false, true))),
    applyBottomPercentFilter: method("1.2", (self, args) => put(self, topFrom(args.raw(0), true, true))),
    applyCellColorFilter: method("1.2", (self, args) => put(self, colourCriterion("cell", args.raw(0)))),
    applyFontColorFilter: method("1.2", (self, args) => put(self, colourCriterion("font", args.raw(0)))),
    clear: method("1.2", (self) => put(self, null)),
  },
});
