/** What a worksheet offers over several areas: ranges by address, text found and replaced on the whole sheet, page breaks. */
import { area as areaOf, MAX_COLUMNS, MAX_ROWS } from "../workbook/area";
import type { Arguments } from "./arguments";
import { foundCells, lookingFor, replaceIn } from "./cell-finding";
import { pick } from "./cell-sets";
import { method, navigation, type ClassPart, type HostObject } from "./definition";
import { pageBreaksClass } from "./page-breaks";
import { addressesFrom, rangeAreasClass } from "./range-areas";
import { itemNotFound } from "./refusal";
import { present, type SheetSelf } from "./worksheet";

const WHOLE = areaOf(0, 0, MAX_ROWS, MAX_COLUMNS);

function findAll(self: SheetSelf, args: Arguments): HostObject | null {
  const sheet = present(self);
  const cells = foundCells(self.session, sheet, WHOLE, lookingFor(args.raw(0), args.raw(1)));
  const used = sheet.extent;
  if (cells.length === 0 || used === null) return null;
  const found = new Set(cells.map(([row, column]) => row * MAX_COLUMNS + column));
  return rangeAreasClass.of(self.session.areas(sheet, pick(used, (row, column) => found.has(row * MAX_COLUMNS + column))));
}

export const worksheetAreas: ClassPart<Excel.Worksheet, SheetSelf> = {
  navigations: {
    horizontalPageBreaks: navigation("1.9", (self) => pageBreaksClass.of({ ...self, of: "rows" })),
    verticalPageBreaks: navigation("1.9", (self) => pageBreaksClass.of({ ...self, of: "columns" })),
  },
  methods: {
    getRanges: method("1.9", (self, args) => rangeAreasClass.of(self.session.areas(present(self), args.has(0) ? addressesFrom({ session: self.session, sheet: present(self) }, args.text(0), self.session.faults.has("other-list-separator") ? ";" : ",") : [WHOLE]))),
    findAll: method("1.9", (self, args) => {
      const found = findAll(self, args);
      if (found === null) throw itemNotFound();
      return found;
    }, "assumed"),
    findAllOrNullObject: method("1.9", findAll, "assumed"),
    replaceAll: method("1.9", (self, args) => replaceIn(self.session, present(self), WHOLE, lookingFor(args.raw(0), args.raw(2)), args.text(1)), "assumed"),
  },
};
