/** Excel.RangeAreas: several ranges of one sheet as one, and Excel.RangeCollection. */
import { intersect, MAX_COLUMNS, MAX_ROWS, type Area } from "../workbook/area";
import { addressOf, areaOnSheet, placeNamed } from "./address";
import { Arguments } from "./arguments";
import { CELL_KINDS, specialCells, VALUE_KINDS } from "./cell-sets";
import { cellsIn, isWholeColumns, isWholeRows, standing } from "./cells";
import { conditionalFormatsClass } from "./conditional-formats";
import { dataValidationClass } from "./data-validation";
import { declareClass, method, navigation, scalar, type ClassPart, type HostObject, type ObjectClass, type Owned } from "./definition";
import { boundedTo, rangeClass, usedWithin } from "./range";
import { rangeFormatClass } from "./range-format";
import { invalidArgument, itemNotFound } from "./refusal";
import type { AreasHold, RangeHold, Session } from "./session";
import { stretchOver } from "./stretch";
import { tablesTouching } from "./table-collection";
import { together } from "./together";
import { worksheetClass } from "./worksheet";

const areasOf = ({ ranges }: AreasHold): readonly Area[] => ranges.map((range) => standing(range).area);
const objects = ({ ranges }: AreasHold): readonly HostObject[] => ranges.map((range) => rangeClass.of(range));
/** Every range's answer at once: what the parts share, or a change to each. */
const each = (self: AreasHold): HostObject => together(objects(self));

/** Other areas on the same sheet. @throws Refusal InvalidArgument off the sheet */
function over(self: AreasHold, areas: readonly Area[]): HostObject {
  return rangeAreasClass.of(self.session.areas(self.sheet, areas.map(boundedTo)));
}
const overOrNull = (self: AreasHold, areas: readonly Area[]): HostObject | null => (areas.length === 0 ? null : over(self, areas));
function overSome(self: AreasHold, areas: readonly Area[]): HostObject {
  if (areas.length === 0) throw itemNotFound();
  return over(self, areas);
}

/** The areas of an argument that is a range, several ranges, or an address with commas. */
export function areasFrom(of: Pick<AreasHold, "session" | "sheet">, args: Arguments, index: number): readonly Area[] {
  const several = args.object(index, rangeAreasClass);
  if (several !== null) return several.sheet === of.sheet ? areasOf(several) : wrong();
  const one = args.object(index, rangeClass);
  if (one !== null) return standing(one).sheet === of.sheet ? [one.area] : wrong();
  return addressesFrom(of, args.text(index));
}
const wrong = (): never => { throw invalidArgument(); };

/** Excel takes addresses of up to 8,192 characters here. */
const LONGEST_ADDRESS = 8_192;

/** Outside the quotes of a tab. */
const separators = { ",": /,(?=(?:[^']*'[^']*')*[^']*$)/, ";": /;(?=(?:[^']*'[^']*')*[^']*$)/ } as const;

/** @param text - "A1:B2, D4, Sheet1!F:F" @throws Refusal InvalidArgument */
export function addressesFrom({ session, sheet }: Pick<AreasHold, "session" | "sheet">, text: string, separator: keyof typeof separators = ","): readonly Area[] {
  if (text.length > LONGEST_ADDRESS) throw invalidArgument();
  return text.split(separators[separator]).map((part) => areaOnSheet(session, part.trim(), sheet));
}

function shared(self: AreasHold, args: Arguments): readonly Area[] {
  const others = areasFrom(self, args, 0);
  return areasOf(self).flatMap((area) => others.flatMap((other) => intersect(area, other) ?? []));
}

function special(self: AreasHold, args: Arguments): readonly Area[] {
  const kind = args.oneOf(0, CELL_KINDS);
  const values = args.oneOfOr(1, VALUE_KINDS, "All");
  self.session.settle();
  return areasOf(self).flatMap((area) => specialCells(self.sheet, area, kind, values));
}

function used(self: AreasHold, args: Arguments): readonly Area[] {
  const valuesOnly = args.flagOr(0, false);
  return self.ranges.flatMap((range) => usedWithin(standing(range), valuesOnly) ?? []);
}

