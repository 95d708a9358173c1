/** Excel.WorksheetFreezePanes. Frozen rows and columns always start at the sheet's top left corner here. */
import { MAX_COLUMNS, MAX_ROWS, type Area } from "../workbook/area";
import { areaOnSheet } from "./address";
import { declareClass, method, type HostObject, type ObjectClass } from "./definition";
import { rangeClass } from "./range";
import { invalidArgument, itemNotFound } from "./refusal";
import { present, type SheetSelf } from "./worksheet";

function freeze(self: SheetSelf, rows: number, columns: number): void {
  if (rows < 0 || columns < 0 || rows >= MAX_ROWS || columns >= MAX_COLUMNS) throw invalidArgument();
  present(self).set("frozen", { rows, columns });
}

function location(self: SheetSelf): HostObject | null {
  const { rows, columns } = present(self).get("frozen");
  if (rows === 0 && columns === 0) return null;
  const area: Area = { top: 0, left: 0, bottom: rows === 0 ? MAX_ROWS - 1 : rows - 1, right: columns === 0 ? MAX_COLUMNS - 1 : columns - 1 };
  return rangeClass.of(self.session.range(self.sheet, area));
}

export const freezePanesClass: ObjectClass<SheetSelf> = declareClass<Excel.WorksheetFreezePanes, SheetSelf>("WorksheetFreezePanes", {}, {
  methods: {
    freezeRows: method("1.7", (self, args) => freeze(self, args.wholeOr(0, 1), 0)),
    freezeColumns: method("1.7", (self, args) => freeze(self, 0, args.wholeOr(0, 1))),
    freezeAt: method("1.7", (self, args) => {
      const area = args.object(0, rangeClass)?.area ?? areaOnSheet(self.session, args.text(0), present(self));
      // A whole row or column freezes only the one direction.
      freeze(self, area.bottom === MAX_ROWS - 1 ? 0 : area.bottom + 1, area.right === MAX_COLUMNS - 1 ? 0 : area.right + 1);
    }),
    unfreeze: method("1.7", (self) => freeze(self, 0, 0)),
    getLocation: method("1.7", (self) => {
      const frozen = location(self);
      if (frozen === null) throw itemNotFound();
      return frozen;
    }),
    getLocationOrNullObject: method("1.7", location),
  },
});
