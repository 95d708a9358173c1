/** Excel.TableCollection (of a workbook or of a sheet) and Excel.TableScopedCollection (of a range). */
import { area as areaOf, columnCount, intersect, MAX_ROWS, rowCount, type Area } from "../workbook/area";
import type { Table } from "../workbook/features";
import type { Sheet } from "../workbook/sheet";
import { placeNamed, type Place } from "./address";
import { within } from "../workbook/areas";
import type { Arguments } from "./arguments";
import { assertUnlocked, standing } from "./cells";
import { declareClass, method, scalar, type HostObject, type ObjectClass, type Owned } from "./definition";
import { eventMethods, tableCollectionEvents, WORKBOOK_TARGET } from "./event-registration";
import { rangeClass } from "./range";
import { accessDenied, invalidArgument, itemNotFound } from "./refusal";
import type { Session } from "./session";
import { putIn } from "./structure-edit";
import { tableClass, type TableSelf } from "./table";
import { readHeaders } from "./table-edit";
import { freeTableId, freeTableName } from "./table-names";

interface TablesSelf extends Owned { readonly session: Session; readonly sheet: Sheet | null }
interface ScopedSelf extends Owned { readonly session: Session; readonly sheet: Sheet; readonly areas: () => readonly Area[]; readonly whole: boolean }

const tablesOn = (session: Session, sheet: Sheet): readonly TableSelf[] => sheet.get("tables").map(({ id }) => ({ session, sheet, id }));
const tables = ({ session, sheet }: TablesSelf): readonly TableSelf[] => (sheet === null ? session.workbook.sheets : [sheet]).flatMap((one) => tablesOn(session, one));

/** By name, without regard to case, or by id. */
function byKey(among: readonly TableSelf[], key: string): HostObject | null {
  const wanted = key.toLowerCase();
  const found = among.find(({ sheet, id }) => String(id) === key || sheet.get("tables").some((table) => table.id === id && table.name.toLowerCase() === wanted));
  return found === undefined ? null : tableClass.of(found);
}
function existing(among: readonly TableSelf[], key: string): HostObject {
  const table = byKey(among, key);
  if (table === null) throw itemNotFound();
  return table;
}

function target(self: TablesSelf, args: Arguments): Place {
  const range = args.object(0, rangeClass);
  const from = self.sheet ?? self.session.activeSheet;
  const place = range === null ? placeNamed(self.session, args.text(0), from) : standing(range);
  if (place === null || (self.sheet !== null && place.sheet !== self.sheet)) throw invalidArgument();
  return place;
}

/** @throws Refusal InvalidArgument over another table, AccessDenied on a protected sheet */
function add(self: TablesSelf, args: Arguments): HostObject {
  const { sheet, area } = target(self, args);
  const hasHeaders = args.flagOr(1, false);
  if (sheet.get("protection") !== null) throw accessDenied();
  assertUnlocked(sheet, area);
  if (sheet.get("tables").some((table) => intersect(table.area, area) !== null)) throw invalidArgument("A table cannot overlap another table.");
  const { workbook } = sheet;
  // A table has at least one row under its header.
  const rows = rowCount(area) + (hasHeaders ? (rowCount(area) === 1 ? 1 : 0) : 1);
  const whole = areaOf(area.top, area.left, rows, columnCount(area));
  if (whole.bottom >= MAX_ROWS) throw invalidArgument();
  if (!hasHeaders) putIn(sheet, { ...area, bottom: area.top }, "down");
  sheet.set("merges", sheet.get("merges").filter((one) => intersect(one, whole) === null));
  const table: Table = {
    id: freeTableId(workbook), name: freeTableName(workbook, "Table"), area: whole, headerRow: true, totalsRow: false,
    columns: readHeaders(sheet, { ...whole, bottom: whole.top }, [], "api"), style: "TableStyleMedium2", bandedRows: true, bandedColumns: false,
    firstColumn: false, lastColumn: false, filterButton: true, altText: { title: "", description: "" },
    ...(rowCount(area) === 1 && hasHeaders ? { awaitsRow: true } : {}),
  };
  sheet.set("tables", [...sheet.get("tables"), table]);
  return tableClass.of({ session: self.session, sheet, id: table.id });
}

export const tableCollectionClass: ObjectClass<TablesSelf> = declareClass<Excel.TableCollection, TablesSelf>(
  "TableCollection",
  { items: (self) => tables(self).map((table) => tableClass.of(table)), item: (self, args) => existing(tables(self), String(args.raw(0))) },
  {
    scalars: { count: scalar("1.1", (self) => tables(self).length) },
    methods: {
      add: method("1.1", add),
      getCount: method("1.4", (self) => tables(self).length),
      getItem: method("1.1", (self, args) => existing(tables(self), args.text(0))),
      getItemAt: method("1.1", (self, args) => {
        const table = tables(self)[args.whole(0)];
        if (table === undefined) throw itemNotFound();
        return tableClass.of(table);
      }),
      getItemOrNullObject: method("1.4", (self, args) => byKey(tables(self), args.text(0))),
    },
    wire: eventMethods(tableCollectionEvents, (self) => self.sheet?.id ?? WORKBOOK_TARGET),
  },
);

function touching({ session, sheet, areas, whole }: ScopedSelf): readonly TableSelf[] {
  const isIn = (table: Area): boolean => areas().some((area) => (whole ? within(table, area) : intersect(table, area) !== null));
  return tablesOn(session, sheet).filter(({ id }) => sheet.get("tables").some((table) => table.id === id && isIn(table.area)));
}

const scopedClass: ObjectClass<ScopedSelf> = declareClass<Excel.TableScopedCollection, ScopedSelf>(
  "TableScopedCollection",
  { items: (self) => touching(self).map((table) => tableClass.of(table)), item: (self, args) => existing(touching(self), String(args.raw(0))) },
  {
    methods: {
      getCount: method("1.9", (self) => touching(self).length),
      getFirst: method("1.9", (self) => {
        const [first] = touching(self);
        if (first === undefined) throw itemNotFound();
        return tableClass.of(first);
      }),
      getItem: method("1.9", (self, args) => existing(touching(self), args.text(0))),
      getItemOrNullObject: method("1.14", (self, args) => byKey(touching(self), args.text(0))),
    },
  },
);

/** The tables over areas of a sheet. @param whole - only those that lie whole within one of them */
export function tablesTouching(session: Session, sheet: Sheet, areas: () => readonly Area[], whole: boolean): HostObject {
  return scopedClass.of({ session, sheet, areas, whole });
}