const shape: ClassPart<Excel.RangeAreas, AreasHold> = {
  scalars: {
    address: scalar("1.9", (self) => areasOf(self).map((area) => addressOf(self.sheet, area)).join(", ")),
    addressLocal: scalar("1.9", (self) => areasOf(self).map((area) => addressOf(self.sheet, area)).join(", ")),
    areaCount: scalar("1.9", (self) => self.ranges.length),
    cellCount: scalar("1.9", (self) => areasOf(self).reduce((sum, area) => sum + cellsIn(area), 0)),
    isEntireColumn: scalar("1.9", (self) => areasOf(self).every(isWholeColumns)),
    isEntireRow: scalar("1.9", (self) => areasOf(self).every(isWholeRows)),
    // A null of the parts is a null of the whole.
    style: scalar("1.9", (self): string | null => { const style = each(self).get("Style"); return typeof style === "string" ? style : null; }, (self, value) => each(self).set("Style", value)),
  },
  navigations: {
    areas: navigation("1.9", (self) => rangeCollectionClass.of(self)),
    conditionalFormats: navigation("1.9", (self) => conditionalFormatsClass.of(stretchOver(self))),
    dataValidation: navigation("1.9", (self) => dataValidationClass.of(stretchOver(self))),
    format: navigation("1.9", (self) => together(self.ranges.map((range) => rangeFormatClass.of(range)))),
    worksheet: navigation("1.9", (self) => worksheetClass.of(self)),
  },
};

const methods: ClassPart<Excel.RangeAreas, AreasHold> = {
  methods: {
    calculate: method("1.9", (self) => self.session.calculate(false)),
    clear: method("1.9", (self, args) => { each(self).call("Clear", args); }),
    copyFrom: method("1.9", copyFrom),
    getEntireColumn: method("1.9", (self) => over(self, areasOf(self).map((area) => ({ ...area, top: 0, bottom: MAX_ROWS - 1 })))),
    getEntireRow: method("1.9", (self) => over(self, areasOf(self).map((area) => ({ ...area, left: 0, right: MAX_COLUMNS - 1 })))),
    getIntersection: method("1.9", (self, args) => overSome(self, shared(self, args))),
    getIntersectionOrNullObject: method("1.9", (self, args) => overOrNull(self, shared(self, args))),
    getOffsetRangeAreas: method("1.9", (self, args) => {
      const [rows, columns] = [args.whole(0), args.whole(1)];
      return over(self, areasOf(self).map(({ top, bottom, left, right }) => ({ top: top + rows, bottom: bottom + rows, left: left + columns, right: right + columns })));
    }),
    getSpecialCells: method("1.9", (self, args) => overSome(self, special(self, args))),
    getSpecialCellsOrNullObject: method("1.9", (self, args) => overOrNull(self, special(self, args))),
    getTables: method("1.9", (self, args) => tablesTouching(self.session, self.sheet, () => areasOf(self), args.flagOr(0, false))),
    getUsedRangeAreas: method("1.9", (self, args) => overSome(self, used(self, args))),
    getUsedRangeAreasOrNullObject: method("1.9", (self, args) => overOrNull(self, used(self, args))),
    setDirty: method("1.9", (self) => { each(self).call("SetDirty", new Arguments([])); }),
  },
  wire: {
    _KeepReference: method("1.9", (self) => { self.session.keep(self); }, "recorded"),
  },
};

/** The source is copied to every area. */
function copyFrom(self: AreasHold, args: Arguments): void {
  const several = args.object(0, rangeAreasClass);
  if (several === null && args.object(0, rangeClass) === null && placeNamed(self.session, args.text(0), self.sheet) === null) throw invalidArgument();
  if (several !== null && several.ranges.length !== 1) throw invalidArgument("Several areas are not copied into several areas.");
  const [only] = several?.ranges ?? [];
  const given = only === undefined ? args : new Arguments([rangeClass.of(only), args.raw(1), args.raw(2), args.raw(3)]);
  each(self).call("CopyFrom", given);
}

export const rangeAreasClass: ObjectClass<AreasHold> = declareClass<Excel.RangeAreas, AreasHold>(
  "RangeAreas",
  {
    identity: (self) => {
      const reference = self.session.referenceOf(self);
      return reference === null ? {} : { _ReferenceId: reference };
    },
  },
  shape, methods,
);

interface Ranges extends Owned { readonly session: Session; readonly ranges: readonly RangeHold[] }

function rangeIn({ ranges }: Ranges, index: number): HostObject {
  const range = ranges[index];
  if (range === undefined) throw itemNotFound();
  return rangeClass.of(range);
}

export const rangeCollectionClass: ObjectClass<Ranges> = declareClass<Excel.RangeCollection, Ranges>(
  "RangeCollection",
  { items: ({ ranges }) => ranges.map((range) => rangeClass.of(range)), item: (self, args) => rangeIn(self, args.whole(0)) },
  { methods: { getCount: method("1.9", (self) => self.ranges.length), getItemAt: method("1.9", (self, args) => rangeIn(self, args.whole(0))) } },
);
