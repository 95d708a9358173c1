/** Excel.PageBreakCollection and Excel.PageBreak: the rows, or the columns, that a page begins with. */
import { area as areaOf } from "../workbook/area";
import { areaOnSheet } from "./address";
import type { Arguments } from "./arguments";
import { standing } from "./cells";
import { declareClass, method, scalar, type HostObject, type ObjectClass } from "./definition";
import { rangeClass } from "./range";
import { accessDenied, invalidArgument, itemNotFound } from "./refusal";
import { present, type SheetSelf } from "./worksheet";

export interface BreaksSelf extends SheetSelf { readonly of: "rows" | "columns" }
interface BreakSelf extends BreaksSelf { readonly line: number }

/** Excel's limit. */
const MOST_BREAKS = 1_026;

const linesOf = (self: BreaksSelf): readonly number[] => [...present(self).get("pageBreaks")[self.of]].sort((a, b) => a - b);

function setLines(self: BreaksSelf, lines: readonly number[]): void {
  const sheet = present(self);
  if (sheet.get("protection") !== null) throw accessDenied();
  sheet.set("pageBreaks", { ...sheet.get("pageBreaks"), [self.of]: lines });
}

function lineOf(self: BreakSelf): number {
  if (!linesOf(self).includes(self.line)) throw itemNotFound();
  return self.line;
}

const breakClass: ObjectClass<BreakSelf> = declareClass<Excel.PageBreak, BreakSelf>("PageBreak", {}, {
  scalars: {
    rowIndex: scalar("1.9", (self) => (self.of === "rows" ? lineOf(self) : 0), undefined, "assumed"),
    columnIndex: scalar("1.9", (self) => (self.of === "columns" ? lineOf(self) : 0), undefined, "assumed"),
  },
  methods: {
    delete: method("1.9", (self) => { const line = lineOf(self); setLines(self, linesOf(self).filter((other) => other !== line)); }),
    getCellAfterBreak: method("1.9", (self) => {
      const line = lineOf(self);
      return rangeClass.of(self.session.range(present(self), self.of === "rows" ? areaOf(line, 0) : areaOf(0, line)));
    }),
  },
});

/** Above the range's first row, or left of its first column. */
function add(self: BreaksSelf, args: Arguments): HostObject {
  const range = args.object(0, rangeClass);
  if (range !== null && range.sheet !== present(self)) throw invalidArgument();
  const { top, left } = range === null ? areaOnSheet(self.session, args.text(0), present(self)) : standing(range).area;
  const line = self.of === "rows" ? top : left;
  const lines = linesOf(self);
  if (line === 0 || lines.length >= MOST_BREAKS) throw invalidArgument();
  if (!lines.includes(line)) setLines(self, [...lines, line]);
  return breakClass.of({ ...self, line });
}

function at(self: BreaksSelf, index: number): HostObject {
  const line = linesOf(self)[index];
  if (line === undefined) throw itemNotFound();
  return breakClass.of({ ...self, line });
}

export const pageBreaksClass: ObjectClass<BreaksSelf> = declareClass<Excel.PageBreakCollection, BreaksSelf>(
  "PageBreakCollection",
  { items: (self) => linesOf(self).map((line) => breakClass.of({ ...self, line })), item: (self, args) => at(self, args.whole(0)) },
  {
    methods: {
      add: method("1.9", add),
      getCount: method("1.9", (self) => linesOf(self).length),
      getItem: method("1.9", (self, args) => at(self, args.whole(0))),
      removePageBreaks: method("1.9", (self) => setLines(self, [])),
    },
  },
);
