/** Excel.AutoFilter and Excel.Filter of a table. Nothing is ever filtered here: clearing is all there is, applying is refused by name. */
import { declareClass, method, scalar, type ObjectClass } from "./definition";
import type { TableColumnSelf } from "./table-columns";
import { rangeOf, tableOf, type TableSelf } from "./table";

export const autoFilterClass: ObjectClass<TableSelf> = declareClass<Excel.AutoFilter, TableSelf>("AutoFilter", {}, {
  scalars: {
    enabled: scalar("1.9", (self) => tableOf(self).filterButton),
    isDataFiltered: scalar("1.9", () => false),
  },
  methods: {
    clearCriteria: method("1.9", (self) => { tableOf(self); }),
    getRange: method("1.9", (self) => rangeOf(self, tableOf(self).area)),
    getRangeOrNullObject: method("1.9", (self) => (tableOf(self).filterButton ? rangeOf(self, tableOf(self).area) : null)),
    reapply: method("1.9", (self) => { tableOf(self); }),
  },
});

export const filterClass: ObjectClass<TableColumnSelf> = declareClass<Excel.Filter, TableColumnSelf>("Filter", {}, {
  methods: { clear: method("1.2", (self) => { tableOf(self); }) },
});
