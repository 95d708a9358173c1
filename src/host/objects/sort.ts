/** Excel.RangeSort and Excel.TableSort. */
import { columnCount, rowCount } from "../workbook/area";
import type { Table } from "../workbook/features";
import type { SortKey } from "../workbook/filter";
import { bodyOf } from "./address";
import { colourFrom, fieldsFrom, flagFrom, oneOf, wholeFrom, type Arguments } from "./arguments";
import { assertAllowed, standing } from "./cells";
import { declareClass, method, scalar, type ObjectClass } from "./definition";
import { invalidArgument, notImplemented } from "./refusal";
import type { RangeHold } from "./session";
import { withSeenColours } from "./seen-colours";
import { sortBlock, type BlockKey } from "./sort-rows";
import { changeTable, tableOf, type TableSelf } from "./table";

/** @param lines - how many columns, or rows, there are to sort by */
function keyFrom(value: unknown, lines: number): BlockKey {
  const fields = fieldsFrom(value);
  const given = (name: string): unknown => fields[name] ?? undefined;
  if (given("subField") !== undefined) throw notImplemented("SortField.subField");
  const on = oneOf(given("sortOn") ?? "Value", ["Value", "CellColor", "FontColor", "Icon"] as const);
  if (on === "Icon") throw notImplemented("SortField.sortOn Icon");
  const column = wholeFrom(given("key"));
  if (column < 0 || column >= lines) throw invalidArgument();
  return {
    column, on, ascending: flagFrom(given("ascending") ?? true), colour: on === "Value" ? null : colourFrom(given("color")),
    textAsNumbers: oneOf(given("dataOption") ?? "Normal", ["Normal", "TextAsNumber"] as const) === "TextAsNumber",
  };
}

const MOST_KEYS = 64;

function keysFrom(value: unknown, lines: number): readonly BlockKey[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_KEYS) throw invalidArgument();
  return value.map((one: unknown) => keyFrom(one, lines));
}

const METHODS = ["PinYin", "StrokeCount"] as const;

function applyToRange(range: RangeHold, args: Arguments): void {
  const { session, sheet, area } = standing(range);
  const of = args.oneOfOr(3, ["Rows", "Columns"] as const, "Rows") === "Rows" ? "rows" : "columns";
  args.oneOfOr(4, METHODS, "PinYin");
  const keys = keysFrom(args.raw(0), of === "rows" ? columnCount(area) : rowCount(area));
  assertAllowed(sheet, "allowSort");
  const headers = args.flagOr(2, false);
  const used = usedPart(range);
  if (used === null) return;
  const body = !headers ? used : of === "rows" ? { ...used, top: used.top + 1 } : { ...used, left: used.left + 1 };
  if (body.bottom < body.top || body.right < body.left) return;
  session.settle();
  const matchCase = args.flagOr(1, false);
  withSeenColours(session, (colourOf) => sortBlock(sheet, body, { keys, of, matchCase }, colourOf));
}

/** Whole columns are sorted as far as they are used. */
function usedPart({ sheet, area }: RangeHold): RangeHold["area"] | null {
  const used = sheet.usedArea();
  if (used === null) return null;
  const bottom = Math.min(area.bottom, Math.max(used.bottom, area.top));
  return { ...area, bottom, right: Math.min(area.right, Math.max(used.right, area.left)) };
}

export const rangeSortClass: ObjectClass<RangeHold> = declareClass<Excel.RangeSort, RangeHold>("RangeSort", {}, {
  methods: { apply: method("1.2", applyToRange) },
});

function applyToTable(self: TableSelf, args: Arguments): void {
  const table = tableOf(self);
  const keys = keysFrom(args.raw(0), table.columns.length);
  const matchCase = args.flagOr(1, false);
  const byStroke = args.oneOfOr(2, METHODS, "PinYin") === "StrokeCount";
  assertAllowed(self.sheet, "allowSort");
  self.session.settle();
  withSeenColours(self.session, (colourOf) => sortBlock(self.sheet, bodyOf(table), { keys, of: "rows", matchCase }, colourOf));
  changeTable(self, (before) => ({ ...before, sort: { keys: keys.map(({ textAsNumbers: _asNumbers, ...key }) => key), matchCase, byStroke } }));
}

function withoutSort({ sort: _sort, ...table }: Table): Table { return table; }

function reapply(self: TableSelf): void {
  const table = tableOf(self);
  if (table.sort === undefined) return;
  assertAllowed(self.sheet, "allowSort");
  self.session.settle();
  const { keys, matchCase } = table.sort;
  withSeenColours(self.session, (colourOf) => sortBlock(self.sheet, bodyOf(table), { keys: keys.map((key) => ({ ...key, textAsNumbers: false })), of: "rows", matchCase }, colourOf));
}

const fieldShown = ({ column, ascending, on, colour }: SortKey): Excel.SortField =>
  ({ key: column, ascending, sortOn: on, ...(colour === null ? {} : { color: colour }), dataOption: "Normal" });

export const tableSortClass: ObjectClass<TableSelf> = declareClass<Excel.TableSort, TableSelf>("TableSort", {}, {
  scalars: {
    fields: scalar("1.2", (self) => (tableOf(self).sort?.keys ?? []).map(fieldShown)),
    matchCase: scalar("1.2", (self) => tableOf(self).sort?.matchCase ?? false),
    method: scalar("1.2", (self) => (tableOf(self).sort?.byStroke === true ? "StrokeCount" : "PinYin")),
  },
  methods: {
    apply: method("1.2", applyToTable),
    clear: method("1.2", (self) => changeTable(self, withoutSort)),
    reapply: method("1.2", reapply),
  },
});
